package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"unicode/utf8"

	"github.com/unbake/unbake/corpus/train/text/line"
	"github.com/unbake/unbake/corpus/train/text/mix"
)

// A sum says what was extracted from a source, before anything is dropped.
type sum struct {
	source       string
	lines, runes int
	hash         uint64 // sum of the hashes of all lines: their order does not matter
}

type sums map[string]*sum

func newSums() sums { return sums{} }

func (s sums) add(source string, l line.Line) {
	if s[source] == nil {
		s[source] = &sum{source: source}
	}
	one := s[source]
	one.lines++
	one.runes += utf8.RuneCountInString(l.Text)
	one.hash += line.Hash(l.Lang, string(l.Register), l.Text)
}

func (s sums) all() []sum {
	var out []sum
	for _, name := range slices.Sorted(maps.Keys(s)) {
		out = append(out, *s[name])
	}
	return out
}

// writeSums writes source, lines, characters and checksum of each source.
func writeSums(w io.Writer, sums []sum) error {
	for _, s := range sums {
		if _, err := fmt.Fprintf(w, "%s\t%d\t%d\t%016x\n", s.source, s.lines, s.runes, s.hash); err != nil {
			return err
		}
	}
	return nil
}

// summary prints how many characters each register and each language has.
func summary(w io.Writer, runes map[mix.Cell]int) {
	regs, langs, total := map[string]int{}, map[string]int{}, 0
	for c, n := range runes {
		regs[string(c.Register)] += n
		langs[c.Lang] += n
		total += n
	}
	fmt.Fprintf(w, "text: %d characters, %d languages\n", total, len(langs))
	for _, m := range []map[string]int{regs, langs} {
		names := slices.SortedFunc(maps.Keys(m), func(a, b string) int { return cmp.Or(cmp.Compare(m[b], m[a]), cmp.Compare(a, b)) })
		for _, name := range names[:min(len(names), 80)] {
			fmt.Fprintf(w, "text: %10d %s\n", m[name], name)
		}
	}
}
