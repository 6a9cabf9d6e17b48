// Package engine decides which runs of a cell were decoded with the wrong
// encoding, and what they were: the noisy channel of the house plan.
//
// [Engine.Cell] settles what it can by tables alone, see [Engine.Settle]. For the
// rest it goes through these steps, each cheaper and surer than the next:
//
//  1. scan: sets of codecs, one bit each, find the runs of runes that some
//     codec reads whole as UTF-8 (candidates). No candidate, no cost.
//  2. views: the cell as each codec in play reads it, layer upon layer.
//  3. edges: what may stand at each place: the rune itself, a rune that a view
//     decodes, or one with a known loss in it.
//  4. search: the cheapest way through, by the language model and the prices
//     of entering a codec, staying in it and leaving it.
//  5. evidence: each word that the way changes is judged by fitted weights on
//     the gain and on structure; what falls short is a suspect.
//  6. legacy: where runes are left that no page's text holds, the cell is read as
//     each pair of legacy pages has it, and the best is judged likewise.
//
// Then again on the repaired text, until nothing changes.
package engine

import (
	"slices"
	"sync"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
	"github.com/unbake/unbake/internal/scan"
)

// Options are what the user knows and wants, as sets of codecs.
type Options struct {
	// Allowed are the codecs to consider; 0 is all.
	Allowed uint64
	// From are the codecs that the user says are at work.
	From uint64
	// Skipped are codecs not to consider, nor what near ones read alike; Allowed is without them.
	Skipped uint64
	// Likely asks for the likely readings, too.
	Likely bool
	// Values says that texts are values that damage took whole, see value.go.
	Values bool
	// Known are the paths, such as "windows-1250>windows-1252", of pairs of legacy
	// pages that are known to be at work in the document.
	Known []string
	// Plan is the paths to undo, and none other; nil for all.
	Plan *Plan
	// Profile is what a sample of the document says; nil for none.
	Profile *Profile

	knownPairs pairSet
}

// A Verdict says how sure a finding is.
type Verdict uint8

// Verdicts, from sure to hopeless.
const (
	Certain Verdict = iota
	Likely
	Lost
)

// A Loss is one thing that happened to baked text besides.
type Loss uint16

// Losses are bits: a reading may need several.
const (
	LossDropped Loss = 1 << iota // a byte that the page leaves undefined was dropped
	LossQuestion
	LossReplacement
	LossSpace        // NBSP became a space
	LossNBSP         // NBSP or SHY was dropped
	LossStraightened // quotes, dashes or dots made ASCII
	LossHalfRepaired // another tool took bytes and a space for a dagger
	LossFolded       // upper, lower or title case
	LossBestFit      // look-alikes of another page, see bestfit.go
	LossDecomposed   // letters and their marks taken apart
	LossControls     // the C1 controls that ISO-8859-1 gave were dropped
	LossLetters      // letters beyond ASCII were dropped, see headless.go
	LossUnaccented   // letters lost their accents
)

var lossNames = []string{"dropped-byte", "question-mark", "replacement-character", "nbsp-to-space",
	"nbsp-dropped", "quotes-straightened", "half-repaired", "case-folded", "best-fit", "decomposed", "c1-dropped", "letters-dropped", "unaccented"}

// Names returns the names of the losses, in a fixed order.
func (l Loss) Names() []string {
	var out []string
	for i, n := range lossNames {
		if l&(1<<i) != 0 {
			out = append(out, n)
		}
	}
	return out
}

// A Finding is a span of the cell that reads better another way.
type Finding struct {
	Start, End int // bytes of the cell
	Verdict    Verdict
	Made       bool // repaired, not only reported
	meant      bool // the text is about it
	Readings   []Reading
}

// A Reading is what a span may have been, the best first.
type Reading struct {
	After      string
	Path       string
	Losses     Loss
	Confidence float64
}

// An Engine holds options; it never changes and is safe for many goroutines.
type Engine struct {
	opt  Options
	flat Options // the same, pages that are at work being no cheaper

	// The same for text whose letters and marks were taken apart: a page has such marks, and would read them as bytes
	// wherever they stand.
	unmarked *Engine
}

