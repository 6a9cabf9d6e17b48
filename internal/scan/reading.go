package scan

import (
	"encoding/binary"
	"math/bits"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/cells"
	"github.com/unbake/unbake/internal/codec"
)

// maxRead, in runes, is how long a run may be to be looked at for what it
// reads as. Of longer ones that are damage, some part looks it.
const maxRead = 128

// A shape is what a run looks like as it stands.
type shape struct {
	runes  [maxRead]rune
	n      int
	script kind // of all its letters, joiners aside; unlike if several or others
	signs  bool // other runes are among them
	within bool // Latin letters stand beside it

	strict   bool // letters of a script other than Latin, and no Latin or digits near
	capitals bool // all letters are, and none is of Serbian or Macedonian alone
}

// shapeOf takes a run apart; not ok if it is too long.
func (t *table) shapeOf(s *shape, b []byte, start, end int) (ok bool) {
	s.within = besideLatin(b, start, end)
	letters := false
	s.capitals = true
	for i := start; i < end; {
		r, size := utf8.DecodeRune(b[i:end])
		i += size
		if s.n == maxRead {
			return false
		}
		s.runes[s.n] = r
		s.n++
		switch k := t.script(r); {
		case k == unlike && unicode.IsLetter(r), letters && k != unlike && k != s.script:
			s.script, letters = unlike, true
		case k != unlike:
			s.script, letters = k, true
		case r == '’' && s.within || r >= 0x300 && joins(r):
		default:
			s.signs = true
		}
		if k := t.kindOf(r); k&(unlike|upper) != upper || k&rare != 0 {
			s.capitals = false
		}
	}
	if !letters {
		s.script = unlike
	}
	s.strict = s.script != unlike && s.script != latinScript && !s.signs && !nearASCII(b, start, end)
	return true
}

// nearASCII tells whether the word before or behind b[start:end] in its line
// ends or begins with a letter or digit of ASCII: in "cara ГЎ casa" it does.
func nearASCII(b []byte, start, end int) bool {
	for start > 0 && nears[b[start-1]] == between {
		start--
	}
	if start > 0 && nears[b[start-1]] == alnum {
		return true
	}
	for end < len(b) && nears[b[end]] == between {
		end++
	}
	return end < len(b) && nears[b[end]] == alnum
}

// What a byte is for nearASCII: a letter or digit of ASCII, other ASCII of the same line, or neither.
const (
	neither = iota
	alnum
	between
)

var nears = func() (list [0x100]uint8) {
	for c := range byte(0x80) {
		switch {
		case latin(c) || '0' <= c && c <= '9':
			list[c] = alnum
		case c != '\n' && c != '\r':
			list[c] = between
		}
	}
	return list
}()

// A reading is what a codec makes of a run.
type reading struct {
	common int  // runes in sequences of what stands in much text
	rare   int  // and in those of other runes
	sign   bool // a sign is among the common ones
	loose  int  // letters in none
	cut    int  // sequences that break off behind a trail
	likely bool // one of them as a sign does
}

// read reads a run with a codec. A lead may have been folded to lower case:
// "ã©" was "Ã©".
func (s *shape) read(id codec.ID) (x reading) {
	var page [maxRead]byte
	for i, r := range s.runes[:s.n] {
		page[i], _ = codec.ByteOf(id, r)
	}
	for i := 0; i < s.n; {
		b := page[i:s.n]
		r, size := utf8.DecodeRune(b)
		if size == 1 && len(b) > 1 && b[1]&0xC0 == 0x80 {
			if r, size = s.folded(b, i, id); size == 1 && b[0] >= 0xE0 {
				x.cut++
				x.likely = x.likely || likelyCut(b[0], b[1])
			}
		}
		switch {
		case surrogatePair(b):
			x.rare += 6
			size = 6
		case size == 1:
			if b[0] != 0 && wordRune(s.runes[i]) {
				x.loose++
			}
		case s.common(r):
			x.common += size
			x.sign = x.sign || !unicode.IsLetter(r)
		case !barred(r):
			x.rare += size
		}
		i += size
	}
	return x
}

// surrogatePair tells whether b begins with two surrogates, each encoded by
// itself, as MySQL's utf8 and Java write emoji.
func surrogatePair(b []byte) bool {
	return len(b) >= 6 && b[0] == 0xED && b[1]&0xF0 == 0xA0 && b[3] == 0xED && b[4]&0xF0 == 0xB0
}

// common is [common] for this shape. Two letters by themselves are too little for
// a capital of Cyrillic or Greek: "đó", as IBM852, is Т. And among letters of
// another script a sign is no more likely than a rare letter: "ЭТО", as iso-8859-5,
// holds ¾.
func (s *shape) common(r rune) bool {
	if s.strict && !unicode.IsLetter(r) {
		return false
	}
	return common(r, s.within || s.script == latinScript && s.n == 2 && unicode.IsUpper(r))
}

