package lm

import (
	"math"
	"strings"
	"testing"
)

// tiny is a whole model of two classes and a few symbols.
func tiny(t testing.TB) string {
	t.Helper()
	classes := &Classes{Names: []string{"ascii/letter", "unassigned"}, ranges: []classRange{{0, 1}, {'a', 0}, {'z' + 1, 1}}}
	p := &Parts{
		Classes: classes,
		Vocab:   []rune{'a', 'b'},
		Base:    []float64{0.7, 1.4},
		OOV:     []float64{3, 9},
		Spread:  []float64{3, 9},
		ClassBi: [][]float64{{0.1, 3, 2}, {1, 1, 1}, {0.5, 2, 5}},
		NGrams: []NGram{
			{Key: symEdge<<16 | firstSym, Cost: 0.35, Bow: 0},
			{Key: firstSym<<16 | (firstSym + 1), Cost: 0.21, Bow: 0.14},
		},
		Words: []Word{wordWide | 1<<7, wordWide | 2<<7},
	}
	file, err := p.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return string(file)
}

func TestLoadTiny(t *testing.T) {
	m, err := Load(tiny(t))
	if err != nil {
		t.Fatal(err)
	}
	c := Edge
	want := []float32{0.35, 0.21} // multiples of Step, so that they come back as they were
	for i, r := range "ab" {
		var cost float32
		c, cost = m.Next(c, m.Sym(r))
		if math.Abs(float64(cost-want[i])) > Step/2 {
			t.Errorf("%q costs %v, want %v", r, cost, want[i])
		}
	}
	if m.Sym('c').Known() || m.Class(m.Sym('c')) != "ascii/letter" || !m.Barred(m.Sym('!')) {
		t.Error("runes without a symbol of their own are not what their class is")
	}
	if !m.HasWord(wordWide|1<<7) || !m.HasWord(wordWide|2<<7) || m.HasWord(wordWide|3<<7) {
		t.Error("words are not those that were written")
	}
}

func TestLoadEndsEarly(t *testing.T) {
	file := tiny(t)
	for n := range len(file) {
		if _, err := Load(file[:n]); err == nil {
			t.Fatalf("%d of %d bytes load", n, len(file))
		}
	}
}

func TestLoadRefuses(t *testing.T) {
	uvarint := "\xff\xff\xff\xff\x03" // 2^30 - 1
	tests := []struct{ name, file string }{
		{"empty", ""},
		{"another version", strings.Replace(tiny(t), magic, "unbake-lm-9\n", 1)},
		{"too many classes", magic + uvarint + strings.Repeat("\x00", 1000)},
		{"too many runes", magic + "\x01\x01x" + "\x01\x00\x00" + uvarint},
		{"no classes", magic + "\x00\x00\x00"},
		{"rune of no class", magic + "\x01\x01x" + "\x01\x00\x07"},
		{"ranges that do not begin at 0", magic + "\x01\x01x" + "\x01\x05\x00"},
		{"huge number", magic + strings.Repeat("\xff", 12)},
	}
	for _, tt := range tests {
		if _, err := Load(tt.file); err == nil {
			t.Errorf("%s: no error", tt.name)
		}
	}
}

// FuzzLoad: whatever is in a model file, it is refused or can be used.
func FuzzLoad(f *testing.F) {
	file := tiny(f)
	f.Add(file, "ab ba")
	f.Add(file[:len(file)/2], "a")
	f.Add(strings.ReplaceAll(file, "\x01", "\x02"), "éя語\U0010ffff")
	f.Fuzz(func(t *testing.T, file, text string) {
		m, err := Load(file)
		if err != nil {
			return
		}
		c, w := Edge, Word(0)
		for _, r := range text {
			var cost float32
			s := m.Sym(r)
			if c, cost = m.Next(c, s); math.IsNaN(float64(cost)) {
				t.Errorf("%q costs nothing that is a number", r)
			}
			m.Script(s)
			m.Class(s)
			m.Barred(s)
			w = m.Spell(w, s)
			m.HasWord(w | wordWide)
		}
	})
}
