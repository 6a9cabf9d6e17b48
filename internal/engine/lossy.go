package engine

import (
	"math/bits"
	"slices"
	"unicode"

	"github.com/unbake/unbake/internal/codec"
)

// definedPrice, in nats, is added where U+FFFD is to stand for a byte that the
// page has a rune for: decoders write it for undefined bytes alone.
const definedPrice = 4

// daggerPrice, in nats, is added where a space, or a NBSP that is gone, is to
// have been the last byte of a dagger: `â€ ` is nearly always a closing quotation mark that lost its byte 9D,
// and a space.
const daggerPrice = 5

// A byteSet is a set of bytes that may have stood at a place.
type byteSet [4]uint64

func (b *byteSet) add(x byte)      { b[x>>6] |= 1 << (x & 63) }
func (b *byteSet) has(x byte) bool { return b[x>>6]&(1<<(x&63)) != 0 }

// A part is one way to read a byte of a sequence: what it may be, where the
// next one starts, and what was lost.
type part struct {
	set    byteSet
	next   int32
	losses int
	loss   Loss
	price  float32
	keep   rune // stays behind the sequence: a space that was not swallowed
}

// A lossyRune is one way to read a rune with losses.
type lossyRune struct {
	r     rune
	next  int32
	loss  Loss
	n     int
	price float32
	keep  rune
}

// Bounds of lossy readings.
const (
	maxLosses   = 2  // of one sequence
	maxReadings = 14 // of one place and end, by how common the rune is
)

// lossyTriggers tells whether some place may hold a sequence with a loss, though no
// codec reads any sequence whole.
func (s *search) lossyTriggers() bool {
	items := s.views[0].items
	for i, it := range items {
		if it.r == '†' || control(it.r) {
			return true
		}
		if it.r < 0x80 {
			continue
		}
		roles := codec.RolesOf(it.r)
		if roles == nil {
			continue
		}
		if s.triggers(items, i, roles) != 0 {
			return true
		}
	}
	return false
}

// triggers returns the codecs in which item i may begin a sequence with a loss,
// by itself: a lead before U+FFFD, a lead of three with one trail, or of four with
// two; and `Ã` before a space or a question mark.
func (s *search) triggers(items []item, i int, roles *codec.Roles) (set uint64) {
	leads := roles.Lead2 | roles.Lead3 | roles.Lead4
	next := rune(0)
	if i+1 < len(items) {
		next = items[i+1].r
	}
	switch {
	case next == 0xFFFD:
		set = leads
	case next == ' ' || next == '?' || i+1 == len(items):
		if items[i].r == 'Ã' {
			set = codec.Windows1252.Set()
		}
	case items[i].r == 'â' && (next == '"' || next == '\''):
		set = codec.Windows1252.Set()
	}
	if items[i].r == 'â' && next == '?' {
		set |= codec.Windows1252.Set()
	}
	if next >= 0x80 {
		if t := codec.RolesOf(next); t != nil {
			set |= (roles.Lead3 | roles.Lead4) & t.Trail
		}
	}
	return set & s.opt.Allowed
}

// lossyEdges adds the readings with losses: where a lead is left unread by a
// codec that plays in the cell, or that the place itself suggests.
func (s *search) lossyEdges() {
	for v := 0; v < len(s.views); v++ {
		w := &s.views[v]
		if len(w.path) >= maxLayers {
			continue
		}
		for i, it := range w.items {
			if it.r < 0x80 {
				continue
			}
			roles := codec.RolesOf(it.r)
			if roles == nil {
				continue
			}
			leads := roles.Lead2 | roles.Lead3 | roles.Lead4
			set := s.triggers(w.items, i, roles)
			for n := range s.views {
				u := &s.views[n]
				if n > 0 && u.parent == v {
					set |= u.path[len(u.path)-1].Set() & leads
				}
			}
			if v > 0 && !it.decoded {
				set = 0 // the layers above have not touched this: it is seen there
			}
			for c := codec.ID(0); c < 64; c++ {
				if set&c.Set() != 0 && !s.readWhole(v, c, i) {
					s.lossyAt(w.path, c, it.from)
				}
			}
		}
	}
}

// readWhole tells whether codec c reads a whole sequence at item i of view v.
func (s *search) readWhole(v int, c codec.ID, i int) bool {
	_, n := sequence(s.views[v].items, i, c)
	return n > 0
}

