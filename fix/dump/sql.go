package dump

import (
	"bytes"
	"io"
	"strconv"
	"strings"
)

// A sqlWalker walks SQL dumps of all servers; lexer knows how they differ in
// their tokens. It reads statement by statement:
//
//   - INSERT and REPLACE, row by row, and COPY … FROM stdin, field by field,
//     keeping no more than a literal; of UPDATE what it assigns;
//   - definitions (CREATE TABLE, ALTER TABLE, CREATE TYPE …) and settings
//     (SET …), kept whole, up to the longest literal: a literal in a definition
//     depends on what comes after it, the table's character set;
//   - all else is passed to its end: routines, views and triggers with the
//     statements in them.
type sqlWalker struct {
	lexer
	tables    map[string]*table
	database  string        // prefix of the keys in tables
	client    connection    // what the bytes of statements are in
	link      connection    // what the server makes of literals before all else
	names     connection    // both, for the values of columns
	start     [2]connection // client and link, as SET NAMES left them
	home      *charset      // of the database
	homes     map[string]*charset
	ansi      bool // "…" is a name even among values
	call      call
	rowNumber int64             // of the row at hand
	left      *column           // of the literals that stay in the statement at hand
	unknown   map[string]bool   // tables without a definition
	misfits   map[string]bool   // tables with rows of other lengths
	given     map[string]*table // by the option Schema
	schema    bool              // it reads definitions of another file, ahead of all cells
}

// A connection is the character set that the statements are in.
type connection struct {
	charset *charset
	recode  bool // it is rewritten to one that holds all text
}

// A table is what a definition says of its columns.
type table struct {
	name   string
	cols   []*column // in the order of rows; none where no definition was seen
	byName map[string]*column
	rows   bool       // some of its unique keys have several columns
	size   *tableSize // nil if it does not matter
	page   page
}

// A page is what columns of MySQL are in that name no character set of their own.
type page struct {
	name string   // as the table names it; empty for that of its database,
	home *charset // which is this
}

// charset returns the character set itself.
func (p page) charset() *charset {
	if p.name == "" {
		return p.home
	}
	return mysqlCharset(p.name)
}

func walkSQL(f *flow) {
	w := newSQLWalker(f, f.format)
	skipBOM(f)
	w.readSchema(f.cfg.schema)
	for w.statement() {
	}
}

func newSQLWalker(f *flow, format Format) *sqlWalker {
	w := &sqlWalker{
		lexer:  lexer{f: f, mysql: format == MySQL, postgres: format == Postgres, sqlite: format == SQLite},
		tables: map[string]*table{}, homes: map[string]*charset{}, unknown: map[string]bool{}, misfits: map[string]bool{},
	}
	w.escapes = w.mysql
	return w
}

// statement reads one statement. It returns false at the end of the input.
func (w *sqlWalker) statement() bool {
	f := w.f
	f.hold, f.dropped = -1, false
	f.verb, f.object, w.left = f.verb[:0], "", nil
	w.between = w.head
	k := w.next()
	w.between = nil
	switch {
	case k == tEOF:
		return false
	case k == tOpen:
		w.open(nil)
		return false
	case k == tPunct && f.buf[f.tok] == '\\' && w.command(): // of psql
		f.pos = f.tok
		w.psql()
		return true
	case k == tPunct && w.mysql && f.buf[f.tok] == '\\' && w.at("C "): // of mysql
		f.pos++
		w.charsetCommand(mysqlCharset)
		return true
	case w.stray(k):
		w.passStray(k)
		return true
	case w.end(k): // a lone semicolon, or GO
		return true
	case k == tPunct:
		w.leaveRest(k, "")
		return true
	}
	f.verb = append(f.verb, w.text()...)
	switch {
	case w.is(k, "INSERT"), w.is(k, "REPLACE"):
		w.insert()
	case w.is(k, "UPDATE"):
		w.update()
	case w.is(k, "DELETE"):
		w.delete()
	case w.is(k, "COPY") && w.postgres:
		w.copy()
	case w.is(k, "CREATE"), w.is(k, "ALTER"):
		w.definition()
	case w.is(k, "SET"):
		f.hold = f.tok
		w.amongValues()
		w.whole(k, w.readSettings)
		w.betweenStatements()
	case w.is(k, "SELECT") && w.postgres:
		w.query()
	case w.is(k, "DROP"):
		w.drop()
	case w.is(k, "RENAME") && w.mysql:
		w.renameTables()
	case w.is(k, "PRAGMA"): // no other server has it
		w.become(SQLite)
		w.skip(k)
	case w.is(k, "CHARSET") && w.mysql:
		w.charsetCommand(mysqlCharset)
	case w.is(k, "USE") && w.mysql:
		w.use()
	case w.is(k, "COMMENT") && w.postgres:
		f.hold = f.tok
		w.whole(k, w.readOther)
	case w.is(k, "DELIMITER") && w.mysql:
		w.setDelimiter()
	default:
		w.leaveRest(k, "")
	}
	return true
}

