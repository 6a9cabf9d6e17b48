package engine

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/lm"
)

// A cluster is what the best way changes in one word by one path: the unit
// that is judged.
type cluster struct {
	from, to int32 // runes of the cell
	edges    []int32
	first    int // number of the first among the chosen ones
	path     uint8
	loss     Loss
	lost     Loss    // those of them that are guesses
	gain     float32 // nats by which the model prefers the reading
	cost     float32 // nats of the reading and the runes after it
	literal  float32 // the same of what stands there
	width    int     // runes that cost covers
	margin   float32 // nats to the next best reading of a lossy sequence
	other    int32   // edge of that reading, -1 for none
	doubt    float32 // odds that some lossy sequence is the next best one, added up
	features [numFeatures]float32
	logodds  float32
	made     bool
}

// sure is, in nats, how sure it is that no lossy sequence is the next one of its readings, up to maxMargin.
func (c *cluster) sure() float32 { return clip(-float32(math.Log(float64(c.doubt)+1e-9)), maxMargin) }

// enoughWhole is how many sequences of a cell show that the damage drops no bytes: of those of Cyrillic and Greek
// one in seven would miss one.
const enoughWhole = 8

// leaveCut takes the last edge from the chosen ones if its sequence was cut off with the rest of the text, rather than
// had bytes dropped as no other: `придворный Ð½Ð` ends in на, но or another word.
func (s *search) leaveCut() {
	s.cutAt = -1
	n := len(s.chosen) - 1
	if n < enoughWhole {
		return
	}
	drops := func(e int32) bool { return s.edges[e].loss&(LossDropped|LossNBSP|LossControls) != 0 }
	last := &s.edges[s.chosen[n]]
	if int(last.to) == len(s.syms) && drops(s.chosen[n]) && s.missing(last) > 0 && s.outs[last.out] != '”' && !slices.ContainsFunc(s.chosen[:n], drops) {
		s.chosen, s.cutAt = s.chosen[:n], last.from
	}
}

// cluster groups the chosen edges and measures each group's gain.
func (s *search) cluster() {
	s.leaveCut()
	s.clusters = s.clusters[:0]
	for i, e := range s.chosen {
		ed := &s.edges[e]
		lost := ed.lost()
		if n := len(s.clusters); n > 0 {
			last := &s.clusters[n-1]
			// What is sure does not wait for what is lost in the same word, unless
			// they touch: one letter may not be left broken between repaired ones.
			alike := (lost == 0) == (s.edges[last.edges[len(last.edges)-1]].lost() == 0)
			if last.path == ed.path && (last.to == ed.from || alike && s.sameWord(last.to, ed.from)) {
				last.to = ed.to
				last.loss |= ed.loss
				last.lost |= lost
				last.edges = s.chosen[i-len(last.edges) : i+1]
				continue
			}
		}
		s.clusters = append(s.clusters, cluster{from: ed.from, to: ed.to, path: ed.path, loss: ed.loss, lost: lost,
			edges: s.chosen[i : i+1], first: i, other: -1})
	}
	s.readCell()
	for i := range s.clusters {
		s.measure(i)
	}
	s.doubleMargins()
}

// maxGap bounds how many literal runes may stand within a word.
const maxGap = 24

// parting are the blanks and signs that part words, in markup, tables and code, too.
const parting = " \t<>|&={}[]()\";,:/\\`"

func (s *search) sameWord(from, to int32) bool {
	if to-from > maxGap {
		return false
	}
	for _, it := range s.views[0].items[from:to] {
		if it.r >= utf8.RuneSelf || it.r >= 0 && strings.IndexByte(parting, byte(it.r)) >= 0 {
			return false
		}
	}
	return true
}

// tail is how many runes after a reading the model sees it from.
const tail = 3

