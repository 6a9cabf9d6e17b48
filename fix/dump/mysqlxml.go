package dump

import (
	"bytes"
	"strings"

	"github.com/unbake/unbake/internal/scan"
)

// xmlSpelling is that of text between tags as mysqldump --xml writes it: four
// entities. Numbers are undone, too, as other tools write them.
var xmlSpelling = newSpelling("&", `&<>"`, xmlUnit, xmlEscape)

// xmlEntities are the entities that are written.
var xmlEntities = map[byte]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&quot;"}

func xmlEscape(dst []byte, b byte) []byte { return append(dst, xmlEntities[b]...) }

func xmlUnit(dst, raw []byte) ([]byte, int) {
	for b, e := range xmlEntities {
		if len(raw) >= len(e) && string(raw[:len(e)]) == e {
			return append(dst, b), len(e)
		}
	}
	return append(dst, '&'), 1
}

// A xmlWalker walks what mysqldump --xml and mysql --xml write. The text of
// <field name="…"> is a cell; <table_structure> tells the types. The output
// need not be XML: servers write controls raw.
type xmlWalker struct {
	lexer
	table  *table
	tables map[string]*table
	field  string // open <field>, if it is text
	schema bool   // inside <table_structure>
}

func walkMySQLXML(f *flow) {
	w := &xmlWalker{lexer: lexer{f: f}, tables: map[string]*table{}}
	for w.text() {
		if !w.tag() {
			return
		}
	}
}

// text passes all up to the next tag; in a field it is a cell. It returns
// false at the end of the input.
func (w *xmlWalker) text() bool {
	f := w.f
	f.tok = f.pos
	high, escapes, long := false, false, false
	for {
		n, h := scan.Seek(f.buf[f.pos:], '<', '\\', '&')
		f.pos += n
		high = high || h
		if f.pos < len(f.buf) {
			if f.buf[f.pos] == '<' {
				break
			}
			escapes = true
			f.pos++
			continue
		}
		if long = long || f.pos-f.tok > f.cfg.maxLiteral; long || w.field == "" {
			f.tok = f.pos
		}
		if !f.more() {
			if w.field != "" && high && !long {
				f.leaveCut(spot{start: f.tok, col: w.column(), spell: xmlSpelling})
			}
			return false
		}
	}
	if w.field == "" {
		return true
	}
	c := w.column()
	switch raw := f.buf[f.tok:f.pos]; {
	case long || len(raw) > f.cfg.maxLiteral:
		c.stats.Cells++
		c.stats.TooLong++
	case !high && !(escapes && hasEscape(raw)) && !f.mayRefer(raw):
		c.stats.Cells++
	default:
		f.cell(f.tok, f.pos, c, xmlSpelling)
	}
	return true
}

// column returns the column of the open field.
func (w *xmlWalker) column() *column {
	if w.table == nil {
		w.table = &table{}
	}
	if c := w.table.byName[w.field]; c != nil {
		return c
	}
	c := w.f.column(w.table.name, w.field)
	if !c.noSchema { // else a worker may be reading it
		c.noSchema = true
	}
	return c
}

// tag reads a tag. It returns false at the end of the input.
func (w *xmlWalker) tag() bool {
	f := w.f
	f.tok = f.pos
	f.pos++
	if w.at("!--") {
		return w.comment()
	}
	cut := false
	for quoted := byte(0); ; f.pos++ {
		if f.pos == len(f.buf) {
			if cut = cut || f.pos-f.tok > maxWord; cut {
				f.tok = f.pos
			}
			if !f.more() {
				return false
			}
		}
		switch c := f.buf[f.pos]; {
		case quoted == 0 && c == '>':
			f.pos++
			if cut || f.pos-f.tok > maxWord {
				w.field = ""
			} else {
				w.read(f.buf[f.tok+1 : f.pos-1])
			}
			return true
		case quoted == 0 && (c == '"' || c == '\''):
			quoted = c
		case c == quoted:
			quoted = 0
		}
	}
}

// comment passes a comment.
func (w *xmlWalker) comment() bool {
	f := w.f
	for {
		f.tok = f.pos
		if i := bytes.Index(f.buf[f.pos:], []byte("-->")); i >= 0 {
			f.pos += i + 3
			return true
		}
		f.pos = max(f.pos, len(f.buf)-2)
		f.tok = f.pos
		if !f.more() {
			return false
		}
	}
}

// read takes in a tag.
func (w *xmlWalker) read(tag []byte) {
	w.field = ""
	name, rest, _ := bytes.Cut(tag, []byte(" "))
	closed := bytes.HasSuffix(rest, []byte("/"))
	switch string(name) {
	case "table_structure":
		w.table = &table{name: attribute(rest, "name"), byName: map[string]*column{}}
		w.tables[w.table.name] = w.table
		w.schema = true
	case "/table_structure":
		w.schema = false
	case "table_data":
		w.open(attribute(rest, "name"))
	case "field":
		if column := attribute(rest, "Field"); column != "" && w.schema {
			kind, _, _ := strings.Cut(strings.ToUpper(attribute(rest, "Type")), "(")
			c := w.f.newColumn(w.table.name, column)
			c.skip = c.skip || binaryTypes[kind]
			c.set = kind == "SET"
			w.table.byName[column] = c
		} else if !closed && !bytes.Contains(rest, []byte("hexBinary")) {
			w.field = attribute(rest, "name")
		}
	case "options":
		if set, _, ok := strings.Cut(attribute(rest, "Collation"), "_"); ok && w.schema {
			for _, c := range w.table.byName {
				c.charset = mysqlCharset(set)
			}
		}
	}
}

// open begins the data of a table.
func (w *xmlWalker) open(name string) {
	w.schema = false
	if w.table = w.tables[name]; w.table == nil {
		w.table = &table{name: name}
		w.f.stats.NoSchema = append(w.f.stats.NoSchema, name)
	}
}

// attribute returns the value of an attribute, as it is spelt.
func attribute(b []byte, name string) string {
	i := bytes.Index(b, []byte(name+`="`))
	if i < 0 || i > 0 && !isSpace(b[i-1]) {
		return ""
	}
	b = b[i+len(name)+2:]
	if i = bytes.IndexByte(b, '"'); i < 0 {
		return ""
	}
	return string(b[:i])
}
