package dump

import (
	"bytes"
	"strings"

	"github.com/unbake/unbake/internal/scan"
)

// A style is a spelling by number: the literals of clean text never need more.
type style byte

const (
	standard style = iota
	standardDoubled
	mysqlQuoted
	mysqlDoubled
	withEscapes
	withUnicode
	inUnistr
	dollarQuoted
	withPlaceholders // lexer.holders has it
)

var styles = [...]*spelling{standardSpelling, standardDouble, mysqlSpelling, mysqlDouble, escapeSpelling, unicodeSpelling, unistrSpelling, dollarSpelling}

// spelling returns the spelling of the literal at hand.
func (x *lexer) spelling() *spelling {
	if x.lit.style == withPlaceholders {
		return x.holders
	}
	return styles[x.lit.style]
}

// literal reads a string literal with its opening quote at f.pos; prefix is
// the letter before it, in lower case, or 0.
func (x *lexer) literal(prefix, quote byte) kind {
	f := x.f
	style := x.styleOf(prefix, quote)
	escapes := prefix != 'u' && (x.escapes || prefix == 'e')
	f.pos++
	x.lit = literal{start: f.pos - f.tok, style: style}
	long, closed := x.body(quote, escapes)
	switch {
	case !closed:
		x.unclosed = !long && prefix != 'x' && prefix != 'b'
		x.lit.binary = x.intro != "" && x.introduced()
		return tOpen
	case long, prefix == 'x', prefix == 'b':
		x.lit.start, x.lit.end = 0, 0
		if !long {
			x.lit.binary = true
		}
		return tOpaque
	}
	x.lit.end = f.pos - 1 - f.tok
	if prefix == 'u' && x.ownEscape() {
		x.lit.binary = true
	}
	if x.intro != "" && x.introduced() {
		x.lit.binary = true
	}
	return tString
}

// escaped reads a literal whose quotes are escaped, _utf8mb4\'x\': what tools make
// definitions of that take MySQL's expressions from its information schema. One with
// more escapes in it, all written twice, stays. It returns tEOF where there is none.
func (x *lexer) escaped() kind {
	f := x.f
	x.ahead(maxWord)
	rest := f.buf[f.pos:min(len(f.buf), f.pos+maxWord)]
	n, twice := 2, false
	for {
		i := bytes.IndexAny(rest[n:], `\'`)
		if i < 0 {
			return tEOF
		}
		n += i
		switch {
		case bytes.HasPrefix(rest[n:], []byte(`\'`)):
			x.lit = literal{start: 2, end: n, style: x.styleOf(0, '\''), high: !isASCII(rest[:n])}
			f.pos += n + 2
			if twice {
				x.lit.binary = true
				return tOpaque
			}
			x.lit.binary = x.introduced()
			return tString
		case bytes.HasPrefix(rest[n:], []byte(`\\\'`)), bytes.HasPrefix(rest[n:], []byte(`\\\\`)):
			n += 4
		case bytes.HasPrefix(rest[n:], []byte(`\\`)):
			n += 2
		default:
			return tEOF
		}
		twice = true
	}
}

// introduced tells whether a character set other than Unicode's stands before the literal.
func (x *lexer) introduced() bool {
	switch strings.ToLower(x.intro) {
	case "", "_utf8mb4", "_utf8", "_utf8mb3":
		return false
	}
	return true
}

// ownEscape tells whether UESCAPE follows, which names another escape character than
// the backslash: such a literal is left.
func (x *lexer) ownEscape() bool {
	n := 0
	for n < maxWord && x.ahead(n+1) && isSpace(x.f.buf[x.f.pos+n]) {
		n++
	}
	const word = "UESCAPE"
	return x.ahead(n+len(word)) && equalUpper(x.f.buf[x.f.pos+n:x.f.pos+n+len(word)], word)
}

// styleOf returns the style of a literal by its quote and the letter before it.
func (x *lexer) styleOf(prefix, quote byte) style {
	switch {
	case prefix == 'e' || x.postgres && x.escapes && prefix != 'u':
		return withEscapes
	case prefix == 'u':
		return withUnicode
	case x.escapes && quote == '"':
		return mysqlDoubled
	case x.escapes:
		return mysqlQuoted
	case quote == '"':
		return standardDoubled
	}
	return standard
}

// body passes the rest of a literal and its closing quote. Long means that it
// was too long to keep, and then f.tok has moved.
func (x *lexer) body(quote byte, escapes bool) (long, closed bool) {
	f := x.f
	for {
		n, high := x.scan(f.buf[f.pos:], quote)
		f.pos += n
		x.lit.high = x.lit.high || high
		if f.pos == len(f.buf) {
			if f.pos-f.tok > f.cfg.maxLiteral+1 { // the closing quote is still to come
				long = true
			}
			if long {
				f.tok = f.pos
			}
			if !f.more() {
				return long, false
			}
			continue
		}
		if f.buf[f.pos] == '\\' {
			x.lit.escapes = true
			if !escapes {
				f.pos++
				continue
			}
			if !x.ahead(2) {
				f.pos = len(f.buf)
				return long, false
			}
			x.lit.high = x.lit.high || f.buf[f.pos+1] >= 0x80
			f.pos += 2
			continue
		}
		if f.buf[f.pos] != quote { // a wide character
			x.lit.high = true
			f.pos++
			if x.ahead(1) {
				f.pos++
			}
			continue
		}
		f.pos++
		if !x.ahead(1) || f.buf[f.pos] != quote {
			return long || f.pos-f.tok > f.cfg.maxLiteral+2, true
		}
		x.lit.doubled = true
		f.pos++
	}
}

// scan returns how many bytes can be passed without a look at them.
func (x *lexer) scan(b []byte, quote byte) (n int, high bool) {
	if !x.wide {
		return scan.Seek(b, quote, '\\', '\\')
	}
	for n < len(b) && b[n] != quote && b[n] != '\\' && b[n] <= 0x80 {
		n++
	}
	return n, false
}
