package scan

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/internal/cells"
)

// plainPasses is [table.passes] without what words and their signs are spared.
func (t *table) plainPasses(b []byte, i int, stop uint64) bool {
	if plainThai(b, i) {
		return true
	}
	end, plain := t.word(b, i)
	if !plain {
		var found uint64
		if end, found = t.run(b, i); found&stop != 0 || found&^invalid != 0 && t.suspicious(b, i, end, found&^invalid) || doubleByte(b, i) || bestFit(b, i, end) || headless(b, i, end) || t.apart(b[i:end]) {
			return false
		}
	}
	return end-i < cells.Max && !t.legacy(b, i, end)
}

// plainThai is thaiRun, rune by rune.
func plainThai(b []byte, i int) bool {
	if b[i] != 0xE0 || i > 0 && latin(b[i-1]) {
		return false
	}
	var page []byte
	start := i
	for i < len(b) && b[i] >= utf8.RuneSelf {
		r, n := utf8.DecodeRune(b[i:])
		if r <= 0xE00 || r > 0xE5B {
			break
		}
		page = append(page, byte(0xA0+r-0xE00))
		i += n
	}
	if i < len(b) && (b[i] >= 0x80 || latin(b[i])) || i-start >= cells.Max {
		return false
	}
	all, known, read := len(page), 0, 0
	for len(page) > 0 {
		r, n := utf8.DecodeRune(page)
		if n > 1 && !barred(r) {
			read += n
			if common(r, false) || r >= 0x2E80 {
				known += n
			}
		}
		page = page[n:]
	}
	return 4*read < 3*all || known <= 2 && read < 6 && (known == 0 || read < all)
}

// samePasses compares the looks at each run of a text.
func samePasses(t *testing.T, text string) {
	t.Helper()
	b := []byte(text)
	x := loaded()
	for _, stop := range []uint64{0, invalid} {
		for i := ascii(b, 0); i < len(b); {
			end, passes := x.passes(b, i, stop)
			if want := x.plainPasses(b, i, stop); passes != want {
				t.Fatalf("the run at %d of %q passes: %t, want %t", i, text, passes, want)
			}
			if at, ok := x.exact(b, i, i+1, stop); ok != passes || !ok && at != i {
				t.Fatalf("the run at %d of %q goes by: %t, up to %d, want %t", i, text, ok, at, passes)
			}
			for end < len(b) && b[end] >= 0x80 { // a run that was given up
				end++
			}
			i = ascii(b, end)
		}
	}
}

// TestPasses: words with signs around them and Thai pass as they do run by run.
func TestPasses(t *testing.T) {
	signs := []string{"", "«", "“", "„", "—", "¿", "»", "…", "،", "\u00a0", "’", "\u0301", "«««", "»»", "”»—", "†", "\uFFFD", "³", "\xe2\x80", "\u0081"}
	words := []string{"слово", "Слово", "ЭТО", "сЛово", "Рё", "и", "ђе", "το", "Ὦ", "שלום", "كلمة", "كَلِمَة", "словоword", "Ђћ", "é", "中文", "เกม", "แปดสิบบาทครับ", "ขคงยาย"}
	for _, front := range signs {
		for _, word := range words {
			for _, back := range signs {
				for _, around := range []string{" ", "a", "1", "?"} {
					samePasses(t, around+front+word+back+around)
				}
				samePasses(t, front+word+back)
			}
		}
	}
	for _, s := range corpus.Samples() {
		samePasses(t, s.Text)
		for _, p := range []string{"utf-8>windows-1251", "utf-8>windows-874", "utf-8>iso-8859-7", "utf-8>windows-1256"} {
			if baked, err := corpus.Bake(s.Text, corpus.MustPath(p)); err == nil {
				samePasses(t, baked)
				samePasses(t, strings.ReplaceAll(baked, " ", ""))
			}
		}
	}
}

func FuzzPasses(f *testing.F) {
	for _, s := range []string{"«Слово»…", "ราคาเท่าไร", "x中文，中y", "Рё", "ل،", "\xe0\xb8", "cafÃ©"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { samePasses(t, text) })
}
