package main

import (
	"cmp"
	"slices"

	"github.com/unbake/unbake/internal/lm"
)

// wordCounts counts words that hold a rune beyond ASCII, by the symbols of a model.
type wordCounts struct {
	model *lm.Model
	count map[lm.Word]float64 // by the weight of the lines that have it
}

func newWordCounts(m *lm.Model) *wordCounts {
	return &wordCounts{m, map[lm.Word]float64{}}
}

func (c *wordCounts) add(l line) {
	var seen []lm.Word
	end := func(w lm.Word) {
		if w.Listed() && !slices.Contains(seen, w) {
			seen = append(seen, w)
		}
	}
	w := lm.Word(0)
	for _, r := range l.text {
		next := c.model.Spell(w, c.model.Sym(r))
		if next == 0 {
			end(w)
		}
		w = next
	}
	end(w)
	for _, w := range seen {
		c.count[w] += float64(l.weight)
	}
}

// top returns the n words of the most weight, the heaviest first.
func (c *wordCounts) top(n int) []lm.Word {
	words := make([]lm.Word, 0, len(c.count))
	for w := range c.count {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b lm.Word) int {
		return cmp.Or(cmp.Compare(c.count[b], c.count[a]), cmp.Compare(a, b))
	})
	return words[:min(n, len(words))]
}
