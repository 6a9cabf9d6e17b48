package engine

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

// judge weighs the clusters and turns them into findings. What falls short no
// longer speaks for the others of its path, so they are weighed again.
func (s *search) judge() []Finding {
	for i := range s.clusters {
		s.clusters[i].made = true
	}
	for pass := range 3 {
		changed := false
		s.shared.forget()
		for i := range s.clusters {
			c := &s.clusters[i]
			if s.sureAlong(c) {
				c.logodds = alongOdds
				continue
			}
			before := c.features
			s.evidence(i)
			if pass > 0 && c.features == before {
				continue // as it was weighed
			}
			c.logodds = s.odds(i)
		}
		for i := range s.clusters {
			c := &s.clusters[i]
			if c.made && !s.enough(c) {
				c.made = false
				changed = true
			}
		}
		if !changed {
			break
		}
	}
	var out []Finding
	for i := range s.clusters {
		if f, ok := s.finding(&s.clusters[i]); ok {
			out = append(out, f)
		}
	}
	return out
}

// odds returns the log-odds of cluster i by its evidence, its kind and the document.
func (s *search) odds(i int) float32 {
	c := &s.clusters[i]
	p := &s.paths[c.path]
	kind := KindOf(c.features[:])
	k := &calibrations[kind]
	odds, prior := k.scale*weigh(&c.features)+k.shift, kindPriors[kind]
	if kind == kindLossy && c.features[fOtherPage] > 0 {
		prior = lossyOtherPrior
	}
	switch {
	case p.double:
		odds, prior = s.doubleOdds(i), 0
	case p.kind == kindC1 && !p.far():
		odds, prior = max(odds, controlOdds), 0
	case c.loss == LossBestFit && c.margin >= bestFitMargin: // nothing is lost
		prior = 0
	}
	if shift := s.priorShift(i); shift > 0 {
		return odds + max(prior, shift) // both say how common such damage is: one of them does
	} else {
		return odds + prior + shift
	}
}

// The log-odds from which a reading is certain (seven in ten at the least, 99 in
// 100 on the whole), likely (evens), or, where bytes were lost, worth a mention (one
// in five).
const (
	certainOdds = 0.85
	likelyOdds  = 0
	mentionOdds = -1.4
	// controlOdds are the least of a C1 control that windows-1252 reads: it is
	// damage for sure, and that reading is the one which HTML prescribes.
	controlOdds = 2.5
	// lostMargin is how far ahead of the next reading, in nats, the best one of
	// a sequence with lost bytes must be; lostMarginOther is that of a page other than windows-1252, unless
	// a space is all that was lost.
	lostMargin      = 2
	lostMarginOther = 3
	// lostMarginStripped is that where controls may have been thrown away, by a strippedPrice of less than strippedDoubt: any of 32
	// bytes may be missing, not five.
	lostMarginStripped = 4
	strippedDoubt      = 3
)

// kindPriors, in nats, make up for what the data that the trees are fitted on has too much
// of. Of windows-1252 it is clean text that looks damaged: 14,000 held-out lines as they
// were found hold none, the forms of them that are made harder 417. Of the other pages it is
// damage: as much as of that page, and in life a fraction.
var kindPriors = [numKinds]float32{kindWestern: 1.5, kindOther: -0.4}

// lossyOtherPrior, in nats, is that of bytes lost on another page than windows-1252, where a sequence has
// more readings, is left rather than guessed.
const lossyOtherPrior = -0.6

// tied tells whether bytes were lost of a cluster and another reading is as good.
func (s *search) tied(c *cluster) bool {
	least := float32(lostMargin)
	if p := &s.paths[c.path]; c.lost&^LossSpace != 0 && (p.double || p.kind == kindBaked && p.outer != codec.Windows1252) {
		least = lostMarginOther
	} else if c.lost&LossDropped != 0 && p.kind == kindBaked && !s.spared(codec.Windows1252) && s.strippedPrice() < strippedDoubt {
		least = lostMarginStripped
	}
	return c.lost != 0 && c.margin < least
}

