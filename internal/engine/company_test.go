package engine

import "testing"

// Letters of one language keep company, those of several do not.
func TestCompany(t *testing.T) {
	c := company()
	for _, x := range []struct {
		a, b     rune
		together bool
	}{
		{'č', 'í', true}, {'ā', 'ī', true}, {'ę', 'ż', true}, {'ç', 'ğ', true}, {'Č', 'Š', true},
		{'ā', 'í', false}, {'ĝ', 'í', false}, {'č', 'ī', false},
	} {
		a, b := c.of(x.a), c.of(x.b)
		if a == 0 || b == 0 {
			t.Fatalf("%c or %c is not in the table", x.a, x.b)
		}
		nats := c.together(a, b)
		if nats != c.together(b, a) {
			t.Errorf("%c with %c is not as %c with %c", x.a, x.b, x.b, x.a)
		}
		if nats > 0 != x.together {
			t.Errorf("%c with %c: %.1f nats, want more than 0: %v", x.a, x.b, nats, x.together)
		}
	}
	for _, r := range []rune{'a', 0x7F, 'あ', '—', '×', 0x10FFFF} {
		if c.of(r) != 0 {
			t.Errorf("%q is a letter of the table", r)
		}
	}
	if c.together(c.of('č'), c.of('я')) != 0 {
		t.Error("letters of two scripts are told apart by chance alone")
	}
}

// What a lost byte was, the other letters of a cell tell of.
func TestCompanyTells(t *testing.T) {
	e := New(Options{})
	for _, x := range []struct{ text, want string }{
		{"No len Ä\ufffdo prÃ\u00addeme domov, vychvaÄ¾ujeme", "No len čo prídeme domov, vychvaľujeme"},
		{"AÅ\u00adtamatyÄ\ufffdna naladÅ¾vaÄ‡ proksi", "Aŭtamatyčna naladžvać proksi"},
		{"Atveriet terminÄ\ufffdli un ievadiet sekojoÅ¡o, tad", "Atveriet termināli un ievadiet sekojošo, tad"},
		{"smÄ› wobhladowaÄ‡/Ä\ufffditaÄ‡ a modifikowaÄ‡", "smě wobhladować/čitać a modifikować"},
	} {
		if got := repaired(x.text, e.Cell(x.text)); got != x.want {
			t.Errorf("%q is read as %q, want %q", x.text, got, x.want)
		}
	}
}
