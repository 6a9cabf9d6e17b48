package engine

import (
	"bytes"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

// Shapes of runs: what a run must be like for what is looked for below. Nearly all texts have none such.
const (
	shapeUnit    = 1 << iota // Å or Ø first
	shapeMarks               // a letter and two marks
	shapeHyphen              // a letter and a soft hyphen
	shapeSign                // a letter and another sign
	shapeCapital             // the same behind a capital, which only a text shows

	shapesInPrint = shapeMarks | shapeHyphen | shapeCapital
)

// shapeOf returns the shapes of a run by itself.
func shapeOf(run []byte) (shape uint8) {
	first, n := utf8.DecodeRune(run)
	if first == 'Å' || first == 'Ø' {
		shape = shapeUnit
	}
	if n == len(run) {
		return shape // which is no sequence
	}
	second, m := utf8.DecodeRune(run[n:])
	switch {
	case n+m == len(run) && second == softHyphen && first != 'Ã': // which is í, and common
		shape |= shapeHyphen
	case n+m == len(run) && !unicode.IsLetter(second):
		shape |= shapeSign
	case n+m < len(run):
		if third, k := utf8.DecodeRune(run[n+m:]); n+m+k == len(run) && pairInPrint(second, third, true) {
			shape |= shapeMarks
		}
	}
	return shape
}

// measures tells whether some run of a text is Å or Ø with a sign behind it and no word around, see
// [search.unit].
func measures(text []byte, runs []settleRun) bool {
	for _, run := range runs {
		if lead := text[run.start : run.start+2]; string(lead) != "Å" && string(lead) != "Ø" || run.start > 0 && asciiLetter(text[run.start-1]) {
			continue
		}
		trail, n := utf8.DecodeRune(text[run.start+2 : run.end])
		if int(run.start)+2+n == int(run.end) && unitSign(trail, int(run.end) < len(text) && asciiLetter(text[run.end])) {
			return true
		}
	}
	return false
}

// endInMarks tells whether some run stands as letters do in print, and no other bears out that it is damage: a letter with two marks
// behind it, see [search.letterAndMarks], a sign behind capitals, see [search.capitalAndSign], or a soft hyphen, see [search.hyphened].
func endInMarks(text []byte, runs []settleRun, found *settled) bool {
	page, single := found.path.last(), found.path.layers() == 1
	fits := func(sequence []rune) bool { return fitsCapitals(lm.Default(), runeBy(page, sequence...)) }
	var scripts *scriptRuns // of what was found
	marked := 0
	for _, run := range runs {
		b := text[run.start:run.end]
		shape := shapeOf(b) &^ shapeUnit
		if shape == 0 {
			continue
		}
		sequence := []rune(string(b))
		switch shape {
		case shapeSign:
			if single && inCapitals(text, run, sequence[1]) && !hasOthers(text, runs, run) && !fits(sequence) {
				return true
			}
		case shapeHyphen:
			within := run.start > 0 && (asciiLower(text[run.start-1]) ||
				unicode.IsUpper(sequence[0]) && asciiLetter(text[run.start-1]) && int(run.end) < len(text) && asciiLower(text[run.end]))
			if single && !within && !hasOthers(text, runs, run) && (page != codec.Windows1252 || !fits(sequence)) {
				return true
			}
		case shapeMarks:
			first, second := sequence[1], sequence[2]
			opened := first == '»' && bytes.Contains(text[:run.start], []byte("«"))
			if first != 0xA0 && second != 0xA0 && int(run.end) < len(text) && asciiLetter(text[run.end]) || !pairInPrint(first, second, opened) {
				continue
			}
			if marked++; marked == len(runs) || !single {
				return true
			}
			if scripts == nil {
				scripts = scriptsOf(found.text)
			}
			if !scripts.several(page, sequence...) {
				return true
			}
		}
	}
	return false
}

// inCapitals tells whether a run of a letter and a sign stands behind capitals of ASCII, as [search.capitalAndSign] has it.
func inCapitals(text []byte, run settleRun, sign rune) bool {
	if run.start == 0 || !isCapital(text[run.start-1]) {
		return false
	}
	if int(run.end) < len(text) && asciiLetter(text[run.end]) {
		return isCapital(text[run.end]) && betweenCapitals(sign)
	}
	return slices.Contains(closing, sign) || run.start > 1 && (isCapital(text[run.start-2]) || text[run.start-2] >= 0x80)
}

func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }

// hasOthers tells whether other words than that of a run have runs.
func hasOthers(text []byte, runs []settleRun, run settleRun) bool {
	first, last := runs[0], runs[len(runs)-1]
	return first.end <= run.start && hasBlank(text[first.end:run.start]) || run.end <= last.start && hasBlank(text[run.end:last.start])
}

// A scriptRuns is in how many runs there are runes of a script.
type scriptRuns [1 << 8]uint16

func scriptsOf(text []byte) *scriptRuns {
	m, n := lm.Default(), new(scriptRuns)
	for i := skipASCII(text, 0); i < len(text); i = skipASCII(text, i) {
		var seen [1 << 8]bool
		for i < len(text) && text[i] >= utf8.RuneSelf {
			r, size := utf8.DecodeRune(text[i:])
			if script := m.Script(m.Sym(r)); !seen[script] {
				seen[script] = true
				n[script]++
			}
			i += size
		}
	}
	return n
}

// several tells whether the script of what a page reads as one sequence is in another run, too.
func (n *scriptRuns) several(page codec.ID, sequence ...rune) bool {
	m := lm.Default()
	return n[m.Script(m.Sym(runeBy(page, sequence...)))] > 1
}

// runeBy is what a page reads as one sequence.
func runeBy(page codec.ID, sequence ...rune) rune {
	var b [utf8.UTFMax]byte
	for i, r := range sequence {
		b[i], _ = codec.ByteOf(page, r)
	}
	r, _ := utf8.DecodeRune(b[:len(sequence)])
	return r
}
