package engine

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/scan"
)

// Damaged words often stand beside intact ones: an export that was damaged and then edited, or put together from
// two. The fast tier settles these, too. Runs that the gate lets by stay as they are, and what is
// left without them is settled as any text, a mark in place of each. That is sound if
//
//   - a blank parts damaged words from intact ones: where they touch, one shows that the other is meant;
//   - the page at work reads no sequence in a run that stays, nor one that lost a byte, of what the
//     damaged words consist of: `Ãndice` is Índice where `dÃ©cada` is década;
//   - one damaged place does not stand beside dashes or quotation marks that its damage would not have spared;
//   - no word that comes out stands in the text as it is, set off: it may be about damage.

// besideMark stands for a run that stays. To the model it is a digit, behind and before which any word may stand.
const besideMark = '0'

// A besideReading is a text in which some runs stay.
type besideReading struct {
	stays []besideRun
	gaps  []gap       // what lost bytes among the others, see settle_mend.go
	read  []settleRun // the others, without numbers
	left  []byte
	text  []byte
}

// A besideRun is a run of the cell, or part of one, that a mark stands for.
type besideRun struct {
	start, end int32 // bytes of the cell
	mark       int32 // place of the mark in what is left
	gap        int32 // number of the gap that it is, from 1 on; 0 if it stays as it is
}

// settleBeside is settle for a cell in which some runs stay: the text of what is found is that without
// them, that of the whole cell is in beside.
func (s *settler) settleBeside(e *Engine, cell []byte) (found settled, ok bool) {
	b := &s.beside
	if !s.take(b, cell) || e.opt.holdsCounted(cell) {
		return found, false
	}
	found, ok = s.settle(b.left, &e.opt)
	if !ok || found.path == 0 || s.mayStayWrongly(b, cell, &found) || len(b.read) == 1 && b.besideDash(cell) {
		return found, false
	}
	if len(b.gaps) > 0 && !s.mend(b, &found, &e.opt) {
		return found, false
	}
	b.put(cell, found.text)
	if len(b.gaps) > 0 && Clean(e, b.text) < len(b.text) {
		return found, false // of what lies deeper the gaps may have been more
	}
	if b.mayHaveTwin(cell, found.text) || !e.opt.Profile.hasWork() && s.maySpeak(cell, straightQuote(cell), b.read, e.opt.Profile) {
		made := e.unmeant(stringOf(cell), b.findings(&found))
		if slices.ContainsFunc(made, func(f Finding) bool { return !f.Made || f.Verdict != Certain }) {
			return found, false
		}
	}
	return found, true
}

// take finds the runs that stay, and the gaps of the others; false if there are none, or a word that is damaged holds one.
func (s *settler) take(b *besideReading, cell []byte) bool {
	b.stays, b.gaps, b.read, b.left = b.stays[:0], b.gaps[:0], b.read[:0], b.left[:0]
	const (
		none = iota
		stay
		damaged
	)
	before := none
	for i := 0; ; {
		start := skipASCII(cell, i)
		gap := cell[i:start]
		b.left = append(b.left, gap...)
		if start == len(cell) {
			intact := len(b.stays) - len(b.gaps)
			return len(b.read) > 0 && (intact > 0) != (len(b.gaps) > 0) // a gap beside intact words is what a search left
		}
		end := skipHigh(cell, start)
		kind := damaged
		if scan.Stays(cell, start) {
			kind = stay
		}
		if before != none && before != kind && !hasBlank(gap) {
			return false
		}
		if kind == stay && start > 0 && cell[start-1] == '+' { // `caf+® isnÔÇÖt`, see bestfit.go
			return false
		}
		if kind == stay {
			b.stays = append(b.stays, besideRun{start: int32(start), end: int32(end), mark: int32(len(b.left))})
			b.left = append(b.left, besideMark)
		} else if next, ok := s.takeGaps(b, cell, start, end); ok {
			before, i = kind, next
			continue
		} else {
			b.read = append(b.read, settleRun{start: int32(start), end: int32(end)})
			b.left = append(b.left, cell[start:end]...)
		}
		before, i = kind, end
	}
}

