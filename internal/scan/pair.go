package scan

import "bytes"

// Pair returns the index of the first x in b with a y behind it, len(b) if there is none.
// [bytes.Index] stops at each x.
func Pair(b []byte, x, y byte) int {
	if !hasMarks {
		return pairIn(b, x, y)
	}
	for i := 0; ; {
		i += firstPair(b[i:], x, y)
		part := b[i:min(len(b), i+65)] // a block, and the byte behind it
		if k := pairIn(part, x, y); k < len(part) {
			return i + k
		}
		if i += len(part); i == len(b) {
			return i
		}
		i--
	}
}

// pairIn is Pair byte by byte.
func pairIn(b []byte, x, y byte) int {
	for i := 0; ; i++ {
		k := bytes.IndexByte(b[i:], x)
		if i += k; k < 0 || i+1 == len(b) {
			return len(b)
		}
		if b[i+1] == y {
			return i
		}
	}
}
