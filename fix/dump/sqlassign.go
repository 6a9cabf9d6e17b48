package dump

import "strings"

// update reads UPDATE from after that word. What it assigns to the columns of a table is
// repaired. What else it has stays: a condition compares to what is in the table, and
// replace(a, 'Ã©', 'é') would do nothing any more.
func (w *sqlWalker) update() {
	w.amongValues()
	defer w.betweenStatements()
	k := w.next()
	for k == tWord && (w.insertWord(k) || w.is(k, "ONLY")) {
		k = w.next()
	}
	name := w.nameOf(k)
	w.f.object = name
	one := name != ""
	for k = w.next(); !w.end(k) && !w.is(k, "SET"); k = w.next() {
		if k == tString {
			w.leave(name)
		}
		one = one && k != tPunct && !w.is(k, "JOIN")
	}
	if !one || w.end(k) {
		w.leaveRest(k, name)
		return
	}
	w.assignments(name, nil)
}

// delete reads DELETE from after that word. All that it has is compared to.
func (w *sqlWalker) delete() {
	k := w.next()
	for w.is(k, "FROM") || w.is(k, "LOW_PRIORITY") || w.is(k, "QUICK") || w.is(k, "IGNORE") || w.is(k, "ONLY") {
		k = w.next()
	}
	name := w.nameOf(k)
	if w.f.object = name; name != "" {
		k = w.next()
	}
	w.leaveRest(k, name)
}

// assignments reads a = 'x', b = 'y' to the end of the statement. Without a table, that
// of the name is meant and its rows are changed, so that a literal is a value only where
// it comes at once; the t of INSERT … SET is a new row, with all that is in it.
func (w *sqlWalker) assignments(name string, t *table) {
	w.amongValues()
	defer w.betweenStatements()
	change := t == nil
	if change {
		t = w.known(name)
	}
	col := ""
	in, direct := nesting{}, false
	k := w.next()
	for ; !w.end(k); k = w.next() {
		equals := false
		switch {
		case k == tString && col != "":
			if !w.afterLiteral() {
				w.leave(name)
				w.f.problem(w.f.pos, "text after the end of a string")
				w.resync()
				return
			}
			if stays := in.leaves(w); stays || change && !direct {
				w.leave(name)
				break
			}
			if change && (w.lit.high || w.lit.escapes) { // else nothing is to be said of the table
				t = w.tableOf(name)
			}
			if t != nil {
				w.mark(w.assigned(t, col, change))
			}
		case w.punct(k, '(') && col == "": // (a, b) = ('x', 'y')
			w.leaveRest(k, name)
			return
		case w.punct(k, '('), w.punct(k, ')'), in.depth > 0:
			in.token(w, k)
		case w.punct(k, ','):
			col = ""
		case w.punct(k, '='):
			equals = true
		case w.is(k, "ON"):
			w.behindRows(k, name)
			return
		case w.is(k, "WHERE"), w.is(k, "FROM"), w.is(k, "ORDER"), w.is(k, "LIMIT"), w.is(k, "RETURNING"):
			w.leaveRest(k, name)
			return
		case col == "" && (k == tWord || k == tName):
			col = w.nameOf(k)
			col = col[strings.LastIndexByte(col, '.')+1:] // t.a
		default:
			in.token(w, k)
		}
		direct = equals
	}
	w.skip(k)
}

// assigned returns the column of a table that is assigned to. What a change puts there
// may stand there already, and is no second value under a key.
func (w *sqlWalker) assigned(t *table, name string, change bool) *column {
	c := w.columnAt(t, []string{name}, 0)
	if change && len(c.keys) > 0 {
		free := *c
		free.keys, free.rows = nil, false
		return &free
	}
	return c
}

// behindRows reads from the token k on what may stand behind the rows of an INSERT: of
// ON DUPLICATE KEY UPDATE and ON CONFLICT … DO UPDATE SET the assignments. A verb there
// begins another statement, whatever ended this one.
func (w *sqlWalker) behindRows(k kind, name string) {
	if k == tWord && !w.end(k) && !w.stray(k) {
		w.f.pos = w.f.tok
		return
	}
	for ; !w.end(k); k = w.next() {
		switch {
		case k == tString:
			w.leave(name)
		case w.is(k, "UPDATE") && w.mysql, w.is(k, "SET") && !w.mysql:
			w.assignments(name, nil)
			return
		}
	}
	w.skip(k)
}

// leaveRest passes the rest of the statement, whose last token was k. Its literals are
// looked at and stay.
func (w *sqlWalker) leaveRest(k kind, name string) {
	w.amongValues()
	defer w.betweenStatements()
	for ; !w.end(k); k = w.next() {
		if k == tString {
			w.leave(name)
		}
	}
	w.skip(k)
}

// leave marks the literal at hand, in a statement about the table of a name, as one that
// is only looked at.
func (w *sqlWalker) leave(name string) {
	if s, ok := w.leftSpot(); ok {
		if w.left == nil || w.left.stats.Table != name {
			w.left = w.f.leftOf(w.f.newColumn(name, ""))
		}
		s.col = w.left
		w.f.mark(s)
	}
}

// leftSpot returns the spot of the literal at hand as one that stays, if anything is to
// be seen in it.
func (w *sqlWalker) leftSpot() (s spot, ok bool) {
	start, end := w.f.tok+w.lit.start, w.f.tok+w.lit.end
	if w.lit.binary || !w.lit.high && !(w.lit.escapes && w.spellsText(w.f.buf[start:end])) {
		return spot{}, false
	}
	return spot{start: start, end: end, spell: w.spelling(), names: w.names.charset, recode: w.names.recode, left: true}, true
}

// readLeft marks all literals of a statement that is kept whole as those that stay.
func (w *sqlWalker) readLeft(x *lexer) { w.emit(w.leftSpots(x)) }

// leftSpots returns them. What was read is read again from its start.
func (w *sqlWalker) leftSpots(x *lexer) (spots []spot) {
	code := x.code
	inner := sqlWalker{lexer: *x, names: w.names}
	for k := inner.next(); !inner.end(k); k = inner.next() {
		if k != tString {
			continue
		}
		if s, ok := inner.leftSpot(); ok {
			if w.left == nil {
				w.left = w.f.leftOf(w.f.newColumn("", ""))
			}
			s.col = w.left
			spots = append(spots, s)
		}
	}
	x.f.tok, x.f.pos, x.code = 0, 0, code
	return spots
}

// amongValues has "…" read as values are written: to MySQL it is a string, unless
// ANSI_QUOTES is set, and to PostgreSQL so is $$…$$.
func (w *sqlWalker) amongValues() { w.doubleStrings, w.dollarStrings = w.mysql && !w.ansi, w.postgres }

// betweenStatements ends that.
func (w *sqlWalker) betweenStatements() { w.doubleStrings, w.dollarStrings = false, false }
