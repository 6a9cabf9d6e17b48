package dump

import (
	"bytes"
	"strings"
)

// textFunctions are those whose result has their arguments as text, for which a literal
// among them is one of the column's. To others its bytes may matter: AES_ENCRYPT, UNHEX,
// FROM_BASE64, MD5, and what we do not know.
var textFunctions = func() map[string]bool {
	set := map[string]bool{}
	for _, name := range strings.Fields(`CAST CONVERT CONCAT CONCAT_WS REPLACE UNISTR COALESCE IFNULL NVL NULLIF IF IIF LOWER UPPER LCASE UCASE INITCAP
		TRIM LTRIM RTRIM BTRIM LEFT RIGHT SUBSTR SUBSTRING MID LPAD RPAD INSERT REPEAT REVERSE QUOTE ELT GREATEST LEAST
		ROW VALUES ARRAY ARRAY_APPEND STRING_TO_ARRAY FORMAT PRINTF TRANSLATE TO_CHAR TO_CLOB TO_NCLOB TO_NCHAR NCHR
		JSON JSONB TO_JSON TO_JSONB JSON_ARRAY JSON_OBJECT JSON_QUOTE JSON_COMPACT JSON_BUILD_ARRAY JSON_BUILD_OBJECT JSONB_BUILD_ARRAY
		JSONB_BUILD_OBJECT HSTORE XMLPARSE XMLTYPE`) {
		set[name] = true
	}
	return set
}()

// A nesting is where in the parentheses of a value the walk is. A literal of which something
// there may want the bytes stays, and so does one in a query.
type nesting struct {
	depth  int
	bytes  int    // the depth of the outermost parenthesis of which that is so; 0 for none
	cast   int    // that of a CAST or a CONVERT; 0 for none
	word   string // the one just before, in upper case without schemas: whose the parenthesis is
	binary bool   // it was BINARY, the operator
}

// maxFunction, in bytes, is how long the names of functions that we know may be.
const maxFunction = 32

// token takes in a token that is no literal.
func (n *nesting) token(w *sqlWalker, k kind) {
	before := n.word
	n.word, n.binary = "", false
	switch {
	case k == tWord:
		n.binary = w.is(k, "BINARY")
		if n.bytes == 0 && n.depth > 0 && w.is(k, "SELECT") { // what it compares stays
			n.bytes = n.depth
		}
		if !w.ahead(1) || w.f.buf[w.f.pos] != '(' && !isSpace(w.f.buf[w.f.pos]) {
			return
		}
		word := w.text()
		word = word[bytes.LastIndexByte(word, '.')+1:]
		n.word = string(bytes.ToUpper(word[:min(len(word), maxFunction)]))
	case k == tName:
		n.word = "?" // perhaps a function of somebody's
	case w.punct(k, '('):
		n.depth++
		if n.bytes == 0 && (n.cast > 0 || before != "" && !textFunctions[before]) {
			n.bytes = n.depth
		}
		if before == "CAST" || before == "CONVERT" {
			n.cast = n.depth
		}
	case w.punct(k, ')'):
		if n.bytes == n.depth {
			n.bytes = 0
		}
		if n.cast == n.depth {
			n.cast = 0
		}
		n.depth--
	}
}

// leaves tells whether the literal at hand stays.
func (n *nesting) leaves(w *sqlWalker) bool {
	binary := n.binary
	n.word, n.binary = "", false
	return binary || n.bytes > 0 || w.castToBytes(n.cast > 0)
}

// maxCast, in bytes, is how much behind a literal is looked at for what it is cast to.
const maxCast = 80

// castToBytes tells whether behind the literal at hand it is cast to bytes: ::bytea, and in a
// CAST or a CONVERT AS BINARY or USING binary. A character set that does not hold all text
// is as bad.
func (w *sqlWalker) castToBytes(cast bool) bool {
	f := w.f
	if !w.ahead(1) || !cast && f.buf[f.pos] != ':' && !isSpace(f.buf[f.pos]) {
		return false
	}
	w.ahead(maxCast)
	rest := bytes.ToUpper(trimLeft(f.buf[f.pos:min(len(f.buf), f.pos+maxCast)]))
	if to, ok := bytes.CutPrefix(rest, []byte("::")); ok {
		return binaryTypes[lastName(trimLeft(to))]
	}
	if !cast {
		return false
	}
	words := bytes.Fields(rest)
	switch {
	case len(words) < 2:
		return false
	case string(words[0]) == "USING":
		name := strings.ToLower(lastName(words[1]))
		return name == "binary" || mysqlCharset(name) != nil
	case string(words[0]) == "AS":
		return binaryTypes[lastName(words[1])] || bytes.Contains(rest, []byte(" CHARACTER SET ")) || bytes.Contains(rest, []byte(" CHARSET "))
	}
	return false
}

// lastName returns the name that b begins with, without schemas before it.
func lastName(b []byte) string {
	n := 0
	for n < len(b) && wordByte[b[n]] {
		n++
	}
	return string(b[bytes.LastIndexByte(b[:n], '.')+1 : n])
}

// leaveIn is leave for a literal among the values of a column.
func (w *sqlWalker) leaveIn(c *column) {
	if s, ok := w.leftSpot(); ok {
		s.col = w.f.leftOf(c)
		w.f.mark(s)
	}
}
