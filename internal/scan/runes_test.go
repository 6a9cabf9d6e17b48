package scan

import (
	"testing"
	"unicode/utf8"
)

// TestRunes compares Runes with what utf8 says, of texts of all lengths.
func TestRunes(t *testing.T) {
	text := languages("en", "fr", "ru", "zh-Hans")[:2000]
	text = append(text, "😀é\u00bf中 \x7f"...)
	for i := 0; i < len(text); i++ {
		if !utf8.RuneStart(text[i]) {
			continue
		}
		for _, part := range [][]byte{text[i:], text[:i]} {
			if got, want := Runes(part), utf8.RuneCount(part); got != want {
				t.Fatalf("Runes of %d bytes = %d, want %d", len(part), got, want)
			}
		}
	}
}
