package main

import (
	"fmt"
	"go/format"
	"io"
	"math"
	"os"
	"sort"
	"strings"
	"unicode"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/internal/engine"
)

// The features of legacy pairs that may only speak for, or only against, a proposal.
var (
	legacyRising = []string{"gain", "low gain", "per rune", "lead", "lead utf8", "wide", "distinct", "weakest", "common",
		"seen", "flips", "known", "units", "controls", "odd", "expected",
		"words known", "word gain"}
	legacyFalling = []string{"left", "left marks", "strange", "new flips", "new mixed", "price", "rare", "spaces", "boxes", "scripts",
		"spoken of", "new signs", "unexpected", "words stood"}
)

// legacySettings are those of the trees of legacy pairs.
var legacySettings = settings{depth: 4, rounds: 500, rows: 1, leafPull: 10, minLeaf: 6, balance: balance{clean: 4, hard: 1.2}}

// fitLegacy fits the weights of legacy pairs and writes them to a file.
func fitLegacy(w io.Writer, lines string, limit int, out string, show int) error {
	texts, err := readLines(lines, limit)
	if err != nil {
		return err
	}
	e := engine.New(engine.Options{})
	d := collect(len(texts), func(d *dataset, i int) { d.legacyLine(texts[i], e) })
	fmt.Fprintln(w, d.counts())
	training, kept := d.split()
	f := boost(training, engine.LegacyFeatureNames(), legacyRising, legacyFalling, legacySettings)
	c := calibrateLegacy(kept, f, legacySettings)
	reportLegacy(w, kept, f, c, show)
	if out == "" {
		return nil
	}
	return os.WriteFile(out, legacySource(f, c, d), 0o644)
}

// legacyLine adds the examples of one line: clean and made hard, damaged along pairs of legacy
// pages, and by UTF-8, where a pair would be wrong.
func (d *dataset) legacyLine(l held, e *engine.Engine) {
	t := l.text
	hold := hash(t)%10 == 0
	h := hash(t + "legacy")
	forms := append(cleanForms(t, h), noise(t, h), noise(t, h>>7), stickTo(t, h), strings.ReplaceAll(t, " ", ""), alphabet(h))
	for k, c := range forms {
		weight := l.weight
		if k >= len(forms)-5 {
			weight *= noiseWeight
		}
		d.CleanLines++
		for _, e := range []*engine.Engine{e, knowing(anyPath(h >> 11))} {
			if o, ok := e.ObserveLegacy(c); ok {
				d.Examples = append(d.Examples, example{X: o.Features, Clean: true, AsFound: k == 0, Hold: hold, Weight: weight,
					Path: o.Path, Text: c, After: o.After})
			}
		}
	}
	for i, o := range originals(t, h>>8) {
		for j := range drawsOf(o) {
			k := hash(fmt.Sprint(o, i, j))
			text, path := legacyDamage(o, k)
			if text != o {
				d.Damaged++
				d.observe(e, text, o, path, l.weight, hold)
				if k>>40%3 == 0 {
					d.observe(knowing(path, anyPath(k>>20)), text, o, path, l.weight, hold)
				}
			}
		}
		if r := recipeOf(h >> 16); i == 0 {
			if text, err := corpus.Bake(o, r.path); err == nil && text != o {
				d.observe(e, text, o, r.path.String(), l.weight, hold)
			}
		}
	}
}

// observe adds the proposal for a damaged text.
func (d *dataset) observe(e *engine.Engine, text, want, path string, weight float32, hold bool) {
	if o, ok := e.ObserveLegacy(text); ok {
		d.Examples = append(d.Examples, example{X: o.Features, Right: o.After == want, Hold: hold, Weight: weight,
			Path: path, Text: text, After: o.After})
	}
}

// legacyDamage damages a text along a pair that has all its letters, or some words of it; text
// comes back as it is if no pair of a few that are drawn does.
func legacyDamage(t string, h uint64) (text, path string) {
	paths := engine.LegacyPaths()
	for range 12 {
		h = h*6364136223846793005 + 1442695040888963407
		path := paths[h>>33%uint64(len(paths))]
		d := corpus.Damage{Path: corpus.MustPath(path)}
		if h>>20%5 == 0 {
			d.Part, d.Share, d.Seed = corpus.Words, [...]float64{0.2, 0.5, 0.8}[h>>24%3], h>>8
		}
		if baked, err := d.Bake(t); err == nil && !baked.Lost && baked.Text != t {
			return baked.Text, path
		}
	}
	return t, ""
}

// drawsOf is how many pairs damage a text: more for those in other scripts than Latin, of
// which there are fewer.
func drawsOf(t string) int {
	if strings.ContainsFunc(t, func(r rune) bool { return r >= 0x370 && unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }) {
		return 5
	}
	return 2
}

