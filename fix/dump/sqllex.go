package dump

import (
	"bytes"
	"unicode/utf8"
)

// A kind is what a token of SQL is.
type kind byte

const (
	tEOF    kind = iota
	tWord        // a keyword, a name, a number
	tName        // a name in quotes
	tString      // a literal; see lexer.lit
	tOpaque      // what must not change: X'…', $$…$$, a literal too long
	tOpen        // a string or comment that the input ends in
	tPunct       // one other byte
)

// A literal says what stands between buf[start:end], offsets from flow.tok.
type literal struct {
	start, end int
	style      style
	high       bool // not ASCII
	escapes    bool // has a backslash
	doubled    bool // has a doubled quote
	binary     bool // introduced by _binary, or by a character set other than Unicode's
}

// A lexer cuts SQL into tokens, skipping white space and comments. A comment
// of MySQL that holds code, /*! … */, is read as that code. Nothing is kept
// but the token at hand; a word over maxWord bytes or a string over the
// longest literal is passed by and not kept either.
//
// The token is f.buf[f.tok:f.pos].
type lexer struct {
	f       *flow
	lit     literal
	holders *spelling // of a literal with placeholders, see sqlitecall.go

	mysql, postgres, sqlite bool
	escapes                 bool // '…' has backslash escapes
	doubleStrings           bool // "…" is a string
	wide                    bool // literals are in a charset with ASCII trail bytes
	dollarStrings           bool // $$…$$ is a string, and not code
	delimiter               []byte
	between                 func() // called before a comment between two statements; else nil

	code  int    // inside so many /*! comments
	intro string // the introducer before the token: "_binary"
	cut   bool   // the word is only the end of a longer one

	unclosed bool // the input ends inside a literal that was kept
}

// maxWord, in bytes, is how long a word is kept whole: names have 64
// characters in MySQL and 63 bytes in PostgreSQL; hex literals have no bound.
const maxWord = 4096

// next reads a token.
func (x *lexer) next() kind {
	f := x.f
	if x.intro != "" { // a pointer, which is not written for nothing
		x.intro = ""
	}
	x.cut = false
	for {
		f.tok, f.begin = f.pos, f.base+int64(f.pos)
		if !x.ahead(1) {
			return tEOF
		}
		c := f.buf[f.pos]
		switch {
		case x.delimiter != nil && c == x.delimiter[0] && x.at(string(x.delimiter)):
			f.pos += len(x.delimiter)
			return tPunct
		case isSpace(c):
			f.pos++
		case c == '-' && x.at("--") && x.dashes(), c == '#' && x.mysql:
			if x.between != nil {
				x.between()
			}
			x.line()
		case c == '/' && x.at("/*"):
			if x.between != nil {
				x.between()
			}
			if !x.comment() {
				return tOpen
			}
		case c == '*' && x.code > 0 && x.at("*/"):
			x.code--
			f.pos += 2
		case c == '\\' && x.mysql && x.at(`\'`):
			if k := x.escaped(); k != tEOF {
				return k
			}
			f.pos++
			return tPunct
		case c == '$' && x.postgres:
			return x.dollar()
		case wordByte[c]:
			k := x.word()
			if k == tWord && x.introducer() {
				continue
			}
			return k
		case c == '\'':
			return x.literal(0, c)
		case c == '"':
			if x.doubleStrings {
				return x.literal(0, c)
			}
			return x.name('"')
		case c == '`' && !x.postgres:
			return x.name('`')
		case c == '[' && x.sqlite:
			return x.name(']')
		default:
			f.pos++
			return tPunct
		}
	}
}

// text returns the bytes of the token.
func (x *lexer) text() []byte { return x.f.buf[x.f.tok:x.f.pos] }

// punct tells whether the token is the punctuation c.
func (x *lexer) punct(k kind, c byte) bool { return k == tPunct && x.f.buf[x.f.tok] == c }

// end tells whether the token ends the statement.
func (x *lexer) end(k kind) bool {
	switch k {
	case tEOF, tOpen:
		return true
	case tWord:
		return x.isGo()
	}
	return k == tPunct && bytes.Equal(x.text(), x.terminator())
}

