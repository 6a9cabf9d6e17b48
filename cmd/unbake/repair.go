package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/unbake/unbake/fix"
	"github.com/unbake/unbake/fix/dump"
	"github.com/unbake/unbake/internal/tidy"
)

// repair is the command without a name: it repairs files to stdout, in place
// or into another file, or shows what it would do.
func (c *command) repair(cc *cli.Context) error {
	s, err := c.session(cc, fix.Certain)
	if err != nil {
		return err
	}
	if s.write && cc.NArg() == 0 {
		return withHint("unbake -w FILE..., or unbake -w . for all text files from here down", "-w needs files: standard input cannot be written back")
	}
	c.noteWaiting(cc)
	if s.output != "" && !s.dry {
		return s.intoFile(cc.Context, paths(cc))
	}
	if text := !s.write && !s.list && !s.diff && !s.dry; text && !s.stats && s.report == "" && isClosed(c.stdout) {
		// With counts asked for, the text may well go to /dev/null.
		return withHint("> FILE, -o FILE or -w; unbake check only looks", "standard output is closed, and the repaired text would be lost")
	}
	err = s.each(cc.Context, paths(cc), c.stdout, s.repairOne)
	if t := &s.totals; s.write && !s.dry && t.changed > 0 && !s.quiet && !s.list && !s.diff {
		s.say("%s%s", count(t.sum.stats.Repairs, "repair"), t.inFiles())
	}
	return s.verdict(err)
}

// repairOne does one file in the mode that the flags ask for.
func (s *session) repairOne(ctx context.Context, in *input, t target, out, msg io.Writer) error {
	if s.passOver(in, t, msg) {
		return nil
	}
	r := &report{name: in.name}
	err := s.unpack(in)
	if err == nil {
		err = s.learnValues(ctx, in)
	}
	switch {
	case err != nil && !t.named:
		return s.leaveOut(in, msg, err)
	case err != nil:
		return err
	case s.dry:
		err = s.copy(ctx, io.Discard, in, r, &mirror{r: in.content, differs: true})
	case s.write:
		err = s.inPlace(ctx, in, r, out, msg)
	case s.list, s.diff:
		err = s.preview(ctx, in, r, out, msg)
	default:
		err = s.through(ctx, in, r, out)
	}
	if err != nil {
		return err
	}
	s.totals.add(r)
	if r.stats.Binary {
		if s.dry || (s.list || s.diff) && !s.write {
			if err := in.unread(t, "unbake"); err != nil {
				return err
			}
		}
		s.remarkBinary(in, msg)
	}
	s.remark(msg, in.name, r)
	s.remarkDump(msg, in.name, r.dump)
	return nil
}

// leaveOut passes over a file that unpack refused where it was found in a directory.
func (s *session) leaveOut(in *input, msg io.Writer, err error) error {
	var r *dump.RefusedError
	if !errors.As(err, &r) || isDirectory(r) {
		return err
	}
	s.totals.skip()
	if !s.quiet {
		fmt.Fprintf(msg, "unbake: %s, left out\n", printable(fmt.Sprintf("%s: %s", in.name, r.What)))
	}
	return nil
}

// passOver leaves out the binary files of a walk: those in which text may be, packed or as rows of a
// database, with a word.
func (s *session) passOver(in *input, t target, msg io.Writer) bool {
	if t.named || filepath.Base(in.name) == pgDirectoryFile {
		return false
	}
	head, err := in.peek()
	if err != nil {
		return false // it comes again, and is reported then
	}
	if err := dump.Refuse(head); err != nil && s.leaveOut(in, msg, refusal(in.name, err)) == nil {
		return true
	}
	if !looksBinary(head) {
		return false
	}
	s.totals.skip()
	if s.verbose {
		fmt.Fprintf(msg, "unbake: %s: binary file, left out\n", printable(in.name))
	}
	return true
}

func (s *session) remarkBinary(in *input, msg io.Writer) {
	what := "binary data, passed through unchanged"
	switch {
	case s.quiet:
		return
	case s.write:
		what = "binary file, left as it is"
	case s.list, s.diff:
		what = "binary file"
	}
	fmt.Fprintf(msg, "unbake: %s: %s\n%s", printable(in.name), what, in.wideHint())
}

// through repairs in to out.
func (s *session) through(ctx context.Context, in *input, r *report, out io.Writer) error {
	if err := s.notOutput(in); err != nil {
		return err
	}
	w := out
	var packer io.WriteCloser
	if in.packed() && (s.out != nil || s.recompress) {
		var err error
		if packer, err = in.pack(out); err != nil {
			return fileFailure(in.name, err)
		}
		w = packer
	}
	err := s.copy(ctx, w, in, r, &mirror{r: in.content, differs: true})
	if err == nil && packer != nil {
		err = fileFailure(in.name, packer.Close())
	}
	return err
}

