package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"github.com/unbake/unbake/fix"
	"github.com/unbake/unbake/fix/dump"
)

// check prints findings and changes nothing.
func (c *command) check(cc *cli.Context) error {
	s, err := c.session(cc, fix.Likely)
	if err != nil {
		return err
	}
	c.noteWaiting(cc)
	err = s.each(cc.Context, paths(cc), c.stdout, s.checkOne)
	if n := s.totals.findings; n > 0 && !s.quiet {
		lost := ""
		if isClosed(c.stdout) { // no failure, as for a repair: the exit code may be all that is asked for
			lost = ", not shown: standard output is closed, or /dev/null"
		}
		s.say("%s%s%s", count(n, "finding"), s.totals.inFiles(), lost)
	}
	return s.verdict(err)
}

func (s *session) checkOne(ctx context.Context, in *input, t target, out, msg io.Writer) error {
	if s.passOver(in, t, msg) {
		return nil
	}
	f := &findings{file: in.name, level: s.level, print: s.printer(out)}
	r := &report{name: in.name, next: f}
	err := s.unpack(in)
	if err == nil {
		err = s.learnValues(ctx, in)
	}
	switch {
	case err != nil && !t.named:
		return s.leaveOut(in, msg, err)
	case err != nil:
		return err
	case in.format != dump.Text:
		err = s.checkDump(ctx, in, r, f)
	default:
		r.stats, err = s.fixer.Copy(ctx, stopper{f}, in.content, r)
	}
	r.changed = f.n > 0
	s.totals.add(r)
	s.totals.found(f.n)
	if f.failed != nil {
		return f.failed
	}
	if f.binary || r.stats.Binary {
		if err := in.unread(t, "unbake check"); err != nil {
			return err
		}
		if !s.quiet {
			fmt.Fprintf(msg, "unbake: %s: binary file, not checked\n", printable(in.name))
		}
	}
	s.remarkChecked(msg, in.name, r.dump)
	if errors.Is(err, errStopReading) {
		return nil
	}
	return fileFailure(in.name, err)
}

func (s *session) printer(w io.Writer) printer {
	if s.json {
		return jsonPrinter{w}
	}
	return textPrinter{w, s.ink}
}