// measure fills in the gain of a cluster and the margin of its lossy edges,
// the rest of the best way being as it is.
func (s *search) measure(i int) {
	c := &s.clusters[i]
	before := s.contextBefore(i)
	after := s.after(i)
	literal := s.cost(before, s.syms[c.from:c.to], after)
	reading, price := s.reading(c, -1, 0)
	c.literal = literal
	c.cost = s.cost(before, reading, after)
	c.gain = literal - c.cost - price
	c.width = len(reading) + len(after)
	c.margin, c.doubt = math.MaxFloat32, 0
	long := len(c.edges) > longCluster
	for j, e := range c.edges {
		if s.edges[e].lost() == 0 {
			continue
		}
		var w clusterPart
		if long {
			w = s.around(i, j)
		}
		least := float32(math.MaxFloat32)
		for a := s.head[s.edges[e].from]; a >= 0; a = s.edges[a].next {
			if a == e || s.edges[a].path != c.path || s.edges[a].to != s.edges[e].to ||
				slices.Equal(s.output(&s.edges[a]), s.output(&s.edges[e])) {
				continue
			}
			var m float32
			if long {
				m = s.costOf(&w, e, a) - w.cost
			} else {
				other, p := s.reading(c, e, a)
				m = s.cost(before, other, after) + p - c.cost - price
			}
			m += s.wordMargin(c.first+j, s.symsOf(a))
			least = min(least, m)
			if m < c.margin {
				c.margin, c.other = m, a
			}
		}
		c.doubt += float32(math.Exp(-float64(least)))
	}
}

// reading returns the symbols of a cluster as the best way reads it, with
// edge instead taken for edge was, and what its losses cost.
func (s *search) reading(c *cluster, was, instead int32) (out []lm.Sym, price float32) {
	at := c.from
	for _, e := range c.edges {
		if e == was {
			e = instead
		}
		ed := &s.edges[e]
		out = append(out, s.syms[at:ed.from]...)
		for _, r := range s.output(ed) {
			out = append(out, s.sym(r))
		}
		price += ed.price
		at = ed.to
	}
	return append(out, s.syms[at:c.to]...), price
}

// symsOf returns the symbols that an edge gives, until it is called again.
func (s *search) symsOf(e int32) []lm.Sym {
	s.outSyms = s.outSyms[:0]
	for _, r := range s.output(&s.edges[e]) {
		s.outSyms = append(s.outSyms, s.sym(r))
	}
	return s.outSyms
}

// cost is what the model asks for symbols and those after them.
func (s *search) cost(ctx lm.Context, syms, after []lm.Sym) float32 {
	var sum, c float32
	for _, list := range [2][]lm.Sym{syms, after} {
		for _, x := range list {
			ctx, c = s.next(ctx, x)
			sum += c
		}
	}
	return sum
}

// contextBefore is the context in which cluster i begins, clusters before it being read.
func (s *search) contextBefore(i int) lm.Context {
	c := &s.clusters[i]
	ctx := lm.Edge
	at := max(c.from-4*tail, 0)
	first := i
	for first > 0 && s.clusters[first-1].to > at {
		first--
		at = min(at, s.clusters[first].from)
	}
	if at > 0 {
		ctx = ctx.Push(s.syms[at-1])
	}
	for k := first; k < i; k++ {
		for _, x := range s.syms[at:s.clusters[k].from] {
			ctx = ctx.Push(x)
		}
		r, _ := s.reading(&s.clusters[k], -1, 0)
		for _, x := range r {
			ctx = ctx.Push(x)
		}
		at = s.clusters[k].to
	}
	for _, x := range s.syms[at:c.from] {
		ctx = ctx.Push(x)
	}
	return ctx
}

// after returns the few symbols after cluster i, as the best way reads them.
func (s *search) after(i int) []lm.Sym {
	var out []lm.Sym
	at := s.clusters[i].to
	for k := i + 1; k < len(s.clusters) && len(out) < tail; k++ {
		out = append(out, s.syms[at:min(s.clusters[k].from, at+tail)]...)
		if len(out) < tail {
			r, _ := s.reading(&s.clusters[k], -1, 0)
			out = append(out, r...)
		}
		at = s.clusters[k].to
	}
	if len(out) < tail {
		out = append(out, s.syms[at:min(int(at)+tail, len(s.syms))]...)
	}
	if len(out) < tail {
		return append(out, lm.EdgeSym)
	}
	return out[:tail]
}

// textOf is the text that a cluster becomes.
func (s *search) textOf(c *cluster, was, instead int32) string {
	var b []byte
	at := c.from
	for _, e := range c.edges {
		if e == was {
			e = instead
		}
		ed := &s.edges[e]
		b = append(b, s.text[s.off[at]:s.off[ed.from]]...)
		for _, r := range s.output(ed) {
			b = utf8.AppendRune(b, r)
		}
		at = ed.to
	}
	return string(append(b, s.text[s.off[at]:s.off[c.to]]...))
}