func (s *search) enough(c *cluster) bool {
	if s.tied(c) {
		return false
	}
	if s.opt.Likely {
		return c.logodds >= likelyOdds
	}
	return s.certain(c)
}

// hollowMargin, in nats, is how far ahead of the next reading one of a sequence must be that has lost two
// bytes: き is `ã` where they were dropped, and in a sentence nothing else will do.
const hollowMargin = 3.5

// hollow tells whether a sequence of the cluster has lost two bytes and more and may be another as well, or
// most of its sequences, three at least, have question marks and few signs else in
// them, which may be just that: `Ã?Â¢â?¬â?¢` could be anything.
func (s *search) hollow(c *cluster) bool {
	questions := 0
	for _, e := range c.edges {
		if ed := &s.edges[e]; ed.loss&LossQuestion != 0 && s.wide(ed) < 3 {
			questions++
		}
	}
	if questions > 2 && 2*questions > len(c.edges) {
		return true
	}
	if s.paths[c.path].depth > 1 || c.margin >= hollowMargin {
		return false
	}
	for _, e := range c.edges {
		ed := &s.edges[e]
		if ed.loss != 0 && ed.loss&LossHalfRepaired == 0 && utf8.RuneLen(s.outs[ed.out])-s.wide(ed) > 1 {
			return true
		}
	}
	return false
}

// certain tells whether the evidence for a cluster suffices by default.
func (s *search) certain(c *cluster) bool {
	return c.logodds >= certainOdds && (s.sureAlong(c) || !s.doubtful(c))
}

