package main

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"github.com/unbake/unbake/corpus"
)

// A recipe is how one line is damaged.
type recipe struct {
	path     corpus.Path
	share    float64                  // of its words
	collapse bool                     // runs of spaces become one
	quoted   bool                     // some of its words are put between quotation marks before
	cut      bool                     // the text ends behind some rune beyond ASCII
	bake     func(text string) string // instead of the path, if it is not nil
}

// folded tells whether the recipe folds case.
func (r recipe) folded() bool {
	last := r.path.Layers[len(r.path.Layers)-1].Losses
	return slices.Contains(last, corpus.Lower) || slices.Contains(last, corpus.Upper) || slices.Contains(last, corpus.Title)
}

// western are the forms of the commonest damage, by how often they are drawn.
var western = []string{
	"utf-8>windows-1252", "utf-8>windows-1252", "utf-8>windows-1252", "utf-8>iso-8859-1",
	"utf-8>windows-1252+dropped-byte", "utf-8>windows-1252+dropped-byte", "utf-8>windows-1252+question-mark",
	"utf-8>windows-1252+replacement-character", "utf-8>windows-1252+nbsp-to-space", "utf-8>windows-1252+nbsp-to-space",
	"utf-8>windows-1252+dropped-byte+nbsp-to-space", "utf-8>windows-1252+shy-dropped", "utf-8>windows-1252+quotes-straightened",
	"utf-8>windows-1252>windows-1252", "utf-8>windows-1252>windows-1252>windows-1252",
	"utf-8>windows-1252+dropped-byte>windows-1252", "utf-8>windows-1252>windows-1252+dropped-byte", "cesu-8>windows-1252",
	"utf-8>windows-1252>windows-1252+replacement-character", "utf-8>windows-1252>windows-1252+question-mark",
	"utf-8>windows-1252+nbsp-to-space", "utf-8>windows-1252+nbsp-to-space", "utf-8>windows-1252+dropped-byte+nbsp-to-space",
	"utf-8>windows-1252+half-repaired", "utf-8>windows-1252+half-repaired", "utf-8>windows-1252+dropped-byte+common-repaired",
	"utf-8>windows-1252+half-repaired", "utf-8>windows-1252+half-repaired", "utf-8>windows-1252+dropped-byte+common-repaired",
	"utf-8>windows-1252+common-repaired", "utf-8>iso-8859-1>windows-1252", "windows-1252>iso-8859-1", "windows-1252>iso-8859-1", "windows-1252>iso-8859-1",
	"utf-8>windows-1252+lower", "utf-8>windows-1252+upper", "utf-8>windows-1252+title", "utf-8>iso-8859-1+c1-dropped",
	"utf-8>windows-1252+question-mark", "utf-8>windows-1252+replacement-character", "utf-8>windows-1252+quotes-straightened",
	"utf-8>windows-1252+nbsp-to-space", "utf-8>windows-1252+nbsp-to-space", "utf-8>windows-1252+nbsp-to-space+lower", "utf-8>windows-1252>windows-1252+lower", "utf-8>windows-1252>windows-1252>windows-1252>windows-1252",
}

// pages are the other single-byte pages, the common ones more than once.
var pages = strings.Fields(strings.Repeat("windows-1250 windows-1251 ibm437 ibm850 macintosh ", 6) +
	strings.Repeat("windows-1253 windows-1254 windows-1257 ibm866 ibm852 koi8-r iso-8859-2 ", 3) +
	strings.Repeat("windows-1255 windows-1256 windows-1258 windows-874 iso-8859-5 iso-8859-7 iso-8859-9 iso-8859-15 x-mac-cyrillic ", 2) +
	"iso-8859-3 iso-8859-4 iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-16 koi8-u x-mac-ce x-mac-greek x-mac-turkish x-mac-romanian " +
	"ibm855 ibm857 ibm775 ibm862 ibm737 ibm861 ibm865 ibm860")

// recipeOf draws a recipe by the bits of h.
func recipeOf(h uint64) recipe {
	pick := digitsOf(h)
	var r recipe
	switch k := pick(20); {
	case k < 11:
		name := western[pick(len(western))]
		r.path = corpus.MustPath(name)
		r.quoted = strings.Contains(name, "repaired") || strings.HasPrefix(name, "windows")
	case k < 17:
		s := "utf-8>" + pages[pick(len(pages))]
		switch pick(12) {
		case 0, 1:
			s += "+nbsp-to-space"
		case 2, 3:
			s += "+dropped-byte"
		case 4:
			s += "+replacement-character"
		}
		r.path = corpus.MustPath(s)
	default:
		a, b := pages[pick(len(pages))], pages[pick(len(pages))]
		if pick(2) == 0 {
			b = a
		} else if pick(2) == 0 {
			a = "windows-1252"
		}
		r.path = corpus.MustPath("utf-8>" + a + ">" + b)
	}
	r.extent(pick)
	return r
}

