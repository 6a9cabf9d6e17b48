package engine_test

import (
	"testing"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/internal/engine"
)

// A path says CESU-8 where pairs of surrogates show it, for all that went the same way.
func TestCellPathOrigin(t *testing.T) {
	for _, path := range []string{"cesu-8>windows-1252", "utf-8>windows-1252", "cesu-8>iso-8859-1", "cesu-8>windows-1252>windows-1252"} {
		baked, err := corpus.Bake("Déjà là ? C’est une fête, voilà 🎉 été", corpus.MustPath(path))
		if err != nil {
			t.Fatal(err)
		}
		want := path
		if path == "cesu-8>iso-8859-1" {
			want = "cesu-8>windows-1252" // which reads the controls, too
		}
		found := engine.New(engine.Options{}).Cell(baked)
		if len(found) == 0 {
			t.Errorf("Cell(%q): no findings", baked)
		}
		for _, f := range found {
			if got := f.Readings[0].Path; got != want {
				t.Errorf("Cell(%q): %q was by %s, want %s", baked, f.Readings[0].After, got, want)
			}
		}
	}
}
