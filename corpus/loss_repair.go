package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/unbake/unbake/internal/codec"
)

// commonRunes are what lists of replacements know: the punctuation of word
// processors, and the letters and signs of Latin-1.
const commonRunes = "‘’“”–—…•™€" +
	"¡¢£¥§©«®°±²³´µ·¹»¼½¾¿×÷" +
	"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ"

// commonRepair replaces the sequences of commonRunes that can be read whole
// in this page. Those with an undefined byte are left: lists that people
// collect from what they see do not have them right.
func commonRepair(text string, pg page) string {
	undefined := pg.isUndefined()
	var pairs []string
	for _, r := range commonRunes {
		seq, exact := pg.decode([]byte(string(r)))
		if exact && !strings.ContainsFunc(seq, undefined) {
			pairs = append(pairs, seq, string(r))
		}
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// halfRepair does what happened to `“live” data` on a page that we met: the
// closing quote lost its undefined byte 9D, a tool took the space behind
// it for the byte A0 that spaces often were, read E2 80 A0, and left `live†data`;
// before a comma it gave up and left `â€`.
func halfRepair(text string, pg page) string {
	text = dropUndefined(text, pg)
	nbsp, exact := pg.decode([]byte{0xA0})
	if stub, ok := pg.decode([]byte{0xE2, 0x80}); ok && exact && nbsp == "\u00A0" {
		text = strings.ReplaceAll(text, stub+" ", "†")
	}
	return commonRepair(text, pg)
}

// wholeRepair repairs what is UTF-8 of one character in this page, and leaves the rest.
func wholeRepair(text string, pg page) string {
	var out strings.Builder
	for len(text) > 0 {
		r, n := wholeRune(text, pg)
		if n == 0 {
			r, n = utf8.DecodeRuneInString(text)
		}
		out.WriteRune(r)
		text = text[n:]
	}
	return out.String()
}

// wholeRune returns the character beyond ASCII of which text begins with the UTF-8, as the page has it, and how many bytes of text that
// is; 0 if it does not.
func wholeRune(text string, pg page) (r rune, n int) {
	var seq []byte
	for _, next := range text {
		b, err := pg.encode(string(next))
		if err != nil || len(seq) == 0 && next < utf8.RuneSelf {
			return 0, 0
		}
		seq = append(seq, b...)
		n += utf8.RuneLen(next)
		if utf8.FullRune(seq) {
			if r, size := utf8.DecodeRune(seq); size == len(seq) && r >= utf8.RuneSelf && size > 1 {
				return r, n
			}
			return 0, 0
		}
	}
	return 0, 0
}

// bestFit writes text in windows-1252, with look-alikes, and "?" where there
// is none, and reads it back.
func bestFit(text string) string { return strings.Map(codec.BestFit, text) }

// dropLetters drops the letters beyond ASCII.
func dropLetters(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= utf8.RuneSelf && unicode.IsLetter(r) {
			return -1
		}
		return r
	}, text)
}

// unaccent writes letters that are one of ASCII and marks as the letter alone.
func unaccent(text string) string {
	return strings.Map(func(r rune) rune {
		if apart := norm.NFD.String(string(r)); r >= utf8.RuneSelf && unicode.IsLetter(r) && apart[0] < utf8.RuneSelf {
			return rune(apart[0])
		}
		return r
	}, text)
}
