package engine

import (
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

// invalid stands for a byte that is not UTF-8: a wall that no candidate crosses.
const invalid rune = -1

// An item is a rune as a view sees it and the runes of the cell that it is made of.
type item struct {
	r        rune
	from, to int32 // runes of the cell
	decoded  bool  // by the view's last codec
}

// A view is the cell with the layers of a path undone where they can be.
type view struct {
	path   []codec.ID // outermost layer first
	parent int        // index of the view that the last codec reads
	items  []item
	play   uint64 // codecs that read runs of this view
	price  float32
	n      int  // decoded sequences
	cesu   bool // some of them are pairs of surrogates
	strays bool // it has C1 controls that are runes in windows-1252
}

// load takes a cell apart.
func (s *search) load(text string) {
	s.text = text
	s.off = s.off[:0]
	s.syms = s.syms[:0]
	s.views = s.views[:0]
	base := s.newView(nil, -1)
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
			if r == utf8.RuneError && n == 1 {
				r = invalid
			}
		}
		k := int32(len(s.off))
		base.items = append(base.items, item{r: r, from: k, to: k + 1})
		s.off = append(s.off, int32(i))
		i += n
	}
	s.off = append(s.off, int32(len(text)))
	if s.fold = foldOf(bytesOf(text)); s.fold == foldNone {
		s.fold = s.ownFold
	} else if s.ownFold == foldNone {
		s.foldPages &= codec.Windows1252.Set() | s.foldedMostly()
	}
}

// newView appends a view, reusing memory of earlier cells.
func (s *search) newView(path []codec.ID, parent int) *view {
	if len(s.views) < cap(s.views) {
		s.views = s.views[:len(s.views)+1]
	} else {
		s.views = append(s.views, view{})
	}
	v := &s.views[len(s.views)-1]
	*v = view{path: append(v.path[:0], path...), parent: parent, items: v.items[:0]}
	return v
}

// maxTrails is how many trails a sequence has at most.
const maxTrails = 3

// A machine reads a run of runes with all codecs at once: each bit of the
// sets is a codec that waits for so many trails.
type machine struct {
	need1, need2, need3 uint64
	done                uint64 // has read a whole sequence in this run
	stray               uint64 // has met a letter that trails nothing
	lost                uint64 // may have met a byte that was lost: its trails are no strays
	trails              int    // how many of those may come yet
}

// step reads one rune. letter tells whether it is a letter or mark: a symbol
// that trails nothing may be a quotation mark of its own; a letter that
// trails nothing shows that the codec is not at work in this run.
func (m *machine) step(roles *codec.Roles, letter bool) {
	waiting := m.need1 | m.need2 | m.need3
	t := roles.Trail
	m.done |= m.need1 & t
	free := ^(waiting & t)
	if t == 0 {
		m.trails = 0
	}
	if letter {
		m.stray |= t &^ waiting &^ m.lost
	}
	if m.trails--; m.trails <= 0 {
		m.lost = 0
	}
	m.need1, m.need2, m.need3 = m.need2&t|roles.Lead2&free, m.need3&t|roles.Lead3&free, roles.Lead4&free
}

// lostBy returns the codecs of which a rune that no codec has may stand for a byte: U+FFFD,
// and a question mark behind a lead, for one that was lost, a space for the NBSP of a sequence that
// is not done.
func (m *machine) lostBy(r rune) uint64 {
	waiting := m.need1 | m.need2 | m.need3
	switch {
	case r == utf8.RuneError, r == '?' && waiting != 0:
		return ^uint64(0)
	case r == ' ':
		return waiting
	}
	return 0
}

// scan returns the codecs that read a run of the view whole, as far as letters go.
func (s *search) scan(v *view) (play uint64) {
	var m machine
	for i := range v.items {
		r := v.items[i].r
		if r < utf8.RuneSelf && r >= 0 {
			play |= m.done &^ m.stray
			m = machine{lost: m.lostBy(r), trails: maxTrails}
			continue
		}
		roles := codec.RolesOf(r)
		if roles == nil {
			m.lost, m.trails = m.lostBy(r), maxTrails
			m.need1, m.need2, m.need3 = 0, 0, 0 // sequences end before it
			continue
		}
		m.step(roles, s.letter(r))
	}
	play |= m.done &^ m.stray
	return play & s.opt.Allowed
}

