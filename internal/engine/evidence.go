package engine

import (
	"math"
	"slices"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/lm"
)

// A cluster is what the best way changes in one word by one path: the unit
// that is judged.
type cluster struct {
	from, to int32 // runes of the cell
	edges    []int32
	path     uint8
	loss     Loss
	gain     float32 // nats by which the model prefers the reading
	cost     float32 // nats of the reading and the runes after it
	literal  float32 // the same of what stands there
	width    int     // runes that cost covers
	margin   float32 // nats to the next best reading of a lossy sequence
	other    int32   // edge of that reading, -1 for none
	features [numFeatures]float32
	logodds  float32
	made     bool
}

// cluster groups the chosen edges and measures each group's gain.
func (s *search) cluster() {
	s.clusters = s.clusters[:0]
	for i, e := range s.chosen {
		ed := &s.edges[e]
		if n := len(s.clusters); n > 0 {
			last := &s.clusters[n-1]
			// What is sure does not wait for what is lost in the same word, unless
			// they touch: one letter may not be left broken between repaired ones.
			alike := (ed.loss == 0) == (s.edges[last.edges[len(last.edges)-1]].loss == 0)
			if last.path == ed.path && (last.to == ed.from || alike && s.sameWord(last.to, ed.from)) {
				last.to = ed.to
				last.loss |= ed.loss
				last.edges = s.chosen[i-len(last.edges) : i+1]
				continue
			}
		}
		s.clusters = append(s.clusters, cluster{from: ed.from, to: ed.to, path: ed.path, loss: ed.loss,
			edges: s.chosen[i : i+1], other: -1})
	}
	for i := range s.clusters {
		s.measure(i)
	}
}

// maxGap bounds how many literal runes may stand within a word.
const maxGap = 24

