package engine

import (
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// A fold is a change of case that a cell went through after it was damaged: its
// letters, those that are no letters but bytes among them, are all of one case. Where
// case was not folded, each letter tells its byte.
type fold uint8

const (
	foldNone fold = iota
	foldLower
	foldUpper
	foldTitle // letters behind no letter are capitals, the others are not
)

// foldPrice, in nats, is paid by each letter that is taken for the other case of one in the page; not by trails
// once the cell as a whole is known to be folded, see showsFold: both letters are as good then.
const foldPrice = 1.5

// foldedCodecs are the pages whose folded text is read.
var foldedCodecs = sync.OnceValue(func() (set uint64) {
	for _, c := range codec.All() {
		if c.SingleByte() {
			set |= c.ID().Set()
		}
	}
	return set
})

// foldOf tells how the case of a cell was folded: what fits all letters that have a case.
func foldOf(text []byte) fold {
	var upper, lower, misplaced bool
	before := false // a letter
	sure := true    // that programs agree on whether the next letter begins a word
	for i := 0; i < len(text) && !(upper && lower && misplaced); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(text[i:])
		}
		i += n
		switch {
		case unicode.IsUpper(r):
			upper = true
			misplaced = misplaced || before && sure
		case unicode.IsLower(r) && unicode.ToUpper(r) != r:
			lower = true
			misplaced = misplaced || !before && sure
		case before && withinWord(r):
			sure = false
			continue
		default:
			before, sure = unicode.IsLetter(r), !unicode.IsLetter(r)
			continue
		}
		before, sure = true, true
	}
	switch {
	case !upper && !lower:
		return foldNone
	case !upper:
		return foldLower
	case !lower:
		return foldUpper
	case !misplaced:
		return foldTitle
	}
	return foldNone
}

// withinWord tells whether some programs take r, between letters, for a part of the word,
// as Unicode's Annex 29 does, and others, as Python, do not.
func withinWord(r rune) bool {
	switch r {
	case '\'', '’', '‘', '.', ':', '·', '_', '\u2027':
		return true
	}
	return unicode.IsDigit(r) || unicode.IsMark(r) || unicode.Is(unicode.Cf, r) || unicode.IsLetter(r)
}

// A foldedRune is what runes become it when case is folded, less itself, as bytes of the pages that have them.
type foldedRune struct {
	leads, trails uint64 // pages that have a lead or a trail among them
	bytes         map[codec.ID]byteSet
}

// foldedRunes are those of all runes, by fold.
var foldedRunes = sync.OnceValue(func() *[foldTitle + 1]map[rune]*foldedRune {
	var out [foldTitle + 1]map[rune]*foldedRune
	for f := foldLower; f <= foldTitle; f++ {
		out[f] = map[rune]*foldedRune{}
	}
	add := func(f fold, r rune, c codec.ID, b byte) {
		x := out[f][r]
		if x == nil {
			x = &foldedRune{bytes: map[codec.ID]byteSet{}}
			out[f][r] = x
		}
		set := x.bytes[c]
		set.add(b)
		x.bytes[c] = set
		if b >= 0xC0 { // À leads nothing, but à, and what trails behind it may be of the other case
			x.leads |= c.Set()
		} else {
			x.trails |= c.Set()
		}
	}
	for _, c := range codec.All() {
		if foldedCodecs()&c.ID().Set() == 0 {
			continue
		}
		for x := 0x80; x < 0x100; x++ {
			b := byte(x)
			r := c.DecodeByte(b)
			if low := unicode.ToLower(r); low != r && low >= 0x80 {
				add(foldLower, low, c.ID(), b)
				add(foldTitle, low, c.ID(), b)
			}
			if up := unicode.ToUpper(r); up != r && up >= 0x80 {
				add(foldUpper, up, c.ID(), b)
				add(foldTitle, up, c.ID(), b)
			}
		}
	}
	return &out
})

// unfolded returns what a rune may have been before case was folded; nil if nothing else than it is.
func (s *search) unfolded(r rune) *foldedRune {
	if s.fold == foldNone || r < 0x80 {
		return nil
	}
	return foldedRunes()[s.fold][r]
}

// foldedBytes returns the bytes of a page that a rune may have been before case was folded.
func (s *search) foldedBytes(c codec.ID, r rune) byteSet {
	if x := s.unfolded(r); x != nil && s.foldPages&c.Set() != 0 {
		return x.bytes[c]
	}
	return byteSet{}
}

