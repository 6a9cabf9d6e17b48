package dump

import "bytes"

// dashes tells whether "--" begins a comment: in MySQL only before a blank.
func (x *lexer) dashes() bool {
	return !x.mysql || !x.ahead(3) || x.f.buf[x.f.pos+2] <= ' '
}

// line passes the rest of the line.
func (x *lexer) line() {
	f := x.f
	for {
		f.tok = f.pos
		if i := bytes.IndexByte(f.buf[f.pos:], '\n'); i >= 0 {
			f.pos += i + 1
			return
		}
		f.pos = len(f.buf)
		f.tok = f.pos
		if !f.more() {
			return
		}
	}
}

// comment passes a comment, or the head of one that holds code. It returns
// false if the input ends in it.
func (x *lexer) comment() bool {
	f := x.f
	if x.mysql && (x.at("/*!") || x.at("/*M!")) {
		f.pos += bytes.IndexByte(f.buf[f.pos:], '!') + 1
		n := 0
		for x.ahead(n+1) && n < 6 && isDigit(f.buf[f.pos+n]) {
			n++
		}
		if v := string(f.buf[f.pos : f.pos+n]); v != "999999" && v != "99999" { // of no server: a comment to all
			f.pos += n
			x.code++
			return true
		}
	} else {
		f.pos += 2
	}
	for depth := 1; depth > 0; {
		i := bytes.IndexAny(f.buf[f.pos:], "*/")
		if i < 0 {
			f.pos = len(f.buf)
			f.tok = f.pos
			if !f.more() {
				return false
			}
			continue
		}
		f.pos += i
		f.tok = f.pos
		switch {
		case x.at("*/"):
			depth--
			f.pos += 2
		case x.postgres && x.at("/*"): // they nest
			depth++
			f.pos += 2
		default:
			f.pos++
		}
	}
	return true
}

// name reads a name in quotes; end is the closing one.
func (x *lexer) name(end byte) kind {
	f := x.f
	f.pos++
	for {
		i := bytes.IndexByte(f.buf[f.pos:], end)
		if i < 0 {
			f.pos = len(f.buf)
			if f.pos-f.tok > maxWord {
				f.tok, x.cut = f.pos, true
			}
			if !f.more() {
				return tOpen
			}
			continue
		}
		f.pos += i + 1
		if end == ']' || !x.ahead(1) || f.buf[f.pos] != end {
			return tName
		}
		f.pos++
	}
}

// dollar reads PostgreSQL's $tag$ … $tag$, or a lone dollar sign.
func (x *lexer) dollar() kind {
	f := x.f
	n := 1
	for x.ahead(n+1) && n < maxWord && wordByte[f.buf[f.pos+n]] && bytes.IndexByte(noTag, f.buf[f.pos+n]) < 0 {
		n++
	}
	if !x.ahead(n+1) || f.buf[f.pos+n] != '$' || n > 1 && isDigit(f.buf[f.pos+1]) {
		f.pos++
		return tPunct
	}
	tag := bytes.Clone(f.buf[f.pos : f.pos+n+1])
	f.pos += len(tag)
	keep := x.dollarStrings
	for {
		if i := bytes.Index(f.buf[f.pos:], tag); i >= 0 {
			f.pos += i + len(tag)
			keep = keep && f.pos-f.tok <= f.cfg.maxLiteral
			break
		}
		f.pos = max(f.pos, len(f.buf)-len(tag)+1)
		if keep = keep && f.pos-f.tok <= f.cfg.maxLiteral; !keep {
			f.tok = f.pos
		}
		if !f.more() {
			f.pos = len(f.buf)
			return tOpen
		}
	}
	if !keep {
		f.tok = f.pos
		x.lit = literal{binary: !x.dollarStrings} // code
		return tOpaque
	}
	x.lit = literal{start: len(tag), end: f.pos - len(tag) - f.tok, style: dollarQuoted}
	text := f.buf[f.tok+x.lit.start : f.tok+x.lit.end]
	x.lit.high, x.lit.escapes = !isASCII(text), bytes.IndexByte(text, '\\') >= 0
	return tString
}

// noTag are the bytes of words that a dollar quote's tag cannot have.
var noTag = []byte("$@.")
