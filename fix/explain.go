package fix

import (
	"strings"

	"github.com/unbake/unbake/detect"
)

// A Span is a run of the input, from Start to before End, in bytes.
type Span = detect.Span

// A Reading is one way to understand damaged text: what was meant, the path of
// the damage, the losses, and the probability that it is right.
type Reading = detect.Reading

// A Verdict says how sure a reading of damaged text is. In JSON it is a word.
type Verdict = detect.Verdict

const (
	// Certain readings are repaired by default.
	Certain = detect.Certain
	// Likely readings are suspects, repaired with [Level](Likely).
	Likely = detect.Likely
	// Lost text is damaged, but bytes are gone and the text does not say
	// which. It is reported with what could have stood there, and left.
	Lost = detect.Lost
)

// A Repair is a span of damaged text and what it becomes.
type Repair struct {
	Span
	// Before is the text of the span as it stands.
	Before string `json:"before"`
	Reading
	// Next is the second best reading, if there was one worth a mention.
	Next *Reading `json:"next,omitempty"`
}

// A Suspect is a span that looks damaged and is left as it is.
type Suspect struct {
	Span
	Before  string  `json:"before"`
	Verdict Verdict `json:"verdict"`
	// Candidates are the readings that came into question, best first.
	Candidates []Reading `json:"candidates,omitempty"`
}

// An Explanation says what is wrong with a text: repairs, which are made, and
// suspects, which are not. Spans do not overlap and stand in order.
type Explanation struct {
	Input    string    `json:"-"`
	Repairs  []Repair  `json:"repairs"`
	Suspects []Suspect `json:"suspects"`
}

// Apply returns the input with the repairs spliced in; the input itself if
// there are none.
func (e Explanation) Apply() string {
	if len(e.Repairs) == 0 {
		return e.Input
	}
	var b strings.Builder
	done := 0
	for _, r := range e.Repairs {
		b.WriteString(e.Input[done:r.Start])
		b.WriteString(r.After)
		done = r.End
	}
	b.WriteString(e.Input[done:])
	return b.String()
}
