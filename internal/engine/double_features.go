package engine

import (
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

// The features of a cluster that a double-byte page reads. Its sequences are not those
// of other pages: that a run is UTF-8 at all says more than what stands around it, and what
// stands there are characters that clean text is full of.
const (
	dGain        = iota // gain / 10 up to 120 nats
	dLowGain            // up to 8 nats
	dGainPerRune        // gain per character of the page
	dSupport            // gain of the other clusters of the path / 10 up to 40 nats
	dClusters           // log of those
	dDistinct           // log of the different runes beyond ASCII that the path gives in the cell
	dSequences          // log of all of them
	dOwn                // log of those of the cluster
	dLong               // log of its sequences of three bytes and more
	dTook               // log of its characters of the page
	dSwallowed          // log of the ASCII that comes back
	dLonePair           // one sequence of two bytes, and no support
	dStays              // share of the cell's other characters of such pages that stay
	dBeside             // an ASCII letter beside it
	dFigure             // a figure beside it
	dMix                // letters beside it are of another script than the reading
	dTouches            // runes beyond ASCII that stay touch it
	dStrange            // nats per rune of the reading
	dUnlikely           // nats per rune of what stands there
	dKnown              // share of runes that the model has seen
	dRare               // how rare the rarest of its runes is by itself, nats / 20
	dLetter             // share of its runes that are letters
	dLatin              // its letters are Latin
	dLatinLead          // share of sequences that begin with C2, C3, E2
	dRival              // nats of lead over the next page that reads it, up to 12
	dPrice              // price of entering the path / 10
	dDeep               // layers beyond the first
	dFew                // few runes in the cell: 1 for one, less for more
	dWhole              // share of the cell that it is
	dLossy              // share of its sequences of which bytes were lost
	dMissing            // bytes missing of the sequence that lacks most, / 3
	dLosses             // log of the marks for what was lost
	dMargin             // nats to the next reading / 6, up to 20
	dSure               // the same of all lossy sequences together
	dQuestion           // takes a question mark away
	dDropped            // puts bytes in that left no trace
	dLone               // all that such pages read in the cell is little, see [search.lonelyDouble]
	dExpected           // by how much commoner its runes are there than by themselves, nats per rune / 10
	dGone               // share of its sequences of which nothing is left
	dTookRare           // how rare its characters of the page are by themselves, nats per character / 20
	dWords              // log of the words it makes, of those that may be listed
	dWordsKnown         // share of them that the model knows
	dWordsStood         // share of the words that stand there
	dWordGain           // nats by which whole words speak for the reading, / 6
	numDouble
)

var doubleNames = [numDouble]string{
	"gain", "low gain", "gain per rune", "support", "clusters", "distinct", "sequences", "own", "long", "took", "swallowed",
	"lone pair", "stays", "beside", "figure", "mix", "touches", "strange", "unlikely", "known", "rare", "letter", "latin", "latin lead",
	"rival", "price", "deep", "few", "whole", "lossy", "missing", "losses", "margin", "sure", "question", "dropped",
	"lone", "expected", "gone", "took rare",
	"words", "words known", "words stood", "word gain",
}

// DoubleNames returns the names of the features of proposals by double-byte pages.
func DoubleNames() []string { return doubleNames[:] }

// doubleEvidence returns the features of cluster i, which a double-byte page reads. Those
// of other clusters are there already.
func (s *search) doubleEvidence(i int) (f [numDouble]float32) {
	c := &s.clusters[i]
	took := 0
	var alone float32
	for k, it := range s.views[0].items[c.from:c.to] {
		if it.r >= utf8.RuneSelf {
			took++
			alone += s.model.Alone(s.syms[int(c.from)+k])
		}
	}
	f[dTookRare] = alone / float32(max(took, 1)) / 20
	f[dGain], f[dLowGain] = clip(c.gain, 120)/10, clip(c.gain, 8)/8
	f[dGainPerRune] = clip(c.gain/float32(max(took, 1)), 10) / 10
	f[dTook] = logOf(min(took, 20))
	f[dStrange] = min(c.cost/float32(max(c.width, 1)), 16) / 10
	f[dUnlikely] = min(c.literal/float32(max(int(c.to-c.from)+tail, 1)), 16) / 10
	f[dPrice] = s.paths[c.path].price / 10
	f[dDeep] = float32(s.paths[c.path].depth - 1)
	f[dFew] = 1 / float32(max(len(s.syms), 1))
	f[dWhole] = float32(c.to-c.from) / float32(max(len(s.syms), 1))
	f[dMix], f[dTouches], f[dLatin] = c.features[fScriptMix], c.features[fTouches], c.features[fLatin]
	f[dWords], f[dWordsKnown], f[dWordsStood], f[dWordGain] = c.features[fWords], c.features[fWordsKnown], c.features[fWordsStood], c.features[fWordGain]
	f[dStays] = s.staysShare()
	f[dRival] = clip(s.doubleRival(i), 12) / 12
	for _, x := range [2]lm.Sym{s.symAt(c.from - 1), s.symAt(c.to)} {
		switch {
		case x.Cased():
			f[dBeside] = 1
		case x.Role() == lm.RoleOther:
			f[dFigure] = 1
		}
	}
	s.doubleSupport(i, &f)
	s.doubleSequences(c, &f)
	f[dExpected] = s.expected(i)
	if s.sharedLonely() {
		f[dLone] = 1
	}
	if f[dOwn] == logOf(1) && f[dLong] == 0 && f[dClusters] == 0 {
		f[dLonePair] = 1
	}
	return f
}

// expected returns by how much commoner the runes of a cluster's reading, and those behind it, are
// where they stand than by themselves, nats per rune / 10: a word that the model knows.
func (s *search) expected(i int) float32 {
	c := &s.clusters[i]
	reading, _ := s.reading(c, -1, 0)
	var alone float32
	for _, list := range [2][]lm.Sym{reading, s.after(i)} {
		for _, x := range list {
			if x != lm.EdgeSym {
				alone += s.model.Alone(x)
			}
		}
	}
	return min(max((alone-c.cost)/float32(max(c.width, 1)), -10), 10) / 10
}

// doubleSupport fills in what the path does in the whole cell.
func (s *search) doubleSupport(i int, f *[numDouble]float32) {
	var gain float32
	others, sequences := 0, 0
	s.seen = s.seen[:0]
	for k := range s.clusters {
		c := &s.clusters[k]
		if k != i && (!c.made || c.path != s.clusters[i].path) {
			continue
		}
		if k != i {
			gain += max(c.gain, 0)
			others++
		}
		for _, e := range c.edges {
			for _, r := range s.output(&s.edges[e]) {
				if r >= utf8.RuneSelf && len(s.seen) < 16 {
					sequences++
					if !contains(s.seen, r) {
						s.seen = append(s.seen, r)
					}
				}
			}
		}
	}
	f[dSupport], f[dClusters] = clip(gain, 40)/10, logOf(min(others, 10))
	f[dDistinct], f[dSequences] = logOf(len(s.seen)), logOf(min(sequences, 30))
}

// doubleSequences fills in what the sequences of a cluster are.
func (s *search) doubleSequences(c *cluster, f *[numDouble]float32) {
	var own, long, letters, known, latin, swallowed, lossy, losses, missing, gone int
	for _, e := range c.edges {
		ed := &s.edges[e]
		bytes, ascii := 0, 0
		for _, r := range s.output(ed) {
			if r < utf8.RuneSelf {
				ascii++
				continue
			}
			own++
			bytes += utf8.RuneLen(r)
			sym := s.model.Sym(r)
			f[dRare] = max(f[dRare], s.model.Alone(sym)/20)
			if utf8.RuneLen(r) > 2 {
				long++
			}
			if sym.Known() {
				known++
			}
			if sym.Role() != lm.RoleBreak {
				letters++
			}
			switch string(r)[0] {
			case 0xC2, 0xC3, 0xE2:
				latin++
			}
		}
		if ed.loss == 0 {
			swallowed += ascii
			continue
		}
		lossy++
		losses += int(ed.price / lossPrice(ed.loss))
		left := s.bytesOf(ed)
		missing = max(missing, bytes-left)
		if left == 0 {
			gone++
		}
		if ed.loss&LossQuestion != 0 {
			f[dQuestion] = 1
		}
		if ed.loss&LossDropped != 0 {
			f[dDropped] = 1
		}
	}
	n := float32(max(own, 1))
	f[dOwn], f[dLong], f[dSwallowed] = logOf(min(own, 20)), logOf(min(long, 10)), logOf(min(swallowed, 5))
	f[dLetter], f[dKnown], f[dLatinLead] = float32(letters)/n, float32(known)/n, float32(latin)/n
	f[dGone] = float32(gone) / float32(len(c.edges))
	f[dLossy], f[dLosses] = float32(lossy)/float32(len(c.edges)), logOf(min(losses, 10))
	f[dMissing], f[dMargin], f[dSure] = float32(missing)/3, maxMargin/6, maxMargin/6
	if lossy > 0 {
		f[dMargin] = min(c.margin, maxMargin) / 6
		f[dSure] = c.sure() / 6
	}
}

// bytesOf returns how many bytes beyond ASCII are left of what an edge takes.
func (s *search) bytesOf(ed *edge) (n int) {
	id := s.paths[ed.path].outer
	for _, it := range s.views[0].items[ed.from:ed.to] {
		code := codec.CodeOf(id, it.r)
		for _, b := range code.Bytes[:code.N] {
			if b >= utf8.RuneSelf {
				n++
			}
		}
	}
	return n
}

// staysShare is the share of the cell's characters that only double-byte pages have
// which no cluster changes.
func (s *search) staysShare() float32 {
	all, stays, k := 0, 0, 0
	for i, it := range s.views[0].items {
		for k < len(s.clusters) && int(s.clusters[k].to) <= i {
			k++
		}
		if it.r < beyondCJK || it.r == utf8.RuneError {
			continue
		}
		all++
		if k == len(s.clusters) || i < int(s.clusters[k].from) {
			stays++
		}
	}
	return float32(stays) / float32(max(all, 1))
}

// doubleRival returns by how many nats a cluster is cheaper than as the next double-byte
// page reads it, nothing being lost.
func (s *search) doubleRival(i int) float32 {
	c := &s.clusters[i]
	least := float32(12)
	own := s.textOf(c, -1, 0)
	for q := range s.paths {
		if !s.paths[q].double || uint8(q) == c.path || s.paths[q].depth > 1 {
			continue
		}
		other := *c
		other.path, other.edges = uint8(q), s.chainOf(uint8(q), c.from, c.to)
		if other.edges == nil || s.textOf(&other, -1, 0) == own {
			continue
		}
		reading, price := s.reading(&other, -1, 0)
		cost := s.cost(s.contextBefore(i), reading, s.after(i)) + price
		least = min(least, cost-c.cost+s.paths[q].price-s.paths[c.path].price)
	}
	return least
}

// chainOf returns the edges without losses by which a path reads a stretch, ASCII apart; nil if
// it does not.
func (s *search) chainOf(path uint8, from, to int32) (edges []int32) {
	for p := from; p < to; {
		next := int32(-1)
		for e := s.head[p]; e >= 0; e = s.edges[e].next {
			if ed := &s.edges[e]; ed.path == path && ed.loss == 0 && ed.to <= to {
				edges, next = append(edges, e), ed.to
				break
			}
		}
		switch {
		case next >= 0:
			p = next
		case s.views[0].items[p].r < utf8.RuneSelf:
			p++
		default:
			return nil
		}
	}
	return edges
}
