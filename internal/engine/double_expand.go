package engine

import (
	"cmp"
	"math/bits"
	"slices"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

// Bounds of the readings of a segment in which bytes were lost: a byte of Han, which has 64
// values, gives some 20 characters that occur.
const (
	maxDoubleRunes    = 64      // of one sequence
	maxDoubleChoice   = 64 << 6 // values of its bytes: two trails that are lost
	maxDoubleReadings = 16      // of one segment
)

// A doubleReading is one reading of a segment.
type doubleReading struct {
	to    int32
	out   []rune
	loss  Loss
	price float32 // of the losses
	cost  float32 // by the model
	ctx   lm.Context
}

// whole notes the readings of the bytes up to a place where both begin together.
func (d *doubleReader) whole(to int32, st *doubleState) {
	if d.allLost() {
		d.wholeGone(to, st)
		return
	}
	hyps := []doubleReading{{to: to, loss: st.loss, price: st.price, ctx: d.ctx[d.from-d.start]}}
	for i := 0; i < len(d.bytes); {
		n := 1
		for i+n < len(d.bytes) && !d.bytes[i+n].first {
			n++
		}
		hyps = d.extend(hyps, d.runesOf(i, n))
		if len(hyps) == 0 {
			return
		}
		i += n
	}
	for _, h := range hyps {
		if h.loss != 0 && slices.Contains(h.out, '”') {
			h.price += d.closing()
		}
		if d.pairsFail(h.out) {
			d.found = append(d.found, h)
		}
	}
}

// quotePrice, in nats, is what a quotation mark that closes costs more where none is open, and less
// where one is: the model does not see so far.
const quotePrice = 1.5

func (d *doubleReader) closing() float32 {
	for i := len(d.list) - 1; i >= 0; i-- {
		if open, known := opensQuote(d.list[i].out); known {
			return quoteCost(open)
		}
	}
	return quoteCost(d.open[d.c])
}

func quoteCost(open bool) float32 {
	if open {
		return -quotePrice
	}
	return quotePrice
}

// opensQuote tells whether a quotation is open after a text; known is false if no mark is in it.
func opensQuote(text []rune) (open, known bool) {
	for _, r := range text {
		switch r {
		case '“', '„':
			open, known = true, true
		case '”':
			open, known = false, true
		}
	}
	return open, known
}

// wholeGone notes what a segment may be of which nothing is left: one character of two bytes or three.
func (d *doubleReader) wholeGone(to int32, st *doubleState) {
	if len(d.bytes) < 2 || len(d.bytes) > 3 || slices.ContainsFunc(d.bytes[1:], func(b doubleByte) bool { return b.first }) {
		return
	}
	ctx := d.ctx[d.from-d.start]
	list := d.extend([]doubleReading{{to: to, loss: st.loss, price: st.price, ctx: ctx}}, d.gone(to))
	d.found = append(d.found, list[:min(len(list), maxGoneReadings)]...)
}

// allLost tells whether nothing is left of the segment.
func (d *doubleReader) allLost() bool {
	for i := range d.bytes {
		if !d.bytes[i].wild {
			return false
		}
	}
	return true
}

// extend adds each of the runes to each of the readings, and keeps the cheapest.
func (d *doubleReader) extend(hyps []doubleReading, runes []rune) (out []doubleReading) {
	if len(hyps) == 1 && len(runes) == 1 {
		h := &hyps[0]
		var c float32
		h.ctx, c = d.s.next(h.ctx, d.s.model.Sym(runes[0]))
		h.cost += c
		h.out = append(h.out, runes[0])
		return hyps
	}
	type way struct {
		h, r int
		cost float32
		ctx  lm.Context
	}
	ways := make([]way, 0, len(hyps)*len(runes))
	for i := range hyps {
		for k, r := range runes {
			ctx, c := d.s.next(hyps[i].ctx, d.s.model.Sym(r))
			ways = append(ways, way{i, k, hyps[i].cost + c, ctx})
		}
	}
	d.left -= len(ways)
	slices.SortFunc(ways, func(a, b way) int {
		return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.h, b.h), cmp.Compare(a.r, b.r))
	})
	for _, w := range ways[:min(len(ways), maxDoubleReadings)] {
		x := hyps[w.h]
		x.out = append(x.out[:len(x.out):len(x.out)], runes[w.r])
		x.cost, x.ctx = w.cost, w.ctx
		out = append(out, x)
	}
	return out
}

// runesOf returns the runes that the sequence of n bytes from number at on may be, the commonest first: all that text
// holds where no byte was lost, else those that the model knows, before others those of the scripts that
// the page shows.
func (d *doubleReader) runesOf(at, n int) (out []rune) {
	seq := d.bytes[at : at+n]
	wild, many, known := 0, 1, endings()
	for i := range seq {
		if seq[i].wild {
			wild++
		}
		many *= seq[i].values(n)
	}
	if many > maxDoubleChoice || wild == n { // nothing is left: see gone
		return nil
	}
	d.left -= 1 + many/64
	eachRune(seq, wild > 0, func(r rune) {
		d.s.steps++
		common := r < utf8.RuneSelf || known.block(r>>6)&(1<<(r&63)) != 0
		if (common || wild == 0 && !d.s.impossible(r)) && d.pairsFailIn(r, at, n) {
			out = append(out, r)
		}
	})
	d.left -= len(out)
	if len(out) <= maxDoubleRunes {
		return out
	}
	m := d.s.model
	rank := func(r rune) float32 {
		cost := m.Alone(m.Sym(r))
		if d.s.scriptBit(r)&d.scripts != 0 {
			cost -= shownRebate
		}
		return cost
	}
	slices.SortFunc(out, func(a, b rune) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b))
	})
	return out[:maxDoubleRunes]
}

