package dump

import (
	"slices"
	"strings"
)

// A tableChange is one thing that ALTER TABLE does to the columns of a table.
type tableChange struct {
	kind  changeKind
	name  string     // of the column that there is
	def   *columnDef // what it is now, or what is added
	to    string     // its name from then on
	first bool
	maybe bool   // if there is none of that name
	after string // the column that it is put behind
}

type changeKind byte

const (
	addColumn changeKind = iota
	putColumn            // MODIFY, CHANGE, ALTER … TYPE
	dropColumn
	renameColumn
)

// noColumns are what DROP and RENAME are followed by where it is no column.
var noColumns = map[string]bool{
	"KEY": true, "INDEX": true, "PRIMARY": true, "FOREIGN": true, "CONSTRAINT": true, "CHECK": true, "PARTITION": true, "SYSTEM": true, "PERIOD": true,
}

// change reads the beginning of an item of ALTER TABLE, whose first word is k, up to a
// column's type.
func (t *tableReader) change(k kind) {
	switch {
	case t.is(k, "ADD"), t.is(k, "MODIFY"), t.is(k, "CHANGE"):
		c := tableChange{kind: putColumn}
		if t.is(k, "ADD") {
			c.kind = addColumn
		}
		change := t.is(k, "CHANGE")
		if k = t.next(); t.is(k, "COLUMN") {
			k = t.next()
		}
		c.maybe = c.kind == addColumn && t.is(k, "IF")
		k = t.columnWord(k)
		if change {
			c.name = t.nameOf(k)
			k = t.next()
		}
		if t.punct(k, '(') { // ADD (a text, b text)
			t.f.pos, t.lost = t.f.tok, true
			return
		}
		if !t.column(k) {
			return
		}
		if c.def = t.col; !change {
			c.name = t.col.name
		}
		t.changes = append(t.changes, c)
	case t.is(k, "DROP"):
		if k = t.next(); t.columnItem(k) {
			t.changes = append(t.changes, tableChange{kind: dropColumn, name: t.nameOf(t.columnWord(k))})
		} else {
			t.token(k, 0)
		}
	case t.is(k, "RENAME"):
		t.rename(t.next())
	case t.is(k, "ALTER"):
		t.retype(t.columnWord(t.next()))
	case t.is(k, "CONVERT"):
		t.convert = true
	default:
		t.token(k, 0)
	}
}

// columnItem tells whether the token behind DROP or RENAME begins a column.
func (t *tableReader) columnItem(k kind) bool {
	return k == tName || k == tWord && !noColumns[strings.ToUpper(string(t.text()))]
}

// columnWord passes what may stand before the name of a column.
func (t *tableReader) columnWord(k kind) kind {
	for t.is(k, "COLUMN") || t.is(k, "IF") || t.is(k, "NOT") || t.is(k, "EXISTS") {
		k = t.next()
	}
	return k
}

// rename reads from behind RENAME on. To MySQL a name there is the table's, to others it
// is a column's.
func (t *tableReader) rename(k kind) {
	switch column := t.is(k, "COLUMN"); {
	case t.is(k, "TO"), t.is(k, "AS"):
		t.newName = t.nameOf(t.next())
	case !t.columnItem(k):
	case t.mysql && !column:
		t.newName = t.nameOf(k)
	default:
		c := tableChange{kind: renameColumn, name: t.nameOf(t.columnWord(k))}
		if k = t.next(); t.is(k, "TO") {
			c.to = t.nameOf(t.next())
			t.changes = append(t.changes, c)
		}
	}
}

// retype reads from the name of a column behind ALTER on: TYPE bytea, SET DATA TYPE bytea.
func (t *tableReader) retype(k kind) {
	if k != tWord && k != tName {
		t.token(k, 0)
		return
	}
	name := t.nameOf(k)
	k = t.next()
	if t.is(k, "SET") {
		if k = t.next(); t.is(k, "DATA") {
			k = t.next()
		}
	}
	if !t.is(k, "TYPE") {
		t.token(k, 0)
		return
	}
	t.col = &columnDef{name: name}
	t.cols = append(t.cols, t.col)
	t.changes = append(t.changes, tableChange{kind: putColumn, name: name, def: t.col})
}

// place takes in where the column at hand is put, FIRST or AFTER another.
func (t *tableReader) place(k kind) {
	if len(t.changes) == 0 {
		return
	}
	c := &t.changes[len(t.changes)-1]
	if c.first = t.is(k, "FIRST"); !c.first {
		c.after = t.nameOf(t.next())
	}
}

