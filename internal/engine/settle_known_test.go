package engine

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
	"github.com/unbake/unbake/internal/scan"
)

// sameByKnown compares what known runs say of a text with the steps that they stand for.
func sameByKnown(t *testing.T, s *settler, text []byte) {
	t.Helper()
	var l, deeper settleLevel
	want := s.read(&l, text, ^uint64(0))
	var known settleLevel
	if got := s.readFirst(&known, text, ^uint64(0)); got != want {
		t.Fatalf("%q is read whole by %x, want %x", text, got, want)
	}
	if want == 0 {
		return
	}
	if !slices.Equal(known.runs, l.runs) || !slices.Equal(known.nums, l.nums) {
		t.Fatalf("the runs of %q are %v of %v, want %v of %v", text, known.runs, known.nums, l.runs, l.nums)
	}
	words := 0
	eachWord(text, text, func(_, _, _, _ int) { words++ })
	if n := countWords(text, known.runs); n != words {
		t.Fatalf("%q has %d words, want %d", text, n, words)
	}
	found := settled{text: text, path: keyOf([]codec.ID{codec.Windows1252})}
	if s.shapes&shapeUnit == 0 && measures(text, known.runs) {
		t.Fatalf("%q measures, which no shape tells", text)
	}
	marks := endInMarksPlainly(text, known.runs, &found)
	if got := endInMarks(text, known.runs, &found); got != marks || marks && s.shapes&shapesInPrint == 0 {
		t.Fatalf("endInMarks(%q) = %t, shapes %b, want %t", text, got, s.shapes, marks)
	}
	w := s.west
	if !w.whole || want&codec.Windows1252.Set() == 0 {
		return
	}
	reading, agree, signs := s.decode(&l, nil, text, codec.Windows1252)
	if string(w.text) != string(reading) || w.agree != agree || w.signs != signs {
		t.Fatalf("%q reads %q, %x, %x, want %q, %x, %x", text, w.text, w.agree, w.signs, reading, agree, signs)
	}
	if below := s.read(&deeper, reading, ^uint64(0)); w.deeper != below {
		t.Fatalf("the reading of %q is read by %x, want %x", text, w.deeper, below)
	}
	got := settled{text: reading, path: keyOf([]codec.ID{codec.Windows1252})}
	weighed := got
	got.weighAs(&w.tally)
	s.weigh(&weighed)
	if got.weight != weighed.weight || got.weight != impossible && (got.odd != weighed.odd || got.rarest != weighed.rarest || got.lower != weighed.lower) {
		t.Fatalf("%q weighs %+v, want %+v", text, got, weighed)
	}
	if passes := !scan.Suspicious(reading); w.clean && !passes && !scan.Signs(reading) {
		t.Fatalf("%q, which %q reads, does not go by", reading, text)
	} else if passes {
		s.passed(text)
	}
}

// endInMarksPlainly is endInMarks, which goes by most runs, for each of them.
func endInMarksPlainly(text []byte, runs []settleRun, found *settled) bool {
	page := found.path.last()
	scripts := scriptsOf(found.text)
	printed := func(run settleRun) bool {
		list := []rune(string(text[run.start:run.end]))
		return len(list) == 3 && pairInPrint(list[1], list[2], strings.Contains(string(text[:run.start]), "«")) &&
			(list[1] == 0xA0 || list[2] == 0xA0 || int(run.end) == len(text) || !asciiLetter(text[run.end]))
	}
	all := !slices.ContainsFunc(runs, func(run settleRun) bool { return !printed(run) })
	return slices.ContainsFunc(runs, func(run settleRun) bool {
		list := []rune(string(text[run.start:run.end]))
		switch {
		case len(list) == 2 && list[1] == softHyphen && list[0] != 'Ã':
			return !hasOthers(text, runs, run) && (run.start == 0 || !asciiLower(text[run.start-1])) &&
				!(unicode.IsUpper(list[0]) && run.start > 0 && asciiLetter(text[run.start-1]) && int(run.end) < len(text) && asciiLower(text[run.end])) &&
				!fitsCapitals(lm.Default(), runeBy(page, list...))
		case len(list) == 2 && !unicode.IsLetter(list[1]):
			return inCapitals(text, run, list[1]) && !hasOthers(text, runs, run) && !fitsCapitals(lm.Default(), runeBy(page, list...))
		case printed(run):
			return all || !scripts.several(page, list...)
		}
		return false
	})
}

// Known runs say what the steps say, of samples damaged in many ways, and of the same runs in
// other surroundings.
func TestKnownRuns(t *testing.T) {
	s := settlers.New().(*settler)
	for _, sample := range corpus.Samples() {
		for _, p := range []string{"utf-8>windows-1252", "utf-8>iso-8859-1", "utf-8>windows-1250", "utf-8>macintosh", "utf-8>windows-1252>windows-1252"} {
			baked, err := corpus.Bake(sample.Text, corpus.MustPath(p))
			if err != nil {
				continue
			}
			for _, text := range []string{baked, strings.ReplaceAll(baked, " ", ""), strings.ReplaceAll(baked, " ", "? "), strings.ToUpper(baked)} {
				sameByKnown(t, s, []byte(text))
			}
		}
	}
}

func FuzzKnownRuns(f *testing.F) {
	for _, text := range []string{"« thé\u00a0» Ä\u00adther", "papá\u00a0«á»‡", "cafÃ© crÃ¨me", "itâ€™s â€œhereâ€\u009d", "ðŸ™‚ \xff", "Ã‰TÃ‰ 5Â½ Â£2", "aÃ\u0089b? Ã©Ã©Ã©Ã©Ã©Ã©Ã©", "ÃƒÂ©tÃƒÂ©\\u00c3",
		"CAFÃ‰Â® Â°C", "2 Å’ 3 Ø– KÅ“", "Ã…â€“ l’Ã©â€œ «", "SELKÄ\u00a0 EÄ“", "àЄ”à¤… xÃ—– Ã”… Ã·»", "É® É’ É–« КÂ»"} {
		f.Add(text)
	}
	s := settlers.New().(*settler)
	f.Fuzz(func(t *testing.T, text string) {
		sameByKnown(t, s, []byte(text))
		sameByKnown(t, s, []byte(text+text))
	})
}
