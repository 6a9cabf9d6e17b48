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

// keyOf returns the entry of the run b[start:end], which is no longer than memoRun.
func keyOf(b []byte, start, end int) (key uint64) {
	n := end - start
	if len(b)-start >= 8 {
		key = binary.LittleEndian.Uint64(b[start:]) & (1<<(8*n) - 1)
	} else {
		for i := n - 1; i >= 0; i-- {
			key = key<<8 | uint64(b[start+i])
		}
	}
	return key<<8 | uint64(Around(b, start, end))
}

// Around returns what the look at the run b[start:end] depends on besides the run: the ASCII
// beside it, in eight bits.
func Around(b []byte, start, end int) (around uint8) {
	if start > 1 && end+1 < len(b) { // as nearly everywhere, without a branch by what is there
		before, after := befores[b[start-1]], sides[b[end]]
		next := b[end+1]
		around = before&^aroundMore + before>>7&smalls[b[start-2]]&(beforeLowers-beforeLower)
		around |= (after&^aroundMore + after>>7*(sideAskLower-sideAsk)&smalls[next]) << 3
		around |= (gaps[b[end]] & (next >> 7)) << 6
	} else {
		around = aroundEdge(b, start, end)
	}
	if b[start] >= firstNear && nearASCII(b, start, end) {
		around |= 1 << 7
	}
	return around
}

// aroundEdge is Around but for what is near, for runs at the edges of b.
func aroundEdge(b []byte, start, end int) (around uint8) {
	if start > 0 {
		before := befores[b[start-1]]
		around = before &^ aroundMore
		if before&aroundMore != 0 && lower(b, start-2) {
			around = beforeLowers
		}
	}
	after := uint8(sideEnd)
	if end < len(b) {
		side := sides[b[end]]
		after = side &^ aroundMore
		if side&aroundMore != 0 && lower(b, end+1) {
			after = sideAskLower
		}
	}
	around |= after << 3
	if Gap(b, end) {
		around |= 1 << 6
	}
	return around
}

// firstNear is the first byte of the runs to which it matters what is near: see strict.
const firstNear = 0xCC

// What a byte of ASCII beside a run is to the look at it.
const (
	sideLower = 1 + iota
	sideUpper
	sideBlank
	sideAsk
	sideQuote
	sideEnd      // of a line, or of the text
	sideAskLower // a question mark before a small letter
)

// aroundMore says that it matters whether a small letter stands beyond.
const aroundMore = 0x80

// smalls has all bits set for small letters, gaps the lowest one for what may be a [Gap].
var smalls, gaps = func() (small, gap [0x100]uint8) {
	for c := range 0x80 {
		two := []byte{byte(c), 0x80}
		if lower(two, 0) {
			small[c] = 0xFF
		}
		if Gap(two, 0) {
			gap[c] = 1
		}
	}
	return small, gap
}()

var sides = func() (s [0x100]uint8) {
	for c := range 0x80 {
		switch c := byte(c); {
		case 'a' <= c && c <= 'z':
			s[c] = sideLower
		case latin(c):
			s[c] = sideUpper
		case c == ' ':
			s[c] = sideBlank
		case c == '\n', c == '\r':
			s[c] = sideEnd
		case c == '?':
			s[c] = sideAsk | aroundMore
		case c == '"', c == '\'':
			s[c] = sideQuote
		}
	}
	return s
}()

// A longMemo is the same for runs of more bytes, up to longRun: whole words of other scripts. An
// entry is its version, odd while it is written, and a key of three words, in the last byte of which
// its surroundings are.
type longMemo [1 << longBits][4]atomic.Uint64

const (
	longBits = 11
	longRun  = 23
)

// longKey returns the key of the run b[start:end]; not ok if the run is no longer than memoRun, or too long, or too
// near the end of b.
func longKey(b []byte, start, end int) (key [3]uint64, ok bool) {
	n := end - start
	if n <= memoRun || n > longRun || len(b)-start <= longRun {
		return key, false
	}
	key[0] = binary.LittleEndian.Uint64(b[start:])
	key[1] = binary.LittleEndian.Uint64(b[start+8:])
	if n < 16 {
		key[1] &= 1<<(8*(n-8)) - 1
	} else {
		key[2] = binary.LittleEndian.Uint64(b[start+16:]) & (1<<(8*(n-16)) - 1)
	}
	key[2] |= uint64(Around(b, start, end)) << 56
	return key, true
}

// longStops is what stops is for memo.
const longStops = 1 << 7

func (m *longMemo) slot(key *[3]uint64) *[4]atomic.Uint64 {
	h := key[0]*0x9E3779B97F4A7C15 ^ key[1]*0xBF58476D1CE4E5B9 ^ key[2]*0x94D049BB133111EB
	return &m[h>>(64-longBits)]
}

// knownLong is known for longer runs.
func (t *table) knownLong(b []byte, start, end int, stop uint64) (ok bool) {
	key, short := longKey(b, start, end)
	if !short {
		_, ok = t.passes(b, start, stop)
		return ok
	}
	slot := t.long.slot(&key)
	version := slot[0].Load()
	first := slot[1].Load()
	if first|longStops == key[0] && slot[2].Load() == key[1] && slot[3].Load() == key[2] && version&1 == 0 && slot[0].Load() == version {
		return first&longStops != 0
	}
	if _, ok = t.passes(b, start, stop); !utf8.Valid(b[start:end]) || version&1 != 0 || !slot[0].CompareAndSwap(version, version+1) {
		return ok
	}
	if !ok {
		key[0] ^= longStops
	}
	for i, k := range key {
		slot[1+i].Store(k)
	}
	slot[0].Store(version + 2)
	return ok
}

// What a byte of ASCII before a run is to the look at it.
const (
	beforeLower  = 1 + iota
	beforeLowers // a small letter behind another
	beforeUpper
	beforeEnd // what ends a text
	beforeAsk // see doubleByte
	beforeG   // see bestFit
)

var befores = func() (s [0x100]uint8) {
	for c := range s {
		switch side := sides[c]; {
		case side == sideLower:
			s[c] = beforeLower | aroundMore
		case side == sideUpper:
			s[c] = beforeUpper
		case EndsText(byte(c)):
			s[c] = beforeEnd
		}
	}
	s['?'], s['G'] = beforeAsk, beforeG
	return s
}()

func (m *memo) slot(key uint64) *atomic.Uint64 { return &m[key*0x9E3779B97F4A7C15>>(64-memoBits)] }

// stops is the bit that the first byte of a run always has: an entry without it is of a run
// that may be damage.
const stops = 1 << 15

// known is [table.passes] for the run b[start:end], by the memo where that has it.
func (t *table) known(b []byte, start, end int, stop uint64) (ok bool) {
	if endsInLoss(b, start, end) {
		return false
	}
	if end-start > memoRun {
		return t.knownLong(b, start, end, stop)
	}
	key := keyOf(b, start, end)
	slot := t.memo.slot(key)
	switch seen := slot.Load(); {
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
