package tidy

import (
	"bytes"
	"io"

	"golang.org/x/text/unicode/norm"
)

const (
	// maxLine, in bytes, is how much of a line is kept to be tidied at once; a longer
	// one is cut at a blank, or between characters.
	maxLine = 64 << 10
	bom     = "\uFEFF"
)

// A Writer tidies what is written to it, line by line, on the way to another writer.
// Close writes the last line; it does not close the other writer.
type Writer struct {
	page    page
	w       io.Writer
	carry   []byte
	begun   bool
	changed bool
}

// NewWriter returns a Writer to w.
func (t *Tidier) NewWriter(w io.Writer) *Writer { return &Writer{page: page{t: t}, w: w} }

// Changed tells whether something was changed so far.
func (w *Writer) Changed() bool { return w.changed }

// Left tells whether something was left so far since it stands where what would be put might mean something.
func (w *Writer) Left() bool { return w.page.left }

// Write takes p and writes the lines that are whole by now.
func (w *Writer) Write(p []byte) (int, error) {
	w.carry = append(w.carry, p...)
	if err := w.flush(false); err != nil {
		return 0, err
	}
	return len(p), nil
}

// Close writes what is left.
func (w *Writer) Close() error { return w.flush(true) }

// flush writes the lines that are whole, and at the end all of the carry.
func (w *Writer) flush(end bool) error {
	var out []byte
	done := 0
	if !w.begun {
		if !end && len(w.carry) < len(bom) {
			return nil
		}
		w.begun = true
		if bytes.HasPrefix(w.carry, []byte(bom)) {
			out, done = append(out, bom...), len(bom)
		}
	}
	for done < len(w.carry) {
		n := next(w.carry[done:], end)
		if n == 0 {
			break
		}
		text := string(w.carry[done : done+n])
		line := w.page.line(text)
		w.changed = w.changed || line != text
		out = append(out, line...)
		done += n
	}
	w.carry = w.carry[:copy(w.carry, w.carry[done:])]
	if len(out) == 0 {
		return nil
	}
	_, err := w.w.Write(out)
	return err
}

// cut returns where a piece of a long line may be cut: behind a blank, else before a
// character that nothing before it combines with, and before a reference.
func cut(b []byte) int {
	if i := bytes.LastIndexByte(b, ' '); i > 0 {
		return i + 1
	}
	b = b[:len(b)-maxEntity]
	n := len(b)
	if i := bytes.LastIndexByte(b, '&'); i > n-maxEntity && i > 0 {
		n = i
	}
	if n > 0 && b[n-1] == '\r' {
		n--
	}
	if i := norm.NFC.LastBoundary(b[:n]); i > 0 {
		return i
	}
	return max(n, 1)
}
