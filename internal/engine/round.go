package engine

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"

	"github.com/unbake/unbake/internal/codec"
)

// Bounds of the search for paths. More views than these were never needed by
// text that was damaged by programs; text made to have many pays no more.
const (
	maxLayers = 6
	maxViews  = 14
)

// maxCodecs is how many codecs may have views of one view, by its layers: together with
// those at its side, the best path has room for all its layers.
var maxCodecs = [maxLayers]int{5, 3, 2, 2, 1, 1}

// round goes once through the steps and returns the findings, made or not.
func (s *search) round(text string) []Finding {
	if !s.propose(text) {
		return nil
	}
	return s.judge()
}

// propose finds the clusters that the cheapest way through the text changes;
// false if there is none.
func (s *search) propose(text string) bool {
	s.load(text)
	if !s.anyControl() {
		s.controls = true // a round with them would be this one again
	}
	s.views[0].play = s.scan(&s.views[0])
	double, bestFit := s.doubleTriggers(), s.bestFitTriggers()
	if s.views[0].play == 0 && !double && bestFit == nil && !s.lossyTriggers() {
		return false
	}
	s.reset(len(s.views[0].items))
	s.explore(0)
	s.edgesOfViews()
	if s.controls {
		s.c1Edges()
	}
	s.daggerEdges()
	s.contractionEdges()
	s.headlessEdges()
	if double {
		s.doubleEdges()
	}
	if bestFit != nil {
		s.bestFitEdges(bestFit)
	}
	s.lossyEdges()
	if len(s.edges) == 0 {
		return false
	}
	s.run()
	if s.showsFold() {
		return s.propose(text)
	}
	s.cluster()
	if s.weighsFold() {
		return s.propose(text)
	}
	return len(s.clusters) > 0
}

func (s *search) anyControl() bool {
	for i := range s.views[0].items {
		if control(s.views[0].items[i].r) {
			return true
		}
	}
	return false
}

// explore makes the views of the codecs that play in a view, and theirs.
func (s *search) explore(v int) {
	play := s.views[v].play
	if play == 0 || len(s.views[v].path) >= maxLayers {
		return
	}
	first := len(s.views)
	var looked []int
	for set := play; set != 0; set &= set - 1 {
		c := codec.ID(bits.TrailingZeros64(set))
		s.look(v, c)
		n := len(s.views) - 1
		s.views[n].price = s.priceOf(keyOf(s.views[n].path))
		if s.views[n].n == 0 || s.dominated(n, looked) {
			s.views = s.views[:n]
			continue
		}
		looked = append(looked, n)
	}
	most := maxCodecs[len(s.views[v].path)]
	s.keepBest(first, most)
	for n := first; n < min(first+most, len(s.views)) && len(s.views) < maxViews; n++ {
		s.views[n].play = s.scanDeeper(&s.views[n])
		s.explore(n)
	}
}

// dominated tells whether a cheaper view reads all that view n reads, alike.
func (s *search) dominated(n int, among []int) bool {
	for _, k := range among {
		if s.views[k].price <= s.views[n].price && s.covers(&s.views[k], &s.views[n]) {
			return true
		}
	}
	return false
}

// covers tells whether view a decodes each sequence that view b does to the
// same rune.
func (s *search) covers(a, b *view) bool {
	i := 0
	for _, it := range b.items {
		if !it.decoded {
			continue
		}
		for i < len(a.items) && a.items[i].from < it.from {
			i++
		}
		if i == len(a.items) || a.items[i] != it {
			return false
		}
	}
	return true
}

