package main

import (
	"bytes"
	"context"
	"io"

	"github.com/unbake/unbake/fix"
	"github.com/unbake/unbake/fix/dump"
)

// learnFrom, in bytes, is how much of a dump is read ahead at most to learn from its
// values: a dump begins with the small tables, and more than fix.MaxSample of
// text is not looked at.
const learnFrom = 4 << 20

// learnValues sets the fixer for the values of a dump, which knows what damage is
// at work in the first of them. What was read ahead for that is read again.
func (s *session) learnValues(ctx context.Context, in *input) error {
	in.values = s.values
	if in.format == dump.Text || s.noLearn {
		return nil
	}
	opts, err := s.dumpOptions(in, 1)
	if err != nil {
		return err
	}
	ahead := &readAhead{r: io.LimitReader(in.content, learnFrom)}
	sample, err := dump.Texts(ctx, ahead, fix.MaxSample, opts...)
	if err != nil {
		return fileFailure(in.name, err)
	}
	rest := in.content
	if ahead.err != nil {
		rest = failingReader{ahead.err}
	}
	in.content = io.MultiReader(&ahead.head, rest)
	in.values = s.values.Learn(sample...)
	return nil
}

// A readAhead keeps what is read, and the error of that, which comes when it is read again.
type readAhead struct {
	r    io.Reader
	head bytes.Buffer
	err  error
}

func (a *readAhead) Read(p []byte) (int, error) {
	n, err := a.r.Read(p)
	a.head.Write(p[:n])
	if err != nil && err != io.EOF {
		a.err, err = err, io.EOF
	}
	return n, err
}
