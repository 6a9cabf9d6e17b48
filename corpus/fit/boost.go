package main

import (
	"math"
	"runtime"
	"slices"
	"sort"
	"sync"
)

// The settings of the boosted trees.
const (
	depth    = 4 // as in internal/engine
	rounds   = 500
	rate     = 0.1  // of each tree
	leafPull = 10.0 // sum of second derivatives by which a leaf is pulled to zero
	minLeaf  = 6.0  // least sum of second derivatives of a leaf
	maxBins  = 40
	// cleanWeight makes a false proposal on clean text as it was found count for
	// more, and in the forms made harder for a little more: never harm clean
	// text. Those are much rarer in life
	// than in the data.
	cleanWeight = 4
	hardWeight  = 1.2
)

// rising and falling are the features that may only speak for, or only against, a
// proposal, so that the trees do not learn a quirk of the simulation.
var (
	rising  = []string{"gain", "support", "distinct", "clusters", "margin", "known runes", "gain per rune", "known", "present", "rival", "trail rare", "sound", "closes", "odd"}
	falling = []string{"foreign", "script mix", "spoken of", "literal share", "literal marks", "strange", "price", "symbol trail", "capitals", "repeats", "rare", "touches", "losses", "blank trail", "cut", "missing", "questions", "periodic"}
)

// A tree is as in internal/engine.
type tree struct {
	feature   [1<<depth - 1]int
	threshold [1<<depth - 1]float32
	leaf      [1 << depth]float64
}

func (t *tree) eval(x []float32) float64 {
	n := 0
	for range depth {
		k := 2*n + 1
		if x[t.feature[n]] > t.threshold[n] {
			k++
		}
		n = k
	}
	return t.leaf[n-(1<<depth-1)]
}

// A forest is what is fitted.
type forest struct {
	bias  float64
	trees []tree
}

func (f *forest) eval(x []float32) float64 {
	sum := f.bias
	for i := range f.trees {
		sum += f.trees[i].eval(x)
	}
	return sum
}

// A booster holds the training examples in bins of their features.
type booster struct {
	cuts  [][]float32 // by feature, ascending thresholds
	bins  [][]uint8   // by feature and example
	y, w  []float64
	score []float64
	grad  []float64
	hess  []float64
	sign  []int // by feature: +1 rising, -1 falling, 0 free
}

func newBooster(examples []example, names []string, rising, falling []string) *booster {
	for _, list := range [][]string{rising, falling} {
		for _, name := range list {
			if !slices.Contains(names, name) {
				panic("fit: no feature is named " + name)
			}
		}
	}
	b := &booster{}
	for _, e := range examples {
		y, w := e.target()
		b.y, b.w = append(b.y, y), append(b.w, w)
	}
	n := len(examples)
	b.score, b.grad, b.hess = make([]float64, n), make([]float64, n), make([]float64, n)
	for f := range names {
		cuts := cutsOf(examples, f)
		bins := make([]uint8, n)
		for i, e := range examples {
			bins[i] = uint8(sort.Search(len(cuts), func(k int) bool { return e.X[f] <= cuts[k] }))
		}
		b.cuts, b.bins = append(b.cuts, cuts), append(b.bins, bins)
		sign := 0
		for _, r := range rising {
			if r == names[f] {
				sign = 1
			}
		}
		for _, r := range falling {
			if r == names[f] {
				sign = -1
			}
		}
		b.sign = append(b.sign, sign)
	}
	return b
}

// target is what the regression is to say of an example, and how much it counts.
func (e *example) target() (y, weight float64) {
	weight = float64(e.Weight)
	switch {
	case e.Right:
		return 1, weight
	case e.AsFound:
		return 0, weight * cleanWeight
	case e.Clean:
		return 0, weight * hardWeight
	}
	return 0, weight
}

// cutsOf returns thresholds at the quantiles of a feature.
func cutsOf(examples []example, f int) []float32 {
	values := make([]float32, len(examples))
	for i, e := range examples {
		values[i] = e.X[f]
	}
	sort.Slice(values, func(i, j int) bool { return values[i] < values[j] })
	var cuts []float32
	for k := 1; k < maxBins; k++ {
		v := values[len(values)*k/maxBins]
		if (len(cuts) == 0 || v > cuts[len(cuts)-1]) && v < values[len(values)-1] {
			cuts = append(cuts, v)
		}
	}
	// The thin end of a feature, where few examples are, is where doubt is.
	for _, v := range []float32{values[0], values[len(values)/500]} {
		if i := sort.Search(len(cuts), func(k int) bool { return cuts[k] >= v }); i == len(cuts) || cuts[i] != v {
			if v < values[len(values)-1] {
				cuts = append(cuts[:i], append([]float32{v}, cuts[i:]...)...)
			}
		}
	}
	return cuts
}

