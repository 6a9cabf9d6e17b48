package engine

import "math"

// A tree asks whether features are above thresholds, node n going on to 2n+1 or
// 2n+2, and adds what stands at the leaf to the log-odds. All its leaves are equally deep.
type tree struct {
	nodes []node
	leaf  []float32
}

// A node asks one question.
type node struct {
	threshold float32
	feature   uint8
}

// weigh returns the log-odds that a cluster is damage and its reading right.
func weigh(f *[numFeatures]float32) float32 { return sumOf(trees[:], f[:], treeBias) }

// sumOf is what a bias and the trees add up to.
func sumOf(trees []tree, f []float32, bias float32) float32 {
	for len(trees) >= abreast {
		bias = addAbreast(trees[:abreast], f, bias)
		trees = trees[abreast:]
	}
	for i := range trees {
		bias += trees[i].ask(f)
	}
	return bias
}

// abreast is how many trees are asked at a time: each answer waits for the memory of its question, and the
// processor for all of them at once.
const abreast = 4

// addAbreast adds what so many trees add, in their order.
func addAbreast(trees []tree, f []float32, bias float32) float32 {
	a, b, c, d := &trees[0], &trees[1], &trees[2], &trees[3]
	size := uint32(len(a.nodes))
	if len(b.nodes) != len(a.nodes) || len(c.nodes) != len(a.nodes) || len(d.nodes) != len(a.nodes) {
		return bias + a.ask(f) + b.ask(f) + c.ask(f) + d.ask(f)
	}
	var i, j, k, l uint32
	for i < size {
		p, q, r, t := a.nodes[i], b.nodes[j], c.nodes[k], d.nodes[l]
		i = 2*i + 1 + above(f[p.feature], p.threshold)
		j = 2*j + 1 + above(f[q.feature], q.threshold)
		k = 2*k + 1 + above(f[r.feature], r.threshold)
		l = 2*l + 1 + above(f[t.feature], t.threshold)
	}
	return bias + a.leaf[i-size] + b.leaf[j-size] + c.leaf[k-size] + d.leaf[l-size]
}

// ask returns what the tree adds. It does not branch: no processor can
// guess the answers, and a wrong guess costs as much as five trees.
func (t *tree) ask(f []float32) float32 {
	n := uint32(0)
	for n < uint32(len(t.nodes)) {
		q := t.nodes[n]
		n = 2*n + 1 + above(f[q.feature], q.threshold)
	}
	return t.leaf[n-uint32(len(t.nodes))]
}

// above is 1 if x > y, and 0 otherwise: the sign of y-x.
func above(x, y float32) uint32 { return math.Float32bits(y-x) >> 31 }

// A kind of proposal has a calibration of its own.
const (
	kindWestern = iota // windows-1252, nothing lost
	kindOther          // another page, nothing lost
	kindLossy          // bytes lost
	kindControl        // C1 controls
	numKinds
)

// A calibration makes of the trees' log-odds those that hold: scale x odds + shift.
type calibration struct{ scale, shift float32 }

// KindNames returns the names of the kinds, for reports.
func KindNames() []string {
	return []string{"windows-1252", "another page", "bytes lost", "C1 controls"}
}

// KindOf returns the kind of a proposal by its features.
func KindOf(f []float32) int {
	switch {
	case f[fC1Kind] > 0:
		return kindControl
	case f[fLossy] > 0:
		return kindLossy
	case f[fOtherPage] > 0:
		return kindOther
	}
	return kindWestern
}
