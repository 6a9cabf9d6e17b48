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

// goneLists are, by codec and by whether it is the smaller variant, what it loses whole.
var goneLists [64][2]struct {
	once  sync.Once
	runes []rune
}

// goneRunes returns the letters of two bytes that a codec has no pair for, the commonest first.
func goneRunes(c codec.ID, strict bool) []rune {
	l := &goneLists[c][0]
	if strict {
		l = &goneLists[c][1]
	}
	l.once.Do(func() {
		m, known := lm.Default(), endings()
		for r := rune(0x80); r < 0x800; r++ {
			var b [utf8.UTFMax]byte
			utf8.EncodeRune(b[:], r)
			if known.block(r>>6)&(1<<(r&63)) != 0 && m.Script(m.Sym(r)) != 0 && codec.Fails(c, b[0], b[1], strict) {
				l.runes = append(l.runes, r)
			}
		}
		slices.SortFunc(l.runes, func(a, b rune) int {
			return cmp.Or(cmp.Compare(m.Alone(m.Sym(a)), m.Alone(m.Sym(b))), cmp.Compare(a, b))
		})
	})
	return l.runes
}

// scriptSet is a set of scripts, by the numbers of the model.
type scriptSet uint64

func (s *search) scriptBit(r rune) scriptSet {
	if n := s.model.Script(s.model.Sym(r)); n != 0 {
		return 1 << (n & 63)
	}
	return 0
}

// shown returns the scripts of the letters that a codec's characters in the cell are, nothing of them being
// lost.
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
					set |= d.s.scriptBit(r)
				}
			}
		}
	}
	return set
}

// maxGoneReadings is how many of them, the cheapest where they stand, the search has to choose from.
const maxGoneReadings = 6

// maxGone bounds the letters that are tried: Big5 loses 90 of Latin, in small letters and capitals.
const maxGone = 120

// gone returns what a mark at the start of the segment, nothing else being in it, may stand for: letters of the
// writing beside it.
func (d *doubleReader) gone(to int32) (out []rune) {
	if d.items[d.from].r != utf8.RuneError {
		return nil
	}
	scripts := d.scripts
	before, after := d.asciiLetter(d.from-1), d.asciiLetter(to)
	switch {
	case scripts == 0:
		return nil
	case before || after:
		scripts = d.s.scriptBit('a')
	case !d.pageRune(d.from-1) && !d.pageRune(to):
		return nil
	}
	for _, r := range goneRunes(d.c, d.strict) {
		if d.s.scriptBit(r)&scripts != 0 {
			if out = append(out, r); len(out) == maxGone {
				break
			}
		}
	}
	return out
}

// asciiLetter tells whether a letter of ASCII stands at a place.
func (d *doubleReader) asciiLetter(p int32) bool {
	return p >= 0 && int(p) < len(d.items) && d.items[p].r < utf8.RuneSelf && d.s.letter(d.items[p].r)
}

// pageRune tells whether what only double-byte pages have stands at a place, or something that was lost.
func (d *doubleReader) pageRune(p int32) bool {
	return p >= 0 && int(p) < len(d.items) && d.items[p].r >= beyondCJK
}
