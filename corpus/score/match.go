package main

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/unbake/unbake/fix"
)

// right tells whether got is the answer to c.
//
// Where the answer known has U+FFFD for a character that was lost, a character in its
// place counts as right: the engine found out which. One character, for one
// was lost, and only where the text was changed: damage left as it is also has
// something in that place.
func right(c testCase, got string) bool {
	if equal(c, got) {
		return true
	}
	if got == c.in || !strings.ContainsRune(c.want, utf8.RuneError) {
		return false
	}
	return matchesLost(c.want, got) || matchesLost(layeredLoss.ReplaceAllString(c.want, "\uFFFD"), got)
}

// layeredLoss is one lost character that was baked twice, when only the inner
// layer came off: two lost and a sign between, as in "It\ufffd¢\ufffd\ufffds" for "It’s".
var layeredLoss = regexp.MustCompile(`\x{FFFD}[\p{S}\p{P}]\x{FFFD}+`)

func equal(c testCase, got string) bool {
	return got == c.want || (c.tidied && straight.Replace(got) == straight.Replace(c.want))
}

var straight = strings.NewReplacer("‘", "'", "’", "'", "“", `"`, "”", `"`)

// matchesLost tells whether got is want with each U+FFFD either kept or
// replaced by one other character.
func matchesLost(want, got string) bool {
	for want != "" && got != "" {
		w, n := utf8.DecodeRuneInString(want)
		g, m := utf8.DecodeRuneInString(got)
		if g == utf8.RuneError && m == 1 {
			return false // a byte that is not UTF-8 is no character
		}
		if w != g && w != utf8.RuneError {
			return false
		}
		want, got = want[n:], got[m:]
	}
	return want == "" && got == ""
}

// mostAnswers limits how many ways to choose among candidates are tried for one
// text. Cases are short: more than a few suspects mean that none is right.
const mostAnswers = 256

// suspected tells whether the answer is the text with its repairs and, for
// some of its suspects, one of their candidates.
func suspected(c testCase, ex fix.Explanation) bool {
	type edit struct {
		fix.Span
		choices []string
	}
	var edits []edit
	r := 0
	for _, s := range ex.Suspects {
		for ; r < len(ex.Repairs) && ex.Repairs[r].Start < s.Start; r++ {
			edits = append(edits, edit{ex.Repairs[r].Span, []string{ex.Repairs[r].After}})
		}
		choices := []string{s.Before}
		for _, cand := range s.Candidates {
			choices = append(choices, cand.After)
		}
		edits = append(edits, edit{s.Span, choices})
	}
	for ; r < len(ex.Repairs); r++ {
		edits = append(edits, edit{ex.Repairs[r].Span, []string{ex.Repairs[r].After}})
	}
	answers := []string{""}
	done := 0
	for _, e := range edits {
		var next []string
		for _, a := range answers {
			for _, choice := range e.choices {
				if len(next) < mostAnswers {
					next = append(next, a+ex.Input[done:e.Start]+choice)
				}
			}
		}
		answers, done = next, e.End
	}
	for _, a := range answers {
		if right(c, a+ex.Input[done:]) {
			return true
		}
	}
	return false
}
