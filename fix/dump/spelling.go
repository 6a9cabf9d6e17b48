package dump

import (
	"bytes"
	"strings"
	"unicode/utf8"

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
	// number, if there is one, appends r in an escape of the kind that like is.
	number func(dst, like []byte, r rune) []byte
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

// inNumbers returns s with a way to write runes in numbers.
func (s *spelling) inNumbers(number func(dst, like []byte, r rune) []byte) *spelling {
	s.number = number
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
	signs := ""
	if !plain {
		signs = s.slashed(raw)
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
		from = i
		skip(e.end)
		out = s.appendAlike(out, raw[from:i], e.text, signs)
	}
	return append(out, raw[i:]...)
}

// appendAlike is append for text that stands in place of raw: where all that is not
// ASCII in that was written in numbers, so it is in text. The signs are those of slashed.
func (s *spelling) appendAlike(dst, raw []byte, text, signs string) []byte {
	like := s.numbered(raw)
	if like == nil {
		for signs != "" {
			i := strings.IndexAny(text, signs)
			if i < 0 {
				break
			}
			dst = append(s.append(dst, text[:i]), '\\', text[i])
			text = text[i+1:]
		}
		return s.append(dst, text)
	}
	done := 0
	for i, r := range text {
		if r >= utf8.RuneSelf {
			dst = s.number(s.append(dst, text[done:i]), like, r)
			done = i + utf8.RuneLen(r)
		}
	}
	return s.append(dst, text[done:])
}

// numbered returns the first escape in raw that is a number beyond ASCII, one with
// digits from A to F if there is any; nil if there is none, or some rune stands for
// itself.
func (s *spelling) numbered(raw []byte) (like []byte) {
	if s.number == nil || s.first(raw) == len(raw) {
		return nil
	}
	var unit []byte
	for i, n := 0, 0; i < len(raw); i += n {
		unit, n = s.next(unit[:0], raw[i:])
		switch {
		case unit[0] < utf8.RuneSelf:
		case n == 1:
			return nil
		case like == nil || bytes.ContainsAny(raw[i:i+n], "ABCDEFabcdef") && !bytes.ContainsAny(like, "ABCDEFabcdef"):
			like = raw[i : i+n]
		}
	}
	return like
}

// slashed returns the signs of ASCII that stand in raw behind a backslash each time, and
// that need none. New ones among them get one, too.
func (s *spelling) slashed(raw []byte) string {
	if !s.special['\\'] || bytes.IndexByte(raw, '\\') < 0 {
		return ""
	}
	var signs, bare []byte
	var unit []byte
	for i, n := 0, 0; i < len(raw); i += n {
		unit, n = s.next(unit[:0], raw[i:])
		switch c := unit[0]; {
		case len(unit) != 1 || s.must[c] || wordByte[c] || c < ' ':
		case n == 1:
			bare = append(bare, c)
		case n == 2 && raw[i] == '\\' && raw[i+1] == c && bytes.IndexByte(signs, c) < 0:
			signs = append(signs, c)
		}
	}
	for _, c := range bare {
		if i := bytes.IndexByte(signs, c); i >= 0 {
			signs = append(signs[:i], signs[i+1:]...)
		}
	}
	return string(signs)
}

// trimLeft is bytes.TrimLeft for the white space of SQL.
func trimLeft(b []byte) []byte { return bytes.TrimLeft(b, " \t\r\n\f\v") }
