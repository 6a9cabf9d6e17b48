package main

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

const (
	// memoSlots is how many values are remembered, of at most memoLength bytes
	// each: 4 MiB, a little more with what became of them.
	memoSlots  = 1 << 13
	memoLength = 512
)

// A memo remembers what became of values that looked damaged. The same ones come
// again and again in a dump: names of cities, of categories, of states. It is safe
// for many goroutines.
type memo struct {
	seed  maphash.Seed
	slots [memoSlots]atomic.Pointer[outcome]
}

// An outcome is what became of a value.
type outcome struct {
	text, after    string
	changed        bool
	suspects, lost int
}

func newMemo() *memo { return &memo{seed: maphash.MakeSeed()} }

// outcome returns what became of text, by what was remembered or else by judge,
// which must be a pure function.
func (m *memo) outcome(text string, judge func(string) outcome) outcome {
	if len(text) > memoLength {
		return judge(text)
	}
	slot := &m.slots[maphash.String(m.seed, text)%memoSlots]
	if o := slot.Load(); o != nil && o.text == text {
		return *o
	}
	o := judge(text)
	o.text = strings.Clone(text) // it may be a part of a long value
	if !o.changed {
		o.after = o.text
	}
	slot.Store(&o)
	return o
}
