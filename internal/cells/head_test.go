package cells

import (
	"bytes"
	"strings"
	"testing"
)

// Head takes whole lines, never none, and about as many as it is told.
func TestHead(t *testing.T) {
	for _, end := range []string{"\n", "\r", "\r\n"} {
		for _, line := range []string{"", "é", strings.Repeat("long ", 50)} {
			text := []byte(strings.Repeat(line+end, 1000) + "rest")
			if n := Head(text, 3000); n != len(text) {
				t.Errorf("of %d lines of %q, 3000 may be: %d bytes, want all %d", 1000, line+end, n, len(text))
			}
			n := Head(text, 100)
			if lines := bytes.Count(text[:n], []byte(line+end)); n == 0 || n == len(text) || text[n-1] != end[len(end)-1] || lines > 110 || lines < 50 {
				t.Errorf("of lines of %q, 100 may be: %d bytes, %d lines", line+end, n, lines)
			}
		}
	}
	uneven := []byte(strings.Repeat("x", 1000) + strings.Repeat("\n", 500))
	if n := Head(uneven, 10); n != 1001 {
		t.Errorf("a long line before short ones: %d bytes, want 1001", n)
	}
}