// New returns an engine.
func New(opt Options) *Engine {
	if opt.Allowed == 0 {
		opt.Allowed = ^uint64(0)
	}
	opt.knownPairs = pairsOf(append(opt.Profile.atWork(), opt.Known...))
	e := &Engine{opt: opt, flat: opt}
	if e.flat.Profile = opt.Profile.flat(); e.flat.Profile != opt.Profile {
		e.flat.knownPairs = pairsOf(opt.Known)
	}
	e.unmarked = e
	if marks := codec.Windows1258.Set() &^ opt.From; opt.Allowed&marks != 0 {
		e.unmarked = &Engine{opt: e.opt, flat: e.flat}
		e.unmarked.opt.Allowed &^= marks
		e.unmarked.flat.Allowed &^= marks
		e.unmarked.unmarked = e.unmarked
	}
	return e
}

// maxRounds bounds how often a cell is gone through. Layers of one path are
// undone within a round; more rounds are for damage that different programs did
// to different parts. Text that is not settled then stays as it is.
const maxRounds = 8

// Cell returns what is wrong with a cell, in order and without overlaps. The
// result depends on the cell and the options, their profile among them, alone.
//
// A cell whose letters and marks stand apart is read as what they are together, unless all of it is ANSEL.
func (e *Engine) Cell(text string) []Finding {
	if Clean(e, text) == len(text) {
		return nil
	}
	return e.remembered(text)
}

// found is Cell for what the gate does not let by.
func (e *Engine) found(text string) []Finding {
	sp := spell(text)
	whole, ok := sp.composed()
	if !ok {
		return sp.findings(e.read(&sp))
	}
	found := e.unmarked.read(&sp)
	if !e.wholeANSEL(sp.text, found) && Clean(e, whole.text) < len(whole.text) {
		if better := e.read(&whole); len(better) > 0 {
			return whole.findings(better)
		}
	}
	return sp.findings(found)
}

// wholeANSEL tells whether a text is ANSEL, of whose marks each is a byte, and all of it comes back as such.
func (e *Engine) wholeANSEL(text string, found []Finding) bool {
	made := madeOf(found)
	if len(made) == 0 || slices.ContainsFunc(made, func(f Finding) bool {
		page, ok := outermostOf(f.Readings[0].Path)
		return !ok || page != codec.ANSEL
	}) {
		return false
	}
	left := splice(text, 0, len(text), made)
	return Clean(e, left) == len(left)
}

// read returns what is wrong with the text that a cell reads as.
func (e *Engine) read(sp *spelling) []Finding {
	return e.planned(sp.text, e.addressed(sp, sp.unnumbered(e.find(sp.text))))
}

// find returns what is wrong with a text that has no escapes. Where repairs were taken back in the end, others were made with
// those in place; and where all letters were of one case, what is left beside repairs may be read otherwise, now that they are not: it
// goes on from what is left, as another pass would.
func (e *Engine) find(text string) []Finding {
	found, whole := e.findOnce(text)
	if whole {
		return found
	}
	var all edits
	for range maxRounds {
		made, suspects := parted(found)
		if len(made) == 0 {
			return all.findings(text, suspects)
		}
		if text = all.apply(text, made); Clean(e, text) == len(text) {
			return all.findings(text, nil)
		}
		found, _ = e.findOnce(text)
	}
	return nil
}

// findOnce is find in one pass; not whole if another may find more.
func (e *Engine) findOnce(text string) (found []Finding, whole bool) {
	all := editsOf(text)
	current := text
	if made, after := e.settled(text); made != nil && !slices.ContainsFunc(made, func(f Finding) bool { return e.skips(text, &f) }) {
		if Clean(e, after) == len(after) {
			return made, true
		}
		current = all.apply(text, made)
	}
	found = slices.DeleteFunc(e.search(current, all), func(f Finding) bool {
		// One round took back what another had made.
		return f.Made && f.Readings[0].After == text[f.Start:f.End]
	})
	n := len(madeOf(found))
	found = e.uncounted(text, e.unmeant(text, e.uncharted(text, e.unskipped(text, found))))
	made := len(madeOf(found))
	return found, !all.withdrew && made >= n && (made == 0 || foldOf(bytesOf(text)) == foldNone)
}

