package engine

import (
	"cmp"
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

// A character of two bytes that a double-byte page has no pair for leaves U+FFFD and nothing else:
// `dok�adnie`, `све�ло`. In a cell that shows the page it is one of some dozens of letters, those of
// the same writing that the page loses so, and the word around it tells which.

// goneLists are, by codec, by whether it is the smaller variant, and by how many bytes they have, what it may lose whole.
var goneLists [64][2][utf8.UTFMax]struct {
	once  sync.Once
	runes []rune
}

// goneRunes returns the characters of n bytes, two or three, of which a codec has no pair for the first two, the
// commonest first. Of those of three the rarer ones, Han above all, are left out.
func goneRunes(c codec.ID, strict bool, n int) []rune {
	l := &goneLists[c][0][n]
	if strict {
		l = &goneLists[c][1][n]
	}
	l.once.Do(func() {
		m := lm.Default()
		for _, r := range m.Known() {
			sym := m.Sym(r)
			if r < 0xA0 || utf8.RuneLen(r) != n || invisible(r) || n == 3 && m.Alone(sym) > rarestGone {
				continue
			}
			if b := string(r); codec.Fails(c, b[0], b[1], strict) {
				l.runes = append(l.runes, r)
			}
		}
		slices.SortFunc(l.runes, func(a, b rune) int {
			return cmp.Or(cmp.Compare(m.Alone(m.Sym(a)), m.Alone(m.Sym(b))), cmp.Compare(a, b))
		})
	})
	return l.runes
}

// rarestGone, in nats, is how rare a character of three bytes may be by itself of which nothing is left.
const rarestGone = 13

// scriptSet is a set of scripts, by the numbers of the model.
type scriptSet uint64

func (s *search) scriptBit(r rune) scriptSet {
	if n := s.model.Script(s.model.Sym(r)); n != 0 {
		return 1 << (n & 63)
	}
	return 0
}

// anySign is in the set of scripts where some sequence is whole, be it a letter or not.
const anySign scriptSet = 1

// shown returns the scripts of the letters that a codec's characters in the cell are, nothing of them being
// lost, and anySign if there are any.
func (d *doubleReader) shown(c codec.ID) (set scriptSet) {
	var seq []byte
	need := 0
	for i := range d.items {
		code := codec.CodeOf(c, d.items[i].r)
		if d.items[i].r < utf8.RuneSelf || code.N == 0 {
			need = 0
			continue
		}
		for _, b := range code.Bytes[:code.N] {
			switch {
			case isLead(b):
				seq, need = append(seq[:0], b), trailsOf(1<<(b&63))
				continue
			case need == 0 || !isTrail(b):
				need = 0
				continue
			}
			seq = append(seq, b)
			if need--; need == 0 {
				if r, n := utf8.DecodeRune(seq); n == len(seq) {
					set |= d.s.scriptBit(r) | anySign
				}
			}
		}
	}
	return set
}

// maxGoneReadings is how many of them, the cheapest where they stand, the search has to choose from: what follows tells
// as much as what went before.
const maxGoneReadings = 16

// maxGone bounds the characters that are tried: Big5 loses 90 letters of Latin, in small letters and capitals.
const maxGone = 120

// gone returns what marks at the start of the segment, nothing else being in it, may stand for: letters of the
// writing beside it, and signs.
func (d *doubleReader) gone(to int32) (out []rune) {
	if d.items[d.from].r != utf8.RuneError || d.scripts == 0 {
		return nil
	}
	scripts := d.scripts
	switch {
	case d.asciiLetter(d.from-1) || d.asciiLetter(to):
		scripts = d.s.scriptBit('a')
	case !d.pageRune(d.from-1) && !d.pageRune(to):
		scripts = 0
	}
	for _, r := range goneRunes(d.c, d.strict, len(d.bytes)) {
		bit := d.s.scriptBit(r)
		if bit != 0 && bit&scripts == 0 || !d.mayBe(r) {
			continue
		}
		if out = append(out, r); len(out) == maxGone {
			break
		}
	}
	return out
}

// mayBe tells whether the bytes of a rune are among those that the segment may have had.
func (d *doubleReader) mayBe(r rune) bool {
	b := string(r)
	for i := range d.bytes {
		if !d.bytes[i].set.has(b[i]) {
			return false
		}
		if d.habit == byteHabit && i > 0 && !codec.Fails(d.c, b[i-1], b[i], d.strict) {
			return false
		}
	}
	return d.pairsFail([]rune{r})
}

// asciiLetter tells whether a letter of ASCII stands at a place.
func (d *doubleReader) asciiLetter(p int32) bool {
	return p >= 0 && int(p) < len(d.items) && d.items[p].r < utf8.RuneSelf && d.s.letter(d.items[p].r)
}

// pageRune tells whether what only double-byte pages have stands at a place, or something that was lost.
func (d *doubleReader) pageRune(p int32) bool {
	return p >= 0 && int(p) < len(d.items) && d.items[p].r >= beyondCJK
}
