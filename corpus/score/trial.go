package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/fix"
)

// A trial is one damaged text and what the engine made of it.
type trial struct {
	path, in, got string
	want          answers
	lost          bool
	told          bool // something is reported
	outcome       trialOutcome
	approach      int // if it was changed and is not right: see answers.approach
}

type trialOutcome int

const (
	trialRight trialOutcome = iota
	trialPart               // changed, not all came back, and what changed came back, or the layers above it did
	trialLeft               // not changed
	trialWrong              // changed into what was not there
)

// try runs e on a damaged text. What it was between its layers is in between.
func try(path string, want answers, baked corpus.Baked, between []string, e engine) trial {
	t := trial{path: path, in: baked.Text, want: want, got: e.String(baked.Text), lost: baked.Lost}
	switch {
	case want.include(t.got):
		t.outcome = trialRight
	case t.got == t.in:
		t.outcome = trialLeft
	case inOrder(e.Explain(t.in).Repairs, want.texts[0]) || inLayers(t.got, append(between, t.in, want.texts[0])):
		t.outcome = trialPart
	default:
		t.outcome = trialWrong
	}
	if t.outcome == trialPart || t.outcome == trialWrong {
		t.approach = want.approach(t.in, t.got)
	}
	t.told = t.outcome != trialRight && len(e.Explain(t.in).Suspects) > 0
	return t
}

// inOrder tells whether what the repairs put in stands in want, one behind
// the other.
func inOrder(repairs []fix.Repair, want string) bool {
	for _, r := range repairs {
		_, rest, found := strings.Cut(want, r.After)
		if !found {
			return false
		}
		want = rest
	}
	return len(repairs) > 0
}

// inLayers tells whether each word of got stands at its place in one of the states that a text went through.
func inLayers(got string, states []string) bool {
	words := strings.Split(got, " ")
	var lists [][]string
	for _, s := range states {
		if list := strings.Split(s, " "); len(list) == len(words) {
			lists = append(lists, list)
		}
	}
	for i, w := range words {
		if !slices.ContainsFunc(lists, func(list []string) bool { return list[i] == w }) {
			return false
		}
	}
	return true
}

// A count sums up trials.
type count struct {
	name     string
	texts    int
	lost     int // texts with information gone
	told     int // texts that are not right, with a suspect
	worse    int // texts that are further from what was meant than before
	outcomes [trialWrong + 1]int
}

// counts are those of one path, or of all, by kind of text.
type counts struct {
	name string
	list []count
}

func newCounts(name string) *counts { return &counts{name: name} }

func (c *counts) add(kind string, t trial) {
	name := c.name
	if kind != "" {
		name += ", " + kind
	}
	i := slices.IndexFunc(c.list, func(x count) bool { return x.name == name })
	if i < 0 {
		i = len(c.list)
		c.list = append(c.list, count{name: name})
	}
	c.list[i].add(t)
}

func (c *counts) print(w io.Writer) {
	slices.SortFunc(c.list, func(a, b count) int { return strings.Compare(a.name, b.name) })
	for _, x := range c.list {
		fmt.Fprint(w, x.row())
	}
}

func (c *count) add(t trial) {
	c.texts++
	if t.lost {
		c.lost++
	}
	if t.approach < 0 {
		c.worse++
	}
	if t.told {
		c.told++
	}
	c.outcomes[t.outcome]++
}

func (c count) row() string {
	o := c.outcomes
	return fmt.Sprintf("| %s | %d | %d | %d | %s | %d | %d | %d | %d | %d |\n", c.name, c.texts, c.lost,
		o[trialRight], percent(o[trialRight], c.texts), o[trialPart], o[trialLeft], o[trialWrong], c.worse, c.told)
}

func percent(n, of int) string {
	if of == 0 {
		return "–"
	}
	return fmt.Sprintf("%.1f", 100*float64(n)/float64(of))
}

const (
	countHead = " | texts | lost | right | % | part | left | wrong | worse | told |\n"
	countRule = "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
)
