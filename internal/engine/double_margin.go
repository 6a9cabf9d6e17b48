package engine

import (
	"slices"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/lm"
)

// Where several sequences of a word lost bytes, its next best reading may be another one in two of them: `Отправить`
// for `Исправить`. Such readings are the ways that the search gave up for the best one, where both
// had the same future.

// maxRivalSteps bounds how far back such a way is followed.
const maxRivalSteps = 64

// doubleMargins lowers the margins of the clusters of double-byte pages that lost bytes to those of the ways given up.
func (s *search) doubleMargins() {
	if !slices.ContainsFunc(s.clusters, func(c cluster) bool { return s.paths[c.path].double && c.lost != 0 }) {
		return
	}
	s.onBest = slices.Grow(s.onBest[:0], len(s.states))[:len(s.states)]
	clear(s.onBest)
	for k := s.last; k >= 0; k = s.states[k].prev {
		s.onBest[k] = true
	}
	n := int32(len(s.syms))
	best := s.endCost(s.last)
	for k := s.at[n]; k >= 0; k = s.states[k].next {
		if k != s.last {
			s.rivalWay(s.states[k].edge, s.states[k].prev, n, s.endCost(k)-best)
		}
	}
	for k := s.last; k >= 0; k = s.states[k].prev {
		if st := &s.states[k]; st.rival != 0 {
			s.rivalWay(st.rivalEdge, st.rival-1, st.place, st.gap)
		}
	}
}

// rivalWay lowers the margins of the clusters that a way given up at a place, by some nats dearer than the best one,
// reads otherwise.
func (s *search) rivalWay(edge, prev, place int32, gap float32) {
	s.way = s.way[:0]
	for range maxRivalSteps {
		if edge >= 0 {
			s.way = append(s.way, edge)
		}
		if prev < 0 || s.onBest[prev] {
			break
		}
		edge, prev = s.states[prev].edge, s.states[prev].prev
	}
	from := int32(0)
	if prev >= 0 {
		from = s.states[prev].place
	}
	slices.Reverse(s.way)
	for i := range s.clusters {
		c := &s.clusters[i]
		if c.to <= from || place <= c.from || !s.paths[c.path].double || c.lost == 0 || gap >= c.margin {
			continue
		}
		if lo, hi := max(c.from, from), min(c.to, place); s.readsOtherwise(c, lo, hi) {
			c.margin = gap
		}
	}
}

// readsOtherwise tells whether the way reads a stretch of a cluster, all of it, otherwise than the cluster does.
func (s *search) readsOtherwise(c *cluster, from, to int32) bool {
	other, whole := s.readStretch(nil, s.way, from, to)
	if !whole {
		return false
	}
	own, whole := s.readStretch(nil, c.edges, from, to)
	return whole && !slices.Equal(own, other)
}

// readStretch appends what edges give of a stretch, and what stands as it is between them; whole is false if
// a mark for what was lost is among that.
func (s *search) readStretch(out []rune, edges []int32, from, to int32) (text []rune, whole bool) {
	at := from
	keep := func(to int32) bool {
		for ; at < to; at++ {
			r := s.views[0].items[at].r
			if r == utf8.RuneError {
				return false
			}
			out = append(out, r)
		}
		return true
	}
	for _, e := range edges {
		ed := &s.edges[e]
		if ed.to <= from || ed.from >= to {
			continue
		}
		if !keep(ed.from) {
			return nil, false
		}
		out = append(out, s.output(ed)...)
		at = max(at, ed.to)
	}
	return out, keep(to)
}

// endCost is what the way costs that a state at the end ends.
func (s *search) endCost(k int32) float32 {
	_, c := s.next(s.states[k].ctx, lm.EdgeSym)
	return s.states[k].cost + c + s.priceOfWord(s.states[k].word)
}
