package engine

import "github.com/unbake/unbake/internal/lm"

// The last letter of many a word of Italian and Catalan is à, and of it no more than `Ã` is left at the end of a cell where a program trims blanks, the
// no-break space among them. A cell that was cut in the middle of a letter looks the same, but that seldom leaves all of a word but its last
// byte.

// trimDoubt, in nats, is what the reading of a trimmed word must be ahead of the next one, for evens.
const trimDoubt = 2

// trimmed tells whether a cluster is the last letter of the cell, whose last byte was a no-break space, of a known word; and none that
// ends in another letter of the same first byte is likelier there: `La conexiÃ³n estÃ` was cut.
func (s *search) trimmed(c *cluster) bool {
	if len(c.edges) != 1 || c.lost != LossNBSP || int(c.to) != len(s.syms) || s.paths[c.path].depth != 1 || !c.knownWord() {
		return false
	}
	is := s.output(&s.edges[c.edges[0]])[0]
	from, _ := s.word(c)
	word, ctx := lm.Word(0), lm.Edge
	for i := max(0, min(from, c.from-tail)); i < c.from; i++ {
		if s.inCluster(i) {
			return false
		}
		if ctx = ctx.Push(s.syms[i]); i >= from {
			word = s.model.Spell(word, s.syms[i])
		}
	}
	least := s.endsIn(ctx, is)
	for r := is &^ 0x3F; r <= is|0x3F; r++ {
		if r != is && s.model.HasWord(s.model.Spell(word, s.model.Sym(r))) && s.endsIn(ctx, r) < least {
			return false
		}
	}
	return true
}

// endsIn is what it costs, in nats, that a text ends in r behind a context.
func (s *search) endsIn(ctx lm.Context, r rune) float32 {
	ctx, cost := s.memo.Next(s.model, ctx, s.model.Sym(r))
	_, end := s.memo.Next(s.model, ctx, lm.EdgeSym)
	return cost + end
}
