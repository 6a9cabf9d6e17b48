package main

import (
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"sort"
	"sync"
)

// The settings of a fit of boosted trees.
type settings struct {
	depth    int     // questions that a tree asks
	rounds   int     // trees
	rows     float64 // share of the examples that each tree sees, drawn anew
	leafPull float64 // sum of second derivatives by which a leaf is pulled to zero
	minLeaf  float64 // least sum of second derivatives of a leaf
	balance
}

// A balance makes a false proposal on clean text as it was found count for more, and in the
// forms made harder for a little more: never harm clean text. Those are much rarer in life than
// in the data. What they are worth goes with how many damaged lines the data has for each.
type balance struct{ clean, hard float64 }

const (
	rate    = 0.1 // of each tree
	maxBins = 40  // of a feature
)

// rising and falling are the features that may only speak for, or only against, a
// proposal, so that the trees do not learn a quirk of the simulation.
var (
	rising  = []string{"gain", "support", "distinct", "clusters", "margin", "sure", "known runes", "gain per rune", "known", "present", "rival", "trail rare", "sound", "closes", "odd", "words known", "word gain"}
	falling = []string{"foreign", "script mix", "spoken of", "literal share", "literal marks", "strange", "price", "symbol trail", "capitals", "repeats", "rare", "touches", "losses", "blank trail", "cut", "missing", "questions", "periodic", "words stood"}
)

// A tree is as in internal/engine.
type tree struct {
	feature   []int
	threshold []float32
	leaf      []float64
}

func newTree(depth int) *tree {
	n := 1<<depth - 1
	return &tree{make([]int, n), make([]float32, n), make([]float64, n+1)}
}

func (t *tree) eval(x []float32) float64 {
	n := 0
	for n < len(t.feature) {
		k := 2*n + 1
		if x[t.feature[n]] > t.threshold[n] {
			k++
		}
		n = k
	}
	return t.leaf[n-len(t.feature)]
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
	set   settings
	cuts  [][]float32 // by feature, ascending thresholds
	first []int       // by feature: its first bin among all bins, and the end
	bins  []uint8     // by example and feature
	y, w  []float64
	score []float64
	grad  []float64
	hess  []float64
	sign  []int // by feature: +1 rising, -1 falling, 0 free
}

