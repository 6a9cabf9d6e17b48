package engine

import (
	"math"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

// The features of a cluster. Each is between 0 and about 1, so that their
// weights can be compared; gains are clipped, because beyond some point more
// nats say nothing new.
const (
	fGain         = iota // gain / 10 up to 30 nats
	fLowGain             // gain up to 8 nats: the first nats count more
	fSupport             // gain of the other clusters of the path / 10 up to 40 nats
	fDistinct            // log of the different runes that the path gives in the cell
	fOwnDistinct         // the same in the cluster
	fLong                // log of its sequences of three runes and more
	fDeep                // layers beyond the first
	fLonePair            // one sequence of two runes, and no support
	fCaseFlip            // a lower-case letter, then an upper-case lead: `dÃ¼`
	fCapitals            // the lead is a capital beside a capital
	fSymbolTrail         // share of pairs that end in a mark that words may end in: `É®`, `Ú»`
	fForeign             // non-ASCII letters in the word stay as they are
	fScriptMix           // the letters beside it are of another script than the reading
	fSpokenOf            // alone between quotation marks or brackets
	fLossOnly            // all its sequences have losses
	fLossy               // share of sequences with losses
	fLiteralShare        // share of the cell's other non-ASCII letters that stay
	fC1                  // takes C1 controls away
	fOtherPage           // not windows-1252
	fRarePage            // a page that is seldom read wrongly
	fKnown               // the user named the page
	fMargin              // nats to the next reading of a lossy sequence / 6, up to 20
	fSure                // the same of all its lossy sequences together: that none is the next one
	fGainPerRune         // gain per rune of the reading
	fKnownRunes          // share of runes that the model has seen
	fStrange             // nats per rune of the reading: how unlikely it is by itself
	fC1Kind              // a byte of a legacy page that came as a C1 control
	fDagger              // the half-repair of another tool
	fLiteralMarks        // share of the cell's other non-ASCII symbols that stay
	fSequences           // log of the sequences in the cluster
	fLetter              // share of its runes that are letters
	fBefore              // a letter before it
	fAfter               // a letter after it
	fRival               // nats of lead over the next page that reads all the path's clusters, up to 12
	fRare                // how rare the rarest of its runes is by itself, nats / 20
	fTrailRare           // the same of the runes that end its sequences, the mean
	fTouches             // non-ASCII runes that stay touch it
	fLosses              // log of its sequences with losses: each may be misread
	fLatin               // its letters are Latin, of which few are left when a byte is lost
	fPresent             // runes left of the sequence with losses that has the fewest, / 3, up to 2
	fRepeats             // share of the path's sequences in the cell that repeat another
	fLatinLead           // its sequences begin as the commonest damage does: bytes C2, C3, E2
	fPrice               // price of entering the path / 10
	fClusters            // log of the other clusters of the path
	fReplacement         // takes U+FFFD away, which is no text by itself
	fQuestion            // takes a question mark away
	fDropped             // puts bytes in that left no trace
	fFew                 // few runes in the cell: 1 for one, less for more
	fSpaceLoss           // takes a space away that may have been there
	fFolded              // share of sequences whose case was folded
	fCut                 // bytes are missing at the end of the cell, where it may have been cut
	fSound               // as fSupport, of clusters without losses
	fDigit               // a figure before it
	fBlank               // a blank before it, or the start of the cell
	fMissing             // bytes missing of the sequence that lacks most, / 3
	fQuestions           // share of sequences with a question mark for a byte
	fBlankTrail          // share of sequences that end in a no-break space
	fWide                // log of the cell's runes beyond ASCII
	fLeadBlank           // begins with a sequence that is a blank or a mark, not a letter
	fCloses              // gives a closing quotation mark where a quotation is open
	fOdd                 // nats per rune of what stands there: how unlikely that is
	fPeriodic            // what stands there repeats itself, as drawings do
	fSignLead            // begins with a sign where a letter stands before it: `Zam√≤`
	fWords               // log of the words it makes, of those that may be listed
	fWordsKnown          // share of them that the model knows
	fWordsStood          // share of the words that stand there
	fWordGain            // nats by which whole words speak for the reading, / 6
	fOtherWords          // share of the cell's other words that the model knows, as they are read; one half for none
	numFeatures
)

// featureNames name the features in tables and reports.
var featureNames = [numFeatures]string{
	"gain", "low gain", "support", "distinct", "own distinct", "long",
	"deep", "lone pair", "case flip", "capitals", "symbol trail", "foreign", "script mix", "spoken of", "loss only",
	"lossy", "literal share", "c1", "other page", "rare page", "known", "margin", "sure", "gain per rune", "known runes",
	"strange", "c1 kind", "dagger", "literal marks", "sequences",
	"letter", "before", "after", "rival", "rare", "trail rare", "touches", "losses", "latin", "present", "repeats", "latin lead", "price", "clusters", "replacement",
	"question", "dropped", "few", "space loss",
	"folded", "cut", "sound", "digit", "blank", "missing", "questions", "blank trail", "wide", "lead blank", "closes", "odd", "periodic", "sign lead",
	"words", "words known", "words stood", "word gain", "other words",
}

// maxMargin, in nats, is beyond what a margin says nothing more.
const maxMargin = 20

// maxSupport, in nats, is beyond what the support of other clusters says nothing more.
const maxSupport = 40

func clip(x, limit float32) float32 { return max(min(x, limit), -limit) }

func logOf(n int) float32 { return float32(math.Log(float64(n) + 1)) }

// evidence fills in the features of cluster i.
func (s *search) evidence(i int) {
	c := &s.clusters[i]
	s.lookFrom(c)
	f := &c.features
	*f = [numFeatures]float32{}
	path := &s.paths[c.path]
	gain := c.gain
	if s.periodic(c) { // what repeats itself says what it says but once
		f[fPeriodic] = 1
		gain *= s.ownShare(c)
	}
	f[fGain] = clip(gain, 30) / 10
	f[fLowGain] = clip(gain, 8) / 8
	support, sound, distinct, sequences, others := s.support(i)
	f[fRepeats] = 1 - float32(distinct)/float32(max(sequences, 1))
	f[fRival] = min(s.sharedRival(c.path), 12) / 12
	f[fFew] = 1 / float32(max(len(s.syms), 1))
	f[fClusters] = logOf(min(others, 10))
	f[fPrice] = path.base / 10
	f[fSupport] = clip(support, maxSupport) / 10
	f[fSound] = clip(sound, maxSupport) / 10
	f[fDistinct] = logOf(distinct)
	f[fDeep] = min(float32(path.depth-1), 3)
	shares := s.sharedShares()
	f[fLiteralShare], f[fLiteralMarks] = shares.letters, shares.marks
	f[fWide] = logOf(min(shares.wide, 60))
	f[fGainPerRune] = clip(gain/float32(max(c.width-tail, 1)), 10) / 10
	f[fStrange] = min(c.cost/float32(max(c.width, 1)), 16) / 10
	f[fOdd] = min(c.literal/float32(max(int(c.to-c.from)+tail, 1)), 16) / 10
	if path.kind == kindBaked {
		if path.outer != codec.Windows1252 {
			f[fOtherPage] = 1
		}
		if rarePage(path.outer) {
			f[fRarePage] = 1
		}
	}
	if path.kind == kindBaked && s.opt.From&path.outer.Set() != 0 {
		f[fKnown] = 1
	}
	if path.kind == kindC1 {
		f[fC1Kind] = 1
		if path.far() {
			f[fOtherPage], f[fRarePage] = 1, 1
		}
	}
	s.sequenceFeatures(c, support > 0)
	s.neighbourFeatures(c)
	s.wordFeatures(c)
}

var lossFeatures = []struct {
	loss    Loss
	feature int
}{

	{LossReplacement, fReplacement}, {LossQuestion, fQuestion}, {LossDropped | LossNBSP | LossControls, fDropped}, {LossSpace, fSpaceLoss},
	{LossHalfRepaired, fDagger},
}

// missing is how many bytes of an edge's rune left nothing in the text.
func (s *search) missing(ed *edge) int {
	if ed.loss&^LossFolded == 0 || ed.loss&LossHalfRepaired != 0 || s.paths[ed.path].depth > 1 {
		return 0
	}
	return max(utf8.RuneLen(s.outs[ed.out])-s.wide(ed), 0)
}

// sequenceFeatures are those of the runes within the cluster.
func (s *search) sequenceFeatures(c *cluster, supported bool) {
	f := &c.features
	var long, lossy, pairs, symbolTrails, runes, known, letters, latin, folded, questions, blanks, missing int
	present := 6
	s.seen = s.seen[:0]
	for _, e := range c.edges {
		ed := &s.edges[e]
		if ed.lost() != 0 {
			lossy++
			present = min(present, s.wide(ed))
		} else if ed.to-ed.from > 2 {
			long++
		} else if ed.to-ed.from == 2 {
			pairs++
			if s.symbol(ed.to - 1) {
				symbolTrails++
			}
		}
		if ed.loss&LossFolded != 0 {
			folded++
		}
		if ed.loss&LossQuestion != 0 {
			questions++
		}
		if s.views[0].items[ed.to-1].r == 0xA0 {
			blanks++
		}
		if m := s.missing(ed); m > 0 {
			missing = max(missing, m)
			if (int(ed.to) == len(s.syms) || s.lossy.closes(ed.to)) && ed.loss&(LossDropped|LossNBSP|LossControls) != 0 {
				f[fCut] = 1
			}
		}
		for _, l := range lossFeatures {
			if ed.lost()&l.loss != 0 {
				f[l.feature] = 1
			}
		}
		f[fTrailRare] += s.model.Alone(s.syms[ed.to-1]) / 20 / float32(len(c.edges))
		switch b, _ := codec.ByteOf(s.paths[c.path].outer, s.views[0].items[ed.from].r); b {
		case 0xC2, 0xC3, 0xE2:
			latin++
		}
		for _, r := range s.output(ed) {
			if r == ' ' {
				continue // that stayed behind a sequence
			}
			runes++
			sym := s.model.Sym(r)
			f[fRare] = max(f[fRare], s.model.Alone(sym)/20)
			if sym.Known() {
				known++
			}
			if sym.Role() != lm.RoleBreak {
				letters++
			}
			if !contains(s.seen, r) && len(s.seen) < 16 {
				s.seen = append(s.seen, r)
			}
		}
	}
	n := float32(len(c.edges))
	f[fFolded], f[fQuestions], f[fBlankTrail] = float32(folded)/n, float32(questions)/n, float32(blanks)/n
	f[fMissing] = float32(missing) / 3
	if s.model.Sym(s.outs[s.edges[c.edges[0]].out]).Role() == lm.RoleBreak {
		f[fLeadBlank] = 1
	}
	f[fOwnDistinct] = logOf(len(s.seen) - 1)
	f[fLosses] = logOf(min(lossy, 10))
	f[fPresent] = float32(present) / 3
	f[fSequences] = logOf(min(len(c.edges), 20) - 1)
	f[fLetter] = float32(letters) / float32(max(runes, 1))
	f[fLatinLead] = float32(latin) / float32(len(c.edges))
	f[fLong] = logOf(min(long, 6))
	f[fLossy] = float32(lossy) / float32(len(c.edges))
	f[fKnownRunes] = float32(known) / float32(max(runes, 1))
	if lossy == len(c.edges) {
		f[fLossOnly] = 1
	}
	if lossy > 0 {
		f[fMargin] = min(c.margin, maxMargin) / 6
		f[fSure] = c.sure() / 6
	} else {
		f[fMargin], f[fSure] = maxMargin/6, maxMargin/6
	}
	if pairs > 0 {
		f[fSymbolTrail] = float32(symbolTrails) / float32(pairs)
	}
	if len(c.edges) == 1 && pairs == 1 && !supported {
		f[fLonePair] = 1
	}
	for _, it := range s.views[0].items[c.from:c.to] {
		if control(it.r) {
			f[fC1] = 1
		}
	}
}

// neighbourFeatures are those of what stands around the cluster.
func (s *search) neighbourFeatures(c *cluster) {
	f := &c.features
	prev, next := s.symAt(c.from-1), s.symAt(c.to)
	lead := s.syms[c.from]
	if prev.Cased() && !prev.Upper() && lead.Upper() {
		f[fCaseFlip] = 1
	}
	if lead.Upper() && (prev.Upper() || next.Upper()) {
		f[fCapitals] = 1
	}
	if prev.Role() != lm.RoleBreak {
		f[fBefore] = 1
		if lead.Role() == lm.RoleBreak {
			f[fSignLead] = 1
		}
	}
	if next.Role() != lm.RoleBreak {
		f[fAfter] = 1
	}
	switch r := s.runeAt(c.from - 1); {
	case r == ' ' || r == '\t' || r == 0xA0 || r == 0:
		f[fBlank] = 1
	case r >= '0' && r <= '9':
		f[fDigit] = 1
	}
	if s.stays(c.from-1) || s.stays(c.to) {
		f[fTouches] = 1
	}
	decoded := s.scriptOfReading(c)
	if decoded == s.model.Script(s.model.Sym('a')) {
		f[fLatin] = 1
	}
	from, to := s.word(c)
	for k := from; k < to; k++ {
		if k == c.from {
			k = c.to - 1
			continue
		}
		if s.syms[k].Role() == lm.RoleBreak || s.inCluster(k) || s.mended(k) {
			continue
		}
		if s.views[0].items[k].r >= 0x80 {
			f[fForeign] = 1
		}
		if sc := s.model.Script(s.syms[k]); sc != 0 && decoded != 0 && sc != decoded {
			f[fScriptMix] = 1
		}
	}
	if s.closes(c) {
		f[fCloses] = 1
	}
	if s.spokenOf(c) {
		f[fSpokenOf] = 1
	}
}
