package corpus

import (
	"fmt"
	"html"
	"strings"
	"sync"
	"unicode/utf16"
	"unicode/utf8"
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
	names := entityNames()
	return escapeWith(text, func(r rune) string {
		if name, ok := names[r]; ok {
			return "&" + name + ";"
		}
		return fmt.Sprintf("&#%d;", r)
	})
}

// html4Names are the entity names of HTML 4.01, section 24, for characters
// that the Western pages have; what they stand for is asked of package html.
const html4Names = `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr
	deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest
	Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
	ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig
	agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml
	eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
	OElig oelig Scaron scaron Yuml fnof circ tilde ndash mdash lsquo rsquo sbquo ldquo rdquo bdquo
	dagger Dagger bull hellip permil lsaquo rsaquo euro trade`

var entityNames = sync.OnceValue(func() map[rune]string {
	names := map[rune]string{}
	for _, n := range strings.Fields(html4Names) {
		r, _ := utf8.DecodeRuneInString(html.UnescapeString("&" + n + ";"))
		names[r] = n
	}
	return names
})
