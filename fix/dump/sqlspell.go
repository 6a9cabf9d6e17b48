package dump

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Spellings of string literals in SQL. Inside a literal the quote itself is
// doubled; what else there is depends on the server and its settings.

var (
	// standardSpelling is that of standard SQL: PostgreSQL's '…', SQLite's,
	// and MySQL's under NO_BACKSLASH_ESCAPES.
	standardSpelling = quoteSpelling('\'')
	// standardDouble is the same for MySQL's "…".
	standardDouble = quoteSpelling('"')
	// mysqlSpelling and mysqlDouble are MySQL's '…' and "…" with escapes, in
	// the manual's chapter on string literals.
	mysqlSpelling = newSpelling(`\'`, "\\'\x00\n\r\x1A", mysqlUnit('\''), mysqlEscape)
	mysqlDouble   = newSpelling(`\"`, "\\\"\x00\n\r\x1A", mysqlUnit('"'), mysqlEscape)
	// escapeSpelling is PostgreSQL's E'…', and its '…' while
	// standard_conforming_strings is off.
	escapeSpelling = newSpelling(`\'`, `\'`, escapeUnit, doubled).inNumbers(escapeNumber)
	// unicodeSpelling is PostgreSQL's U&'…', with the default escape character.
	unicodeSpelling = newSpelling(`\'`, `\'`, unicodeUnit, doubled).inNumbers(unicodeNumber)
	// unistrSpelling is that of SQLite's unistr('…').
	unistrSpelling = newSpelling(`\'`, `\'`, unistrUnit, doubled).inNumbers(unicodeNumber)
	// dollarSpelling is that of PostgreSQL's $tag$…$tag$, in which all stands for
	// itself, and no dollar sign may come to be: with others it could end it.
	dollarSpelling = &spelling{respell: func(_ []byte, before, after string) []byte {
		if strings.Count(before, "$") != strings.Count(after, "$") {
			return []byte{0xFF} // which no text has
		}
		return []byte(after)
	}}
	// copySpelling is that of a field in PostgreSQL's COPY text format.
	copySpelling = newSpelling(`\`, "\\\b\f\n\r\t\v", copyUnit, copyEscape).inNumbers(escapeNumber)
)

func doubled(dst []byte, b byte) []byte { return append(dst, b, b) }

// quoteSpelling doubles a quote and has no other escape.
func quoteSpelling(q byte) *spelling {
	unit := func(dst, raw []byte) ([]byte, int) { return append(dst, q), doubledLen(raw) }
	return newSpelling(string(q), string(q), unit, doubled)
}

// doubledLen returns how many bytes a quote at the front of raw takes.
func doubledLen(raw []byte) int {
	if len(raw) > 1 && raw[1] == raw[0] {
		return 2
	}
	return 1
}

// mysqlUnit undoes \0 \b \n \r \t \Z; \% and \_ stay as they are, and before
// all else a backslash means nothing.
func mysqlUnit(q byte) func(dst, raw []byte) ([]byte, int) {
	return func(dst, raw []byte) ([]byte, int) {
		if raw[0] == q {
			return append(dst, q), doubledLen(raw)
		}
		if len(raw) == 1 {
			return append(dst, '\\'), 1
		}
		c := raw[1]
		switch c {
		case '0':
			c = 0
		case 'b':
			c = '\b'
		case 'n':
			c = '\n'
		case 'r':
			c = '\r'
		case 't':
			c = '\t'
		case 'Z':
			c = 0x1A
		case '%', '_':
			return append(dst, '\\', c), 2
		}
		return append(dst, c), 2
	}
}

func mysqlEscape(dst []byte, b byte) []byte {
	switch b {
	case 0:
		b = '0'
	case '\n':
		b = 'n'
	case '\r':
		b = 'r'
	case 0x1A:
		b = 'Z'
	}
	return append(dst, '\\', b)
}

// copyUnit undoes the escapes of COPY: \b \f \n \r \t \v, octal and hex bytes.
func copyUnit(dst, raw []byte) ([]byte, int) {
	if len(raw) == 1 {
		return append(dst, '\\'), 1
	}
	switch c := raw[1]; c {
	case 'b':
		return append(dst, '\b'), 2
	case 'f':
		return append(dst, '\f'), 2
	case 'n':
		return append(dst, '\n'), 2
	case 'r':
		return append(dst, '\r'), 2
	case 't':
		return append(dst, '\t'), 2
	case 'v':
		return append(dst, '\v'), 2
	case 'x':
		if n := digits(raw[2:], 2, 16); n > 0 {
			return append(dst, number(raw[2:2+n], 16)), 2 + n
		}
		return append(dst, 'x'), 2
	default:
		if n := digits(raw[1:], 3, 8); n > 0 {
			return append(dst, number(raw[1:1+n], 8)), 1 + n
		}
		return append(dst, c), 2
	}
}

func copyEscape(dst []byte, b byte) []byte {
	const controls = "btnvfr" // 08 to 0D
	if b >= '\b' && b <= '\r' {
		b = controls[b-'\b']
	}
	return append(dst, '\\', b)
}

// escapeUnit undoes the escapes of E'…': those of COPY but \v, and \uXXXX,
// \UXXXXXXXX.
func escapeUnit(dst, raw []byte) ([]byte, int) {
	if raw[0] == '\'' {
		return append(dst, '\''), doubledLen(raw)
	}
	if len(raw) > 1 {
		switch raw[1] {
		case 'v':
			return append(dst, 'v'), 2
		case 'u':
			return codePoint(dst, raw, 2, 4)
		case 'U':
			return codePoint(dst, raw, 2, 8)
		}
	}
	return copyUnit(dst, raw)
}

// unicodeUnit undoes \XXXX and \+XXXXXX, and a doubled backslash.
func unicodeUnit(dst, raw []byte) ([]byte, int) {
	switch {
	case raw[0] == '\'':
		return append(dst, '\''), doubledLen(raw)
	case len(raw) > 1 && raw[1] == '\\':
		return append(dst, '\\'), 2
	case len(raw) > 1 && raw[1] == '+':
		return codePoint(dst, raw, 2, 6)
	}
	return codePoint(dst, raw, 1, 4)
}

// unistrUnit is unicodeUnit with \uXXXX and \UXXXXXXXX.
func unistrUnit(dst, raw []byte) ([]byte, int) {
	if raw[0] == '\\' && len(raw) > 1 {
		switch raw[1] {
		case 'u':
			return codePoint(dst, raw, 2, 4)
		case 'U':
			return codePoint(dst, raw, 2, 8)
		}
	}
	return unicodeUnit(dst, raw)
}

// codePoint undoes an escape with n hex digits from raw[at], or two of a pair of
// surrogates. One that is no character becomes a byte that is not UTF-8, so that the
// cell stays.
func codePoint(dst, raw []byte, at, n int) ([]byte, int) {
	if len(raw) < at+n || digits(raw[at:], n, 16) != n {
		return append(dst, 0xFF), 1
	}
	r := hexRune(raw[at : at+n])
	if next := raw[at+n:]; utf16.IsSurrogate(r) && bytes.HasPrefix(next, raw[:at]) && digits(next[at:], n, 16) == n {
		if pair := utf16.DecodeRune(r, hexRune(next[at:at+n])); pair != utf8.RuneError {
			return utf8.AppendRune(dst, pair), 2 * (at + n)
		}
	}
	if !utf8.ValidRune(r) {
		return append(dst, 0xFF), at + n
	}
	return utf8.AppendRune(dst, r), at + n
}

// hexRune is the rune with a number of up to 8 hex digits, -1 for one too large.
func hexRune(digits []byte) rune {
	v, err := strconv.ParseUint(string(digits), 16, 32)
	if err != nil || v > utf8.MaxRune {
		return -1
	}
	return rune(v)
}

// escapeNumber writes r as E'…' and COPY have it, like one of \u00e9, \U000000e9, \xc3
// and \303.
func escapeNumber(dst, like []byte, r rune) []byte {
	switch like[1] {
	case 'u', 'U':
		if like[1] == 'u' && r < 0x10000 {
			return appendHex(append(dst, `\u`...), like, r, 4)
		}
		return appendHex(append(dst, `\U`...), like, r, 8)
	}
	for _, b := range []byte(string(r)) {
		if like[1] == 'x' {
			dst = appendHex(append(dst, `\x`...), like, rune(b), 2)
		} else {
			dst = append(dst, '\\', '0'+b>>6, '0'+b>>3&7, '0'+b&7)
		}
	}
	return dst
}

// unicodeNumber writes r as U&'…' and unistr have it, like one of \00e9, \+0000e9,
// \u00e9 and \U000000e9.
func unicodeNumber(dst, like []byte, r rune) []byte {
	switch c := like[1]; {
	case c == 'U' || c == 'u' && r >= 0x10000:
		return appendHex(append(dst, `\U`...), like, r, 8)
	case c == 'u':
		return appendHex(append(dst, `\u`...), like, r, 4)
	case c == '+' || r >= 0x10000:
		return appendHex(append(dst, `\+`...), like, r, 6)
	}
	return appendHex(append(dst, '\\'), like, r, 4)
}

// appendHex appends n hex digits, capitals if like has such.
func appendHex(dst, like []byte, r rune, n int) []byte {
	hex := "0123456789abcdef"
	if bytes.ContainsAny(like, "ABCDEF") {
		hex = "0123456789ABCDEF"
	}
	for n--; n >= 0; n-- {
		dst = append(dst, hex[r>>(4*n)&15])
	}
	return dst
}

// digits returns how many of the first n bytes are digits of the base.
func digits(b []byte, n, base int) int {
	for i := range min(n, len(b)) {
		if _, err := strconv.ParseUint(string(b[i:i+1]), base, 8); err != nil {
			return i
		}
	}
	return min(n, len(b))
}

// number returns the low byte of digits.
func number(b []byte, base int) byte {
	v, _ := strconv.ParseUint(string(b), base, 16)
	return byte(v)
}
