package engine

import "github.com/unbake/unbake/internal/lm"

// costSlots is how many costs a search remembers. Each is a few steps of the model
// that miss the processor's caches; ways that differ in their path alone ask the same.
const (
	costBits  = 12
	costSlots = 1 << costBits
)

// A costSlot is an answer of the model. The zero slot answers nothing: no
// context is 0.
type costSlot struct {
	ctx  lm.Context
	sym  lm.Sym
	cost float32
}

// next is the model's Next, remembered.
func (s *search) next(ctx lm.Context, sym lm.Sym) (lm.Context, float32) {
	h := (uint64(ctx) ^ uint64(sym)<<44 ^ uint64(sym)) * 0x9E3779B97F4A7C15
	c := &s.costs[h>>(64-costBits)]
	if c.ctx != ctx || c.sym != sym {
		_, cost := s.model.Next(ctx, sym)
		*c = costSlot{ctx, sym, cost}
	}
	return ctx.Push(sym), c.cost
}