// skip passes the rest of the statement, whose last token was k.
func (w *sqlWalker) skip(k kind) {
	for !w.end(k) {
		k = w.next()
	}
	if k == tOpen {
		w.open(nil)
	}
}

// whole passes the rest of the statement, whose last token was k, and has read
// look at all that stands from f.hold on.
func (w *sqlWalker) whole(k kind, read func(*lexer)) {
	f := w.f
	for !w.end(k) {
		k = w.next()
	}
	if k == tOpen {
		defer w.open(nil) // behind all else
	}
	if f.hold < 0 || f.pos-f.hold > f.cfg.maxLiteral {
		f.hold = -1
		f.problem(f.pos, "definition longer than the longest literal, left as it is")
		return
	}
	part, inner := w.lexer, *f
	inner.buf, inner.tok, inner.pos, inner.hold = f.buf[f.hold:f.pos:f.pos], 0, 0, -1
	inner.spots, inner.err = nil, io.EOF
	part.f, part.code = &inner, 1 // so that the end of a comment with code is none
	read(&part)
	f.hold = -1
}

// open notes that the input ends inside a token. What there is of a literal is looked
// at and stays, as a value of the column if there is one.
func (w *sqlWalker) open(c *column) {
	if w.unclosed && !w.lit.binary && w.lit.high {
		if c == nil {
			c = w.f.newColumn(w.f.object, "")
		}
		w.f.leaveCut(spot{start: w.f.tok + w.lit.start, col: c, spell: w.spelling(), names: w.names.charset, recode: w.names.recode})
	}
	w.f.problemToken("string, name or comment not closed at the end of the input")
}

// setDelimiter reads the argument of the client's DELIMITER, which is the rest
// of the line.
func (w *sqlWalker) setDelimiter() {
	f := w.f
	for w.ahead(1) && (f.buf[f.pos] == ' ' || f.buf[f.pos] == '\t') {
		f.pos++
	}
	f.tok = f.pos
	for w.ahead(1) && !isSpace(f.buf[f.pos]) && f.pos-f.tok < maxWord {
		f.pos++
	}
	d := w.text()
	w.delimiter = nil
	if len(d) > 0 && string(d) != ";" {
		w.delimiter = bytes.Clone(d)
	}
}

// maxName, in bytes, is how long a name may be to be remembered.
const maxName = 1024

// nameOf reads a name, such as t, "t", `db`.`t` or [t], whose first token is k.
// It returns it without quotes, and empty if k is none.
func (x *lexer) nameOf(k kind) string {
	name := ""
	for {
		switch k {
		case tWord:
			name += string(x.text()[:min(len(x.text()), maxName+1)])
		case tName:
			name += unquoteName(x.text())
		case tString:
			if !x.mysql && !x.sqlite || name != "" {
				return ""
			}
			return string(x.text()[x.lit.start:x.lit.end])
		default:
			return name
		}
		if x.cut || len(name) > maxName {
			return ""
		}
		if !x.ahead(1) {
			return name
		}
		c := x.f.buf[x.f.pos]
		if c != '.' && (name[max(0, len(name)-1):] != "." || c != '"' && c != '`' && c != '[') {
			return name
		}
		k = x.next()
	}
}

