package dump

// inContext repairs the strings of a serialized value with all of the value in
// sight: of several short strings of one program each may be too little to tell
// by itself what it was. It returns nil where f finds nothing, or changes what
// is no string.
func inContext(value string, part phpPart, f func(string) string) []string {
	repaired := betweenNULs(value, f)
	if repaired == value {
		return nil
	}
	all := edits(value, repaired)
	out := make([]string, len(part.strings))
	for i, s := range part.strings {
		start, end := s.start-part.start, s.end-part.start
		var b []byte
		for len(all) > 0 && all[0].start >= start && all[0].end <= end {
			b = append(b, value[start:all[0].start]...)
			b = append(b, all[0].text...)
			start = all[0].end
			all = all[1:]
		}
		out[i] = string(append(b, value[start:end]...))
	}
	if len(all) > 0 {
		return nil
	}
	return out
}

// isLeaf tells whether no other value stands in a string.
func isLeaf(text string) bool {
	if _, state := phpParts(text); state != phpNone {
		return false
	}
	_, ok := jsonTokens(text)
	return !ok
}
