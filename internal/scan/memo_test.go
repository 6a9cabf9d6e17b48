package scan

import "testing"

// TestMemoKeys: an entry has all that the look at a run depends on.
func TestMemoKeys(t *testing.T) {
	runs := []string{"é", "É", "Ã", "â", "Ã©", "Çö", "ř", "ří", "đó", "я", "Рё", "сам", "ω", "שם", "و", "ก", "中", "茅", "鈥", "\u0081", "†", "³", "¾", "»", "”",
		"\uFFFD", "Ã\uFFFD", "╨", "€", "ﬁ", "déÃ"[2:], "Ђћ", "ÏðÈ", "\u0301", "\u00a0"}
	sides := []string{"", "a", "z", "A", "G", "ab", "aB", "1", "?", "G?", " ", "a ", "a, ", "\n", "\"", "'", ".", "; ", "-", "é ", "é\n"}
	type seen struct {
		text string
		ok   bool
	}
	all := map[uint64]seen{}
	for _, run := range runs {
		for _, before := range sides {
			for _, after := range sides {
				text := before + run + after
				b := []byte(text)
				start, end := len(before), len(before)+len(run)
				if end < len(b) && b[end] >= 0x80 || keyOf(b, start, end) == 0 {
					continue
				}
				_, ok := loaded().passes(b, start, 0)
				key := keyOf(b, start, end)
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
