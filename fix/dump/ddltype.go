package dump

import (
	"bytes"
	"strings"
)

// typeName reads the first word of a type and the number after it.
func (t *tableReader) typeName(k kind) {
	c := t.col
	c.at, c.end = t.f.tok, t.f.pos
	c.kind = strings.ToUpper(t.nameOf(k))
	c.end = t.f.pos
	if i := strings.LastIndexByte(c.kind, '.'); i >= 0 { // public.geometry
		c.kind = c.kind[i+1:]
	}
	if t.mysql && (c.kind == "NCHAR" || c.kind == "NVARCHAR" || c.kind == "NATIONAL") {
		c.charset.name = "utf8mb3"
	}
	c.derived = c.kind == "AS" || c.kind == "GENERATED"
	t.size()
}

// bytesOrPage takes in the words behind a type of MySQL that make it bytes, or say what its
// character set is: CHAR(9) BYTE, ASCII, UNICODE.
func (t *tableReader) bytesOrPage(k kind) bool {
	switch {
	case t.is(k, "BYTE"):
		t.col.kind = "BINARY"
	case t.is(k, "ASCII"):
		t.col.charset.name = "latin1"
	case t.is(k, "UNICODE"):
		t.col.charset.name = "ucs2"
	default:
		return false
	}
	return true
}

// size reads the number in parentheses after a type.
func (t *tableReader) size() {
	rest := t.f.buf[t.f.pos:]
	if n := bytes.IndexByte(rest, ')'); n > 0 && rest[0] == '(' && n < 12 {
		if size, ok := decimal(rest[1:n]); ok {
			t.col.size, t.col.end = size, t.f.pos+n+1
		}
	}
}

// key reads UNIQUE KEY name (columns) and the like, from behind the first word. A unique
// key of expressions, or of the first characters of a column, is known by its length alone.
func (t *tableReader) key(name string, unique bool) {
	k := t.next()
	for ; k == tWord || k == tName; k = t.next() {
		if name == "" && !t.is(k, "KEY") && !t.is(k, "INDEX") && !t.is(k, "USING") {
			name = t.nameOf(k)
		}
	}
	if !t.punct(k, '(') {
		if k == tPunct { // DROP KEY name, …
			t.f.pos = t.f.tok
		}
		return
	}
	def := keyDef{name: name}
	for depth := 1; depth > 0; {
		k = t.next()
		switch {
		case t.end(k):
			return
		case t.punct(k, '('):
			depth++
			unique = false
		case t.punct(k, ')'):
			depth--
		case depth == 2 && k == tWord && len(def.parts) > 0:
			if n, ok := decimal(t.text()); ok {
				def.parts[len(def.parts)-1].prefix = n
			}
		case depth == 1 && (k == tName || k == tWord && !t.is(k, "ASC") && !t.is(k, "DESC")):
			def.parts = append(def.parts, keyPartDef{col: t.nameOf(k)})
		}
	}
	if name == "" && len(def.parts) > 0 {
		def.name = def.parts[0].col
	}
	t.keys = append(t.keys, def)
	if unique {
		list := make([]string, len(def.parts))
		for i, p := range def.parts {
			list[i] = p.col
		}
		t.unique = append(t.unique, list)
	}
}

// keyName returns the name of a key that has none of its own.
func keyName(primary bool, col string) string {
	if primary {
		return "PRIMARY"
	}
	return col
}

func decimal(b []byte) (n int, ok bool) {
	for _, d := range b {
		if !isDigit(d) {
			return 0, false
		}
		n = n*10 + int(d-'0')
	}
	return n, len(b) > 0
}

// charsetDef returns where a character set belongs.
func (t *tableReader) charsetDef() *charsetDef {
	if t.col != nil {
		return &t.col.charset
	}
	return &t.charset
}

// afterEquals reads the next token, stepping over "=".
func (t *tableReader) afterEquals() kind {
	k := t.next()
	if t.punct(k, '=') {
		k = t.next()
	}
	return k
}

// charsetName reads the name of a character set or a collation.
func (t *tableReader) charsetName(to *[]span) {
	k := t.afterEquals()
	s := span{t.f.tok, t.f.pos}
	switch k {
	case tString:
		s = span{t.f.tok + t.lit.start, t.f.tok + t.lit.end}
	case tWord:
	default:
		return
	}
	*to = append(*to, s)
	def := t.charsetDef()
	name := strings.ToLower(string(t.f.buf[s.start:s.end]))
	if to == &def.rules {
		name, _, _ = strings.Cut(name, "_")
		if def.name != "" {
			return
		}
	}
	def.name = name
}

// literal keeps the literal at hand.
func (t *tableReader) literal(comment bool) {
	at := t.f.tok
	t.literals = append(t.literals, ddlLiteral{span{at + t.lit.start, at + t.lit.end}, t.lit, t.col, comment})
}
