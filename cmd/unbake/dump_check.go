package main

import (
	"bytes"
	"cmp"
	"context"
	"io"
	"slices"
	"strings"
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
	stats, err := dump.Copy(ctx, p, p, c.check, append(opts, dump.Watch(c.settle))...)
	likely, lost := r.likely, r.lost
	r.takeDump(stats, p.start.Offset, p.start.Offset)
	r.likely, r.lost, r.stats.Repairs = likely, lost, 0
	for _, n := range r.byPath {
		r.stats.Repairs += n
	}
	return dumpFailure(in.name, err)
}

// A cellChecker is a [dump.Func] that notes what it finds, to tell of it once it is
// known what would become of the value. A finding stands where its text does in the
// input, or where the value begins if it is spelt otherwise there, with escapes.
type cellChecker struct {
	*session
	*report
	*findings
	values *fix.Fixer
	places *places

	next   int // where in the cell at hand the next part is looked for
	noted  []noted
	told   map[toldKey]bool
	stayed map[string]bool // by the text of a finding, see stays

	asked         int    // how often the Func was, of the cell at hand
	before, after string // the last of these, and its answer
}

// A noted is a finding in the cell at hand.
type noted struct {
	off     int64 // in the input
	repair  fix.Repair
	suspect *fix.Suspect // if it is one
	key     bool         // it is in a key of JSON, which stays
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
	e := k.values.Explain(c.Text)
	k.asked++
	k.before, k.after = c.Text, applied(e)
	if len(e.Repairs)+len(e.Suspects) == 0 {
		return c.Text, false
	}
	start := k.search(c, c.Text)
	repairs, suspects := e.Repairs, e.Suspects
	for len(repairs)+len(suspects) > 0 {
		if len(suspects) == 0 || len(repairs) > 0 && repairs[0].Start < suspects[0].Start {
			for _, x := range splitAtQuotes(repairs[0]) {
				k.note(c, start, x.Start, noted{repair: x})
			}
			repairs = repairs[1:]
			continue
		}
		k.note(c, start, suspects[0].Start, noted{repair: fix.Repair{Before: suspects[0].Before}, suspect: &suspects[0]})
		suspects = suspects[1:]
	}
	return k.after, len(e.Repairs) > 0
}

// splitAtQuotes returns the parts of a repair between what both its texts have of
// ASCII with a quote in it: the connection damages a value of PHP as a whole, and
// what it says of it need not span the syntax between two strings.
func splitAtQuotes(x fix.Repair) []fix.Repair {
	before, after := quoteGaps(x.Before), quoteGaps(x.After)
	if len(before) == 0 || len(before) != len(after) {
		return []fix.Repair{x}
	}
	var parts []fix.Repair
	from, to := 0, 0
	for i := range len(before) + 1 {
		end, endTo := fix.Span{Start: len(x.Before)}, fix.Span{Start: len(x.After)}
		if i < len(before) {
			end, endTo = before[i], after[i]
			if x.Before[end.Start:end.End] != x.After[endTo.Start:endTo.End] {
				return []fix.Repair{x}
			}
		}
		part := x
		part.Span = fix.Span{Start: x.Start + from, End: x.Start + end.Start}
		part.Before, part.After, part.Next = x.Before[from:end.Start], x.After[to:endTo.Start], nil
		parts = append(parts, part)
		from, to = end.End, endTo.End
	}
	return parts
}

// quoteGaps returns the runs of ASCII in s, but those at its ends, with a quote in them.
func quoteGaps(s string) (gaps []fix.Span) {
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && s[j] < utf8.RuneSelf {
			j++
		}
		if 0 < i && j < len(s) && strings.IndexByte(s[i:j], '"') >= 0 {
			gaps = append(gaps, fix.Span{Start: i, End: j})
		}
		for i = j; i < len(s) && s[i] >= utf8.RuneSelf; i++ {
		}
	}
	return gaps
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

// note notes a finding that stands at byte i of the text, which begins at byte start
// of Raw.
func (k *cellChecker) note(c *dump.Cell, start, i int, x noted) {
	x.off, x.key = c.Offset, c.Key
	if start >= 0 {
		x.off += int64(start + i)
	} else if j := k.search(c, x.repair.Before); j >= 0 {
		x.off += int64(j)
	}
	k.noted = append(k.noted, x)
}

// settle has the findings in a cell told, each once. Those that would not be repaired
// after all, though they are certain, are suspects: they are in keys, or no length in the
// value would be right.
func (k *cellChecker) settle(c *dump.Cell, after string) {
	for _, x := range k.noted {
		key := toldKey{x.off, x.repair.Before}
		if k.told[key] {
			continue
		}
		if k.told == nil {
			k.told = map[toldKey]bool{}
		}
		k.told[key] = true
		if x.suspect == nil && (x.key || k.stays(c, after, key.before)) {
			x.suspect = &fix.Suspect{Span: x.repair.Span, Before: x.repair.Before, Verdict: fix.Likely, Candidates: []fix.Reading{x.repair.Reading}}
		}
		at, table, field := k.places.position(x.off), c.Table, c.Column
		k.places.found = append(k.places.found, found{x.off, func() {
			k.table, k.field, k.key = table, field, x.key
			if x.suspect != nil {
				k.report.Suspect(at, *x.suspect)
			} else {
				k.report.Repair(at, x.repair)
			}
			k.table, k.field, k.key = "", "", false
		}})
	}
	k.next, k.asked = 0, 0
	k.noted = k.noted[:0]
	clear(k.told)
	clear(k.stayed)
}

// stays tells whether what was found stands in a value as often once it is repaired. Of a
// value that comes out as the Func would have it, nothing is counted: it may be long.
func (k *cellChecker) stays(c *dump.Cell, after, found string) bool {
	if k.asked == 1 && k.before == c.Text && k.after == after {
		return false
	}
	stays, known := k.stayed[found]
	if !known {
		n := strings.Count(c.Text, found)
		stays = n > 0 && strings.Count(after, found) >= n
		if k.stayed == nil {
			k.stayed = map[string]bool{}
		}
		k.stayed[found] = stays
	}
	return stays
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
