// Command company writes the table by which package engine knows letters that keep company: how much oftener two of them
// stand in one text than chance would have it. Where a byte of a letter was lost, the others of the text tell of which
// language it is: č beside í, ā beside ī.
//
//	go run ./corpus/company -lines FILE -out internal/engine/company.bin
//
// The lines are those of corpus/train/text; only its split "train" is used. The same lines give the same bytes.
package main

import (
	"bufio"
	"encoding/binary"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

func main() { os.Exit(run(os.Args[1:], os.Stderr)) }

func run(args []string, stderr io.Writer) int {
	flags := flag.NewFlagSet("company", flag.ContinueOnError)
	flags.SetOutput(stderr)
	lines := flags.String("lines", "", "training lines, as corpus/train/text writes them")
	out := flags.String("out", "", "`file` to write")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if *out == "" {
		fmt.Fprintln(stderr, "company: -out is needed")
		return 2
	}
	if *lines == "" { // go generate without UNBAKE_LINES
		fmt.Fprintf(stderr, "company: no training lines; %s stays as it is\n", *out)
		return 0
	}
	f, err := os.Open(*lines)
	if err == nil {
		defer f.Close()
		var c counts
		if c, err = count(f); err == nil {
			err = os.WriteFile(*out, c.table(), 0o644)
		}
	}
	if err != nil {
		fmt.Fprintln(stderr, "company:", err)
		return 2
	}
	return 0
}

// scripts are those whose letters keep company, each for itself, with their letters beyond ASCII that are told apart: the rest is past lastLetter.
var scripts = [...]*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Arabic}

// lastLetter is beyond the last letter of the table.
const lastLetter = 0x1F00

// leastWeight is what the lines with a letter weigh at the least for it to be in the table.
const leastWeight = 40

// counts are the weights of the lines with a letter of a script, with a letter, and with two in ascending order.
type counts struct {
	all     [len(scripts)]float64
	letters map[rune]float64
	pairs   map[[2]rune]float64
}

func count(r io.Reader) (counts, error) {
	c := counts{letters: map[rune]float64{}, pairs: map[[2]rune]float64{}}
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 1<<20), 1<<20)
	for sc.Scan() {
		fields := strings.SplitN(sc.Text(), "\t", 5)
		if len(fields) != 5 || fields[0] != "train" {
			continue
		}
		w, err := strconv.ParseFloat(fields[3], 64)
		if err != nil {
			return c, fmt.Errorf("weight: %w", err)
		}
		c.add(fields[4], min(max(w, 0.1), 3))
	}
	return c, sc.Err()
}

func (c *counts) add(text string, weight float64) {
	var found [len(scripts)][]rune
	for _, r := range text {
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
func (c *counts) table() (out []byte) {
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
