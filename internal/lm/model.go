package lm

import (
	_ "embed"
	"math/bits"
	"slices"
	"sync"
	"sync/atomic"
)

//go:generate bash ../../corpus/train/retrain.sh ${UNBAKE_LINES}

//go:embed model.bin
var embedded string

// Default returns the embedded model, unpacked at the first call.
var Default = sync.OnceValue(func() *Model {
	m, err := Load(embedded)
	if err != nil {
		panic("lm: embedded model: " + err.Error())
	}
	return m
})

// Step is the unit in which costs are stored, in nats: eight bits reach to
// 17.85. A finer step did not change what is repaired.
const Step = 0.07

// bowShift lets a stored back-off weight be negative: a context whose
// pruned continuations were all less likely than by the shorter context.
const bowShift = 32

// A Model gives the costs of runes in context. It never changes after Load.
type Model struct {
	classes  Classes
	pages    [maxRune>>7 + 2]atomic.Pointer[[128]Sym] // each made when it is asked for
	vocab    []rune                                   // folded, ascending
	base     []float32                                // by symbol: cost of the rune within its class
	oov      []float32                                // by class: cost of the runes that were not seen, as one
	spread   []float32                                // by class: cost of one of those
	classBi  []float32                                // cost of class j after class i, at i*len(classes)+j
	caseCost [64][2]float32
	nVocab   int
	symClass []uint8 // by symbol of the vocabulary
	script   []uint8 // by class, 0 for what is no letter
	barred   []bool  // by class: no text holds such runes
	table    string  // buckets of bucketSize bytes
	buckets  uint64
	words    wordFilter
	spelled  []Word // by class: what its runes make of a word
	costs    [256]float32
	bows     [256]float32
}

// A Context is the last three symbols and their case roles. The zero Context
// is not valid; begin with Edge.
type Context uint64

// Edge is the context at the start of a cell.
const Edge = Context(symEdge | symEdge<<16 | symEdge<<32)

// EdgeSym ends a cell: its cost is that of the text ending there.
const EdgeSym = Sym(symEdge)

// Sym returns the model's symbol of a rune.
func (m *Model) Sym(r rune) Sym {
	if uint32(r) > maxRune {
		r = maxRune + 1
	}
	p := m.pages[r>>7].Load()
	if p == nil {
		p = m.fillPage(r >> 7)
	}
	return p[r&127]
}

// Known returns the runes whose Sym is Known and not Barred, in ascending order.
func (m *Model) Known() []rune {
	var list []rune
	for i, v := range m.vocab {
		if m.barred[m.symClass[firstSym+i]] {
			continue
		}
		list = append(list, v)
		for _, r := range relatives(v) {
			if Fold(r) == v {
				list = append(list, r)
			}
		}
	}
	slices.Sort(list)
	return list
}

// rare is Sym for runes that are not known.
func (m *Model) rare(r rune) Sym {
	c := m.classes.Of(r)
	return Sym(firstSym+m.nVocab+int(c)) | Sym(c)<<16 | caseBits(r)
}

// Script returns a number for the script of a letter, equal for letters of one
// script; 0 for everything else.
func (m *Model) Script(s Sym) uint8 { return m.script[s.Class()] }

// Barred tells whether no text holds the rune: it is private, or unassigned.
func (m *Model) Barred(s Sym) bool { return m.barred[s.Class()] }

// Class returns the name of a symbol's class.
func (m *Model) Class(s Sym) string { return m.classes.Names[s.Class()] }

// Next returns the cost in nats of s after c, and the context after it.
func (m *Model) Next(c Context, s Sym) (Context, float32) {
	return c.Push(s), m.costOf(c, s, m.ngram(uint64(c)&(1<<48-1), s))
}

// costOf is the cost of s after c, ngram being that of its n-gram.
func (m *Model) costOf(c Context, s Sym, ngram float32) float32 {
	cost := ngram + m.among(s)
	if s.Cased() {
		up := 0
		if s.Upper() {
			up = 1
		}
		cost += m.caseCost[c>>48&63][up]
	}
	return cost
}

// Push returns the context after s.
func (c Context) Push(s Sym) Context {
	roles := (uint64(c)>>48<<2 | uint64(s.Role())) & 63
	return Context((uint64(c)<<16|uint64(s.ID()))&(1<<48-1) | roles<<48)
}

