package dump

import (
	"slices"
	"strings"
)

// An Oversize is a key or a row that [SQLCharset] makes longer than the table's engine
// takes, with four bytes for a character: the table may not load.
type Oversize struct {
	Table string `json:"table"`
	// Key is the name of the key, PRIMARY for that one; empty for the row.
	Key string `json:"key,omitempty"`
	// Bytes is how long it can get, and Limit how long it may be. For keys in
	// ROW_FORMAT=COMPACT and REDUNDANT that can be one column of it.
	Bytes int `json:"bytes"`
	Limit int `json:"limit"`
	// Engine is the engine of the table, with its row format where that matters.
	Engine string `json:"engine"`
}

// The limits, in bytes, as MariaDB 10.11 has them; those of MySQL are the same. InnoDB's
// are for pages of 16 KiB, which is the default.
const (
	maxRow        = 65535
	maxKey        = 3072
	maxKeyMyISAM  = 1000
	maxKeyAria    = 2300
	maxKeyCompact = 767 // of each column
)

// A tableSize is what is known of a table of MySQL for its keys and rows.
type tableSize struct {
	engine, rowFormat string // in upper case
	cols              map[string]columnSize
}

// A columnSize is how long, in bytes, the values of a column can be.
type columnSize struct {
	char  int  // a character
	key   int  // all of it, in a key
	row   int  // all of it, in a row
	grown bool // it was less before
}

// A keyDef is what a definition says of a key that has an order.
type keyDef struct {
	name  string
	parts []keyPartDef
}

// A keyPartDef is a column in a key, or so many characters at its front; 0 for all of it.
type keyPartDef struct {
	col    string
	prefix int
}

// fixedSizes, in bytes, are those of types of values; of BLOB and TEXT a row has
// no more than where they are.
var fixedSizes = map[string]int{
	"TINYINT": 1, "BOOL": 1, "BOOLEAN": 1, "SMALLINT": 2, "MEDIUMINT": 3, "INT": 4, "INTEGER": 4, "BIGINT": 8, "FLOAT": 4, "DOUBLE": 8, "REAL": 8,
	"DATE": 3, "TIME": 3, "YEAR": 1, "DATETIME": 5, "TIMESTAMP": 4, "ENUM": 2, "SET": 8, "DECIMAL": 5, "NUMERIC": 5,
	"TINYTEXT": 9, "TINYBLOB": 9, "TEXT": 10, "BLOB": 10, "MEDIUMTEXT": 11, "MEDIUMBLOB": 11, "LONGTEXT": 12, "LONGBLOB": 12, "JSON": 12,
}

// sizeOf returns the size of a column once its character set is rewritten.
func (w *sqlWalker) sizeOf(r *tableReader, d *columnDef) columnSize {
	s := columnSize{char: 1, key: fixedSizes[d.kind], row: fixedSizes[d.kind]}
	if textTypes[d.kind] != "" {
		cs := r.charsetOf(d)
		s.char = cs.width()
		if w.rewrites(cs) {
			s.grown, s.char = s.char < 4, 4
			if grown(d, cs) != "" { // a BLOB to the row
				return s
			}
		}
	}
	switch d.kind {
	case "CHAR", "BINARY":
		s.key = max(d.size, 1) * s.char
		s.row = s.key
	case "VARCHAR", "VARBINARY":
		s.key = d.size * s.char
		if s.row = s.key + 1; s.key > 255 {
			s.row++
		}
	}
	return s
}

// width returns how many bytes a character takes at most.
func (c *charset) width() int {
	switch {
	case c == nil:
		return 4
	case c.codec == nil && c.max > 0xFF:
		return 3
	case c.codec == nil:
		return 1
	}
	switch c.codec.Name() {
	case "euc-jp":
		return 3
	case "gbk", "big5", "shift_jis", "euc-kr":
		return 2
	}
	return 1
}

// noteSizes takes in what a definition says of the sizes of a table, and notes the keys
// and rows that get too long. A definition in another file is rewritten there.
func (w *sqlWalker) noteSizes(t *table, r *tableReader) {
	if !w.mysql || w.f.cfg.charset == "" || w.schema {
		return
	}
	if t.size == nil {
		t.size = &tableSize{cols: map[string]columnSize{}}
	}
	if r.engine != "" {
		t.size.engine = strings.ToUpper(r.engine)
	}
	if r.rowFormat != "" {
		t.size.rowFormat = strings.ToUpper(r.rowFormat)
	}
	for _, d := range r.cols {
		t.size.cols[foldName(d.name)] = w.sizeOf(r, d)
	}
	for _, k := range r.keys {
		w.noteKey(t, k)
	}
	row, grown := 0, false
	for _, s := range t.size.cols {
		row += s.row
		grown = grown || s.grown
	}
	if grown && row > maxRow && len(r.cols) > 0 {
		w.oversize(Oversize{Table: t.name, Bytes: row, Limit: maxRow, Engine: t.size.name()})
	}
}

// noteKey notes a key that gets too long.
func (w *sqlWalker) noteKey(t *table, k keyDef) {
	all, longest, grown := 0, 0, false
	for _, p := range k.parts {
		s := t.size.cols[foldName(p.col)]
		n := s.key
		if p.prefix > 0 {
			n = p.prefix * s.char
		}
		all, longest, grown = all+n, max(longest, n), grown || s.grown
	}
	if !grown {
		return
	}
	o := Oversize{Table: t.name, Key: k.name, Engine: t.size.name(), Bytes: all, Limit: maxKey}
	switch t.size.engine {
	case "MYISAM", "MRG_MYISAM", "MERGE":
		o.Limit = maxKeyMyISAM
	case "ARIA":
		o.Limit = maxKeyAria
	case "", "INNODB":
		if t.size.compact() && longest > maxKeyCompact {
			o.Bytes, o.Limit = longest, maxKeyCompact
		}
	}
	if o.Bytes > o.Limit {
		w.oversize(o)
	}
}

// oversize notes an Oversize, each once: dumps may define a table twice.
func (w *sqlWalker) oversize(o Oversize) {
	s := w.f.stats
	if len(s.Oversized) < MaxProblems && !slices.Contains(s.Oversized, o) {
		s.Oversized = append(s.Oversized, o)
	}
}

// compact tells whether each column of a key has a limit of its own.
func (s *tableSize) compact() bool { return s.rowFormat == "COMPACT" || s.rowFormat == "REDUNDANT" }

// name returns the engine for people.
func (s *tableSize) name() string {
	name := s.engine
	switch s.engine {
	case "", "INNODB":
		if name = "InnoDB"; s.compact() {
			name += " with ROW_FORMAT=" + s.rowFormat
		}
	case "MYISAM":
		name = "MyISAM"
	}
	return name
}
