package dump

import (
	"bytes"

	"github.com/unbake/unbake/internal/scan"
)

// A spelling is how a format writes a value: which bytes of the raw value do
// not stand for themselves, and which bytes of a text cannot.
type spelling struct {
	// special holds for the bytes at which a unit begins that is not itself.
	special [256]bool
	// seek are the same bytes where there are no more than three, and then few
	// is set.
	seek [3]byte
	few  bool
	// unit appends to dst what the unit at the front of raw stands for, and
	// returns how many bytes of raw it takes, at least 1.
	unit func(dst, raw []byte) ([]byte, int)
	// must holds for the bytes of text that escape has to spell.
	must [256]bool
	// escape appends the spelling of one byte.
	escape func(dst []byte, b byte) []byte
	// respell, if there is one, does what the function of that name does.
	respell func(raw []byte, before, after string) []byte
	// wrap, if there is one, puts around a raw value that was respelt what
	// it now needs to stand where was stood: a field of a CSV its quotes.
	wrap func(was, raw []byte) []byte
}

// newSpelling returns the spelling with these special bytes and these bytes
// that must be escaped.
func newSpelling(special, must string, unit func(dst, raw []byte) ([]byte, int), escape func([]byte, byte) []byte) *spelling {
	s := &spelling{unit: unit, escape: escape}
	for i := range len(special) {
		s.special[special[i]] = true
	}
	if s.few = 0 < len(special) && len(special) <= len(s.seek); s.few {
		for i := range s.seek {
			s.seek[i] = special[min(i, len(special)-1)]
		}
	}
	for i := range len(must) {
		s.must[must[i]] = true
	}
	return s
}

// plain tells whether raw is the text that it stands for.
func (s *spelling) plain(raw []byte) bool {
	return s.first(raw) == len(raw)
}

// first returns where in raw the first unit begins that is not itself; its length
// if none is.
func (s *spelling) first(raw []byte) int {
	if s.few {
		n, _ := scan.Seek(raw, s.seek[0], s.seek[1], s.seek[2])
		return n
	}
	for i, b := range raw {
		if s.special[b] {
			return i
		}
	}
	return len(raw)
}

// bare tells whether text is spelt as it is, however it was spelt before.
func (s *spelling) bare(text string) bool {
	if s.respell != nil {
		return false
	}
	for i := range len(text) {
		if b := text[i]; s.special[b] || s.must[b] {
			return false
		}
	}
	return true
}

// next is unit for any byte: bytes that are not special stand for themselves.
func (s *spelling) next(dst, raw []byte) ([]byte, int) {
	if s.special[raw[0]] {
		return s.unit(dst, raw)
	}
	return append(dst, raw[0]), 1
}

// decode appends to dst the text that raw stands for.
func (s *spelling) decode(dst, raw []byte) []byte {
	for len(raw) > 0 {
		i := s.first(raw)
		dst, raw = append(dst, raw[:i]...), raw[i:]
		if len(raw) > 0 {
			dst, i = s.unit(dst, raw)
			raw = raw[i:]
		}
	}
	return dst
}

// append appends to dst the spelling of text.
func (s *spelling) append(dst []byte, text string) []byte {
	done := 0
	for i := range len(text) {
		if b := text[i]; s.must[b] {
			dst = s.escape(append(dst, text[done:i]...), b)
			done = i + 1
		}
	}
	return append(dst, text[done:]...)
}

// respell returns the spelling of after, given that raw spells before. What
// stands in both texts keeps the bytes that it has in raw.
func respell(raw []byte, s *spelling, plain bool, before, after string) []byte {
	if s.respell != nil {
		return s.respell(raw, before, after)
	}
	out := make([]byte, 0, len(raw)+16)
	if !plain {
		// Mostly it is spelt as we would, so that what is left keeps its bytes.
		if out = s.append(out, before); bytes.Equal(out, raw) {
			return s.append(out[:0], after)
		}
		out = out[:0]
	}
	i, o := 0, 0 // in raw, in before
	var unit []byte
	skip := func(to int) {
		if plain {
			i, o = to, to
			return
		}
		for o < to && i < len(raw) {
			var n int
			unit, n = s.next(unit[:0], raw[i:])
			i += n
			o += len(unit)
		}
	}
	for _, e := range edits(before, after) {
		from := i
		skip(e.start)
		out = append(out, raw[from:i]...)
		out = s.append(out, e.text)
		skip(e.end)
	}
	return append(out, raw[i:]...)
}

// trimLeft is bytes.TrimLeft for the white space of SQL.
func trimLeft(b []byte) []byte { return bytes.TrimLeft(b, " \t\r\n\f\v") }