func (s *search) letter(r rune) bool {
	return s.model.Sym(r).Role() != lm.RoleBreak
}

// sequence returns the rune that codec c reads at item i of a view, and how many items
// it takes; 0 if it reads none.
func sequence(items []item, i int, c codec.ID) (r rune, n int) {
	if items[i].r < utf8.RuneSelf || i+1 >= len(items) || items[i+1].r < utf8.RuneSelf {
		return 0, 0
	}
	b, ok := codec.ByteOf(c, items[i].r)
	if !ok {
		return 0, 0
	}
	switch {
	case b >= 0xC2 && b <= 0xDF:
		r, n = rune(b&0x1F), 2
	case b >= 0xE0 && b <= 0xEF:
		r, n = rune(b&0x0F), 3
	case b >= 0xF0 && b <= 0xF4:
		r, n = rune(b&0x07), 4
	default:
		return 0, 0
	}
	if i+n > len(items) {
		return 0, 0
	}
	for k := 1; k < n; k++ {
		t, ok := codec.ByteOf(c, items[i+k].r)
		if !ok || t&0xC0 != 0x80 {
			return 0, 0
		}
		r = r<<6 | rune(t&0x3F)
	}
	if n == 3 && r < 0x800 || n == 4 && (r < 0x10000 || r > 0x10FFFF) {
		return 0, 0
	}
	if r >= 0xD800 && r <= 0xDFFF {
		return surrogates(items, i, c, r)
	}
	return r, n
}

// surrogatePair is how many runes a pair of surrogates takes; no other sequence has as many.
const surrogatePair = 6

// surrogates reads a pair of surrogates, each encoded by itself: CESU-8, as
// MySQL's utf8 and Java write emoji.
func surrogates(items []item, i int, c codec.ID, high rune) (rune, int) {
	if high > 0xDBFF || i+surrogatePair > len(items) {
		return 0, 0
	}
	var b [3]byte
	for k := range b {
		x, ok := codec.ByteOf(c, items[i+3+k].r)
		if !ok {
			return 0, 0
		}
		b[k] = x
	}
	low := rune(b[0]&0x0F)<<12 | rune(b[1]&0x3F)<<6 | rune(b[2]&0x3F)
	if b[0] != 0xED || b[1]&0xF0 != 0xB0 || b[2]&0xC0 != 0x80 {
		return 0, 0
	}
	return (high-0xD800)<<10 + (low - 0xDC00) + 0x10000, surrogatePair
}

// look makes the view that codec c has of view number parent.
func (s *search) look(parent int, c codec.ID) {
	p := &s.views[parent]
	path := append(append(s.path[:0], p.path...), c)
	s.path = path
	v := s.newView(path, parent)
	p = &s.views[parent] // newView may have moved it
	for i := 0; i < len(p.items); {
		r, n := rune(0), 0
		if p.items[i].r >= utf8.RuneSelf {
			r, n = sequence(p.items, i, c)
		}
		if n > 0 && !s.impossible(r) && s.beneath(p, i, n) {
			v.items = append(v.items, item{r, p.items[i].from, p.items[i+n-1].to, true})
			v.n++
			v.cesu = v.cesu || n == surrogatePair
			i += n
			continue
		}
		it := p.items[i]
		it.decoded = false
		v.items = append(v.items, it)
		i++
	}
}

// beneath tells whether a layer may read items of view p: all that a lower layer
// reads went through the layers above it.
func (s *search) beneath(p *view, i, n int) bool {
	for _, it := range p.items[i : i+n] {
		if len(p.path) > 0 && !it.decoded {
			return false
		}
	}
	return true
}

// impossible tells whether no text holds r: private use and unassigned code points. C1
// controls, and private runes of a page such as the apple of the Macs, may be
// the inside of a deeper layer.
func (s *search) impossible(r rune) bool {
	return r >= 0xF0000 || s.barred(r) && codec.RolesOf(r) == nil
}

// barred tells whether r is never what was meant.
func (s *search) barred(r rune) bool { return s.model.Barred(s.model.Sym(r)) }