// lossyRecipe draws one of the recipes for the commonest damage that lose something.
func lossyRecipe(h uint64) recipe {
	pick := picker(h)
	var r recipe
	for !r.lossy() {
		r.path = corpus.MustPath(western[pick(len(western))])
	}
	r.quoted = strings.Contains(r.path.String(), "repaired")
	r.extent(pick)
	return r
}

// extent draws how much of a text the recipe damages.
func (r *recipe) extent(pick func(n int) int) {
	r.share = [...]float64{1, 1, 1, 0.7, 0.4, 0.2}[pick(6)]
	r.collapse = pick(2) == 0
	r.cut = pick(8) == 0
	if r.folded() {
		r.share = 1 // case is that of the whole cell
	}
}

// lossy tells whether the recipe loses something.
func (r *recipe) lossy() bool {
	return slices.ContainsFunc(r.path.Layers, func(l corpus.Layer) bool { return len(l.Losses) > 0 })
}

// digitsOf returns a function that draws numbers below n from h as from the digits of a number,
// until none are left.
func digitsOf(h uint64) func(n int) int {
	return func(n int) int {
		k := int(h % uint64(n))
		h /= uint64(n)
		return k
	}
}

// picker returns a function that draws numbers below n, as many as are asked for.
func picker(h uint64) func(n int) int {
	return func(n int) int {
		h = h*6364136223846793005 + 1442695040888963407
		return int(h >> 33 % uint64(n))
	}
}

// sprinkled are signs that text holds now and then, and the language model's
// texts seldom: damage to them must be known all the same.
var sprinkled = []string{"\ufffd", "’", "“", "”", "–", "—", "…", "\u00a0", "\u00a0", "\u00a0", "•", "™", "®", "©", "°", "€", "£", "½", "²", "³",
	"µ", "γ", "α", "π", "Ω", "→", "←", "✔", "✓", "★", "☆", "♥", "♫", "♪", "❤", "😀", "😍", "👍", "🎉", "🔥", "├──", "└──", "│", "×",
	"±", "≥", "≤", "≠", "∞", "√", "§", "¿", "¡", "«", "»", "„", "‚", "›", "º", "ª", "ﬁ", "ﬂ", "İ", "Å", "É", "Ü", "ñ", "é", "ß",
	"\u200b", "\ufeff", "\u00ad", "‑", "″", "′", "₂", "⁻¹", "№", "☺", "☎", "✈", "⚠️", "❗", "，", "。", "中文", "日本語"}

// originals returns what a line may have been before it is damaged: itself, a
// word or a few of it, with signs sprinkled in, in capitals.
func originals(t string, h uint64) []string {
	out := []string{t}
	words := strings.Fields(t)
	var high []int
	for i, w := range words {
		if hasHigh(w) {
			high = append(high, i)
		}
	}
	if len(high) > 0 {
		i := high[h%uint64(len(high))]
		out = append(out, strings.Join(words[i:min(i+1+int(h>>7%3), len(words))], " "))
	}
	out = append(out, sprinkle(t, h>>11, true))
	if h>>12%10 == 0 {
		out = append(out, norm.NFD.String(t))
	}
	if h>>15%20 == 0 && len(words) > 0 {
		out = append(out, strike(words[h>>7%uint64(len(words))]))
	}
	if h>>13%8 == 0 {
		out = append(out, upper(t))
	}
	if h>>16%3 == 0 {
		out = append(out, quote(t, h>>18))
	}
	return out
}

// strike draws a line through a word, as people do where there is no other way.
func strike(w string) string {
	var b strings.Builder
	for _, r := range w {
		b.WriteRune(r)
		b.WriteRune(0x336)
	}
	return b.String()
}

// quote puts a few words between quotation marks, as word processors do.
func quote(t string, h uint64) string {
	words := strings.Split(t, " ")
	i := int(h % uint64(len(words)))
	k := min(i+int(h>>8%4), len(words)-1)
	marks := [...][2]string{{"“", "”"}, {"“", "”"}, {"“", ",”"}, {"‘", "’"}, {"„", "“"}, {"«", "»"}}[h>>12%6]
	words[i] = marks[0] + words[i]
	words[k] += marks[1]
	if h>>16%3 == 0 && k+1 < len(words) {
		words[k] += ","
	}
	return strings.Join(words, " ")
}

// loneLetters are words of one letter.
var loneLetters = []string{"à", "à", "à", "À", "è", "é", "É", "å", "ó", "í", "ô"}

