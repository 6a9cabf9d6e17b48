package dump

import (
	"slices"
	"strings"
)

// valueTypes are the types, by their first word, whose values are in ASCII, besides
// binaryTypes.
var valueTypes = func() map[string]bool {
	set := map[string]bool{}
	for _, t := range strings.Fields(`TINYINT SMALLINT MEDIUMINT INT INTEGER BIGINT INT2 INT4 INT8 SERIAL BIGSERIAL SMALLSERIAL FLOAT DOUBLE REAL
		DECIMAL NUMERIC MONEY BOOL BOOLEAN DATE TIME DATETIME TIMESTAMP TIMESTAMPTZ YEAR INTERVAL UUID INET CIDR MACADDR`) {
		set[t] = true
	}
	return set
}()

// addKey makes a unique key of columns of t. One behind the data is known for columns
// that may have one, each by itself: others may be reading them now.
func (w *sqlWalker) addKey(t *table, names []string, late bool) {
	cols := make([]*column, len(names))
	text := false
	for i, name := range names {
		if cols[i] = t.byName[foldName(name)]; cols[i] == nil || cols[i].stats.Table != t.name || slices.Contains(cols[:i], cols[i]) {
			return
		}
		text = text || !cols[i].value
	}
	switch {
	case late && len(cols) == 1:
		for _, p := range cols[0].keys {
			if p.key.late {
				w.f.lateKeys = append(w.f.lateKeys, p.key)
			}
		}
		return
	case late, !text, len(cols) == 0:
		return
	}
	key := newKey(t.name, cols)
	for i, c := range cols {
		same := func(p keyPart) bool { return p.key.columns == key.columns || p.key.late }
		c.keys = slices.DeleteFunc(c.keys, same)
		c.keys = append(c.keys, keyPart{key, i})
		c.rows = c.rows || key.n > 1
		t.rows = t.rows || key.n > 1
	}
}

// mayHaveKeys notes of the columns of t that keys may be defined behind the data, as
// pg_dump, sqlite3 and phpMyAdmin do.
func (w *sqlWalker) mayHaveKeys(t *table, r *tableReader) {
	if w.schema || r.alter || w.mysql && len(r.unique) > 0 {
		return
	}
	for _, d := range r.cols {
		c := t.byName[foldName(d.name)]
		if c == nil || c.value || c.skip || len(c.keys) > 0 || w.mysql && d.kind != "VARCHAR" && d.kind != "CHAR" {
			continue
		}
		key := newKey(t.name, []*column{c})
		key.late = true
		c.keys = []keyPart{{key, 0}}
	}
}

// readIndex takes in CREATE INDEX: its literals, its length, and that it is unique.
func (w *sqlWalker) readIndex(x *lexer) {
	w.readOther(x)
	x.f.tok, x.f.pos = 0, 0
	x.next()
	k := x.next()
	unique := x.is(k, "UNIQUE")
	name := ""
	for ; !x.is(k, "ON"); k = x.next() {
		switch {
		case x.end(k), x.is(k, "FULLTEXT"), x.is(k, "SPATIAL"):
			return
		case x.is(k, "INDEX"):
			name = x.nameOf(x.next())
		}
	}
	if k = x.next(); x.is(k, "ONLY") {
		k = x.next()
	}
	t := w.known(x.nameOf(k))
	r := tableReader{lexer: x}
	r.key(name, unique)
	if t != nil {
		w.noteSizes(t, &r)
	}
	for k = x.next(); !x.end(k); k = x.next() {
		if x.is(k, "WHERE") {
			return
		}
	}
	for _, names := range r.unique {
		if t != nil {
			w.addKey(t, names, !w.schema)
		}
	}
}

// part marks what stands for a value of a column with a part in a key of several,
// where it is no text that could change.
func (w *sqlWalker) part(c *column, start, end int, kind partKind) {
	if c.rows {
		w.f.spots = append(w.f.spots, spot{start: start, end: end, col: c, part: true, kind: kind, row: w.rowNumber})
	}
}

// A partKind says what a part of a key is, besides its bytes.
type partKind byte

const (
	partPlain partKind = iota
	partNull
	partMinus // behind a minus sign
)

// wordKind returns the kind of a word at hand.
func (w *sqlWalker) wordKind(minus bool) partKind {
	switch {
	case w.is(tWord, "NULL"):
		return partNull
	case minus:
		return partMinus
	}
	return partPlain
}
