package main

import (
	"bytes"
	"cmp"
	"context"
	"io"
	"slices"
	"unicode/utf8"

	"github.com/unbake/unbake/fix"
	"github.com/unbake/unbake/fix/dump"
)

// checkDump hands what is wrong in the values of a dump to the sink.
func (s *session) checkDump(ctx context.Context, in *input, r *report, f *findings) error {
	start := fix.Position{Line: 1, Column: 1}
	p := &places{r: in.content, w: stopper{f}, start: start, at: start, sink: r, raw: !isSQL(in.format)}
	c := cellChecker{session: s, report: r, findings: f, places: p, values: in.values}
	// One worker: findings come in the order of the input.
	opts, err := s.dumpOptions(in, 1)
	if err != nil {
		return err
	}
	stats, err := dump.Copy(ctx, p, p, c.check, opts...)
	stats.Traps = append(stats.Traps, c.trapped.Traps...)
	likely, lost := r.likely, r.lost
	r.takeDump(stats, p.start.Offset, p.start.Offset)
	r.likely, r.lost = likely, lost
	for _, n := range r.byPath {
		r.stats.Repairs += n
	}
	return dumpFailure(in.name, err)
}

// A cellChecker is a [dump.Func] that repairs nothing and tells of what it
// finds. A finding stands where its text does in the input, or where the value
// begins if it is spelt otherwise there, with escapes.
type cellChecker struct {
	*session
	*report
	*findings
	values *fix.Fixer
	places *places

	cell int64 // offset of the cell at hand
	next int   // where in it the next part is looked for
	told map[toldKey]bool

	trapped dump.Stats // the traps that repairs would fall in
}

// A toldKey is a finding in a cell. The parts of a value are looked at more than
// once where values stand in it; a finding is told of once.
type toldKey struct {
	offset int64
	before string
}

func (k *cellChecker) check(c *dump.Cell) (text string, changed bool) {
	if k.values.Clean([]byte(c.Text)) == len(c.Text) || !k.scope.has(c.Table, c.Column) {
		return c.Text, false
	}
	if c.Offset != k.cell || k.told == nil {
		k.cell, k.next, k.told = c.Offset, 0, map[toldKey]bool{}
	}
	e := k.values.Explain(c.Text)
	if len(e.Repairs)+len(e.Suspects) == 0 {
		return c.Text, false
	}
	c.Suspects += len(e.Repairs) + len(e.Suspects)
	if trap := c.Trap(e.Apply()); trap != nil {
		k.trapped.AddTrap(*trap)
	}
	start := k.search(c, c.Text)
	repairs, suspects := e.Repairs, e.Suspects
	for len(repairs)+len(suspects) > 0 {
		if len(suspects) == 0 || len(repairs) > 0 && repairs[0].Start < suspects[0].Start {
			x := repairs[0]
			k.add(c, start, x.Start, x.Before, func(at fix.Position) { k.report.Repair(at, x) })
			repairs = repairs[1:]
			continue
		}
		x := suspects[0]
		k.add(c, start, x.Start, x.Before, func(at fix.Position) { k.report.Suspect(at, x) })
		suspects = suspects[1:]
	}
	return c.Text, false
}

// search returns where in Raw s stands, behind what was found last if there is
// one, and else the first; -1 for nowhere.
func (k *cellChecker) search(c *dump.Cell, s string) int {
	from := min(k.next, len(c.Raw))
	i := bytes.Index(c.Raw[from:], []byte(s))
	if i < 0 {
		return bytes.Index(c.Raw, []byte(s))
	}
	k.next = from + i + len(s)
	return from + i
}

// add has a finding told that stands at byte i of the text, which begins at byte
// start of Raw; unless it was.
func (k *cellChecker) add(c *dump.Cell, start, i int, before string, tell func(fix.Position)) {
	off := c.Offset
	if start >= 0 {
		off += int64(start + i)
	} else if j := k.search(c, before); j >= 0 {
		off += int64(j)
	}
	key := toldKey{off, before}
	if k.told[key] {
		return
	}
	k.told[key] = true
	at, table, field := k.places.position(off), c.Table, c.Column
	k.places.found = append(k.places.found, found{off, func() {
		k.table, k.field = table, field
		tell(at)
		k.table, k.field = "", ""
	}})
}

// places stands on both sides of a walk that changes nothing, so that what was
// written is where the walk is. It keeps what was read and not written yet, to
// find the line and the column of a place in it, and the findings in that, which
// it tells in the order of the input, with bytes that are not UTF-8 among them.
type places struct {
	r       io.Reader
	w       io.Writer
	pending []byte       // what was read and not written yet
	start   fix.Position // of pending
	at      fix.Position // of the last place asked for
	found   []found
	sink    fix.Sink
	raw     bool // bytes that are not UTF-8 are findings, too
	cut     bool // the last write ended inside a character
}

// A found is a finding that waits for its turn.
type found struct {
	offset int64
	tell   func()
}

func (p *places) Read(b []byte) (int, error) {
	n, err := p.r.Read(b)
	p.pending = append(p.pending, b[:n]...)
	return n, err
}

func (p *places) Write(b []byte) (int, error) {
	if p.raw {
		p.noteRaw(b)
	}
	slices.SortStableFunc(p.found, func(x, y found) int { return cmp.Compare(x.offset, y.offset) })
	for _, f := range p.found {
		f.tell()
	}
	p.found = p.found[:0]
	p.start = p.position(p.start.Offset + int64(len(b)))
	p.pending = p.pending[:copy(p.pending, p.pending[len(b):])]
	return p.w.Write(b)
}

// position returns the position of a byte that is pending. Asking in the order
// of the input costs one pass over it.
func (p *places) position(off int64) fix.Position {
	if off < p.at.Offset || p.at.Offset < p.start.Offset {
		p.at = p.start
	}
	text := p.pending[p.at.Offset-p.start.Offset : off-p.start.Offset]
	if p.at.Offset == 0 {
		text = bytes.TrimPrefix(text, []byte("\uFEFF")) // it has no column
	}
	if n := bytes.Count(text, []byte{'\n'}); n > 0 {
		p.at.Line += int64(n)
		p.at.Column = 1
		text = text[bytes.LastIndexByte(text, '\n')+1:]
	}
	p.at.Column += utf8.RuneCount(text)
	p.at.Offset = off
	return p.at
}

// noteRaw notes runs of bytes that are not UTF-8 in what is about to be written,
// the front of pending.
func (p *places) noteRaw(b []byte) {
	if utf8.Valid(b) {
		return
	}
	i := 0
	for p.cut && i < min(len(b), utf8.UTFMax-1) && !utf8.RuneStart(b[i]) {
		i++
	}
	p.cut = false
	for i < len(b) {
		if !utf8.FullRune(b[i:]) {
			p.cut = true
			return
		}
		n := 0
		for i+n < len(b) && utf8.FullRune(b[i+n:]) && isRaw(b[i+n:]) {
			n++
		}
		if n > 0 {
			at := p.position(p.start.Offset + int64(i))
			p.found = append(p.found, found{at.Offset, func() { p.sink.Note(at, fix.Note{Kind: fix.NotUTF8, Length: int64(n)}) }})
			i += n
			continue
		}
		_, n = utf8.DecodeRune(b[i:])
		i += n
	}
}

// isRaw tells whether the first byte of b is not UTF-8.
func isRaw(b []byte) bool {
	r, n := utf8.DecodeRune(b)
	return r == utf8.RuneError && n == 1
}
