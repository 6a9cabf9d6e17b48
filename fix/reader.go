package fix

import (
	"context"
	"io"
)

// Reader returns a reader of r's text with the damage undone, which also is
// an [io.WriterTo]. It reads ahead, and hands on what is decided, complete
// lines as a rule, before it reads r again; see [LineBuffered] for sources that
// are slow, of which more may wait at first. An error of r comes after all that
// could be decided before it. It tells nobody of what it found: [Fixer.Copy]
// does.
func (f *Fixer) Reader(r io.Reader) io.Reader {
	return &reader{pump: newPump(f, r)}
}

type reader struct {
	pump    *pump
	pending []byte // output not yet handed on
}

func (r *reader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	if len(r.pending) == 0 {
		var err error
		if r.pending, err = r.pump.next(); err != nil {
			return 0, err
		}
	}
	n := copy(p, r.pending)
	r.pending = r.pending[n:]
	return n, nil
}

// WriteTo writes all that is left to w, without the copy that Read makes.
func (r *reader) WriteTo(w io.Writer) (int64, error) {
	before := r.pump.written
	if len(r.pending) > 0 {
		n, err := writeTo(w, r.pending)
		r.pump.written += int64(n)
		r.pending = r.pending[n:]
		if err != nil {
			return r.pump.written - before, err
		}
	}
	err := r.pump.writeTo(context.Background(), w)
	return r.pump.written - before, err
}
