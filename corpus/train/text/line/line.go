// Package line has what every part of the training text shares: what a line
// is, how texts are cut into lines, and how languages are named.
package line

import (
	"hash/fnv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Register is the kind of text that a line is.
type Register string

// The registers. Those from Patterns on are made by rule, not extracted.
const (
	Prose    Register = "prose"    // sentences and paragraphs
	Tech     Register = "tech"     // technical prose
	Help     Register = "help"     // interface texts, messages, command help
	Names    Register = "names"    // names of people, places, firms, languages
	Titles   Register = "titles"   // titles, headings, names of things
	Emoji    Register = "emoji"    // names of emoji and symbols
	Patterns Register = "patterns" // prices, dates, units, phones
	Symbols  Register = "symbols"  // emoji, arrows, boxes, maths, alone and beside words
	Code     Register = "code"     // comments, fields and values
	Chat     Register = "chat"     // no capitals, !!!, emoticons
)

// Und is the language of texts that have none, such as a list of the world's
// cities.
const Und = "und"

// A Line is one line of training text.
type Line struct {
	Lang     string
	Register Register
	Text     string
}

// maxRunes is where longer lines are cut off, at a space: a few lines of whole
// chapters would otherwise make up most of a language's cap.
const maxRunes = 1200

// Split cuts text at line ends and returns its usable lines: trimmed, with
// tabs and runs of spaces made one space, no control characters, and with a
// letter in them.
func Split(text string) []string {
	var out []string
	for s := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' }) {
		s = Tidy(s)
		if s != "" && strings.IndexFunc(s, unicode.IsLetter) >= 0 {
			out = append(out, s)
		}
	}
	return out
}

// Tidy trims a line and makes tabs and runs of ASCII spaces one space; other
// spaces stay what they are. It returns "" for a line with a character that no
// honest text has: U+FFFD, controls, private use, unassigned.
func Tidy(s string) string {
	if !utf8.ValidString(s) {
		return ""
	}
	var b strings.Builder
	space, n := false, 0
	for _, r := range strings.TrimLeft(s, " \t\ufeff") {
		if r == ' ' || r == '\t' {
			space = true
			continue
		}
		if r == utf8.RuneError || r != '\u00ad' && !unicode.IsPrint(r) && !unicode.Is(unicode.Zs, r) && !unicode.Is(unicode.Cf, r) {
			return ""
		}
		if space {
			if n > maxRunes {
				break
			}
			b.WriteByte(' ')
			n++
			space = false
		}
		b.WriteRune(r)
		n++
	}
	if n > 2*maxRunes {
		return ""
	}
	return b.String()
}

// Hash is a number that depends on the strings alone. Order, split and every
// draw come from it, so that the same inputs give the same output in whatever
// order they are read.
func Hash(parts ...string) uint64 {
	h := fnv.New64a()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return mix(h.Sum64())
}

// mix spreads FNV's weak high bits (the finisher of MurmurHash3).
func mix(x uint64) uint64 {
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	x *= 0xc4ceb9fe1a85ec53
	return x ^ x>>33
}
