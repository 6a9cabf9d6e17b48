package fix

import (
	"bytes"
	"context"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/cells"
	"github.com/unbake/unbake/internal/engine"
)

// stepMax, in bytes, is how much of a chunk one step looks at. It bounds the
// memory for output, whatever the size of the chunk.
const stepMax = 256 << 10

// stepCells is about how many cells one step looks at, at most: what is found in them waits in memory until it is told.
const stepCells = 8 << 10

// decodeMax, in bytes, is the same for input that is decoded first.
const decodeMax = 64 << 10

// A stream is the core of Copy, Reader, Writer and Transformer: one pass of
// bytes through a Fixer, without a goroutine and without input or output of
// its own. Whoever drives it keeps the carry: the bytes that a step did not
// take, which come again, with more behind them, in the next step.
type stream struct {
	f     *Fixer          // with what was learnt from the sample
	plain *Fixer          // without
	sink  Sink            // may be nil
	ctx   context.Context // once it is done nothing more is looked at; nil for none
	cut   bool            // so it was
	count bool            // somebody will ask for stats

	sample    *sample // nil where nothing is, or more is, to be learnt
	ignorer   ignorer
	form      form
	held      bool // a change waits for the first cells.SniffLen bytes
	failed    bool // no more of these will come
	clean     int  // bytes at the front of the carry without a line end
	textClean int  // the same for text
	text      []byte
	out       []byte
	enc       []byte
	settled   []byte
	found     []found
	changed   bool // out stands for what was examined

	counts
}

// The counts of a stream are of what went through it.
type counts struct {
	taken    int64
	pos      Position
	openLine bool
	repairs  int64
	suspects int64
	notUTF8  int64
}

func newStream(f *Fixer) stream {
	f = f.ready()
	c := &f.config
	return stream{f: f, plain: f, sample: newSample(c), ignorer: ignorer{heeds: c.ignore}, form: formOf(c.input), counts: counts{pos: Position{Line: 1, Column: 1}}}
}

// reset makes s ready for another input. It keeps the buffers.
func (s *stream) reset() {
	text, out, enc, sink, count := s.text[:0], s.out[:0], s.enc[:0], s.sink, s.count
	*s = newStream(s.plain)
	s.text, s.out, s.enc, s.sink, s.count = text, out, enc, sink, count
}

// step takes bytes from the front of chunk. It returns how many it took, and
// the bytes that stand for them in the output: a part of chunk where nothing
// changed, else of s's own buffers, good until the next step. Some output may
// come later than the bytes that it stands for.
//
// With final, nothing follows chunk. A step that takes nothing and gives
// nothing needs more input, or is done if final. It always takes or gives
// something where chunk is longer than MaxCell.
func (s *stream) step(chunk []byte, final bool) (n int, out []byte) {
	if s.sample != nil {
		return s.stepLearning(chunk, final)
	}
	return s.take(chunk, final)
}

// take is step by what is known by now. Where something is still to be learnt it stops
// before the first cell that must be looked at.
func (s *stream) take(chunk []byte, final bool) (n int, out []byte) {
	if len(chunk) > stepMax {
		chunk, final = chunk[:stepMax], false
	}
	if !s.form.known {
		n, ok := s.form.sniff(chunk, final)
		if !ok {
			return 0, nil
		}
		if n > 0 {
			s.taken += int64(n)
			s.pos.Offset += int64(n)
			return n, s.form.bom(chunk[:n])
		}
	}
	if s.form.wide() {
		n, out = s.decode(chunk, final)
		s.taken += int64(n)
		return n, out
	}
	chunk, final, wait := s.watch(chunk, final)
	switch {
	case s.form.binary:
		n, out = len(chunk), chunk
	case wait && s.held:
	case s.form.codec != nil && !wait:
		n, out = s.decode(chunk, final)
	default:
		if k := cells.Head(chunk, stepCells); k < len(chunk) {
			chunk, final = chunk[:k], false
		}
		n, out = s.cells(chunk, final, wait, &s.clean)
	}
	s.taken += int64(n)
	return n, out
}

