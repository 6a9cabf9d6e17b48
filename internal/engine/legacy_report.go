package engine

// legacyReport returns a finding for each span of a proposal. A few letters of another script are little to go by: `ÄÖÜ` has the bytes of
// משת, in a page of DOS.
func (s *search) legacyReport(p *legacyProposal, text string, odds float32) (found []Finding) {
	if f := &p.features; odds < legacyLikely || f[gForeign] > 0 && f[gWide] < foreignWide && odds < legacyForeign {
		return nil
	}
	verdict := p.verdict(odds)
	places := p.places(text)
	for _, sp := range p.spans {
		f := Finding{Start: places(sp.from), End: places(sp.to), Verdict: verdict, Made: verdict == Certain || s.opt.Likely}
		before := text[f.Start:f.End]
		f.Readings = []Reading{{After: sp.after, Path: p.pathOf(before, sp.after), Confidence: confidence(odds)}}
		if f.Readings[0].Path == "" {
			return nil
		}
		if other, ok := p.other(before, sp); ok {
			other.Confidence = confidence(odds) * confidence(-p.lead)
			f.Readings[0].Confidence -= other.Confidence
			f.Readings = append(f.Readings, other)
		}
		found = append(found, f)
	}
	return found
}

// places tells where in a text a place of the proposal's cell is: each of its bytes is a
// rune of the text, if there is an outer layer.
func (p *legacyProposal) places(text string) func(int) int {
	if p.outer == nil {
		return func(i int) int { return i }
	}
	var off []int
	for i := range text {
		off = append(off, i)
	}
	off = append(off, len(text))
	return func(i int) int { return off[i] }
}

// otherLead is how far behind, in nats, another reading may be to be worth a mention.
const otherLead = 6

// other is how the next claim reads a span, if it is close and reads that span.
func (p *legacyProposal) other(before string, sp legacySpan) (r Reading, ok bool) {
	if p.next == nil || p.lead > otherLead {
		return r, false
	}
	p.next.outer = p.outer
	for _, x := range p.next.spans {
		if x.from == sp.from && x.to == sp.to && x.after != sp.after {
			r = Reading{After: x.after, Path: p.next.pathOf(before, x.after)}
			return r, r.Path != ""
		}
	}
	return r, false
}
