package engine

import (
	"slices"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

// UTF-8 that was read as a double-byte page comes in pieces that are not its
// characters: two hanzi of three bytes each are three of two, and the last byte of a run
// takes the letter behind it with it (`it鈥檚`), or is lost where that makes no pair.
// So runs are turned back into bytes and read as a whole. Between two places where
// a character of the page and one of the text begin together there is one edge for each reading.
// A run of which a piece is no UTF-8 is no damage of that page: of clean text next to nothing is
// left.

// maxDoubleDepth is how many layers of double-byte pages are undone at once: what is
// between them is no text, and nothing would choose it.
const maxDoubleDepth = 3

// beyondCJK begins the characters that double-byte pages have of their own: symbols and
// letters before it stand in other text, too, and may stand clean beside a run.
const beyondCJK = 0x2E80

// doublePages are the pages that runs are read by.
var doublePages = append(slices.Clone(codec.DoubleByte), codec.GB18030)

// doubleEdges adds the readings of runs as UTF-8 that a double-byte page was taken for.
func (s *search) doubleEdges() {
	d := &s.double
	d.asked, d.large, d.open = 0, 0, [64]bool{}
	d.findStarts(s)
	for _, c := range doublePages {
		if s.opt.Allowed&c.Set() == 0 || !d.anyStart(s, c) || c == codec.GB18030 && !s.anyFour() {
			continue
		}
		d.habit = anyHabit
		if d.marks > 0 {
			d.habit = d.habitOf(s, c)
		}
		d.readRuns(s, c)
	}
}

// findStarts lists the places where runs may start, and counts the marks for what was lost.
func (d *doubleReader) findStarts(s *search) {
	d.starts, d.marks = d.starts[:0], 0
	for i := range s.views[0].items {
		if s.doubleStart(i) {
			d.starts = append(d.starts, int32(i))
		}
		if s.views[0].items[i].r == utf8.RuneError {
			d.marks++
		}
	}
}

// anyStart tells whether codec c may start a run somewhere, of which something is left.
func (d *doubleReader) anyStart(s *search, c codec.ID) bool {
	return slices.ContainsFunc(d.starts, func(i int32) bool { return s.startsDouble(int(i), c) })
}

// anyFour tells whether the cell has a code of four bytes: else GB18030 reads what GBK does.
func (s *search) anyFour() bool {
	return slices.ContainsFunc(s.views[0].items, func(it item) bool {
		return it.r >= utf8.RuneSelf && !lostMark(it.r) && codec.CodeOf(codec.GB18030, it.r).N == 4
	})
}

// readRuns adds the edges of all runs of a codec.
func (d *doubleReader) readRuns(s *search, c codec.ID) {
	d.cost, d.unread, d.toldTo = 0, d.marks, 0
	d.left = doublePerCell + doublePerRune*len(s.syms)
	for _, i := range d.starts {
		if s.startsDouble(int(i), c) {
			s.doubleRun(c, i)
		}
	}
}

// doubleStart tells whether a run of a double-byte page may start at a place.
func (s *search) doubleStart(i int) bool {
	items := s.views[0].items
	r := items[i].r
	if i > 0 && (items[i-1].r >= beyondCJK || lostMark(r) && items[i-1].r == '?') {
		return false
	}
	if lostMark(r) { // pairs that were lost
		k := s.behindLost(i)
		return k < len(items) && items[k].r >= beyondCJK || r == utf8.RuneError
	}
	return r >= beyondCJK
}

// nothingLeft tells whether what was lost at a place has nothing of a double-byte page behind it: by itself
// it shows none.
func (s *search) nothingLeft(i int) bool {
	k := s.behindLost(i)
	return k > i && (k == len(s.views[0].items) || s.views[0].items[k].r < beyondCJK)
}

// lostMark tells whether r stands for bytes that were lost.
func lostMark(r rune) bool { return r == '?' || r == utf8.RuneError }

// behindLost returns the place behind the marks for what was lost at a place, if they are few.
func (s *search) behindLost(i int) int {
	items := s.views[0].items
	for k := 0; k < maxWild && i < len(items) && lostMark(items[i].r); k++ {
		i++
	}
	return i
}

// doubleTriggers tells whether some run may be UTF-8 that a double-byte page was taken for.
func (s *search) doubleTriggers() bool {
	for i := range s.views[0].items {
		if s.doubleStart(i) && !s.nothingLeft(i) {
			for _, c := range codec.DoubleByte {
				if s.startsDouble(i, c) {
					return true
				}
			}
		}
	}
	return false
}

// startsDouble tells whether the rune at place i is a lead and a trail in codec c, or
// stands for some that were lost.
func (s *search) startsDouble(i int, c codec.ID) bool {
	r := s.views[0].items[i].r
	if lostMark(r) {
		if s.nothingLeft(i) {
			return true
		}
		code := codec.CodeOf(c, s.views[0].items[s.behindLost(i)].r)
		return code.N > 0 && (isTrail(code.Bytes[0]) || isLead(code.Bytes[0]))
	}
	code := codec.CodeOf(c, r)
	if code.N == 1 {
		return isLead(code.Bytes[0])
	}
	return code.N > 1 && isLead(code.Bytes[0]) && isTrail(code.Bytes[1])
}

func isTrail(b byte) bool { return b&0xC0 == 0x80 }
func isLead(b byte) bool  { return 0xC2 <= b && b <= 0xF4 }

// A doubleEdge is an edge that is added if the whole run can be read.
type doubleEdge struct {
	edge
	out  []rune
	cost float32 // by the model
}

// doubleRun reads the run of codec c that starts at a place, from one place where both begin
// together to the next.
func (s *search) doubleRun(c codec.ID, start int32) {
	items := s.views[0].items
	d := &s.double
	d.begin(s, c, start)
	end := int32(-1)
	for p := start; p <= d.last && int(p) <= len(items); p++ {
		if p > start && !d.reached[p-start] {
			continue
		}
		before := len(d.list)
		if int(p) < len(items) {
			d.segment(p)
		}
		if len(d.list) == before && d.mayEnd(p) {
			end = p
		}
	}
	if end < 0 {
		return
	}
	d.tell(end)
	if d.trial {
		return
	}
	path := s.pathOf(keyOf(nil).with(c))
	s.paths[path].double = true
	for i := range d.list {
		e := &d.list[i]
		e.path = path
		s.addEdge(e.edge, e.out...)
		if open, known := opensQuote(e.out); known && (i == 0 || d.list[i-1].from != e.from) {
			d.open[c] = open
		}
	}
	s.deeperDouble(c, start, end)
}

// belowDouble are the pages that a double-byte page's text may have been read as before.
var belowDouble = append([]codec.ID{codec.Windows1252}, codec.DoubleByte...)

// deeperDouble adds an edge for what a run without losses gives if that is such a run, too.
func (s *search) deeperDouble(c codec.ID, start, end int32) {
	d := &s.double
	var text []rune
	at := start
	for i := range d.list {
		e := &d.list[i]
		if e.from != at || e.loss != 0 {
			return
		}
		text = append(text, e.out...)
		at = e.to
	}
	key := keyOf(nil).with(c)
	for range maxDoubleDepth - 1 {
		inner, below := codec.ID(0), []rune(nil)
		for _, c := range belowDouble {
			if out := readWhole(text, c); out != nil && s.opt.Allowed&c.Set() != 0 {
				inner, below = c, out
				break
			}
		}
		if below == nil {
			return
		}
		key, text = key.with(inner), below
		path := s.pathOf(key)
		s.paths[path].double = true
		s.addEdge(edge{from: start, to: end, path: path}, text...)
	}
}

// readWhole returns what a text is that codec c reads as UTF-8, nothing being lost; nil if it is none.
func readWhole(text []rune, c codec.ID) (out []rune) {
	var b []byte
	for _, r := range text {
		if r < utf8.RuneSelf {
			b = append(b, byte(r))
			continue
		}
		if x, ok := codec.ByteOf(c, r); ok {
			b = append(b, x)
			continue
		}
		code := codec.CodeOf(c, r)
		if code.N == 0 {
			return nil
		}
		b = append(b, code.Bytes[:code.N]...)
	}
	if !utf8.Valid(b) {
		return nil
	}
	return []rune(string(b))
}

// mayEnd tells whether a run may end at a place: before ASCII, at the end, before a rune
// of other text.
func (d *doubleReader) mayEnd(p int32) bool {
	if int(p) == len(d.items) {
		return true
	}
	r := d.items[p].r
	return r < beyondCJK && r >= 0
}

// contextAt is the model's context before a place that stands as it is.
func (s *search) contextAt(i int32) lm.Context {
	ctx := lm.Edge
	for _, x := range s.syms[max(i-tail, 0):i] {
		ctx = ctx.Push(x)
	}
	return ctx
}
