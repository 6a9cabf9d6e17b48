package engine

import (
	"sync"
	"unicode"

	"github.com/unbake/unbake/internal/codec"
)

// A fold is a change of case that a cell went through after it was damaged: its
// letters, those that are no letters but bytes among them, are all of one case. Where
// case was not folded, each letter tells its byte.
type fold uint8

const (
	foldNone fold = iota
	foldLower
	foldUpper
	foldTitle // letters behind no letter are capitals, the others are not
)

// foldPrice, in nats, is paid by each letter that is taken for the other case of one
// in the page. The cell as a whole was folded, which is evidence by itself.
const foldPrice = 1.5

// foldedCodec is the page whose folded text is read: the one that people see most of.
// The others have letters for trails, as "РѓРёС“", and folded text of them is too
// much like clean text.
const foldedCodec = codec.Windows1252

// foldOf tells how the case of a cell was folded: what fits all letters that have a case.
func (s *search) foldOf() fold {
	var upper, lower, misplaced int
	before := false // a letter
	sure := true    // that programs agree on whether the next letter begins a word
	for i := range s.views[0].items {
		r := s.views[0].items[i].r
		switch {
		case r < 0:
		case unicode.IsUpper(r):
			upper++
			if before && sure {
				misplaced++
			}
		case unicode.IsLower(r) && unicode.ToUpper(r) != r:
			lower++
			if !before && sure {
				misplaced++
			}
		case before && withinWord(r):
			sure = false
			continue
		default:
			before, sure = unicode.IsLetter(r), !unicode.IsLetter(r)
			continue
		}
		before, sure = r >= 0, true
	}
	switch {
	case upper+lower == 0:
		return foldNone
	case upper == 0:
		return foldLower
	case lower == 0:
		return foldUpper
	case misplaced == 0:
		return foldTitle
	}
	return foldNone
}

// withinWord tells whether some programs take r, between letters, for a part of the word,
// as Unicode's Annex 29 does, and others, as Python, do not.
func withinWord(r rune) bool {
	switch r {
	case '\'', '’', '‘', '.', ':', '·', '_', '\u2027':
		return true
	}
	return unicode.IsDigit(r) || unicode.IsMark(r) || unicode.Is(unicode.Cf, r) || unicode.IsLetter(r)
}

// foldedBytes are, by rune, the bytes of foldedCodec whose runes become it when case is
// folded, less the byte that it is itself.
var foldedBytes = sync.OnceValue(func() *[foldTitle + 1]map[rune]byteSet {
	var out [foldTitle + 1]map[rune]byteSet
	for f := foldLower; f <= foldTitle; f++ {
		out[f] = map[rune]byteSet{}
	}
	add := func(f fold, r rune, b byte) {
		set := out[f][r]
		set.add(b)
		out[f][r] = set
	}
	for x := 0x80; x < 0x100; x++ {
		b := byte(x)
		r := foldedCodec.Codec().DecodeByte(b)
		if low := unicode.ToLower(r); low != r {
			add(foldLower, low, b)
			add(foldTitle, low, b)
		}
		if up := unicode.ToUpper(r); up != r {
			add(foldUpper, up, b)
			add(foldTitle, up, b)
		}
	}
	return &out
})

// foldedRune returns the bytes that a rune may have been before case was folded.
func (s *search) foldedRune(c codec.ID, r rune) (set byteSet) {
	if s.fold == foldNone || c != foldedCodec || r < 0x80 {
		return set
	}
	return foldedBytes()[s.fold][r]
}

// foldedPair tells whether item i, its case or that of the next one unfolded, may begin a sequence.
func (s *search) foldedPair(items []item, i int) bool {
	if s.fold == foldNone || i+1 == len(items) || items[i].r < 0x80 {
		return false
	}
	lead, trail := s.foldedRune(foldedCodec, items[i].r), s.foldedRune(foldedCodec, items[i+1].r)
	if lead[leadWord] == 0 && trail[trailWord] == 0 {
		return false
	}
	if b, ok := codec.ByteOf(foldedCodec, items[i].r); ok {
		lead.add(b)
	}
	if b, ok := codec.ByteOf(foldedCodec, items[i+1].r); ok {
		trail.add(b)
	}
	return lead[leadWord] != 0 && trail[trailWord] != 0
}

// enoughCased is how many letters beyond ASCII of one case, more or less, show that it was folded. Of 4,000 held-out
// lines in windows-1252 two were supposed to be, of 1,000 that are 15 are no longer.
const enoughCased = 8

// foldSupposed tells whether a cluster reads sequences that are whole as others, by supposing that case was folded, where
// nothing but a few letters shows that: `è»šèˆ–` is 軚舖, or was 車舖.
func (s *search) foldSupposed(c *cluster) bool {
	if c.lost&LossFolded == 0 {
		return false
	}
	supposed := false
	for i, e := range s.chosen {
		ed := &s.edges[e]
		switch {
		case ed.loss&LossFolded == 0:
		case !s.wholeBeside(ed):
			return false // folded for sure
		case c.first <= i && i < c.first+len(c.edges):
			supposed = true
		}
	}
	if !supposed {
		return false
	}
	cased := 0
	for i := range s.syms {
		if s.syms[i].Cased() && s.beyond(int32(i)) {
			cased++
		}
	}
	return cased < enoughCased
}

// wholeBeside tells whether the path of an edge has one beside it of which nothing was lost.
func (s *search) wholeBeside(ed *edge) bool {
	for a := s.head[ed.from]; a >= 0; a = s.edges[a].next {
		if o := &s.edges[a]; o.path == ed.path && o.to == ed.to && o.loss == 0 {
			return true
		}
	}
	return false
}
