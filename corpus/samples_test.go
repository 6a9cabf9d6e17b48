package corpus_test

import (
	"testing"
	"unicode/utf8"

	"github.com/unbake/unbake/corpus"
)

func TestSamples(t *testing.T) {
	seen := map[string]bool{}
	languages := map[string]bool{}
	traps := 0
	for _, s := range corpus.Samples() {
		if s.Lang == "" || s.Text == "" || !utf8.ValidString(s.Text) {
			t.Errorf("bad sample %+v", s)
		}
		if seen[s.Text] {
			t.Errorf("sample %q is there twice", s.Text)
		}
		seen[s.Text] = true
		languages[s.Lang] = true
		if s.Trap != "" {
			traps++
		}
		if s.Trap == "" {
			if baked, _ := corpus.Bake(s.Text, corpus.MustPath("utf-8>windows-1252")); baked == s.Text {
				t.Errorf("sample %q cannot be damaged", s.Text)
			}
		}
	}
	if len(languages) < 25 || traps < 40 {
		t.Errorf("%d languages and %d traps", len(languages), traps)
	}
}

// The slice belongs to the caller.
func TestSamplesFresh(t *testing.T) {
	corpus.Samples()[0].Text = "changed"
	if corpus.Samples()[0].Text == "changed" {
		t.Error("a caller changed the samples")
	}
}