// madeOf returns those findings that are repairs.
func madeOf(found []Finding) []Finding {
	made, _ := parted(found)
	return made
}

// search goes through the rounds on what the edits made of a text, and returns
// the findings in it.
func (e *Engine) search(current string, all *edits) []Finding {
	s := newSearch()
	defer scratches.Put(s)
	return s.search(e, current, all)
}

// search goes along the path that rules a text, if one does, and through the rounds on what that leaves.
func (s *search) search(e *Engine, current string, all *edits) []Finding {
	s.begin(e, all)
	if !s.mayRead(current) {
		return s.rounds(e, current, all)
	}
	if made := s.along(e, current); len(made) > 0 {
		if current = all.apply(current, made); Clean(e, current) == len(current) {
			return all.findings(current, nil)
		}
		s.begin(e, all)
	}
	return s.rounds(e, current, all)
}

// begin makes a search ready for a text, of which some edits were made.
func (s *search) begin(e *Engine, all *edits) {
	s.model, s.opt = lm.Default(), &e.opt
	s.controls, s.undone = false, 0
	s.own, s.earlier, s.alone = s.own[:0], s.earlier[:0], false
	s.ownFold, s.foldShown, s.foldPages = foldNone, false, foldedCodecs()
	s.witness(all.list)
}

// rounds goes through the rounds on a text, for which the search is ready.
func (s *search) rounds(e *Engine, current string, all *edits) []Finding {
	for round := 0; !s.spent(); round++ {
		s.earlier, s.looked = all.earlier(s.earlier[:0]), false
		var found []Finding
		if s.mayRead(current) {
			found = s.round(current)
		} else {
			s.controls = true // of which it has none
		}
		if s.opt.Values {
			found = s.value(current, found)
		}
		made, suspects := parted(found)
		made, suspects, legacy := s.withLegacy(current, made, suspects)
		if s.spent() {
			break
		}
		if len(made) == 0 && !s.controls && !legacy {
			// Controls that no sequence has a place for come last: `â\u0080\u009c … \u0094`.
			s.controls = true
			continue
		}
		if len(made) == 0 && e.flat.Profile != s.opt.Profile && Suspicious(current) {
			// A page that is at work may stand before a better reading by another, which the
			// next pass over the document, in which nothing is at work any more, would find.
			s.opt = &e.flat
			continue
		}
		if len(made) == 0 && len(all.list) > 0 {
			made, _ = e.settled(current) // with which another pass would begin
		}
		if len(made) == 0 && s.looked {
			s.alone = true // as another pass would see it
			continue
		}
		if len(made) == 0 {
			return all.findings(current, suspects)
		}
		if round >= maxRounds {
			return nil
		}
		s.witness(made)
		current = all.apply(current, made)
		if s.opt.Values { // the layer beneath may need no search
			s.undone |= codecsOf(made)
			if made, _ := e.settled(current); made != nil {
				s.witness(made)
				current = all.apply(current, made)
			}
		}
		if Clean(e, current) == len(current) { // as all that is left of most cells
			return all.findings(current, nil)
		}
	}
	return nil
}

// mayRead tells whether a text is to be read as UTF-8, once or several times over: what is suspicious for
// pairs of legacy pages alone is not. Values are read as a whole, whatever stands in them.
func (s *search) mayRead(text string) bool { return s.opt.Values || scan.Reads(text) }

// parted takes apart what is made and what is only suspected.
func parted(found []Finding) (made, suspects []Finding) {
	for _, f := range found {
		if f.Made {
			made = append(made, f)
		} else {
			suspects = append(suspects, f)
		}
	}
	return made, suspects
}

var scratches = sync.Pool{New: func() any { return new(search) }}

// codecNames are the canonical names by ID.
var codecNames = sync.OnceValue(func() (out []string) {
	for _, c := range codec.All() {
		out = append(out, c.Name())
	}
	return out
})
