package engine

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

// What ASCII costs that stands further behind other bytes than the model sees is the same by every single-byte page. So
// a cell is taken apart once, and each page is asked about the rest: what its reading costs at the least tells
// most pages off, mostly within a few bytes, and without a text.

// A rawBound is the parts of a cell that pages read each in its own way, and what the rest costs.
type rawBound struct {
	parts  []rawPart
	shared float32
	counts [1 << 7]int // of the bytes beyond ASCII
	wide   []byte      // those that are there
}

// A rawPart begins with a byte beyond ASCII and goes on as far as the model sees the last one of these, to the end of the cell
// if that is nearer.
type rawPart struct {
	from, to int
	ctx      lm.Context // before it
	ends     bool       // with the cell
}

// letterRebate, in nats, is more than a word takes off for each of its letters, see wordPrices.
const letterRebate = 0.62

// take takes a cell apart.
func (b *rawBound) take(memo *lm.Memo, cell []byte) {
	m, t := lm.Default(), rawTableOf(codec.Windows1252)
	b.parts, b.shared = b.parts[:0], 0
	for _, x := range b.wide {
		b.counts[x&0x7F] = 0
	}
	b.wide = b.wide[:0]
	ctx := lm.Edge
	seen := 0 // runes more for which the model sees a byte beyond ASCII
	token, wide := 0, false
	endToken := func(i int) {
		if wide {
			b.shared -= letterRebate * float32(i-token)
		}
		token, wide = i, false
	}
	for i, x := range cell {
		sym := t.syms[x]
		switch {
		case x >= utf8.RuneSelf:
			if b.counts[x&0x7F]++; b.counts[x&0x7F] == 1 {
				b.wide = append(b.wide, x)
			}
			if wide = true; seen == 0 {
				b.parts = append(b.parts, rawPart{from: i, ctx: ctx})
			}
			seen = tail + 1
		case seen == 0:
			_, cost := memo.Next(m, ctx, sym)
			b.shared += cost
		}
		if x <= ' ' {
			endToken(i)
		}
		if ctx = ctx.Push(sym); seen > 0 {
			if seen--; seen == 0 {
				b.parts[len(b.parts)-1].to = i + 1
			}
		}
	}
	endToken(len(cell))
	if seen > 0 {
		last := &b.parts[len(b.parts)-1]
		last.to, last.ends = len(cell), true
	} else {
		_, cost := memo.Next(m, ctx, lm.EdgeSym)
		b.shared += cost
	}
}

// beyond tells whether a page's reading of the cell costs more than limit for sure.
func (b *rawBound) beyond(memo *lm.Memo, cell []byte, page codec.ID, limit float32) bool {
	m, t := lm.Default(), rawTableOf(page)
	sum := b.shared
	limit += b.quoted(t)
	for _, p := range b.parts {
		ctx := p.ctx
		var cost float32
		for i, x := range cell[p.from:p.to] {
			if i += p.from; x == t.hyphen && i > 0 && i+1 < len(cell) && t.letters[cell[i-1]] && t.letters[cell[i+1]] {
				sum += softHyphenCost
				continue
			}
			ctx, cost = memo.Next(m, ctx, t.syms[x])
			if sum += cost + t.more[x]; sum > limit+maxRebate {
				return true
			}
		}
		if p.ends {
			_, cost = memo.Next(m, ctx, lm.EdgeSym)
			sum += cost
		}
	}
	return sum > limit+maxRebate
}

// quoted is what a page's reading may be cheaper at the most for quotation marks.
func (b *rawBound) quoted(t *rawTable) float32 {
	marks := 0
	for _, x := range b.wide {
		if t.quotes[x] {
			marks += b.counts[x&0x7F]
		}
	}
	return quotedRebate * float32(min(marks/2, mostQuoted))
}

// A rawTable is what the bytes of a single-byte page are to the model, and what they cost besides.
type rawTable struct {
	syms    [1 << 8]lm.Sym
	more    [1 << 8]float32
	hyphen  byte // the soft hyphen; 0 if the page has none
	letters [1 << 8]bool
	quotes  [1 << 8]bool
}

var rawTables [64]struct {
	once  sync.Once
	table rawTable
}

func rawTableOf(page codec.ID) *rawTable {
	t := &rawTables[page]
	t.once.Do(func() {
		m := lm.Default()
		for b := range t.table.syms {
			r := page.Codec().DecodeByte(byte(b))
			t.table.quotes[b] = closers(r) != "" || r == '’' || r == '”'
			if t.table.letters[b] = unicode.IsLetter(r); r == softHyphen {
				t.table.hyphen = byte(b)
			}
			if t.table.syms[b] = m.Sym(r); m.Barred(t.table.syms[b]) || control(r) {
				t.table.more[b] = barredCost
			}
		}
	})
	return &t.table
}
