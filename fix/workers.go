package fix

import (
	"context"
	"fmt"
	"io"
	"sync/atomic"
	"time"

	"github.com/unbake/unbake/internal/cells"
	"github.com/unbake/unbake/internal/scan"
)

// MaxWorkers bounds [Workers]: each holds two buffers.
const MaxWorkers = 256

// Workers has [Fixer.Copy], and WriteTo of a Reader, look through long input
// with n goroutines, and read and write besides; and n learn from a sample, see
// [LearnFirst] and [Fixer.Learn]. The output and what a [Sink] is told are the
// same, in the same order, by one goroutine at a time. What a Sink or a writer
// panics with reaches the caller of Copy. The default is 1.
func Workers(n int) Option {
	return func(c *config) error {
		if n < 1 || n > MaxWorkers {
			return fmt.Errorf("fix: Workers(%d): must be from 1 to %d", n, MaxWorkers)
		}
		c.workers = n
		return nil
	}
}

// splits tells whether the rest of the input can be looked through in parts: it is
// text, and all that the first bytes say is known.
func (s *stream) splits() bool {
	f := &s.form
	return s.f.config.workers > 1 && !s.f.config.lineBuffered && (s.sample == nil || s.draining()) && s.taken >= cells.SniffLen &&
		f.known && !f.wide() && f.codec == nil && !f.binary
}

// A part is some whole cells of the input, on their way to the output.
type part struct {
	buf    []byte
	text   []byte // of buf, or of what is mapped
	stream stream // that examines it
	plain  bool   // there is nothing in it that anybody asks for
	lines  int    // of plain text
	may    bool   // it may hold a comment that asks for something
	err    error
	done   chan struct{}
}

// A crew is the goroutines between reading and writing.
type crew struct {
	p     *pump
	ctx   context.Context
	w     io.Writer
	jobs  chan *part // to those who examine
	order chan *part // to the one who writes
	free  chan *part
	quit  chan struct{} // closed once writing is of no use
	ended chan struct{} // closed by the one who writes
	err   error         // of writing. Who reads sets it only while no part is under way, when who writes waits; read after quit or ended

	under   atomic.Int32 // parts under way
	scales  pace
	waiting bool // reading takes longer than looking: one goroutine is enough for clean text
}

// A pace compares what reading took with what looking took.
type pace struct {
	parts         int
	reading, look time.Duration
}

// paceParts is after how many parts the paces are compared anew.
const paceParts = 16

// split is writeTo for a stream that splits. It reads and cuts; others examine
// the parts, and one writes them in order.
func (p *pump) split(ctx context.Context, w io.Writer) error {
	n := p.stream.f.config.workers
	c := &crew{p: p, ctx: ctx, w: w, quit: make(chan struct{}), ended: make(chan struct{}), waiting: true}
	c.jobs, c.order, c.free = make(chan *part, n+2), make(chan *part, n+2), make(chan *part, n+2)
	for range cap(c.free) {
		c.free <- &part{done: make(chan struct{}, 1)}
	}
	for range n {
		go c.examine()
	}
	go c.write()
	read := c.read
	if p.mapped != nil {
		read = c.readMapped
	}
	err := c.feed(read)
	if p, ok := c.err.(*panicked); ok {
		panic(p.value)
	}
	if c.err != nil {
		return c.err
	}
	if err == io.EOF {
		return nil
	}
	return err
}

// feed reads, and waits until all is written, also where reading panics.
func (c *crew) feed(read func() error) error {
	defer func() {
		close(c.jobs)
		close(c.order)
		<-c.ended
	}()
	return read()
}

// A panicked is what a Sink or a writer panicked with in a goroutine of ours: the caller of Copy is to see it, as with
// one worker.
type panicked struct{ value any }

func (p *panicked) Error() string { return fmt.Sprint("fix: panic: ", p.value) }

// caught calls what belongs to the caller, and returns its panic as an error.
func (c *crew) caught(do func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &panicked{v}
		}
	}()
	return c.p.guard(do)
}

// next waits for a part to fill; nil if nobody wants more.
func (c *crew) next() *part {
	select {
	case x := <-c.free:
		return x
	case <-c.quit:
		return nil
	}
}

