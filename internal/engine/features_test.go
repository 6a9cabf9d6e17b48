package engine

import "testing"

func TestFeatureNames(t *testing.T) {
	seen := map[string]bool{}
	for i, n := range featureNames {
		if n == "" || seen[n] {
			t.Errorf("feature %d has name %q, want one of its own", i, n)
		}
		seen[n] = true
	}
	if featureNames[fGain] != "gain" || featureNames[fSpaceLoss] != "space loss" || featureNames[fForeign] != "foreign" {
		t.Errorf("names do not stand in the order of the features: %v", featureNames)
	}
}
