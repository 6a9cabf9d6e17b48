package engine

import (
	"bytes"
	"math"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

// A rawReader reads a cell that is not UTF-8 by one page after the other. Most pages are far dearer than the
// right one, and many read a cell alike: it gives up a reading as soon as it is dearer than asked for, and weighs none twice.
type rawReader struct {
	memo  lm.Memo
	cell  []byte
	mixed bool     // some of the cell is UTF-8 beyond ASCII
	bound rawBound // if nothing is mixed
	texts []rawText
	first int // place in rawCodecs of the page that read the cell before
}

// A rawText is a reading of the cell.
type rawText struct {
	text  []byte
	cost  float32
	limit float32 // beyond which it was not weighed: cost is that then, or more
}

var rawReaders = sync.Pool{New: func() any { return new(rawReader) }}

// begin makes the reader ready for a cell. What it returned before is no longer good.
func (r *rawReader) begin(cell []byte) {
	r.cell, r.texts, r.mixed = cell, r.texts[:0], false
	for i := skipASCII(cell, 0); i < len(cell) && !r.mixed; i = skipASCII(cell, i) {
		_, n := utf8.DecodeRune(cell[i:])
		r.mixed = n > 1
		i += n
	}
	if !r.mixed {
		r.bound.take(&r.memo, cell)
	}
}

// read is ReadRaw without what the place of the page costs. What costs more than limit may come with any cost beyond it.
func (r *rawReader) read(c codec.ID, limit float32) (text []byte, cost float32, whole bool) {
	if c == codec.Big5Unicode && !slices.ContainsFunc(r.cell, unlikeBig5) {
		return nil, 0, false
	}
	single := !r.mixed && c.Codec().SingleByte() // which reads all of it, and both ways alike
	if single && limit < math.MaxFloat32 && r.bound.beyond(&r.memo, r.cell, c, limit) {
		return nil, math.MaxFloat32, true
	}
	x := r.newText()
	x.text, whole = readRaw(x.text[:0], r.cell, c.Codec())
	text, cost = x.text, r.weigh(x, limit)
	if single {
		return text, cost, whole
	}
	x = r.newText()
	var lossless bool
	if x.text, lossless = c.Codec().AppendDecode(x.text[:0], r.cell); !lossless {
		r.texts = r.texts[:len(r.texts)-1]
		return text, cost, whole
	}
	if k := r.weigh(x, limit); !whole || k < cost {
		text, cost, whole = x.text, k, true
	}
	return text, cost, whole
}

// unlikeBig5 tells whether a pair that begins with b may be another rune in Python's Big5 than in browsers'.
func unlikeBig5(b byte) bool { return b == 0xA1 || b == 0xA2 || b == 0xC6 || b == 0xC7 }

// newText returns a place for one reading more. Those before may move, but not their texts.
func (r *rawReader) newText() *rawText {
	if len(r.texts) < cap(r.texts) {
		r.texts = r.texts[:len(r.texts)+1]
	} else {
		r.texts = append(r.texts, rawText{})
	}
	return &r.texts[len(r.texts)-1]
}

// weigh is what the newest reading costs, its words among it.
func (r *rawReader) weigh(x *rawText, limit float32) float32 {
	x.limit = limit
	for i := range r.texts[:len(r.texts)-1] {
		if o := &r.texts[i]; (o.cost <= o.limit || limit <= o.limit) && bytes.Equal(o.text, x.text) {
			x.cost, x.limit = o.cost, o.limit
			return x.cost
		}
	}
	words := wordsCost(x.text) - quoted(x.text)
	cost, ok := r.cost(x.text, limit-words)
	if x.cost = cost + words; !ok {
		x.cost = math.MaxFloat32
	}
	return x.cost
}

// cost is what a reading costs as a text, and its signs for their places; not ok if it is more than limit.
func (r *rawReader) cost(text []byte, limit float32) (cost float32, ok bool) {
	m := lm.Default()
	ctx := lm.Edge
	before := rune(0)
	for i := 0; i < len(text); {
		x, behind := rune(text[i]), rune(0)
		if i++; x >= utf8.RuneSelf {
			r, size := utf8.DecodeRune(text[i-1:])
			x = r
			if i += size - 1; i < len(text) {
				behind, _ = utf8.DecodeRune(text[i:])
			}
			if x == softHyphen && unicode.IsLetter(before) && unicode.IsLetter(behind) {
				cost += softHyphenCost
				before = x
				continue
			}
			cost += misplaced(before, x, behind)
		}
		before = x
		var n float32
		ctx, n = r.step(m, ctx, x)
		cost += n
		if cost > limit+maxRebate {
			return cost, false
		}
	}
	_, end := r.memo.Next(m, ctx, lm.EdgeSym)
	return cost + end, true
}