// unquoteName returns a name without its quotes.
func unquoteName(b []byte) string {
	q := b[len(b)-1:]
	b = b[bytes.IndexByte(b, b[0])+1 : len(b)-1]
	if i := bytes.IndexByte(b, '"'); i >= 0 && q[0] == '"' && i == 0 && len(b) > 1 { // U&"…"
		b = b[1:]
	}
	return string(bytes.ReplaceAll(b, append(bytes.Clone(q), q...), q))
}

// key returns where in w.tables a table is.
func (w *sqlWalker) key(name string) string {
	for i := range len(name) {
		if name[i] == '.' {
			return name
		}
	}
	return w.database + name
}

// columnAt returns the column of a value: by its name in the statement's list,
// if there is one, else by its place in the definition.
func (w *sqlWalker) columnAt(t *table, list []string, i int) *column {
	if list == nil && i < len(t.cols) {
		return t.cols[i]
	}
	name := "#" + strconv.Itoa(i+1)
	if i < len(list) {
		name = list[i]
		if c := t.byName[foldName(name)]; c != nil {
			return c
		}
	}
	c := w.f.column(t.name, name)
	if !c.noSchema { // else a worker may be reading it
		c.noSchema = true
		if cs := t.page.charset(); !w.rewrites(cs) {
			c.charset = cs
		}
	}
	return c
}

// inOrder returns the table with the columns of a statement's list in place of
// its own, so that they need not be looked up for each row.
func (w *sqlWalker) inOrder(t *table, list []string) *table {
	cols := make([]*column, len(list))
	for i := range list {
		cols[i] = w.columnAt(t, list, i)
	}
	return &table{name: t.name, cols: cols, rows: t.rows, page: t.page}
}

// known returns the table of a name, if its definition was seen; nil if not.
func (w *sqlWalker) known(name string) *table {
	t := w.tables[w.key(name)]
	if t == nil && w.postgres && w.database == "" { // where names without a schema are looked for
		if rest, ok := strings.CutPrefix(name, "public."); ok {
			name = rest
		} else {
			name = "public." + name
		}
		t = w.tables[name]
	}
	return t
}

// tableOf returns the table of a name; one without columns if its definition
// was not seen. That a table is altered is no definition: dumps of rows alone have
// its keys disabled ahead of them.
func (w *sqlWalker) tableOf(name string) *table {
	t := w.known(name)
	if t != nil && len(t.cols) > 0 {
		return t
	}
	if !w.unknown[name] {
		w.unknown[name] = true
		w.f.stats.NoSchema = append(w.f.stats.NoSchema, name)
	}
	if t == nil {
		t = &table{name: name}
	}
	return t
}

// mark marks the literal at hand as a value of the column.
func (w *sqlWalker) mark(c *column) {
	f, lit := w.f, &w.lit
	start, end := f.tok+lit.start, f.tok+lit.end
	switch {
	case lit.binary:
		w.part(c, start, end, partPlain)
	case !lit.high && !(lit.escapes && w.spellsText(f.buf[start:end])) && !f.mayRefer(f.buf[start:end]):
		c.stats.Cells++
		w.part(c, start, end, partPlain)
	default:
		f.mark(spot{start: start, end: end, col: c, spell: w.spelling(), names: w.names.charset, recode: w.names.recode,
			plain: !lit.escapes && !lit.doubled, row: w.rowNumber})
	}
}

// spellsText tells whether the literal at hand, of ASCII and with a backslash,
// may stand for more than ASCII, or has JSON in it that does.
func (x *lexer) spellsText(b []byte) bool {
	switch x.lit.style {
	case withEscapes:
		return hasEscape(b) || hasOctal(b) || bytes.Contains(b, []byte(`\U`))
	case withUnicode, inUnistr:
		return true
	}
	return hasEscape(b)
}

// hasEscape tells whether ASCII may hold text in escapes of its own: \u00e9 of
// JSON.
func hasEscape(b []byte) bool { return bytes.Contains(b, []byte(`\u`)) }
