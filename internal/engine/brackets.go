package engine

import "strings"

// Of the marks of Chinese and Japanese a lost byte leaves several, `ã€` is 、, 」, 』 or 【: which one it was shows
// where others stand, farther off than the model sees.

// brackets are pairs of them, what opens before what closes.
const brackets = "「」『』【】〝〟《》〈〉〔〕（）［］｛｝"

// strayBracket and awaitedBracket, in nats, are what a bracket costs more that closes nothing or is never closed, and
// less where its other half waits for it.
const (
	strayBracket   = 3
	awaitedBracket = 1
)

// maxBracketed bounds how far off the other half is looked for, in runes of the cell.
const maxBracketed = 200

// bracketPrice, in nats, is added to the price of r as what a path reads between two places.
func (s *search) bracketPrice(path uint8, from, to int32, r rune) float32 {
	i := bracketOf(r)
	if i < 0 {
		return 0
	}
	other, step, at := i-1, int32(-1), from
	if i&1 == 0 {
		other, step, at = i+1, 1, to-1
	}
	for n := 0; n < maxBracketed; n++ {
		if at += step; at < 0 || int(at) >= len(s.syms) {
			break
		}
		s.steps++
		switch k := s.bracketAt(path, at); k {
		case other:
			return -awaitedBracket
		case i:
			return strayBracket
		}
	}
	return strayBracket
}

// bracketAt tells which bracket stands at a place, or is read whole there by a path; -1 for none.
func (s *search) bracketAt(path uint8, at int32) int {
	for e := s.head[at]; e >= 0; e = s.edges[e].next {
		if ed := &s.edges[e]; ed.path == path && ed.loss == 0 {
			return bracketOf(s.outs[ed.out])
		}
	}
	return bracketOf(s.views[0].items[at].r)
}

// bracketOf is the number of a bracket, even if it opens; -1 for other runes.
func bracketOf(r rune) int {
	if r < 0x3008 {
		return -1
	}
	if i := strings.IndexRune(brackets, r); i >= 0 {
		return i / len("「")
	}
	return -1
}
