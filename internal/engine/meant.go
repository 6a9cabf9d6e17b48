package engine

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
	"unsafe"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
	"github.com/unbake/unbake/internal/scan"
)

// Text about damage holds it on purpose: a manual that quotes `Ã©`, a unit test, a
// table of what to replace. To repair it would destroy it. It shows in the text:
//
//   - twins: what stands between marks that set it off also stands there repaired:
//     `'Ã©' => 'é'`, `replace("cafÃ©", "café")`, `| â€™ | ’ |`; but not `cafÃ© … café`;
//   - arrows: `cafÃ© → café`, `Ã©=é`;
//   - a word in straight quotes in a text that names what it speaks of: `mojibake like 'ÔÇö'`,
//     `s.replace("â€™", "")`; unless the document is damaged;
//   - where nothing else is damaged, neither in the text nor, as far as is known, in the document:
//     letters, marks and amounts that stand by themselves both damaged and as they were,
//     `Ã© instead of é`, `s/Ã©/é/g`, `Â£100 instead of £100`, but not what parts and
//     draws, `Home â–¸ News ▸ Today`; a letter that straight quotes set off, `grep 'Ã©' *.txt`;
//     lists of three single letters and more, each by itself, none twice: `Ã©, Ã¨, Ã¹`;
//   - a document where half of what is damaged between marks has its twin in
//     another cell, as unit tests have, see [Profile].
//
// What is meant is only likely, and stays.

// unmeant makes suspects of findings in a text that are meant.
func (e *Engine) unmeant(text string, found []Finding) []Finding {
	if !strings.ContainsAny(text, openMarks) && !strings.ContainsAny(text, wordEnds) {
		return found
	}
	about := e.opt.Profile.isAbout()
	quoted := func(f Finding) bool { return f.Verdict == Certain && inToken(text, f.Start, f.End) }
	speaks := !e.opt.Profile.hasWork() && slices.ContainsFunc(found, quoted) && speaksOf(text)
	var last segment
	for i := range found {
		f := &found[i]
		if f.Verdict != Certain {
			continue
		}
		if last.to < f.End {
			last = setOff(text, f.Start, f.End)
		}
		if speaks && quoted(*f) || last.ok && (about && last.quoted || hasTwin(text, last, segmentAfter(text, last, found))) || arrow(text, f) {
			f.meant = true
		}
	}
	list := !e.opt.Profile.hasWork() && (twinned(text, found) || listed(text, found) || named(text, found))
	for i := range found {
		if f := &found[i]; f.meant || list && f.Verdict == Certain {
			f.Verdict = Likely
			f.Made = e.opt.Likely
		}
	}
	return found
}

// topics are words, folded, of which one stands in text about damage, in what languages speak of it
// in: names of encodings, and calls that replace text.
var topics = []string{"mojibake", "encod", "utf-8", "utf8", "unicode", "latin-1", "latin1", "iso-8859", "iso8859", "cp125", "windows-125",
	"codepage", "code page", "charset", "character set", "zeichensatz", "zeichencod", "codific", "jeu de caract", "кодиров", "кракозябр",
	"文字化け", "文字コード", "乱码", "亂碼", "编码", "編碼", "replace(", "replaceall(", "str_replace", "gsub("}

// speaksOf tells whether a text of a line or two speaks of encodings or replaces text. What is
// set to a value, or is one, does not: `<?xml encoding="utf-8"?>`.
func speaksOf(text string) bool {
	if len(text) > maxSpoken {
		return false
	}
	folded := strings.ToLower(text)
	return slices.ContainsFunc(topics, func(word string) bool {
		for at := 0; ; {
			k := strings.Index(folded[at:], word)
			if k < 0 {
				return false
			}
			at += k
			before, after := strings.TrimRight(folded[:at], nameRunes+`"'`), strings.TrimLeft(folded[at+len(word):], nameRunes)
			if !strings.HasSuffix(before, "=") && !strings.HasPrefix(after, "=") {
				return true
			}
			at += len(word)
		}
	})
}

// nameRunes are what names of encodings and attributes are made of.
const nameRunes = "abcdefghijklmnopqrstuvwxyz0123456789-_"

// maxSpoken, in bytes, is how long such a text is at most.
const maxSpoken = 1000

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

