package engine

import (
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// Suspicious tells whether the text may hold damage. It is a cheap gate: where
// it says no there is none. It allocates nothing.
func Suspicious[T string | []byte](text T) bool {
	var m machine
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			if m.done|m.need1|m.need2|m.need3 != 0 {
				return true
			}
			i++
			continue
		}
		r, n := decodeRune(text, i)
		i += n
		if r == '†' || control(r) {
			return true
		}
		if roles := codec.RolesOf(r); roles != nil {
			m.step(roles, false)
		}
	}
	return m.done|m.need1|m.need2|m.need3 != 0
}

// decodeRune is utf8.DecodeRune for strings and slices alike.
func decodeRune[T string | []byte](text T, i int) (rune, int) {
	var b [utf8.UTFMax]byte
	return utf8.DecodeRune(b[:copy(b[:], text[i:min(i+utf8.UTFMax, len(text))])])
}
