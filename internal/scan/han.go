package scan

import (
	_ "embed"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// Text of a double-byte page that was read as another one stands there in runes of three bytes, as clean Chinese, Japanese and Korean does:
// "拸楊湖羲" is 无法打开 in GBK, read as Big5, and "僼傽僀儖" ファイル in Shift_JIS, read as GBK. What tells them apart is how rare the
// runes are. Words of Cyrillic that were read as GBK stand so, too: "钺煎赅蜞" is објеката in windows-1251. A run is looked at if its first rune is
// rare, as one in twenty is that clean runs begin with, or the first few are together; of what damage makes, nearly all are.

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
	// strangeHan is what the first leastHan cost at the least where the first one is not rare: one clean run in 300 of Japanese, and
	// one in 80 of Korean, and of those that damage makes 30 in 31.
	strangeHan = 37
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
	first, ok := firstHanNats(b[start:])
	if ok && first < leastHan*usualHan-slackHan || (!ok || first < strangeHan) && !t.rare.has(r) || r != runeAt(b, start) {
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
	return n >= leastHan && sum >= n*usualHan+rareHan && (readsCyrillic(runes[:n]) || readsHan(runes[:n], sum-gainHan, ok))
}

// readsCyrillic tells whether runes are, in GBK, the bytes of letters of Cyrillic, small ones but the first.
func readsCyrillic(runes []rune) bool {
	return readsSmall(runes, codec.Windows1251.Codec()) || readsSmall(runes, codec.KOI8R.Codec())
}

// readsSmall is readsCyrillic for a page.
func readsSmall(runes []rune, page *codec.Codec) bool {
	for i, r := range runes {
		c := codec.CodeOf(codec.GBK, r)
		for k, b := range c.Bytes[:c.N] {
			if x := page.DecodeByte(b); !unicode.Is(unicode.Cyrillic, x) || i+k > 0 && !unicode.IsLower(x) {
				return false
			}
		}
		if c.N != 2 {
			return false
		}
	}
	return true
}

// firstHanNats returns what the first leastHan runes of b cost in all; ok is false if one is no character.
func firstHanNats(b []byte) (nats int, ok bool) {
	for i := 0; i < 3*leastHan; i += 3 {
		r := uint(b[i]&0x0F)<<12 | uint(b[i+1]&0x3F)<<6 | uint(b[i+2]&0x3F)
		if b[i]-firstDouble > 0xED-firstDouble || r >= lastWide { // or stands behind the run
			return 0, false
		}
		r -= firstWide
		nats += int(hanTable[r/2]>>(r%2*4)&15) + leastNats
	}
	return nats, true
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
