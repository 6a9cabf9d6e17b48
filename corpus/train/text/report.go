package main

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"hash"
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
	hash         hash.Hash // SHA-256 of language TAB register TAB text LF of all lines
}

type sums map[string]*sum

func newSums() sums { return sums{} }

func (s sums) add(source string, l line.Line) {
	if s[source] == nil {
		s[source] = &sum{source: source, hash: sha256.New()}
	}
	one := s[source]
	one.lines++
	one.runes += utf8.RuneCountInString(l.Text)
	fmt.Fprintf(one.hash, "%s\t%s\t%s\n", l.Lang, l.Register, l.Text)
}

func (s sums) all() []sum {
	var out []sum
	for _, name := range slices.Sorted(maps.Keys(s)) {
		out = append(out, *s[name])
	}
	return out
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
