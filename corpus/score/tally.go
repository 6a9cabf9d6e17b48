package main

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// An outcome is what became of a case.
type outcome int

const (
	outcomeRight   outcome = iota
	outcomeLeft            // not right, and not changed
	outcomeSuspect         // left, with the answer among the candidates
	outcomeWrong           // changed into something else
)

func (o outcome) String() string {
	return [...]string{"right", "left", "suspect", "wrong"}[o]
}

type result struct {
	testCase
	got     string
	outcome outcome
}

func scoreAll(cases []testCase, e engine) []result {
	results := make([]result, len(cases))
	for i, c := range cases {
		got := e.String(c.in)
		results[i] = result{c, got, judge(c, got, e)}
	}
	return results
}

// judge says what became of c. A wrong repair is wrong, whatever else the
// engine suspects.
func judge(c testCase, got string, e engine) outcome {
	switch {
	case right(c, got):
		return outcomeRight
	case got != c.in:
		return outcomeWrong
	case c.contextual && suspected(c, e.Explain(c.in)):
		return outcomeSuspect
	}
	return outcomeLeft
}

// A classTally counts the outcomes of one class.
type classTally struct {
	class                         string
	right, total, wrong, suspects int
}

// tally counts by class, in the order in which the classes first appear.
func tally(results []result) []classTally {
	var out []classTally
	at := map[string]int{}
	for _, r := range results {
		i, ok := at[r.class]
		if !ok {
			i = len(out)
			at[r.class] = i
			out = append(out, classTally{class: r.class})
		}
		t := &out[i]
		t.total++
		switch r.outcome {
		case outcomeRight:
			t.right++
		case outcomeWrong:
			t.wrong++
		case outcomeSuspect:
			t.suspects++
		}
	}
	return out
}

func printTable(w io.Writer, tallies []classTally) {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(tw, "class\tright\ttotal\tchanged wrongly\tsuspect\t")
	sum := classTally{class: "all"}
	for _, t := range tallies {
		fmt.Fprintf(tw, "%s\t%d\t%d\t%d\t%d\t\n", t.class, t.right, t.total, t.wrong, t.suspects)
		sum.right += t.right
		sum.total += t.total
		sum.wrong += t.wrong
		sum.suspects += t.suspects
	}
	fmt.Fprintf(tw, "%s\t%d\t%d\t%d\t%d\t\n", sum.class, sum.right, sum.total, sum.wrong, sum.suspects)
	tw.Flush()
}

// longest is how much of a text is printed, in bytes: a page is too much.
const longest = 400

func printFailures(w io.Writer, results []result) {
	for _, r := range results {
		if r.outcome == outcomeRight {
			continue
		}
		in, want, got := aroundDifference(r.in, r.want, r.got)
		fmt.Fprintf(w, "%s: %s: %s\n  in   %q\n  want %q\n  got  %q\n\n", r.class, r.outcome, r.name, in, want, got)
	}
}

// aroundDifference cuts long texts to what stands around the place where got
// first differs from want. The input is cut at the same place.
func aroundDifference(in, want, got string) (string, string, string) {
	i := 0
	for i < len(want) && i < len(got) && want[i] == got[i] {
		i++
	}
	cut := func(s string) string {
		start := min(max(0, i-longest/2), len(s))
		return s[start:min(start+longest, len(s))]
	}
	return cut(in), cut(want), cut(got)
}
