package scan

import (
	"encoding/binary"
	"math/bits"
)

// Seek returns the index of the first byte of b that is x, y or z, len(b) if
// there is none, and whether a byte before it is not ASCII. A walker finds the
// ends of values by it, which most of a dump is.
func Seek(b []byte, x, y, z byte) (n int, beyond bool) {
	if hasMarks && len(b) >= minSeek {
		return seek(b, x, y, z)
	}
	return seekWords(b, x, y, z)
}

// minSeek, in bytes, is what seek needs.
const minSeek = 32

// lows has the lowest bit of each of eight bytes.
const lows = 0x0101010101010101

// seekWords is Seek by eight bytes at a time.
func seekWords(b []byte, x, y, z byte) (n int, beyond bool) {
	var seen uint64
	xs, ys, zs := uint64(x)*lows, uint64(y)*lows, uint64(z)*lows
	for n+8 <= len(b) {
		w := binary.LittleEndian.Uint64(b[n:])
		hit := zeros(w^xs) | zeros(w^ys) | zeros(w^zs)
		if hit == 0 {
			seen |= w
			n += 8
			continue
		}
		// The lowest hit is exact; higher ones may come of a borrow.
		k := bits.TrailingZeros64(hit) &^ 7
		seen |= w & (1<<k - 1)
		return n + k/8, seen&high != 0
	}
	for ; n < len(b); n++ {
		c := b[n]
		if c == x || c == y || c == z {
			break
		}
		seen |= uint64(c)
	}
	return n, seen&high != 0
}

// SeekBeyond returns the index of the first byte of b, from i on, that is not ASCII or is x, y or z, len(b)
// if there is none.
func SeekBeyond(b []byte, i int, x, y, z byte) int {
	xs, ys, zs := uint64(x)*lows, uint64(y)*lows, uint64(z)*lows
	for ; i+8 <= len(b); i += 8 {
		w := binary.LittleEndian.Uint64(b[i:])
		if hit := w&high | zeros(w^xs) | zeros(w^ys) | zeros(w^zs); hit != 0 {
			return i + bits.TrailingZeros64(hit)/8 // the lowest is exact
		}
	}
	for i < len(b) && b[i] < 0x80 && b[i] != x && b[i] != y && b[i] != z {
		i++
	}
	return i
}

// zeros has the high bit set in the lowest byte of w that is zero.
func zeros(w uint64) uint64 { return (w - lows) &^ w & high }
