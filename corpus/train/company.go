package main

import (
	"encoding/binary"
	"math"
	"os"
	"slices"
	"unicode"
)

// Letters keep company: two of one language stand in one text oftener than chance would have it. Where a byte of a letter was lost, the others
// of the text tell of which language it is: č beside í, ā beside ī. Package engine has a table of it.

// writeCompany counts the lines of split "train", which the evidence is fitted without, and writes the table.
func writeCompany(lines, out string) error {
	c := newCompanyCounts()
	if err := eachLine(lines, []string{"train"}, c.add); err != nil {
		return err
	}
	return os.WriteFile(out, c.table(), 0o644)
}

// scripts are those whose letters keep company, each for itself, with their letters beyond ASCII that are told apart: the rest is past lastLetter.
var scripts = [...]*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Arabic}

// lastLetter is beyond the last letter of the table.
const lastLetter = 0x1F00

// leastWeight is what the lines with a letter weigh at the least for it to be in the table.
const leastWeight = 40

// companyCounts are the weights of the lines with a letter of a script, with a letter, and with two in ascending order.
type companyCounts struct {
	all     [len(scripts)]float64
	letters map[rune]float64
	pairs   map[[2]rune]float64
}

func newCompanyCounts() *companyCounts {
	return &companyCounts{letters: map[rune]float64{}, pairs: map[[2]rune]float64{}}
}

func (c *companyCounts) add(l line) {
	weight := float64(min(max(l.weight, 0.1), 3))
	var found [len(scripts)][]rune
	for _, r := range l.text {
		r = unicode.ToLower(r)
		if k := scriptOf(r); k >= 0 && !slices.Contains(found[k], r) {
			found[k] = append(found[k], r)
		}
	}
	for k, list := range found {
		if len(list) == 0 {
			continue
		}
		c.all[k] += weight
		slices.Sort(list)
		for i, a := range list {
			c.letters[a] += weight
			for _, b := range list[i+1:] {
				c.pairs[[2]rune{a, b}] += weight
			}
		}
	}
}

// scriptOf is the number of a letter's script, -1 for others.
func scriptOf(r rune) int {
	if r < 0xC0 || r >= lastLetter || !unicode.IsLetter(r) {
		return -1
	}
	return slices.IndexFunc(scripts[:], func(t *unicode.RangeTable) bool { return unicode.Is(t, r) })
}

// table writes, for each script: how many letters there are, a byte; the letters, two bytes each, little-endian, in ascending order; and for each of them, with each
// before it, a byte: by how many thirds of a nat the two are together more often than by chance.
func (c *companyCounts) table() (out []byte) {
	for k := range scripts {
		var list []rune
		for r, w := range c.letters {
			if w >= leastWeight && scriptOf(r) == k {
				list = append(list, r)
			}
		}
		slices.Sort(list)
		list = list[:min(len(list), 0xFF)]
		out = append(out, byte(len(list)))
		for _, r := range list {
			out = binary.LittleEndian.AppendUint16(out, uint16(r))
		}
		for i, b := range list {
			for _, a := range list[:i] {
				expected := c.letters[a] * c.letters[b] / c.all[k]
				nats := math.Log((c.pairs[[2]rune{a, b}] + 0.5) / (expected + 0.5))
				out = append(out, byte(int8(min(max(math.Round(3*nats), -15), 15))))
			}
		}
	}
	return out
}
