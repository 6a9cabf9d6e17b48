package dump

import (
	"context"
	"errors"
	"io"
)

// Texts returns the texts of the cells in r, the beginning of a file, up to n
// bytes of them: what damage is at work in a dump shows in its values. That r
// ends in the middle is no error.
func Texts(ctx context.Context, r io.Reader, n int, opts ...Option) ([]string, error) {
	var texts []string
	take := func(c *Cell) (string, bool) {
		if len(c.Text) <= n {
			texts = append(texts, c.Text)
			n -= len(c.Text)
		}
		return c.Text, false
	}
	_, err := Copy(ctx, io.Discard, r, take, append(opts[:len(opts):len(opts)], Clean(nil), Workers(1))...)
	var syntax *SyntaxError
	if errors.As(err, &syntax) {
		err = nil
	}
	return texts, err
}
