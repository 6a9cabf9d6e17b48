package engine

import (
	"testing"

	"github.com/unbake/unbake/internal/codec"
)

func TestHeadless(t *testing.T) {
	e := New(Options{})
	for _, x := range []struct{ text, want string }{
		{"It€™s a don€™t thing", "It’s a don’t thing"},
		{"Ita€™s a dona€™t thing", "It’s a don’t thing"},
		{"Latest mena€™s sneaker", "Latest men’s sneaker"},
		{"Canadaa€™s best", "Canada’s best"},
		{"the Beatles€™ songs", "the Beatles’ songs"},
		{"Le standard est facile da€™utilisation", "Le standard est facile d’utilisation"},
		{"He said, a€œhello there,a€ and left.", "He said, “hello there,” and left."},
		{"He said, €œhello there,€ and left.", "He said, “hello there,” and left."},
		{"€“Echinacea en Salvia€“", "–Echinacea en Salvia–"},
		{"direction a€“ and you select", "direction – and you select"},
		{"Fairnessa€‘Aware Rea€‘Ranking", "Fairness‑Aware Re‑Ranking"},
		{"wait€¦ what", "wait… what"},
		{"€¢ first point", "• first point"},
	} {
		if got := repaired(x.text, e.Cell(x.text)); got != x.want {
			t.Errorf("%q is read as %q, want %q", x.text, got, x.want)
		}
	}
	for _, text := range []string{
		"Wie „viel kostet das? 5 €“, sagte er.", "„Das kostet 10 €” rzekł", "10€–20€", "20€“30", "100 €™ blah", "Prix : 5€…", "mit 3€”-Münzen",
		"ALTERA€™ES", // ALTERAÇÕES in a page of DOS
		"Victoria€™s Secret",
		`"a€™": "'"`,
	} {
		if found := madeOf(e.Cell(text)); len(found) > 0 {
			t.Errorf("%q is read as %q", text, repaired(text, found))
		}
	}
	if found := New(Options{Allowed: ^codec.Windows1252.Set()}).Cell("I don€™t know"); len(found) > 0 {
		t.Errorf("without windows-1252 found %v", found)
	}
}

func TestHeadlessEitherWay(t *testing.T) {
	found := New(Options{}).Cell("Victoria€™s Secret")
	if len(found) != 1 || found[0].Made || len(found[0].Readings) != 2 || found[0].Readings[0].After != "’" || found[0].Readings[1].After != "a’" {
		t.Errorf("found %+v, want the mark, with and without the a", found)
	}
}
