//go:build !purego

package scan

import (
	"golang.org/x/sys/cpu"

	"github.com/unbake/unbake/internal/escape"
)

//go:generate go run -C gen . -out ../marks_amd64.s -stubs ../stubs_amd64.go -pkg scan

// hasMarks tells whether this machine has what mark needs.
var hasMarks = cpu.X86.HasAVX2 && cpu.X86.HasBMI2

// mark goes through the blocks of text, behind its first three bytes, up to one that is bad, and
// returns its index; or how many blocks there are. Out has those with something to look at.
func mark(text []byte, t *[114][32]byte, w *walk, out *[maxBlocks + 1]marked) (at int, some []marked) {
	n := (len(text) - markedBefore) / 64
	at, k := markAVX2(&text[markedBefore], min(n, maxBlocks), t, (*[23]uint64)(w), (*[4]uint64)(&out[0]))
	return at, out[:k]
}

// skim goes through text, behind its first three bytes, by windows that are each of one kind, n at most, and returns how far
// it came. Out has those with something to look at. Failed is whether the next window is of another kind.
func skim(text []byte, t *[114][32]byte, w *walk, n int, out *[maxBlocks + 1]marked) (at int, some []marked, failed bool) {
	at, k, stopped := skimAVX2(&text[markedBefore], len(text)-markedBefore, t, (*[23]uint64)(w), (*[4]uint64)(&out[0]), n)
	return at, out[:k], stopped != 0
}

// signs has each sign that begins an escape at the place of its low half. What stands
// elsewhere is met nowhere.
var signs = newSigns()

func newSigns() (t [16]byte) {
	for i := range t {
		t[i] = 0x80
	}
	for k := range len(escape.Signs) {
		i := escape.Signs[k] & 0xF
		if t[i] != 0x80 {
			panic("scan: two signs with one low half")
		}
		t[i] = escape.Signs[k]
	}
	return t
}

// firstSign returns a place in b, from i on, before which there is no sign that
// begins an escape; len(b) if there is none at all.
func firstSign(b []byte, i int) int {
	if n := (len(b) - i) / 64; n > 0 && hasMarks {
		i += 64 * signAVX2(&b[i], n, &signs)
	}
	return i
}

// plainASCII returns how many bytes at the front of b are seen to be ASCII, and no sign
// that begins an escape.
func plainASCII(b []byte) int {
	if n := len(b) / 64; n > 0 && hasMarks {
		return 64 * plainAVX2(&b[0], n, &signs)
	}
	return 0
}

// survey returns how many bytes at the front of text are seen to be ASCII with no sign that begins
// an escape and neither of the pairs at an even place, and the line feeds among them.
func survey(text []byte, even, odd uint16) (n, lines int) {
	n, lines = surveyAVX2(&text[0], len(text)/surveyBlock, &signs, even, odd)
	return surveyBlock * n, lines
}

// firsts counts the first bytes of runes in blocks at the front of text, and returns the length of these.
func firsts(text []byte) (n, done int) {
	if blocks := len(text) / surveyBlock; blocks > 0 && hasMarks {
		return runesAVX2(&text[0], blocks), surveyBlock * blocks
	}
	return 0, 0
}

// seek is Seek for minSeek bytes and more.
func seek(b []byte, x, y, z byte) (n int, beyond bool) {
	n, highs := seekAVX2(&b[0], len(b), x, y, z)
	return n, highs != 0
}

// firstPair returns a place in b before which there is no x with a y behind it.
func firstPair(b []byte, x, y byte) int {
	if n := (len(b) - 1) / 64; n > 0 && hasMarks {
		return 64 * pairAVX2(&b[0], n, x, y)
	}
	return 0
}
