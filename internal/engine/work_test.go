package engine

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

// adversaries are texts that nobody writes, made to have many readings.
func adversaries(size int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, size/len(s)+1)[:size/len(s)*len(s)] }
	rnd := rand.New(rand.NewPCG(1, 2))
	random := func(from string) string {
		runes := []rune(from)
		var b strings.Builder
		for b.Len() < size {
			b.WriteRune(runes[rnd.IntN(len(runes))])
		}
		return b.String()
	}
	var raw strings.Builder
	for range size {
		raw.WriteByte(byte(rnd.IntN(256)))
	}
	var all strings.Builder // of one codec
	for all.Len() < size {
		for b := 0x80; b < 0x100; b++ {
			all.WriteRune(codec.Windows1252.Codec().DecodeByte(byte(b)))
		}
	}
	nested, err := corpus.Bake(strings.Repeat("é — “ü” 🙂 ", size/600+1), corpus.MustPath(
		"utf-8>windows-1252>windows-1252>windows-1252>windows-1252"))
	if err != nil {
		panic(err)
	}
	return map[string]string{
		"leads":                fill("Ã"),
		"leads of three":       fill("â"),
		"leads of four":        fill("ð"),
		"two of three":         fill("â€"),
		"leads and spaces":     fill("Ã "),
		"leads and marks":      fill("Ã?"),
		"three and marks":      fill("â€?"),
		"marks alone":          fill("â??"),
		"U+FFFD":               fill("\uFFFD"),
		"leads and U+FFFD":     fill("Ã\uFFFD"),
		"three and U+FFFD":     fill("â\uFFFD\uFFFD"),
		"all of a page":        all.String()[:size],
		"nested":               nested,
		"nested leads":         fill("ÃƒÆ’Ã¢â‚¬Å¡"),
		"random bytes":         raw.String(),
		"random leads, trails": random("ÃÂâð€œ™\u009d\u0081ƒ†?'\" Ÿ„‚"),
		"random Greek":         random("ΞΟΒ²Ξ±Ο…Ξ\u0381Ώ·ΓΔ"),
		"random Thai":          random("เธยฒโ€”รขโฌ"),
		"look-alikes":          fill("GÇö+¬-+=ƒÿÇ"),
		"GBK, one character":   fill("茅"),
		"GBK, lost":            fill("鈥\uFFFD"),
		"GBK, marks":           fill("鈥?"),
		"GBK, all marks":       fill("\uFFFD鈥\uFFFD?"),
		"EUC-KR, lost":         fill("\uFFFD셲"),
		"random GBK":           random("鈥茅涓枃淇℃伅\uFFFD?a \ue15f聽锛"),
		"random Shift_JIS":     random("ﾃｩﾐ夂縺窶冱繧\uFFFD? aﾀ"),
		"random EUC-KR":        random("챕셲�혻짹?a 굠겫�뒉"),
		"controls":             fill("\u0080\u0099x"),
		"daggers":              fill("“a†b"),
		"legacy words":         fill("Ïðèâåò, ìèð! "),
		"one legacy word":      fill("ÎÄ¼þ"),
		"legacy signs":         fill("a³b ¿c "),
	}
}

// maxWork is how many times the work of ordinary damage a text may take; maxSoup, a random one of
// runes that all have a part in damage. Its bound is that of edges, see lossyPerRune.
const (
	maxWork = 3
	maxSoup = 8
)

// The work on any text is within a constant of that on ordinary damage that needs a search: the
// time is linear in the input, for any input. The fast tier reads each text
// a few times, whatever it holds.
func TestWorkIsLinear(t *testing.T) {
	var ordinary float64
	n := 0.0
	for _, s := range corpus.Samples() {
		for _, p := range []string{"utf-8>windows-1252+dropped-byte", "utf-8>windows-1252+replacement-character"} {
			baked, err := corpus.Damage{Path: corpus.MustPath(p)}.Bake(s.Text)
			if err == nil && baked.Lost && len(baked.Text) > 100 { // what lost nothing is settled without a search
				ordinary += searchPerByte(baked.Text)
				n++
			}
		}
	}
	ordinary /= n
	t.Logf("%-22s %6.1f steps a byte", "ordinary damage", ordinary)
	for name, text := range adversaries(8 << 10) {
		t.Run(name, func(t *testing.T) {
			part, whole := workPerByte(text[:len(text)/8]), workPerByte(text)
			t.Logf("%-22s %6.1f steps a byte, of an eighth %6.1f", name, whole, part)
			limit := maxWork * ordinary
			soup := name == "random leads, trails"
			if soup {
				limit = maxSoup * ordinary
			}
			if whole > limit {
				t.Errorf("%.1f steps a byte, want at most %.1f, the %.1f of ordinary damage a few times", whole, limit, ordinary)
			}
			if whole > 1.5*part+ordinary && !soup { // which takes more rounds, or less, as chance has it
				t.Errorf("%.1f steps a byte in the whole, %.1f in an eighth of it: more than linear", whole, part)
			}
		})
	}
}

