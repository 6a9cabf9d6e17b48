package engine

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/internal/codec"
)

// repaired returns the text with the findings made in place.
func repaired(text string, findings []Finding) string {
	var b strings.Builder
	done := 0
	for _, f := range findings {
		if f.Made {
			b.WriteString(text[done:f.Start] + f.Readings[0].After)
			done = f.End
		}
	}
	return b.String() + text[done:]
}

// What the fast tier settles comes out as it was, and as the search has it; and it
// settles most of what is damaged as a whole.
func TestSettleIsRight(t *testing.T) {
	e := New(Options{})
	all, settled, hesitates := 0, 0, 0
	for _, s := range corpus.Samples() {
		for _, p := range []string{"utf-8>windows-1252", "utf-8>iso-8859-1", "utf-8>windows-1250", "utf-8>windows-1251", "utf-8>ibm437",
			"utf-8>macintosh", "utf-8>koi8-r", "utf-8>windows-1252>windows-1252", "utf-8>ibm437>windows-1252"} {
			baked, err := corpus.Bake(s.Text, corpus.MustPath(p))
			if err != nil || baked == s.Text {
				continue
			}
			all++
			made, _ := e.settled(baked)
			if made == nil {
				continue
			}
			settled++
			if got := repaired(baked, made); got != s.Text {
				t.Errorf("%s: %q is settled as %q, want %q", p, baked, got, s.Text)
			}
			if repaired(baked, e.search(baked, editsOf(baked))) != s.Text {
				hesitates++
			}
		}
	}
	t.Logf("%d of %d settled; the search leaves part of %d of them", settled, all, hesitates)
	if settled < all*3/4 {
		t.Errorf("%d of %d settled, want three quarters", settled, all)
	}
	if hesitates > settled/20 {
		t.Errorf("the search leaves part of %d of %d that are settled", hesitates, settled)
	}
}

// The fast tier leaves clean text alone, also where a codec reads all of it.
func TestSettleLeavesClean(t *testing.T) {
	texts := []string{"├┤a┼┐a┼┐a┼┐a┼┐a", "ваи", "šķēres", "УАЦ 27.", "οδός", "NESTLÉ®", "5×£35", "ULONGUÉ®", "╔══╗", "IRMÃ”", "«MAÇû",
		"Leur 9.116,45\u00a0£ | 6,49,–€", "( ͡° ͜ʖ ͡°)"}
	for _, s := range corpus.Samples() {
		texts = append(texts, s.Text)
	}
	e := New(Options{})
	for _, text := range texts {
		for _, text := range []string{text, strings.ToUpper(text)} {
			if got, _, ok := e.Settle(nil, []byte(text)); ok {
				t.Errorf("Settle(%q) = %q, want it left", text, got)
			}
		}
	}
}

// besideWords returns a text in which the page damages every other word that it damages at all, as an export that
// was put together from two.
func besideWords(t *testing.T, text, path string) (baked string, mixed bool) {
	words := strings.Split(text, " ")
	n := 0
	for i, w := range words {
		b, err := corpus.Bake(w, corpus.MustPath(path))
		if err != nil {
			t.Skip(err)
		}
		if b == w {
			continue
		}
		if n++; n%2 == 1 {
			words[i] = b
		}
	}
	return strings.Join(words, " "), n > 1
}

// Damaged words beside intact ones are settled without a search, most of them, as they were.
func TestSettleBeside(t *testing.T) {
	e := New(Options{})
	all, settled := 0, 0
	for _, s := range corpus.Samples() {
		for _, p := range []string{"utf-8>windows-1252", "utf-8>windows-1251", "utf-8>ibm437", "utf-8>windows-1252>windows-1252"} {
			baked, mixed := besideWords(t, s.Text, p)
			if !mixed {
				continue
			}
			all++
			if got, _, ok := e.Settle(nil, []byte(baked)); ok {
				settled++
				if string(got) != s.Text {
					t.Errorf("%s: %q is settled as %q, want %q", p, baked, got, s.Text)
				}
			}
		}
	}
	t.Logf("%d of %d settled", settled, all)
	if settled < all*2/3 {
		t.Errorf("%d of %d settled, want two thirds", settled, all)
	}
}

// What the fast tier must leave to the search beside intact words: text about damage, bytes that were lost in
// words that look intact, words that are half damaged.
func TestSettleBesideLeaves(t *testing.T) {
	e := New(Options{})
	for _, text := range []string{
		"`cafÃ©` et `dÃ©jÃ\u00a0`: `café` ou `déjà`", // twins
		"dÃ©jÃ\u00a0 → déjà, Ã©tÃ© → été",
		"Ãndice dÃ©cada y mÃ¡s añadido",          // Índice lost its second byte
		"el aÃ±o de la dÃ©cada Â de más añadido", // a NBSP lost its
		"Ã©tÃ© et l’hÃ´tel l’Ã©tÃ© déjÃ\u00a0",   // half a word is intact
		"dÃ©jÃ\u00a0 \xe9t\xe9 crÃ¨me",           // bytes that are not UTF-8
		"Bremer/Mccoy – DrÃ¥ber",                 // put together of two texts
		"Ã© un là",                               // too little
	} {
		if got, _, ok := e.Settle(nil, []byte(text)); ok {
			t.Errorf("Settle(%q) = %q, want it left", text, got)
		}
	}
}

