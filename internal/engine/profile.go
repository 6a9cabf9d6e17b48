package engine

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/lm"
)

// A Profile says what damage is at work in a document, as far as a sample of it
// shows. It never changes once it is made, so that what is found in a cell depends
// on the cell, the options and the profile alone.
type Profile struct {
	byPath    map[string]Witness
	keys      map[pathKey]float32 // rebates, see setRebates
	surcharge float32
	works     bool            // some path is at work beyond doubt
	about     bool            // the document is about damage: what it sets off is meant
	spoken    map[string]bool // what is meant somewhere, as it stands there
	intact    int
	pairs     []string         // of legacy pages that are at work
	runes     map[rune]float32 // nats, of those beyond ASCII that the sample holds
	unseen    float32          // nats, of those that it does not
	raw       *rawSample       // what is not UTF-8

	patch        diffForm // of a diff that repairs or damages; none for others
	patchDamages bool     // what it puts is damaged
}

// A Witness counts what a sample holds of one path of damage.
type Witness struct {
	// Cells is how many different cells hold certain damage by the path.
	Cells int
	// Kinds is how many different spans that damage is: "Ã©" in all of them is one.
	Kinds int
	// Suspects is how many different cells hold what is only likely to be such damage.
	Suspects int
}

// Intact returns how many cells of the sample hold characters beyond ASCII and
// no certain damage.
func (p *Profile) Intact() int { return p.intact }

// Witness returns what the sample holds of the damage by a path, named as in
// [Reading.Path].
func (p *Profile) Witness(path string) Witness {
	if p == nil {
		return Witness{}
	}
	return p.byPath[plainOrigin(path)]
}

// plainOrigin makes one of the names of a path: CESU-8 is UTF-8 but for emoji.
func plainOrigin(path string) string {
	if rest, ok := strings.CutPrefix(path, origins[1]); ok {
		return origins[0] + rest
	}
	return path
}

// What a profile does to the log-odds of a reading. A cell of the document is
// damaged by a path with a probability that is learnt from the sample: a beta
// distribution in which damagedBefore and intactBefore cells were counted in
// advance. The shift is its log-odds less what they are without a sample. The
// values are the best of a search over documents simulated from held-out lines
// (go run ./corpus/score -documents FILE).
const (
	damagedBefore = 0.5
	intactBefore  = 20
	// mostShift and leastShift, in nats, bound the shift: a profile never decides.
	// More brings single values back, such as `Ã‚` alone, and costs clean lines
	// among damaged ones.
	mostShift  = 3.5
	leastShift = -0.5
	// cellsPerKind is how many cells one kind of damage counts for at most: a
	// word that comes again and again is one witness, not many.
	cellsPerKind = 3
	// learntShift, in nats, is from where on a path is at work for sure, and what
	// a single line would have to doubt is not in doubt.
	learntShift = 1
	// mostSurcharge, in nats, is by how much a page that is not at work becomes dearer
	// at the most. It decides between near pages, never whether there is damage.
	mostSurcharge = 4
)

// Shift returns by how many nats the profile raises the prior of damage by a
// path in a cell, own of whose certain damage by that path was counted (0 or 1):
// a cell is no witness for itself.
func (p *Profile) Shift(path string, own int) float32 {
	if p == nil {
		return 0
	}
	w := p.Witness(path)
	damaged := max(min(w.Cells, cellsPerKind*w.Kinds)-own, 0)
	shift := math.Log1p(float64(damaged)/damagedBefore) - math.Log1p(float64(p.intact)/intactBefore)
	return float32(max(min(shift, mostShift), leastShift))
}

// runesBefore is how many runes were counted in advance, in the proportions of the
// language model, before those of a sample. mostRune and leastRune, in nats, bound
// what a rune gains by being common in the document, or loses by not being in it.
const (
	runesBefore = 50
	mostRune    = 1
	leastRune   = -3
)

// setRebates works out what paths that are at work cost less to enter, in nats: what
// makes them likelier, for a cell that is not counted itself. Single pages that are
// not cost more, the more damage there is that they have no part in.
func (p *Profile) setRebates() {
	p.keys = map[pathKey]float32{}
	damaged := 0
	for _, w := range p.byPath {
		damaged += min(w.Cells, cellsPerKind*w.Kinds)
	}
	p.surcharge = min(logOf(max(damaged-1, 0)), mostSurcharge)
	for path := range p.byPath {
		if shift := p.Shift(path, 1); shift > 0 {
			if key, ok := keyNamed(path); ok {
				p.keys[key] = shift
			}
		}
	}
}

func (p *Profile) rebate(key pathKey) (nats float32, ok bool) {
	if p == nil {
		return 0, false
	}
	if nats, ok = p.keys[key]; !ok && key.outer() == 0 {
		return -p.surcharge, true
	}
	return nats, ok
}

