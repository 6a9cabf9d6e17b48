package engine

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// What the ways through a cell pay, in nats, beside the price of the pair: legacyLeave for
// a unit that stays as it is after one that was read again, legacyAgain for the
// next one that is, and legacyLate for the first one where others stay before it: `— À ùî` is
// `— А що`.
const (
	legacyLeave = 4
	legacyAgain = 4
	legacyLate  = 4
)

// A legacyClaim is what a pair makes of a cell.
type legacyClaim struct {
	pair         legacyPair
	total        float32 // nats by which the way is cheaper than the cell as it stands
	price        float32
	before, text string       // of the cell, and what it becomes
	outer        *codec.Codec // that the cell was read as besides, as UTF-8; nil for none
	spans        []legacySpan
}

// A legacySpan is a stretch of the cell that a pair reads again.
type legacySpan struct {
	from, to int // bytes of the cell
	end      int // byte of what the cell becomes
	after    string
}

// claimNats is how far behind the best a claim may be and still be looked at.
const claimNats = 40

// legacyClaims returns the pairs whose reading of the cell is cheaper than the
// cell as it stands, the best first; with known only of the pairs known to be at work.
func (s *search) legacyClaims(text string, known bool) []legacyClaim {
	w := &s.legacy
	w.claims = w.claims[:0]
	w.forget()
	best := float32(0)
	read := codec.ID(0)
	var units []legacyUnit
	for _, b := range s.legacyOdd(text, s.legacyBids(text, known)) {
		if units == nil || read != b.pair.read {
			units, read = s.legacyUnits(text, b.pair.read, whole(text)), b.pair.read
		}
		total := s.legacyWay(units, b.pair, b.price)
		if total < best-claimNats || total <= 0 {
			continue
		}
		best = max(best, total)
		c := legacyClaim{pair: b.pair, total: total, price: b.price}
		if s.legacyRead(&c, text, units) {
			w.claims = append(w.claims, c)
		}
	}
	slices.SortStableFunc(w.claims, func(a, b legacyClaim) int { return cmp.Compare(b.total, a.total) })
	return w.claims
}

// legacyWay finds which units a page reads and returns by how many nats that is
// cheaper, their whole words among it: each unit stays or is read again, at a price for each change of the two.
func (s *search) legacyWay(units []legacyUnit, pair legacyPair, enter float32) (total float32) {
	w := &s.legacy
	w.choice = w.choice[:0]
	const none = -1e9
	// Gains of the best ways on which the last unit stays, no unit having been read
	// yet or some; and on which it was read again.
	fresh, out, in := float32(0), float32(none), float32(none)
	for i := range units {
		var choice uint8 // bits: out came from in, in came from fresh, in came from out
		x := s.legacyKept(&units[i], pair)
		stay := max(out, in-legacyLeave)
		if in-legacyLeave > out {
			choice |= 1
		}
		read := float32(none)
		if x.ok {
			cost := x.cost + (x.words - units[i].words.price)
			read = in
			if fresh-enter > read {
				read, choice = fresh-enter, choice|2
			}
			if out-legacyAgain > read {
				read, choice = out-legacyAgain, choice&^2|4
			}
			read += units[i].literal - cost
		}
		if i == 0 {
			enter += legacyLate
		}
		out, in = stay, read
		w.choice = append(w.choice, choice)
	}
	// Back along the way, the choices become: 1 where the unit is read again.
	total = max(out, in)
	const (
		atFresh = iota
		atOut
		atIn
	)
	at := atOut
	if in >= out {
		at = atIn
	}
	for i := len(units) - 1; i >= 0; i-- {
		c := w.choice[i]
		w.choice[i] = 0
		switch {
		case at == atOut && c&1 != 0:
			at = atIn
		case at == atIn:
			w.choice[i] = 1
			if c&2 != 0 {
				at = atFresh
			} else if c&4 != 0 {
				at = atOut
			}
		}
	}
	return total
}

// joinGap is how many bytes of ASCII may stand between units of one span.
const joinGap = 40

// legacyRead fills in the text of a claim and its spans. It is false if the text
// would not come out as it stands when it is damaged that way again.
func (s *search) legacyRead(c *legacyClaim, text string, units []legacyUnit) bool {
	var b []byte
	var starts []int // of the spans in what the text becomes
	done := 0
	joins := false // the unit before was read again, and nothing but ASCII since
	for i := range units {
		if s.legacy.choice[i] == 0 {
			joins = false
			continue
		}
		u := &units[i]
		between := text[done:u.from]
		b = append(b, between...)
		if !joins || len(between) > joinGap || !ascii(between) {
			c.spans = append(c.spans, legacySpan{from: u.from})
			starts = append(starts, len(b))
		}
		var whole bool
		if b, whole = c.pair.from.Codec().AppendDecode(b, u.bytes); !whole {
			return false
		}
		last := &c.spans[len(c.spans)-1]
		last.to, last.end = u.to, len(b)
		done, joins = u.to, true
	}
	c.before, c.text = text, string(append(b, text[done:]...))
	for i := range c.spans {
		sp := &c.spans[i]
		sp.after = c.text[starts[i]:sp.end]
		if c.pathOf(text[sp.from:sp.to], sp.after) == "" {
			return false
		}
	}
	return len(c.spans) > 0
}

// pathOf is the path on which after became before: empty if there is none.
func (c *legacyClaim) pathOf(before, after string) string {
	b, taken := c.pair.from.Codec().AppendEncode(nil, after)
	if taken < len(after) {
		return ""
	}
	if c.outer == nil {
		return pathTo(codecNames()[c.pair.from], c.pair.read, b, before)
	}
	inner, _ := c.pair.read.Codec().AppendDecode(nil, b)
	if path := pathTo(c.pair.name(), c.outer.ID(), inner, before); path != "" || c.pair.read != codec.Windows1252 {
		return path
	}
	inner = inner[:0]
	for _, x := range b {
		inner = utf8.AppendRune(inner, rune(x))
	}
	return pathTo(codecNames()[c.pair.from]+">iso-8859-1", c.outer.ID(), inner, before)
}

// pathTo adds to a path the page that reads bytes as text. ISO-8859-1 is a page of its
// own in names, and windows-1252 for everything else. It is empty if the page does not.
func pathTo(path string, page codec.ID, bytes []byte, text string) string {
	if got, _ := page.Codec().AppendDecode(nil, bytes); string(got) == text {
		return path + ">" + codecNames()[page]
	}
	i := 0
	for _, r := range text {
		if page != codec.Windows1252 || i == len(bytes) || r != rune(bytes[i]) {
			return ""
		}
		i++
	}
	if i < len(bytes) {
		return ""
	}
	return path + ">iso-8859-1"
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
