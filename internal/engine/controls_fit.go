package engine

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// controlsFit tells whether the C1 controls of a cell, most of them, may be what a page has in their places: letters beside others of their
// writing, quotes where words begin and end. What is left of UTF-8 that lost bytes has them anywhere: `Nie ma dost?\u0099pnych`.
func (s *search) controlsFit(c codec.ID) bool {
	items := s.views[0].items
	fit, other := 0, 0
	for i := range items {
		if !control(items[i].r) {
			continue
		}
		var before, behind rune
		if i > 0 {
			before = items[i-1].r
		}
		if i+1 < len(items) {
			behind = items[i+1].r
		}
		if fits(c.Codec().DecodeByte(byte(items[i].r)), before, behind) {
			fit++
		} else {
			other++
		}
	}
	return fit > other
}

// fits tells whether r may stand between two runes, which are 0 where the cell begins or ends.
func fits(r, before, behind rune) bool {
	if before == '?' {
		before = utf8.RuneError // for what was lost, but for what may end a quotation
	}
	within := unicode.IsLetter(before) && unicode.IsLetter(behind)
	switch {
	case control(r):
		return false
	case r == 'ƒ':
		return apart(before)
	case unicode.IsLetter(r):
		return before != utf8.RuneError &&
			(unicode.Is(unicode.Latin, before) || unicode.Is(unicode.Latin, behind) || apart(before) && apart(behind))
	case strings.ContainsRune("‘’–—…", r) && within:
		return true
	case strings.ContainsRune("“‘„‚‹", r) && !apart(before): // opens nothing
		return false
	case strings.ContainsRune("™‰", r) && (before == 0 || before == utf8.RuneError || unicode.IsLetter(behind)):
		return false
	case unicode.IsMark(r):
		return unicode.IsLetter(before)
	}
	return !within && (apart(before) || apart(behind) && behind != '?')
}

// apart tells whether r parts words, or none is there.
func apart(r rune) bool {
	return r < utf8.RuneSelf && !isDigit(byte(r)) && !unicode.IsLetter(r) || unicode.IsSpace(r)
}