// searchPerByte is the work of a search that goes along no path, as where none rules a text.
func searchPerByte(text string) float64 {
	s, e, made := new(search), New(Options{}), editsOf(text)
	s.begin(e, made)
	s.rounds(e, text, made)
	return float64(s.steps) / float64(len(text))
}

// workPerByte is the work of a search, all rounds of it.
func workPerByte(text string) float64 {
	s := new(search)
	s.search(New(Options{}), text, editsOf(text))
	return float64(s.steps) / float64(len(text))
}

// Where one path rules a text, the work is a part of that of a search, and what comes of it is the same.
func TestAlongRulingPath(t *testing.T) {
	e := New(Options{})
	for _, p := range []string{
		"utf-8>windows-1252+dropped-byte", "utf-8>windows-1252+question-mark", "utf-8>windows-1252+replacement-character",
		"utf-8>windows-1252>windows-1252+dropped-byte", "utf-8>windows-1252>windows-1252+question-mark",
	} {
		var along, searched, texts, taken float64
		for _, sample := range corpus.Samples() {
			baked, err := corpus.Damage{Path: corpus.MustPath(p)}.Bake(sample.Text)
			if err != nil || !baked.Lost || len(baked.Text) < 60 {
				continue
			}
			texts++
			s := new(search)
			s.model, s.opt = lm.Default(), &e.opt
			made := s.along(e, baked.Text)
			if made == nil {
				continue
			}
			work := float64(s.steps)
			var all edits
			after := all.apply(baked.Text, made)
			if Clean(e, after) < len(after) {
				continue
			}
			taken++
			along += work
			s = new(search)
			s.model, s.opt = lm.Default(), &e.opt
			found, _ := parted(s.round(baked.Text))
			searched += float64(s.steps)
			if sample.Text == after {
				continue
			}
			all = edits{}
			if other := all.apply(baked.Text, found); other == sample.Text {
				t.Errorf("%s: %q along the path, %q by a search", p, after, other)
			}
		}
		t.Logf("%s: %.0f of %.0f texts, %.2f of the work", p, taken, texts, along/searched)
		if 3*taken < texts || 2*along > searched {
			t.Errorf("%s: %.0f of %.0f texts settled, with %.2f of the work, want a third and more with at most half", p, taken, texts, along/searched)
		}
	}
}

// oddSteps is how many steps of the search a rune of a clean cell takes at most in which one word is odd. To try all
// pairs on all of it, and to search it for UTF-8, took seventeen.
const oddSteps = 2

func TestOddWordWork(t *testing.T) {
	text := strings.Repeat("Если что-то непонятно, то спросите. ", 30)
	text += "ОБЪЯСНИТЕ. " + text
	s := new(search)
	if found := s.search(New(Options{}), text, editsOf(text)); len(found) > 0 {
		t.Fatalf("found %v", found)
	}
	if runes := int64(utf8.RuneCountInString(text)); s.steps > oddSteps*runes {
		t.Errorf("%d steps for %d runes, want %d each", s.steps, runes, oddSteps)
	} else {
		t.Logf("%d steps for %d runes", s.steps, runes)
	}
}

// A cell that takes too many steps stays, after little more than those; and how many it takes does not depend on
// what came before.
func TestStepsAreBounded(t *testing.T) {
	const left = 1 << 20 // of the steps, so that the test takes no more
	e := New(Options{})
	for _, from := range []string{"Ã?â€? ?Ð?Ñ?", "Ãâ├РСΞ锟\uFFFD?€™©\u0083\u009d éßа "} {
		runes, rnd := []rune(from), rand.New(rand.NewPCG(1, 2))
		var b strings.Builder
		for b.Len() < 6000 {
			b.WriteRune(runes[rnd.IntN(len(runes))])
		}
		var steps []int64
		for _, before := range []string{"", b.String(), "cafÃ© â€? Ð?Ñ?"} {
			s := new(search)
			s.steps = maxSteps - left
			s.search(e, before, editsOf(before))
			s.steps = maxSteps - left
			if found := s.search(e, b.String(), editsOf(b.String())); len(found) > 0 {
				t.Errorf("%q by chance: %d findings after %d steps", from, len(found), s.steps)
			}
			steps = append(steps, s.steps)
		}
		if s := steps[0]; s <= maxSteps || s > maxSteps+left || steps[1] != s || steps[2] != s {
			t.Errorf("%q by chance: %d steps, want hardly more than %d", from, steps, maxSteps)
		}
	}
}
