package scan

import (
	"strings"
	"testing"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/internal/codec"
)

// pad is ASCII in front of what is tested, longer than what is looked at without marks.
var pad = strings.Repeat("x ", minFast/2)

// sameByMarks compares the look by marks with the look at each run.
func sameByMarks(t *testing.T, text string) {
	t.Helper()
	if !hasMarks {
		t.Skip("no marks on this machine")
	}
	b := []byte(text)
	for _, stop := range []uint64{0, invalid} {
		want, _ := loaded().exact(b, 0, len(b), stop)
		for _, quick := range []bool{true, false} {
			if got := loaded().byMarks(b, 0, stop, quick); got != want {
				t.Fatalf("by marks, %q may go by up to %d, want %d, with a quick look: %t", text, got, want, quick)
			}
		}
	}
}

// TestMarksRunes: each rune in a Latin word, by itself, and before signs that tell.
func TestMarksRunes(t *testing.T) {
	for r := rune(0x80); r < 0x10000; r++ {
		if 0x3100 < r && r < 0xF800 && r%64 > 1 {
			continue
		}
		s := string(r)
		sameByMarks(t, pad+"ab"+s+"cd")
		sameByMarks(t, pad+"AB"+s+" "+s+s+` "`+s+`"`)
	}
}

// TestMarksPairs: each rune of a codec before and behind some of all kinds.
func TestMarksPairs(t *testing.T) {
	kinds := []string{"é", "Ã", "Â", "ř", "Ș", "ờ", "я", "Я", "ђ", "ω", "Ω", "ש", "ع", "پ", "ِ", "ก", "ข", "แ", "๑", "ह", "中", "が", "한",
		"«", "»", "“", "’", "—", "†", "…", "€", "╨", "\u00a0", "\u0081", "\uFFFD", "¾", "😀", "Ა", "ﬁ", "，"}
	for i := range codec.NumRunes() {
		s := string(codec.RuneAt(uint16(i)))
		for _, k := range kinds {
			sameByMarks(t, pad+s+k+" "+k+s)
			sameByMarks(t, pad+"a"+s+k+"b "+k+s+k)
		}
	}
}

// TestMarksPlaces: runs across the bounds of blocks, and cut sequences there.
func TestMarksPlaces(t *testing.T) {
	for _, s := range []string{"Не", "слово", "Рё", "Слово»", "ção", "đượ", "Ã ", "áâ\"", "äSäE", "a‚ ", "a╔ ", "เกม", "กขคง", "中文，中", "a‡中b", "x³y", "GÇö", "茅", "\uFFFD셲", "\xe2\x80", "\xf0\x9f\x98", "\xc3"} {
		for n := range 70 {
			sameByMarks(t, pad+strings.Repeat("y", n)+s+"z"+s)
			sameByMarks(t, pad+"é "+strings.Repeat("y", 64+n)+s+"z"+s) // by a quick look for Latin
			sameByMarks(t, pad+strings.Repeat("ะ", n)+s)
			sameByMarks(t, pad+strings.Repeat("中", n)+s+strings.Repeat(" 中", 40))
		}
	}
	for _, s := range corpus.Samples() {
		sameByMarks(t, pad+s.Text+s.Text)
	}
}

// TestLetterRects: what counts as a letter of a row is one to word, too.
func TestLetterRects(t *testing.T) {
	for _, r := range letterRects {
		for _, lead := range r.leads {
			for _, h := range r.high {
				for _, l := range r.low {
					c := rune(lead&0x1F)<<6 | rune(h&3)<<4 | rune(l)
					if k := loaded().kindOf(c); k&(unlike|upper|rare) != 0 || k&scripts == 0 {
						t.Errorf("%q is no letter in lower case: %b", c, k)
					}
				}
			}
		}
	}
}

func FuzzMarks(f *testing.F) {
	for _, s := range []string{"cafÃ©", "itâ€™s «Сколько»", "сам Её там", "\xc3\xa9\xff\xe2\x80", "voilÃ\r\n", "ยายทำข้าว", "😀Ã\uFFFD", "ma³y journÇe"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { sameByMarks(t, text+pad+text) })
}

// TestEscapesEverywhere: an escape is found wherever it stands among blocks, behind
// signs that begin none.
func TestEscapesEverywhere(t *testing.T) {
	for n := range 300 {
		for _, before := range []string{"x", "%", "é ", "a&b "} {
			head := strings.Repeat(before, 300)[:n]
			for head != "" && head[n-1] >= 0x80 {
				head = strings.TrimRightFunc(head, func(r rune) bool { return r >= 0x80 })
				head += strings.Repeat("x", n-len(head))
			}
			text := head + "&Atilde;&copy; and so on" + pad
			if got, want := escaped([]byte(text), 0, len(text)), nextEscapeIn([]byte(text), 0, len(text)); got != want || want != n {
				t.Fatalf("escaped(%q) = %d, want %d", text, got, n)
			}
			if got := Clean(text); got != n {
				t.Fatalf("Clean(%q) = %d, want %d", text, got, n)
			}
		}
	}
}

// TestMayDouble: where a double-byte codec reads a run, the rows say that it may.
func TestMayDouble(t *testing.T) {
	check := func(text string) {
		for _, id := range codec.DoubleByte {
			if readsDouble(id, []byte(text)) && !mayDouble([]byte(text)) {
				t.Errorf("%v reads %q, which may not be", id.Codec().Name(), text)
			}
		}
	}
	for _, s := range corpus.Samples() {
		for _, id := range codec.DoubleByte {
			baked, err := corpus.Bake(s.Text, corpus.MustPath("utf-8>"+id.Codec().Name()))
			if err != nil {
				continue
			}
			for i, r := range baked {
				if r >= 0x3000 {
					check(baked[i:])
				}
			}
		}
	}
	for r := rune(0x3000); r < 0x10000; r++ {
		check(string(r))
		check(string(r) + "浣")
		check("浣" + string(r))
	}
}
