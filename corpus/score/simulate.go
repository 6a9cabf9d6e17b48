package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/fix"
)

// wordShare and seed choose the words that are damaged in mixed texts.
const (
	wordShare = 0.4
	wordSeed  = 1
)

// simulate damages all samples in all ways, has e repair them, and prints
// what came back; if verbose, what did not. The same engine gives the same bytes.
func simulate(w io.Writer, e engine, groups []damageGroup, verbose bool) error {
	out := bufio.NewWriter(w)
	fmt.Fprint(out, simulatedIntro)
	var prose, traps []corpus.Sample
	for _, s := range corpus.Samples() {
		if s.Trap == "" {
			prose = append(prose, s)
		} else {
			traps = append(traps, s)
		}
	}
	byLang := newLanguages()
	var sure confidenceCount
	failed, err := damageAll(out, e, groups, byLang, &sure, func(string) []corpus.Sample { return prose })
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "\n## By language\n\n| language%s%s", countHead, countRule)
	for _, c := range byLang.counts {
		fmt.Fprint(out, c.row())
	}
	sure.print(out)
	if f, ok := e.(*fix.Fixer); ok {
		if err := scoreDocuments(out, f, samplesByScript(prose), sampleDocuments, false); err != nil {
			return err
		}
	}
	printHarm(out, "Text without damage", prose, e)
	printHarm(out, "Text that looks damaged", traps, e)
	if verbose {
		printTrials(out, failed)
	}
	return out.Flush()
}

// damageAll prints what comes back of the texts that samples gives for each path, and
// returns what did not.
func damageAll(out io.Writer, e engine, groups []damageGroup, byLang *languages, sure *confidenceCount, samples func(path string) []corpus.Sample) ([]trial, error) {
	var failed []trial
	raw, err := newRawEngine()
	if err != nil {
		return nil, err
	}
	var ways []wayCount
	for _, g := range groups {
		ways = append(ways, wayCount{name: g.name})
		fmt.Fprintf(out, "\n## %s\n\n| path%s%s", g.name, countHead, countRule)
		totals := newCounts("**all**")
		for _, path := range g.paths {
			c := newCounts("`" + path + "`")
			e := e
			if strings.HasSuffix(path, rawSuffix) {
				e = raw
			}
			err := simulatePath(path, g.part, samples(path), e, func(lang string, t trial) {
				kind := ""
				if g.kinds != nil {
					kind = g.kinds(t)
				}
				c.add(kind, t)
				totals.add(kind, t)
				ways[len(ways)-1].add(t)
				byLang.of(lang).add(t)
				sure.add(t, e.Explain(t.in).Repairs)
				if t.outcome != trialRight {
					failed = append(failed, t)
				}
			})
			if err != nil {
				return nil, err
			}
			c.print(out)
		}
		totals.print(out)
	}
	printWays(out, ways)
	return failed, nil
}

func printTrials(w io.Writer, failed []trial) {
	fmt.Fprint(w, "\n## Not right\n")
	for _, t := range failed {
		what := [...]string{"right", "part", "left", "wrong"}[t.outcome]
		if t.lost {
			what += ", lost"
		}
		switch {
		case t.outcome == trialLeft:
		case t.approach < 0:
			what += ", worse than before"
		case t.approach == 0:
			what += ", as far as before"
		}
		fmt.Fprintf(w, "\n%s: %s\n\n    in   %q\n    want %q\n    got  %q\n", t.path, what, t.in, t.want.texts[0], t.got)
	}
}

const simulatedIntro = "# Scores on simulated damage\n\n" +
	"Written by `go run ./corpus/score -simulated`: every sample of package corpus damaged along every path,\n" +
	"each text by itself, repaired with the default settings; raw bytes with the input encoding \"auto\". *Lost*: texts in\n" +
	"which damage took information away, so that not all can come back. *Part*: some came back and the rest is as it was damaged, or was between two layers. *Left*: unchanged. *Wrong*: changed into\n" +
	"something that was not there. *Worse*: of all that changed, those that are further from what was meant than before. *Told*: of those that are not right, how many have a suspect. Escaped text should come back escaped, folded case may stay folded, a cut character may\n" +
	"stay or go. Texts do not count that a path does not change, whose characters its first encoding lacks, or of which\n" +
	"its losses take nothing.\n"

// simulatePath runs all samples through one path and hands the trials to
// record. Texts that come out as on the plain path are left out of the others:
// they count there.
func simulatePath(path string, part corpus.Part, samples []corpus.Sample, e engine, record func(lang string, t trial)) error {
	p, err := corpus.ParsePath(path)
	if err != nil {
		return err
	}
	d := corpus.Damage{Path: p, Part: part}
	if part != corpus.Whole {
		d.Share, d.Seed = wordShare, wordSeed
	}
	bare := d
	bare.Path = plainPath(p)
	for _, s := range samples {
		baked, err := d.Bake(s.Text)
		var lacks *corpus.UnencodableError
		if errors.As(err, &lacks) {
			continue
		}
		if err != nil {
			return err
		}
		plain, err := bare.Bake(s.Text)
		if err != nil {
			return err
		}
		if plain.Text == s.Text || (special(p) && plain.Text == baked.Text) {
			continue
		}
		want, err := answersTo(s.Text, p, baked.Text)
		if err != nil {
			return err
		}
		if want.include(baked.Text) {
			continue // a half-repair that was whole
		}
		between, err := betweenLayers(s.Text, d)
		if err != nil {
			return err
		}
		record(s.Lang, try(path, want, baked, between, e))
	}
	return nil
}

// betweenLayers returns what a text is after each layer of the damage but the last.
func betweenLayers(text string, d corpus.Damage) (states []string, err error) {
	all := d.Path.Layers
	for n := 1; n < len(all); n++ {
		d.Path.Layers = all[:n]
		baked, err := d.Bake(text)
		if err != nil {
			return nil, err
		}
		states = append(states, baked.Text)
	}
	return states, nil
}

// languages counts by language, in the order in which they first appear.
type languages struct {
	counts []*count
	byTag  map[string]*count
}

func newLanguages() *languages { return &languages{byTag: map[string]*count{}} }

func (l *languages) of(tag string) *count {
	c := l.byTag[tag]
	if c == nil {
		c = &count{name: tag}
		l.byTag[tag] = c
		l.counts = append(l.counts, c)
	}
	return c
}

// printHarm lists the samples that the engine changes though nothing is wrong
// with them.
func printHarm(w io.Writer, title string, samples []corpus.Sample, e engine) {
	fmt.Fprintf(w, "\n## %s\n\n", title)
	harmed := 0
	for _, s := range samples {
		got := e.String(s.Text)
		if got == s.Text {
			continue
		}
		harmed++
		what := s.Lang
		if s.Trap != "" {
			what += ", " + s.Trap
		}
		fmt.Fprintf(w, "- %s: `%+q` became `%+q`\n", what, s.Text, got)
	}
	if harmed > 0 {
		fmt.Fprintln(w)
	}
	fmt.Fprintf(w, "%d of %d texts changed.\n", harmed, len(samples))
}
