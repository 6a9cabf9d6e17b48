package engine

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/scan"
)

// mayBeMeant tells whether a text that one path reads whole may be about damage: then
// it is no case for the fast tier. Twins it has only in ASCII, or they would be read, too.
func (s *settler) mayBeMeant(text []byte, found *settled, opt *Options) bool {
	mark := straightQuote(text)
	if mark < len(text) && opt.holdsCounted(text) {
		return true
	}
	if opt.Profile.isAbout() || staysInPatch(opt.Profile, text) ||
		mark < len(text) && len(text) < 2*maxSegment && hasPlainTwin(text, found.text) {
		return true
	}
	runs := s.levels[0].runs
	if s.shapes&shapeUnit != 0 && measures(text, runs) || s.shapes&shapesInPrint != 0 && endInMarks(text, runs, found) ||
		!opt.Profile.hasWork() && s.maySpeak(text, mark, runs, opt.Profile) {
		return true
	}
	nums, quoted := int32(0), true
	for _, run := range runs {
		wide := run.nums - nums
		nums = run.nums
		set := mark < len(text) && wide <= 3 && inPattern(text, int(run.start), int(run.end), func(int) bool { return true })
		quoted = quoted && set
		if set {
			continue
		}
		if wide != 2 || run.start > 0 && asciiLetter(text[run.start-1]) || int(run.end) < len(text) && asciiLetter(text[run.end]) {
			return false
		}
	}
	return quoted || len(runs) >= leastListed
}

// straightQuote returns where the first straight quote of a text is, its length if there is none.
func straightQuote(text []byte) int {
	n, _ := scan.Seek(text, '\'', '"', '`')
	return n
}

// maySpeak tells whether a text may speak of one of its runs, see [meaning.spoken]; mark is the first straight quote in it.
func (s *settler) maySpeak(text []byte, mark int, runs []settleRun, p *Profile) bool {
	whole := stringOf(text)
	quoted := func(run settleRun) bool {
		return int(run.start) > mark && inToken(text, int(run.start), int(run.end)) || inSlashes(text, int(run.start), int(run.end))
	}
	if slices.ContainsFunc(runs, quoted) && (p.speaks() || speechOf(whole) != ofOther) {
		return true
	}
	apart := func(run settleRun) bool { return standsApart(whole, int(run.start), int(run.end)) }
	return slices.ContainsFunc(runs, apart) && asks(whole) || hasSubject(whole)
}

// straightens tells whether straight makes ASCII of a text.
func straightens(text []byte) bool {
	for i := skipASCII(text, 0); i < len(text); i = skipASCII(text, i) {
		r, n := utf8.DecodeRune(text[i:])
		if !strings.ContainsRune(straightened, r) {
			return false
		}
		i += n
	}
	return true
}

// hasPlainTwin is hasTwin for twins in ASCII.
func hasPlainTwin(before, after []byte) (found bool) {
	if bytes.IndexByte(before, '"') < 0 && bytes.IndexByte(before, '`') < 0 {
		return false
	}
	text := stringOf(before)
	eachWord(before, after, func(start, end, from, to int) {
		if found || !straightens(after[from:to]) {
			return
		}
		seg := setOff(text, start, end)
		if !seg.ok {
			return
		}
		twin := straight.Replace(text[seg.from:start] + string(after[from:to]) + text[end:seg.to])
		found = isASCII(twin) && hasTwin(text, seg, twin)
	})
	return found
}
