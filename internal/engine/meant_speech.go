package engine

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// subjects are words, folded, that nobody uses but to speak of damage: its names, in what languages
// have one, and calls that repair it.
var subjects = []string{"mojibake", "double-encod", "double encod", "doubly encod", "doppelt kodier", "double encodage", "кракозябр",
	"文字化け", "乱码", "亂碼", "ftfy.", "fix_text(", "fixutf8(", "fix_encoding", "fixencoding"}

// A hint is a piece of a subject, as it is mostly written; four bytes of it from a place on are rare in texts.
type hint struct {
	word string
	rare int
}

var hintsOfSubjects = []hint{{"ojibake", 0}, {"ncod", 0}, {"tfy.", 0}, {"ix_text(", 0}, {"ixUTF8(", 1}, {"ракозябр", len("рако")}, {"字化け", 0},
	{"乱码", 0}, {"亂碼", 0}}

// hasSubject tells whether a text speaks of damage.
func hasSubject(text string) bool {
	return len(text) <= maxSpoken && hinted(text) && speechOf(text) == ofSubject
}

// hintStride is how far apart the pairs of bytes are that are looked at: one of the three in four bytes of a hint is among them.
const hintStride = 3

// hintedPairs are the pairs of bytes in what is rare of the hints.
var hintedPairs = func() (set [1 << 10]uint64) {
	for _, h := range hintsOfSubjects {
		for i := range hintStride {
			n := pairAt(h.word, h.rare+i)
			set[n>>6] |= 1 << (n & 63)
		}
	}
	return set
}()

func pairAt(text string, i int) uint { return uint(text[i])<<8 | uint(text[i+1]) }

// hinted tells whether a text contains one of the hints.
func hinted(text string) bool {
	for i := 0; i+1 < len(text); i += hintStride {
		if n := pairAt(text, i); hintedPairs[n>>6%(1<<10)]>>(n%64)&1 != 0 && hintedAround(text, i) {
			return true
		}
	}
	return false
}

// hintedAround tells whether the pair at text[i] is one of what is rare of a hint, and the hint is there.
func hintedAround(text string, i int) bool {
	pair := pairAt(text, i)
	for _, h := range hintsOfSubjects {
		for k := h.rare; k < h.rare+hintStride; k++ {
			if pairAt(h.word, k) == pair && i >= k && strings.HasPrefix(text[i-k:], h.word) {
				return true
			}
		}
	}
	return false
}

// topics are words, folded, of which one stands in many texts about damage: names of encodings, and calls
// that replace text.
var topics = []string{"encod", "utf-8", "utf8", "unicode", "latin-1", "latin1", "iso-8859", "iso8859", "cp125", "windows-125",
	"codepage", "code page", "charset", "character set", "zeichensatz", "zeichencod", "codific", "jeu de caract", "кодиров",
	"文字コード", "编码", "編碼", "replace(", "replaceall(", "str_replace", "gsub("}

// searches are commands, clauses and calls, folded, that look for text. What they look for is short.
var searches = []string{"grep ", "rg ", "ag ", "ack ", "sed ", "findstr ", "select-string ", "like '%", `like "%`, "rlike ", "regexp ",
	"-replace ", "-match ", "re.sub(", "re.search(", "re.findall(", "re.compile(", "strtr(", "strpos(", "instr("}

// A speech is what a text is about, as its words say.
type speech uint8

const (
	ofOther   speech = iota
	ofSearch         // it looks for text
	ofTopic          // it speaks of encodings, or replaces text
	ofSubject        // it speaks of damage
)

// speechOf tells what a text of a line or two speaks of. What is set to a value, or is one, says
// nothing: `<?xml encoding="utf-8"?>`.
func speechOf(text string) speech {
	if len(text) > maxSpoken {
		return ofOther
	}
	folded := strings.ToLower(text)
	switch {
	case containsAny(folded, subjects, free):
		return ofSubject
	case containsAny(folded, topics, free):
		return ofTopic
	case containsAny(folded, searches, begun):
		return ofSearch
	}
	return ofOther
}

// containsAny tells whether a text contains one of the words, somewhere where ok holds.
func containsAny(text string, words []string, ok func(text string, from, to int) bool) bool {
	return slices.ContainsFunc(words, func(word string) bool {
		for at := 0; ; {
			k := strings.Index(text[at:], word)
			if k < 0 {
				return false
			}
			at += k + len(word)
			if ok(text, at-len(word), at) {
				return true
			}
		}
	})
}

// free tells whether a word is set to no value, and is none.
func free(folded string, from, to int) bool {
	before, after := strings.TrimRight(folded[:from], nameRunes+`"'`), strings.TrimLeft(folded[to:], nameRunes)
	return !strings.HasSuffix(before, "=") && !strings.HasPrefix(after, "=")
}

