package dump

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
)

// A batch is a piece of the input with the spots in it.
type batch struct {
	format Format // of the input, Auto while it is not found
	data   []byte
	base   int64 // offset of data in the input
	line   int64
	spots  []spot

	out   []byte // what to write: data, or other
	own   []byte // a buffer for out
	spare []byte // a buffer for the next data
	tally tally
	err   error // a panic of the Func, or of another function of the caller's
	done  chan struct{}
}

// A pipe repairs batches and writes them in the order in which they came: in
// the calling goroutine, or with workers and a writer of its own.
type pipe struct {
	ctx     context.Context
	w       io.Writer
	f       Func
	gate    *gate // of the calling goroutine; nil if there is no option Clean
	watch   func(c *Cell, after string)
	repairs bool // see [Repairs]
	stats   *Stats

	jobs   chan *batch // to the workers; nil if there are none
	order  chan *batch // to the writer
	free   chan *batch
	quit   chan struct{} // closed when writing failed
	wg     sync.WaitGroup
	err    error // of the writer; read after quit or wg
	closed bool
}

func newPipe(ctx context.Context, w io.Writer, f Func, c *config, stats *Stats) *pipe {
	workers := c.workers
	p := &pipe{ctx: ctx, w: w, f: f, gate: c.newGate(), watch: c.watch, repairs: c.repairs, stats: stats, free: make(chan *batch, workers+3)}
	for range cap(p.free) {
		p.free <- &batch{done: make(chan struct{}, 1)}
	}
	if workers == 1 {
		return p
	}
	p.jobs, p.order, p.quit = make(chan *batch, cap(p.free)), make(chan *batch, cap(p.free)), make(chan struct{})
	for range workers {
		p.wg.Go(func() {
			gate := c.newGate()
			for b := range p.jobs {
				b.err = caught(func() error { return p.repair(b, gate) })
				b.done <- struct{}{}
			}
		})
	}
	p.wg.Go(p.write)
	return p
}

// batch returns an empty batch, waiting for one if all are under way.
func (p *pipe) batch() *batch { return <-p.free }

// send hands a batch on. It may be used no more.
func (p *pipe) send(b *batch) error {
	if p.jobs == nil {
		if p.err != nil {
			p.free <- b
			return p.err
		}
		if p.err = p.repair(b, p.gate); p.err == nil {
			p.err = p.put(b)
		}
		p.free <- b
		return p.err
	}
	select {
	case <-p.quit:
		return p.err
	default:
	}
	p.jobs <- b
	p.order <- b
	return nil
}

// write writes the batches in order. After an error it goes on taking them,
// so that nobody waits for ever.
func (p *pipe) write() {
	for b := range p.order {
		<-b.done
		if p.err == nil {
			if p.err = b.err; p.err == nil {
				p.err = caught(func() error { return p.put(b) })
			}
			if p.err != nil {
				close(p.quit)
			}
		}
		p.free <- b
	}
}

// errCount is the error of a Write that says what cannot be.
var errCount = errors.New("dump: an impossible count from Write")

// put writes one batch.
func (p *pipe) put(b *batch) error {
	b.tally.addTo(p.stats)
	n, err := len(b.out), error(nil)
	if n > 0 {
		n, err = p.w.Write(b.out)
	}
	switch {
	case err != nil:
	case n > len(b.out):
		err = errCount
	case n < len(b.out):
		err = io.ErrShortWrite
	}
	b.spare = b.data
	if cap(b.spare) > 2*chunk { // one long literal must not be paid for ever
		b.spare = nil
	}
	if cap(b.own) > 2*chunk {
		b.own = nil
	}
	b.data, b.out = nil, nil
	return err
}

// close waits until all is written and returns the error of that, if any. What a function of the
// caller's panicked with, close panics with. Closing again does nothing.
func (p *pipe) close() error {
	if p.jobs != nil && !p.closed {
		p.closed = true
		close(p.jobs)
		close(p.order)
		p.wg.Wait()
		if e, ok := p.err.(*panicked); ok {
			panic(e.value)
		}
	}
	return p.err
}

// A panicked is a panic of a function of the caller's in a goroutine of ours.
type panicked struct{ value any }

func (p *panicked) Error() string { return fmt.Sprint("dump: panic: ", p.value) }

// caught calls what belongs to the caller, and returns its panic as an error.
func caught(do func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &panicked{v}
		}
	}()
	return do()
}
