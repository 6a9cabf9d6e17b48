package engine

import (
	"cmp"
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// Text that a console showed in the page of DOS may go on to a program that writes windows-1252,
// and Windows then chooses look-alikes for what that page lacks: `ΓÇö` for — becomes `GÇö`, `├⌐` for
// é becomes `+¬`, or `+®` in Western Europe, whose DOS has Ô for Γ. A letter or sign of ASCII leads what is
// behind it. Only marks from E2 80 on, `GÇ` or `ÔÇ` and one letter more, are sure signs of it; where they stand, the
// rest is looked for, too.

// A bestFitPage is a page that consoles have.
type bestFitPage struct {
	codec codec.ID
	mark  rune                    // what E2 becomes
	sets  func() map[rune]byteSet // by rune, the bytes of the page that become it
}

var bestFitPages = [...]bestFitPage{
	{codec.IBM437, 'G', sync.OnceValue(func() map[rune]byteSet { return bestFitSets(codec.IBM437) })},
	{codec.IBM850, 'Ô', sync.OnceValue(func() map[rune]byteSet { return bestFitSets(codec.IBM850) })},
}

// bestFitPrice, in nats, is paid by a sequence that a look-alike leads.
const bestFitPrice = 3

// bestFitMargin is how far ahead of the next reading, in nats, one must be: `+¦` is a third of all letters.
const bestFitMargin = 3

// bestFitSets returns, by rune, the bytes of a page that become it.
func bestFitSets(c codec.ID) map[rune]byteSet {
	sets := make(map[rune]byteSet)
	for b := 0x80; b <= 0xFF; b++ {
		r := codec.BestFit(c.Codec().DecodeByte(byte(b)))
		set := sets[r]
		set.add(byte(b))
		sets[r] = set
	}
	delete(sets, '?')
	return sets
}

// bestFitTriggers returns the page of which the cell has a sure sign, if there is nothing that windows-1252 lacks, and no
// lead of other writing, which the page would have kept; else nil.
func (s *search) bestFitTriggers() *bestFitPage {
	page, items := s.bestFitSign(), s.views[0].items
	if page == nil || slices.ContainsFunc(items, func(it item) bool {
		if it.r < utf8.RuneSelf {
			return it.r < 0
		}
		b, has := codec.ByteOf(page.codec, it.r)
		_, written := codec.ByteOf(codec.Windows1252, it.r)
		return !written || has && isLead(b) && it.r != page.mark
	}) {
		return nil
	}
	return page
}

// bestFitSign returns the page of the first sure sign in the cell; nil if there is none.
func (s *search) bestFitSign() *bestFitPage {
	items := s.views[0].items
	for i := 1; i+1 < len(items); i++ {
		if items[i].r != 'Ç' || items[i+1].r < utf8.RuneSelf {
			continue
		}
		for k := range bestFitPages {
			if p := &bestFitPages[k]; items[i-1].r == p.mark && s.opt.Allowed&p.codec.Set() != 0 {
				return p
			}
		}
	}
	return nil
}

// bestFitEdges adds the readings of sequences that a look-alike leads.
func (s *search) bestFitEdges(page *bestFitPage) {
	items, sets := s.views[0].items, page.sets()
	path := s.pathOf(keyOf(nil).with(page.codec))
	for i := range items {
		leads := sets[items[i].r][leadWord]
		if items[i].r >= utf8.RuneSelf || leads == 0 {
			continue
		}
		var seq []doubleByte
		seq = append(seq, doubleByte{set: byteSet{leadWord: leads}, first: true})
		for n := 2; n <= utf8.UTFMax && i+n <= len(items); n++ {
			r := items[i+n-1].r
			trail := sets[r][trailWord]
			if trail == 0 || r < utf8.RuneSelf && n == 2 {
				break
			}
			seq = append(seq, doubleByte{set: byteSet{trailWord: trail}})
			for _, r := range s.bestFitRunes(seq) {
				s.addEdge(edge{from: int32(i), to: int32(i + n), path: path, loss: LossBestFit, price: bestFitPrice}, r)
			}
		}
	}
}

// bestFitRunes returns the commonest runes that a sequence may be.
func (s *search) bestFitRunes(seq []doubleByte) (out []rune) {
	common := endings()
	eachRune(seq, false, func(r rune) {
		s.steps++
		if common.block(r>>6)&(1<<(r&63)) != 0 {
			out = append(out, r)
		}
	})
	m := s.model
	slices.SortFunc(out, func(a, b rune) int {
		return cmp.Or(cmp.Compare(m.Alone(m.Sym(a)), m.Alone(m.Sym(b))), cmp.Compare(a, b))
	})
	return out[:min(len(out), maxDoubleRunes)]
}
