package container

import (
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

// like is what the writer knows of the file to compress alike: levels are not
// written down in a file, so each is the usual one of its command.
type like struct {
	gzip      gzip.Header
	zstdNoCRC bool
	xzDict    int64
}

// NewWriter returns a writer that compresses to w by the kind of r and with
// the names, times and sizes that r's first header tells. Close ends the
// compressed data and does not close w. For [Plain] it only writes on.
func (r *Reader) NewWriter(w io.Writer) (io.WriteCloser, error) { return newWriter(w, r.kind, r.like) }

// newWriter is NewWriter by what is known of r. Its error wraps [ErrNoWriter] for [Bzip2].
func newWriter(w io.Writer, k Kind, l like) (io.WriteCloser, error) {
	switch k {
	case Plain:
		return plainWriter{w}, nil
	case Gzip:
		g := gzip.NewWriter(w)
		g.Header = l.gzip
		return g, nil
	case Zstd:
		return zstd.NewWriter(w, zstd.WithEncoderCRC(!l.zstdNoCRC), zstd.WithEncoderConcurrency(1),
			zstd.WithLowerEncoderMem(true))
	case XZ:
		return xz.WriterConfig{DictCap: xzWriterDict(l.xzDict)}.NewWriter(w)
	}
	return nil, &Error{Kind: k, Err: fmt.Errorf("%w: no encoder at hand", ErrNoWriter)}
}

// xzWriterDict keeps to the dictionary of the original up to the 8 MiB of xz's
// default level; the encoder holds several times as much.
func xzWriterDict(original int64) int {
	const usual, least = 8 << 20, 64 << 10
	if original <= 0 {
		return usual
	}
	return int(min(max(original, least), usual))
}

type plainWriter struct{ w io.Writer }

func (p plainWriter) Write(b []byte) (int, error) { return p.w.Write(b) }
func (plainWriter) Close() error                  { return nil }