// knowing returns an engine for a document in which these paths are at work.
func knowing(paths ...string) *engine.Engine { return engine.New(engine.Options{Known: paths}) }

func anyPath(h uint64) string {
	paths := engine.LegacyPaths()
	return paths[h%uint64(len(paths))]
}

// alphabet returns letters in a row, as a text that lists them has.
func alphabet(h uint64) string {
	a := []rune(alphabets[h%uint64(len(alphabets))])
	from := int(h >> 8 % uint64(len(a)))
	letters := string(a[from:min(from+2+int(h>>16%12), len(a))])
	switch h >> 24 % 4 {
	case 0:
		return strings.Join(strings.Split(letters, ""), " ")
	case 1:
		return strings.Join(strings.Split(letters, ""), ", ")
	case 2:
		return letters + " " + strings.ToLower(letters)
	}
	return letters
}

// stickTo puts a sign within a word, as editors' marks and tables of signs do.
func stickTo(t string, h uint64) string {
	words := strings.Split(t, " ")
	i := int(h % uint64(len(words)))
	signs := []rune("²³¹ºª§¶×·•°¬|¦†‡©®¤µ±÷¼½¾¿¡─│█αβγδπΩ")
	sign := signs[h>>9%uint64(len(signs))]
	w := []rune(words[i])
	k := int(h >> 17 % uint64(len(w)+1))
	words[i] = string(w[:k]) + string(sign) + string(w[k:])
	return strings.Join(words, " ")
}

func calibrateLegacy(kept []example, f *forest, set settings) calibration {
	var x, y, w []float64
	for i := range kept {
		yi, wi := kept[i].target(set.balance)
		x, y, w = append(x, f.eval(kept[i].X)), append(y, yi), append(w, wi)
	}
	return platt(x, y, w)
}

// reportLegacy prints how the weights do on the examples kept for it.
func reportLegacy(w io.Writer, kept []example, f *forest, c calibration, show int) {
	odds := func(e *example) float64 { return c.scale*f.eval(e.X) + c.shift }
	fmt.Fprintln(w, "log-odds  right made  wrong made  clean made  as found")
	for _, level := range []float64{-2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8} {
		var n, made [4]int
		for i := range kept {
			e := &kept[i]
			k := 1
			switch {
			case e.AsFound:
				k = 3
			case e.Clean:
				k = 2
			case e.Right:
				k = 0
			}
			n[k]++
			if odds(e) >= level {
				made[k]++
			}
		}
		fmt.Fprintf(w, "%6.0f  %d/%d  %d/%d  %d/%d  %d/%d\n", level, made[0], n[0], made[1], n[1], made[2], n[2], made[3], n[3])
	}
	worst := append([]example(nil), kept...)
	sort.SliceStable(worst, func(i, j int) bool { return odds(&worst[i]) > odds(&worst[j]) })
	left := map[string]int{"clean": show, "wrong": show, "right": show}
	print := func(kind string, e *example) {
		if left[kind]--; left[kind] >= 0 {
			fmt.Fprintf(w, "%s %5.2f %q -> %q %s\n", kind, odds(e), e.Text, e.After, e.Path)
		}
	}
	for i := range worst {
		switch e, last := &worst[i], &worst[len(worst)-1-i]; {
		case e.Clean:
			print("clean", e)
		case !e.Right:
			print("wrong", e)
		case last.Right:
			print("right", last)
		}
	}
	var loss float64
	for i := range kept {
		p := sigmoid(odds(&kept[i]))
		if !kept[i].Right {
			p = 1 - p
		}
		loss -= math.Log(max(p, 1e-9))
	}
	fmt.Fprintf(w, "log loss %.5f nats\n", loss/float64(len(kept)))
}

// legacySource is the Go file of the trees of legacy pairs.
func legacySource(f *forest, c calibration, d *dataset) []byte {
	var b strings.Builder
	b.WriteString("// Code generated by corpus/fit -legacy; DO NOT EDIT.\n\npackage engine\n\n")
	fmt.Fprintf(&b, "// legacyTrees were fitted on\n// %s.\nvar legacyTrees = [%d]tree{\n", strings.ReplaceAll(d.counts(), "; ", ";\n// "), len(f.trees))
	writeTrees(&b, f)
	fmt.Fprintf(&b, "}\n\n// legacyBias is what the trees add to.\nconst legacyBias = %.4f\n", f.bias)
	fmt.Fprintf(&b, "\nvar legacyCalibration = calibration{%.4f, %.4f}\n", c.scale, c.shift)
	out, err := format.Source([]byte(b.String()))
	if err != nil {
		panic("fit: " + err.Error())
	}
	return out
}