// doubtful tells whether a cluster stands where its reading is not to be trusted,
// or, one pair and the only damage in the cell, where clean text has such pairs. It
// is left to those who ask for what is likely:
//
//   - beside signs that the same damage would not have spared: `Bremer/Mccoy – DrÃ¥ber`,
//     where nothing shows whose reading was wrong; but not `DrÃ¥ber` alone, nor a
//     damaged word among correct accents;
//   - bytes lost beside runes that nothing reads: what is left may be more of the
//     same, and one letter of it is no repair; so for a control that a rarer page reads beside any;
//   - a piece of what was damaged several times, beside more of it that nothing reads: `Ã¢â‚¬Â Ã¢â‚¬â„¢`
//     is no apostrophe but what is left of an arrow;
//   - a letter or two through several rare pages, see farFetched;
//   - a part of a word of which other parts are read by another page, neither of which would do for both, see twoPages;
//   - what another page reads otherwise nearly as well, and little speaks for damage: `fÃļrslag` is förslag or førslag;
//   - a capital behind a small letter, where bytes were lost: `DroÅin` is Drošin, by a page that lacks the byte of š;
//   - another letter than what stands there whole, by supposing that case was folded, see foldSupposed;
//   - a control beside characters of double-byte pages, which they have, too: `言` is `險\u0080` in Shift_JIS;
//   - what may have been cut in the middle of a character, and is no known word: `la forÃ` is la forêt;
//   - a sign read out of a sign and a look-alike: `-ú` is £, or a number below zero;
//   - one byte left of three: `"â" ` is the letter in quotes, and `â??` any mark;
//   - a letter beside letters beyond ASCII that stay, of which damage would have left none: `ÎÄ¼þ` is
//     文件 in GBK, not ļ between two others; but not where another tool has repaired the rest, as where a known word comes
//     of it, `píÅ¡u`, or other words are read by windows-1252;
//   - a sign behind Å or Ø that begin no word, the ångström and the diameter: `1250 Å²`, `Ø±0,2`; but
//     not in a document full of what is read there;
//   - a letter that is spoken of in the plural, `Ã’s`, and a word of capitals with an s behind an apostrophe, `OS FÃ’S`;
//   - a mark that closes, as it stands, a quotation which no damage has touched: `“IRMÃ” ficou`; but
//     not `«de dúas coresÂ»`;
//   - a letter with two marks behind it that would be one of other writing, alone: `the café…”`
//     is not 酔; and a capital with a sign behind it that would be no capital in a word of them: `CAFÉ•BAR`, `NESTLÉ®`;
//   - a letter with a soft hyphen behind it, that would be a rare one, see hyphened;
//   - a drawing, which repeats itself: `├┤a┼┐a┼┐a┼┐a`, by a page other than windows-1252, unless that is at work;
//   - a capital at the end of a word in capitals, with a NBSP behind it:
//     `MISUTÂ AJIKKO`; but not `GÃ\u00a0idhlig`.
func (s *search) doubtful(c *cluster) bool {
	f := &c.features
	if s.paths[c.path].double {
		return s.doubtfulDouble(c)
	}
	if c.loss&LossBestFit != 0 && (c.margin < bestFitMargin || f[fLetter] == 0 && int(c.to-c.from) == 2*len(c.edges)) {
		return true
	}
	if s.paths[c.path].far() && (s.beyond(c.from-1) || s.beyond(c.to)) || c.lost != 0 && f[fTouches] > 0 || s.hollow(c) {
		return true
	}
	if s.mixesScripts(c) || s.deepInPieces(c) || s.leadStays(c) || s.farFetched(c) || s.foldSupposed(c) || s.twoPages(c) || s.nearPage(c) || s.oddCase(c) {
		return true
	}
	if s.paths[c.path].kind == kindC1 && max(s.runeAt(c.from-1), s.runeAt(c.to)) >= beyondCJK {
		return true
	}
	if s.amongLetters(c) || len(c.edges) == 1 && f[fCut] > 0 && f[fLetter] > 0 && !knownWord(f) {
		return true
	}
	if s.unit(c) && !s.familiar(c) && !s.readsRow(c) || s.plural(c) || s.endsQuotation(c) || s.letterAndMarks(c) || s.hyphened(c) {
		return true
	}
	if f[fPeriodic] > 0 && f[fOtherPage] > 0 && f[fClusters] == 0 && !s.learnt(c) {
		return true
	}
	if s.undone&s.paths[c.path].outer.Set() != 0 || f[fClusters] > 0 || len(c.edges) != 1 || c.lost != 0 || c.to-c.from != 2 || s.paths[c.path].kind != kindBaked {
		return false
	}
	if f[fLetter] > 0 && f[fLiteralShare] == 0 && s.typeset() && !s.learnt(c) {
		return true
	}
	if s.familiar(c) {
		return false
	}
	next := s.symAt(c.to)
	return f[fCapitals] > 0 && s.symAt(c.from-1).Upper() && s.views[0].items[c.to-1].r == 0xA0 && (next.Upper() || !next.Cased())
}

// amongLetters tells whether a cluster is one sequence of two that gives a letter, beside a letter beyond ASCII that stays, and
// nothing shows that another tool has repaired that one: a sign behind it shows that none has.
func (s *search) amongLetters(c *cluster) bool {
	f, p := &c.features, &s.paths[c.path]
	if len(c.edges) != 1 || c.to-c.from != 2 || p.kind != kindBaked || f[fLetter] == 0 {
		return false
	}
	before, behind := s.strayLetter(c.from-1), s.strayLetter(c.to) && c.to != s.cutAt
	if knownWord(f) || f[fClusters] > 0 && p.depth == 1 && p.outer == codec.Windows1252 && !(behind && s.stays(c.to+1) && !s.strayLetter(c.to+1)) {
		return false
	}
	return before || behind
}

