// Package codec has the byte-to-rune tables of the legacy encodings that text
// gets wrongly decoded with. Call [Lookup] for a codec by its name, [All] for
// the list; [RolesOf] tells in which codecs a rune leads or trails a UTF-8
// sequence.
//
// # Sloppy on purpose
//
// Every single-byte codec decodes all 256 bytes, each to a rune of its own,
// so that damage through it can be undone. Bytes that the standard leaves
// undefined decode so:
//
//   - 80..9F to the C1 control of the same value, as WHATWG's windows pages,
//     browsers and MySQL's latin1 do;
//   - A0..FF, where browsers give U+FFFD and lose the byte, to U+F780 plus the
//     byte, which is how WHATWG's x-user-defined keeps bytes apart. These are
//     private-use runes: no repair may end in one.
//
// Encoding is wider than decoding: some bytes were decoded differently by
// different programs, and all such runes encode to the byte. Thus U+0092 and
// U+2019 are both byte 92 of windows-1252, which so serves as ISO-8859-1, too,
// and decoding what was encoded may give the other one of the two.
//
// Bytes 00..7F are ASCII in every codec, also where a standard differs in
// one or two places (Shift_JIS's yen sign, IBM864's percent sign).
package codec

import "unicode/utf8"

// An ID numbers a codec. IDs are dense, stable within one build, and index
// into [All]. Single-byte codecs come first; there are at most 64 codecs.
type ID uint8

// Codec returns the codec that the ID numbers.
func (id ID) Codec() *Codec { return &codecs[id] }

// Set returns the set of codecs, as in [Roles], that holds this one alone.
func (id ID) Set() uint64 { return 1 << id }

//go:generate go run ./gen

// A Codec is one legacy encoding. Codecs are made by this package only, never
// change, and are safe for many goroutines.
type Codec struct {
	id      ID
	name    string
	aliases []string
	high    *[128]rune  // what bytes 80..FF decode to; nil for double-byte codecs
	double  *doubleByte // nil for single-byte codecs
}

var all = func() (list []*Codec) {
	for i := range codecs {
		list = append(list, &codecs[i])
	}
	return list
}()

// All returns all codecs in the order of their IDs. The slice must not be changed.
func All() []*Codec { return all }

// ID returns the codec's number.
func (c *Codec) ID() ID { return c.id }

// Name returns the canonical name in lower case, such as "windows-1252":
// WHATWG's where it has the encoding, else IANA's, else Microsoft's.
func (c *Codec) Name() string { return c.name }

// Aliases returns the other names that Lookup knows: WHATWG's labels, IANA's
// aliases, and what databases and iconv call the encoding. The slice must not
// be changed.
func (c *Codec) Aliases() []string { return c.aliases }

// SingleByte tells whether each byte stands for one rune.
func (c *Codec) SingleByte() bool { return c.high != nil }

// Undefined tells whether the standard leaves byte b without a rune. Programs
// that are not sloppy drop or replace such bytes when they decode. In
// double-byte codecs no byte is undefined by itself.
func (c *Codec) Undefined(b byte) bool {
	if c.high == nil || b < 0x80 {
		return false
	}
	switch r := c.high[b-0x80]; {
	case r == undefinedBase+rune(b):
		return true
	case c.isISO(): // there the C1 controls are the standard's own
		return false
	default:
		return r == rune(b) && b <= 0x9f
	}
}

// undefinedBase plus an undefined byte A0..FF is the rune that it decodes to.
const undefinedBase = 0xf780

func (c *Codec) isISO() bool     { return ISO8859x2 <= c.id && c.id <= ISO8859x16 }
func (c *Codec) isWindows() bool { return c.id <= Windows874 }

// DecodeByte returns the rune that byte b stands for in a single-byte codec.
// In a double-byte codec it is U+FFFD for bytes that are not ASCII.
func (c *Codec) DecodeByte(b byte) rune {
	if b < 0x80 {
		return rune(b)
	}
	if c.high == nil {
		return utf8.RuneError
	}
	return c.high[b-0x80]
}

// EncodeRune returns the byte that decodes to r, or that r is another decoding
// of, in a single-byte codec. In a double-byte codec only ASCII is ok.
func (c *Codec) EncodeRune(r rune) (b byte, ok bool) { return ByteOf(c.id, r) }

// AppendDecode appends to dst the text, as UTF-8, that src is in this codec.
// Bytes that no rune stands for become U+FFFD in double-byte codecs, as in
// WHATWG's decoders, an ASCII byte after a bad lead being kept; lossless tells
// whether there were none.
func (c *Codec) AppendDecode(dst, src []byte) (out []byte, lossless bool) {
	if c.double != nil {
		return c.double.appendDecode(dst, src)
	}
	for _, b := range src {
		dst = utf8.AppendRune(dst, c.DecodeByte(b))
	}
	return dst, true
}

// AppendEncode appends to dst the bytes that text is in this codec. At the
// first rune that the codec cannot encode, or byte that is not UTF-8, it stops
// and returns the bytes of text that were taken.
func (c *Codec) AppendEncode(dst []byte, text string) (out []byte, taken int) {
	if c.double != nil {
		return c.double.appendEncode(dst, text)
	}
	for i, r := range text { // what is not UTF-8 comes as U+FFFD, which no codec has
		b, ok := ByteOf(c.id, r)
		if !ok {
			return dst, i
		}
		dst = append(dst, b)
	}
	return dst, len(text)
}
