package engine

import (
	"testing"

	"github.com/unbake/unbake/internal/codec"
)

// Where English contracts words, â is the apostrophe that ISO-8859-1 lost the rest of, by itself and twice damaged; not in
// words that other languages write so.
func TestContractions(t *testing.T) {
	e := New(Options{})
	for _, x := range []struct{ text, want string }{
		{"I donât know", "I don’t know"},
		{"weâre here", "we’re here"},
		{"Iâm", "I’m"},
		{"You shouldnât, heâs asleep", "You shouldn’t, he’s asleep"},
		{"theyâve seen it", "they’ve seen it"},
		{"I donÃ¢t know", "I don’t know"},
	} {
		if got := repaired(x.text, e.Cell(x.text)); got != x.want {
			t.Errorf("%q is read as %q, want %q", x.text, got, x.want)
		}
	}
	for _, text := range []string{"bien qu’il donnât", "un râs de cineva", "je parlât", "Abbâs", "isât", "heâsés", "shouldnâtx", "DONâT"} {
		if found := madeOf(e.Cell(text)); len(found) > 0 {
			t.Errorf("%q is read as %q", text, repaired(text, found))
		}
	}
	if found := New(Options{Allowed: ^codec.Windows1252.Set()}).Cell("I donât know"); len(found) > 0 {
		t.Errorf("without windows-1252 found %v", found)
	}
}
