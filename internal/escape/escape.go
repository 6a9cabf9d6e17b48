// Package escape reads and writes runes beyond ASCII that are written in ASCII:
// \u00e9 in JSON, &eacute; &#233; &#xE9; in HTML, %C3%A9 in URLs. [Read] takes one, and
// the [Form] that it returns writes another rune alike.
package escape

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// A Form is how a rune is escaped.
type Form uint8

// Forms of escapes.
const (
	None    Form = iota
	JSON         // \u00c3, behind one backslash or more: each level of quoting doubles them
	Name         // &Atilde;
	Number       // &#195;
	Hex          // &#xC3;
	Percent      // %C3%83

	capitals Form = 1 << 7 // digits beyond 9 are capitals
)

// maxSlashes bounds the backslashes of an escape.
const maxSlashes = 8

// Signs begin escapes.
const Signs = "\\&%"

// Read reads an escape at the start of s: the rune, how many bytes it takes, and its
// form; 0 bytes if there is none of a rune beyond ASCII. It allocates nothing.
func Read[T string | []byte](s T) (r rune, n int, form Form) {
	if r, n = Rune(s); n == 0 {
		return 0, 0, None
	}
	switch {
	case s[0] == '\\':
		form = JSON
	case s[0] == '%':
		form = Percent
	case s[1] != '#':
		return r, n, Name
	case s[2]|0x20 == 'x':
		form = Hex
	default:
		return r, n, Number
	}
	for i := range n {
		if 'A' <= s[i] && s[i] <= 'F' {
			form |= capitals
		}
	}
	return r, n, form
}

// Rune is Read without the form.
func Rune[T string | []byte](s T) (r rune, n int) {
	switch s[0] {
	case '\\':
		r, n = readJSON(s)
	case '&':
		r, n = readReference(s)
	case '%':
		r, n = readPercent(s)
	}
	if n == 0 || r < utf8.RuneSelf || r >= 0xD800 && r < 0xE000 || r > utf8.MaxRune {
		return 0, 0
	}
	return r, n
}

// Text returns s with its escapes read.
func Text(s string) string {
	if !strings.ContainsAny(s, Signs) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if strings.IndexByte(Signs, s[i]) >= 0 {
			if r, n, _ := Read(s[i:]); n > 0 {
				b.WriteRune(r)
				i += n
				continue
			}
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

func readJSON[T string | []byte](s T) (rune, int) {
	slashes := 0
	for slashes < len(s) && s[slashes] == '\\' {
		slashes++
	}
	if slashes > maxSlashes || slashes&(slashes-1) != 0 {
		return 0, 0
	}
	unit := slashes + 5 // of one half of UTF-16
	high, ok := readUnit(s, slashes)
	if !ok {
		return 0, 0
	}
	if !utf16.IsSurrogate(high) {
		return high, unit
	}
	if len(s) < 2*unit || string(s[unit:unit+slashes+1]) != string(s[:slashes+1]) {
		return 0, 0
	}
	low, ok := readUnit(s[unit:], slashes)
	if r := utf16.DecodeRune(high, low); ok && r != utf8.RuneError {
		return r, 2 * unit
	}
	return 0, 0
}

// readUnit reads "uXXXX" behind the backslashes of s.
func readUnit[T string | []byte](s T, slashes int) (rune, bool) {
	if len(s) < slashes+5 || s[slashes] != 'u' {
		return 0, false
	}
	i := slashes + 1
	a, b, c, d := digitOf[s[i]], digitOf[s[i+1]], digitOf[s[i+2]], digitOf[s[i+3]]
	return rune(a)<<12 | rune(b)<<8 | rune(c)<<4 | rune(d), a|b|c|d < noDigit
}

// digitOf are hexadecimal digits by what is written, noDigit for what is none.
var digitOf = func() (list [1 << 8]uint8) {
	for c := range list {
		list[c] = noDigit
	}
	for i, c := range []byte("0123456789abcdef") {
		list[c] = uint8(i)
	}
	for i, c := range []byte("ABCDEF") {
		list[c] = uint8(10 + i)
	}
	return list
}()

const noDigit = 1 << 4

// digits reads hexadecimal digits.
func digits[T string | []byte](s T) (r rune, ok bool) {
	for i := 0; i < len(s); i++ {
		d := digitOf[s[i]]
		if d == noDigit {
			return 0, false
		}
		r = r<<4 | rune(d)
	}
	return r, len(s) > 0
}

// maxReference is the length of the longest reference that is read, "&" and ";" included.
const maxReference = 14

func readReference[T string | []byte](s T) (rune, int) {
	end := 1
	for end < len(s) && end < maxReference && (isAlnum(s[end]) || s[end] == '#') {
		end++
	}
	if end < 3 || end == len(s) || s[end] != ';' {
		return 0, 0
	}
	if s[1] != '#' {
		return runes()[string(s[1:end])], end + 1
	}
	if s[2]|0x20 == 'x' {
		r, ok := digits(s[3:end])
		if !ok {
			return 0, 0
		}
		return r, end + 1
	}
	r := rune(0)
	for i := 2; i < end; i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, 0
		}
		r = r*10 + rune(s[i]-'0')
	}
	return r, end + 1
}

