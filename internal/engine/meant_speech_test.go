package engine

import (
	"strings"
	"testing"
	"unicode/utf8"
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

// What straight makes ASCII of is what it is said to.
func TestStraightens(t *testing.T) {
	for r := rune(utf8.RuneSelf); r < 0x10000; r++ {
		if got, want := straightens([]byte("a"+string(r))), isASCII(straight.Replace(string(r))); got != want {
			t.Errorf("straightens(%q) = %t, want %t", "a"+string(r), got, want)
		}
	}
}

// All questions begin as mayAsk has it.
func TestMayAsk(t *testing.T) {
	for _, q := range questions {
		for _, text := range []string{q + "é?", "? " + q + "é", "“" + strings.ToUpper(q) + "é”?", "wow, Hh wh" + q + "? " + q} {
			if !asks(text) {
				t.Errorf("asks(%q) = false", text)
			}
		}
		for _, text := range []string{"a" + q + "é?", q[1:] + "é?", q + "é", "w?", "?w"} {
			if asks(text) {
				t.Errorf("asks(%q) = true", text)
			}
		}
	}
}
