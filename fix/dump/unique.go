package dump

import (
	"bytes"
	"cmp"
	"hash/maphash"
	"slices"
	"strings"
	"sync/atomic"
	"unicode/utf8"
)

// A Collision is a value that stands twice under a unique key, since at least one
// of the two was repaired.
type Collision struct {
	Table string `json:"table"`
	// Column is the column of the key, or its columns with commas between; so are
	// the values below.
	Column string `json:"column"`
	Text   string `json:"text"`
	// Lines and Before are where the two stand, and how they did before; "…" where
	// that was too much to remember.
	Lines  [2]int64  `json:"lines"`
	Before [2]string `json:"before"`
}

const (
	// maxUnique is how many values of unique keys are remembered, in 8 MiB. Only
	// those that are not ASCII need be: a repair gives no others.
	maxUnique = 1 << 18
	// maxLateKey, in bytes, is how long a value may be to be remembered for a key
	// that may come behind the data: 191 characters, as many as a key of MySQL had
	// in utf8mb4 for long.
	maxLateKey = 4 * 191
	// maxKept, in bytes, is how much is remembered of how values stood before
	// they were repaired. What is too much shows as "…" if it collides.
	maxKept = 2 << 20
)

// A uniqueKey is a unique key of a table.
type uniqueKey struct {
	table, columns string
	n              int // how many columns
	seed           uint64
	stats          []*ColumnStats
	last           *keyRow     // where it has several columns
	late           bool        // of a column that may have one: dumps define some behind the data
	none           atomic.Bool // it has none: values were equal before
}

// A keyPart is the place of a column in a key.
type keyPart struct {
	key *uniqueKey
	at  int
}

// A keyValue is a value of a column with a part in a key.
type keyValue struct {
	keyPart
	row    int64 // where the key has several columns
	hash   uint64
	text   []byte // in the batch at hand, or a copy: of a row that began in one before
	before string // cut, for people; empty if it was not repaired
	high   bool   // not ASCII
	kind   partKind
	line   int64
}

// uniqueSeen remembers values by their hash.
type uniqueSeen struct {
	first  hashTable         // line of the first one, negative if it was repaired
	before map[uint64]string // how values in first stood that were repaired
	kept   int               // bytes in before
	rows   []*keyRow         // the last ones
	fresh  []*keyRow         // those with parts in the batch at hand
	late   map[*uniqueKey][]Collision
	full   atomic.Bool
	cut    map[*uniqueKey]bool // those with values that were not remembered
}

// hashSeed is one for all, so that workers can hash.
var hashSeed = maphash.MakeSeed()

// add notes the values of a batch, and the collisions among them and with those before.
func (u *uniqueSeen) add(s *Stats, values []keyValue) {
	for i := range values {
		if v := &values[i]; v.key.n == 1 {
			u.addOne(s, v)
		} else {
			u.addPart(s, v)
		}
	}
	for _, r := range u.fresh { // the batch will be another's
		for i := range r.parts {
			p := &r.parts[i]
			p.text = bytes.Clone(p.text[:min(len(p.text), maxSample+utf8.UTFMax)])
		}
		r.fresh = false
	}
	u.fresh = u.fresh[:0]
}

// addOne notes a value, and a collision if it is not the first such one.
func (u *uniqueSeen) addOne(s *Stats, v *keyValue) {
	if v.key.late && (u.full.Load() || v.key.none.Load()) { // noted before that was known
		return
	}
	line, ok := u.first.get(v.hash)
	if !ok {
		if u.first.n == maxUnique {
			u.full.Store(true)
			if u.cut == nil {
				u.cut = map[*uniqueKey]bool{}
			}
			u.cut[v.key] = !v.key.late
			return
		}
		if line = v.line; v.before != "" {
			line = -line
			u.keep(v.hash, v.before)
		}
		u.first.put(v.hash, line)
		return
	}
	if line >= 0 && v.before == "" {
		v.key.none.Store(v.key.late)
		return
	}
	text := v.shown()
	before := [2]string{text, cmp.Or(v.before, text)}
	if line < 0 {
		line, before[0] = -line, cmp.Or(u.before[v.hash], "…")
	}
	c := Collision{Table: v.key.table, Column: v.key.columns, Text: text, Lines: [2]int64{line, v.line}, Before: before}
	switch {
	case !v.key.late:
		s.collide(c)
	case len(u.late[v.key]) < maxLate:
		if u.late == nil {
			u.late = map[*uniqueKey][]Collision{}
		}
		u.late[v.key] = append(u.late[v.key], c)
	}
}

