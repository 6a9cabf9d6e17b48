// Package escape reads and writes runes beyond ASCII that are written in ASCII:
// \u00e9 in JSON, &eacute; &#233; &#xE9; in HTML, %C3%A9 in URLs. [Read] takes one, and
// the [Form] that it returns writes another rune alike.
package escape

import (
	"fmt"
	"strings"
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
	switch s[0] {
	case '\\':
		r, n = readJSON(s)
		form = JSON
	case '&':
		r, n, form = readReference(s)
	case '%':
		r, n = readPercent(s)
		form = Percent
	}
	if n == 0 || r < utf8.RuneSelf || r >= 0xD800 && r < 0xE000 || r > utf8.MaxRune {
		return 0, 0, None
	}
	if form != Name {
		for i := 0; i < n; i++ {
			if 'A' <= s[i] && s[i] <= 'F' {
				form |= capitals
			}
		}
	}
	return r, n, form
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
	if !ok || !utf16.IsSurrogate(high) {
		return high, unit
	}
	if len(s) < 2*unit || string(s[unit:unit+slashes+1]) != string(s[:slashes+1]) {
		return 0, 0
	}
	low, _ := readUnit(s[unit:], slashes)
	if r := utf16.DecodeRune(high, low); r != utf8.RuneError {
		return r, 2 * unit
	}
	return 0, 0
}

// readUnit reads "uXXXX" behind the backslashes of s.
func readUnit[T string | []byte](s T, slashes int) (rune, bool) {
	if len(s) < slashes+5 || s[slashes] != 'u' {
		return 0, false
	}
	return digits(s[slashes+1 : slashes+5])
}

// digits reads hexadecimal digits.
func digits[T string | []byte](s T) (r rune, ok bool) {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			r = r<<4 | rune(c-'0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return r, len(s) > 0
}

// maxReference is the length of the longest reference that is read, "&" and ";" included.
const maxReference = 10

func readReference[T string | []byte](s T) (rune, int, Form) {
	end := 1
	for end < len(s) && end < maxReference && s[end] != ';' {
		end++
	}
	if end < 3 || end == len(s) || s[end] != ';' {
		return 0, 0, None
	}
	if s[1] != '#' {
		return runes()[string(s[1:end])], end + 1, Name
	}
	if s[2]|0x20 == 'x' {
		r, ok := digits(s[3:end])
		if !ok {
			return 0, 0, None
		}
		return r, end + 1, Hex
	}
	r := rune(0)
	for i := 2; i < end; i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, 0, None
		}
		r = r*10 + rune(s[i]-'0')
	}
	return r, end + 1, Number
}

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
