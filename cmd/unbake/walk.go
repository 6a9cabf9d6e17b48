package main

import (
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A target is a file to work on, or what kept us from finding it.
type target struct {
	path  string
	named bool // typed by the user, not found in a directory
	err   error
}

// shown is the name of a target for messages.
func (t target) shown() string {
	if t.path == stdinPath {
		return stdinName
	}
	return t.path
}

// skippedDirs are not entered in a walk unless they are named.
var skippedDirs = []string{".git", ".hg", ".svn", ".jj", "CVS"}

// targets yields the files that paths name, in the order typed; a directory
// stands for the files in it, in the order of their names, but for those that out has. Links in a
// directory are not followed, and what is no regular file is left out, as are
// backups. No file comes twice where once is set: two workers must not
// replace the same one.
func targets(paths []string, backup string, out *excluder, once bool) iter.Seq[target] {
	return func(yield func(target) bool) {
		seen := map[string]bool{}
		w := walker{backup: backup, out: out, yield: func(t target) bool {
			if once && t.err == nil {
				key := realPath(t.path)
				if seen[key] {
					return true
				}
				seen[key] = true
			}
			return yield(t)
		}}
		for _, p := range paths {
			if !w.named(p) {
				return
			}
		}
	}
}

// realPath returns an absolute path without links, or p where there is none.
func realPath(p string) string {
	if p == stdinPath {
		return p
	}
	if abs, err := filepath.Abs(p); err == nil {
		p = abs
	}
	if real, err := filepath.EvalSymlinks(p); err == nil {
		p = real
	}
	return p
}

// A walker goes through directories. Its methods return false to stop.
type walker struct {
	backup string
	out    *excluder
	yield  func(target) bool
}

func (w walker) named(path string) bool {
	if path == stdinPath {
		return w.yield(target{path: path, named: true})
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return w.yield(target{path: path, named: true, err: &fileError{path, "", err}})
	case info.IsDir():
		return w.dir(path)
	}
	return w.yield(target{path: path, named: true})
}

func (w walker) dir(path string) bool {
	entries, err := os.ReadDir(path) // sorted by name
	for _, e := range entries {
		at := filepath.Join(path, e.Name())
		switch {
		case w.out.has(at):
		case e.IsDir() && !slices.Contains(skippedDirs, e.Name()):
			if !w.dir(at) {
				return false
			}
		case e.Type().IsRegular() && !w.leftOut(e):
			if !w.yield(target{path: at}) {
				return false
			}
		}
	}
	return err == nil || w.yield(target{path: path, err: &fileError{path, "", err}})
}

// leftOut tells of files that a walk passes over: backups, and temporary files
// that a killed run may have left.
func (w walker) leftOut(e fs.DirEntry) bool {
	return strings.HasSuffix(e.Name(), defaultBackup) ||
		w.backup != "" && strings.HasSuffix(e.Name(), w.backup) ||
		strings.HasPrefix(e.Name(), tempPrefix) && strings.HasSuffix(e.Name(), tempSuffix)
}
