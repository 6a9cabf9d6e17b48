package main

import (
	"bytes"
	"context"
	"io"

	"github.com/unbake/unbake/fix"
	"github.com/unbake/unbake/fix/dump"
)

// learnFrom, in bytes, is how much of a dump is read ahead to learn from its
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
	head, err := io.ReadAll(io.LimitReader(in.content, learnFrom))
	in.content = io.MultiReader(bytes.NewReader(head), in.content)
	if err != nil {
		in.content = io.MultiReader(bytes.NewReader(head), failingReader{err})
	}
	opts, err := s.dumpOptions(in, 1)
	if err != nil {
		return err
	}
	sample, err := dump.Texts(ctx, bytes.NewReader(head), fix.MaxSample, opts...)
	if err != nil {
		return fileFailure(in.name, err)
	}
	in.values = s.values.Learn(sample...)
	return nil
}
