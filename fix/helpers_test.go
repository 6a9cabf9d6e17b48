package fix

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func quote(s string) string { return strconv.Quote(s) }

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// findings is a Sink that writes down what it is told, a line each.
type findings struct {
	notesOnly bool
	lines     []string
}

func (f *findings) add(at Position, format string, args ...any) {
	place := fmt.Sprintf("%d %d:%d ", at.Offset, at.Line, at.Column)
	f.lines = append(f.lines, place+fmt.Sprintf(format, args...))
}

func (f *findings) Repair(at Position, r Repair) {
	if !f.notesOnly {
		f.add(at, "repair %s %s", r.Before, r.After)
	}
}

func (f *findings) Suspect(at Position, s Suspect) {
	if !f.notesOnly {
		f.add(at, "suspect %s", s.Before)
	}
}

func (f *findings) Note(at Position, n Note) {
	kind := [...]string{"not utf-8", "decoded", "binary", "undecodable"}[n.Kind]
	if n.Encoding != "" {
		kind += " " + n.Encoding
	}
	f.add(at, "%s %d", kind, n.Length)
}

// whereabouts is a Sink that keeps what was found where.
type whereabouts struct {
	at     []Position
	before []string
}

func (w *whereabouts) Repair(at Position, r Repair) {
	w.at, w.before = append(w.at, at), append(w.before, r.Before)
}

func (w *whereabouts) Suspect(at Position, s Suspect) {
	w.at, w.before = append(w.at, at), append(w.before, s.Before)
}

func (w *whereabouts) Note(Position, Note) {}

// whole returns what a stream makes of b in one chunk.
func (f *Fixer) whole(b []byte) []byte {
	s := newStream(f)
	var out []byte
	for {
		n, part := s.step(b, true)
		if n == 0 && len(part) == 0 {
			return out
		}
		out = append(out, part...)
		b = b[n:]
	}
}

// TestLastLine: columns are counted from the last \n, whatever stands before and behind it.
func TestLastLine(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "ab": "ab", "a\nb": "b", "a\n": "", "a\nb\rc\rd": "b\rc\rd", "\r\r": "\r\r",
		"x\n" + strings.Repeat("é\r", 500): strings.Repeat("é\r", 500),
	} {
		got := lastLine([]byte(in))
		if string(got) != want {
			t.Errorf("lastLine(%q) = %q, want %q", in, got, want)
		}
	}
}
