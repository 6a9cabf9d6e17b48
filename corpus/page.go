package corpus

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/paths"
)

// A page is an encoding that text is written in or read as.
type page struct{ paths.Page }

// Encodings returns the names that may follow ">" in a path, in the order of
// the codecs, then "iso-8859-1" and "raw".
func Encodings() []string {
	var names []string
	for _, c := range codec.All() {
		if c.Name() != paths.Latin1 {
			names = append(names, c.Name())
		}
	}
	return append(names, paths.Latin1, paths.Raw)
}

// An UnencodableError says that a path starts with an encoding that has no
// code for a character of the text.
type UnencodableError struct {
	Encoding string
	Rune     rune
	Offset   int // in bytes of the text
}

// Error names the encoding, the character and its place.
func (e *UnencodableError) Error() string {
	return fmt.Sprintf("corpus: %s has no code for %q (%U) at byte %d", e.Encoding, e.Rune, e.Rune, e.Offset)
}

// encode returns the bytes that text is in this encoding.
func (p page) encode(text string) ([]byte, error) {
	switch {
	case p.Name == paths.UTF8:
		return []byte(text), nil
	case p.Name == paths.CESU8:
		return appendCESU8(nil, text), nil
	case p.Codec == nil:
		return encodeLatin1(text)
	}
	out, taken := p.Codec.AppendEncode(nil, text)
	if taken < len(text) {
		r, _ := utf8.DecodeRuneInString(text[taken:])
		return nil, &UnencodableError{Encoding: p.Name, Rune: r, Offset: taken}
	}
	return out, nil
}

// decode returns the text that b is when read in this encoding, and whether
// all bytes could be read.
func (p page) decode(b []byte) (text string, exact bool) {
	if p.Name == paths.Raw {
		return string(b), true
	}
	if p.Codec == nil {
		var out strings.Builder
		for _, c := range b {
			out.WriteRune(rune(c))
		}
		return out.String(), true
	}
	out, exact := p.Codec.AppendDecode(nil, b)
	return string(out), exact
}

func encodeLatin1(text string) ([]byte, error) {
	var out []byte
	for i, r := range text {
		if r > 0xFF {
			return nil, &UnencodableError{Encoding: paths.Latin1, Rune: r, Offset: i}
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
	if p.Codec == nil {
		return func(rune) bool { return false }
	}
	if !p.Codec.SingleByte() {
		return func(r rune) bool { return r == utf8.RuneError }
	}
	var set []rune
	for b := 0x80; b <= 0xFF; b++ {
		if p.Codec.Undefined(byte(b)) {
			set = append(set, p.Codec.DecodeByte(byte(b)))
		}
	}
	return func(r rune) bool { return slices.Contains(set, r) }
}
