package dump

import (
	"slices"
	"strings"
)

// readTable takes in a definition of a table, and marks its literals.
func (w *sqlWalker) readTable(x *lexer) {
	r := &tableReader{lexer: x}
	r.read()
	if r.name == "" {
		return
	}
	t := w.known(r.name)
	known := t // by an earlier definition, as of a schema
	if t == nil || !r.alter {
		t = &table{name: r.name, byName: map[string]*column{}, page: page{home: w.home}}
		w.tables[w.key(r.name)] = t
	}
	var patches []spot
	lost := r.lost
	for _, p := range r.parents {
		if parent := w.known(p); parent != nil && len(parent.cols) > 0 {
			w.inherit(t, parent)
		} else {
			lost = true
		}
	}
	if w.mysql {
		t.page = w.pageOf(r, t)
		r.page = t.page
	}
	built := map[*columnDef]*column{}
	for _, d := range r.cols {
		c, p := w.columnOf(r, d)
		if known != nil && known.byName[foldName(d.name)] != nil {
			c.keys, c.rows = known.byName[foldName(d.name)].keys, known.byName[foldName(d.name)].rows
		}
		patches = append(patches, p...)
		if built[d] = c; r.alter {
			continue
		}
		if at := slices.Index(t.cols, t.byName[foldName(d.name)]); at >= 0 { // of a parent, or before it was altered
			t.cols[at] = c
		} else if w.sqlite && d.derived { // rows do not have it
		} else if len(t.cols) < maxColumns {
			t.cols = append(t.cols, c)
		}
		t.byName[foldName(d.name)] = c
	}
	switch {
	case r.alter:
		w.alter(t, r, built)
	case lost: // what other columns there are, and where, it does not say
		t.cols = nil
	}
	t.rows = t.rows || known != nil && known.rows
	for _, names := range r.unique {
		w.addKey(t, names, r.alter && !w.schema)
	}
	w.mayHaveKeys(t, r)
	w.noteSizes(t, r)
	if w.rewrites(mysqlCharset(r.charset.name)) {
		patches = append(patches, r.charset.patches(x.f.buf)...)
	}
	for _, l := range r.literals {
		patches = append(patches, w.definitionSpots(t, l)...)
	}
	w.emit(patches)
}

// pageOf returns what columns of t that name no character set are in behind the statement:
// what it names itself, or the table or the one that it is like has.
func (w *sqlWalker) pageOf(r *tableReader, t *table) page {
	switch name := r.charset.name; {
	case name != "" && name != "default":
		return page{name: name}
	case name == "" && r.alter:
		return t.page
	case name == "" && len(r.parents) > 0:
		if parent := w.known(r.parents[0]); parent != nil {
			return parent.page
		}
	}
	return page{home: w.home}
}

// inherit gives t the columns of a parent, which come before its own.
func (w *sqlWalker) inherit(t, parent *table) {
	for _, from := range parent.cols {
		name := foldName(from.stats.Column)
		if t.byName[name] != nil {
			continue
		}
		c := *from
		c.stats = w.f.stats.column(t.name, from.stats.Column)
		c.skip = c.skip || !w.f.cfg.scope.has(t.name, from.stats.Column)
		c.keys, c.rows = nil, false // keys are not inherited
		t.cols, t.byName[name] = append(t.cols, &c), &c
	}
}

// foldName makes names that are one the same.
func foldName(s string) string { return strings.ToLower(s) }

// columnOf makes a column of its definition. The patches make it hold all text
// if that is asked for.
func (w *sqlWalker) columnOf(r *tableReader, d *columnDef) (*column, []spot) {
	c := w.f.newColumn(r.name, d.name)
	c.array, c.set, c.value = d.array, d.kind == "SET" && w.mysql, valueTypes[d.kind] || binaryTypes[d.kind]
	if d.kind == "VARCHAR" || d.kind == "CHAR" || d.kind == "CHARACTER" {
		c.size = d.size
	}
	if binaryTypes[d.kind] || d.charset.name == "binary" {
		c.skip = true
		return c, nil
	}
	if !w.mysql {
		c.charset = w.home
		return c, nil
	}
	if d.kind == "JSON" {
		return c, nil
	}
	if d.charset.name == "" && r.page.name == "binary" && d.kind != "ENUM" && d.kind != "SET" {
		c.skip = textTypes[d.kind] != ""
	}
	cs := r.charsetOf(d)
	c.charset = cs
	if !w.rewrites(cs) || d.charset.name != "" && len(d.charset.names)+len(d.charset.rules) == 0 {
		return c, nil
	}
	c.charset = nil
	patches := d.charset.patches(r.f.buf)
	if kind := grown(d, cs); kind != "" {
		patches = append(patches, spot{start: d.at, end: d.end, patch: []byte(kind)})
	}
	return c, patches
}