// lossyAt adds the lossy readings at a place of the cell by a path and one
// codec more.
func (s *search) lossyAt(outer []codec.ID, c codec.ID, from int32) {
	path := append(append(make([]codec.ID, 0, maxLayers), outer...), c)
	s.addLossy(path, from)
	if len(path) == 1 && s.views[0].play != 0 {
		s.addLossy(append(path, c), from) // the loss may have come between two layers
	}
}

func (s *search) addLossy(path []codec.ID, from int32) {
	list := s.runesAt(path, from, 0)
	slices.SortStableFunc(list, func(a, b lossyRune) int {
		if a.next != b.next {
			return int(a.next - b.next)
		}
		if d := s.rough(a) - s.rough(b); d < 0 {
			return -1
		} else if d > 0 {
			return 1
		}
		return int(a.r - b.r)
	})
	var id uint8
	end, n := int32(-1), 0
	for _, a := range list {
		if a.loss == 0 || control(a.r) || s.impossible(a.r) || !s.model.Sym(a.r).Known() || invisible(a.r) {
			continue
		}
		if a.next != end {
			end, n = a.next, 0
		}
		if n++; n > maxReadings {
			continue
		}
		if id == 0 {
			id = s.pathOf(path)
		}
		e := edge{from: from, to: a.next, path: id, loss: a.loss, price: a.price}
		if a.keep != 0 {
			s.addEdge(e, a.r, a.keep)
		} else {
			s.addEdge(e, a.r)
		}
	}
}

// invisible tells whether r shows nothing by itself: where bytes are lost such a
// reading explains anything. The non-joiner of Persian writing may be.
func invisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) && r != 0x200C && r != 0xAD
}

// rough orders readings before their context is looked at.
func (s *search) rough(a lossyRune) float32 { return a.price + s.model.Alone(s.model.Sym(a.r)) }

// runesAt returns the ways to read a rune at a place through a path, losses
// already used being counted.
func (s *search) runesAt(path []codec.ID, from int32, losses int) []lossyRune {
	items := s.views[0].items
	if len(path) == 0 {
		if int(from) >= len(items) || items[from].r < 0 {
			return nil
		}
		return []lossyRune{{r: items[from].r, next: from + 1}}
	}
	c := path[len(path)-1]
	var out []lossyRune
	for _, lead := range s.partsAt(path, from, losses, false) {
		for b := 0xC2; b <= 0xF4; b++ {
			if lead.set.has(byte(b)) {
				out = s.sequencesAt(out, path, c, byte(b), lead)
			}
		}
		if lead.set[0]|lead.set[1] != 0 && lead.losses == 0 { // ASCII passes through
			for b := byte(0); b < 0x80; b++ {
				if lead.set.has(b) {
					out = append(out, lossyRune{r: rune(b), next: lead.next, loss: lead.loss, n: lead.losses, price: lead.price})
				}
			}
		}
	}
	return out
}

// sequencesAt appends the runes that begin with lead b.
func (s *search) sequencesAt(out []lossyRune, path []codec.ID, c codec.ID, b byte, lead part) []lossyRune {
	n := 1
	r := rune(b & 0x1F)
	if b >= 0xE0 {
		n, r = 2, rune(b&0x0F)
	}
	if b >= 0xF0 {
		n, r = 3, rune(b&0x07)
	}
	if n == 1 {
		for _, t := range s.partsAt(path, lead.next, lead.losses, true) {
			out = s.expand(out, r, n, []part{lead, t})
		}
		return out
	}
	for _, t := range s.partsAt(path, lead.next, lead.losses, true) {
		for _, u := range s.partsAt(path, t.next, t.losses+lead.losses, true) {
			if n == 2 {
				out = s.expand(out, r, n, []part{lead, t, u})
				continue
			}
			for _, w := range s.partsAt(path, u.next, u.losses+t.losses+lead.losses, true) {
				out = s.expand(out, r, n, []part{lead, t, u, w})
			}
		}
	}
	return out
}

// expand appends the runes of a lead and sets of trails.
func (s *search) expand(out []lossyRune, lead rune, n int, parts []part) []lossyRune {
	base := lossyRune{next: parts[len(parts)-1].next, keep: parts[len(parts)-1].keep}
	for i, p := range parts {
		base.loss |= p.loss
		base.n += p.losses
		base.price += p.price
		if p.keep != 0 && i < len(parts)-1 {
			return out
		}
	}
	if base.n > maxLosses {
		return out
	}
	var walk func(r rune, k int)
	walk = func(r rune, k int) {
		if k > n {
			if n == 2 && r < 0x800 || n == 3 && (r < 0x10000 || r > 0x10FFFF) || r >= 0xD800 && r < 0xE000 {
				return
			}
			x := base
			x.r = r
			if r == '†' && x.loss&(LossSpace|LossNBSP) != 0 {
				x.price += daggerPrice
			}
			out = append(out, x)
			return
		}
		for w := parts[k].set[2]; w != 0; w &= w - 1 { // 80..BF are the third word
			walk(r<<6|rune(bits.TrailingZeros64(w)), k+1)
		}
	}
	walk(lead, 1)
	return out
}

