package scan

import (
	"math/bits"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// maxShort, in runes, is how long a run may be to be looked at for what it
// reads as. Of longer ones that are damage, some part looks it.
const maxShort = 6

// readsNothing tells whether the run b[start:end] is a few letters as they
// stand in a word of their script, Latin among them, and none of the codecs found reads
// a whole sequence in it as anything that stands in much text: "ří", as x-mac-ce, is
// U+0792 of Thaana, "Не", as IBM855, U+0568 of Armenian, and "ść" the beginning
// of a sequence that is not there. "ÃŸ" for "ß" and "Рё" for "и" stay. In a Latin
// word there may be an apostrophe: "l’été". Other signs are what folded case
// leaves: "ã¡" was "Ã¡".
func (t *table) readsNothing(b []byte, start, end int, found uint64) bool {
	within := besideLatin(b, start, end)
	var buf [maxShort + 1]rune // and one for usualCase
	runes, script := buf[:0], unlike
	for i := start; i < end; {
		r, size := utf8.DecodeRune(b[i:end])
		i += size
		if len(runes) == maxShort {
			return false
		}
		runes = append(runes, r)
		if within && r == '’' {
			continue
		}
		k := t.script(r)
		if k == unlike || script != unlike && k != script {
			return false
		}
		script = k
	}
	if script == unlike || script != latinScript && within || !usualCase(b, start, end, runes) {
		return false
	}
	for ; found != 0; found &= found - 1 {
		id := codec.ID(bits.TrailingZeros64(found))
		for i := range runes {
			if r, ok := sequence(id, runes[i:min(i+utf8.UTFMax, len(runes))]); ok && common(r, within) {
				return false
			}
		}
	}
	return true
}

// latinScript is the script of Latin letters, which are no part of word.
const latinScript kind = 0

// script returns the script of a letter, unlike if it is another or none.
func (t *table) script(r rune) kind {
	switch {
	case r < 0x250 || 0x1E00 <= r && r < 0x1F00:
		if unicode.IsLetter(r) && r > 0xBA { // not ª and º, whose sequences often lose a quote
			return latinScript
		}
	case firstLetter <= r && r <= lastLetter:
		return t.kinds[r] & (scripts | unlike)
	}
	return unlike
}

// usualCase tells whether the letters b[start:end] and the ASCII beside them
// are in lower case, or in upper case, or begin with a capital.
func usualCase(b []byte, start, end int, runes []rune) bool {
	before := ' '
	if start > 0 && latin(b[start-1]) {
		before = rune(b[start-1])
	}
	capitals := 0 // in a row
	for _, r := range append(runes, after(b, end)) {
		switch {
		case unicode.IsUpper(r):
			if unicode.IsLower(before) {
				return false
			}
			capitals++
		case unicode.IsLower(r):
			if capitals > 1 {
				return false
			}
			capitals = 0
		default:
			capitals = 0
		}
		before = r
	}
	return true
}

// after returns the ASCII letter behind a run, a blank if none is.
func after(b []byte, end int) rune {
	if end < len(b) && latin(b[end]) {
		return rune(b[end])
	}
	return ' '
}

// sequence returns the rune that the codec reads at the front of runes.
func sequence(id codec.ID, runes []rune) (rune, bool) {
	var b [utf8.UTFMax]byte
	n := 0
	for ; n < min(len(b), len(runes)); n++ {
		c, ok := codec.ByteOf(id, runes[n])
		if !ok {
			break
		}
		b[n] = c
	}
	r, size := utf8.DecodeRune(b[:n])
	return r, size > 1
}

// common tells whether r, in a Latin word or by itself, stands in much text: a
// letter of Latin, Greek or Cyrillic, a sign, a control of a deeper layer. Other
// writing comes by the line, and much of it does not look like letters.
func common(r rune, within bool) bool {
	switch {
	case r < 0x180 || 0x1E00 <= r && r < 0x1F00 || 0x2000 <= r && r < 0x2800:
		return true
	case 0x370 <= r && r < 0x460:
		return !within
	case r > 0xFFFF, 0x3000 <= r && r < 0x3040, 0xFE00 <= r && r < 0xFE10, 0xFF00 <= r:
		return true
	}
	return false
}

// thai tells whether run is Thai, of which codecs read less than half.
// Thai has no blanks between words, so that a run is a sentence, and in windows-874
// some two letters of it make a sequence by chance. Of damage the page reads
// all, or what it lost is there.
func thai(run []byte, found uint64) bool {
	for i := 0; i < len(run); i += 3 {
		if r, _ := utf8.DecodeRune(run[i:]); r < 0xE01 || r > 0xE5B {
			return false
		}
	}
	for ; found != 0; found &= found - 1 {
		id := codec.ID(bits.TrailingZeros64(found))
		read := 0
		for i := 0; i < len(run); {
			n := 0
			var b [utf8.UTFMax]byte
			for ; n < len(b) && i+3*n < len(run); n++ {
				r, _ := utf8.DecodeRune(run[i+3*n:])
				b[n], _ = codec.ByteOf(id, r)
			}
			_, size := utf8.DecodeRune(b[:n])
			if size > 1 {
				read += size
			}
			i += 3 * size
		}
		if 2*3*read >= len(run) {
			return false
		}
	}
	return true
}
