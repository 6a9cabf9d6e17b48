package dump

import "bytes"

// A dialect is how a file of fields writes them.
type dialect struct {
	comma byte
	// quotes is set where a field that starts with a quote ends with one.
	quotes bool
	// backslash is set where a backslash takes the meaning of the next byte
	// away, as in what MySQL's OUTFILE and PostgreSQL's COPY write; \N is
	// NULL there.
	backslash bool
	plain     *spelling // of fields without quotes
	quoted    *spelling
}

// newDialect puts the spellings in place.
func newDialect(comma byte, quotes, backslash bool) *dialect {
	d := &dialect{comma: comma, quotes: quotes, backslash: backslash}
	switch {
	case backslash:
		d.plain, d.quoted = escapedField(string(comma)), escapedField(`"`)
	default:
		d.plain, d.quoted = bareField(d), doubledField
	}
	return d
}

// doubledField is the inside of quotes by RFC 4180: a quote is written twice.
var doubledField = newSpelling(`"`, `"`,
	func(dst, raw []byte) ([]byte, int) { return append(dst, '"'), 1 + len(raw[1:min(2, len(raw))]) },
	func(dst []byte, b byte) []byte { return append(dst, '"', b) })

// bareField is a field without quotes and escapes. If its repair brings in what
// needs quotes, it gets them.
func bareField(d *dialect) *spelling {
	s := newSpelling("", "", nil, nil)
	s.wrap = func(was, raw []byte) []byte {
		quote := []byte{'"'}
		ends := bytes.ContainsAny(raw, "\r\n"+string(d.comma))
		if !d.quotes || bytes.HasPrefix(was, quote) || !ends && bytes.Count(raw, quote) <= bytes.Count(was, quote) {
			return raw
		}
		return append(doubledField.append(quote, string(raw)), '"')
	}
	return s
}

// escapedField is a field with backslashes, in or out of quotes. Both servers
// understand what we write; what they write is read by the union of their
// rules, of which none contradicts the other for text.
func escapedField(ends string) *spelling {
	return newSpelling(`\`, "\\\t\n\r\x00"+ends, unescapeField, func(dst []byte, b byte) []byte {
		switch b {
		case '\t':
			b = 't'
		case '\n':
			b = 'n'
		case '\r':
			b = 'r'
		case 0:
			b = '0'
		}
		return append(dst, '\\', b)
	})
}

// unescapeField undoes a backslash: https://dev.mysql.com/doc/refman/8.0/en/load-data.html
// and https://www.postgresql.org/docs/current/sql-copy.html, "Text Format".
func unescapeField(dst, raw []byte) ([]byte, int) {
	if len(raw) < 2 {
		return append(dst, '\\'), 1
	}
	b := raw[1]
	switch b {
	case '0':
		b = 0
	case 'b':
		b = '\b'
	case 'f':
		b = '\f'
	case 'n':
		b = '\n'
	case 'r':
		b = '\r'
	case 't':
		b = '\t'
	case 'v':
		b = '\v'
	case 'Z':
		b = 0x1A
	}
	return append(dst, b), 2
}
