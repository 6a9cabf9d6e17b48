package codec

import (
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// A doubleByte is the codec of an encoding whose runes take two bytes, in a
// few places one, three or four. Which bytes belong together follows WHATWG's
// decoders; what they stand for is x/text's, see [pairTable].
type doubleByte struct {
	encoding encoding.Encoding
	leads    [2][2]byte                  // ranges, both ends in
	single   func(b byte) rune           // of a byte 80..FF that is no lead; 0 if undefined
	user     func(lead, trail byte) rune // of a pair in the user's area; 0 if it is not
	kind     kind
	lazy     lazyPairs
}

// A kind is what an encoding has beyond pairs.
type kind uint8

const (
	pairsOnly kind = iota
	fourBytes      // GB18030: a second byte 30..39 begins a code of four bytes
	jis0212        // EUC-JP: 8F before a pair takes it from JIS X 0212
	combining      // Big5: four pairs stand for a letter and a combining mark
)

var (
	doubleGBK = doubleByte{
		encoding: simplifiedchinese.GBK,
		leads:    [2][2]byte{{0x81, 0xfe}},
		single:   euroAt80,
		user:     userGBK,
	}
	doubleGB18030 = doubleByte{
		encoding: simplifiedchinese.GB18030,
		leads:    [2][2]byte{{0x81, 0xfe}},
		single:   euroAt80,
		user:     userGBK,
		kind:     fourBytes,
	}
	doubleBig5 = doubleByte{
		encoding: traditionalchinese.Big5,
		leads:    [2][2]byte{{0x81, 0xfe}},
		single:   noSingle,
		user:     noUserArea,
		kind:     combining,
	}
	doubleBig5Unicode = doubleByte{
		encoding: traditionalchinese.Big5,
		leads:    [2][2]byte{{0xa1, 0xf9}},
		single:   noSingle,
		user:     userBig5,
	}
	doubleShiftJIS = doubleByte{
		encoding: japanese.ShiftJIS,
		leads:    [2][2]byte{{0x81, 0x9f}, {0xe0, 0xfc}},
		single:   katakanaSingle,
		user:     userShiftJIS,
	}
	doubleEUCJP = doubleByte{
		encoding: japanese.EUCJP,
		leads:    [2][2]byte{{0x8e, 0x8f}, {0xa1, 0xfe}},
		single:   noSingle,
		user:     noUserArea,
		kind:     jis0212,
	}
	doubleEUCKR = doubleByte{
		encoding: korean.EUCKR,
		leads:    [2][2]byte{{0x81, 0xfe}},
		single:   noSingle,
		user:     noUserArea,
	}
)

func noSingle(byte) rune { return 0 }

// euroAt80 is what Windows' code page 936 and WHATWG have beyond GBK.
func euroAt80(b byte) rune {
	if b == 0x80 {
		return '€'
	}
	return 0
}

// katakanaSingle is the half of JIS X 0201 that Shift_JIS keeps, and the byte
// 80, which WHATWG and Windows pass through.
func katakanaSingle(b byte) rune {
	switch {
	case b == 0x80:
		return 0x80
	case 0xa1 <= b && b <= 0xdf:
		return 0xff61 + rune(b-0xa1)
	}
	return 0
}

func (d *doubleByte) isLead(b byte) bool {
	return d.leads[0][0] <= b && b <= d.leads[0][1] ||
		d.leads[1][0] <= b && b <= d.leads[1][1]
}

func (d *doubleByte) appendDecode(dst, src []byte) (out []byte, lossless bool) {
	t := d.lazy.load(d)
	lossless = true
	for i := 0; i < len(src); {
		if src[i] < 0x80 {
			dst = append(dst, src[i])
			i++
			continue
		}
		r, size := d.decodeRune(t, src[i:])
		i += size
		switch {
		case r == utf8.RuneError:
			lossless = false
			dst = utf8.AppendRune(dst, r)
		case r < 0:
			dst = append(dst, combined[-r-1]...)
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst, lossless
}

// decodeRune decodes the rune that src, which begins with a byte 80..FF,
// begins with, and returns how many bytes it takes. Where no rune stands it
// returns U+FFFD and the bytes that it replaces: the lead, and the byte after
// it too unless that is ASCII. A negative rune is one of combined.
//
// A code of four bytes that breaks off, or has no rune, costs its lead alone,
// also at the end of src, where WHATWG's decoder drops an ASCII digit.
func (d *doubleByte) decodeRune(t *pairTable, src []byte) (r rune, size int) {
	lead := src[0]
	if !d.isLead(lead) {
		if r := d.single(lead); r != 0 {
			return r, 1
		}
		return utf8.RuneError, 1
	}
	if len(src) < 2 {
		return utf8.RuneError, 1
	}
	trail := src[1]
	if d.kind == fourBytes && '0' <= trail && trail <= '9' {
		return d.decodeFour(src)
	}
	if d.kind == jis0212 {
		if trail < 0x80 { // keys of JIS X 0212
			return utf8.RuneError, 1
		}
		if lead == 0x8f && 0xa1 <= trail && trail <= 0xfe {
			return decodeJIS0212(t, src)
		}
	}
	if r := t.runes[pairKey(lead, trail)]; r != 0 {
		return r, 2
	}
	return utf8.RuneError, badPair(trail)
}

// badPair returns how many bytes are replaced where a lead and trail stand for nothing.
func badPair(trail byte) int {
	if trail < 0x80 {
		return 1
	}
	return 2
}

// decodeJIS0212 decodes 8F and a pair whose first byte is known to be right.
func decodeJIS0212(t *pairTable, src []byte) (r rune, size int) {
	if len(src) < 3 {
		return utf8.RuneError, 2
	}
	if src[2] >= 0xa1 {
		if r := t.runes[pairKey(src[1], src[2]&0x7f)]; r != 0 {
			return r, 3
		}
	}
	return utf8.RuneError, 1 + badPair(src[2])
}

// decodeFour decodes a code of four bytes.
func (d *doubleByte) decodeFour(src []byte) (r rune, size int) {
	if len(src) < 4 || src[2] < 0x81 || src[2] == 0xff || src[3] < '0' || src[3] > '9' {
		return utf8.RuneError, 1
	}
	if r, ok := d.lazy.decodeOne(src[:4]); ok {
		return r, 4
	}
	return utf8.RuneError, 1
}

func (d *doubleByte) appendEncode(dst []byte, text string) (out []byte, taken int) {
	t := d.lazy.load(d)
	for i := 0; i < len(text); {
		if text[i] < 0x80 {
			dst = append(dst, text[i])
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if d.kind == combining {
			if pair, n := combinedPair(text[i:]); n > 0 {
				dst = append(dst, pair[0], pair[1])
				i += n
				continue
			}
		}
		var ok bool
		if dst, ok = d.appendRune(dst, t, r); !ok {
			return dst, i
		}
		i += size
	}
	return dst, len(text)
}

// appendRune appends the code of r, which is not ASCII.
func (d *doubleByte) appendRune(dst []byte, t *pairTable, r rune) (out []byte, ok bool) {
	switch code := t.code(r); {
	case code == 0:
		if d.kind != fourBytes || r == utf8.RuneError {
			return dst, false
		}
		return d.lazy.appendFour(dst, r)
	case code <= 0xff:
		return append(dst, byte(code)), true
	case d.kind == jis0212 && code&0x80 == 0:
		return append(dst, 0x8f, byte(code>>8), byte(code)|0x80), true
	default:
		return append(dst, byte(code>>8), byte(code)), true
	}
}
