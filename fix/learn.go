package fix

import (
	"github.com/unbake/unbake/internal/cells"
	"github.com/unbake/unbake/internal/engine"
)

// MaxSample is how much of a sample [Fixer.Learn] looks at, in bytes.
const MaxSample = 1 << 20

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
// column. Each piece is text by itself. No more than [MaxSample] bytes are looked at,
// and of what looks damaged, which takes time, no more than 128 KiB.
func (f *Fixer) Learn(sample ...string) *Fixer {
	l := f.newLearner()
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
	return &learner{f: f, engine: f.engine.Learner(), room: MaxSample}
}

// full tells whether more would not be looked at.
func (l *learner) full() bool { return l.room == 0 || l.engine.Full() }

func (l *learner) add(text string) {
	text = text[:min(len(text), l.room)]
	l.room -= len(text)
	cells.Each(text, func(start, end int) { l.engine.Add(text[start:end]) })
}

// fixer returns the Fixer that has learnt what was added.
func (l *learner) fixer() *Fixer {
	g := *l.f
	opt := g.config.engine()
	opt.Profile = l.engine.Profile()
	g.engine = engine.New(opt)
	return &g
}
