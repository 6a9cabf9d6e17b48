package dump

import (
	"io"
	"maps"
)

// readSchema takes in the definitions of another file, and nothing else of it:
// what it says of its connection is not true of this one.
func (w *sqlWalker) readSchema(sql string) {
	if sql == "" {
		return
	}
	f, start := w.f, w.lexer
	other := *f
	other.buf, other.tok, other.pos, other.hold = []byte(sql), 0, 0, -1
	other.spots, other.err = nil, io.EOF
	problems := len(f.stats.Problems)
	w.f, w.schema = &other, true
	skipBOM(&other)
	for w.statement() {
	}
	w.lexer, w.schema = start, false
	w.given = maps.Clone(w.tables)
	w.database = ""
	w.start = [2]connection{}
	w.setConnection(connection{}, connection{})
	f.stats.Problems = f.stats.Problems[:problems]
	for _, c := range f.stats.Columns {
		c.Cells, c.TooLong = 0, 0 // its own literals are no cells of this file
	}
}

// schemaTable returns the one table that is defined in [Schema], for a file of
// its rows alone; nil if there is none or several.
func (f *flow) schemaTable() *table {
	if f.cfg.schema == "" {
		return nil
	}
	format, ok := detectSQL([]byte(f.cfg.schema[:min(len(f.cfg.schema), DetectLen)]))
	if !ok || format == Text {
		format = MySQL
	}
	w := newSQLWalker(f, format)
	w.readSchema(f.cfg.schema)
	if len(w.tables) == 1 {
		for _, t := range w.tables {
			return t
		}
	}
	return nil
}
