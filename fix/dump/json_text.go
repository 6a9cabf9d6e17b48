package dump

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/scan"
)

// text passes a string that is a value, and marks it.
func (w *jsonWalk) text(leave bool) (msg string) {
	s := w.string()
	if s.msg != "" {
		if s.high && !s.long && !leave {
			w.f.leaveCut(spot{start: w.f.tok, col: w.column(), spell: jsonSpelling})
		}
		return s.msg
	}
	c := w.column()
	switch {
	case leave:
	case s.long:
		c.stats.Cells++
		c.stats.TooLong++
	case !s.high && !w.f.mayRefer(w.f.buf[s.start:s.end]):
		c.stats.Cells++
	default:
		w.f.mark(spot{start: s.start, end: s.end, col: c, spell: jsonSpelling, plain: !s.escapes})
	}
	return ""
}

// column returns the column of the path.
func (w *jsonWalk) column() *column {
	at := w.strings
	w.strings++
	if at < len(w.last) && w.last[at].path == string(w.path) {
		return w.last[at].column
	}
	c := w.columnOf()
	if at == len(w.last) && at < maxLast {
		w.last = append(w.last, jsonColumn{})
	}
	if at < len(w.last) {
		w.last[at] = jsonColumn{string(w.path), c}
	}
	return c
}

// columnOf is column by a look-up.
func (w *jsonWalk) columnOf() *column {
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
	escapes    bool
	msg        string
}

// string passes the string whose opening quote is at pos.
func (w *jsonWalk) string() (s jsonSpan) {
	f := w.f
	f.pos++
	f.tok = f.pos
	for {
		n, high := scan.Seek(f.buf[f.pos:], '"', '\\', '\n')
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
			s.long = s.long || f.pos-f.tok > f.cfg.maxLiteral
			s.msg = "string not closed at the end of the line"
			return s
		}
		s.escapes = true
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

// splitJSON puts in place of strings that have what is no text in them the spots of what
// stands between: surrogates without a mate, and bytes that are not UTF-8. The strings
// that are clean have none.
func (b *batch) splitJSON() {
	for i := range b.spots {
		if parts := b.spots[i].jsonParts(b.data); parts != nil {
			spots := slices.Clone(b.spots[:i])
			for _, s := range b.spots[i:] {
				if parts := s.jsonParts(b.data); parts != nil {
					spots = append(spots, parts...)
				} else {
					spots = append(spots, s)
				}
			}
			b.spots = spots
			return
		}
	}
}

// jsonParts returns what to put in place of the spot; nil if nothing.
func (s *spot) jsonParts(data []byte) (parts []spot) {
	raw := data[s.start:s.end]
	if s.clean || s.plain && utf8.Valid(raw) {
		return nil
	}
	from := 0
	part := func(to int) {
		if to > from {
			p := *s
			p.start, p.end, p.plain = s.start+from, s.start+to, false
			parts = append(parts, p)
		}
	}
	for i := 0; i < len(raw); {
		r, n := jsonUnit(raw[i:])
		if r == notText {
			if parts == nil {
				parts = []spot{}
			}
			part(i)
			from = i + n
		}
		i += n
	}
	if parts != nil {
		part(len(raw))
	}
	return parts
}

// jsonSpelling is that of strings, without units that are no text.
var jsonSpelling = func() *spelling {
	s := newSpelling(`\`, "", func(dst, raw []byte) ([]byte, int) {
		r, n := jsonUnit(raw)
		if r == notText {
			return append(dst, 0xFF), n // which no text has
		}
		return utf8.AppendRune(dst, r), n
	}, nil)
	s.respell = func(raw []byte, before, after string) []byte { return respellJSON(nil, raw, before, after) }
	return s
}()

// skipBOM passes a byte order mark at the start of the input.
func skipBOM(f *flow) {
	for len(f.buf) < len(utf8BOM) && f.more() {
	}
	if strings.HasPrefix(string(f.buf[:min(len(f.buf), len(utf8BOM))]), utf8BOM) {
		f.pos = len(utf8BOM)
	}
}

const utf8BOM = "\xef\xbb\xbf"
