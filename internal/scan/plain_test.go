package scan

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

var testMark = NewMark("unbake:ignore", ":i", "nb")

// TestPlain compares Plain with what the parts of it say, for text of few bytes.
func TestPlain(t *testing.T) {
	if !hasMarks {
		t.Skip("no marks on this machine")
	}
	rnd := rand.New(rand.NewPCG(3, 4))
	parts := []string{"a", "plain text\n", ":i", "nb", "\\n", "100 % & more", "x\n\n"}
	rare := []string{"é", "\\u00c3\\u00a9", "%C3%A9", "unbake:ignore", "\x80", "&Atilde;&copy;"}
	plain := 0
	for range 4000 {
		var text []byte
		for range rnd.IntN(80) {
			text = append(text, parts[rnd.IntN(len(parts))]...)
			if rnd.IntN(120) == 0 {
				text = append(text, rare[rnd.IntN(len(rare))]...)
			}
		}
		want := !Suspicious(text) && ASCII(text) == len(text) && !bytes.Contains(text, testMark.word)
		lines, ok := Plain(text, &testMark)
		if ok != want || ok && lines != bytes.Count(text, lineFeed) {
			t.Fatalf("Plain(%q) = %d, %v; want %v", text, lines, ok, want)
		}
		if ok {
			plain++
		}
	}
	if plain < 100 || plain > 3900 {
		t.Errorf("%d texts are plain, of 4000", plain)
	}
}

// TestPlainMark puts the mark at every place.
func TestPlainMark(t *testing.T) {
	if !hasMarks {
		t.Skip("no marks on this machine")
	}
	for n := range 300 {
		text := bytes.Repeat([]byte("."), 320)
		copy(text[n:], "unbake:ignore")
		if _, ok := Plain(text, &testMark); ok {
			t.Errorf("a mark at byte %d is not seen", n)
		}
	}
}
