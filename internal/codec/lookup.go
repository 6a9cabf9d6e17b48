package codec

import (
	"slices"
	"strings"
	"sync"
)

// Lookup finds a codec by its WHATWG or IANA name or an alias, ignoring case
// and space around it. As WHATWG has it, iso-8859-1, latin1 and ascii are
// windows-1252, iso-8859-9 is windows-1254, iso-8859-11 and tis-620 are
// windows-874, and gb2312 is gbk. A name that no registry has is tried again
// without its hyphens, underscores and blanks: "KOI8R", "Windows 1252".
func Lookup(name string) (*Codec, bool) {
	labels := labels()
	name = strings.ToLower(strings.Trim(name, "\t\n\f\r "))
	id, ok := labels[name]
	if !ok {
		id, ok = labels[squeeze(name)]
	}
	if !ok {
		return nil, false
	}
	return id.Codec(), true
}

// squeeze drops what people leave out or put differently in a name.
func squeeze(name string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r == ' ' {
			return -1
		}
		return r
	}, name)
}

// labels has all names and aliases, as they are and squeezed. A squeezed name
// never hides a registered one.
var labels = sync.OnceValue(func() map[string]ID {
	known := make(map[string]ID)
	for i := range codecs {
		for _, label := range codecs[i].labels() {
			known[label] = ID(i)
		}
	}
	for i := range codecs {
		for _, label := range codecs[i].labels() {
			key := squeeze(label)
			if _, taken := known[key]; !taken {
				known[key] = ID(i)
			}
		}
	}
	return known
})

// labels returns the name and the aliases of c.
func (c *Codec) labels() []string {
	return append([]string{c.name}, c.aliases...)
}

// Nearest returns the names, at most n, that are closest to a misspelt one,
// the closest first. Codecs whose names and aliases all differ from it in
// more than half of its letters are left out.
func Nearest(name string, n int) []string {
	type candidate struct {
		id   ID
		cost int
	}
	name = strings.ToLower(strings.TrimSpace(name))
	// The cost is quadratic in the length, and no name is near to a long one.
	if len(name) > maxLabel {
		name = name[:maxLabel]
	}
	var found []candidate
	for i := range codecs {
		best := len(name)/2 + 1
		for _, label := range codecs[i].labels() {
			best = min(best, editDistance(name, label))
		}
		if best <= len(name)/2 {
			found = append(found, candidate{ID(i), best})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return a.cost - b.cost })
	var names []string
	for _, f := range found[:max(0, min(n, len(found)))] {
		names = append(names, f.id.Codec().name)
	}
	return names
}

// maxLabel, in bytes, is more than any codec's name has.
const maxLabel = 64

// editDistance counts the bytes to insert, drop, change, or swap with their
// neighbour that make a into b.
func editDistance(a, b string) int {
	before, row, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		next[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			next[j+1] = min(row[j]+cost, row[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(b)]
}
