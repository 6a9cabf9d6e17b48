package scan

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/unbake/unbake/internal/codec"
)

// quickPieces are what blocks of one kind are of, and what is not in them.
var quickPieces = [][]string{
	{"é", "ç", "ß", "ą", "č", "ł", "ế", "ủ", "ẩn", "ő", "š", "ž", "ñ", "caf", "t", "s", " ", " ", " ", "’", "–", " “", "” ", "…", "„", "«", "\u00a0", "»", "·", "a", "Z", "1", ", "},
	{"слово", "я", "и", "В", "Дом", "По", "фо", "шь", "эх", "ъ", "ё", "ї", " ", " ", " ", ", ", " — ", "«", "»", ".", "x", "5", "№", "Ё", "ђ", "…"},
	{"λόγος", "και", "η", "Το", "Ελλάδα", "ά", "ΐ", "ϊ", "Ά", "Ϊ", "ς", " ", " ", " ", ". ", "«", "»", "·", "b", "7", " – "},
	{"שלום", "של", "ב", "׳", "ִ", " ", " ", " ", "-", "q", ". "},
	{"كتاب", "و", "في", "پ", "گ", "ی", "ک", "،", "؟", "ِ", "ـ", " ", " ", " ", "Q", "٣"},
	{"हिन्दी", "में", "क", "।", "ज़", "তুমি", "தமிழ்", "ഭ", " ", " ", ", ", "k", "9"},
	{"中文", "的", "。", "，", "日本", "の", "カ", "ー", "「", "한국", "어", "힣", "“", "”", "…", "—", "·", "’", " ", "\n", "G", "3", "ﾊ", "茅"},
	{"ქართული", "და", "ა", "ខ្មែរ", "ភាសា", "አማርኛ", "ነው", "“", "”", "–", " ", " ", " ", ", ", "a", "ế", "Z"},
	{"ที่", "ไทย", "เมือง", "ข", "เ", "ยาย", "แปดสิบบาทครับ", "เมื่อเช้านี้ยายทำข้าวต้มอร่อยมาก", "หนังสือเล่มนี้ราคาเท่าไร", "เธเน", "เธเธฒเธ", "ๆ", "๑", "฿", "ฺ", "ฯ", "–", "“", " ", " ", "\n", ", ", "a", "Z"},
	{"Ã", "â", "Â", "©", "€", "†", "\u0081", "\uFFFD", "😀", "ก", "เมือง", "đ", "ượ", "ю", "\xc3", "\xe2\x80", "\xf0\x9f", "\x80", "\xed\xa0\x80", "\xc0\xaf", "\xff", "\xe0\x80\x80", "É", "Ś", "ή", "中", "И", " "},
}

// quickText makes a text of pieces of a kind, with some of others among them, one in so many.
func quickText(rnd *rand.Rand, n, others int) string {
	var b strings.Builder
	kind := quickPieces[rnd.IntN(len(quickPieces))]
	for b.Len() < n {
		list := kind
		switch x := rnd.IntN(4 * others); {
		case x == 0:
			kind = quickPieces[rnd.IntN(len(quickPieces))]
		case x < 4:
			list = quickPieces[rnd.IntN(len(quickPieces))]
		}
		b.WriteString(list[rnd.IntN(len(list))])
	}
	return b.String()
}

// TestQuickTexts: all kinds of blocks, next to each other in all ways.
func TestQuickTexts(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 6))
	for range 1000 {
		// What may be damage ends a look, so that pieces that are none are the most of it.
		for _, others := range []int{2, 20, 200} {
			sameByMarks(t, quickText(rnd, 300, others))
			sameByMarks(t, strings.Repeat("x", rnd.IntN(64))+quickText(rnd, 150, others)+quickText(rnd, 200, 1000))
		}
	}
}

// quickWords are words of each mode, of which a text before something has the blocks looked at as such.
var quickWords = []string{"été ", "việt ở ", "слово и ", "και λόγος ", "של שלום ", "في كتاب ", "में हिन्दी ", "中文 ", "ไทย เมื่อ "}

