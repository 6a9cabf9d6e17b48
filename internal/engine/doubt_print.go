package engine

import (
	"slices"
	"unicode"

	"github.com/unbake/unbake/internal/lm"
)

// unit tells whether a cluster is one pair of Å or Ø and a sign, with no word around it, and little bears it out: behind a number, where units stand,
// that is a known word.
func (s *search) unit(c *cluster) bool {
	if !c.pair() || s.symAt(c.from-1).Cased() {
		return false
	}
	lead, trail := s.runeAt(c.from), s.runeAt(c.from+1)
	return (lead == 'Å' || lead == 'Ø') && unitSign(trail, s.symAt(c.to).Cased()) &&
		!(s.familiar(c) && (!s.afterNumber(c) || c.knownWord())) && !s.readsRow(c)
}

// afterNumber tells whether a cluster stands behind a digit and a blank.
func (s *search) afterNumber(c *cluster) bool {
	return unicode.IsSpace(s.runeAt(c.from-1)) && unicode.IsDigit(s.runeAt(c.from-2))
}

// readsRow tells whether the path of a cluster reads three sequences in a row elsewhere in the cell, as a word has them.
func (s *search) readsRow(c *cluster) bool {
	return slices.ContainsFunc(s.clusters, func(o cluster) bool { return o.path == c.path && o.made && len(o.edges) >= 3 })
}

// plural tells whether a cluster is one letter, an apostrophe behind it, before a lone s; or, the only damage in the cell, that at the
// end of a word in capitals.
func (s *search) plural(c *cluster) bool {
	if !c.pair() || s.runeAt(c.to-1) != '’' || !s.symAt(c.from).Cased() || s.symAt(c.to+1).Role() != lm.RoleBreak {
		return false
	}
	before := s.symAt(c.from - 1)
	switch s.runeAt(c.to) {
	case 's':
		return before.Role() == lm.RoleBreak
	case 'S':
		return (before.Role() == lm.RoleBreak || before.Upper()) && s.symAt(c.from).Upper() && c.features[fClusters] == 0 && !s.learnt(c)
	}
	return false
}

// endsQuotation tells whether a cluster is one pair whose trail closes a quotation that was
// opened before it, by a mark that stays, and is closed by nothing else.
func (s *search) endsQuotation(c *cluster) bool {
	if !c.pair() || s.symAt(c.from-1).Cased() && !s.symAt(c.from-1).Upper() && s.symAt(c.from).Upper() {
		return false // no word has a capital at its end
	}
	mark := s.runeAt(c.to - 1)
	if !slices.Contains(closing, mark) {
		return false
	}
	open := false
	for at := c.from - 1; at >= 0 && c.from-at < maxQuotation; at-- {
		if is, known := opens(s.runeAt(at), mark); known && s.stays(at) {
			open = is
			break
		}
	}
	if !open {
		return false
	}
	for at := c.to; int(at) < len(s.syms) && at-c.to < maxQuotation; at++ {
		if r := s.runeAt(at); r == mark && s.stays(at) {
			return false
		} else if is, known := opens(r, mark); known && is && s.stays(at) {
			break
		}
	}
	return true
}

// letterAndMarks tells whether a cluster is one sequence of a letter with two marks behind it, as print has them, that becomes a
// letter of other writing than all around. What opens a quotation stands behind no letter, `â„•`.
func (s *search) letterAndMarks(c *cluster) bool {
	if len(c.edges) != 1 || c.to-c.from != 3 || c.loss != 0 || unicode.IsLetter(s.runeAt(c.to-1)) || !s.endsInPrint(c) {
		return false
	}
	r := s.output(&s.edges[c.edges[0]])[0]
	return (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r)) && !s.familiar(c) && !s.readsScript(c, s.model.Script(s.model.Sym(r)))
}

// capitalAndSign tells whether a cluster is one pair of a capital and a sign, in a word of capitals, that becomes what no such word has.
// Behind one capital a small letter fits, `OÃ¹`, unless the sign closes what was quoted.
func (s *search) capitalAndSign(c *cluster) bool {
	sign := s.runeAt(c.to - 1)
	if !c.pair() || c.loss != 0 || unicode.IsLetter(sign) || !s.symAt(c.from).Upper() || !s.symAt(c.from-1).Upper() {
		return false
	}
	next := s.symAt(c.to)
	if !(next.Upper() && betweenCapitals(sign) || !next.Cased() && (s.symAt(c.from-2).Upper() || slices.Contains(closing, sign))) {
		return false
	}
	r := s.output(&s.edges[c.edges[0]])[0]
	return !fitsCapitals(s.model, r) && !s.readsAkin(c, r) && !s.familiar(c) && (unicode.IsLetter(r) || !s.learnt(c))
}

