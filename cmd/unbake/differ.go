package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	uni "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// diffContext is how many lines around a change are shown, as diff -u does.
const diffContext = 3

// A differ prints a unified diff of what goes into a repair and what comes out,
// while both go by. A repair stays within its line, so line n of the one is
// line n of the other and no search for matching lines is needed. It holds
// the lines that the fixer holds and one hunk.
type differ struct {
	w    io.Writer
	name string
	ink  ink

	old, new side
	line     int      // lines compared so far
	lead     [][]byte // equal lines before a change, at most diffContext
	hunk     hunk
	begun    bool // the file's header is printed
}

// A hunk is the part of a diff that is not yet printed.
type hunk struct {
	first    int // its first line, from 1; 0 where there is no hunk
	lines    bytes.Buffer
	nOld     int
	nNew     int
	plus     bytes.Buffer // new lines, which follow the old ones they stand for
	trailing [][]byte     // equal lines since the last change
}

// A side is a stream cut into lines. Text in UTF-16 is shown as UTF-8: its
// bytes have line feeds that end no line.
type side struct {
	d        *differ
	encoding string
	head     []byte // the start, until it can be told whether it is UTF-16
	via      io.WriteCloser
	decoded  bool // it is UTF-16
	buf      []byte
	at       int // where the first line in buf begins
}

// newDiffer returns a differ for the file called name. input is the encoding
// that the user says it is in, or "".
func newDiffer(w io.Writer, name, input string, k ink) *differ {
	d := &differ{w: w, name: name, ink: k}
	d.old.d, d.new.d = d, d
	d.old.encoding = input
	return d
}

// before takes what goes in, after what comes out.
func (d *differ) before() io.Writer { return &d.old }
func (d *differ) after() io.Writer  { return &d.new }

func (s *side) Write(p []byte) (int, error) {
	n := len(p)
	if s.via == nil {
		s.head = append(s.head, p...)
		if len(s.head) < 4 {
			return n, nil
		}
		p = s.open().Bytes()
	}
	_, err := s.via.Write(p)
	return n, err
}

// open decides how to read the stream, and returns what came of it so far.
func (s *side) open() (head *bytes.Buffer) {
	s.via = lineEnd{s}
	if hasUTF16Mark(s.head) || strings.HasPrefix(s.encoding, "utf-16") || strings.HasPrefix(s.encoding, "utf16") {
		s.decoded = true
		order := uni.LittleEndian // as in WHATWG's "utf-16"; a byte order mark has the last word
		if strings.HasSuffix(s.encoding, "be") {
			order = uni.BigEndian
		}
		s.via = transform.NewWriter(lineEnd{s}, uni.UTF16(order, uni.UseBOM).NewDecoder())
	}
	head, s.head = bytes.NewBuffer(s.head), nil
	return head
}

func (s *side) end() error {
	if s.via == nil { // shorter than what open wants to see
		if _, err := s.open().WriteTo(s.via); err != nil {
			return err
		}
	}
	return s.via.Close()
}

// A lineEnd is where decoded text arrives.
type lineEnd struct{ s *side }

func (l lineEnd) Write(p []byte) (int, error) {
	s := l.s
	if s.at > len(s.buf)/2 {
		s.buf = s.buf[:copy(s.buf, s.buf[s.at:])]
		s.at = 0
	}
	s.buf = append(s.buf, p...)
	if s == &s.d.new {
		return len(p), s.d.compare(false)
	}
	return len(p), nil
}

func (l lineEnd) Close() error { return nil }

// next returns the next line with its end; at the end of the text, what is left.
func (s *side) next(end bool) ([]byte, bool) {
	rest := s.buf[s.at:]
	if i := bytes.IndexByte(rest, '\n'); i >= 0 {
		return rest[:i+1], true
	}
	return rest, end && len(rest) > 0
}

// compare compares the lines that both sides have.
func (d *differ) compare(end bool) error {
	for {
		a, okA := d.old.next(end)
		b, okB := d.new.next(end)
		switch {
		case !okA && !okB, !end && (!okA || !okB):
			return nil
		case okA && okB && bytes.Equal(a, b):
			if err := d.equal(a); err != nil {
				return err
			}
		default:
			d.change(a, okA, b, okB)
		}
		if okA {
			d.old.at += len(a)
		}
		if okB {
			d.new.at += len(b)
		}
		d.line++
	}
}

// equal takes a line that did not change.
func (d *differ) equal(a []byte) error {
	h := &d.hunk
	if h.first == 0 {
		if len(d.lead) == diffContext {
			d.lead = append(d.lead[:0], d.lead[1:]...)
		}
		d.lead = append(d.lead, bytes.Clone(a))
		return nil
	}
	h.trailing = append(h.trailing, bytes.Clone(a))
	if len(h.trailing) <= 2*diffContext {
		return nil
	}
	return d.flush()
}

// change takes an old line, a new one, or both.
func (d *differ) change(a []byte, okA bool, b []byte, okB bool) {
	h := &d.hunk
	if h.first == 0 {
		h.first = d.line - len(d.lead) + 1
		h.trailing, d.lead = d.lead, nil
	}
	if len(h.trailing) > 0 {
		h.join(d.ink)
	}
	if okA {
		h.lines.WriteString(d.ink.bad(diffLine('-', a, d.ink.on)))
		h.nOld++
	}
	if okB {
		h.plus.WriteString(d.ink.good(diffLine('+', b, d.ink.on)))
		h.nNew++
	}
}

// join moves the equal lines kept back into the hunk.
func (h *hunk) join(k ink) {
	h.lines.Write(h.plus.Bytes())
	h.plus.Reset()
	for _, l := range h.trailing {
		h.lines.WriteString(diffLine(' ', l, k.on))
	}
	h.nOld += len(h.trailing)
	h.nNew += len(h.trailing)
	h.trailing = nil
}

// flush prints the hunk with its trailing context. The equal lines after that
// may lead the next one.
func (d *differ) flush() error {
	h := &d.hunk
	if h.first == 0 {
		return nil
	}
	rest := h.trailing[min(diffContext, len(h.trailing)):]
	h.trailing = h.trailing[:min(diffContext, len(h.trailing))]
	h.join(d.ink)
	d.lead = append(d.lead[:0], rest[max(0, len(rest)-diffContext):]...)

	var head strings.Builder
	if !d.begun {
		d.begun = true
		fmt.Fprintf(&head, "%s\n%s\n", d.ink.bold("--- "+diffName("a/", d.name)), d.ink.bold("+++ "+diffName("b/", d.name)))
	}
	fmt.Fprintf(&head, "%s\n", d.ink.mark(fmt.Sprintf("@@ -%s +%s @@", span(h.first, h.nOld), span(h.first, h.nNew))))
	_, err := io.WriteString(d.w, head.String())
	if err == nil {
		_, err = d.w.Write(h.lines.Bytes())
	}
	d.hunk = hunk{}
	return err
}

// close prints what is left.
func (d *differ) close() error {
	if err := d.old.end(); err != nil {
		return err
	}
	if err := d.new.end(); err != nil {
		return err
	}
	if err := d.compare(true); err != nil {
		return err
	}
	return d.flush()
}
