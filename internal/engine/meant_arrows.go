package engine

import (
	"strings"
	"unicode/utf8"
)

// arrows stand between what is damaged and what it was.
var arrows = []string{"->", "=>", "-->", "==>", "→", "⇒", "⟶", "=", "==", ":=", "<-", "<=", "←"}

// contrasts are words that do so.
var contrasts = []string{"instead of", "rather than", "becomes", "became", "for", "statt", "au lieu de", "en lugar de", "en vez de",
	"em vez de", "invece di", "zamiast", "вместо"}

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
	for _, word := range contrasts {
		if rest, ok := strings.CutPrefix(right, word+" "); ok && (begins(strings.TrimLeft(rest, " "), after) || opposed(text, f, rest)) {
			return true
		}
		if rest, ok := strings.CutSuffix(left, " "+word); ok && ends(strings.TrimRight(rest, " "), after) {
			return true
		}
	}
	return false
}

// opposed tells whether a finding that no word is around has one character on the other side: `├¬ instead of ê`,
// whatever it becomes.
func opposed(text string, f *Finding, rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	r, n := utf8.DecodeRuneInString(rest)
	return r >= utf8.RuneSelf && !wordly(rest[n:], false) && !wordly(text[:f.Start], true) && !wordly(text[f.End:], false)
}

func begins(text, word string) bool {
	rest, ok := strings.CutPrefix(text, word)
	return ok && !wordly(rest, false)
}

func ends(text, word string) bool {
	rest, ok := strings.CutSuffix(text, word)
	return ok && !wordly(rest, true)
}
