package scan

import "unicode/utf8"

// A Writing is what letters are of that are written together, told by the byte that their UTF-8 begins with.
type Writing uint8

const (
	NoWriting Writing = iota // Latin, and signs: damage is made of them
	greekWriting
	cyrillicWriting
	armenianWriting
	hebrewWriting
	arabicWriting
	indicWriting    // and Thai, Lao, Tibetan
	georgianWriting // and Ethiopic, Khmer, Burmese
	cjkWriting
	hangulWriting
)

// Writings is a set of them.
type Writings uint16

// With returns the set with w.
func (s Writings) With(w Writing) Writings { return s | 1<<w }

// WritingOf returns the writing of the characters whose UTF-8 begins with a byte.
func WritingOf(lead byte) Writing {
	switch {
	case lead == 0xCE || lead == 0xCF:
		return greekWriting
	case 0xD0 <= lead && lead <= 0xD3:
		return cyrillicWriting
	case 0xD4 <= lead && lead <= 0xD6:
		return armenianWriting
	case lead == 0xD7:
		return hebrewWriting
	case 0xD8 <= lead && lead <= 0xDB:
		return arabicWriting
	case lead == 0xE0:
		return indicWriting
	case lead == 0xE1:
		return georgianWriting
	case 0xE3 <= lead && lead <= 0xE9:
		return cjkWriting
	case 0xEA <= lead && lead <= 0xED:
		return hangulWriting
	}
	return NoWriting
}

// WritingOfRune is [WritingOf] for the character itself.
func WritingOfRune(r rune) Writing {
	switch {
	case r < 0x370:
		return NoWriting
	case r < 0x800:
		return WritingOf(0xC0 | byte(r>>6))
	case r < 0x10000:
		return WritingOf(0xE0 | byte(r>>12))
	}
	return NoWriting
}

// leadsWithin tells whether the run b[start:end] holds what windows-1252 makes of the first byte of a letter, right beside a letter of the same
// writing or two of what it may be trails of away: a tool has repaired what could be read whole, and a byte of this one was lost.
func leadsWithin(b []byte, start, end int) bool {
	last := NoWriting // of the rune before
	for i := start; i < end; {
		r, n := utf8.DecodeRune(b[i:end])
		here := WritingOf(b[i])
		if w := LeadOf(r); w != NoWriting && (w == last || w == writingBehind(b[i+n:end])) {
			return true
		}
		last = here
		i += n
	}
	return false
}

// LeadOf is the writing of the letters whose UTF-8 begins with the byte that windows-1252 reads as r, [NoWriting] if there are none.
func LeadOf(r rune) Writing {
	if r < 0 || r > 0xFF { // those of windows-1252 beyond ISO-8859-1 are trails
		return NoWriting
	}
	return WritingOf(byte(r))
}

// writingBehind is the writing of the first of three runes that is of any.
func writingBehind(b []byte) Writing {
	for n := 0; n < 3 && len(b) > 0; n++ {
		if w := WritingOf(b[0]); w != NoWriting {
			return w
		}
		_, size := utf8.DecodeRune(b)
		b = b[size:]
	}
	return NoWriting
}
