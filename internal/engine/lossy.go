package engine

import (
	"math/bits"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/scan"
)

// daggerPrice, in nats, is added where a space, or a NBSP that is gone, is to
// have been the last byte of a dagger: `â€ ` is nearly always a closing quotation mark that lost its byte 9D,
// and a space.
const daggerPrice = 5

// joinerPrice, in nats, is added where a joiner is to have stood behind ASCII: joiners
// join the letters of Indic and Persian writing, and emoji.
const joinerPrice = 8

// Bounds of lossy readings.
const (
	maxLosses   = 2  // of one sequence
	maxReadings = 14 // of one place and end, by how common the rune is

	// A cell has at most lossyPerRune edges with losses for each of its runes, and lossyPerCell
	// besides; its last sequences are not read where it has more. Clean Greek asks for 7 a rune,
	// and a line of Georgian that lost two bytes of each three for 24,000 in all;
	// 8 kB of leads before U+FFFD, which all pages may read, would for 400,000.
	lossyPerRune = 16
	lossyPerCell = 24000
)

// lossyTriggers tells whether some place may hold a sequence with a loss, though no
// codec reads any sequence whole.
func (s *search) lossyTriggers() bool {
	items := s.views[0].items
	for i, it := range items {
		if it.r == '†' || it.r == '€' || control(it.r) {
			return true
		}
		if it.r < 0x80 {
			continue
		}
		roles := codec.RolesOf(it.r)
		if roles == nil {
			continue
		}
		if s.foldTriggers(items, i) {
			return true
		}
		if s.triggers(items, i, roles) != 0 {
			return true
		}
	}
	return false
}

// triggers returns the codecs in which item i may begin a sequence with a loss,
// by itself: a lead before U+FFFD, a lead of three with one trail, or of four with
// two; `Ã` before a space, a question mark or `Â`, or at the front of a word in small letters; `Â` before a space and behind a figure
// or the end of a word; `â` where English has an apostrophe; and a capital within a word of small letters, `sreÄko`, with a
// question mark behind it or not: a byte is lost there.
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
	if items[i].r == 'Â' && next == ' ' && i > 0 && items[i-1].r >= 0 && items[i-1].r < 0x80 && scan.EndsText(byte(items[i-1].r)) {
		set |= codec.Windows1252.Set()
	}
	if items[i].r == 'Ã' && next == 'Â' || beheaded(items, i) || contracted(items, i) || leadWithin(items, i) != scan.NoWriting {
		set |= codec.Windows1252.Set()
	}
	if items[i].r == 'â' && next == '?' || leads&codec.Windows1252.Set() != 0 && withinSmall(items, i) {
		set |= codec.Windows1252.Set()
	}
	if next >= 0x80 {
		if t := codec.RolesOf(next); t != nil {
			set |= (roles.Lead3 | roles.Lead4) & t.Trail
		}
	}
	return set & s.opt.Allowed
}

// beheaded tells whether item i is Ã before two small letters of ASCII and behind none: what begins with Ä, Ö, Ü, É or their kin
// when the control behind it was dropped. Words that begin with Ã have a capital there, or are of few languages.
func beheaded(items []item, i int) bool {
	return items[i].r == 'Ã' && smallAt(items, i+1) && smallAt(items, i+2) && (i == 0 || !unicode.IsLetter(items[i-1].r))
}

// contracted tells whether item i is â between a word and what English contracts with it: `donât`, `itâs`, `weâre`.
func contracted(items []item, i int) bool {
	if items[i].r != 'â' || i == 0 || !isASCIILetter(items[i-1].r) {
		return false
	}
	var tail [3]byte
	n := 0
	for k := i + 1; k < len(items) && unicode.IsLetter(items[k].r); k++ {
		if n == len(tail) || items[k].r >= utf8.RuneSelf {
			return false
		}
		tail[n] = byte(items[k].r)
		n++
	}
	return scan.Contracts(byte(items[i-1].r), string(tail[:n]))
}

// withinSmall tells whether item i is a capital behind a letter, before a small one, or a question
// mark or a straight quote, that would be out of place there in any text.
func withinSmall(items []item, i int) bool {
	if i == 0 || i+1 == len(items) || !unicode.IsUpper(items[i].r) || i > 1 && items[i-2].r == '\\' {
		return false // `\nÄmne` begins a word
	}
	letter := isASCIILetter(items[i-1].r)
	switch items[i+1].r {
	case '?':
		return letter && smallAt(items, i+2)
	case '\'', '"': // that stands for a mark of print
		return smallAt(items, i-1) || letter && smallAt(items, i+2)
	}
	return smallAt(items, i-1) && smallAt(items, i+1)
}

// smallAt tells whether item i is a small letter of ASCII.
func smallAt(items []item, i int) bool {
	return 0 <= i && i < len(items) && 'a' <= items[i].r && items[i].r <= 'z'
}

// isASCIILetter tells whether r is a letter of ASCII.
func isASCIILetter(r rune) bool { return 0 <= r && r < utf8.RuneSelf && asciiLetter(byte(r)) }