// isGo tells whether the word at hand is GO, on a line of its own.
func (x *lexer) isGo() bool {
	f := x.f
	if f.pos-f.tok != len("GO") || x.cut || x.postgres || f.buf[f.tok]|0x20 != 'g' || f.buf[f.tok+1]|0x20 != 'o' {
		return false
	}
	before := f.before
	if f.tok > 0 {
		before = f.buf[f.tok-1]
	}
	x.ahead(maxGo)
	return (before == '\n' || before == 0) && isGo(f.buf[f.tok:min(len(f.buf), f.tok+maxGo)])
}

// maxGo, in bytes, is how long a line with GO may be.
const maxGo = 32

func (x *lexer) terminator() []byte {
	if x.delimiter != nil {
		return x.delimiter
	}
	return semicolon
}

var semicolon = []byte(";")

// is tells whether the token is this keyword, in upper case here.
func (x *lexer) is(k kind, keyword string) bool {
	return k == tWord && !x.cut && equalUpper(x.text(), keyword)
}

// ahead tells whether there are n more bytes to look at.
func (x *lexer) ahead(n int) bool {
	for len(x.f.buf)-x.f.pos < n {
		if !x.f.more() {
			return false
		}
	}
	return true
}

// at tells whether the input goes on with s.
func (x *lexer) at(s string) bool {
	return x.ahead(len(s)) && string(x.f.buf[x.f.pos:x.f.pos+len(s)]) == s
}

// word reads a word, and the literal that it is the prefix of.
func (x *lexer) word() kind {
	f := x.f
	for {
		for f.pos < len(f.buf) && wordByte[f.buf[f.pos]] {
			if x.delimiter != nil && f.pos > f.tok && f.buf[f.pos] == x.delimiter[0] && x.at(string(x.delimiter)) {
				return tWord
			}
			f.pos++
		}
		if f.pos < len(f.buf) {
			break
		}
		if f.pos-f.tok > maxWord {
			f.tok, x.cut = f.pos-1, true
		}
		if !f.more() {
			return tWord
		}
	}
	switch n := f.pos - f.tok; {
	case x.cut:
	case n == 1 && f.buf[f.pos] == '\'':
		switch c := f.buf[f.tok] | 0x20; {
		case c == 'e' && x.postgres, c == 'n' && !x.sqlite, c == 'x', c == 'b' && !x.sqlite:
			return x.literal(c, '\'')
		}
	case n == 1 && f.buf[f.tok]|0x20 == 'u' && f.buf[f.pos] == '&' && x.postgres:
		if x.at("&'") {
			f.pos++
			return x.literal('u', '\'')
		}
		if x.at(`&"`) {
			f.pos++
			return x.name('"')
		}
	}
	return tWord
}

// introducer tells whether the word is MySQL's _charset before a literal, and
// keeps it.
func (x *lexer) introducer() bool {
	w := x.text()
	if !x.mysql || w[0] != '_' || len(w) > 32 {
		return false
	}
	f := x.f
	intro := string(w)
	n := 0
	for x.ahead(n+1) && isSpace(f.buf[f.pos+n]) && n < 16 {
		n++
	}
	if !x.ahead(n + 1) {
		return false
	}
	if c := f.buf[f.pos+n]; c != '\'' && c != '"' && c|0x20 != 'x' && c != '\\' {
		return false
	}
	f.pos += n
	x.intro = intro
	return true
}

func isSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }
func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// wordByte holds for what words are made of. Numbers are words, with their
// points; a name after a point is part of its word.
var wordByte = func() (set [256]bool) {
	for c := range set {
		set[c] = c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c == '@' || c == '.' || c == '$' || c >= utf8.RuneSelf
	}
	return set
}()

// equalUpper tells whether b is the keyword, whatever its case.
func equalUpper(b []byte, keyword string) bool {
	if len(b) != len(keyword) {
		return false
	}
	for i := range b {
		c := b[i]
		if c >= 'a' && c <= 'z' {
			c -= 0x20
		}
		if c != keyword[i] {
			return false
		}
	}
	return true
}
