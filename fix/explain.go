package fix

import (
	"encoding/json"
	"errors"
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
	Input    string    `json:"-"` // what [Explanation.Apply] is to be given again
	Repairs  []Repair  `json:"repairs"`
	Suspects []Suspect `json:"suspects"`
}

// ErrOtherText is returned by [Explanation.Apply] for a text that the explanation is not of.
var ErrOtherText = errors.New("fix: the explanation is of another text")

// Apply returns input with the repairs spliced in, input itself if there are none. Input is the text that was explained, which
// JSON leaves out; for another one, in which the repairs have not their place, the error is ErrOtherText.
func (e Explanation) Apply(input string) (string, error) {
	done := 0
	for _, r := range e.Repairs {
		if r.Start < done || r.End < r.Start || r.End > len(input) || input[r.Start:r.End] != r.Before {
			return input, ErrOtherText
		}
		done = r.End
	}
	return splice(input, e.Repairs), nil
}

// MarshalJSON writes lists that are empty as such.
func (e Explanation) MarshalJSON() ([]byte, error) {
	type plain Explanation
	if e.Repairs == nil {
		e.Repairs = []Repair{}
	}
	if e.Suspects == nil {
		e.Suspects = []Suspect{}
	}
	return json.Marshal(plain(e))
}

// repaired returns what was explained with the repairs spliced in.
func (e *Explanation) repaired() string { return splice(e.Input, e.Repairs) }

func splice(text string, repairs []Repair) string {
	if len(repairs) == 0 {
		return text
	}
	var b strings.Builder
	done := 0
	for _, r := range repairs {
		b.WriteString(text[done:r.Start])
		b.WriteString(r.After)
		done = r.End
	}
	b.WriteString(text[done:])
	return b.String()
}
