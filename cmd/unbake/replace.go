package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// A replacement is what a file becomes. It is written beside the file and
// takes its place at the end: whole or not at all. Its temporary file is made
// by the first write.
type replacement struct {
	temps *temps
	name  string      // as typed, for messages
	path  string      // the file's own path, no link
	old   *os.File    // the file as it is, open; nil if there is none
	info  fs.FileInfo // of old when it was opened
	f     *os.File
}

// newFileMode is what the umask is applied to for a file that did not exist.
const newFileMode = 0o666

func (r *replacement) open() error {
	mode := fs.FileMode(0o600) // nobody else's to read before it has the mode of the old
	if r.old == nil {
		mode = newFileMode
	}
	f, err := r.temps.create(filepath.Dir(r.path), mode)
	if err != nil {
		return r.failed("cannot make a file beside it", err)
	}
	r.f = f
	return nil
}

func (r *replacement) Write(p []byte) (int, error) {
	if r.f == nil {
		if err := r.open(); err != nil {
			return 0, err
		}
	}
	n, err := r.f.Write(p)
	if err != nil {
		err = r.failed("write error", err)
	}
	return n, err
}

// commit puts the new file in place of the old, which must be as it was when
// it was opened. keep, if not "", is a name under which the old stays; it must
// be free. What was lost of the file's metadata is returned as warnings.
func (r *replacement) commit(keep string) (warnings []error, err error) {
	defer r.discard()
	if r.f == nil {
		if err := r.open(); err != nil {
			return nil, err
		}
	}
	if r.old != nil {
		if warnings, err = keepMetadata(r.f, r.old, r.info); err != nil {
			return nil, r.failed("cannot keep owner and mode", err)
		}
	}
	if err := r.f.Sync(); err != nil {
		return nil, r.failed("write error", err)
	}
	if err := r.unchanged(); err != nil {
		return nil, err
	}
	if keep != "" {
		if err := keepOld(r.path, keep); err != nil {
			return nil, r.failed("cannot keep it as "+filepath.Base(keep), err)
		}
	}
	if err := r.temps.rename(r.f.Name(), r.path); err != nil {
		if keep != "" {
			os.Remove(keep)
		}
		return nil, r.failed("cannot replace it", err)
	}
	syncDir(filepath.Dir(r.path))
	return warnings, nil
}

// unchanged makes sure that nobody wrote to the file since it was opened:
// the replacement was made from what stood there then.
func (r *replacement) unchanged() error {
	if r.old == nil {
		return nil
	}
	now, err := os.Lstat(r.path)
	if err != nil {
		return r.failed("", err)
	}
	if !os.SameFile(now, r.info) || now.Size() != r.info.Size() || !now.ModTime().Equal(r.info.ModTime()) {
		return withHint("run unbake again once nothing else writes to it",
			"%s: changed while it was read; left as it is", r.name)
	}
	return nil
}

// discard removes the temporary file, if there is one.
func (r *replacement) discard() {
	if r.f != nil {
		r.f.Close()
		r.temps.remove(r.f.Name())
		r.f = nil
	}
}

func (r *replacement) failed(what string, err error) error {
	if errors.Is(err, context.Canceled) {
		return err
	}
	failure := &fileError{r.name, what, err}
	switch {
	case errors.Is(err, fs.ErrExist):
		return &hintedError{failure, "move the backup away, or give another --backup=SUFFIX; " + r.name + " is as it was"}
	case r.old != nil && errors.Is(err, fs.ErrPermission):
		return &hintedError{failure, "unbake -o OTHER writes a repaired copy elsewhere; " + r.name + " is as it was"}
	case r.old != nil:
		return &hintedError{failure, r.name + " is as it was"}
	}
	return failure
}

// keepOld lets a file be found under the name keep, too, so that it stays when
// its own name goes to another: the backup is the old file itself, with all
// its metadata. It fails where keep exists.
func keepOld(path, keep string) error {
	if err := os.Link(path, keep); err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	return copyFile(path, keep) // a file system without links
}

func copyFile(from, to string) error {
	src, err := os.Open(from)
	if err != nil {
		return err
	}
	defer src.Close()
	info, err := src.Stat()
	if err != nil {
		return err
	}
	dst, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = dst.ReadFrom(src)
	if err == nil {
		_, err = keepMetadata(dst, src, info)
	}
	if err == nil {
		err = dst.Sync()
	}
	if closeErr := dst.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		os.Remove(to)
		return err
	}
	return os.Chtimes(to, info.ModTime(), info.ModTime())
}

// replaceable checks that a file can be replaced without surprise: a regular
// file with one name, which the user may write to.
func replaceable(path string, info fs.FileInfo) error {
	if !info.Mode().IsRegular() {
		return withHint("unbake < IN > OUT reads and writes what is no file", "%s: not a regular file", path)
	}
	if n := linkCount(info); n > 1 {
		return withHint("unbake -o OTHER writes a repaired copy; cp OTHER FILE then changes it under all its names",
			"%s: has %d names (hard links), which replacing it would part; left as it is", path, n)
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return withHint("unbake -o OTHER writes a repaired copy", "%s: cannot be written to: %w", path, bareCause(err))
	}
	return f.Close()
}

// syncDir makes a rename last. Not all systems can; the file is whole anyway.
func syncDir(dir string) {
	if d, err := os.Open(dir); err == nil {
		d.Sync()
		d.Close()
	}
}
