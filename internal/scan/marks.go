package scan

// What the first look finds in 64 bytes are marks, a bit for each byte. A rune is marked at its
// last byte, but for pair and plain, which stand at the second. They may mark more than there is,
// never less:
//
//	high       not ASCII
//	latin      a letter of ASCII, or a sign behind those
//	other      no letter in a row of letters of its own script
//	pair       a rune behind another, and a codec has it
//	plain      a rune that no codec has
//	remnant    a C1 control or a dagger
//	blank      Ã, â and two more: what stands behind tells
//	capital    a capital of Cyrillic or Greek, first in its run
//	thai       what stands in the first page of Thai
//	consonant  of it, the letters that trail in Thai pages
//	loud       odd behind a letter of ASCII, as legacy.go has it
//	within     odd between two
//	gap        a byte of ASCII between two runs, no small letter, see Gap
//	seldom     a letter of Cyrillic that is seldom beside another such, at its second byte
//
// What they are made of stands here, how in gen. Before them comes a quick look, see skim.go.

// A rect is a set of pairs of bytes: all that begin with one of the leads and
// go on with a byte whose halves are one of high and one of low.
type rect struct {
	leads     []byte
	high, low []byte
}

var (
	anyHigh = []byte{8, 9, 0xA, 0xB}
	anyLow  = span(0, 0xF)
)

func span(from, to byte) (out []byte) {
	for b := int(from); b <= int(to); b++ {
		out = append(out, byte(b))
	}
	return out
}

// letterRects are letters of Cyrillic, Greek, Hebrew and Arabic in lower case.
// Each has a bit of its own, so there may be eight. The last are letters that are seldom beside each
// other, see writing.go: the bit is what the mark is made of.
var letterRects = [8]rect{
	{[]byte{0xD0, 0xCE}, []byte{0xB}, anyLow},
	{[]byte{0xD1, 0xCF}, []byte{8}, anyLow},
	{[]byte{0xD1}, []byte{9}, []byte{0, 1, 4, 5, 6, 7, 0xD, 0xE}},
	{[]byte{0xCE}, []byte{0xA}, span(0xC, 0xF)},
	{[]byte{0xD7, 0xD9}, []byte{9, 0xA}, anyLow},
	{[]byte{0xD8, 0xDA}, []byte{0xA, 0xB}, anyLow},
	{span(0xD9, 0xDB), []byte{8}, anyLow},
	{[]byte{0xD1}, []byte{8}, []byte{4, 5, 8, 0xA, 0xD, 0xE}},
}

// otherRects are the rest that is told by two bytes: C1 controls; Â, Ã, â and ã;
// capitals; and then, as firstPlain says, what no codec has.
var otherRects = [8]rect{
	{[]byte{0xC2}, []byte{8, 9}, anyLow},
	{[]byte{0xC3}, []byte{8, 0xA}, []byte{2, 3}},
	{[]byte{0xD0, 0xCE}, []byte{9, 0xA}, anyLow},
	{append(span(0xE3, 0xEE), 0xE1), []byte{8, 9, 0xA}, anyLow},
	{span(0xE3, 0xEE), []byte{0xB}, anyLow},
	{[]byte{0xE0}, []byte{0xA}, span(4, 0xF)},
	{[]byte{0xE0}, []byte{0xB}, append(span(0, 7), span(0xA, 0xF)...)},
	{[]byte{0xEF}, []byte{0xB}, []byte{0xC, 0xD, 0xE}},
}

const firstPlain = 3

// loudRects are Latin capitals, and signs in their places: ×, ÷ and ƒ. What
// leads of CB and CD to DF stand for is as loud. In blocks of Latin alone there is one table for all
// but the last, and for Â, Ã, â and ã, and CC is as loud, too.
var loudRects = [8]rect{
	{[]byte{0xC3}, []byte{8}, anyLow},
	{[]byte{0xC3, 0xC6}, []byte{9}, span(0, 0xE)},
	{[]byte{0xC3}, []byte{0xB}, []byte{7}},
	{[]byte{0xC4, 0xC5}, []byte{9, 0xA}, []byte{0, 2, 4, 6, 8, 0xA, 0xC, 0xE}},
	{[]byte{0xC4}, []byte{8}, []byte{0, 2, 4, 6, 8, 0xA, 0xC, 0xE}},
	{[]byte{0xC5}, []byte{8}, []byte{1, 3, 5, 7, 9, 0xA, 0xC, 0xE}},
	{[]byte{0xC4, 0xC5}, []byte{0xB}, []byte{0, 2, 4, 6, 8, 9, 0xB, 0xD, 0xF}},
	{[]byte{0xCB}, anyHigh, anyLow},
}