// begun tells whether no letter stands before a word.
func begun(folded string, from, _ int) bool { return from == 0 || !asciiLetter(folded[from-1]) }

// nameRunes are what names of encodings and attributes are made of.
const nameRunes = "abcdefghijklmnopqrstuvwxyz0123456789-_"

// maxSpoken, in bytes, is how long such a text is at most.
const maxSpoken = 1000

// asks tells whether a text asks, in English, what something means or where it comes from. Other languages have words
// of one letter beyond ASCII, of which they ask other things: `O que Ã© isso?`
func asks(text string) bool {
	if len(text) > maxSpoken || strings.IndexByte(text, '?') < 0 || !mayAsk(text, 'w') && !mayAsk(text, 'W') {
		return false
	}
	folded := strings.ToLower(text)
	return containsAny(folded, questions, begun)
}

// mayAsk tells whether a word begins as all questions do, with the given letter first.
func mayAsk(text string, first byte) bool {
	for i := 0; ; i++ {
		k := strings.IndexByte(text[i:], first)
		if k < 0 {
			return false
		}
		if i += k; i+1 < len(text) && text[i+1]|0x20 == 'h' && begun(text, i, i) {
			return true
		}
	}
}

var questions = []string{"what does ", "what do ", "what is ", "what's ", "what are ", "why "}

// unspeakable tells whether a finding stands by itself, and what it becomes cannot: a letter in English, or
// half a pair of quotation marks.
func unspeakable(text string, f *Finding) bool {
	after := f.Readings[0].After
	r, n := utf8.DecodeRuneInString(after)
	return n == len(after) && (unicode.IsLetter(r) && r < 0x2E80 || strings.ContainsRune("‘’“”„", r)) && standsApart(text, f.Start, f.End)
}

// standsApart tells whether blanks stand on both sides of text[start:end], or its ends do.
func standsApart(text string, start, end int) bool {
	return (start == 0 || isBlank(text[start-1])) && (end == len(text) || isBlank(text[end]))
}

// leadNamed tells whether a lead of the page of a finding is spoken of by itself: `an Â before £`, `if "Ã" in s`.
func leadNamed(text string, found []Finding, f *Finding) bool {
	page, ok := outermostOf(f.Readings[0].Path)
	if !ok {
		return false
	}
	for i, r := range text {
		if r < utf8.RuneSelf {
			continue
		}
		b, ok := codec.ByteOf(page, r)
		end := i + utf8.RuneLen(r)
		if !ok || b != 0xC2 && b != 0xC3 && b != 0xE2 || inside(found, i) {
			continue
		}
		if inStraight(text, i, end) || standsApart(text, i, end) && behindWord(text[:i], articles) {
			return true
		}
	}
	return false
}

// articles stand before what is spoken of, and before no space that does not break.
var articles = []string{"a ", "an ", "the ", "this ", "that ", "extra ", "character ", "symbol ", "letter "}

// letterWords are words for a letter, folded; a capital that stands by itself behind one is that letter: `la letra Ã del portugués`.
var letterWords = []string{"letter ", "character ", "lettre ", "lettera ", "letra ", "carácter ", "caractere ", "buchstabe ", "buchstaben ", "bokstaven ", "bogstavet ",
	"kirjain ", "litera ", "literą ", "písmeno ", "betű ", "harf ", "harfi ", "буква ", "букву ", "літера ", "γράμμα ", "chữ "}

// behindWord tells whether a text ends with one of some words, which are folded.
func behindWord(text string, words []string) bool {
	const longest = 24 // in bytes, with a rune before it
	folded := strings.ToLower(text[max(0, len(text)-longest):])
	return slices.ContainsFunc(words, func(word string) bool {
		return strings.HasSuffix(folded, word) && begun(folded, len(folded)-len(word), len(folded))
	})
}

// lettered tells whether a finding is one rune that lost what followed, by itself, behind a word for a letter.
func lettered(text string, f *Finding) bool {
	before := strings.TrimRight(text[f.Start:f.End], " ")
	_, n := utf8.DecodeRuneInString(before)
	return n == len(before) && standsApart(text, f.Start, f.Start+n) && behindWord(text[:f.Start], letterWords)
}

// inside tells whether a place is in a finding that is certain.
func inside(found []Finding, at int) bool {
	return slices.ContainsFunc(found, func(f Finding) bool { return f.Verdict == Certain && f.Start <= at && at < f.End })
}

// outermostOf returns the page of the last damage of a path, of whatever origin.
func outermostOf(path string) (codec.ID, bool) {
	c, ok := codec.Lookup(path[strings.LastIndexByte(path, '>')+1:])
	if !ok {
		return 0, false
	}
	return c.ID(), true
}
