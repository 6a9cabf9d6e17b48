package scan

import (
	"bytes"

	"github.com/unbake/unbake/internal/escape"
)

// escaped returns the index of the first escape in b, from from on, that may begin an escaped sequence:
// of a lead of windows-1252, and before another escape or a rune beyond ASCII; len(b) if none
// does. Escaped damage by other pages is found only beside some by this one: it looks
// like clean text in its own alphabet, of which 7-bit JSON is full.
func escaped(b []byte, from int) int {
	if !hasMarks {
		return escapedIn(b, from, len(b))
	}
	for i := firstSign(b, from); i < len(b); {
		end := min(len(b), i+64)
		if at := escapedIn(b, i, end); at < end {
			return at
		}
		i = firstSign(b, end)
	}
	return len(b)
}

// Signs tells whether text may hold a sign that begins an escape.
func Signs(text []byte) bool {
	if n := len(text); hasMarks && n >= 64 {
		return firstSign(text, 0) < n&^63 || firstSign(text[n-64:], 0) == 0
	}
	for k := range len(escape.Signs) {
		if bytes.IndexByte(text, escape.Signs[k]) >= 0 {
			return true
		}
	}
	return false
}

// escapedIn is escaped for escapes that start in b[from:end]; end if none does.
func escapedIn(b []byte, from, end int) int {
	for k := range len(escape.Signs) {
		sign := escape.Signs[k]
		for i := from; i < end; i++ {
			j := bytes.IndexByte(b[i:end], sign)
			if j < 0 {
				break
			}
			i += j
			if begins(b[i:], sign) {
				end = i
			}
		}
	}
	return end
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
