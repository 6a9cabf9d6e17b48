package scan

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text that was written in one legacy page and read as another shows in what runs
// are made of, and in what stands around them. What clean text seldom has is one of these:
//
//   - three letters and more in a row, beyond ASCII, of the Latin pages: "Ïðèâåò",
//     signs that stand in no word among them: "ÎÄ¼þ";
//   - such a sign between letters: "ma³y", "d‚j…"; a low quotation mark behind one: "José", by way of DOS, "Jos‚";
//   - a capital behind lower-case letters: "journÇe", "оПХБЕР";
//   - one or more letters of another script, or signs of DOS, within a Latin word:
//     "Thιβtre", "ESPA╤OL"; a corner of a box behind one: "QU╔";
//   - signs of DOS beside letters: "╧ЁштхЄ";
//   - signs that no other one stands behind, at the places where those of double-byte pages begin: "¡°userland¡±";
//   - a capital or a sign between a small letter and something else beyond ASCII, which are pairs of bytes: "äSäEäL";
//   - C1 controls, which the repairs of UTF-8 left;
//   - runes side by side that are rare there by the language model, and rare capitals of Cyrillic: "┬├╔ß", "§І§С§Х",
//     "ЮЙРЕХБОУЛЙ", see pairs.go;
//   - ґ, », and marks of print where words of Cyrillic have none: "свґтла", "ус»х", "’ип";
//   - characters that are rare, and common ones in another double-byte page: "拸楊湖羲", see han.go.
//
// Vietnamese, which has three such letters in a row, has letters that are in no page among
// them; Irish has "hÉireann".

// A trait is what a rune is in such a run: bits.
type trait uint16

const (
	latinLower trait = 1 << iota // a letter of a Latin page, beyond ASCII
	latinUpper                   // a capital
	oddSign                      // a sign of such a page that stands in no word
	boxSign                      // a sign of DOS, or of mathematics
	otherLower                   // a letter of another script, without case or not a capital
	otherUpper                   // a capital
	lone                         // which one of alone in a Latin word is odd: Han and Hangul
	latinWide                    // a letter that windows-1252 has not
	midSign                      // a sign that stands in no word but beside it
	quoteSign                    // a quotation mark, or €, the same
	oddUpper                     // a capital of Cyrillic that is rare

	latinLetter = latinLower | latinUpper
	otherLetter = otherLower | otherUpper
)

// traitOf returns the trait of any rune.
func (t *table) traitOf(r rune) trait {
	switch {
	case r < twoBytes:
		return t.traits[r]
	case 0x0E00 <= r && r < 0x0E60:
		return otherLower
	case 0x2500 <= r && r < 0x25A0, 0x2200 <= r && r < 0x2300, 0x2310 <= r && r < 0x2330, r == '⁄', r == '◊', r == '■', r == '№':
		return boxSign
	case r == '‚', r == '„', r == '†', r == '‡', r == '‰', r == '‹', r == '›', r == '•', r == 'ﬁ', r == 'ﬂ', r == 'ⁿ', r == '₧', r == '™':
		return oddSign
	case r == '“', r == '”', r == '€':
		return quoteSign
	case 0x3400 <= r && r < 0xD7B0, 0xFF61 <= r && r < 0xFFA0:
		return lone
	}
	return 0
}

