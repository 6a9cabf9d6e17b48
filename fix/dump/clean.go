package dump

import "bytes"

// clean tells whether nothing is to be done with a spot, by the test that the
// option [Clean] gives: most cells of most dumps leave here, before a string is
// made of them. It says no where parts of the text are handed out each by
// itself, since one may be damaged by itself and not in the text, and where
// something else is to be done than to repair.
func (b *batch) clean(s *spot, clean func(text []byte) bool) bool {
	c := s.col
	if s.names.foreign() || c.unique || c.array || c.set {
		return false
	}
	text := b.data[s.start:s.end]
	if !s.plain && !s.spell.plain(text) {
		b.text = s.spell.decode(b.text[:0], text)
		text = b.text
	}
	return clean(text) && !mayNest(text)
}

// cleanTest is the test of the option, with what other options ask for besides.
func (c *config) cleanTest() func(text []byte) bool {
	if c.clean == nil || !c.entities {
		return c.clean
	}
	return func(text []byte) bool { return bytes.IndexByte(text, '&') < 0 && c.clean(text) }
}

// mayNest tells whether text may have values in it, see repairText: JSON, PHP,
// what stands between NULs.
func mayNest(text []byte) bool {
	if len(text) < minNested {
		return hasNUL(text)
	}
	if start := bytes.TrimLeft(text, jsonSpace); len(start) > 0 && bytes.IndexByte(jsonStarts, start[0]) >= 0 {
		return true
	}
	if hasNUL(text) {
		return true
	}
	for { // s:5:"…" or a:1:{…}
		i := bytes.IndexByte(text, ':')
		if i < 0 || i+1 == len(text) {
			return false
		}
		if text = text[i+1:]; text[0] == '"' || text[0] == '{' {
			return true
		}
	}
}

var jsonStarts = []byte(`{["`)