// watch looks for a NUL in the first bytes of the input. It returns the part
// of chunk to go on with, and whether a change must wait.
func (s *stream) watch(chunk []byte, final bool) (part []byte, last, wait bool) {
	if s.form.binary || s.taken >= cells.SniffLen {
		return chunk, final, false
	}
	lineBuffered := s.f.config.lineBuffered
	waits := !lineBuffered && !final && !s.failed
	head := chunk[:min(len(chunk), int(cells.SniffLen-s.taken))]
	nul := bytes.IndexByte(head, 0)
	if nul < 0 {
		return chunk, final, waits && len(chunk) == len(head) && s.taken+int64(len(head)) < cells.SniffLen
	}
	if lineBuffered {
		if i := cells.LastLineEnd(head[:nul]); i >= 0 {
			return chunk[:i+1], false, false
		}
	}
	s.form.binary = true
	if s.sink != nil {
		at := s.pos
		s.advance(&at, chunk[:nul])
		s.sink.Note(at, Note{Kind: Binary})
	}
	return chunk, final, false
}

// decode is a step through input that is not UTF-8: it becomes text, and the
// text's repaired cells become output.
func (s *stream) decode(chunk []byte, final bool) (n int, out []byte) {
	if len(chunk) > decodeMax {
		chunk, final = chunk[:decodeMax], false
	}
	s.text, n = s.form.decode(s.text, chunk, final, &s.clean)
	s.enc = s.enc[:0]
	done := 0
	for {
		k, repaired := s.cells(s.text[done:], final, false, &s.textClean)
		if k == 0 {
			break
		}
		s.enc = s.form.encode(s.enc, repaired)
		done += k
	}
	s.text = s.text[:copy(s.text, s.text[done:])]
	if final && n < len(chunk) { // half a code unit
		s.enc = s.form.encodeRest(s.enc, chunk[n:])
		s.noteRest(int64(len(chunk) - n))
		n = len(chunk)
	}
	return n, s.enc
}

// cells is a step through text: all cells that are decided, or with wait those
// before the first one that would change. The first clean bytes of text are
// known to hold no line end.
func (s *stream) cells(text []byte, final, wait bool, clean *int) (n int, out []byte) {
	n = len(text)
	if !final {
		n = cells.Decided(text, *clean, cells.Cut)
	}
	*clean = len(text) - n
	text = text[:n]
	if s.passPlain(text) {
		return n, text
	}
	before := s.ignorer
	s.ignorer.scan(text)
	done := s.examine(text, wait)
	if s.held {
		*clean = 0
		s.ignorer = before
		s.ignorer.scan(text[:done])
	}
	text = text[:done]
	s.report(text)
	if !s.changed {
		return done, text
	}
	return done, s.out
}

// A found is a cell that had to be looked at, and what was wrong with it; or several
// cells that were settled alike.
type found struct {
	start, end int
	finding
	settled engine.Settled // repairs that nobody is told of one by one
}

// note keeps what was found for report.
func (s *stream) note(x *found) {
	if n := len(s.found); n > 0 && x.settled.Repairs > 0 && s.found[n-1].settled.Path == x.settled.Path {
		s.found[n-1].settled.Repairs += x.settled.Repairs
		return
	}
	s.found = append(s.found, *x)
}

