// Package tidy changes text in ways that have nothing to do with damage, for those who
// ask for it: quotes, ligatures, widths, line ends and the like.
//
// Call [New] with the names of what is to be done, then [Tidier.String] for a value, or
// [Tidier.NewWriter] for a stream of lines. Bytes that are not UTF-8 stay.
package tidy

import (
	"fmt"
	"html"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// Names are what can be asked for. What would be put stands as it is where it might mean something:
// in tags, in code, and in lines and values that look like data, see page.go.
//
//   - quotes: curly quotation marks and apostrophes become straight;
//   - entities: references of HTML become what they stand for, but those to signs of ASCII,
//     such as < & " and |, which markup needs;
//   - controls: controls that text has no use for are dropped, and marks of byte order but
//     for that at the start of a file; not those from U+0080 to U+009F, which may be damage;
//   - ligatures: ﬁ becomes fi, ǆ dž, ŉ 'n;
//   - width: full-width and half-width forms become the usual ones, but those of < > & and other
//     signs that markup and programs read;
//   - newlines: CR LF, CR, NEL, and the separators of lines and paragraphs become LF;
//   - nfc: combining marks are composed, Unicode's normal form C.
var Names = []string{"quotes", "entities", "controls", "ligatures", "width", "newlines", "nfc"}

// A Tidier does what its names say. It never changes and is safe for many goroutines.
type Tidier struct {
	quotes, entities, controls, ligatures, width, newlines, nfc bool
}

// New returns a Tidier that does what names say, in an order of its own. An error
// names what is not known.
func New(names ...string) (*Tidier, error) {
	t := &Tidier{}
	switches := [...]*bool{&t.quotes, &t.entities, &t.controls, &t.ligatures, &t.width, &t.newlines, &t.nfc} // as Names
	for _, name := range names {
		i := slices.Index(Names, strings.ToLower(strings.TrimSpace(name)))
		if i < 0 {
			return nil, fmt.Errorf("tidy: nothing is called %q", name)
		}
		*switches[i] = true
	}
	return t, nil
}

// String returns s tidied; s itself if there is nothing to do.
func (t *Tidier) String(s string) string {
	out, _ := t.Tidy(s)
	return out
}

// Tidy is [Tidier.String], and tells whether something was left since it stands where what would
// be put might mean something.
func (t *Tidier) Tidy(s string) (out string, left bool) {
	if !t.hasWork(s) {
		return s, false
	}
	p := page{t: t}
	out = p.text(s)
	return out, p.left
}

// hasWork tells whether there may be something to do in s.
func (t *Tidier) hasWork(s string) bool {
	if t.entities && strings.IndexByte(s, '&') >= 0 || t.nfc && !norm.NFC.IsNormalString(s) {
		return true
	}
	for i, r := range s {
		if r < utf8.RuneSelf && r >= ' ' && s[i] != 0x7F {
			continue
		}
		if to, ok := t.rune(r); !ok || to != "" {
			return true
		}
	}
	return false
}

// tidy does what may be done in a place.
func (p *page) tidy(x segment) string {
	t, s := p.t, x.text
	if !t.hasWork(s) {
		return s
	}
	if t.entities {
		if out := unescape(s); x.place != verbatim {
			s = out
		} else {
			p.left = p.left || out != s
		}
	}
	s = p.runes(s, x.place)
	if !t.nfc || norm.NFC.IsNormalString(s) {
		return s
	}
	out := norm.NFC.String(s)
	if x.place != prose && signs(out) != signs(s) {
		p.left = true
		return s
	}
	return out
}

// runes replaces runes.
func (p *page) runes(s string, at place) string {
	var b strings.Builder
	done := 0
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		to, keep := p.t.rune(r)
		if r == utf8.RuneError && n == 1 || keep && to == "" {
			i += n
			continue
		}
		if keep && r != '\r' && (at == verbatim || at == syntax && signs(to) != "") {
			p.left = true
			i += n
			continue
		}
		if r == '\r' && strings.HasPrefix(s[i+n:], "\n") {
			n++
		}
		b.WriteString(s[done:i])
		b.WriteString(to)
		i += n
		done = i
	}
	return b.String() + s[done:]
}

// signs returns what s has of ASCII but letters and digits.
func signs(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= utf8.RuneSelf || isWord(r) {
			return -1
		}
		return r
	}, s)
}

// rune returns what a rune becomes, "" if it stays; not keep means that it is dropped.
func (t *Tidier) rune(r rune) (to string, keep bool) {
	if r < utf8.RuneSelf {
		switch {
		case r == '\r' && t.newlines:
			return "\n", true
		case t.controls && (r < ' ' && strings.IndexByte("\t\n\f\r", byte(r)) < 0 || r == 0x7F):
			return "", false
		}
		return "", true
	}
	switch {
	case t.newlines && (r == 0x85 || r == 0x2028 || r == 0x2029):
		return "\n", true
	case t.controls && (0x206A <= r && r <= 0x206F || r == 0xFEFF || 0xFFF9 <= r && r <= 0xFFFB):
		return "", false
	case t.quotes && (0x2018 <= r && r <= 0x201B || r == 0x02BC):
		return "'", true
	case t.quotes && 0x201C <= r && r <= 0x201F:
		return `"`, true
	case t.ligatures && ligatures[r] != "":
		return ligatures[r], true
	case t.width && (0xFF00 <= r && r <= 0xFFEF || r == 0x3000):
		if f := width.LookupRune(r).Folded(); f != 0 && (f >= utf8.RuneSelf || strings.IndexByte(kept, byte(f)) < 0) {
			return string(f), true
		}
	}
	return "", true
}

// kept are signs whose wide forms stay: "＜b＞" is no tag, and must not become one.
const kept = "<>&\\`{}|$@#*_^=~"

// mark returns the straight quotation mark that a rune becomes; "" for other runes.
func (t *Tidier) mark(r rune) string {
	if to, _ := t.rune(r); to == "'" || to == `"` {
		return to
	}
	return ""
}

// ligatures are letters that stand for several, by reason of type and not of spelling.
var ligatures = map[rune]string{
	'Ĳ': "IJ", 'ĳ': "ij", 'ŉ': "'n", 'Ǆ': "DŽ", 'ǅ': "Dž", 'ǆ': "dž", 'Ǉ': "LJ", 'ǈ': "Lj", 'ǉ': "lj", 'Ǌ': "NJ", 'ǋ': "Nj", 'ǌ': "nj",
	'Ǳ': "DZ", 'ǲ': "Dz", 'ǳ': "dz", 'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st",
}

// maxEntity, in bytes, is the length of the longest reference:
// &CounterClockwiseContourIntegral;
const maxEntity = 33

// unescape undoes references, but those to signs of ASCII and to what ends lines, which someone had a
// reason to write so.
func unescape(s string) string {
	var b strings.Builder
	done := 0
	for i := 0; i < len(s); {
		k := strings.IndexByte(s[i:], '&')
		if k < 0 {
			break
		}
		i += k
		n := strings.IndexByte(s[i:min(len(s), i+maxEntity)], ';') + 1
		text := html.UnescapeString(s[i : i+n])
		if n < len("&x;") || text == s[i:i+n] || signs(text) != "" || strings.ContainsAny(text, "\u0085\u2028\u2029") {
			i++
			continue
		}
		b.WriteString(s[done:i])
		b.WriteString(text)
		i += n
		done = i
	}
	return b.String() + s[done:]
}