func isAlnum(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z' }

func readPercent[T string | []byte](s T) (rune, int) {
	var b [utf8.UTFMax]byte
	n := 0
	for n < len(b) && len(s) >= 3*n+3 && s[3*n] == '%' {
		x, ok := digits(s[3*n+1 : 3*n+3])
		if !ok {
			break
		}
		b[n] = byte(x)
		n++
	}
	r, size := utf8.DecodeRune(b[:n])
	if size < 2 {
		return 0, 0
	}
	return r, 3 * size
}

// Beside tells whether what writes r as an escape of form f leaves another rune beyond ASCII as it is: what does not print is
// escaped by itself, names are written for what has one, and numbers for what ISO-8859-1 lacks.
func (f Form) Beside(r, other rune) bool {
	if !unicode.IsPrint(r) {
		return true
	}
	switch f &^ capitals {
	case Name:
		_, named := Names()[other]
		return !named
	case Number, Hex:
		return r > 0xFF && other <= 0xFF
	}
	return false
}

// As returns f with the digits of other, small or capital, if source, an escape of form f, has none that tells.
func (f Form) As(other Form, source string) Form {
	if f == Name || f == Number || strings.ContainsAny(strings.TrimLeft(source, "\\u&#xX"), "abcdef") {
		return f
	}
	return f | other&capitals
}

// Append appends a rune as source, an escape of this form, is written: names where HTML 4
// has one for the rune, capital digits, as many backslashes. ASCII is not escaped.
func (f Form) Append(b []byte, r rune, source string) []byte {
	if r < utf8.RuneSelf {
		return append(b, byte(r))
	}
	four, two, any := "%04x", "%%%02x", "%x;"
	if f&capitals != 0 {
		four, two, any = "%04X", "%%%02X", "%X;"
	}
	switch f &^ capitals {
	case JSON:
		prefix := source[:strings.IndexByte(source, 'u')+1]
		units := utf16.AppendRune(nil, r)
		for _, u := range units {
			b = fmt.Appendf(append(b, prefix...), four, u)
		}
		return b
	case Name:
		if name, ok := Names()[r]; ok {
			return append(append(append(b, '&'), name...), ';')
		}
		return fmt.Appendf(b, "&#%d;", r)
	case Number:
		return fmt.Appendf(b, "&#%d;", r)
	case Hex:
		return fmt.Appendf(append(b, source[:3]...), any, r)
	case Percent:
		for _, c := range []byte(string(r)) {
			b = fmt.Appendf(b, two, c)
		}
		return b
	}
	return utf8.AppendRune(b, r)
}
