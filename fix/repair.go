package fix

import (
	"bytes"

	"github.com/unbake/unbake/internal/engine"
)

// repair appends to dst what text becomes. It is Explain and Apply in one, for
// those who do not want to know what was wrong. If nothing changes, out is dst. That it and Tally, Explain and
// streams give the same is for tests to hold: those of roads, of Tally and of replay.
func (f *Fixer) repair(dst, text []byte) (out []byte, changed bool) {
	out = dst
	var settled []byte
	done := 0
	eachCell(f, text, func(start, end int) {
		cell := text[start:end]
		if engine.Clean(f.engine, cell) == len(cell) {
			return
		}
		// What stands before is copied once it is known that the cell changes:
		// of cells that only look damaged there may be many.
		if fixed, _, ok := f.engine.Settle(settled[:0], cell); ok {
			settled = fixed
			out, done = append(append(out, text[done:start]...), fixed...), end
		} else if e := f.explainCell(string(cell)); len(e.Repairs) > 0 {
			out, done = append(append(out, text[done:start]...), e.repaired()...), end
		}
	})
	if done == 0 {
		return dst, false
	}
	return append(out, text[done:]...), true
}

// settle appends to the output what stands before a cell and the cell repaired, if
// nobody is to be told of each repair, nothing has to wait, and the engine
// settles it without a search. It returns the repairs it made, none if not.
func (s *stream) settle(before, cell []byte, wait bool) (made engine.Settled) {
	if wait || s.sink != nil && s.counter() == nil || bytes.IndexByte(cell, 0) >= 0 {
		return made
	}
	settled, made, ok := s.f.engine.Settle(s.settled[:0], cell)
	if !ok {
		return engine.Settled{}
	}
	s.settled = settled
	s.out = append(append(s.out, before...), settled...)
	return made
}

// counter returns the sink if it wants to know the numbers of repairs alone, else nil.
func (s *stream) counter() Counter {
	if c, ok := s.sink.(Counter); ok && c.Counts() {
		return c
	}
	return nil
}
