package engine

import (
	"math/bits"
	"slices"

	"github.com/unbake/unbake/internal/codec"
)

// Near pages read most sequences alike: `Ã©` is é in windows-1252 and in windows-1254. Who skips the one does not
// mean the other: what would be of a page that is skipped is of no page.

// unskipped leaves out findings that a page which is skipped reads as well, and would have been said to.
func (e *Engine) unskipped(text string, found []Finding) []Finding {
	return slices.DeleteFunc(found, func(f Finding) bool { return e.skips(text, &f) })
}

// skips tells whether a finding is one of those.
func (e *Engine) skips(text string, f *Finding) bool {
	if e.opt.Skipped == 0 {
		return false
	}
	page, ok := outermostOf(f.Readings[0].Path)
	if !ok || e.opt.From&page.Set() != 0 {
		return false
	}
	before := text[f.Start:f.End]
	for set := e.opt.Skipped; set != 0; set &= set - 1 {
		if c := codec.ID(bits.TrailingZeros64(set)); commoner(c, page) && readAlike(before, c, page) {
			return true
		}
	}
	return false
}

// commoner tells whether of two pages that read alike the first is taken.
func commoner(c, than codec.ID) bool {
	a, b := enterPrice(c), enterPrice(than)
	return a < b || a == b && c < than
}

// readAlike tells whether a page has each rune beyond ASCII that another one has, and as the same byte.
func readAlike(text string, c, page codec.ID) bool {
	for _, r := range text {
		b, ok := codec.ByteOf(page, r)
		if other, has := codec.ByteOf(c, r); ok && (!has || other != b) {
			return false
		}
	}
	return true
}
