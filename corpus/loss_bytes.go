package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
)

func dropUndefined(text string, pg page) string { return replaceUndefined("")(text, pg) }

func replaceUndefined(with string) func(string, page) string {
	return func(text string, pg page) string {
		undefined := pg.isUndefined()
		var b strings.Builder
		for i := 0; i < len(text); {
			r, n := utf8.DecodeRuneInString(text[i:])
			if undefined(r) {
				b.WriteString(with)
			} else {
				b.WriteString(text[i : i+n])
			}
			i += n
		}
		return b.String()
	}
}

// replaceC1 writes something else for U+0080 to U+009F. Bytes that are not UTF-8 are kept, so that
// text behind a raw layer keeps its own.
func replaceC1(with string) func(string) string {
	return func(text string) string {
		var b strings.Builder
		for i := 0; i < len(text); {
			r, n := utf8.DecodeRuneInString(text[i:])
			if r < 0x80 || r > 0x9F {
				b.WriteString(text[i : i+n])
			} else {
				b.WriteString(with)
			}
			i += n
		}
		return b.String()
	}
}

func replaced(from, to string) func(string) string {
	return func(text string) string { return strings.ReplaceAll(text, from, to) }
}

func collapseSpaces(text string) string {
	var b strings.Builder
	in := false
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch space := unicode.IsSpace(r); {
		case space && !in:
			b.WriteByte(' ')
			in = true
		case !space:
			b.WriteString(text[i : i+n])
			in = false
		}
		i += n
	}
	return b.String()
}

var straightener = strings.NewReplacer(
	"‘", "'", "’", "'", "‚", "'", "‛", "'",
	"“", `"`, "”", `"`, "„", `"`, "‟", `"`,
	"–", "-", "—", "-", "…", "...",
)

func straighten(text string) string { return straightener.Replace(text) }

// titleCase uses the rules of no language in particular. A Caser holds
// state, so each call has its own.
func titleCase(text string) string { return cases.Title(language.Und).String(text) }

func truncated(limit int) func(string) string {
	return func(text string) string {
		if len(text) <= limit {
			return text
		}
		end := limit
		for end > 0 && !utf8.RuneStart(text[end]) {
			end--
		}
		return text[:end]
	}
}
