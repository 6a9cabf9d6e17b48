// Package codec has the byte-to-rune tables of the legacy encodings that text
// gets wrongly decoded with.
//
// Every codec here is sloppy on purpose: bytes that the standard leaves
// undefined decode to the C1 control of the same value, as browsers and
// MySQL's latin1 do, so that damage through it can be undone.
package codec

// An ID numbers a codec. IDs are dense, stable within one build, and index
// into [All]. Single-byte codecs come first; there are at most 64 codecs.
type ID uint8

// A Codec is one legacy encoding. Codecs are made by this package only, never
// change, and are safe for many goroutines.
type Codec struct {
	id      ID
	name    string
	aliases []string
	high    *[128]rune // what bytes 80..FF decode to; nil for double-byte codecs
}

// All returns all codecs in the order of their IDs. The slice must not be changed.
func All() []*Codec { return nil }

// Lookup finds a codec by its WHATWG or IANA name or an alias, ignoring case.
func Lookup(name string) (*Codec, bool) { return nil, false }

// Nearest returns the names, at most n, that are closest to a misspelt one.
func Nearest(name string, n int) []string { return nil }

// ID returns the codec's number.
func (c *Codec) ID() ID { return c.id }

// Name returns the canonical name in lower case, such as "windows-1252".
func (c *Codec) Name() string { return c.name }

// Aliases returns the other names that Lookup knows.
func (c *Codec) Aliases() []string { return c.aliases }

// SingleByte tells whether each byte stands for one rune.
func (c *Codec) SingleByte() bool { return c.high != nil }

// DecodeByte returns the rune that byte b stands for in a single-byte codec.
func (c *Codec) DecodeByte(b byte) rune { return rune(b) }

// EncodeRune returns the byte that decodes to r in a single-byte codec.
func (c *Codec) EncodeRune(r rune) (b byte, ok bool) { return 0, false }

// AppendDecode appends to dst the text, as UTF-8, that src is in this codec.
// Bytes that no rune stands for become U+FFFD in double-byte codecs, as in
// WHATWG's decoders, an ASCII byte after a bad lead being kept; lossless tells
// whether there were none.
func (c *Codec) AppendDecode(dst, src []byte) (out []byte, lossless bool) { return dst, false }

// AppendEncode appends to dst the bytes that text is in this codec. At the
// first rune that the codec cannot encode it stops and returns the bytes of
// text that were taken.
func (c *Codec) AppendEncode(dst []byte, text string) (out []byte, taken int) { return dst, 0 }
