// Package scan finds out, at a small part of the cost of looking closely,
// which text cannot hold damage. Call [Clean] for the length of the text at the
// front that can go by, [Suspicious] for a plain yes or no.
//
// What it looks for stands in runs: runes beyond ASCII with no ASCII between
// them. A run is suspicious if
//
//   - a codec reads a lead and a trail in it and meets no letter in the whole
//     run that would be a stray trail (the first trail is enough: the rest of the
//     sequence may be lost); unless the run is a word of its own writing, see
//     writing.go, or reads as nothing, see reading.go and within.go;
//   - or it holds what a loss leaves: a C1 control, a dagger, a lead before
//     U+FFFD, "Ã" before a blank, a question mark or the end of a cell, or at the front of a word in small letters, "Â" before
//     a blank and behind a figure or the end of a word, "â" before a straight quote or a question mark, or where English has an
//     apostrophe;
//   - or it is of letters and signs that a legacy page makes of another, see legacy.go;
//   - or it begins with marks that go on letters, and what trails in a page is right behind them;
//   - or a double-byte codec reads it as UTF-8, see double.go;
//   - or it is as long as a cell: such a run is cut into cells, and what is
//     a stray trail depends on where.
//
// Text goes by in steps, each for what the one before let through: ASCII, 64 bytes
// at once; windows of 64 bytes in which all is of one kind, see skim.go; blocks of 64 bytes by their
// marks, see marks.go, both where the machine has what they need; words of their own writing; runs that no codec reads, all codecs
// being taken at once, a bit each; and the rest. What may be a candidate is
// defined by the table, which is made of the codecs, and by legacy.go; the marks
// may only mark more.
package scan

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
	"unsafe"

	"github.com/unbake/unbake/internal/cells"
)

// Suspicious tells whether text, which is one cell or more, whole, may hold
// damage. It allocates nothing.
func Suspicious[T string | []byte](text T) bool { return Clean(text) < len(text) }

// Clean returns how many bytes at the front of text, which is one cell or
// more, whole, cannot hold damage: all of them, or those before the
// first suspicious run. It allocates nothing.
func Clean[T string | []byte](text T) int {
	return through(bytesOf(text), 0)
}

// CleanText is [Clean], but stops also before the first run with bytes that are
// not UTF-8. What it returns is valid UTF-8. It costs no more.
func CleanText(text []byte) int { return through(text, invalid) }

// through is [Clean] for bytes; stop is what else to stop at, of what run finds.
func through(b []byte, stop uint64) int {
	i := plainASCII(b)
	for step := escapeStep; i+step < len(b) && nextEscape(b, i, i+step) < i+step; step *= 2 {
		end := cells.LastLineEnd(b[i:i+step]) + 1
		if end == 0 {
			continue
		}
		end += i
		if at := escaped(b, i, clean(b[:end], i, stop)); at < end {
			return at
		}
		i = end
	}
	if i == len(b) {
		return i
	}
	return escaped(b, i, clean(b, i, stop))
}

// escapeStep, in bytes, is how near the first escape must be to look at lines in steps, twice as long each time, for runs
// and for escapes. To look for the first run, where none is near, before the first escape is looked at would take the longer the
// more text there is, for each line that is damaged.
const escapeStep = 512

// Stays tells whether the run that begins at text[start] is UTF-8 and cannot hold damage, escapes apart.
func Stays(text []byte, start int) bool {
	_, ok := loaded().exact(text, start, start+1, invalid)
	return ok
}

// ASCII returns how many bytes at the front of text are ASCII.
func ASCII[T string | []byte](text T) int { return ascii(bytesOf(text), 0) }

// bytesOf returns the bytes of text, which must not be changed.
func bytesOf[T string | []byte](text T) []byte {
	// Strings and slices both begin with the pointer to their bytes.
	return unsafe.Slice(*(**byte)(unsafe.Pointer(&text)), len(text))
}

// high has the bit that bytes beyond ASCII have, in eight bytes.
const high = 0x8080808080808080

// ascii returns the index of the first byte of b, from i on, that is not
// ASCII; len(b) if all are.
func ascii(b []byte, i int) int {
	for ; len(b)-i >= 8; i += 8 {
		if w := binary.LittleEndian.Uint64(b[i:]) & high; w != 0 {
			return i + bits.TrailingZeros64(w)>>3
		}
		for ; len(b)-i >= 8+64; i += 64 {
			if eight(b[i+8:i+8+64])&high != 0 {
				break
			}
		}
	}
	for i < len(b) && b[i] < 0x80 {
		i++
	}
	return i
}

// eight returns the first eight words of p, the bits of all of them in one.
func eight(p []byte) uint64 {
	_ = p[63]
	w := binary.LittleEndian.Uint64(p) | binary.LittleEndian.Uint64(p[8:]) |
		binary.LittleEndian.Uint64(p[16:]) | binary.LittleEndian.Uint64(p[24:])
	return w | binary.LittleEndian.Uint64(p[32:]) | binary.LittleEndian.Uint64(p[40:]) |
		binary.LittleEndian.Uint64(p[48:]) | binary.LittleEndian.Uint64(p[56:])
}

// clean is through but for escapes. What stands before b[i] is ASCII.
func clean(b []byte, i int, stop uint64) int {
	i = ascii(b, i)
	if i == len(b) {
		return i
	}
	t := loaded()
	if hasMarks && len(b)-i >= minFast {
		return t.fast(b, i, stop)
	}
	i, _ = t.exact(b, i, len(b), stop)
	return i
}

// minFast, in bytes, is how much text pays for looking by marks.
const minFast = 192

