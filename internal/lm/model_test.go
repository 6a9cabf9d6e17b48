package lm

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"math"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write model.sha256 anew")

// TestModelFile: the embedded model is the one whose checksum is committed, so
// that a change of it is seen in review.
func TestModelFile(t *testing.T) {
	const name = "model.sha256"
	sum := sha256.Sum256([]byte(embedded))
	got := hex.EncodeToString(sum[:]) + "  model.bin\n"
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("model.bin is not the one of %s (go test ./internal/lm -update, if it was trained anew)\ngot  %swant %s", name, got, want)
	}
}

func TestClass(t *testing.T) {
	tests := []struct {
		runes string
		want  string
	}{
		{"azAZ", "ascii/letter"}, {"09", "digit"}, {" \t", "space"}, {".,'", "ascii/text"}, {"<|", "ascii/symbol"},
		{"éßÿ", "latin/1"}, {"łőž", "latin/a"}, {"ơș", "latin/b"}, {"ế", "latin/vietnamese"}, {"ªº", "ordinal"},
		{"яЁ", "cyrillic/russian"}, {"їђҐ", "cyrillic/slavic"}, {"ѣқ", "cyrillic/rest"},
		{"ωά", "greek"}, {"ἀ", "greek/polytonic"}, {"שא", "letter/Hebrew"}, {"سب", "arabic"}, {"กส", "letter/Thai"},
		{"語中", "han"}, {"㐀", "han/rest"}, {"ひ", "letter/Hiragana"}, {"カ", "letter/Katakana"}, {"ｶ", "katakana/half"},
		{"한", "hangul"}, {"Ａ", "latin/rest"}, {"１", "wide/digit"},
		{"“«", "quote/open"}, {"”’", "quote/close"}, {"–—", "dash"}, {"…", "ellipsis"}, {"†", "dagger"},
		{"€£", "currency"}, {"×", "operator"}, {"²", "superscript"}, {"½", "fraction"}, {"™", "mark-sign"},
		{"├", "symbol/box"}, {"😀", "symbol/emoji"}, {"\u0081\u009f", "c1"}, {"\u00a0", "nbsp"}, {"\u00ad\u200b", "format"},
		{"\ufffd", "replacement"}, {"\ue000", "private"}, {"\u0378", "unassigned"}, {"\u0301", "mark/Inherited"},
	}
	m := Default()
	for _, tt := range tests {
		for _, r := range tt.runes {
			if got := m.Class(m.Sym(r)); got != tt.want {
				t.Errorf("class of %q is %s, want %s", r, got, tt.want)
			}
			if got := ClassName(r); got != tt.want {
				t.Errorf("ClassName(%q) = %s, want %s", r, got, tt.want)
			}
		}
	}
}

func TestSym(t *testing.T) {
	m := Default()
	tests := []struct {
		r            rune
		role         Role
		cased, upper bool
		known        bool
	}{
		{'a', RoleLower, true, false, true},
		{'A', RoleUpper, true, true, true},
		{'é', RoleLower, true, false, true},
		{'É', RoleUpper, true, true, true},
		{'ß', RoleOther, false, false, true}, // has no capital of one rune
		{'7', RoleOther, false, false, true},
		{'中', RoleOther, false, false, true},
		{' ', RoleBreak, false, false, true},
		{'—', RoleBreak, false, false, true},
		{'\ue123', RoleBreak, false, false, false},
	}
	for _, tt := range tests {
		s := m.Sym(tt.r)
		if s.Role() != tt.role || s.Cased() != tt.cased || s.Upper() != tt.upper || s.Known() != tt.known {
			t.Errorf("Sym(%q) has role %d, cased %v, upper %v, known %v; want %+v", tt.r, s.Role(), s.Cased(), s.Upper(), s.Known(), tt)
		}
	}
	if m.Sym('a').ID() != m.Sym('A').ID() || m.Sym('3').ID() != m.Sym('8').ID() {
		t.Error("letters of either case, or digits, have symbols of their own")
	}
	if m.Script(m.Sym('я')) == m.Script(m.Sym('a')) || m.Script(m.Sym('語')) != m.Script(m.Sym('ひ')) || m.Script(m.Sym('-')) != 0 {
		t.Error("scripts: Cyrillic and Latin must differ, Han and kana agree, and a dash have none")
	}
	if !m.Barred(m.Sym('\ue000')) || !m.Barred(m.Sym('\u0378')) || m.Barred(m.Sym('é')) || m.Barred(m.Sym('😀')) {
		t.Error("barred are private and unassigned runes, and no others")
	}
}

