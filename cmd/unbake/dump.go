package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"sync/atomic"

	"github.com/urfave/cli/v2"

	"github.com/unbake/unbake/fix"
	"github.com/unbake/unbake/fix/dump"
	"github.com/unbake/unbake/internal/tidy"
)

// readDump checks the flags that are about dumps.
func (s *settings) readDump(cc *cli.Context) (err error) {
	s.dry, s.recompress, s.charset = cc.Bool("dry-run"), cc.Bool("recompress"), cc.String("sql-charset")
	s.entities = cc.Bool("entities")
	if s.format, err = readFormat(cc.String("format")); err != nil {
		return err
	}
	s.maxLiteral = dump.DefaultMaxLiteral
	if cc.IsSet("max-literal") {
		if s.maxLiteral, err = readSize("--max-literal", cc.String("max-literal")); err != nil {
			return err
		}
	}
	s.scope, err = readScope(cc.StringSlice("table"), cc.StringSlice("column"), cc.StringSlice("exclude-table"), cc.StringSlice("exclude-column"))
	if err != nil {
		return err
	}
	if s.schema, err = readSchemas(cc.StringSlice("schema")); err != nil {
		return err
	}
	walked := s.format != dump.Auto && s.format != dump.Text
	switch {
	case walked && s.lineBuffered:
		return withHint("leave out one of them; a dump is not handed on line by line", "--line-buffered is for plain text, not for --format %s", cc.String("format"))
	case walked && s.input != "":
		return withHint("iconv -f NAME -t utf-8 FILE | unbake", "--input-encoding is for plain text, not for --format %s", cc.String("format"))
	}
	if err := checkDumpOption(dump.MaxLiteral(s.maxLiteral), "--max-literal 64M"); err != nil || !cc.IsSet("sql-charset") {
		return err
	}
	return checkDumpOption(dump.SQLCharset(s.charset), "--sql-charset utf8mb4")
}

// checkDumpOption has package dump check what was typed, on no input; the hint is what could have been.
func checkDumpOption(opt dump.Option, hint string) error {
	if _, err := dump.Copy(context.Background(), io.Discard, noInput{}, stays, opt, dump.As(dump.Text)); err != nil {
		return withHint(hint, "%w", err)
	}
	return nil
}

// stays is a [dump.Func] that repairs nothing.
func stays(c *dump.Cell) (string, bool) { return c.Text, false }

type noInput struct{}

func (noInput) Read([]byte) (int, error) { return 0, io.EOF }

// dumpOptions are those of a copy of an input.
func (s *settings) dumpOptions(in *input, workers int) ([]dump.Option, error) {
	opts := []dump.Option{dump.As(in.format), dump.Repairs(), dump.Workers(workers), dump.MaxLiteral(s.maxLiteral)}
	if s.tidier != nil {
		opts = append(opts, dump.ASCII())
	} else {
		opts = append(opts, dump.Clean(in.values.Clean))
	}
	if s.charset != "" {
		opts = append(opts, dump.SQLCharset(s.charset))
	}
	if s.entities {
		opts = append(opts, dump.Entities())
	}
	schema := s.schema
	if schema == "" && in.name != stdinName {
		var err error
		if schema, err = schemaBeside(in.name); err != nil {
			return nil, err
		}
	}
	return append(opts, dump.Schema(schema)), nil
}

// copyDump repairs a dump value by value, from m to w.
func (s *session) copyDump(ctx context.Context, w io.Writer, in *input, r *report, m *mirror) error {
	workers := 1
	if s.alone {
		workers = s.jobs
	}
	read, written := &counter{r: m}, &counter{w: w}
	opts, err := s.dumpOptions(in, workers)
	if err != nil {
		return err
	}
	repairer := cellRepairer{fixer: in.values, scope: s.scope, memo: newMemo(), tidier: s.tidier}
	stats, err := dump.Copy(ctx, written, read, repairer.repair, opts...)
	r.takeDump(stats, read.n, written.n)
	r.untidy = repairer.untidy.Load()
	r.changed = m.differs && (r.stats.Repairs > 0 || read.n != written.n)
	return dumpFailure(in.name, err)
}

// dumpFailure is fileFailure for dump.Copy. That the input does not follow its
// format is no failure: all was copied, and remarkDump says so.
func dumpFailure(name string, err error) error {
	var syntax *dump.SyntaxError
	if errors.As(err, &syntax) {
		return nil
	}
	return fileFailure(name, err)
}

// A cellRepairer has the [dump.Func] of the command.
type cellRepairer struct {
	fixer  *fix.Fixer
	scope  *scope
	memo   *memo
	tidier *tidy.Tidier // nil for none
	untidy atomic.Bool  // something was left that the tidier does elsewhere
}

func (r *cellRepairer) repair(c *dump.Cell) (text string, changed bool) {
	clean := r.fixer.Clean([]byte(c.Text)) == len(c.Text)
	if clean && r.tidier == nil || !r.scope.has(c.Table, c.Column) {
		return c.Text, false
	}
	text = c.Text
	if !clean {
		o := r.memo.outcome(c.Text, r.judge)
		c.Suspects += o.suspects
		c.Lost += o.lost
		text, changed = o.after, o.changed
	}
	if r.tidier != nil && !c.Key {
		var left bool
		text, left = r.tidier.Tidy(text)
		if left && !isWhole(text) {
			r.untidy.Store(true)
		}
		changed = changed || text != c.Text
	}
	return text, changed
}

// isWhole tells whether a text is one of JSON or of serialized PHP: it is seen for what its strings tell of
// each other, and these are tidied each by itself.
func isWhole(text string) bool {
	return json.Valid([]byte(text)) || len(text) > 1 && text[1] == ':' && strings.IndexByte("aOsCE", text[0]) >= 0
}

// judge returns what becomes of a text.
func (r *cellRepairer) judge(text string) outcome {
	after, n := r.fixer.Tally(text)
	return outcome{after: after, changed: n.Repairs > 0, suspects: n.Likely, lost: n.Lost}
}

// takeDump takes over what was counted in a dump.
func (r *report) takeDump(stats *dump.Stats, in, out int64) {
	sum := stats.Total()
	r.dump = stats
	r.stats.BytesIn, r.stats.BytesOut = in, out
	r.stats.Repairs, r.stats.Suspects = sum.Repaired, sum.Suspects+sum.Lost
	r.likely, r.lost, r.stays = sum.Suspects, sum.Lost, sum.Trapped+sum.Left
}

// A counter counts the bytes that go through it.
type counter struct {
	r io.Reader
	w io.Writer
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}
