package engine

import (
	"github.com/unbake/unbake/internal/lm"
	"github.com/unbake/unbake/internal/scan"
)

// A legacyProposal is the best that a pair of legacy pages makes of a cell.
type legacyProposal struct {
	legacyClaim
	features [numLegacyFeatures]float32
	next     *legacyClaim // that reads differently, nil if none
	lead     float32      // nats to that
}

// legacyPropose finds the best pair for a cell; rest is the cell with the repairs
// of UTF-8 made, the cell itself if there are none.
func (s *search) legacyPropose(text, rest string) (p legacyProposal, ok bool) {
	claims := s.legacyClaims(text)
	if len(claims) == 0 {
		return p, false
	}
	p.legacyClaim = claims[0]
	p.lead = p.total
	for i := range claims {
		if claims[i].text != p.text {
			p.next = &claims[i]
			p.lead = p.total - p.next.total
			break
		}
	}
	leadUTF8 := p.total
	if rest != text {
		leadUTF8 = textCost([]byte(rest)) - textCost([]byte(p.text)) - p.price
	}
	units := s.legacyUnits(text, p.pair.read)
	s.legacyWay(units, p.pair.from, p.price)
	p.features = s.legacyEvidence(&p.legacyClaim, units, p.lead, leadUTF8, rest != text)
	return p, true
}

// weighLegacy returns the log-odds that a proposal is right.
func weighLegacy(f *[numLegacyFeatures]float32) float32 {
	sum := float32(legacyBias)
	for i := range legacyTrees {
		t := &legacyTrees[i]
		n := 0
		for range treeDepth {
			k := 2*n + 1
			if f[t.feature[n]] > t.threshold[n] {
				k++
			}
			n = k
		}
		sum += t.leaf[n-(1<<treeDepth-1)]
	}
	return legacyCalibration.scale*sum + legacyCalibration.shift
}

// withLegacy adds what pairs of legacy pages make of a cell to the findings of UTF-8
// in it: instead of repairs, where those leave a cell that costs more, and beside suspects.
func (s *search) withLegacy(text string, made, suspects []Finding) (m, sus []Finding) {
	rest := splice(text, 0, len(text), made)
	if !scan.Legacy(rest) && s.opt.knownPairs.empty() {
		return made, suspects
	}
	found, left := parted(s.legacyFindings(text, rest))
	if len(found) > 0 {
		return found, nil
	}
	if len(made) == 0 {
		suspects = beside(suspects, left)
	}
	return made, suspects
}

// beside merges more findings into a list, those that overlap none of it.
func beside(list, more []Finding) (out []Finding) {
	for len(list)+len(more) > 0 {
		switch {
		case len(more) == 0 || len(list) > 0 && list[0].End <= more[0].Start:
			out, list = append(out, list[0]), list[1:]
		case len(list) == 0 || more[0].End <= list[0].Start:
			out, more = append(out, more[0]), more[1:]
		default:
			more = more[1:]
		}
	}
	return out
}

// legacyFindings judges the best pair for a cell and reports its spans.
func (s *search) legacyFindings(text, rest string) (found []Finding) {
	p, ok := s.legacyPropose(text, rest)
	if !ok {
		return nil
	}
	odds := weighLegacy(&p.features)
	if odds < legacyLikely {
		return nil
	}
	verdict := Likely
	if odds >= legacyCertain {
		verdict = Certain
	}
	for _, sp := range p.spans {
		f := Finding{Start: sp.from, End: sp.to, Verdict: verdict, Made: verdict == Certain || s.opt.Likely}
		before := text[sp.from:sp.to]
		f.Readings = []Reading{{After: sp.after, Path: p.pathOf(before, sp.after), Confidence: confidence(odds)}}
		if other, ok := p.other(before, sp); ok {
			other.Confidence = confidence(odds) * confidence(-p.lead)
			f.Readings[0].Confidence -= other.Confidence
			f.Readings = append(f.Readings, other)
		}
		found = append(found, f)
	}
	return found
}

// otherLead is how far behind, in nats, another reading may be to be worth a mention.
const otherLead = 6

// other is how the next claim reads a span, if it is close and reads that span.
func (p *legacyProposal) other(before string, sp legacySpan) (r Reading, ok bool) {
	if p.next == nil || p.lead > otherLead {
		return r, false
	}
	for _, x := range p.next.spans {
		if x.from == sp.from && x.to == sp.to && x.after != sp.after {
			return Reading{After: x.after, Path: p.next.pathOf(before, x.after)}, true
		}
	}
	return r, false
}

// A LegacyObservation is a proposal before it is judged, for fitting.
type LegacyObservation struct {
	After    string // the cell
	Path     string
	Features []float32
	LogOdds  float32
}

// ObserveLegacy returns the best proposal of a pair of legacy pages for a cell;
// ok is false if there is none, or nothing is left of the cell for it when the repairs
// of UTF-8 are made.
func (e *Engine) ObserveLegacy(text string) (o LegacyObservation, ok bool) {
	s := scratches.Get().(*search)
	defer scratches.Put(s)
	s.model, s.opt = lm.Default(), &e.opt
	s.controls = true
	made, _ := parted(s.round(text))
	rest := splice(text, 0, len(text), made)
	if len(made) > 0 && !scan.Legacy(rest) {
		return o, false
	}
	p, ok := s.legacyPropose(text, rest)
	if !ok {
		return o, false
	}
	return LegacyObservation{p.text, p.pair.name(), append([]float32(nil), p.features[:]...), weighLegacy(&p.features)}, true
}

// The log-odds from which a pair is certain, and from which it is likely.
const (
	legacyCertain = 3
	legacyLikely  = 0
)
