package dump

import (
	"bytes"

	"github.com/unbake/unbake/internal/scan"
)

// gateLength, in bytes, is how much text is tested at once: much more than what a
// test costs by itself, and little enough to stay in the nearest caches.
const gateLength = 32 << 10

// A gate has the texts of many cells tested at once by the option [Clean], each
// with a line end behind it: most cells of most dumps leave there, before a string
// is made of them, and the test is at its best with much text.
type gate struct {
	clean func(text []byte) int
	text  []byte
	cells []gated
}

// A gated is a cell whose text is in the gate.
type gated struct {
	spot *spot
	end  int // of its text there
}

// pass sets clean in the spots of b with which nothing is to be done.
func (g *gate) pass(b *batch) {
	for i := range b.spots {
		s := &b.spots[i]
		if !s.whole() {
			continue
		}
		start := len(g.text)
		raw := b.data[s.start:s.end]
		if s.plain {
			g.text = append(g.text, raw...)
		} else {
			g.text = s.spell.decode(g.text, raw)
		}
		if beginsJSON(g.text[start:]) {
			g.text = g.text[:start]
			continue
		}
		g.text = append(g.text, '\n')
		g.cells = append(g.cells, gated{s, len(g.text)})
		if len(g.text) >= gateLength {
			g.test()
		}
	}
	g.test()
}

// whole tells whether all that may become of a cell shows in its text. It does not
// where parts of it are handed out each by itself, since one may be damaged by
// itself and not in the text, nor where something else is to be done than to repair.
func (s *spot) whole() bool {
	c := s.col
	return c != nil && !s.part && !s.names.foreign() && !c.array && !c.set
}

// test sets clean in the spots of the cells in the gate, and empties it.
func (g *gate) test() {
	cells, done := g.cells, 0
	for len(cells) > 0 {
		end := done + g.clean(g.text[done:])
		for len(cells) > 0 && cells[0].end <= end {
			cells[0].spot.clean = true
			cells = cells[1:]
		}
		if len(cells) > 0 { // it is in this one
			done = cells[0].end
			cells = cells[1:]
		}
	}
	g.withdraw()
	clear(g.cells)
	g.text, g.cells = g.text[:0], g.cells[:0]
	if cap(g.text) > 8*gateLength { // one long literal must not be paid for ever
		g.text = nil
	}
}

// withdraw unsets clean in the spots of texts that may have values in them, see
// repairText: PHP, what stands between NULs. JSON did not come so far.
func (g *gate) withdraw() {
	k := 0
	for i := nested(g.text, 0); i < len(g.text); i = nested(g.text, g.cells[k].end) {
		for g.cells[k].end <= i {
			k++
		}
		g.cells[k].spot.clean = false
	}
}

// nested returns the first place in text, from i on, at which there is a NUL or a
// value of serialized PHP may be, s:5:"…" or a:1:{…}; len(text) if there is none.
func nested(text []byte, i int) int {
	for ; i < len(text); i++ {
		n, _ := scan.Seek(text[i:], 0, ':', ':')
		if i += n; i < len(text) && (text[i] == 0 || text[i+1] == '"' || text[i+1] == '{') { // a line end is last
			break
		}
	}
	return i
}

// beginsJSON tells whether text may be JSON.
func beginsJSON(text []byte) bool {
	for _, c := range text {
		switch c {
		case ' ', '\t', '\r', '\n':
		case '{', '[', '"':
			return true
		default:
			return false
		}
	}
	return false
}

// cleanTest is the test of the option, with what other options ask for besides.
func (c *config) cleanTest() func(text []byte) int {
	if c.clean == nil || !c.entities {
		return c.clean
	}
	return func(text []byte) int {
		if i := bytes.IndexByte(text, '&'); i >= 0 {
			text = text[:bytes.LastIndexByte(text[:i], '\n')+1]
		}
		return c.clean(text)
	}
}

// newGate returns a gate by the option [Clean]; nil if there is none.
func (c *config) newGate() *gate {
	if c.clean == nil {
		return nil
	}
	return &gate{clean: c.cleanTest()}
}
