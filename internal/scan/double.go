package scan

import (
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// firstDouble is the first byte of the characters that only double-byte codecs have.
const firstDouble = 0xE3

// firstNarrow is where their second block begins: forms of other characters, wide and narrow.
const firstNarrow = 0xFF00

// doubleByte tells whether the run that begins at b[start] may be UTF-8 that was read as a
// double-byte page: one such codec turns all of it into UTF-8, or all up to U+FFFD, or all
// but the last byte or two. Of clean text it does so with one short run in ten,
// as the first rune shows, and with next to none of more than three runes.
func doubleByte(b []byte, start int) bool {
	if b[start] < firstDouble {
		return false
	}
	r := runeAt(b, start)
	if r == utf8.RuneError {
		for i := start + 3; ; i += 3 {
			if r, n := utf8.DecodeRune(b[i:]); r != utf8.RuneError || n < 3 {
				return goesOn(r)
			}
		}
	}
	if r == 0 || 0xF000 <= r && r < firstNarrow { // a run seldom begins with hanja that are there twice
		return false
	}
	if codec.UTF8Starts()[r>>6]&(1<<(r&63)) == 0 {
		return start > 0 && b[start-1] == '?' && goesOn(r)
	}
	if !mayDouble(b[start:]) {
		return false
	}
	for _, id := range codec.DoubleByte {
		if readsDouble(id, b[start:]) {
			return true
		}
	}
	return false
}

// goesOn tells whether r may stand behind a pair that was lost: its first byte is a trail in
// some codec.
func goesOn(r rune) bool {
	if r < 0x2E80 {
		return false
	}
	for _, id := range codec.DoubleByte {
		if c := codec.CodeOf(id, r); c.N > 1 && c.Bytes[0] < 0xC0 {
			return true
		}
	}
	return false
}

// readsDouble tells whether the codec turns the run at the front of b into UTF-8, as far as
// nothing of it is lost.
func readsDouble(id codec.ID, run []byte) bool {
	need := 0 // trails that are waited for
	for len(run) > 0 && run[0] >= utf8.RuneSelf {
		r, n := utf8.DecodeRune(run)
		if r == utf8.RuneError {
			return n > 1
		}
		run = run[n:]
		code := codec.CodeOf(id, r)
		if code.N == 0 {
			return false
		}
		for _, x := range code.Bytes[:code.N] {
			switch {
			case need > 0 && x&0xC0 == 0x80:
				need--
			case need > 0:
				return false
			case x < 0x80:
			case 0xC2 <= x && x < 0xE0:
				need = 1
			case 0xE0 <= x && x < 0xF0:
				need = 2
			case 0xF0 <= x && x < 0xF5:
				need = 3
			default:
				return false
			}
		}
	}
	return need < 3
}

// bestFit tells whether the run b[start:end] and the letter before it are what is left of a mark
// that was read in the page of DOS and then written in windows-1252: "GÇö" was "ΓÇö", an em dash.
func bestFit(b []byte, start, end int) bool {
	return start > 0 && b[start-1] == 'G' && end-start > 2 && b[start] == 0xC3 && b[start+1] == 0x87
}

// headless tells whether the run b[start:end] is a mark of print that was read in windows-1252 and then lost â, beside a letter of ASCII: `don€™t`. Prices have
// none there.
func headless(b []byte, start, end int) bool {
	const sign, marks = "€", "\xe2\x80" // the mark's own last byte is one of 90..BF
	if end-start != 2*len(sign) || string(b[start:start+len(sign)]) != sign || string(b[end-len(sign):end-1]) != marks {
		return false
	}
	return start > 0 && latin(b[start-1]) || end < len(b) && latin(b[end])
}