// partsAt returns the ways to read a byte at a place through a path. Trails may
// be lost; leads may not.
func (s *search) partsAt(path []codec.ID, from int32, losses int, trail bool) []part {
	c := path[len(path)-1]
	var out []part
	for _, x := range s.runesAt(path[:len(path)-1], from, losses) {
		if b, ok := codec.ByteOf(c, x.r); ok && (!trail || b&0xC0 == 0x80) {
			out = addPart(out, x, b)
		}
	}
	if trail && losses < maxLosses {
		out = append(out, s.lostAt(c, from, len(path) == 1)...)
	}
	return out
}

// addPart adds a byte, joining parts that differ in the byte alone.
func addPart(out []part, x lossyRune, b byte) []part {
	for i := range out {
		o := &out[i]
		if o.next == x.next && o.loss == x.loss && o.price == x.price && o.keep == x.keep {
			o.set.add(b)
			return out
		}
	}
	p := part{next: x.next, losses: x.n, loss: x.loss, price: x.price, keep: x.keep}
	p.set.add(b)
	return append(out, p)
}

// lostAt returns what a trail may have been that is missing, or has become
// something else, at a place.
func (s *search) lostAt(c codec.ID, from int32, outermost bool) []part {
	items := s.views[0].items
	holes, printable := holesOf(c)
	lost := func(set byteSet, loss Loss, width int32) part {
		return part{set: set, next: from + width, losses: 1, loss: loss, price: lossPrice(loss)}
	}
	var out []part
	if holes != (byteSet{}) {
		out = append(out, lost(holes, LossDropped, 0))
	}
	var soft byteSet
	soft.add(0xA0)
	soft.add(0xAD)
	if int(from) == len(items) {
		out = append(out, lost(only(0xA0), LossNBSP, 0))
		return out
	}
	out = append(out, lost(soft, LossNBSP, 0))
	switch r := items[from].r; r {
	case '?':
		out = append(out, lost(holes, LossQuestion, 1))
		p := lost(printable, LossQuestion, 1)
		if s.spared(c) {
			p.price += definedPrice
		} else {
			p.price++
		}
		out = append(out, p)
	case 0xFFFD:
		out = append(out, lost(holes, LossReplacement, 1))
		p := lost(printable, LossReplacement, 1)
		p.price += definedPrice
		out = append(out, p)
	case ' ':
		out = append(out, lost(only(0xA0), LossSpace, 1))
		if outermost {
			p := lost(only(0xA0), LossSpace, 1)
			p.keep = ' '
			p.price++
			out = append(out, p)
		}
	case '\'':
		out = append(out, lost(only(0x91, 0x92, 0x82), LossStraightened, 1))
	case '"':
		out = append(out, lost(only(0x93, 0x94, 0x84), LossStraightened, 1))
	case '-':
		out = append(out, lost(only(0x96, 0x97), LossStraightened, 1))
	case '.':
		if int(from)+2 < len(items) && items[from+1].r == '.' && items[from+2].r == '.' {
			out = append(out, lost(only(0x85), LossStraightened, 3))
		}
	}
	return slices.DeleteFunc(out, func(p part) bool { return p.set == byteSet{} })
}

// spared tells whether the cell holds a rune that codec c has at 80..9F and
// ISO-8859-1 does not: then the text was never forced into ISO-8859-1, and a
// question mark stands for an undefined byte alone.
func (s *search) spared(c codec.ID) bool {
	for _, it := range s.views[0].items {
		if it.r > 0xFF {
			if b, ok := codec.ByteOf(c, it.r); ok && b >= 0x80 && b < 0xA0 {
				return true
			}
		}
	}
	return false
}

func only(list ...byte) (set byteSet) {
	for _, b := range list {
		set.add(b)
	}
	return set
}

// holesOf returns the trails that a page leaves undefined, and the others of
// 80..9F, which programs that take the text for ISO-8859-1 cannot write either.
func holesOf(c codec.ID) (holes, printable byteSet) {
	for b := byte(0x80); b < 0xC0; b++ {
		if c.Codec().Undefined(b) {
			holes.add(b)
		} else if b < 0xA0 {
			printable.add(b)
		}
	}
	return holes, printable
}
