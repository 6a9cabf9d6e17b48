package dump

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
)

// textsRead is how many times the bytes that [Texts] wants it reads at most, and textsLeast, in bytes,
// is what it may always read.
const (
	textsRead  = 16
	textsLeast = 4 << 20
)

// Texts returns the texts of the cells in r, the beginning of a file, up to n
// bytes of them: what damage is at work in a dump shows in its values. It reads no more
// than that needs, by and large, and never more than 16 times n or 4 MiB, whichever is more: a dump may have none, or but long ones.
// n must be 1 or more. That r ends in the middle is no error.
func Texts(ctx context.Context, r io.Reader, n int, opts ...Option) ([]string, error) {
	if n < 1 {
		return nil, fmt.Errorf("dump: Texts of %d bytes: must be 1 or more", n)
	}
	r = io.LimitReader(r, max(textsRead*min(int64(n), math.MaxInt64/textsRead), textsLeast))
	var texts []string
	room := n
	until, enough := context.WithCancel(ctx)
	defer enough()
	take := func(c *Cell) (string, bool) {
		switch {
		case len(c.Text) <= room:
			texts = append(texts, c.Text)
			room -= len(c.Text)
		case room < n/2: // else it is this text that is long
			enough()
		}
		return c.Text, false
	}
	_, err := Copy(until, io.Discard, r, take, append(opts[:len(opts):len(opts)], Clean(nil), Workers(1))...)
	var syntax *SyntaxError
	if errors.As(err, &syntax) || until.Err() != nil && ctx.Err() == nil {
		err = nil
	}
	return texts, err
}
