package engine

import "github.com/unbake/unbake/internal/codec"

// definedPrice, in nats, is added where U+FFFD is to stand for a byte that the
// page has a rune for: decoders write it for undefined bytes alone.
const definedPrice = 7

// sparedPrice, in nats, is added where others of those runes stand in the cell unharmed.
const sparedPrice = 12

// spared tells whether the cell holds a rune that codec c has at 80..9F and
// ISO-8859-1 does not: then the text was never forced into ISO-8859-1, and a
// question mark stands for an undefined byte alone.
func (s *search) spared(c codec.ID) bool {
	l := &s.lossy
	if l.asked&c.Set() == 0 {
		l.asked |= c.Set()
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
// windows-1252 lacks. Of trails some half are such bytes: each sequence that is whole without one speaks for that, by wholeSays
// nats, and so does each lead that lost its trail, since windows-1252 lacks but five of them, by leadSays. strippedEnough is how much
// must: programs that do so are fewer than those that drop what a page lacks.
const (
	wholeSays      = 0.6
	leadSays       = 1.7
	strippedEnough = 7
)

// stripped tells whether controls were thrown away, so that what is left of a sequence may be any of 32 runes.
func (s *search) stripped() bool {
	l := &s.lossy
	if l.stripped == 0 {
		if l.stripped = -1; !s.spared(codec.Windows1252) && strippedNats(s.views[0].items) >= strippedEnough {
			l.stripped = 1
		}
	}
	return l.stripped > 0
}

// strippedNats is what the runes of a cell say for that.
func strippedNats(items []item) (nats float32) {
	for i := 0; i < len(items); i++ {
		r := items[i].r
		switch _, n := sequence(items, i, codec.Windows1252); {
		case n > 0:
			nats += wholeSays
			i += n - 1
		case 0xC2 <= r && r <= 0xDF:
			nats += leadSays
		case control(r):
			return 0 // they are there
		}
	}
	return nats
}
