package detect

import "fmt"

// A Verdict says how sure a reading of damaged text is.
type Verdict int

const (
	// Certain readings are what fix repairs by default.
	Certain Verdict = iota
	// Likely readings are suspects, which fix repairs when asked to.
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
		return nil, fmt.Errorf("detect: verdict %d: not known", int(v))
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
	return fmt.Errorf("detect: verdict %q: want certain, likely or lost", text)
}