// leadStays tells whether a cluster of a page other than windows-1252 touches a lead of that page, a letter or of a
// drawing, that nothing reads: more of the word is damaged, and what is left of it may be anything, `хочð¦це`.
func (s *search) leadStays(c *cluster) bool {
	p := &s.paths[c.path]
	if c.features[fOtherPage] == 0 || p.kind != kindBaked {
		return false
	}
	for _, near := range [2]int32{c.from - 1, c.to} {
		if r := s.runeAt(near); s.unread(near) && (s.letter(r) || 0x2500 <= r && r < 0x25A0) {
			if b, ok := codec.ByteOf(p.outer, r); ok && isLead(b) {
				return true
			}
		}
	}
	return false
}

// twoPages tells whether other runes of the word that a cluster is in are read by another page, and neither page would do for
// both: nobody reads half of a word by the one, and half by the other.
func (s *search) twoPages(c *cluster) bool {
	p := &s.paths[c.path]
	if p.kind != kindBaked || p.depth > 1 {
		return false
	}
	other := func(x *cluster) bool {
		q := &s.paths[x.path]
		return q.kind == kindBaked && q.depth == 1 && q.outer != p.outer && !s.alike(c, p.outer, q.outer) && !s.alike(x, q.outer, p.outer)
	}
	at := s.clusterAt(c.from)
	for k := at - 1; k >= 0 && s.oneWord(s.clusters[k].to, s.clusters[k+1].from); k-- {
		if other(&s.clusters[k]) {
			return true
		}
	}
	for k := at + 1; k < len(s.clusters) && s.oneWord(s.clusters[k-1].to, s.clusters[k].from); k++ {
		if other(&s.clusters[k]) {
			return true
		}
	}
	return false
}

// alike tells whether the page of a cluster and another one read it alike.
func (s *search) alike(c *cluster, page, other codec.ID) bool {
	return readAlike(s.text[s.off[c.from]:s.off[c.to]], other, page)
}

// oneWord tells whether no blank stands between two places that are near.
func (s *search) oneWord(from, to int32) bool {
	if to-from > maxGap {
		return false
	}
	for _, it := range s.views[0].items[from:to] {
		if it.r == ' ' || it.r == '\t' || it.r == 0xA0 {
			return false
		}
	}
	return true
}

// nearLead is how far ahead of the next page, in nats, one must be that reads all of the path's clusters, where the log-odds
// are less than nearOdds: of 15,600 held-out lines of 26 pages 40 had less of both, and 8 of them were wrong.
const (
	nearLead = 3
	nearOdds = 4
)

// nearPage tells whether another page than that of a cluster may as well be meant, here and elsewhere in the cell.
func (s *search) nearPage(c *cluster) bool {
	p := &s.paths[c.path]
	if p.kind != kindBaked || p.outer == codec.Windows1252 || c.lost != 0 || c.features[fRival] >= nearLead/12.0 || s.learnt(c) {
		return false
	}
	return !slices.ContainsFunc(s.clusters, func(x cluster) bool { return x.path == c.path && x.logodds >= nearOdds })
}

// oddCase tells whether a sequence of a cluster that lost bytes gives a capital behind a small letter.
func (s *search) oddCase(c *cluster) bool {
	for i, e := range c.edges {
		at := s.readAt[c.first+i]
		if s.edges[e].lost()&^LossFolded != 0 && at > 0 && s.asRead[at].Upper() && s.asRead[at-1].Cased() && !s.asRead[at-1].Upper() {
			return true
		}
	}
	return false
}

// farFetched tells whether a cluster is one or two runes and all that a path reads in the cell, through several pages that are
// seldom read wrongly and not the same: of all pairs of them some read anything, `Ä\u0090ÃŠ` is no А.
func (s *search) farFetched(c *cluster) bool {
	p := &s.paths[c.path]
	if p.depth < 2 || p.key.uniform() || len(c.edges) > 2 || c.features[fClusters] > 0 || s.learnt(c) {
		return false
	}
	for k := p.key; k != 0; k = k.outer() {
		if !rarePage(k.last()) {
			return false
		}
	}
	return true
}

