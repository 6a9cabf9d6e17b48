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
			made := e.settled(baked)
			if made == nil {
				continue
			}
			settled++
			if got := repaired(baked, made); got != s.Text {
				t.Errorf("%s: %q is settled as %q, want %q", p, baked, got, s.Text)
			}
			if repaired(baked, e.search(baked, new(edits))) != s.Text {
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

// FuzzSettle holds what Settle gives against what Cell finds: they are the same
// decision. The bytes of the reading are those that the path makes the text of.
func FuzzSettle(f *testing.F) {
	for _, text := range []string{"cafÃ© crÃ¨me", "ÃƒÂ©tÃƒÂ© Ãƒ ", "РџСЂРёРІРµС‚", "itâ€™s â€œhereâ€\u009d", "ðŸ™‚ \xff", "├⌐t├⌐ ├¿",
		"Ã©tÃ© \x00 x", "Ó³Ñ\u0081Ä•Ñ€", "åŸ¡å\u008f£"} {
		f.Add(text)
	}
	e := New(Options{})
	f.Fuzz(func(t *testing.T, text string) {
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
		if back := undone(text, found[0].Readings[0].Path); back != after {
			t.Errorf("Settle(%q) = %q by %s, whose codecs make %q of it", text, after, found[0].Readings[0].Path, back)
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
