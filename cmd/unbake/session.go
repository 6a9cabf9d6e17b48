package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"sync/atomic"

	"github.com/urfave/cli/v2"

	"github.com/unbake/unbake/fix"
	"github.com/unbake/unbake/internal/container"
)

// A session is a command that goes through files, under way.
type session struct {
	*command
	*settings
	totals totals
	out    *outFile // -o; nil without

	reportTo *outFile    // --report; nil without
	spared   atomic.Bool // it is an input, and stays
}

func (c *command) session(cc *cli.Context, normal fix.Verdict) (*session, error) {
	set, err := c.readSettings(cc, normal)
	if err != nil {
		return nil, err
	}
	s := &session{command: c, settings: set}
	if set.report != "" {
		if s.reportTo, err = c.openOutput(set.report); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// alone tells whether there is one input, so that its parts are the jobs.
func alone(paths []string) bool {
	if len(paths) != 1 {
		return false
	}
	info, err := os.Stat(paths[0])
	return paths[0] == stdinPath || err == nil && !info.IsDir()
}

// noteWaiting tells someone at a terminal why nothing happens.
func (c *command) noteWaiting(cc *cli.Context) {
	if cc.NArg() == 0 && isTerminal(c.stdin) && !cc.Bool("quiet") {
		c.say("reading text from the terminal; end it with Ctrl-D. unbake --help says more")
	}
}

// work does its part with one file. An outputError ends the session; any other
// error is that of the file.
type work func(ctx context.Context, in *input, t target, out, msg io.Writer) error

// each runs work on the files that paths name. The error is that of the
// output; failures of files are counted and have been printed.
func (s *session) each(ctx context.Context, paths []string, stdout io.Writer, do work) error {
	growPipe(s.stdin)
	growPipe(stdout)
	bar := s.startProgress(paths)
	defer bar.stop()
	once := s.write || s.list || s.diff || s.dry
	out := outputWriter{stdout, stdoutName}
	err := inOrder(ctx, s.jobs, targets(paths, s.backup, &s.exclude, once), out, s.stderr, func(t target, out, msg io.Writer) bool {
		if t.err != nil {
			s.totals.fail(msg, t.shown(), explainMissing(t))
			return true
		}
		in, err := s.openFor(t)
		switch {
		case err != nil:
		case !s.isReport(in):
			in.bar = bar
			bar.open()
			err = do(ctx, in, t, out, msg)
		case t.named:
			s.spared.Store(true)
			err = withHint("name another file behind --report", "%s: is where the report goes, too", in.name)
		}
		if in != nil {
			in.close()
		}
		if err != nil && ctx.Err() == nil {
			s.totals.fail(msg, t.shown(), err)
		}
		var broken *outputError
		return !errors.As(err, &broken)
	})
	if err == nil {
		err = ctx.Err()
	}
	return err
}

// openFor opens a target, for in-place mode only if it is a file: opening a pipe waits for
// who writes to it.
func (s *session) openFor(t target) (*input, error) {
	if s.write && t.path != stdinPath {
		if info, err := os.Stat(t.path); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
			return nil, replaceable(t.path, info)
		}
	}
	return s.open(t)
}

// verdict ends a session: counts, and the exit code as an error.
func (s *session) verdict(err error) error {
	if printErr := s.printTotals(); err == nil {
		err = printErr
	}
	if reportErr := s.writeReport(); err == nil {
		err = reportErr
	}
	// A diff and a list have nothing to write but where there is damage.
	closed := (s.list || s.diff) && !s.write && isClosedPipe(err)
	looked := closed || s.totals.findings > 0 || (s.dry || (s.list || s.diff) && !s.write) && s.totals.changed+s.totals.sum.stays > 0
	switch {
	case err != nil && !isClosedPipe(err):
		return err
	case s.totals.failed > 0:
		return errFailed
	case looked:
		return errFound
	}
	return err // a closed pipe, or nothing
}

// printTotals prints the counts that --stats asks for: to stderr, or to stdout
// in a dry run, whose result they are.
func (s *session) printTotals() error {
	if !s.stats && !s.dry {
		return nil
	}
	var w io.Writer = s.stderr
	if s.dry {
		w = outputWriter{s.stdout, stdoutName}
	}
	if s.json {
		return writeJSON(w, s.totals.json())
	}
	var b bytes.Buffer
	s.totals.print(&b)
	_, err := w.Write(b.Bytes())
	return err
}

// fileFailure gives an error of the fixer the file's name where it has none.
func fileFailure(name string, err error) error {
	var file *fileError
	var out *outputError
	var hinted *hintedError
	switch {
	case err == nil || errors.Is(err, context.Canceled):
		return err
	case errors.As(err, &hinted):
		return hinted
	case errors.Is(err, container.ErrTrailing):
		return &hintedError{&fileError{name, "", err}, "the content before them is whole: gzip -dc FILE | unbake"}
	case errors.As(err, &file):
		return file
	case errors.As(err, &out):
		return out
	}
	return &fileError{name, "", err}
}