// examine goes through the cells of text. It fills found, and out if anything
// changed, and returns how far it came: to the end, or to a cell that has to wait.
func (s *stream) examine(text []byte, wait bool) (end int) {
	s.out, s.found, s.held, s.changed = s.out[:0], s.found[:0], false, false
	done := 0
	whole := len(text)
	text = text[:s.sample.passes(text)]
	ahead := quiet{s: s, text: text, wait: wait}
	for i, step := 0, 0; ; i += step {
		var size int
		if i, size, step = ahead.next(i); i == len(text) {
			break
		}
		cell := text[i : i+size]
		if s.ignorer.at(i) {
			continue
		}
		if s.stopped() { // nothing of this text is written
			break
		}
		if s.sample.holds(cell, s.form.auto) || wait && s.decodes(cell) {
			s.held = true
		} else if ahead.end < i+size {
			x := found{start: i, end: i + size}
			if x.settled = s.settle(text[done:i], cell, wait); x.settled.Repairs > 0 {
				done, s.changed = i+size, true
			} else if x.finding = s.judge(cell); wait && x.changed {
				s.held = true
			} else if x.changed {
				s.out = append(s.out, text[done:i]...)
				s.out = append(s.out, x.repaired()...)
				done, s.changed = i+size, true
			}
			if !s.held {
				s.note(&x)
			}
		}
		if s.held {
			text = text[:i]
			break
		}
	}
	if s.changed {
		s.out = append(s.out, text[done:]...)
	}
	s.held = s.held || len(text) < whole
	s.sample.passed(text)
	return len(text)
}

// stopped tells whether there is no use in looking further, and notes that nobody did.
func (s *stream) stopped() bool {
	s.cut = s.cut || s.ctx != nil && s.ctx.Err() != nil
	return s.cut
}

// report counts text that was examined, and tells of what was found in it. Cells that are
// settled are UTF-8 and have no place of their own: they pass with what is around them.
func (s *stream) report(text []byte) {
	passed, cell := 0, 0
	counter := s.counter()
	for i := range s.found {
		x := &s.found[i]
		if n := x.settled.Repairs; n > 0 {
			s.repairs += int64(n)
			if counter != nil {
				counter.Count(x.settled.Path, n)
			}
			continue
		}
		s.pass(text[passed:x.start], cell)
		passed, cell = x.start, x.end-x.start
		s.tell(text[x.start:x.end], x.finding)
	}
	s.pass(text[passed:], cell)
	clear(s.found)
}

// A quiet looks ahead in text for how much of it can pass with nothing to
// repair and nothing to tell of. It is all that most text ever meets.
type quiet struct {
	s    *stream
	text []byte
	wait bool
	end  int // text[:end] can pass, but for what was judged already

	clean int // the same of repairs, and of bytes that are not UTF-8
	lost  int // the same of U+FFFD for bytes that the encoding does not have
}

// next returns the start of the first cell, from the one at i on, that must be
// looked at, len(text) if none; and what [cells.Next] says of it.
func (q *quiet) next(i int) (start, size, step int) {
	if q.look(i); q.wait && q.s.form.codec != nil {
		size, step = cells.Next(q.text[i:])
		return i, size, step
	}
	if q.end == len(q.text) {
		return q.end, 0, 0
	}
	if j := cells.LastLineEnd(q.text[i:q.end]); j >= 0 {
		i += j + 1
	}
	for i < len(q.text) { // windows of a long line
		if size, step = cells.Next(q.text[i:]); i+size > q.end {
			break
		}
		i += step
	}
	return i, size, step
}

// look makes end good for the cells from i on. Each part of text is looked at
// once for each thing, however often the others stop.
func (q *quiet) look(i int) {
	told := q.s.count || q.s.form.auto // of bytes that are not text
	if i >= q.clean {
		if told && q.s.form.codec == nil {
			q.clean = i + engine.CleanText(q.s.f.engine, q.text[i:])
		} else {
			q.clean = i + engine.Clean(q.s.f.engine, q.text[i:])
		}
	}
	q.end = q.clean
	if told && q.s.form.codec != nil {
		if i >= q.lost {
			q.lost = len(q.text)
			if j := bytes.Index(q.text[i:], []byte("\uFFFD")); j >= 0 {
				q.lost = i + j
			}
		}
		q.end = min(q.clean, q.lost)
	}
}

// decodes tells whether text, which was not decoded yet, will change by that.
func (s *stream) decodes(text []byte) bool {
	return s.form.codec != nil && !isASCII(text)
}

// allText tells whether all bytes of the input stood for text.
func (s *stream) allText(text []byte) bool {
	if s.form.codec != nil {
		return !bytes.Contains(text, []byte("\uFFFD"))
	}
	return utf8.Valid(text)
}
