package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/unbake/unbake/fix"
	"github.com/unbake/unbake/fix/dump"
	"github.com/unbake/unbake/internal/container"
	"github.com/unbake/unbake/internal/mapped"
)

// stdinPath is the path that stands for standard input. The names of the
// streams are for messages and findings.
const (
	stdinPath  = "-"
	stdinName  = "<stdin>"
	stdoutName = "standard output"
)

// An input is an open file or standard input. Its read errors say where.
type input struct {
	name string
	file *os.File // nil where stdin is no file
	info fs.FileInfo
	r    io.Reader
	off  int64
	bar  *progress // nil for none

	// What unpack finds.
	box     *container.Reader // nil if it did not look
	content io.Reader
	mapped  *mapped.File // content, where that is in memory
	format  dump.Format  // of the content
	values  *fix.Fixer   // for the values in it, see learnValues
	noText  bool         // there are NULs near its start
	wide    bool         // it begins as UTF-16
	order   string       // with noText: it looks like this kind of UTF-16, without a mark; or ""
}

// open opens the file of a target.
func (c *command) open(t target) (*input, error) {
	if t.path == stdinPath {
		if isClosed(c.stdin) {
			return nil, withHint("name files, or < FILE", "standard input is closed")
		}
		in := &input{name: stdinName, r: c.stdin}
		if f, ok := c.stdin.(*os.File); ok {
			if info, err := f.Stat(); err == nil {
				in.file, in.info = f, info
			}
		}
		return in, nil
	}
	f, err := os.Open(t.path)
	if err != nil {
		return nil, &fileError{t.path, "", err}
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, &fileError{t.path, "", err}
	}
	return &input{name: t.path, file: f, info: info, r: f}, nil
}

// Read reads on; an error names the file and the byte at which it happened.
func (in *input) Read(p []byte) (int, error) {
	n, err := in.r.Read(p)
	in.off += int64(n)
	in.bar.add(n)
	if err != nil && err != io.EOF {
		err = &fileError{in.name, fmt.Sprintf("read error at byte %d", in.off), err}
	}
	return n, err
}

func (in *input) close() {
	if in.box != nil {
		in.box.Close()
	}
	if in.mapped != nil {
		in.mapped.Close()
	}
	if in.file != nil && in.name != stdinName {
		in.file.Close()
	}
}

// sniffLength is how much of a file is looked at to tell text from binary
// data in a walk. Git looks at as much.
const sniffLength = 8000

// peek returns the start of a file; it is read again.
func (in *input) peek() ([]byte, error) {
	head := make([]byte, sniffLength)
	n, err := io.ReadFull(in, head)
	head = head[:n]
	in.off = 0
	in.r = io.MultiReader(bytes.NewReader(head), in.r)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, err
	}
	return head, nil
}

// looksBinary tells whether the start of a file has NUL bytes and is no UTF-16 with a byte order mark.
func looksBinary(head []byte) bool { return bytes.IndexByte(head, 0) >= 0 && !hasUTF16Mark(head) }

// hasUTF16Mark tells whether b starts with UTF-16's byte order mark. FF FE 00
// 00 would be UTF-32's, or a text that starts with NUL: neither is our text.
func hasUTF16Mark(b []byte) bool {
	return bytes.HasPrefix(b, []byte{0xFE, 0xFF}) ||
		bytes.HasPrefix(b, []byte{0xFF, 0xFE}) && !bytes.HasPrefix(b, []byte{0xFF, 0xFE, 0, 0})
}

// leastWide, in bytes, is how much text must look like UTF-16 for that to be said.
const leastWide = 16

// wideOrder returns the name of the UTF-16 that the start of a text without a byte order mark looks like: every second
// byte of most text is NUL then, the others never. It is "" for everything else.
func wideOrder(b []byte) string {
	var nuls [2]int
	for i, c := range b {
		if c == 0 {
			nuls[i%2]++
		}
	}
	switch half := len(b) / 2; {
	case len(b) < leastWide:
	case nuls[0] == 0 && 4*nuls[1] > 3*half:
		return "utf-16le"
	case nuls[1] == 0 && 4*nuls[0] > 3*half:
		return "utf-16be"
	}
	return ""
}

// unread is an error where a text that was named would pass for clean, though nothing was looked for in it: UTF-16
// without a byte order mark, taken for binary data. Other data with NULs is no text.
func (in *input) unread(t target, command string) error {
	if in.order == "" || !t.named {
		return nil
	}
	return withHint(command+" --input-encoding "+in.order+" reads it, as UTF-8", "%s: UTF-16 without a byte order mark, as it looks: not checked", in.name)
}

// wideHint is a line on what to do with UTF-16 that was taken for binary data; "" for other data.
func (in *input) wideHint() string {
	if in.order == "" {
		return ""
	}
	return fmt.Sprintf("unbake: hint: this looks like UTF-16 without a byte order mark: unbake --input-encoding %s reads it, as UTF-8\n", in.order)
}

// A fileError is what went wrong with one file. The others are still done.
type fileError struct {
	name string
	what string // what was tried; may be empty
	err  error
}

func (e *fileError) Error() string {
	s := e.name + ": "
	if e.what != "" {
		s += e.what + ": "
	}
	return s + bareCause(e.err).Error()
}

func (e *fileError) Unwrap() error { return e.err }

// bareCause strips the operation and the path that the os package puts before
// the cause: our messages have their own.
func bareCause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	var l *os.LinkError
	if errors.As(err, &l) {
		return l.Err
	}
	var s *os.SyscallError
	if errors.As(err, &s) {
		return s.Err
	}
	return err
}
