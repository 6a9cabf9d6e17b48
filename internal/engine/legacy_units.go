package engine

import (
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

// A legacyUnit is a run of the cell, without blanks and with a rune beyond ASCII,
// of which a page has all runes: what is read again as one piece.
type legacyUnit struct {
	from, to int          // bytes of the cell
	bytes    []byte       // in the page that it was read as
	before   lm.Sym       // what stands before it
	after    lm.Sym       // and behind it
	literal  float32      // nats of the unit as it stands, and of the rune behind it
	steps    []legacyStep // before each of its runes
	first    int          // rune beyond ASCII
	wide     int          // runes beyond ASCII
	words    wordCount    // as it stands
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
	choice []uint8 // of each unit: 1 if the way reads it again
	bids   []legacyBid
	claims []legacyClaim
}

// legacyUnits finds the units of a page in text.
func (s *search) legacyUnits(text string, page codec.ID) []legacyUnit {
	w := &s.legacy
	w.units, w.bytes, w.steps = w.units[:0], w.bytes[:0], w.steps[:0]
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if blank(r) || !s.encodes(page, r, text[i:i+n]) {
			i += n
			continue
		}
		start, wide := i, 0
		for i < len(text) {
			if r, n = utf8.DecodeRuneInString(text[i:]); blank(r) || !s.encodes(page, r, text[i:i+n]) {
				break
			}
			if r >= utf8.RuneSelf {
				wide++
			}
			i += n
		}
		if wide > 0 {
			s.legacyUnit(text, start, i, wide, page)
		}
	}
	return w.units
}

func blank(r rune) bool { return r <= ' ' }

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
	u := legacyUnit{from: from, to: to, before: lm.EdgeSym, after: lm.EdgeSym, wide: wide}
	if from > 0 {
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
	ctx := lm.Edge
	if u.before != lm.EdgeSym {
		ctx = ctx.Push(u.before)
	}
	var c float32
	first := len(w.steps)
	for _, r := range text[from:to] {
		w.steps = append(w.steps, legacyStep{ctx, u.literal})
		if r < utf8.RuneSelf && u.first == len(w.steps)-1-first {
			u.first++
		}
		sym := s.model.Sym(r)
		ctx, c = s.memo.Next(s.model, ctx, sym)
		u.literal += c
		if s.model.Barred(sym) || control(r) {
			u.literal += barredCost / 2
		}
		s.steps++
	}
	u.words = s.wordsOf(text[from:to])
	u.steps = w.steps[first:len(w.steps):len(w.steps)]
	_, c = s.memo.Next(s.model, ctx, u.after)
	u.literal += c
	w.units = append(w.units, u)
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