// flat returns a profile that leaves the prices of the search as they are; itself
// where it does so.
func (p *Profile) flat() *Profile {
	if p == nil || len(p.keys) == 0 && p.surcharge == 0 {
		return p
	}
	q := *p
	q.keys, q.surcharge = nil, 0
	return &q
}

// hasWork tells whether damage is at work in the document beyond doubt.
func (p *Profile) hasWork() bool { return p != nil && p.works }

// isAbout tells whether the document is about damage, see [Engine.unmeant].
func (p *Profile) isAbout() bool { return p != nil && p.about }

// speaks tells whether the document speaks of something somewhere, and speaksOf whether of a sequence, as it stands in
// the text.
func (p *Profile) speaks() bool                  { return p != nil && len(p.spoken) > 0 }
func (p *Profile) speaksOf(sequence string) bool { return p != nil && p.spoken[sequence] }

// atWork returns the paths that are at work beyond doubt, in order.
func (p *Profile) atWork() (paths []string) {
	if p == nil {
		return nil
	}
	for path := range p.byPath {
		if strings.HasPrefix(path, origins[0]) && p.Shift(path, 1) >= learntShift {
			paths = append(paths, path)
		}
	}
	paths = append(paths, p.pairs...)
	slices.Sort(paths)
	return slices.Compact(paths)
}

// What shows, without a trial, that a pair of legacy pages is at work: so many cells and
// kinds of damage, and one cell in so many. In 100 languages no document of 30 clean lines
// had a single cell with certain damage of that kind.
const (
	pairCells  = 2
	pairIntact = 100
)

func (w Witness) pairAtWork(intact int) bool {
	return min(w.Cells, w.Kinds) >= pairCells && pairIntact*w.Cells >= intact
}

// learnRunes works out how much likelier than to the model each rune is in the
// document. Upper and lower case are one.
func (p *Profile) learnRunes(counts []runeCount) {
	all, times := 0, map[rune]int{}
	for i := range counts {
		all += counts[i].all
		counts[i].each(func(r rune, n int) { times[unicode.ToLower(r)] += n })
	}
	m := lm.Default()
	total := float64(all + runesBefore)
	p.runes = make(map[rune]float32, len(times))
	for r, n := range times {
		before := math.Exp(-float64(m.Alone(m.Sym(r))))
		p.runes[r] = clipRune(math.Log((float64(n)/before + runesBefore) / total))
	}
	p.unseen = clipRune(math.Log(runesBefore / total))
}

func clipRune(nats float64) float32 { return float32(max(min(nats, mostRune), leastRune)) }

// rune returns by how many nats the document makes a rune likelier.
func (p *Profile) rune(r rune) float32 {
	if p == nil || r < utf8.RuneSelf {
		return 0
	}
	if nats, ok := p.runes[unicode.ToLower(r)]; ok {
		return nats
	}
	return p.unseen
}

// priorShift is by how many nats the profile raises the log-odds of cluster i: that of
// its path, less where what it reads is not in the document. `Å—` between French
// words is no ŗ, however much else is damaged.
func (s *search) priorShift(i int) float32 {
	p := s.opt.Profile
	if p == nil {
		return 0
	}
	c := &s.clusters[i]
	shift := p.Shift(s.paths[c.path].name, s.ownWitness(i))
	if shift <= 0 {
		return shift
	}
	return max(min(shift+s.runeShift(c), mostShift), 0)
}

// runeShift is by how many nats the document makes the runes of a cluster likelier, the mean.
func (s *search) runeShift(c *cluster) float32 {
	var sum float32
	n := 0
	for _, e := range c.edges {
		for _, r := range s.output(&s.edges[e]) {
			if r >= utf8.RuneSelf {
				sum += s.opt.Profile.rune(r)
				n++
			}
		}
	}
	return sum / float32(max(n, 1))
}

// familiar tells whether the path of a cluster is at work and the document is full of
// what it reads there.
func (s *search) familiar(c *cluster) bool { return s.learnt(c) && s.runeShift(c) > 0 }

// ownWitness returns 1 where the cell itself may have been counted as damaged by the
// path of cluster i, and otherwise 0.
func (s *search) ownWitness(i int) int {
	c := &s.clusters[i]
	for k := range s.clusters {
		if x := &s.clusters[k]; x.path == c.path && x.made && (k != i || c.logodds >= certainOdds) {
			return 1
		}
	}
	if slices.Contains(s.own, s.paths[c.path].name) {
		return 1
	}
	return 0
}

// witness notes what a round has repaired, see ownWitness, and what it was done to the case of: what is left has been folded, too.
func (s *search) witness(made []Finding) {
	for _, f := range made {
		if f.Readings[0].Losses&LossFolded != 0 {
			s.ownFold = s.fold
		}
		if path := f.Readings[0].Path; !slices.Contains(s.own, path) {
			s.own = append(s.own, path)
		}
	}
}

// learnt tells whether the profile says that the path of a cluster is at work.
func (s *search) learnt(c *cluster) bool {
	return s.opt.Profile.Shift(s.paths[c.path].name, 1) >= learntShift
}
