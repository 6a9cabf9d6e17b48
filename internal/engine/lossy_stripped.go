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

// strippedPrice, in nats, is added where a byte 80..9F is to be missing that windows-1252 has a rune for: a program took the text for
// ISO-8859-1, and threw its controls away. Of trails some half are such bytes: each sequence that is whole without one speaks for that,
// and each lead that lost its trail, since windows-1252 lacks but five of them. It is for cells that hold none of those runes.
func (s *search) strippedPrice() float32 {
	l := &s.lossy
	if l.stripped >= 0 {
		return l.stripped
	}
	items := s.views[0].items
	l.stripped = definedPrice
	for i := 0; i < len(items); i++ {
		if _, n := sequence(items, i, codec.Windows1252); n > 0 {
			l.stripped -= wholeSays
			i += n - 1
		} else if 0xC2 <= items[i].r && items[i].r <= 0xDF {
			l.stripped -= leadSays
		} else if control(items[i].r) {
			l.stripped = definedPrice // which are there
			return l.stripped
		}
	}
	l.stripped = max(l.stripped, 0)
	return l.stripped
}

// What a whole sequence, and a lead without a trail, say for controls thrown away, in nats.
const (
	wholeSays = 0.6
	leadSays  = 1.7
)