// charsetOf returns the character set of a column of MySQL.
func (t *tableReader) charsetOf(d *columnDef) *charset {
	if d.charset.name != "" {
		return mysqlCharset(d.charset.name)
	}
	return t.page.charset()
}

// rewrites tells whether a character set is to be rewritten. Columns in ASCII
// hold keys and hashes, and no text that was damaged.
func (w *sqlWalker) rewrites(c *charset) bool {
	return w.f.cfg.charset != "" && w.mysql && c != nil && (c.foreign() || c.max > 0x7F)
}

// patches returns what makes a definition's character set utf8mb4.
func (d *charsetDef) patches(buf []byte) []spot {
	var out []spot
	for _, s := range d.names {
		out = append(out, spot{start: s.start, end: s.end, patch: []byte("utf8mb4")})
	}
	for _, s := range d.rules {
		out = append(out, spot{start: s.start, end: s.end, patch: []byte(utf8mb4Collation(string(buf[s.start:s.end])))})
	}
	return out
}

// sharedCollations are the languages that utf8mb4 has a collation for under
// the same name as a smaller character set.
var sharedCollations = map[string]bool{
	"danish": true, "spanish": true, "swedish": true, "german2": true, "croatian": true, "czech": true, "hungarian": true,
	"polish": true, "turkish": true, "estonian": true, "lithuanian": true,
}

// utf8mb4Collation returns utf8mb4's collation nearest to one of another
// character set.
func utf8mb4Collation(name string) string {
	name = strings.ToLower(name)
	set, rest, _ := strings.Cut(name, "_")
	switch {
	case strings.HasPrefix(set, "utf8"), set == "ucs2" && !strings.Contains(rest, "mysql500"):
		return "utf8mb4_" + strings.Replace(rest, "general_mysql500_ci", "general_ci", 1)
	case strings.HasSuffix(rest, "bin"), strings.HasSuffix(rest, "_cs"):
		return "utf8mb4_bin"
	}
	if lang, _, _ := strings.Cut(rest, "_"); sharedCollations[lang] {
		return "utf8mb4_" + lang + "_ci"
	}
	return "utf8mb4_general_ci"
}

// textTypes are the types of text whose size is in bytes, and the next larger.
var textTypes = map[string]string{
	"TINYTEXT": "text", "TEXT": "mediumtext", "MEDIUMTEXT": "longtext", "LONGTEXT": "longtext", "CHAR": "char", "VARCHAR": "varchar",
}

// maxVarchar, in characters, is what a VARCHAR of utf8mb4 can have: a row has
// 65,535 bytes.
const maxVarchar = 16383

// grown returns the type, as ALTER TABLE … CONVERT TO picks it, that holds in
// utf8mb4 all that the column could hold in cs; empty if it is the same.
func grown(d *columnDef, cs *charset) string {
	switch d.kind {
	case "TINYTEXT", "TEXT", "MEDIUMTEXT":
		if cs.foreign() && d.size == 0 {
			return textTypes[d.kind]
		}
	case "VARCHAR":
		if d.size > maxVarchar {
			return "mediumtext"
		}
	}
	return ""
}

// definitionSpots returns the spot of a literal in the definition of a table.
// Members of an ENUM and defaults stay where the data must stay, too.
func (w *sqlWalker) definitionSpots(t *table, l ddlLiteral) []spot {
	c := w.f.column(t.name, "")
	if l.col != nil {
		if c = t.byName[foldName(l.col.name)]; c == nil {
			return nil
		}
	}
	if l.comment && (c.charset != nil || c.skip) {
		comment := *c
		comment.charset, comment.skip = nil, !w.f.cfg.scope.has(c.stats.Table, c.stats.Column)
		c = &comment
	}
	return w.literalSpots(l, c)
}

// literalSpots returns the spot of a literal of a definition, none if it must
// stay.
func (w *sqlWalker) literalSpots(l ddlLiteral, c *column) []spot {
	names, client := w.start[0], w.client
	if c.skip || l.lit.binary || !l.lit.high && !l.lit.escapes || client.charset.foreign() && !client.recode ||
		!l.comment && names.charset.foreign() && !names.recode {
		return nil
	}
	return []spot{{start: l.start, end: l.end, col: c, spell: styles[l.lit.style], names: client.charset, recode: client.recode, definition: true}}
}

// emit marks spots of the statement that is kept whole.
func (w *sqlWalker) emit(spots []spot) {
	slices.SortFunc(spots, func(a, b spot) int { return a.start - b.start })
	for _, s := range spots {
		s.start += w.f.hold
		s.end += w.f.hold
		if s.col != nil {
			w.f.mark(s)
		} else {
			w.f.spots = append(w.f.spots, s)
		}
	}
}
