package codec

import "sync"

// DoubleByte are the double-byte codecs that UTF-8 is read as by mistake, the
// commonest first, less GB18030, which is GBK where it has no code of four bytes.
var DoubleByte = []ID{GBK, ShiftJIS, EUCKR, Big5, EUCJP}

// A Code is what stands for a rune: one byte to four.
type Code struct {
	Bytes [4]byte
	N     int
}

// CodeOf returns the code of r, which is not ASCII, in a double-byte codec; N is 0
// if it has none. As in [ByteOf], what other programs decode a code to has that code, too.
func CodeOf(id ID, r rune) (c Code) {
	d := codecs[id].double
	if d == nil || r < 0x80 {
		return c
	}
	t := d.lazy.load(d)
	if code := t.code(r); code > 0xff && d.kind != jis0212 { // nearly always
		return Code{Bytes: [4]byte{byte(code >> 8), byte(code)}, N: 2}
	}
	var buf [8]byte
	out, ok := d.appendRune(buf[:0], t, r)
	if other := otherCode(id, r); other != 0 && (!ok || len(out) == 4) {
		out, ok = append(buf[:0], byte(other>>8), byte(other)), true
		if other < 0x100 {
			out = append(buf[:0], byte(other))
		}
	}
	if ok {
		c.N = copy(c.Bytes[:], out)
	}
	return c
}

// Fails tells whether a decoder of the codec may stop at byte b, which is not ASCII, in
// front of next: the two are no pair. Where strict is true that holds of pairs, too,
// which only the larger variants of the encoding have: the user's area of GBK, the hanja
// and syllables that Microsoft put into EUC-KR, Hong Kong's characters in Big5.
func Fails(id ID, b, next byte, strict bool) bool {
	d := codecs[id].double
	if !d.isLead(b) {
		return d.single(b) == 0 || b == 0x80 // which Windows and browsers have, and others do not
	}
	r := d.lazy.load(d).runes[pairKey(b, next)]
	return r == 0 || strict && d.extended(r, b, next)
}

// Pairs tells whether byte b begins pairs in a double-byte codec, and is no character by itself.
func (c *Codec) Pairs(b byte) bool { return b >= 0x80 && c.double != nil && c.double.isLead(b) }

// Extended tells whether r is a character of the larger variants, see [Fails].
func Extended(id ID, r rune) bool {
	c := CodeOf(id, r)
	return c.N == 2 && codecs[id].double.extended(r, c.Bytes[0], c.Bytes[1])
}

// extended tells whether a pair is left out by the smaller variants.
func (d *doubleByte) extended(r rune, b, next byte) bool {
	switch d {
	case &doubleGBK, &doubleGB18030:
		return 0xe000 <= r && r < 0xf900
	case &doubleBig5:
		return b < 0xa1 || b == 0xc7 || b == 0xc8
	case &doubleShiftJIS:
		return b == 0x87 || b == 0xed || b == 0xee || b >= 0xf0
	case &doubleEUCJP:
		return b == 0xad
	}
	return b < 0xa1 || next < 0xa1
}

// otherCode returns the code that some programs decode to r where the table here has
// another rune, 0 if there is none. The runes are those of the mapping tables
// of JIS and of the Unicode Consortium, and of Windows' code pages.
func otherCode(id ID, r rune) uint16 {
	for _, x := range otherCodes[id] {
		if x.r == r {
			return x.code
		}
	}
	return 0
}

type otherRune struct {
	r    rune
	code uint16
}

var otherCodes = [numCodecs][]otherRune{
	GBK: {{0xe78d, 0xa6d9}, {0xe78e, 0xa6da}, {0xe78f, 0xa6db}, {0xe790, 0xa6dc}, {0xe791, 0xa6dd}, {0xe792, 0xa6de},
		{0xe793, 0xa6df}, {0xe794, 0xa6ec}, {0xe795, 0xa6ed}, {0xe796, 0xa6f3}, {0xe7c7, 0xa8bc}},
	Big5: {{'•', 0xa145}, {'､', 0xa14e}, {'‾', 0xa1c2}, {'∼', 0xa1e3}, {'♁', 0xa1f2}, {'☉', 0xa1f3}, {'／', 0xa241},
		{'＼', 0xa242}, {'¥', 0xa244}, {'¢', 0xa246}, {'£', 0xa247}},
	ShiftJIS: {{'〜', 0x8160}, {'‖', 0x8161}, {'−', 0x817c}, {'¢', 0x8191}, {'£', 0x8192}, {'¬', 0x81ca},
		{0xa0, 0xa0}, {0xf8f0, 0xa0}},
	EUCJP: {{'〜', 0xa1c1}, {'‖', 0xa1c2}, {'−', 0xa1dd}, {'¢', 0xa1f1}, {'£', 0xa1f2}, {'¬', 0xa2cc}},
}

// UTF8Starts returns the set of runes, by 64, that begin what UTF-8 looks like in one of
// the double-byte codecs: they stand for a lead and a trail, or, where one byte is a rune, for a lead.
// What it points to must not be changed.
var UTF8Starts = sync.OnceValue(func() *[0x10000 / 64]uint64 {
	set := new([0x10000 / 64]uint64)
	for _, id := range DoubleByte {
		t := codecs[id].double.lazy.load(codecs[id].double)
		for lead := byte(0xc2); lead <= 0xf4; lead++ {
			runes := t.runes[pairKey(lead, 0x80):pairKey(lead, 0xc0)]
			if r := codecs[id].double.single(lead); r != 0 && !codecs[id].double.isLead(lead) {
				runes = []rune{r}
			}
			for _, r := range runes {
				if 0 < r && r <= 0xffff {
					set[r>>6] |= 1 << (r & 63)
				}
			}
		}
	}
	return set
})