// newTrait returns the trait of a rune of two bytes.
func newTrait(r rune) trait {
	switch {
	case r < 0xA0:
		return oddSign // a C1 control
	case r < 0xC0:
		switch r {
		case 0xA0, '·', '´', 0xAD:
			return 0 // within words of clean text
		case '«', '»', '°':
			return midSign
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
		if r > 0xFF && !strings.ContainsRune("ŒœŠšŸŽž", r) { // which windows-1252 has
			k |= latinWide
		}
		return k
	case kindOf(r) == unlike:
	case strings.ContainsRune("ФЙЪЮХЩЭЯ", r):
		return otherUpper | oddUpper
	case unicode.IsUpper(r):
		return otherUpper
	default:
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
func (t *table) legacy(b []byte, start, end int) bool {
	if end-start > 1 && Gap(b, end) && t.traitOf(runeAt(b, end-2))&latinLower != 0 {
		return true
	}
	switch n := end - start; {
	case n == 2:
		k := &t.traits[uint(b[start]&0x1F)<<6|uint(b[start+1]&0x3F)]
		if *k&^(latinLower|latinWide) == 0 {
			return false // the accented letter of every other word
		}
		if b[start] == 0xC2 && b[start+1] < 0xA0 {
			return true
		}
	case b[start] >= firstHan && t.hanRun(b, start):
		return true
	case b[start] >= firstHan && (b[start] < firstForm || n == 3):
		// A row of common ones is no legacy page; what stands behind them is not looked at.
		return n == 3 && lower(b, start-1) && end < len(b) && lower(b, end) && t.traitOf(runeAt(b, start)) == lone
	case n > 3 && b[start]&^1 != firstThai:
		if t.twoSigns(b, start) || t.legacyRun(b, start, end) {
			return true
		}
	}
	return start > 0 && latin(b[start-1]) && t.besideWord(b, start, end)
}

// Gap tells whether one capital of ASCII, or a sign behind the letters, is all that stands between a run that ends at
// b[end] and the next one: either may be the second byte of a pair.
func Gap(b []byte, end int) bool {
	return end+1 < len(b) && b[end+1] >= 0x80 && ('A' <= b[end] && b[end] <= '_' || '{' <= b[end] && b[end] <= '~')
}

const (
	firstHan  = 0xE3 // first byte of what is lone
	firstForm = 0xEF // of the letters of Apple's pages and of half-width katakana
	firstThai = 0xE0 // of Thai and of other writing that is in no page; so is the next one
)

// twoSigns tells whether a sign begins at b[i], and what stands behind no such sign. Spanish has "¡É" and "¡¿".
func (t *table) twoSigns(b []byte, i int) bool {
	switch r := runeAt(b, i); r {
	case '¡', '¨', '¦', 'ˇ':
		next := runeAt(b, i+2)
		return t.pairClass(next) != 0 && !strings.ContainsRune("ÁÉÍÓÚÑÜáéíóúñ¿¡\u00a0", next)
	}
	return false
}

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
func (t *table) legacyRun(b []byte, start, end int) bool {
	run := b[start:end]
	if t.markFirst(b, start, end) || t.ukrainian(run) {
		return true
	}
	before, second := trait(0), trait(0) // of the rune before, and of that before it
	row, narrow, odd := 0, 0, uint(0)
	class, nats := uint(0), uint(0) // of the rune before; by how much runes are dearer than they are as a rule
	kinds := kind(0)                // of the letters; unlike for signs that no word has
	for i := 0; i < len(run); {
		var k trait
		last := class
		switch c := run[i]; {
		case firstHan <= c && c < firstForm:
			return false
		case c == 0xC2 && i+1 < len(run) && run[i+1] < 0xA0:
			return true // a control
		case 0xC2 <= c && c < 0xE0 && i+1 < len(run) && run[i+1]&0xC0 == 0x80:
			r := uint(c&0x1F)<<6 | uint(run[i+1]&0x3F)
			k, class = t.traits[r], uint(t.pairs.two[r])
			if k&^quoteSign != 0 {
				kinds |= t.kinds[r]
			}
			i += 2
		default:
			_, n := utf8.DecodeRune(run[i:])
			r := runeAt(run, i)
			if k, class = t.traitOf(r), t.pairClass(r); k&^quoteSign != 0 {
				kinds |= unlike
			}
			i += n
		}
		nats += t.pairs.odd(last, class)
		switch {
		case k&(latinLetter|oddSign|midSign) == 0:
			row, narrow = 0, 0
		case k&latinWide != 0:
			row, narrow = row+1, 0
		default:
			row, narrow = row+1, narrow+1
		}
		if k&oddUpper != 0 {
			odd++
		}
		if narrow == narrowRow || row == wideRow {
			return true
		}
		if k &^= oddUpper; k == otherUpper && before == otherLower || k == boxSign && before&otherLetter != 0 ||
			k&otherLetter != 0 && before == boxSign || k == otherLower && before == midSign && second == otherLower {
			return true
		}
		before, second = k, before
	}
	limit := uint(oddNats)
	if kinds&(scripts|unlike) == cyrillic && len(run) >= shortWord {
		limit = strangeNats
		if nats += odd; kinds&upper != 0 {
			if limit--; len(run) < longWord {
				limit--
			}
		}
	}
	return nats > limit && !t.ownWriting(b, start, end)
}

// markFirst tells whether a run begins with a mark of print right before a letter in lower case other than Latin that stands before none, as a
// rule: "’ип" was Тип, "‚аше" Ваше.
func (t *table) markFirst(b []byte, start, end int) bool {
	if end-start < 7 || start > 0 && b[start-1] != ' ' && b[start-1] != '\n' || b[start] != 0xE2 || b[start+1] != 0x80 || !t.smallCyrillic(b, start+3) {
		return false
	}
	switch b[start+2] {
	case 0x99, 0x9A, 0xA0, 0xA1, 0xB0, 0xB9: // ’ ‚ † ‡ ‰ ‹
		return true
	}
	return false
}

// ukrainian tells whether ґ stands in a run where no word has it, before a consonant other than the liquids or at the end: "свґтла" was світла.
func (t *table) ukrainian(run []byte) bool {
	i := bytes.Index(run, []byte("ґ"))
	if i < 0 || len(run) < 6 {
		return false
	}
	if i+2 == len(run) {
		return t.smallCyrillic(run, i-2)
	}
	return t.smallCyrillic(run, i+2) && !strings.ContainsRune("аеєиіїоуюярл", runeAt(run, i+2))
}

// A word of less than shortWord bytes may be an abbreviation, "УЮП"; one of less than longWord in capitals has room
// for less that is strange. KOI8 and windows-1251 read each other's small letters as capitals, the common as rare ones.
const (
	shortWord = 8
	longWord  = 14
)

// besideWord tells whether a run is odd behind the letter of ASCII that it stands behind.
func (t *table) besideWord(b []byte, start, end int) bool {
	switch t.traitOf(runeAt(b, start)) &^ (latinWide | oddUpper) {
	case latinUpper:
		// "journÇe", "lŠngre" and "TÚl", but not "hÉireann"; and "KÄ?rli", where UTF-8 lost a byte.
		small := end-start == 2 && (lower(b, end) || end < len(b) && b[end] == '?' && lower(b, end+1))
		return lower(b, start-1) && (lower(b, start-2) || small && !strings.ContainsRune("ÁÉÍÓÚ", runeAt(b, start))) ||
			upperAt(b, start-1) && small
	case oddSign:
		return inWord(b, start, end) || runeAt(b, start) == '‚' || end-start > 2 && strings.ContainsRune("£¢", runeAt(b, start))
	case boxSign:
		return inWord(b, start, end) || end-start == 3 && corner(runeAt(b, start))
	case midSign:
		return lower(b, start-1) && lower(b, end)
	case quoteSign: // "M”chtest"
		return lower(b, end)
	case otherUpper, otherLower:
		return inWord(b, start, end) || lower(b, start-1) && lower(b, start-2)
	}
	return false
}

// corner tells whether r is where lines of a box meet or bend.
func corner(r rune) bool {
	return 0x2500 <= r && r < 0x2570 && !strings.ContainsRune("─━│┃┄┅┆┇┈┉┊┋╌╍╎╏═║", r)
}

// inWord tells whether ASCII letters stand on both sides of a run.
func inWord(b []byte, start, end int) bool {
	return start > 0 && latin(b[start-1]) && end < len(b) && latin(b[end])
}

func lower(b []byte, i int) bool { return 0 <= i && i < len(b) && 'a' <= b[i] && b[i] <= 'z' }

func upperAt(b []byte, i int) bool { return 0 <= i && i < len(b) && 'A' <= b[i] && b[i] <= 'Z' }

// Legacy tells whether text may hold what was written in a legacy page and read as another.
func Legacy(text string) bool {
	start, end := LegacyRun(text, 0)
	return start < end
}

// LegacyRun returns the first run from text[from] on that may be of a legacy page that was read as another;
// if there is none, two times len(text).
func LegacyRun(text string, from int) (start, end int) {
	b := bytesOf(text)
	for i := ascii(b, from); i < len(b); i = ascii(b, i) {
		start := i
		if i = runEnd(b, i); loaded().legacy(b, start, i) {
			return start, i
		}
	}
	return len(b), len(b)
}