// foldedPair returns the pages in which item i, its case or that of the next one unfolded, may begin a sequence.
func (s *search) foldedPair(items []item, i int) (set uint64) {
	if s.fold == foldNone || i+1 == len(items) || items[i].r < 0x80 || items[i+1].r < 0x80 {
		return 0
	}
	var lead, leads, trail, trails uint64
	if x := s.unfolded(items[i].r); x != nil {
		lead, leads = x.leads, x.leads
	}
	if x := s.unfolded(items[i+1].r); x != nil {
		trail, trails = x.trails, x.trails
	}
	if lead|trail == 0 {
		return 0
	}
	if x := codec.RolesOf(items[i].r); x != nil {
		leads |= x.Lead2 | x.Lead3 | x.Lead4
	}
	if x := codec.RolesOf(items[i+1].r); x != nil {
		trails |= x.Trail
	}
	return (lead&trails | leads&trail) & s.opt.Allowed & s.foldPages
}

// What UTF-8 looks like that a page read, and case was folded behind: of its sequences, each of which has four runes at the most, most begin
// alike, since most text is of one script. Clean text of a page with letters at both places has as many pairs, but none that often.
const (
	mostRunes      = 4
	fewLeads       = 3    // of UTF-8 in one script
	shareOfFewLead = 0.75 // of all sequences, at the least
)

// foldedMostly returns the pages of which so much of the cell may be that all of it was folded.
func (s *search) foldedMostly() (set uint64) {
	items := s.views[0].items
	any, wide := uint64(0), 0
	s.foldSets = slices.Grow(s.foldSets[:0], len(items))[:len(items)]
	for i := range items {
		if s.foldSets[i] = 0; items[i].r >= 0x80 {
			wide++
			folded := s.foldedPair(items, i)
			any |= folded
			s.foldSets[i] = folded | wholePair(items, i)
		}
	}
	for any &^= codec.Windows1252.Set(); any != 0; any &= any - 1 {
		page := any & -any
		var leads leadCounts
		for i := 0; i < len(items); i++ {
			if s.foldSets[i]&page != 0 {
				leads.add(unicode.ToLower(items[i].r))
				i++ // behind the trail
			}
		}
		if mostRunes*leads.all >= wide && leads.few() {
			set |= page
		}
	}
	return set
}

// leadCounts counts the sequences of a text and the first of their leads.
type leadCounts struct {
	all   int
	leads [8]struct {
		r rune
		n int
	}
}

func (l *leadCounts) add(r rune) {
	l.all++
	for k := range l.leads {
		if x := &l.leads[k]; x.n == 0 || x.r == r {
			x.r = r
			x.n++
			return
		}
	}
}

// few tells whether most sequences begin alike.
func (l *leadCounts) few() bool {
	few, leads := 0, l.leads
	for range fewLeads {
		most := 0
		for k := range leads {
			if leads[k].n > leads[most].n {
				most = k
			}
		}
		few += leads[most].n
		leads[most].n = 0
	}
	return float32(few) >= shareOfFewLead*float32(l.all)
}

// wholePair returns the pages in which items i and the next begin a sequence as they stand.
func wholePair(items []item, i int) uint64 {
	if i+1 == len(items) || items[i+1].r < 0x80 {
		return 0
	}
	a, b := codec.RolesOf(items[i].r), codec.RolesOf(items[i+1].r)
	if a == nil || b == nil {
		return 0
	}
	return (a.Lead2 | a.Lead3 | a.Lead4) & b.Trail
}

// foldTriggers tells whether item i begins a sequence by which case was folded: after a page other than windows-1252, whose trails are letters
// of clean text, one that ends in a sign, or another behind it.
func (s *search) foldTriggers(items []item, i int) bool {
	set := s.foldedPair(items, i)
	if set == 0 || set&codec.Windows1252.Set() != 0 {
		return set != 0
	}
	return !s.letter(items[i+1].r) || i+2 < len(items) && set&s.foldedPair(items, i+2) != 0
}

// enoughCased is how many letters beyond ASCII of one case, more or less, show that it was folded. Of 4,000 held-out
// lines in windows-1252 two were supposed to be, of 1,000 that are 15 are no longer.
const enoughCased = 8

// foldSupposed tells whether a cluster of windows-1252 reads sequences that are whole as others, by supposing that case was folded, where
// nothing but a few letters shows that: `è»šèˆ–` is 軚舖, or was 車舖.
func (s *search) foldSupposed(c *cluster) bool {
	if c.lost&LossFolded == 0 || s.foldShown || s.paths[c.path].outer != codec.Windows1252 {
		return false
	}
	cased := 0
	for i := range s.syms {
		if s.syms[i].Cased() && s.beyond(int32(i)) {
			cased++
		}
	}
	return cased < enoughCased
}

// foldLead, in nats, is by how much readings that suppose that case was folded after another page than windows-1252 must be ahead of what
// stands there whole, all of a cell together: `ozna─źen├ş` is označení rather than oznaīení.
const foldLead = 12

// foldDoubt is how much doubt there may be about the letters of a cell of which case was folded, all together, as the odds that one is another.
const foldDoubt = 0.05