// alter does to t what the statement says. Where it does not fit what is known of the
// table, it is not known any more what stands where in its rows.
func (w *sqlWalker) alter(t *table, r *tableReader, built map[*columnDef]*column) {
	lost := r.lost
	for _, change := range r.changes {
		c := built[change.def]
		old := t.byName[foldName(change.name)]
		at := slices.Index(t.cols, old)
		switch change.kind {
		case dropColumn:
			delete(t.byName, foldName(change.name))
			if at >= 0 {
				t.cols = slices.Delete(slices.Clone(t.cols), at, at+1)
			}
			continue
		case renameColumn:
			if old == nil {
				continue
			}
			c = w.renamed(old, t.name, change.to)
			change.def = &columnDef{name: change.to}
		case addColumn:
			if change.maybe && old != nil {
				continue
			}
			if at < 0 && w.sqlite && change.def.derived { // rows do not have it
				t.byName[foldName(change.def.name)] = c
				continue
			}
		}
		if old != nil && change.kind != addColumn {
			delete(t.byName, foldName(change.name))
		}
		t.byName[foldName(change.def.name)] = c
		if len(t.cols) > 0 {
			var ok bool
			t.cols, ok = put(t.cols, c, at, &change, t.byName[foldName(change.after)])
			lost = lost || !ok
		}
	}
	if r.convert && w.mysql {
		w.convert(t)
	}
	if lost {
		t.cols = nil
	}
	if r.newName != "" {
		w.renameTable(r.name, r.newName)
	}
}

// put returns the columns with c in place of that at an index, -1 for none, or where the
// change puts it. Not ok means that there is no such place.
func put(cols []*column, c *column, at int, change *tableChange, after *column) (_ []*column, ok bool) {
	cols = slices.Clone(cols)
	switch moves := change.first || change.after != ""; {
	case at >= 0 && !moves:
		cols[at] = c
		return cols, true
	case at >= 0:
		cols = slices.Delete(cols, at, at+1)
	case change.kind != addColumn || len(cols) >= maxColumns:
		return cols, false
	}
	switch {
	case change.first:
		at = 0
	case change.after == "":
		at = len(cols)
	default:
		if at = slices.Index(cols, after) + 1; at == 0 {
			return cols, false
		}
	}
	return slices.Insert(cols, at, c), true
}

// convert has the columns of t, which may be read meanwhile, in the character set that the
// table has now.
func (w *sqlWalker) convert(t *table) {
	cs := t.page.charset()
	if w.rewrites(cs) {
		cs = nil
	}
	for i, c := range t.cols {
		if c.value {
			continue
		}
		other := *c
		other.charset = cs
		t.cols[i] = &other
		for name, known := range t.byName {
			if known == c {
				t.byName[name] = &other
			}
		}
	}
}

// renamed returns a column under another name.
func (w *sqlWalker) renamed(c *column, table, name string) *column {
	other := *c
	other.stats = w.f.stats.column(table, name)
	return &other
}

// renameTable has what is known of a table under another name from then on.
func (w *sqlWalker) renameTable(from, to string) {
	t := w.known(from)
	if t == nil || to == "" {
		return
	}
	if i := strings.LastIndexByte(from, '.'); i >= 0 && !strings.Contains(to, ".") {
		to = from[:i+1] + to
	}
	other := table{name: to, cols: make([]*column, len(t.cols)), byName: map[string]*column{}, rows: t.rows, size: t.size, page: t.page}
	for name, c := range t.byName {
		moved := w.renamed(c, to, c.stats.Column)
		other.byName[name] = moved
		if at := slices.Index(t.cols, c); at >= 0 {
			other.cols[at] = moved
		}
	}
	if slices.Contains(other.cols, nil) {
		other.cols = nil
	}
	w.forget(t)
	w.tables[w.key(to)] = &other
}

// forget has nothing known of a table but what the option [Schema] says.
func (w *sqlWalker) forget(t *table) {
	for key, known := range w.tables {
		if known == t {
			delete(w.tables, key)
			if given := w.given[key]; given != nil {
				w.tables[key] = given
			}
		}
	}
}

// drop reads DROP from after that word.
func (w *sqlWalker) drop() {
	k := w.next()
	for w.is(k, "TEMPORARY") {
		k = w.next()
	}
	if !w.is(k, "TABLE") && !w.is(k, "TABLES") {
		w.leaveRest(k, "")
		return
	}
	for k = w.next(); !w.end(k); k = w.next() {
		if k != tWord && k != tName || w.is(k, "IF") || w.is(k, "EXISTS") {
			continue
		}
		if t := w.known(w.nameOf(k)); t != nil {
			w.forget(t)
		}
	}
	w.skip(k)
}

// renameTables reads MySQL's RENAME from after that word: TABLE a TO b, c TO d.
func (w *sqlWalker) renameTables() {
	k := w.next()
	from := ""
	if w.is(k, "TABLE") || w.is(k, "TABLES") {
		k = w.next()
	}
	for ; !w.end(k); k = w.next() {
		switch {
		case w.is(k, "TO"):
			w.renameTable(from, w.nameOf(w.next()))
		case (k == tWord || k == tName) && !w.is(k, "IF") && !w.is(k, "EXISTS"):
			from = w.nameOf(k)
		}
	}
	w.skip(k)
}
