package engine

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// A chart lists characters of a code page in the order of their numbers: `░▒▓│┤╡╢`, `| Ç | ü | é | â | ä |`.
// Damage never does: of a sequence of UTF-8 three bytes at the most follow one another, and a word has no
// five letters in the order of an alphabet, or of a row of it. Such a list is of the page that it lists,
// whatever another page makes of it: what is found there is none, not even a suspect, unless the document shows
// that this pair of pages is at work.
const (
	leastChart = 5
	// chartGap, in bytes, is how much there may be between two characters of a chart: marks,
	// blanks and numbers.
	chartGap = 8
	// chartReach, in bytes, is how far beyond a finding a chart is looked for on either side.
	chartReach = 160
)

// uncharted leaves out findings in charts.
func (e *Engine) uncharted(text string, found []Finding) []Finding {
	return slices.DeleteFunc(found, func(f Finding) bool {
		path := f.Readings[0].Path
		return !strings.HasPrefix(path, origins[0]) && !slices.Contains(e.opt.Known, path) && e.opt.Profile.Shift(path, 1) < learntShift &&
			chartAround(text, f.Start, f.End)
	})
}

// chartAround tells whether most of the characters around a span, as far as nothing but gaps parts them, are a chart.
func chartAround(text string, start, end int) bool {
	from, to := chartBounds(text, start, end)
	var rows [64]chartRow // by codec
	wide := 0
	for _, r := range text[from:to] {
		if r < utf8.RuneSelf {
			continue
		}
		wide++
		for c, b := range codec.BytesOf(r) {
			rows[c].add(b)
		}
	}
	most := 0
	for c := range rows {
		rows[c].add(0)
		most = max(most, rows[c].charted)
	}
	return 2*most > wide
}

// chartBounds returns the stretch around a span that a chart may take.
func chartBounds(text string, start, end int) (from, to int) {
	from, to = start, end
	for i, gap := start, 0; i > 0 && start-i < chartReach && gap <= chartGap; {
		r, n := utf8.DecodeLastRuneInString(text[:i])
		i -= n
		if gap++; r >= utf8.RuneSelf {
			from, gap = i, 0
		} else if !inChart(r) {
			break
		}
	}
	for i, gap := end, 0; i < len(text) && i-end < chartReach && gap <= chartGap; {
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		if gap++; r >= utf8.RuneSelf {
			to, gap = i, 0
		} else if !inChart(r) {
			break
		}
	}
	return from, to
}

// inChart tells whether a rune of ASCII stands between those of a chart: letters do only as digits.
func inChart(r rune) bool {
	return !('A' <= r && r <= 'Z' || 'a' <= r && r <= 'z') || 'A' <= r && r <= 'F' || 'a' <= r && r <= 'f' || r == 'x'
}

// A chartRow follows the bytes of one page: a row goes on by ones or, along a column, by sixteens.
type chartRow struct {
	last    byte // 0 where the page has none
	step    int8
	run     int // characters in a row so far
	charted int // characters in rows that are long enough
}

func (c *chartRow) add(b byte) {
	step := int(b) - int(c.last)
	goes := b != 0 && c.last != 0 && (step == 1 || step == -1 || step == 16 || step == -16)
	switch {
	case goes && (c.run == 1 || step == int(c.step)):
		c.run++
		c.step = int8(step)
	default:
		if c.run >= leastChart {
			c.charted += c.run
		}
		c.run, c.step = 0, 0
		if b != 0 {
			c.run = 1
		}
		if goes {
			c.run, c.step = 2, int8(step)
		}
	}
	c.last = b
}