// weighsFold decides whether case was folded after another page than windows-1252, where that was but supposed, and tells whether it
// was: then all of the cell was folded; else none was.
func (s *search) weighsFold() (again bool) {
	if s.foldShown || s.foldPages == codec.Windows1252.Set() {
		return false
	}
	supposed, lead := false, float32(0)
	for i := range s.clusters {
		c := &s.clusters[i]
		if c.lost&LossFolded == 0 || s.paths[c.path].outer == codec.Windows1252 {
			continue
		}
		for j, e := range c.edges {
			if whole := s.wholeBeside(&s.edges[e]); s.edges[e].loss&LossFolded != 0 && whole >= 0 {
				supposed = true
				w := s.around(i, j)
				lead += s.costOf(&w, e, whole) - w.cost + s.wordMargin(c.first+j, s.symsOf(whole))
			}
		}
	}
	if !supposed {
		return false
	}
	if lead >= foldLead {
		s.foldShown = true
	} else {
		s.foldPages = codec.Windows1252.Set()
	}
	return true
}

// showsFold notes that the best way reads a sequence that is whole only if case was folded, and tells whether that is news: all other
// letters were folded, too, and are no dearer so.
func (s *search) showsFold() bool {
	if s.foldShown {
		return false
	}
	s.foldShown = slices.ContainsFunc(s.chosen, func(e int32) bool {
		ed := &s.edges[e]
		return ed.loss&LossFolded != 0 && s.wholeBeside(ed) < 0
	})
	return s.foldShown
}

// partlyWhole tells whether a page reads sequences of a cluster whole, or could, of which nothing but the case was lost. To leave the
// others would do no good: these are read so once the cell has letters of both cases.
func (s *search) partlyWhole(c *cluster) bool {
	if c.lost&^LossFolded != 0 || !s.foldShown {
		return false
	}
	return slices.ContainsFunc(c.edges, func(e int32) bool {
		ed := &s.edges[e]
		return ed.loss == 0 || s.wholeBeside(ed) >= 0
	})
}

// foldsInDoubt returns the pages, windows-1252 apart, after which case was folded, and of all letters that may be another some may well be.
// All that they read in the cell is likely, then, and not certain: to leave one letter among others, which are of both cases once
// they are read, would have another pass read it as something else.
func (s *search) foldsInDoubt() (set uint64) {
	var doubt [64]float32 // by page
	for i := range s.clusters {
		c := &s.clusters[i]
		if page := s.paths[c.path].outer; page != codec.Windows1252 && c.lost&LossFolded != 0 {
			if doubt[page] += c.doubt; doubt[page] > foldDoubt {
				set |= page.Set()
			}
		}
	}
	return set
}

// flipsCase tells whether a cluster gives a capital behind a small letter by a trail that may have been another before case was folded,
// as its letters look it: `вспомнил` is РІСЃРЇРЅРЈРЅРЁР» in capitals, which windows-1251 reads as всЯнУнШл.
func (s *search) flipsCase(c *cluster) bool {
	p := &s.paths[c.path]
	if c.loss != 0 || p.kind != kindBaked || p.outer == codec.Windows1252 || !s.oneCase(c) {
		return false
	}
	for i, e := range c.edges {
		at := s.readAt[c.first+i]
		if at == 0 || !s.asRead[at].Upper() || !s.asRead[at-1].Cased() || s.asRead[at-1].Upper() {
			continue
		}
		trail := s.views[0].items[s.edges[e].to-1].r
		for _, other := range [2]rune{unicode.ToLower(trail), unicode.ToUpper(trail)} {
			if b, ok := codec.ByteOf(p.outer, other); ok && other != trail && b&0xC0 == 0x80 {
				return true
			}
		}
	}
	return false
}

// oneCase tells whether all letters that stand in a cluster are of one case.
func (s *search) oneCase(c *cluster) bool {
	var upper, lower bool
	for _, it := range s.views[0].items[c.from:c.to] {
		upper = upper || unicode.IsUpper(it.r)
		lower = lower || unicode.IsLower(it.r)
	}
	return !(upper && lower)
}

// wholeBeside returns the edge of which nothing was lost that the path of an edge has beside it, or would have but that another
// reads the cell alike; -1 if there is none.
func (s *search) wholeBeside(ed *edge) int32 {
	r, n := rune(0), 0
	if p := &s.paths[ed.path]; p.depth == 1 && p.kind == kindBaked {
		r, n = sequence(s.views[0].items, int(ed.from), p.outer)
	}
	for a := s.head[ed.from]; a >= 0; a = s.edges[a].next {
		o := &s.edges[a]
		if o.loss == 0 && o.to == ed.to && (o.path == ed.path || n == int(o.to-o.from) && s.outs[o.out] == r) {
			return a
		}
	}
	return -1
}