// setOff returns what is set off around a span.
func setOff(text string, start, end int) segment {
	for i := start; i > 0 && start-i < maxSegment; {
		r, n := utf8.DecodeLastRuneInString(text[:i])
		mark := closer(r)
		if mark != 0 && !(r == '\'' && wordly(text[:i-n], true) && !literal(text[:i-n])) {
			if to := closeOf(text, end, mark); to >= 0 && to-i < maxSegment {
				return segment{from: i + blanks(text[i:to]), to: i + len(strings.TrimRight(text[i:to], " ")),
					quoted: r != '|' && r != '\t', ok: true}
			}
		}
		i -= n
		if i == 0 { // the first cell of a row
			if to := strings.IndexAny(text[end:], "|\t"); to >= 0 && end+to < maxSegment {
				return segment{from: 0, to: end + to, ok: true}
			}
		}
	}
	return segment{to: end}
}

// closeOf returns where the mark stands that closes a segment around a span that ends
// at a place, -1 if nowhere.
func closeOf(text string, end int, mark rune) int {
	for i := end; i < len(text) && i-end < maxSegment; {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == mark && !(r == '\'' && wordly(text[i+n:], false)) {
			return i
		}
		i += n
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

// straight makes quotation marks and dashes what they are in ASCII: `"isn't"` is the twin
// of `"isnâ€™t"` as well.
var straight = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "–", "-", "—", "-")

// hasTwin tells whether what a segment becomes stands set off elsewhere in the text.
func hasTwin(text string, s segment, after string) bool {
	if strings.TrimSpace(after) == "" {
		return false
	}
	for _, twin := range []string{after, straight.Replace(after)} {
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

// arrows stand between what is damaged and what it was.
var arrows = []string{"->", "=>", "-->", "==>", "→", "⇒", "⟶", "=", "==", ":=", "<-", "<=", "←"}

// wordEnds are what words end at for an arrow.
const wordEnds = " \t,;:()=<>→⇒⟶←"

// arrow tells whether the word around a finding stands beside an arrow whose other
// side is the same word repaired.
func arrow(text string, f *Finding) bool {
	from, to := 0, len(text)
	if k := strings.LastIndexAny(text[:f.Start], wordEnds); k >= 0 {
		_, n := utf8.DecodeRuneInString(text[k:])
		from = k + n
	}
	if k := strings.IndexAny(text[f.End:], wordEnds); k >= 0 {
		to = f.End + k
	}
	for to > f.End && text[to-1] == '-' { // of "->"
		to--
	}
	after := text[from:f.Start] + f.Readings[0].After + text[f.End:to]
	left, right := strings.TrimRight(text[:from], " "), strings.TrimLeft(text[to:], " ")
	for _, a := range arrows {
		if rest, ok := strings.CutPrefix(right, a); ok && begins(strings.TrimLeft(rest, " "), after) {
			return true
		}
		if rest, ok := strings.CutSuffix(left, a); ok && ends(strings.TrimRight(rest, " "), after) {
			return true
		}
	}
	return false
}

func begins(text, word string) bool {
	rest, ok := strings.CutPrefix(text, word)
	return ok && !wordly(rest, false)
}

func ends(text, word string) bool {
	rest, ok := strings.CutSuffix(text, word)
	return ok && !wordly(rest, true)
}

// mayBeMeant tells whether a text that one path reads whole may be about damage: then
// it is no case for the fast tier. Twins it has only in ASCII, or they would be read, too.
func (s *settler) mayBeMeant(text []byte, found *settled, opt *Options) bool {
	if opt.Profile.isAbout() || len(text) < 2*maxSegment && hasPlainTwin(text, found.text) {
		return true
	}
	runs := s.levels[0].runs
	if measures(text, runs) || endInMarks(text, runs, found.path) || !opt.Profile.hasWork() && speaksOfRuns(text, runs) {
		return true
	}
	nums, quoted := int32(0), true
	for _, run := range runs {
		pair := run.nums-nums == 2
		nums = run.nums
		set := inStraight(text, int(run.start), int(run.end))
		quoted = quoted && set
		if set {
			continue
		}
		if !pair || run.start > 0 && asciiLetter(text[run.start-1]) || int(run.end) < len(text) && asciiLetter(text[run.end]) {
			return false
		}
	}
	return quoted || len(runs) >= leastListed
}

// speaksOfRuns tells whether a text speaks of one of its runs.
func speaksOfRuns(text []byte, runs []settleRun) bool {
	first, _ := scan.Seek(text, '\'', '"', '`')
	quoted := func(run settleRun) bool {
		return int(run.start) > first && inToken(text, int(run.start), int(run.end))
	}
	return slices.ContainsFunc(runs, quoted) && speaksOf(unsafe.String(unsafe.SliceData(text), len(text)))
}

// endInMarks tells whether some run is a letter with marks behind it, or a sign behind a capital that a
// path of one layer reads as no usual one, see [search.letterAndMarks].
func endInMarks(text []byte, runs []settleRun, path pathKey) bool {
	single := path.layers() == 1
	for _, run := range runs {
		b := text[run.start:run.end]
		if k := sizeOf(b[0]); k < len(b) { // all runs but a few go by here
			if k+sizeOf(b[k]) == len(b) {
				if run.start == 0 || !isCapital(text[run.start-1]) {
					continue
				}
			} else if b[k] != 0xC2 && (b[k] != 0xE2 || b[k+1] != 0x80) { // where marks are
				continue
			}
		}
		first, n := utf8.DecodeRune(b)
		second, m := utf8.DecodeRune(b[n:])
		switch {
		case n+m == len(b):
			if single && !unicode.IsLetter(second) && inCapitals(text, run, second) {
				lead, _ := codec.ByteOf(path.last(), first)
				trail, _ := codec.ByteOf(path.last(), second)
				if r, _ := utf8.DecodeRune([]byte{lead, trail}); !fitsCapitals(lm.Default(), r) {
					return true
				}
			}
		case strings.ContainsRune(marks, second):
			if third, k := utf8.DecodeRune(b[n+m:]); n+m+k == len(b) && strings.ContainsRune(marks, third) {
				return true
			}
		}
	}
	return false
}

// sizeOf is how many bytes a rune beyond ASCII takes that a codec has, by the first of them.
func sizeOf(lead byte) int {
	if lead < 0xE0 {
		return 2
	}
	return 3
}

// inCapitals tells whether a run of a letter and a sign stands behind capitals of ASCII, as letterAndMarks has it.
func inCapitals(text []byte, run settleRun, sign rune) bool {
	if run.start == 0 || !isCapital(text[run.start-1]) {
		return false
	}
	if int(run.end) < len(text) && asciiLetter(text[run.end]) {
		return isCapital(text[run.end])
	}
	return slices.Contains(closing, sign) || run.start > 1 && (isCapital(text[run.start-2]) || text[run.start-2] >= 0x80)
}

func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }

// measures tells whether some run of a text is Å or Ø with a sign behind it and no word around, see
// [search.unit].
func measures(text []byte, runs []settleRun) bool {
	for _, run := range runs {
		if lead := text[run.start : run.start+2]; string(lead) != "Å" && string(lead) != "Ø" || run.start > 0 && asciiLetter(text[run.start-1]) {
			continue
		}
		trail, n := utf8.DecodeRune(text[run.start+2 : run.end])
		if int(run.start)+2+n == int(run.end) && unitSign(trail, int(run.end) < len(text) && asciiLetter(text[run.end])) {
			return true
		}
	}
	return false
}

// hasPlainTwin is hasTwin for twins in ASCII.
func hasPlainTwin(before, after []byte) (found bool) {
	if bytes.IndexByte(before, '"') < 0 && bytes.IndexByte(before, '`') < 0 {
		return false
	}
	text := unsafe.String(unsafe.SliceData(before), len(before))
	eachWord(before, after, func(start, end, from, to int) {
		seg := setOff(text, start, end)
		if found || !seg.ok {
			return
		}
		twin := straight.Replace(text[seg.from:start] + string(after[from:to]) + text[end:seg.to])
		found = isASCII(twin) && hasTwin(text, seg, twin)
	})
	return found
}

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

// named tells whether each thing that is damaged in a text is a letter by itself in straight quotes.
// Signs are set off so in programs: `separator = 'â€“'`.
func named(text string, found []Finding) bool {
	for i := range found {
		f := &found[i]
		if !inStraight(text, f.Start, f.End) || !alone(text, f) {
			return false
		}
	}
	return len(found) > 0
}

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

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// alone tells whether a finding is one letter that no word is around.
func alone(text string, f *Finding) bool {
	r, n := utf8.DecodeRuneInString(f.Readings[0].After)
	return n == len(f.Readings[0].After) && unicode.IsLetter(r) && r < 0x2E80 &&
		!wordly(text[:f.Start], true) && !wordly(text[f.End:], false)
}