// mixesScripts tells whether letters of one script, as a word has them, become letters of different ones that touch, and
// nothing else in the cell or the document is read by the path: clean capitals read so by a rare page, `КАМЕНІ` as ǡөՋ.
func (s *search) mixesScripts(c *cluster) bool {
	if c.features[fClusters] > 0 || s.learnt(c) || !s.oneScript(c) {
		return false
	}
	t, before := settleTables(), classSign
	for _, r := range s.textOf(c, -1, 0) {
		k := classSign
		if r >= utf8.RuneSelf {
			k = t.kindOf(r, utf8.RuneLen(r)).class
		}
		if k != before && k >= classJoined && before >= classJoined && min(k, before)+max(k, before) != classJoined+latinClass {
			return true
		}
		if k != classMark {
			before = k
		}
	}
	return false
}

// oneScript tells whether a cluster stands as letters of one script, as words do.
func (s *search) oneScript(c *cluster) bool {
	t, before := settleTables(), classSign
	for _, it := range s.views[0].items[c.from:c.to] {
		if it.r < utf8.RuneSelf { // less than 0 where it is a byte that is not UTF-8
			return false
		}
		k := t.kindOf(it.r, utf8.RuneLen(it.r)).class
		if k < classJoined || before != classSign && k != before {
			return false
		}
		before = k
	}
	return true
}

// deepInPieces tells whether runes of the same page that stay stand beside a cluster of several layers, or
// Â or Ã behind one blank: such damage leaves nothing else.
func (s *search) deepInPieces(c *cluster) bool {
	p := &s.paths[c.path]
	if p.depth < 2 {
		return false
	}
	for _, side := range [2][2]int32{{c.from - 1, c.from - 2}, {c.to, c.to + 1}} {
		near, far := side[0], side[1]
		if s.unread(near) && s.runeAt(near) != 0xA0 {
			if _, ok := codec.ByteOf(p.outer, s.runeAt(near)); ok {
				return true
			}
		}
		if r := s.runeAt(near); (r == ' ' || r == 0xA0) && s.unread(far) {
			if b, ok := codec.ByteOf(p.outer, s.runeAt(far)); ok && (b == 0xC2 || b == 0xC3) {
				return true
			}
		}
	}
	return false
}

// unread tells whether a rune beyond ASCII stands at a place that no cluster reads for certain.
func (s *search) unread(k int32) bool {
	if !s.beyond(k) {
		return false
	}
	i := s.clusterAt(k)
	return i < 0 || s.clusters[i].logodds < certainOdds
}

// unit tells whether a cluster is one pair of Å or Ø and a sign, with no word around it.
func (s *search) unit(c *cluster) bool {
	if len(c.edges) != 1 || c.to-c.from != 2 || s.symAt(c.from-1).Cased() {
		return false
	}
	lead, trail := s.runeAt(c.from), s.runeAt(c.from+1)
	return (lead == 'Å' || lead == 'Ø') && unitSign(trail, s.symAt(c.to).Cased())
}

