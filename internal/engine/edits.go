package engine

import (
	"slices"
	"strings"
)

// edits keeps the repairs of all rounds in places of the first text, so that
// splicing them in once gives what the rounds made step by step.
type edits struct {
	original string    // the first text
	list     []Finding // made, in order
	withdrew bool      // some were taken back
}

// editsOf returns no edits of a text.
func editsOf(text string) *edits { return &edits{original: text} }

// apply adds the repairs made on current, the text so far, and returns the
// text after them. Repairs that touch earlier ones are merged with them.
func (e *edits) apply(current string, made []Finding) string {
	var out []Finding
	var b strings.Builder
	old, done, shift := 0, 0, 0 // shift is current minus original, before what old points to
	for i := 0; i < len(made); {
		for old < len(e.list) && end(e.list[old], shift) <= made[i].Start {
			shift += delta(e.list[old])
			out = append(out, e.list[old])
			old++
		}
		// A group is all that hangs together: new repairs and the old ones they touch.
		first, firstOld, before := i, old, shift
		from, to := made[i].Start, made[i].End
		for grown := true; grown; {
			grown = false
			if old < len(e.list) && e.list[old].Start+shift < to {
				from = min(from, e.list[old].Start+shift)
				to = max(to, end(e.list[old], shift))
				shift += delta(e.list[old])
				old++
				grown = true
			}
			if i < len(made) && made[i].Start < to {
				to = max(to, made[i].End)
				i++
				grown = true
			}
		}
		after := splice(current, from, to, made[first:i])
		b.WriteString(current[done:from])
		b.WriteString(after)
		done = to
		f := merge(made[first:i], e.list[firstOld:old])
		f.Start, f.End = from-before, to-shift
		f.Readings[0].After = after
		out = append(out, f)
	}
	b.WriteString(current[done:])
	e.list = append(out, e.list[old:]...)
	return b.String()
}

// delta is by how much a repair makes the text longer.
func delta(f Finding) int { return len(f.Readings[0].After) - (f.End - f.Start) }

// end is where a repair ends in the text after it, shift being that text less
// the original before it.
func end(f Finding, shift int) int { return f.Start + shift + len(f.Readings[0].After) }

// splice returns text from one place to another with the repairs made.
func splice(text string, from, to int, made []Finding) string {
	var b strings.Builder
	for _, f := range made {
		b.WriteString(text[from:f.Start])
		b.WriteString(f.Readings[0].After)
		from = f.End
	}
	return b.String() + text[from:to]
}

// merge is one finding for repairs upon repairs: the paths follow one another, the
// losses and doubts add up. Other candidates belong to one layer alone and
// are left out where there are several.
func merge(later, earlier []Finding) Finding {
	f := later[0]
	f.Readings = append([]Reading(nil), f.Readings...)
	if len(later)+len(earlier) > 1 {
		f.Readings = f.Readings[:1]
	}
	r := &f.Readings[0]
	for _, x := range later[1:] {
		r.Losses |= x.Readings[0].Losses
		r.Confidence = min(r.Confidence, x.Readings[0].Confidence)
		f.Verdict = max(f.Verdict, x.Verdict)
	}
	for i, x := range earlier {
		if i == 0 {
			r.Path = joinPaths(r.Path, x.Readings[0].Path)
		}
		r.Losses |= x.Readings[0].Losses
		r.Confidence = min(r.Confidence, x.Readings[0].Confidence)
		f.Verdict = max(f.Verdict, x.Verdict)
	}
	return f
}

// joinPaths puts the layers of the outer damage after those of the inner one.
func joinPaths(inner, outer string) string {
	if _, layers, ok := strings.Cut(outer, ">"); ok {
		return inner + ">" + layers
	}
	return inner
}

