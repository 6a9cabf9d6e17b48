package scan

import (
	"encoding/binary"
	"math/bits"
)

// A walk is what the look by marks carries from block to block, a bit or a few each. See gen, which
// has the offsets of all.
type walk [22]uint64

const (
	walkOpen = 0  // not 0 where a run goes on behind the last block
	walkSkip = 20 // so many blocks get no quick look
	walkBad  = 17 // not 0 where a block is not all UTF-8, or a run may be as long as a cell
)

// A marked block has something to look at.
type marked [4]uint64

const (
	markedAt    = iota // its index
	markedHigh         // what is not ASCII
	markedFound        // the bits behind the runs that end there and must be looked at
	markedWide         // second bytes of runes of double-byte codecs that are first or second in their runs
)

// maxBlocks is how many blocks are marked at once at most. What is marked behind damage is marked in vain, and damage is where
// damage was: so it is no more than a part of the blocks that were clean, and a few at first. Of one damaged line
// in ten, a step of twice the last one cost a sixth more.
const (
	firstBlocks = 2
	maxBlocks   = 32
	markedPart  = 4
)

// fast is [table.exact] to the end of b, by marks but for what stands first: damage is
// where damage was.
func (t *table) fast(b []byte, i int, stop uint64) int {
	i, ok := t.exact(b, i, i+64, stop)
	if !ok || i == len(b) {
		return i
	}
	return t.byMarks(b, i, stop, 0)
}

// markedBefore, in bytes, is what must stand in front of what is marked.
const markedBefore = 3

// byMarks is fast by marks alone, where there are enough bytes before b[i]. So many blocks get no quick look, which
// is none but in tests.
func (t *table) byMarks(b []byte, i int, stop, slow uint64) int {
	if i < markedBefore {
		end, ok := t.exact(b, i, markedBefore, stop)
		if !ok || end == len(b) {
			return end
		}
		i = end
	}
	w := walk{walkSkip: slow}
	var out [maxBlocks + 1]marked
	for start := i; i < len(b) || w[walkOpen] != 0; {
		n := min(max(firstBlocks, (i-start)/(markedPart*64)), maxBlocks, (len(b)-i)/64)
		text := b[i-markedBefore:]
		var tail [markedBefore + 64]byte
		if n == 0 {
			n = 1
			copy(tail[:], text)
			text = tail[:]
		}
		done, some := mark(text[:markedBefore+64*n], t.marks, &w, &out)
		for k := range some {
			if at, ok := t.look(b, i+64*int(some[k][markedAt]), &some[k], stop); !ok {
				return at
			}
		}
		i += 64 * done
		if done == n {
			continue
		}
		end, ok := t.exact(b, runStart(b, i), min(len(b), i+64), stop)
		if !ok || end == len(b) {
			return end
		}
		i, w = end, walk{}
	}
	return len(b)
}

// look looks at the runs that were found in a block, at b[i]. If one may be damage it
// returns its start.
func (t *table) look(b []byte, i int, m *marked, stop uint64) (at int, ok bool) {
	double := m.double(b, i)
	for found := m[markedFound]; found != 0; found &= found - 1 {
		bit := bits.TrailingZeros64(found)
		end := min(len(b), i+bit)
		start := 0
		if ascii := ^m[markedHigh] & (1<<bit - 1); ascii != 0 {
			start = i + bits.Len64(ascii)
		} else {
			start = runStart(b, end)
		}
		if start >= double {
			break
		}
		if !t.known(b, start, end, stop) {
			return start, false
		}
	}
	return double, double == len(b)
}

// double returns where the first of the wide runs begins that may be of a double-byte
// page; len(b) if there is none.
func (m *marked) double(b []byte, at int) int {
	last := -1
	for wide := m[markedWide]; wide != 0; wide &= wide - 1 {
		i := at + bits.TrailingZeros64(wide) // the second byte of a rune
		if i >= len(b) || b[i-1] < firstDouble {
			continue
		}
		if i == last+3 { // the second rune of the same run
			continue
		}
		if last = i; i > 1 && b[i-2] >= 0x80 {
			i = runStart(b, i-1)
		} else {
			i--
		}
		if doubleByte(b, i) {
			return i
		}
	}
	return len(b)
}

// runStart returns where the run begins that goes on to before b[i].
func runStart(b []byte, i int) int {
	for ; i >= 8; i -= 8 {
		if w := ^binary.LittleEndian.Uint64(b[i-8:]) & high; w != 0 {
			return i - bits.LeadingZeros64(w)/8
		}
	}
	for i > 0 && b[i-1] >= 0x80 {
		i--
	}
	return i
}