// folded reads b, the bytes from rune i on, as if the first rune were a capital.
func (s *shape) folded(b []byte, i int, id codec.ID) (r rune, size int) {
	upper := unicode.ToUpper(s.runes[i])
	if upper == s.runes[i] {
		return utf8.RuneError, 1
	}
	lead, ok := codec.ByteOf(id, upper)
	if !ok || lead < 0xC2 {
		return utf8.RuneError, 1
	}
	var again [utf8.UTFMax]byte
	n := copy(again[:], b)
	again[0] = lead
	if r, size = utf8.DecodeRune(again[:n]); !s.common(r) || r >= 0x370 && unicode.IsUpper(r) {
		return utf8.RuneError, 1
	}
	return r, size
}

// readsNothing tells whether none of the codecs found reads anything in the
// run b[start:end] that was worth a look, each as its case says.
func (t *table) readsNothing(b []byte, start, end int, found uint64) bool {
	var s shape
	if !t.shapeOf(&s, b, start, end) {
		return false
	}
	plain := s.script != unlike && !s.signs && (s.script == latinScript || !s.within) && s.n <= maxShort && usualCase(b, start, end, s.runes[:s.n:s.n])
	for ; found != 0; found &= found - 1 {
		x := s.read(codec.ID(bits.TrailingZeros64(found)))
		switch {
		case x.common+x.rare == 0 && x.cut < 2 && !x.likely:
			// "déjà»" is the beginning of Lao, as windows-1252.
		case s.script != unlike && s.script != latinScript && !s.within:
			// "ЭЛЕМЕНТ", as IBM855, has a ѩ and a ө among letters that are
			// none; "км²", as KOI8-R, a combining mark.
			if s.foreign(x) {
				return false
			}
		case plain:
			// "ří", as x-mac-ce, is U+0792 of Thaana.
			if x.common > 0 {
				return false
			}
		case x.common == 0 && x.rare <= 2 && x.cut == 0 && (opens(s.runes[0]) || s.runes[0] == '\u00a0'):
			// "«À" and a word behind a no-break space are rare letters in Mac pages.
		default:
			return false
		}
	}
	return true
}

// foreign tells whether a reading of a run with letters of a script other than
// Latin is worth a look.
func (s *shape) foreign(x reading) bool {
	whole := x.common + x.rare
	if s.strict && s.capitals {
		return x.common >= 4 && x.common >= 4*x.loose || whole > 4 && x.loose == 0
	}
	return x.sign || x.likely || x.common > 0 && x.common >= 2*x.loose || whole >= 3 && whole >= 4*x.loose
}

// maxShort, in runes, is how long Latin letters may be to read as nothing.
const maxShort = 6

// latinScript is the script of Latin letters, which are no part of word.
const latinScript kind = 0

// script returns the script of a letter, unlike if it is another or none.
func (t *table) script(r rune) kind {
	switch {
	case r < 0x250 || 0x1E00 <= r && r < 0x1F00:
		if unicode.IsLetter(r) && r > 0xBA { // not ª and º, whose sequences often lose a quote
			return latinScript
		}
	case firstLetter <= r && r <= lastLetter:
		return t.kinds[r] & (scripts | unlike)
	}
	return unlike
}

// kindOf returns the kind of r.
func (t *table) kindOf(r rune) kind {
	if r < firstLetter || r > lastLetter {
		return unlike
	}
	return t.kinds[r]
}

// usualCase tells whether the letters b[start:end] and the ASCII beside them
// are in lower case, or in upper case, or begin with a capital.
func usualCase(b []byte, start, end int, runes []rune) bool {
	before := ' '
	if start > 0 && latin(b[start-1]) {
		before = rune(b[start-1])
	}
	capitals := 0 // in a row
	for i := range len(runes) + 1 {
		r := after(b, end)
		if i < len(runes) {
			r = runes[i]
		}
		switch {
		case unicode.IsUpper(r):
			if unicode.IsLower(before) {
				return false
			}
			capitals++
		case unicode.IsLower(r):
			if capitals > 1 {
				return false
			}
			capitals = 0
		default:
			capitals = 0
		}
		before = r
	}
	return true
}

// after returns the ASCII letter behind a run, a blank if none is.
func after(b []byte, end int) rune {
	if end < len(b) && latin(b[end]) {
		return rune(b[end])
	}
	return ' '
}

// likelyCut tells whether a sequence that breaks off behind these two bytes may
// stand alone: signs and emoji do, and surrogates are no whole sequence at all.
// Other writing comes by the line.
func likelyCut(lead, trail byte) bool {
	switch lead {
	case 0xE1:
		return trail == 0xB8 || trail == 0xBA || trail == 0xBB // Vietnamese
	case 0xE2:
		return trail <= 0x9E
	case 0xE3:
		return trail <= 0x83
	case 0xEF:
		return trail >= 0xB8
	case 0xF0:
		return trail == 0x9F
	}
	return false
}

// barred tells whether no text holds r.
func barred(r rune) bool { return 0xE000 <= r && r < 0xF900 || r >= 0xE0000 }

