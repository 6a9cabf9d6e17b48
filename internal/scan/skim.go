package scan

// A mode is what the quick look takes a window for, see gen: all that is not ASCII in it is in some of
// the rectangles. Of words, seldomBit is letters that are seldom beside each other, and from firstCapital on are capitals; or with closes
// signs that may stand behind a word.
type mode struct {
	starts []byte // first bytes of runs by which it is chosen
	closes bool
	rects  [8]rect
}

var (
	odd  = []byte{1, 3, 5, 7, 9, 0xB, 0xD, 0xF}
	wide = append(append([]byte{}, span(0xE3, 0xEC)...), 0xEE)
)

// modes are those of letters of Latin in lower case with accents; of words of Cyrillic, Greek, Hebrew
// and Arabic; of Indic runes, and of all runes of three bytes that no codec has; and of Thai, which is chosen by the second byte. Of the
// rest, what a codec has, or any run with it that may be damage, is in none.
var modes = [...]mode{
	{starts: append(span(0xC3, 0xC6), 0xE1), rects: [8]rect{
		{[]byte{0xC3}, []byte{0xA}, append([]byte{0, 1}, span(3, 0xF)...)}, // â is what a loss leaves
		{[]byte{0xC3}, []byte{0xB}, append(span(0, 6), span(8, 0xF)...)},
		{[]byte{0xC3}, []byte{9}, []byte{0xF}},
		{[]byte{0xC4, 0xC5}, []byte{9, 0xA}, odd},
		{[]byte{0xC4}, []byte{8}, odd},
		{[]byte{0xC5}, []byte{8}, []byte{0, 2, 4, 6, 8, 0xB, 0xD, 0xF}},
		{[]byte{0xC4, 0xC5}, []byte{0xB}, []byte{1, 3, 5, 7, 0xA, 0xC, 0xE}},
		{span(0xC3, 0xC5), anyHigh, append([]byte{0, 1, 4, 5, 6}, span(8, 0xF)...)}, // Â and Ã are, too; × and ÷ are none
	}},
	{starts: []byte{0xD0, 0xD1}, rects: [8]rect{
		{[]byte{0xD0}, []byte{0xB}, anyLow},
		{[]byte{0xD1}, []byte{8}, anyLow},
		{[]byte{0xD1}, []byte{9}, []byte{0, 1, 4, 5, 6, 7, 0xD, 0xE}},
		seldomBit:    letterRects[7],
		firstCapital: {[]byte{0xD0}, []byte{9, 0xA}, anyLow},
		6:            {[]byte{0xD0}, []byte{8}, []byte{0, 1, 4, 5, 6, 7, 0xD, 0xE}},
	}},
	{starts: []byte{0xCE, 0xCF}, rects: [8]rect{
		{[]byte{0xCE}, []byte{0xA}, span(0xC, 0xF)},
		{[]byte{0xCE}, []byte{0xB}, anyLow},
		{[]byte{0xCF}, []byte{8}, anyLow},
		{[]byte{0xCE}, []byte{9}, []byte{0}},
		firstCapital: {[]byte{0xCE}, []byte{0xA}, append([]byte{0, 1}, span(3, 0xB)...)},
		6:            {[]byte{0xCE}, []byte{9}, span(1, 0xF)},
		7:            {[]byte{0xCE}, []byte{8}, []byte{6, 8, 9, 0xA, 0xC, 0xE, 0xF}},
	}},
	{starts: []byte{0xD7}, rects: [8]rect{
		{[]byte{0xD7}, []byte{9, 0xA}, anyLow},
	}},
	{starts: span(0xD8, 0xDB), closes: true, rects: [8]rect{
		{[]byte{0xD8, 0xDA}, []byte{0xA, 0xB}, anyLow},
		{[]byte{0xD9}, []byte{9, 0xA}, anyLow},
		{span(0xD9, 0xDB), []byte{8}, anyLow},
		firstCapital: {[]byte{0xD8}, []byte{8}, []byte{0xC}},
		6:            {[]byte{0xD8}, []byte{9}, []byte{0xB, 0xF}},
		7:            {[]byte{0xDB}, []byte{9}, []byte{4}},
	}},
	{starts: []byte{0xE0}, rects: [8]rect{otherRects[5], otherRects[6]}},
	{starts: span(0xE3, 0xEF), rects: [8]rect{otherRects[5], otherRects[6], otherRects[7],
		{append([]byte{0xE1}, wide...), []byte{8, 9, 0xA}, anyLow},
		{wide, []byte{0xB}, anyLow},
		{[]byte{0xED}, []byte{8, 9}, anyLow}, // behind these are surrogates
	}},
	{rects: [8]rect{
		{[]byte{0xE0}, []byte{0xB}, []byte{8}},
		{[]byte{0xE0}, []byte{0xB}, []byte{9}},
	}},
}

const (
	seldomBit    = 4
	firstCapital = 5
)

const (
	firstPlainMode = 5   // modes of runes that no codec has
	thaiMode       = 7   // the one behind those
	perMode        = 5   // vectors
	noMode         = 128 // of runs that are never quick
)

// What a sign of E2 80 is to the quick look, in bits: see gen.
const (
	signFree   = 0x80 // may stand between letters of Latin
	signTouchy = 0x40 // may not
	signDots   = 0x20
	signJoins  = 0x10 // may stand in a word
	signOpens  = 0x08 // right before one
	signCloses = 0x04 // right behind
	signMarks  = 0x02 // the apostrophe, which joins, too
)

// skimTables makes the tables of the quick look: of signs, of modes by first bytes, of the modes.
func (t *table) skimTables(out [][32]byte) {
	signs := out[:2] // by the halves of the third byte
	signs[0][8] = signJoins
	signs[0][9] = signFree | signTouchy | signOpens | signCloses | signMarks
	signs[0][0xA] = signDots | signCloses
	for bits, lows := range map[byte][]byte{
		signFree:   {3, 4, 8, 9},
		signTouchy: {0xC, 0xD, 0xE},
		signDots:   {6},
		signJoins:  {0xC, 0xD, 0xE, 0xF},
		signOpens:  {3, 4, 8, 0xC, 0xD, 0xE},
		signCloses: {3, 4, 6, 0xC, 0xD},
		signMarks:  {9},
	} {
		for _, low := range lows {
			signs[1][low] |= bits
		}
	}
	list := out[2:10]
	for c := range 0x100 {
		list[c/32][c%32] = noMode
	}
	list[0xC2/32][0xC2%32], list[0xE2/32][0xE2%32] = 0, 0 // signs: the mode stays
	for i, m := range modes {
		v := out[10+perMode*i:][:perMode]
		rects := m.rects
		if i >= firstPlainMode && i < thaiMode {
			for k := range rects {
				if t.hasAny(rects[k]) {
					rects[k] = rect{}
				}
			}
		}
		rectTables(v, rects[:])
		for k := range 4 {
			copy(v[k][16:], v[k][:16])
		}
		if m.closes {
			for k := range 8 {
				v[4][k] = 0xFF
			}
		}
		for _, c := range m.starts {
			list[c/32][c%32] = perMode * byte(i+1)
		}
	}
	for i := range signs {
		copy(signs[i][16:], signs[i][:16])
	}
}
