package engine

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
	"github.com/unbake/unbake/internal/scan"
)

// A legacyUnit is a run of the cell, without blanks and with a rune beyond ASCII,
// of which a page has all runes: what is read again as one piece.
type legacyUnit struct {
	legacyLiteral
	bytes  []byte // in the page that it was read as
	before lm.Sym // what stands before it
	after  lm.Sym // and behind it
	wide   int    // runes beyond ASCII
}

// A legacyLiteral is a unit as it stands.
type legacyLiteral struct {
	from, to int          // bytes of the cell
	literal  float32      // nats, those of the rune behind it among them
	steps    []legacyStep // before each of its runes
	first    int          // rune beyond ASCII
	words    wordCount
	hash     uint64 // of the unit and what stands beside it
}

// A legacyStep is how a unit as it stands looks to the model before one of its runes.
type legacyStep struct {
	ctx  lm.Context
	cost float32
}

// A legacyWork is the memory of the search for pairs of legacy pages.
type legacyWork struct {
	units  []legacyUnit
	bytes  []byte
	text   []byte
	steps  []legacyStep
	known  []legacyLiteral // of the cell, in order: most pages have the same units
	fresh  []legacyLiteral // those that the page before had not
	next   int             // of the known ones
	choice []uint8         // of each unit: 1 if the way reads it again
	runes  []pricedRune
	bids   []legacyBid
	claims []legacyClaim
	costs  [1 << legacyCostBits]legacyCosts
}

// A legacyCosts is what a unit costs that a page reads, and its words. The same words come again and again, and each of
// them is asked for by dozens of pairs.
type legacyCosts struct {
	key   uint64 // 0 for none
	cost  float32
	words float32
	steps int32 // that it took
	ok    bool
}

// legacyCostBits makes it 96 KiB.
const legacyCostBits = 12

// legacyKept returns what legacyCost says, and the price of legacyWords if that is ok, as far as it is kept from before.
func (s *search) legacyKept(u *legacyUnit, pair legacyPair) *legacyCosts {
	key := u.hash ^ (uint64(pair.read)<<8 | uint64(pair.from) | 1<<16)
	x := &s.legacy.costs[key*0x9E3779B97F4A7C15>>(64-legacyCostBits)]
	if x.key == key {
		s.steps += int64(x.steps) // so that they do not depend on what came before
		return x
	}
	*x = legacyCosts{key: key}
	before := s.steps
	if x.cost, x.ok = s.legacyCost(u, pair.from); x.ok {
		x.words = s.legacyWords(u, pair.from).price
	}
	x.steps = int32(s.steps - before)
	return x
}

// forget begins another cell.
func (w *legacyWork) forget() { w.known, w.steps = w.known[:0], w.steps[:0] }

// legacyUnits finds the units of a page in parts of a text, each of which is whole words.
func (s *search) legacyUnits(text string, page codec.ID, parts ...stretch) []legacyUnit {
	w := &s.legacy
	w.units, w.bytes, w.fresh, w.next = w.units[:0], w.bytes[:0], w.fresh[:0], 0
	for _, p := range parts {
		s.legacyUnitsIn(text, p, page)
	}
	if len(w.fresh) > 0 {
		w.known = append(w.known, w.fresh...)
		slices.SortFunc(w.known, func(a, b legacyLiteral) int { return cmp.Or(a.from-b.from, a.to-b.to) })
	}
	return w.units
}

// A stretch is bytes of a cell.
type stretch struct{ from, to int }

// whole is all of a text.
func whole(text string) stretch { return stretch{0, len(text)} }

// legacyUnitsIn appends the units of a page in a part of a text.
func (s *search) legacyUnitsIn(text string, p stretch, page codec.ID) {
	for i := p.from; i < p.to; {
		wide := i + scan.ASCII(text[i:p.to])
		if s.steps += int64(wide - i); wide == p.to {
			return
		}
		start := wide // of what stands before it, which all pages have
		for start > i && !blank(rune(text[start-1])) && !lineEscape(text[:start]) {
			start--
		}
		end, n, pass := wide, 0, 0
		for end < p.to {
			r, size := utf8.DecodeRuneInString(text[end:])
			if blank(r) || !s.encodes(page, r, text[end:end+size]) {
				pass = size
				break
			}
			if end += size; r >= utf8.RuneSelf {
				n++
			}
		}
		i = end + pass
		if n > 0 {
			s.legacyUnit(text, start, end, n, page)
		}
	}
}

func blank(r rune) bool { return r <= ' ' }

// lineEscape tells whether a text ends in the escape of a blank, as programs write it: `\n` before the word În.
func lineEscape(text string) bool {
	n := len(text)
	return n > 1 && text[n-2] == '\\' && (text[n-1] == 'n' || text[n-1] == 't' || text[n-1] == 'r')
}

// encodes tells whether a page has a rune, whose text is given.
func (s *search) encodes(page codec.ID, r rune, text string) bool {
	s.steps++
	if r < utf8.RuneSelf {
		return true
	}
	if r == utf8.RuneError {
		return false
	}
	if page.Codec().SingleByte() {
		_, ok := codec.ByteOf(page, r)
		return ok
	}
	var buf [4]byte
	_, taken := page.Codec().AppendEncode(buf[:0], text)
	return taken == len(text)
}

