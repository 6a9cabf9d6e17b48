package engine

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// What lost bytes may be any of several characters. That it was damaged is sure all the same where what stands there costs far more
// than each of them, and then it is told with its candidates, of which people who know the text can choose.

const (
	// surelyLost, in nats, is the gain of a cluster with U+FFFD that is no text, whatever it was: of 2,500,000 clean lines none is told of for it.
	surelyLost = 25
	// maxCandidates is how many readings are told of what is lost.
	maxCandidates = 5
)

// lostForSure tells whether a cluster lost bytes that left a trace, and is damage whatever it was: it has U+FFFD and gains much, or is one
// of a pair of `â??` around words.
func (s *search) lostForSure(c *cluster) bool {
	p := &s.paths[c.path]
	if c.lost == 0 || p.kind != kindBaked || p.depth != 1 {
		return false
	}
	return c.lost&LossReplacement != 0 && c.gain >= surelyLost || s.marksGone(c) != ""
}

// Marks of print that stand before a word, and those behind one.
const (
	openingMarks = "“‘„–—"
	closingMarks = "”’–—…"
)

// marksGone are those of which a cluster is one that lost its last two bytes: `â??` at the front of a word, or what closes such a one; none if it is neither.
func (s *search) marksGone(c *cluster) string {
	if len(c.edges) != 1 || !s.goneAt(c.from) || c.to != c.from+3 {
		return ""
	}
	if s.opensGone(c.from) {
		return openingMarks
	}
	for at := c.from - 3; at >= max(c.from-maxBracketed, 0); at-- {
		if s.opensGone(at) && s.runeAt(c.from-1) != ' ' {
			return closingMarks
		}
	}
	return ""
}

// goneAt tells whether `â??` stands at a place, and no third question mark.
func (s *search) goneAt(at int32) bool {
	return s.runeAt(at) == 'â' && s.runeAt(at+1) == '?' && s.runeAt(at+2) == '?' && s.runeAt(at+3) != '?'
}

// opensGone tells whether `â??` stands at the front of a word.
func (s *search) opensGone(at int32) bool {
	before := s.runeAt(at - 1)
	return s.goneAt(at) && (before == 0 || before == ' ' || before == '(') && isASCIILetter(s.runeAt(at+3))
}

// candidates are the readings of a cluster, the best first, by how much the model prefers each. They are those of the sequence that is most in doubt, the
// others being read as they are best; of what is surely a mark of print, marks alone.
func (s *search) candidates(i int) (list []Reading) {
	c := &s.clusters[i]
	type candidate struct {
		after string
		loss  Loss
		cost  float32
	}
	var found []candidate
	marks, doubted := s.marksGone(c), s.mostDoubted(c)
	before, behind := s.contextBefore(i), s.after(i)
	for a := s.head[s.edges[doubted].from]; a >= 0; a = s.edges[a].next {
		ed := &s.edges[a]
		if ed.path != c.path || ed.to != s.edges[doubted].to || marks != "" && !strings.ContainsRune(marks, s.outs[ed.out]) {
			continue
		}
		read, price := s.reading(c, doubted, a)
		found = append(found, candidate{s.textOf(c, doubted, a), ed.loss, s.cost(before, read, behind) + price})
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(a.cost, b.cost) })
	seen := map[string]bool{}
	found = slices.DeleteFunc(found, func(f candidate) bool {
		was := seen[f.after]
		seen[f.after] = true
		return was
	})
	var sum float64
	for _, f := range found {
		sum += math.Exp(float64(found[0].cost - f.cost))
	}
	sum *= 1 + max(float64(c.doubt)-math.Exp(-float64(c.margin)), 0) // the other sequences may be read otherwise, too
	for _, f := range found[:min(len(found), maxCandidates)] {
		list = append(list, Reading{After: f.after, Path: s.paths[c.path].name, Losses: f.loss,
			Confidence: math.Exp(float64(found[0].cost-f.cost)) / sum})
	}
	return list
}

// mostDoubted is the edge of a cluster that the reading next to its best one has another for, or the first that lost bytes.
func (s *search) mostDoubted(c *cluster) int32 {
	for _, e := range c.edges {
		if c.other >= 0 && s.edges[e].from == s.edges[c.other].from {
			return e
		}
	}
	return c.edges[max(slices.IndexFunc(c.edges, func(e int32) bool { return s.edges[e].lost() != 0 }), 0)]
}
