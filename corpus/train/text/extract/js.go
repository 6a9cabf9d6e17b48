package extract

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// identifier matches strings of code that are no text: keys, paths, module
// names, codes of colours.
var identifier = regexp.MustCompile(`^(?:[a-z]+(?:[A-Z_./:-]+[A-Za-z0-9]*)+|[./@#][\w./-]*|use strict|survey-core|[a-z]{2,3}[-_][A-Z]{2})$`)

// jsStrings reads the string literals of a JavaScript file of translations.
// Object keys and strings that are code are left out. A literal followed by
// .split("x") is a packed list and gives its parts.
func jsStrings(data []byte, emit emitter) error {
	src := string(data)
	for i := 0; i < len(src); {
		switch c := src[i]; {
		case c == '/' && strings.HasPrefix(src[i:], "//"):
			i += lineLen(src[i:])
		case c == '/' && strings.HasPrefix(src[i:], "/*"):
			i += commentLen(src[i:])
		case c == '\'' || c == '"' || c == '`':
			text, n := literal(src[i:])
			i += n
			emitLiteral(text, src[i:], emit)
		default:
			i++
		}
	}
	return nil
}

// emitLiteral gives the text of a literal, or the parts of a packed list,
// unless what follows says that it is a key.
func emitLiteral(text, after string, emit emitter) {
	after = strings.TrimLeft(after, " \t\r\n")
	if strings.HasPrefix(after, ":") || strings.HasPrefix(after, "]") && strings.HasPrefix(strings.TrimLeft(after[1:], " "), "=") {
		return
	}
	parts := []string{text}
	if sep, ok := strings.CutPrefix(after, ".split("); ok {
		if by, n := literal(sep); n > 1 && by != "" {
			parts = strings.Split(text, by)
		}
	}
	for _, p := range parts {
		if !identifier.MatchString(p) && !strings.Contains(p, "{{") {
			emit("", "", p)
		}
	}
}

func lineLen(s string) int {
	if n := strings.IndexByte(s, '\n'); n >= 0 {
		return n + 1
	}
	return len(s)
}

func commentLen(s string) int {
	if n := strings.Index(s, "*/"); n >= 0 {
		return n + 2
	}
	return len(s)
}

// literal reads the string literal that s begins with. It returns its value
// and its length with quotes. An open literal ends with s; ${…} is kept as it
// is spelled.
func literal(s string) (value string, n int) {
	if s == "" || !strings.ContainsRune("'\"`", rune(s[0])) {
		return "", 0
	}
	var b strings.Builder
	for i := 1; i < len(s); {
		switch c := s[i]; c {
		case s[0]:
			return b.String(), i + 1
		case '\\':
			r, w := escape(s[i:])
			i += w
			if r >= 0xd800 && r < 0xdc00 {
				if low, w := escape(s[i:]); low >= 0xdc00 && low < 0xe000 {
					r = (r-0xd800)<<10 + (low - 0xdc00) + 0x10000
					i += w
				}
			}
			if r >= 0 {
				b.WriteRune(r)
			}
		default:
			b.WriteByte(c)
			i++
		}
	}
	return b.String(), len(s)
}

// escape reads the escape sequence that s begins with. It returns -1 for one
// that stands for nothing (a backslash before a line end) or is not one.
func escape(s string) (r rune, n int) {
	if len(s) < 2 || s[0] != '\\' {
		return -1, min(1, len(s))
	}
	hex := func(from, to int) (rune, int) {
		if to > len(s) {
			return -1, len(s)
		}
		v, err := strconv.ParseUint(s[from:to], 16, 32)
		if err != nil {
			return -1, 2
		}
		return rune(v), to
	}
	switch s[1] {
	case 'n', 'r':
		return '\n', 2
	case 't', 'b', 'f', 'v':
		return ' ', 2
	case 'x':
		return hex(2, 4)
	case 'u':
		if end := strings.IndexByte(s, '}'); len(s) > 2 && s[2] == '{' && end > 0 {
			r, _ := hex(3, end)
			return r, end + 1
		}
		return hex(2, 6)
	case '\n':
		return -1, 2
	}
	r, w := utf8.DecodeRuneInString(s[1:])
	return r, 1 + w
}
