package fix

import (
	"context"
	"io"
)

// A Position is a place in a stream.
type Position struct {
	// Offset is in bytes from the start of the input, from 0. In input that
	// is decoded from a double-byte encoding it counts the bytes that the
	// text would be when encoded again, which are the same unless bytes
	// could not be decoded.
	Offset int64 `json:"offset"`
	// Line counts from 1. Lines end at \n, as editors and grep -n count them.
	Line int64 `json:"line"`
	// Column counts the runes of the line, from 1. A byte that is not UTF-8
	// counts as a rune, a byte order mark does not count.
	Column int `json:"column"`
}

// A NoteKind is a kind of [Note].
type NoteKind int

const (
	// NotUTF8 is a run of bytes that is not UTF-8, or a lone surrogate in
	// UTF-16, and was kept as it is.
	NotUTF8 NoteKind = iota
	// Decoded is a run of bytes that was not UTF-8 and was decoded.
	Decoded
	// Binary is input with a NUL byte that is no UTF-16. A NUL in the first
	// 8 KiB means that all of the input passes unchanged, and the Note, with
	// Length 0, stands at this NUL. A later one means that the cell with it,
	// which looked damaged and is Length bytes long, passes unchanged.
	Binary
	// Undecodable is a run of bytes that the encoding named by
	// [InputEncoding] does not have. U+FFFD stands for them in the output.
	Undecodable
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
// Repair and Suspect count from the start of the cell (the line, or a window
// of at most [MaxCell] bytes of a longer one), after decoding; at says where
// they start in the input.
type Sink interface {
	Repair(at Position, r Repair)
	Suspect(at Position, s Suspect)
	Note(at Position, n Note)
}

// A Counter is a Sink that may do with numbers. If Counts says so, before anything is told, the
// repairs of cells that leave no doubt are not handed to Repair: Count is given
// their path and how many there are, and the stream is several times as fast.
type Counter interface {
	Sink
	Counts() bool
	Count(path string, repairs int)
}

// Stats counts what a stream held.
type Stats struct {
	BytesIn  int64 `json:"bytesIn"`
	BytesOut int64 `json:"bytesOut"`
	Lines    int64 `json:"lines"` // a last one without a line end, too; not in binary input
	Repairs  int64 `json:"repairs"`
	Suspects int64 `json:"suspects"`
	NotUTF8  int64 `json:"notUTF8"` // bytes, kept or decoded
	Binary   bool  `json:"binary"`  // all of the input passed unchanged
}

// Copy copies r to w with the damage undone, telling sink, which may be nil,
// of every repair and suspect. It holds no more than a line, up to [MaxCell],
// and buffers, whatever r holds, and what [LearnFirst] asks for. It stops with
// the error of r, w or ctx. Then Stats counts what was written: BytesOut to the
// byte, all else without the piece that w failed in. ctx is looked at between
// reads, so that a Read that hangs is not cut short, and before each cell that
// looks damaged. What came before an error of r is written, but for the last
// line, up to MaxCell, which cannot be decided.
//
// Input that starts with a byte order mark of UTF-16 is repaired as the text
// that it is and written in the same UTF-16. Whatever is not repaired comes
// out byte for byte, see [Note] for what is told.
func (f *Fixer) Copy(ctx context.Context, w io.Writer, r io.Reader, sink Sink) (Stats, error) {
	p := newPump(f, r)
	p.stream.count = true
	p.stream.sink = sink
	err := p.writeTo(ctx, w)
	if p.failed {
		p.stream.counts = p.sound
	}
	return p.stream.stats(p.written), err
}

// LineBuffered makes streams hand on each complete line at once, whatever
// stands in it, for input that arrives slowly (tail -f). By default the first
// damaged line, and what follows it, is held back until the first 8 KiB of the
// input have been seen: a NUL in these makes all of the input binary, not to
// be changed anywhere. With LineBuffered, binary is only what follows from the
// start of the line with that NUL.
func LineBuffered() Option {
	return func(c *config) error { c.lineBuffered = true; return nil }
}