// legacyUnit appends a unit, unless a letter that the page has not stands right
// beside it: then the word was not read as this page.
func (s *search) legacyUnit(text string, from, to, wide int, page codec.ID) {
	w := &s.legacy
	u := legacyUnit{before: lm.EdgeSym, after: lm.EdgeSym, wide: wide}
	if from > 0 && !lineEscape(text[:from]) {
		r, _ := utf8.DecodeLastRuneInString(text[:from])
		if u.before = s.model.Sym(r); u.before.Role() != lm.RoleBreak || r == utf8.RuneError {
			return
		}
	}
	if to < len(text) {
		r, _ := utf8.DecodeRuneInString(text[to:])
		if u.after = s.model.Sym(r); u.after.Role() != lm.RoleBreak || r == utf8.RuneError {
			return
		}
	}
	start := len(w.bytes)
	w.bytes, _ = page.Codec().AppendEncode(w.bytes, text[from:to])
	u.bytes = w.bytes[start:len(w.bytes):len(w.bytes)]
	for w.next < len(w.known) && (w.known[w.next].from < from || w.known[w.next].from == from && w.known[w.next].to < to) {
		w.next++
	}
	if w.next < len(w.known) && w.known[w.next].from == from && w.known[w.next].to == to {
		u.legacyLiteral = w.known[w.next]
	} else {
		u.legacyLiteral = s.legacyLiteral(text, from, to, &u)
		w.fresh = append(w.fresh, u.legacyLiteral)
	}
	w.units = append(w.units, u)
}

// legacyLiteral is what a unit is as it stands.
func (s *search) legacyLiteral(text string, from, to int, u *legacyUnit) legacyLiteral {
	w := &s.legacy
	x := legacyLiteral{from: from, to: to, hash: hashOf(text[from:to]) ^ (uint64(u.before)<<16^uint64(u.after))<<17}
	ctx := lm.Edge
	if u.before != lm.EdgeSym {
		ctx = ctx.Push(u.before)
	}
	var c float32
	first := len(w.steps)
	for _, r := range text[from:to] {
		w.steps = append(w.steps, legacyStep{ctx, x.literal})
		if r < utf8.RuneSelf && x.first == len(w.steps)-1-first {
			x.first++
		}
		sym := s.model.Sym(r)
		ctx, c = s.memo.Next(s.model, ctx, sym)
		x.literal += c
		if s.model.Barred(sym) || control(r) {
			x.literal += barredCost / 2
		}
		s.steps++
	}
	x.words = s.wordsOf(text[from:to])
	x.steps = w.steps[first:len(w.steps):len(w.steps)]
	_, c = s.memo.Next(s.model, ctx, u.after)
	x.literal += c
	return x
}

// wordsOf counts the words of a text.
func (s *search) wordsOf(text string) (n wordCount) {
	word := lm.Word(0)
	for _, r := range text {
		next := s.model.Spell(word, s.model.Sym(r))
		if next == 0 {
			n.add(s, word)
		}
		word = next
	}
	n.add(s, word)
	return n
}

// legacyWords counts the words of a unit that is read by a page.
func (s *search) legacyWords(u *legacyUnit, page codec.ID) (n wordCount) {
	if !page.Codec().SingleByte() {
		s.legacy.text, _ = page.Codec().AppendDecode(s.legacy.text[:0], u.bytes)
		return s.wordsOf(string(s.legacy.text))
	}
	t := legacyTableOf(page)
	word := lm.Word(0)
	for _, b := range u.bytes {
		next := s.model.Spell(word, t.syms[b])
		if next == 0 {
			n.add(s, word)
		}
		word = next
	}
	n.add(s, word)
	return n
}

// dear is by how many nats the reading of a unit may be dearer than what stands there: more
// costs more than to leave it. dearBefore is the same of its first part.
const (
	dear       = legacyLeave + legacyAgain
	dearBefore = dear + 12
)

// legacyCost is what a unit costs when it is read by a page; ok is false if the
// page has no reading of it that text may hold, or a far too dear one.
func (s *search) legacyCost(u *legacyUnit, page codec.ID) (cost float32, ok bool) {
	if page.Codec().SingleByte() && len(u.steps) == len(u.bytes) {
		return s.legacySingle(u, legacyTableOf(page))
	}
	w := &s.legacy
	var whole bool
	if w.text, whole = page.Codec().AppendDecode(w.text[:0], u.bytes); !whole {
		return 0, false
	}
	ctx := lm.Edge
	if u.before != lm.EdgeSym {
		ctx = ctx.Push(u.before)
	}
	var c float32
	for _, r := range string(w.text) {
		if s.steps++; cost > u.literal+dear || !readable(s.model, r, page) {
			return 0, false
		}
		ctx, c = s.memo.Next(s.model, ctx, s.model.Sym(r))
		cost += c
	}
	_, c = s.memo.Next(s.model, ctx, u.after)
	cost += c
	return cost, cost <= u.literal+dear
}

// legacySingle is legacyCost where each rune is read as one: what stands before the first one that
// changes, and behind the last one when the model no longer sees it, costs as it stands.
func (s *search) legacySingle(u *legacyUnit, t *legacyTable) (cost float32, ok bool) {
	ctx := u.steps[u.first].ctx
	cost = u.steps[u.first].cost
	var c float32
	for i := u.first; i < len(u.bytes); i++ {
		b := u.bytes[i]
		if b < utf8.RuneSelf && i > u.first && ctx == u.steps[i].ctx {
			next := i
			for next < len(u.bytes) && u.bytes[next] < utf8.RuneSelf {
				next++
			}
			if next == len(u.bytes) {
				cost += u.literal - u.steps[i].cost
				return cost, cost <= u.literal+dear
			}
			cost += u.steps[next].cost - u.steps[i].cost
			i, ctx, b = next, u.steps[next].ctx, u.bytes[next]
		}
		sym := t.syms[b]
		if s.steps++; sym == 0 || cost > u.steps[i].cost+dearBefore {
			return 0, false
		}
		ctx, c = s.memo.Next(s.model, ctx, sym)
		cost += c
	}
	_, c = s.memo.Next(s.model, ctx, u.after)
	cost += c
	return cost, cost <= u.literal+dear
}
