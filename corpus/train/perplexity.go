package main

import (
	"fmt"
	"io"
	"math"
	"sort"

	"github.com/unbake/unbake/internal/lm"
)

// perplexity adds up what a model says of lines that it was not trained on.
type perplexity struct {
	m     *lm.Model
	cost  map[string]float64
	runes map[string]float64
}

func newPerplexity(m *lm.Model) *perplexity {
	return &perplexity{m, map[string]float64{}, map[string]float64{}}
}

func (p *perplexity) add(l line) {
	ctx := lm.Edge
	var sum, n float64
	for _, r := range l.text {
		var c float32
		ctx, c = p.m.Next(ctx, p.m.Sym(r))
		sum += float64(c)
		n++
	}
	for _, k := range []string{"all", "register " + l.register, "language " + l.lang} {
		p.cost[k] += sum
		p.runes[k] += n
	}
}

func (p *perplexity) print(w io.Writer, split string) {
	var keys []string
	for k, n := range p.runes {
		if n > 20_000 || k == "all" {
			keys = append(keys, k)
		}
	}
	sort.Strings(keys)
	for _, k := range keys {
		c := p.cost[k] / p.runes[k]
		fmt.Fprintf(w, "%s %-24s %8.0f runes %5.2f nats (%.2f bits) a rune\n", split, k, p.runes[k], c, c/math.Ln2)
	}
}
