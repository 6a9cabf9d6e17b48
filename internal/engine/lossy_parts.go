package engine

import (
	"math/bits"
	"slices"
	"strings"
	"sync"

	"github.com/unbake/unbake/internal/codec"
)

// A byteSet is a set of bytes that may have stood at a place.
type byteSet [4]uint64

func (b *byteSet) add(x byte) { b[x>>6] |= 1 << (x & 63) }

func (b *byteSet) has(x byte) bool { return b[x>>6]&(1<<(x&63)) != 0 }

func (b *byteSet) len() (n int) {
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// leadWord and trailWord are the words of a byteSet that hold C0..FF and 80..BF.
const (
	trailWord = 2
	leadWord  = 3
)

// A part is one way to read a byte of a sequence: what it may be, where the
// next one starts, and what was lost.
type part struct {
	set    byteSet
	next   int32
	losses int32
	loss   Loss
	price  float32
	keep   rune // stays behind the sequence: a space that was not swallowed
}

// A partList is where parts stand in memory: those that are there, and behind
// them those that are lost.
type partList struct{ from, lost, end int32 }

// A lossyMemo keeps the parts of a place, because each place is the lead, the
// first and the last trail of readings that begin at different places. It is
// direct mapped: what falls out is computed again.
type lossyMemo struct {
	parts []part
	slots [memoSlots]memoSlot
	age   uint32
	build [maxLayers + 1][]part // by number of layers: a list that is not done

	asked, spared uint64        // codecs: see search.spared
	stripped      []int8        // by view: see search.strippedBy
	closing       []int32       // see closes
	company       []companyMemo // by view: see search.companyAt

	onlyFolded bool // readings of which more was lost than the case are not asked for

	endings *runeSet
	ends    []readingEnd
	best    [][maxReadings]lossyRune
}

// memoSlots are as many as the places that one reading looks at, by a few
// paths; memoParts bounds the memory. Both cost time, not results, where they are too small.
const (
	memoSlots = 512
	memoParts = 4096
)

type memoSlot struct {
	path pathKey
	from int32
	age  uint32 // of the memo when it was filled
	lead bool
	list partList
}

// forget makes the memo ready for another text.
func (l *lossyMemo) forget() {
	l.drop()
	l.asked, l.spared = 0, 0
	l.stripped = l.stripped[:0]
	l.company = l.company[:0]
}

func (l *lossyMemo) drop() {
	l.parts = l.parts[:0]
	if l.age++; l.age == 0 {
		l.slots, l.age = [memoSlots]memoSlot{}, 1
	}
}

// begin makes the memo ready for the readings of another place by a path.
func (l *lossyMemo) begin(path pathKey) {
	if len(l.parts) > memoParts {
		l.drop()
	}
	l.ends = l.ends[:0]
	l.endings = endings()
	if path.layers() > 1 {
		l.endings = deepEndings()
	}
}

func (l *lossyMemo) slot(path pathKey, from int32, lead bool) *memoSlot {
	h := (uint64(path)*2 + uint64(from)*3) * 0x9E3779B97F4A7C15
	if lead {
		h += 1 << 54
	}
	return &l.slots[h>>(64-9)]
}

// partsAt returns the ways to read a byte at a place through a path. Trails may
// be lost; leads may not.
func (s *search) partsAt(path pathKey, from int32, lead bool) partList {
	l := &s.lossy
	slot := l.slot(path, from, lead)
	if slot.age == l.age && slot.path == path && slot.from == from && slot.lead == lead {
		return slot.list
	}
	depth := path.layers()
	list := l.build[depth][:0]
	outer, c := path.outer(), path.last()
	if outer == 0 {
		if items := s.views[0].items; int(from) < len(items) && items[from].r >= 0 {
			if b, ok := codec.ByteOf(c, items[from].r); ok && (lead || b&0xC0 == 0x80) {
				p := part{next: from + 1}
				p.set.add(b)
				list = append(list, p)
			}
			if set := s.foldedBytes(c, items[from].r); set != (byteSet{}) {
				price := float32(foldPrice)
				if !lead && s.foldShown {
					price = 0
				}
				list = append(list, part{set: set, next: from + 1, loss: LossFolded, price: price})
			}
		}
	} else {
		g := gather{list: list, c: c, wanted: &pageSets()[c].all}
		if !lead {
			g.wanted = &pageSets()[c].trails
		}
		s.readings(outer, from, &g)
		list = g.list
	}
	there := len(list)
	if !lead {
		list = s.lostAt(list, outer, c, from)
	}
	l.build[depth] = list
	start := int32(len(l.parts))
	l.parts = append(l.parts, list...)
	*slot = memoSlot{path, from, l.age, lead, partList{start, start + int32(there), start + int32(len(list))}}
	return slot.list
}

// A gather collects the runes that the layers above give as bytes of a codec.
type gather struct {
	list   []part
	c      codec.ID
	wanted *runeSet
}

// add adds a rune, joining parts that differ in the byte alone.
func (g *gather) add(base *part, r rune, price float32) {
	b, _ := codec.ByteOf(g.c, r)
	for i := range g.list {
		o := &g.list[i]
		if o.next == base.next && o.loss == base.loss && o.price == price && o.keep == base.keep {
			o.set.add(b)
			return
		}
	}
	p := *base
	p.set, p.price = byteSet{}, price
	p.set.add(b)
	g.list = append(g.list, p)
}

// blankPrice, in nats, is added where a control is to be gone before a blank, or at the end: a no-break space that became a blank, or
// was trimmed, is the commonest loss.
const blankPrice = 3

// doubtPrice, in nats, is added where a control is to be gone, and nothing shows that controls were thrown away: that a byte was
// which the page lacks is as likely, and it is one of five, not of 32.
const doubtPrice = 5

// lostAt appends what a trail may have been that is missing, or has become
// something else, at a place.
func (s *search) lostAt(out []part, outer pathKey, c codec.ID, from int32) []part {
	items := s.views[0].items
	page := &lostBytes()[c]
	lost := func(set *byteSet, loss Loss, width int32, more float32) {
		if *set != (byteSet{}) {
			out = append(out, part{set: *set, next: from + width, losses: 1, loss: loss, price: lossPrice(loss) + more})
		}
	}
	if c == codec.Windows1252 && s.strippedBy(outer) != intact {
		more := float32(0)
		if int(from) == len(items) || items[from].r == ' ' {
			more = blankPrice
		}
		if s.strippedBy(outer) == mayBeStripped {
			more += doubtPrice
		}
		lost(&controlBytes, LossControls, 0, more)
	}
	lost(&page.holes, LossDropped, 0, 0)
	if int(from) == len(items) {
		lost(&page.nbsp, LossNBSP, 0, 0)
		return out
	}
	lost(&page.soft, LossNBSP, 0, 0)
	switch items[from].r {
	case '?':
		lost(&page.holes, LossQuestion, 1, 0)
		more := float32(1)
		if s.spared(c) {
			more = definedPrice
		}
		lost(&page.printable, LossQuestion, 1, more)
	case 0xFFFD:
		lost(&page.holes, LossReplacement, 1, 0)
		more := float32(definedPrice)
		if s.spared(c) {
			more += sparedPrice
		} else if c == codec.Windows1252 && s.strippedBy(outer) == stripped {
			more = 0
		}
		lost(&page.printable, LossReplacement, 1, more)
	case ' ':
		lost(&page.nbsp, LossSpace, 1, 0)
		if n := len(out); outer == 0 {
			if lost(&page.nbsp, LossSpace, 1, 1.5); len(out) > n {
				out[n].keep = ' '
			}
		}
	case '\'':
		if !s.lossy.closes(from) {
			lost(&page.singleQuotes, LossStraightened, 1, 0)
		}
	case '"':
		if !s.lossy.closes(from) {
			lost(&page.doubleQuotes, LossStraightened, 1, 0)
		}
	case '-':
		lost(&page.dashes, LossStraightened, 1, 0)
	case '.':
		if int(from)+2 < len(items) && items[from+1].r == '.' && items[from+2].r == '.' {
			lost(&page.ellipsis, LossStraightened, 3, 0)
		}
	}
	return out
}

// closes tells whether a straight quote stands at a place that closes what one before it
// has opened: it is none of text, and without it a program or a dump would not be one.
func (l *lossyMemo) closes(at int32) bool {
	_, ok := slices.BinarySearch(l.closing, at)
	return ok
}

// findClosing finds the quotes that close, for closes.
func (l *lossyMemo) findClosing(items []item) {
	l.closing = l.closing[:0]
	runeAt := func(i int) rune {
		if i < 0 || i >= len(items) {
			return '\n'
		}
		return items[i].r
	}
	word := func(r rune) bool { return r >= 0x80 || r > 0 && (asciiLetter(byte(r)) || isDigit(byte(r))) }
	var open [2]bool // an earlier one found nothing that closes
	for i := 0; i < len(items); i++ {
		mark := items[i].r
		if mark != '\'' && mark != '"' {
			continue
		}
		waits := &open[mark&1]
		before := runeAt(i - 1)
		if word(before) && !(before < 0x80 && strings.ContainsRune(literalKinds, before) && !word(runeAt(i-2))) || before == '\\' || before == mark || *waits {
			continue
		}
		*waits = true
		for k := i + 1; k < len(items); k++ {
			switch after := runeAt(k + 1); {
			case items[k].r == '\\':
				k++
			case items[k].r != mark:
			case after == mark: // one within, as SQL writes it
				k++
			case !word(after):
				l.closing = append(l.closing, int32(k))
				i, k, *waits = k, len(items), false
			}
		}
	}
	slices.Sort(l.closing)
}

// literalKinds are the letters that programs put before a literal: r"…", N'…'.
const literalKinds = "rbufNLE"

func only(list ...byte) (set byteSet) {
	for _, b := range list {
		set.add(b)
	}
	return set
}

// A lostTrails says which trails of a page may be lost, or have become an ASCII rune, for the reason
// that each is named by: ISO-8859-1 has no others of 80..9F than printable ones, either. DOS has no quotes
// there, and its no-break space is no trail.
type lostTrails struct {
	holes, printable           byteSet // undefined, and the others of 80..9F
	nbsp, soft                 byteSet // no-break spaces, and soft hyphens with them
	singleQuotes, doubleQuotes byteSet
	dashes, ellipsis           byteSet
}

// controlBytes are 80..9F, all of which ISO-8859-1 has controls for.
var controlBytes = byteSet{trailWord: 1<<(0xA0-0x80) - 1}

// lostBytes are those of all codecs.
var lostBytes = sync.OnceValue(func() *[64]lostTrails {
	var list [64]lostTrails
	for _, c := range codec.All() {
		p := &list[c.ID()]
		for b := byte(0x80); b < 0xC0; b++ {
			if c.Undefined(b) {
				p.holes.add(b)
				continue
			}
			if b < 0xA0 {
				p.printable.add(b)
			}
			if !c.SingleByte() {
				continue
			}
			switch c.DecodeByte(b) {
			case 0xA0:
				p.nbsp.add(b)
				p.soft.add(b)
			case 0xAD:
				p.soft.add(b)
			case '‘', '’', '‚':
				p.singleQuotes.add(b)
			case '“', '”', '„':
				p.doubleQuotes.add(b)
			case '–', '—':
				p.dashes.add(b)
			case '…':
				p.ellipsis.add(b)
			}
		}
	}
	return &list
})
