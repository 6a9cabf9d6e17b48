package main

import (
	"fmt"
	"io"
	"strings"
)

// approach returns by how many runes a text came nearer to an answer, less than 0 if it was made worse.
func (a answers) approach(in, got string) int {
	return a.distance(in) - a.distance(got)
}

// distance is that of the nearest answer.
func (a answers) distance(text string) int {
	fold := func(s string) []rune {
		if a.fold {
			s = strings.ToLower(s)
		}
		return []rune(s)
	}
	least := -1
	for _, want := range a.texts {
		if d := editDistance(fold(text), fold(want)); least < 0 || d < least {
			least = d
		}
	}
	return least
}

// editDistance is how many runes have to be put in, taken out or changed to make b of a.
func editDistance(a, b []rune) int {
	row := make([]int, len(b)+1) // of a[:i] to b[:j]
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		corner := row[0]
		row[0] = i + 1
		for j, y := range b {
			change := corner
			if x != y {
				change++
			}
			corner = row[j+1]
			row[j+1] = min(change, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(b)]
}

// A wayCount counts the texts of a group that were changed and are not right, by where they
// went.
type wayCount struct {
	name                       string
	texts, nearer, same, worse int
}

func (c *wayCount) add(t trial) {
	c.texts++
	switch {
	case t.outcome == trialRight || t.outcome == trialLeft:
	case t.approach > 0:
		c.nearer++
	case t.approach == 0:
		c.same++
	default:
		c.worse++
	}
}

func printWays(w io.Writer, groups []wayCount) {
	fmt.Fprint(w, "\n## Made worse\n\nTexts that were changed and are not right: *nearer* to the text that was meant than before, by the runes to put in, take out or\n"+
		"change, as *far*, or *worse*.\n\n| damage | texts | nearer | as far | worse | % worse |\n| --- | ---: | ---: | ---: | ---: | ---: |\n")
	all := wayCount{name: "**all**"}
	row := func(c wayCount) {
		share := "–"
		if c.texts > 0 {
			share = fmt.Sprintf("%.2f", 100*float64(c.worse)/float64(c.texts))
		}
		fmt.Fprintf(w, "| %s | %d | %d | %d | %d | %s |\n", c.name, c.texts, c.nearer, c.same, c.worse, share)
	}
	for _, c := range groups {
		row(c)
		all.texts += c.texts
		all.nearer += c.nearer
		all.same += c.same
		all.worse += c.worse
	}
	row(all)
}
