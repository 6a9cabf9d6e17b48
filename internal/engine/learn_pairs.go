package engine

import (
	"maps"
	"slices"
	"strings"
)

// A pair of legacy pages is found to be at work by trial: the letter or two that most
// lines have are certain to nobody who does not know the pair. Of 30 lines damaged so,
// 7 to 30 are repaired once it is known; of 30 clean lines in any of 100 languages 3 at the
// most, with 2 kinds of damage. Of 3,218 documents of clean held-out lines in 526 languages
// one has a pair at work, two lines of which are certain without it.
const (
	trialCells  = 128      // of the sample that are tried,
	trialBytes  = 16 << 10 // and their length
	trialStart  = 32       // after which a pair must have repaired 2
	trialLeast  = 3        // that must be repaired, and as many kinds of damage
	trialShare  = 0.15
	trialsAtAll = 10 // pairs that are tried
)

// nearPairs are pages whose letters are mostly at the same places.
var nearPairs = map[string]string{"windows-1250": "iso-8859-2", "iso-8859-2": "windows-1250"}

// keepForTrial keeps a cell of the sample.
func (l *Learner) keepForTrial(cell string) {
	if len(l.trial) < trialCells && l.tried < trialBytes {
		l.trial = append(l.trial, cell)
		l.tried += len(cell)
	}
}

// tryPairs notes the pairs of legacy pages that prove themselves on the sample: of those
// read as the same page the one that repairs most. If others would prove themselves on
// what they leave, as a second pass over the document finds it, none is trusted.
func (l *Learner) tryPairs(p *Profile) {
	paths := l.pairsToTry(p)
	p.pairs = l.proved(p, paths, l.trial)
	for path, w := range p.byPath {
		if !strings.HasPrefix(path, origins[0]) && !p.readsAlready(path) && w.pairAtWork(p.intact) && p.lostAs(path) <= w.Cells {
			p.pairs = append(p.pairs, path)
		}
	}
	slices.Sort(p.pairs)
	if len(p.pairs) > 0 && len(l.proved(p, paths, l.repaired(p.pairs))) > 0 {
		p.pairs = nil
	}
}

// proved returns the pairs that prove themselves on cells. One that repairs nothing but cells that another of the same page does is that one
// again: `á` stands in windows-1250 where it does in windows-1252.
func (l *Learner) proved(p *Profile, paths, cells []string) (out []string) {
	type proof struct {
		path string
		trial
	}
	best := map[string]proof{} // by the page that the text was read as
	for _, path := range paths {
		t := l.try(path, cells)
		_, read, _ := strings.Cut(path, ">")
		if n := len(t); n >= trialLeast && t.kinds() >= trialLeast && float64(n) >= trialShare*float64(len(cells)) && n > len(best[read].trial) && p.lostAs(path) <= n {
			best[read] = proof{path, t}
		}
	}
	for _, b := range best {
		if !slices.ContainsFunc(slices.Collect(maps.Values(best)), func(o proof) bool {
			return len(o.trial) > len(b.trial) && samePage(o.path, b.path) && o.covers(b.trial)
		}) {
			out = append(out, b.path)
		}
	}
	return out
}

// samePage tells whether two pairs are of text in one page.
func samePage(a, b string) bool {
	from, _, _ := strings.Cut(a, ">")
	return strings.HasPrefix(b, from+">")
}

// repaired returns the cells of the sample with the pairs known.
func (l *Learner) repaired(pairs []string) (cells []string) {
	opt := l.engine.opt
	opt.Known = pairs
	e := New(opt)
	for _, cell := range l.trial {
		made, _ := parted(e.Cell(cell))
		cells = append(cells, splice(cell, 0, len(cell), made))
	}
	return cells
}

// readsAlready tells whether a pair that is at work was read as the same page.
func (p *Profile) readsAlready(path string) bool {
	_, read, _ := strings.Cut(path, ">")
	return slices.ContainsFunc(p.pairs, func(q string) bool { return strings.HasSuffix(q, ">"+read) })
}

// lostAs returns how many cells of the sample hold what may be left of UTF-8 that was read as the same page as a pair was: `รMUNDA`
// is no ÃMUNDA where ร, byte C3 of windows-874, leads sequences in every other line, and some have lost bytes.
func (p *Profile) lostAs(pair string) int {
	_, read, _ := strings.Cut(pair, ">")
	return p.byPath[origins[0]+">"+read].Suspects
}

// A trial is what a pair repairs: spans by the number of the cell.
type trial map[int][]string

// covers tells whether all cells of another trial are among those of this one.
func (t trial) covers(other trial) bool {
	for i := range other {
		if _, ok := t[i]; !ok {
			return false
		}
	}
	return true
}

func (t trial) kinds() int {
	seen := map[string]bool{}
	for _, spans := range t {
		for _, s := range spans {
			seen[s] = true
		}
	}
	return len(seen)
}

// pairsToTry lists the pairs that the sample has certain or likely damage of, those
// with most first, those that its other cells show, and pages near to them.
func (l *Learner) pairsToTry(p *Profile) (paths []string) {
	weight := func(path string) int { return 2*p.byPath[path].Cells + p.byPath[path].Suspects }
	for path := range p.byPath {
		if !strings.HasPrefix(path, origins[0]) {
			paths = append(paths, path)
		}
	}
	slices.SortFunc(paths, func(a, b string) int {
		if d := weight(b) - weight(a); d != 0 {
			return d
		}
		return strings.Compare(b, a)
	})
	for _, path := range l.looks.shown() {
		if !slices.Contains(paths, path) {
			paths = append(paths, path)
		}
	}
	for _, path := range paths {
		from, read, _ := strings.Cut(path, ">")
		if near := nearPairs[from] + ">" + read; nearPairs[from] != "" && !slices.Contains(paths, near) {
			paths = append(paths, near)
		}
	}
	return paths[:min(len(paths), trialsAtAll)]
}

// try repairs cells with a pair known.
func (l *Learner) try(path string, cells []string) trial {
	opt := l.engine.opt
	opt.Known = []string{path}
	e := New(opt)
	t := trial{}
	for i, cell := range cells {
		if i == trialStart && len(t) < 2 {
			return nil // as nearly all are
		}
		for _, f := range e.Cell(cell) {
			if f.Made && f.Readings[0].Path == path {
				t[i] = append(t[i], cell[f.Start:f.End])
			}
		}
	}
	return t
}
