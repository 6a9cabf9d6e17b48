package engine

import (
	"unicode"
)

// What lost bytes in a cell that is damaged as a whole is damage, too: whether the best reading is right depends on how far the next one is. Of held-out lines
// those fit the log-odds by the margin, in nats, and by what the trees say.
const (
	amidMargin = 0.42
	amidOdds   = 0.25
	amidDoubt  = 0.4
)

// amidDamage tells whether a cluster that lost bytes is damage for sure: others of its path show that, and nothing beyond ASCII in the cell is as it should be,
// or U+FFFD or a question mark stands behind a lead within a word.
func (s *search) amidDamage(c *cluster) bool {
	p := &s.paths[c.path]
	if c.lost == 0 || c.loss&^(LossDropped|LossQuestion|LossReplacement|LossControls|LossNBSP) != 0 || c.features[fCut] != 0 || c.features[fLetter] == 0 ||
		p.kind != kindBaked || p.double || p.depth != 1 {
		return false
	}
	return c.features[fSound] >= 2 && s.sharedShares().outside == 0 || s.markedWithin(c)
}

// markedWithin tells whether U+FFFD or a question mark stands for what each sequence of a cluster lost, between letters.
func (s *search) markedWithin(c *cluster) bool {
	if c.lost&^(LossReplacement|LossQuestion) != 0 {
		return false
	}
	letter := func(i int32) bool { return unicode.IsLetter(s.runeAt(i)) }
	for _, e := range c.edges {
		ed := &s.edges[e]
		if ed.lost() != 0 && !(letter(ed.from-1) && letter(ed.to)) {
			return false
		}
	}
	return true
}
