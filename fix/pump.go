package fix

import (
	"cmp"
	"context"
	"errors"
	"io"

	"github.com/unbake/unbake/internal/mapped"
)

const (
	// readBuffer, in bytes, is the size of reads: with 64 KiB, a pipe's
	// capacity, each read still costs a switch to the process before us.
	readBuffer = stepMax
	// firstBuffer, in bytes, is what short inputs get by with. The buffer
	// grows when a read fills it.
	firstBuffer = 16 << 10
	// emptyReads is after how many reads of nothing we give up, as bufio does.
	emptyReads = 100
)

// A pump drives a stream from a reader. Its carry stands in front of what is
// read, so that text without damage is handed out from the read buffer.
type pump struct {
	src     io.Reader
	mapped  *mapped.File // src, if that is all in memory: buf is its content then
	stream  stream
	buf     []byte
	r, w    int   // buf[r:w] was read and not taken
	err     error // of src
	written int64

	sound  counts // before the piece of the output that is written
	failed bool   // it could not be, or not all of it, or was not looked at to its end
}

func newPump(f *Fixer, src io.Reader) *pump {
	p := &pump{src: src, stream: newStream(f)}
	if m, ok := src.(*mapped.File); ok {
		p.mapped, p.buf = m, m.Bytes()
		p.w, p.err = len(p.buf), io.EOF
	}
	return p
}

// next returns the next bytes of the output, good until the next call. After
// each read of the source it returns all that is decided before it reads
// again. Once there is nothing left it returns the error of the source.
func (p *pump) next() ([]byte, error) {
	for {
		out, ok := p.step()
		if p.stream.cut {
			return nil, p.stream.ctx.Err()
		}
		if ok {
			return out, nil
		}
		switch {
		case p.err == nil:
			p.read()
		case p.err == io.EOF || !p.stream.release():
			return nil, p.err
		}
	}
}

// step gives what the buffer holds; not ok means that it needs more.
func (p *pump) step() (out []byte, ok bool) {
	for {
		n, out := p.stream.step(p.buf[p.r:p.w], p.err == io.EOF)
		p.r += n
		if len(out) > 0 {
			return out, true
		}
		if n == 0 {
			return nil, false
		}
	}
}

// read reads once, behind the carry.
func (p *pump) read() {
	full := p.w == len(p.buf)
	n := copy(p.buf, p.buf[p.r:p.w])
	switch {
	case p.buf == nil:
		p.buf = make([]byte, MaxCell+firstBuffer)
	case full && len(p.buf) < MaxCell+readBuffer:
		p.buf = append(make([]byte, 0, MaxCell+readBuffer), p.buf[:n]...)[:MaxCell+readBuffer]
	}
	p.r, p.w = 0, n
	n, p.err = readSome(p.src, p.buf[p.w:])
	p.w += n
}

// readSome reads once, and again where nothing came.
func readSome(src io.Reader, b []byte) (int, error) {
	for range emptyReads {
		n, err := src.Read(b)
		if n < 0 || n > len(b) {
			panic("fix: source returned an impossible count from Read")
		}
		if n > 0 || err != nil {
			return n, err
		}
	}
	return 0, io.ErrNoProgress
}

// writeTo writes all that is left of the output to w.
func (p *pump) writeTo(ctx context.Context, w io.Writer) error {
	return p.guard(func() error { return p.writeAll(ctx, w) })
}

// guard calls what touches the input, which may be cut by others while it is in memory.
func (p *pump) guard(do func() error) error {
	if p.mapped != nil {
		return p.mapped.Guard(do)
	}
	return do()
}

// put writes a piece of the output.
func (p *pump) put(w io.Writer, out []byte) error {
	n, err := writeTo(w, out)
	p.written += int64(n)
	p.failed = err != nil
	return err
}

// errCount is the error of a Write that says what cannot be.
var errCount = errors.New("fix: an impossible count from Write")

// writeTo writes all of b, or says why not.
func writeTo(w io.Writer, b []byte) (n int, err error) {
	n, err = w.Write(b)
	switch {
	case n < 0 || n > len(b):
		return 0, cmp.Or(err, errCount)
	case n < len(b):
		err = cmp.Or(err, io.ErrShortWrite)
	}
	return n, err
}

func (p *pump) writeAll(ctx context.Context, w io.Writer) error {
	p.stream.ctx = ctx
	for {
		done := p.r
		p.sound = p.stream.counts
		if err := ctx.Err(); err != nil {
			return err
		}
		if p.stream.splits() && !(p.mapped != nil && p.stream.draining()) {
			return p.split(ctx, w)
		}
		out, err := p.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			p.failed = p.stream.cut
			return err
		}
		if err = p.put(w, out); err != nil {
			return err
		}
		if p.mapped != nil {
			p.mapped.Done(p.r - done)
		}
	}
}
