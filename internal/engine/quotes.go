package engine

import (
	"strings"
	"unicode/utf8"
)

// Quotes are what marks set off in a sample: the repaired forms of what is damaged,
// and what is intact. They show documents that are about damage, such as a unit
// test with what goes in on one line and what must come out on another.
type quotes struct {
	twins   int      // damaged ones that have their twin in the same cell
	outside int      // cells with damage that nothing sets off
	damaged []uint64 // hashes of what the others become
	intact  map[uint64]bool
}

// A document is about damage with leastTwins twins, if they are twinShare of what is
// damaged and set off, and no more cells have other damage.
const (
	leastTwins = 2
	twinShare  = 0.5
)

// addDamaged adds what is set off in a cell with damage.
func (q *quotes) addDamaged(cell string, found []Finding) {
	var last segment
	outside := 0
	for i := range found {
		f := &found[i]
		if last.ok && f.End <= last.to || !f.meant && f.Verdict != Certain {
			continue
		}
		if last = setOff(cell, f.Start, f.End); !last.ok {
			outside = 1
			continue
		}
		if f.meant {
			q.twins++
		} else if last.quoted {
			q.damaged = append(q.damaged, hashOf(segmentAfter(cell, last, found)))
		}
	}
	q.outside += outside
	q.addIntact(cell)
}

// addIntact adds what is quoted in a cell. What is ASCII tells nothing.
func (q *quotes) addIntact(cell string) {
	for i := 0; i < len(cell); {
		r, n := utf8.DecodeRuneInString(cell[i:])
		i += n
		mark := closer(r)
		if mark == 0 || r == '|' || r == '\t' || len(q.intact) >= learnCells {
			continue
		}
		end := strings.IndexRune(cell[i:], mark)
		if end > 0 && end < maxSegment && !isASCII(cell[i:i+end]) {
			q.intact[hashOf(strings.Trim(cell[i:i+end], " "))] = true
		}
	}
}

func (q *quotes) about() bool {
	twins := q.twins
	for _, h := range q.damaged {
		if q.intact[h] {
			twins++
		}
	}
	quoted := q.twins + len(q.damaged)
	return twins >= leastTwins && float64(twins) >= twinShare*float64(quoted) && q.outside <= quoted
}
