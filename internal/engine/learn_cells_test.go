package engine

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/unbake/unbake/corpus"
)

// manySamples are cells that a document of several batches has: clean, damaged by pages of all kinds, quoted, spoken of, and
// some of them again.
func manySamples(t *testing.T) (cells []string) {
	for round := range 12 {
		for i, s := range corpus.Samples() {
			path := []string{"utf-8>windows-1252", "utf-8>windows-1251", "windows-1251>windows-1252", "windows-1250>windows-1252"}[i%4]
			cells = append(cells, fmt.Sprint(s.Text, i%100), fmt.Sprintf(`"%s" %d 'é'`, s.Text, round))
			if baked, err := corpus.Bake(s.Text, corpus.MustPath(path)); err == nil && i%3 == 0 {
				cells = append(cells, baked, fmt.Sprintf("%d “%s” mojibake", round, baked))
			}
		}
	}
	if len(cells) < 2*batchCells {
		t.Fatalf("%d cells, want several batches", len(cells))
	}
	return cells
}

// TestLearnerWorkers: what is learnt does not depend on how many look at the sample.
func TestLearnerWorkers(t *testing.T) {
	cells := manySamples(t)
	for _, values := range []bool{false, true} {
		profile := func(workers int, cells []string) string {
			l := New(Options{Values: values}).Learner(workers)
			for _, cell := range cells {
				l.Add(cell)
			}
			p := *l.Profile()
			p.raw = nil
			return fmt.Sprintf("%+v", p)
		}
		for _, cells := range [][]string{cells, cells[:40], cells[:1]} {
			want := profile(1, cells)
			if len(cells) > 1 && profile(1, cells[:len(cells)-1]) == want {
				t.Error("the last cell changes nothing")
			}
			for _, n := range []int{0, 2, 3, 16} {
				if got := profile(n, cells); got != want {
					t.Errorf("values %t, %d cells, %d workers: profile\n%s, want\n%s", values, len(cells), n, got, want)
				}
			}
		}
	}
}

// What the learner reads of a cell, by a rune at a time.
func readPlainly(cell string) (all int, runes map[rune]int, intact []uint64) {
	runes = map[rune]int{}
	for i, r := range cell {
		if all++; r >= utf8.RuneSelf {
			runes[r]++
		}
		mark := closer(r)
		if mark == 0 || r == '|' || r == '\t' {
			continue
		}
		from := i + utf8.RuneLen(r)
		if end := strings.IndexRune(cell[from:], mark); 0 < end && end < maxSegment {
			if text := (strings.Trim(cell[from:from+end], " ")); !isASCII(text) {
				intact = append(intact, hashOf(text))
			}
		}
	}
	return all, runes, intact
}

// FuzzReadCell holds the learner's look at a cell, and that for what is set off in it, against their plain twins.
func FuzzReadCell(f *testing.F) {
	for _, text := range []string{"", `"é"`, "'é' “naïve” „ja“ ‘ö’ «là» ‹ß› `ñ`", `"&eacute;" "\u00e9`, "\xe2\x80“é”\xff|é|", "|é", "é\t«", "l'été d'« ça »",
		"\"" + strings.Repeat("é", 79) + "\"", "\"a" + strings.Repeat("é", 79) + "\"", "“" + strings.Repeat("é", 80) + "” é"} {
		f.Add(text, 0, len(text))
		f.Add(text, len(text)/2, len(text)/2+1)
	}
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		c, n := sampleCell{text: text}, new(runeCount)
		c.read(n)
		all, runes, intact := readPlainly(text)
		if n.all != all || !slices.Equal(c.intact, intact) {
			t.Errorf("%q: %d runes and %x intact, want %d and %x", text, n.all, c.intact, all, intact)
		}
		n.each(func(r rune, times int) {
			if times != runes[r] {
				t.Errorf("%q: %q is there %d times, want %d", text, r, times, runes[r])
			}
			delete(runes, r)
		})
		if len(runes) > 0 {
			t.Errorf("%q: %v were not counted", text, runes)
		}
		if 0 <= start && start < end && end <= len(text) && utf8.RuneStart(text[start]) {
			if got, want := setOff(text, start, end), setOffPlainly(text, start, end); got != want {
				t.Errorf("setOff(%q, %d, %d) = %+v, want %+v", text, start, end, got, want)
			}
		}
	})
}

// setOffPlainly is setOff, a rune at a time.
func setOffPlainly(text string, start, end int) segment {
	for i := start; i > 0 && start-i < maxSegment; {
		r, n := utf8.DecodeLastRuneInString(text[:i])
		mark := closer(r)
		if mark != 0 && !(r == '\'' && wordly(text[:i-n], true) && !literal(text[:i-n])) {
			if to := closeOfPlainly(text, end, mark); to >= 0 && to-i < maxSegment {
				return segment{from: i + blanks(text[i:to]), to: i + len(strings.TrimRight(text[i:to], " ")),
					quoted: r != '|' && r != '\t', ok: true}
			}
		}
		i -= n
		if i == 0 {
			if to := strings.IndexAny(text[end:], "|\t"); to >= 0 && end+to < maxSegment {
				return segment{from: 0, to: end + to, ok: true}
			}
		}
	}
	return segment{to: end}
}

func closeOfPlainly(text string, end int, mark rune) int {
	for i := end; i < len(text) && i-end < maxSegment; {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == mark && !(r == '\'' && wordly(text[i+n:], false)) {
			return i
		}
		i += n
	}
	if mark == '|' || mark == '\t' {
		return len(text)
	}
	return -1
}

func TestHashSet(t *testing.T) {
	var s hashSet
	for round := range 2 {
		for i := range 5000 {
			if isNew := s.add(hashOf(fmt.Sprint(i))); isNew != (round == 0) {
				t.Fatalf("round %d: %d is new: %t", round, i, isNew)
			}
		}
	}
	if s.n != 5000 {
		t.Errorf("%d hashes, want 5000", s.n)
	}
}
