package scan

import (
	"encoding/binary"
	"sync/atomic"
)

// A memo remembers short runs that were looked at and may go by, each with all
// that the look depended on. In a language the same few come again and again:
// "ção", "ść", "đượ". An entry is right for ever, so that it does not matter who
// writes it and when.
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
	around := uint64(0)
	if start > 0 {
		if side := sides[b[start-1]]; side <= sideUpper {
			around = uint64(side)
		}
		if lower(b, start-2) {
			around |= 1 << 2
		}
	}
	after := uint64(sideBlank)
	if end < len(b) {
		after = uint64(sides[b[end]])
	}
	around |= after << 3
	if nearASCII(b, start, end) {
		around |= 1 << 7
	}
	return key<<8 | around
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

// has tells whether a run is known to go by.
func (m *memo) has(key uint64) bool { return key != 0 && m.slot(key).Load() == key }

// add notes that a run goes by.
func (m *memo) add(key uint64) {
	if key != 0 {
		m.slot(key).Store(key)
	}
}
