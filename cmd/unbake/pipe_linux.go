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
