package scan

// A mode is what the quick look takes a block for, see gen: all that is not ASCII in it is in some of
// the rectangles. The last two are capitals; or letters that are seldom beside each other, and capitals.
type mode struct {
	starts []byte // first bytes of runs by which it is chosen
	lead   byte   // of words: the leads of its script differ from it in two bits
	seldom bool
	rects  [8]rect
}

var (
	odd  = []byte{1, 3, 5, 7, 9, 0xB, 0xD, 0xF}
	wide = append(append([]byte{}, span(0xE3, 0xEC)...), 0xEE)
)

// modes are those of letters of Latin in lower case with accents; of words of Cyrillic, Greek, Hebrew
// and Arabic; of Indic runes, and of all runes of three bytes that no codec has. What a codec has, or any run with it
// that may be damage, is in none.
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
	{starts: []byte{0xD0, 0xD1}, lead: 0xD0, seldom: true, rects: [8]rect{
		{[]byte{0xD0}, []byte{0xB}, anyLow},
		{[]byte{0xD1}, []byte{8}, anyLow},
		{[]byte{0xD1}, []byte{9}, []byte{0, 1, 4, 5, 6, 7, 0xD, 0xE}},
		6: letterRects[7],
		7: {[]byte{0xD0}, []byte{9, 0xA}, anyLow},
	}},
	{starts: []byte{0xCE, 0xCF}, lead: 0xCE, rects: [8]rect{
		{[]byte{0xCE}, []byte{0xA}, span(0xC, 0xF)},
		{[]byte{0xCE}, []byte{0xB}, anyLow},
		{[]byte{0xCF}, []byte{8}, anyLow},
		{[]byte{0xCE}, []byte{9}, []byte{0}},
		6: {[]byte{0xCE}, []byte{0xA}, append([]byte{0, 1}, span(3, 0xB)...)},
		7: {[]byte{0xCE}, []byte{9}, span(1, 0xF)},
	}},
	{starts: []byte{0xD7}, lead: 0xD7, rects: [8]rect{
		{[]byte{0xD7}, []byte{9, 0xA}, anyLow},
	}},
	{starts: span(0xD8, 0xDB), lead: 0xD8, rects: [8]rect{
		{[]byte{0xD8, 0xDA}, []byte{0xA, 0xB}, anyLow},
		{[]byte{0xD9}, []byte{9, 0xA}, anyLow},
		{span(0xD9, 0xDB), []byte{8}, anyLow},
	}},
	{starts: []byte{0xE0}, rects: [8]rect{otherRects[5], otherRects[6]}},
	{starts: span(0xE3, 0xEF), rects: [8]rect{otherRects[5], otherRects[6], otherRects[7],
		{append([]byte{0xE1}, wide...), []byte{8, 9, 0xA}, anyLow},
		{wide, []byte{0xB}, anyLow},
		{[]byte{0xED}, []byte{8, 9}, anyLow}, // behind these are surrogates
	}},
}

const (
	firstPlainMode = 5   // modes of runes that no codec has
	perMode        = 5   // vectors
	noMode         = 128 // of runs that are never quick
)

// quickTables makes the tables of the quick look: of quotes and dashes, of modes by first bytes, of the modes.
func (t *table) quickTables(out [][32]byte) {
	const free, touchy, dots = 0x80, 0x40, 0x20 // signs that may stand between letters, and that may not
	signs := out[:2]
	signs[0][9], signs[0][0xA] = free|touchy, dots
	for _, low := range []byte{3, 4, 8, 9} {
		signs[1][low] = free
	}
	for _, low := range []byte{0xC, 0xD, 0xE} {
		signs[1][low] = touchy
	}
	signs[1][6] = dots
	list := out[2:10]
	for c := range 0x100 {
		list[c/32][c%32] = noMode
	}
	list[0xC2/32][0xC2%32], list[0xE2/32][0xE2%32] = 0, 0 // signs: the mode stays
	for i, m := range modes {
		v := out[10+perMode*i:][:perMode]
		rects := m.rects
		if i >= firstPlainMode {
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
		if m.seldom {
			for k := range 8 {
				v[4][k] = 0xFF
			}
		}
		v[4][8] = m.lead
		for _, c := range m.starts {
			list[c/32][c%32] = perMode * byte(i+1)
		}
	}
	for i := range signs {
		copy(signs[i][16:], signs[i][:16])
	}
}
