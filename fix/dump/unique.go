package dump

import "hash/maphash"

// A Collision is a text that stands twice in a column with a unique key, since
// at least one of the two was repaired.
type Collision struct {
	Table  string `json:"table"`
	Column string `json:"column"`
	Text   string `json:"text"`
	// Lines and Before are where the two stand, and how they did before.
	Lines  [2]int64  `json:"lines"`
	Before [2]string `json:"before"`
}

// maxUnique is how many values of unique columns are remembered, in about
// 16 MiB. Only those that are not ASCII need be: a repair gives no others.
const maxUnique = 1 << 18

// A uniqueValue is a value of a column with a unique key.
type uniqueValue struct {
	col    *ColumnStats
	hash   uint64
	text   string // cut, for people
	before string // empty if it was not repaired
	line   int64
}

// uniqueSeen remembers values by their hash.
type uniqueSeen map[uniqueHash]uniqueFirst

// hashSeed is one for all, so that workers can hash.
var hashSeed = maphash.MakeSeed()

type uniqueHash struct {
	col  *ColumnStats
	hash uint64
}

type uniqueFirst struct {
	before string
	line   int64
}

// add notes a value, and a collision if it is not the first such one.
func (u *uniqueSeen) add(s *Stats, v uniqueValue) {
	if *u == nil {
		*u = uniqueSeen{}
	}
	key := uniqueHash{v.col, v.hash}
	first, ok := (*u)[key]
	switch {
	case !ok && len(*u) == maxUnique:
		s.UniqueUnchecked = true
	case !ok:
		(*u)[key] = uniqueFirst{v.before, v.line}
	case first.before+v.before != "" && len(s.Collisions) < MaxProblems:
		c := Collision{
			Table: v.col.Table, Column: v.col.Column, Text: v.text,
			Lines: [2]int64{first.line, v.line}, Before: [2]string{first.before, v.before},
		}
		for i := range c.Before {
			if c.Before[i] == "" {
				c.Before[i] = v.text
			}
		}
		s.Collisions = append(s.Collisions, c)
	}
}

// unique has a value remembered if its column has a unique key.
func (r *repairer) unique(text string, changed bool) {
	if !r.spot.col.unique || r.spot.definition || isASCII(text) {
		return
	}
	v := uniqueValue{col: r.spot.col.stats, hash: maphash.String(hashSeed, text), text: cutSample(text), line: r.cell.Line}
	if changed {
		v.before = cutSample(r.cell.Text)
	}
	r.tally.unique = append(r.tally.unique, v)
}