// read cuts the input into parts until it ends, or nobody wants more.
func (c *crew) read() error {
	p := c.p
	carry := append(p.stream.letHeldGo(), p.buf[p.r:p.w]...)
	p.buf = nil
	clean := p.stream.clean // at the front of carry, without a line end
	// What was held to learn from is cut as it is, but for the last of it, which a part has room for.
	for len(carry) > MaxCell+readBuffer {
		x := c.next()
		if x == nil {
			return nil
		}
		x.text = carry[:readBuffer]
		x.text = x.text[:cells.Decided(x.text, clean, cells.Cut)]
		x.text = x.text[:cells.Head(x.text, stepCells)]
		carry, clean = carry[len(x.text):], 0
		c.hand(x)
	}
	for p.err == nil || len(carry) > 0 {
		x := c.next()
		if x == nil {
			return nil
		}
		if x.buf == nil {
			x.buf = make([]byte, MaxCell+readBuffer)
		}
		k := copy(x.buf, carry)
		if p.err == nil && k <= MaxCell { // the first carry may be a full buffer
			var n int
			begin := time.Now()
			n, p.err = readSome(p.src, x.buf[k:])
			c.scales.reading += time.Since(begin)
			k += n
		}
		text := x.buf[:k]
		n := k
		if p.err != io.EOF {
			n = cells.Decided(text, min(clean, k), cells.Cut)
		}
		n = cells.Head(text[:n], stepCells)
		carry = append(carry[:0], text[n:]...)
		if clean = len(carry); cells.LastLineEnd(carry) >= 0 {
			clean = 0 // the part has as many cells as one has
		}
		x.text = text[:n]
		if n == 0 {
			c.free <- x
			if p.err != nil {
				break
			}
			continue
		}
		if c.passes(x) {
			c.free <- x
			continue
		}
		c.hand(x)
	}
	return p.err
}

// mappedPart, in bytes, is how much of what is in memory one goroutine is given: clean text takes
// longer than to hand it on.
const mappedPart = 1 << 20

// readMapped is read for what is in memory.
func (c *crew) readMapped() error {
	p := c.p
	for p.r < p.w {
		x := c.next()
		if x == nil {
			return nil
		}
		x.text = p.buf[p.r:min(p.r+mappedPart, p.w)]
		if p.r+len(x.text) < p.w {
			x.text = x.text[:cells.Decided(x.text, 0, cells.Cut)]
		}
		x.text = x.text[:cells.Head(x.text, stepCells)]
		p.r += len(x.text)
		c.hand(x)
	}
	return p.err
}

// hand hands a part on.
func (c *crew) hand(x *part) {
	c.under.Add(1)
	c.jobs <- x
	c.order <- x
}

// passes writes a part at once if nothing is under way and nothing is wrong with it. Handing
// it on would cost more, unless looking is what takes long.
func (c *crew) passes(x *part) bool {
	s := &c.p.stream
	if c.under.Load() > 0 || c.err != nil {
		return false
	}
	if c.scales.parts++; c.scales.parts == paceParts {
		c.waiting = c.scales.reading >= c.scales.look
		c.scales = pace{}
	}
	if !c.waiting {
		return false
	}
	begin := time.Now()
	at := len(x.text)
	if x.lines, x.plain = scan.Plain(x.text, &ignoreScan); !x.plain {
		ahead := quiet{s: s, text: x.text}
		at, _, _ = ahead.next(0)
	}
	c.scales.look += time.Since(begin)
	if at < len(x.text) {
		return false
	}
	x.stream.changed, x.stream.found = false, x.stream.found[:0]
	x.may = !x.plain && s.ignorer.heeds && mayIgnore(x.text)
	if c.err = c.put(x); c.err != nil {
		close(c.quit)
	}
	return true
}

// examine looks through parts. Each has its own stream, so that findings and output
// can wait in it for their turn.
func (c *crew) examine() {
	for x := range c.jobs {
		s, from := &x.stream, &c.p.stream
		s.f, s.sink, s.ctx, s.count, s.form = from.f, from.sink, from.ctx, from.count, from.form
		x.may = false
		x.err = c.caught(func() error {
			if x.lines, x.plain = scan.Plain(x.text, &ignoreScan); !x.plain {
				x.may = from.ignorer.heeds && mayIgnore(x.text)
				s.examine(x.text, false)
			}
			return nil
		})
		x.done <- struct{}{}
	}
}

// write writes the parts and tells what was found in them. After an error it goes
// on taking them, so that nobody waits for ever.
func (c *crew) write() {
	defer close(c.ended)
	for x := range c.order {
		<-x.done
		if c.err == nil {
			if c.err = c.caught(func() error { return c.put(x) }); c.err != nil {
				close(c.quit)
			}
		}
		c.under.Add(-1)
		c.free <- x
	}
}

// put writes one part. What comments in the text say of it depends on all that came before:
// a part with lines to be left is examined again if anything was found in it.
func (c *crew) put(x *part) error {
	if err := c.ctx.Err(); err != nil {
		return err
	}
	if x.err != nil {
		return x.err
	}
	s := &c.p.stream
	c.p.sound = s.counts
	if x.may || !s.ignorer.idle() {
		s.ignorer.scan(x.text)
		if len(s.ignorer.spans) > 0 && !x.plain && len(x.stream.found) > 0 {
			x.stream.ignorer.spans = s.ignorer.spans
			x.stream.examine(x.text, false)
			x.stream.ignorer.spans = nil
		}
	}
	s.taken += int64(len(x.text))
	out := x.text
	if x.plain {
		s.passLines(x.text, x.lines)
	} else {
		if x.stream.changed {
			out = x.stream.out
		}
		s.found = x.stream.found
		s.report(x.text)
	}
	err := c.p.put(c.w, out)
	if c.p.mapped != nil {
		c.p.mapped.Done(len(x.text))
	}
	return err
}
