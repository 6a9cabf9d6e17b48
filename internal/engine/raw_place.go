package engine

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Where signs stand in text the model of letters knows little of: that lines begin with • and not with ¥, that … ends a word and É does
// not, and that ¡ is in no word. What a page reads as signs, or as letters, in the wrong place costs so much more, in nats.
const (
	wrongSign    = 12 // ¡ and ¿ between letters
	wrongMoney   = 5  // ¥ at the beginning, and a blank behind
	wrongCapital = 4  // a capital at the end of a word in lower case
	wrongBox     = 6  // a sign of DOS, or of mathematics, right beside a letter
	wrongMark    = 5  // a mark of print between letters
	wrongKana    = 6  // half-width katakana by itself behind ASCII
	wrongLetter  = 6  // a letter by itself before a sign of formats
)

// softHyphenCost, in nats, is what a soft hyphen between two letters costs, which are to the model as if it was not there.
const softHyphenCost = 10

// misplaced is what rune r costs for its place, before and behind it being the runes there, 0 at the edges.
func misplaced(before, r, behind rune) float32 {
	switch {
	case r == '¡' || r == '¿':
		if unicode.IsLetter(before) && unicode.IsLetter(behind) {
			return wrongSign
		}
	case r == '¥':
		if before == 0 && behind == ' ' {
			return wrongMoney
		}
	case r >= 0x2500 && r < 0x25A0 || r >= 0x2200 && r < 0x2300:
		if isASCIILetter(before) || isASCIILetter(behind) || before == ')' {
			return wrongBox
		}
	case r == '‚' || r == '„' || r == '“' || r == '”' || r == '†' || r == '‡' || r == '‰' || r == '‹' || r == '›' || r == '•' || r == 'ƒ':
		if unicode.IsLetter(before) && unicode.IsLetter(behind) {
			return wrongMark
		}
	case r >= 0xFF61 && r < 0xFFA0:
		if before < utf8.RuneSelf && behind < utf8.RuneSelf {
			return wrongKana
		}
	case behind >= utf8.RuneSelf || asciiLetter(byte(behind)):
	case before == 0 || before == ' ':
		if (behind == '%' || behind == '$' || behind == '{') && unicode.IsLetter(r) {
			return wrongLetter
		}
	case (before >= utf8.RuneSelf || 'a' <= before && before <= 'z') && unicode.IsUpper(r) && unicode.IsLower(before):
		return wrongCapital
	}
	return 0
}

// quotedRebate, in nats, is what two quotation marks, or dashes, are cheaper as that stand right before a word and right behind one: letters in
// their places would be words by chance. It is so for mostQuoted of them at the most.
const (
	quotedRebate = 6
	mostQuoted   = 2
)

// closers returns the marks that close what r opens; none if it opens nothing.
func closers(r rune) string {
	switch r {
	case '‘':
		return "’"
	case '“':
		return "”"
	case '„':
		return "“”"
	case '‚':
		return "‘’"
	case '«':
		return "»"
	case '»':
		return "«"
	case '–':
		return "–"
	case '—':
		return "—"
	}
	return ""
}

// quoted returns what a reading is cheaper for its quotation marks.
func quoted(text []byte) float32 {
	pairs := 0
	ends := ""
	before := rune(' ')
	for i := 0; i < len(text) && pairs < mostQuoted; {
		r, size := utf8.DecodeRune(text[i:])
		i += size
		if r >= utf8.RuneSelf {
			behind := rune(' ')
			if i < len(text) {
				behind, _ = utf8.DecodeRune(text[i:])
			}
			switch marks := closers(r); {
			case ends != "" && strings.ContainsRune(ends, r) && before != ' ' && outsideWord(behind):
				ends = ""
				pairs++
			case marks != "" && outsideWord(before) && behind != ' ':
				ends = marks
			}
		}
		before = r
	}
	return quotedRebate * float32(pairs)
}

// outsideWord tells whether x is ASCII that is no part of a word, nor of a format.
func outsideWord(x rune) bool {
	return x < utf8.RuneSelf && x != '%' && x != '$' && !isASCIILetter(x) && (x < '0' || x > '9')
}