// capitalAndSpace tells whether a cluster, one pair, is a capital at the end of a word of capitals and a NBSP behind it.
func (s *search) capitalAndSpace(c *cluster) bool {
	next := s.symAt(c.to)
	return !s.familiar(c) && c.features[fCapitals] > 0 && s.symAt(c.from-1).Upper() && s.runeAt(c.to-1) == 0xA0 && (next.Upper() || !next.Cased())
}

// hyphened tells whether a cluster is letters with soft hyphens behind them, and nothing else in the cell is read so; and more soft
// hyphens stay, or one of the letters would be a rare one, or parts a word that the model knows better than what it would be in.
func (s *search) hyphened(c *cluster) bool {
	if s.runeAt(c.from+1) != softHyphen || !s.standsInPrint(c) || c.features[fCaseFlip] > 0 {
		return false
	}
	if behind := s.symAt(c.to); s.symAt(c.from).Upper() && s.symAt(c.from-1).Cased() && behind.Cased() && !behind.Upper() {
		return false // `EÅ\u00adropa`
	}
	if slices.ContainsFunc(s.clusters, func(x cluster) bool { return x.path == c.path && x.made && !s.standsInPrint(&x) }) {
		return false
	}
	return s.anyStays(func(r rune) bool { return r == softHyphen }) || slices.ContainsFunc(c.edges, func(e int32) bool { return s.partsWord(&s.edges[e]) })
}

// partsWord tells whether a letter with a soft hyphen behind it, read as a sequence, would be a rare letter, or in words that are dearer
// than those without the hyphen.
func (s *search) partsWord(ed *edge) bool {
	r := s.output(ed)[0]
	if !fitsCapitals(s.model, r) {
		return true
	}
	from, to := wordsAround(s.syms, ed.from, ed.to)
	before, behind := s.syms[from:ed.from], s.syms[ed.to:to]
	return s.priceOfWords(before, s.syms[ed.from:ed.from+1], behind) < s.priceOfWords(before, []lm.Sym{s.sym(r)}, behind)
}

// standsInPrint tells whether a cluster is a letter with two marks or more behind it, or letters with soft hyphens, as they stand in
// print: what it would become speaks for no other.
func (s *search) standsInPrint(c *cluster) bool {
	if n := c.to - c.from; len(c.edges) == 1 && c.loss == 0 && n > 2 {
		return unicode.IsLetter(s.runeAt(c.from)) && s.endsInPrint(c)
	}
	for _, e := range c.edges {
		if ed := &s.edges[e]; ed.to-ed.from != 2 || s.runeAt(ed.from+1) != softHyphen {
			return false
		}
	}
	return true
}

// endsInPrint tells whether a cluster ends in two signs as print has them behind words: with no letter right behind them, unless one is
// a NBSP.
func (s *search) endsInPrint(c *cluster) bool {
	first, second := s.runeAt(c.to-2), s.runeAt(c.to-1)
	opened := first == '»' && slices.ContainsFunc(s.views[0].items[:c.from], func(it item) bool { return it.r == '«' })
	return pairInPrint(first, second, opened) && (first == 0xA0 || second == 0xA0 || !s.symAt(c.to).Cased())
}

// readsAkin tells whether another cluster of the path of c reads what belongs to rune r: a letter of its block, and anything
// if it is of the alphabets of Europe.
func (s *search) readsAkin(c *cluster, r rune) bool {
	return c.features[fClusters] > 0 && (r < 0x180 || s.readsLike(c, func(x rune) bool { return x>>6 == r>>6 }))
}

// readsScript tells whether another cluster of the path of c reads a letter of a script.
func (s *search) readsScript(c *cluster, script uint8) bool {
	return s.readsLike(c, func(r rune) bool { return r >= 0x80 && s.model.Script(s.model.Sym(r)) == script })
}

// readsLike tells whether another cluster of the path of c reads a rune of some kind.
func (s *search) readsLike(c *cluster, kind func(r rune) bool) bool {
	return slices.ContainsFunc(s.clusters, func(x cluster) bool {
		return x.from != c.from && x.path == c.path && !s.standsInPrint(&x) && slices.ContainsFunc(x.edges, func(e int32) bool {
			return slices.ContainsFunc(s.output(&s.edges[e]), kind)
		})
	})
}

// besideDash tells whether a cluster is a letter, and no other beyond ASCII stays, but a dash that parts words.
func (s *search) besideDash(c *cluster) bool {
	f := &c.features
	if f[fLetter] == 0 || f[fLiteralShare] > 0 || s.learnt(c) {
		return false
	}
	for i, it := range s.views[0].items {
		if k := int32(i); dash(it.r) && s.runeAt(k-1) == ' ' && s.runeAt(k+1) == ' ' && s.stays(k) {
			return true
		}
	}
	return false
}
