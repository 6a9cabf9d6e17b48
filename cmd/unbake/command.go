package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/urfave/cli/v2"
)

// A command is one run of the program: its streams and what it must clean up.
type command struct {
	stdin  io.Reader
	stdout io.Writer
	stderr *lockedWriter
	temps  *temps
}

func newCommand(stdin io.Reader, stdout, stderr io.Writer) *command {
	return &command{stdin: stdin, stdout: stdout, stderr: &lockedWriter{w: stderr}, temps: newTemps()}
}

// run parses args, runs the command named there, and turns its error into an
// exit code and a message.
func (c *command) run(ctx context.Context, args []string) int {
	app := c.app()
	inv, err := parseArgs(app, args[1:])
	if err == nil {
		switch {
		case inv.version:
			_, err = fmt.Fprintln(outputWriter{c.stdout, stdoutName}, versionLine())
		case inv.help:
			err = c.printHelp(app, inv.command)
		default:
			err = app.RunContext(ctx, inv.argv(args[0]))
		}
	}
	return c.exitCode(err)
}

// errFound and errFailed end a command whose messages have been printed.
var (
	errFound  = errors.New("damage found")
	errFailed = errors.New("failed")
)

// exitCode reports err and returns the exit code for it.
func (c *command) exitCode(err error) int {
	switch {
	case err == nil, isClosedPipe(err):
		return exitDone
	case errors.Is(err, errFound):
		return exitFound
	case errors.Is(err, errFailed), errors.Is(err, context.Canceled):
		return exitFailed
	}
	c.complain(err)
	return exitFailed
}

// complain prints an error, and its hint if it has one.
func (c *command) complain(err error) { complainTo(c.stderr, err) }

func complainTo(w io.Writer, err error) {
	fmt.Fprintf(w, "unbake: %s\n", printable(err.Error()))
	var h *hintedError
	if errors.As(err, &h) {
		fmt.Fprintf(w, "unbake: hint: %s\n", printable(h.hint))
	}
}

// say prints a message to stderr.
func (c *command) say(format string, args ...any) {
	fmt.Fprintf(c.stderr, "unbake: "+format+"\n", args...)
}

// A hintedError is an error with a line on what to do about it.
type hintedError struct {
	err  error
	hint string
}

func (e *hintedError) Error() string { return e.err.Error() }
func (e *hintedError) Unwrap() error { return e.err }

func withHint(hint string, format string, args ...any) error {
	return &hintedError{fmt.Errorf(format, args...), hint}
}

// An outputError is a failure to write the command's own output, after which
// going on makes no sense.
type outputError struct {
	name string
	err  error
}

func (e *outputError) Error() string { return e.name + ": write error: " + bareCause(e.err).Error() }
func (e *outputError) Unwrap() error { return e.err }

// isClosedPipe tells whether err says that nobody reads our output any more.
func isClosedPipe(err error) bool {
	var out *outputError
	return errors.As(err, &out) && (isBrokenPipe(err) || errors.Is(err, io.ErrClosedPipe))
}

// An outputWriter marks the errors of w as those of the output called name.
type outputWriter struct {
	w    io.Writer
	name string
}

func (o outputWriter) Write(p []byte) (int, error) {
	n, err := o.w.Write(p)
	if err != nil {
		err = &outputError{o.name, err}
	}
	return n, err
}

// A lockedWriter lets workers share w, and a line of progress with them: it is wiped
// before what they write.
type lockedWriter struct {
	mu    sync.Mutex
	w     io.Writer
	shown bool // a line of progress stands there
}

func (l *lockedWriter) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.wipe()
	return l.w.Write(p)
}

// show shows a line until the next one, or something else, is written. An empty one
// only wipes.
func (l *lockedWriter) show(line string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.wipe()
	io.WriteString(l.w, line)
	l.shown = line != ""
}

// wipeLine returns to the start of a terminal's line and clears it.
const wipeLine = "\r\x1b[K"

func (l *lockedWriter) wipe() {
	if l.shown {
		io.WriteString(l.w, wipeLine)
		l.shown = false
	}
}

// nearest returns the words of list that word was perhaps meant to be, best
// first: those within two edits, or one for words under five letters. Words
// of one or two letters are like anything.
func nearest(word string, list []string) []string {
	limit := 2
	switch {
	case len(word) < 3:
		return nil
	case len(word) < 5:
		limit = 1
	}
	var found []string
	for d := 1; d <= limit; d++ {
		for _, w := range list {
			if editDistance(word, w) == d && !slices.Contains(found, w) {
				found = append(found, w)
			}
		}
	}
	return found
}

// editDistance counts the letters to insert, remove, change or swap with
// their neighbour to get from a to b.
func editDistance(a, b string) int {
	before, prev, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, prev, row = prev, row, before
	}
	return prev[len(b)]
}

// flagNames returns the names of a command's flags, long ones with two dashes.
func flagNames(flags []cli.Flag) []string {
	var names []string
	for _, f := range flags {
		for _, n := range f.Names() {
			names = append(names, dashed(n))
		}
	}
	return names
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// orList joins words as "a, b or c".
func orList(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
