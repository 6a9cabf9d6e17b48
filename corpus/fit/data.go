package main

import (
	"bufio"
	"encoding/gob"
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/internal/engine"
)

// A held line is text that the model has not seen, and how much it counts: the
// languages that most damage is in count for more.
type held struct {
	text   string
	weight float32
}

// unseenShare is the share of lines in languages that the model has not seen at all: the
// evidence must not rely on the model knowing a language, as it knows those of most text.
const unseenShare = 0.2

// readLines returns the held-out lines of a file, at most limit of them, evenly spread.
func readLines(name string, limit int) ([]held, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var known, unseen []held
	sc := bufio.NewScanner(f)
	sc.Buffer(make([]byte, 1<<20), 1<<20)
	for sc.Scan() {
		split, rest, _ := strings.Cut(sc.Text(), "\t")
		if split != "held" && split != "heldlang" {
			continue
		}
		fields := strings.SplitN(rest, "\t", 4)
		if len(fields) != 4 {
			return nil, fmt.Errorf("%s: not training lines", name)
		}
		t := fields[3]
		if !hasHigh(t) || len(t) >= 1000 {
			continue
		}
		w, err := strconv.ParseFloat(fields[2], 32)
		if err != nil {
			return nil, fmt.Errorf("%s: weight: %w", name, err)
		}
		if l := (held{t, float32(min(max(w, 0.1), 3))}); split == "held" {
			known = append(known, l)
		} else {
			unseen = append(unseen, l)
		}
	}
	known = thin(known, int(float64(limit)*(1-unseenShare)))
	unseen = thin(unseen, int(float64(len(known))*unseenShare/(1-unseenShare)))
	return append(known, unseen...), sc.Err()
}

// thin returns at most n of the lines, evenly spread.
func thin(lines []held, n int) []held {
	if len(lines) <= n {
		return lines
	}
	out := make([]held, n)
	for i := range out {
		out[i] = lines[i*len(lines)/n]
	}
	return out
}

func hasHigh(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return true
		}
	}
	return false
}

func hash(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}

// An example is one proposal of the engine and whether it was right.
type example struct {
	X       []float32
	Right   bool
	Clean   bool    // from a line without damage
	AsFound bool    // which was not made harder
	Hold    bool    // kept for the report
	Weight  float32 // less than 1 where a line has several, so that each line counts alike
	Path    string
	Text    string
	After   string
	Want    string // what the words around it should become, if it does not
}

type dataset struct {
	Examples   []example
	CleanLines int
	Damaged    int
}

// examples reads the dataset from the file keep, or makes it and keeps it there.
func examples(lines string, limit int, keep string) (*dataset, error) {
	d := &dataset{}
	if f, err := os.Open(keep); err == nil {
		defer f.Close()
		return d, gob.NewDecoder(bufio.NewReader(f)).Decode(d)
	}
	texts, err := readLines(lines, limit)
	if err != nil {
		return nil, err
	}
	e := engine.New(engine.Options{})
	d = collect(len(texts), func(d *dataset, i int) { d.line(texts[i], e) })
	if keep == "" {
		return d, nil
	}
	f, err := os.Create(keep)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return d, gob.NewEncoder(f).Encode(d)
}

func (d *dataset) counts() string {
	var right, wrong, clean int
	for _, e := range d.Examples {
		switch {
		case e.Clean:
			clean++
		case e.Right:
			right++
		default:
			wrong++
		}
	}
	return fmt.Sprintf("%d clean lines: %d proposals; %d damaged lines: %d right proposals, %d wrong",
		d.CleanLines, clean, d.Damaged, right, wrong)
}

// noiseWeight is the weight of made-up noise: by chance some of it is just what
// damage makes, more often than in what people write.
const noiseWeight = 0.3

// collect runs line for each of n lines, on all cores. The examples stand in the order
// of the lines.
func collect(n int, line func(d *dataset, i int)) *dataset {
	const batch = 500
	parts := make([]dataset, (n+batch-1)/batch)
	var wg sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for k := range next {
				for i := k * batch; i < min((k+1)*batch, n); i++ {
					line(&parts[k], i)
				}
			}
		})
	}
	for k := range parts {
		next <- k
	}
	close(next)
	wg.Wait()
	d := &dataset{}
	for _, p := range parts {
		d.Examples = append(d.Examples, p.Examples...)
		d.CleanLines += p.CleanLines
		d.Damaged += p.Damaged
	}
	return d
}

