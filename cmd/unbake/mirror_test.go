package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
)

// A mirror sees every difference, wherever the pieces end and however far
// what comes out lags behind.
func TestMirror(t *testing.T) {
	const in = "the quick brown fox"
	tests := []struct {
		name, out string
		same      int64
		differs   bool
	}{
		{"same", in, 19, false},
		{"one byte", "the quiCk brown fox", 7, true},
		{"longer", in + "!", 19, true},
		{"shorter", "the quick", 9, true},
		{"nothing", "", 0, true},
		{"inserted", "the very quick brown fox", 4, true},
	}
	for _, tt := range tests {
		for _, lag := range []int{0, 3, 100} {
			m := &mirror{r: iotest.OneByteReader(strings.NewReader(in))}
			out := tt.out
			for n := 0; ; n++ {
				_, err := m.Read(make([]byte, 4))
				if n >= lag && len(out) > 0 {
					m.match([]byte(out[:1]))
					out = out[1:]
				}
				if err == io.EOF {
					break
				}
			}
			m.match([]byte(out))
			if got := m.end(); got != tt.differs || m.same != tt.same {
				t.Errorf("%s, %d late: differs %v after %d, want %v after %d", tt.name, lag, got, m.same, tt.differs, tt.same)
			}
		}
	}
}

// A late writer makes a file only where there is a difference, and the file is
// whole, also what came before the difference.
func TestLateWriter(t *testing.T) {
	head := strings.Repeat("0123456789abcdef", 10_000)
	tests := []struct {
		name, in, out string
		made          bool
	}{
		{"same", head, head, false},
		{"at the end", head + "x", head + "y", true},
		{"cut", head + "x", head, true},
		{"at the start", "x" + head, "y" + head, true},
	}
	for _, tt := range tests {
		dir := t.TempDir()
		path := filepath.Join(dir, "a.txt")
		if err := os.WriteFile(path, []byte(tt.in), 0o644); err != nil {
			t.Fatal(err)
		}
		old, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer old.Close()
		info, _ := old.Stat()
		m := &mirror{r: old}
		r := &replacement{temps: newTemps(), path: path, old: old, info: info}
		late := &lateWriter{m: m, r: r, dst: r}
		for out := tt.out; len(out) > 0; out = out[min(1000, len(out)):] {
			m.Read(make([]byte, 4096))
			if _, err := io.WriteString(late, out[:min(1000, len(out))]); err != nil {
				t.Fatal(err)
			}
		}
		io.Copy(io.Discard, m)
		made, err := late.finish()
		if err != nil || made != tt.made {
			t.Fatalf("%s: made %v, error %v", tt.name, made, err)
		}
		if !made {
			r.discard()
			continue
		}
		if _, err := r.commit(""); err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(path); string(got) != tt.out {
			t.Errorf("%s: %d bytes, want %d, or other bytes", tt.name, len(got), len(tt.out))
		}
		if entries, _ := os.ReadDir(dir); len(entries) != 1 {
			t.Errorf("%s: left behind: %v", tt.name, entries)
		}
	}
}
