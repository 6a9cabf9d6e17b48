package engine

import (
	"strings"

	"github.com/unbake/unbake/internal/codec"
)

// definedPrice, in nats, is added where U+FFFD is to stand for a byte that the
// page has a rune for: decoders write it for undefined bytes alone.
const definedPrice = 7

// sparedPrice, in nats, is added where others of those runes stand in the cell unharmed.
const sparedPrice = 12

// spared tells whether the cell holds a rune that codec c has at 80..9F and
// ISO-8859-1 does not: then the text was never forced into ISO-8859-1, and a
// question mark stands for an undefined byte alone. So it was where another tool has repaired what was whole, bytes of 80..9F among that.
func (s *search) spared(c codec.ID) bool {
	l := &s.lossy
	if l.asked&c.Set() == 0 {
		l.asked |= c.Set()
		if c == codec.Windows1252 && s.repairedWhole() {
			l.spared |= c.Set()
		}
		for i := range s.views[0].items {
			r := s.views[0].items[i].r
			if r <= 0xFF {
				continue
			}
			if b, ok := codec.ByteOf(c, r); ok && b >= 0x80 && b < 0xA0 {
				l.spared |= c.Set()
				break
			}
		}
	}
	return l.spared&c.Set() != 0
}

// Where a program took text for ISO-8859-1 and threw its controls away, any byte of 80..9F may be missing, not only those that
// windows-1252 lacks. Each sequence that is whole without one speaks for that, by wholeSays, and so does each lead that lost its
// trail, by lostSays. strippedEnough is how much must, in nats: programs that drop what a page lacks are as many.
const strippedEnough = 3

// wholeSays is, in nats, what a whole sequence says that begins with a lead: minus the log of how many of the characters in text that do
// have no byte of 80..9F.
func wholeSays(lead byte) float32 {
	switch {
	case lead <= 0xC3:
		return 0.05 // small letters of the West
	case lead == 0xD0 || lead == 0xCE:
		return 0.35 // small letters of Cyrillic and Greek, the first half
	case lead == 0xD1 || lead == 0xCF:
		return 1.5 // the second half
	case lead <= 0xE0:
		return 0.6
	}
	return 1.2
}

// lostSays is, in nats, what a lead says that lost its trail: the log of how many of the letters that it begins have a byte of 80..9F,
// for each that has one of the five that windows-1252 lacks. Of C4 those are its commonest, ā and č.
func lostSays(lead rune) float32 {
	if lead == 'Ä' {
		return 0.3
	}
	return 1.7
}

// Whether controls were thrown away.
const (
	intact = 1 + iota // they are there, or what windows-1252 has for them
	mayBeStripped
	stripped
)

// strippedBy tells whether what the layers of a path give lost its controls.
func (s *search) strippedBy(path pathKey) int8 {
	l := &s.lossy
	v := s.viewOf(path)
	if v < 0 {
		return intact
	}
	for len(l.stripped) <= v {
		l.stripped = append(l.stripped, 0)
	}
	if l.stripped[v] == 0 {
		l.stripped[v] = strippedAs(s.views[v].items, v > 0)
	}
	return l.stripped[v]
}

// viewOf is the number of the view that the layers of a path give, -1 if there is none.
func (s *search) viewOf(path pathKey) int {
	for v := range s.views {
		if keyOf(s.views[v].path) == path {
			return v
		}
	}
	return -1
}

// Of what may be missing the letters up to lastLetter and the marks and signs that windows-1252 has are told apart by what stands
// around them; the letters of Vietnamese behind them and some thousand symbols are not.
const (
	lastLetter = 0x24F
	print1252  = "–—‘’‚“”„†‡•…‰‹›€™"
)

// anyOf32 tells whether a cluster is of writing that controls were thrown away of as a rule, so that any of 32 bytes may be missing, in
// most of its words several: of all but Latin half the letters have such bytes, and the search has but some of the readings.
func (s *search) anyOf32(c *cluster) bool {
	p := &s.paths[c.path]
	if p.kind != kindBaked || p.key == 0 || p.key.last() != codec.Windows1252 ||
		c.lost&(LossDropped|LossControls|LossQuestion|LossReplacement) == 0 ||
		s.withinWriting(c) && s.spared(codec.Windows1252) {
		return false
	}
	if c.lost&LossControls == 0 {
		if s.strippedBy(p.key.outer()) != stripped {
			return false
		}
		if c.lost&LossDropped != 0 {
			return true
		}
	}
	latin := s.model.Script(s.model.Sym('a'))
	for _, e := range c.edges {
		for _, r := range s.output(&s.edges[e]) {
			if script := s.model.Script(s.model.Sym(r)); script != 0 && script != latin || r > lastLetter && !strings.ContainsRune(print1252, r) {
				return true
			}
		}
	}
	return false
}

// strippedAs is strippedBy for the items of a view; below a layer those count that it read.
func strippedAs(items []item, below bool) int8 {
	var nats float32
	done := 0 // the end of what is whole
	for i := range items {
		r := items[i].r
		if r < 0x80 || below && !items[i].decoded {
			continue
		}
		b, ok := codec.ByteOf(codec.Windows1252, r)
		if ok && control(rune(b)) {
			return intact
		}
		if i < done {
			continue
		}
		if _, n := sequence(items, i, codec.Windows1252); n > 0 {
			nats += wholeSays(b)
			done = i + n
		} else if 0xC2 <= r && r <= 0xDF {
			nats += lostSays(r)
		} else if r == 'â' && i+1 < len(items) && items[i+1].r == 0xFFFD {
			return stripped // 80, which windows-1252 has, stands behind E2 in text
		}
	}
	if nats < strippedEnough {
		return mayBeStripped
	}
	return stripped
}
