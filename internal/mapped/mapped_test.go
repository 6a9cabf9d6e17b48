package mapped

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// open maps a new file with the content.
func open(t *testing.T, content []byte) (*File, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, err := Open(f, int64(len(content)), nil)
	if errors.Is(err, errors.ErrUnsupported) {
		t.Skip("files cannot be mapped here")
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := m.Close(); err != nil {
			t.Error(err)
		}
	})
	return m, path
}

func TestRead(t *testing.T) {
	content := bytes.Repeat([]byte("some text\n"), windowSize/5)
	m, _ := open(t, content)
	if !bytes.Equal(m.Bytes(), content) {
		t.Error("Bytes are not those of the file")
	}
	got, err := io.ReadAll(m)
	if err != nil || !bytes.Equal(got, content) {
		t.Errorf("read %d bytes, %v; the file has %d", len(got), err, len(content))
	}
}

// TestCut cuts the file below us, as another program may at any time.
func TestCut(t *testing.T) {
	m, path := open(t, make([]byte, 1<<20))
	if err := os.Truncate(path, 0); err != nil {
		t.Fatal(err)
	}
	err := m.Guard(func() error {
		bytes.Count(m.Bytes(), []byte{1})
		return nil
	})
	if !errors.Is(err, ErrGone) {
		t.Errorf("Guard returned %v, want ErrGone", err)
	}
	if _, err := m.Read(make([]byte, 10)); !errors.Is(err, ErrGone) {
		t.Errorf("Read returned %v, want ErrGone", err)
	}
}

// TestOtherPanic wants panics that have nothing to do with the file to pass.
func TestOtherPanic(t *testing.T) {
	m, _ := open(t, []byte("text"))
	defer func() {
		if e := recover(); e != "other" {
			t.Errorf("recovered %v", e)
		}
	}()
	_ = m.Guard(func() error { panic("other") })
}
