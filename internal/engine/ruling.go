package engine

import (
	"math/bits"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// A path rules a cell if the pages of its layers have all runes beyond ASCII that stand there, each layer reads
// enough different sequences whole, and no other page reads as much and as likely. What it does not read
// has lost bytes, or is for the search.

// rulingWeight is how much the sequences that the outermost layer reads whole must weigh, as [settled] has it. It need
// not tell damage from clean text, which the weights do.
const rulingWeight = 5

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
	trails := 0
	for i := range v.items {
		if b, ok := codec.ByteOf(c, v.items[i].r); ok && v.items[i].decoded && b&0xC0 == 0x80 {
			trails++
		}
	}
	return trails > 2 && 2*trails > v.n
}

// mayGoDeeper tells whether some codec reads in the deepest view what text may hold.
func (s *search) mayGoDeeper() bool {
	v := &s.views[len(s.views)-1]
	t := settleTables()
	for set := s.scanDeeper(v); set != 0; set &= set - 1 {
		c := codec.ID(bits.TrailingZeros64(set))
		if rarePage(c) {
			continue
		}
		for i := range v.items {
			if r, n := sequence(v.items, i, c); n > 0 && s.beneath(v, i, n) {
				if kind := t.kindOf(r, utf8.RuneLen(r)); kind.usual() && float32(kind.rare)/rareUnit < rareRune+1 {
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
	parent, c := &s.views[w.parent], w.path[len(w.path)-1]
	enough := rulingWeight
	switch {
	case len(w.path) == 1:
		if brokenLeads(w, c) > w.n {
			return false
		}
	case c == codec.Windows1252 && keyOf(w.path).uniform():
		enough = enoughTwiceWestern
	case !covers(parent, w):
		return false
	}
	f := weightOf(w)
	if f.weight < enough {
		return false
	}
	for rivals := set &^ agreeing(parent, c); rivals != 0; rivals &= rivals - 1 {
		if !outdone(parent, codec.ID(bits.TrailingZeros64(rivals)), f.rarest) {
			return false
		}
	}
	return true
}

// brokenLeads counts the runes of a view that begin a sequence in a codec, but are no part of one.
func brokenLeads(v *view, c codec.ID) (n int) {
	for i := range v.items {
		if it := &v.items[i]; it.r >= utf8.RuneSelf && !it.decoded {
			if b, ok := codec.ByteOf(c, it.r); ok && isLead(b) {
				n++
			}
		}
	}
	return n
}

// weightOf weighs what a view reads, odd runes apart.
func weightOf(v *view) (f settled) {
	t := settleTables()
	var sum tally
	for i := range v.items {
		it := &v.items[i]
		if !it.decoded {
			continue
		}
		n := utf8.RuneLen(it.r)
		if kind := t.kindOf(it.r, n); control(it.r) || kind.class > classOdd {
			sum.seen[n] |= 1 << (it.r & 63)
			sum.rarest = max(sum.rarest, kind.rare)
		}
	}
	f.weighAs(&sum)
	return f
}

// agreeing returns the codecs in which the runes of a view, as far as it is read, are the bytes that they are in c.
func agreeing(v *view, c codec.ID) uint64 {
	t, agree := settleTables(), ^uint64(0)
	page := t.page(c)
	for i := range v.items {
		if it := &v.items[i]; it.r >= utf8.RuneSelf && (it.decoded || v.parent < 0) {
			if num := t.num(it.r); num != 0 {
				agree &= page[num].agree
			}
		}
	}
	return agree
}

// covers tells whether a view below others reads more than half of what the layer above it gives: it has one item for
// each sequence of those.
func covers(parent, v *view) bool {
	return 2*(len(parent.items)-len(v.items)+v.n) > parent.n
}

// outdone tells whether a codec reads in a view what no text holds, or little text, or a rune much rarer than the rarest one by another.
func outdone(v *view, c codec.ID, rarest float32) bool {
	t := settleTables()
	for i := range v.items {
		if r, n := sequence(v.items, i, c); n > 0 {
			kind := t.kindOf(r, utf8.RuneLen(r))
			if !kind.usual() || float32(kind.rare)/rareUnit >= rarest+clearLead {
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
