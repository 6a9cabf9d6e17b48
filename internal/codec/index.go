package codec

import (
	"math/bits"
	"sync"
	"sync/atomic"
)

// Roles are the sets of codecs, codec id being bit 1<<id, in which a rune
// stands for a byte that has a part in a UTF-8 sequence.
type Roles struct {
	Lead2 uint64 // C2..DF, leads of sequences of two bytes
	Lead3 uint64 // E0..EF, of three
	Lead4 uint64 // F0..F4, of four
	Trail uint64 // 80..BF
}

// add notes that a rune stands for byte b in the codecs of set.
func (r *Roles) add(b byte, set uint64) {
	switch {
	case b < 0x80:
	case b < 0xc0:
		r.Trail |= set
	case 0xc2 <= b && b < 0xe0:
		r.Lead2 |= set
	case 0xe0 <= b && b < 0xf0:
		r.Lead3 |= set
	case 0xf0 <= b && b < 0xf5:
		r.Lead4 |= set
	}
}

// RolesOf returns the roles of r in the single-byte codecs, nil if r is ASCII
// or none of them has it. What it points to must not be changed.
func RolesOf(r rune) *Roles {
	x := index()
	if n := x.number(r); n != 0 {
		return &x.roles[n]
	}
	return nil
}

// ByteOf returns the byte that decodes to r, or that r is another decoding of,
// in the codec. In a double-byte codec only ASCII is ok.
func ByteOf(id ID, r rune) (b byte, ok bool) {
	if uint32(r) < 0x80 {
		return byte(r), true
	}
	x := index()
	b = x.bytes[x.number(r)][id&63]
	return b, b != 0
}

// BytesOf returns the bytes that decode to r, or that r is another decoding of, by the number of
// the codec; 0 where a codec lacks it, as all do ASCII here. What it points to must not be changed.
func BytesOf(r rune) *[64]byte {
	x := index()
	return &x.bytes[x.number(r)]
}

// RuneAt returns a rune by its place, below [NumRunes], among those, in ascending order, that
// bytes 80..FF of any single-byte codec stand for.
func RuneAt(idx uint16) rune { return index().runes[idx+1] }

// NumRunes returns how many runes bytes 80..FF of single-byte codecs stand for.
func NumRunes() int { return len(index().runes) - 1 }

// A runeIndex is the inverse of all single-byte codecs at once. Runes are
// numbered from 1, so that 0 is the number of all others, whose entries are
// empty.
type runeIndex struct {
	pages [256]uint8    // high byte of the rune -> place in cells; cells[0] is empty
	cells [][256]uint16 // low byte of the rune -> number
	runes []rune        // by number, ascending
	roles []Roles       // by number
	bytes [][64]byte    // by number and codec; 0 where the codec lacks the rune
}

// number returns the number of r, 0 if it has none. All runes of single-byte
// codecs are in the Basic Multilingual Plane.
func (x *runeIndex) number(r rune) uint16 {
	if uint32(r) > 0xffff {
		return 0
	}
	return x.cells[x.pages[r>>8]][r&0xff]
}

var (
	builtIndex atomic.Pointer[runeIndex]
	buildOnce  sync.Once
)

// index returns the index, which the first call builds.
func index() *runeIndex {
	if x := builtIndex.Load(); x != nil {
		return x
	}
	return firstIndex()
}

// firstIndex stands apart so that index can be inlined.
func firstIndex() *runeIndex {
	buildOnce.Do(func() { builtIndex.Store(newRuneIndex()) })
	return builtIndex.Load()
}

func newRuneIndex() *runeIndex {
	type entry struct {
		r  rune
		id ID
		b  byte
	}
	var entries []entry
	var present [0x10000 / 64]uint64 // half the time that sorting takes
	for i := range codecs {
		c := &codecs[i]
		if c.high == nil {
			continue
		}
		c.eachEncoding(func(r rune, b byte) {
			entries = append(entries, entry{r, c.id, b})
			present[r>>6] |= 1 << (r & 63)
		})
	}
	runes := []rune{0}
	for i, set := range present {
		for ; set != 0; set &= set - 1 {
			runes = append(runes, rune(i<<6+bits.TrailingZeros64(set)))
		}
	}

	x := &runeIndex{
		cells: make([][256]uint16, 1),
		runes: runes,
		roles: make([]Roles, len(runes)),
		bytes: make([][64]byte, len(runes)),
	}
	for n, r := range runes[1:] {
		page := &x.pages[r>>8]
		if *page == 0 {
			*page = uint8(len(x.cells))
			x.cells = append(x.cells, [256]uint16{})
		}
		x.cells[*page][r&0xff] = uint16(n + 1)
	}
	for _, e := range entries {
		n := x.number(e.r)
		x.bytes[n][e.id] = e.b
		x.roles[n].add(e.b, e.id.Set())
	}
	return x
}

// eachEncoding calls f for each rune that a byte 80..FF decodes to, and for
// each other decoding of such a byte.
func (c *Codec) eachEncoding(f func(r rune, b byte)) {
	for i, r := range c.high {
		f(r, byte(0x80+i))
	}
	c.eachAlternate(f)
}
