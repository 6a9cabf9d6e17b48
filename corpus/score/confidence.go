package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/fix"
)

// confidenceLevels are the bounds of the classes in which repairs are counted.
var confidenceLevels = []float64{0, 0.8, 0.9, 0.95, 0.99}

// A confidenceCount counts repairs by the confidence that they were made with.
type confidenceCount [5]struct{ made, right int }

// add counts the repairs of a trial. One is right if what it puts in stands in the text that
// was meant, at the place that a comparison of the texts gives it.
func (c *confidenceCount) add(t trial, repairs []fix.Repair) {
	want, got := t.want.texts[0], t.got
	if t.want.fold {
		want = strings.ToLower(want)
	}
	var common []bool
	if t.outcome != trialRight {
		common = inCommon(got, want, t.want.fold)
	}
	shift := 0 // of the result against the input
	for _, r := range repairs {
		from := r.Start + shift
		to := from + len(r.After)
		shift += len(r.After) - (r.End - r.Start)
		k := 0
		for k+1 < len(confidenceLevels) && r.Confidence >= confidenceLevels[k+1] {
			k++
		}
		c[k].made++
		if common == nil || !slices.Contains(common[from:to], false) {
			c[k].right++
		}
	}
}

// inCommon tells for each byte of got whether it is part of the longest sequence of runes
// that is common to got and want, which is in lower case if fold.
func inCommon(got, want string, fold bool) []bool {
	g, w := []rune(got), []rune(want)
	width := len(w) + 1
	longest := make([]uint16, (len(g)+1)*width) // of g[i:] and w[j:], at i*width+j
	same := func(i, j int) bool {
		return g[i] == w[j] || fold && unicode.ToLower(g[i]) == w[j]
	}
	for i := len(g) - 1; i >= 0; i-- {
		for j := len(w) - 1; j >= 0; j-- {
			at := i*width + j
			if longest[at] = max(longest[at+1], longest[at+width]); same(i, j) {
				longest[at] = longest[at+width+1] + 1
			}
		}
	}
	out := make([]bool, len(got))
	at := 0
	for i, j := 0, 0; i < len(g); {
		n := utf8.RuneLen(g[i])
		switch {
		case j < len(w) && same(i, j):
			for k := range n {
				out[at+k] = true
			}
			j++
		case j < len(w) && longest[i*width+j+1] > longest[(i+1)*width+j]:
			j++
			continue
		}
		at += n
		i++
	}
	return out
}

func (c *confidenceCount) print(w io.Writer) {
	fmt.Fprint(w, "\n## Confidence\n\nRepairs by the confidence that they were made with, over all the damage above. One counts as right if\n"+
		"what it puts in is part of what the text has in common with the one that was meant.\n\n| confidence | repairs | right | % |\n| --- | ---: | ---: | ---: |\n")
	for k := range c {
		end := 1.0
		if k+1 < len(confidenceLevels) {
			end = confidenceLevels[k+1]
		}
		fmt.Fprintf(w, "| %g to %g | %d | %d | %s |\n", confidenceLevels[k], end, c[k].made, c[k].right, percent(c[k].right, c[k].made))
	}
}
