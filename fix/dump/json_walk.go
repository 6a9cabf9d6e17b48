package dump

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

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

// walkJSON marks the strings of JSON texts, one or many, that are values. Keys
// stay: programs know them. It takes what it need not understand as it comes
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
	newLine bool // a line began since the outermost value was opened
}

// A jsonFrame is an object or array that is open.
type jsonFrame struct {
	object bool
	leave  bool // in a value that is no text: {"$binary": …}
	path   int  // length of the path that its members add to
}

// root walks one JSON text. It returns false at the end, or where the rest is
// to be copied.
func (w *jsonWalk) root() bool {
	w.open, w.path, w.newLine = w.open[:0], w.path[:0], false
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
	return !w.newLine && w.skipLine()
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
	noText, msg := w.key()
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
func (w *jsonWalk) key() (noText bool, msg string) {
	const longest = 64
	s := w.string()
	if s.msg != "" {
		return false, s.msg
	}
	if len(w.path) > 0 {
		w.extend(".")
	}
	if s.long || s.end-s.start > longest {
		w.extend(restColumn)
		return false, ""
	}
	raw := w.f.buf[s.start:s.end]
	if len(w.path) <= maxJSONPath {
		w.path = append(w.path, raw...)
	}
	return notTextKeys[string(raw)], ""
}

// extend adds to the path, but for what is too long.
func (w *jsonWalk) extend(s string) {
	if len(w.path) <= maxJSONPath {
		w.path = append(w.path, s...)
	}
}

// text passes a string that is a value, and marks it.
func (w *jsonWalk) text(leave bool) (msg string) {
	s := w.string()
	if s.msg != "" {
		return s.msg
	}
	c := w.column()
	switch {
	case leave:
	case s.long:
		c.stats.Cells++
		c.stats.TooLong++
	case !s.high:
		c.stats.Cells++
	default:
		markJSON(w.f, s.start, s.end, c)
	}
	return ""
}

// column returns the column of the path.
func (w *jsonWalk) column() *column {
	if c := w.columns[string(w.path)]; c != nil {
		return c
	}
	if len(w.columns) >= maxJSONColumns || len(w.path) > maxJSONPath {
		return w.f.column("", restColumn)
	}
	c := w.f.column("", string(w.path))
	w.columns[string(w.path)] = c
	return c
}

// A jsonSpan is a string that was passed: buf[start:end] is between its quotes.
type jsonSpan struct {
	start, end int
	long       bool // it was too long to keep
	high       bool // it may have more than ASCII in it
	msg        string
}

// string passes the string whose opening quote is at pos.
func (w *jsonWalk) string() (s jsonSpan) {
	f := w.f
	f.pos++
	f.tok = f.pos
	for {
		n, high := scan(f.buf[f.pos:], '"', '\\', '\n')
		f.pos += n
		s.high = s.high || high
		if f.pos == len(f.buf) || f.buf[f.pos] == '\\' && f.pos+1 == len(f.buf) {
			if s.long = s.long || f.pos-f.tok > f.cfg.maxLiteral; s.long {
				f.tok = f.pos
			}
			if !f.more() {
				f.pos = len(f.buf)
				s.msg = "string not closed"
				return s
			}
			continue
		}
		switch f.buf[f.pos] {
		case '"':
			s.start, s.end = f.tok, f.pos
			s.long = s.long || s.end-s.start > f.cfg.maxLiteral
			f.pos++
			return s
		case '\n':
			s.msg = "string not closed at the end of the line"
			return s
		}
		// A doubled backslash may be that of an escape in a value inside.
		if c := f.buf[f.pos+1]; c == '\n' {
			f.pos++
			continue
		} else if c == 'u' || c == '\\' {
			s.high = true
		}
		f.pos += 2
	}
}

// skipLine passes the rest of the line. It returns false at the end of the input.
func (w *jsonWalk) skipLine() bool {
	f := w.f
	for {
		if n := bytes.IndexByte(f.buf[f.pos:], '\n'); n >= 0 {
			f.pos += n + 1
			return true
		}
		f.pos = len(f.buf)
		f.tok = f.pos
		if !f.more() {
			return false
		}
	}
}

// markJSON marks what buf[start:end], the inside of a string, has of text: all
// of it, or what stands between surrogates without a mate and bytes that are
// not UTF-8.
func markJSON(f *flow, start, end int, c *column) {
	raw := f.buf[start:end]
	if bytes.IndexByte(raw, '\\') < 0 && utf8.Valid(raw) {
		f.cell(start, end, c, jsonSpelling)
		return
	}
	from, parts := 0, 0
	mark := func(to int) {
		if to > from {
			f.cell(start+from, start+to, c, jsonSpelling)
			parts++
		}
	}
	for i := 0; i < len(raw); {
		r, n := jsonUnit(raw[i:])
		if r == notText {
			mark(i)
			from = i + n
		}
		i += n
	}
	mark(len(raw))
	c.stats.Cells -= int64(parts - 1)
}

// jsonSpelling is that of strings without units that are no text.
var jsonSpelling = &spelling{
	special: [256]bool{'\\': true},
	unit: func(dst, raw []byte) ([]byte, int) {
		r, n := jsonUnit(raw)
		if r == notText {
			return append(dst, 0xFF), n // which no text has
		}
		return utf8.AppendRune(dst, r), n
	},
	respell: func(raw []byte, before, after string) []byte { return respellJSON(nil, raw, before, after) },
}

// skipBOM passes a byte order mark at the start of the input.
func skipBOM(f *flow) {
	for len(f.buf) < len(utf8BOM) && f.more() {
	}
	if strings.HasPrefix(string(f.buf[:min(len(f.buf), len(utf8BOM))]), utf8BOM) {
		f.pos = len(utf8BOM)
	}
}

const utf8BOM = "\xef\xbb\xbf"
