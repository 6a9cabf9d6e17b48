package scan

import (
	"bytes"
	"sync"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/cells"
	"github.com/unbake/unbake/internal/escape"
)

// Text with escapes is what it is without: a cell that holds some is looked at with all of them read. But an escape by
// itself is what its number says: whoever writes '\u0085', 'a\u0402b' or caf&eacute; does so on purpose, and damage would
// have left two side by side, or one beside another rune beyond ASCII.

// escaped returns the index of the first escape in b, from from on, that stands in a run which may be damage; the start of that
// run, if it begins before the escape; until if there is none before b[until]. Text is b as a whole.
func escaped(b []byte, from, until int) int {
	cell := 0 // where a cell begins
	for i := nextEscape(b, from, until); i < until; i = nextEscape(b, i, until) {
		if k := cells.LastLineEnd(b[cell:i]); k >= 0 {
			cell += k + 1
		}
		size, step := cells.Next(b[cell:])
		for cell+size <= i { // windows of a long line
			cell += step
			size, step = cells.Next(b[cell:])
		}
		if at := escapedCell(b[cell : cell+size]); at < size {
			return min(cell+at, until)
		}
		i = cell + size
	}
	return until
}

// escapedCell is escaped for a cell that holds escapes.
func escapedCell(cell []byte) int {
	p := plainCells.Get().(*[]byte)
	defer plainCells.Put(p)
	*p = appendRead((*p)[:0], cell)
	at := clean(*p, 0, 0)
	if at == len(*p) {
		return len(cell)
	}
	return rawAt(cell, at)
}

// plainCells are buffers for cells whose escapes were read.
var plainCells = sync.Pool{New: func() any { p := make([]byte, 0, cells.Max); return &p }}

// appendRead appends b, its escapes read.
func appendRead(dst, b []byte) []byte {
	for i := 0; i < len(b); {
		if c := b[i]; signBytes[c] {
			if r, n := escape.Rune(b[i:]); n > 0 {
				dst = utf8.AppendRune(dst, r)
				i += n
				continue
			}
		}
		dst = append(dst, b[i])
		i++
	}
	return dst
}

// rawAt returns where in b stands what is at a place of it with its escapes read.
func rawAt(b []byte, place int) (i int) {
	for place > 0 {
		n, size := 1, 1
		if signBytes[b[i]] {
			if r, k := escape.Rune(b[i:]); k > 0 {
				n, size = k, utf8.RuneLen(r)
			}
		}
		i += n
		place -= size
	}
	return i
}

// signBytes are the signs that begin escapes.
var signBytes = func() (set [1 << 8]bool) {
	for k := range len(escape.Signs) {
		set[escape.Signs[k]] = true
	}
	return set
}()

// nextEscape returns where in b, from from on, the first escape stands that has to be looked at; until if there
// is none before b[until].
func nextEscape(b []byte, from, until int) int {
	if !hasMarks {
		return nextEscapeIn(b, from, until)
	}
	for i := min(firstSign(b[:until], from), until); i < until; {
		end := min(until, i+64)
		if at := nextEscapeIn(b, i, end); at < end {
			return at
		}
		i = firstSign(b[:until], end)
	}
	return until
}

// Signs tells whether text may hold a sign that begins an escape.
func Signs(text []byte) bool {
	if n := len(text); hasMarks && n >= 64 {
		return firstSign(text, 0) < n&^63 || firstSign(text[n-64:], 0) == 0
	}
	for k := range len(escape.Signs) {
		if bytes.IndexByte(text, escape.Signs[k]) >= 0 {
			return true
		}
	}
	return false
}

// nextEscapeIn is nextEscape for escapes that start in b[from:end]; end if none does.
func nextEscapeIn(b []byte, from, end int) int {
	for k := range len(escape.Signs) {
		sign := escape.Signs[k]
		for i := from; i < end; i++ {
			j := bytes.IndexByte(b[i:end], sign)
			if j < 0 {
				break
			}
			i += j
			if looksAt(b, i) {
				end = i
			}
		}
	}
	return end
}

// looksAt tells whether an escape stands at b[i] that has to be looked at.
func looksAt(b []byte, i int) bool {
	r, n := escape.Rune(b[i:])
	return n > 0 && (r >= firstWide || !alone(b, i, i+n))
}

// firstWide is the first of the characters that only double-byte pages have, of which one may be a sequence of UTF-8.
const firstWide = 0x2E80

// alone tells whether the escape b[start:end] is a run by itself, and not one of two that one byte parts, see Gap. Another
// escape before it would have been looked at.
func alone(b []byte, start, end int) bool {
	for i := end; i < min(len(b), end+2); i++ {
		if b[i] >= 0x80 || isEscape(b[i:]) {
			return false
		}
	}
	return start == 0 || b[start-1] < 0x80
}

// isEscape tells whether text begins with an escape.
func isEscape(text []byte) bool {
	if !signBytes[text[0]] {
		return false
	}
	_, n := escape.Rune(text)
	return n > 0
}

// Escapes tells whether text holds an escape.
func Escapes(text []byte) bool {
	for i := range text {
		if isEscape(text[i:]) {
			return true
		}
	}
	return false
}
