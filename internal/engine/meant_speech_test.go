package engine

import (
	"strings"
	"testing"
)

// Hints are found wherever they stand.
func TestHinted(t *testing.T) {
	for _, h := range hintsOfSubjects {
		for before := range 7 {
			for _, behind := range []string{"", "r", "rrrr"} {
				text := strings.Repeat("-", before) + h.word + behind
				if !hinted(text) {
					t.Errorf("hinted(%q) = false", text)
				}
				if text = strings.Repeat("-", before) + h.word[:len(h.word)-1]; hinted(text) {
					t.Errorf("hinted(%q) = true", text)
				}
				if text = strings.Repeat("-", before) + h.word[1:] + behind; hinted(text) {
					t.Errorf("hinted(%q) = true", text)
				}
			}
		}
	}
}
