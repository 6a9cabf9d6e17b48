package dump

import (
	"bytes"
	"html"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Entities has damage repaired that stands in character references of HTML, too:
// &acirc;&euro;&trade; becomes &#8217;, a reference again. References that are no
// part of damage stay as they are. The default is to take them for the ASCII
// that they are.
func Entities() Option {
	return func(c *config) error {
		c.entities = true
		return nil
	}
}

// mayRefer tells whether text of ASCII is to be handed out, since it may have references
// in it that are to be read, or since all is.
func (f *flow) mayRefer(text []byte) bool {
	return f.cfg.ascii || f.cfg.entities && bytes.IndexByte(text, '&') >= 0
}

// withEntities is f for text whose references are read.
func withEntities(f Func) Func {
	return func(c *Cell) (string, bool) {
		raw := []byte(c.Text)
		text := string(entitySpelling.decode(nil, raw))
		if text == c.Text {
			return f(c)
		}
		p := *c
		p.Text = text
		after, changed := f(&p)
		c.Suspects, c.Lost = p.Suspects, p.Lost
		if !changed || after == text {
			return c.Text, false
		}
		return respellEntities(c.Text, text, after), true
	}
}

// entitySpelling reads references to one character beyond ASCII.
var entitySpelling = newSpelling("&", "", entityUnit, nil)

// maxEntity, in bytes, is the length of the longest reference:
// &CounterClockwiseContourIntegral;
const maxEntity = 33

func entityUnit(dst, raw []byte) ([]byte, int) {
	n := bytes.IndexByte(raw[:min(len(raw), maxEntity)], ';') + 1
	if n < len("&x;") {
		return append(dst, '&'), 1
	}
	text := html.UnescapeString(string(raw[:n]))
	if r, size := utf8.DecodeRuneInString(text); size != len(text) || r < utf8.RuneSelf || r == utf8.RuneError {
		return append(dst, '&'), 1
	}
	return append(dst, text...), n
}

// respellEntities returns the spelling of after, given that raw spells before.
// What replaces references is spelt in references.
func respellEntities(raw, before, after string) string {
	var b strings.Builder
	i, o := 0, 0 // in raw, in before
	var unit []byte
	skip := func(to int) (references bool) {
		for o < to {
			var n int
			unit, n = entitySpelling.next(unit[:0], []byte(raw[i:min(len(raw), i+maxEntity)]))
			references = references || n > 1
			i += n
			o += len(unit)
		}
		return references
	}
	for _, e := range edits(before, after) {
		from := i
		skip(e.start)
		b.WriteString(raw[from:i])
		if !skip(e.end) {
			b.WriteString(e.text)
			continue
		}
		for _, r := range e.text {
			if r < utf8.RuneSelf {
				b.WriteRune(r)
			} else {
				b.WriteString("&#" + strconv.Itoa(int(r)) + ";")
			}
		}
	}
	return b.String() + raw[i:]
}
