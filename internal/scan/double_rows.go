package scan

import (
	"sync/atomic"

	"github.com/unbake/unbake/internal/codec"
)

// A doubleRow is what the code of a rune is as a piece of UTF-8, in each of the
// double-byte codecs, a bit each, in sets of eight bits.
type doubleRow uint64

const (
	leadTrail2  = 8 * iota // the lead of two bytes and its trail
	leadTrail3             // of three and its first trail
	leadTrail4             // of four
	trails                 // two trails
	trailLead2             // a trail, then the lead of two bytes
	trailLead3             // of three
	trailLead4             // of four
	trailPlain             // a trail, then ASCII
	doubleEvery = 1<<6 - 1 // the codecs
	doubleOdd   = 1 << 6   // in the first set: the code is not of two bytes
)

// firstRow is the first rune that has a row.
const firstRow = 0x2E80

// doubleRows are by 64 runes, made when the first of them comes.
var doubleRows [(0x10000 - firstRow) / 64]atomic.Pointer[[64]doubleRow]

// doubleRowOf returns the row of r, which is firstRow or more.
func doubleRowOf(r rune) doubleRow {
	page := &doubleRows[(r-firstRow)/64]
	rows := page.Load()
	if rows == nil {
		rows = newDoubleRows(r &^ 63)
		page.Store(rows)
	}
	return rows[r&63]
}

func newDoubleRows(first rune) *[64]doubleRow {
	rows := new([64]doubleRow)
	for i := range rows {
		for k, id := range codec.DoubleByte {
			switch c := codec.CodeOf(id, first+rune(i)); c.N {
			case 0:
			case 2:
				rows[i] |= doubleSet(c.Bytes[0], c.Bytes[1]) << k
			default:
				rows[i] |= doubleOdd
			}
		}
	}
	return rows
}

// doubleSet returns the bit of the first codec in the set of two bytes.
func doubleSet(a, b byte) doubleRow {
	isTrail := func(c byte) bool { return c&0xC0 == 0x80 }
	lead := func(c byte) int {
		switch {
		case 0xC2 <= c && c < 0xE0:
			return 0
		case 0xE0 <= c && c < 0xF0:
			return 8
		case 0xF0 <= c && c < 0xF5:
			return 16
		}
		return -1
	}
	switch {
	case lead(a) >= 0 && isTrail(b):
		return 1 << (leadTrail2 + lead(a))
	case isTrail(a) && isTrail(b):
		return 1 << trails
	case isTrail(a) && b < 0x80:
		return 1 << trailPlain
	case isTrail(a) && lead(b) >= 0:
		return 1 << (trailLead2 + lead(b))
	}
	return 0
}

// mayDouble tells whether a double-byte codec may read the run at the front of b as UTF-8. It
// looks at all codecs at once and says no to nearly all clean text behind two or three
// runes; readsDouble knows for sure.
func mayDouble(b []byte) bool {
	need0, need1, need2, need3 := doubleRow(doubleEvery), doubleRow(0), doubleRow(0), doubleRow(0)
	for len(b) >= 3 && b[0] >= firstDouble && b[0] < 0xF0 && b[1]&0xC0 == 0x80 && b[2]&0xC0 == 0x80 {
		r := rune(b[0]&0x0F)<<12 | rune(b[1]&0x3F)<<6 | rune(b[2]&0x3F)
		x := doubleRowOf(r)
		if x&doubleOdd != 0 || r == 0xFFFD {
			return true
		}
		need0, need1, need2, need3 = need0&(x>>leadTrail2)|need1&(x>>trailPlain)|need2&(x>>trails),
			need0&(x>>leadTrail3)|need1&(x>>trailLead2)|need3&(x>>trails),
			need0&(x>>leadTrail4)|need1&(x>>trailLead3),
			need1&(x>>trailLead4)
		if need0|need1|need2|need3 == 0 {
			return false
		}
		b = b[3:]
	}
	return true
}
