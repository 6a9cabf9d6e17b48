package fix

import (
	"context"
	"io"

	"golang.org/x/text/transform"
)

// A Position is a place in a stream.
type Position struct {
	// Offset is in bytes from the start of the input, from 0.
	Offset int64 `json:"offset"`
	// Line counts from 1.
	Line int64 `json:"line"`
	// Column counts the runes of the line, from 1.
	Column int `json:"column"`
}

// A NoteKind is a kind of [Note].
type NoteKind int

const (
	// NotUTF8 is a run of bytes that is not UTF-8 and was kept as it is.
	NotUTF8 NoteKind = iota
	// Decoded is a run of bytes that was not UTF-8 and was decoded.
	Decoded
	// Binary is input with NUL bytes that is no UTF-16: it passed unchanged
	// from there on.
	Binary
)

// A Note tells of input bytes, not of damage in text.
type Note struct {
	Kind NoteKind
	// Length is the number of bytes meant.
	Length int64
	// Encoding is the name of the encoding for Decoded.
	Encoding string
}

// A Sink is told what a stream holds, in the order of the input. Spans in the
// Repair and Suspect count from the start of the cell (the line); at says where
// they start in the input.
type Sink interface {
	Repair(at Position, r Repair)
	Suspect(at Position, s Suspect)
	Note(at Position, n Note)
}

// Stats counts what a stream held.
type Stats struct {
	BytesIn  int64 `json:"bytes_in"`
	BytesOut int64 `json:"bytes_out"`
	Lines    int64 `json:"lines"`
	Repairs  int64 `json:"repairs"`
	Suspects int64 `json:"suspects"`
	NotUTF8  int64 `json:"not_utf8"` // bytes
	Binary   bool  `json:"binary"`
}

// Copy copies r to w with the damage undone, telling sink, which may be nil,
// of every repair and suspect. It holds no more than a line and a buffer. It
// stops with the error of r, w or ctx.
func (f *Fixer) Copy(ctx context.Context, w io.Writer, r io.Reader, sink Sink) (Stats, error) {
	n, err := io.Copy(w, r)
	return Stats{BytesIn: n, BytesOut: n}, err
}

// Reader returns a reader of r's text with the damage undone.
func (f *Fixer) Reader(r io.Reader) io.Reader { return r }

// Writer returns a writer that hands what is written to it on to w with the
// damage undone. Close hands on what is held back; it does not close w.
func (f *Fixer) Writer(w io.Writer) io.WriteCloser { return nil }

// Transformer returns a transformer for golang.org/x/text/transform that
// keeps its own carry. Each is for one stream at a time.
func (f *Fixer) Transformer() transform.Transformer { return transform.Nop }
