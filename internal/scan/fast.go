package scan

import (
	"math/bits"

	"github.com/unbake/unbake/internal/cells"
)

// chunkBlocks is how many blocks are marked at once: few enough that the marks
// stay in the cache and that short text does not pay for long one.
// The first time it is fewer, since damage is where damage was.
const (
	firstBlocks = 2
	chunkBlocks = 32
)

// A walk goes through text by its marks and finds the runs that must be looked
// at closely. What stands here is of the blocks before.
type walk struct {
	before [32]byte
	full   int    // bytes of the open run, in whole chunks
	open   uint64 // 1 if a run goes on
	latin  uint64 // 1 behind a letter of ASCII
	pair   uint64 // 1 if the open run holds a pair
	other  uint64
	thai   uint64
	stray  uint64
	start  uint64 // runs that begin behind a letter of ASCII
	within uint64
	plain  uint64 // runes that no codec has
	starts uint64 // of runs
	seldom uint64 // letters that are seldom beside each other
	beside uint64 // 1 if the open run holds two of them, side by side
	wide   uint64 // runs that begin with a rune of double-byte codecs, or have one second

	high, blank, capital, thais, consonant uint64 // marks
}

// flood returns the bits of runs from those of some on, to the end of each run.
func flood(some, runs uint64) uint64 { return (runs + some) ^ runs | some }

// step returns a bit behind each run of a block that ends there and must be
// looked at: one with a pair in it and something other than letters in a row, or with
// either beside a letter of ASCII; and those that need a sign behind them.
// What is carried over to the next block may say too much.
func (w *walk) step(m *marks) (found uint64) {
	high, latin := m[markHigh], m[markLatin]
	remnant := m[markRemnant] & high
	plain := ^m[markPlain]
	carried, end := w.open&high, ^high&(high<<1|w.open)
	starts := high &^ (high<<1 | w.open)
	w.wide = plain & (starts<<1 | w.starts>>63 | starts<<4 | w.starts>>60)
	start := starts & (latin<<1 | w.latin)

	other := m[markOther]&high | remnant | start | w.other&carried
	pair := m[markPair] &^ (plain<<3 | w.plain>>61 | plain<<4 | w.plain>>60)
	within := uint64(0)
	if start|w.start|w.within != 0 {
		rune1 := start<<1 | w.start>>63 | start<<2 | w.start>>62 // where it may end
		within = m[markWithin] & rune1
		behind := within<<1 | w.within>>63
		pair |= m[markLoud]&rune1 | behind
		found = end & behind & latin
	}
	pair = pair&high | remnant | w.pair&carried
	found |= end & (m[markBlank]<<1 | w.blank>>63) &^ latin
	beside := end & (latin | m[markCapital]<<3 | w.capital>>61) // a capital and one letter is too short

	switch {
	case pair|w.pair == 0:
		other = high
	case other|w.other|beside == 0:
		pair = high
	default:
		other, pair = flood(other, high)&high, flood(pair, high)&high
		found |= end & (pair<<1 | w.pair) & (other<<1 | w.other | beside)
	}
	if m[markThai]|w.thais|w.thai != 0 {
		found |= w.stepThai(m, carried, end)
	}
	seldom := m[markSeldom]
	if two := seldom&(seldom<<2|w.seldom>>62) | w.beside&carried; two|w.beside != 0 {
		two = flood(two, high) & high
		found |= end & (two<<1 | w.beside)
		w.beside = two >> 63
	}
	w.seldom = seldom
	w.open, w.pair, w.other = high>>63, pair>>63, other>>63
	w.start, w.starts, w.within, w.plain = start, starts, within, plain
	w.high, w.blank, w.capital = high, m[markBlank], m[markCapital]
	return found
}

