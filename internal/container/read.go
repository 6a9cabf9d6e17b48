package container

import (
	"bufio"
	"compress/bzip2"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// open puts the decompressor of the kind in place and notes what the writer
// must know to compress alike.
func (r *Reader) open(in *bufio.Reader, c config) error {
	switch r.kind {
	case Gzip:
		g, err := gzip.NewReader(in)
		if err != nil {
			return err
		}
		r.content, r.like.gzip = g, g.Header
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