func (s *search) sameWord(from, to int32) bool {
	if to-from > maxGap {
		return false
	}
	for _, it := range s.views[0].items[from:to] {
		if it.r == ' ' || it.r == '\t' || it.r >= utf8.RuneSelf {
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
	c.margin = math.MaxFloat32
	long := len(c.edges) > longCluster
	for j, e := range c.edges {
		if s.edges[e].loss == 0 {
			continue
		}
		var w clusterPart
		if long {
			w = s.around(i, j)
		}
		for a := s.head[s.edges[e].from]; a >= 0; a = s.edges[a].next {
			if a == e || s.edges[a].path != c.path || s.edges[a].to != s.edges[e].to ||
				slices.Equal(s.output(&s.edges[a]), s.output(&s.edges[e])) {
				continue
			}
			if long {
				if m := s.costOf(&w, e, a) - w.cost; m < c.margin {
					c.margin, c.other = m, a
				}
				continue
			}
			other, p := s.reading(c, e, a)
			if m := s.cost(before, other, after) + p - c.cost - price; m < c.margin {
				c.margin, c.other = m, a
			}
		}
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
			out = append(out, s.model.Sym(r))
		}
		price += ed.price
		at = ed.to
	}
	return append(out, s.syms[at:c.to]...), price
}

// cost is what the model asks for symbols and those after them.
func (s *search) cost(ctx lm.Context, syms, after []lm.Sym) float32 {
	var sum, c float32
	for _, list := range [2][]lm.Sym{syms, after} {
		for _, x := range list {
			ctx, c = s.model.Next(ctx, x)
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

// judge weighs the clusters and turns them into findings. What falls short no
// longer speaks for the others of its path, so they are weighed again.
func (s *search) judge() []Finding {
	for i := range s.clusters {
		s.clusters[i].made = true
	}
	for pass := range 3 {
		changed := false
		s.shared.forget()
		for i := range s.clusters {
			c := &s.clusters[i]
			before := c.features
			s.evidence(i)
			if pass > 0 && c.features == before {
				continue // as it was weighed
			}
			k := &calibrations[KindOf(c.features[:])]
			c.logodds = k.scale*weigh(&c.features) + k.shift
			if KindOf(c.features[:]) == kindOther {
				c.logodds -= otherPrior
			}
			if p := &s.paths[c.path]; p.kind == kindC1 && p.price <= c1Price {
				c.logodds = max(c.logodds, controlOdds)
			}
		}
		for i := range s.clusters {
			c := &s.clusters[i]
			if c.made && !s.enough(c) {
				c.made = false
				changed = true
			}
		}
		if !changed {
			break
		}
	}
	var out []Finding
	for i := range s.clusters {
		if f, ok := s.finding(&s.clusters[i]); ok {
			out = append(out, f)
		}
	}
	return out
}

// The log-odds from which a reading is certain (three in four at the least, 99 in 100 on the whole), likely (evens), or,
// where bytes were lost, worth a mention (one in five).
const (
	certainOdds = 1.2
	likelyOdds  = 0
	mentionOdds = -1.4
	// otherPrior, in nats, is taken from readings by pages other than windows-1252:
	// the data that the trees are fitted on has as many of them as of that page,
	// life a fraction.
	otherPrior = 0.8
	// controlOdds are the least of a C1 control that windows-1252 reads: it is
	// damage for sure, and that reading is the one which HTML prescribes.
	controlOdds = 2.5
	// lostMargin is how far ahead of the next reading, in nats, the best one of
	// a sequence with lost bytes must be.
	lostMargin = 1.5
)

func (s *search) enough(c *cluster) bool {
	if c.loss != 0 && c.margin < lostMargin {
		return false
	}
	if s.opt.Likely {
		return c.logodds >= likelyOdds
	}
	return s.certain(c)
}

// hollow tells whether a sequence of the cluster has lost two bytes and more.
func (s *search) hollow(c *cluster) bool {
	if s.paths[c.path].depth > 1 {
		return false
	}
	for _, e := range c.edges {
		ed := &s.edges[e]
		if ed.loss != 0 && ed.loss&LossHalfRepaired == 0 && utf8.RuneLen(s.outs[ed.out])-s.wide(ed) > 1 {
			return true
		}
	}
	return false
}

// certain tells whether the evidence for a cluster suffices by default.
func (s *search) certain(c *cluster) bool {
	return c.logodds >= certainOdds && !s.doubtful(c)
}

// doubtful tells whether a cluster stands where its reading is not to be trusted,
// or, one pair and the only damage in the cell, where clean text has such pairs. It is left to those who ask for what
// is likely:
//
//   - beside signs that the same damage would not have spared: `Bremer/Mccoy – DrÃ¥ber`,
//     where nothing shows whose reading was wrong; but not `DrÃ¥ber` alone, nor a
//     damaged word among correct accents;
//   - bytes lost beside runes that nothing reads: what is left may be more of the
//     same, and one letter of it is no repair; so for a control read by a rarer page;
//   - one byte left of three: `"â" ` is the letter in quotes, and `â??` any mark;
//   - a capital at the end of a word in capitals, with a NBSP behind it:
//     `MISUTÂ AJIKKO`; but not `GÃ\u00a0idhlig`.
func (s *search) doubtful(c *cluster) bool {
	f := &c.features
	control := s.paths[c.path].kind == kindC1 && s.paths[c.path].price > c1Price
	if f[fTouches] > 0 && (c.loss != 0 || control) || s.hollow(c) {
		return true
	}
	if f[fClusters] > 0 || len(c.edges) != 1 || c.loss != 0 || c.to-c.from != 2 || s.paths[c.path].kind != kindBaked {
		return false
	}
	if f[fLiteralMarks] > 0 && f[fLiteralShare] == 0 {
		return true
	}
	next := s.symAt(c.to)
	return f[fCapitals] > 0 && s.symAt(c.from-1).Upper() && s.views[0].items[c.to-1].r == 0xA0 && (next.Upper() || !next.Cased())
}

func confidence(logodds float32) float64 { return 1 / (1 + math.Exp(-float64(logodds))) }

// finding reports a cluster.
func (s *search) finding(c *cluster) (Finding, bool) {
	if !c.made && (c.logodds < mentionOdds || c.logodds < likelyOdds && c.margin >= lostMargin) {
		return Finding{}, false
	}
	f := Finding{Start: int(s.off[c.from]), End: int(s.off[c.to]), Made: c.made}
	odds := c.logodds
	if !s.certain(c) {
		odds = min(odds, certainOdds) // doubtful: what speaks for it counts for no more
	}
	p := confidence(odds)
	best := Reading{After: s.textOf(c, -1, 0), Path: s.paths[c.path].name, Losses: c.loss, Confidence: p}
	f.Readings = append(f.Readings, best)
	if c.other >= 0 && c.margin < 5 {
		q := 1 / (1 + math.Exp(float64(c.margin)))
		f.Readings[0].Confidence *= 1 - q
		other := Reading{Path: best.Path, Losses: s.edges[c.other].loss, Confidence: p * q}
		for _, e := range c.edges {
			if s.edges[e].from == s.edges[c.other].from {
				other.After = s.textOf(c, e, c.other)
			}
		}
		f.Readings = append(f.Readings, other)
	}
	switch {
	case c.loss != 0 && c.margin < lostMargin:
		f.Verdict = Lost
	case s.certain(c):
		f.Verdict = Certain
	default:
		f.Verdict = Likely
	}
	return f, true
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

// An Observation is a cluster with its features, before it is judged: what the
// weights are fitted on.
type Observation struct {
	Start, End int // bytes of the cell
	After      string
	Path       string
	Features   []float32
	LogOdds    float32
	Margin     float32
}

// FeatureNames returns the names of the features, in the order of
// [Observation.Features].
func FeatureNames() []string { return featureNames[:] }

// Observe returns the clusters of a cell's first round, for fitting.
func (e *Engine) Observe(text string) []Observation {
	s := scratches.Get().(*search)
	defer scratches.Put(s)
	s.model, s.opt = lm.Default(), &e.opt
	s.controls = false
	if !s.propose(text) {
		s.controls = true
		if !s.propose(text) {
			return nil
		}
	}
	var out []Observation
	for i := range s.clusters {
		s.clusters[i].made = true
	}
	s.shared.forget()
	for i := range s.clusters {
		c := &s.clusters[i]
		s.evidence(i)
		out = append(out, Observation{int(s.off[c.from]), int(s.off[c.to]), s.textOf(c, -1, 0), s.paths[c.path].name,
			append([]float32(nil), c.features[:]...), weigh(&c.features), c.margin})
	}
	return out
}
