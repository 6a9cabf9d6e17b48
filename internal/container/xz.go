package container

import (
	"bufio"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"

	"github.com/ulikunitz/xz"
	"github.com/ulikunitz/xz/lzma"
)

// An xzReader is the xz package's reader with one check more: that reader
// takes a file that is cut in a header or in the index for a whole one.
type xzReader struct {
	content io.Reader
	tail    *tail
}

func newXZReader(in io.Reader) (io.Reader, error) {
	t := &tail{r: in}
	x, err := xz.NewReader(t)
	if err != nil {
		return nil, err
	}
	return xzReader{x, t}, nil
}

func (x xzReader) Read(p []byte) (int, error) {
	n, err := x.content.Read(p)
	if err == io.EOF && !x.tail.isFooter() {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

// xzFooter is the length of what ends a stream: CRC32, size of the index,
// flags and magic (The .xz File Format, section 2.1.2).
const xzFooter = 12

// A tail keeps the last bytes that were read, without the NULs that may pad a
// file.
type tail struct {
	r     io.Reader
	last  [xzFooter]byte
	zeros int // after last
}

func (t *tail) Read(p []byte) (int, error) {
	n, err := t.r.Read(p)
	for _, b := range p[:n] {
		if b == 0 {
			t.zeros++
			continue
		}
		for range min(t.zeros, xzFooter) {
			t.push(0)
		}
		t.zeros = 0
		t.push(b)
	}
	return n, err
}

func (t *tail) push(b byte) {
	copy(t.last[:], t.last[1:])
	t.last[xzFooter-1] = b
}

func (t *tail) isFooter() bool {
	f := t.last
	return string(f[10:]) == "YZ" && binary.LittleEndian.Uint32(f[:]) == crc32.ChecksumIEEE(f[4:10])
}

// xzDict returns the size of the dictionary that the first block of an .xz
// file asks for. The xz package takes any size up to 4 GiB, so we look first;
// the format is that of "The .xz File Format", sections 2.1.1 and 3.1.
func xzDict(in *bufio.Reader) (int64, error) {
	const (
		streamHeader = 12
		blockHeader  = 1024 // at most
		lzma2Filter  = 0x21
		otherSizes   = 0xc0
	)
	b, _ := in.Peek(streamHeader + blockHeader)
	if len(b) <= streamHeader {
		return 0, io.ErrUnexpectedEOF // which the xz package takes for an empty file
	}
	if b[streamHeader] == 0 {
		return 0, nil // the index of an empty file
	}
	b = b[streamHeader:]
	b = b[:min(len(b), (int(b[0])+1)*4)]
	if len(b) < 2 {
		return 0, io.ErrUnexpectedEOF
	}
	flags, rest := b[1], b[2:]
	for bit := byte(0x40); bit != 0 && bit&otherSizes != 0; bit <<= 1 {
		if flags&bit != 0 {
			rest = skipVarint(rest)
		}
	}
	// Other filters stand before LZMA2, which is the last.
	for range flags&3 + 1 {
		if len(rest) < 3 {
			break
		}
		id, size := rest[0], int(rest[1])
		if id == lzma2Filter {
			return lzma.DecodeDictCap(rest[2])
		}
		rest = rest[min(len(rest), 2+size):]
	}
	return 0, errors.New("block without LZMA2, which is all we can read")
}

func skipVarint(b []byte) []byte {
	for i, c := range b {
		if c < 0x80 {
			return b[i+1:]
		}
	}
	return nil
}
