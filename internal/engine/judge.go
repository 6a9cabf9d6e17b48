package engine

import (
	"math"
	"unicode"

	"github.com/unbake/unbake/internal/codec"
)

// judge weighs the clusters and turns them into findings. What falls short no
// longer speaks for the others of its path, so they are weighed again.
func (s *search) judge() []Finding {
	for i := range s.clusters {
		s.clusters[i].made = true
	}
	s.unsureFolds = s.foldsInDoubt()
	for pass := range 3 {
		changed := false
		s.shared.forget()
		for i := range s.clusters {
			if s.spent() {
				return nil
			}
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
	s.again()
	var out []Finding
	for i := range s.clusters {
		if f, ok := s.finding(i); ok {
			out = append(out, f)
		}
	}
	return out
}

// againOdds are the least log-odds of what stands elsewhere in the cell, too, and is repaired there.
const againOdds = -1.2

// again makes what the cell holds more than once alike: where the same runes are repaired as the same elsewhere, be it by an earlier round, they
// are damage here, too. What they were is left to the model: a reading that others come near stays a suspect.
func (s *search) again() {
	var made map[repairKind]bool
	for i := range s.clusters {
		c := &s.clusters[i]
		if c.made || c.logodds < againOdds || s.tied(c) {
			continue
		}
		if made == nil {
			made = s.repairKinds()
		}
		if !made[s.kindOf(c)] {
			continue
		}
		odds := c.logodds
		c.logodds = max(odds, certainOdds)
		if c.made = s.enough(c); !c.made {
			c.logodds = odds
		}
	}
}

// A repairKind is what a repair puts in for what, by which path.
type repairKind struct{ before, after, path string }

func (s *search) kindOf(c *cluster) repairKind {
	return repairKind{s.text[s.off[c.from]:s.off[c.to]], s.textOf(c, -1, 0), s.paths[c.path].name}
}

// repairKinds are those of the cell, by this round and earlier ones.
func (s *search) repairKinds() map[repairKind]bool {
	kinds := map[repairKind]bool{}
	for i := range s.clusters {
		if c := &s.clusters[i]; c.made {
			kinds[s.kindOf(c)] = true
		}
	}
	for _, e := range s.earlier {
		kinds[repairKind{e.before, e.after, e.path}] = true
	}
	return kinds
}

// odds returns the log-odds of cluster i by its evidence, its kind and the document.
func (s *search) odds(i int) float32 {
	c := &s.clusters[i]
	p := &s.paths[c.path]
	kind := KindOf(c.features[:])
	k := &calibrations[kind]
	odds, prior := k.scale*weigh(&c.features)+k.shift, kindPriors[kind]
	if west, ok := s.oddsAsWestern(c); ok {
		odds = max(odds, west-prior)
	}
	if kind == kindLossy && c.features[fOtherPage] > 0 {
		prior = lossyOtherPrior
	}
	switch {
	case p.double:
		odds, prior = s.doubleOdds(i), 0
	case s.contracts(c):
		odds, prior = max(odds, contractionOdds), 0
	case s.headless(c):
		odds, prior = headlessOdds, 0
	case s.withinWriting(c):
		odds, prior = max(odds, c.sure()-withinDoubt), 0
	case s.amidDamage(c):
		odds, prior = max(odds, amidMargin*c.sure()+amidOdds*odds-amidDoubt), 0
	case s.trimmed(c):
		odds, prior = max(odds, c.margin-trimDoubt), 0
	case p.kind == kindC1 && !p.far():
		odds, prior = max(odds, controlOdds), 0
	case c.loss&LossFolded != 0 && p.outer != codec.Windows1252 && len(c.edges) < enoughFolded && c.features[fClusters] == 0:
		prior += foldedOtherPrior
	case c.loss == LossBestFit && c.margin >= bestFitMargin: // nothing is lost
		prior = 0
	}
	if shift := s.priorShift(i); shift > 0 {
		return odds + max(prior, shift) // both say how common such damage is: one of them does
	} else {
		return odds + prior + shift
	}
}

// oddsAsWestern are the log-odds of a cluster that windows-1252 reads as whole as its page does, but not as well, or that stands as no word has it: it is
// damage as surely as if that page had been at work, and which of them was, the model says. `non Ãš riuscito` is Ú, which no Italian has there, or
// è by ISO-8859-15.
func (s *search) oddsAsWestern(c *cluster) (odds float32, ok bool) {
	p := &s.paths[c.path]
	if p.kind != kindBaked || p.depth != 1 || p.outer == codec.Windows1252 || c.loss != 0 {
		return 0, false
	}
	if !s.westernWhole(c) && !s.standsFlipped(c) {
		return 0, false
	}
	lead := s.sharedRival(c.path)
	if lead < nearLead {
		return 0, false
	}
	f := c.features
	f[fOtherPage], f[fRarePage], f[fPrice] = 0, 0, enterPrice(codec.Windows1252)/10
	k := &calibrations[kindWestern]
	return min(k.scale*weigh(&f)+k.shift+kindPriors[kindWestern], lead), true
}

// westernWhole tells whether windows-1252 reads a cluster whole, without controls: `VALMMÂŽ` is no ® of ISO-8859-2, what it has there is one.
func (s *search) westernWhole(c *cluster) bool {
	for _, e := range c.edges {
		ed := &s.edges[e]
		if r, n := sequence(s.views[0].items, int(ed.from), codec.Windows1252); n != int(ed.to-ed.from) || control(r) {
			return false
		}
	}
	return true
}

// standsFlipped tells whether all sequences of a cluster are capitals beyond ASCII behind a small letter, two of Latin that end in none such,
// as in no word: `ZiniarĂŠ`.
func (s *search) standsFlipped(c *cluster) bool {
	for _, e := range c.edges {
		ed := &s.edges[e]
		before, behind := s.symAt(ed.from-1), s.symAt(ed.to)
		if ed.to-ed.from != 2 || !before.Cased() || before.Upper() || behind.Upper() {
			return false
		}
		for _, it := range s.views[0].items[ed.from:ed.to] {
			if !unicode.IsUpper(it.r) || !unicode.Is(unicode.Latin, it.r) {
				return false
			}
		}
	}
	return true
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
	// lostMarginControls is that where any of 32 bytes may be missing, lostMarginDeeper what each layer more asks for besides.
	lostMarginControls = 5
	lostMarginDeeper   = 2
)

// kindPriors, in nats, make up for what the data that the trees are fitted on has too much
// of. Of windows-1252 it is clean text that looks damaged: 14,000 held-out lines as they
// were found hold none, the forms of them that are made harder 417. Of the other pages it is
// damage: as much as of that page, and in life a fraction.
var kindPriors = [numKinds]float32{kindWestern: 1.5, kindOther: -0.4}

// lossyOtherPrior, in nats, is that of bytes lost on another page than windows-1252, where a sequence has
// more readings, is left rather than guessed.
const lossyOtherPrior = -0.6

// foldedOtherPrior, in nats, is that of a few sequences that are the only damage of a cell, of another page than windows-1252, case being
// folded besides: `ëåæèòü` is лежить, by other pages, rather than 聾队 in small letters of Macs.
const (
	foldedOtherPrior = -1.2
	enoughFolded     = 4
)

// tied tells whether bytes were lost of a cluster and another reading is as good, or may be, as where the byte is there but for its form.
func (s *search) tied(c *cluster) bool {
	return c.lost != 0 && (c.margin < s.leastMargin(c) && !s.partlyWhole(c) || s.anyOf32(c) || c.lost&^(LossDropped|LossControls|LossNBSP) == 0 && s.normalized(c.to))
}

// leastMargin is how far ahead of the next reading that of a cluster which lost bytes must be, in nats.
func (s *search) leastMargin(c *cluster) float32 {
	p := &s.paths[c.path]
	if c.lost&LossControls != 0 {
		return lostMarginControls + lostMarginDeeper*float32(p.depth-1)
	}
	if c.lost&^LossSpace != 0 && (p.double || p.kind == kindBaked && p.outer != codec.Windows1252) {
		return lostMarginOther
	}
	return lostMargin
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

// certain tells whether the evidence for a cluster suffices by default.
func (s *search) certain(c *cluster) bool {
	s.lookFrom(c)
	return c.logodds >= certainOdds && s.unsureFolds&s.paths[c.path].outer.Set() == 0 && (s.sureAlong(c) || !s.doubtful(c))
}

func confidence(logodds float32) float64 { return 1 / (1 + math.Exp(-float64(logodds))) }

// finding reports a cluster.
func (s *search) finding(i int) (Finding, bool) {
	c := &s.clusters[i]
	if !c.made && s.lostForSure(c) {
		list := s.candidates(i)
		return Finding{Start: int(s.off[c.from]), End: int(s.off[c.to]), Verdict: Lost, Readings: list}, len(list) > 0
	}
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
