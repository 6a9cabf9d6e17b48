package dump

import (
	"strings"
	"unicode/utf8"
)

// An edit is a run of a text, [start,end) in bytes, and what stands there after
// repair.
type edit struct {
	start, end int
	text       string
}

const (
	// editWindow, in bytes of both texts together, is how far behind a
	// change a place is looked for from which they are equal again. A run of
	// damaged words without a space that is longer is one edit to its end:
	// right as well, but the escapes in it are spelt anew.
	editWindow = 128
	// editAnchor, in bytes, is how long they must be equal from there on: the
	// longest rune. An ASCII byte is enough by itself, for damage has none.
	editAnchor = utf8.UTFMax
)

// edits returns what turns before into after, as short runs of whole runes, so
// that what stands between them can keep its spelling. It takes time linear in
// the texts.
func edits(before, after string) []edit {
	tail := commonSuffix(before, after)
	var out []edit
	i, j, last := 0, 0, len(before)-tail
	for i < last || j < len(after)-tail {
		n := commonPrefix(before[i:last], after[j:len(after)-tail])
		i, j = i+n, j+n
		if i == last && j == len(after)-tail {
			break
		}
		di, dj := rejoin(before[i:], after[j:], last-i, len(after)-tail-j)
		out = append(out, edit{i, i + di, after[j : j+dj]})
		i, j = i+di, j+dj
	}
	return out
}

// commonPrefix returns how many bytes of whole runes a and b start with alike.
func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && (n < len(a) && !utf8.RuneStart(a[n]) || n < len(b) && !utf8.RuneStart(b[n])) {
		n--
	}
	return n
}

// commonSuffix is commonPrefix for the ends.
func commonSuffix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	for n > 0 && !utf8.RuneStart(a[len(a)-n]) {
		n--
	}
	return n
}

// rejoin returns how far on a and b are equal again, which is at ma and mb at
// the latest.
func rejoin(a, b string, ma, mb int) (int, int) {
	for sum := 1; sum <= min(ma+mb, editWindow); sum++ {
		for i := max(0, sum-mb); i <= min(sum, ma); i++ {
			j := sum - i
			if i == len(a) || j == len(b) || a[i] != b[j] || !utf8.RuneStart(a[i]) {
				continue
			}
			if a[i] < utf8.RuneSelf || len(a)-i >= editAnchor && strings.HasPrefix(b[j:], a[i:i+editAnchor]) {
				return i, j
			}
		}
	}
	return ma, mb
}
