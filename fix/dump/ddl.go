package dump

import "strings"

// A tableReader reads CREATE TABLE or ALTER TABLE, kept whole, from a lexer
// of its own. It collects what stands where, and resolves it at the end: a
// table's character set comes after its columns.
type tableReader struct {
	*lexer
	name     string
	alter    bool
	cols     []*columnDef
	col      *columnDef // at hand; nil in constraints and options
	charset  charsetDef // the table's
	page     page       // what it has from then on
	literals []ddlLiteral
	parents  []string
	unique   [][]string // the columns of unique keys
	keys     []keyDef   // of all keys

	changes []tableChange // of ALTER TABLE, in their order
	convert bool          // all columns are put in the table's character set
	newName string        // of the table
	lost    bool          // it has columns that the statement does not name

	engine, rowFormat string
}

// A columnDef is what a definition says of one column.
type columnDef struct {
	name    string
	kind    string // first word of the type, in upper case
	array   bool
	charset charsetDef
	at, end int  // of the type's first word and its parenthesis
	size    int  // the number there
	derived bool // its values are an expression
}

// A charsetDef is what a definition says of a character set, and where.
type charsetDef struct {
	name  string // of the set, or of the collation up to its first "_"
	names []span // of the sets
	rules []span // of the collations
}

// A span is a run of bytes of a definition.
type span struct{ start, end int }

// A ddlLiteral is a literal of a definition.
type ddlLiteral struct {
	span
	lit     literal
	col     *columnDef
	comment bool // COMMENT is stored in the server's own character set
}

// binaryTypes are the types whose values are bytes, by their first word. Those
// of MySQL come out of mysqldump as plain strings.
var binaryTypes = map[string]bool{
	"BINARY": true, "VARBINARY": true, "TINYBLOB": true, "BLOB": true, "MEDIUMBLOB": true, "LONGBLOB": true, "BIT": true, "VECTOR": true,
	"GEOMETRY": true, "POINT": true, "LINESTRING": true, "POLYGON": true, "MULTIPOINT": true, "MULTILINESTRING": true,
	"MULTIPOLYGON": true, "GEOMETRYCOLLECTION": true, "GEOMCOLLECTION": true, "BYTEA": true, "RAW": true, "IMAGE": true, "OID": true, "GEOGRAPHY": true, "RASTER": true,
}

// constraints are the words that an item of CREATE TABLE begins with if it is
// no column, and mysqlConstraints those that to other servers are names.
var (
	constraints = map[string]bool{
		"PRIMARY": true, "UNIQUE": true, "CONSTRAINT": true, "FOREIGN": true, "CHECK": true, "LIKE": true,
	}
	mysqlConstraints = map[string]bool{"KEY": true, "INDEX": true, "FULLTEXT": true, "SPATIAL": true}
)

// constraint tells whether an item of CREATE TABLE that begins with the token is no column.
func (t *tableReader) constraint(k kind) bool {
	word := strings.ToUpper(string(t.text()))
	switch {
	case k != tWord:
		return false
	case word == "PERIOD": // FOR SYSTEM_TIME, of MariaDB
		return t.mysql && (t.at(" FOR") || t.at(" for"))
	case word == "PARTITION":
		return t.mysql
	case word == "SYSTEM": // VERSIONING
		return t.mysql && t.alter
	case word == "EXCLUDE": // USING gist (…)
		return t.postgres && (t.at(" USING") || t.at(" using") || t.at(" ("))
	}
	return constraints[word] || t.mysql && mysqlConstraints[word]
}

// read reads the statement.
func (t *tableReader) read() {
	k := t.next()
	t.alter = t.is(k, "ALTER")
	for !t.is(k, "TABLE") && !t.end(k) {
		k = t.next()
	}
	k = t.next()
	for t.is(k, "IF") || t.is(k, "NOT") || t.is(k, "EXISTS") || t.is(k, "ONLY") {
		k = t.next()
	}
	t.name = t.nameOf(k)
	depth, item := 0, t.alter
	for k = t.next(); !t.end(k); k = t.next() {
		switch {
		case t.punct(k, '('):
			depth++
			item = item || depth == 1 && !t.alter && len(t.cols) == 0
			if item && depth == 1 {
				continue
			}
		case t.punct(k, ')'):
			if depth--; depth == 0 && !t.alter {
				t.col = nil
			}
			continue
		case t.punct(k, ',') && (depth == 1 && !t.alter && t.name != "" || depth == 0 && t.alter):
			item, t.col = depth == 1 || t.alter, nil
			continue
		}
		if item {
			item = false
			t.item(k)
			continue
		}
		t.token(k, depth)
	}
}

