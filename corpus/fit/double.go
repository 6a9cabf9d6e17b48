package main

import (
	"fmt"
	"go/format"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/engine"
)

// The features of double-byte pages that may only speak for, or only against, a proposal.
var (
	doubleRising = []string{"gain", "low gain", "gain per rune", "support", "clusters", "distinct", "long", "own", "known", "rival",
		"margin", "sure", "unlikely", "expected", "words known", "word gain"}
	doubleFalling = []string{"lone pair", "stays", "mix", "touches", "strange", "rare", "price", "missing", "losses", "lone", "gone", "words stood"}
)

// doublePages are the pages, those that are read wrongly often more than once.
var doublePages = strings.Fields("gbk gbk gbk gbk shift_jis shift_jis euc-kr euc-kr big5 euc-jp")

// doubleSettings are those of the trees of double-byte pages.
var doubleSettings = settings{depth: 4, rounds: 1000, rows: 1, leafPull: 10, minLeaf: 6, balance: balance{clean: 4, hard: 1.2}}

// fitDouble fits the weights of double-byte pages and writes them to a file.
func fitDouble(w io.Writer, lines string, limit int, out string, show int) error {
	texts, err := readLines(lines, limit)
	if err != nil {
		return err
	}
	e := engine.New(engine.Options{})
	d := collect(len(texts), func(d *dataset, i int) {
		d.doubleLine(texts[i], texts[(i-i%500+i%500*7919+1)%len(texts)].text, e)
	})
	fmt.Fprintln(w, d.counts())
	training, kept := d.split()
	f := boost(training, engine.DoubleNames(), doubleRising, doubleFalling, doubleSettings)
	c := calibrateLegacy(kept, f, doubleSettings)
	reportLegacy(w, kept, f, c, show)
	if out == "" {
		return nil
	}
	return os.WriteFile(out, doubleSource(f, c, d), 0o644)
}

// doubleLine adds the examples of one line: clean and in hard forms, and damaged.
func (d *dataset) doubleLine(l held, other string, e *engine.Engine) {
	t := l.text
	h := hash(t + "double")
	hold := hash(t)%10 == 0
	for k, c := range wideForms(t, other, h) {
		d.CleanLines++
		obs := e.Observe(c)
		for _, o := range obs {
			if o.Double {
				d.Examples = append(d.Examples, example{X: o.Features, Clean: true, AsFound: k == 0, Hold: hold,
					Weight: l.weight * share(obs), Path: o.Path, Text: c, After: o.After})
			}
		}
	}
	for i, o := range originals(t, h>>8) {
		if i > 0 && (h>>5+uint64(i))%3 != 0 {
			continue
		}
		part := &dataset{}
		part.damageBy(doubleRecipe(hash(o+"recipe")), o, l.weight, e, hold, true)
		d.Damaged += part.Damaged
		d.Examples = append(d.Examples, part.Examples...)
	}
}

// doubleRecipe draws a recipe by the bits of h.
func doubleRecipe(h uint64) recipe {
	pick := digitsOf(h)
	name := doublePages[pick(len(doublePages))]
	s, lost := "utf-8>"+name, "\ufffd"
	switch pick(12) {
	case 0, 1, 2:
		s += "+question-mark"
		lost = "?"
	case 3:
		s += "+dropped-byte"
		lost = ""
	case 4:
		s += ">" + doublePages[pick(len(doublePages))]
	}
	r := recipe{path: corpus.MustPath(s), share: [...]float64{1, 1, 1, 0.7, 0.4, 0.2}[pick(6)]}
	if page, _ := codec.Lookup(name); pick(2) == 0 {
		r.bake = func(text string) string { return decodeStrictly(page, text, lost) }
	}
	return r
}

// decodeStrictly reads the UTF-8 of a text by the smaller variant of a double-byte page, as programs do
// that lose one byte where there is no pair, not two, and go on behind it.
func decodeStrictly(page *codec.Codec, text, lost string) string {
	var out []byte
	for i := 0; i < len(text); {
		n := 1
		if i+1 < len(text) && page.Pairs(text[i]) && !codec.Fails(page.ID(), text[i], text[i+1], true) {
			n = 2
		}
		next, lossless := page.AppendDecode(nil, []byte(text[i:i+n]))
		if !lossless {
			next = []byte(lost)
		}
		out = append(out, next...)
		i += n
	}
	return string(out)
}

