package dump

import "strings"

// inContext repairs the strings of a serialized value or of JSON with all of
// the value in sight: of several short strings of one program each may be too
// little to tell by itself what it was. It returns nil where f finds nothing,
// or changes what is no string.
func inContext(value string, texts []span, f textFunc) []string {
	if !f.repairs {
		return nil
	}
	repaired := betweenNULs(value, textFunc{do: func(s string, _ role) string { return f.do(s, asContext) }})
	if repaired == value {
		return nil
	}
	all := edits(value, repaired)
	out := make([]string, len(texts))
	for i, s := range texts {
		var b []byte
		for len(all) > 0 && all[0].start >= s.start && all[0].end <= s.end {
			b = append(b, value[s.start:all[0].start]...)
			b = append(b, all[0].text...)
			s.start = all[0].end
			all = all[1:]
		}
		out[i] = string(append(b, value[s.start:s.end]...))
	}
	if len(all) > 0 {
		return nil
	}
	return out
}

// jsonInContext is inContext for JSON: for strings, before, that were left as
// they are and that have no escapes, nor need any.
func jsonInContext(text string, tokens []jsonToken, f textFunc, before, after []string) (changed bool) {
	texts := make([]span, len(tokens))
	for i, t := range tokens {
		texts[i] = span{t.start, t.end}
	}
	for i, s := range inContext(text, texts, f) {
		if s != before[i] && after[i] == before[i] && !tokens[i].key && !strings.Contains(before[i], `\`) &&
			strings.IndexFunc(s, isControl) < 0 && !strings.ContainsAny(s, `"\`) && isLeaf(before[i]) {
			after[i], changed = s, true
		}
	}
	return changed
}

// isLeaf tells whether no other value stands in a string.
func isLeaf(text string) bool {
	if _, state := phpParts(text); state != phpNone {
		return false
	}
	_, ok := jsonTokens(text)
	return !ok
}