// symbols are the blocks that a sign is drawn from now and then, so that the evidence
// does not rely on the model knowing it: arrows to dingbats, emoji.
var symbols = [][2]rune{{0x2190, 0x27BF}, {0x1F300, 0x1F64F}}

// signOf draws a sign by the bits of h.
func signOf(h uint64) string {
	if h>>20%6 == 0 {
		b := symbols[h>>24%uint64(len(symbols))]
		if r := b[0] + rune(h>>26%uint64(b[1]-b[0]+1)); unicode.IsGraphic(r) {
			return string(r)
		}
	}
	return sprinkled[h%uint64(len(sprinkled))]
}

// sprinkle puts a sign or two into a line: alone, before a word, behind one, or
// within it if that is asked for.
func sprinkle(t string, h uint64, within bool) string {
	words := strings.Split(t, " ")
	if h>>30%6 == 0 { // the first word too: there is no blank before it
		i := int(h>>34%uint64(len(words))) * int(h>>33&1)
		words[i] = loneLetters[h>>50%uint64(len(loneLetters))] + " " + words[i]
	}
	for range 1 + h%2 {
		sign := signOf(h / 2)
		h = h/uint64(2*len(sprinkled)) ^ hash(t+sign)
		i := int(h % uint64(len(words)))
		w := []rune(words[i])
		switch k := h >> 8 % 4; {
		case k == 0:
			words[i] += " " + sign
		case k == 1:
			words[i] = sign + words[i]
		case k == 2 || !within:
			words[i] += sign
		default:
			k := len(w) / 2
			words[i] = string(w[:k]) + sign + string(w[k:])
		}
	}
	return strings.Join(words, " ")
}

// A Caser holds state, so that each call has its own.
func upper(s string) string { return cases.Upper(language.Und).String(s) }
func title(s string) string { return cases.Title(language.Und).String(s) }

// marks are what people put behind a word: often the first ones, the rare ones
// seldom.
var (
	marks = []string{"”", "’", "»", "™", "®", "…", "—", "–", "!", "?", "\u00a0", "“", "’s", "”.", "»,", "…”", ",", "’,"}
	rare  = []string{"©", "°", "·", "¿", "¡", "²", "¹", "€", "£", "¥", "§", "´", "¨", "±", "¬", "¢", "¤", "º", "ª", "‘", "«", "„", "†", "×"}
)

// before are what people put before one.
var before = []string{"«", "“", "‘", "„", "¿", "¡", "(", "\"", "—", "…", "\u00a0", "£", "€", "×", "°", "'", "•", "*"}

// cleanForms returns the line and hard forms of it: in capitals, its accented
// letters beside marks, single words.
func cleanForms(t string, h uint64) []string {
	out := []string{t}
	switch h >> 20 % 4 {
	case 0:
		out = append(out, upper(t))
	case 1:
		out = append(out, title(t))
	}
	if m := stick(t, h>>24, false); m != t {
		out = append(out, m)
		if h>>23%2 == 0 {
			out = append(out, upper(m))
		}
	}
	if h>>33%4 == 0 {
		out = append(out, sprinkle(t, h>>40, false))
	}
	if m := stick(t, h>>30, true); m != t {
		out = append(out, m)
	}
	if m := glue(t, h>>31); m != t && h>>44%4 == 0 {
		out = append(out, m, upper(m))
	}
	for i, w := range strings.Fields(t) {
		if hasHigh(w) && hash(w)%8 == h>>36%8 && i < 12 {
			out = append(out, w, upper(w))
		}
	}
	return out
}

// glue makes no-break spaces of some spaces, or of all.
func glue(t string, h uint64) string {
	words := strings.Split(t, " ")
	var b strings.Builder
	for i, w := range words {
		if i > 0 && (h%3 == 0 || hash(w)%2 == 0) {
			b.WriteRune(0xA0)
		} else if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

// stick puts marks behind, or before, the accented letters that end, or begin, a
// word.
func stick(t string, h uint64, front bool) string {
	words := strings.Split(t, " ")
	for i, w := range words {
		last, _ := utf8.DecodeLastRuneInString(w)
		first, _ := utf8.DecodeRuneInString(w)
		k := h % 97
		h = h/3 + uint64(i)*0x9E3779B9
		switch {
		case front && first >= 0x80 && unicode.IsLetter(first):
			words[i] = before[k%uint64(len(before))] + w
		case !front && last >= 0x80 && unicode.IsLetter(last):
			words[i] = w + marks[k%uint64(len(marks))]
			if k%48 == 0 {
				words[i] = w + rare[(h>>7)%uint64(len(rare))]
			}
		}
	}
	return strings.Join(words, " ")
}
