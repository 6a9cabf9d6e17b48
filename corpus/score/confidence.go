package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/unbake/unbake/fix"
)

// confidenceLevels are the bounds of the classes in which repairs are counted.
var confidenceLevels = []float64{0, 0.8, 0.9, 0.95, 0.99}

// A confidenceCount counts repairs by the confidence that they were made with.
type confidenceCount [5]struct{ made, right int }

// add counts the repairs of a trial. One is right if the text up to its end, or from its
// start on, is as it was meant.
func (c *confidenceCount) add(t trial, repairs []fix.Repair) {
	want, got := t.want.texts[0], t.got
	if t.want.fold {
		want, got = strings.ToLower(want), strings.ToLower(got)
	}
	shift := 0 // of the result against the input
	for _, r := range repairs {
		from := r.Start + shift
		to := from + len(r.After)
		shift += len(r.After) - (r.End - r.Start)
		if to > len(got) {
			continue // folding changed lengths
		}
		k := 0
		for k+1 < len(confidenceLevels) && r.Confidence >= confidenceLevels[k+1] {
			k++
		}
		c[k].made++
		if strings.HasPrefix(want, got[:to]) || strings.HasSuffix(want, got[from:]) {
			c[k].right++
		}
	}
}

func (c *confidenceCount) print(w io.Writer) {
	fmt.Fprint(w, "\n## Confidence\n\nRepairs by the confidence that they were made with, over all the damage above. One counts as right if\n"+
		"the text before it or behind it came out right with it.\n\n| confidence | repairs | right | % |\n| --- | ---: | ---: | ---: |\n")
	for k := range c {
		end := 1.0
		if k+1 < len(confidenceLevels) {
			end = confidenceLevels[k+1]
		}
		fmt.Fprintf(w, "| %g to %g | %d | %d | %s |\n", confidenceLevels[k], end, c[k].made, c[k].right, percent(c[k].right, c[k].made))
	}
}
