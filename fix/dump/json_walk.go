package dump

const (
	// maxJSONDepth is how deep objects and arrays may nest, so that memory
	// is bounded.
	maxJSONDepth = 1 << 16
	// maxJSONPath, in bytes, is where paths are cut. What is longer shares
	// one name.
	maxJSONPath = 256
	// maxJSONColumns is how many columns are counted apart. Objects that have
	// data for keys would else fill the memory.
	maxJSONColumns = 10_000
	// restColumn is the name of what is not counted apart.
	restColumn = "…"
)

// walkJSON marks the strings of JSON texts, one or many: values, and as such the
// keys, which stay: programs know them. It takes what it need not understand as it comes
// (numbers, duplicate keys, escapes that mean nothing).
//
// A text that is wrong and began on the line at hand is passed up to the end of
// the line; else all from there on is: a newline cannot stand in a string, so
// it is a safe place to begin again, but not to know how deep one is.
func walkJSON(f *flow) {
	w := &jsonWalk{f: f, columns: map[string]*column{}}
	skipBOM(f)
	for w.root() {
	}
}

// A jsonWalk is where the walk stands.
type jsonWalk struct {
	f       *flow
	open    []jsonFrame
	path    []byte
	columns map[string]*column
	last    []jsonColumn // of the first strings of the text before, which mostly has the same
	strings int          // how many there were in the text at hand
	newLine bool         // a line began since the outermost value was opened
}

// A jsonColumn is the column of a path.
type jsonColumn struct {
	path   string
	column *column
}

// maxLast is of how many strings of a text the columns are remembered.
const maxLast = 256

// A jsonFrame is an object or array that is open.
type jsonFrame struct {
	object bool
	leave  bool // in a value that is no text: {"$binary": …}
	path   int  // length of the path that its members add to
}

// root walks one JSON text. It returns false at the end, or where the rest is
// to be copied.
func (w *jsonWalk) root() bool {
	w.open, w.path, w.newLine, w.strings = w.open[:0], w.path[:0], false, 0
	c, ok := w.next()
	if !ok {
		return false
	}
	w.newLine = false
	msg := w.value(c, false)
	for msg == "" && len(w.open) > 0 {
		msg = w.member()
	}
	if msg == "" {
		return true
	}
	w.f.problem(w.f.pos, msg)
	return !w.newLine && w.f.leaveLine(connection{})
}

// next passes white space and returns the byte behind it, which stays.
func (w *jsonWalk) next() (byte, bool) {
	f := w.f
	for {
		for f.pos < len(f.buf) {
			switch c := f.buf[f.pos]; c {
			case '\n':
				w.newLine = true
				f.pos++
			case ' ', '\t', '\r':
				f.pos++
			default:
				return c, true
			}
		}
		f.tok = f.pos
		if !f.more() {
			return 0, false
		}
	}
}

// member passes one member of the innermost object or array, or its end. It
// stands behind an opening bracket or a value.
func (w *jsonWalk) member() (msg string) {
	in := w.open[len(w.open)-1]
	c, ok := w.next()
	if ok && c == ',' {
		w.f.pos++
		c, ok = w.next()
	}
	w.path = w.path[:in.path]
	switch {
	case !ok:
		return "object or array not closed"
	case c == ']' && !in.object, c == '}' && in.object:
		w.f.pos++
		w.open = w.open[:len(w.open)-1]
		return ""
	case !in.object:
		return w.value(c, in.leave)
	case c != '"':
		return "key expected"
	}
	noText, msg := w.key(in.leave)
	if msg != "" {
		return msg
	}
	if c, ok = w.next(); !ok || c != ':' {
		return "colon expected"
	}
	w.f.pos++
	if c, ok = w.next(); !ok {
		return "value expected"
	}
	return w.value(c, in.leave || noText)
}

// notTextKeys are those of MongoDB's extended JSON whose values are no text.
var notTextKeys = map[string]bool{
	"$oid": true, "$binary": true, "$uuid": true, "$date": true, "$timestamp": true,
	"$code": true, "$ref": true, "$db": true, // a program, and names
	"$numberInt": true, "$numberLong": true, "$numberDouble": true, "$numberDecimal": true,
}

// value passes a scalar, or the opening bracket of what is none.
func (w *jsonWalk) value(c byte, leave bool) (msg string) {
	switch c {
	case '"':
		return w.text(leave)
	case '{', '[':
		w.f.pos++
		if len(w.open) == maxJSONDepth {
			w.newLine = true // there is no going on
			return "nested too deep"
		}
		if c == '[' {
			w.extend("[]")
		}
		w.open = append(w.open, jsonFrame{c == '{', leave, len(w.path)})
		return ""
	}
	return w.word()
}

// word passes a number, true, false, null, or whatever else is like them.
func (w *jsonWalk) word() string {
	f := w.f
	for n := 0; ; {
		for f.pos < len(f.buf) {
			if c := f.buf[f.pos]; !isWordByte(c) && c != '-' && c != '+' && c != '.' {
				if n == 0 {
					return "value expected"
				}
				return ""
			}
			f.pos++
			n++
		}
		f.tok = f.pos
		if !f.more() {
			return ""
		}
	}
}

// key passes a key and adds it to the path, cut where it is long. It tells
// whether what comes behind it is no text.
func (w *jsonWalk) key(leave bool) (noText bool, msg string) {
	const longest = 64
	s := w.string()
	if s.msg != "" {
		return false, s.msg
	}
	if len(w.path) > 0 {
		w.extend(".")
	}
	raw := w.f.buf[s.start:s.end]
	if s.long || len(raw) > longest {
		w.extend(restColumn)
	} else if len(w.path) <= maxJSONPath {
		w.path = append(w.path, raw...)
	}
	if s.high && !s.long && !leave {
		if c := w.column(); !c.skip {
			w.f.spots = append(w.f.spots, spot{start: s.start, end: s.end, col: c, spell: jsonSpelling, plain: !s.escapes, key: true})
		}
	}
	return len(raw) > 0 && raw[0] == '$' && notTextKeys[string(raw)], ""
}

// extend adds to the path, but for what is too long.
func (w *jsonWalk) extend(s string) {
	if len(w.path) <= maxJSONPath {
		w.path = append(w.path, s...)
	}
}
