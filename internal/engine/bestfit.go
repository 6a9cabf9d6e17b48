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
// é becomes `+¬`. A letter or sign of ASCII leads what is behind it. Only marks from E2 80 on, `GÇ`
// and one letter more, are sure signs of it; where they stand, the rest is looked for, too.

// bestFitPage is the page that consoles have.
const bestFitPage = codec.IBM437

// bestFitPrice, in nats, is paid by a sequence that a look-alike leads.
const bestFitPrice = 3

// bestFitMargin is how far ahead of the next reading, in nats, one must be: `+¦` is a third of all letters.
const bestFitMargin = 3

// bestFitSets are, by rune, the bytes of the page that become it.
var bestFitSets = sync.OnceValue(func() map[rune]byteSet {
	sets := make(map[rune]byteSet)
	for b := 0x80; b <= 0xFF; b++ {
		r := codec.BestFit(bestFitPage.Codec().DecodeByte(byte(b)))
		set := sets[r]
		set.add(byte(b))
		sets[r] = set
	}
	delete(sets, '?')
	return sets
})

// bestFitTriggers tells whether the cell has a sure sign, and nothing that windows-1252 lacks.
func (s *search) bestFitTriggers() bool {
	items := s.views[0].items
	found := false
	for i := range items {
		r := items[i].r
		if _, ok := codec.ByteOf(codec.Windows1252, r); !ok && r >= utf8.RuneSelf || r < 0 {
			return false
		}
		found = found || r == 'G' && i+2 < len(items) && items[i+1].r == 'Ç' && items[i+2].r >= utf8.RuneSelf
	}
	return found && s.opt.Allowed&bestFitPage.Set() != 0
}

// bestFitEdges adds the readings of sequences that a look-alike leads.
func (s *search) bestFitEdges() {
	items, sets := s.views[0].items, bestFitSets()
	path := s.pathOf(keyOf(nil).with(bestFitPage))
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
	eachRune(seq, func(r rune) {
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
