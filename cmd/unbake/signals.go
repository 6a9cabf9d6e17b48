//go:build !js && !plan9 && !wasip1

package main

import (
	"errors"
	"os"
	"os/signal"
	"syscall"
)

// stopSignals are those that end the command.
var stopSignals = []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT}

func ignoreClosedPipes() { signal.Ignore(syscall.SIGPIPE) }

// exitBy is the exit code for a signal, as shells have it.
func exitBy(s os.Signal) int {
	if n, ok := s.(syscall.Signal); ok {
		return 128 + int(n)
	}
	return exitFailed
}

// isBrokenPipe tells whether err is that of the system for a pipe that nobody reads.
func isBrokenPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }
