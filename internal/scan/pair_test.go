package scan

import (
	"bytes"
	"testing"
)

// TestPair: a pair is found wherever it stands among blocks, behind halves of it.
func TestPair(t *testing.T) {
	for _, fill := range []string{"x", ":", "i", ": i", "i:"} {
		for size := range 200 {
			text := bytes.Repeat([]byte(fill), size)[:size]
			for at := range max(size-1, 0) {
				b := bytes.Clone(text)
				b[at], b[at+1] = ':', 'i'
				want := bytes.Index(b, []byte(":i"))
				if got := Pair(b, ':', 'i'); got != want {
					t.Fatalf("Pair(%q) = %d, want %d", b, got, want)
				}
			}
			want := bytes.Index(text, []byte(":i"))
			if want < 0 {
				want = size
			}
			if got := Pair(text, ':', 'i'); got != want {
				t.Fatalf("Pair(%q) = %d, want %d", text, got, want)
			}
		}
	}
}
