package engine

import (
	"math/bits"
	"strings"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

// Most damaged text that has lost bytes has lost few, of well-known kinds: the last byte of a closing quotation mark,
// of Á and Í, of č, the no-break space that à ends in. The fast tier mends these where the rest of the text is
// settled by windows-1252 without them, so that damage is beyond doubt and its page known. Two kinds of gaps:
//
//   - `â€` at the end of a word, a quotation that the same damage opened being open: its closing mark, not the hyphen
//     or the dagger that it may be elsewhere;
//   - a lead of two bytes whose trail is gone, or has become a space, a question mark or U+FFFD: each rune that it may
//     have been is read where it stands, by the model and the list of words, and what stands there, too.
//     One must be far ahead of all others.
//
// What has more, or two gaps in sight of each other, is for the search.

// mendedConfidence is for gaps that are mended: of 1,287 in lines held out, and of other sources, 4 came out wrong, when letters were
// still mended where controls may have been dropped.
const mendedConfidence = 0.995

// gapMark stands for a gap in what is left. It parts words, as findings are parted there.
const gapMark = ')'

// A gap is a sequence that lost its last byte.
type gap struct {
	lead byte // as windows-1252; 0 for a closing quotation mark
	lost bool // U+FFFD stands for the byte

	after   string // what it was
	loss    Loss
	swallow bool // the byte of ASCII behind it, which stands for the one that was lost
}

// finding is what was found at a gap.
func (g *gap) finding(run besideRun) Finding {
	end, after := int(run.end), g.after
	switch {
	case g.swallow:
		end++
	case g.loss == LossSpace: // and there was another
		end++
		after += " "
	}
	return Finding{Start: int(run.start), End: end, Verdict: Certain, Made: true,
		Readings: []Reading{{After: after, Path: settledName(keyOf(nil).with(codec.Windows1252)), Losses: g.loss, Confidence: mendedConfidence}}}
}

const (
	closingLeft = "â€" // what is left of a closing quotation mark
	replacement = "\uFFFD"
)

// takeGaps takes a run that has gaps apart; not ok if it has none, or one that is not for the fast tier.
func (s *settler) takeGaps(b *besideReading, cell []byte, start, end int) (next int, ok bool) {
	t := s.table
	p := t.page(codec.Windows1252)
	stays, gaps, read, left := len(b.stays), len(b.gaps), len(b.read), len(b.left)
	fail := func() (int, bool) {
		b.stays, b.gaps, b.read, b.left = b.stays[:stays], b.gaps[:gaps], b.read[:read], b.left[:left]
		return start, false
	}
	done := start // what stands before is taken
	take := func(from, to int, g gap) {
		if from > done {
			b.read = append(b.read, settleRun{start: int32(done), end: int32(from)})
			b.left = append(b.left, cell[done:from]...)
		}
		b.gaps = append(b.gaps, g)
		b.stays = append(b.stays, besideRun{start: int32(from), end: int32(to), mark: int32(len(b.left)), gap: int32(len(b.gaps))})
		b.left = append(b.left, gapMark)
		done = to
	}
	from, seen, need := 0, 0, 0 // of the sequence that is read
	var seq [utf8.UTFMax]byte
	for i := start; ; {
		x, size := byte(0), 0
		if i < end {
			var num uint16
			if num, size = t.numberOf(cell[i:end]); num != 0 {
				x = p[num].b
			}
		}
		if seen > 0 && x&0xC0 == 0x80 {
			seq[seen] = x
			i += size
			if seen++; seen == need {
				seen = 0
			}
			continue
		}
		if seen > 0 { // it ends here
			to, lost := i, false
			if i < end && x == 0 {
				if string(cell[i:i+size]) != replacement {
					return fail()
				}
				to, lost = i+size, true
			}
			switch {
			case need == 2:
				take(from, to, gap{lead: seq[0], lost: lost})
			case need == 3 && seen == 2 && string(cell[from:i]) == closingLeft && to == end:
				take(from, to, gap{lost: lost})
			default:
				return fail()
			}
			seen = 0
			if i = to; lost {
				continue
			}
		}
		if i == end {
			break
		}
		if !isLead(x) {
			return fail()
		}
		from, seq[0], seen, need = i, x, 1, 1+trailsOf(1<<(x&63))
		i += size
	}
	if len(b.gaps) == gaps {
		return fail()
	}
	if done < end {
		b.read = append(b.read, settleRun{start: int32(done), end: int32(end)})
		b.left = append(b.left, cell[done:end]...)
	}
	return end, true
}

// mend finds what stood at the gaps, found being what is left; false if that is for the search.
func (s *settler) mend(b *besideReading, found *settled, opt *Options) bool {
	if found.path != keyOf(nil).with(codec.Windows1252) {
		return false
	}
	stripped := !s.keepsControls(b)
	i, j := 0, 0 // what is left, and as it is read
	open := 0    // places before which a quotation is looked for
	last := -1
	for _, run := range b.stays {
		at := j + besideShift(b.left[i:run.mark], found.text[j:])
		if run.gap > 0 {
			g := &b.gaps[run.gap-1]
			if last >= 0 && at-last <= gapSight {
				return false
			}
			if g.lead != 0 {
				if !s.mendLetter(g, found.text, at, opt) || stripped && g.loss&(LossSpace|LossNBSP) == 0 {
					return false
				}
			} else if !closesQuotation(g, found.text, open, at) {
				return false
			} else {
				open = at
			}
			last = at
		}
		i, j = int(run.mark)+1, at+1
	}
	return true
}

// keepsControls tells whether a cell has some of the bytes 80..9F, or what windows-1252 has for them: then the text was not
// forced into ISO-8859-1, whose controls programs throw away, and with them any of 32 trails.
func (s *settler) keepsControls(b *besideReading) bool {
	page := s.table.page(codec.Windows1252)
	for _, num := range s.levels[0].nums {
		if x := page[num].b; x >= 0x80 && x < 0xA0 {
			return true
		}
	}
	for _, g := range b.gaps {
		if g.lead == 0 {
			return true // what is left of a closing quotation mark is such a rune
		}
	}
	return false
}

// gapSight, in bytes, is how far apart two gaps must be: neither is then in a word with the other, nor within what the model sees.
const gapSight = 6

// closesQuotation tells whether a gap at a place is a closing quotation mark: one is open that opened after a place, and a word
// ends there.
func closesQuotation(g *gap, text []byte, after, at int) bool {
	opened := false
	for i := skipASCII(text[:at], after); i < at; i = skipASCII(text[:at], i) {
		r, n := utf8.DecodeRune(text[i:at])
		switch r {
		case '“':
			if opened {
				return false
			}
			opened = true
		case '”', '„', '‟', '‐', '†':
			return false
		}
		i += n
	}
	if !opened || at == 0 || text[at-1] <= ' ' {
		return false
	}
	if r, _ := utf8.DecodeLastRune(text[:at]); r == '“' {
		return false
	}
	if g.after, g.loss = "”", LossDropped; g.lost {
		g.loss = LossReplacement
	}
	if at+1 == len(text) {
		return true
	}
	switch text[at+1] {
	case ' ', '.', ',', ';', ':', '!', ')', ']':
		return true
	}
	return false
}

// mendLetter chooses what a lead without a trail was.
func (s *settler) mendLetter(g *gap, text []byte, at int, opt *Options) bool {
	before := text[max(at-gapContext, 0):at]
	for len(before) > 0 && !utf8.RuneStart(before[0]) {
		before = before[1:]
	}
	after := text[at+1 : min(at+1+gapContext, len(text))]
	for n := len(after); n > 0 && n < len(text)-at-1 && !utf8.Valid(after); n-- {
		after = after[:n-1]
	}
	if len(after) == 0 {
		return false // it may have been cut there
	}
	next := after[0]
	if !g.lost && strings.IndexByte(`'"-.`, next) >= 0 {
		return false // it may stand for a mark that was straightened
	}
	var list [maxGapReadings]gapReading
	n, best := 0, 0
	try := func(r rune, loss Loss, price float32, swallow bool) {
		var buf [utf8.UTFMax]byte
		x := gapReading{r: r, loss: loss, swallow: swallow}
		x.cost = price - opt.Profile.rune(r) + s.costOfGap(before, buf[:utf8.EncodeRune(buf[:], r)], after, swallow)
		if list[n] = x; x.cost < list[best].cost {
			best = n
		}
		n++
	}
	each := func(trails *byteSet, loss Loss, more float32, swallow bool) {
		for set := trails[trailWord]; set != 0; set &= set - 1 {
			r := rune(g.lead&0x1F)<<6 | rune(bits.TrailingZeros64(set))
			if k := s.table.kindOf(r, 2); k.class != classBarred {
				try(r, loss, lossPrice(loss)+more, swallow)
			}
		}
	}
	eachLost(g.lost, next, each)
	if n == 0 {
		return false
	}
	x := &list[best]
	g.after, g.loss, g.swallow = string(x.r), x.loss, x.swallow
	for i := range list[:n] {
		switch o := &list[i]; {
		case o.r != x.r && o.cost < x.cost+gapMargin:
			return false
		case o.swallow != x.swallow && o.cost < x.cost+blankMargin:
			return false
		}
	}
	lead := codec.Windows1252.Codec().DecodeByte(g.lead)
	var buf [utf8.UTFMax]byte
	return leavePrice+s.costOfGap(before, buf[:utf8.EncodeRune(buf[:], lead)], after, false) >= x.cost+gapMargin
}

// A gapReading is what a gap may have been.
type gapReading struct {
	r       rune
	loss    Loss
	swallow bool
	cost    float32
}

// maxGapReadings is the number of those that a question mark leaves open, which are most.
const maxGapReadings = 5 + 2 + 5 + 27

// eachLost calls f for each way in which windows-1252 may have lost a trail, as [search.lostAt] has them: next is the byte that
// stands behind it, and replaced that U+FFFD stands for it.
func eachLost(replaced bool, next byte, f func(trails *byteSet, loss Loss, more float32, swallow bool)) {
	page := &lostBytes()[codec.Windows1252]
	if replaced {
		f(&page.holes, LossReplacement, 0, false)
		f(&page.printable, LossReplacement, definedPrice, false)
		return
	}
	f(&page.holes, LossDropped, 0, false)
	f(&page.soft, LossNBSP, 0, false)
	switch next {
	case ' ':
		f(&page.nbsp, LossSpace, 0, true)
		f(&page.nbsp, LossSpace, 1.5, false)
	case '?':
		f(&page.holes, LossQuestion, 0, true)
		f(&page.printable, LossQuestion, 1, true)
	}
}

// gapMargin, in nats, is how far ahead of all others the reading of a gap must be.
const gapMargin = 6

// blankMargin is the same for the one that differs in a blank alone.
const blankMargin = 3

// gapContext, in bytes, is how much of the text around a gap is looked at: more than the longest words.
const gapContext = 48

// costOfGap is what the model and the list of words ask for a reading between two texts, and for what it does to these.
func (s *settler) costOfGap(before, read, after []byte, swallow bool) (sum float32) {
	seen := 0 // of what is behind: as much for all readings
	for n := 0; n <= tail && seen < len(after); n++ {
		_, size := utf8.DecodeRune(after[seen:])
		seen += size
	}
	ends := seen == len(after)
	if swallow {
		after = after[1:]
		seen--
	}
	s.gapText = append(append(append(s.gapText[:0], before...), read...), after...)
	from, to := len(before), len(before)+len(read)
	m := lm.Default()
	start := from
	for n := 0; n < tail && start > 0; n++ {
		_, size := utf8.DecodeLastRune(s.gapText[:start])
		start -= size
	}
	ctx := lm.Edge
	var cost float32
	for i, r := range stringOf(s.gapText[start : to+seen]) {
		if r == 0xA0 { // see search.sym
			r = ' '
		}
		if sym := m.Sym(r); start+i < from {
			ctx = ctx.Push(sym)
		} else {
			ctx, cost = s.memo.Next(m, ctx, sym)
			sum += cost
		}
	}
	if ends {
		_, cost = s.memo.Next(m, ctx, lm.EdgeSym)
		sum += cost
	}
	return sum + s.costOfWords(from, to)
}

// costOfWords is what the words around a stretch of a gap's text cost.
func (s *settler) costOfWords(from, to int) float32 {
	m := lm.Default()
	for from > 0 {
		r, n := utf8.DecodeLastRune(s.gapText[:from])
		if m.Sym(r).Role() == lm.RoleBreak {
			break
		}
		from -= n
	}
	for to < len(s.gapText) {
		r, n := utf8.DecodeRune(s.gapText[to:])
		if m.Sym(r).Role() == lm.RoleBreak {
			break
		}
		to += n
	}
	return wordsCost(s.gapText[from:to])
}
