package scan

import (
	"bytes"

	"github.com/unbake/unbake/internal/escape"
)

// escaped returns the index of the first escape in b that may begin an escaped sequence:
// of a lead of windows-1252, and before another escape or a rune beyond ASCII; len(b) if none
// does. Escaped damage by other pages is found only beside some by this one: it looks
// like clean text in its own alphabet, of which 7-bit JSON is full.
func escaped(b []byte) int {
	first := len(b)
	for k := range len(escape.Signs) {
		sign := escape.Signs[k]
		for i := 0; i < first; i++ {
			j := bytes.IndexByte(b[i:first], sign)
			if j < 0 {
				break
			}
			i += j
			if begins(b[i:], sign) {
				first = i
			}
		}
	}
	return first
}

// begins tells whether b, which starts with this sign, may begin an escaped sequence.
func begins(b []byte, sign byte) bool {
	r, n, _ := escape.Read(b)
	if n == 0 || n == len(b) || r < 0xC2 || r > 0xF4 {
		return false
	}
	if b[n] != sign {
		return b[n] >= 0x80
	}
	_, next, _ := escape.Read(b[n:])
	return next > 0
}
