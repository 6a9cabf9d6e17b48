package engine

import (
	"math/bits"
	"sync"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
	"github.com/unbake/unbake/internal/scan"
)

// The fast tier. A cell is settled without a search where one path reads all
// its runes beyond ASCII as whole sequences, nothing lost and nothing left,
// several of them different, as what text consists of, and no other path that
// comes into question does so otherwise. All steps are look-ups in tables:
//
//  1. read: the runes as numbers, and the codecs that read each run whole,
//     all codecs at once, a bit each;
//  2. decode: the numbers as bytes of the cheapest of these codecs. Then 1
//     again, for the layer below;
//  3. weigh: classes of the runes that come out, and how many differ.
//
// What it settles it settles as the search would; everything else is left to that. Words that stand intact beside the
// damaged ones are no obstacle, see settle_beside.go.

// Settled is what [Engine.Settle] has to say of a cell.
type Settled struct {
	Path    string // of all damage in it
	Repairs int    // the number of findings that [Engine.Cell] has, all made
}

// Settle appends to dst what a cell, of those that [Clean] does not let by, was before the damage, if the fast tier
// can say all there is to say about it. If not ok, out is dst.
func (e *Engine) Settle(dst, cell []byte) (out []byte, made Settled, ok bool) {
	if e.opt.Skipped != 0 { // see unskipped
		return dst, Settled{}, false
	}
	s := settlers.Get().(*settler)
	defer settlers.Put(s)
	found, ok := s.settle(cell, &e.opt)
	before, after, gaps := cell, found.text, 0
	if !ok {
		found, ok = s.settleBeside(e, cell)
		before, after, gaps = s.beside.left, s.beside.text, len(s.beside.gaps)
	}
	if !ok || !s.passes(e, cell, after) {
		return dst, Settled{}, false
	}
	made = Settled{Path: settledName(found.path), Repairs: countWords(before, s.levels[0].runs) + gaps}
	if !e.opt.Plan.has(made.Path) {
		return dst, Settled{}, false
	}
	return append(dst, after...), made, true
}

// passes tells whether the gate lets what a cell was settled as go by. It has no escapes and no marks behind letters, which stand for
// other text.
func (s *settler) passes(e *Engine, cell, text []byte) bool {
	west := s.west.whole && len(s.west.text) > 0 && len(text) > 0 && &text[0] == &s.west.text[0]
	signs := scan.Signs(text)
	if signs && scan.Escapes(text) || marked(cell) {
		return false
	}
	if west && s.west.clean && e.opt.knownPairs.empty() && !signs {
		return true
	}
	if Clean(e, text) < len(text) {
		return false
	}
	if west {
		s.passed(cell)
	}
	return true
}

// settledConfidence is the share of lines settled that came out right, of
// 117,000 held-out lines damaged by any page, one or two layers, without a loss:
// 0.9997. Case folded after the damage, which no one sees, is the rest.
const settledConfidence = 0.999

// settled returns the findings of a cell that the fast tier settles, and what the cell becomes.
func (e *Engine) settled(cell string) (made []Finding, after string) {
	s := settlers.Get().(*settler)
	defer settlers.Put(s)
	text := bytesOf(cell)
	found, ok := s.settle(text, &e.opt)
	if !ok {
		if found, ok = s.settleBeside(e, text); ok {
			return s.beside.findings(&found), string(s.beside.text)
		}
		return nil, ""
	}
	n := countWords(text, s.levels[0].runs)
	made, readings := make([]Finding, 0, n), make([]Reading, 0, n)
	path, after := settledName(found.path), string(found.text)
	eachWord(text, found.text, func(start, end, from, to int) {
		readings = append(readings, Reading{After: after[from:to], Path: path, Confidence: settledConfidence})
		made = append(made, Finding{Start: start, End: end, Verdict: Certain, Made: true, Readings: readings[len(made):len(readings):len(readings)]})
	})
	return made, after
}

// settledName is pathName; the names of single layers, which most have, are kept.
func settledName(key pathKey) string {
	if key.outer() == 0 {
		return layerNames()[key.last()]
	}
	return pathName(key)
}