// stepThai does the same for runs of Thai. In the pages of Thai the first
// consonants trail. A run in which one of them stands where nothing waits for it
// is no damage: first in the run, or behind another, before which there is no
// lead of two trails.
func (w *walk) stepThai(m *marks, carried, end uint64) uint64 {
	high, c := m[markHigh], m[markConsonant]
	behind := c<<3 | w.consonant>>61
	inRun := high<<3 | w.high>>61
	pair := c & inRun &^ behind
	stray := c&^inRun | c&behind&(m[markThai]<<6|w.thais>>58)
	pair, stray = flood(pair|w.thai&carried, high)&high, flood(stray|w.stray&carried, high)&high
	found := end & (pair<<1 | w.thai) &^ (stray<<1 | w.stray)
	w.thai, w.stray = pair>>63, stray>>63
	w.thais, w.consonant = m[markThai], c
	return found
}

// fast is [table.exact] to the end of b, by marks but for what stands first: damage is
// where damage was.
func (t *table) fast(b []byte, i int, stop uint64) int {
	i, ok := t.exact(b, i, i+64, stop)
	if !ok || i == len(b) {
		return i
	}
	return t.byMarks(b, i, stop)
}

// byMarks is fast by marks alone.
func (t *table) byMarks(b []byte, i int, stop uint64) int {
	var out [chunkBlocks]marks
	var w walk
	for size := firstBlocks; ; size = min(2*size, chunkBlocks) {
		if w.open == 0 {
			if i = ascii(b, i); i == len(b) {
				return i
			}
			w = walk{}
		}
		n := min(size, (len(b)-i)/64)
		text := b[i:]
		var tail [64]byte
		if n == 0 {
			n = 1
			copy(tail[:], text)
			text = tail[:]
		}
		good := mark(text, n, t.marks, &w.before, out[:])
		if w.long(out[:n]) || !good {
			end, ok := t.exact(b, runStart(b, i), min(len(b), i+64*n), stop)
			if !ok || end == len(b) {
				return end
			}
			i, w = end, walk{}
			continue
		}
		if at, ok := t.look(b, i, &w, out[:n], stop); !ok {
			return at
		}
		if i += 64 * n; i > len(b) {
			return len(b)
		}
	}
}

// long tells whether so much of a run was seen that it may be as long as a cell.
func (w *walk) long(blocks []marks) bool {
	for k := range blocks {
		if blocks[k][markHigh] != ^uint64(0) {
			w.full = 0
			return false
		}
	}
	w.full += 64 * len(blocks)
	return w.full >= cells.Max/2
}

// look looks at the runs that end in marked blocks, the first of which is at
// b[i]. If one may be damage it returns its start.
func (t *table) look(b []byte, i int, w *walk, blocks []marks, stop uint64) (at int, ok bool) {
	for k := range blocks {
		m := &blocks[k]
		if m[markHigh] == 0 && w.open == 0 {
			continue
		}
		at := i + 64*k
		w.latin = 0
		if at > 0 && at < len(b) && latin(b[at-1]) {
			w.latin = 1
		}
		found := w.step(m)
		double := w.double(b, at)
		for ; found != 0; found &= found - 1 {
			bit := bits.TrailingZeros64(found)
			end := min(len(b), at+bit)
			start := 0
			if ascii := ^m[markHigh] & (1<<bit - 1); ascii != 0 {
				start = at + bits.Len64(ascii)
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
		if double < len(b) {
			return double, false
		}
	}
	return 0, true
}

// double returns where the first of the wide runs begins that may be of a double-byte
// page; len(b) if there is none.
func (w *walk) double(b []byte, at int) int {
	for wide := w.wide; wide != 0; wide &= wide - 1 {
		i := at + bits.TrailingZeros64(wide) // the second byte of a rune
		if i >= len(b) || b[i-1] < firstDouble {
			continue
		}
		if start := runStart(b, i); doubleByte(b, start) {
			return start
		}
	}
	return len(b)
}

// runStart returns where the run begins that goes on to before b[i].
func runStart(b []byte, i int) int {
	for i > 0 && b[i-1] >= 0x80 {
		i--
	}
	return i
}
