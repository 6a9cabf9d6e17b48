// Package mapped reads files through memory: a file's bytes are there without
// a copy, and several may look at different parts of it at once.
package mapped

import (
	"errors"
	"io"
	"os"
	"runtime/debug"
	"sync/atomic"
	"unsafe"
)

// ErrGone is what [File.Guard] returns where bytes could not be read.
var ErrGone = errors.New("it became shorter while it was read, or cannot be read any more")

// A File is the content of a regular file, as long as it was when it was opened.
// Its bytes must be touched under [File.Guard].
type File struct {
	data []byte
	read int          // by Read
	done atomic.Int64 // bytes that Done was told of
	told func(n int)
}

// windowSize, in bytes, is how much stays in memory behind what is done. It is a
// multiple of all page sizes.
const windowSize = 4 << 20

// Open maps the file f, which is size bytes long and may be closed afterwards. It fails
// where the system or the file has no mapping. Told, if not nil, is called as bytes are done.
func Open(f *os.File, size int64, told func(n int)) (*File, error) {
	if size <= 0 || int64(int(size)) != size {
		return nil, errors.ErrUnsupported
	}
	data, err := mmap(f, int(size))
	if err != nil {
		return nil, err
	}
	return &File{data: data, told: told}, nil
}

// Bytes returns all bytes that were not read by Read.
func (f *File) Bytes() []byte { return f.data[f.read:] }

// Done tells that the next n bytes are not needed any more: their memory is given back by and by.
func (f *File) Done(n int) {
	if f.told != nil {
		f.told(n)
	}
	after := f.done.Add(int64(n))
	if from, to := (after-int64(n))/windowSize*windowSize, after/windowSize*windowSize; from < to {
		drop(f.data[from:to])
	}
}

// Guard calls do. If that stumbles over bytes that the file has no more, it returns ErrGone.
func (f *File) Guard(do func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		switch e := recover().(type) {
		case nil:
		case interface{ Addr() uintptr }:
			start := uintptr(unsafe.Pointer(unsafe.SliceData(f.data)))
			if at := e.Addr(); at < start || at-start >= uintptr(len(f.data)) {
				panic(e)
			}
			err = ErrGone
		default:
			panic(e)
		}
	}()
	return do()
}

// Read copies, as of any file.
func (f *File) Read(p []byte) (n int, err error) {
	if f.read == len(f.data) {
		return 0, io.EOF
	}
	err = f.Guard(func() error {
		n = copy(p, f.data[f.read:])
		return nil
	})
	if err != nil {
		return 0, err
	}
	f.read += n
	f.Done(n)
	return n, nil
}

// Close unmaps the file. Nobody may hold its bytes then.
func (f *File) Close() error {
	data := f.data
	f.data, f.read = nil, 0
	return munmap(data)
}
