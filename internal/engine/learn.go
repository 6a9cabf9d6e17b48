package engine

import (
	"hash/fnv"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// Bounds of a sample. Damage shows itself soon: what a longer look would find is
// not worth the time, which dense damage has to pay twice.
const (
	// learnBytes is how much text that looks damaged is judged, in bytes.
	learnBytes = 128 << 10
	// learnCells is how many different cells are counted.
	learnCells = 16 << 10
)

// A Learner makes a [Profile] from the cells of a sample. What it makes depends on
// the cells, their order and the options of its engine. It is not for several
// goroutines.
type Learner struct {
	engine   *Engine
	judged   int // bytes
	seen     map[uint64]bool
	intact   int
	kinds    []kind // of damage that is certain
	number   map[kind]int
	cells    [][]int        // for each damaged cell the numbers of its kinds
	suspects map[string]int // cells by path
	runes    map[rune]int   // beyond ASCII, in what is right or was made so
	all      int            // runes, ASCII among them
}

// A kind of damage is what stands there, what it was, and the path.
type kind struct{ before, after, path string }

// Learner returns a learner that judges cells by the options of e, without a
// profile.
func (e *Engine) Learner() *Learner {
	opt := e.opt
	opt.Profile, opt.Likely = nil, false
	return &Learner{engine: New(opt), seen: map[uint64]bool{}, number: map[kind]int{}, suspects: map[string]int{},
		runes: map[rune]int{}}
}

// Full tells whether the sample is as large as it may be: more changes nothing.
func (l *Learner) Full() bool { return l.judged >= learnBytes || len(l.seen) >= learnCells }

// Add adds a cell to the sample. One that came before counts no more, and nor
// does plain ASCII.
func (l *Learner) Add(cell string) {
	suspicious := Suspicious(cell)
	if l.Full() || !suspicious && isASCII(cell) {
		return
	}
	h := fnv.New64a()
	io.WriteString(h, cell)
	if l.seen[h.Sum64()] {
		return
	}
	l.seen[h.Sum64()] = true
	var found []Finding
	if suspicious {
		l.judged += len(cell)
		found = l.engine.Cell(cell)
	}
	if len(found) == 0 {
		l.intact++
		l.count(cell)
		return
	}
	l.take(cell, found)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// count counts the runes of text.
func (l *Learner) count(text string) {
	for _, r := range text {
		if l.all++; r >= utf8.RuneSelf {
			l.runes[unicode.ToLower(r)]++
		}
	}
}

// take counts what was found in a cell.
func (l *Learner) take(cell string, found []Finding) {
	var kinds []int
	suspects := map[string]bool{}
	at := 0
	for _, f := range found {
		l.count(cell[at:f.Start])
		at = f.End
		best := f.Readings[0]
		if f.Made {
			l.count(best.After)
		}
		path := plainOrigin(best.Path)
		switch {
		case !f.Made:
			suspects[path] = true
		case f.Verdict == Certain && best.Losses == 0: // what is lost may be guessed wrong
			kinds = append(kinds, l.kind(kind{cell[f.Start:f.End], best.After, path}))
		}
	}
	l.count(cell[at:])
	if len(kinds) > 0 {
		l.cells = append(l.cells, kinds)
	}
	for path := range suspects {
		l.suspects[path]++
	}
}

// kind returns the number of a kind.
func (l *Learner) kind(k kind) int {
	n, ok := l.number[k]
	if !ok {
		n = len(l.kinds)
		l.number[k] = n
		l.kinds = append(l.kinds, k)
	}
	return n
}

// Profile returns what the sample says.
func (l *Learner) Profile() *Profile {
	p := &Profile{byPath: map[string]Witness{}, intact: l.intact}
	p.learnRunes(l.runes, l.all)
	update := func(path string, f func(*Witness)) {
		w := p.byPath[path]
		f(&w)
		p.byPath[path] = w
	}
	paths := l.attribute()
	for _, path := range paths {
		update(path, func(w *Witness) { w.Kinds++ })
	}
	for _, kinds := range l.cells {
		in := map[string]bool{}
		for _, n := range kinds {
			in[paths[n]] = true
		}
		for path := range in {
			update(path, func(w *Witness) { w.Cells++ })
		}
	}
	for path, n := range l.suspects {
		update(path, func(w *Witness) { w.Suspects = n })
	}
	p.setRebates()
	return p
}

// attribute returns the path of each kind. Near pages read most sequences alike,
// and a single line takes the commonest of them: `Ã©` is windows-1252 to it also
// where `Ãš` is the è of ISO-8859-15. Here the fewest pages are looked for that
// explain all kinds: the one that reads most of them first, then the one that
// reads most of the rest.
func (l *Learner) attribute() []string {
	paths := make([]string, len(l.kinds))
	pages := make([]uint64, len(l.kinds)) // those that read a kind alike
	for n, k := range l.kinds {
		paths[n] = k.path
		if strings.HasPrefix(k.path, origins[0]) && strings.Count(k.path, ">") == 1 {
			pages[n] = alike(k) & l.engine.opt.Allowed
		}
	}
	for {
		best, most := codec.ID(0), 0
		for _, page := range codec.All() {
			id, reads := page.ID(), 0
			for _, set := range pages {
				if set&id.Set() != 0 {
					reads++
				}
			}
			if reads > most || reads == most && enterPrice(id) < enterPrice(best) {
				best, most = id, reads
			}
		}
		if most == 0 {
			return paths
		}
		for n, set := range pages {
			if set&best.Set() != 0 {
				paths[n], pages[n] = origins[0]+">"+best.Codec().Name(), 0
			}
		}
	}
}

// alike returns the single-byte pages that read a kind of damage alike.
func alike(k kind) (set uint64) {
	for _, page := range codec.All() {
		if !page.SingleByte() {
			continue
		}
		if raw, taken := page.AppendEncode(nil, k.before); taken == len(k.before) && string(raw) == k.after {
			set |= page.ID().Set()
		}
	}
	return set
}
