package engine

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/scan"
)

// What a tool leaves that repairs each character which can be read whole are those that lost bytes, in the middle of words that are right:
// `иÑ�точник`. A letter of Latin writing stands nowhere else in a word of Cyrillic before U+FFFD, and what it was are a few letters.

// withinDoubt, in nats, is what a reading within its writing must be ahead of the next one, for evens.
const withinDoubt = 1

// withinWriting tells whether a cluster lost bytes and touches letters of the writing that it becomes, of which nothing is in what stands there. Where
// a space is to have been such a byte it may as well part words.
func (s *search) withinWriting(c *cluster) bool {
	w := s.writingOfReading(c)
	if w == scan.NoWriting || c.lost == 0 || c.lost&LossSpace != 0 || s.paths[c.path].depth != 1 {
		return false
	}
	for _, it := range s.views[0].items[c.from:c.to] {
		if scan.WritingOfRune(it.r) == w {
			return false
		}
	}
	is := func(r rune) bool { return scan.WritingOfRune(r) == w && r != lookAlikeMu }
	before, behind := is(s.runeAt(c.from-1)), is(s.runeAt(c.to))
	return behind || before && (c.lost&traces != 0 || !s.maybeTrail(c.to))
}

// lookAlikeMu is what µ, a trail, becomes where look-alikes are put for characters (NFKC).
const lookAlikeMu = 'μ'

// maybeTrail tells whether what stands at a place may be what a trail became where look-alikes were put: `3⁄4` for ¾, `a` for ª, a space and a mark for ¨.
func (s *search) maybeTrail(i int32) bool {
	r := s.runeAt(i)
	return r == lookAlikeMu || isASCIILetter(r) || '0' <= r && r <= '9' || unicode.Is(unicode.Mn, s.runeAt(i+1))
}

// normalized tells whether what stands at a place is, more surely, what look-alikes put for a trail (NFKC): `Ã³` is `Ã3` then, `â€™` is `â€TM`. Letters and
// combining marks are as often what comes next, and so is a figure behind what was a no-break space.
func (s *search) normalized(i int32) bool {
	r := s.runeAt(i)
	return '1' <= r && r <= '3' && s.runeAt(i-1) != 'Â' || r == 'T' && s.runeAt(i+1) == 'M'
}

// writingOfReading is the writing of what a cluster gives beyond ASCII, scan.NoWriting if there are several.
func (s *search) writingOfReading(c *cluster) (w scan.Writing) {
	for _, e := range c.edges {
		for _, r := range s.output(&s.edges[e]) {
			switch x := scan.WritingOfRune(r); {
			case r < 0x80:
			case x == scan.NoWriting || w != scan.NoWriting && x != w:
				return scan.NoWriting
			default:
				w = x
			}
		}
	}
	return w
}

// ownSign tells whether a cluster begins with the sign ×, or with a vowel that has a mark of stress where a word of Cyrillic was written with letters
// of Latin, `ПРÒСТИ`: it may be just that where nothing shows that a byte was lost, nor a known word.
func (s *search) ownSign(c *cluster) bool {
	return strings.ContainsRune("×ÒÓ", s.runeAt(c.from)) && c.loss&traces == 0 && !c.knownWord()
}

// repairedWhole tells whether another tool has repaired what could be read whole: a lead stands within its writing, and letters of this that
// windows-1252 reads from a byte which is a control in ISO-8859-1.
func (s *search) repairedWhole() bool {
	items := s.views[0].items
	var leads, whole scan.Writings
	for i := range items {
		leads = leads.With(leadWithin(items, i))
		if r := items[i].r; r > 0xFF && endsInControl(r) {
			whole = whole.With(scan.WritingOfRune(r))
		}
	}
	return leads&whole&^scan.Writings(0).With(scan.NoWriting) != 0
}

// endsInControl tells whether the last byte of a character is a control in ISO-8859-1 and none in windows-1252.
func endsInControl(r rune) bool {
	b := byte(r&0x3F) | 0x80
	return b < 0xA0 && !codec.Windows1252.Codec().Undefined(b)
}

// leadWithin is the writing of what begins with item i as windows-1252 has it, if it stands beside such; [scan.NoWriting] if not.
func leadWithin(items []item, i int) scan.Writing {
	w := scan.LeadOf(items[i].r)
	if i > 0 && scan.WritingOfRune(items[i-1].r) == w || writingBehind(items[i+1:]) == w {
		return w
	}
	return scan.NoWriting
}

// writingBehind is the writing of the first of three items that is of any, what may be trails, or stand for them, being before it.
func writingBehind(items []item) scan.Writing {
	for _, it := range items[:min(len(items), 3)] {
		if w := scan.WritingOfRune(it.r); w != scan.NoWriting {
			return w
		}
		if it.r < utf8.RuneSelf && it.r != '?' {
			break
		}
	}
	return scan.NoWriting
}
