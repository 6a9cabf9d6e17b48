package scan

import (
	"encoding/binary"
	"math/bits"
)

// Runes counts the runes of text, which is UTF-8: the bytes that are not the second or later ones of a rune.
func Runes(text []byte) int {
	n, done := firsts(text)
	text = text[done:]
	n += len(text)
	for ; len(text) >= 8; text = text[8:] {
		w := binary.LittleEndian.Uint64(text)
		n -= bits.OnesCount64(w >> 7 &^ (w >> 6) & lows)
	}
	for _, c := range text {
		if c&0xC0 == 0x80 {
			n--
		}
	}
	return n
}