// copy repairs what m reads to w: text by the fixer, a dump value by value.
func (s *session) copy(ctx context.Context, w io.Writer, in *input, r *report, m *mirror) error {
	if in.format != dump.Text {
		return s.copyDump(ctx, w, in, r, m)
	}
	var tidied *tidy.Writer
	if s.tidies(in) {
		tidied = s.tidier.NewWriter(w)
		w = tidied
	}
	var err error
	r.stats, err = s.fixer.Copy(ctx, w, m.source(), r)
	if tidied != nil && err == nil {
		err = tidied.Close()
		r.untidy = tidied.Left()
	}
	r.changed = m.differs && (r.stats.Repairs+r.decoded > 0 || tidied != nil && tidied.Changed())
	return fileFailure(in.name, err)
}

// tidies tells whether a text is to be tidied: not what is binary, nor what stays UTF-16.
func (s *session) tidies(in *input) bool {
	return s.tidier != nil && !in.noText && (s.input != "" || !in.wide)
}

// mirror returns what tells whether in changes by what becomes of it.
func (s *session) mirror(in *input, r *report) *mirror {
	m := &mirror{r: in.content}
	if in.format == dump.Text && (s.input == "" || s.input == "auto") && !s.tidies(in) {
		m.told = func() bool { return len(r.byPath) > 0 || r.decoded > 0 }
	}
	return m
}

// preview finds out whether in would change, and prints its name or the diff.
func (s *session) preview(ctx context.Context, in *input, r *report, out, msg io.Writer) error {
	m := s.mirror(in, r)
	w := io.Writer(m)
	var d *differ
	if s.diff {
		d = newDiffer(out, in.name, s.input, s.ink)
		m.r = io.TeeReader(in.content, d.before())
		w = io.MultiWriter(m, d.after())
	}
	if err := s.copy(ctx, w, in, r, m); err != nil {
		return err
	}
	r.changed = m.end()
	if d != nil {
		if r.changed && d.old.decoded && !s.quiet {
			fmt.Fprintf(msg, "unbake: %s: the diff is of its text as UTF-8, and the file is UTF-16: patch cannot apply it\n", printable(in.name))
		}
		return d.close()
	}
	return s.listChanged(in, r, out)
}

func (s *session) listChanged(in *input, r *report, out io.Writer) error {
	if !s.list || !r.changed {
		return nil
	}
	_, err := fmt.Fprintln(out, in.name)
	return err
}

// inPlace replaces a file by its repaired self, if they differ.
func (s *session) inPlace(ctx context.Context, in *input, r *report, out, msg io.Writer) error {
	if !in.info.Mode().IsRegular() {
		return replaceable(in.name, in.info)
	}
	m := s.mirror(in, r)
	rep := &replacement{temps: s.temps, name: in.name, path: realPath(in.name), old: in.file, info: in.info}
	defer rep.discard()
	late := &lateWriter{m: m, r: rep, dst: rep}
	if in.packed() {
		late.in = in
	}
	w := io.Writer(late)
	var d *differ
	if s.diff {
		d = newDiffer(out, in.name, s.input, s.ink)
		m.r = io.TeeReader(in.content, d.before())
		w = io.MultiWriter(late, d.after())
	}
	if err := s.copy(ctx, w, in, r, m); err != nil {
		return err
	}
	var err error
	r.changed, err = late.finish()
	switch {
	case err != nil:
		return err
	case r.stats.Binary:
		r.changed = false
	case r.changed:
		if err := s.commit(rep, in, msg); err != nil {
			return err
		}
	}
	if d != nil {
		if r.changed && d.old.decoded && !s.quiet {
			fmt.Fprintf(msg, "unbake: %s: the diff is of its text as UTF-8, and the file is UTF-16: patch cannot apply it\n", printable(in.name))
		}
		return d.close()
	}
	return s.listChanged(in, r, out)
}

// commit puts the repaired file in place.
func (s *session) commit(rep *replacement, in *input, msg io.Writer) error {
	if err := replaceable(in.name, in.info); err != nil {
		return err
	}
	keep := ""
	if s.backup != "" {
		keep = rep.path + s.backup
	}
	warnings, err := rep.commit(keep)
	for _, warn := range warnings {
		fmt.Fprintf(msg, "unbake: %s: warning: %v\n", printable(in.name), warn)
	}
	return err
}
