package engine

import (
	"math/bits"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// Text that was damaged by one path, and has lost bytes all over, would be a long search: each place may be read by
// several pages, and what is lost by any of them. Where one path reads nearly all of a cell, with more evidence than
// chance ever makes, the search goes along that path first: a sequence that it reads whole is read so, and what is left has
// its readings with losses by that path alone. What those do not settle is left to the search.

// alongWeight is how much the sequences that a path reads whole must weigh, as [settled] has it: the same as leaves no
// doubt there.
const alongWeight = 5

// Words of alongSure sequences and more that lost nothing are as sure as what the fast tier settles: alongOdds are the
// log-odds of settledConfidence.
const (
	alongSure = 3
	alongOdds = 6.9
)

// sureAlong tells whether a cluster needs no weights, the search going along a path.
func (s *search) sureAlong(c *cluster) bool {
	return s.narrow && c.lost == 0 && len(c.edges) >= alongSure && s.paths[c.path].depth == 1
}

// rulingPath finds the path that rules the cell, whose views it makes, the deepest one last; 0 if there is none.
func (s *search) rulingPath() (path pathKey) {
	for len(s.views[len(s.views)-1].path) < maxLayers {
		v := len(s.views) - 1
		set := s.readers(&s.views[v])
		if set != 0 && s.ruledBy(v, set, path) {
			path = path.with(s.views[v+1].path[v])
			continue
		}
		if path == 0 {
			return 0
		}
		if c := path.last(); path.outer() == 0 && c == codec.Windows1252 && mostlyTrails(&s.views[v], c) {
			s.look(v, c) // of all leads in the layer below bytes are lost: Ð is `Ã` there
			path = path.with(c)
		} else if s.playsOn(v) {
			return 0
		}
		break
	}
	return path
}

// readers returns the codecs that have each rune of a view beyond ASCII, as far as it is read, and read sequences of it.
func (s *search) readers(v *view) uint64 {
	set, done := s.opt.Allowed, uint64(0)
	var m machine
	for i := range v.items {
		it := &v.items[i]
		if it.r < utf8.RuneSelf && it.r >= 0 || it.r == utf8.RuneError || v.parent >= 0 && !it.decoded {
			m = machine{}
			continue
		}
		roles := codec.RolesOf(it.r)
		if roles == nil {
			return 0
		}
		if set &= roles.Lead2 | roles.Lead3 | roles.Lead4 | roles.Trail; set == 0 {
			return 0
		}
		m.step(roles, true)
		done |= m.done
	}
	return set & done
}

// playsOn tells whether some codec reads more in a view, though none reads all of it.
func (s *search) playsOn(v int) bool {
	w := &s.views[v]
	last := w.path[len(w.path)-1]
	return s.scanDeeper(w)&(last.Set()|codec.Windows1252.Set()) != 0
}

// mostlyTrails tells whether most runes that a view reads are trails of a codec, as nothing but a layer beneath has them.
func mostlyTrails(v *view, c codec.ID) bool {
	all, trails := 0, 0
	for i := range v.items {
		if !v.items[i].decoded {
			continue
		}
		all++
		if b, ok := codec.ByteOf(c, v.items[i].r); ok && b&0xC0 == 0x80 {
			trails++
		}
	}
	return trails > 2 && 2*trails > all
}

// mayGoDeeper tells whether some codec reads in the deepest view what text may hold.
func (s *search) mayGoDeeper() bool {
	v := &s.views[len(s.views)-1]
	t := settleTables()
	for set := s.scanDeeper(v); set != 0; set &= set - 1 {
		c := codec.ID(bits.TrailingZeros64(set))
		for i := range v.items {
			if r, n := sequence(v.items, i, c); n > 0 && s.beneath(v, i, n) {
				if kind := t.kindOf(r, utf8.RuneLen(r)); kind.class > classOdd && kind.class != classMark && float32(kind.rare)/rareUnit < clearLead+4 {
					return true
				}
			}
		}
	}
	return false
}

// ruledBy makes the view that the cheapest of a set of codecs has of view v, if it rules.
func (s *search) ruledBy(v int, set uint64, path pathKey) bool {
	c, _ := s.opt.cheapest(set, path, 0)
	s.look(v, c)
	if s.rules(v+1, set) {
		return true
	}
	s.views = s.views[:v+1]
	return false
}

// rules tells whether what view v reads is evidence enough, and no other codec of a set comes into question.
func (s *search) rules(v int, set uint64) bool {
	w := &s.views[v]
	c := w.path[len(w.path)-1]
	t := settleTables()
	var sum tally
	agree := ^uint64(0)
	page := t.page(c)
	for i := range w.items {
		it := &w.items[i]
		if !it.decoded {
			continue
		}
		n := utf8.RuneLen(it.r)
		kind := t.kindOf(it.r, n)
		if !control(it.r) && (kind.class == classBarred || kind.class == classOdd) {
			continue
		}
		sum.seen[n] |= 1 << (it.r & 63)
		sum.rarest = max(sum.rarest, kind.rare)
	}
	var f settled
	f.weighAs(&sum)
	enough := alongWeight
	parent := &s.views[w.parent]
	if len(w.path) > 1 {
		if c == codec.Windows1252 && keyOf(w.path).uniform() {
			enough = enoughTwiceWestern
		} else if !covers(parent, w) {
			return false
		}
	}
	if f.weight < enough {
		return false
	}
	for i := range parent.items {
		if it := &parent.items[i]; it.r >= utf8.RuneSelf && it.r != utf8.RuneError && (it.decoded || parent.parent < 0) {
			if num := t.num(it.r); num != 0 {
				agree &= page[num].agree
			}
		}
	}
	_ = bits.Len
	for rivals := set &^ agree &^ c.Set(); rivals != 0; rivals &= rivals - 1 {
		if !s.outdone(parent, codec.ID(bits.TrailingZeros64(rivals)), &f) {
			if zzd { println("rival", c.Codec().Name(), codec.ID(bits.TrailingZeros64(rivals)).Codec().Name()) }
			return false
		}
	}
	return true
}

// covers tells whether a view reads more than half of what the layer above it gives.
func covers(parent, v *view) bool {
	all, left := 0, 0
	for i := range parent.items {
		if parent.items[i].decoded {
			all++
		}
	}
	k := 0
	for i := range v.items {
		it := &v.items[i]
		for k < len(parent.items) && parent.items[k].from < it.from {
			k++
		}
		if !it.decoded && k < len(parent.items) && parent.items[k].decoded {
			left++
		}
	}
	return 2*left < all
}

// outdone tells whether a codec reads in a view what no text holds, or little text.
func (s *search) outdone(v *view, c codec.ID, found *settled) bool {
	t := settleTables()
	for i := range v.items {
		if r, n := sequence(v.items, i, c); n > 0 {
			kind := t.kindOf(r, utf8.RuneLen(r))
			if kind.class == classOdd || kind.class == classMark || kind.class == classBarred || float32(kind.rare)/rareUnit >= found.rarest+clearLead {
				return true
			}
		}
	}
	return false
}

// num returns the number of a rune, 0 if it has none.
func (t *settleTable) num(r rune) uint16 {
	var b [utf8.UTFMax]byte
	n, _ := t.numberOf(b[:utf8.EncodeRune(b[:], r)])
	return n
}

// along returns what the ruling path of a text makes of it.
func (s *search) along(e *Engine, text string) []Finding {
	s.load(text)
	if s.strays = s.anyStray(); s.strays || len(s.escapes) > 0 {
		return nil
	}
	path := s.rulingPath()
	if path == 0 || s.opt.Values && path.outer() != 0 || path.outermost() == foldedCodec && s.anyFolded() && s.mayGoDeeper() {
		return nil
	}
	s.reset(len(s.views[0].items))
	s.narrow = true
	defer func() { s.narrow = false }()
	s.edgesAlong(path)
	if len(s.edges) == 0 {
		return nil
	}
	s.run()
	s.cluster()
	found := s.judge()
	if s.opt.Values {
		s.views[0].play = path.outermost().Set()
		found = s.value(text, found)
	}
	made, _ := parted(found)
	return made
}

// edgesAlong gives the sequences that the deepest view reads their edges, and what is left those with losses.
func (s *search) edgesAlong(path pathKey) {
	s.lossy.forget()
	s.lossy.findClosing(s.views[0].items)
	s.findRepeats()
	limit := lossyPerCell + lossyPerRune*len(s.syms)
	id := s.pathOf(path)
	v := &s.views[len(s.views)-1]
	if v.cesu {
		s.paths[id].name = s.nameOf(cesuKey | path)
	}
	for i := range v.items {
		it := &v.items[i]
		if it.r < utf8.RuneSelf {
			continue
		}
		whole := it.decoded && !control(it.r) && !s.barred(it.r)
		if whole {
			s.addEdge(edge{from: it.from, to: it.to, path: id}, it.r)
		}
		if folded := path.outermost() == foldedCodec && s.foldedPair(s.views[0].items, int(it.from)); (folded || !whole) && !s.repeated(it.from) && len(s.edges) <= limit {
			s.addLossy(path, it.from)
		}
	}
}

var zzd bool

// anyFolded tells whether case may have been folded somewhere in the cell.
func (s *search) anyFolded() bool {
	items := s.views[0].items
	for i := range items {
		if s.foldedPair(items, i) {
			return true
		}
	}
	return false
}

// soundAlong tells whether what the ruling path made leaves nothing to be done in it, nor touches what is left.
func soundAlong(e *Engine, text string, made []Finding) bool {
	for i := range made {
		f := &made[i]
		after := f.Readings[0].After
		if Clean(e, after) < len(after) {
			return false
		}
		if f.Start > 0 && text[f.Start-1] >= utf8.RuneSelf && (i == 0 || made[i-1].End < f.Start) ||
			f.End < len(text) && text[f.End] >= utf8.RuneSelf && (i+1 == len(made) || made[i+1].Start > f.End) {
			return false
		}
	}
	return true
}
