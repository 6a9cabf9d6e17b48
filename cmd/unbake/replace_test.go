package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// replacing opens path as -w does.
func replacing(t *testing.T, path string) *replacement {
	t.Helper()
	old, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { old.Close() })
	info, err := old.Stat()
	if err != nil {
		t.Fatal(err)
	}
	r := &replacement{temps: newTemps(), path: path, old: old, info: info}
	if _, err := io.WriteString(r, "new"); err != nil {
		t.Fatal(err)
	}
	return r
}

func fileWith(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(path, []byte(text), 0o640); err != nil {
		t.Fatal(err)
	}
	return path
}

func content(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// A file that somebody else wrote to meanwhile is theirs.
func TestReplaceChanged(t *testing.T) {
	changes := map[string]func(path string) error{
		"longer": func(p string) error { return os.WriteFile(p, []byte("longer"), 0o640) },
		"later":  func(p string) error { return os.Chtimes(p, time.Now(), time.Now().Add(time.Hour)) },
		"another": func(p string) error {
			return errors.Join(os.WriteFile(p+".2", []byte("old"), 0o640), os.Rename(p+".2", p))
		},
		"gone": os.Remove,
	}
	for name, change := range changes {
		path := fileWith(t, "old")
		r := replacing(t, path)
		if err := change(path); err != nil {
			t.Fatal(err)
		}
		before, _ := os.ReadFile(path)
		if _, err := r.commit(""); err == nil {
			t.Errorf("%s: replaced", name)
		}
		if after, _ := os.ReadFile(path); string(after) != string(before) {
			t.Errorf("%s: is now %q", name, after)
		}
		if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) > 1 {
			t.Errorf("%s: left behind: %v", name, entries)
		}
	}
}

// After a stop nothing is renamed any more, and nothing is left.
func TestReplaceStopped(t *testing.T) {
	path := fileWith(t, "old")
	r := replacing(t, path)
	r.temps.close()
	if _, err := r.commit(""); err == nil {
		t.Error("replaced after the stop")
	}
	if got := content(t, path); got != "old" {
		t.Errorf("is now %q", got)
	}
	if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

func TestCopyFile(t *testing.T) {
	path := fileWith(t, "old")
	if err := copyFile(path, path+".orig"); err != nil {
		t.Fatal(err)
	}
	a, _ := os.Stat(path)
	b, _ := os.Stat(path + ".orig")
	if content(t, path+".orig") != "old" || a.Mode() != b.Mode() || !a.ModTime().Equal(b.ModTime()) {
		t.Errorf("copy is %v, want %v", b, a)
	}
	if err := copyFile(path, path+".orig"); !errors.Is(err, os.ErrExist) {
		t.Errorf("second copy: %v, want that it exists", err)
	}
}

func TestReplaceable(t *testing.T) {
	path := fileWith(t, "old")
	check := func(p string) error {
		info, err := os.Stat(p)
		if err != nil {
			t.Fatal(err)
		}
		return replaceable(p, info)
	}
	if err := check(path); err != nil {
		t.Errorf("a plain file: %v", err)
	}
	if err := check(filepath.Dir(path)); err == nil || !strings.Contains(err.Error(), "not a regular file") {
		t.Errorf("a directory: %v", err)
	}
	if err := os.Link(path, path+".2"); err == nil {
		if err := check(path); err == nil || !strings.Contains(err.Error(), "2 names") {
			t.Errorf("two names: %v", err)
		}
	}
}