// besideDash tells whether a dash stays that parts words, see [search.besideDash].
func (b *besideReading) besideDash(cell []byte) bool {
	return slices.ContainsFunc(b.stays, func(run besideRun) bool {
		r, _ := utf8.DecodeRune(cell[run.start:run.end])
		return dash(r) && run.start > 0 && cell[run.start-1] == ' ' && int(run.end) < len(cell) && cell[run.end] == ' '
	})
}

// put makes the text of the cell, read being what is left of it as it was settled.
func (b *besideReading) put(cell, read []byte) {
	b.text = b.text[:0]
	i, j := 0, 0 // what is left, and as it is read, up to a mark
	for _, run := range b.stays {
		at := j + besideShift(b.left[i:run.mark], read[j:])
		b.text = append(b.text, read[j:at]...)
		i, j = int(run.mark)+1, at+1
		if run.gap == 0 {
			b.text = append(b.text, cell[run.start:run.end]...)
			continue
		}
		g := &b.gaps[run.gap-1]
		if b.text = append(b.text, g.after...); g.swallow {
			i, j = i+1, j+1
		}
	}
	b.text = append(b.text, read[j:]...)
}

// besideShift returns how many bytes of what was read stand for text, which ends where a run does.
func besideShift(text, read []byte) (n int) {
	for i := 0; ; {
		k := skipASCII(text, i)
		n += k - i
		if k == len(text) {
			return n
		}
		i, n = skipHigh(text, k), skipHigh(read, n)
	}
}

// findings are what was settled, in places of the cell; found is of what is left.
func (b *besideReading) findings(found *settled) (made []Finding) {
	path, after := settledName(found.path), string(found.text)
	next, shift := 0, 0
	passed := func(place int) { // what stands before a place of what is left
		for ; next < len(b.stays) && int(b.stays[next].mark) < place; next++ {
			run := b.stays[next]
			shift += int(run.end-run.start) - 1
			if run.gap > 0 {
				made = append(made, b.gaps[run.gap-1].finding(run))
			}
		}
	}
	eachWord(b.left, found.text, func(start, end, from, to int) {
		passed(start)
		made = append(made, Finding{Start: start + shift, End: end + shift, Verdict: Certain, Made: true,
			Readings: []Reading{{After: after[from:to], Path: path, Confidence: settledConfidence}}})
	})
	passed(len(b.left))
	return made
}

// mayHaveTwin tells whether some word of what was read may stand in the cell as it is: then the text may be about
// damage, see meant.go. All others cost a bit of a set.
func (b *besideReading) mayHaveTwin(cell, read []byte) bool {
	var set [64]uint64
	for _, run := range b.stays {
		if run.gap > 0 {
			continue
		}
		eachToken(cell, int(run.start), int(run.end), func(hash uint32) bool {
			set[hash>>26] |= 1 << (hash >> 20 & 63)
			return false
		})
	}
	for i := 0; ; {
		start := skipASCII(read, i)
		if start == len(read) {
			return false
		}
		i = skipHigh(read, start)
		if eachToken(read, start, i, func(hash uint32) bool { return set[hash>>26]>>(hash>>20&63)&1 != 0 }) {
			return true
		}
	}
}

// eachToken calls f with a hash of each word or sign of a run, ASCII beside it included, until f is true.
func eachToken(text []byte, from, to int, f func(hash uint32) bool) bool {
	word := func(c byte) bool { return asciiLetter(c) || isDigit(c) }
	sign := func(c byte) bool { return c == 0xC2 || c == 0xE2 } // that these begin are signs but for few
	for i := from; i < to; {
		start, signs := i, sign(text[i])
		for i++; i < to && (!utf8.RuneStart(text[i]) || sign(text[i]) == signs); i++ {
		}
		end := i
		if !signs && start == from {
			for start > 0 && word(text[start-1]) {
				start--
			}
		}
		if !signs && end == to {
			for end < len(text) && word(text[end]) {
				end++
			}
		}
		hash := uint32(2166136261) // FNV-1a
		for _, c := range text[start:end] {
			hash = (hash ^ uint32(c)) * 16777619
		}
		if f(hash * 0x9E3779B1) {
			return true
		}
	}
	return false
}

