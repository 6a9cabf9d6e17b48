package lm

import (
	"fmt"
	"sort"
	"strings"
	"sync"
	"unicode"
)

// ClassName names the class of a rune: what the model knows of runes that it
// has not seen. Training assigns numbers to the names and stores the ranges;
// nothing calls this at run time.
func ClassName(r rune) string {
	switch {
	case r < 0x80:
		return asciiClass(r)
	case r < 0xA0:
		return "c1"
	case r == 0xA0 || r == 0x202F:
		return "nbsp"
	case r == 0xFFFD:
		return "replacement"
	case unicode.Is(unicode.Co, r):
		return "private"
	case unicode.Is(unicode.Cf, r):
		return "format"
	case unicode.Is(unicode.Zs, r):
		return "space/other"
	case unicode.IsLetter(r):
		return letterClass(r)
	case unicode.IsMark(r):
		return "mark/" + scriptOf(r)
	case unicode.IsNumber(r):
		return numberClass(r)
	case unicode.IsPunct(r) || unicode.IsSymbol(r):
		return symbolClass(r)
	}
	return "unassigned"
}

func asciiClass(r rune) string {
	switch {
	case r == ' ' || r == '\t':
		return "space"
	case r < 0x20 || r == 0x7F:
		return "c0"
	case r >= '0' && r <= '9':
		return "digit"
	case unicode.IsLetter(r):
		return "ascii/letter"
	case r == '\'' || r == '"' || r == '.' || r == ',' || r == ';' || r == ':' || r == '!' || r == '?' || r == '-':
		return "ascii/text"
	}
	return "ascii/symbol"
}

// latinBlocks splits the Latin letters: which block a letter is in tells the
// languages of Europe from the rest, and both from phonetics.
var latinBlocks = []struct {
	last rune
	name string
}{
	{0xFF, "1"}, {0x17F, "a"}, {0x24F, "b"}, {0x2AF, "ipa"}, {0x1DFF, "phonetic"},
	{0x1E9F, "additional"}, {0x1EFF, "vietnamese"}, {0x10FFFF, "rest"},
}

func letterClass(r rune) string {
	script := scriptOf(r)
	switch script {
	case "Latin":
		if r == 0xAA || r == 0xBA {
			return "ordinal"
		}
		for _, b := range latinBlocks {
			if r <= b.last {
				return "latin/" + b.name
			}
		}
	case "Cyrillic":
		if r >= 0x410 && r <= 0x44F || r == 0x401 || r == 0x451 {
			return "cyrillic/russian"
		}
		if r <= 0x45F || r == 0x490 || r == 0x491 {
			return "cyrillic/slavic"
		}
		return "cyrillic/rest"
	case "Greek":
		if r >= 0x1F00 {
			return "greek/polytonic"
		}
		if r >= 0x386 && r <= 0x3CE {
			return "greek"
		}
		return "greek/rest"
	case "Han":
		if r >= 0x4E00 && r <= 0x9FFF {
			return "han"
		}
		return "han/rest"
	case "Arabic":
		if r >= 0xFB50 {
			return "arabic/forms"
		}
		return "arabic"
	case "Hangul":
		if r >= 0xAC00 && r <= 0xD7A3 {
			return "hangul"
		}
		return "hangul/jamo"
	case "Katakana":
		if r >= 0xFF66 {
			return "katakana/half"
		}
	}
	if r >= 0xFF00 && r <= 0xFFEF {
		return "wide/letter"
	}
	return "letter/" + script
}

func numberClass(r rune) string {
	switch {
	case r >= 0xFF10 && r <= 0xFF19:
		return "wide/digit"
	case r == 0xB2 || r == 0xB3 || r == 0xB9 || r >= 0x2070 && r <= 0x209F:
		return "superscript"
	case r >= 0xBC && r <= 0xBE || r >= 0x2150 && r <= 0x218F:
		return "fraction"
	case unicode.Is(unicode.Nd, r):
		return "digit/" + scriptOf(r)
	}
	return "number"
}

// symbolRunes are classes of their own; blocks take the rest.
var symbolRunes = map[rune]string{
	'“': "quote/open", '‘': "quote/open", '„': "quote/open", '‚': "quote/open", '«': "quote/open", '‹': "quote/open",
	'”': "quote/close", '’': "quote/close", '»': "quote/close", '›': "quote/close",
	'–': "dash", '—': "dash", '…': "ellipsis", '•': "bullet", '·': "bullet",
	'†': "dagger", '‡': "dagger", '©': "mark-sign", '®': "mark-sign", '™': "mark-sign",
	'°': "degree", '¿': "inverted", '¡': "inverted", '§': "section", '¶': "section",
	'£': "currency", '€': "currency", '¥': "currency", '¢': "currency", '¤': "currency/sign",
	'´': "accent", '¨': "accent", '¯': "accent", '¸': "accent", '¬': "not-sign", '¦': "not-sign",
	'×': "operator", '÷': "operator", '±': "operator", '‰': "permille",
}

