package fix

import (
	"errors"
	"io"
)

var errClosed = errors.New("fix: write after Close")

// Writer returns a writer that hands what is written to it on to w with the
// damage undone. It hands on what is decided, complete lines as a rule, before
// Write returns. Of the first 8 KiB of the input, and with [LearnFirst] of so
// much of it as is learnt from, all may wait from the first line on that looks
// damaged, and 64 KiB from the first one beyond ASCII, but for [LineBuffered]; behind that it holds back at most a line, up
// to [MaxCell]. Close hands on what was held back; it does not close w. After
// an error of w all calls return that error.
func (f *Fixer) Writer(w io.Writer) io.WriteCloser {
	return &writer{dst: w, stream: newStream(f)}
}

type writer struct {
	dst    io.Writer
	stream stream
	carry  []byte
	err    error
	closed bool
}

// Write takes all of p, unless w has failed. Where w fails meanwhile, n is how much of p was taken until that showed, which may
// be all; it does not tell what of it w was given.
func (w *writer) Write(p []byte) (n int, err error) {
	if w.closed && w.err == nil {
		return 0, errClosed
	}
	for w.err == nil && n < len(p) {
		if len(w.carry) > 0 {
			n += w.fill(p[n:])
			continue
		}
		taken, out := w.stream.step(p[n:], false)
		w.put(out)
		if taken == 0 && len(out) == 0 {
			w.carry = append(w.carry, p[n:]...)
			taken = len(p) - n
		}
		n += taken
	}
	w.drain()
	return n, w.err
}

// drain hands on what the stream had held back in front of the carry.
func (w *writer) drain() {
	for w.err == nil && w.stream.draining() {
		taken, out := w.stream.step(w.carry, false)
		if taken == 0 && len(out) == 0 {
			return
		}
		w.put(out)
		w.carry = w.carry[:copy(w.carry, w.carry[taken:])]
	}
}

// fill puts so much of p behind the carry that a step must get on, and
// returns how much of p was used up. As soon as the carry is gone, p is
// stepped through where it is.
func (w *writer) fill(p []byte) int {
	p = p[:min(len(p), 2*MaxCell)]
	held := len(w.carry)
	w.carry = append(w.carry, p...)
	taken, out := w.stream.step(w.carry, false)
	w.put(out)
	if taken >= held {
		w.carry = w.carry[:0]
		return taken - held
	}
	w.carry = w.carry[:copy(w.carry, w.carry[taken:])]
	return len(p)
}

// Close hands on what is held back. Closing again does nothing.
func (w *writer) Close() error {
	if w.closed {
		return w.err
	}
	w.closed = true
	for rest := w.carry; w.err == nil; {
		taken, out := w.stream.step(rest, true)
		if taken == 0 && len(out) == 0 {
			break
		}
		w.put(out)
		rest = rest[taken:]
	}
	w.carry = nil
	return w.err
}

func (w *writer) put(out []byte) {
	if len(out) == 0 || w.err != nil {
		return
	}
	_, w.err = writeTo(w.dst, out)
}
