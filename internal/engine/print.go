package engine

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/lm"
)

// marks are what stands behind a last letter in print.
const marks = "“”‘’‚„«»‹›–—…•·"

// inPrint tells whether a sign stands behind words in print.
func inPrint(sign rune) bool {
	return strings.ContainsRune(marks, sign) || strings.ContainsRune("\u00a0\u00ad™®©°±¹²³ªº¼½¾†‡§¶£€¿¡", sign)
}

// mayClose tells whether r stands behind words, and is no mark that opens a quotation wherever it is written.
func mayClose(r rune) bool { return inPrint(r) && r != '„' && r != '‚' && r != '€' }

// softHyphen stands in words, where they may be parted.
const softHyphen = 0xAD

// betweenCapitals tells whether a sign may stand between two capitals, `CAFÉ•BAR`; `NEVÄ“LOS` has one that may not.
func betweenCapitals(sign rune) bool {
	return strings.ContainsRune("’‘´·•®™…–—°\u00a0", sign)
}

// fitsCapitals tells whether a rune may stand in a word of capitals: a usual capital, and the small letters of
// Latin-1, which people who have no key for the capital write, `POKéMON`.
func fitsCapitals(m *lm.Model, r rune) bool {
	if r < 0x100 && unicode.IsLetter(r) {
		return true
	}
	sym := m.Sym(r)
	return sym.Upper() && m.Alone(sym) <= rareCapital
}

// rareCapital, in nats, is more than what capitals of living alphabets cost by themselves: Ŷ costs
// 13.4, Ǘ and Ŗ 18.
const rareCapital = 15

// unitSign tells whether a sign may stand behind a unit, with or without a letter behind it.
func unitSign(r rune, letter bool) bool {
	return strings.ContainsRune("²³·–—", r) || !letter && !unicode.IsLetter(r)
}

// Marks before words and behind them in print.
const (
	marksBefore = "…«»“”„‚‘‹›—–•·€£№§¿¡"
	marksBehind = "…»«”“’‘›‹—–•·™®©°¹²³ªº†‡"
)

// atEdge tells whether a mark stands before a word or behind it, as in print, but not between letters.
func atEdge(runes []rune, i int) bool {
	letter := func(k int) bool { return 0 <= k && k < len(runes) && unicode.IsLetter(runes[k]) }
	before, behind := letter(i-1), letter(i+1)
	return behind && !before && strings.ContainsRune(marksBefore, runes[i]) || before && !behind && strings.ContainsRune(marksBehind, runes[i])
}

// edged tells whether a mark stands at the edge of a word beyond ASCII, as in print.
func edged(text string) bool {
	runes := []rune(text)
	for i := range runes {
		if atEdge(runes, i) && (i > 0 && runes[i-1] >= utf8.RuneSelf || i+1 < len(runes) && runes[i+1] >= utf8.RuneSelf) {
			return true
		}
	}
	return false
}
