package dump

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// A layout is what a sample looks like in a dialect.
type layout struct {
	comma     byte
	quotes    bool
	backslash bool

	header  []string // the first record's fields, as spelt, without quotes
	records int      // that are whole
	fields  int      // that most records have
	same    int      // records that have as many
	quoted  int      // fields in quotes
	strays  int      // of those, the ones with something behind the closing quote
	spaced  int      // fields behind a comma that start with a space
	nulls   int      // fields that are \N
	blank   int      // records whose last field is empty
	indents int      // records whose first field is empty
	slashes int
	counts  map[int]int
}

// maxHeader is how many fields of the first record are kept.
const maxHeader = maxColumns

// read takes the sample apart.
func (l *layout) read(sample []byte) {
	l.counts = map[int]int{}
	fields, begin := 0, true
	for i := 0; i < len(sample); {
		start := i
		var quoted bool
		i, quoted = l.field(sample, i)
		raw := sample[start:i]
		if i == len(sample) && l.records > 0 {
			return // the record may be cut
		}
		fields++
		if l.records == 0 && len(l.header) < maxHeader {
			l.header = append(l.header, fieldName(raw, quoted))
		}
		l.note(raw, quoted, begin)
		begin = false
		if i < len(sample) && sample[i] == l.comma {
			i++
			if i < len(sample) {
				continue
			}
		}
		l.end(fields, len(raw) == 0)
		fields, begin = 0, true
		for i < len(sample) && (sample[i] == '\r' || sample[i] == '\n') {
			i++
		}
	}
}

// note counts what a field has.
func (l *layout) note(raw []byte, quoted, begin bool) {
	switch {
	case begin && len(raw) == 0:
		l.indents++
	case quoted:
		l.quoted++
		if raw[len(raw)-1] != '"' {
			l.strays++
		}
	case string(raw) == `\N`:
		l.nulls++
	case !begin && len(raw) > 0 && raw[0] == ' ':
		l.spaced++
	}
	if bytes.IndexByte(raw, '\\') >= 0 {
		l.slashes++
	}
}

// end counts a record.
func (l *layout) end(fields int, blank bool) {
	l.records++
	if blank {
		l.blank++
	}
	l.counts[fields]++
	if n := l.counts[fields]; n > l.same || n == l.same && fields > l.fields {
		l.same, l.fields = n, fields
	}
}

// field returns where the field that starts at i ends.
func (l *layout) field(b []byte, i int) (end int, quoted bool) {
	if l.quotes && b[i] == '"' {
		if n := l.closing(b, i+1); n >= 0 {
			i, quoted = n+1, true
		}
	}
	for i < len(b) && b[i] != l.comma && b[i] != '\n' && (b[i] != '\r' || l.backslash) {
		if b[i] == '\\' && l.backslash && i+1 < len(b) {
			i++
		}
		i++
	}
	return i, quoted
}

// closing returns where the quote is that closes a field, -1 for nowhere.
func (l *layout) closing(b []byte, i int) int {
	for ; i < len(b); i++ {
		switch {
		case b[i] == '\\' && l.backslash:
			i++
		case b[i] != '"':
		case i+1 < len(b) && b[i+1] == '"':
			i++
		default:
			return i
		}
	}
	return -1
}

// fit says how well the sample fits, 0 to 1: how many records are of one
// length, less the fields that do not end where they should.
func (l *layout) fit() float64 {
	if l.records == 0 {
		return 0
	}
	fit := float64(l.same) / float64(l.records)
	if l.quoted > 0 {
		fit -= float64(l.strays) / float64(l.quoted)
	}
	if l.fields < 2 {
		fit /= 2
	}
	return fit
}

// sniffLayout finds the dialect that a sample fits best; comma is 0 if it is
// to be found as well. Of two that fit alike the simpler one is taken.
func sniffLayout(sample []byte, commas string) layout {
	var best layout
	for i := range len(commas) {
		loose := false // most quotes do not close a field
		for _, l := range []layout{{quotes: true}, {quotes: true, backslash: true}, {}} {
			if !l.quotes && !loose {
				continue
			}
			l.comma = commas[i]
			l.read(sample)
			loose = l.strays*2 > l.quoted
			// NULLs speak for backslashes, and so does any backslash
			// between tabs, where spreadsheets would write quotes.
			sure := l.nulls > 0 || l.comma == '\t' && l.slashes > 0 && l.quoted == 0
			if better := l.fit() - best.fit(); better > 0 || better == 0 && l.backslash && sure && best.comma == l.comma {
				best = l
			}
		}
	}
	return best
}

// sniffFields finds the dialect of a file, and the names of its columns if its
// first record looks like a header. The comma is found if it is 0.
func sniffFields(sample []byte, comma byte) (*dialect, []string) {
	commas := ",;\t|"
	if comma != 0 {
		commas = string(comma)
	}
	l := sniffLayout(sample, commas)
	if l.comma == 0 {
		l.comma, l.quotes = commas[0], true
	}
	d := newDialect(l.comma, l.quotes, l.backslash)
	if !l.hasHeader() {
		return d, nil
	}
	return d, l.header
}

// hasHeader tells whether the first record looks like names of columns: short
// ones, all different, and no numbers.
func (l *layout) hasHeader() bool {
	const longest = 64
	if l.records < 2 || len(l.header) == maxHeader {
		return false
	}
	seen := map[string]bool{}
	for _, name := range l.header {
		if name == "" || len(name) > longest || seen[name] || strings.Trim(name, "0123456789.,+-/: ") == "" || strings.ContainsAny(name, "\r\n\\") {
			return false
		}
		seen[name] = true
	}
	return true
}

// fieldName returns a field without its quotes, cut where it is long.
func fieldName(raw []byte, quoted bool) string {
	raw = raw[:min(len(raw), 200)]
	if quoted {
		raw = bytes.Trim(raw, `"`)
	}
	return strings.ToValidUTF8(string(bytes.TrimSpace(raw)), string(utf8.RuneError))
}

// detectFields tells whether a sample is records of fields. Prose has commas as
// well, and code has semicolons: what they have is told by spaces behind the
// commas, by nothing behind the semicolons, and by lines that differ; tabs
// before a line are an indent.
func detectFields(sample []byte) (Format, bool) {
	const enough = 0.95
	if l := sniffLayout(sample, "\t"); l.records >= 2 && l.fields >= 2 && l.fit() >= enough && l.indents*4 <= l.records {
		return TSV, true
	}
	l := sniffLayout(sample, ",;")
	if l.records < 2 || l.fields < 2 || l.fit() < enough {
		return Text, false
	}
	separators := l.records * (l.fields - 1)
	switch {
	case l.quoted*2 >= l.records*l.fields:
		return CSV, true
	case l.spaced*4 > separators, l.fields == 2 && (l.blank > 0 || l.records < 3):
		return Text, false
	}
	return CSV, true
}
