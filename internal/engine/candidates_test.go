package engine

import (
	"slices"
	"testing"
)

// What is damage for sure and may be several things is told with what it may be.
func TestCandidates(t *testing.T) {
	e := New(Options{})
	for _, x := range []struct {
		text string
		want []string // for each finding one that must be among its readings
	}{
		{"ğŸ�š Cooked Rice", []string{"🍚"}},
		{"They say, â??Let the woman take care of youâ??", []string{"‘", "’"}},
		{"à¤�à¤°à¥‹ कुंजी", []string{"एरो"}},
	} {
		found := e.Cell(x.text)
		if len(found) != len(x.want) {
			t.Errorf("%q: %d findings, want %d", x.text, len(found), len(x.want))
			continue
		}
		for i, f := range found {
			if f.Made || f.Verdict != Lost {
				t.Errorf("%q: finding %d is made or not lost", x.text, i)
			}
			if !slices.ContainsFunc(f.Readings, func(r Reading) bool { return r.After == x.want[i] }) {
				t.Errorf("%q: %q is not among %v", x.text, x.want[i], f.Readings)
			}
			var sum float64
			for _, r := range f.Readings {
				sum += r.Confidence
			}
			if sum > 1.0001 || len(f.Readings) > maxCandidates {
				t.Errorf("%q: confidences of %d readings add up to %v", x.text, len(f.Readings), sum)
			}
		}
	}
	for _, text := range []string{"hâlâ?? oui", "voilâ??", "là??", "qu'en est-il??"} {
		if found := e.Cell(text); len(found) > 0 {
			t.Errorf("%q: found %v", text, found)
		}
	}
}
