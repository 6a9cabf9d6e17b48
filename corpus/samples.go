package corpus

import "slices"

// A Sample is a short text to damage, or to leave alone.
type Sample struct {
	// Lang is the BCP 47 tag of the language; "zxx" for text in none.
	Lang string
	// Text is correct as it stands.
	Text string
	// Trap is "" for ordinary text. Otherwise Text looks damaged, or is unlike
	// the texts that models learn from, and Trap says how. It must be left alone.
	Trap string
}

// Samples returns texts written for this package: two or three for each of
// forty-odd languages, with accents, quotes, dashes and prices, then the traps.
// The slice is the caller's; order and texts are the same in every call.
func Samples() []Sample {
	return slices.Concat(latinSamples, otherSamples, traps)
}