// ngram is the cost of a symbol after three symbols (the newest in the low
// bits): the longest n-gram that is known, and the back-off weights on the way.
func (m *Model) ngram(ctx uint64, s Sym) float32 {
	id := uint64(s.ID())
	if v, ok := m.find(ctx<<16 | id); ok {
		return m.costs[v&0xFF]
	}
	var cost float32
	if v, ok := m.find(ctx); ok {
		cost = m.bows[v>>8]
	}
	for _, x := range m.lower(ctx&(1<<32-1), s) {
		cost += x
	}
	return cost
}

// lower is what a symbol costs after two symbols, in parts to be added up.
func (m *Model) lower(ctx uint64, s Sym) (parts [3]float32) {
	id := uint64(s.ID())
	if v, ok := m.find(ctx<<16 | id); ok {
		return [3]float32{m.costs[v&0xFF]}
	}
	if v, ok := m.find(ctx); ok {
		parts[0] = m.bows[v>>8]
	}
	ctx &= 1<<16 - 1
	if v, ok := m.find(ctx<<16 | id); ok {
		parts[1] = m.costs[v&0xFF]
		return parts
	}
	if v, ok := m.find(ctx); ok {
		parts[1] = m.bows[v>>8]
	}
	parts[2] = m.unigram(m.classOf(ctx), s)
	return parts
}

// among is what it costs to be this one of the runes of a class that were not
// seen: the n-grams know them as one symbol.
func (m *Model) among(s Sym) float32 {
	if s.Known() || s.ID() == symEdge {
		return 0
	}
	return m.spread[s.Class()]
}

// unigram is the end of the back-off: the class after the class before, and
// the rune within its class.
func (m *Model) unigram(prev uint8, s Sym) float32 {
	cost := m.classBi[int(prev)*(len(m.classes.Names)+1)+m.column(s)]
	if int(s.ID()) < firstSym+m.nVocab {
		return cost + m.base[s.ID()]
	}
	return cost + m.oov[s.Class()]
}

// column is where a symbol stands in a row of classBi: its class, and the
// edge last.
func (m *Model) column(s Sym) int {
	if s.ID() == symEdge {
		return len(m.classes.Names)
	}
	return int(s.Class())
}

// classOf returns the class of a context's newest symbol, the edge being the
// class after the last.
func (m *Model) classOf(id uint64) uint8 {
	switch {
	case id == symEdge:
		return uint8(len(m.classes.Names))
	case id >= uint64(firstSym+m.nVocab):
		return uint8(id - uint64(firstSym+m.nVocab))
	}
	return m.symClass[id]
}

const (
	bucketSlots = 16
	bucketSize  = bucketSlots * 4 // fingerprints first, then values: one cache line
)

// mix spreads a key; the constants are those of SplitMix64 (Steele, Lea and
// Flood, 2014).
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xBF58476D1CE4E5B9
	x ^= x >> 27
	x *= 0x94D049BB133111EB
	return x ^ x>>31
}

// slotOf returns the bucket a key belongs to and its fingerprint, never 0.
func slotOf(key, buckets uint64) (bucket uint64, print uint16) {
	h := mix(key)
	bucket, _ = bits.Mul64(h, buckets)
	print = uint16(h)
	if print == 0 {
		print = 1
	}
	return bucket, print
}

// find returns the value of a key: the cost in the low byte, the back-off
// weight in the high one.
func (m *Model) find(key uint64) (uint16, bool) {
	b, print := slotOf(key, m.buckets)
	want := uint64(print) * 0x0001000100010001
	for {
		line := m.table[b*bucketSize : b*bucketSize+bucketSize]
		for w := 0; w < bucketSlots/4; w++ {
			x := load64(line, w*8) ^ want
			if z := (x - 0x0001000100010001) & ^x & 0x8000800080008000; z != 0 {
				i := w*4 + bits.TrailingZeros64(z)/16
				return uint16(line[bucketSlots*2+i*2]) | uint16(line[bucketSlots*2+i*2+1])<<8, true
			}
		}
		if line[bucketSlots*2-2]|line[bucketSlots*2-1] == 0 {
			return 0, false
		}
		if b++; b == m.buckets {
			b = 0
		}
	}
}

func load64(s string, i int) uint64 {
	_ = s[i+7]
	return uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 |
		uint64(s[i+4])<<32 | uint64(s[i+5])<<40 | uint64(s[i+6])<<48 | uint64(s[i+7])<<56
}

// Alone returns the cost of a rune without regard to what stands before it.
func (m *Model) Alone(s Sym) float32 {
	return m.unigram(uint8(len(m.classes.Names)), s) + m.among(s)
}
