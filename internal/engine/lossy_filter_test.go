package engine

import (
	"testing"
	"unicode"

	"github.com/unbake/unbake/internal/lm"
)

// Each rune by itself: known or graphic, visible and not barred.
func TestDeepEndings(t *testing.T) {
	m, set := lm.Default(), deepEndings()
	for r := rune(0xA0); r <= lastKnown; r++ {
		want := (m.Sym(r).Known() || unicode.IsGraphic(r)) && !m.Barred(m.Sym(r)) && !invisible(r)
		if got := set.block(r>>6)>>(r&63)&1 != 0; got != want {
			t.Fatalf("%U is there: %v, want %v", r, got, want)
		}
	}
}