// firstThree is the first byte of runes of three bytes, firstSigns of such that are signs. Between
// them is writing that, where no codec has it, is nothing else either.
const (
	firstThree = 0xE0
	firstSigns = 0xE2
)

// exact goes through the runs from b[i] on that begin before b[until]. It
// returns the end of the last one; or, not ok, the start of one that may be
// damage.
func (t *table) exact(b []byte, i, until int, stop uint64) (end int, ok bool) {
	for i = ascii(b, i); i < until; {
		if c := b[i]; c < firstByte {
			if t.accent(b, i) && !Gap(b, i+2) {
				i = ascii(b, i+2)
				continue
			}
		} else if c < firstThree {
			if end, ok := t.word(b, i); ok && (end-i > 2 || i == 0 || !latin(b[i-1])) {
				if i = end + 1; i >= len(b) || b[i] < 0x80 { // most have a blank between them
					i = ascii(b, end)
				}
				continue
			}
		} else if c < firstSigns {
			if end := t.plainRunes(b, i); (end == len(b) || b[end] < 0x80) && end-i < cells.Max {
				i = ascii(b, end)
				continue
			}
		}
		end := runEnd(b, i)
		if !t.known(b, i, end, stop) {
			return i, false
		}
		i = ascii(b, end)
	}
	return i, true
}

// accent tells whether one letter with an accent and no other stands at b[i], as in
// most words that have any.
func (t *table) accent(b []byte, i int) bool {
	if i+1 >= len(b) || b[i]&0xE0 != 0xC0 || b[i+1]&0xC0 != 0x80 || i+2 < len(b) && b[i+2] >= 0x80 {
		return false
	}
	return t.accents[uint(b[i]&0x1F)<<6|uint(b[i+1]&0x3F)]
}

// runEnd returns the end of the run that begins at b[i].
func runEnd(b []byte, i int) (end int) {
	for ; i+8 <= len(b); i += 8 {
		if w := ^binary.LittleEndian.Uint64(b[i:]) & high; w != 0 {
			return i + bits.TrailingZeros64(w)/8
		}
	}
	for i < len(b) && b[i] >= 0x80 {
		i++
	}
	return i
}

// Accent tells whether run is one letter with an accent, which goes by whatever stands around it but [Gap].
func Accent(run []byte) bool { return len(run) == 2 && loaded().accent(run, 0) }

// passes tells whether the run that begins at b[i] is no damage, and its end.
func (t *table) passes(b []byte, i int, stop uint64) (end int, ok bool) {
	end, own, ok := t.unread(b, i, stop)
	return end, ok && (own || !t.legacy(b, i, end))
}

// unread tells whether the run that begins at b[i] is no UTF-8 that was read as a page, nor what is left of
// such; and whether it is a word of its own writing, which is no other damage either.
func (t *table) unread(b []byte, i int, stop uint64) (end int, own, ok bool) {
	if end, ok = thaiRun(b, i); ok {
		return end, true, true
	}
	from := i // where what a codec may have begins
	if b[i] >= firstThree {
		if from = t.plainRunes(b, i); from == len(b) || b[from] < 0x80 {
			return from, false, from-i < cells.Max && !doubleByte(b, i)
		}
	}
	if end, own := t.ownRun(b, i); own {
		return end, true, end-i < cells.Max
	}
	plain := false
	if i+2 >= len(b) || b[i+2] < 0x80 { // what else is a word
		end, plain = t.word(b, i)
	}
	if !plain {
		var found uint64
		end, found = t.run(b, from)
		if found&stop != 0 || found&^invalid != 0 && t.suspicious(b, i, end, found&^invalid) || doubleByte(b, i) || bestFit(b, i, end) || headless(b, i, end) || t.apart(b[i:end]) {
			return end, false, false
		}
	}
	return end, false, end-i < cells.Max
}

// apart tells whether what trails in a page stands behind the marks that a run begins with: `A\u0303©` was `Ã©` until letters and
// marks were taken apart. In clean text that is apart, another letter of ASCII follows, as a rule.
func (t *table) apart(run []byte) bool {
	i := 0
	for i+1 < len(run) && (run[i] == 0xCC && run[i+1]&0xC0 == 0x80 || run[i] == 0xCD && 0x80 <= run[i+1] && run[i+1] < 0xB0) {
		i += 2
	}
	if i == 0 || i == len(run) {
		return false
	}
	r, _ := utf8.DecodeRune(run[i:])
	return t.rowOf(r).trail&^remnant != 0
}

// Reads tells whether text, which is a cell, may hold damage that is no legacy page read as another: UTF-8
// that was read as a page, or what is left of such. Words of one script other than Latin that are odd as they are
// spelt, "ОБЪЯСНИТЕ", are none, nor are rare characters. Escapes are ASCII to it.
func Reads(text string) bool {
	b := bytesOf(text)
	t := loaded()
	for i := ascii(b, 0); i < len(b); i = ascii(b, i) {
		start := i
		var own, ok bool
		if i, own, ok = t.unread(b, i, invalid); !ok || !own && t.legacy(b, start, i) && !t.unreadWord(b, start, i) && !t.hanRun(b, start) {
			return true
		}
	}
	return false
}

// unreadWord tells whether b[start:end] is letters of one script, no Latin beside them; and if it is short, whether no
// codec reads a sequence in it: "ШЁШЇ" may be one of words that go by, "Щ€".
func (t *table) unreadWord(b []byte, start, end int) bool {
	var all kind
	for i := start; i < end; i += 2 {
		all |= t.kindAt(b[i:end])
	}
	script := all & scripts
	if all&unlike != 0 || script&(script-1) != 0 || besideLatin(b, start, end) {
		return false
	}
	if end-start >= longWord {
		return true
	}
	_, found := t.run(b, start)
	return found == 0
}
