package engine

import (
	"testing"

	"github.com/unbake/unbake/corpus"
)

// What is left of UTF-8 that lost bytes is no text of a legacy page: `รMUNDA` is ÍMUNDA, and ÃMUNDA only where nothing
// else was read as that page.
func TestPairsOfLostBytes(t *testing.T) {
	lost := []string{"NรMUNDA NIรUR", "UCRAรNAS", "KOลENOV", "NORUEGUรS", "FATSJELLรSE", "INDONEZIรA", "FALรI", "LONDรR", "HOรO", "HEYKฦL"}
	path := corpus.MustPath("utf-8>windows-874+dropped-byte")
	for _, beside := range []bool{false, true} {
		l := New(Options{}).Learner(1)
		for _, cell := range lost {
			l.Add(cell)
		}
		for _, s := range corpus.Samples() {
			if baked, err := corpus.Bake(s.Text, path); beside && err == nil {
				l.Add(baked)
			}
		}
		p := l.Profile()
		if got := len(p.pairs) > 0; got == beside {
			t.Errorf("beside UTF-8 read as that page: %t; pairs at work: %q", beside, p.pairs)
		}
	}
}
