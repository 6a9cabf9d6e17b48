package lm

// A Memo remembers what a [Model] has answered. A question is a few steps through the
// model's table, each of which misses the processor's caches; a search asks the same
// ones again and again, and others that differ in the oldest symbol alone. The zero Memo
// is ready; it belongs to one model and one goroutine.
type Memo struct {
	whole [1 << wholeBits]wholeSlot
	lower [1 << lowerBits]lowerSlot
	back  [1 << backBits]backSlot
}

// The sizes, together 240 KiB, fit the second cache of today's processors.
const (
	wholeBits = 13
	lowerBits = 12
	backBits  = 10
)

// Slots are direct mapped: what falls out is asked again. No context is 0, so
// that the zero slot answers nothing.
type (
	wholeSlot struct {
		ctx  Context
		sym  Sym
		cost float32
	}
	// A lowerSlot has what is to be added to the back-off weight of a context of three symbols,
	// in this order: in one sum they would round otherwise.
	lowerSlot struct {
		ctx   uint32
		sym   Sym
		parts [3]float32
	}
	backSlot struct {
		ctx    uint64
		weight float32
	}
)

// golden spreads keys over the slots (Knuth, The Art of Computer Programming, 6.4).
const golden = 0x9E3779B97F4A7C15

// Next is the model's Next, to the bit.
func (o *Memo) Next(m *Model, c Context, s Sym) (Context, float32) {
	slot := &o.whole[(uint64(c)^uint64(s)<<44^uint64(s))*golden>>(64-wholeBits)]
	if slot.ctx != c || slot.sym != s {
		*slot = wholeSlot{c, s, m.costOf(c, s, o.ngram(m, uint64(c)&(1<<48-1), s))}
	}
	return c.Push(s), slot.cost
}

// ngram is the model's ngram.
func (o *Memo) ngram(m *Model, ctx uint64, s Sym) float32 {
	if v, ok := m.find(ctx<<16 | uint64(s.ID())); ok {
		return m.costs[v&0xFF]
	}
	cost := o.backOff(m, ctx)
	for _, x := range o.lowerParts(m, uint32(ctx), s) {
		cost += x
	}
	return cost
}

// backOff is the weight of a context of three symbols.
func (o *Memo) backOff(m *Model, ctx uint64) float32 {
	slot := &o.back[ctx*golden>>(64-backBits)]
	if slot.ctx != ctx {
		*slot = backSlot{ctx: ctx}
		if v, ok := m.find(ctx); ok {
			slot.weight = m.bows[v>>8]
		}
	}
	return slot.weight
}

// lowerParts are what a symbol costs after two.
func (o *Memo) lowerParts(m *Model, ctx uint32, s Sym) *[3]float32 {
	slot := &o.lower[(uint64(ctx)<<32|uint64(s))*golden>>(64-lowerBits)]
	if slot.ctx != ctx || slot.sym != s || ctx == 0 {
		*slot = lowerSlot{ctx, s, m.lower(uint64(ctx), s)}
	}
	return &slot.parts
}
