package corpus

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/escape"
)

// escapeWith writes every rune beyond ASCII by f. Bytes that are not UTF-8
// stay.
func escapeWith(text string, f func(r rune) string) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r < utf8.RuneSelf || (r == utf8.RuneError && n == 1) {
			b.WriteString(text[i : i+n])
		} else {
			b.WriteString(f(r))
		}
		i += n
	}
	return b.String()
}

func jsonEscape(text string) string {
	return escapeWith(text, func(r rune) string {
		if r < 0x10000 {
			return fmt.Sprintf(`\u%04x`, r)
		}
		hi, lo := utf16.EncodeRune(r)
		return fmt.Sprintf(`\u%04x\u%04x`, hi, lo)
	})
}

func hexEscape(text string) string {
	return escapeWith(text, func(r rune) string {
		switch {
		case r <= 0xFF:
			return fmt.Sprintf(`\x%02x`, r)
		case r < 0x10000:
			return fmt.Sprintf(`\u%04x`, r)
		}
		return fmt.Sprintf(`\U%08x`, r)
	})
}

func percentEscape(text string) string {
	return escapeWith(text, func(r rune) string {
		var b strings.Builder
		for _, c := range []byte(string(r)) {
			fmt.Fprintf(&b, "%%%02X", c)
		}
		return b.String()
	})
}

func htmlEntities(text string) string {
	names := escape.Names()
	return escapeWith(text, func(r rune) string {
		if name, ok := names[r]; ok {
			return "&" + name + ";"
		}
		return fmt.Sprintf("&#%d;", r)
	})
}

func htmlNumbers(text string) string {
	return escapeWith(text, func(r rune) string { return fmt.Sprintf("&#%d;", r) })
}
