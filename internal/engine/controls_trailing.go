package engine

import (
	"math/bits"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// shareOfTrails is how much of what a cell has beyond ASCII a page must read as UTF-8, but for its case, for controls to be trails of it:
// `ХЈхє\u0096ХД` is of ISO-8859-5, whose letters are all leads, in one case or the other. At the end of a word, where signs stand, as in
// `то\u0085`, they are trails only if sequences, at the least as many as said, mostly begin alike.
const (
	shareOfTrails  = 0.75
	leastSequences = 4
)

// trailing tells of each place whether a C1 control stands there that is a trail of UTF-8 in a page other than windows-1252 which most of the cell
// was read as, whether or not the case of its letters was changed behind that; nil if none is. Such damage is undone as a whole or
// stays: as letters of a page, its controls would hide it.
func (s *search) trailing() []bool {
	items := s.views[0].items
	wide, controls := 0, 0
	var behind [64]int // controls behind leads and trails, by page
	for i := range items {
		if items[i].r < utf8.RuneSelf {
			continue
		}
		if wide++; i == 0 || !control(items[i].r) {
			continue
		}
		controls++
		before := anyCase(items[i-1].r)
		set := codec.RolesOf(items[i].r).Trail & (before.Lead2 | before.Lead3 | before.Lead4 | before.Trail)
		for set &= s.opt.Allowed &^ codec.Windows1252.Set(); set != 0; set &= set - 1 {
			behind[bits.TrailingZeros64(set)]++
		}
	}
	for c, n := range behind {
		if 2*n <= controls {
			continue
		}
		if at := trailsIn(items, codec.ID(c), wide); at != nil {
			return at
		}
	}
	return nil
}

// trailsIn returns which items are trails of sequences that a page reads, whatever the case of their letters; nil if these are too few
// of those beyond ASCII, or may stand there by chance.
func trailsIn(items []item, c codec.ID, wide int) []bool {
	at := make([]bool, len(items))
	covered, within := 0, false
	var leads leadCounts
	for i := 0; i < len(items); {
		n := lengthIn(items[i:], c.Set())
		if n > 0 {
			leads.add(unicode.ToLower(items[i].r))
		}
		for k := 1; k < n; k++ {
			at[i+k] = true
			within = within || control(items[i+k].r) && i+k+1 < len(items) && items[i+k+1].r >= utf8.RuneSelf
		}
		covered += n
		i += max(n, 1)
	}
	if float32(covered) < shareOfTrails*float32(wide) || !within && (leads.all < leastSequences || !leads.few()) {
		return nil
	}
	return at
}

// lengthIn returns the length of the longest sequence that items begin with in pages, whatever the case of their letters; 0
// if there is none.
func lengthIn(items []item, pages uint64) (n int) {
	lead := anyCase(items[0].r)
	trails := pages
	for n = 1; n <= 1+maxTrails && n < len(items) && items[n].r >= utf8.RuneSelf; n++ {
		if trails &= anyCase(items[n].r).Trail; trails == 0 {
			break
		}
	}
	leads := [...]uint64{2: lead.Lead2, 3: lead.Lead3, 4: lead.Lead4}
	for n = min(n, 1+maxTrails); n > 1 && leads[n]&pages == 0; n-- {
	}
	if n < 2 {
		return 0
	}
	return n
}

// anyCase returns the roles of a rune and of the same letter in the other case.
func anyCase(r rune) (roles codec.Roles) {
	for _, r := range [...]rune{r, unicode.ToLower(r), unicode.ToUpper(r)} {
		if x := codec.RolesOf(r); x != nil {
			roles.Lead2 |= x.Lead2
			roles.Lead3 |= x.Lead3
			roles.Lead4 |= x.Lead4
			roles.Trail |= x.Trail
		}
	}
	return roles
}
