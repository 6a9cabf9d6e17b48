package engine

import "strings"

// edits keeps the findings of all rounds in places of the first text, so that
// splicing them in once gives what the rounds made step by step.
type edits struct {
	list []Finding // made, in order
	left []Finding // suspects of the last round, in places of the last text
}

// apply adds the repairs made on current, the text so far, and returns the text after
// them. A repair that touches an earlier one is merged with it.
func (e *edits) apply(original, current string, made []Finding) string {
	var out []Finding
	var b strings.Builder
	old, done, shift := 0, 0, 0 // next old edit; bytes of current written; current minus original
	for _, f := range made {
		for old < len(e.list) && e.list[old].Start+shift+len(e.list[old].Readings[0].After) <= f.Start {
			out = append(out, e.list[old])
			shift += delta(e.list[old])
			old++
		}
		merged := Finding{Start: f.Start - shift, End: f.End - shift, Made: true, Verdict: f.Verdict, Readings: f.Readings}
		from, to := f.Start, f.End
		for old < len(e.list) && e.list[old].Start+shift < f.End {
			o := e.list[old]
			from = min(from, o.Start+shift)
			to = max(to, o.Start+shift+len(o.Readings[0].After))
			merged.Start = min(merged.Start, o.Start)
			shift += delta(o)
			merged.End = max(to-shift, o.End)
			merged.Readings = joinReadings(merged.Readings, o.Readings)
			merged.Verdict = max(merged.Verdict, o.Verdict)
			old++
		}
		if n := len(out); n > 0 && out[n-1].End > merged.Start {
			panic("engine: edits overlap")
		}
		best := merged.Readings[0]
		best.After = current[from:f.Start] + f.Readings[0].After + current[f.End:to]
		merged.Readings = append([]Reading{best}, merged.Readings[1:]...)
		out = append(out, merged)
		b.WriteString(current[done:f.Start])
		b.WriteString(f.Readings[0].After)
		done = f.End
	}
	b.WriteString(current[done:])
	e.list = append(out, e.list[old:]...)
	return b.String()
}

func delta(f Finding) int { return len(f.Readings[0].After) - (f.End - f.Start) }

// joinReadings is the reading of a repair upon a repair: the paths follow one
// another, the losses and doubts add up. Other candidates belong to one layer
// alone and are left out.
func joinReadings(later, earlier []Reading) []Reading {
	l, o := later[0], earlier[0]
	l.Path = joinPaths(l.Path, o.Path)
	l.Losses |= o.Losses
	l.Confidence *= o.Confidence
	return []Reading{l}
}

// joinPaths puts the layers of the outer damage after those of the inner one.
func joinPaths(inner, outer string) string {
	if _, layers, ok := strings.Cut(outer, ">"); ok {
		return inner + ">" + layers
	}
	return inner
}

func (e *edits) suspect(list []Finding) { e.left = list }

// findings returns repairs and suspects in places of the original text.
func (e *edits) findings(original string) []Finding {
	var out []Finding
	old, shift := 0, 0
	for _, f := range e.left {
		for old < len(e.list) && e.list[old].Start+shift+len(e.list[old].Readings[0].After) <= f.Start {
			shift += delta(e.list[old])
			out = append(out, e.list[old])
			old++
		}
		if old < len(e.list) && e.list[old].Start+shift < f.End {
			continue // within a repair: what is left of it is no span of the input
		}
		f.Start -= shift
		f.End -= shift
		out = append(out, f)
	}
	return append(out, e.list[old:]...)
}