// keepBest orders the views from number first on by how much of the cell they
// read, less their price, and keeps so many.
func (s *search) keepBest(first, most int) {
	list := s.views[first:]
	for i := 1; i < len(list); i++ {
		for j := i; j > 0 && worth(&list[j]) > worth(&list[j-1]); j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
	if len(list) > most {
		s.views = s.views[:first+most]
	}
}

func worth(v *view) float32 { return float32(v.n)*4 - v.price }

// scanDeeper is scan, less the codecs that read only runs that no layer above
// has decoded: those were seen there.
func (s *search) scanDeeper(v *view) uint64 {
	play := s.scan(v)
	for set := play; set != 0; set &= set - 1 {
		c := codec.ID(bits.TrailingZeros64(set))
		if !s.readsDecoded(v, c) {
			play &^= c.Set()
		}
	}
	return play
}

func (s *search) readsDecoded(v *view, c codec.ID) bool {
	for i := range v.items {
		if !v.items[i].decoded {
			continue
		}
		if _, n := sequence(v.items, i, c); n > 0 && s.beneath(v, i, n) {
			return true
		}
	}
	return false
}

// edgesOfViews gives each decoded item of each view an edge.
func (s *search) edgesOfViews() {
	s.findStrays()
	for n := 1; n < len(s.views); n++ {
		v := &s.views[n]
		path := s.pathOf(keyOf(v.path))
		if v.cesu {
			s.paths[path].name = s.nameOf(cesuKey | keyOf(v.path))
		}
		for _, it := range v.items {
			if it.decoded && !control(it.r) && !s.barred(it.r) {
				e := edge{from: it.from, to: it.to, path: path}
				if unicode.Is(unicode.Mn, it.r) && v.path[0] != codec.Windows1252 {
					e.price = markPrice
				}
				e.price += s.strayControls(&it, v)
				s.addEdge(e, it.r)
			}
		}
	}
}

// strayControlPrice, in nats, is paid for a C1 control where a page has another rune: `Đş Ń\u0080` was read as
// ISO-8859-2, which leaves controls there, rather than as windows-1250. windows-1252 stands for ISO-8859-1,
// too; where the cell has such controls, its runes of those bytes pay mixedPrice: `ÃŸ Ã\u0098` is of ISO-8859-15.
const (
	strayControlPrice = 8
	mixedPrice        = 6
)

// strayControls is what an item of a view pays for the controls that it takes by the pages of the view's layers.
func (s *search) strayControls(it *item, v *view) (price float32) {
	for ; v.parent >= 0; v = &s.views[v.parent] {
		p := &s.views[v.parent]
		if !p.strays {
			continue
		}
		c := v.path[len(v.path)-1]
		k, _ := slices.BinarySearchFunc(p.items, it.from, func(x item, from int32) int { return int(x.from - from) })
		for ; k < len(p.items) && p.items[k].from < it.to; k++ {
			price += strayControl(p.items[k].r, c)
		}
	}
	return price
}

// strayControl is what a rune pays, where others are stray controls.
func strayControl(r rune, c codec.ID) float32 {
	if c == codec.Windows1252 {
		if b, ok := codec.ByteOf(c, r); ok && control(rune(b)) && !control(r) {
			return mixedPrice
		}
	} else if control(r) && c.Codec().DecodeByte(byte(r)) != r {
		return strayControlPrice
	}
	return 0
}

// findStrays notes which views have a C1 control that is a rune in windows-1252: for each layer, what the one above left of it.
func (s *search) findStrays() {
	for n := range s.views {
		v := &s.views[n]
		v.strays = slices.ContainsFunc(v.items, func(it item) bool {
			return (n == 0 || it.decoded) && control(it.r) && !codec.Windows1252.Codec().Undefined(byte(it.r))
		})
	}
}

// mixed tells whether windows-1252 reads a view that has stray controls, and others of those bytes as what they are: a page that is near it
// made the one and the other.
func (s *search) mixed() bool {
	for n := range s.views {
		v := &s.views[n]
		if v.parent < 0 || v.path[len(v.path)-1] != codec.Windows1252 || !s.views[v.parent].strays {
			continue
		}
		for i := range v.items {
			it := &v.items[i]
			if it.decoded && s.strayControls(it, v) > 0 {
				return true
			}
		}
	}
	return false
}

// control tells whether r is a C1 control: the inside of a deeper layer, never
// what was meant.
func control(r rune) bool { return r >= 0x80 && r < 0xA0 }

// c1Codecs are the pages whose bytes come through as C1 controls when text is
// taken for ISO-8859-1, the likeliest first.
var c1Codecs = [...]codec.ID{codec.Windows1252, codec.Macintosh, codec.IBM850}

// c1Edges lets C1 controls be the letters of the page that they came from. Some
// kinds of controls are none: in a cell with bytes that are not UTF-8, which is of
// another encoding altogether and has them by chance; a row of them in
// the order of their numbers, which is the table of a page; trails, see trailing; and
// what stands where the page has nothing that would, see controlsFit.
func (s *search) c1Edges() {
	items := s.views[0].items
	for i := range items {
		if items[i].r == invalid {
			return
		}
	}
	if !slices.ContainsFunc(items, func(it item) bool { return control(it.r) }) {
		return
	}
	trail := s.trailing()
	var fit [len(c1Codecs)]bool
	for k, c := range c1Codecs {
		fit[k] = s.controlsFit(c)
	}
	for i := range items {
		it := &items[i]
		if !control(it.r) || trail != nil && trail[i] || i > 0 && it.r == items[i-1].r+1 || i+1 < len(items) && it.r+1 == items[i+1].r || trails(items, i) {
			continue
		}
		for k, c := range c1Codecs {
			r := c.Codec().DecodeByte(byte(it.r))
			if r == it.r || s.opt.Allowed&c.Set() == 0 || !fit[k] {
				continue
			}
			price := float32(c1Price)
			if k > 0 {
				price = farC1Price
			}
			path := s.namedPath(codecNames()[c]+">iso-8859-1", price, kindC1)
			s.addEdge(edge{from: int32(i), to: int32(i) + 1, path: path}, r)
		}
	}
}

// trails tells whether control i stands right behind the lead of a sequence of three bytes or four, and that behind no letter, as what
// is left of one does: `ì\u0096`, not `passé\u0085`; or behind a mark, which the lead may have been taken apart to.
func trails(items []item, i int) bool {
	if i == 0 {
		return false
	}
	if unicode.Is(unicode.Mn, items[i-1].r) {
		return true
	}
	if r := items[i-1].r; r < 0xE0 || r > 0xF4 {
		return false
	}
	return i == 1 || items[i-2].r != '\'' && items[i-2].r != '’' && !unicode.Is(unicode.Latin, items[i-2].r)
}

// daggerEdges undo what another tool leaves behind: `“live” data` lost byte 9D,
// and the tool took E2 80 and the space, as NBSP, for a dagger. The dagger
// stands between a word and the next one, with a quotation open that nothing else closes; `Jesus† died`
// and `†1945` are none.
func (s *search) daggerEdges() {
	open := false
	items := s.views[0].items
	for i, it := range items {
		switch it.r {
		case '“':
			open = true
		case '”':
			open = false
		case '†':
			if open && i > 0 && i+1 < len(items) && s.wordly(items[i-1].r) && s.letter(items[i+1].r) && !closesNext(items[i+1:]) {
				path := s.pathOf(keyOf(nil).with(codec.Windows1252))
				s.addEdge(edge{from: int32(i), to: int32(i) + 1, path: path, loss: LossDropped | LossHalfRepaired,
					price: lossPrice(LossHalfRepaired)}, '”', ' ')
				open = false
			}
		}
	}
}

// closesNext tells whether the first of the marks “ and ” among items is ”.
func closesNext(items []item) bool {
	i := slices.IndexFunc(items, func(it item) bool { return it.r == '“' || it.r == '”' })
	return i >= 0 && items[i].r == '”'
}

// wordly tells whether r may end a quotation.
func (s *search) wordly(r rune) bool {
	return s.letter(r) || strings.ContainsRune(".,!?…", r)
}
