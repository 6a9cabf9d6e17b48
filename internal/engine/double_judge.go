package engine

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// doubleRivalNats is how many nats of lead, less the lead in price, a double-byte page needs over
// another one that reads the same otherwise.
const doubleRivalNats = 2

// doubleOdds returns the log-odds that a cluster of a double-byte page is damage and its reading right.
func (s *search) doubleOdds(i int) float32 {
	f := s.doubleEvidence(i)
	odds := doubleCalibration.scale*sumOf(doubleTrees[:], f[:], doubleBias) + doubleCalibration.shift
	if f[dRival] < doubleRivalNats/12.0 {
		odds = min(odds, likelyOdds)
	}
	return odds
}

// lossyDoubleOdds are the log-odds that a cluster takes where bytes were lost: a word that comes back
// wrong looks right, as no broken one does. In a script in which most letters lose the
// byte that tells them, the model knows too few words to tell; and a question mark may be one.
//
// Where nothing is left of a character it is more of a guess, unless no other reading of the word comes near it.
func (s *search) lossyDoubleOdds(c *cluster) float32 {
	script := s.scriptOfReading(c)
	latin := script == s.model.Script(s.model.Sym('a'))
	if s.anyGone(c) {
		if script != 0 && (c.margin >= goneMargin || latin && c.margin >= goneMarginLatin) {
			return certainOdds
		}
		return goneOdds
	}
	if script != 0 && !latin || c.loss&LossQuestion != 0 {
		return 1.75
	}
	return 1.5
}

// goneOdds are what a cluster needs with a character of which nothing is left, unless it is a word and goneMargin
// nats ahead of the next reading, of Latin letters goneMarginLatin. Of such in 9,000 lines damaged so, those on which the
// weights were not fitted among them, 1 in 30 is wrong; of signs, one in two.
const (
	goneOdds        = 2.6
	goneMargin      = 8
	goneMarginLatin = 5
)

// doubtfulDouble tells whether what a double-byte page reads is not to be trusted:
//
//   - bytes lost beside runes that nothing reads;
//   - bytes that left no trace, a question mark, or a character of which nothing is left, where no sequence of
//     the cell is whole;
//   - a letter in lower case with a capital taken along: `ﾃｽﾄ。` is no `ýāB`;
//   - one character, all that the page reads in the cell, that is commoner than what it would become: `UI的UX` is no UIŪUX,
//     but `caf茅` is café;
//   - too little in all, see lonelyDouble, unless much speaks for it and there are words or numbers beside it: `驴` is a donkey, not ¿.
func (s *search) doubtfulDouble(c *cluster) bool {
	if c.loss != 0 && (c.logodds < s.lossyDoubleOdds(c) || c.features[fTouches] > 0 ||
		(c.loss&(LossDropped|LossQuestion) != 0 || s.anyGone(c)) && !s.wholeDouble(c.path)) {
		return true
	}
	for _, e := range c.edges {
		out := s.output(&s.edges[e])
		for i, r := range out[1:] {
			if 'A' <= r && r <= 'Z' && out[i] >= utf8.RuneSelf && unicode.IsLower(out[i]) {
				return true
			}
		}
	}
	return s.commonCharacter(c) || s.sharedLonely() && (c.logodds < lonelyOdds || s.wordless())
}

// commonCharacter tells whether all that the path of a cluster reads in the cell is one character, wherever it stands, and that is
// commoner than what it would become, or other letters of such writing stay, `Euahlayi族(オーストラリア)`.
func (s *search) commonCharacter(c *cluster) bool {
	stands := s.runeAt(c.from)
	for i := range s.clusters {
		x := &s.clusters[i]
		if x.path != c.path {
			continue
		}
		for _, e := range x.edges {
			if ed := &s.edges[e]; ed.to-ed.from != 1 || s.runeAt(ed.from) != stands {
				return false
			}
		}
	}
	out := s.output(&s.edges[c.edges[0]])
	if len(out) != 1 || out[0] == 0xA0 {
		return false
	}
	return s.model.Alone(s.model.Sym(stands)) <= s.model.Alone(s.model.Sym(out[0])) || s.anyStays(joined) && !s.learnt(c)
}

// joined tells whether a rune beyond ASCII is a letter of writing without blanks.
func joined(r rune) bool { return settleTables().kindOf(r, utf8.RuneLen(r)).class == classJoined }

// anyGone tells whether nothing is left of some sequence of a cluster.
func (s *search) anyGone(c *cluster) bool {
	for _, e := range c.edges {
		if ed := &s.edges[e]; ed.loss != 0 && s.bytesOf(ed) == 0 {
			return true
		}
	}
	return false
}

// lonelyOdds are the log-odds that little needs, see lonelyDouble: of 77,000 lines damaged so, and
// clean ones with a character of East Asia put in, one clean one had more, with a `路` in it.
const lonelyOdds = 2.55

// wholeDouble tells whether a path reads some sequence of the cell of which nothing is lost.
func (s *search) wholeDouble(path uint8) bool {
	for i := range s.clusters {
		if s.clusters[i].path != path {
			continue
		}
		for _, e := range s.clusters[i].edges {
			if s.edges[e].loss == 0 {
				return true
			}
		}
	}
	return false
}

// wordless tells whether the cell has no letter of ASCII, and no digit.
func (s *search) wordless() bool {
	return !slices.ContainsFunc(s.views[0].items, func(it item) bool {
		return isASCIILetter(it.r) || '0' <= it.r && it.r <= '9'
	})
}

// fewDouble is how many different sequences are few.
const fewDouble = 2

// lonelyDouble tells whether all that double-byte pages read in the cell are single characters,
// each by itself, or one or two letters or signs of two bytes, with no letter beside them: `see 茅
// here` may be é, and is the family of Mao Dun; `3楼` is the third floor; and lists of characters
// hold any of them, `卤 庐 禄`.
func (s *search) lonelyDouble() bool {
	s.seen = s.seen[:0]
	for i := range s.clusters {
		c := &s.clusters[i]
		if !s.paths[c.path].double {
			continue
		}
		if s.symAt(c.from-1).Cased() || s.symAt(c.to).Cased() {
			return false
		}
		for k, e := range c.edges {
			ed := &s.edges[e]
			joined := k > 0 && s.edges[c.edges[k-1]].to == ed.from || k+1 < len(c.edges) && s.edges[c.edges[k+1]].from == ed.to
			if ed.to-ed.from == 1 && !joined {
				continue
			}
			for _, r := range s.output(ed) {
				if r < utf8.RuneSelf {
					continue
				}
				if !contains(s.seen, r) {
					s.seen = append(s.seen, r)
				}
				if len(s.seen) > fewDouble || utf8.RuneLen(r) > 2 {
					return false
				}
			}
		}
	}
	return true
}
