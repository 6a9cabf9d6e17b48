package engine

import "github.com/unbake/unbake/internal/lm"

// next is the model's Next, remembered.
func (s *search) next(ctx lm.Context, sym lm.Sym) (lm.Context, float32) {
	s.steps++
	return s.memo.Next(s.model, ctx, sym)
}

// A joinTable finds the state of a place that has the same future as another:
// a hash table with open addressing, never more than half full.
type joinTable struct {
	slots []joinSlot
	age   uint32
	used  int
}

type joinSlot struct {
	age   uint32
	state int32
	hash  uint32 // of the state
}

// minJoins is the size of the table at first.
const minJoins = 1 << 10

func (t *joinTable) forget() {
	if t.slots == nil {
		t.slots = make([]joinSlot, minJoins)
	}
	t.used = 0
	if t.age++; t.age == 0 {
		clear(t.slots)
		t.age = 1
	}
}

func (t *joinTable) start(st *state) uint64 {
	h := uint64(st.ctx) ^ uint64(st.path)<<56 ^ uint64(st.place)*0xBF58476D1CE4E5B9 ^ uint64(st.word)*0x94D049BB133111EB
	if st.in {
		h = ^h
	}
	return (h ^ h>>32) * 0x9E3779B97F4A7C15 >> 32
}

// sameState returns the state with the same place and future as st, or -1 after noting
// that the next state to be added is st.
func (s *search) sameState(st *state) int32 {
	t := &s.joins
	if 2*t.used >= len(t.slots) {
		s.growJoins()
	}
	mask, hash := uint64(len(t.slots)-1), t.start(st)
	for i := hash & mask; ; i = (i + 1) & mask {
		slot := &t.slots[i]
		if slot.age != t.age {
			*slot = joinSlot{t.age, int32(len(s.states)), uint32(hash)}
			t.used++
			return -1
		}
		if slot.hash != uint32(hash) {
			continue
		}
		if o := &s.states[slot.state]; o.ctx == st.ctx && o.word == st.word && o.place == st.place && o.path == st.path && o.in == st.in {
			return slot.state
		}
	}
}

func (s *search) growJoins() {
	t := &s.joins
	t.slots = make([]joinSlot, 2*len(t.slots))
	t.age = 1
	mask := uint64(len(t.slots) - 1)
	for k := range s.states {
		hash := t.start(&s.states[k])
		i := hash & mask
		for t.slots[i].age == t.age {
			i = (i + 1) & mask
		}
		t.slots[i] = joinSlot{t.age, int32(k), uint32(hash)}
	}
}
