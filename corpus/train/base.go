package main

import "math"

// base is the end of the back-off: P(class | class) x P(rune | class).
type base struct {
	rune    []float64 // costs by index in the vocabulary
	oov     []float64 // costs by class, of runes that were not seen
	spread  []float64 // by class: log of the number of those
	classBi [][]float64
}

// baseOf estimates the base from the bigrams of symbols.
func (b *builder) baseOf(two []gram) *base {
	nClasses := len(b.classes.Names)
	bySym := make([]float64, len(b.class))
	byClass := make([]float64, nClasses+1)
	bi := make([][]float64, nClasses+1)
	for i := range bi {
		bi[i] = make([]float64, nClasses+1)
	}
	for _, g := range two {
		prev, sym := b.class[g.key>>16], uint16(g.key)
		bySym[sym] += g.n
		byClass[b.class[sym]] += g.n
		bi[prev][b.class[sym]] += g.n
	}
	out := &base{classBi: classCosts(bi, byClass)}
	kinds := make([]float64, nClasses)
	for i := range b.vocab {
		kinds[b.class[firstSym+i]]++
	}
	for i := range b.vocab {
		c := b.class[firstSym+i]
		out.rune = append(out.rune, -math.Log(max(bySym[firstSym+i], 0.5)/(byClass[c]+kinds[c])))
	}
	for c, size := range b.classes.Sizes() {
		unseen := bySym[firstSym+len(b.vocab)+c] + kinds[c]
		left := max(float64(size)-kinds[c], 1)
		out.spread = append(out.spread, math.Log(left))
		if byClass[c] == 0 {
			out.oov = append(out.oov, 0)
			continue
		}
		out.oov = append(out.oov, -math.Log(max(unseen, 0.5)/(byClass[c]+kinds[c])))
	}
	return out
}

// classCosts smooths class bigrams by class unigrams, and those by half a
// count each.
func classCosts(bi [][]float64, uni []float64) [][]float64 {
	var total float64
	for _, n := range uni {
		total += n + 0.5
	}
	out := make([][]float64, len(bi))
	for i, row := range bi {
		var n, t float64
		for _, k := range row {
			n += k
			if k > 0 {
				t++
			}
		}
		t = max(t, 1)
		for j, k := range row {
			p := (k + t*(uni[j]+0.5)/total) / (n + t)
			out[i] = append(out[i], -math.Log(p))
		}
	}
	return out
}

// prob is the probability of a key of two symbols.
func (s *base) prob(b *builder, key uint64) float64 {
	prev, sym := b.class[uint16(key>>16)], uint16(key)
	if sym == edge {
		return math.Exp(-s.classBi[prev][len(b.classes.Names)])
	}
	c := b.class[sym]
	cost := s.classBi[prev][c]
	if i := int(sym) - firstSym; i < len(b.vocab) {
		return math.Exp(-cost - s.rune[i])
	}
	return math.Exp(-cost - s.oov[c])
}
