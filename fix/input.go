package fix

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/cells"
	"github.com/unbake/unbake/internal/codec"
)

// A form is what the bytes of an input are: UTF-8, UTF-16, a legacy encoding
// that the user named, or no text.
type form struct {
	known  bool // false until the first bytes were seen
	named  bool // by InputEncoding: output is UTF-8
	auto   bool // cells that are not UTF-8 are decoded
	binary bool
	order  byteOrder    // of UTF-16
	codec  *codec.Codec // of named input
}

// formOf returns the form that InputEncoding(name) asks for. The name was
// checked by checkInput.
func formOf(name string) form {
	switch name = strings.ToLower(name); name {
	case "", "utf-8", "utf8":
		return form{}
	case "auto":
		return form{auto: true}
	case "utf-16", "utf16":
		return form{named: true}
	case "utf-16le", "utf16le":
		return form{named: true, order: littleEndian}
	case "utf-16be", "utf16be":
		return form{named: true, order: bigEndian}
	}
	c, _ := codec.Lookup(name)
	return form{known: true, named: true, codec: c}
}

// checkInput returns an error, with the nearest names, when name is nothing
// that [InputEncoding] knows.
func checkInput(name string) error {
	if f := formOf(name); !f.known || f.codec != nil {
		return nil
	}
	return unknownEncoding("InputEncoding", name)
}

// wide tells whether the input is UTF-16.
func (f *form) wide() bool { return f.order != noOrder }

// utf32Mark is the byte order mark of UTF-32, least significant byte first. It starts as that
// of UTF-16 does; that of the other order starts with a NUL, as no text does.
const utf32Mark = "\xff\xfe\x00\x00"

// sniff decides the form by the byte order mark and returns its length in
// bytes, or says that it needs to see more than b.
func (f *form) sniff(b []byte, final bool) (n int, ok bool) {
	type mark struct {
		bytes string
		order byteOrder
	}
	marks := [...]mark{{cells.BOM, noOrder}, {"\xff\xfe", littleEndian}, {"\xfe\xff", bigEndian}}
	if !f.named && len(b) < len(utf32Mark) && !final && strings.HasPrefix(utf32Mark, string(b)) {
		return 0, false
	}
	for _, m := range marks {
		if m.order == littleEndian && !f.named && bytes.HasPrefix(b, []byte(utf32Mark)) {
			continue // its NULs say that it is binary
		}
		if f.named && (m.order == noOrder || f.wide() && f.order != m.order) {
			continue
		}
		if len(b) >= len(m.bytes) && string(b[:len(m.bytes)]) == m.bytes {
			f.known, f.order = true, m.order
			f.auto = f.auto && !f.wide()
			return len(m.bytes), true
		}
		if !final && len(b) < len(m.bytes) && m.bytes[:len(b)] == string(b) {
			return 0, false
		}
	}
	f.known = true
	if f.named && !f.wide() {
		f.order = littleEndian // as in WHATWG's "utf-16"
	}
	return 0, true
}

// bom returns the byte order mark of the output for the mark of the input.
func (f *form) bom(mark []byte) []byte {
	if f.named {
		return []byte(cells.BOM)
	}
	return mark
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// decode appends to dst the text of the front of src, and returns how many
// bytes of src it took: what is certain whatever follows, or with final all
// but half a code unit. Lone surrogates of UTF-16 become three bytes each, as
// in WTF-8, which no other text does, so that encode can bring them back. The
// first clean bytes of src are known to hold no line end.
func (f *form) decode(dst, src []byte, final bool, clean *int) (text []byte, n int) {
	if f.wide() {
		return f.order.appendText(dst, src, final)
	}
	n = len(src)
	if !final {
		n = cells.Decided(src, *clean, func(w []byte) int { return cutRaw(f.codec, w) })
	}
	*clean = len(src) - n
	// Line by line, window by window: the same pieces for every split.
	for done := 0; done < n; {
		end := n
		if i := cells.IndexLineEnd(src[done:min(n, done+MaxCell+1)]); i >= 0 {
			end = done + i + 1
		} else if n-done > MaxCell {
			end = done + cutRaw(f.codec, src[done:done+MaxCell+1])
		}
		dst, _ = f.codec.AppendDecode(dst, src[done:end])
		done = end
	}
	return dst, n
}

// cutRaw is [cells.Cut] for bytes in a legacy encoding.
func cutRaw(c *codec.Codec, w []byte) int {
	if c.SingleByte() {
		return MaxCell
	}
	// Below 0x30 no double-byte encoding here has trails.
	for i := MaxCell - 1; i >= 0; i-- {
		if w[i] < 0x30 {
			return i + 1
		}
	}
	// A character that is cut short decodes to U+FFFD.
	var buf []byte
	for at := MaxCell; at > MaxCell-4; at-- {
		buf, _ = c.AppendDecode(buf[:0], w[:at])
		if !bytes.HasSuffix(buf, []byte("\uFFFD")) {
			return at
		}
	}
	return MaxCell
}

// encode appends to dst what text is in the output.
func (f *form) encode(dst, text []byte) []byte {
	switch {
	case f.wide() && f.named:
		return appendReplaced(dst, text)
	case f.wide():
		return f.order.appendUnits(dst, text)
	}
	return append(dst, text...)
}

// encodeRest appends what stands for half a code unit at the end.
func (f *form) encodeRest(dst, rest []byte) []byte {
	if f.named {
		return append(dst, "\uFFFD"...)
	}
	return append(dst, rest...)
}

// inputLen returns the number of bytes that text was in the input.
func (f *form) inputLen(text []byte) int64 {
	switch {
	case f.wide():
		return unitsLen(text)
	case f.codec == nil:
		return int64(len(text))
	case f.codec.SingleByte():
		return int64(utf8.RuneCount(text))
	}
	var n int64
	var buf [64]byte
	for len(text) > 0 {
		part := text[:min(len(text), len(buf)/4)]
		out, taken := f.codec.AppendEncode(buf[:0], string(part))
		n += int64(len(out))
		if taken == 0 { // U+FFFD, or a rune cut by part
			_, taken = utf8.DecodeRune(text)
			if taken > 1 && taken <= len(part) {
				n++
			}
		}
		text = text[taken:]
	}
	return n
}

// columns returns the number of runes of text.
func (f *form) columns(text []byte) int {
	if !f.wide() {
		return utf8.RuneCount(text)
	}
	n := 0
	for _, b := range text {
		if b&0xC0 != 0x80 { // lone surrogates count as one
			n++
		}
	}
	return n
}
