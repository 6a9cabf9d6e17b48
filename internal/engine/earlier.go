package engine

import (
	"sort"
	"strings"
)

// What earlier rounds, and the fast tier before them, have repaired in a cell says of the rest what it would say if all were read at
// once: it is no text that stands there intact, and it supports what the same page reads.

// An earlierRepair is one of them.
type earlierRepair struct {
	start, end    int // bytes of the text as it is now
	before, after string
	path          string
	lost          bool
}

// earlier appends the repairs, in places of the text that they made.
func (e *edits) earlier(list []earlierRepair) []earlierRepair {
	shift := 0
	for i := range e.list {
		f := &e.list[i]
		r := &f.Readings[0]
		list = append(list, earlierRepair{start: f.Start + shift, end: end(*f, shift), before: e.original[f.Start:f.End], after: r.After,
			path: r.Path, lost: r.Losses != 0})
		shift += delta(*f)
	}
	return list
}

// traces are the losses that stand in the text.
const traces = LossReplacement | LossQuestion | LossSpace

// lookFrom sets whether what earlier rounds did is looked at, for a cluster. Not where bytes left no trace, which leaves much to
// choose from; nor, if nothing is lost of it, for a part of a word or for what they put in: `Р»` would be one layer more
// than the words beside it had. Not if alone either, which is how another pass would see it.
func (s *search) lookFrom(c *cluster) {
	s.blind = s.alone || len(s.earlier) == 0 || c.loss&^traces != 0
	if !s.blind && c.lost == 0 {
		s.blind = s.stays(c.from-1) || s.stays(c.to)
		for i := c.from; i < c.to && !s.blind; i++ {
			s.blind = s.mended(i)
		}
	}
	s.looked = s.looked || !s.blind
}

// mended tells whether the rune at a place was put there by an earlier repair that is looked at.
func (s *search) mended(i int32) bool {
	if s.blind {
		return false
	}
	at := int(s.off[i])
	k := sort.Search(len(s.earlier), func(k int) bool { return s.earlier[k].end > at })
	return k < len(s.earlier) && s.earlier[k].start <= at
}

// supports tells whether an earlier repair undid a path, or that and layers above it.
func (r *earlierRepair) supports(path string) bool {
	rest, ok := strings.CutPrefix(r.path, path)
	return ok && (rest == "" || rest[0] == '>')
}

// gain is by how many nats the model prefers what an earlier repair put in.
func (r *earlierRepair) gain() float32 {
	return textCost(bytesOf(r.before)) - textCost(bytesOf(r.after))
}
