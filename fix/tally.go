package fix

import (
	"unsafe"

	"github.com/unbake/unbake/internal/engine"
)

// A Tally is an [Explanation] in numbers.
type Tally struct {
	Repairs int
	Likely  int // suspects
	Lost    int // suspects of which bytes are gone
}

// Tally returns what [Fixer.String] makes of text and how much [Fixer.Explain] has to
// say of it, for those who want to know no more and have much text: it is several
// times as fast as Explain where damage leaves no doubt.
func (f *Fixer) Tally(text string) (repaired string, n Tally) {
	f = f.ready()
	var out, settled []byte
	done := 0
	eachCell(f, text, func(start, end int) {
		cell := text[start:end]
		if engine.Clean(f.engine, cell) == len(cell) {
			return
		}
		if fixed, made, ok := f.engine.Settle(settled[:0], unsafe.Slice(unsafe.StringData(cell), len(cell))); ok {
			n.Repairs += made.Repairs
			if settled = fixed; done == 0 && len(cell) == len(text) {
				out = fixed
			} else {
				out = append(append(out, text[done:start]...), fixed...)
			}
			done = end
			return
		}
		e := f.explainCell(cell)
		for _, x := range e.Suspects {
			if x.Verdict == Lost {
				n.Lost++
			} else {
				n.Likely++
			}
		}
		if len(e.Repairs) > 0 {
			n.Repairs += len(e.Repairs)
			out, done = append(append(out, text[done:start]...), e.repaired()...), end
		}
	})
	if n.Repairs == 0 {
		return text, n
	}
	out = append(out, text[done:]...)
	return unsafe.String(unsafe.SliceData(out), len(out)), n
}
