package main

import (
	"io"
	"testing"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/fix"
)

// TestConfidence is the promise of Confidence: of the repairs made with 0.99 and more, 99
// in 100 are right, over all the damage that is simulated; and so on down.
func TestConfidence(t *testing.T) {
	fixer, err := fix.New()
	if err != nil {
		t.Fatal(err)
	}
	var prose []corpus.Sample
	for i, s := range corpus.Samples() {
		if s.Trap == "" && i%3 == 0 { // all of them take a while: SCORES.md has those
			prose = append(prose, s)
		}
	}
	var sure confidenceCount
	_, err = damageAll(io.Discard, fixer, damageGroups(), newLanguages(), &sure, func(string) []corpus.Sample { return prose })
	if err != nil {
		t.Fatal(err)
	}
	for k, least := range confidenceLevels {
		c := sure[k]
		share := float64(c.right) / float64(max(c.made, 1))
		t.Logf("from %g on: %d of %d repairs are right, %.3f", least, c.right, c.made, share)
		if least >= 0.99 && (share < least || c.made < 5000) {
			t.Errorf("of %d repairs made with a confidence of at least %g, %.4f are right", c.made, least, share)
		}
	}
}