// wideForms returns a line that has characters of East Asia, and hard forms of it: some of them
// alone, in twos and threes, katakana half as wide, between figures, beside Latin letters, among the words
// of another line; more often than they occur, those that are UTF-8 by themselves.
func wideForms(t, other string, h uint64) []string {
	var wide []rune
	for _, r := range t {
		if r >= 0x2E80 && (unicode.IsLetter(r) || r >= 0xFF00) {
			wide = append(wide, r)
		}
	}
	if len(wide) == 0 {
		return nil
	}
	out := append([]string{t}, formsOf(wide, other, h)...)
	if narrow := halfWidth(t); len(narrow) > 0 {
		out = append(out, width.Narrow.String(t))
		out = append(out, formsOf(narrow, other, h>>3)...)
	}
	return out
}

// halfWidth returns the katakana of a line, half as wide.
func halfWidth(t string) (out []rune) {
	for _, r := range width.Narrow.String(t) {
		if r >= 0xFF61 && r <= 0xFF9F {
			out = append(out, r)
		}
	}
	return out
}

// formsOf puts a few of some characters in all the forms.
func formsOf(from []rune, other string, h uint64) (out []string) {
	words := strings.Split(other, " ")
	var pairs []int
	for k, r := range from {
		if asPair(r) {
			pairs = append(pairs, k)
		}
	}
	for i := range 3 * len(wideForm) {
		h = h*6364136223846793005 + 1442695040888963407
		k := int(h >> 33 % uint64(len(from)))
		if len(pairs) > 0 && h>>52%3 == 0 {
			k = pairs[k%len(pairs)]
		}
		s := string(from[k:min(k+1+int(h>>20%4), len(from))])
		at := int(h >> 40 % uint64(len(words)))
		out = append(out, strings.NewReplacer("S", s, "W", words[at], "0", strconv.Itoa(int(h>>8%50)), "T", other,
			"L", strings.Join(words[:at], " "), "R", strings.Join(words[at:], " ")).Replace(wideForm[i%len(wideForm)]))
	}
	return out
}

// asPair tells whether a double-byte page has, for a character, what is a letter or sign of two bytes in UTF-8.
func asPair(r rune) bool {
	for _, page := range codec.DoubleByte {
		if c := codec.CodeOf(page, r); c.N == 2 && utf8.Valid(c.Bytes[:2]) {
			return true
		}
	}
	return false
}

// wideForm are the hard forms: S stands for some characters, W for a word, T for a line, L and R for its parts.
var wideForm = []string{"S", "S", "S。", "「S」", "(S)", "0S", "S0S", "WS", "SW", "W S W", "T (S)", "S S", "S·S", "W: S", "S 0",
	"L S R", "L S R", "L S, R", "L (S) R", "S: T", "T S"}

// doubleSource is the Go file of the weights.
func doubleSource(f *forest, c calibration, d *dataset) []byte {
	var b strings.Builder
	b.WriteString("// Code generated by corpus/fit -double; DO NOT EDIT.\n\npackage engine\n\n")
	fmt.Fprintf(&b, "// doubleTrees were fitted on\n// %s.\nvar doubleTrees = [%d]tree{\n", strings.ReplaceAll(d.counts(), "; ", ";\n// "), len(f.trees))
	writeTrees(&b, f)
	fmt.Fprintf(&b, "}\n\n// doubleBias is what the trees add to.\nconst doubleBias = %.4f\n", f.bias)
	fmt.Fprintf(&b, "\n// doubleCalibration makes of their sum the log-odds that hold.\nvar doubleCalibration = calibration{%.4f, %.4f}\n", c.scale, c.shift)
	out, err := format.Source([]byte(b.String()))
	if err != nil {
		panic("fit: " + err.Error())
	}
	return out
}
