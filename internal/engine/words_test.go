package engine

import (
	"testing"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/internal/lm"
)

// What four letters do not tell, whole words do: each of these was left, or misread, before the
// model knew any.
func TestWordsTell(t *testing.T) {
	tests := []struct{ text, path string }{
		{"Гондурас", "utf-8>windows-1252+question-mark"},
		{"Удалить все слева", "utf-8>windows-1252+replacement-character"},
		{"Та й горя зазнала", "utf-8>windows-1252+half-repaired"},
		{"свободен стил", "utf-8>windows-1252+dropped-byte"},
		{"🛖 Καλύβα", "utf-8>windows-1252+replacement-character"},
		{"Odrůda vína", "utf-8>windows-1252+shy-dropped"},
		{"קווים פוצלו.", "utf-8>windows-1252+dropped-byte"},
	}
	e := New(Options{})
	for _, tt := range tests {
		baked, err := corpus.Bake(tt.text, corpus.MustPath(tt.path))
		if err != nil {
			t.Fatal(err)
		}
		if got := repaired(baked, e.Cell(baked)); got != tt.text {
			t.Errorf("%s: %q became %q, want %q", tt.path, baked, got, tt.text)
		}
	}
}

// A stretch that all ways share is priced as its words are one by one, as far as it
// tells the ways apart.
func TestSpellAll(t *testing.T) {
	m := lm.Default()
	s := &search{model: m}
	var syms []lm.Sym
	for _, r := range "öne größere Straße – und àé" {
		syms = append(syms, m.Sym(r))
	}
	for cut := range len(syms) + 1 {
		var difference [2]float32
		var words [2][2]lm.Word
		for i, head := range []string{"sch", "sçh"} {
			var all, each state
			for _, r := range head {
				s.spell(&all, m.Sym(r))
				s.spell(&each, m.Sym(r))
			}
			s.spellAll(&all, syms[:cut])
			for _, sym := range syms[:cut] {
				s.spell(&each, sym)
			}
			difference[i] = each.cost - all.cost
			words[i] = [2]lm.Word{all.word, each.word}
		}
		if d := difference[0] - difference[1]; d > 1e-4 || d < -1e-4 {
			t.Errorf("cut at %d: one way pays %v less than it should, the other %v", cut, difference[0], difference[1])
		}
		if words[0][0] != words[0][1] || words[1][0] != words[1][1] {
			t.Errorf("cut at %d: the last word is another", cut)
		}
	}
}
