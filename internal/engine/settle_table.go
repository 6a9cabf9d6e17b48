package engine

import (
	"math"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

// A settleTable has what the fast tier looks up, by the bytes of UTF-8. Runes that
// no single-byte codec has are number 0.
type settleTable struct {
	two    [0x800]uint16                                      // number of the runes of two bytes
	pages  [0x400]uint8                                       // rune>>6 -> page of those of three
	three  []uint16                                           // by page and rune
	roles  []settleRoles                                      // by number
	kinds  [lastEmoji>>8 + 1]atomic.Pointer[[1 << 8]runeKind] // made when the first rune of them comes
	codecs [64]atomic.Pointer[settlePage]
}

// settleRoles are the codecs in which a rune has each role, and any.
type settleRoles struct{ trail, lead2, lead3, lead4, any uint64 }

// A settlePage is a codec as the fast tier reads it, by number of the rune: its byte, and the codecs that have
// the same one for it, and what it says of who read the text.
type settlePage []struct {
	agree  uint64
	b      byte
	folded byte // that of the letter in the other case, where both are trails; else 0
	signs  uint8
}

// Signs of who read a text, and what was done to it then.
const (
	// Bytes 80..9F that the page defines are its runes, or C1 controls where programs took the text
	// for ISO-8859-1: not both in one text.
	signPage uint8 = 1 << iota
	signControl
	signLower
	signUpper
	// Trails that are one if their case is folded, too.
	signUpperTrail
	signLowerTrail
)

// signsOf returns the signs of a rune that is byte b of codec c, and the trail, if it is one, that it is in the other case.
func signsOf(c codec.ID, r rune, b byte) (signs uint8, folded byte) {
	trail := func(r rune) byte {
		if f, ok := codec.ByteOf(c, r); ok && f >= 0x80 && f < 0xC0 && f != b && b < 0xC0 {
			return f
		}
		return 0
	}
	switch {
	case unicode.IsLower(r):
		if signs, folded = signLower, trail(unicode.ToUpper(r)); folded != 0 {
			signs |= signLowerTrail
		}
	case unicode.IsUpper(r):
		if signs, folded = signUpper, trail(unicode.ToLower(r)); folded != 0 {
			signs |= signUpperTrail
		}
	}
	switch {
	case b < 0x80 || b >= 0xA0 || c.Codec().Undefined(b):
	case control(r) && c.Codec().DecodeByte(b) != r:
		signs |= signControl
	default:
		signs |= signPage
	}
	return signs, folded
}

// A runeKind is a class, and how rare the rune is by itself: nats times rareUnit.
type runeKind struct {
	class class
	rare  uint8
	lower bool // a lower-case letter
}

const rareUnit = 8

// usual tells whether text holds the rune: it is neither odd nor a mark of no script.
func (k runeKind) usual() bool { return k.class > classOdd && k.class != classMark }

// A class is what a decoded rune is to the text that it stands in.
type class uint8

// Letters are of the class of their script, from firstScript on; see classOf.
const (
	classBarred class = iota // what no text holds
	classOdd                 // what little text holds: for the model to judge
	classSign                // punctuation, symbols and digits
	classMark                // a combining mark of no script
	classJoined              // letters of writing without blanks between words, or beside any other
	firstScript
)

// alphabets are the scripts that do not mix within a word.
var alphabets = []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Arabic, unicode.Hebrew,
	unicode.Armenian, unicode.Georgian, unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Tamil,
	unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Oriya}

// firstEmoji and lastEmoji bound the runes of four bytes that have a class of their own.
const (
	firstEmoji rune = 0x1F000
	lastEmoji  rune = 0x1FAFF
)

// latinClass is that of ASCII letters, too.
const latinClass = firstScript

var settleTables = sync.OnceValue(newSettleTable)

func newSettleTable() *settleTable {
	n := codec.NumRunes()
	t := &settleTable{roles: make([]settleRoles, n+1), three: make([]uint16, 64)}
	pages := 1
	for i := range n {
		r := codec.RuneAt(uint16(i))
		x := codec.RolesOf(r)
		t.roles[i+1] = settleRoles{x.Trail, x.Lead2, x.Lead3, x.Lead4, x.Trail | x.Lead2 | x.Lead3 | x.Lead4}
		if r < 0x800 {
			t.two[r] = uint16(i + 1)
			continue
		}
		page := &t.pages[r>>6]
		if *page == 0 {
			*page = uint8(pages)
			pages++
			t.three = append(t.three, make([]uint16, 64)...)
		}
		t.three[int(*page)<<6|int(r&0x3F)] = uint16(i + 1)
	}
	return t
}

// newKinds makes the kinds of 256 runes.
func newKinds(first rune) *[1 << 8]runeKind {
	m, kinds := lm.Default(), new([1 << 8]runeKind)
	for i := range kinds {
		r := first + rune(i)
		x := m.Sym(r)
		k := &kinds[i]
		*k = runeKind{classOdd, uint8(min(m.Alone(x)*rareUnit, math.MaxUint8)), x.Cased() && !x.Upper()}
		switch {
		case m.Barred(x) || control(r):
			k.class = classBarred
		case x.Known() && !invisible(r):
			k.class = classOf(r)
		}
	}
	return kinds
}

// classOf returns the class of a rune that the model has seen.
func classOf(r rune) class {
	switch {
	case r == 0xAD:
		return classSign
	case !unicode.IsLetter(r) && !unicode.IsMark(r):
		return classSign
	case unicode.Is(unicode.Inherited, r) && (r < 0x64B || r > 0x670): // vowels of Arabic
		return classMark
	}
	for i, table := range alphabets {
		if unicode.Is(table, r) || table == unicode.Arabic && r >= 0x64B && r <= 0x670 {
			return firstScript + class(i)
		}
	}
	return classJoined
}

// wide returns the number of the rune of three bytes that text begins with; 0 if none does that has one.
func (t *settleTable) wide(text []byte) uint16 {
	if len(text) < 3 || text[0]&0xF0 != 0xE0 || text[1]&0xC0 != 0x80 || text[2]&0xC0 != 0x80 {
		return 0
	}
	page := uint(t.pages[uint(text[0]&0x0F)<<6|uint(text[1]&0x3F)])
	return t.three[page<<6|uint(text[2]&0x3F)]
}

// kindOf returns the kind of a rune of so many bytes.
func (t *settleTable) kindOf(r rune, size int) runeKind {
	switch {
	case size == 1: // not UTF-8
		return runeKind{class: classBarred}
	case size == utf8.UTFMax && (r < firstEmoji || r > lastEmoji):
		return runeKind{class: classOdd}
	}
	page := &t.kinds[r>>8]
	kinds := page.Load()
	if kinds == nil {
		kinds = newKinds(r &^ 0xFF)
		page.Store(kinds)
	}
	return kinds[r&0xFF]
}

// page returns how the fast tier reads codec c.
func (t *settleTable) page(c codec.ID) settlePage {
	if p := t.codecs[c].Load(); p != nil {
		return *p
	}
	p := make(settlePage, len(t.roles))
	for n := 1; n < len(t.roles); n++ {
		r := codec.RuneAt(uint16(n - 1))
		b, ok := codec.ByteOf(c, r)
		if !ok {
			continue
		}
		p[n].b = b
		p[n].signs, p[n].folded = signsOf(c, r, b)
		for _, other := range codec.All() {
			if b, ok := codec.ByteOf(other.ID(), r); ok && b == p[n].b {
				p[n].agree |= other.ID().Set()
			}
		}
	}
	t.codecs[c].Store(&p)
	return p
}
