package engine

import (
	"math"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/scan"
)

// A legacyBid is a pair that may be tried on a cell. score, in nats, is what the bytes of
// the cell beyond ASCII cost as runes of the page by themselves: that is cheap to know,
// and most pairs are out by it.
type legacyBid struct {
	pair   legacyPair
	number int
	price  float32
	score  float32
}

// A pair of two single-byte pages is not tried where the runes that it gives cost more by
// themselves than those that stand there by bidNats, and bidPerByte for each of them; and of
// those that read many, where it is behind the best by as much.
const (
	bidNats    = 8
	bidPerByte = 3
	manyBytes  = 12
)

// legacyBids returns the pairs to be tried on a cell, in their order; with known, those
// that are known to be at work.
func (s *search) legacyBids(text string, known bool) []legacyBid {
	w := &s.legacy
	w.bids = w.bids[:0]
	w.runes = s.runesOf(w.runes[:0], text)
	number := 0
	wide := 0
	for _, g := range legacyGroups {
		first := number
		number += len(g.from)
		if s.opt.Allowed&g.read.Set() == 0 || known && !s.opt.knownPairs.any(first, number) {
			continue
		}
		h, ok := s.histogram(w.runes, g.read)
		if !ok {
			continue
		}
		limit := h.literal + h.rest + legacyEnter + bidNats + bidPerByte*float32(h.sum)
		wide = max(wide, h.sum)
		for i, from := range g.from {
			b := legacyBid{pair: legacyPair{from, g.read}, number: first + i, price: legacyEnter + legacyRank*float32(i)}
			if nearReads&g.read.Set() != 0 {
				b.price += legacyNear
			}
			if s.opt.knownPairs.has(b.number) {
				b.price = legacyKnown
			} else if known {
				continue
			}
			if from.Codec().SingleByte() && from != codec.Windows874 { // whose letters are rare in the model
				if b.score = h.score(from) + b.price; b.score > limit {
					continue
				}
			}
			w.bids = append(w.bids, b)
		}
	}
	if wide >= manyBytes {
		w.bids = s.bestBids(w.bids, bidNats+bidPerByte*float32(wide))
	}
	return w.bids
}

// bestBids keeps the known pairs, those of double-byte pages, and of the others those
// that are not behind the best by more than so many nats.
func (s *search) bestBids(bids []legacyBid, window float32) (kept []legacyBid) {
	best := float32(math.MaxFloat32)
	for _, b := range bids {
		if b.score > 0 {
			best = min(best, b.score)
		}
	}
	kept = bids[:0]
	for _, b := range bids {
		if b.score <= best+window || s.opt.knownPairs.has(b.number) {
			kept = append(kept, b)
		}
	}
	return kept
}

// oddWords is how many of the words that the gate finds odd are looked at before all of a cell is.
const oddWords = 8

// legacyOdd keeps of the bids on a cell those that read a word cheaper which the gate finds odd: where words of another
// script than Latin are, "ОБЪЯСНИТЕ", most cells are clean otherwise, and long. Where something else is odd, nothing is, or
// pairs are known to be at work, it keeps all.
func (s *search) legacyOdd(text string, bids []legacyBid) []legacyBid {
	if !s.opt.knownPairs.empty() {
		return bids
	}
	var list [oddWords]stretch
	words := list[:0]
	for i := 0; len(words) < oddWords; {
		start, end := scan.LegacyRun(text, i)
		if start == end {
			break
		}
		if r, _ := utf8.DecodeRuneInString(text[start:]); s.scriptBit(r)&^s.scriptBit('a') == 0 {
			return bids
		}
		for start > i && text[start-1] > ' ' {
			start--
		}
		for end < len(text) && text[end] > ' ' {
			end++
		}
		words = append(words, stretch{start, end})
		i = end
	}
	if len(words) == 0 {
		return bids
	}
	read := codec.ID(0)
	var units []legacyUnit
	kept := bids[:0]
	for _, b := range bids {
		if units == nil || read != b.pair.read {
			units, read = s.legacyUnits(text, b.pair.read, words...), b.pair.read
		}
		if s.gains(units, b.pair) {
			kept = append(kept, b)
		}
	}
	return kept
}

// gains tells whether a pair reads one of the units cheaper.
func (s *search) gains(units []legacyUnit, pair legacyPair) bool {
	for i := range units {
		u := &units[i]
		if x := s.legacyKept(u, pair); x.ok && x.cost+x.words < u.literal+u.words.price {
			return true
		}
	}
	return false
}

// A byteCount counts the bytes beyond ASCII of a cell in a page, and those that it has not.
type byteCount struct {
	bytes   [24]byte
	counts  [24]int
	n       int
	sum     int
	literal float32 // nats of the runes as they stand, by themselves
	rest    float32 // the same of those that the page has not
}

// histogramRunes is how many runes beyond ASCII are counted.
const histogramRunes = 64

// A pricedRune is a rune and what it costs by itself.
type pricedRune struct {
	r     rune
	alone float32
}

// runesOf appends the runes of a cell that are counted.
func (s *search) runesOf(runes []pricedRune, text string) []pricedRune {
	for _, r := range text {
		if r >= 0x80 {
			runes = append(runes, pricedRune{r, min(s.model.Alone(s.model.Sym(r)), aloneBarred)})
			if len(runes) == histogramRunes {
				break
			}
		}
	}
	return runes
}

// histogram counts the bytes that runes are in a page; ok is false if the page has hardly any of
// them. Of a double-byte page it counts nothing.
func (s *search) histogram(runes []pricedRune, page codec.ID) (h byteCount, ok bool) {
	has := 0
	single := page.Codec().SingleByte()
	for _, x := range runes {
		s.steps++
		b, encodes := codec.ByteOf(page, x.r)
		if !single {
			encodes, b = x.r >= 0x3000, 0xC0
		}
		if !encodes {
			h.rest += x.alone
			continue
		}
		has++
		h.add(b, x.alone)
	}
	return h, has > 0
}

func (h *byteCount) add(b byte, literal float32) {
	for i := range h.n {
		if h.bytes[i] == b {
			h.counts[i]++
			h.sum++
			h.literal += literal
			return
		}
	}
	if h.n < len(h.bytes) {
		h.bytes[h.n], h.counts[h.n] = b, 1
		h.n++
		h.sum++
		h.literal += literal
	}
}

// score is what the cell costs, its runes by themselves, the bytes read by a page.
func (h *byteCount) score(page codec.ID) float32 {
	sum := h.rest
	t := legacyTableOf(page)
	for i := range h.n {
		sum += t.alone[h.bytes[i]] * float32(h.counts[i])
	}
	return sum
}
