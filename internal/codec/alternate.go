package codec

import "slices"

// An alternate is a rune that some programs decode a byte to where the codec's
// table, and so other programs, have a different one.
type alternate struct {
	id ID
	b  byte
	r  rune
}

// alternates are those that follow no rule. What Windows' MultiByteToWideChar
// gives for undefined bytes is from Microsoft's bestfit files; the rest is
// named where it stands.
var alternates = []alternate{
	// KOI8-U of RFC 2319, which iconv follows; WHATWG's table has the letters
	// of KOI8-RU there.
	{KOI8U, 0xae, '╝'}, {KOI8U, 0xbe, '╬'},

	// Until Mac OS 8.5 the euro's byte was the currency sign.
	{Macintosh, 0xdb, '¤'}, {MacIcelandic, 0xdb, '¤'}, {MacCroatian, 0xdb, '¤'},
	{MacRomanian, 0xdb, '¤'}, {MacCyrillic, 0xff, '¤'},

	// Mac OS Cyrillic before it took in the Ukrainian letters (Mac OS 9).
	{MacCyrillic, 0xa2, '¢'}, {MacCyrillic, 0xb6, '∂'},

	{Windows1253, 0xaa, 0xf8f9}, {Windows1253, 0xd2, 0xf8fa}, {Windows1253, 0xff, 0xf8fb},

	{Windows1255, 0xd9, 0xf88d}, {Windows1255, 0xda, 0xf88e}, {Windows1255, 0xdb, 0xf88f},
	{Windows1255, 0xdc, 0xf890}, {Windows1255, 0xdd, 0xf891}, {Windows1255, 0xde, 0xf892},
	{Windows1255, 0xdf, 0xf893}, {Windows1255, 0xfb, 0xf894}, {Windows1255, 0xfc, 0xf895},
	{Windows1255, 0xff, 0xf896},

	{Windows1257, 0xa1, 0xf8fc}, {Windows1257, 0xa5, 0xf8fd},

	{Windows874, 0xdb, 0xf8c1}, {Windows874, 0xdc, 0xf8c2}, {Windows874, 0xdd, 0xf8c3},
	{Windows874, 0xde, 0xf8c4}, {Windows874, 0xfc, 0xf8c5}, {Windows874, 0xfd, 0xf8c6},
	{Windows874, 0xfe, 0xf8c7}, {Windows874, 0xff, 0xf8c8},
}

// eachAlternate calls f for each rune that is another decoding of a byte.
//
// In the Windows pages Latin-1 shows through: programs that take ISO-8859 for
// windows-125x, or the other way round, leave C1 controls where the page has a
// printable rune, and the tools that fill undefined bytes from Latin-1
// (ftfy's sloppy codecs) give its letters for A0..FF. Not so elsewhere: DOS,
// Mac and KOI8 pages define those bytes, and ISO pages have the controls.
func (c *Codec) eachAlternate(f func(r rune, b byte)) {
	for _, a := range alternates {
		if a.id == c.id {
			f(a.r, a.b)
		}
	}
	if !c.isWindows() {
		return
	}
	for i := range c.high {
		b := byte(0x80 + i)
		latin1 := rune(b)
		if (b <= 0x9f || c.Undefined(b)) && !slices.Contains(c.high[:], latin1) {
			f(latin1, b)
		}
	}
}