// common tells whether r, in a Latin word or by itself, stands in much text: a
// letter of Latin, Greek or Cyrillic, a sign, a control of a deeper layer. Other
// writing comes by the line, and much of it does not look like letters.
func common(r rune, within bool) bool {
	switch {
	case r < 0x180 || 0x1E00 <= r && r < 0x1F00 || 0x2000 <= r && r < 0x2800:
		return true
	case 0x1A0 <= r && r <= 0x1A1, 0x1AF <= r && r <= 0x1B0, 0x218 <= r && r < 0x21C, r == 0x259:
		return true // of Vietnamese, Romanian, Azerbaijani
	case 0x384 <= r && r < 0x3CF, 0x400 <= r && r < 0x460, 0x490 <= r && r < 0x492:
		return !within
	case 0x10000 <= r && r < 0x20000, 0x3000 <= r && r < 0x3040, 0xFE00 <= r && r < 0xFE10, 0xFF00 <= r && r <= 0xFFFF:
		return true
	}
	return false
}

// thaiByte returns what windows-874 has for the rune at b[i], 0 if that is no Thai.
func thaiByte(b []byte, i int) byte {
	w := uint32(0)
	switch {
	case i+4 <= len(b):
		w = binary.LittleEndian.Uint32(b[i:])
	case i+3 == len(b):
		w = uint32(b[i]) | uint32(b[i+1])<<8 | uint32(b[i+2])<<16
	}
	if w&0xC0FEFF != 0x80B8E0 {
		return 0
	}
	return thaiBytes[w>>8&1<<6|w>>16&0x3F]
}

// thaiBytes are the bytes of windows-874 for U+0E00 and up, 0 for what is none.
var thaiBytes = func() (list [0x80]byte) {
	for i := 1; i <= 0xFB-0xA0; i++ {
		list[i] = byte(0xA0 + i)
	}
	return list
}()

// thaiSequence decodes the sequence that begins with c, the byte of three or four that the rune
// at b[i] has, a trail behind it.
func thaiSequence(b []byte, i int, c byte) (r rune, size int) {
	page := [utf8.UTFMax]byte{c}
	n := 1
	for n < len(page) {
		if page[n] = thaiByte(b, i+3*n); page[n]&0xC0 != 0x80 {
			break
		}
		n++
	}
	if n == 2 {
		return utf8.RuneError, 1
	}
	return utf8.DecodeRune(page[:n])
}

// thaiQuick is thaiRun where that shows by how many runes can be in a sequence at most: two for each trail
// right behind a lead, and two more where the next one is behind a lead of three or four. It has no branch by
// the rune.
func thaiQuick(b []byte, i int) (end int, ok bool) {
	start, pairs, threes := i, uint(0), uint(0)
	var last, before uint // roles of the runes before
	for i+4 <= len(b) {
		w := binary.LittleEndian.Uint32(b[i:])
		if w&0xC0FEFF != 0x80B8E0 {
			break
		}
		role := uint(thaiRoles[w>>8&1<<6|w>>16&0x3F])
		if role == 0 {
			break
		}
		pairs += role & (last >> 1) & 1
		threes += role & last & (before >> 2) & 1
		last, before = role, last
		i += 3
	}
	if i == len(b) || b[i] >= 0x80 || latin(b[i]) || i-start >= cells.Max {
		return i, false
	}
	return i, 8*(pairs+threes) < uint(i-start)
}

// thaiRoles are bits for what the bytes of thaiBytes do in UTF-8: 1 for a trail, 2 for a lead, with 4
// of three bytes and more; 8 for all that is Thai.
var thaiRoles = func() (list [0x80]uint8) {
	for i, c := range thaiBytes {
		switch {
		case c == 0:
		case c < 0xC0:
			list[i] = 8 | 1
		case c < 0xC2:
			list[i] = 8
		case c < 0xE0:
			list[i] = 8 | 2
		default:
			list[i] = 8 | 2 | 4
		}
	}
	return list
}()

// thaiRun tells whether the run that begins at b[i] is Thai alone, of which
// windows-874, the one page with Thai in it, reads less than three quarters, and
// returns its end if so.
// Thai has no blanks between words, so that a run is a sentence, and
// some letters of it make a sequence by chance. Of damage the page reads
// all, or what it lost is there.
func thaiRun(b []byte, i int) (end int, ok bool) {
	if b[i] != 0xE0 || i > 0 && latin(b[i-1]) {
		return i, false
	}
	if end, ok := thaiQuick(b, i); ok {
		return end, true
	}
	start, known, read := i, 0, 0 // in runes
	for c := thaiByte(b, i); c != 0; {
		next := thaiByte(b, i+3)
		if c < 0xC2 || next&0xC0 != 0x80 { // nearly all
			i += 3
			c = next
			continue
		}
		r, size := rune(c&0x1F)<<6|rune(next&0x3F), 2
		if c >= 0xE0 {
			if r, size = thaiSequence(b, i, c); size == 1 {
				i += 3
				c = next
				continue
			}
		}
		if !barred(r) {
			read += size
			if common(r, false) || r >= 0x2E80 {
				known += size
			}
		}
		i += 3 * size
		c = thaiByte(b, i)
	}
	all := (i - start) / 3
	if i < len(b) && (b[i] >= 0x80 || latin(b[i])) || i-start >= cells.Max {
		return i, false
	}
	return i, 4*read < 3*all || known <= 2 && read < 6 && (known == 0 || read < all)
}
