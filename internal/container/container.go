// Package container reads and writes the compressed files that dumps come in.
//
// Call [NewReader] on any input: it finds the format by the bytes at the start,
// never by a name, and gives the content, or the input itself where it is not
// compressed. [Reader.NewWriter] compresses the repaired content alike.
//
// What can go wrong: a cut or damaged file is an [Error] that wraps
// [io.ErrUnexpectedEOF] or the cause; a file that asks for more memory than
// allowed is an [Error] that wraps [ErrMemory]; other bytes behind the end of gzip are one
// that wraps [ErrTrailing]. Compressing never gives the
// bytes of the original back, so a caller leaves a file whose content did not
// change alone.
package container

import (
	"bufio"
	"errors"
	"fmt"
	"io"
)

// A Kind is a format of compressed files.
type Kind int

const (
	// Plain is input that is not compressed.
	Plain Kind = iota
	// Gzip is RFC 1952, one or more members.
	Gzip
	// Zstd is RFC 8878, one or more frames, skippable ones included.
	Zstd
	// Bzip2 is read, and not written.
	Bzip2
	// XZ is the .xz format, not the older .lzma.
	XZ
)

// String returns "plain", "gzip", "zstd", "bzip2" or "xz".
func (k Kind) String() string {
	switch k {
	case Plain:
		return "plain"
	case Gzip:
		return "gzip"
	case Zstd:
		return "zstd"
	case Bzip2:
		return "bzip2"
	case XZ:
		return "xz"
	}
	return "unknown"
}

// PrefixLen is the number of bytes that [Detect] looks at.
const PrefixLen = 10

// Detect says what the input that starts with prefix is compressed with. Text
// starts with none of these bytes: gzip, zstd and xz have bytes that are not
// UTF-8, and bzip2's magic is followed by one of two fixed blocks.
func Detect(prefix []byte) Kind {
	switch {
	case hasPrefix(prefix, "\x1f\x8b\x08"):
		return Gzip
	case hasPrefix(prefix, "\x28\xb5\x2f\xfd"):
		return Zstd
	case len(prefix) >= 4 && prefix[0]&0xf0 == 0x50 && string(prefix[1:4]) == "\x2a\x4d\x18":
		// A skippable frame, as pzstd and seekable zstd put first.
		return Zstd
	case hasPrefix(prefix, "\xfd7zXZ\x00"):
		return XZ
	case hasPrefix(prefix, "BZh") && len(prefix) >= 10 && prefix[3] >= '1' && prefix[3] <= '9':
		// A block starts with the digits of pi, an empty file with
		// those of its square root.
		if block := string(prefix[4:10]); block == "1AY&SY" || block == "\x17\x72\x45\x38\x50\x90" {
			return Bzip2
		}
	}
	return Plain
}

func hasPrefix(b []byte, magic string) bool {
	return len(b) >= len(magic) && string(b[:len(magic)]) == magic
}

// DefaultMaxMemory, in bytes, is what a file's window may take where
// [MaxMemory] says nothing else: what the zstd and xz commands can make by
// their levels, --ultra -22 and -9, fits.
const DefaultMaxMemory = 128 << 20

// ErrMemory is in the error for a file that needs a larger window than allowed.
var ErrMemory = errors.New("needs more memory than allowed")

// ErrNoWriter is in the error for a kind that is only read.
var ErrNoWriter = errors.New("cannot be written")

// ErrTrailing is in the error for other bytes behind the end of gzip, whose content is whole.
var ErrTrailing = errors.New("other bytes stand behind its end")

// An Error is what went wrong with compressed input or output.
type Error struct {
	Kind   Kind
	Offset int64 // of the content, in bytes, that came before
	Err    error
}

func (e *Error) Error() string {
	if e.Offset > 0 {
		return fmt.Sprintf("%s: after byte %d of the content: %v", e.Kind, e.Offset, e.Err)
	}
	return fmt.Sprintf("%s: %v", e.Kind, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }

// An Option sets one thing in [NewReader].
type Option func(*config) error

type config struct {
	maxMemory int64
}

// MaxMemory sets how many bytes the window of compressed input may take. The
// default is [DefaultMaxMemory], the least is 1 MiB.
func MaxMemory(n int64) Option {
	return func(c *config) error {
		if n < 1<<20 {
			return fmt.Errorf("container: max memory %d: must be at least %d", n, 1<<20)
		}
		c.maxMemory = n
		return nil
	}
}

// A Reader gives the content of an input that may be compressed.
type Reader struct {
	kind    Kind
	like    like
	content io.Reader
	stop    func()
	offset  int64
}

// NewReader returns a reader of r's content. It reads the start of r at once
// and ahead later on.
func NewReader(r io.Reader, opts ...Option) (*Reader, error) {
	c := config{maxMemory: DefaultMaxMemory}
	for _, o := range opts {
		if err := o(&c); err != nil {
			return nil, err
		}
	}
	src := &counter{r: r}
	in := bufio.NewReaderSize(src, bufferSize)
	prefix, err := in.Peek(PrefixLen)
	if err != nil && err != io.EOF {
		return nil, err
	}
	out := &Reader{kind: Detect(prefix), content: in, stop: func() {}}
	if err := out.open(in, src, c); err != nil {
		return nil, out.fail(err)
	}
	return out, nil
}

// bufferSize, in bytes, is that of the reads from the input: large enough for
// pipes, and for all of a header to be looked at in place.
const bufferSize = 64 << 10

// Kind says what the input is compressed with.
func (r *Reader) Kind() Kind { return r.kind }

// Read reads content. Its errors are those of the input, or an *[Error].
func (r *Reader) Read(p []byte) (int, error) {
	n, err := r.content.Read(p)
	r.offset += int64(n)
	if err != nil && err != io.EOF {
		err = r.fail(err)
	}
	return n, err
}

// Close lets go of what the reader holds. It does not close the input.
func (r *Reader) Close() error {
	r.stop()
	return nil
}

func (r *Reader) fail(err error) error {
	if r.kind == Plain {
		return err
	}
	return &Error{Kind: r.kind, Offset: r.offset, Err: err}
}
