package scan

import (
	"unicode"
	"unicode/utf8"
)

// Text that was written in one legacy page and read as another shows in what runs
// are made of, and in what stands around them. What clean text seldom has is one of these:
//
//   - three letters and more in a row, beyond ASCII, of the Latin pages: "Ïðèâåò",
//     signs that stand in no word among them: "ÎÄ¼þ";
//   - such a sign between letters: "ma³y", "d‚j…";
//   - a capital behind lower-case letters: "journÇe", "оПХБЕР";
//   - one or more letters of another script, or signs of DOS, within a Latin word:
//     "Thιβtre", "ESPA╤OL";
//   - signs of DOS beside letters: "╧ЁштхЄ".
//
// Vietnamese, which has three such letters in a row, has letters that are in no page among
// them; Irish has "hÉireann".

// A trait is what a rune is in such a run: bits.
type trait uint8

const (
	latinLower trait = 1 << iota // a letter of a Latin page, beyond ASCII
	latinUpper                   // a capital
	oddSign                      // a sign of such a page that stands in no word
	boxSign                      // a sign of DOS, or of mathematics
	otherLower                   // a letter of another script, without case or not a capital
	otherUpper                   // a capital
	lone                         // which one of alone in a Latin word is odd: Han, kana and Hangul
	latinWide                    // a letter beyond U+00FF

	latinLetter = latinLower | latinUpper
	otherLetter = otherLower | otherUpper
)

// traits are those of the runes of two bytes.
var traits = func() (t [twoBytes]trait) {
	for r := rune(0xA0); r < twoBytes; r++ {
		t[r] = traitOf(r)
	}
	return t
}()

// traitAt returns the trait of any rune.
func traitAt(r rune) trait {
	switch {
	case r < twoBytes:
		return traits[r]
	case 0x0E00 <= r && r < 0x0E60:
		return otherLower
	case 0x2500 <= r && r < 0x25A0, 0x2200 <= r && r < 0x2300, 0x2310 <= r && r < 0x2330, r == '⁄', r == '◊', r == '■':
		return boxSign
	case r == '‚', r == '„', r == '†', r == '‡', r == '‰', r == '‹', r == '›', r == '•', r == 'ﬁ', r == 'ﬂ', r == 'ⁿ', r == '₧':
		return oddSign
	case 0x3040 <= r && r < 0xD7B0, 0xFF61 <= r && r < 0xFFA0:
		return lone
	}
	return 0
}

func traitOf(r rune) trait {
	switch {
	case r < 0xC0:
		switch r {
		case 0xA0, '«', '»', '°', '·', '´', '¿', '¡', 'º', 'ª', 0xAD:
			return 0 // beside letters in clean text
		case 'µ':
			return latinLower
		}
		return oddSign
	case r == '×' || r == '÷', r == 'ƒ', r == 'ˆ', r == '˜', 0x2C6 <= r && r < 0x2E0:
		return oddSign
	case r < 0x180:
		k := latinLower
		if unicode.IsUpper(r) {
			k = latinUpper
		}
		if r > 0xFF {
			k |= latinWide
		}
		return k
	case firstLetter <= r && r <= lastLetter && unicode.IsLetter(r):
		if unicode.IsUpper(r) {
			return otherUpper
		}
		return otherLower
	}
	return 0
}

// narrowRow is how many letters of Western pages in a row, signs of them among these,
// are odd, and wideRow how many of all Latin pages: "příští" has three.
const (
	narrowRow = 3
	wideRow   = 4
)

// legacy tells whether the run b[start:end] may be of a legacy page that was read as another.
func legacy(b []byte, start, end int) bool {
	switch {
	case b[start] >= firstHan:
		// A row of these is no legacy page; what stands behind them is not looked at.
		return end-start == 3 && inWord(b, start, end) && traitAt(runeAt(b, start)) == lone
	case end-start > 2:
		return b[start]&^1 != firstThai && legacyRun(b, start, end) || besideWord(b, start, end)
	case end-start < 2 || traitAt(runeAt(b, start))&^(latinLower|latinWide) == 0:
		return false // the accented letter of every other word
	}
	return besideWord(b, start, end)
}

const (
	firstHan  = 0xE3 // first byte of what is lone
	firstThai = 0xE0 // of Thai and of other writing that is in no page; so is the next one
)

// runeAt is the rune of two bytes or three that stands at b[i], and 0 for all else.
func runeAt(b []byte, i int) rune {
	if i+1 < len(b) && b[i]&0xE0 == 0xC0 && b[i+1]&0xC0 == 0x80 {
		return known(rune(b[i]&0x1F)<<6|rune(b[i+1]&0x3F), 0x80)
	}
	if i+2 < len(b) && b[i]&0xF0 == 0xE0 && b[i+1]&0xC0 == 0x80 && b[i+2]&0xC0 == 0x80 {
		return known(rune(b[i]&0x0F)<<12|rune(b[i+1]&0x3F)<<6|rune(b[i+2]&0x3F), twoBytes)
	}
	return 0
}

// known returns r, and 0 if it is below the least that its bytes may stand for.
func known(r, least rune) rune {
	if r < least {
		return 0
	}
	return r
}

// legacyRun looks for what is odd within a run.
func legacyRun(b []byte, start, end int) bool {
	before := trait(0) // of the rune before
	row, narrow := 0, 0
	for i := start; i < end; {
		var k trait
		switch {
		case b[i] >= firstHan:
			return false
		default:
			r := runeAt(b, i)
			k = traitAt(r)
			switch {
			case r >= twoBytes:
				i += 3
			case r > 0:
				i += 2
			default:
				_, n := utf8.DecodeRune(b[i:end])
				i += n
			}
		}
		switch {
		case k&(latinLetter|oddSign) == 0:
			row, narrow = 0, 0
		case k&latinWide != 0:
			row, narrow = row+1, 0
		default:
			row, narrow = row+1, narrow+1
		}
		if narrow == narrowRow || row == wideRow {
			return true
		}
		if k == otherUpper && before == otherLower || k == boxSign && before&otherLetter != 0 || k&otherLetter != 0 && before == boxSign {
			return true
		}
		before = k
	}
	return false
}

// besideWord tells whether a run is odd in the Latin word that it stands in.
func besideWord(b []byte, start, end int) bool {
	if start == 0 || !latin(b[start-1]) {
		return false
	}
	switch traitAt(runeAt(b, start)) &^ latinWide {
	case latinUpper:
		return lower(b, start-1) && lower(b, start-2)
	case oddSign, boxSign, otherUpper:
		return inWord(b, start, end)
	case otherLower:
		return inWord(b, start, end) || lower(b, start-1) && lower(b, start-2)
	}
	return false
}

// inWord tells whether ASCII letters stand on both sides of a run.
func inWord(b []byte, start, end int) bool {
	return start > 0 && latin(b[start-1]) && end < len(b) && latin(b[end])
}

func lower(b []byte, i int) bool { return i >= 0 && 'a' <= b[i] && b[i] <= 'z' }

// Legacy tells whether text may hold what was written in a legacy page and read as another.
func Legacy(text string) bool {
	b := bytesOf(text)
	for i := ascii(b, 0); i < len(b); {
		end := i
		for end < len(b) && b[end] >= 0x80 {
			end++
		}
		if legacy(b, i, end) {
			return true
		}
		i = ascii(b, end)
	}
	return false
}
