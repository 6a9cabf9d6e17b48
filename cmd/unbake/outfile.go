package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// An outFile is the file of -o. A regular one is written beside its final name
// and appears there when all went well; a device or a pipe is written to as it
// comes, and so is standard output, whatever it is called.
type outFile struct {
	name   string
	info   fs.FileInfo // of what stood there; nil if nothing
	direct *os.File
	shared bool // direct is standard output, and not ours to close
	rep    *replacement
}

// openOutput finds out what path is. Nothing is made or changed yet.
func (c *command) openOutput(path string) (*outFile, error) {
	if o, err := c.openDirect(path); o != nil || err != nil {
		return o, err
	}
	real, err := finalPath(path)
	if err != nil {
		return nil, &fileError{path, "", err}
	}
	o := &outFile{name: path, rep: &replacement{temps: c.temps, name: path, path: real}}
	o.info, err = os.Stat(real)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		_, err := os.Stat(filepath.Dir(real))
		if err != nil {
			return nil, &fileError{path, "", err}
		}
		return o, nil
	case err != nil:
		return nil, &fileError{path, "", err}
	case o.info.IsDir():
		return nil, withHint("name a file in it", "%s: is a directory", path)
	}
	if err := replaceable(path, o.info); err != nil {
		return nil, err
	}
	o.rep.info = o.info
	if o.rep.old, err = os.Open(real); err != nil {
		return nil, &fileError{path, "", err}
	}
	return o, nil
}

// openDirect opens what is written to as it comes, and returns nil for what is not. The
// links of /dev/stdout and the like lead to names that nothing else can open, pipe:[9], or
// to a file of which others hold the end, as in (echo head; unbake -o /dev/stdout) > FILE.
func (c *command) openDirect(path string) (*outFile, error) {
	info, err := os.Stat(path)
	if err != nil || info.IsDir() {
		return nil, nil
	}
	o := &outFile{name: path, info: info}
	if f, ok := c.stdout.(*os.File); ok {
		if out, err := f.Stat(); err == nil && os.SameFile(info, out) {
			o.direct, o.shared = f, true
			return o, nil
		}
	}
	if info.Mode().IsRegular() {
		return nil, nil
	}
	if o.direct, err = os.OpenFile(path, os.O_WRONLY, 0); err != nil {
		return nil, &fileError{path, "", err}
	}
	return o, nil
}

// finalPath follows links to the file that path stands for, which need not
// exist: > through a dangling link makes the file that it points to, too.
func finalPath(path string) (string, error) {
	for range 40 { // as many links as Linux follows
		to, err := os.Readlink(path)
		if err != nil {
			return path, nil // no link
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(path), to)
		}
		path = to
	}
	return "", errors.New("too many links")
}

func (o *outFile) Write(p []byte) (int, error) {
	if o.direct != nil {
		n, err := o.direct.Write(p)
		return n, err
	}
	n, err := o.rep.Write(p)
	var file *fileError
	if errors.As(err, &file) {
		err = file.err
	}
	return n, err
}

// close ends the output: it gets its name if good is set, and vanishes
// otherwise.
func (o *outFile) close(good bool) (warnings []error, err error) {
	switch {
	case o.shared:
		return nil, nil
	case o.direct != nil:
		return nil, o.direct.Close()
	}
	if o.rep.old != nil {
		defer o.rep.old.Close()
	}
	if !good {
		o.rep.discard()
		return nil, nil
	}
	return o.rep.commit("")
}

// intoFile repairs all files into the one of -o. It is not written if one of
// them failed, since what is missing in it would not show.
func (s *session) intoFile(ctx context.Context, paths []string) error {
	out, err := s.openOutput(s.output)
	if err != nil {
		return err
	}
	s.out = out
	err = s.each(ctx, paths, out, s.repairOne)
	good := err == nil && s.totals.failed == 0
	warnings, closeErr := out.close(good)
	for _, w := range warnings {
		s.say("%s: warning: %v", out.name, w)
	}
	if err == nil && !good && out.direct == nil {
		s.say("%s: not written, since not all went well", out.name)
	}
	var broken *outputError
	if errors.As(err, &broken) {
		broken.name = out.name
	}
	if err == nil {
		err = closeErr
	}
	return s.verdict(err)
}

// notOutput refuses an input that is the file being written to, also where
// links or the shell hide it.
func (s *session) notOutput(in *input) error {
	if in.info == nil || !in.info.Mode().IsRegular() {
		return nil
	}
	if s.out != nil {
		if s.out.info != nil && os.SameFile(in.info, s.out.info) {
			return withHint("-w repairs a file in place", "%s: is the output, too (%s)", in.name, s.out.name)
		}
		return nil
	}
	if f, ok := s.stdout.(*os.File); ok {
		if info, err := f.Stat(); err == nil && os.SameFile(in.info, info) {
			return withHint("-w repairs a file in place", "%s: is the output, too", in.name)
		}
	}
	return nil
}

// explainMissing adds a hint where a path that is not there was perhaps meant
// to be something else.
func explainMissing(t target) error {
	if t.named && errors.Is(t.err, fs.ErrNotExist) {
		if t.path == "version" {
			return &hintedError{t.err, "unbake --version prints the version"}
		}
		if near := nearest(t.path, []string{"check", "explain", "bake", "codecs", "help"}); len(near) > 0 {
			return &hintedError{t.err, "did you mean the command " + orList(near) + "?"}
		}
	}
	return t.err
}
