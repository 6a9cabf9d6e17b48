package fix

import (
	"slices"
	"unicode/utf8"
	"unsafe"

	"github.com/unbake/unbake/internal/cells"
	"github.com/unbake/unbake/internal/engine"
	"github.com/unbake/unbake/internal/scan"
)

// A sample is how a stream learns from the first bytes of its input, which are
// the same however they come. It goes through three phases, and is then gone:
//
//   - passing: text that need not be looked at passes, and is remembered;
//   - holding: from the first cell on that must be looked at, or has letters that no language has together with
//     those before, all is held until the sample is complete. Then the stream learns;
//   - draining: what was held is repaired, and what comes meanwhile goes behind it.
//
// Lines that need no look by themselves may be damaged as those behind them are. So the first cell beyond ASCII is held, too, and what
// follows it, until lookAhead bytes show that none must be looked at: then they drain as they are, and the phase is passing again.
//
// An input whose sample needs no look goes by as if there were none.
type sample struct {
	size  int    // bytes to learn from
	seen  []byte // the sample so far
	held  []byte // draining: input that the stream has not taken
	start int    // holding: where in seen that begins
	phase samplePhase

	letters scan.Letters // passing: of Latin, in what passed
	waited  bool         // the first cell beyond ASCII was held
	ahead   bool         // holding: nothing is known to need a look
	again   bool         // draining: what needs none, to pass again behind it
}

// lookAhead, in bytes, is how much is held from the first cell beyond ASCII on to see whether any must be looked at.
const lookAhead = 64 << 10

type samplePhase uint8

const (
	passing samplePhase = iota
	holding
	draining
)

// newSample returns the sample that the settings ask for, nil for none.
func newSample(c *config) *sample {
	if c.learn == 0 || c.lineBuffered || len(c.plan) > 0 {
		return nil
	}
	return &sample{size: c.learn}
}

// holds tells whether a cell has to wait until all is learnt.
func (p *sample) holds(cell []byte, auto bool) bool {
	return p != nil && (p.phase != draining || p.again) && (engine.Suspicious(cell) || auto && !utf8.Valid(cell))
}

// lets tells whether text passes that needs no look.
func (p *sample) lets() bool { return p != nil && (p.phase == passing || p.again) }

// passes returns how much of text, which is whole cells, may pass before all is held, as far as its letters tell.
func (p *sample) passes(text []byte) (end int) {
	if !p.lets() {
		return len(text)
	}
	letters := p.letters
	at := letters.Strange(text)
	if !p.waited {
		at = scan.ASCII(text)
	}
	for end < len(text) {
		size, step := cells.Next(text[end:])
		if at < end+size {
			break
		}
		end += step
	}
	return end
}

// passed takes note of text that passes.
func (p *sample) passed(text []byte) {
	if p.lets() {
		p.letters.Strange(text)
	}
}

// stepLearning is step while there is a sample.
func (s *stream) stepLearning(chunk []byte, final bool) (n int, out []byte) {
	p := s.sample
	if p.phase == passing {
		// What is decoded first is held from the start: its sample ends within a decoded piece.
		plain := s.form.codec == nil && !s.form.wide()
		if plain && int(s.taken) < p.size {
			n, out = s.take(chunk, final)
			p.see(chunk[:n])
			if n > 0 || len(out) > 0 || !s.held {
				return n, out
			}
		}
		if int(s.taken) >= p.size {
			s.sample = nil
			return s.take(chunk, final)
		}
		p.phase, p.start = holding, len(p.seen)
		p.ahead, p.waited = plain && !p.waited, true
	}
	if p.phase == holding {
		n = p.see(chunk)
		chunk = chunk[n:]
		complete := final && len(chunk) == 0
		switch {
		case len(p.seen) < p.most() && !complete:
			return n, nil
		case !p.ahead:
			s.learn()
		case s.needsLook(p.seen[p.start:], complete):
			p.ahead = false
			more, out := s.stepLearning(chunk, final)
			return n + more, out
		default:
			p.held, p.phase, p.ahead, p.again = slices.Clone(p.seen[p.start:]), draining, false, true
		}
	}
	more, out := s.drain(chunk, final)
	return n + more, out
}

// most is how long seen may become before the stream must decide.
func (p *sample) most() int {
	if p.ahead {
		return min(p.start+lookAhead, p.size)
	}
	return p.size
}

// needsLook tells whether any cell of text must be looked at, or has letters that no language has together with those before. Unless text
// is complete, its last cell may go on, and is left to be looked at when it is whole.
func (s *stream) needsLook(text []byte, complete bool) bool {
	if !complete {
		text = text[:cells.Decided(text, 0, cells.Cut)]
	}
	letters := s.sample.letters
	return letters.Strange(text) < len(text) || engine.Suspicious(text) || s.form.auto && !utf8.Valid(text)
}

