package scan

import (
	"strings"
	"testing"
)

// TestSeek compares Seek, its plain twin and SeekBeyond with what they should find, for every
// length and place, with bytes behind b that must not count.
func TestSeek(t *testing.T) {
	text := strings.Repeat("abcdefgh'ijklmn\\opé'qrstu vwxyz\x01\xA7(&0123456789", 2) + strings.Repeat("-", 70) + "é'"
	for i := range text {
		for j := i; j <= len(text); j++ {
			b := []byte(text)[i:j]
			for k := range b {
				n := k
				for n < len(b) && b[n] < 0x80 && strings.IndexByte("'\\(", b[n]) < 0 {
					n++
				}
				if got := SeekBeyond(b, k, '\'', '\\', '('); got != n {
					t.Fatalf("SeekBeyond(%q, %d) = %d, want %d", b, k, got, n)
				}
			}
			for _, set := range []string{"'\\\\", "\t\n\\", "\xA7''", "&(z"} {
				n := 0
				for n < len(b) && strings.IndexByte(set, b[n]) < 0 {
					n++
				}
				beyond := ascii(b[:n], 0) < n
				if got, high := Seek(b, set[0], set[1], set[2]); got != n || high != beyond {
					t.Fatalf("Seek(%q, %q) = %d, %v, want %d, %v", b, set, got, high, n, beyond)
				}
				if got, high := seekWords(b, set[0], set[1], set[2]); got != n || high != beyond {
					t.Fatalf("seekWords(%q, %q) = %d, %v, want %d, %v", b, set, got, high, n, beyond)
				}
			}
		}
	}
}