// shownRebate, in nats, is how much commoner a letter is where others of its script stand.
const shownRebate = 6

// pairsFailIn tells whether the bytes of a rune that were lost by twos, the sequence being at a place of the segment, are
// no pairs.
func (d *doubleReader) pairsFailIn(r rune, at, n int) bool {
	if len(d.pairs) == 0 {
		return true
	}
	var b [utf8.UTFMax]byte
	utf8.EncodeRune(b[:], r)
	for _, p := range d.pairs {
		if k := p.at - at; 0 <= k && k+1 < n && !d.noPair(b[k], b[k+1]) {
			return false
		}
	}
	return true
}

// noPair tells whether two bytes may have been lost at once.
func (d *doubleReader) noPair(a, b byte) bool {
	return b >= utf8.RuneSelf && codec.Fails(d.c, a, b, d.strict) && (d.habit != pairHabit || d.c.Codec().Pairs(a))
}

// values returns how many bytes a place of a sequence of n may have had.
func (b *doubleByte) values(n int) int {
	set := b.set
	if b.first && n > 1 {
		set = byteSet{leadWord: set[leadWord] & leadsOf[n]}
	}
	return set.len()
}

// leadsOf are, by length of the sequence, the leads.
var leadsOf = [utf8.UTFMax + 1]uint64{2: 0xFFFFFFFC, 3: 0xFFFF << 32, 4: 0x1F << 48}

// eachRune calls f for each rune that a sequence may be; of those that lost bytes for those that the model knows.
func eachRune(seq []doubleByte, wild bool, f func(r rune)) {
	if seq[0].set[0]|seq[0].set[1] != 0 { // ASCII, known as a rule
		for k, w := range seq[0].set[:trailWord] {
			for ; w != 0; w &= w - 1 {
				f(rune(64*k + bits.TrailingZeros64(w)))
			}
		}
		return
	}
	for w := seq[0].set[leadWord] & leadsOf[len(seq)]; w != 0; w &= w - 1 {
		lead := rune(bits.TrailingZeros64(w))
		eachTrail(seq[1:], lead&(0x7F>>len(seq)), len(seq), wild, f)
	}
}

// firstOfLength is, by length, the first rune that needs so many bytes.
var firstOfLength = [utf8.UTFMax + 1]rune{0, 0, 0x80, 0x800, 0x10000}

func eachTrail(seq []doubleByte, r rune, n int, wild bool, f func(r rune)) {
	w := seq[0].set[trailWord]
	if len(seq) > 1 {
		for ; w != 0; w &= w - 1 {
			eachTrail(seq[1:], r<<6|rune(bits.TrailingZeros64(w)), n, wild, f)
		}
		return
	}
	if wild {
		w &= endings().block(r)
	}
	for ; w != 0; w &= w - 1 {
		if x := r<<6 | rune(bits.TrailingZeros64(w)); x >= firstOfLength[n] && utf8.ValidRune(x) {
			f(x)
		}
	}
}

// pairsFail tells whether, in the bytes of a reading, those that were lost by twos are no pairs.
func (d *doubleReader) pairsFail(out []rune) bool {
	if len(d.pairs) == 0 {
		return true
	}
	var b []byte
	for _, r := range out {
		b = utf8.AppendRune(b, r)
	}
	for _, p := range d.pairs {
		if p.at+1 >= len(b) || !d.noPair(b[p.at], b[p.at+1]) {
			return false
		}
	}
	return true
}

// keep makes edges of the readings found: the cheapest of those that end alike.
func (d *doubleReader) keep() {
	slices.SortStableFunc(d.found, func(a, b doubleReading) int {
		return cmp.Or(cmp.Compare(a.to, b.to), cmp.Compare(a.cost+a.price, b.cost+b.price))
	})
	first := len(d.list)
	for i := range d.found {
		h := &d.found[i]
		if n := len(d.list); n > first && d.list[n-1].to == h.to {
			if n-first > maxDoubleReadings || d.has(first, h) {
				continue
			}
		} else {
			first = n
			d.reach(h)
		}
		d.list = append(d.list, doubleEdge{edge{from: d.from, to: h.to, loss: h.loss, price: h.price}, h.out, h.cost})
	}
}

// has tells whether a reading is among those from number first on.
func (d *doubleReader) has(first int, h *doubleReading) bool {
	for i := first; i < len(d.list); i++ {
		if d.list[i].to == h.to && slices.Equal(d.list[i].out, h.out) {
			return true
		}
	}
	return false
}

// reach notes that a reading, the best one, leads to a place.
func (d *doubleReader) reach(h *doubleReading) {
	k := h.to - d.start
	for int(k) >= len(d.reached) {
		d.reached = append(d.reached, false)
		d.ctx = append(d.ctx, lm.Edge)
	}
	if !d.reached[k] {
		d.reached[k] = true
		d.ctx[k] = h.ctx
	}
	d.last = max(d.last, h.to)
}
