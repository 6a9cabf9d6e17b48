package fix

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
)

func quote(s string) string { return strconv.Quote(s) }

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// findings is a Sink that writes down what it is told, a line each.
type findings struct{ lines []string }

func (f *findings) add(at Position, format string, args ...any) {
	place := fmt.Sprintf("%d %d:%d ", at.Offset, at.Line, at.Column)
	f.lines = append(f.lines, place+fmt.Sprintf(format, args...))
}

func (f *findings) Repair(at Position, r Repair) { f.add(at, "repair %s %s", r.Before, r.After) }

func (f *findings) Suspect(at Position, s Suspect) { f.add(at, "suspect %s", s.Before) }

func (f *findings) Note(at Position, n Note) {
	kind := [...]string{"not utf-8", "decoded", "binary", "undecodable"}[n.Kind]
	if n.Encoding != "" {
		kind += " " + n.Encoding
	}
	f.add(at, "%s %d", kind, n.Length)
}