// boost fits a forest of so many trees to the logistic loss.
func boost(examples []example, names []string, rising, falling []string, rounds int) *forest {
	b := newBooster(examples, names, rising, falling)
	var pos, all float64
	for i, y := range b.y {
		pos += y * b.w[i]
		all += b.w[i]
	}
	f := &forest{bias: math.Log(pos / (all - pos))}
	for i := range b.score {
		b.score[i] = f.bias
	}
	for range rounds {
		for i := range b.score {
			p := sigmoid(b.score[i])
			b.grad[i] = b.w[i] * (b.y[i] - p)
			b.hess[i] = b.w[i] * p * (1 - p)
		}
		t := b.grow()
		for i := range b.score {
			b.score[i] += t.leaf[b.leafOf(t, i)]
		}
		f.trees = append(f.trees, *t)
	}
	return f
}

func (b *booster) leafOf(t *tree, i int) int {
	n := 0
	for range depth {
		k := 2*n + 1
		f := t.feature[n]
		c := int(b.bins[f][i])
		if c >= len(b.cuts[f]) || b.cuts[f][c] > t.threshold[n] {
			k++
		}
		n = k
	}
	return n - (1<<depth - 1)
}

// grow fits one tree, level by level.
func (b *booster) grow() *tree {
	t := &tree{}
	all := make([]int32, len(b.y))
	for i := range all {
		all[i] = int32(i)
	}
	b.split(t, 0, all, math.Inf(-1), math.Inf(1))
	return t
}

// split chooses the question of a node; low and high bound what its leaves may
// say, so that rising features stay rising.
func (b *booster) split(t *tree, node int, list []int32, low, high float64) {
	var g, h float64
	for _, i := range list {
		g += b.grad[i]
		h += b.hess[i]
	}
	value := min(max(g/(h+leafPull), low), high)
	if node >= 1<<depth-1 {
		t.leaf[node-(1<<depth-1)] = rate * value
		return
	}
	bestGain, bestF, bestC := 1e-3, -1, 0
	var leftValue, rightValue float64
	sums := b.sums(list)
	for f := range b.cuts {
		sg, sh := sums[f][0], sums[f][1]
		var lg, lh float64
		for c := range b.cuts[f] {
			lg += sg[c]
			lh += sh[c]
			if lh < minLeaf || h-lh < minLeaf {
				continue
			}
			lv := min(max(lg/(lh+leafPull), low), high)
			rv := min(max((g-lg)/(h-lh+leafPull), low), high)
			if b.sign[f] > 0 && lv > rv || b.sign[f] < 0 && lv < rv {
				continue
			}
			gain := gainOf(lg, lh, lv) + gainOf(g-lg, h-lh, rv) - gainOf(g, h, value)
			if gain > bestGain {
				bestGain, bestF, bestC, leftValue, rightValue = gain, f, c, lv, rv
			}
		}
	}
	if bestF < 0 { // all go left
		t.feature[node], t.threshold[node] = 0, math.MaxFloat32
		b.split(t, 2*node+1, list, low, high)
		b.fill(t, 2*node+2, value)
		return
	}
	t.feature[node], t.threshold[node] = bestF, b.cuts[bestF][bestC]
	var left, right []int32
	for _, i := range list {
		if int(b.bins[bestF][i]) <= bestC {
			left = append(left, i)
		} else {
			right = append(right, i)
		}
	}
	lowL, highL, lowR, highR := low, high, low, high
	if mid := (leftValue + rightValue) / 2; b.sign[bestF] > 0 {
		highL, lowR = mid, mid
	} else if b.sign[bestF] < 0 {
		lowL, highR = mid, mid
	}
	b.split(t, 2*node+1, left, lowL, highL)
	b.split(t, 2*node+2, right, lowR, highR)
}

// sums adds up the derivatives of the examples by feature and bin, the features shared
// out to all cores.
func (b *booster) sums(list []int32) [][2][]float64 {
	out := make([][2][]float64, len(b.cuts))
	var wg sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wg.Go(func() {
			for f := w; f < len(out); f += workers {
				sg, sh := make([]float64, len(b.cuts[f])+1), make([]float64, len(b.cuts[f])+1)
				bins := b.bins[f]
				for _, i := range list {
					sg[bins[i]] += b.grad[i]
					sh[bins[i]] += b.hess[i]
				}
				out[f] = [2][]float64{sg, sh}
			}
		})
	}
	wg.Wait()
	return out
}

// fill gives all leaves below a node one value.
func (b *booster) fill(t *tree, node int, value float64) {
	if node >= 1<<depth-1 {
		t.leaf[node-(1<<depth-1)] = rate * value
		return
	}
	t.threshold[node] = math.MaxFloat32
	b.fill(t, 2*node+1, value)
	b.fill(t, 2*node+2, value)
}

// gainOf is what a leaf with value v takes off the loss.
func gainOf(g, h, v float64) float64 { return g*v - (h+leafPull)*v*v/2 }
