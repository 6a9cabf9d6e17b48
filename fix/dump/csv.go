package dump

import (
	"bytes"
	"strconv"

	"github.com/unbake/unbake/internal/scan"
)

// A csvWalk is where the walk through records stands.
type csvWalk struct {
	f     *flow
	d     *dialect
	names []string // of the columns, by the header; nil if there is none
	cols  []*column
	field int // of the record at hand
	first bool
	// charset is that of a connection, where the fields stand in SQL.
	charset connection
	// noQuotes is set once a quote was not closed to the end of the input:
	// from there on a quote is a byte like others.
	noQuotes bool
}

// walkCSV marks the fields of records. The first line is a header if it looks
// like one: it names the columns, and its fields are cells of a definition.
func walkCSV(f *flow) { walkFields(f, 0) }

// walkTSV is walkCSV with tabs between the fields.
func walkTSV(f *flow) { walkFields(f, '\t') }

func walkFields(f *flow, comma byte) {
	sample := f.sample()
	skipBOM(f)
	d, names := sniffFields(sample[f.pos:], comma)
	w := &csvWalk{f: f, d: d, names: names, first: names != nil}
	if t := f.schemaTable(); t != nil {
		w.cols = t.cols
	}
	for w.next() {
	}
}

// next passes one field and what ends it. It returns false at the end.
func (w *csvWalk) next() bool {
	f := w.f
	f.tok = f.pos
	if f.pos == len(f.buf) && !f.more() {
		return false
	}
	if w.d.quotes && f.buf[f.pos] == '"' && !w.noQuotes {
		w.quoted()
	} else {
		w.bare()
	}
	if f.pos == len(f.buf) {
		return false
	}
	if f.buf[f.pos] == w.d.comma {
		w.field++
	} else {
		w.field, w.first = 0, false
	}
	f.pos++
	return true
}

// bare passes a field without quotes, and marks it.
func (w *csvWalk) bare() {
	high, long := w.run(false)
	w.mark(w.f.tok, w.f.pos, high, long, w.d.plain)
}

// run passes bytes up to the end of the field; with quoted, up to the closing
// quote. If that is too long to keep, f.tok moves along.
func (w *csvWalk) run(quoted bool) (high, long bool) {
	f := w.f
	for {
		n, h := w.scan(f.buf[f.pos:], quoted)
		f.pos += n
		high = high || h
		if f.pos == len(f.buf) {
			if !f.moreOf(&long) {
				break
			}
			continue
		}
		if f.buf[f.pos] != '\\' || !w.d.backslash {
			break
		}
		if f.pos+1 == len(f.buf) && !f.more() {
			f.pos = len(f.buf)
			break
		}
		high = high || f.buf[f.pos+1] >= 0x80
		f.pos += 2
	}
	return high, long || f.pos-f.tok > f.cfg.maxLiteral
}

// scan returns how many bytes can be passed without a look at them. With
// backslashes a record ends in \n alone: as MySQL and PostgreSQL write it, and
// a \r before it does no harm in a cell.
func (w *csvWalk) scan(b []byte, quoted bool) (n int, high bool) {
	switch {
	case quoted && w.d.backslash:
		return scan.Seek(b, '"', '\\', '\\')
	case quoted:
		return scan.Seek(b, '"', '"', '"')
	case w.d.backslash:
		return scan.Seek(b, w.d.comma, '\n', '\\')
	}
	return scan.Seek(b, w.d.comma, '\n', '\r')
}

// quoted passes a field in quotes, and marks what is between them. What stands
// between the closing quote and the end of the field should be nothing; it
// stays.
func (w *csvWalk) quoted() {
	f := w.f
	f.pos++
	// The quote stays, too, in case that none closes the field.
	high, long := w.run(true)
	for f.pos < len(f.buf) {
		if f.pos+1 == len(f.buf) && !f.more() || f.buf[f.pos+1] != '"' {
			break
		}
		f.pos += 2
		h, l := w.run(true)
		high, long = high || h, long || l
	}
	if f.pos == len(f.buf) {
		w.notClosed(long)
		return
	}
	w.mark(min(f.tok+1, f.pos), f.pos, high, long, w.d.quoted) // f.tok moved along if the field is long
	f.pos++
	f.tok = f.pos
	w.run(false)
	if rest := bytes.TrimLeft(f.buf[f.tok:f.pos], " \t\r"); len(rest) > 0 { // a quote before was not closed, or not doubled
		f.problem(f.tok, "text behind the closing quote of a field")
	}
}

// notClosed takes a field whose quote is not closed for one without quotes.
func (w *csvWalk) notClosed(long bool) {
	f := w.f
	f.problem(f.tok, "quoted field not closed")
	if long {
		w.column().stats.TooLong++
		return
	}
	w.noQuotes = true
	f.pos = f.tok
	w.bare()
}

// mark marks buf[start:end] as a cell of the column at hand. An empty field is
// none, nor is a NULL. A backslash may be that of an escape in a JSON text.
func (w *csvWalk) mark(start, end int, high, long bool, s *spelling) {
	raw := w.f.buf[start:end]
	if len(raw) == 0 && !long || w.d.backslash && string(raw) == `\N` {
		return
	}
	c := w.column()
	switch {
	case long:
		c.stats.Cells++
		c.stats.TooLong++
	case high || bytes.IndexByte(raw, '\\') >= 0 || w.f.mayRefer(raw):
		w.f.mark(spot{start: start, end: end, col: c, spell: s, definition: w.first, names: w.charset.charset, recode: w.charset.recode})
	default:
		c.stats.Cells++
	}
}

// column returns the column of the field at hand: by its name, or by its
// number, from 1.
func (w *csvWalk) column() *column {
	at := min(w.field, maxColumns)
	for len(w.cols) <= at {
		name := strconv.Itoa(len(w.cols) + 1)
		switch {
		case len(w.cols) == maxColumns:
			name = restColumn
		case len(w.cols) < len(w.names):
			name = w.names[len(w.cols)]
		}
		c := w.f.column("", name)
		// Such files come without a schema that tells what is binary.
		c.noSchema = w.d.backslash && w.names == nil
		w.cols = append(w.cols, c)
	}
	return w.cols[at]
}
