package fix

import (
	"fmt"
	"strings"
)

// A Span is a run of the input, from Start to before End, in bytes.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// A Verdict says how sure a reading of damaged text is.
type Verdict int

const (
	// Certain readings are repaired by default.
	Certain Verdict = iota
	// Likely readings are suspects, repaired with [Level](Likely).
	Likely
	// Lost text is damaged, but bytes are gone and the text does not say
	// which. It is reported with what could have stood there, and left.
	Lost
)

var verdictNames = [...]string{Certain: "certain", Likely: "likely", Lost: "lost"}

// String returns "certain", "likely" or "lost".
func (v Verdict) String() string {
	if v < 0 || int(v) >= len(verdictNames) {
		return "unknown"
	}
	return verdictNames[v]
}

// MarshalText returns the word that String does, so that JSON holds words. It
// fails for a value that is no verdict.
func (v Verdict) MarshalText() ([]byte, error) {
	if v < 0 || int(v) >= len(verdictNames) {
		return nil, fmt.Errorf("fix: verdict %d: not known", int(v))
	}
	return []byte(verdictNames[v]), nil
}

// UnmarshalText reads what MarshalText wrote.
func (v *Verdict) UnmarshalText(text []byte) error {
	for i, name := range verdictNames {
		if string(text) == name {
			*v = Verdict(i)
			return nil
		}
	}
	return fmt.Errorf("fix: verdict %q: want certain, likely or lost", text)
}

// A Reading is one way to understand damaged text.
type Reading struct {
	// After is the text that was meant.
	After string `json:"after"`
	// Path names the layers of damage, oldest first, joined by ">":
	// "utf-8>windows-1252>windows-1252" was UTF-8, read twice as windows-1252.
	Path string `json:"path"`
	// Losses names what happened to the text besides, in order of name:
	// "dropped-byte", "question-mark", "replacement-character", "nbsp-to-space", …
	Losses []string `json:"losses,omitempty"`
	// Confidence is the probability that this reading is right, 0 to 1.
	Confidence float64 `json:"confidence"`
}

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
