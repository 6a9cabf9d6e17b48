package engine

import "strings"

// Serialized values of PHP say how many bytes each string has: s:7:"JosÃ©";. What reads them takes none
// whose number is wrong. In a dump they are read as such; in text of any kind, as in a script that holds
// one in a literal, what is damaged in a string whose number is right stays, and is told of. Where the
// number counts what was meant, repair makes it right.

// counted returns the strings in a text whose number is right, from behind their first quotation mark to
// the last.
func counted(text string) (list []segment) {
	for at := 0; ; {
		i := strings.Index(text[at:], "s:")
		if i < 0 {
			return list
		}
		i += at
		at = i + len("s:")
		if i > 0 && (asciiLetter(text[i-1]) || isDigit(text[i-1]) || text[i-1] == '_') {
			continue
		}
		n := digits(text[at:])
		if n == 0 || n > len("1234567890") || at+n >= len(text) || text[at+n] != ':' {
			continue
		}
		count := 0
		for _, d := range []byte(text[at : at+n]) {
			count = count*10 + int(d-'0')
		}
		from := at + n + 1
		mark := serialQuote(text[from:])
		if mark == "" {
			continue
		}
		from += len(mark)
		for _, spelled := range []bool{false, true} {
			if to := countOff(text, from, count, spelled); to >= 0 && strings.HasPrefix(text[to:], mark+";") {
				list = append(list, segment{from: from, to: to, ok: true})
				at = to
				break
			}
		}
	}
}

// serialQuote returns the quotation mark that a text begins with, as it may be written in a string of
// something else; or "".
func serialQuote(text string) string {
	for _, mark := range []string{`""`, `"`, `\"`} {
		if strings.HasPrefix(text, mark) && !strings.HasPrefix(text, `"";`) {
			return mark
		}
	}
	return ""
}

// countOff returns where so many bytes from a place on end, -1 if there are not as many. Where they are
// spelled for a string of something else, a doubled quotation mark is one, and a backslash none.
func countOff(text string, from, count int, spelled bool) int {
	if !spelled {
		if count > len(text)-from {
			return -1
		}
		return from + count
	}
	for ; count > 0; count-- {
		if from >= len(text) {
			return -1
		}
		if c := text[from]; c == '\\' || (c == '\'' || c == '"') && from+1 < len(text) && text[from+1] == c {
			from++
		}
		from++
	}
	if from > len(text) {
		return -1
	}
	return from
}

// holdsCounted tells whether a text that is no value holds such a string.
func (o *Options) holdsCounted(text []byte) bool {
	return !o.Values && len(counted(stringOf(text))) > 0
}

// uncounted has what is found in strings whose number is right stay.
func (e *Engine) uncounted(text string, found []Finding) []Finding {
	if e.opt.Values || len(found) == 0 {
		return found
	}
	list := counted(text)
	for i := range found {
		f := &found[i]
		for _, s := range list {
			if f.Start < s.to && s.from < f.End {
				f.Made = false
				if f.Verdict == Certain {
					f.Verdict = Likely
				}
			}
		}
	}
	return found
}