var layerNames = sync.OnceValue(func() (out []string) {
	for _, c := range codec.All() {
		out = append(out, pathName(keyOf(nil).with(c.ID())))
	}
	return out
})

// A settler is the memory of the fast tier.
type settler struct {
	table   *settleTable
	levels  [maxLayers + 1]settleLevel
	texts   [][]byte // readings
	memo    lm.Memo
	known   [1 << knownBits][2]knownRun
	west    westReading
	shapes  uint8  // of all runs of the text as it stands
	padded  []byte // that text, see pad
	beside  besideReading
	gapText []byte
	cheap   struct { // the last answer of cheapest for a text as it stands
		opt *Options
		set uint64
		c   codec.ID
		to  pathKey
	}
}

// A settleLevel is a text as it was read, below so many layers.
type settleLevel struct {
	runs []settleRun
	nums []uint16 // of its runes beyond ASCII
}

var settlers = sync.Pool{New: func() any { return &settler{table: settleTables()} }}

// A settleRun is a run of runes beyond ASCII.
type settleRun struct {
	start, end int32 // bytes of the text
	nums       int32 // end of its runes in nums
}

// A settled is what the fast tier makes of a text.
type settled struct {
	text   []byte
	path   pathKey
	weight int     // of the evidence
	odd    int     // the same, if it does not count because of odd runes
	rarest float32 // in nats, of its runes by themselves
	lower  bool    // one of them is a lower-case letter of Latin
	price  float32 // of the path
}

// How much the evidence must weigh: see weigh. Of 322,000 clean lines held out, and the same in
// capitals, some codec read 7 with a weight of 1 as windows-1252 and none with more; 309
// with 1 and 23 with 2 as another page, and none with more. What stands within words needs less, see settle: none of
// those lines has that.
const (
	enoughWestern = 2
	enoughOther   = 3
	// Layers bear each other out, those of windows-1252, which are common, without more.
	enoughTwice        = 2
	enoughTwiceWestern = 1
)

// short returns how much weight is missing.
func (f *settled) short() int {
	enough := enoughOther
	switch western := f.path.last() == codec.Windows1252; {
	case f.path.outer() == 0 && western:
		enough = enoughWestern
	case f.path.outer() != 0 && f.path.uniform() && western:
		enough = enoughTwiceWestern
	case f.path.outer() != 0 && f.path.uniform():
		enough = enoughTwice
	}
	return enough - f.weight
}

// settle returns what a text was before the damage; not ok if that is for the search to
// say. The text is good until the next call.
func (s *settler) settle(text []byte, opt *Options) (found settled, ok bool) {
	s.texts = s.texts[:0]
	found, ok = s.layer(text, 0, 0, opt)
	if opt.Values && found.path.outer() != 0 { // layers of values show themselves one by one
		return found, false
	}
	if ok && found.odd >= overwhelming && found.path.outer() == 0 && s.neverFolded(text, found.path.last()) {
		found.weight = enoughOther
	}
	if !ok || found.path == 0 || found.weight <= 0 || drawn(text, s.levels[0].runs) || s.mayBeMeant(text, &found, opt) {
		return found, false
	}
	short, single := found.short(), found.path.outer() == 0
	if short == 1 && single && glued(text, found.lower && found.path.last() == codec.Windows1252) {
		short = 0
	}
	other := single && found.path.last() != codec.Windows1252
	if other && s.table.flipsCase(found.text) && foldOf(text) != foldNone {
		return found, false
	}
	words := other && s.standsAsWords(text)
	if 0 < short && short <= 2 && single && !words && found.rarest < rareRune && inWord(text) && s.costLead(found.text, text) >= wordLead {
		short = 0
	}
	if short <= 0 && words && s.costLead(found.text, text) < 0 {
		return found, false
	}
	return found, short <= 0
}

