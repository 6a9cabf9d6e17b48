package container

import (
	"bufio"
	"compress/bzip2"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// open puts the decompressor of the kind in place and notes what the writer
// must know to compress alike.
func (r *Reader) open(in *bufio.Reader, src *counter, c config) error {
	switch r.kind {
	case Gzip:
		g, err := gzip.NewReader(in)
		if err != nil {
			return err
		}
		g.Multistream(false)
		r.content, r.like.gzip = &gzipReader{g, in, src}, g.Header
	case Zstd:
		r.like.zstdNoCRC = !zstdHasCRC(in)
		d, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true),
			zstd.WithDecoderMaxWindow(zstdWindow(c.maxMemory)), zstd.WithDecoderMaxMemory(uint64(c.maxMemory)))
		if err != nil {
			return zstdError(err, c)
		}
		r.content, r.stop = zstdReader{d, c}, d.Close
	case Bzip2:
		r.content = bzip2.NewReader(in) // 900 KB blocks, so at most 4 MB
	case XZ:
		dict, err := xzDict(in)
		if err != nil {
			return err
		}
		if dict > c.maxMemory {
			return memoryError(dict, c)
		}
		r.like.xzDict = dict
		r.content, err = newXZReader(in)
		return err
	}
	return nil
}

// A counter counts the bytes that were read.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// A gzipReader reads one member behind the other, and knows what stands behind the last.
type gzipReader struct {
	z   *gzip.Reader
	in  *bufio.Reader
	src *counter // what in reads
}

const gzipMagic = "\x1f\x8b\x08"

func (g *gzipReader) Read(p []byte) (n int, err error) {
	for n == 0 && err == nil && len(p) > 0 { // members may be empty
		if n, err = g.z.Read(p); err == io.EOF {
			err = g.next()
		}
	}
	return n, err
}

// next goes on to the next member. NULs behind the last, with which tapes and blocks are filled, are nothing.
func (g *gzipReader) next() error {
	at := g.src.n - int64(g.in.Buffered())
	b, err := g.in.Peek(len(gzipMagic))
	switch {
	case len(b) == 0:
		return err
	case strings.HasPrefix(gzipMagic, string(b)): // or is cut short there
		if err := g.z.Reset(g.in); err != nil {
			return cutShort(err)
		}
		g.z.Multistream(false)
		return nil
	}
	for {
		switch c, err := g.in.ReadByte(); {
		case err != nil:
			return err
		case c != 0:
			return fmt.Errorf("%w, from byte %d of the file on", ErrTrailing, at)
		}
	}
}

// cutShort is err, the end of what cannot end there being what it is.
func cutShort(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

func memoryError(need int64, c config) error {
	return fmt.Errorf("%w: a window of %d bytes, where %d are allowed", ErrMemory, need, c.maxMemory)
}

// zstdWindow is the limit as the decoder takes it.
func zstdWindow(limit int64) uint64 {
	return min(max(uint64(limit), zstd.MinWindowSize), zstd.MaxWindowSize)
}

// A zstdReader gives the decoder's errors our names.
type zstdReader struct {
	d *zstd.Decoder
	c config
}

func (z zstdReader) Read(p []byte) (int, error) {
	n, err := z.d.Read(p)
	if err != nil && err != io.EOF {
		err = zstdError(err, z.c)
	}
	return n, err
}

func zstdError(err error, c config) error {
	if errors.Is(err, zstd.ErrWindowSizeExceeded) || errors.Is(err, zstd.ErrDecoderSizeExceeded) {
		return fmt.Errorf("%w: %d bytes are: %w", ErrMemory, c.maxMemory, err)
	}
	return err
}

// zstdHasCRC tells whether the first frame ends in a checksum, as those of the
// zstd command do.
func zstdHasCRC(in *bufio.Reader) bool {
	var h zstd.Header
	prefix, _ := in.Peek(zstd.HeaderMaxSize)
	if h.Decode(prefix) != nil || h.Skippable {
		return true
	}
	return h.HasCheckSum
}