// costOf is the mean cost of a text, in nats a rune.
func costOf(text string) float64 {
	m := Default()
	c, sum, n := Edge, 0.0, 0
	for _, r := range text {
		var cost float32
		c, cost = m.Next(c, m.Sym(r))
		sum += float64(cost)
		n++
	}
	return sum / float64(n)
}

// Each line has what is likelier first.
func TestCosts(t *testing.T) {
	tests := [][2]string{
		{"café", "cafÃ©"},
		{"für Grün", "fÃ¼r GrÃ¼n"},
		{"Привет, мир", "Ïðèâåò, ìèð"},
		{"Привет, мир", "РџСЂРёРІРµС‚, РјРёСЂ"},
		{"isn’t", "isnâ€™t"},
		{"日本語の文", "æ—¥æœ¬èªžã®æ–‡"},
		{"Žluťoučký kůň", "Ĺ˝luĹĄouÄŤkĂ˝ kĹŻĹ"},
		{"The house", "tHE hOUSE"},
		{"the house", "teh hxqse"},
		{"NESTLÉ®", "NESTLɮ"},
		{"5×£35", "5ף35"},
	}
	for _, tt := range tests {
		if likely, unlikely := costOf(tt[0]), costOf(tt[1]); likely >= unlikely {
			t.Errorf("%q costs %.2f nats a rune, %q %.2f", tt[0], likely, tt[1], unlikely)
		}
	}
}

// Costs are those of probabilities: no rune is free or worth more, whatever
// stands before it.
func TestCostsAreFinite(t *testing.T) {
	m := Default()
	for _, before := range []string{"", "a", "the", "при", "語", "\u00a0«", "\U0010fffd"} {
		c := Edge
		for _, r := range before {
			c, _ = m.Next(c, m.Sym(r))
		}
		for r := rune(0); r < 0x3000; r++ {
			if _, cost := m.Next(c, m.Sym(r)); cost < 0 || math.IsNaN(float64(cost)) || cost > 80 {
				t.Fatalf("%q after %q costs %v", r, before, cost)
			}
		}
	}
}

func TestNextAllocatesNothing(t *testing.T) {
	m := Default()
	text := "Crème brûlée – “naïve” Привет 日本語 \U0010fffd"
	if n := testing.AllocsPerRun(100, func() {
		c := Edge
		for _, r := range text {
			c, _ = m.Next(c, m.Sym(r))
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkNext(b *testing.B) {
	m := Default()
	text := strings.Repeat("Le garçon a goûté le maïs. Что это? 日本語 ", 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		c := Edge
		for _, r := range text {
			c, _ = m.Next(c, m.Sym(r))
		}
	}
}

// TestKnown: the runes that are known are those that Sym says are.
func TestKnown(t *testing.T) {
	m := Default()
	var want []rune
	for r := range rune(maxRune + 1) {
		if x := m.Sym(r); x.Known() && !m.Barred(x) {
			want = append(want, r)
		}
	}
	got := m.Known()
	if len(want) < m.nVocab/2 {
		t.Fatalf("only %d runes are known", len(want))
	}
	for len(got) > 0 || len(want) > 0 {
		switch {
		case len(got) == 0 || len(want) > 0 && want[0] < got[0]:
			t.Errorf("%U is not among those known", want[0])
			want = want[1:]
		case len(want) == 0 || got[0] < want[0]:
			t.Errorf("%U is not known", got[0])
			got = got[1:]
		default:
			got, want = got[1:], want[1:]
		}
	}
}
