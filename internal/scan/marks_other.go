//go:build !amd64 || purego

package scan

import (
	"bytes"

	"github.com/unbake/unbake/internal/escape"
)

const hasMarks = false

func mark([]byte, *[114][32]byte, *walk, *[maxBlocks + 1]marked) (int, []marked) {
	panic("scan: no marks here")
}

func skim([]byte, *[114][32]byte, *walk, int, *[maxBlocks + 1]marked) (int, []marked, bool) {
	panic("scan: no marks here")
}

func firstSign(_ []byte, i int) int { return i }

// plainASCII returns how many bytes at the front of b are seen to be ASCII, and no sign
// that begins an escape. Where there is no sign, counting them takes two thirds of the time that looking for
// the first takes.
func plainASCII(b []byte) int {
	n := plainWords(b)
	for k := range len(escape.Signs) {
		if sign := escape.Signs[k]; bytes.Count(b[:n], []byte{sign}) > 0 {
			n = bytes.IndexByte(b[:n], sign)
		}
	}
	return n
}

// plainWords returns how many bytes at the front of b are seen to be ASCII, 128 in a step.
func plainWords(b []byte) (n int) {
	for ; len(b)-n >= 128; n += 128 {
		p := b[n : n+128]
		if (eight(p)|eight(p[64:]))&high != 0 {
			break
		}
	}
	return n
}

func survey([]byte, uint16, uint16) (n, lines int) { panic("scan: no marks here") }

func firsts([]byte) (n, done int) { return 0, 0 }

func seek(b []byte, x, y, z byte) (n int, beyond bool) { return seekWords(b, x, y, z) }

func firstPair([]byte, byte, byte) int { return 0 }
