package main

import (
	"bytes"
	"io"
	"sync"

	"github.com/unbake/unbake/internal/container"
)

// A mirror stands on both sides of a repair and tells whether what comes out
// is what went in. It holds what was read and has not come out yet, which is
// what the fixer holds, until the first difference; then nothing.
type mirror struct {
	r       io.Reader
	mu      sync.Mutex // a dump is read and written by two goroutines
	pending []byte     // read, not come out yet
	start   int        // where pending begins to be of use
	same    int64      // bytes that came out as they went in
	differs bool

	// told, if not nil, tells whether something was changed in what comes out next,
	// and nothing is remembered: plain text is what the fixer did not change.
	told func() bool
}

// source returns what to read: what nothing is to be remembered of needs no Read of ours.
func (m *mirror) source() io.Reader {
	if m.told != nil || m.differs {
		return m.r
	}
	return m
}

// Read reads on, and remembers.
func (m *mirror) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.differs {
		if m.start > 0 && m.start >= len(m.pending)/2 {
			m.pending = m.pending[:copy(m.pending, m.pending[m.start:])]
			m.start = 0
		}
		m.pending = append(m.pending, p[:n]...)
	}
	return n, err
}

// match takes what came out, and returns how much of it is as it went in.
func (m *mirror) match(p []byte) int {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.told != nil && m.told() {
		m.diverge()
	}
	switch {
	case m.differs:
		return 0
	case m.told != nil:
		m.same += int64(len(p))
		return len(p)
	}
	rest := m.pending[m.start:]
	n := min(len(p), len(rest))
	if !bytes.Equal(p[:n], rest[:n]) {
		for n = 0; p[n] == rest[n]; n++ {
		}
	}
	m.same += int64(n)
	m.start += n
	if n < len(p) {
		m.diverge()
	}
	return n
}

func (m *mirror) diverge() { m.differs, m.pending, m.start = true, nil, 0 }

// end tells, once all was read and came out, whether there was a difference.
func (m *mirror) end() bool {
	if len(m.pending) > m.start {
		m.diverge()
	}
	return m.differs
}

// Write makes the mirror a writer of its own, for where only the answer counts.
func (m *mirror) Write(p []byte) (int, error) {
	m.match(p)
	return len(p), nil
}

// A lateWriter writes what comes out to a replacement, but only once it differs
// from what went in: a file without damage is not written anew. What was the
// same up to there is copied from the old file. A compressed file is compressed
// alike, and what is compared is its content.
type lateWriter struct {
	m   *mirror
	r   *replacement
	in  *input    // set if it is compressed
	dst io.Writer // r, or what compresses to it
}

func (l *lateWriter) Write(p []byte) (int, error) {
	if !l.m.differs {
		n := l.m.match(p)
		if n == len(p) {
			return n, nil
		}
		if err := l.begin(); err != nil {
			return 0, err
		}
		k, err := l.dst.Write(p[n:])
		return n + k, err
	}
	return l.dst.Write(p)
}

// begin copies what came out as it went in.
func (l *lateWriter) begin() error {
	if err := l.r.open(); err != nil {
		return err
	}
	if l.in != nil {
		to, err := l.in.pack(l.r) // which may write a header
		if err != nil {
			return err
		}
		l.dst = to
	}
	head, err := l.head()
	if err != nil {
		return l.r.failed("", err)
	}
	defer head.Close()
	n, err := io.CopyN(l.dst, head, l.m.same)
	if err == io.EOF && n < l.m.same {
		err = io.ErrUnexpectedEOF // somebody cut the file
	}
	if err != nil {
		return l.r.failed("write error", err)
	}
	return nil
}

// head returns a reader of the old content from its start.
func (l *lateWriter) head() (io.ReadCloser, error) {
	if l.in == nil {
		return io.NopCloser(io.NewSectionReader(l.r.old, 0, l.m.same)), nil
	}
	return container.NewReader(io.NewSectionReader(l.r.old, 0, l.r.info.Size()))
}

// finish ends what was written and tells whether there is something to commit.
func (l *lateWriter) finish() (bool, error) {
	if !l.m.differs {
		if !l.m.end() {
			return false, nil
		}
		if err := l.begin(); err != nil {
			return true, err
		}
	}
	if c, ok := l.dst.(io.Closer); ok {
		if err := c.Close(); err != nil {
			return true, l.r.failed("write error", err)
		}
	}
	return true, nil
}
