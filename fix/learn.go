package fix

import (
	"fmt"
	"unsafe"

	"github.com/unbake/unbake/internal/cells"
	"github.com/unbake/unbake/internal/engine"
)

// MaxSample is how much of a sample [Fixer.Learn] looks at, in bytes.
const MaxSample = 1 << 20

// LearnFirst has streams learn from the first bytes of their input, n of them at
// the most, as [Fixer.Learn] does of one piece. Text that need not be looked at
// passes as it would; from the first cell on that looks damaged, or whose letters
// no language has together with those before it, all is held until
// n bytes, or the end, have been seen. Before that, the first 64 KiB from the first cell beyond ASCII on are held:
// where any of their cells looks damaged, those before it are repaired by what is learnt, too. The same input gives the same output
// however it comes. The default, 0, is not to learn; n may be up to [MaxSample].
// With [LineBuffered] nothing is learnt, and nor is by a Fixer that Learn has
// made, which knows all that it ever will.
func LearnFirst(n int) Option {
	return func(c *config) error {
		if n < 0 || n > MaxSample {
			return fmt.Errorf("fix: LearnFirst(%d): must be from 0 to %d bytes", n, MaxSample)
		}
		c.learn = n
		return nil
	}
}

// Learn returns a Fixer like f that knows what damage is at work in the document
// which the sample is from: lines that leave no doubt settle those that do. A
// lone "Ã©" is damage where the other lines are full of it, and where two code
// pages read the same bytes, the one at work is right. Correct text in the sample
// speaks against damage, mildly: documents that are damaged in part are common.
//
// What is learnt is fixed. The new Fixer repairs the same text the same way
// wherever it stands, and it may be shared as f may; f itself does not change.
// What f had learnt before is forgotten.
//
// The sample may be given in pieces: the first lines of a file, the values of a
// column. Each piece is text by itself. No more than [MaxSample] bytes are looked at, in whole
// lines, or windows of lines longer than [MaxCell],
// and of what looks damaged, which takes time, no more than 128 KiB.
func (f *Fixer) Learn(sample ...string) *Fixer {
	l := f.ready().newLearner()
	for _, s := range sample {
		l.add(s)
	}
	return l.fixer()
}

// A learner learns from a sample that comes in pieces.
type learner struct {
	f      *Fixer
	engine *engine.Learner
	room   int // bytes
}

func (f *Fixer) newLearner() *learner {
	return &learner{f: f, engine: f.engine.Learner(f.config.workers), room: MaxSample}
}

func (l *learner) add(text string) {
	if len(text) > l.room {
		text = wholeCells(text[:l.room])
	}
	l.room -= len(text)
	eachCell(l.f, text, func(start, end int) { l.engine.Add(text[start:end]) })
}

// wholeCells returns text without a last line that may go on, or as much of that as is cells by itself.
func wholeCells(text string) string {
	return text[:cells.Decided(unsafe.Slice(unsafe.StringData(text), len(text)), 0, cells.Cut)]
}

// fixer returns the Fixer that has learnt what was added.
func (l *learner) fixer() *Fixer {
	g := *l.f
	g.config.learn = 0
	opt := g.config.engine()
	if len(g.config.plan) == 0 {
		opt.Profile = l.engine.Profile()
	}
	g.engine = engine.New(opt)
	return &g
}
