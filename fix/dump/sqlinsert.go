package dump

import (
	"fmt"

	"github.com/unbake/unbake/internal/scan"
)

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
	w.f.object = name
	if name == "" || w.sqlite && (name == "sqlite_master" || name == "sqlite_schema") {
		w.leaveRest(k, name)
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
			if list, ok = w.columnList(); !ok { // (SELECT …)
				w.leaveRest(tWord, name)
				return
			}
		case w.is(k, "PARTITION"):
			w.next()
			w.columnList()
		case w.is(k, "VALUES"), w.is(k, "VALUE"):
			w.rows(t, list)
			return
		case w.is(k, "SET") && w.mysql:
			w.rowNumber++
			w.assignments(name, t)
			return
		case k == tWord: // AS alias, OVERRIDING SYSTEM VALUE
			if w.is(k, "SELECT") || w.is(k, "WITH") || w.is(k, "DEFAULT") || w.is(k, "TABLE") {
				w.leaveRest(k, name)
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
			if k == tPunct && w.end(k) { // for the caller to see
				w.f.pos = w.f.tok
			}
			return nil, false
		}
	}
}

// maxColumns is how many columns are told apart; MySQL has 4,096 at most, the
// others fewer.
const maxColumns = 4096

// rows reads (…), (…), … from after VALUES to the end of the statement.
func (w *sqlWalker) rows(t *table, list []string) {
	w.amongValues()
	defer w.betweenStatements()
	if list != nil {
		t = w.inOrder(t, list)
	}
	for {
		k := w.next()
		switch {
		case w.punct(k, '('):
			for more := true; more; more = w.rowBehind() {
				if !w.row(t) {
					w.resync()
					return
				}
			}
		case w.punct(k, ','), w.is(k, "ROW"):
		case w.end(k) || k == tWord: // ON DUPLICATE KEY, ON CONFLICT, RETURNING
			w.behindRows(k, t.name)
			return
		default:
			w.f.problemToken("row of values expected")
			w.resync()
			return
		}
	}
}

// rowBehind passes a comma and an opening parenthesis, if they are all that stands between
// two rows.
func (w *sqlWalker) rowBehind() bool {
	f := w.f
	if w.delimiter != nil || len(f.buf)-f.pos < 2 || f.buf[f.pos] != ',' || f.buf[f.pos+1] != '(' {
		return false
	}
	f.tok, f.begin = f.pos+1, f.base+int64(f.pos)+1
	f.pos += 2
	return true
}

// row reads the values of one row. It returns false if it makes no sense.
func (w *sqlWalker) row(t *table) bool {
	f := w.f
	w.rowNumber++
	in, i := nesting{depth: 1}, 0
	c := w.columnAt(t, nil, 0)
	minus := false
	for {
		if in.depth == 1 && w.call == callNone && !in.binary {
			var closed bool
			if i, closed = w.plainValues(t, i); closed {
				w.checkCount(t, i+1, w.f.tok, !w.postgres && i > 0)
				return true
			}
			c = w.columnAt(t, nil, i)
		}
		switch k := w.next(); k {
		case tString:
			if !w.afterLiteral() {
				w.leave(t.name)
				f.problem(f.pos, "text after the end of a string")
				return false
			}
			switch {
			case in.leaves(w):
				w.part(c, f.tok, f.pos, partPlain)
				w.leaveIn(c)
			case w.call != callNone && w.sqlite:
				w.markCall(c)
			default:
				w.mark(c)
			}
		case tOpaque:
			if !w.lit.binary {
				c.stats.Cells++
				c.stats.TooLong++
			}
		case tName:
			in.token(w, k)
		case tPunct:
			in.token(w, k)
			switch f.buf[f.tok] {
			case ')':
				if in.depth == 0 {
					w.call = callNone
					w.checkCount(t, i+1, w.f.tok, !w.postgres && i > 0)
					return true
				}
			case ',':
				if in.depth == 1 {
					i++
					c = w.columnAt(t, nil, i)
					w.call = callNone
				}
			case '-':
				minus = true
			case ';':
				f.problem(f.tok, "statement ends inside a row")
				return false
			}
		case tWord:
			w.noteCall(k)
			in.token(w, k)
			if in.depth == 1 {
				w.part(c, f.tok, f.pos, w.wordKind(minus))
			}
			minus = false
		case tOpen:
			w.open(c)
			return false
		case tEOF:
			f.problem(f.tok, "input ends inside a row")
			return false
		}
	}
}

