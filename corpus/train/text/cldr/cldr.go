// Package cldr reads from the CLDR's JSON packages what a language needs to
// write figures: separators, prices, dates, units, ordinals, quotation marks.
//
// [Load] gives the locales; package made fills their patterns.
package cldr

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/unbake/unbake/corpus/train/text/line"
	"github.com/unbake/unbake/corpus/train/text/npm"
)

// A Locale is how one language, in one country or script, writes figures.
// Patterns with {0} take a number; see Unicode TS #35 for those of numbers and
// dates.
type Locale struct {
	Name string // of CLDR, such as "pt-PT"
	Lang string // line.Lang of Name

	QuoteStart, QuoteEnd, AltStart, AltEnd string

	Digits                             string // the ten digits, or "" for 0-9
	Decimal, Group, Minus              string
	Number, Percent, Currency          string   // patterns such as "#,##0.00 ¤"
	Misc                               []string // "≥{0}", "{0}–{1}"
	Compact                            []string // "0 mille"
	Signs                              []string // currency signs
	Currencies                         []string // currency names, "dollars canadiens"
	Dates, Times                       []string
	Months, MonthsShort, Days, Periods []string
	Relative                           []string // "il y a {0} jours"
	Units                              []string // "{0} kilomètres"
	Ordinals                           []string // "{0}er"
}

// regions are the locales with a region that are read beside the languages':
// they write figures or marks in another way.
var regions = []string{"pt-PT", "de-CH", "de-AT", "fr-CA", "fr-CH", "en-GB", "en-IN", "en-ZA", "es-MX", "sv-FI", "nl-BE", "it-CH"}

var localeFile = regexp.MustCompile(`^(?:main|rbnf)/([^/]+?)(?:/(\w[\w-]*))?\.json$`)

// wanted tells the locale and kind of a file to read.
func wanted(path string) (name, kind string, ok bool) {
	m := localeFile.FindStringSubmatch(path)
	if m == nil {
		return "", "", false
	}
	if kind = m[2]; kind == "" {
		kind = "rbnf"
	}
	if _, known := parsers[kind]; !known || line.Lang(m[1]) == "" || m[1] == "und" {
		return "", "", false
	}
	_, rest, _ := strings.Cut(m[1], "-")
	return m[1], kind, rest == "" || len(rest) == 4 || slices.Contains(regions, m[1])
}

var parsers = map[string]func(*Locale, node){
	"delimiters": parseDelimiters, "numbers": parseNumbers, "currencies": parseCurrencies,
	"ca-gregorian": parseGregorian, "dateFields": parseDateFields, "units": parseUnits, "rbnf": parseOrdinals,
}

// Load reads the tarballs of the CLDR packages and returns their locales by
// language, each language's sorted by name. Every locale is there that has
// numbers.
func Load(tarballs ...[]byte) (map[string][]*Locale, error) {
	byName := map[string]*Locale{}
	for _, tarball := range tarballs {
		want := func(path string) bool { _, _, ok := wanted(path); return ok }
		err := npm.Walk(tarball, want, func(path string, data []byte) error {
			name, kind, _ := wanted(path)
			var doc map[string]any
			if err := json.Unmarshal(data, &doc); err != nil {
				return fmt.Errorf("cldr: %w", err)
			}
			if byName[name] == nil {
				byName[name] = &Locale{Name: name, Lang: line.Lang(name)}
			}
			root := node{doc}
			if kind != "rbnf" {
				root = root.at("main", name)
			}
			parsers[kind](byName[name], root)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	out := map[string][]*Locale{}
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		if l := byName[name]; l.Number != "" {
			out[l.Lang] = append(out[l.Lang], l)
		}
	}
	return out, nil
}

// A node is a place in a JSON document.
type node struct{ v any }

// at goes down by keys; a place that is not there has no members and no text.
func (n node) at(keys ...string) node {
	for _, k := range keys {
		m, _ := n.v.(map[string]any)
		n = node{m[k]}
	}
	return n
}

func (n node) text() string { s, _ := n.v.(string); return s }

// texts returns all strings below n, in the order of their keys, each once.
func (n node) texts() []string {
	var out []string
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case string:
			if !slices.Contains(out, v) {
				out = append(out, v)
			}
		case []any:
			for _, e := range v {
				walk(e)
			}
		case map[string]any:
			for _, k := range slices.Sorted(maps.Keys(v)) {
				walk(v[k])
			}
		}
	}
	walk(n.v)
	return out
}

// keys returns the names of n's members, numbers in their order.
func (n node) keys() []string {
	m, _ := n.v.(map[string]any)
	return slices.SortedFunc(maps.Keys(m), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
	})
}
