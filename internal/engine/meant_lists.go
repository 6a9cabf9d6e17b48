package engine

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A list is of leastListed letters at the least, with no more than listGap bytes between two.
const (
	leastListed = 3
	listGap     = 12
)

// twinned tells whether all that is damaged in a text are letters and marks by themselves, or with
// a number beside them, each of which also stands by itself as it was.
func twinned(text string, found []Finding) bool {
	for i := range found {
		f := &found[i]
		after := f.Readings[0].After
		from, to := numberAround(text, f)
		if r, n := utf8.DecodeRuneInString(after); n != len(after) || unicode.IsSpace(r) || parts(r) ||
			wordly(text[:from], true) || wordly(text[to:], false) || !standsAlone(text, text[from:f.Start]+after+text[f.End:to], found) {
			return false
		}
	}
	return len(found) > 0
}

// parts tells whether r is a sign that parts what stands around it, or draws: it is one of several
// on its line, and nobody speaks of it.
func parts(r rune) bool {
	return r == '·' || r == '•' || r >= 0x2190 && unicode.In(r, unicode.So, unicode.Sm)
}

// numberAround returns the bounds of a finding with the number that stands right before or behind
// it: "Â£1,200.50", "20Â°".
func numberAround(text string, f *Finding) (from, to int) {
	from, to = f.Start, f.End
	for from > 0 && numeral(text[from-1]) {
		from--
	}
	for to < len(text) && numeral(text[to]) {
		to++
	}
	for from < f.Start && !isDigit(text[from]) { // the point of the sentence before
		from++
	}
	for to > f.End && !isDigit(text[to-1]) {
		to--
	}
	return from, to
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func numeral(c byte) bool { return isDigit(c) || c == '.' || c == ',' }

// named tells whether each thing that is damaged in a text is a letter by itself in straight quotes, or in a
// pattern there. Signs are set off so in programs: `separator = 'â€“'`.
func named(text string, found []Finding) bool {
	damaged := func(at int) bool {
		return slices.ContainsFunc(found, func(f Finding) bool { return f.Start <= at && at < f.End })
	}
	for i := range found {
		if !inPattern(text, found[i].Start, found[i].End, damaged) || !isParted(found[i].Readings[0].After, 1, isLetter) {
			return false
		}
	}
	return len(found) > 0
}

// patternSigns are what patterns are made of, and lists in them: `'%Ã©%'`, `"Ã©|Ã¨"`.
const patternSigns = `%_*.^$\|[](){}+?/,; `

// inPattern tells whether straight quotes stand around text[start:end] with nothing between but what else is
// damaged, and signs of a pattern.
func inPattern[T string | []byte](text T, start, end int, damaged func(at int) bool) bool {
	within := func(at int) bool {
		return strings.IndexByte(patternSigns, text[at]) >= 0 || text[at] >= utf8.RuneSelf && damaged(at)
	}
	for start > 0 && within(start-1) {
		start--
	}
	for end < len(text) && within(end) {
		end++
	}
	return inStraight(text, start, end)
}

// isParted tells whether a text consists of signs of patterns and, parted by them, characters beyond ASCII that is
// holds for, no more than so many together.
func isParted(text string, most int, is func(rune) bool) bool {
	n := 0
	for _, r := range text {
		switch {
		case r >= utf8.RuneSelf && is(r):
			if n++; n > most {
				return false
			}
		case r < utf8.RuneSelf && strings.IndexByte(patternSigns, byte(r)) >= 0:
			n = 0
		default:
			return false
		}
	}
	return true
}

func notCJK(r rune) bool   { return r < 0x2E80 || r >= 0x1F000 }
func isLetter(r rune) bool { return unicode.IsLetter(r) && r < 0x2E80 }

// inToken tells whether straight quotes stand around text[start:end] with no blank between.
func inToken[T string | []byte](text T, start, end int) bool {
	for ; ; start-- {
		if start == 0 || isBlank(text[start-1]) {
			return false
		}
		if c := text[start-1]; c == '\'' || c == '"' || c == '`' {
			break
		}
	}
	for ; end < len(text) && !isBlank(text[end]); end++ {
		if text[end] == text[start-1] {
			return true
		}
	}
	return false
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// inStraight tells whether straight quotes stand right around text[start:end].
func inStraight[T string | []byte](text T, start, end int) bool {
	return start > 0 && end < len(text) && text[start-1] == text[end] && (text[end] == '\'' || text[end] == '"' || text[end] == '`')
}

// inSlashes tells whether text[start:end] is a regular expression: `replace(/Ã©/g, "e")`.
func inSlashes[T string | []byte](text T, start, end int) bool {
	return start > 1 && text[start-1] == '/' && (text[start-2] == '(' || text[start-2] == ' ') && end < len(text) && text[end] == '/'
}

// standsAlone tells whether a rune stands in a text with no word around it, outside of what was found.
func standsAlone(text, s string, found []Finding) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], s)
		if i < 0 {
			return false
		}
		at += i
		inside := slices.ContainsFunc(found, func(f Finding) bool { return f.Start < at+len(s) && at < f.End })
		if !inside && !wordly(text[:at], true) && !wordly(text[at+len(s):], false) {
			return true
		}
		at += len(s)
	}
}

// listed tells whether all that is damaged in a text is one list of letters, or of letters and signs
// in straight quotes. A finding may go over several of them.
func listed(text string, found []Finding) bool {
	var list []rune
	for i := range found {
		if i > 0 && found[i].Start-found[i-1].End > listGap {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(text[:found[i].Start])
		behind, _ := utf8.DecodeRuneInString(text[found[i].End:])
		after := append([]rune(found[i].Readings[0].After), behind)
		for k, r := range after[:len(after)-1] {
			next := after[k+1]
			quoted := before == next && (r >= 0x80) && strings.ContainsRune("'\"`", next)
			switch letter := unicode.IsLetter(r) && r < 0x2E80; {
			case r < 0x80 && !letter && !isDigit(byte(r)):
			case r < 0x80, !letter && !quoted, wordRune(before), wordRune(next), slices.Contains(list[:min(len(list), 2*leastListed)], r):
				return false
			default:
				list = append(list, r)
			}
			before = r
		}
	}
	return len(list) >= leastListed
}
