package fix

import (
	"bytes"

	"github.com/unbake/unbake/internal/cells"
	"github.com/unbake/unbake/internal/engine"
)

// repair appends to dst what text becomes. It is Explain and Apply in one, for
// those who do not want to know what was wrong. If nothing changes, out is dst.
func (f *Fixer) repair(dst, text []byte) (out []byte, changed bool) {
	out = dst
	done := 0
	cells.Each(text, func(start, end int) {
		cell := text[start:end]
		if !engine.Suspicious(cell) {
			return
		}
		before := len(out)
		out = append(out, text[done:start]...)
		if fixed, _, ok := f.engine.Settle(out, cell); ok {
			out, done = fixed, end
			return
		}
		if e := f.explainCell(string(cell)); len(e.Repairs) > 0 {
			out, done = append(out, e.Apply()...), end
			return
		}
		out = out[:before]
	})
	if done == 0 {
		return dst, false
	}
	return append(out, text[done:]...), true
}

// settle appends to the output what stands before a cell and the cell repaired, if
// nobody is to be told of the repairs and the engine settles it without a search.
func (s *stream) settle(before, cell []byte) bool {
	if s.sink != nil || bytes.IndexByte(cell, 0) >= 0 {
		return false
	}
	size := len(s.out)
	s.out = append(s.out, before...)
	out, repairs, ok := s.f.engine.Settle(s.out, cell)
	if !ok {
		s.out = s.out[:size]
		return false
	}
	s.out = out
	s.repairs += int64(repairs)
	return true
}
