package engine

import (
	"math/bits"
	"slices"
	"sync"
	"unicode"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

// A runeSet holds runes by blocks of 64, as the last byte of a sequence tells them
// apart: one step rules out all that begin alike. Blocks beyond its end are empty.
type runeSet struct {
	blocks []uint64
	leads  uint64 // first bytes of its runes in UTF-8, less C0
}

func (f *runeSet) add(r rune) {
	for int(r>>6) >= len(f.blocks) {
		f.blocks = append(f.blocks, 0)
	}
	f.blocks[r>>6] |= 1 << (r & 63)
	f.leads |= 1 << (string(r)[0] & 63)
}

func (f *runeSet) block(n rune) uint64 {
	if int(n) < len(f.blocks) {
		return f.blocks[n]
	}
	return 0
}

// lastKnown ends the planes in which the model knows runes.
const lastKnown = 0x2FFFF

// endings are the runes beyond ASCII that a reading with losses may give: known to the model
// and visible. Where bytes are lost the others explain anything.
var endings = sync.OnceValue(func() *runeSet {
	set := new(runeSet)
	for _, r := range lm.Default().Known() {
		if 0xA0 <= r && r <= lastKnown && !invisible(r) {
			set.add(r)
		}
	}
	return set
})

// deepEndings are the runes that a reading with losses in several layers may give: any that
// shows. What a layer gives must be in the page of the next, so that one lost byte of
// several can be but few, and often one alone.
var deepEndings = sync.OnceValue(func() *runeSet {
	known := endings()
	set := &runeSet{blocks: slices.Clone(known.blocks), leads: known.leads}
	add := func(lo, hi, stride rune) {
		for r := lo; r <= min(hi, lastKnown); r += stride {
			if r >= 0xA0 {
				set.add(r)
			}
		}
	}
	for _, t := range unicode.GraphicRanges {
		for _, x := range t.R16 {
			add(rune(x.Lo), rune(x.Hi), rune(x.Stride))
		}
		for _, x := range t.R32 {
			add(rune(x.Lo), rune(x.Hi), rune(x.Stride))
		}
	}
	return set
})

// invisible tells whether r shows nothing by itself. The joiners of Indic and
// Persian writing, and of emoji, may be.
func invisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) && r != 0x200C && r != 0x200D && r != 0xAD
}

// pageSets are, by codec, the runes that it has, and those that are trails in it.
var pageSets = sync.OnceValue(func() *[64]struct{ all, trails runeSet } {
	var list [64]struct{ all, trails runeSet }
	for i := range codec.NumRunes() {
		r := codec.RuneAt(uint16(i))
		roles := codec.RolesOf(r)
		for id := range codec.All() {
			c := codec.ID(id)
			if _, ok := codec.ByteOf(c, r); ok {
				list[c].all.add(r)
			}
		}
		for set := roles.Trail; set != 0; set &= set - 1 {
			list[bits.TrailingZeros64(set)].trails.add(r)
		}
	}
	return &list
})
