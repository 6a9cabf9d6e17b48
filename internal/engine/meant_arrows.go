package engine

import (
	"strings"
	"unicode/utf8"
)

// arrows stand between what is damaged and what it was.
var arrows = []string{"->", "=>", "-->", "==>", "→", "⇒", "⟶", "=", "==", ":=", "<-", "<=", "←"}

// wordEnds are what words end at for an arrow.
const wordEnds = " \t,;:()=<>→⇒⟶←"

// arrow tells whether the word around a finding stands beside an arrow whose other
// side is the same word repaired.
func arrow(text string, f *Finding) bool {
	from, to := 0, len(text)
	if k := strings.LastIndexAny(text[:f.Start], wordEnds); k >= 0 {
		_, n := utf8.DecodeRuneInString(text[k:])
		from = k + n
	}
	if k := strings.IndexAny(text[f.End:], wordEnds); k >= 0 {
		to = f.End + k
	}
	for to > f.End && text[to-1] == '-' { // of "->"
		to--
	}
	after := text[from:f.Start] + f.Readings[0].After + text[f.End:to]
	left, right := strings.TrimRight(text[:from], " "), strings.TrimLeft(text[to:], " ")
	for _, a := range arrows {
		if rest, ok := strings.CutPrefix(right, a); ok && begins(strings.TrimLeft(rest, " "), after) {
			return true
		}
		if rest, ok := strings.CutSuffix(left, a); ok && ends(strings.TrimRight(rest, " "), after) {
			return true
		}
	}
	return false
}

func begins(text, word string) bool {
	rest, ok := strings.CutPrefix(text, word)
	return ok && !wordly(rest, false)
}

func ends(text, word string) bool {
	rest, ok := strings.CutSuffix(text, word)
	return ok && !wordly(rest, true)
}
