package main

import (
	"slices"
	"sort"

	"github.com/unbake/unbake/internal/lm"
)

// runeCounts counts folded runes, and letter case by the roles before it.
type runeCounts struct {
	count map[rune]float64
	total float64
}

func newRuneCounts() *runeCounts { return &runeCounts{count: map[rune]float64{}} }

func (c *runeCounts) add(l line) {
	for _, r := range l.text {
		c.count[lm.Fold(r)] += float64(l.weight)
		c.total += float64(l.weight)
	}
}

// top returns the n commonest runes that count at least 3, in ascending order.
func (c *runeCounts) top(n int) []rune {
	type rc struct {
		r rune
		n float64
	}
	all := make([]rc, 0, len(c.count))
	for r, k := range c.count {
		if k >= 3 {
			all = append(all, rc{r, k})
		}
	}
	sort.Slice(all, func(i, j int) bool {
		if all[i].n != all[j].n {
			return all[i].n > all[j].n
		}
		return all[i].r < all[j].r
	})
	out := []rune{'\uFFFD'} // text that was lost before it was damaged has it; the lines do not
	for _, x := range all[:min(n, len(all))] {
		if x.r != '\uFFFD' {
			out = append(out, x.r)
		}
	}
	slices.Sort(out)
	return out
}

// A table counts 64-bit keys by open addressing; it doubles when half full.
type table struct {
	keys   []uint64 // 0 is free
	counts []float32
	n      int
}

func newTable() *table {
	return &table{keys: make([]uint64, 1<<20), counts: make([]float32, 1<<20)}
}

func (t *table) add(key uint64, w float32) {
	i := t.slot(key)
	if t.keys[i] == 0 {
		if t.n++; t.n > len(t.keys)/2 {
			t.grow()
			i = t.slot(key)
		}
		t.keys[i] = key
	}
	t.counts[i] += w
}

func (t *table) slot(key uint64) int {
	mask := uint64(len(t.keys) - 1)
	h := key * 0x9E3779B97F4A7C15
	for i := (h ^ h>>32) & mask; ; i = (i + 1) & mask {
		if t.keys[i] == key || t.keys[i] == 0 {
			return int(i)
		}
	}
}

func (t *table) grow() {
	old := *t
	t.keys = make([]uint64, 2*len(old.keys))
	t.counts = make([]float32, 2*len(old.keys))
	for i, k := range old.keys {
		if k != 0 {
			j := t.slot(k)
			t.keys[j], t.counts[j] = k, old.counts[i]
		}
	}
}

// A gram is a counted n-gram: its key has the newest symbol in the low 16 bits.
type gram struct {
	key uint64
	n   float64
}

// sorted returns what the table holds, by key: continuations of one context
// stand together.
func (t *table) sorted() []gram {
	out := make([]gram, 0, t.n)
	for i, k := range t.keys {
		if k != 0 {
			out = append(out, gram{k, float64(t.counts[i])})
		}
	}
	slices.SortFunc(out, func(a, b gram) int {
		if a.key < b.key {
			return -1
		}
		return 1
	})
	return out
}

// shorter adds up what differs only in the oldest symbol of four, three or two.
func shorter(grams []gram, order int) []gram {
	t := newTable()
	mask := uint64(1)<<(16*(order-1)) - 1
	for _, g := range grams {
		t.add(g.key&mask, float32(g.n))
	}
	return t.sorted()
}
