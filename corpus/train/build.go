package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"sort"

	"github.com/unbake/unbake/internal/lm"
)

// A builder counts by the symbols of a vocabulary.
type builder struct {
	classes *lm.Classes
	vocab   []rune
	number  map[rune]uint16 // symbol by folded rune
	class   []uint8         // by symbol
	four    *table
	cases   [64][2]float64
}

const (
	edge     = uint16(1)
	firstSym = 2
)

func newBuilder(runes *runeCounts, vocab int) *builder {
	b := &builder{classes: lm.AllClasses(), vocab: runes.top(vocab), number: map[rune]uint16{}, four: newTable()}
	nClasses := len(b.classes.Names)
	b.class = []uint8{0, uint8(nClasses)}
	for i, r := range b.vocab {
		b.number[r] = uint16(firstSym + i)
		b.class = append(b.class, b.classes.Of(r))
	}
	for c := range nClasses {
		b.class = append(b.class, uint8(c))
	}
	return b
}

func (b *builder) sym(r rune) uint16 {
	f := lm.Fold(r)
	if n, ok := b.number[f]; ok {
		return n
	}
	return uint16(firstSym + len(b.vocab) + int(b.classes.Of(r)))
}

func (b *builder) add(l line) {
	key := uint64(edge) | uint64(edge)<<16 | uint64(edge)<<32
	roles := 0
	for _, r := range l.text {
		key = key<<16 | uint64(b.sym(r))
		b.four.add(key, l.weight)
		role, cased, upper := lm.CaseOf(r)
		if cased {
			up := 0
			if upper {
				up = 1
			}
			b.cases[roles][up] += float64(l.weight)
		}
		roles = (roles<<2 | role) & 63
	}
	b.four.add(key<<16|uint64(edge), l.weight)
}

// A level is the n-grams of one order with the probabilities of its Witten-Bell
// mixture: p(c|h) = (n(hc) + T(h) p(c|h')) / (n(h) + T(h)), T(h) the number of
// different continuations of h.
type level struct {
	grams []gram
	p     []float64
	gain  []float64
}

// prob is the probability of an n-gram of this level, which must have been seen.
func (l *level) prob(key uint64) float64 {
	i, ok := slices.BinarySearchFunc(l.grams, key, func(g gram, k uint64) int { return cmp.Compare(g.key, k) })
	if !ok {
		panic("train: a longer n-gram was counted without its end")
	}
	return l.p[i]
}

// parts computes the model.
func (b *builder) parts(limit int, log io.Writer) *lm.Parts {
	four := b.four.sorted()
	b.four = nil
	three := shorter(four, 4)
	two := shorter(three, 3)
	fmt.Fprintf(log, "n-grams seen: %d of order 2, %d of 3, %d of 4\n", len(two), len(three), len(four))
	base := b.baseOf(two)
	levels := []*level{{grams: two}, {grams: three}, {grams: four}}
	lower := func(key uint64) float64 { return base.prob(b, key) }
	for _, l := range levels {
		l.mix(lower)
		lower = func(key uint64) float64 { return l.prob(cutOldest(key)) }
	}
	kept := choose(levels, limit)
	p := &lm.Parts{Classes: b.classes, Vocab: b.vocab, Base: base.rune, OOV: base.oov, Spread: base.spread, ClassBi: base.classBi, CaseCost: b.caseCost()}
	p.NGrams = finish(levels, kept, func(key uint64) float64 { return base.prob(b, key) })
	return p
}

// mix fills in the probabilities and what each n-gram is worth beyond the
// shorter context.
func (l *level) mix(lower func(uint64) float64) {
	l.p = make([]float64, len(l.grams))
	l.gain = make([]float64, len(l.grams))
	for from := 0; from < len(l.grams); {
		to, n := context(l.grams, from)
		t := float64(to - from)
		for i := from; i < to; i++ {
			g := l.grams[i]
			q := lower(g.key)
			l.p[i] = (g.n + t*q) / (n + t)
			l.gain[i] = g.n * math.Log(l.p[i]/q)
		}
		from = to
	}
}

