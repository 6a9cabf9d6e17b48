package dump

import (
	"hash/maphash"
	"math/bits"
	"slices"
	"strings"
	"sync/atomic"
)

// A Collision is a value that stands twice under a unique key, since at least one
// of the two was repaired.
type Collision struct {
	Table string `json:"table"`
	// Column is the column of the key, or its columns with commas between; so are
	// the values below.
	Column string `json:"column"`
	Text   string `json:"text"`
	// Lines and Before are where the two stand, and how they did before.
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
)

// A uniqueKey is a unique key of a table.
type uniqueKey struct {
	table, columns string
	n              int // how many columns
	seed           uint64
	stats          []*ColumnStats
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
	text   []byte // of values in rows and of repaired ones; in the batch at hand, unless the row is not complete
	before string // cut, for people; empty if it was not repaired
	high   bool   // not ASCII
	kind   partKind
	line   int64
}

// uniqueSeen remembers values by their hash.
type uniqueSeen struct {
	first    hashTable
	repaired map[uint64]repairedKey // of those in first
	rows     map[*uniqueKey]*keyRow
	late     map[*uniqueKey][]Collision
	full     atomic.Bool
	cut      map[*uniqueKey]bool // those with values that were not remembered
}

// A repairedKey is a value that was repaired, before and after.
type repairedKey struct{ before, after string }

// hashSeed is one for all, so that workers can hash.
var hashSeed = maphash.MakeSeed()

// A keyRow is the last row that a part of a key was seen of.
type keyRow struct {
	row    int64
	parts  []keyValue
	got    int
	broken bool // a column has two values, as in a call
}

// add notes the values of a batch, and the collisions among them and with those before.
func (u *uniqueSeen) add(s *Stats, values []keyValue) {
	for i := range values {
		if v := &values[i]; v.key.n == 1 {
			u.addOne(s, v)
		} else {
			u.addPart(s, v)
		}
	}
	for _, r := range u.rows { // the batch will be another's
		for i := range r.parts {
			r.parts[i].text = []byte(cutSample(string(r.parts[i].text)))
		}
	}
}

// addPart notes a part of a row, and the row if it is the last one.
func (u *uniqueSeen) addPart(s *Stats, v *keyValue) {
	if u.rows == nil {
		u.rows = map[*uniqueKey]*keyRow{}
	}
	r := u.rows[v.key]
	if r == nil {
		r = &keyRow{}
		u.rows[v.key] = r
	}
	if r.parts == nil || r.row != v.row {
		*r = keyRow{row: v.row, parts: append(r.parts[:0], make([]keyValue, v.key.n)...)}
	}
	r.broken = r.broken || r.parts[v.at].key != nil
	r.parts[v.at] = *v
	if r.got++; r.got < v.key.n || r.broken {
		return
	}
	if whole, ok := r.whole(); ok {
		u.addOne(s, &whole)
	}
}

// whole makes one value of a row's. Not ok means that it cannot collide: NULL is
// equal to nothing.
func (r *keyRow) whole() (v keyValue, ok bool) {
	v = r.parts[0]
	v.hash, v.high = 0, false
	changed := false
	for i := range r.parts {
		p := &r.parts[i]
		if p.kind == partNull {
			return v, false
		}
		v.hash = v.hash*0x9E3779B97F4A7C15 ^ p.hash ^ uint64(p.kind)
		v.high = v.high || p.high
		v.line = max(v.line, p.line)
		changed = changed || p.before != ""
	}
	v.hash, v.text, v.before = v.key.mix(v.hash), nil, ""
	if changed {
		v.text = []byte(r.join(func(p *keyValue) string { return p.String() }))
		v.before = r.join(func(p *keyValue) string {
			if p.before != "" {
				return p.before
			}
			return cutSample(p.String())
		})
	}
	return v, v.high
}

func (v *keyValue) String() string {
	if v.kind == partMinus {
		return "-" + string(v.text)
	}
	return string(v.text)
}

func (r *keyRow) join(of func(*keyValue) string) string {
	parts := make([]string, len(r.parts))
	for i := range r.parts {
		parts[i] = of(&r.parts[i])
	}
	return strings.Join(parts, ", ")
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
		u.first.put(v.hash, v.line)
		if v.before != "" {
			if u.repaired == nil {
				u.repaired = map[uint64]repairedKey{}
			}
			u.repaired[v.hash] = repairedKey{v.before, cutSample(string(v.text))}
		}
		return
	}
	first, repaired := u.repaired[v.hash]
	if !repaired {
		if v.before == "" {
			v.key.none.Store(v.key.late)
			return
		}
		first = repairedKey{cutSample(string(v.text)), cutSample(string(v.text))}
	}
	c := Collision{
		Table: v.key.table, Column: v.key.columns, Text: first.after,
		Lines: [2]int64{line, v.line}, Before: [2]string{first.before, v.before},
	}
	if v.before == "" {
		c.Before[1] = first.after
	}
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
		v := keyValue{keyPart: part, row: s.row, hash: hash, before: before, high: high, kind: s.kind, line: line}
		if key.n == 1 {
			v.hash = key.mix(hash)
		}
		if key.n > 1 || before != "" {
			v.text = text
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

// A hashTable has a number for each of many hashes, in 16 bytes each.
type hashTable struct {
	slots []hashSlot // a power of two of them, or none
	n     int
}

type hashSlot struct {
	hash  uint64 // 0 for none
	value int64
}

// find returns the slot of a hash, or where it belongs.
func (t *hashTable) find(hash uint64) *hashSlot {
	mask := uint64(len(t.slots) - 1)
	for i := hash >> (64 - bits.Len64(mask)); ; i = (i + 1) & mask {
		if s := &t.slots[i&mask]; s.hash == hash || s.hash == 0 {
			return s
		}
	}
}

func (t *hashTable) get(hash uint64) (value int64, ok bool) {
	if t.n == 0 {
		return 0, false
	}
	s := t.find(max(hash, 1))
	return s.value, s.hash != 0
}

// put adds a hash that is not there.
func (t *hashTable) put(hash uint64, value int64) {
	if 2*(t.n+1) > len(t.slots) {
		old := t.slots
		t.slots = make([]hashSlot, max(1<<10, 2*len(old)))
		for _, s := range old {
			if s.hash != 0 {
				*t.find(s.hash) = s
			}
		}
	}
	*t.find(max(hash, 1)) = hashSlot{max(hash, 1), value}
	t.n++
}