// plural tells whether a cluster is one letter, an apostrophe behind it, before a lone s; or, the only damage in the cell, that at the
// end of a word in capitals.
func (s *search) plural(c *cluster) bool {
	if len(c.edges) != 1 || c.to-c.from != 2 || s.runeAt(c.to-1) != '’' || !s.symAt(c.from).Cased() || s.symAt(c.to+1).Role() != lm.RoleBreak {
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

// marks are what stands behind a last letter in print.
const marks = "“”‘’‚„«»‹›–—…•·"

// letterAndMarks tells whether a cluster is one sequence of a letter with marks behind it, and what that
// becomes fits nothing around: see doubtful. What opens a quotation stands behind no letter, `â„•`. Behind one capital a small letter fits, `OÃ¹`, unless the mark closes
// what was quoted.
func (s *search) letterAndMarks(c *cluster) bool {
	last := s.runeAt(c.to - 1)
	if len(c.edges) != 1 || c.loss != 0 || unicode.IsLetter(last) {
		return false
	}
	r := s.output(&s.edges[c.edges[0]])[0]
	switch c.to - c.from {
	case 3:
		return s.endsInPrint(c) && mayClose(s.runeAt(c.from+1)) && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r)) &&
			!s.familiar(c) && !s.readsScript(c, s.model.Script(s.model.Sym(r)))
	case 2:
		next := s.symAt(c.to)
		capitals := next.Upper() && betweenCapitals(last) || !next.Cased() && (s.symAt(c.from-2).Upper() || slices.Contains(closing, last))
		return s.symAt(c.from).Upper() && s.symAt(c.from-1).Upper() && capitals &&
			!fitsCapitals(s.model, r) && !s.readsAkin(c, r) && !s.familiar(c) && (unicode.IsLetter(r) || !s.learnt(c))
	}
	return false
}

// inPrint tells whether a sign stands behind words in print.
func inPrint(sign rune) bool {
	return strings.ContainsRune(marks, sign) || strings.ContainsRune("\u00a0\u00ad™®©°±¹²³ªº¼½¾†‡§¶£€¿¡", sign)
}

// mayClose tells whether r stands behind words, and is no mark that opens a quotation wherever it is written.
func mayClose(r rune) bool { return inPrint(r) && r != '„' && r != '‚' && r != '€' }

// softHyphen stands in words, where they may be parted.
const softHyphen = 0xAD

// betweenCapitals tells whether a sign may stand between two capitals, `CAFÉ•BAR`; `NEVÄ“LOS` has one that may not.
func betweenCapitals(sign rune) bool {
	return strings.ContainsRune("’‘´·•®™…–—°\u00a0", sign)
}

// fitsCapitals tells whether a rune may stand in a word of capitals: a usual capital, and the small letters of
// Latin-1, which people who have no key for the capital write, `POKéMON`.
func fitsCapitals(m *lm.Model, r rune) bool {
	if r < 0x100 && unicode.IsLetter(r) {
		return true
	}
	sym := m.Sym(r)
	return sym.Upper() && m.Alone(sym) <= rareCapital
}

// rareCapital, in nats, is more than what capitals of living alphabets cost by themselves: Ŷ costs
// 13.4, Ǘ and Ŗ 18.
const rareCapital = 15

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

// standsInPrint tells whether a cluster is a letter with marks behind it, or letters with soft hyphens, as they stand in print: what it
// would become speaks for no other.
func (s *search) standsInPrint(c *cluster) bool {
	if n := c.to - c.from; len(c.edges) == 1 && c.loss == 0 && n > 2 {
		return unicode.IsLetter(s.runeAt(c.from)) && mayClose(s.runeAt(c.from+1)) && s.endsInPrint(c)
	}
	for _, e := range c.edges {
		if ed := &s.edges[e]; ed.to-ed.from != 2 || s.runeAt(ed.from+1) != softHyphen {
			return false
		}
	}
	return true
}

// endsInPrint tells whether a cluster ends in a mark as print has it behind words, and no letter right behind that, unless a blank stands before it.
func (s *search) endsInPrint(c *cluster) bool {
	last := s.runeAt(c.to - 1)
	return inPrint(last) && (last == 0xA0 || s.runeAt(c.to-2) == 0xA0 || !s.symAt(c.to).Cased())
}

