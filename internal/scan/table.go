package scan

import (
	"sync"
	"sync/atomic"
	"unicode"

	"github.com/unbake/unbake/internal/codec"
)

// A row is what the first step knows of a rune, as sets of codecs. A rune is one
// byte of a codec at most: it leads or it trails. The bits that no codec
// has are flags.
type row struct {
	lead  uint64 // it leads, with any number of trails behind it
	lead3 uint64 // with two or three trails
	lead4 uint64 // with three
	trail uint64 // it trails
	stray uint64 // it trails and is a letter: a stray one where no lead waits
}

// remnant is a bit that no codec has. Every rune leads in it, so that one that
// may be what a loss leaves, and trails in it, makes a pair with any before it.
const remnant = 1 << 63

// invalid is another, for sequences that are too long for their rune, and for
// surrogates: bytes that are not UTF-8 though they look it.
const invalid = 1 << 62

// nothing is the row of runes that no codec has.
var nothing = row{lead: remnant}

// bad is the row of what is not UTF-8.
var bad = row{lead: remnant, stray: invalid}

// badPage is the page of sequences of three bytes that are not UTF-8.
const badPage = 1

// A table has a row for each rune that a codec has: those of two bytes of UTF-8
// by themselves, those of three by pages of 64, the first two bytes being the page.
type table struct {
	two    [twoBytes]row
	pages  [1024]uint8 // rune>>6 -> page; 0 has nothing
	three  []row       // by page and rune
	kinds  [twoBytes]kind
	traits [twoBytes]trait
	marks  *[114][32]byte
	pairs  pairTable
	starts *runeSet // see mayStart
	rare   *runeSet // see hanRun

	accents [twoBytes]bool // letters of Latin in lower case that no loss leaves
	memo    memo
	long    longMemo
}

// rowOf returns the row of r.
func (t *table) rowOf(r rune) *row {
	switch {
	case r < twoBytes:
		return &t.two[r]
	case r > 0xFFFF || t.pages[r>>6] == 0:
		return &nothing
	}
	return &t.three[int(t.pages[r>>6])<<6|int(r&0x3F)]
}

// twoBytes is the first rune whose UTF-8 takes three bytes.
const twoBytes = 0x800

var (
	loadedTable atomic.Pointer[table]
	loadOnce    sync.Once
)

// loaded returns the table, which the first call makes, in less than a millisecond.
func loaded() *table {
	if t := loadedTable.Load(); t != nil {
		return t
	}
	loadOnce.Do(func() { loadedTable.Store(newTable()) })
	return loadedTable.Load()
}

func newTable() *table {
	t := &table{}
	runes := []rune{0xFFFD}
	for r := rune(0x80); r < 0xA0; r++ {
		runes = append(runes, r)
	}
	for i := range codec.NumRunes() {
		runes = append(runes, codec.RuneAt(uint16(i)))
	}
	for i := range t.two {
		t.two[i] = nothing
		t.kinds[i] = unlike
	}
	for i := range 0x80 {
		t.two[i] = bad
	}
	for r := firstLetter; r <= lastLetter; r++ {
		t.kinds[r] = kindOf(r)
	}
	for r := rune(0x80); r < twoBytes; r++ {
		t.traits[r] = newTrait(r)
		t.accents[r] = t.traits[r]&latinLower != 0 && !remnantOf(r)
	}
	t.three = make([]row, 0x80) // a page that is not looked at, and badPage
	for i := 0x40; i < 0x80; i++ {
		t.three[i] = bad
	}
	for i := range 0x20 {
		t.pages[i] = badPage
		t.pages[0xD800>>6+i] = badPage
	}
	pages := badPage + 1
	for _, r := range runes {
		if r < twoBytes {
			t.two[r] = newRow(r)
			continue
		}
		page := &t.pages[r>>6]
		if *page == 0 {
			*page = uint8(pages)
			pages++
			for range 64 {
				t.three = append(t.three, nothing)
			}
		}
		t.three[int(*page)<<6|int(r&0x3F)] = newRow(r)
	}
	t.loadPairs(pairsTable)
	t.rare = rareStarts()
	t.starts = wideStarts(t.rare)
	if hasMarks {
		t.marks = t.newMarkTables()
	}
	return t
}

func newRow(r rune) row {
	x := nothing
	if roles := codec.RolesOf(r); roles != nil {
		x.lead |= roles.Lead2 | roles.Lead3 | roles.Lead4
		x.lead3 = roles.Lead3 | roles.Lead4
		x.lead4 = roles.Lead4
		x.trail = roles.Trail
		if wordRune(r) {
			x.stray = roles.Trail
		}
	}
	if remnantOf(r) {
		x.trail |= remnant
	}
	return x
}

// remnantOf tells whether r may be what a loss leaves.
func remnantOf(r rune) bool {
	return control(r) || r == '†' || r == 0xFFFD || r == 'Â' || r == 'Ã' || r == 'â'
}

// control tells whether r is a C1 control.
func control(r rune) bool { return 0x80 <= r && r < 0xA0 }

// wordRune tells whether r is part of a word. Marks and digits are.
func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) }
