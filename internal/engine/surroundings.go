package engine

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/lm"
)

// wide returns the number of runes beyond ASCII that an edge takes, U+FFFD apart.
func (s *search) wide(ed *edge) (n int) {
	for _, it := range s.views[0].items[ed.from:ed.to] {
		if it.r >= 0x80 && it.r != 0xFFFD {
			n++
		}
	}
	return n
}

// symbol tells whether a rune is a mark that may follow a word in clean text.
func (s *search) symbol(i int32) bool {
	return strings.ContainsRune("”’»›“‘«™®©…—–°!?¡¿·•†\u00a0", s.views[0].items[i].r)
}

// beyond tells whether there is a rune beyond ASCII at a place.
func (s *search) beyond(i int32) bool {
	return i >= 0 && int(i) < len(s.syms) && s.views[0].items[i].r >= 0x80
}

// stays tells whether there is one that no cluster changes, nor earlier rounds have.
func (s *search) stays(i int32) bool { return s.beyond(i) && !s.inCluster(i) && !s.mended(i) }

// anyStays tells whether a rune of some kind beyond ASCII stays in the cell.
func (s *search) anyStays(kind func(r rune) bool) bool {
	for i, it := range s.views[0].items {
		if it.r >= utf8.RuneSelf && kind(it.r) && s.stays(int32(i)) {
			return true
		}
	}
	return false
}

// runeAt returns the rune at a place, 0 outside of the cell.
func (s *search) runeAt(i int32) rune {
	if i < 0 || int(i) >= len(s.syms) {
		return 0
	}
	return s.views[0].items[i].r
}

func (s *search) symAt(i int32) lm.Sym {
	if i < 0 || int(i) >= len(s.syms) {
		return lm.EdgeSym
	}
	return s.syms[i]
}

// scriptOfReading is the script of the letters that the cluster gives, 0 if
// there is none.
func (s *search) scriptOfReading(c *cluster) uint8 {
	for _, e := range c.edges {
		for _, r := range s.output(&s.edges[e]) {
			if sc := s.model.Script(s.model.Sym(r)); sc != 0 {
				return sc
			}
		}
	}
	return 0
}

// word returns where the word around a cluster starts and ends.
func (s *search) word(c *cluster) (from, to int32) {
	for from = c.from; from > 0 && c.from-from < maxGap && s.syms[from-1].Role() != lm.RoleBreak; from-- {
	}
	for to = c.to; int(to) < len(s.syms) && to-c.to < maxGap && s.syms[to].Role() != lm.RoleBreak; to++ {
	}
	return from, to
}

// inCluster tells whether a rune belongs to what the best way changes.
func (s *search) inCluster(k int32) bool { return s.clusterAt(k) >= 0 }

// clusterAt returns the number of the cluster that a place is in, -1 if it is in none.
func (s *search) clusterAt(k int32) int {
	i := sort.Search(len(s.clusters), func(i int) bool { return s.clusters[i].to > k })
	if i == len(s.clusters) || k < s.clusters[i].from {
		return -1
	}
	return i
}

// spokenOf tells whether the cluster stands alone between marks that set
// words apart: then the text may be about it.
func (s *search) spokenOf(c *cluster) bool {
	items := s.views[0].items
	if c.from == 0 || int(c.to) >= len(items) {
		return false
	}
	i := strings.IndexRune("\"'`“‘«([„", items[c.from-1].r)
	return i >= 0 && strings.ContainsRune("\"'`”’»)]“", items[c.to].r)
}

// periodic tells whether a cluster ends in a few runes over and over again: "├┤a┼┐a┼┐a┼┐".
func (s *search) periodic(c *cluster) bool {
	items := s.views[0].items[c.from:c.to]
	for period := 2; 2*period <= len(items) && period <= 4; period++ {
		same := 0
		for i := len(items) - 1; i >= period && items[i].r == items[i-period].r; i-- {
			same++
		}
		if same >= period && 2*(same+period) > len(items) {
			return true
		}
	}
	return false
}

// closing are the marks that end a quotation, opening those that begin it, at the same
// places; a mark may do both.
var closing, opening = []rune("””“»›’‘«"), []rune("“„„«‹‘‚»")

// maxQuotation bounds how far back the start of a quotation is looked for, in runes.
const maxQuotation = 400

// closes tells whether the first rune that a cluster gives ends a quotation which
// began before it, as the text stands or is read by other clusters.
func (s *search) closes(c *cluster) bool {
	mark := s.outs[s.edges[c.edges[0]].out]
	if !slices.Contains(closing, mark) {
		return false
	}
	k := sort.Search(len(s.clusters), func(i int) bool { return s.clusters[i].from >= c.from })
	for at := c.from - 1; at >= 0 && c.from-at < maxQuotation; at-- {
		r := s.views[0].items[at].r
		if k > 0 && at < s.clusters[k-1].to {
			k--
			for _, e := range slices.Backward(s.clusters[k].edges) {
				if is, known := opens(s.outs[s.edges[e].out], mark); known {
					return is
				}
			}
			at = s.clusters[k].from
			continue
		}
		if is, known := opens(r, mark); known {
			return is
		}
	}
	return false
}

// opens tells whether r begins a quotation that mark ends; known is false if r says
// nothing of that.
func opens(r, mark rune) (is, known bool) {
	if r < 0x80 {
		return false, false
	}
	for i, m := range closing {
		if m == mark && opening[i] == r {
			return true, true
		}
	}
	return false, r == mark && mark != '’'
}

// literalShares are the shares of the cell's non-ASCII letters, and of its
// non-ASCII symbols, that no cluster changes which still stands; wide is how many there are of both, outside how many letters are of no cluster.
type literalShares struct {
	letters, marks float32
	wide, outside  int
	known          bool
}

func (s *search) literalShares() literalShares {
	var stays, all [2]int
	k, outside := 0, 0
	for i, it := range s.views[0].items {
		for k < len(s.clusters) && int(s.clusters[k].to) <= i {
			k++
		}
		if it.r < 0x80 {
			continue
		}
		kind := 0
		if s.syms[i].Role() == lm.RoleBreak {
			kind = 1
		}
		all[kind]++
		within := k < len(s.clusters) && i >= int(s.clusters[k].from)
		if (!within || !s.clusters[k].made) && !s.mended(int32(i)) {
			stays[kind]++
			if kind == 0 && !within {
				outside++
			}
		}
	}
	share := func(kind int) float32 { return float32(stays[kind]) / float32(max(all[kind], 1)) }
	return literalShares{share(0), share(1), all[0] + all[1], outside, true}
}
