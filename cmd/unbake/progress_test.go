package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

func TestProgressLine(t *testing.T) {
	tests := []struct {
		total, done, files int64
		many               bool
		want               string
	}{
		{0, 12_300_000, 1, false, "12 MB, 1.2 MB/s"},
		{50_000_000, 12_300_000, 1, false, "12 MB of 50 MB (24 %), 1.2 MB/s, 31s left"},
		{1000, 12_300_000, 1, false, "12 MB, 1.2 MB/s"},
		{0, 999_700_000, 3, true, "3 files, 1.0 GB, 100 MB/s"},
		{0, 400, 1, true, "1 file, 0.4 kB, 0.0 kB/s"},
		{10, 0, 1, false, "0.0 kB of 0.0 kB (0 %), 0.0 kB/s"},
	}
	for _, tt := range tests {
		p := progress{total: tt.total, many: tt.many}
		p.done.Store(tt.done)
		p.files.Store(tt.files)
		if got := p.line(10 * time.Second); got != tt.want {
			t.Errorf("%+v: got %q, want %q", tt, got, tt.want)
		}
	}
}

// What is written to stderr does not stand behind a line of progress, and the last such
// line is wiped.
func TestProgressWiped(t *testing.T) {
	var b bytes.Buffer
	l := &lockedWriter{w: &b}
	l.show("a line")
	l.show("another")
	l.Write([]byte("message\n"))
	l.show("a third")
	l.show("")
	want := "a line|another|message\na third|"
	if got := strings.ReplaceAll(b.String(), wipeLine, "|"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
