package engine

import (
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/scan"
)

// The cells of a sample are looked at by several goroutines, a batch at a time. What the profile becomes must not
// depend on that, so there are four steps, of which the workers share the first and the third:
//
//  1. note: what a cell says by itself, at a glance;
//  2. choose: in order, which cells count, as far as the bounds of the sample go;
//  3. weigh: the findings in these, and what else takes long;
//  4. take: in order, what was found.

// batchCells is how many cells wait until they are looked at.
const batchCells = 2 << 10

// A sampleCell is a cell of a sample, and what the steps find out about it.
type sampleCell struct {
	text       string // as it reads
	spelling   spelling
	hash       uint64
	suspicious bool
	subject    bool // it speaks of damage
	counts     bool // it is one of the sample
	looks      bool // pairs of legacy pages have a look at it

	found    []Finding
	repaired uint64 // hash of what it becomes, if it is a value
	shown    string // the path of a pair that reads it beyond doubt
	quotedCell
}

// Add adds a cell to the sample. One that came before counts no more, and nor
// does plain ASCII.
func (l *Learner) Add(cell string) {
	sp := spell(cell)
	if whole, ok := sp.composed(); ok {
		sp = whole
	}
	if l.waiting = append(l.waiting, sampleCell{text: sp.text, spelling: sp}); len(l.waiting) >= batchCells {
		l.judge()
	}
}

// judge looks at the cells that wait.
func (l *Learner) judge() {
	cells := l.waiting
	l.inParallel(len(cells), 64, func(_, i int) { l.note(&cells[i]) })
	var chosen []*sampleCell
	for i := range cells {
		if c := &cells[i]; l.choose(c) {
			chosen = append(chosen, c)
		}
	}
	l.inParallel(len(chosen), 4, func(worker, i int) { l.weigh(chosen[i], &l.runes[worker]) })
	for i := range cells {
		l.take(&cells[i])
	}
	clear(cells)
	l.waiting = cells[:0]
}

// inParallel calls do for each number below n and with that of a worker, who takes so many at once.
func (l *Learner) inParallel(n, atOnce int, do func(worker, i int)) {
	var next atomic.Int64
	work := func(worker int) {
		for {
			end := int(next.Add(int64(atOnce)))
			for i := end - atOnce; i < min(end, n); i++ {
				if l.stop != nil && l.stop() {
					return
				}
				do(worker, i)
			}
			if end >= n {
				return
			}
		}
	}
	var others sync.WaitGroup
	for worker := 1; worker < min(len(l.runes), n/atOnce); worker++ {
		others.Go(func() { work(worker) })
	}
	work(0)
	others.Wait()
}

// note is the first step.
func (l *Learner) note(c *sampleCell) {
	c.suspicious = Suspicious(c.text)
	c.subject = hasSubject(c.text)
	c.counts = c.suspicious || scan.ASCII(c.text) < len(c.text)
	if c.counts || l.engine.opt.Values {
		c.hash = hashOf(c.text)
	}
}

// choose is the second step.
func (l *Learner) choose(c *sampleCell) bool {
	if c.counts = c.counts && !l.full() && l.seen.add(c.hash); !c.counts {
		return false
	}
	l.keepForTrial(c.text)
	if c.suspicious {
		l.judged += len(c.text)
	} else {
		c.looks = l.looks.take(c.text)
	}
	return true
}

// weigh is the third step.
func (l *Learner) weigh(c *sampleCell, n *runeCount) {
	switch {
	case c.suspicious:
		c.found = l.engine.read(&c.spelling)
	case c.looks:
		if c.shown = l.look(c.text); c.shown != "" {
			return
		}
	}
	c.read(n)
	for i := range c.found {
		f := &c.found[i]
		n.add(c.text[f.Start:f.End], -1)
		if f.Made {
			n.add(f.Readings[0].After, 1)
		}
	}
	c.quote(c.text, c.found)
	if len(c.found) > 0 && l.engine.opt.Values {
		c.repaired = hashOf(splice(c.text, 0, len(c.text), certain(c.found)))
	}
}

// read counts the runes of the cell and notes what is quoted in it and intact.
func (c *sampleCell) read(n *runeCount) {
	text := bytesOf(c.text)
	n.all += len(text)
	for i := 0; ; {
		if i = scan.SeekBeyond(text, i, '"', '\'', '`'); i == len(text) {
			return
		}
		r, size := rune(text[i]), 1
		if text[i] >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(text[i:])
			n.all -= size - 1
			n.beyondASCII(r, 1)
		}
		if i += size; r < utf8.RuneSelf || r == '«' || r >= 0x2000 {
			c.quoteIntact(c.text, r, i)
		}
	}
}

// A runeCount counts runes.
type runeCount struct {
	all    int                                  // ASCII among them
	beyond [utf8.MaxRune>>8 + 1]*[1 << 8]uint32 // ASCII
}

// add adds the runes of a text, so many times each.
func (n *runeCount) add(text string, times int) {
	for _, r := range text {
		if n.all += times; r >= utf8.RuneSelf {
			n.beyondASCII(r, times)
		}
	}
}

func (n *runeCount) beyondASCII(r rune, times int) {
	page := n.beyond[r>>8]
	if page == nil {
		page = new([1 << 8]uint32)
		n.beyond[r>>8] = page
	}
	page[r&0xFF] += uint32(times)
}

// each calls do with each rune beyond ASCII and how often it is there.
func (n *runeCount) each(do func(r rune, times int)) {
	for high, page := range n.beyond {
		if page == nil {
			continue
		}
		for low, times := range page {
			if times > 0 {
				do(rune(high<<8|low), int(times))
			}
		}
	}
}

// take is the last step.
func (l *Learner) take(c *sampleCell) {
	l.quotes.next(c, l.engine.opt.Values)
	if !l.engine.opt.Values {
		l.patch.take(c.text, c.found)
	}
	switch {
	case !c.counts:
		return
	case c.shown != "":
		l.looks.show(c.shown)
		return
	case len(c.found) == 0:
		l.intact++
	}
	var kinds []int
	suspects := map[string]bool{}
	for i := range c.found {
		f := &c.found[i]
		best := &f.Readings[0]
		path := plainOrigin(best.Path)
		switch {
		case !f.Made:
			suspects[path] = true
			if f.Verdict != Lost && best.Losses == 0 && best.Confidence > 0.5 {
				l.likely[kind{c.text[f.Start:f.End], best.After, path}] = true
			}
		case f.Verdict == Certain && best.Losses == 0: // what is lost may be guessed wrong
			kinds = append(kinds, l.kind(kind{c.text[f.Start:f.End], best.After, path}))
		}
	}
	l.quotes.add(c, l.engine.opt.Values)
	if len(kinds) > 0 {
		l.cells = append(l.cells, kinds)
	}
	for path := range suspects {
		l.suspects[path]++
	}
}
