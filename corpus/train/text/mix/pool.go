// Package mix makes a training text out of the lines of many sources: it drops
// what stands there twice, caps what there is too much of, varies case,
// quotation marks and spelling, and weighs registers and languages.
//
// Fill a [Pool], then [Pool.Lines] gives what the caps leave; [Vary] gives the
// copy of a line that is trained on; [Weigh] the weights; [Write] the file.
// Every choice is drawn from a hash of the line, so that the same inputs give
// the same bytes.
package mix

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/unbake/unbake/corpus/train/text/line"
)

// Seed stands in every draw; another one gives another, equally good text.
const Seed = "unbake-1"

// caps, in runes per target language. Other languages get a quarter.
var caps = map[line.Register]int{
	line.Prose: 600_000, line.Tech: 250_000, line.Help: 300_000, line.Names: 120_000, line.Titles: 150_000,
	line.Emoji: 60_000,
}

// undCap, in runes, is the cap of each register of texts without a language.
const undCap = 2_500_000

// A Cell is a register of a language: what caps and weights apply to.
type Cell struct {
	Lang     string
	Register line.Register
}

func (c Cell) cap() int {
	switch _, target := line.Target(c.Lang); {
	case c.Lang == line.Und:
		return undCap
	case target:
		return caps[c.Register]
	}
	return caps[c.Register] / 4
}

type item struct {
	text string
	hash uint64
}

// A Pool collects the lines of all sources, each once a language.
type Pool struct {
	cells   map[Cell][]item
	source  map[Cell][]item // of the source that is being read
	seen    map[uint64]bool // language and text
	english map[uint64]bool // text
}

// NewPool returns an empty pool.
func NewPool() *Pool {
	return &Pool{map[Cell][]item{}, map[Cell][]item{}, map[uint64]bool{}, map[uint64]bool{}}
}

// Add takes a line of the current source. A line that its language has already
// is dropped, whatever its register.
func (p *Pool) Add(l line.Line) {
	h := line.Hash(Seed, l.Lang, l.Text)
	if l.Lang == "en" {
		p.english[line.Hash(l.Text)] = true
	}
	if p.seen[h] {
		return
	}
	p.seen[h] = true
	c := Cell{l.Lang, l.Register}
	p.source[c] = append(p.source[c], item{l.Text, h})
}

// EndSource ends the current source. Of its lines, each language keeps at most
// maxRunes in a register, chosen by hash; 0 keeps all. It returns how many
// lines and runes were kept.
func (p *Pool) EndSource(maxRunes int) (lines, runes int) {
	for c, items := range p.source {
		if maxRunes > 0 {
			items = cut(items, maxRunes)
		}
		p.cells[c] = append(p.cells[c], items...)
		lines += len(items)
		runes += count(items)
	}
	clear(p.source)
	return lines, runes
}

// Lines calls visit for the lines that the caps leave, sorted by language,
// register and hash. A line that also stands in English is dropped from other
// languages: it was left untranslated.
func (p *Pool) Lines(visit func(line.Line)) {
	for _, c := range p.Cells() {
		items := p.cells[c]
		if c.Lang != "en" && c.Lang != line.Und {
			items = slices.DeleteFunc(items, func(it item) bool { return p.english[line.Hash(it.text)] })
		}
		for _, it := range cut(items, c.cap()) {
			visit(line.Line{Lang: c.Lang, Register: c.Register, Text: it.text})
		}
	}
}

// Cells returns the cells of the pool in order.
func (p *Pool) Cells() []Cell {
	out := make([]Cell, 0, len(p.cells))
	for c := range p.cells {
		out = append(out, c)
	}
	slices.SortFunc(out, compareCells)
	return out
}

func compareCells(a, b Cell) int {
	return cmp.Or(cmp.Compare(a.Lang, b.Lang), cmp.Compare(a.Register, b.Register))
}

// cut sorts items by hash and returns as many as have maxRunes together. The
// order in which they came does not matter.
func cut(items []item, maxRunes int) []item {
	slices.SortFunc(items, func(a, b item) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.text, b.text)) })
	n := 0
	for i, it := range items {
		if n += utf8.RuneCountInString(it.text); n > maxRunes {
			return items[:i]
		}
	}
	return items
}

func count(items []item) (runes int) {
	for _, it := range items {
		runes += utf8.RuneCountInString(it.text)
	}
	return runes
}
