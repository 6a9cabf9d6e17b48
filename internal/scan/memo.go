package scan

import (
	"encoding/binary"
	"sync/atomic"
	"unicode/utf8"
)

// A memo remembers short runs that were looked at, whether they may go by, each with all
// that the look depended on. In a language the same few come again and again:
// "ção", "ść", "đượ"; and so they do in what damage made of it. An entry is right for ever,
// so that it does not matter who writes it and when.
type memo [memoSize]atomic.Uint64

// memoSize is a power of two; memoRun, in bytes, is what an entry has room for
// beside its surroundings.
const (
	memoSize = 1 << memoBits
	memoBits = 12
	memoRun  = 7
)

// keyOf returns the entry of the run b[start:end], and 0 if it is too long for one.
func keyOf(b []byte, start, end int) (key uint64) {
	n := end - start
	switch {
	case n > memoRun:
		return 0
	case len(b)-start >= 8:
		key = binary.LittleEndian.Uint64(b[start:]) & (1<<(8*n) - 1)
	default:
		for i := n - 1; i >= 0; i-- {
			key = key<<8 | uint64(b[start+i])
		}
	}
	return key<<8 | uint64(Around(b, start, end))
}

// Around returns what the look at the run b[start:end] depends on besides the run: the ASCII
// beside it, in eight bits.
func Around(b []byte, start, end int) (around uint8) {
	if start > 0 {
		c := b[start-1]
		if side := sides[c]; side <= sideUpper {
			around = side
		}
		if lower(b, start-2) {
			around |= 1 << 2
		}
		if c == '?' || c == 'G' { // see doubleByte and bestFit
			around |= 1 << 6
		}
	}
	after := uint8(sideBlank)
	if end < len(b) {
		after = sides[b[end]]
	}
	around |= after << 3
	if nearASCII(b, start, end) {
		around |= 1 << 7
	}
	return around
}

// What a byte of ASCII beside a run is to the look at it.
const (
	sideLower = 1 + iota
	sideUpper
	sideBlank // or the end of a line
	sideAsk
	sideQuote
)

var sides = func() (s [0x100]uint8) {
	for c := range 0x80 {
		switch c := byte(c); {
		case 'a' <= c && c <= 'z':
			s[c] = sideLower
		case latin(c):
			s[c] = sideUpper
		case c == ' ', c == '\n', c == '\r':
			s[c] = sideBlank
		case c == '?':
			s[c] = sideAsk
		case c == '"', c == '\'':
			s[c] = sideQuote
		}
	}
	return s
}()

func (m *memo) slot(key uint64) *atomic.Uint64 { return &m[key*0x9E3779B97F4A7C15>>(64-memoBits)] }

// stops is the bit that the first byte of a run always has: an entry without it is of a run
// that may be damage.
const stops = 1 << 15

// known is [table.passes] for the run b[start:end], by the memo where that has it.
func (t *table) known(b []byte, start, end int, stop uint64) (ok bool) {
	key := keyOf(b, start, end)
	slot := t.memo.slot(key)
	switch seen := slot.Load(); {
	case key == 0:
		_, ok = t.passes(b, start, stop)
		return ok
	case seen == key:
		return true
	case seen == key^stops && seen != 0: // an empty slot is not that of a lone byte 80
		return false
	}
	if _, ok = t.passes(b, start, stop); !utf8.Valid(b[start:end]) {
		return ok
	}
	if !ok {
		key ^= stops
	}
	slot.Store(key)
	return ok
}