// line adds the examples of one line.
func (d *dataset) line(l held, e *engine.Engine) {
	t := l.text
	h := hash(t)
	hold := h%10 == 0
	forms := cleanForms(t, h)
	meant := len(forms)
	for _, seed := range []string{"noise", "more", "again"} {
		forms = append(forms, noise(t, hash(t+seed)))
	}
	for k, c := range forms {
		d.CleanLines++
		obs := e.Observe(c)
		weight := l.weight * share(obs)
		if k >= meant {
			weight *= noiseWeight
		}
		for _, o := range obs {
			if o.Double {
				continue // those are weighed by themselves, see double.go
			}
			d.Examples = append(d.Examples, example{X: o.Features, Clean: true, AsFound: k == 0, Hold: hold,
				Weight: weight, Path: o.Path, Text: c[o.Start:o.End], After: o.After})
		}
	}
	for i, o := range originals(t, h>>8) {
		if (h>>5+uint64(i))%2 == 0 {
			d.damage(o, l.weight, e, hold)
		} else { // what lost bytes is most in doubt
			d.damageBy(lossyRecipe(hash(o)>>16), o, l.weight, e, hold, false)
		}
	}
}

// damage bakes the words of a line and notes which proposals give them back.
func (d *dataset) damage(t string, weight float32, e *engine.Engine, hold bool) {
	d.damageBy(recipeOf(hash(t)>>16), t, weight, e, hold, false)
}

// damageBy is damage by one recipe; double tells which proposals count, those of double-byte
// pages or the others.
func (d *dataset) damageBy(recipe recipe, t string, weight float32, e *engine.Engine, hold, double bool) {
	h := hash(t)
	if recipe.quoted {
		t = quote(t, h>>20)
	}
	words := strings.SplitAfter(t, " ")
	var b strings.Builder
	var ends []int
	n := 0
	for i, w := range words {
		part := w
		if recipe.share == 1 || hash(w+t)%100 < uint64(recipe.share*100) {
			baked, err := recipe.apply(w)
			if err != nil {
				return
			}
			part = baked
		}
		if recipe.collapse && strings.HasSuffix(part, "  ") {
			part = part[:len(part)-1]
		}
		if part != w {
			n++
		}
		words[i] = w
		b.WriteString(part)
		ends = append(ends, b.Len())
	}
	text := b.String()
	if recipe.cut {
		text = cutAfter(text, h>>24)
		for i := range ends {
			ends[i] = min(ends[i], len(text))
		}
	}
	if n == 0 {
		return
	}
	d.Damaged++
	obs := e.Observe(text)
	for i := range obs {
		if obs[i].Double != double {
			continue
		}
		from, to := touched(ends, obs[i].Start, obs[i].End)
		start := 0
		if from > 0 {
			start = ends[from-1]
		}
		want := strings.Join(words[from:to+1], "")
		x := example{X: obs[i].Features, Right: agrees(text, obs, i, start, ends[to], want, recipe.folded()),
			Hold: hold, Weight: weight * share(obs), Path: obs[i].Path, Text: text[obs[i].Start:obs[i].End], After: obs[i].After}
		if !x.Right {
			x.Want = want + " by " + recipe.path.String()
		}
		d.Examples = append(d.Examples, x)
	}
}

// apply damages a word.
func (r *recipe) apply(w string) (string, error) {
	if r.bake != nil {
		return r.bake(w), nil
	}
	return corpus.Bake(w, r.path)
}

// cutAfter cuts a text behind a rune beyond ASCII, as the limit of a column may.
func cutAfter(text string, h uint64) string {
	var ends []int
	for i, r := range text {
		if r >= utf8.RuneSelf {
			ends = append(ends, i+utf8.RuneLen(r))
		}
	}
	if len(ends) == 0 {
		return text
	}
	return text[:ends[h%uint64(len(ends))]]
}

// agrees tells whether proposal i gives what was meant: with the others in
// text[start:end] made, all up to its end, or all from its start on, is as in want.
//
// Where case was folded, nobody can know what it was: then it does not count.
func agrees(text string, obs []engine.Observation, i, start, end int, want string, folded bool) bool {
	var b strings.Builder
	var from, to int
	at := start
	for k, o := range obs {
		if o.Start < start || o.End > end {
			continue
		}
		b.WriteString(text[at:o.Start])
		if k == i {
			from = b.Len()
		}
		b.WriteString(o.After)
		if k == i {
			to = b.Len()
		}
		at = o.End
	}
	b.WriteString(text[at:end])
	got := b.String()
	if folded {
		got, want = strings.ToLower(got), strings.ToLower(want)
		from, to = min(from, len(got)), min(to, len(got))
	}
	return strings.HasPrefix(want, got[:to]) && (to == len(got) || len(want) > to) || strings.HasSuffix(want, got[from:])
}

// share is the weight of each proposal of a line.
func share(obs []engine.Observation) float32 { return float32(1 / math.Sqrt(float64(len(obs)))) }

// touched returns the first and last word that a span is part of.
func touched(ends []int, start, end int) (from, to int) {
	for ends[from] <= start {
		from++
	}
	for to = from; ends[to] < end; to++ {
	}
	return from, to
}

// split returns the examples to fit on, and those that are kept for the report.
func (d *dataset) split() (training, kept []example) {
	for _, e := range d.Examples {
		if e.Hold {
			kept = append(kept, e)
		} else {
			training = append(training, e)
		}
	}
	return training, kept
}
