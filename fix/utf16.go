package fix

import (
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"
)

// A byteOrder is that of UTF-16.
type byteOrder int

const (
	noOrder byteOrder = iota // no UTF-16
	littleEndian
	bigEndian
)

// surrogateLen is the length of a lone surrogate in text: ED, A0 to BF, 80 to BF.
const surrogateLen = 3

// unit returns the code unit at the front of b.
func (o byteOrder) unit(b []byte) rune {
	if o == bigEndian {
		return rune(binary.BigEndian.Uint16(b))
	}
	return rune(binary.LittleEndian.Uint16(b))
}

func (o byteOrder) appendUnit(dst []byte, u rune) []byte {
	if o == bigEndian {
		return binary.BigEndian.AppendUint16(dst, uint16(u))
	}
	return binary.LittleEndian.AppendUint16(dst, uint16(u))
}

// appendText appends the text of whole code units of src, lone surrogates in
// three bytes. Without final it leaves a high surrogate at the end, which may
// be half of a pair.
func (o byteOrder) appendText(dst, src []byte, final bool) (text []byte, n int) {
	for len(src)-n >= 2 {
		u := o.unit(src[n:])
		if !utf16.IsSurrogate(u) {
			dst = utf8.AppendRune(dst, u)
			n += 2
			continue
		}
		if u < 0xDC00 && len(src)-n < 4 && !final {
			break
		}
		if len(src)-n >= 4 {
			if r := utf16.DecodeRune(u, o.unit(src[n+2:])); r != utf8.RuneError {
				dst = utf8.AppendRune(dst, r)
				n += 4
				continue
			}
		}
		dst = append(dst, 0xE0|byte(u>>12), 0x80|byte(u>>6)&0x3F, 0x80|byte(u)&0x3F)
		n += 2
	}
	return dst, n
}

// appendUnits appends text as UTF-16, lone surrogates as they were.
func (o byteOrder) appendUnits(dst, text []byte) []byte {
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		if u, ok := loneSurrogate(text); ok {
			dst = o.appendUnit(dst, u)
			text = text[surrogateLen:]
			continue
		}
		if r >= 0x10000 {
			high, low := utf16.EncodeRune(r)
			dst = o.appendUnit(o.appendUnit(dst, high), low)
		} else {
			dst = o.appendUnit(dst, r)
		}
		text = text[n:]
	}
	return dst
}

// appendReplaced appends text with U+FFFD for lone surrogates.
func appendReplaced(dst, text []byte) []byte {
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		if _, ok := loneSurrogate(text); ok {
			n = surrogateLen
		}
		dst = utf8.AppendRune(dst, r)
		text = text[n:]
	}
	return dst
}

// unitsLen returns the number of bytes that text is in UTF-16.
func unitsLen(text []byte) int64 {
	var n int64
	for _, b := range text {
		switch {
		case b >= 0xF0:
			n += 4
		case b&0xC0 != 0x80:
			n += 2
		}
	}
	return n
}

// loneSurrogate returns the surrogate at the front of text, if one stands there.
func loneSurrogate(text []byte) (u rune, ok bool) {
	if len(text) < surrogateLen || text[0] != 0xED || text[1]&0xE0 != 0xA0 || text[2]&0xC0 != 0x80 {
		return 0, false
	}
	return 0xD000 | rune(text[1]&0x3F)<<6 | rune(text[2]&0x3F), true
}
