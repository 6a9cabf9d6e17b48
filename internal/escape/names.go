package escape

import (
	"html"
	"strings"
	"sync"
	"unicode/utf8"
)

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

// Names returns the names that HTML 4 has for the runes of the Western pages. The map
// must not be changed.
var Names = sync.OnceValue(func() map[rune]string {
	names := map[rune]string{}
	for _, n := range strings.Fields(html4Names) {
		r, _ := utf8.DecodeRuneInString(html.UnescapeString("&" + n + ";"))
		names[r] = n
	}
	return names
})

// runes are the runes of Names by name.
var runes = sync.OnceValue(func() map[string]rune {
	out := map[string]rune{}
	for r, n := range Names() {
		out[n] = r
	}
	return out
})
