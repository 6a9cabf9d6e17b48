package lm

import (
	"math/rand/v2"
	"testing"
)

func spell(m *Model, text string) Word {
	w := Word(0)
	for _, r := range text {
		w = m.Spell(w, m.Sym(r))
	}
	return w
}

func TestWords(t *testing.T) {
	m := Default()
	tests := []struct {
		word          string
		listed, known bool
	}{
		{"façade", true, true},
		{"FAÇADE", true, true}, // case does not count
		{"Größe", true, true},
		{"você", true, true},
		{"новая", true, true},
		{"испанская", true, true},
		{"Ελλάδα", true, true},
		{"pomoć", true, true},
		{"fаçade", true, false}, // with a Cyrillic а
		{"испанскаs", true, false},
		{"pomoè", true, false},
		{"facade", false, false},       // ASCII
		{"名前", false, false},           // no spaces tell where words end
		{"aé\U00010900", false, false}, // a rune that the model does not know
		{"ééééééééééééééééééééééééééééééééééééééé", false, false},
		{"", false, false},
	}
	for _, tt := range tests {
		w := spell(m, tt.word)
		if w.Listed() != tt.listed || m.HasWord(w) != tt.known {
			t.Errorf("%q: listed %v, known %v; want %v, %v", tt.word, w.Listed(), m.HasWord(w), tt.listed, tt.known)
		}
	}
	if w := spell(m, "l’"); w != 0 {
		t.Errorf("a mark does not end a word: %x", w)
	}
	if w, v := spell(m, "l’été"), spell(m, "été"); w != v || w.Len() != 3 {
		t.Errorf("a word does not begin anew behind a mark: %x of %d runes, %x", w, w.Len(), v)
	}
}

// All words of a filter are found, and of others as many as the size of a fingerprint says.
func TestWordFilter(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{1, 2, 3, 10, 1000, 100_000} {
		words := make([]Word, n)
		for i := range words {
			words[i] = Word(rnd.Uint64())&^wordFlags | wordWide | 5
		}
		file, err := appendWords(nil, words)
		if err != nil {
			t.Fatal(err)
		}
		m := new(Model)
		r := &reader{s: string(file)}
		if m.words.read(r); r.err != nil || r.s != "" {
			t.Fatalf("%d words: %v, %d bytes are left", n, r.err, len(r.s))
		}
		for _, w := range words {
			if !m.HasWord(w) {
				t.Fatalf("one of %d words is not found", n)
			}
		}
		const tries = 1 << 20
		found := 0
		for range tries {
			if m.HasWord(Word(rnd.Uint64())&^wordFlags | wordWide | 5) {
				found++
			}
		}
		if want := tries >> wordBits; found > want*5/4 {
			t.Errorf("%d words: %d of %d others are found, want some %d", n, found, tries, want)
		}
	}
}

func TestHasWordAllocates(t *testing.T) {
	m := Default()
	syms := []Sym{m.Sym('é'), m.Sym('t'), m.Sym('é')}
	if n := testing.AllocsPerRun(100, func() {
		w := Word(0)
		for _, s := range syms {
			w = m.Spell(w, s)
		}
		m.HasWord(w)
	}); n != 0 {
		t.Errorf("a word costs %v allocations", n)
	}
}

func BenchmarkHasWord(b *testing.B) {
	m := Default()
	rnd := rand.New(rand.NewPCG(1, 3))
	var words [1 << 16]Word
	for i := range words {
		words[i] = Word(rnd.Uint64())&^wordFlags | wordWide | 5
	}
	i := 0
	for b.Loop() {
		m.HasWord(words[i&(len(words)-1)])
		i++
	}
}

func BenchmarkSpell(b *testing.B) {
	m := Default()
	s := m.Sym('é')
	w := Word(0)
	for b.Loop() {
		if w = m.Spell(w, s); w.Len() > 20 {
			w = 0
		}
	}
}
