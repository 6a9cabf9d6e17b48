// Package detect says what is wrong with a text, and leaves it as it is; what
// it should be is for package fix.
//
// Start with [Suspicious], a cheap gate, and [Spans], which lists the spans
// that were decoded with the wrong encoding and what speaks for it. [Charset]
// is for bytes that are not UTF-8: it says which legacy page they are in.
//
// What can go wrong: a few bytes may fit several readings. Then the verdict
// is [Likely] or [Lost] and the confidence is low; nothing is guessed silently.
//
// The same input gives the same answer, on every machine but for the last digits of a confidence, and in any order of
// calls. All functions are safe for many goroutines; none keeps or changes
// its argument.
package detect

import (
	"github.com/unbake/unbake/internal/cells"
	"github.com/unbake/unbake/internal/engine"
)

// A Span is a run of the input, from Start to before End, in bytes.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// A Reading is one way to understand damaged text.
type Reading struct {
	// After is the text that was meant.
	After string `json:"after"`
	// Path names the layers of damage, oldest first, joined by ">":
	// "utf-8>windows-1252>windows-1252" was UTF-8, read twice as windows-1252.
	Path string `json:"path"`
	// Losses names what happened to the text besides, in a fixed order:
	// "dropped-byte", "question-mark", "replacement-character", "nbsp-to-space", …
	Losses []string `json:"losses,omitempty"`
	// Confidence is the probability that this reading is right, 0 to 1.
	Confidence float64 `json:"confidence"`
}

// A Finding is a span that looks damaged, and what speaks for it.
type Finding struct {
	Span
	// Before is the text of the span as it stands.
	Before string `json:"before"`
	// Verdict says how sure the best reading is.
	Verdict Verdict `json:"verdict"`
	// Readings are the ways to understand the span, best first. There is none
	// where the text only shows that something was lost.
	Readings []Reading `json:"readings,omitempty"`
}

// Suspicious tells whether text may hold damage. It is a cheap gate that
// allocates nothing: where it says no there is none, and [Spans] finds nothing.
// Where it says yes there need not be any: it takes more to see that
// "Её" is clean.
func Suspicious[T string | []byte](text T) bool { return engine.Suspicious(text) }

// Spans returns the spans of text that look damaged, in order and without
// overlaps. It judges the text cell by cell, as fix.Explain does by default;
// fix repairs the [Certain] ones. Input with a NUL in its first 8 KiB is taken
// for binary, and nothing is found in it.
func Spans[T string | []byte](text T) []Finding {
	var out []Finding
	cells.Each(text, func(start, end int) {
		if !engine.Suspicious(text[start:end]) {
			return
		}
		cell := string(text[start:end])
		for _, x := range standard.Cell(cell) {
			out = append(out, finding(cell, start, x))
		}
	})
	return out
}

var standard = engine.New(engine.Options{})

// finding puts what the engine found in a cell, which starts at byte start of
// the text, into our words.
func finding(cell string, start int, x engine.Finding) Finding {
	f := Finding{
		Span:    Span{start + x.Start, start + x.End},
		Before:  cell[x.Start:x.End],
		Verdict: Verdict(x.Verdict),
	}
	for _, r := range x.Readings {
		f.Readings = append(f.Readings, Reading{After: r.After, Path: r.Path, Losses: r.Losses.Names(), Confidence: r.Confidence})
	}
	return f
}
