package dump

import (
	"cmp"
	"strings"
)

// A keyRow is the last row that a part of a key was seen of.
type keyRow struct {
	row    int64
	parts  []keyValue
	got    int
	fresh  bool // it is in uniqueSeen.fresh
	broken bool // a column has two values, as in a call
}

// addPart notes a part of a row. That the row is over shows in a part of another one.
func (u *uniqueSeen) addPart(s *Stats, v *keyValue) {
	r := v.key.last
	if r == nil {
		r = &keyRow{}
		v.key.last, u.rows = r, append(u.rows, r)
	}
	if !r.fresh {
		u.fresh = append(u.fresh, r)
	}
	if r.parts == nil || r.row != v.row {
		u.endRow(s, r)
		*r = keyRow{row: v.row, parts: append(r.parts[:0], make([]keyValue, v.key.n)...)}
	}
	r.broken = r.broken || r.parts[v.at].key != nil
	r.parts[v.at] = *v
	r.got++
	r.fresh = true
}

// endRow notes a row of which all parts were seen.
func (u *uniqueSeen) endRow(s *Stats, r *keyRow) {
	if r.got == 0 || r.got < len(r.parts) || r.broken {
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
		v.before = r.join(func(p *keyValue) string { return cmp.Or(p.before, cutSample(p.String())) })
	}
	return v, v.high
}

// String returns the text of a value, or its number.
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