// mayStayWrongly tells whether the page at work reads a sequence in a run that stays, or one that
// lost a byte, of a kind that the damaged words hold.
func (s *settler) mayStayWrongly(b *besideReading, cell []byte, found *settled) bool {
	c := found.path.outermost()
	kinds := s.table.kindsOf(found.text) | 1<<classSign | 1<<classMark | 1<<latinClass // what stands in any text
	for _, run := range b.stays {
		if run.gap == 0 && s.table.readsPart(cell, settleRun{start: run.start, end: run.end}, c, kinds) {
			return true
		}
	}
	return false
}

// numberOf returns the number of the rune that text begins with, 0 if it has none, and its size.
func (t *settleTable) numberOf(text []byte) (num uint16, size int) {
	if len(text) > 1 && text[0]&0xE0 == 0xC0 && text[1]&0xC0 == 0x80 {
		return t.two[uint(text[0]&0x1F)<<6|uint(text[1]&0x3F)], 2
	}
	if num = t.wide(text); num != 0 {
		return num, 3
	}
	_, size = utf8.DecodeRune(text)
	return 0, size
}

// kindsOf returns the classes of the runes beyond ASCII of a text, a bit each.
func (t *settleTable) kindsOf(text []byte) (set uint32) {
	for i := 0; ; {
		if i = skipASCII(text, i); i == len(text) {
			return set
		}
		var n int
		var r rune
		r, n = utf8.DecodeRune(text[i:])
		set |= 1 << t.kindOf(r, n).class
		i += n
	}
}

// readsPart tells whether codec c reads a sequence in a run, or what may be left of one that gives a rune of
// some classes: all bytes but one. Those that lost more nobody takes for certain.
func (t *settleTable) readsPart(cell []byte, run settleRun, c codec.ID, kinds uint32) bool {
	p := t.page(c)
	var seq [4]byte
	n, need := 0, 0
	ends := func(next byte) bool {
		return n > 0 && (need > 2 && next == '?' || n == need-1 && t.mayEnd(seq[:n], c, next, kinds))
	}
	for i := run.start; i < run.end; {
		num, size := t.numberOf(cell[i:run.end])
		x := p[num].b
		i += int32(size)
		if n > 0 && x&0xC0 == 0x80 {
			seq[n] = x
			if n++; n == need {
				return true
			}
			continue
		}
		if ends(0) {
			return true
		}
		n, need = 0, 0
		if isLead(x) {
			seq[0], n, need = x, 1, 1+trailsOf(1<<(x&63))
		}
	}
	next := byte(0)
	if int(run.end) < len(cell) {
		next = cell[run.end]
	}
	return ends(next)
}

// mayEnd tells whether a sequence that lacks one byte may give a rune of some classes, with any byte that is lost
// before a byte of text.
func (t *settleTable) mayEnd(seq []byte, c codec.ID, next byte, kinds uint32) bool {
	page := &lostBytes()[c]
	lost := page.holes[trailWord] | page.soft[trailWord]
	if strings.IndexByte(`?'"-.`, next) >= 0 {
		lost = ^uint64(0)
	}
	var b [utf8.UTFMax]byte
	for ; lost != 0; lost &= lost - 1 {
		for at := 1; at <= len(seq); at++ { // the place of the byte
			n := copy(b[:], seq[:at])
			b[n] = 0x80 | byte(bits.TrailingZeros64(lost))
			copy(b[n+1:], seq[at:])
			if r, size := utf8.DecodeRune(b[:len(seq)+1]); size > 1 && kinds>>t.kindOf(r, size).class&1 != 0 {
				return true
			}
		}
	}
	return false
}
