package main

import (
	"io/fs"
	"os"

	"golang.org/x/sys/unix"
)

// pipeSize, in bytes, is what a pipe may hold without leave on Linux. With the
// usual 64 KiB, the programs before and behind us wait for each other all the time.
const pipeSize = 1 << 20

// growPipe lets a stream that is a pipe hold more. It does not matter if it cannot.
func growPipe(stream any) {
	f, ok := stream.(*os.File)
	if !ok {
		return
	}
	if info, err := f.Stat(); err != nil || info.Mode()&fs.ModeNamedPipe == 0 {
		return
	}
	if c, err := f.SyscallConn(); err == nil {
		c.Control(func(fd uintptr) { grow(fd) })
	}
}

// grow leaves a pipe that is larger.
func grow(fd uintptr) {
	size, err := unix.FcntlInt(fd, unix.F_GETPIPE_SZ, 0)
	if err == nil && size < pipeSize {
		unix.FcntlInt(fd, unix.F_SETPIPE_SZ, pipeSize)
	}
}

// isClosed tells whether a stream was closed when we began, as by >&-. Go opens
// /dev/null in its place, for reading, too, so that no other file gets its number.
// A few who mean /dev/null open it so as well; they cannot be told apart.
func isClosed(stream any) bool {
	f, ok := stream.(*os.File)
	if !ok {
		return false
	}
	c, err := f.SyscallConn()
	if err != nil {
		return false
	}
	closed := false
	c.Control(func(fd uintptr) {
		var info unix.Stat_t
		flags, err := unix.FcntlInt(fd, unix.F_GETFL, 0)
		closed = err == nil && flags&unix.O_ACCMODE == unix.O_RDWR && unix.Fstat(int(fd), &info) == nil &&
			info.Mode&unix.S_IFMT == unix.S_IFCHR && info.Rdev == unix.Mkdev(1, 3)
	})
	return closed
}
