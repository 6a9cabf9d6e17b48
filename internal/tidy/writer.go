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
	t       *Tidier
	w       io.Writer
	carry   []byte
	begun   bool
	changed bool
}

// NewWriter returns a Writer to w.
func (t *Tidier) NewWriter(w io.Writer) *Writer { return &Writer{t: t, w: w} }

// Changed tells whether something was changed so far.
func (w *Writer) Changed() bool { return w.changed }

// Write takes p and writes the lines that are whole by now.
func (w *Writer) Write(p []byte) (int, error) {
	w.carry = append(w.carry, p...)
	n := bytes.LastIndexByte(w.carry, '\n') + 1
	for n == 0 && len(w.carry) > maxLine {
		n = cut(w.carry[:maxLine])
	}
	if err := w.flush(n); err != nil {
		return 0, err
	}
	return len(p), nil
}

// Close writes what is left.
func (w *Writer) Close() error { return w.flush(len(w.carry)) }

// flush writes the first n bytes of the carry, tidied.
func (w *Writer) flush(n int) error {
	if n == 0 {
		return nil
	}
	text := string(w.carry[:n])
	head := ""
	if !w.begun && len(text) >= len(bom) && text[:len(bom)] == bom {
		head, text = bom, text[len(bom):]
	}
	w.begun = true
	out := w.t.String(text)
	w.changed = w.changed || out != text
	w.carry = w.carry[:copy(w.carry, w.carry[n:])]
	_, err := io.WriteString(w.w, head+out)
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
