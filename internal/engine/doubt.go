package engine

import (
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

// doubtful tells whether a cluster stands where its reading is not to be trusted. It is left to those who ask for
// what is likely:
//
//   - a sign read out of a sign and a look-alike: `-ú` is £, or a number below zero;
//   - bytes lost beside runes that nothing reads: what is left may be more of the
//     same, and one letter of it is no repair; so for a control that a rarer page reads beside any;
//   - one byte left of three: `"â" ` is the letter in quotes, and `â??` any mark;
//   - letters of one script that become letters of several, see mixesScripts;
//   - letters of a script other than Latin that become one character: `ТГц`, see oneCharacter;
//   - a piece of what was damaged several times, beside more of it that nothing reads: `Ã¢â‚¬Â Ã¢â‚¬â„¢`
//     is no apostrophe but what is left of an arrow;
//   - a piece of a word beside a lead of the same page that nothing reads: `хочð¦це`;
//   - a letter or two through several rare pages, see farFetched;
//   - another letter than what stands there whole, by supposing that case was folded, see foldSupposed;
//   - a capital behind a small letter that is one by supposing that case was not folded, see flipsCase;
//   - a part of a word of which other parts are read by another page, neither of which would do for both, see twoPages;
//   - what another page reads otherwise nearly as well, and little speaks for damage: `fÃļrslag` is förslag or førslag;
//   - × between letters of Hebrew, and Ò among those of Cyrillic, where a byte was lost without a trace, in no known word: `א×ב`;
//   - a capital behind a small letter, where bytes were lost: `DroÅin` is Drošin, by a page that lacks the byte of š;
//   - a mark that goes on a letter, where a byte was lost, alone and in no known word: `MacIlleÌosa` is a name;
//   - a control beside characters of double-byte pages, which they have, too: `言` is `險\u0080` in Shift_JIS;
//   - a letter beside letters beyond ASCII that stay, of which damage would have left none: `ÎÄ¼þ` is
//     文件 in GBK, not ļ between two others; but not where another tool has repaired the rest, as where a known word comes
//     of it, `píÅ¡u`, or other words are read by windows-1252;
//   - what may have been cut in the middle of a character, and is no known word: `la forÃ` is la forêt;
//   - a sign behind Å or Ø that begin no word, the ångström and the diameter: `1250 Å²`, `Ø±0,2`; but
//     not in a document full of what is read there;
//   - a letter that is spoken of in the plural, `Ã’s`, and a word of capitals with an s behind an apostrophe, `OS FÃ’S`;
//   - a mark that closes, as it stands, a quotation which no damage has touched: `“IRMÃ” ficou`; but
//     not `«de dúas coresÂ»`;
//   - a letter with two marks behind it, as print has them, that would be one of other writing, alone: `the café…”`
//     is not 酔; a capital with a sign behind it that would be no capital in a word of them: `CAFÉ•BAR`, `NESTLÉ®`; and
//     letters with soft hyphens behind them, where words may be parted, see hyphened: `Bä\u00adckerei`;
//   - a drawing, which repeats itself: `├┤a┼┐a┼┐a┼┐a`, by a page other than windows-1252, unless that is at work.
//
// And one pair, the only damage in the cell, where clean text has such pairs:
//
//   - behind or before a dash that parts words: `Bremer/Mccoy – DrÃ¥ber` was put together of two texts, and
//     nothing shows whose reading was wrong; but not `DrÃ¥ber` alone, nor a damaged word among correct
//     accents, quotation marks and dots, which other tools repair;
//   - a capital at the end of a word in capitals, with a NBSP behind it:
//     `MISUTÂ AJIKKO`; but not `GÃ\u00a0idhlig`.
func (s *search) doubtful(c *cluster) bool {
	switch {
	case s.paths[c.path].double:
		return s.doubtfulDouble(c)
	case s.headless(c):
		return false
	case s.withinWriting(c):
		return s.hollow(c) || c.cut() || s.oddCase(c) || s.ownSign(c)
	case c.lookAlike(), s.piece(c), s.hollow(c), s.mixesScripts(c), s.oneCharacter(c), s.deepInPieces(c), s.leadStays(c), s.farFetched(c), s.foldSupposed(c), s.flipsCase(c),
		s.twoPages(c), s.nearPage(c), s.oddCase(c), s.loneMark(c), s.besideCharacter(c), s.amongLetters(c), c.cut(),
		s.unit(c), s.plural(c), s.endsQuotation(c), s.letterAndMarks(c), s.capitalAndSign(c), s.hyphened(c), s.drawing(c):
		return true
	}
	return s.onlyPair(c) && (s.besideDash(c) || s.capitalAndSpace(c))
}

// pair tells whether a cluster is one sequence of two.
func (c *cluster) pair() bool { return len(c.edges) == 1 && c.to-c.from == 2 }

// lookAlike tells whether a cluster supposes look-alikes and has another reading that is nearly as good, or is a sign and one of them.
func (c *cluster) lookAlike() bool {
	return c.loss&LossBestFit != 0 && (c.margin < bestFitMargin || c.features[fLetter] == 0 && int(c.to-c.from) == 2*len(c.edges))
}

// piece tells whether a cluster lost bytes, or is a control that a rarer page reads, beside more that nothing reads. What another tool made a
// dagger stands between words, which may begin and end as they like.
func (s *search) piece(c *cluster) bool {
	return s.paths[c.path].far() && (s.beyond(c.from-1) || s.beyond(c.to)) ||
		c.lost != 0 && c.lost&LossHalfRepaired == 0 && c.features[fTouches] > 0
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

// amongLetters tells whether a cluster is one sequence of two that gives a letter, beside a letter beyond ASCII that stays, and
// nothing shows that another tool has repaired that one: a sign behind it shows that none has.
func (s *search) amongLetters(c *cluster) bool {
	f, p := &c.features, &s.paths[c.path]
	if !c.pair() || p.kind != kindBaked || f[fLetter] == 0 {
		return false
	}
	before, behind := s.strayLetter(c.from-1), s.strayLetter(c.to) && c.to != s.cutAt
	signBehind := behind && s.stays(c.to+1) && !s.strayLetter(c.to+1)
	if c.knownWord() || f[fClusters] > 0 && p.depth == 1 && p.outer == codec.Windows1252 && !signBehind {
		return false
	}
	return before || behind
}

// strayLetter tells whether a letter beyond ASCII stands at a place and stays.
func (s *search) strayLetter(i int32) bool { return s.stays(i) && s.syms[i].Role() != lm.RoleBreak }

// knownWord tells whether a cluster makes words of four letters and more that the model knows, and nothing but such.
func (c *cluster) knownWord() bool {
	return c.features[fWordsKnown] == 1 && c.features[fWordGain] >= 0.45
}

// cut tells whether a cluster is one letter that may have been cut in the middle, and makes no known word.
func (c *cluster) cut() bool {
	return len(c.edges) == 1 && c.features[fCut] > 0 && c.features[fLetter] > 0 && !c.knownWord()
}

// besideCharacter tells whether a cluster is a control beside a character of double-byte pages.
func (s *search) besideCharacter(c *cluster) bool {
	return s.paths[c.path].kind == kindC1 && max(s.runeAt(c.from-1), s.runeAt(c.to)) >= beyondCJK
}

// drawing tells whether a cluster of a page other than windows-1252, the only damage in the cell, repeats itself, as drawings do, and makes no known word.
func (s *search) drawing(c *cluster) bool {
	f := &c.features
	return f[fPeriodic] > 0 && f[fOtherPage] > 0 && f[fClusters] == 0 && !c.knownWord() && !s.learnt(c)
}

// onlyPair tells whether a cluster is one pair of which nothing is lost, and the only damage of its page in the cell, so far.
func (s *search) onlyPair(c *cluster) bool {
	p := &s.paths[c.path]
	return s.undone&p.outer.Set() == 0 && c.features[fClusters] == 0 && c.pair() && c.lost == 0 && p.kind == kindBaked
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

// loneMark tells whether a cluster is one mark that goes on a letter, of which a byte was lost, the only damage of its path in the
// cell, in no known word.
func (s *search) loneMark(c *cluster) bool {
	if len(c.edges) != 1 || c.lost == 0 || c.features[fClusters] > 0 || c.knownWord() || s.learnt(c) {
		return false
	}
	out := s.output(&s.edges[c.edges[0]])
	return unicode.Is(unicode.Mn, out[len(out)-1])
}

// unread tells whether a rune beyond ASCII stands at a place that no cluster reads for certain.
func (s *search) unread(k int32) bool {
	if !s.beyond(k) || s.mended(k) {
		return false
	}
	i := s.clusterAt(k)
	return i < 0 || s.clusters[i].logodds < certainOdds
}