// lossyEdges adds the readings with losses: where a lead is left unread by a
// codec that plays in the cell, or that the place itself suggests.
func (s *search) lossyEdges() {
	s.lossy.forget()
	s.lossy.findClosing(s.views[0].items)
	s.findRepeats()
	limit := len(s.edges) + lossyPerCell + lossyPerRune*len(s.syms)
	for v := 0; v < len(s.views); v++ {
		w := &s.views[v]
		if len(w.path) >= maxLayers {
			continue
		}
		play := s.readersOf(v)
		for i := range w.items {
			it := &w.items[i]
			if len(s.edges) > limit {
				return
			}
			if it.r < 0x80 || v > 0 && !it.decoded || s.repeated(it.from) {
				continue // what the layers above have not touched is seen there
			}
			if v == 0 {
				folded := s.foldedPair(w.items, i)
				s.foldedAt(folded, it.from)
				if folded&codec.Windows1252.Set() != 0 {
					continue
				}
			}
			roles := codec.RolesOf(it.r)
			if roles == nil {
				continue
			}
			leads := roles.Lead2 | roles.Lead3 | roles.Lead4
			if leads == 0 {
				continue
			}
			for set := s.triggers(w.items, i, roles) | play&leads | brokenBelow(w, i, leads); set != 0; set &= set - 1 {
				c := codec.ID(bits.TrailingZeros64(set))
				if _, n := sequence(w.items, i, c); n == 0 {
					s.lossyAt(w.path, c, it.from)
				}
			}
		}
	}
}

// foldedAt adds the readings at a place by which case was folded after some pages; after windows-1252, which people see most of, bytes may
// be lost besides.
func (s *search) foldedAt(pages uint64, from int32) {
	s.lossy.onlyFolded = true
	for set := pages &^ codec.Windows1252.Set(); set != 0; set &= set - 1 {
		s.addLossy(keyOf(nil).with(codec.ID(bits.TrailingZeros64(set))), from)
	}
	s.lossy.onlyFolded = false
	if pages&codec.Windows1252.Set() != 0 {
		s.lossyAt(nil, codec.Windows1252, from)
	}
}

// brokenBelow returns windows-1252 if it has item i, which the last layer of a view gave, as a lead, and behind it stands what
// that layer left unread, a lead that lost a byte: `Ã¢ÂÂ`.
func brokenBelow(w *view, i int, leads uint64) uint64 {
	if len(w.path) == 0 || i+1 == len(w.items) || w.items[i+1].decoded || w.path[len(w.path)-1] != codec.Windows1252 {
		return 0
	}
	if b, ok := codec.ByteOf(codec.Windows1252, w.items[i+1].r); !ok || !isLead(b) {
		return 0
	}
	return leads & codec.Windows1252.Set()
}

// readersOf returns the codecs that have a view of view v.
func (s *search) readersOf(v int) (set uint64) {
	for n := 1; n < len(s.views); n++ {
		if u := &s.views[n]; u.parent == v {
			set |= u.path[len(u.path)-1].Set()
		}
	}
	return set
}

// lossyAt adds the lossy readings at a place of the cell by a path and one
// codec more.
func (s *search) lossyAt(outer []codec.ID, c codec.ID, from int32) {
	path := keyOf(outer).with(c)
	s.addLossy(path, from)
	if len(outer) == 0 && s.views[0].play != 0 {
		s.addLossy(path.with(c), from) // the loss may have come between two layers
	}
}

// addLossy adds the commonest readings with losses at a place through a path.
func (s *search) addLossy(path pathKey, from int32) {
	l := &s.lossy
	l.begin(path)
	s.readings(path, from, nil)
	if len(l.ends) == 0 || len(s.paths) >= maxPaths && s.knownPath(path) == 0 {
		return
	}
	slices.SortFunc(l.ends, func(a, b readingEnd) int { return int(a.next - b.next) })
	id, letters := s.pathOf(path), s.companyAt(path)
	for _, g := range l.ends {
		list := l.best[g.slot][:g.n]
		for k, a := range list {
			if path.layers() > 1 && g.next == from+1 && a.loss&LossNBSP != 0 {
				continue // of each layer but an Ã would be left, and of the space nothing
			}
			e := edge{from: from, to: g.next, path: id, loss: a.loss, price: a.price + s.bracketPrice(id, from, g.next, a.r) + companyPrice(letters, a.r)}
			e.sure = path.layers() > 1 && a.loss == LossReplacement && onlyOne(list, k)
			if a.keep != 0 {
				s.addEdge(e, a.r, a.keep)
			} else {
				s.addEdge(e, a.r)
			}
		}
	}
}

// onlyOne tells whether the page leaves but reading k of those of one place and end: what
// the lower layers give as bytes must be in it, and of all the bytes that U+FFFD may stand for
// just one makes it so.
func onlyOne(list []lossyRune, k int) bool {
	if len(list) == maxReadings {
		return false // there may be more
	}
	for i := range list {
		if i != k && list[i].price < list[k].price+definedPrice {
			return false
		}
	}
	return true
}