var symbolBlocks = []struct {
	last rune
	name string
}{
	{0xFF, "latin1"}, {0x36F, "modifier"}, {0x206F, "general"}, {0x209F, "script"}, {0x20CF, "currency"},
	{0x214F, "letterlike"}, {0x21FF, "arrow"}, {0x22FF, "math"}, {0x23FF, "technical"}, {0x245F, "ocr"},
	{0x24FF, "enclosed"}, {0x257F, "box"}, {0x259F, "block"}, {0x25FF, "geometric"}, {0x26FF, "misc"},
	{0x27BF, "dingbat"}, {0x2BFF, "math2"}, {0x2FFF, "rest"}, {0x303F, "cjk"}, {0xFDFF, "rest"},
	{0xFE4F, "form"}, {0xFFEF, "wide"}, {0x1EFFF, "rest"}, {0x1FAFF, "emoji"}, {0x10FFFF, "rest"},
}

func symbolClass(r rune) string {
	if name, ok := symbolRunes[r]; ok {
		return name
	}
	if script := scriptOf(r); script != "Common" && script != "Inherited" {
		return "punct/" + script
	}
	for _, b := range symbolBlocks {
		if r <= b.last {
			return "symbol/" + b.name
		}
	}
	return "symbol/rest"
}

// majorScripts have classes of their own; all others share one.
var majorScripts = []string{
	"Latin", "Cyrillic", "Greek", "Arabic", "Hebrew", "Han", "Hiragana", "Katakana", "Hangul", "Thai",
	"Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu", "Kannada", "Malayalam",
	"Sinhala", "Lao", "Tibetan", "Myanmar", "Georgian", "Armenian", "Ethiopic", "Khmer", "Mongolian",
	"Cherokee", "Canadian_Aboriginal", "Bopomofo", "Common", "Inherited",
}

func scriptOf(r rune) string {
	for _, s := range majorScripts {
		if unicode.Is(unicode.Scripts[s], r) {
			return s
		}
	}
	return "Other"
}

// A classRange gives runes from first on, up to the next range, one class.
type classRange struct {
	first rune
	class uint8
}

// Classes are the names of the classes in order of their numbers, and the
// ranges of runes that are in them, as training stores them.
type Classes struct {
	Names  []string
	ranges []classRange
}

// maxRune ends the runes that the model tells apart; planes 3 to 16 are one class.
const maxRune = 0x2FFFF

// AllClasses numbers the classes of all runes. It is slow, for training.
var AllClasses = sync.OnceValue(func() *Classes {
	names := map[string]bool{}
	for r := rune(0); r <= maxRune+1; r++ {
		names[ClassName(r)] = true
	}
	c := &Classes{}
	for n := range names {
		c.Names = append(c.Names, n)
	}
	sort.Strings(c.Names)
	if len(c.Names) > maxClasses {
		panic(fmt.Sprintf("lm: %d classes", len(c.Names)))
	}
	number := map[string]uint8{}
	for i, n := range c.Names {
		number[n] = uint8(i)
	}
	last := -1
	for r := rune(0); r <= maxRune+1; r++ {
		if n := int(number[ClassName(r)]); n != last {
			c.ranges = append(c.ranges, classRange{r, uint8(n)})
			last = n
		}
	}
	return c
})

// Of returns the class of a rune.
func (c *Classes) Of(r rune) uint8 {
	if r > maxRune {
		r = maxRune + 1
	}
	i := sort.Search(len(c.ranges), func(i int) bool { return c.ranges[i].first > r })
	return c.ranges[i-1].class
}

// Sizes returns how many runes each class has.
func (c *Classes) Sizes() []int {
	n := make([]int, len(c.Names))
	for i, r := range c.ranges {
		end := rune(maxRune + 2)
		if i+1 < len(c.ranges) {
			end = c.ranges[i+1].first
		}
		n[r.class] += int(end - r.first)
	}
	return n
}

// scriptNumber numbers the scripts of letter classes; Han and kana, which stand
// in one text, are one.
func scriptNumber(class string) uint8 {
	group, rest, _ := strings.Cut(class, "/")
	switch group {
	case "ascii":
		if rest != "letter" {
			return 0
		}
		group = "latin"
	case "han", "katakana":
		group = "han"
	case "letter":
		group = strings.ToLower(rest)
		if group == "hiragana" || group == "katakana" {
			group = "han"
		}
	case "latin", "cyrillic", "greek", "arabic", "hangul":
	default:
		return 0
	}
	for i, s := range majorScripts {
		if strings.EqualFold(s, group) {
			return uint8(i + 1)
		}
	}
	return uint8(len(majorScripts) + 1)
}
