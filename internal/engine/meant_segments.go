package engine

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxSegment is how long, in bytes, what marks set off may be: they set off a
// word or a sentence, not a page.
const maxSegment = 160

// A segment is what marks set off.
type segment struct {
	from, to int // bytes of the text, without blanks at the ends
	quoted   bool
	ok       bool
}

// closer returns the mark that closes what r opens, 0 if r opens nothing. Bars and tabs
// part the cells of a table.
func closer(r rune) rune {
	switch r {
	case '"', '\'', '`', '|', '\t':
		return r
	case '“':
		return '”'
	case '„':
		return '“'
	case '‘':
		return '’'
	case '«':
		return '»'
	case '‹':
		return '›'
	}
	return 0
}

const openMarks, closeMarks = "\"'`“„‘«‹|\t", "\"'`”“’»›|\t"

// closingBytes are the last bytes of the marks that open something.
var closingBytes = func() (set [1 << 8]bool) {
	for i, r := range openMarks {
		set[openMarks[i+utf8.RuneLen(r)-1]] = true
	}
	return set
}()

// setOff returns what is set off around a span.
func setOff(text string, start, end int) segment {
	if start == 0 {
		return segment{to: end}
	}
	for i := start; i > 0 && start-i < maxSegment; i-- {
		if !closingBytes[text[i-1]] {
			continue
		}
		r, n := utf8.DecodeLastRuneInString(text[:i])
		mark := closer(r)
		if mark != 0 && !(r == '\'' && wordly(text[:i-n], true) && !literal(text[:i-n])) {
			if to := closeOf(text, end, mark); to >= 0 && to-i < maxSegment {
				return segment{from: i + blanks(text[i:to]), to: i + len(strings.TrimRight(text[i:to], " ")),
					quoted: r != '|' && r != '\t', ok: true}
			}
		}
	}
	if _, n := utf8.DecodeRuneInString(text); start-n < maxSegment && end < maxSegment { // the first cell of a row
		if to := strings.IndexAny(text[end:min(len(text), maxSegment)], "|\t"); to >= 0 {
			return segment{from: 0, to: end + to, ok: true}
		}
	}
	return segment{to: end}
}

// closeOf returns where the mark stands that closes a segment around a span that ends
// at a place, -1 if nowhere.
func closeOf(text string, end int, mark rune) int {
	for i := end; i-end < maxSegment; {
		k := strings.IndexRune(text[i:min(len(text), end+maxSegment+utf8.RuneLen(mark)-1)], mark)
		if k < 0 {
			break
		}
		if i += k; mark != '\'' || !wordly(text[i+1:], false) {
			return i
		}
		i++
	}
	if mark == '|' || mark == '\t' { // the last cell of a row
		return len(text)
	}
	return -1
}

// literal tells whether a text ends with a letter that programs put before a literal.
func literal(text string) bool {
	n := len(text) - 1
	return n >= 0 && strings.IndexByte(literalKinds, text[n]) >= 0 && !wordly(text[:n], true)
}

func blanks(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

// wordly tells whether a text ends, or begins, with a letter or digit.
func wordly(text string, end bool) bool {
	r, _ := utf8.DecodeRuneInString(text)
	if end {
		r, _ = utf8.DecodeLastRuneInString(text)
	}
	return wordRune(r)
}

// segmentAfter returns what a segment becomes.
func segmentAfter(text string, s segment, found []Finding) string {
	var b strings.Builder
	at := s.from
	for _, f := range found {
		if f.Start < at || f.End > s.to || len(f.Readings) == 0 {
			continue
		}
		b.WriteString(text[at:f.Start])
		b.WriteString(f.Readings[0].After)
		at = f.End
	}
	return b.String() + text[at:s.to]
}

// straight makes marks what they are in ASCII: `"isn't"` is the twin of `"isnâ€™t"` as well.
var straight = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-", "…", "...", "•", "-",
	"→", "->", "←", "<-", "×", "x", "\u00a0", " ")

// straightened are the runes beyond ASCII that straight has something for.
const straightened = "’‘“”–—…•→←×\u00a0"

// twins are the ways to write what a segment becomes.
func twins(after string) []string {
	return []string{after, straight.Replace(after)}
}

// hasTwin tells whether what a segment becomes stands set off elsewhere in the text.
func hasTwin(text string, s segment, after string) bool {
	if strings.TrimSpace(after) == "" {
		return false
	}
	for _, twin := range twins(after) {
		for i := 0; ; {
			k := strings.Index(text[i:], twin)
			if k < 0 {
				break
			}
			from := i + k
			i = from + len(twin)
			if (i <= s.from || from >= s.to) && markBefore(text[:from]) && markAfter(text[i:]) {
				return true
			}
		}
	}
	return false
}

func markBefore(text string) bool {
	text = strings.TrimRight(text, " ")
	r, _ := utf8.DecodeLastRuneInString(text)
	return text == "" || strings.ContainsRune(openMarks, r)
}

func markAfter(text string) bool {
	text = strings.TrimLeft(text, " ")
	r, _ := utf8.DecodeRuneInString(text)
	return text == "" || strings.ContainsRune(closeMarks, r)
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }
