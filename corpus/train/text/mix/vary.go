package mix

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"github.com/unbake/unbake/corpus/train/text/line"
)

// How often a line is varied, in percent of the lines that have what it takes.
// Capitals made up most of the unseen letter sequences of independent text, and
// typographic marks are what most damage in the wild is made of, while the
// sources are typed with straight ones.
const (
	upperPercent      = 9
	lowerPercent      = 7
	titlePercent      = 6
	marksPercent      = 25 // the language's own quotation marks, dashes, apostrophes
	quotedPercent     = 3  // a whole line put in quotation marks
	spacesPercent     = 40 // NBSP before marks, in languages whose typesetters want it
	unitSpacePercent  = 12 // NBSP between a figure and what follows, in the others
	placeholderShare  = 50 // {0}, %s, <b>, links taken out
	decomposedPercent = 1  // NFD, as text from some file systems is
)

// Quotes are the quotation marks of a language.
type Quotes struct{ Start, End, AltStart, AltEnd string }

// A Varier makes the copies of lines that are trained on. It is not safe for
// use by several goroutines.
type Varier struct {
	Quotes map[string]Quotes // by language
	casers map[string]*casers
}

type casers struct{ upper, lower, title cases.Caser }

// Vary returns l's text as it is trained on: as it is, or in another case, with
// other marks, another spelling, another normal form.
func (v *Varier) Vary(l line.Line) string {
	h := line.Hash(Seed, "vary", l.Lang, l.Text)
	rng := rand.New(rand.NewPCG(h, 0))
	hit := func(percent int) bool { return rng.IntN(100) < percent }
	s := respell(l.Lang, l.Text, rng)
	if hit(placeholderShare) {
		s = noPlaceholders(s)
	}
	switch {
	case l.Register == line.Symbols || l.Register == line.Patterns || l.Register == line.Code:
	case hit(marksPercent):
		s = v.Quotes[l.Lang].curl(l.Lang, s)
	case hit(quotedPercent) && l.Register == line.Prose:
		s = v.Quotes[l.Lang].around(l.Lang, s)
	}
	if hit(unitSpacePercent) || spacedMarks[l.Lang] && hit(spacesPercent) {
		s = spaceMarks(l.Lang, s, rng)
	}
	switch n := rng.IntN(100); {
	case n < upperPercent:
		s = v.Upper(l.Lang, s)
	case n < upperPercent+lowerPercent:
		s = v.lower(l.Lang, s)
	case n < upperPercent+lowerPercent+titlePercent:
		s = v.title(l.Lang, s)
	}
	if hit(decomposedPercent) {
		s = norm.NFD.String(s)
	}
	return line.Tidy(s)
}

func (v *Varier) of(lang string) *casers {
	c, ok := v.casers[lang]
	if !ok {
		tag := line.Tag(lang)
		c = &casers{cases.Upper(tag), cases.Lower(tag), cases.Title(tag, cases.NoLower)}
		if v.casers == nil {
			v.casers = map[string]*casers{}
		}
		v.casers[lang] = c
	}
	return c
}

// Upper returns s in capitals by the language's rules: İ in Turkish and Azeri,
// no tonos in Greek, SS for ß, and the Irish prefixes left small (hÉIREANN).
func (v *Varier) Upper(lang, s string) string {
	if lang == "ga" {
		return irish(s, v.of(lang).upper, true)
	}
	return v.of(lang).upper.String(s)
}

func (v *Varier) lower(lang, s string) string { return v.of(lang).lower.String(s) }

func (v *Varier) title(lang, s string) string {
	if lang == "ga" {
		return irish(s, v.of(lang).title, false)
	}
	return v.of(lang).title.String(s)
}

// irishPrefix matches a word whose first letters were put before a capital by
// a mutation: they stay small.
var irishPrefix = regexp.MustCompile(`^(?:h|n-?|t-?|m|g|b|d|bh)\p{Lu}`)

// irish changes the case of s word by word. In a word with a prefix only what
// follows it changes, and that only if after is set.
func irish(s string, change cases.Caser, after bool) string {
	words := strings.SplitAfter(s, " ")
	for i, w := range words {
		switch n := strings.IndexFunc(w, unicode.IsUpper); {
		case !irishPrefix.MatchString(w):
			words[i] = change.String(w)
		case after:
			words[i] = w[:n] + change.String(w[n:])
		}
	}
	return strings.Join(words, "")
}

var placeholder = regexp.MustCompile(`\{\{?[^{}]*\}\}?|%\d*\$?[sd@]|%\d|\$\d+|</?[A-Za-z][^<>]*>|https?://\S+`)

// noPlaceholders takes out what stands for something else, and what it leaves
// in doubled spaces.
func noPlaceholders(s string) string {
	t := placeholder.ReplaceAllString(s, "")
	if t == s || strings.IndexFunc(t, unicode.IsLetter) < 0 {
		return s
	}
	return line.Tidy(t)
}