// standsAsWords tells whether all runs of a text beyond ASCII are words as they stand: letters of one alphabet, capitals
// or small, the first one perhaps a capital. Words of capitals chance makes a few sequences of, `КИТАЕ` has the bytes of Ǹ桩.
func (s *settler) standsAsWords(text []byte) bool {
	for i := skipASCII(text, 0); i < len(text); i = skipASCII(text, i) {
		var before runeKind
		start := i
		for k := 0; i < len(text) && text[i] >= utf8.RuneSelf; k++ {
			r, n := utf8.DecodeRune(text[i:])
			kind := s.table.kindOf(r, n)
			if kind.class < classJoined || k > 0 && kind.class != before.class ||
				k > 0 && kind.lower != before.lower && (k > 1 || before.lower) {
				return false
			}
			if k == 0 && start > 0 && asciiLetter(text[start-1]) && (kind.class != latinClass || asciiLower(text[start-1]) && !kind.lower) {
				return false // `submenĂş`, `hГЄ`
			}
			before = kind
			i += n
		}
		if i < len(text) && asciiLetter(text[i]) && before.class != latinClass {
			return false
		}
	}
	return true
}

// clearLead, in nats, is by how much a reading must be commoner than another by a dearer
// path: `Ã©` is é, not the Ǹ that ibm850 reads. It is that of the rarest runes, once, because
// a page that is taken for its neighbour makes the same mistake all over the cell. A path
// is dearer by dearerPrice at the least.
const (
	clearLead   = 8
	dearerPrice = 0.5
)

// maxTexts bounds the readings that are looked at.
const maxTexts = 12

// layer undoes the layers of a text beneath path, until no codec reads all of it. The codecs alike
// read the layer above as the path's does. Not ok: there are several ways to.
func (s *settler) layer(text []byte, path pathKey, alike uint64, opt *Options) (found settled, ok bool) {
	depth := path.layers()
	l := &s.levels[depth]
	left := uint64(0)
	if depth == 0 {
		left = s.readFirst(l, text, opt.Allowed)
	} else {
		left = s.read(l, text, opt.Allowed)
	}
	if len(l.runs) == 0 {
		left = 0
	}
	if left != 0 && depth == maxLayers {
		return found, false
	}
	for left != 0 {
		c, to := s.cheapest(opt, left, path, alike)
		if found.path != 0 {
			if agree, ok := s.dismiss(l, c, &found, opt.priceOf(to)); ok {
				left &^= agree
				continue
			}
		}
		if len(s.texts) == maxTexts {
			return found, false
		}
		west := depth == 0 && c == codec.Windows1252 && s.west.whole
		next, agree, signs := s.west.text, s.west.agree, s.west.signs
		if dst := s.newText(); !west {
			next, agree, signs = s.decode(l, dst, text, c)
			s.texts[len(s.texts)-1] = next
		}
		if c != codec.Windows1252 && signs&signControl != 0 {
			left &^= c.Set() // nobody takes that page for ISO-8859-1
			continue
		}
		left &^= agree
		mixed := signs&(signPage|signControl) == signPage|signControl
		var below settled
		ok := west && s.west.deeper&opt.Allowed == 0
		if ok {
			below = settled{text: next, path: to, price: opt.priceOf(to)}
			below.weighAs(&s.west.tally)
		} else {
			below, ok = s.layer(next, to, agree, opt)
		}
		switch {
		case ok && below.weight == impossible:
		case !ok || mixed || folded(text, signs) && (below.path != to || !s.unfolded(l, text, next, c)):
			return found, false
		case found.path == 0:
			found = below
		case !s.leads(&found, &below):
			return found, false
		}
	}
	if path == 0 {
		return found, true
	}
	here := settled{text: text, path: path, price: opt.priceOf(path)}
	if found.path == 0 { // nothing is below
		s.weigh(&here)
		return here, true
	}
	// A little evidence may be clean text that looks damaged: `SELKÄ\u00a0EDELLÄ\u00a0` is not SELKĠEDELLĠ.
	return found, found.weight > enoughOther || s.leads(&found, &here)
}

// clear tells whether the reading is to be preferred to one of another price that has a rune
// as rare as rarest, or an odd one.
func (f *settled) clear(price, rarest float32, odd bool) bool {
	lead := price - f.price
	return lead >= dearerPrice && (odd || lead+rarest-f.rarest >= clearLead)
}

