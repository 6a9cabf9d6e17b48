package fix_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/fix"
)

// TestTally compares Tally with Explain: values and lines, damaged in many ways and
// not at all, each by itself and all in one text.
func TestTally(t *testing.T) {
	var texts []string
	for _, tt := range valueTests {
		texts = append(texts, tt.in)
	}
	for i, s := range corpus.Samples() {
		paths := []string{"utf-8>windows-1252", "utf-8>windows-1251", "utf-8>windows-1252>windows-1252", "utf-8>windows-1252+dropped-byte"}
		baked, err := corpus.Bake(s.Text, corpus.MustPath(paths[i%len(paths)]))
		if err == nil {
			texts = append(texts, baked)
		}
		texts = append(texts, s.Text)
	}
	texts = append(texts, strings.Join(texts, "\n"))
	for _, opts := range [][]fix.Option{nil, {fix.Values()}, {fix.Level(fix.Likely)}} {
		f, err := fix.New(opts...)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range texts {
			e := f.Explain(text)
			want := fix.Tally{Repairs: len(e.Repairs)}
			for _, x := range e.Suspects {
				if x.Verdict == fix.Lost {
					want.Lost++
				} else {
					want.Likely++
				}
			}
			got, n := f.Tally(text)
			if diff := cmp.Diff(want, n); got != applied(t, e) || diff != "" {
				t.Errorf("Tally(%.200q) = %.200q, want %.200q (-want +got):\n%s", text, got, applied(t, e), diff)
			}
		}
	}
}