// context returns where the continuations of the context at from end, and
// their count.
func context(grams []gram, from int) (to int, n float64) {
	h := grams[from].key >> 16
	for to = from; to < len(grams) && grams[to].key>>16 == h; to++ {
		n += grams[to].n
	}
	return to, n
}

// cutOldest takes the oldest of the symbols of a key away.
func cutOldest(key uint64) uint64 {
	switch {
	case key>>48 != 0:
		return key & (1<<48 - 1)
	case key>>32 != 0:
		return key & (1<<32 - 1)
	}
	return key & (1<<16 - 1)
}

// choose marks the n-grams to keep: the most worthy, and with each its context,
// which carries the back-off weight.
func choose(levels []*level, limit int) map[uint64]bool {
	type worth struct {
		key  uint64
		gain float64
	}
	var all []worth
	for _, l := range levels {
		for i, g := range l.grams {
			if l.gain[i] > 0 {
				all = append(all, worth{g.key, l.gain[i]})
			}
		}
	}
	sort.Slice(all, func(i, j int) bool {
		if all[i].gain != all[j].gain {
			return all[i].gain > all[j].gain
		}
		return all[i].key < all[j].key
	})
	kept := map[uint64]bool{}
	for _, w := range all {
		if len(kept) >= limit {
			break
		}
		for k := w.key; k != 0; k >>= 16 {
			kept[k] = true
		}
	}
	return kept
}

// finish computes back-off weights for what was kept, from short to long, so
// that each context's probabilities add up to one.
func finish(levels []*level, kept map[uint64]bool, base func(uint64) float64) []lm.NGram {
	cost := map[uint64]float64{} // of kept n-grams
	bow := map[uint64]float64{}
	var prob func(key uint64) float64 // of any key by the kept model
	prob = func(key uint64) float64 {
		if c, ok := cost[key]; ok {
			return math.Exp(-c)
		}
		if key>>16 == 0 {
			return 0
		}
		if key>>32 == 0 { // two symbols: the base takes over
			w, ok := bow[key>>16]
			if !ok {
				w = 0
			}
			return math.Exp(-w) * base(key)
		}
		return math.Exp(-bow[key>>16]) * prob(cutOldest(key))
	}
	for order, l := range levels {
		for from := 0; from < len(l.grams); {
			to, _ := context(l.grams, from)
			var high, low float64
			for i := from; i < to; i++ {
				key := l.grams[i].key
				if !kept[key] {
					continue
				}
				high += l.p[i]
				if order == 0 {
					low += base(key)
				} else {
					low += prob(cutOldest(key))
				}
			}
			if high > 0 {
				bow[l.grams[from].key>>16] = -math.Log(max(1-high, 1e-5) / max(1-low, 1e-5))
			}
			for i := from; i < to; i++ {
				if kept[l.grams[i].key] {
					cost[l.grams[i].key] = -math.Log(l.p[i])
				}
			}
			from = to
		}
	}
	keys := make([]uint64, 0, len(kept))
	for k := range kept {
		keys = append(keys, k)
	}
	// Short ones first: where two keys collide the shorter, which more texts
	// need, stays.
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	out := make([]lm.NGram, 0, len(keys))
	for _, k := range keys {
		c, ok := cost[k]
		if !ok {
			c = -math.Log(max(prob(k), 1e-8))
		}
		out = append(out, lm.NGram{Key: k, Cost: c, Bow: bow[k]})
	}
	return out
}

func (b *builder) caseCost() (out [64][2]float64) {
	for i, n := range b.cases {
		for j := range n {
			out[i][j] = -math.Log((n[j] + 1) / (n[0] + n[1] + 2))
		}
	}
	return out
}
