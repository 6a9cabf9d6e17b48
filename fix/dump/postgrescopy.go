package dump

import (
	"bytes"
	"strings"

	"github.com/unbake/unbake/internal/scan"
)

// copy reads COPY t (a, b) FROM stdin; and the data after it.
func (w *sqlWalker) copy() {
	name := w.nameOf(w.next())
	w.f.object = name
	var list []string
	stdin := false
	form := copyForm{comma: '\t', null: `\N`, known: true}
	k := w.next()
	for ; !w.end(k); k = w.next() {
		switch {
		case w.punct(k, '(') && list == nil && !stdin:
			list, _ = w.columnList()
		case w.is(k, "STDIN"):
			stdin = true
		case k == tString && !stdin:
			w.leave(name)
		case stdin:
			w.copyOption(&form, k)
		}
	}
	if k != tPunct || !stdin || name == "" {
		w.leaveRest(k, name)
		return
	}
	w.line()
	if !form.known {
		w.f.problem(w.f.pos, "COPY with options that are not known, its data is left as it is")
	}
	t := w.tableOf(name)
	if list != nil {
		t = w.inOrder(t, list)
	}
	if form.csv && form.known {
		w.copyCSV(t, &form)
		return
	}
	form.spell = copySpelling
	if form.comma != '\t' {
		form.spell = newSpelling(`\`, "\\\b\f\n\r\t\v"+string(form.comma), copyUnit, copyEscape).inNumbers(escapeNumber)
	}
	for w.copyLine(t, &form) {
	}
}

// atDataEnd tells whether the line that begins here ends the data of COPY.
func (w *sqlWalker) atDataEnd() bool {
	f := w.f
	return w.at(`\.`) && (!w.ahead(3) || f.buf[f.pos+2] == '\n' || f.buf[f.pos+2] == '\r')
}

// atHead tells whether a dump begins here, as where the end of one before it was
// lost. A row of several columns has no such line.
func (w *sqlWalker) atHead() bool {
	w.ahead(maxHead)
	rest := w.f.buf[w.f.pos:]
	rest, _, _ = bytes.Cut(rest, newline)
	return bytes.IndexByte(rest, '\t') < 0 && headOf(rest) != Auto
}

// copyLine reads a line of data, field by field. It returns false after the
// last one.
func (w *sqlWalker) copyLine(t *table, form *copyForm) bool {
	f := w.f
	f.tok = f.pos
	if !w.ahead(1) {
		f.problem(f.pos, `data of COPY ends without a line "\."`)
		return false
	}
	if w.atDataEnd() {
		w.line()
		return false
	}
	if f.buf[f.pos] == '-' && len(t.cols) != 1 && w.atHead() {
		f.problem(f.pos, `data of COPY ends without a line "\."`)
		return false
	}
	if !form.known {
		f.leaveLine(w.names)
		return true
	}
	w.rowNumber++
	for i := 0; ; i++ {
		more, ok := w.field(w.columnAt(t, nil, i), form)
		if !ok {
			f.problem(f.pos, "input ends inside a line of COPY")
			return false
		}
		if !more {
			w.checkCount(t, i+1, f.pos-1, true)
			return true
		}
	}
}

// field reads one field and what ends it. More means that it was no line end;
// not ok that the input ended.
func (w *sqlWalker) field(c *column, form *copyForm) (more, ok bool) {
	f := w.f
	f.tok = f.pos
	high, escapes, long := false, false, false
	for {
		n, h := scan.Seek(f.buf[f.pos:], form.comma, '\n', '\\')
		f.pos += n
		high = high || h
		if f.pos == len(f.buf) {
			if long = long || f.pos-f.tok > f.cfg.maxLiteral+1; long { // the last may be the line end's
				f.tok = f.pos
			}
			if !f.more() {
				if high && !long {
					f.leaveCut(spot{start: f.tok, col: c, spell: form.spell, names: w.names.charset, recode: w.names.recode})
				}
				return false, false
			}
			continue
		}
		if f.buf[f.pos] != '\\' {
			break
		}
		escapes = true
		if !w.ahead(2) {
			f.pos++
			return false, false
		}
		high = high || f.buf[f.pos+1] >= 0x80
		f.pos += 2
	}
	end := f.pos
	more = f.buf[f.pos] == form.comma
	if !more && end > f.tok && f.buf[end-1] == '\r' { // the line end is CRLF
		end--
	}
	f.pos++
	switch raw := f.buf[f.tok:end]; {
	case long || len(raw) > f.cfg.maxLiteral:
		c.stats.Cells++
		c.stats.TooLong++
	case string(raw) == form.null:
		w.part(c, f.tok, end, partNull)
	case !high && !(escapes && (hasEscape(raw) || hasOctal(raw))) && !f.mayRefer(raw):
		c.stats.Cells++
		w.part(c, f.tok, end, partPlain)
	default:
		f.mark(spot{start: f.tok, end: end, col: c, spell: form.spell, names: w.names.charset, recode: w.names.recode, plain: !escapes, row: w.rowNumber})
	}
	return more, true
}

// hasOctal tells whether a field may have bytes written as numbers: \303, \xC3.
// Servers do not write them, but read them.
func hasOctal(b []byte) bool {
	for {
		i := bytes.IndexByte(b, '\\')
		if i < 0 || i+1 == len(b) {
			return false
		}
		if c := b[i+1]; c == 'x' || isDigit(c) {
			return true
		}
		b = b[i+2:]
	}
}

// command tells whether the backslash that was read begins a command of psql. Those
// that dumps have say that it is PostgreSQL's.
func (w *sqlWalker) command() bool {
	for _, s := range []string{"connect ", "restrict ", "unrestrict ", "encoding "} {
		if w.at(s) {
			w.become(Postgres)
		}
	}
	return w.postgres
}

// psql reads a command of the client. \connect says which database comes, and \encoding
// does as SET client_encoding.
func (w *sqlWalker) psql() {
	f := w.f
	if command := `\encoding `; w.at(command) {
		f.pos += len(command)
		w.charsetCommand(postgresCharset)
		return
	}
	f.hold = f.pos
	w.line()
	if f.hold < 0 || f.pos-f.hold > maxWord {
		f.hold = -1
		return
	}
	words := strings.Fields(string(f.buf[f.hold:f.pos]))
	f.hold = -1
	if len(words) > 1 && (words[0] == `\connect` || words[0] == `\c`) {
		name := words[len(words)-1]
		if i := strings.Index(name, "dbname="); i >= 0 {
			name = name[i+len("dbname="):]
		}
		w.home = w.homes[strings.Trim(name, `"'`)]
	}
}
