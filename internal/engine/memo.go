package engine

import (
	"slices"
	"strings"
	"sync"
)

// A cellMemo remembers what was found in short cells that took a search: the same ones come again and again, as
// names, categories and states do in the columns of a table, and as a lone `Ã©` does in lists. What is found
// depends on the cell and the engine alone, so that nobody sees whether it was remembered. A memo belongs to one goroutine at a time.
type cellMemo struct {
	slots [memoCells]rememberedCell
}

// memoCells cells of at most memoLength bytes are remembered, each in one place: some 300 KiB with what was found in them.
const (
	memoCells  = 1 << 10
	memoLength = 96
)

type rememberedCell struct {
	engine *Engine // nil if the place is free
	text   string
	found  []Finding
}

var cellMemos = sync.Pool{New: func() any { return new(cellMemo) }}

// remembered is [Engine.found], asked once for each short cell as long as it is remembered.
func (e *Engine) remembered(text string) []Finding {
	if len(text) > memoLength {
		return e.found(text)
	}
	m := cellMemos.Get().(*cellMemo)
	defer cellMemos.Put(m)
	x := &m.slots[hashOf(text)%memoCells]
	if x.engine != e || x.text != text {
		*x = rememberedCell{e, strings.Clone(text), e.found(text)}
	}
	return slices.Clone(x.found) // callers change findings, but not their readings
}
