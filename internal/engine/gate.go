package engine

import "github.com/unbake/unbake/internal/scan"

// Suspicious tells whether text, which is one cell or more, whole, may hold
// damage. It is a cheap gate: where it says no there is none. It allocates nothing.
func Suspicious[T string | []byte](text T) bool { return scan.Suspicious(text) }
