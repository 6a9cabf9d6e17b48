package engine

import (
	"math"
	"slices"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/lm"
)

// support is the gain of the other clusters of the same path that still stand, and of its earlier repairs, of
// those without losses, the number of different runes that the path gives, of its sequences, at most 16
// of both, and of those clusters.
func (s *search) support(i int) (gain, sound float32, distinct, sequences, others int) {
	s.seen = s.seen[:0]
	for k := range s.clusters {
		c := &s.clusters[k]
		if k != i && (!c.made || c.path != s.clusters[i].path) {
			continue
		}
		if k != i {
			gain += max(c.gain, 0)
			others++
			if c.lost == 0 {
				sound += max(c.gain, 0)
			}
		}
		for _, e := range c.edges {
			if len(s.seen) == 16 {
				break
			}
			sequences++
			if r := s.outs[s.edges[e].out]; !contains(s.seen, r) {
				s.seen = append(s.seen, r)
			}
		}
	}
	for k := range s.earlier {
		r := &s.earlier[k]
		if s.blind || gain > maxSupport && len(s.seen) == 16 || !r.supports(s.paths[s.clusters[i].path].name) {
			continue
		}
		more := max(r.gain(), 0)
		gain += more
		others++
		if !r.lost {
			sound += more
		}
		for _, x := range r.after {
			if x >= utf8.RuneSelf && len(s.seen) < 16 {
				sequences++
				if !contains(s.seen, x) {
					s.seen = append(s.seen, x)
				}
			}
		}
	}
	return gain, sound, len(s.seen), sequences, others
}

// ownShare is the share of a cluster's sequences that give a rune which none before gives.
func (s *search) ownShare(c *cluster) float32 {
	s.seen = s.seen[:0]
	for _, e := range c.edges {
		if r := s.outs[s.edges[e].out]; !contains(s.seen, r) {
			s.seen = append(s.seen, r)
		}
	}
	return float32(len(s.seen)) / float32(len(c.edges))
}

// rival returns by how many nats a path reads its clusters better than the next
// best path that reads all of them as well, and otherwise.
func (s *search) rival(path uint8) float32 {
	least := float32(math.MaxFloat32)
	for q := range s.paths {
		if q == 0 || uint8(q) == path || s.paths[q].kind != s.paths[path].kind {
			continue
		}
		lead := s.paths[q].price - s.paths[path].price
		differs, covers := false, true
		for i := range s.clusters {
			c := &s.clusters[i]
			if c.path != path || !c.made {
				continue
			}
			cost, same, ok := s.readBy(i, uint8(q))
			if !ok {
				covers = false
				break
			}
			differs = differs || !same
			lead += cost - c.cost
		}
		if covers && differs {
			least = min(least, lead)
		}
	}
	return least
}

// readBy is what cluster i costs when another path reads each of its sequences;
// same tells whether it reads them alike.
func (s *search) readBy(i int, path uint8) (cost float32, same, ok bool) {
	c := &s.clusters[i]
	s.swap = s.swap[:0]
	same = true
	for _, e := range c.edges {
		ed := &s.edges[e]
		found := int32(-1)
		for a := s.head[ed.from]; a >= 0; a = s.edges[a].next {
			if s.edges[a].path == path && s.edges[a].to == ed.to && (s.edges[a].lost() == 0) == (ed.lost() == 0) {
				found = a
				break
			}
		}
		if found < 0 {
			return 0, false, false
		}
		same = same && slices.Equal(s.output(&s.edges[found]), s.output(ed))
		s.swap = append(s.swap, found)
	}
	if same {
		return c.cost, true, true
	}
	other := *c
	other.edges = s.swap
	reading, _ := s.reading(&other, -1, 0)
	cost = s.cost(s.contextBefore(i), reading, s.after(i))
	if before := s.symAt(c.from - 1); flipsIn(before, reading) {
		if own, _ := s.reading(c, -1, 0); !flipsIn(before, own) {
			cost += flipNats
		}
	}
	return cost, false, true
}

// flipNats, in nats, is what a page pays besides for a capital behind a small letter, where that of a cluster gives none: the
// model tells case from letters, and `FlĂŠtna` is no FlÊtna, which Ê alone would make likely.
const flipNats = 3

// flipsIn tells whether a capital stands behind a small letter in what is read behind a symbol.
func flipsIn(before lm.Sym, read []lm.Sym) bool {
	for _, x := range read {
		if x.Upper() && before.Cased() && !before.Upper() {
			return true
		}
		before = x
	}
	return false
}

func contains(list []rune, r rune) bool {
	for _, x := range list {
		if x == r {
			return true
		}
	}
	return false
}
