package fix

import "golang.org/x/text/transform"

// transformCarry, in bytes, is how much of its source a transformer holds:
// twice what a step may leave, so that each step gets on.
const transformCarry = 2 * MaxCell

// Transformer returns a transformer for golang.org/x/text/transform. It keeps
// its own carry, so that it never asks for a longer src: Transform takes all
// of src that it has room for, and hands out what is decided as dst allows,
// with [transform.ErrShortDst] where there is more. dst may be cut within a
// rune. Reset forgets all that is held. Each is for one stream at a time, not
// for use by several goroutines.
func (f *Fixer) Transformer() transform.Transformer {
	return &transformer{stream: newStream(f)}
}

type transformer struct {
	stream  stream
	carry   []byte
	taken   int    // bytes of carry that were taken
	pending []byte // output not yet handed out, maybe a part of carry
}

func (t *transformer) Reset() {
	t.stream.reset()
	t.carry, t.taken, t.pending = t.carry[:0], 0, nil
}

func (t *transformer) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for {
		n := copy(dst[nDst:], t.pending)
		nDst += n
		t.pending = t.pending[n:]
		if len(t.pending) > 0 {
			return nDst, nSrc, transform.ErrShortDst
		}
		nSrc += t.fill(src[nSrc:])
		final := atEOF && nSrc == len(src)
		n, t.pending = t.stream.step(t.carry[t.taken:], final)
		t.taken += n
		if n == 0 && len(t.pending) == 0 && nSrc == len(src) {
			return nDst, nSrc, nil
		}
	}
}

// fill takes what there is room for from src and returns its length.
func (t *transformer) fill(src []byte) int {
	if t.taken > 0 {
		t.carry = t.carry[:copy(t.carry, t.carry[t.taken:])]
		t.taken = 0
	}
	n := min(len(src), transformCarry-len(t.carry))
	t.carry = append(t.carry, src[:n]...)
	return n
}
