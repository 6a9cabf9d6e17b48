package dump

// insert reads INSERT or REPLACE from after that word.
func (w *sqlWalker) insert() {
	k := w.next()
	for k == tWord && !w.is(k, "INTO") && w.insertWord(k) {
		k = w.next()
	}
	if w.is(k, "INTO") {
		k = w.next()
	}
	name := w.nameOf(k)
	if name == "" || w.sqlite && (name == "sqlite_master" || name == "sqlite_schema") {
		w.skip(k)
		return
	}
	t := w.tableOf(name)
	var list []string
	for k = w.next(); ; k = w.next() {
		switch {
		case w.end(k):
			w.skip(k)
			return
		case w.punct(k, '(') && list == nil:
			var ok bool
			if list, ok = w.columnList(); !ok {
				w.skip(tWord)
				return
			}
		case w.is(k, "PARTITION"):
			w.next()
			w.columnList()
		case w.is(k, "VALUES"), w.is(k, "VALUE"):
			w.rows(t, list)
			return
		case w.is(k, "SET") && w.mysql:
			w.assignments(t)
			return
		case k == tWord: // AS alias, OVERRIDING SYSTEM VALUE
			if w.is(k, "SELECT") || w.is(k, "WITH") || w.is(k, "DEFAULT") || w.is(k, "TABLE") {
				w.skip(k)
				return
			}
			if w.is(k, "SYSTEM") || w.is(k, "USER") {
				w.next()
			}
		}
	}
}

// insertWord tells whether the token may stand between INSERT and INTO.
func (w *sqlWalker) insertWord(k kind) bool {
	for _, s := range []string{"IGNORE", "LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "OR", "REPLACE", "ABORT", "FAIL", "ROLLBACK"} {
		if w.is(k, s) {
			return true
		}
	}
	return false
}

// columnList reads names up to the closing parenthesis. Not ok means that it
// is no list of names.
func (w *sqlWalker) columnList() (list []string, ok bool) {
	list = []string{}
	for {
		k := w.next()
		switch {
		case w.punct(k, ')'):
			return list, true
		case w.punct(k, ','):
		case k == tWord || k == tName:
			if w.is(k, "SELECT") && len(list) == 0 || len(list) == maxColumns {
				return nil, false
			}
			list = append(list, w.nameOf(k))
		default:
			w.skip(k)
			return nil, false
		}
	}
}

// maxColumns is how many columns are told apart; MySQL has 4,096 at most, the
// others fewer.
const maxColumns = 4096

// assignments reads MySQL's INSERT … SET a = 'x', b = 'y'.
func (w *sqlWalker) assignments(t *table) {
	for {
		k := w.next()
		if w.end(k) || w.is(k, "ON") {
			w.skip(k)
			return
		}
		if k != tWord && k != tName {
			continue
		}
		list := []string{w.nameOf(k)}
		for depth := 0; !w.end(k) && !(depth == 0 && w.punct(k, ',')); k = w.next() {
			switch {
			case w.punct(k, '('):
				depth++
			case w.punct(k, ')'):
				depth--
			case k == tString:
				w.mark(w.columnAt(t, list, 0))
			}
		}
		if w.end(k) {
			w.skip(k)
			return
		}
	}
}

// rows reads (…), (…), … from after VALUES to the end of the statement.
func (w *sqlWalker) rows(t *table, list []string) {
	// In VALUES, "…" is a string to MySQL unless ANSI_QUOTES is set.
	w.doubleStrings = w.mysql && !w.ansi
	defer func() { w.doubleStrings = false }()
	if list != nil {
		t, list = w.inOrder(t, list), nil
	}
	for {
		k := w.next()
		switch {
		case w.punct(k, '('):
			if !w.row(t, list) {
				w.resync()
				return
			}
		case w.punct(k, ','), w.is(k, "ROW"):
		case w.end(k) || k == tWord: // ON DUPLICATE KEY, ON CONFLICT, RETURNING
			w.skip(k)
			return
		default:
			w.f.problem(w.f.tok, "row of values expected")
			w.resync()
			return
		}
	}
}

// row reads the values of one row. It returns false if it makes no sense.
func (w *sqlWalker) row(t *table, list []string) bool {
	f := w.f
	depth, i := 1, 0
	c := w.columnAt(t, list, 0)
	for {
		k := w.quick()
		if k == tEOF {
			k = w.next()
		}
		switch k {
		case tString:
			if w.call != callNone && w.sqlite {
				w.markCall(c)
			} else {
				w.mark(c)
			}
			if !w.afterLiteral() {
				f.problem(f.pos, "text after the end of a string")
				return false
			}
		case tOpaque:
			if !w.lit.binary {
				c.stats.Cells++
				c.stats.TooLong++
			}
		case tPunct:
			switch f.buf[f.tok] {
			case '(':
				depth++
			case ')':
				if depth--; depth == 0 {
					w.call = callNone
					return true
				}
			case ',':
				if depth == 1 {
					i++
					c = w.columnAt(t, list, i)
					w.call = callNone
				}
			case ';':
				f.problem(f.tok, "statement ends inside a row")
				return false
			}
		case tWord:
			w.noteCall(k)
		case tOpen:
			w.open()
			return false
		case tEOF:
			f.problem(f.tok, "input ends inside a row")
			return false
		}
	}
}

// quick reads a token as next does, if it is one of those that nearly all of a
// dump is: a plain literal, a comma, a number. Else it returns tEOF, having
// read nothing.
func (w *sqlWalker) quick() kind {
	f := w.f
	if f.pos >= len(f.buf) || w.delimiter != nil {
		return tEOF
	}
	c := f.buf[f.pos]
	if c != ',' && c != '\'' && !isDigit(c) {
		return tEOF
	}
	f.tok, f.begin = f.pos, f.base+int64(f.pos)
	if w.intro != "" {
		w.intro = ""
	}
	w.cut = false
	switch {
	case c == ',':
		f.pos++
		return tPunct
	case c == '\'':
		return w.literal(0, c)
	}
	for i := f.pos; i < len(f.buf); i++ {
		if !wordByte[f.buf[i]] {
			f.pos = i
			return tWord
		}
	}
	return tEOF
}

// afterLiteral tells whether the byte after a literal can stand there. A
// letter cannot: somebody's quote was not escaped.
func (w *sqlWalker) afterLiteral() bool {
	if !w.ahead(1) {
		return true
	}
	c := w.f.buf[w.f.pos]
	return !(wordByte[c] || c == '\'' || c == '"' || c == '`')
}