// Words that lost the last byte of a sequence are mended without a search, where the others leave no doubt.
func TestSettleMends(t *testing.T) {
	e := New(Options{})
	for _, x := range []struct{ text, want string }{
		{"â€œStaÃ°setningâ€ stÃ¶Ã°vunar ferju", "“Staðsetning” stöðvunar ferju"},
		{"â€œJagâ€, sa han, â€œvar dÃ¤râ€.", "“Jag”, sa han, “var där”."},
		{"â€œJagâ€\uFFFD, sa han, var dÃ¤r", "“Jag”, sa han, var där"},
		{"de sreÄko â€“ boli otoÄ\uFFFDenÃ© a Å¡esÅ¥", "de srečko – boli otočené a šesť"},
		{"Il Ã©tait dÃ©jÃ allÃ© lÃ hier, Ã\u00a0 cÃ´tÃ©", "Il était déjà allé là hier, à côté"},
		{"Una pÃ¡gina del Ã?ndice â€“ que aÃ±adÃ\u00ad", "Una página del Índice – que añadí"},
	} {
		got, made, ok := e.Settle(nil, []byte(x.text))
		if string(got) != x.want || !ok {
			t.Errorf("Settle(%q) = %q, %t, want %q", x.text, got, ok, x.want)
		}
		if found := e.Cell(x.text); len(found) != made.Repairs || repaired(x.text, found) != x.want {
			t.Errorf("Cell(%q) = %v, want what Settle makes, in %d repairs", x.text, found, made.Repairs)
		}
	}
}

// What must be left to the search: quotations that are not open, or open twice; gaps in sight of each other, at the end of a
// cell, before marks that were straightened, and beside words that are intact.
func TestSettleMendsNot(t *testing.T) {
	e := New(Options{})
	for _, text := range []string{
		"â€œaâ€ dÃ©jÃ\u00a0 vuâ€ Ã©tÃ©",
		"â€œun â€œdeuxâ€ trÃ¨s Ã©tÃ©",
		"coâ€operative cafÃ© Ã\u00a0 cÃ´tÃ©",
		"JesÃºsâ€ muriÃ³ aÃ±os",
		"cafÃ© crÃ¨me Ã",
		"dÃ©jÃ\u00a0 ÃÃ cÃ´tÃ©",
		"dÃ©jÃ\u00a0 cÃ´tÃ© Ã\"il",
		"dÃ©jÃ\u00a0 lÃ  et été",
		"Ã  la",
		"Una pÃ¡gina del Ã?ndice que aÃ±ade", // as ISO-8859-1 it may have lost any of 32 bytes
	} {
		if got, _, ok := e.Settle(nil, []byte(text)); ok {
			t.Errorf("Settle(%q) = %q, want it left", text, got)
		}
	}
}

// FuzzSettle holds what Settle gives against what Cell finds: they are the same
// decision. The bytes of the reading are those that the path makes the text of. What the gate lets by is asked of neither.
func FuzzSettle(f *testing.F) {
	for _, text := range []string{"cafÃ© crÃ¨me", "ÃƒÂ©tÃƒÂ© Ãƒ ", "РџСЂРёРІРµС‚", "itâ€™s â€œhereâ€\u009d", "ðŸ™‚ \xff", "├⌐t├⌐ ├¿",
		"Ã©tÃ© \x00 x", "Ó³Ñ\u0081Ä•Ñ€", "åŸ¡å\u008f£", "dÃ©jÃ  l’été, crÃ¨me", "РїСЂРёРІРµС‚ мир", "Ã©tÃ© | été", "Ãndice dÃ©cÃ¢de é",
		"â€œdÃ©jÃ  lÃ\uFFFD Ã©tÃ©â€ sreÄko Â ?"} {
		f.Add(text)
	}
	e := New(Options{})
	f.Fuzz(func(t *testing.T, text string) {
		if Clean(e, text) == len(text) {
			return
		}
		got, made, ok := e.Settle([]byte("> "), []byte(text))
		if !strings.HasPrefix(string(got), "> ") || !ok && len(got) > 2 {
			t.Fatalf("Settle(%q) = %q, %t: what stood there has changed", text, got, ok)
		}
		if !ok {
			return
		}
		after := string(got[2:])
		found := e.Cell(text)
		if s := repaired(text, found); s != after || len(found) != made.Repairs || found[0].Readings[0].Path != made.Path {
			t.Fatalf("Settle(%q) = %q, %v; Cell makes it %q by %v", text, after, made, s, found)
		}
		if !utf8.ValidString(after) || len(e.Cell(after)) > 0 {
			t.Errorf("Settle(%q) = %q, which is not settled", text, after)
		}
		for _, f := range found {
			if f.Readings[0].Losses != 0 {
				continue
			}
			if back := undone(text[f.Start:f.End], f.Readings[0].Path); back != f.Readings[0].After {
				t.Errorf("Settle(%q) = %q by %s, whose codecs make %q of %q", text, after, f.Readings[0].Path, back, text[f.Start:f.End])
			}
		}
	})
}

// undone reads a text by each layer of a path as its codec's bytes, the last layer first.
func undone(text, path string) string {
	layers := strings.Split(path, ">")[1:]
	for _, name := range slices.Backward(layers) {
		c, _ := codec.Lookup(name)
		out, _ := c.AppendEncode(nil, text)
		text = string(out)
	}
	return text
}
