package mix

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// english are the marks of a language that names none.
var english = Quotes{"“", "”", "‘", "’"}

func (q Quotes) orEnglish() Quotes {
	if q.Start == "" || q.End == "" {
		return english
	}
	return q
}

// curl puts the language's own marks in place of straight quotation marks,
// apostrophes, hyphens between spaces and three dots.
func (q Quotes) curl(lang, s string) string {
	q = q.orEnglish()
	start, end := q.pair(lang)
	var b strings.Builder
	open := false
	prev := ' '
	for i, r := range s {
		next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		switch {
		case r == '"' && !open:
			b.WriteString(start)
			open = true
		case r == '"':
			b.WriteString(end)
			open = false
		case r == '\'' && unicode.IsLetter(prev):
			b.WriteString("’")
		case r == '-' && unicode.IsSpace(prev) && (next == ' ' || next == utf8.RuneError):
			b.WriteString(dash(lang))
		default:
			b.WriteRune(r)
		}
		prev = r
	}
	return strings.ReplaceAll(b.String(), "...", "…")
}

// around puts a whole line in quotation marks, unless it has some.
func (q Quotes) around(lang, s string) string {
	if strings.ContainsAny(s, "\"“”„«»") {
		return s
	}
	start, end := q.orEnglish().pair(lang)
	return start + s + end
}

// pair returns the marks as they are typed: French ones with their space.
func (q Quotes) pair(lang string) (start, end string) {
	if lang == "fr" && q.Start == "«" {
		return "«\u00a0", "\u00a0»"
	}
	return q.Start, q.End
}

// dash is the dash that a language puts between spaced words.
func dash(lang string) string {
	switch lang {
	case "en", "ru", "uk", "be", "bg", "mk", "sr", "es", "pt", "ro", "lt", "lv", "zh-cn", "zh-tw":
		return "—"
	}
	return "–"
}

var (
	figureUnit = regexp.MustCompile(`(\p{N}) (%|€|\p{L})`)
	shortWord  = regexp.MustCompile(`(^|\s)(\pL) (\pL)`)
)

// spacedMarks are the languages that have no-break spaces beside marks or
// words, not only beside figures.
var spacedMarks = map[string]bool{"fr": true, "br": true, "cs": true, "sk": true, "pl": true}

// spaceMarks puts no-break spaces where a language's typesetters want them:
// before French marks, between figures and units, after Czech and Polish
// one-letter words.
func spaceMarks(lang, s string, rng *rand.Rand) string {
	space := "\u00a0"
	switch lang {
	case "fr", "br":
		if rng.IntN(4) == 0 {
			space = "\u202f"
		}
		s = strings.NewReplacer(" :)", " :)", " :(", " :(", " ;)", " ;)", "« ", "«"+space,
			" !", space+"!", " ?", space+"?", " ;", space+";", " :", space+":", " »", space+"»").Replace(s)
	case "cs", "sk", "pl":
		s = shortWord.ReplaceAllString(s, "${1}${2}"+space+"$3")
	}
	return figureUnit.ReplaceAllString(s, "${1}"+space+"$2")
}