// dismiss tells whether codec c, by which a path costs price, reads in a text a rune that makes
// what was found clear, and that no layer below reads: then agree are the codecs that do so, too.
func (s *settler) dismiss(l *settleLevel, c codec.ID, found *settled, price float32) (agree uint64, ok bool) {
	p := s.table.page(c)
	agree = ^uint64(0)
	var b [utf8.UTFMax]byte
	n := 0
	for k, num := range l.nums {
		x := &p[num]
		agree &= x.agree
		if n > 0 && x.b&0xC0 != 0x80 {
			n = 0
		}
		if n == len(b) {
			return 0, false
		}
		b[n] = x.b
		n++
		if !utf8.FullRune(b[:n]) {
			continue
		}
		r, size := utf8.DecodeRune(b[:n])
		n = 0
		kind := s.table.kindOf(r, size)
		odd := found.weight > 0 && (kind.class == classOdd || kind.class == classMark)
		if (kind.class == classBarred || found.clear(price, float32(kind.rare)/rareUnit, odd)) && codec.RolesOf(r) == nil {
			return agree, true
		}
		if k > dismissLook {
			break
		}
	}
	return 0, false
}

// dismissLook is how many runes dismiss looks at: where these do not tell, the whole
// text is read.
const dismissLook = 64

// eachWord calls f for each stretch of a settled text that is one finding, which are as those of
// clusters: runs that nothing parts. The bounds are those in the text before, and after.
func eachWord(before, after []byte, f func(start, end, from, to int)) {
	start, end, from, to := 0, 0, 0, 0
	for i, j := 0, 0; i < len(before); {
		k := skipASCII(before, i)
		gap := before[i:k]
		j += k - i
		if i = k; i == len(before) {
			break
		}
		if end == 0 || len(gap) > maxGap || partsWords(gap) {
			if end > 0 {
				f(start, end, from, to)
			}
			start, from = i, j
		}
		i, j = skipHigh(before, i), skipHigh(after, j)
		end, to = i, j
	}
	if end > 0 {
		f(start, end, from, to)
	}
}

// countWords returns for how many stretches eachWord calls its function, runs being those of the text before.
func countWords(before []byte, runs []settleRun) (n int) {
	end := int32(-1 - maxGap)
	for _, run := range runs {
		if run.start-end > maxGap || partsWords(before[end:run.start]) {
			n++
		}
		end = run.end
	}
	return n
}

// partsWords tells whether what stands between two runs parts words, as [search.sameWord] has it.
func partsWords(gap []byte) bool {
	for _, c := range gap {
		if partingBytes[c] {
			return true
		}
	}
	return false
}

var partingBytes = func() (set [1 << 8]bool) {
	for i := range len(parting) {
		set[parting[i]] = true
	}
	return set
}()

func hasBlank(gap []byte) bool {
	for _, c := range gap {
		if c == ' ' || c == '\t' {
			return true
		}
	}
	return false
}

// cheapest is that of the options. Most texts of a document ask it the same.
func (s *settler) cheapest(opt *Options, set uint64, path pathKey, alike uint64) (best codec.ID, to pathKey) {
	if path != 0 {
		return opt.cheapest(set, path, alike)
	}
	if x := &s.cheap; x.opt != opt || x.set != set {
		x.opt, x.set = opt, set
		x.c, x.to = opt.cheapest(set, 0, alike)
	}
	return s.cheap.c, s.cheap.to
}

// cheapest returns the codec of a set that costs the least beneath path, and the path
// with it. Where the layer above reads alike by several codecs, it may be by this one.
func (o *Options) cheapest(set uint64, path pathKey, alike uint64) (best codec.ID, to pathKey) {
	if path == 0 && o.From == 0 && o.Profile == nil && set&codec.Windows1252.Set() != 0 {
		return codec.Windows1252, keyOf(nil).with(codec.Windows1252)
	}
	least := float32(0)
	for ; set != 0; set &= set - 1 {
		c := codec.ID(bits.TrailingZeros64(set))
		way := path.with(c)
		if path != 0 && path.outer() == 0 && alike&c.Set() != 0 {
			way = keyOf(nil).with(c).with(c)
		}
		if p := o.priceOf(way); to == 0 || p < least {
			best, to, least = c, way, p
		}
	}
	return best, to
}
