package dump

// definition reads CREATE or ALTER, the token at hand, far enough to know of
// what: what has values in it is kept whole and looked at, what has statements
// in it is passed.
func (w *sqlWalker) definition() {
	f := w.f
	f.hold = f.tok
	for {
		k := w.next()
		switch {
		case w.end(k): // CREATE USER, CREATE SERVER …
			w.amongValues()
			w.whole(k, w.readLeft)
			w.betweenStatements()
			return
		case k != tWord:
		case w.is(k, "TABLE"):
			w.whole(k, w.readTable)
			return
		case w.is(k, "DATABASE"), w.is(k, "SCHEMA"):
			w.whole(k, w.readDatabase)
			return
		case w.is(k, "INDEX"):
			w.whole(k, w.readIndex)
			return
		case w.is(k, "TYPE"), w.is(k, "DOMAIN"):
			w.whole(k, w.readOther)
			return
		case w.is(k, "RULE"), w.is(k, "VIEW"), w.is(k, "FUNCTION"), w.is(k, "PROCEDURE"), w.is(k, "TRIGGER"), w.is(k, "EVENT"), w.is(k, "PACKAGE"):
			rule := w.is(k, "RULE")
			f.hold = -1
			w.routine(rule)
			return
		}
	}
}

// routine passes a definition that may hold statements. Where the client's
// delimiter does not tell its end, BEGIN and END do; a rule of PostgreSQL has
// its statements in parentheses.
func (w *sqlWalker) routine(rule bool) {
	depth, parens := 0, 0
	k := w.next()
	for {
		next := tEOF
		again := false
		switch {
		case k == tEOF || k == tOpen || w.end(k) && (w.delimiter != nil || depth <= 0 && parens <= 0):
			w.skip(k)
			return
		case rule && w.punct(k, '('):
			parens++
		case rule && w.punct(k, ')'):
			parens--
		case w.is(k, "BEGIN") && w.postgres:
			next, again = w.next(), true
			if w.is(next, "ATOMIC") {
				depth++
			}
		case w.is(k, "BEGIN"), w.is(k, "CASE") && depth > 0:
			depth++
		case w.is(k, "END"):
			next, again = w.next(), true
			if w.is(next, "IF") || w.is(next, "LOOP") || w.is(next, "WHILE") || w.is(next, "REPEAT") || w.is(next, "FOR") {
				break
			}
			depth--
			again = !w.is(next, "CASE")
		}
		if k = next; !again {
			k = w.next()
		}
	}
}
