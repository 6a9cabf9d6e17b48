package fix

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// ErrNoPlan is returned by [FindPlan] where no damage that is known makes one text
// of the other.
var ErrNoPlan = errors.New("fix: no damage that is known leads from one text to the other")

// MaxDifferences is how many words that are different [FindPlan] looks at. Those behind are as if they were not there.
const MaxDifferences = 1000

// maxFailed bounds the searches through all paths that may find nothing, and maxSearched, in bytes, the text of them: texts that
// differ in more than damage have many. A short word takes some 10 ms, 1 KiB some 100.
const (
	maxFailed   = 50
	maxSearched = 16 << 10
)

// FindPlan finds what damage made bad of good, a text that is right: line by line
// and word by word, where the texts have as many of them. It returns ErrNoPlan
// if it finds none in any word. Where it explains only some, the plan says so: after
// [MaxDifferences] words it looks at no more, and after some tens of which nothing is found, at none
// by other paths than those found so far. Words that are not UTF-8 are not explained.
func FindPlan(bad, good string) (Plan, error) {
	p := planner{fixer: likely(), steps: map[string]*Step{}}
	p.lines(bad, good)
	if len(p.order) == 0 {
		return Plan{}, ErrNoPlan
	}
	return p.plan(), nil
}

// Plan returns the plan of what the repairs undo.
func (e Explanation) Plan() Plan {
	p := planner{steps: map[string]*Step{}}
	for _, r := range e.Repairs {
		p.add(r.Path, r.Losses)
	}
	return p.plan()
}

var likely = sync.OnceValue(func() *Fixer { return withOurs(Level(Likely)) })

// A planner collects the paths between two texts.
type planner struct {
	fixer                  *Fixer
	steps                  map[string]*Step
	order                  []string // of steps, as they were found
	differences, explained int
	failed                 int // searches for a path that found none
	searched               int // bytes of their texts
}

func (p *planner) plan() Plan {
	plan := Plan{Differences: p.differences, Explained: p.explained}
	for _, path := range p.order {
		plan.Steps = append(plan.Steps, *p.steps[path])
	}
	slices.SortStableFunc(plan.Steps, func(a, b Step) int { return b.Words - a.Words })
	return plan
}

func (p *planner) lines(bad, good string) {
	a, b := strings.Split(bad, "\n"), strings.Split(good, "\n")
	if len(a) != len(b) {
		a, b = []string{bad}, []string{good}
	}
	for i := range a {
		p.line(strings.TrimSuffix(a[i], "\r"), strings.TrimSuffix(b[i], "\r"))
	}
}

// line looks at the words of a line, or at the line as a whole where their numbers differ.
func (p *planner) line(bad, good string) {
	a, b := words(bad), words(good)
	if len(a) != len(b) {
		a, b = []string{bad}, []string{good}
	}
	for i := range a {
		if a[i] == b[i] || p.differences == MaxDifferences {
			continue
		}
		p.differences++
		if p.word(a[i], b[i]) {
			p.explained++
		}
	}
}

func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\t' })
}

// word finds what made one word of another: what the engine finds, if that is it; else a
// path that was found before, or any other, the simplest first.
func (p *planner) word(bad, good string) bool {
	if !utf8.ValidString(bad) || !utf8.ValidString(good) {
		return false // else U+FFFD of the one would be that of the other
	}
	if e := p.fixer.Explain(bad); e.repaired() == good {
		for _, r := range e.Repairs {
			p.add(r.Path, r.Losses)
		}
		return true
	}
	for _, path := range p.order {
		if bakes(strings.Split(path, ">"), good, bad) {
			p.add(path, nil)
			return true
		}
	}
	if p.failed == maxFailed || p.searched+len(bad)+len(good) > maxSearched {
		return false
	}
	path, ok := findPath(bad, good)
	if !ok {
		p.failed++
		p.searched += len(bad) + len(good)
		return false
	}
	p.add(path, nil)
	return true
}

func (p *planner) add(path string, losses []string) {
	s := p.steps[path]
	if s == nil {
		s = &Step{Path: path}
		p.steps[path] = s
		p.order = append(p.order, path)
	}
	s.Words++
	for _, l := range losses {
		if !slices.Contains(s.Losses, l) {
			s.Losses = append(s.Losses, l)
		}
	}
}

// findPath tries UTF-8 read as each page, up to three times over; each page read
// as each other; and two pages one after the other.
func findPath(bad, good string) (path string, ok bool) {
	var pages []string
	for _, c := range codec.All() {
		pages = append(pages, c.Name())
	}
	for depth := 1; depth <= 3; depth++ {
		for _, page := range pages {
			layers := append([]string{"utf-8"}, slices.Repeat([]string{page}, depth)...)
			if bakes(layers, good, bad) {
				return strings.Join(layers, ">"), true
			}
		}
	}
	for _, two := range []bool{false, true} {
		for _, read := range pages {
			for _, from := range pages {
				layers := []string{from, read}
				if two {
					layers = []string{"utf-8", from, read}
				}
				if from != read && bakes(layers, good, bad) {
					return strings.Join(layers, ">"), true
				}
			}
		}
	}
	return "", false
}

// bakes tells whether the layers make bad of good.
func bakes(layers []string, good, bad string) bool {
	text := good
	for i, name := range layers[1:] {
		raw := []byte(text)
		if from, ok := codec.Lookup(layers[0]); i == 0 && ok {
			var taken int
			if raw, taken = from.AppendEncode(nil, text); taken < len(text) {
				return false
			}
		}
		read, ok := codec.Lookup(name)
		if !ok {
			return false
		}
		out, _ := read.AppendDecode(nil, raw)
		text = string(out)
	}
	return text == bad || latin(text) == latin(bad)
}

// latin makes one of windows-1252 and ISO-8859-1, which differ in what 80 to 9F are.
func latin(s string) string {
	return strings.Map(func(r rune) rune {
		if b, ok := codec.ByteOf(codec.Windows1252, r); ok && b >= 0x80 && b < 0xA0 {
			return rune(b)
		}
		return r
	}, s)
}
