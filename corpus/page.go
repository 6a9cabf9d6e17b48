package corpus

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// Names that mean more than a codec of the same name.
const (
	utf8Name   = "utf-8"
	cesu8Name  = "cesu-8"
	rawName    = "raw"
	latin1Name = "iso-8859-1"
)

// A page is an encoding that text is written in or read as: a codec, or one
// of the few that have none.
type page struct {
	name  string
	codec *codec.Codec // nil for utf-8, cesu-8, raw and iso-8859-1
}

// findPage looks an encoding up by name. The registries of the Web make
// iso-8859-1 a label of windows-1252; glibc, Java and Python do not, and text
// baked by them has C1 controls, so here it is a page of its own.
func findPage(name string) (page, bool) {
	switch n := strings.ToLower(strings.TrimSpace(name)); n {
	case utf8Name, cesu8Name, rawName, latin1Name:
		return page{name: n}, true
	case "utf8":
		return page{name: utf8Name}, true
	default:
		c, ok := codec.Lookup(n)
		if !ok {
			return page{}, false
		}
		return page{name: c.Name(), codec: c}, true
	}
}

// Encodings returns the names that may follow ">" in a path, in the order of
// the codecs, then "iso-8859-1" and "raw".
func Encodings() []string {
	var names []string
	for _, c := range codec.All() {
		if c.Name() != latin1Name {
			names = append(names, c.Name())
		}
	}
	return append(names, latin1Name, rawName)
}

// An UnencodableError says that a path starts with an encoding that has no
// code for a character of the text.
type UnencodableError struct {
	Encoding string
	Rune     rune
	Offset   int // in bytes of the text
}

func (e *UnencodableError) Error() string {
	return fmt.Sprintf("corpus: %s has no code for %q (%U) at byte %d", e.Encoding, e.Rune, e.Rune, e.Offset)
}

// encode returns the bytes that text is in this encoding.
func (p page) encode(text string) ([]byte, error) {
	switch {
	case p.name == utf8Name:
		return []byte(text), nil
	case p.name == cesu8Name:
		return appendCESU8(nil, text), nil
	case p.codec == nil:
		return encodeLatin1(text)
	}
	out, taken := p.codec.AppendEncode(nil, text)
	if taken < len(text) {
		r, _ := utf8.DecodeRuneInString(text[taken:])
		return nil, &UnencodableError{Encoding: p.name, Rune: r, Offset: taken}
	}
	return out, nil
}

// decode returns the text that b is when read in this encoding, and whether
// all bytes could be read.
func (p page) decode(b []byte) (text string, exact bool) {
	if p.name == rawName {
		return string(b), true
	}
	if p.codec == nil {
		var out strings.Builder
		for _, c := range b {
			out.WriteRune(rune(c))
		}
		return out.String(), true
	}
	out, exact := p.codec.AppendDecode(nil, b)
	return string(out), exact
}

func encodeLatin1(text string) ([]byte, error) {
	var out []byte
	for i, r := range text {
		if r > 0xFF {
			return nil, &UnencodableError{Encoding: latin1Name, Rune: r, Offset: i}
		}
		out = append(out, byte(r))
	}
	return out, nil
}

// appendCESU8 writes the characters beyond U+FFFF as two surrogates of three
// bytes each (Unicode Technical Report 26), as Oracle's UTF8 and Java do.
func appendCESU8(dst []byte, text string) []byte {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r < 0x10000 {
			dst = append(dst, text[i:i+n]...)
		} else {
			hi, lo := utf16.EncodeRune(r)
			for _, s := range []rune{hi, lo} {
				dst = append(dst, 0xE0|byte(s>>12), 0x80|byte(s>>6)&0xBF, 0x80|byte(s)&0xBF)
			}
		}
		i += n
	}
	return dst
}

// isUndefined returns a test for the runes that stand for bytes without a
// character in this page: what strict decoders drop or replace. A double-byte page
// has U+FFFD for them already.
func (p page) isUndefined() func(rune) bool {
	if p.codec == nil {
		return func(rune) bool { return false }
	}
	if !p.codec.SingleByte() {
		return func(r rune) bool { return r == utf8.RuneError }
	}
	var set []rune
	for b := 0x80; b <= 0xFF; b++ {
		if p.codec.Undefined(byte(b)) {
			set = append(set, p.codec.DecodeByte(byte(b)))
		}
	}
	return func(r rune) bool { return slices.Contains(set, r) }
}