// TestQuickPairs: each rune of a codec before and behind some of all kinds, in blocks of a mode.
func TestQuickPairs(t *testing.T) {
	kinds := []string{"é", "É", "ß", "я", "Я", "По", "ф", "ω", "Ω", "ש", "ع", "ह", "中", "«", "»", "’", "—", "…", "†", "Ã", "â", "đ", "ế", "ก", " ", "x", "X", "?"}
	for i := range codec.NumRunes() {
		s := string(codec.RuneAt(uint16(i)))
		for k, kind := range kinds {
			word := quickWords[(i+k)%len(quickWords)]
			// One of these is cut by a block somewhere.
			before := strings.Repeat(word, 200/len(word)) + strings.Repeat("x", i%64)
			sameByMarks(t, before+" "+s+kind+" "+kind+s+" a"+s+kind+"b "+word+kind+s+word)
			sameByMarks(t, before+"B"+s+"C "+kind+s+kind+" "+word+strings.TrimSpace(word)+s+" "+s+word)
			sameByMarks(t, before+strings.TrimSpace(word)+s+kind+" "+kind+s+"c "+word)
		}
	}
}

// TestQuickPlaces: words and cut sequences across the bounds of blocks of a mode.
func TestQuickPlaces(t *testing.T) {
	for _, word := range quickWords {
		whole := strings.TrimSpace(word)
		for _, s := range []string{"\xc3", "\xd0", "\xe2\x80", "\xe3\x81", "\xb0", "\xc3\xd0\xb0", whole + "\xd0", whole + "\xd8x", whole + "\x80", "é\xc3", "éé\xc3\xa9",
			"«" + whole, whole + "»", whole + "x", "x" + whole, "–é", "Рё", "Ñ€Ð°Ð±", "фхшъ", "ÃŸ", "É’É", "x\xc3\x97x", "\xe1\xbaé", "\xe1\xba", "ế", "\xe1\xbb\xe1\xbb\x80", "\xe1\xba\xc0"} {
			for n := range 70 {
				before := strings.Repeat(word, 200/len(word)) + strings.Repeat("y", n) + " "
				sameByMarks(t, before+s+" "+word+s)
				sameByMarks(t, before+s+word+s+"z")
			}
		}
	}
}

// TestModes: what is of a mode goes by as the mode takes it.
func TestModes(t *testing.T) {
	x := loaded()
	for i, m := range modes {
		n := 0
		for k, r := range m.rects {
			if i >= firstPlainMode && i < thaiMode && x.hasAny(r) {
				t.Errorf("mode %d: a codec has some of rectangle %d", i+1, k)
			}
			for _, lead := range r.leads {
				for _, h := range r.high {
					for _, l := range r.low {
						n++
						c := rune(lead&0x1F)<<6 | rune(h&3)<<4 | rune(l)
						switch kind := x.kindOf(c); {
						case i >= firstPlainMode:
						case i == 0 && k == 7:
							if remnantOf(c) || x.traitOf(c)&latinLetter == 0 {
								t.Errorf("%q may be what a loss leaves, or is no letter", c)
							}
						case i == 0:
							if !x.accent([]byte(string(c)), 0) {
								t.Errorf("%q is no letter that may stand anywhere", c)
							}
						case m.closes && k >= firstCapital:
							if !closes(c) {
								t.Errorf("%q is no sign that stands behind a word", c)
							}
						case k >= firstCapital:
							if kind&^scripts != letter|upper {
								t.Errorf("%q is no capital: %b", c, kind)
							}
						case kind&scripts == 0 || kind&(unlike|upper|rare) != 0 || k != seldomBit && strings.ContainsRune("фхшъэю", c) && !has(m.rects[seldomBit], c):
							t.Errorf("%q is no letter in lower case: %b", c, kind)
						}
					}
				}
			}
		}
		if n < 26 && i < thaiMode {
			t.Errorf("mode %d has %d runes", i+1, n)
		}
	}
}

// has tells whether a rune of two bytes is in a rectangle.
func has(r rect, c rune) bool {
	b := []byte(string(c))
	return slices.Contains(r.leads, b[0]) && slices.Contains(r.high, b[1]>>4) && slices.Contains(r.low, b[1]&0xF)
}
