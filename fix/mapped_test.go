package fix

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/unbake/unbake/internal/mapped"
)

// mapText writes a file and maps it.
func mapText(t *testing.T, text string) (m *mapped.File, path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "text")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, err = mapped.Open(f, int64(len(text)), nil)
	if errors.Is(err, errors.ErrUnsupported) {
		t.Skip("files cannot be mapped here")
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { m.Close() })
	return m, path
}

// withComments is text with lines that are to be left, plain text of several parts
// between them, and damage in and out of them.
func withComments() string {
	plain := strings.Repeat("plain text: 100 % of it, & \\ so on\r\n", 3*readBuffer/35)
	damaged := "donâ€™t, fÃ¼r\n"
	return strings.Join([]string{
		plain, damaged, "donâ€™t // unbake:ignore\n", damaged,
		"unbake:ignore-start\n", plain, damaged, plain, "unbake:ignore-end\n", damaged,
		plain, "unbake:ignore-next-line\n", damaged, damaged, plain,
	}, "")
}

// TestMapped: a file in memory gives what a reader of it gives, by any number of workers.
func TestMapped(t *testing.T) {
	for name, text := range map[string]string{"many cells": manyCells(), "comments": withComments(), "short": "fÃ¼r", "utf-16": "\xFF\xFEf\x00\xC3\x00\xBC\x00r\x00"} {
		for _, opts := range [][]Option{{IgnoreComments()}, {InputEncoding("auto"), LearnFirst(12_000)}} {
			want := copyAll(t, strings.NewReader(text), true, opts...)
			for _, n := range []int{1, 2, 3} {
				m, _ := mapText(t, text)
				got := copyAll(t, m, true, append(opts, Workers(n))...)
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s, %d workers: (-reader +mapped)\n%s", name, n, abbreviate(diff, ""))
				}
				got = copyAll(t, strings.NewReader(text), true, append(opts, Workers(n))...)
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s, %d workers: (-one +several)\n%s", name, n, abbreviate(diff, ""))
				}
			}
		}
	}
}

// cutter cuts a file at the first write.
type cutter struct {
	path string
	done bool
}

func (c *cutter) Write(p []byte) (int, error) {
	if !c.done {
		c.done = true
		return len(p), os.Truncate(c.path, 0)
	}
	return io.Discard.Write(p)
}

// TestMappedCut: a file that is cut while it is read is an error, not a crash.
func TestMappedCut(t *testing.T) {
	text := strings.Repeat(manyCells(), 4)
	for _, n := range []int{1, 3} {
		m, path := mapText(t, text)
		_, err := mustNew(t, Workers(n)).Copy(context.Background(), &cutter{path: path}, m, nil)
		if !errors.Is(err, mapped.ErrGone) {
			t.Errorf("%d workers: %v, want %v", n, err, mapped.ErrGone)
		}
	}
}

// TestPlainCounts: text that one look passes counts like other text.
func TestPlainCounts(t *testing.T) {
	text := strings.Repeat("a line\nanother\r\n\n", 40_000) + "the end, fÃ¼r"
	got := copyAll(t, strings.NewReader(text), true)
	if want := int64(strings.Count(text, "\n")) + 1; got.Stats.Lines != want || len(got.Told) != 1 {
		t.Errorf("%d lines, told %q; want %d lines", got.Stats.Lines, got.Told, want)
	}
	var out bytes.Buffer
	if _, err := mustNew(t).Copy(context.Background(), &out, strings.NewReader(text), nil); err != nil || out.Len() != len(text)-2 {
		t.Errorf("%d bytes came out of %d, %v", out.Len(), len(text), err)
	}
}
