package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/unbake/unbake/fix/dump"
	"github.com/unbake/unbake/internal/cells"
	"github.com/unbake/unbake/internal/container"
	"github.com/unbake/unbake/internal/mapped"
)

// unpack finds out what an input holds: what it is compressed with, and the
// format of the content, which in.content then gives. Its error is a hinted one
// for what cannot be repaired as it is.
func (s *session) unpack(in *input) error {
	in.content, in.format = in, dump.Text
	if s.lineBuffered {
		return nil // a line must not wait for what comes after it
	}
	box, err := container.NewReader(in)
	if err != nil {
		return fileFailure(in.name, err)
	}
	in.box = box
	head := make([]byte, dump.DetectLen)
	n, err := io.ReadFull(box, head)
	head = head[:n]
	switch err {
	case nil:
		in.content = io.MultiReader(bytes.NewReader(head), box)
	case io.EOF, io.ErrUnexpectedEOF:
		in.content = bytes.NewReader(head)
	default: // it is reported behind what came before it
		in.content = io.MultiReader(bytes.NewReader(head), failingReader{err})
	}
	in.wide = hasUTF16Mark(head)
	in.noText = !in.wide && s.input == "" && bytes.IndexByte(head[:min(len(head), cells.SniffLen)], 0) >= 0
	if in.noText {
		in.order = wideOrder(head[:min(len(head), cells.SniffLen)])
	}
	switch {
	case s.format == anySQL:
		in.format = sqlDialect(head)
		return nil
	case s.format != dump.Auto:
		in.format = s.format
		return nil
	}
	if err := dump.Refuse(head); err != nil {
		return refusal(in.name, err)
	}
	if s.input == "" { // an encoding that was named is for plain text
		in.format = formatOf(in.name, head)
	}
	in.mapText()
	return nil
}

// minMapped, in bytes, is how long a text must be for a mapping to pay.
const minMapped = 1 << 20

// mapText has a text in a file read through memory where it can: nothing is copied then.
func (in *input) mapText() {
	if in.format != dump.Text || in.packed() || in.file == nil || in.name == stdinName || !in.info.Mode().IsRegular() || in.info.Size() < minMapped {
		return
	}
	begin := in.off
	m, err := mapped.Open(in.file, in.info.Size(), func(n int) {
		// What was read to find the format counts once.
		if n -= int(begin); n > 0 {
			in.bar.add(n)
		}
		begin = 0
	})
	if err == nil {
		in.mapped, in.content = m, m
	}
}

// packed tells whether the input is compressed.
func (in *input) packed() bool { return in.box != nil && in.box.Kind() != container.Plain }

// pack returns a writer that compresses to w as the input is.
func (in *input) pack(w io.Writer) (io.WriteCloser, error) {
	to, err := in.box.NewWriter(w)
	if errors.Is(err, container.ErrNoWriter) {
		k := in.box.Kind()
		return nil, withHint(fmt.Sprintf("%s -dc FILE | unbake | %s > OTHER", k, k), "%s: compressed by %v, which unbake can only read", in.name, k)
	}
	return to, err
}

// A failingReader gives an error.
type failingReader struct{ err error }

func (f failingReader) Read([]byte) (int, error) { return 0, f.err }

// refusal puts an error of [dump.Refuse] in the command's words, with the name
// of the file in the command to run.
func refusal(name string, err error) error {
	var r *dump.RefusedError
	if !errors.As(err, &r) {
		return err
	}
	next := "no way is known to repair it"
	if r.Next != "" {
		next = "run: " + r.Next
		if name != stdinName && !strings.ContainsAny(name, " \t\n'\"\\$*?;&|<>()") {
			next = strings.NewReplacer("FILE", name, "DIRECTORY", filepath.Dir(name)).Replace(next)
		}
	}
	return &hintedError{fmt.Errorf("%s: this is %w", name, refused{r}), next}
}

// refused is a [dump.RefusedError] without the command in its message.
type refused struct{ *dump.RefusedError }

func (r refused) Error() string { return r.What + ", which cannot be repaired as it is" }
func (r refused) Unwrap() error { return r.RefusedError }

// pgDirectoryFile is the file that a dump of pg_dump in directory format begins with.
const pgDirectoryFile = "toc.dat"

// isDirectory tells whether what was refused is part of a dump that is a directory,
// which would be passed over without a word where that is walked.
func isDirectory(r *dump.RefusedError) bool { return strings.Contains(r.Next, "DIRECTORY") }