// item reads the beginning of a column, up to its type, or of something else.
func (t *tableReader) item(k kind) {
	if t.alter {
		t.change(k)
		return
	}
	t.column(k)
}

// column takes k for the name of a column, whose definition follows, unless it begins something else.
func (t *tableReader) column(k kind) bool {
	if t.constraint(k) || k == tPunct || k == tOpaque || t.end(k) {
		t.token(k, 1)
		return false
	}
	t.col = &columnDef{name: t.nameOf(k)}
	t.cols = append(t.cols, t.col)
	return true
}

// token reads one token of a column or of the options.
func (t *tableReader) token(k kind, depth int) {
	switch k {
	case tString:
		t.literal(false)
		return
	case tPunct:
		if t.col != nil && t.postgres && t.f.buf[t.f.tok] == '[' {
			t.col.array = true
		}
		return
	case tWord, tName:
	default:
		return
	}
	if t.col != nil && t.col.kind == "" {
		t.typeName(k)
		return
	}
	switch {
	case k != tWord || depth > 1:
	case t.col != nil && t.mysql && textTypes[t.col.kind] != "" && t.bytesOrPage(k):
	case t.is(k, "VARBINARY") && t.col != nil && t.col.kind == "LONG":
		t.col.kind = "MEDIUMBLOB"
	case t.alter && t.col != nil && (t.is(k, "FIRST") || t.is(k, "AFTER")):
		t.place(k)
	case t.is(k, "SELECT") && depth == 0 && !t.alter:
		t.lost = true
	case t.is(k, "AS") && t.col != nil:
		t.col.derived = true
	case t.is(k, "CHARACTER"):
		if t.at(" SET") || t.at(" set") {
			t.next()
			t.charsetName(&t.charsetDef().names)
		}
	case t.is(k, "CHARSET"):
		t.charsetName(&t.charsetDef().names)
	case t.is(k, "COLLATE") && t.mysql:
		t.charsetName(&t.charsetDef().rules)
	case t.is(k, "COMMENT"):
		if k = t.afterEquals(); k == tString {
			t.literal(true)
		}
	case t.is(k, "DIRECTORY"), t.is(k, "CONNECTION"):
		t.afterEquals()
	case t.is(k, "ENGINE"):
		t.afterEquals()
		t.engine = string(t.text())
	case t.is(k, "ROW_FORMAT"):
		t.afterEquals()
		t.rowFormat = string(t.text())
	case t.is(k, "FULLTEXT"), t.is(k, "SPATIAL"), t.is(k, "FOREIGN"): // have no length
		if k = t.next(); k == tPunct { // FULLTEXT (a)
			t.f.pos = t.f.tok
		}
	case (t.is(k, "KEY") || t.is(k, "INDEX")) && t.col == nil && depth == 1:
		t.key("", false)
	case t.is(k, "UNIQUE"), t.is(k, "PRIMARY"):
		if t.col != nil {
			t.unique = append(t.unique, []string{t.col.name})
			t.keys = append(t.keys, keyDef{keyName(t.is(k, "PRIMARY"), t.col.name), []keyPartDef{{col: t.col.name}}})
		} else {
			t.key(keyName(t.is(k, "PRIMARY"), ""), true)
		}
	case t.is(k, "VARYING") && t.col != nil:
		t.size()
	case t.is(k, "ARRAY") && t.col != nil:
		t.col.array = true
	case t.is(k, "LIKE") && t.col == nil:
		t.parents = append(t.parents, t.nameOf(t.next()))
	case t.is(k, "INHERITS"), t.is(k, "OF"):
		if k = t.next(); t.punct(k, '(') {
			k = t.next()
		}
		for k == tWord || k == tName {
			t.parents = append(t.parents, t.nameOf(k))
			if k = t.next(); !t.punct(k, ',') {
				break
			}
			k = t.next()
		}
		if k == tPunct {
			t.f.pos = t.f.tok
		}
	}
}
