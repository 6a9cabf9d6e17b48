package engine

import (
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

// Bounds of what is read at once.
const (
	maxDoubleBytes = 96 // from one place where both begin together to the next
	maxWild        = 4  // bytes lost there
	maxDoubleWays  = 24

	// Of a cell each page looks at so many readings with losses for each of its runes, and doublePerCell
	// besides; the rest of a cell that takes more is not read.
	doublePerRune = 75
	doublePerCell = 4000
)

// A doubleByte is a byte of a run, or those that a lost one may have been.
type doubleByte struct {
	set   byteSet
	first bool // of a sequence
	wild  bool
}

// A wildPair is a place in a segment where two bytes were lost at once: together
// they are no pair.
type wildPair struct{ at int }

// A doubleReader reads the runs of a cell through one double-byte codec.
type doubleReader struct {
	s       *search
	c       codec.ID
	items   []item
	start   int32 // of the run
	last    int32 // the furthest place that was reached
	reached []bool
	ctx     []lm.Context // by place: after the best reading up to there
	list    []doubleEdge
	strict  bool      // nothing in the cell is of the larger variants
	scripts scriptSet // that the codec's characters in the cell are letters of
	left    int       // readings with losses that may still be looked at
	open    [64]bool  // by codec: a quotation is open before the run

	starts []int32 // places where runs may start
	marks  int     // U+FFFD in the cell
	habit  habit   // of the decoder
	trial  bool    // readings are only to be told what they cost, see habitOf
	cost   float32 // of the runs, by their cheapest readings
	unread int     // marks that no run reads, up to toldTo
	toldTo int32
	least  []float32

	asked, large uint64        // codecs, and those of which the cell has characters of the larger variants
	scriptsOf    [64]scriptSet // by codec that was asked

	// The segment that is read.
	from  int32
	bytes []doubleByte
	pairs []wildPair
	wild  int
	ways  int
	found []doubleReading
}

func (d *doubleReader) begin(s *search, c codec.ID, start int32) {
	d.s, d.c, d.items, d.start, d.last = s, c, s.views[0].items, start, start
	d.reached = append(d.reached[:0], true)
	d.ctx = append(d.ctx[:0], s.contextAt(start))
	d.list = d.list[:0]
	d.strict = !d.extended(c)
	d.scripts = d.scriptsOf[c]
}

// extended tells whether the cell has characters that only the larger variants of a codec have.
func (d *doubleReader) extended(c codec.ID) bool {
	if d.asked&c.Set() == 0 {
		d.asked |= c.Set()
		d.scriptsOf[c] = d.shown(c)
		for i := range d.items {
			if d.items[i].r >= beyondCJK && codec.Extended(c, d.items[i].r) {
				d.large |= c.Set()
				break
			}
		}
	}
	return d.large&c.Set() != 0
}

// segment reads from a place to the next ones where both begin together, and adds the
// edges.
func (d *doubleReader) segment(from int32) {
	d.from, d.bytes, d.pairs = from, d.bytes[:0], d.pairs[:0]
	d.wild, d.ways, d.found = 0, 0, d.found[:0]
	d.token(from, doubleState{})
	d.keep()
}

// A doubleState is how far a sequence is read: so many trails are needed, or, the lead
// being lost, so many bytes are there.
type doubleState struct {
	need, open int
	loss       Loss
	price      float32
}

// whole tells whether a sequence may end here.
func (st *doubleState) whole() bool { return st.need == 0 && (st.open == 0 || st.open > 1) }

// token reads the rune at a place.
func (d *doubleReader) token(p int32, st doubleState) {
	d.s.steps++
	if p > d.from && st.whole() {
		d.whole(p, &st)
		if st.open == 0 || st.open == utf8.UTFMax {
			return
		}
	}
	if d.ways++; d.ways > maxDoubleWays || len(d.bytes) > maxDoubleBytes {
		return
	}
	if int(p) == len(d.items) {
		d.cut(p, st)
		return
	}
	switch r := d.items[p].r; {
	case r == utf8.RuneError:
		d.lost(p, st, LossReplacement)
	case r == '?':
		d.lost(p, st, LossQuestion)
	case r < utf8.RuneSelf:
		d.cut(p, st)
	default:
		code := codec.CodeOf(d.c, r)
		if code.N == 0 {
			return
		}
		var seq [4]byteSet
		for k, b := range code.Bytes[:code.N] {
			seq[k] = only(b)
		}
		d.feed(p+1, seq[:code.N], false, st)
	}
}

// feed reads bytes, of which a lost one may be a lead or a trail, and goes on at a place.
func (d *doubleReader) feed(next int32, seq []byteSet, wild bool, st doubleState) {
	if len(seq) == 0 {
		d.token(next, st)
		return
	}
	b := doubleByte{set: seq[0], wild: wild}
	try := func(b doubleByte, st doubleState) {
		d.bytes = append(d.bytes, b)
		d.feed(next, seq[1:], wild, st)
		d.bytes = d.bytes[:len(d.bytes)-1]
	}
	if w := b.set[trailWord]; w != 0 && (st.need > 0 || st.open > 0 && st.open < utf8.UTFMax) {
		x, after := b, st
		x.set = byteSet{trailWord: w}
		if after.need > 0 {
			after.need--
		} else {
			after.open++
		}
		try(x, after)
	}
	if !st.whole() {
		return
	}
	b.first = true
	st.open = 0
	if b.set[0]|b.set[1] != 0 {
		x := b
		x.set[trailWord], x.set[leadWord] = 0, 0
		try(x, st)
	}
	if w := b.set[leadWord]; w != 0 {
		b.set = byteSet{leadWord: w}
		if wild {
			st.open = 1
			try(b, st)
			return
		}
		if n := trailsOf(w); n > 0 {
			st.need = n
			try(b, st)
		}
	}
}

// trailsOf returns how many trails are behind the lead that is the one of a set, 0 if
// it is no lead.
func trailsOf(w uint64) int {
	for n, leads := range leadsOf {
		if w&leads != 0 {
			return n - 1
		}
	}
	return 0
}

// lost reads a mark that stands for a byte that begins no pair with the next one, or for
// two bytes that are none; a question mark also for such a byte and the space behind it.
func (d *doubleReader) lost(p int32, st doubleState, loss Loss) {
	if d.wild >= maxWild || d.left < 0 {
		return
	}
	st.loss |= loss
	st.price += lossPrice(loss)
	d.wild++
	d.feed(p+1, []byteSet{d.alone(d.nextByte(p + 1))}, true, st)
	if loss == LossQuestion && st.need == 1 && d.letterAt(p+1) {
		swallowed := st
		swallowed.price += swallowPrice
		d.feed(p+1, []byteSet{d.failing(' '), only(' ')}, true, swallowed)
	}
	d.wild++
	if d.wild <= maxWild && d.habit != byteHabit {
		d.pairs = append(d.pairs, wildPair{len(d.bytes)})
		d.feed(p+1, []byteSet{anyHigh, anyHigh}, true, st)
		d.pairs = d.pairs[:len(d.pairs)-1]
	}
	d.wild -= 2
}

// swallowPrice, in nats, is added where a question mark is to stand for a space, too: most
// decoders leave it.
const swallowPrice = 1.5

// cut reads the end of a run in the middle of a sequence: its last bytes left no trace.
func (d *doubleReader) cut(p int32, st doubleState) {
	n := st.need
	if n == 0 || d.wild+n > maxWild || n > 2 || d.left < 0 {
		return
	}
	st.loss |= LossDropped
	st.price += lossPrice(LossDropped)
	seq := []byteSet{d.failing(d.nextByte(p))}
	if n == 2 {
		seq = []byteSet{anyHigh, seq[0]}
	}
	d.wild += n
	d.feed(p, seq, true, st)
	d.wild -= n
}

func (d *doubleReader) letterAt(p int32) bool {
	return int(p) < len(d.items) && d.items[p].r < utf8.RuneSelf && d.s.letter(d.items[p].r)
}

// nextByte returns the byte that stood at a place, 0 if there is none, -1 if it is
// not known.
func (d *doubleReader) nextByte(p int32) int {
	if int(p) == len(d.items) {
		return 0
	}
	switch r := d.items[p].r; {
	case r == utf8.RuneError || r == '?':
		return -1
	case r < utf8.RuneSelf:
		return int(r)
	default:
		if code := codec.CodeOf(d.c, r); code.N > 0 {
			return int(code.Bytes[0])
		}
	}
	return -1
}

// anyHigh are all bytes beyond ASCII that UTF-8 has.
var anyHigh = byteSet{trailWord: ^uint64(0), leadWord: 0x001FFFFFFFFFFFFC}

// failing returns the bytes that begin no pair with the next byte.
func (d *doubleReader) failing(next int) (set byteSet) {
	if next < 0 {
		return anyHigh
	}
	for b := 0x80; b <= 0xF4; b++ {
		if b != 0xC0 && b != 0xC1 && codec.Fails(d.c, byte(b), byte(next), d.strict) {
			set.add(byte(b))
		}
	}
	return set
}
