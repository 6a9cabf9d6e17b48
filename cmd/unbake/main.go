// Command unbake finds text that was decoded with the wrong encoding and
// repairs it: as a filter, file by file, or in place. Run "unbake --help".
//
// The command holds no repair logic. It turns what was typed into checked
// settings (settings.go), hands streams to package fix, and prints what the
// fixer tells its sink (finding.go, print_*.go).
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"time"
)

func main() { os.Exit(run(os.Args, os.Stdin, os.Stdout, os.Stderr)) }

// Exit codes. A command ended by a signal exits with 128 and the signal's
// number, as shells report it.
const (
	exitDone   = 0 // done, or clean
	exitFound  = 1 // damage found where it was only to look
	exitFailed = 2 // wrong usage, or something failed
)

// stopGrace is how long a command that was told to stop may take to leave by
// itself. It is only used up where a read or a write blocks, as at a terminal.
const stopGrace = 500 * time.Millisecond

// run is the whole command: args as in [os.Args], the three streams, and the
// exit code as result. A closed pipe on stdout ends it quietly; a signal ends
// it after temporary files are removed, so no half file is left.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	// Ignored, so that writing to a closed pipe is an error to handle (EPIPE)
	// and not the end of the process with temporary files left behind.
	ignoreClosedPipes()
	stop := make(chan os.Signal, 1)
	for _, s := range stopSignals {
		if !signal.Ignored(s) { // as nohup has it
			signal.Notify(stop, s)
		}
	}
	defer signal.Stop(stop)

	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	c := newCommand(stdin, stdout, stderr)
	done := make(chan int, 1)
	go func() { done <- c.run(ctx, args) }()

	select {
	case code := <-done:
		return code
	case s := <-stop:
		cancel()
		select {
		case <-done:
		case <-time.After(stopGrace):
		}
		c.temps.close()
		c.say("stopped: %v", s)
		return exitBy(s)
	}
}
