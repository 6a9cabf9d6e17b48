package engine

import (
	"strings"
	"unicode/utf8"
)

// Quotes are what marks set off in a sample: the repaired forms of what is damaged,
// and what is intact. They show documents that are about damage, such as a unit
// test with what goes in on one line and what must come out on another.
type quotes struct {
	cell     int              // number of the cell at hand
	meant    int              // cells with damage that is spoken of
	subjects int              // cells that speak of damage
	twins    int              // damaged ones that have their twin in the same cell
	outside  int              // cells with damage that nothing sets off
	damaged  []quote          // the others
	intact   map[uint64]place // hashes of what is quoted and intact
	spoken   map[string]bool  // what is meant, as it stands there

	last, now value  // where cells are values
	pairs     [2]int // of them, with their twin right before, and right behind
}

// A quote is damaged, and set off.
type quote struct {
	cell   int
	before string
	after  uint64 // hash
}

// A place is how often something stands in the sample, and in which cell the last time.
type place struct{ times, cell int }

// A value is the hash of a value as it should be.
type value struct {
	hash    uint64
	damaged bool
}

// A document is about damage with leastTwins twins, if they are twinShare of what is
// damaged and set off, and no more cells have other damage; or with a cell that speaks of damage for
// subjectReach of what is damaged and set off, if no more than strayShare of it is not. Of values leastPairs must have their
// twin beside them, all on the same side, and twinShare of what is damaged.
const (
	leastTwins   = 2
	leastPairs   = 3
	twinShare    = 0.5
	strayShare   = 0.2
	subjectReach = 10
	mostSpoken   = 1000
	// pairReach, in cells, is how far apart the two are of a pair that speaks for itself only.
	pairReach = 4
)

// A quotedCell is what marks set off in a cell, and what is spoken of.
type quotedCell struct {
	damaged []quote  // their cells are not filled in
	intact  []uint64 // hashes
	spoken  []string // what is meant
	twins   int
	outside bool // it has damage that nothing sets off
}

// next goes on to a cell.
func (q *quotes) next(c *sampleCell, values bool) {
	q.cell++
	if c.subject {
		q.subjects++
	}
	if values {
		q.last, q.now = q.now, value{hash: c.hash}
		if q.last.damaged && q.last.hash == q.now.hash {
			q.pairs[1]++
		}
	}
}

// add adds what is set off in a cell, and what the cell becomes if it is a value.
func (q *quotes) add(c *sampleCell, values bool) {
	for _, x := range c.damaged {
		x.cell = q.cell
		q.damaged = append(q.damaged, x)
	}
	for _, sequence := range c.spoken {
		q.speakOf(sequence)
	}
	for _, h := range c.intact {
		if len(q.intact) < learnCells {
			q.intact[h] = place{q.intact[h].times + 1, q.cell}
		}
	}
	q.twins += c.twins
	if c.outside {
		q.outside++
	}
	if len(c.spoken) > 0 {
		q.meant++
	}
	if values && len(c.found) > 0 {
		q.now = value{hash: c.repaired, damaged: true}
		if !q.last.damaged && q.last.hash == q.now.hash {
			q.pairs[0]++
		}
	}
}

// quote notes what is set off in a cell and damaged, found being what is wrong with it.
func (q *quotedCell) quote(cell string, found []Finding) {
	var last segment
	for i := range found {
		f := &found[i]
		if f.meant {
			q.spoken = append(q.spoken, cell[f.Start:f.End])
		}
		if last.ok && f.End <= last.to || !f.meant && f.Verdict != Certain {
			continue
		}
		if last = setOff(cell, f.Start, f.End); !last.ok {
			q.outside = q.outside || !f.meant
			continue
		}
		if f.meant {
			q.twins++
		} else if last.quoted {
			q.damaged = append(q.damaged, quote{before: cell[last.from:last.to], after: hashOf(segmentAfter(cell, last, found))})
		}
	}
}

// speakOf notes that a sequence is spoken of.
func (q *quotes) speakOf(sequence string) {
	if q.spoken == nil {
		q.spoken = map[string]bool{}
	}
	if len(q.spoken) < mostSpoken {
		q.spoken[strings.Clone(sequence)] = true
	}
}

// quoteIntact notes what a mark that ends before cell[from] quotes, if it opens something. What is ASCII tells nothing.
func (q *quotedCell) quoteIntact(cell string, mark rune, from int) {
	mark = closer(mark)
	if mark == 0 {
		return
	}
	rest := cell[from:min(len(cell), from+maxSegment+utf8.UTFMax)]
	end := strings.IndexRune(rest, mark)
	if end <= 0 || end >= maxSegment {
		return
	}
	if text := strings.Trim(rest[:end], " "); !isASCII(text) {
		q.intact = append(q.intact, hashOf(text))
	}
}

// about tells whether the document is about damage; damaged is how many cells have some that is not spoken of.
func (q *quotes) about(values bool, damaged int) bool {
	if values {
		pairs := max(q.pairs[0], q.pairs[1])
		return pairs >= leastPairs && float64(pairs) >= twinShare*float64(damaged)
	}
	twins := q.twins
	for _, x := range q.damaged {
		if _, ok := q.intact[x.after]; ok {
			twins++
		}
	}
	quoted := q.twins + len(q.damaged)
	return twins >= leastTwins && float64(twins) >= twinShare*float64(quoted) && q.outside <= quoted ||
		quoted > 0 && subjectReach*q.subjects >= quoted && float64(q.outside) <= strayShare*float64(quoted)
}

// speaks returns what is spoken of: in a document about damage that is all that is quoted, and else what has its
// twin, which stands nowhere else, a few cells before or behind it.
func (q *quotes) speaks(about bool) map[string]bool {
	for _, x := range q.damaged {
		at := q.intact[x.after]
		if about || at.times == 1 && max(at.cell-x.cell, x.cell-at.cell) <= pairReach {
			q.speakOf(x.before)
		}
	}
	return q.spoken
}
