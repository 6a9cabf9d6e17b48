package dump

// maxNesting is how deep values may stand in values: serialized text in a
// string of JSON in a serialized array … Each level is read once for itself, so
// this also bounds the time. What is nested deeper stays as it is.
const maxNesting = 8

// repairNested repairs a value that stands in another one: a string of
// serialized PHP or of JSON, which may again be either.
func repairNested(text string, f func(string) string, depth int) string {
	if len(text) < minNested {
		return betweenNULs(text, f)
	}
	deeper := f
	if depth >= maxNesting {
		deeper = func(s string) string { return s }
	}
	if out, state := repairPHP(text, deeper, depth); state != phpNone {
		return out
	}
	if out, ok := repairJSON(text, deeper, depth); ok {
		return out
	}
	return betweenNULs(text, f)
}

// minNested, in bytes, is the length of the shortest values with a text in
// them: {"":""} or s:1:"x";
const minNested = 7
