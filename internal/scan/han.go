package scan

import (
	_ "embed"
	"slices"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// Text of a double-byte page that was read as another one stands there in runes of three bytes, as clean Chinese, Japanese and Korean does:
// "拸楊湖羲" is 无法打开 in GBK, read as Big5, and "僼傽僀儖" ファイル in Shift_JIS, read as GBK. What tells them apart is how rare the
// runes are. A run is looked at if its first rune is rare, as one in twenty is that clean runs begin with; of what damage makes, most begin so.

// hanTable is what runes cost by themselves, by the language model: see corpus/pairs for the format.
//
//go:embed han.bin
var hanTable string

// The runes that the table has, four bits each: of those from firstWide to before lastWide, and from firstCompatible to the end of the plane. What is private use,
// from firstPrivate on, is where pages have the user's area.
const (
	lastWide        = 0xD800
	firstPrivate    = 0xE000
	firstCompatible = 0xF900
)

// leastNats is what 0 stands for in the table, and unknownHan what a rune costs there that the model does not know.
const (
	leastNats  = 3
	unknownHan = leastNats + 15
)

// hanNats returns what a rune costs by itself, in nats; ok is false if the table has it not.
func hanNats(r rune) (nats int, ok bool) {
	i := uint(r - firstWide)
	switch {
	case r < firstWide || r > 0xFFFF:
		return 0, false
	case r >= firstCompatible:
		i -= firstCompatible - lastWide
	case r >= firstPrivate:
		return unknownHan, true
	case r >= lastWide:
		return 0, false
	}
	return int(hanTable[i/2]>>(i%2*4)&15) + leastNats, true
}

const (
	// rareStart is what the first rune costs at the least, if it is no half-width katakana.
	rareStart = 13
	// hanLook is how many runes are looked at, and leastHan how many there must be.
	hanLook  = 16
	leastHan = 3
	// usualHan is what runes of such text cost as a rule, and rareHan by how much those of a run are dearer in all: of 98,000 clean
	// runs one in a thousand has as much. What is cheaper by slackHan is not looked at to the end.
	usualHan = 11
	rareHan  = 11
	slackHan = 6
	// gainHan is by how much cheaper another page must read them.
	gainHan = 10
)

// A runeSet is a set of the runes of the first plane, by 64.
type runeSet [0x10000 / 64]uint64

func (s *runeSet) has(r rune) bool { return s[uint16(r)>>6]>>(r&63)&1 != 0 }

// rareStarts returns the set of the runes with which runs begin that are to be looked at.
func rareStarts() *runeSet {
	set := new(runeSet)
	for r := rune(firstWide); r <= 0xFFFF; r++ {
		if nats, ok := hanNats(r); ok && startsRare(r, nats) {
			set[r>>6] |= 1 << (r & 63)
		}
	}
	return set
}

// wideStarts returns the same with those that begin what UTF-8 looks like.
func wideStarts(rare *runeSet) *runeSet {
	set := runeSet(*codec.UTF8Starts())
	for i, x := range rare {
		set[i] |= x
	}
	return &set
}

// hanPages are the pages that such text is of, and is read as.
var hanPages = append(slices.Clip(codec.DoubleByte), codec.Big5Unicode)

// startsRare tells whether a rune is one of those, which costs so much.
func startsRare(r rune, nats int) bool {
	if hangul(r) {
		return nats == unknownHan
	}
	return nats >= rareStart || narrow(r)
}

// hangul tells whether r is a syllable of Korean, with which words begin.
func hangul(r rune) bool { return 0xAC00 <= r && r < lastWide }

// narrow tells whether r is half-width katakana.
func narrow(r rune) bool { return 0xFF61 <= r && r < 0xFFA0 }

// hanRun tells whether the run that begins at b[start] may be text of a double-byte page that was read as another: its runes are rare, and one of
// those pages has commoner ones for the same bytes.
func (t *table) hanRun(b []byte, start int) bool {
	if b[start] < firstDouble || start+3*leastHan > len(b) {
		return false
	}
	r := rune(b[start]&0x0F)<<12 | rune(b[start+1]&0x3F)<<6 | rune(b[start+2]&0x3F)
	if !t.rare.has(r) || r != runeAt(b, start) || commonHan(b[start:]) {
		return false
	}
	nats, ok := hanNats(r)
	var runes [hanLook]rune
	n, sum, soon := 0, 0, !narrow(r) // half-width letters cost little, until marks stand among them
	i := start
	for ok && n < len(runes) {
		runes[n] = r
		n++
		if sum += nats; soon && n >= leastHan && sum < n*usualHan-slackHan { // as nearly all runs are soon
			return false
		}
		i += 3
		r = runeAt(b, i)
		nats, ok = hanNats(r)
	}
	return n >= leastHan && sum >= n*usualHan+rareHan && readsHan(runes[:n], sum-gainHan, ok)
}

// commonHan tells whether the first leastHan runes of b are characters, and cost less in all than is usual, as those of nearly all clean text.
func commonHan(b []byte) bool {
	sum := 0
	for i := 0; i < 3*leastHan; i += 3 {
		r := uint(b[i]&0x0F)<<12 | uint(b[i+1]&0x3F)<<6 | uint(b[i+2]&0x3F)
		if b[i]-firstDouble >= 0xED-firstDouble { // what is no character, or behind the run
			return false
		}
		r -= firstWide
		sum += int(hanTable[r/2]>>(r%2*4)&15) + leastNats
	}
	return sum < leastHan*usualHan-slackHan
}

// readsHan tells whether runes are the bytes of one double-byte page that another one reads as runes that cost less than
// most in all. If they are cut, the last bytes may be too few.
func readsHan(runes []rune, most int, cut bool) bool {
	for _, read := range hanPages {
		var room [4 * hanLook]byte
		bytes, ok := room[:0], true
		for _, r := range runes {
			c := codec.CodeOf(read, r)
			if ok = c.N > 0; !ok {
				break
			}
			bytes = append(bytes, c.Bytes[:c.N]...)
		}
		if !ok {
			continue
		}
		for _, from := range hanPages {
			if from != read && cheaperHan(bytes, from, most, cut) {
				return true
			}
		}
	}
	return false
}

// cheaperHan tells whether a page reads bytes, and as what costs at most so many nats.
func cheaperHan(bytes []byte, page codec.ID, most int, cut bool) bool {
	var room [4 * 4 * hanLook]byte
	text, _ := page.Codec().AppendDecode(room[:0], bytes)
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		text = text[n:]
		if r == utf8.RuneError {
			return cut && len(text) == 0
		}
		nats, ok := hanNats(r)
		if !ok {
			nats = usualHan
		}
		if most -= nats; most < 0 {
			return false
		}
	}
	return true
}
