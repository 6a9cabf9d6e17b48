package engine

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/lm"
)

// Print has letters beyond ASCII with marks and signs beside them, and in many pages these are the bytes of a sequence: a lead
// and its trails. What a word has beside it says little for damage.
const (
	marks       = "“”‘’‚„«»‹›–—…•·" // on either side of words, see beginsWord and endsWord
	signsBefore = "€£§¿¡"           // before words and numbers
	signsBehind = "™®©°¹²³ªº†‡"     // behind them
	signsApart  = "\u00a0\u00ad±¶¼½¾"
)

// inPrint tells whether a mark or a sign stands beside words in print.
func inPrint(r rune) bool { return strings.ContainsRune(marks+signsBefore+signsBehind+signsApart, r) }

// pairInPrint tells whether two signs stand behind a word in print: `José™…`, `thé\u00a0»`. Behind a mark that ends a quotation a
// figure does only if one was opened: `«papá»¹`, but `má»¹` is mỹ.
func pairInPrint(first, second rune, opened bool) bool {
	switch {
	case first == 0xA0:
		return inPrint(second)
	case strings.ContainsRune(marks, first) && strings.ContainsRune(marks, second):
		return first != '„' && first != '‚'
	case first == '»':
		return inPrint(second) && (opened || second == 0xA0)
	}
	return strings.ContainsRune("”“’‘›‹–—…•·™®©°†‡", first) && inPrint(second) || strings.ContainsRune("¹²³", first) && strings.ContainsRune(marks, second)
}

// beginsWord tells whether r stands right before words.
func beginsWord(r rune) bool { return r != '’' && strings.ContainsRune(marks+signsBefore+"№", r) }

// endsWord tells whether r stands right behind words.
func endsWord(r rune) bool {
	return r != '„' && r != '‚' && strings.ContainsRune(marks+signsBehind, r)
}

// atEdge tells whether a mark or a sign stands before a word or behind it, as in print, perhaps with more of them, but not between letters.
func atEdge(runes []rune, i int) bool {
	letter := func(k int) bool { return 0 <= k && k < len(runes) && unicode.IsLetter(runes[k]) }
	first, last := i, i // of the signs
	for first > 0 && inPrint(runes[first-1]) {
		first--
	}
	for last+1 < len(runes) && inPrint(runes[last+1]) {
		last++
	}
	before, behind := letter(first-1), letter(last+1)
	return behind && !before && beginsWord(runes[i]) || before && !behind && endsWord(runes[i])
}

// edged tells whether something stands at the edge of a word whose letter there is beyond ASCII, as in print.
func edged(runes []rune) bool {
	wide := func(k int) bool { return 0 <= k && k < len(runes) && runes[k] >= utf8.RuneSelf }
	for i := range runes {
		if atEdge(runes, i) && (wide(i-1) || wide(i+1)) {
			return true
		}
	}
	return false
}

// dash tells whether r is a dash as word processors put them.
func dash(r rune) bool { return 0x2012 <= r && r <= 0x2015 }

// softHyphen stands in words, where they may be parted.
const softHyphen = '\u00ad'

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
