package engine

import (
	"math/bits"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/lm"
)

// A lossyRune is one way to read a rune with losses.
type lossyRune struct {
	r     rune
	loss  Loss
	price float32
	keep  rune
	rough float32 // orders readings before their context is looked at
}

// A readingEnd is a place where readings end, and how many are kept.
type readingEnd struct {
	next int32
	n    int32
	slot int32 // in best
}

// readings finds the ways to read a rune beyond ASCII at a place through a path, in a fixed order.
// They go to g, all of them; where it is nil, the commonest ones with losses are kept.
func (s *search) readings(path pathKey, from int32, g *gather) {
	wanted := s.wanted(g)
	list := s.partsAt(path, from, true)
	for k := list.from; k < list.end; k++ {
		lead := s.lossy.parts[k]
		for w := lead.set[leadWord] & wanted.leads; w != 0; w &= w - 1 {
			s.sequencesAt(path, from, 0xC0|byte(bits.TrailingZeros64(w)), &lead, g)
		}
	}
}

func (s *search) wanted(g *gather) *runeSet {
	if g != nil {
		return g.wanted
	}
	return s.lossy.endings
}

// A lossySequence is a sequence that is being read: its parts so far add up in sum, its
// trails stand in sets.
type lossySequence struct {
	sum    part
	trails [3]uint64
	n      int // trails that it has
	from   int32
	lead   rune
}

// west tells whether the sequence is of the letters of Latin writing or of print.
func (q *lossySequence) west() bool { return q.n == 1 && q.lead <= 5 || q.n == 2 && q.lead == 2 }

// sequencesAt reads the runes that begin with lead b at a place.
func (s *search) sequencesAt(path pathKey, from int32, b byte, lead *part, g *gather) {
	q := lossySequence{sum: *lead, from: from}
	switch {
	case lead.keep != 0 || b < 0xC2 || b > 0xF4:
		return
	case b < 0xE0:
		q.n, q.lead = 1, rune(b&0x1F)
	case b < 0xF0:
		q.n, q.lead = 2, rune(b&0x0F)
	default:
		q.n, q.lead = 3, rune(b&0x07)
	}
	s.trailsAt(path, &q, 0, g)
}

// trailsAt reads the trails of a sequence from number k on.
func (s *search) trailsAt(path pathKey, q *lossySequence, k int, g *gather) {
	if k == q.n {
		s.expand(q, 0, q.lead, g)
		return
	}
	list := s.partsAt(path, q.sum.next, false)
	end := list.end
	if q.sum.losses >= maxLosses {
		end = list.lost
	}
	before := q.sum
	for ; list.from < end; list.from++ {
		s.steps++
		p := &s.lossy.parts[list.from]
		if before.losses+p.losses > maxLosses || p.keep != 0 && k < q.n-1 || p.loss&LossControls != 0 && !q.west() {
			continue
		}
		q.sum.next, q.sum.keep = p.next, p.keep
		q.sum.losses = before.losses + p.losses
		q.sum.loss = before.loss | p.loss
		q.sum.price = before.price + p.price
		q.trails[k] = p.set[trailWord]
		if g == nil && k == q.n-1 && s.lossy.hopeless(&q.sum) {
			continue
		}
		s.trailsAt(path, q, k+1, g)
	}
	q.sum = before
}

// leadOnlyShare is how much of what a rune costs by itself is added where nothing but its lead is left: â is a mark of print, rather
// than one of some thousand symbols, of which the model has seen but few in any place.
const leadOnlyShare = 0.5

// expand reads the runes of a lead and sets of trails.
func (s *search) expand(q *lossySequence, k int, r rune, g *gather) {
	if k < q.n-1 {
		for w := q.trails[k]; w != 0; w &= w - 1 {
			s.expand(q, k+1, r<<6|rune(bits.TrailingZeros64(w)), g)
		}
		return
	}
	if q.n == 2 && r < 0x800>>6 || q.n == 3 && r < 0x10000>>6 {
		return // longer than the rune needs
	}
	wanted := s.wanted(g)
	for w := q.trails[k] & wanted.block(r); w != 0; w &= w - 1 {
		x := r<<6 | rune(bits.TrailingZeros64(w))
		price := q.sum.price
		if x == '†' && q.sum.loss&(LossSpace|LossNBSP) != 0 {
			price += daggerPrice
		}
		if q.n == 2 && q.sum.losses == 2 && q.sum.loss&LossControls != 0 {
			price += leadOnlyShare * s.model.Alone(s.sym(x))
		}
		if x|1 == 0x200D && !s.beyond(q.from-1) {
			price += joinerPrice
		}
		if g != nil {
			g.add(&q.sum, x, price)
		} else {
			s.keepReading(q, x, price)
		}
	}
}

// hopeless tells whether no reading that ends with sum can be among those kept.
func (l *lossyMemo) hopeless(sum *part) bool {
	if sum.loss == 0 || l.onlyFolded && sum.loss != LossFolded {
		return true
	}
	for i := range l.ends {
		if e := &l.ends[i]; e.next == sum.next {
			return e.n == maxReadings && sum.price > l.best[e.slot][maxReadings-1].rough
		}
	}
	return false
}

// keepReading keeps a reading if it is one of the commonest that end there.
// Of equal ones the first stays in front.
func (s *search) keepReading(q *lossySequence, r rune, price float32) {
	sum := &q.sum
	price -= s.opt.Profile.rune(r)
	a := lossyRune{r: r, loss: sum.loss, price: price, keep: sum.keep, rough: price + s.roughCost(q, r)}
	e := s.lossy.endAt(sum.next)
	list := &s.lossy.best[e.slot]
	at := e.n
	for at > 0 && (a.rough < list[at-1].rough || a.rough == list[at-1].rough && r < list[at-1].r) {
		at--
	}
	if at == maxReadings {
		return
	}
	if e.n < maxReadings {
		e.n++
	}
	copy(list[at+1:e.n], list[at:])
	list[at] = a
}

// roughCost is what a rune costs that a sequence gives, between the runes beside it as they stand if those are of ASCII,
// else by itself.
func (s *search) roughCost(q *lossySequence, r rune) float32 {
	sym := s.sym(r)
	before, next := s.runeAt(q.from-1), s.runeAt(q.sum.next)
	if before >= utf8.RuneSelf || next >= utf8.RuneSelf || q.sum.keep != 0 {
		return s.model.Alone(sym)
	}
	ctx, cost := s.next(lm.Edge.Push(s.symAt(q.from-1)), sym)
	_, more := s.next(ctx, s.symAt(q.sum.next))
	return cost + more
}

// endAt returns the readings that end at a place.
func (l *lossyMemo) endAt(next int32) *readingEnd {
	for i := range l.ends {
		if l.ends[i].next == next {
			return &l.ends[i]
		}
	}
	slot := int32(len(l.ends))
	if int(slot) == len(l.best) {
		l.best = append(l.best, [maxReadings]lossyRune{})
	}
	l.ends = append(l.ends, readingEnd{next: next, slot: slot})
	return &l.ends[slot]
}
