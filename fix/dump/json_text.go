package dump

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/scan"
)

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
	case !s.high && !w.f.mayRefer(w.f.buf[s.start:s.end]):
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