// withdraw takes back the repairs of UTF-8 that leave what a pair of legacy pages likely is: `Ã‡Ã¡Ã³Ã²` is
// `Çáóò` for sure, but nobody wrote that. Such places become suspects, with both readings. current is the text
// with all repairs made; the suspects that a pair has are in places of it.
func (e *edits) withdraw(current string, suspects []Finding) {
	e.withdrew = true
	before := slices.Clone(e.list)
	place := func(at int) int { // in current
		shift := 0
		for _, f := range before {
			if f.End <= at {
				shift += delta(f)
			}
		}
		return at + shift
	}
	e.apply(current, suspects)
	for i := range e.list {
		f := &e.list[i]
		k := slices.IndexFunc(before, func(x Finding) bool { return x.Start < f.End && f.Start < x.End })
		if f.Made || k < 0 {
			continue
		}
		r := before[k].Readings[0]
		r.After, r.Confidence = current[place(f.Start):place(f.End)], 1-f.Readings[0].Confidence
		f.Readings = append(f.Readings, r)
	}
}

// findings returns repairs, and the suspects of the last round, which are in places of the last
// text, in places of the original text.
func (e *edits) findings(current string, suspects []Finding) []Finding {
	var out, legacy []Finding
	old, shift := 0, 0
	for _, f := range suspects {
		for old < len(e.list) && end(e.list[old], shift) <= f.Start {
			shift += delta(e.list[old])
			out = append(out, e.list[old])
			old++
		}
		if old < len(e.list) && e.list[old].Start+shift < f.End {
			if !f.Made && f.Verdict == Likely && ofLegacy(f.Readings[0].Path) && !ofLegacy(e.list[old].Readings[0].Path) {
				if e.rereads(current, &f, old, shift) {
					legacy = append(legacy, f)
				}
			} else {
				e.list[old] = deeper(e.list[old], f, e.list[old].Start+shift)
			}
			continue // within a repair: what is left of it is no span of the input
		}
		f.Start -= shift
		f.End -= shift
		out = append(out, f)
	}
	out = append(out, e.list[old:]...)
	if legacy == nil {
		return out
	}
	e.withdraw(current, legacy)
	return beside(e.list, slices.DeleteFunc(out, func(f Finding) bool { return f.Made }))
}

// rereads tells whether a suspect of a pair of legacy pages, in current, has something else for what the repairs put in that stand there, from number
// k on: `conexión estÃ` is no `conexión estă` for all that it could be, and ó was right.
func (e *edits) rereads(current string, suspect *Finding, k, shift int) bool {
	now, then := []rune(current[suspect.Start:suspect.End]), []rune(suspect.Readings[0].After)
	if len(now) != len(then) {
		return true
	}
	at := make([]int, len(current[suspect.Start:suspect.End])+1) // number of runes before a byte
	n := 0
	for i := range current[suspect.Start:suspect.End] {
		at[i] = n
		n++
	}
	at[len(at)-1] = n
	for ; k < len(e.list) && e.list[k].Start+shift < suspect.End; k++ {
		f := &e.list[k]
		from, to := max(f.Start+shift, suspect.Start)-suspect.Start, min(end(*f, shift), suspect.End)-suspect.Start
		shift += delta(*f)
		if !slices.Equal(now[at[from]:at[to]], then[at[from]:at[to]]) {
			return true
		}
	}
	return false
}

// deeper adds to a repair the reading of a suspect that stands in what the repair, which begins at from, put in: the layer
// beneath, of which bytes are lost, say. It comes second, since it is not made.
func deeper(f, suspect Finding, from int) Finding {
	r := f.Readings[0]
	if len(suspect.Readings) == 0 || suspect.Start < from || suspect.End > from+len(r.After) {
		return f
	}
	below := suspect.Readings[0]
	below.After = r.After[:suspect.Start-from] + below.After + r.After[suspect.End-from:]
	below.Path = joinPaths(below.Path, r.Path)
	below.Losses |= r.Losses
	below.Confidence *= r.Confidence
	f.Readings = []Reading{r, below}
	return f
}

// ofLegacy tells whether a path begins in a legacy page.
func ofLegacy(path string) bool {
	return !strings.HasPrefix(path, origins[0]+">") && !strings.HasPrefix(path, origins[1]+">")
}
