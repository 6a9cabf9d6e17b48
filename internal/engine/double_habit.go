package engine

import (
	"slices"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// A habit is what a decoder does where two bytes are no pair. Of one and the same text some write a mark for
// both, unless the second is ASCII, and go on behind them, as WHATWG has it; others, as Python's, write one for
// the first, and go on with the second. So two marks are two letters of Cyrillic, or one.
// What is read by the wrong habit is text now and then, but dearer.
type habit uint8

const (
	anyHabit habit = iota
	pairHabit
	byteHabit
)

// habitNats is by how much, in nats, the runs of a cell must be cheaper by one habit for the other to be ruled out.
const habitNats = 2

// unreadPrice, in nats, is what a mark costs that no run reads.
const unreadPrice = 15

// habitOf returns the habit by which the runs of codec c make the better text, anyHabit if neither does.
func (d *doubleReader) habitOf(s *search, c codec.ID) habit {
	d.trial = true
	defer func() { d.trial = false }()
	var costs [3]float32
	var unread [3]int
	for _, h := range [2]habit{pairHabit, byteHabit} {
		d.habit = h
		d.readRuns(s, c)
		costs[h], unread[h] = d.cost+unreadPrice*float32(d.unread), d.unread
	}
	switch a, b := costs[pairHabit], costs[byteHabit]; {
	case a <= b-habitNats && unread[pairHabit] == 0:
		return pairHabit
	case b <= a-habitNats && unread[byteHabit] == 0:
		return byteHabit
	}
	return anyHabit
}

// tell adds what a run costs that ends at a place, and takes the marks in it off those that are not read.
func (d *doubleReader) tell(end int32) {
	n := int(end-d.start) + 1
	d.least = slices.Grow(d.least[:0], n)[:n]
	for i := range d.least {
		d.least[i] = unreadPrice
	}
	d.least[n-1] = 0
	for i := len(d.list) - 1; i >= 0; {
		from, best := d.list[i].from, float32(-1)
		for ; i >= 0 && d.list[i].from == from; i-- {
			e := &d.list[i]
			if e.to > end {
				continue
			}
			if c := e.cost + e.price + d.least[e.to-d.start]; best < 0 || c < best {
				best = c
			}
		}
		if best >= 0 {
			d.least[from-d.start] = best
		}
	}
	d.cost += d.least[0]
	for p := max(d.start, d.toldTo); p < end; p++ {
		if d.items[p].r == utf8.RuneError {
			d.unread--
		}
	}
	d.toldTo = max(d.toldTo, end)
}

// alone returns the bytes that a mark may stand for by itself, in front of the next byte.
func (d *doubleReader) alone(next int) (set byteSet) {
	set = d.failing(next)
	if d.habit != pairHabit || 0 <= next && next < utf8.RuneSelf {
		return set
	}
	for b := 0x80; b <= 0xFF; b++ {
		if d.c.Codec().Pairs(byte(b)) { // would take the next byte along
			set[b>>6] &^= 1 << (b & 63)
		}
	}
	return set
}
