package engine

import (
	"bytes"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

// rivalLead, in nats, is by how much the model must prefer one of two readings of a text,
// the prices of their paths included, where it is not clear without.
const rivalLead = 8

// foldedPrice, in nats, is what it costs to suppose that case was folded.
const foldedPrice = 4

// wordLead, in nats, is by how much the model must prefer the reading of a text that has a little less evidence
// than it takes, but some within words, to the text as it stands; rareRune are those of a rune that
// such a reading may not have.
const (
	wordLead = 12
	rareRune = 11
)

// leads tells whether reading f is far enough ahead of another.
func (s *settler) leads(f, other *settled) bool {
	return f.clear(other.price, other.rarest, f.weight > 0 && other.weight == 0) ||
		other.price-f.price+s.costLead(f.text, other.text) >= rivalLead
}

// farAhead, in nats, is a lead that what follows does not make up for.
const farAhead = 50

// costLead returns by how many nats the model prefers reading a of a text to
// reading b. It looks at the runs in which they differ and at what stands next to these, until one of them is far ahead.
func (s *settler) costLead(a, b []byte) (lead float32) {
	for i, j := 0, 0; lead > -farAhead && lead < farAhead; {
		k := skipASCII(a, i)
		i, j = k, j+k-i
		if i == len(a) {
			return lead
		}
		endA, endB := skipHigh(a, i), skipHigh(b, j)
		if !bytes.Equal(a[i:endA], b[j:endB]) {
			lead += s.costOfRun(b, j, endB) - s.costOfRun(a, i, endA)
		}
		i, j = endA, endB
	}
	return lead
}

// costOfRun is what the model asks for text[from:to] where it stands, and for what it
// does to the ASCII behind it.
func (s *settler) costOfRun(text []byte, from, to int) (sum float32) {
	m := lm.Default()
	start := from
	for n := 0; n < tail && start > 0; n++ {
		_, size := utf8.DecodeLastRune(text[:start])
		start -= size
	}
	ctx := lm.Edge
	behind := 0
	for i := start; behind < tail; {
		sym, size := lm.EdgeSym, 1
		if i < len(text) {
			var r rune
			r, size = utf8.DecodeRune(text[i:])
			sym = m.Sym(r)
		}
		if i >= to {
			if behind++; i < len(text) && text[i] >= utf8.RuneSelf && text[i-1] < utf8.RuneSelf {
				break // the next run
			}
		}
		if i < from {
			ctx = ctx.Push(sym)
		} else {
			var c float32
			ctx, c = s.memo.Next(m, ctx, sym)
			sum += c
		}
		if i >= len(text) {
			break
		}
		i += size
	}
	return sum
}

// trailLead, in nats, is by how much the model must prefer each letter of a text to what it would have been, had case been folded;
// all of them together by rivalLead, less the price of that.
const trailLead = 2

// unfolded tells whether a text, of which l are the runs, was not folded in case after codec c read it: at each place
// the model prefers what it is, found, to the reading with the trail that would then have been there. What
// stands in capitals it would prefer in any case, and so small letters; not so as windows-1252, of which the
// letters in question are few, make capitals of capitals, and are the last bytes of marks: “ is â€œ.
func (s *settler) unfolded(l *settleLevel, text, found []byte, c codec.ID) bool {
	small := hasCase(text, false)
	if c != codec.Windows1252 && (small || hasCase(text, true)) {
		return false
	}
	p := s.table.page(c)
	other := append(s.newText(), found...)
	s.texts[len(s.texts)-1] = other
	n, k := 0, int32(0)
	sum, any := float32(0), false
	for _, run := range l.runs {
		n = skipASCII(found, n)
		for i, num := range l.nums[k:run.nums] {
			f := p[num].folded
			if f == 0 {
				continue
			}
			at := n + i
			if small && (i == 0 || found[at-1] != 0x80) {
				return false
			}
			other[at] = f
			lead := s.leadAt(found, other, at)
			if lead < trailLead {
				return false
			}
			sum, any = sum+lead, true
			other[at] = found[at]
		}
		n += int(run.nums - k)
		k = run.nums
	}
	return !any || sum >= rivalLead-foldedPrice
}

// leadAt returns by how many nats the model prefers text a to text b, which differs from it in a trail.
func (s *settler) leadAt(a, b []byte, at int) float32 {
	from, to := at, at+1
	for from > 0 && !utf8.RuneStart(a[from]) {
		from--
	}
	for to < len(a) && !utf8.RuneStart(a[to]) {
		to++
	}
	return s.costOfRun(b, from, to) - s.costOfRun(a, from, to)
}

// neverFolded tells whether the letters of a text that codec c reads show that case was not folded after that: some trails
// are small, and some are capitals within a word; or none has case.
func (s *settler) neverFolded(text []byte, c codec.ID) bool {
	l, p := &s.levels[0], s.table.page(c)
	var all uint8
	inside := false
	k := int32(0)
	for _, run := range l.runs {
		letter := run.start > 0 && asciiLetter(text[run.start-1])
		for _, num := range l.nums[k:run.nums] {
			signs := p[num].signs
			all |= signs
			inside = inside || letter && signs&signUpperTrail != 0
			letter = signs&(signLower|signUpper) != 0
		}
		k = run.nums
	}
	return all&(signLowerTrail|signUpperTrail) == 0 || inside && all&signLowerTrail != 0
}