func newBooster(examples []example, names []string, rising, falling []string, set settings) *booster {
	for _, list := range [][]string{rising, falling} {
		for _, name := range list {
			if !slices.Contains(names, name) {
				panic("fit: no feature is named " + name)
			}
		}
	}
	b := &booster{set: set}
	for _, e := range examples {
		y, w := e.target(set.balance)
		b.y, b.w = append(b.y, y), append(b.w, w)
	}
	n := len(examples)
	b.score, b.grad, b.hess = make([]float64, n), make([]float64, n), make([]float64, n)
	b.bins, b.first = make([]uint8, n*len(names)), []int{0}
	for f := range names {
		cuts := cutsOf(examples, f)
		for i, e := range examples {
			b.bins[i*len(names)+f] = uint8(sort.Search(len(cuts), func(k int) bool { return e.X[f] <= cuts[k] }))
		}
		b.cuts, b.first = append(b.cuts, cuts), append(b.first, b.first[f]+len(cuts)+1)
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
func (e *example) target(b balance) (y, weight float64) {
	weight = float64(e.Weight)
	switch {
	case e.Right:
		return 1, weight
	case e.AsFound:
		return 0, weight * b.clean
	case e.Clean:
		return 0, weight * b.hard
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

// boost fits a forest to the logistic loss.
func boost(examples []example, names []string, rising, falling []string, set settings) *forest {
	b := newBooster(examples, names, rising, falling, set)
	var pos, all float64
	for i, y := range b.y {
		pos += y * b.w[i]
		all += b.w[i]
	}
	f := &forest{bias: math.Log(pos / (all - pos))}
	for i := range b.score {
		b.score[i] = f.bias
	}
	draw := rand.New(rand.NewPCG(1, 2)) // the same each time
	for range set.rounds {
		for i := range b.score {
			p := sigmoid(b.score[i])
			b.grad[i] = b.w[i] * (b.y[i] - p)
			b.hess[i] = b.w[i] * p * (1 - p)
		}
		t := b.grow(draw)
		for i := range b.score {
			b.score[i] += t.leaf[b.leafOf(t, i)]
		}
		f.trees = append(f.trees, *t)
	}
	return f
}

func (b *booster) bin(i int32, f int) uint8 { return b.bins[int(i)*len(b.cuts)+f] }

func (b *booster) leafOf(t *tree, i int) int {
	n := 0
	for n < len(t.feature) {
		k := 2*n + 1
		f := t.feature[n]
		c := int(b.bin(int32(i), f))
		if c >= len(b.cuts[f]) || b.cuts[f][c] > t.threshold[n] {
			k++
		}
		n = k
	}
	return n - len(t.feature)
}

// grow fits one tree, level by level.
func (b *booster) grow(draw *rand.Rand) *tree {
	t := newTree(b.set.depth)
	all := make([]int32, 0, len(b.y))
	for i := range b.y {
		if draw.Float64() < b.set.rows {
			all = append(all, int32(i))
		}
	}
	b.split(t, 0, all, b.sums(all), math.Inf(-1), math.Inf(1))
	return t
}

// split chooses the question of a node, whose examples add up to sums by bin; low and high
// bound what its leaves may say, so that rising features stay rising.
func (b *booster) split(t *tree, node int, list []int32, sums []derivatives, low, high float64) {
	var g, h float64
	for _, d := range sums[:b.first[1]] {
		g += d.first
		h += d.second
	}
	value := min(max(g/(h+b.set.leafPull), low), high)
	if node >= len(t.feature) {
		t.leaf[node-len(t.feature)] = rate * value
		return
	}
	bestGain, bestF, bestC := 1e-3, -1, 0
	var leftValue, rightValue float64
	for f := range b.cuts {
		var lg, lh float64
		for c := range b.cuts[f] {
			d := &sums[b.first[f]+c]
			lg += d.first
			lh += d.second
			if lh < b.set.minLeaf || h-lh < b.set.minLeaf {
				continue
			}
			lv := min(max(lg/(lh+b.set.leafPull), low), high)
			rv := min(max((g-lg)/(h-lh+b.set.leafPull), low), high)
			if b.sign[f] > 0 && lv > rv || b.sign[f] < 0 && lv < rv {
				continue
			}
			gain := b.gainOf(lg, lh, lv) + b.gainOf(g-lg, h-lh, rv) - b.gainOf(g, h, value)
			if gain > bestGain {
				bestGain, bestF, bestC, leftValue, rightValue = gain, f, c, lv, rv
			}
		}
	}
	if bestF < 0 { // all go left
		t.feature[node], t.threshold[node] = 0, math.MaxFloat32
		b.split(t, 2*node+1, list, sums, low, high)
		b.fill(t, 2*node+2, value)
		return
	}
	t.feature[node], t.threshold[node] = bestF, b.cuts[bestF][bestC]
	var left, right []int32
	for _, i := range list {
		if int(b.bin(i, bestF)) <= bestC {
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
	var sumsL, sumsR []derivatives
	switch {
	case 2*node+1 >= len(t.feature): // leaves
		sumsL, sumsR = b.total(left), b.total(right)
	case len(left) < len(right):
		sumsL = b.sums(left)
		sumsR = less(sums, sumsL)
	default:
		sumsR = b.sums(right)
		sumsL = less(sums, sumsR)
	}
	b.split(t, 2*node+1, left, sumsL, lowL, highL)
	b.split(t, 2*node+2, right, sumsR, lowR, highR)
}

// derivatives are the sums of the first and the second derivatives of some examples.
type derivatives struct{ first, second float64 }

// sums adds up the derivatives of the examples by bin, the features shared out to all
// cores: whatever their number, each sum is taken in the order of the examples.
func (b *booster) sums(list []int32) []derivatives {
	out := make([]derivatives, b.first[len(b.cuts)])
	var wg sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		from, to := w*len(b.cuts)/workers, (w+1)*len(b.cuts)/workers
		wg.Go(func() {
			first := b.first[from:to]
			for _, i := range list {
				row := b.bins[int(i)*len(b.cuts)+from : int(i)*len(b.cuts)+to]
				g, h := b.grad[i], b.hess[i]
				for k, bin := range row {
					d := &out[first[k]+int(bin)]
					d.first += g
					d.second += h
				}
			}
		})
	}
	wg.Wait()
	return out
}

// total is the sum for a leaf, in the place of its first bin.
func (b *booster) total(list []int32) []derivatives {
	out := make([]derivatives, b.first[1])
	for _, i := range list {
		out[0].first += b.grad[i]
		out[0].second += b.hess[i]
	}
	return out
}

// less returns the sums of those examples that are not among others.
func less(all, others []derivatives) []derivatives {
	out := make([]derivatives, len(all))
	for k := range all {
		out[k] = derivatives{all[k].first - others[k].first, all[k].second - others[k].second}
	}
	return out
}

// fill gives all leaves below a node one value.
func (b *booster) fill(t *tree, node int, value float64) {
	if node >= len(t.feature) {
		t.leaf[node-len(t.feature)] = rate * value
		return
	}
	t.threshold[node] = math.MaxFloat32
	b.fill(t, 2*node+1, value)
	b.fill(t, 2*node+2, value)
}

// gainOf is what a leaf with value v takes off the loss.
func (b *booster) gainOf(g, h, v float64) float64 { return g*v - (h+b.set.leafPull)*v*v/2 }
