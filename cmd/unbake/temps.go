package main

import (
	"context"
	"crypto/rand"
	"os"
	"path/filepath"
	"sync"
)

// Temporary files have these around a random part.
const (
	tempPrefix = ".unbake-"
	tempSuffix = ".tmp"
)

// temps knows the temporary files that exist, so that none is left behind
// when the command is stopped.
type temps struct {
	mu     sync.Mutex
	names  map[string]struct{}
	closed bool
}

func newTemps() *temps { return &temps{names: map[string]struct{}{}} }

// create makes a file in dir, which must be the directory of the file that it
// will replace: a rename cannot cross file systems.
func (t *temps) create(dir string, perm os.FileMode) (*os.File, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed {
		return nil, context.Canceled
	}
	name := filepath.Join(dir, tempPrefix+rand.Text()[:12]+tempSuffix)
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, perm)
	if err == nil {
		t.names[name] = struct{}{}
	}
	return f, err
}

// rename gives a temporary file its final name; after close it refuses.
func (t *temps) rename(name, final string) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed {
		return context.Canceled
	}
	err := os.Rename(name, final)
	if err == nil {
		delete(t.names, name)
	}
	return err
}

func (t *temps) remove(name string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if _, ok := t.names[name]; ok {
		delete(t.names, name)
		os.Remove(name)
	}
}

// close removes all that is left and lets nothing new be made.
func (t *temps) close() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.closed = true
	for name := range t.names {
		os.Remove(name)
	}
}
