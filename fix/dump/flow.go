package dump

import (
	"bytes"
	"context"
	"io"
	"strings"
)

const (
	// chunk, in bytes, is how much input makes a batch: enough that handing
	// it to a worker costs nothing, and four of them stay small.
	chunk = 256 << 10
	// emptyReads is after how many reads of nothing we give up, as bufio does.
	emptyReads = 100
)

// A flow is the input of a walker on its way to the output. The walker looks
// at buf[pos:], asks for more, and marks cells and patches in what it has
// seen; all else goes out as it came in.
//
// buf[min(tok,hold):] stays when more is read; what is before it is handed on,
// and tok, pos and hold move along. A walker must keep no other index into buf
// across a call of more.
type flow struct {
	buf  []byte
	tok  int // start of the token at hand
	pos  int // next byte to look at
	hold int // start of what must stay besides; -1 for nothing
	// dropped is set by more when hold was given up, since it grew over the
	// longest literal.
	dropped bool

	chunk    int // size of new buffers
	ctx      context.Context
	r        io.Reader
	cfg      *config
	stats    *Stats
	pipe     *pipe
	err      error // of the source or the pipe, io.EOF at the end
	base     int64 // offset of buf[0] in the input
	before   byte  // the one before buf[0]; 0 at the start
	begin    int64 // offset of where the token at hand began, also when tok went on
	first    int64 // its line, once that is no longer in buf
	line     int64 // line of buf[0]
	spots    []spot
	cols     map[columnKey]*column
	lateKeys []*uniqueKey // defined behind the data
	verb     []byte       // of the statement at hand, and what table it is about
	object   string
	format   Format
}

// A column is where cells stand: counts, and what may happen to them.
type column struct {
	stats    *ColumnStats
	skip     bool // cells are not text or out of scope
	noSchema bool
	array    bool      // PostgreSQL's: elements are cells of their own
	set      bool      // MySQL's SET: members are, as in the definition
	keys     []keyPart // the unique keys that it has a part in
	rows     bool      // some of them have other columns, too
	value    bool      // its values are in ASCII, or bytes
	size     int       // characters that it can have; 0 for no bound
	charset  *charset  // of the column; nil holds all text

	statement string // that cells are left in
}

// A spot is a place in a batch that may change.
type spot struct {
	start, end int
	col        *column
	spell      *spelling
	names      *charset // the bytes' own, nil for UTF-8
	recode     bool     // write as UTF-8 what is in names
	definition bool
	plain      bool // it is known to stand for itself
	left       bool // it is only looked at
	key        bool // it is a key of JSON, which stays
	part       bool // it is no text, and only its column's keys ask for it
	kind       partKind
	row        int64  // where keys of several columns ask for it
	clean      bool   // nothing is to be done with it
	patch      []byte // where col is nil: what to write
}

func newFlow(ctx context.Context, w io.Writer, r io.Reader, f Func, c *config) *flow {
	fl := &flow{ctx: ctx, r: r, cfg: c, stats: &Stats{unique: &uniqueSeen{}}, hold: -1, line: 1, chunk: chunk, cols: map[columnKey]*column{}}
	if c.entities {
		f = withEntities(f)
	}
	fl.pipe = newPipe(ctx, w, f, c, fl.stats)
	return fl
}

// run walks the input, copies what the walker left, and returns the first
// error there was.
func (f *flow) run() error {
	defer f.pipe.close() // also where the source panics
	f.format = f.cfg.format
	if f.format == Auto {
		for len(f.buf) < DetectLen && f.more() {
		}
		if err := Refuse(f.buf); err != nil {
			f.pipe.close()
			return err
		}
		f.format = Detect(f.buf)
	}
	f.stats.Format = f.format
	if walk := walkers[f.format]; walk != nil {
		walk(f)
	}
	f.hold = -1
	f.leaveLines()
	f.dispatch(len(f.buf), 0)
	if err := f.pipe.close(); err != nil {
		return err
	}
	f.stats.unique.finish(f.stats, f.lateKeys)
	if f.err != io.EOF {
		return f.err
	}
	if len(f.stats.Problems) > 0 {
		return f.stats.Problems[0]
	}
	return nil
}

// moreOf is more within a value that began at tok. It is long from where it has more than maxLiteral bytes on: then none of
// it is kept.
func (f *flow) moreOf(long *bool) bool {
	if *long = *long || f.pos-f.tok > f.cfg.maxLiteral; *long {
		f.tok = f.pos
	}
	return f.more()
}