// checkCount says, once of a table, that the row before buf[at] has more values than
// columns, or fewer where that matters: () is a row of defaults. The definition is
// another's, and what is binary is not known for certain, or there is something else
// among the rows.
func (w *sqlWalker) checkCount(t *table, n, at int, fewer bool) {
	if n == len(t.cols) || len(t.cols) == 0 || n < len(t.cols) && !fewer || w.misfits[t.name] {
		return
	}
	w.misfits[t.name] = true
	w.f.problem(at, fmt.Sprintf("%s for %s", counted(n, "value"), counted(len(t.cols), "column")))
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// plainValues passes what nearly all of a dump is: numbers, NULL and plain literals
// with commas between, as far as they are in the buffer, in the row that is at value
// i. It stops, at the start of a token, before all else, which next reads as well and
// more slowly. Closed means that it passed the row's closing parenthesis.
func (w *sqlWalker) plainValues(t *table, i int) (at int, closed bool) {
	f := w.f
	buf, p := f.buf, f.pos
	if w.delimiter != nil || w.wide {
		return i, false
	}
	for p < len(buf) && !closed {
		c := buf[p]
		end := p
		switch {
		case c == '\'' || c == '"' && w.doubleStrings:
			end = w.plainLiteral(t, i, p, c)
		case c == ' ':
			p++
			continue
		case c != ',' && c != ')': // else the value was passed before
			end = w.plainWord(t, i, p)
		}
		if end == 0 {
			break
		}
		if p = end; buf[p] == ',' {
			i++
		} else {
			closed = true
		}
		p++
	}
	f.tok, f.pos = p, p
	if closed {
		f.tok--
	}
	return i, closed
}

// plainLiteral passes the literal at buf[p] and returns its end, if all of it is in the buffer
// and the value ends behind it; else 0.
func (w *sqlWalker) plainLiteral(t *table, i, p int, quote byte) (end int) {
	f := w.f
	buf := f.buf
	escapes := w.escapes
	high, slash, doubled := false, false, false
	for end = p + 1; ; {
		n, beyond := scan.Seek(buf[end:], quote, '\\', '\\')
		high = high || beyond
		if end += n; end+1 >= len(buf) {
			return 0
		}
		next := buf[end+1]
		if buf[end] == '\\' {
			slash = true
			if escapes {
				high = high || next >= 0x80
				end++
			}
			end++
			continue
		}
		if next == quote {
			doubled = true
			end += 2
			continue
		}
		if next != ',' && next != ')' || end-p > f.cfg.maxLiteral {
			return 0
		}
		break
	}
	col := w.columnAt(t, nil, i)
	if !high && !slash && !col.rows && !f.cfg.entities && !f.cfg.ascii {
		col.stats.Cells++
		return end + 1
	}
	lit := &w.lit // field by field: a copy of bytes just written waits for them
	lit.start, lit.end, lit.style, lit.binary = 1, end-p, w.styleOf(0, quote), false
	lit.high, lit.escapes, lit.doubled = high, slash, doubled
	f.tok = p
	w.mark(col)
	return end + 1
}

// plainWord passes the number or NULL at buf[p] and returns its end, if the value ends
// behind it; else 0.
func (w *sqlWalker) plainWord(t *table, i, p int) (end int) {
	f := w.f
	buf := f.buf
	end = p
	if buf[p] == '-' {
		end++
	}
	for end < len(buf) && (isDigit(buf[end]) || buf[end] == '.') {
		end++
	}
	if end == p && len(buf)-p > len("NULL") && string(buf[p:p+len("NULL")]) == "NULL" {
		end = p + len("NULL")
	}
	if end == p || end == len(buf) || buf[end] != ',' && buf[end] != ')' {
		return 0
	}
	if t.rows {
		f.tok, f.pos, w.cut = p, end, false
		kind := w.wordKind(buf[p] == '-')
		if kind == partMinus {
			f.tok++
		}
		w.part(w.columnAt(t, nil, i), f.tok, end, kind)
	}
	return end
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
