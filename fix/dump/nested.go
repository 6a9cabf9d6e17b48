package dump

// maxNesting is how deep values may stand in values: serialized text in a
// string of JSON in a serialized array … Each level is read once for itself, so
// this also bounds the time. What is nested deeper stays as it is.
const maxNesting = 8

// A textFunc says what becomes of a text.
type textFunc struct {
	do      func(text string, as role) string
	repairs bool // it may be asked again, see [Repairs]
}

// of returns what becomes of a text by itself.
func (f textFunc) of(text string) string { return f.do(text, asText) }

// A role is what a text is to the value that it stands in.
type role int

const (
	asText    role = iota // a text by itself
	asContext             // all of the value, for what its strings tell of each other
	asKey                 // a key of JSON: it is only looked at
)

// repairNested repairs a value that stands in another one: a string of
// serialized PHP or of JSON, which may again be either.
func repairNested(text string, f textFunc, depth int) string {
	out, _ := repairText(text, f, depth)
	return out
}

// repairText repairs a value by f: the strings of JSON or of serialized PHP,
// all of any other text. Not ok means that there is a serialized value in it
// that cannot be read, repaired or not, and that it stays as it is. JSON comes
// first: quotes of serialized values in its strings are escaped.
func repairText(text string, f textFunc, depth int) (out string, ok bool) {
	if len(text) < minNested {
		return betweenNULs(text, f), true
	}
	deeper := f
	if depth >= maxNesting {
		deeper = textFunc{do: func(s string, _ role) string { return s }}
	}
	repair := func(text string) (string, bool, bool) {
		if out, ok := repairJSON(text, deeper, depth); ok {
			return out, true, true
		}
		out, state := repairPHP(text, deeper, depth)
		return out, state != phpNone, state != phpBroken
	}
	out, nested, ok := repair(text)
	if !nested {
		return betweenNULs(text, f), true
	}
	// Strings are judged in sight of others, and those are repaired now.
	for round := 1; f.repairs && depth == 0 && out != text && round < maxRounds; round++ {
		text = out
		out, _, _ = repair(text)
	}
	return out, ok
}

// maxRounds is how often a value with others in it is repaired until nothing
// changes any more. The second time nearly always is the last.
const maxRounds = 4

// minNested, in bytes, is the length of the shortest values with a text in
// them: {"":""} or s:1:"x";
const minNested = 7