// goOn ends the draining of what needed no look: the next cell does need one if it is held, and else more may pass.
func (s *stream) goOn(chunk []byte, final bool) (n int, out []byte) {
	p := s.sample
	p.again = false
	switch held := p.held; {
	case len(held) == 0:
		p.held, p.phase = nil, passing
	case int(s.taken) >= p.size: // too late to learn from
	case len(p.seen) < p.size:
		p.held, p.phase, p.start = nil, holding, int(s.taken)
	default:
		p.start = int(s.taken)
		s.learn()
		p.held = held // some of which the sample had no room for
	}
	return s.stepLearning(chunk, final)
}

// see adds bytes of the input to the sample and returns how many it had room for by now.
func (p *sample) see(b []byte) int {
	n := min(len(b), p.most()-len(p.seen))
	p.seen = append(p.seen, b[:n]...)
	return n
}

// learn ends the sample: the stream repairs by what it says from here on.
func (s *stream) learn() {
	p := s.sample
	l := s.f.newLearner()
	if s.ctx != nil {
		l.engine.Until(func() bool { return s.ctx.Err() != nil })
	}
	text := s.sampleText()
	g := ignorer{heeds: s.f.config.ignore}
	g.scan(text)
	whole := unsafe.String(unsafe.SliceData(text), len(text)) // which nobody writes to
	cells.Each(text, func(start, end int) {
		cell := text[start:end]
		if g.at(start) {
			return
		}
		if s.form.auto && !utf8.Valid(cell) {
			l.engine.AddRaw(cell)
			if decoded, _, ok := s.f.engine.DecodeRaw(cell); ok {
				l.engine.Add(decoded)
				return
			}
		}
		l.engine.Add(whole[start:end])
	})
	s.f = l.fixer()
	s.stopped()
	p.held, p.seen, p.phase = p.seen[p.start:], nil, draining
}

// sampleText returns the sample as text, without a last line that may go on.
func (s *stream) sampleText() []byte {
	text := s.sample.seen
	form := formOf(s.f.config.input)
	if !form.known {
		n, _ := form.sniff(text, true)
		text = text[n:]
	}
	if form.wide() || form.codec != nil {
		clean := 0
		text, _ = form.decode(nil, text, true, &clean)
	}
	if len(s.sample.seen) == s.sample.size {
		if n := cells.Decided(text, 0, cells.Cut); n > 0 {
			text = text[:n]
		}
	}
	return text
}

// drain is step while there is held input, which comes before chunk.
func (s *stream) drain(chunk []byte, final bool) (n int, out []byte) {
	p := s.sample
	for len(p.held) > 0 {
		n, out = s.take(p.held, final && len(chunk) == 0)
		p.held = p.held[n:]
		if len(out) > 0 {
			return 0, out
		}
		if n == 0 && p.again && s.held {
			return s.goOn(chunk, final)
		}
		if n == 0 {
			break
		}
	}
	if len(p.held) == 0 && p.again {
		return s.goOn(chunk, final)
	}
	if len(p.held) == 0 {
		s.sample = nil
		return s.take(chunk, final)
	}
	if len(chunk) == 0 {
		return 0, nil
	}
	part := chunk[:min(len(chunk), 2*MaxCell)]
	before := len(p.held)
	p.held = append(append(make([]byte, 0, before+len(part)), p.held...), part...)
	n, out = s.take(p.held, final && len(part) == len(chunk))
	if n >= before && p.again {
		p.see(part[:n-before])
		p.held, p.phase, p.again = nil, passing, false
		return n - before, out
	}
	if n >= before {
		s.sample = nil
		return n - before, out
	}
	if p.again {
		p.see(part)
	}
	p.held = p.held[n:]
	return len(part), out
}

// release lets go what waits for more of an input that has failed: a sample that will not be complete, and changes that
// wait for the first cells.SniffLen bytes. It tells whether there was anything to let go.
func (s *stream) release() (released bool) {
	if s.sample != nil && s.sample.phase == holding {
		s.learn()
		return true
	}
	released, s.failed = !s.failed, true
	return released
}

// draining tells whether there is held input that a step may give.
func (s *stream) draining() bool {
	return s.sample != nil && s.sample.phase == draining && !s.sample.again
}

// letHeldGo returns the held input, which the stream goes on without.
func (s *stream) letHeldGo() (held []byte) {
	if s.sample != nil {
		held, s.sample = s.sample.held, nil
	}
	return held
}
