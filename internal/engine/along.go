package engine

import (
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// Text that was damaged by one path, and has lost bytes all over, would be a long search: each place may be read by
// several pages, and what is lost by any of them. Where one path rules a cell, see ruling.go, the search goes along
// that path first: a sequence that it reads whole is read so, and what is left has its readings with losses by that path
// alone. What comes of it is weighed as ever; what does not stand then is left to the search.

// Words of alongSure sequences and more that lost nothing, and do not look like words as they stand, are as sure as what
// the fast tier settles: alongOdds are the log-odds of settledConfidence.
const (
	alongSure = 3
	alongOdds = 6.9
)

// sureAlong tells whether a cluster needs no weights, the search going along a path.
func (s *search) sureAlong(c *cluster) bool {
	return s.narrow && c.lost == 0 && len(c.edges) >= alongSure && s.paths[c.path].depth == 1 && !s.oneScript(c)
}

// along returns what the ruling path of a text makes of it; nothing if none rules, or what it makes is not sound.
func (s *search) along(e *Engine, text string) []Finding {
	s.load(text)
	if s.findStrays(); s.views[0].strays || s.bestFitTriggers() != nil {
		return nil
	}
	path := s.rulingPath()
	if s.findStrays(); path == 0 || s.mixed() || s.opt.Values && path.outer() != 0 || s.anyFolded(path.outermost()) && s.mayGoDeeper() {
		return nil
	}
	s.reset(len(s.views[0].items))
	s.narrow = true
	defer func() { s.narrow = false }()
	s.edgesAlong(path)
	if len(s.edges) == 0 {
		return nil
	}
	s.run()
	if s.showsFold() {
		return s.along(e, text)
	}
	s.cluster()
	found := s.judge()
	if s.opt.Values {
		s.views[0].play = path.outermost().Set()
		found = s.value(text, found)
	}
	made, _ := parted(found)
	if !soundAlong(e, text, made) {
		return nil
	}
	return made
}

// edgesAlong gives the sequences that the deepest view reads their edges, and what is left those with losses.
func (s *search) edgesAlong(path pathKey) {
	s.lossy.forget()
	s.lossy.findClosing(s.views[0].items)
	s.findRepeats()
	limit := lossyPerCell + lossyPerRune*len(s.syms)
	id := s.pathOf(path)
	v := &s.views[len(s.views)-1]
	if v.cesu {
		s.paths[id].name = s.nameOf(cesuKey | path)
	}
	for i := range v.items {
		it := &v.items[i]
		if it.r < utf8.RuneSelf {
			continue
		}
		whole := it.decoded && !control(it.r) && !s.barred(it.r)
		if whole {
			s.addEdge(edge{from: it.from, to: it.to, path: id}, it.r)
		}
		folded := s.foldedPair(s.views[0].items, int(it.from))&path.outermost().Set() != 0
		if (folded || !whole) && !s.repeated(it.from) && len(s.edges) <= limit {
			s.addLossy(path, it.from)
		}
	}
}

// readWholeAt tells whether a path reads a whole sequence at a place.
func (s *search) readWholeAt(i int32) bool {
	for e := s.head[i]; e >= 0; e = s.edges[e].next {
		if s.edges[e].loss == 0 {
			return true
		}
	}
	return false
}

// anyFolded tells whether case may have been folded somewhere in the cell, after a page was read.
func (s *search) anyFolded(c codec.ID) bool {
	items := s.views[0].items
	for i := range items {
		if s.foldedPair(items, i)&c.Set() != 0 {
			return true
		}
	}
	return false
}

// soundAlong tells whether what the ruling path made leaves nothing to be done in it, nor touches what is left.
func soundAlong(e *Engine, text string, made []Finding) bool {
	for i := range made {
		f := &made[i]
		after := f.Readings[0].After
		if Clean(e, after) < len(after) {
			return false
		}
		if f.Start > 0 && text[f.Start-1] >= utf8.RuneSelf && (i == 0 || made[i-1].End < f.Start) ||
			f.End < len(text) && text[f.End] >= utf8.RuneSelf && (i+1 == len(made) || made[i+1].Start > f.End) {
			return false
		}
	}
	return true
}