// more reads behind the end of buf. It returns false at the end of the input,
// or when there is no use in going on.
func (f *flow) more() bool {
	if f.err != nil {
		return false
	}
	if f.hold >= 0 && f.pos-f.hold > f.cfg.maxLiteral {
		f.hold, f.dropped = -1, true
	}
	if len(f.buf) == cap(f.buf) {
		keep := f.tok
		if f.hold >= 0 {
			keep = min(keep, f.hold)
		}
		if f.err = f.ctx.Err(); f.err == nil {
			f.err = f.dispatch(keep, f.chunk)
		}
		if f.err != nil {
			return false
		}
	}
	for range emptyReads {
		n, err := f.r.Read(f.buf[len(f.buf):cap(f.buf)])
		f.buf = f.buf[:len(f.buf)+n]
		if f.err = err; n > 0 || err != nil {
			return n > 0
		}
	}
	f.err = io.ErrNoProgress
	return false
}

// dispatch hands buf[:keep] on and moves the rest to a new buffer of at least
// the size given.
func (f *flow) dispatch(keep, size int) error {
	b := f.pipe.batch()
	rest := f.buf[keep:]
	buf := b.spare
	if need := max(size, 2*len(rest)); cap(buf) < need {
		buf = make([]byte, 0, need)
	}
	buf = append(buf[:0], rest...)
	b.format, b.data, b.base, b.line = f.stats.Format, f.buf[:keep], f.base, f.line
	counted := b.data
	if n := f.begin - f.base; n >= 0 && n < int64(keep) {
		f.line += int64(bytes.Count(counted[:n], newline))
		f.first, counted = f.line, counted[n:]
	}
	if keep > 0 {
		f.before = f.buf[keep-1]
	}
	f.base += int64(keep)
	f.line += int64(bytes.Count(counted, newline))

	n := len(f.spots)
	for n > 0 && f.spots[n-1].start >= keep {
		n--
	}
	b.spots, f.spots = f.spots[:n], append(b.spots[:0], f.spots[n:]...)
	for i := range f.spots {
		f.spots[i].start -= keep
		f.spots[i].end -= keep
	}
	f.buf = buf
	f.tok -= keep
	f.pos -= keep
	if f.hold >= 0 {
		f.hold -= keep
	}
	return f.pipe.send(b)
}

var newline = []byte{'\n'}

// column returns the column of a name, the same for each call.
func (f *flow) column(table, name string) *column {
	key := columnKey{table, name}
	c := f.cols[key]
	if c == nil {
		c = f.newColumn(table, name)
		f.cols[key] = c
	}
	return c
}

// newColumn returns a column that shares no more than its counts with others
// of that name.
func (f *flow) newColumn(table, name string) *column {
	return &column{stats: f.stats.column(table, name), skip: !f.cfg.scope.has(table, name)}
}

// cell marks buf[start:end] as a value of a column. Marks come in the order
// of the input.
func (f *flow) cell(start, end int, c *column, s *spelling) {
	f.mark(spot{start: start, end: end, col: c, spell: s})
}

// mark is cell with more to say.
func (f *flow) mark(s spot) {
	s.col.stats.Cells++
	if s.part = s.col.skip; !s.part || s.col.rows {
		f.spots = append(f.spots, s)
	}
}

// problem notes that the input does not follow its format at buf[i].
func (f *flow) problem(i int, msg string) {
	f.problemAt(f.base+int64(i), f.line+int64(bytes.Count(f.buf[:i], newline)), msg)
}

// problemToken notes a problem where the token at hand began, which may be no more
// in buf.
func (f *flow) problemToken(msg string) {
	if n := f.begin - f.base; n >= 0 {
		f.problem(int(n), msg)
		return
	}
	f.problemAt(f.begin, f.first, msg)
}

// statement returns the statement at hand, as far as its table's name.
func (f *flow) statement() string {
	s := strings.ToUpper(string(f.verb))
	if f.object == "" {
		return s
	}
	if s == "INSERT" || s == "REPLACE" {
		s += " INTO"
	}
	return s + " " + f.object
}

func (f *flow) problemAt(off, line int64, msg string) {
	if len(f.stats.Problems) == MaxProblems || f.err != nil && f.err != io.EOF {
		return
	}
	f.stats.Problems = append(f.stats.Problems, &SyntaxError{Format: f.format, Line: line, Offset: off, Statement: f.statement(), Msg: msg})
}
