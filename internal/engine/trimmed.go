package engine

import (
	"unicode"

	"github.com/unbake/unbake/internal/lm"
)

// The last letter of many a word of Italian and Catalan is à, and of it no more than `Ã` is left at the end of a cell where a program trims blanks, the
// no-break space among them. A cell that was cut in the middle of a letter looks the same, but that seldom leaves all of a word but its last
// byte.

// trimDoubt, in nats, is what the reading of a trimmed word must be ahead of the next one, for evens.
const trimDoubt = 2

// trimmed tells whether a cluster is the last letter of the cell, whose last byte was a no-break space, of a known word; and
// none ends in another small letter of the same first byte: `LibertÃ` may be liberté that was cut.
func (s *search) trimmed(c *cluster) bool {
	if len(c.edges) != 1 || c.lost != LossNBSP || int(c.to) != len(s.syms) || s.paths[c.path].depth != 1 || !c.knownWord() {
		return false
	}
	is := s.output(&s.edges[c.edges[0]])[0]
	word := lm.Word(0)
	for i, _ := s.word(c); i < c.from; i++ {
		if s.inCluster(i) {
			return false
		}
		word = s.model.Spell(word, s.syms[i])
	}
	for r := is &^ 0x3F; r <= is|0x3F; r++ {
		if r != is && unicode.IsLower(r) && s.model.HasWord(s.model.Spell(word, s.model.Sym(r))) {
			return false
		}
	}
	return true
}