// What is wrong with two bytes of UTF-8, by the halves of the first and the high
// half of the second: a bit of all three tables says so. The method is that of
// Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte".
const (
	tooShort  = 1 << iota // a lead without its trail
	tooLong               // ASCII with a trail
	overlong3             // E0 with less than A0
	tooLarge              // F4 with more than 8F, and behind
	surrogate             // ED with more than 9F
	overlong2             // C0 and C1
	overlong4             // F0 with less than 90; F5 and more with less than 90
	twoTrails             // which the count of leads must allow

	anyLead = tooShort | tooLong | twoTrails
)

// numTables is how many tables there are before the constants.
const numTables = 19

// newMarkTables returns the tables of the assembly: three for what is wrong,
// four for the letters, four for the others, by the halves of two bytes; then
// its constants. What a codec has is left out of what none has.
func (t *table) newMarkTables() *[114][32]byte {
	var out [114][32]byte
	wrongTables(out[:3])
	rectTables(out[3:7], letterRects[:])
	others := otherRects
	for i := firstPlain; i < len(others); i++ {
		if t.hasAny(others[i]) {
			others[i] = rect{}
		}
	}
	rectTables(out[7:11], others[:])
	rectTables(out[11:15], loudRects[:])
	rectTables(out[15:19], append([]rect{otherRects[1]}, loudRects[:7]...))
	for i := range numTables {
		copy(out[i][16:], out[i][:16])
	}
	for i, b := range []byte{0x0F, 0x80, 0xE0 - 0x80, 0xF0 - 0x80, 0xF8, 0xBF, 0xFC, 0xE0,
		0xC0, 0xB8, 0xB9, 0x8F, 0xA0, 0x20, 0x80 - 'a', 0x80 + 26, 0xCC, 0xC2, 0xE2, 0xE3 - 0x80, 0xDF, 0x03,
		0xCD, 0x100 - 0xCE, 0xDF - 0xCE, 0xCA, 0xFE, 1, 0x7F, 0xE1, 0xBA,
		0xAB, 0xBB, signJoins | signMarks, signOpens, signCloses, 0x90, 0xA1, 0xB0, 0xC3, 0xA2, 0xC6, 0xB2, 0xF0, 0x83} {
		for k := range out[numTables+i] {
			out[numTables+i][k] = b
		}
	}
	t.skimTables(out[numTables+45:])
	return &out
}

func wrongTables(t [][32]byte) {
	for i := range byte(16) {
		switch {
		case i < 8:
			t[0][i] = tooLong
		case i < 0xC:
			t[0][i] = twoTrails
		default:
			t[0][i] = tooShort
		}
		t[1][i] = anyLead
		if i >= 4 {
			t[1][i] |= tooLarge
		}
		if i >= 5 {
			t[1][i] |= overlong4
		}
		switch i {
		case 8:
			t[2][i] = tooLong | twoTrails | overlong2 | overlong3 | overlong4
		case 9:
			t[2][i] = tooLong | twoTrails | overlong2 | overlong3 | tooLarge
		case 0xA, 0xB:
			t[2][i] = tooLong | twoTrails | overlong2 | surrogate | tooLarge
		default:
			t[2][i] = tooShort
		}
	}
	t[0][0xC] |= overlong2
	t[0][0xE] |= overlong3 | surrogate
	t[0][0xF] |= tooLarge | overlong4
	t[1][0] |= overlong2 | overlong3 | overlong4
	t[1][1] |= overlong2
	t[1][0xD] |= surrogate
}

// rectTables enters rectangles, a bit each, by the high and low half of the
// lead and of the byte behind it.
func rectTables(t [][32]byte, rects []rect) {
	for i, r := range rects {
		bit := byte(1) << i
		for _, b := range r.leads {
			t[0][b>>4] |= bit
			t[1][b&0xF] |= bit
		}
		for _, h := range r.high {
			t[2][h] |= bit
		}
		for _, l := range r.low {
			t[3][l] |= bit
		}
	}
}

// hasAny tells whether a codec has a rune of three bytes in the rectangle.
func (t *table) hasAny(r rect) bool {
	for _, lead := range r.leads {
		for _, h := range r.high {
			for _, l := range r.low {
				if page := t.pages[uint(lead&0xF)<<6|uint(h&3)<<4|uint(l)]; page > badPage {
					return true
				}
			}
		}
	}
	return false
}
