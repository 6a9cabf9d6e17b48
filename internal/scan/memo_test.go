package scan

import (
	"strings"
	"testing"
)

// TestMemoKeys: an entry has all that the look at a run depends on.
func TestMemoKeys(t *testing.T) {
	runs := []string{"é", "É", "Ã", "â", "Ã©", "Çö", "ř", "ří", "đó", "я", "Рё", "сам", "ω", "שם", "و", "ก", "中", "茅", "鈥", "\u0081", "†", "³", "¾", "»", "”",
		"\uFFFD", "Ã\uFFFD", "Â", "ÂÂ", "╨", "€", "ﬁ", "déÃ"[2:], "Ђћ", "ÏðÈ", "\u0301", "\u00a0"}
	sides := []string{"", "a", "z", "A", "G", "ab", "aB", "1", "?", "G?", " ", "a ", "a, ", "\n", "\"", "'", ".", "; ", "-", "é ", "é\n", "%", ")", "(", "a5", "a.", "?>", "!", "?r", "? r", "?R", "?1", " 1", "'a", "\na"}
	for _, run := range []string{"Слово»", "«слово", "ДЛЯ", "РџСЂРёРІ", "كلمة،", "ένα…", "ÏðÈâåò", "ยายทำข้", "中文，", "茅鈥", "É\u0301É\u0301", "ЮЙРЕХБОУЛЙ", "Ã©Ã¨Ã\u00a0", "“â€™”", "½½½½", "\u00a0“Ã"} {
		if n := len(run); n > longRun {
			t.Fatalf("%q has no entry", run)
		}
		runs = append(runs, run)
	}
	type seen struct {
		text string
		ok   bool
	}
	all := map[[3]uint64]seen{}
	far := strings.Repeat(" ", longRun+1)
	for _, run := range runs {
		for _, before := range sides {
			for i, after := range append(sides, sides...) {
				text := before + run + after
				if i >= len(sides) {
					text += far
				}
				b := []byte(text)
				start, end := len(before), len(before)+len(run)
				if end < len(b) && b[end] >= 0x80 {
					continue
				}
				_, ok := loaded().passes(b, start, 0)
				if endsInLoss(b, start, end) { // what stands behind tells, before any key is asked
					if ok || loaded().known(b, start, end, 0) {
						t.Errorf("%q goes by in %q", run, text)
					}
					continue
				}
				key, long := longKey(b, start, end)
				switch {
				case len(run) <= memoRun:
					key = [3]uint64{keyOf(b, start, end)}
				case !long:
					continue
				}
				if first, known := all[key]; known && first.ok != ok {
					t.Errorf("%q in %q is %t, in %q %t, by the same key", run, text, ok, first.text, first.ok)
				}
				all[key] = seen{text, ok}
				for range 2 {
					if got := loaded().known(b, start, end, 0); got != ok {
						t.Fatalf("%q in %q is known as %t, is %t", run, text, got, ok)
					}
				}
			}
		}
	}
}

// TestAround: within a text what stands around a run is told as at its edges.
func TestAround(t *testing.T) {
	for _, run := range []string{"é", "слово", "’é", "\u200cслово"} {
		n := len(run)
		for before := range 0x80 {
			for _, first := range []byte("a? A\n") {
				for after := range 0x80 {
					for _, last := range []byte("a? A\n\xc3") {
						b := append(append([]byte{first, byte(before)}, run...), byte(after), last)
						want := aroundEdge(b, 2, 2+n)
						if nearASCII(b, 2, 2+n) && run != "é" {
							want |= 1 << 7
						}
						if got := Around(b, 2, 2+n); got != want {
							t.Fatalf("around %q at 2 is %08b, want %08b", b, got, want)
						}
					}
				}
			}
		}
	}
}
