package dump

// A copyForm is how the data of a COPY is written.
type copyForm struct {
	comma byte
	null  string
	csv   bool
	known bool // no option stands there that we do not know
	spell *spelling
}

// copyOption takes in one word of the options, of both syntaxes that PostgreSQL
// has: WITH (FORMAT csv, DELIMITER ';'), and WITH CSV DELIMITER AS ';'. Options
// that are about reading alone, and not how the data is written, change nothing.
func (w *sqlWalker) copyOption(form *copyForm, k kind) {
	value := func() (string, bool) {
		k := w.next()
		if w.is(k, "AS") {
			k = w.next()
		}
		if k != tString {
			return "", false
		}
		return string(w.text()[w.lit.start:w.lit.end]), true
	}
	switch {
	case w.is(k, "WITH"), w.is(k, "FORMAT"), w.is(k, "HEADER"), w.is(k, "TRUE"), w.is(k, "FREEZE"), w.is(k, "TEXT"), k == tPunct:
	case w.is(k, "CSV"):
		form.csv = true
		if form.null == `\N` {
			form.null = ""
		}
		if form.comma == '\t' {
			form.comma = ','
		}
	case w.is(k, "DELIMITER"), w.is(k, "DELIMITERS"):
		s, ok := value()
		if len(s) == 2 && w.lit.style == withEscapes && s == `\t` {
			s = "\t"
		}
		if ok = ok && len(s) == 1 && s[0] < 0x80 && s[0] != '\\' && s[0] != '\n'; ok {
			form.comma = s[0]
		}
		form.known = form.known && ok
	case w.is(k, "NULL"):
		s, ok := value()
		form.null, form.known = s, form.known && ok
	case w.is(k, "QUOTE"), w.is(k, "ESCAPE"):
		s, ok := value()
		form.known = form.known && ok && s == `"`
	default: // BINARY, ENCODING and what comes after our time
		form.known = false
	}
}

// copyCSV reads data in CSV up to its end.
func (w *sqlWalker) copyCSV(t *table, form *copyForm) {
	f := w.f
	cw := &csvWalk{f: f, d: newDialect(form.comma, true, false), names: []string{}, charset: w.names}
	for i := range t.cols {
		cw.cols = append(cw.cols, w.columnAt(t, nil, i))
	}
	for cw.field > 0 || !w.atDataEnd() {
		if !cw.next() {
			f.problem(f.pos, `data of COPY ends without a line "\."`)
			return
		}
	}
	w.line()
}
