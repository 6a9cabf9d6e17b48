package engine

import "github.com/unbake/unbake/internal/scan"

// Suspicious tells whether text, which is one cell or more, whole, may hold
// damage. It is a cheap gate: where it says no there is none. It allocates nothing.
func Suspicious[T string | []byte](text T) bool { return scan.Suspicious(text) }

// Clean returns how many bytes at the front of text, which is one cell or more, whole,
// hold no damage that e would find: as [Suspicious] has it, and none beyond ASCII where pairs
// of legacy pages are known to be at work, whose single letters look like any text.
func Clean[T string | []byte](e *Engine, text T) int {
	n := scan.Clean(text)
	if e.opt.knownPairs.empty() {
		return n
	}
	return min(n, scan.ASCII(text))
}

// CleanText is [Clean] for text that may hold bytes that are not UTF-8: it stops before them, too.
func CleanText(e *Engine, text []byte) int {
	n := scan.CleanText(text)
	if e.opt.knownPairs.empty() {
		return n
	}
	return min(n, scan.ASCII(text))
}