// keep remembers how a value stood before it was repaired, as long as there is room.
func (u *uniqueSeen) keep(hash uint64, before string) {
	if u.kept += len(before); u.kept > maxKept {
		return
	}
	if u.before == nil {
		u.before = map[uint64]string{}
	}
	u.before[hash] = before
}

// shown returns the text of a value, cut, for people.
func (v *keyValue) shown() string {
	if v.key.n > 1 {
		return cutSample(v.key.last.join((*keyValue).String))
	}
	return cutSample(string(v.text))
}

// maxLate is how many collisions are kept of a column of which is not known
// whether it has a key.
const maxLate = 10

func (s *Stats) collide(c Collision) {
	if len(s.Collisions) < MaxProblems {
		s.Collisions = append(s.Collisions, c)
	}
}

// finish counts what collided under keys that were defined behind the data, and tells
// whether values were repaired under keys of which not all are remembered.
func (u *uniqueSeen) finish(s *Stats, late []*uniqueKey) {
	for _, r := range u.rows {
		u.endRow(s, r)
	}
	for _, k := range late {
		for _, c := range u.late[k] {
			s.collide(c)
		}
		s.UniqueUnchecked = s.UniqueUnchecked || u.full.Load() && k.repaired()
	}
	for k, is := range u.cut {
		s.UniqueUnchecked = s.UniqueUnchecked || is && k.repaired()
	}
}

// repaired tells whether some value of the key's columns was.
func (k *uniqueKey) repaired() bool {
	return slices.ContainsFunc(k.stats, func(c *ColumnStats) bool { return c.Repaired > 0 })
}

// asked tells whether a key of its column may ask for a value of n bytes.
func (p *pipe) asked(s *spot, n int) bool {
	for _, part := range s.col.keys {
		if !part.key.late || n <= maxLateKey && !part.key.none.Load() && !p.stats.unique.full.Load() {
			return true
		}
	}
	return false
}

// keyed notes a value for the keys of its column: text, and before it was repaired.
func (p *pipe) keyed(t *tally, s *spot, line int64, text []byte, before string) {
	high := !isASCII(text)
	hash := uint64(0)
	for _, part := range s.col.keys {
		key := part.key
		if key.n == 1 && (!high || s.kind == partNull) || key.late && len(text) > maxLateKey {
			continue
		}
		if hash == 0 {
			hash = maphash.Bytes(hashSeed, text)
		}
		v := keyValue{keyPart: part, row: s.row, hash: hash, text: text, before: before, high: high, kind: s.kind, line: line}
		if key.n == 1 {
			v.hash = key.mix(hash)
		}
		t.keys = append(t.keys, v)
	}
}

// mix makes of the hash of a value one of the value under this key.
func (k *uniqueKey) mix(hash uint64) uint64 { return hash ^ k.seed }

// newKey returns a key of columns of a table, with a seed of its own.
func newKey(table string, cols []*column) *uniqueKey {
	k := &uniqueKey{table: table, n: len(cols)}
	names := make([]string, len(cols))
	for i, c := range cols {
		names[i] = c.stats.Column
		k.stats = append(k.stats, c.stats)
	}
	k.columns = strings.Join(names, ", ")
	k.seed = maphash.String(maphash.MakeSeed(), k.columns)
	return k
}