// hyphened tells whether a cluster is letters with soft hyphens behind them, where words may be parted, of which one would be
// a rare letter, or stands in a known word, or beside more soft hyphens; and nothing else in the cell is read so.
func (s *search) hyphened(c *cluster) bool {
	if s.runeAt(c.from+1) != softHyphen || !s.standsInPrint(c) || c.features[fCaseFlip] > 0 || s.learnt(c) {
		return false
	}
	if slices.ContainsFunc(s.clusters, func(x cluster) bool { return x.path == c.path && x.made && !s.standsInPrint(&x) }) {
		return false
	}
	for i, it := range s.views[0].items {
		if it.r == softHyphen && s.stays(int32(i)) {
			return true
		}
	}
	return slices.ContainsFunc(c.edges, func(e int32) bool {
		ed := &s.edges[e]
		r := s.output(ed)[0]
		from, to := wordsAround(s.syms, ed.from, ed.to)
		before, behind := s.syms[from:ed.from], s.syms[ed.to:to]
		return !fitsCapitals(s.model, r) || s.priceOfWords(before, s.syms[ed.from:ed.from+1], behind) < s.priceOfWords(before, []lm.Sym{s.sym(r)}, behind)
	})
}

// endsQuotation tells whether a cluster is one pair whose trail closes a quotation that was
// opened before it, by a mark that stays, and is closed by nothing else.
func (s *search) endsQuotation(c *cluster) bool {
	if len(c.edges) != 1 || c.to-c.from != 2 || s.symAt(c.from-1).Cased() && !s.symAt(c.from-1).Upper() && s.symAt(c.from).Upper() {
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

// unitSign tells whether a sign may stand behind a unit, with or without a letter behind it.
func unitSign(r rune, letter bool) bool {
	return strings.ContainsRune("²³·–—", r) || !letter && !unicode.IsLetter(r)
}

// readsRow tells whether the path of a cluster reads three sequences in a row elsewhere in the cell, as a word has them.
func (s *search) readsRow(c *cluster) bool {
	return slices.ContainsFunc(s.clusters, func(o cluster) bool { return o.path == c.path && o.made && len(o.edges) >= 3 })
}

// knownWord tells whether a cluster makes words of four letters and more that the model knows, and nothing but such.
func knownWord(f *[numFeatures]float32) bool { return f[fWordsKnown] == 1 && f[fWordGain] >= 0.45 }

// strayLetter tells whether a letter beyond ASCII stands at a place and stays.
func (s *search) strayLetter(i int32) bool { return s.stays(i) && s.syms[i].Role() != lm.RoleBreak }

// typeset tells whether dashes, quotation marks or dots of a word processor stand in the
// cell and stay as they are.
func (s *search) typeset() bool {
	for i, it := range s.views[0].items {
		if 0x2010 <= it.r && it.r <= 0x2026 && !s.inCluster(int32(i)) {
			return true
		}
	}
	return false
}

func confidence(logodds float32) float64 { return 1 / (1 + math.Exp(-float64(logodds))) }

// finding reports a cluster.
func (s *search) finding(c *cluster) (Finding, bool) {
	if !c.made && (c.logodds < mentionOdds || c.logodds < likelyOdds && !s.tied(c)) {
		return Finding{}, false
	}
	f := Finding{Start: int(s.off[c.from]), End: int(s.off[c.to]), Made: c.made}
	odds := c.logodds
	if !s.certain(c) {
		odds = min(odds, certainOdds) // doubtful: what speaks for it counts for no more
	}
	p := confidence(odds)
	best := Reading{After: s.textOf(c, -1, 0), Path: s.paths[c.path].name, Losses: c.loss, Confidence: p}
	f.Readings = append(f.Readings, best)
	if c.other >= 0 && c.margin < 5 {
		q := 1 / (1 + math.Exp(float64(c.margin)))
		f.Readings[0].Confidence *= 1 - q
		other := Reading{Path: best.Path, Losses: s.edges[c.other].loss, Confidence: p * q}
		for _, e := range c.edges {
			if s.edges[e].from == s.edges[c.other].from {
				other.After = s.textOf(c, e, c.other)
			}
		}
		f.Readings = append(f.Readings, other)
	}
	switch {
	case s.tied(c):
		f.Verdict = Lost
	case s.certain(c):
		f.Verdict = Certain
	default:
		f.Verdict = Likely
	}
	return f, true
}
