package main

import (
	"bufio"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"github.com/unbake/unbake/corpus"
)

// heldLines reads the lines that the language model has not seen out of a file of
// corpus/train/text: split, language, register, weight and text.
func heldLines(name string) (out []heldLine, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(make([]byte, 1<<20), 1<<20)
	for sc.Scan() {
		fields := strings.SplitN(sc.Text(), "\t", 5)
		if len(fields) != 5 {
			return nil, fmt.Errorf("%s: not training lines", name)
		}
		if fields[0] != "held" && fields[0] != "heldlang" {
			continue
		}
		weight, err := strconv.ParseFloat(fields[3], 64)
		if err != nil {
			return nil, fmt.Errorf("%s: weight: %w", name, err)
		}
		out = append(out, heldLine{corpus.Sample{Lang: fields[1], Text: fields[4]}, weight, fields[0] == "held"})
	}
	return out, sc.Err()
}

// leastWeight is the weight from which on a line is damaged: those of languages that
// are written much, as most damage is.
const leastWeight = 0.6

// fresh tells whether the weights were not fitted on the line, either: corpus/fit keeps
// one in ten by this hash for its report.
func (l heldLine) fresh() bool {
	return hashOf(l.Text)%10 == 0
}

func hashOf(s string) uint64 {
	h := fnv.New64a()
	io.WriteString(h, s)
	return h.Sum64()
}

// A heldLine is a line that the language model has not seen.
type heldLine struct {
	corpus.Sample
	weight float64
	known  bool // in a language that the model has seen
}

// shuffled returns n of the texts, others for each name, the same for the same name.
func shuffled(texts []corpus.Sample, name string, n int) []corpus.Sample {
	step := hashOf(name) | 1
	out := make([]corpus.Sample, 0, n)
	for i := range uint64(n) {
		out = append(out, texts[(step*(i+1)>>20)%uint64(len(texts))])
	}
	return out
}

// scoreHeld damages n held-out lines along every path and prints what comes back, then
// how many of all lines change that nothing is wrong with.
func scoreHeld(w io.Writer, e engine, lines string, n int, only string, verbose bool) error {
	texts, err := heldLines(lines)
	if err != nil {
		return err
	}
	var damaged []corpus.Sample
	for _, t := range texts {
		if t.known && t.weight >= leastWeight && t.fresh() && isMarked(t.Text) {
			damaged = append(damaged, t.Sample)
		}
	}
	if len(damaged) == 0 {
		return fmt.Errorf("%s: no line held out of training and of fitting with text beyond ASCII: one in ten lines that begin with \"held\" is", lines)
	}
	out := bufio.NewWriter(w)
	groups := damageGroups()
	if only != "" {
		groups = selectPaths(groups, only)
	}
	var sure confidenceCount
	failed, err := damageAll(out, e, groups, newLanguages(), &sure, func(path string) []corpus.Sample { return shuffled(damaged, path, n) })
	if err != nil {
		return err
	}
	sure.print(out)
	if verbose {
		printTrials(out, failed)
	}
	if only == "" {
		printClean(out, texts, e, verbose)
	}
	return out.Flush()
}

// selectPaths keeps the groups and paths whose names hold a string.
func selectPaths(groups []damageGroup, only string) (out []damageGroup) {
	for _, g := range groups {
		if !strings.Contains(g.name, only) {
			var paths []string
			for _, p := range g.paths {
				if strings.Contains(p, only) {
					paths = append(paths, p)
				}
			}
			g.paths = paths
		}
		if len(g.paths) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// printClean prints how many lines without damage change, as they are and in other case,
// and how many phrases of them: a cell of a table has less to go by than a line.
func printClean(w io.Writer, texts []heldLine, e engine, verbose bool) {
	forms := []struct {
		name string
		of   func(string) string
	}{
		{"as found", func(s string) string { return s }},
		{"in capitals", cases.Upper(language.Und).String},
		{"with initial capitals", cases.Title(language.Und).String},
	}
	var lines []corpus.Sample
	for _, t := range texts {
		lines = append(lines, t.Sample)
	}
	kinds := []struct {
		name  string
		texts []corpus.Sample
	}{{"lines", lines}, {"phrases", phrases(lines)}}
	fmt.Fprint(w, "\n## Clean text changed\n\nPhrases are pieces of one to four words, those with text beyond ASCII, each once.\n\n"+
		"| text | form | texts | changed | per million |\n| --- | --- | ---: | ---: | ---: |\n")
	var shown []string
	for _, kind := range kinds {
		for _, form := range forms {
			changed := 0
			for _, t := range kind.texts {
				s := form.of(t.Text)
				if got := e.String(s); got != s {
					changed++
					shown = append(shown, fmt.Sprintf("%s %s %s: %q became %q", kind.name, form.name, t.Lang, s, got))
				}
			}
			all := len(kind.texts)
			fmt.Fprintf(w, "| %s | %s | %d | %d | %.1f |\n", kind.name, form.name, all, changed, 1e6*float64(changed)/float64(max(1, all)))
		}
	}
	sort.Strings(shown)
	if verbose {
		fmt.Fprintln(w, strings.Join(shown, "\n"))
	}
}

// mostWords is how many words a phrase has at most.
const mostWords = 4

// phrases cuts lines into pieces of one to mostWords words, as many as the line's hash
// says, the same for the same line, and returns those with text beyond ASCII, each once.
func phrases(lines []corpus.Sample) (out []corpus.Sample) {
	seen := map[string]bool{}
	for _, l := range lines {
		sum := hashOf(l.Text)
		for words := strings.Fields(l.Text); len(words) > 0; sum = sum>>2 | sum<<62 {
			n := min(1+int(sum%mostWords), len(words))
			s := strings.Join(words[:n], " ")
			words = words[n:]
			if !seen[s] && isMarked(s) {
				seen[s] = true
				out = append(out, corpus.Sample{Lang: l.Lang, Text: s})
			}
		}
	}
	return out
}
