package scan

import (
	"encoding/binary"
	"math/bits"
)

// A walk is what the look by marks carries from block to block, a bit or a few each. See gen, which
// has the offsets of all.
type walk [23]uint64

const (
	walkOpen      = 0 // not 0 where a run goes on behind the last block
	walkPair      = 1
	walkOther     = 2
	walkThai      = 3
	walkStray     = 4
	walkStarts    = 6
	walkPlain     = 8
	walkThais     = 13
	walkConsonant = 14
	walkHighs     = 15
	walkFull      = 16 // how many bytes of whole blocks are of one run
	walkBad       = 17 // not 0 where a block is not all UTF-8, or a run may be as long as a cell
)

// A marked block has something to look at.
type marked [4]uint64

const (
	markedAt    = iota // where it is: a block's index, a window's place
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
	return t.byMarks(b, i, stop, true)
}

// markedBefore, in bytes, is what must stand in front of what is marked.
const markedBefore = 3

// maxSlow is how many blocks are marked at most before windows are tried again.
const maxSlow = 31

// byMarks is fast by windows and marks alone, where there are enough bytes before b[i]. Where a window is not of one kind, some
// blocks are marked, and windows are tried again from the run on that goes on behind these. Not quick, it is by marks, which is
// but in tests.
func (t *table) byMarks(b []byte, i int, stop uint64, quick bool) int {
	if i < markedBefore {
		end, ok := t.exact(b, i, markedBefore, stop)
		if !ok || end == len(b) {
			return end
		}
		i = end
	}
	w := walk{}
	slow := 0 // so many blocks are marked before windows are tried again
	var out [maxBlocks + 1]marked
	for start := i; i < len(b) || w[walkOpen] != 0; {
		n := min(max(firstBlocks, (i-start)/(markedPart*64)), maxBlocks)
		if quick && w[walkOpen] == 0 && len(b)-i >= 64 {
			if b[i] >= 0x80 && b[i-1] < 0x80 && i > markedBefore {
				i-- // windows begin with ASCII
			}
			at, some, failed := skim(b[i-markedBefore:], t.marks, &w, n, &out)
			for k := range some {
				if at, ok := t.look(b, i+int(some[k][markedAt]), &some[k], stop); !ok {
					return at
				}
			}
			i += at
			if at > 0 {
				slow /= 2
			}
			if !failed && (len(b)-i >= 64 || i == len(b)) {
				continue
			}
			if failed {
				slow = min(2*slow+1, maxSlow)
			}
			w.enter(b, i)
		}
		n = min(n, max(1, slow), (len(b)-i)/64)
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
			if quick && i < len(b) {
				i = w.leave(b, i, i-64*done)
			}
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

// enter makes w what marks would carry to b[i], before which a window ended: nothing, or where that is within a run,
// what there is to tell of Thai, or no more than that there is one, of runes that no codec has but for signs by themselves.
func (w *walk) enter(b []byte, i int) {
	was := *w
	*w = walk{}
	if b[i-1] < 0x80 || b[i] < 0x80 {
		return
	}
	w[walkOpen], w[walkHighs], w[walkFull] = 1, 7, was[walkFull]
	for k := range 4 {
		if b[i-1-k] >= 0x80 && (i-2-k < 0 || b[i-2-k] < 0x80) {
			w[walkStarts] = 1 << (3 - k)
			break
		}
	}
	if thaiRune(b[i-markedBefore:]) {
		w[walkPair] = 1
		for _, k := range []int{walkThai, walkStray, walkConsonant, walkThais} {
			w[k] = was[k]
		}
		return
	}
	w[walkOther] = 1
	if c := b[i-3]; c >= firstThree && c != firstSigns {
		w[walkPlain] = 1 << 2
	}
}

// thaiRune tells whether b begins with a rune of the pages of Thai.
func thaiRune(b []byte) bool { return b[0] == 0xE0 && b[1]&^1 == 0xB8 }

// leave returns from where on windows can be tried again after blocks up to b[i], which begin at b[from], and forgets what was
// carried there. If they cannot it returns i.
func (w *walk) leave(b []byte, i, from int) int {
	if w[walkOpen] == 0 {
		*w = walk{}
		return i
	}
	if start := runStart(b[from:i], i-from); start > 1 { // not the same again
		*w = walk{}
		return from + start
	}
	return i
}

// look looks at the runs that were found in a block, at b[i]. If one may be damage it
// returns its start.
func (t *table) look(b []byte, i int, m *marked, stop uint64) (at int, ok bool) {
	double := t.double(m, b, i)
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
func (t *table) double(m *marked, b []byte, at int) int {
	if m[markedWide] == 0 {
		return len(b)
	}
	last := -1
	for wide := m.mayStart(b, at, t.starts); wide != 0; wide &= wide - 1 {
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
		if doubleByte(b, i) || t.hanRun(b, i) {
			return i
		}
	}
	return len(b)
}

// mayStart returns the wide bits but for those for which [doubleByte] and [table.hanRun] are seen to be false: most runs of Chinese and Korean, by
// their first rune. It has no branch by the rune.
func (m *marked) mayStart(b []byte, at int, starts *runeSet) (may uint64) {
	for wide := m[markedWide]; wide != 0; wide &= wide - 1 {
		bit := bits.TrailingZeros64(wide)
		i := at + bit
		if i < 2 || i+2 > len(b) {
			return m[markedWide]
		}
		p := b[i-2 : i+2]
		r := uint(p[1]&0x0F)<<12 | uint(p[2]&0x3F)<<6 | uint(p[3]&0x3F)
		may |= (starts[r>>6]>>(r&63)&1 | uint64(p[0]>>7) | asks[p[0]]) << bit
	}
	return may
}

// asks has a bit for the question mark, behind which more may be of a double-byte page.
var asks = [0x100]uint64{'?': 1}

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
