// Package cells cuts text into cells, the units that are judged as one piece:
// lines without their line ends, and windows of lines that are too long. All
// that reads text cuts it here, so that a stream, a string and a report agree.
//
// [Each] goes through a whole text; [Next] and [Decided] are for streams.
package cells

import (
	"bytes"
	"strings"

	"github.com/unbake/unbake/internal/escape"
)

// Max is the length, in bytes, of the longest cell. A longer line is cut into
// windows of at most Max bytes, at places that depend on the bytes of the line
// alone, so that a stream gives the same result for every split of its input.
const Max = 8 << 10

// cutZone, in bytes, is how far back from the end of a window a good place for
// a cut is looked for: long enough for a word break in nearly all writing,
// short enough that windows stay about Max long.
const cutZone = 1 << 10

// leadZone, in bytes, is how far back a run without any ASCII is searched for
// the start of a damaged sequence. Four layers of a four-byte sequence are 64
// bytes at most.
const leadZone = 64

// SniffLen is the number of bytes at the start of the input in which a NUL
// says that all of it is binary.
const SniffLen = 8 << 10

// BOM is the byte order mark of UTF-8.
const BOM = "\xef\xbb\xbf"

// Each calls f with the bounds of each cell of the whole text s that a
// repair may change: not for a byte order mark at the start, not for cells
// with a NUL, and not at all where a NUL in the first 8 KiB says that s is
// binary. Streams use the same cuts.
func Each[T string | []byte](s T, f func(start, end int)) {
	nul := indexByte(s, 0)
	if nul >= 0 && nul < SniffLen {
		return
	}
	skip := 0
	if len(s) >= len(BOM) && string(s[:len(BOM)]) == BOM {
		skip = len(BOM)
	}
	each(s[skip:], func(start, end int) {
		if nul < 0 || indexByte(s[skip+start:skip+end], 0) < 0 {
			f(skip+start, skip+end)
		}
	})
}

// each calls f with the bounds of each cell of s that is not empty.
func each[T string | []byte](s T, f func(start, end int)) {
	for i := 0; i < len(s); {
		size, step := Next(s[i:])
		if size > 0 {
			f(i, i+size)
		}
		i += step
	}
}

// Next returns the length of the cell that s starts with, and how far on
// the next one starts. A line ends at \n or \r; line ends belong to no cell,
// so that a cell may be empty.
func Next[T string | []byte](s T) (size, step int) {
	window := s[:min(len(s), Max+1)]
	if size = IndexLineEnd(window); size >= 0 {
		return size, size + 1
	}
	size = len(s)
	if len(s) > Max {
		size = Cut(window)
	}
	return size, size
}

// Decided returns how many bytes at the front of b, which starts where a cell
// starts, are whole cells and line ends whatever follows b. The first clean
// bytes of b are known to hold no line end. What is left is never longer than
// Max.
func Decided(b []byte, clean int, cut func(window []byte) int) int {
	n := 0
	if i := LastLineEnd(b[clean:]); i >= 0 {
		n = clean + i + 1
	}
	for len(b)-n > Max {
		n += cut(b[n : n+Max+1])
	}
	return n
}

// Head returns how many bytes at the front of b hold about so many line ends at most, and end with one; len(b) if it holds hardly
// more, as a few looks tell.
func Head(b []byte, most int) int {
	if !crowded(b, 2*most) {
		return len(b)
	}
	ends := lineEnds(b)
	if ends <= most {
		return len(b)
	}
	if i := LastLineEnd(b[:len(b)/ends*most]); i >= 0 {
		return i + 1
	}
	return IndexLineEnd(b) + 1
}

// Looks at a text, and how many bytes each takes.
const (
	looks    = 8
	lookSize = 1 << 10
)

// crowded tells whether b holds more than so many line ends, if all of it is as the part of it that has most.
func crowded(b []byte, most int) bool {
	if len(b) <= looks*lookSize {
		return len(b) > most
	}
	densest := 0
	for k := range looks {
		at := (len(b) - lookSize) / (looks - 1) * k
		densest = max(densest, lineEnds(b[at:at+lookSize]))
	}
	return densest*(len(b)/lookSize) > most
}

// lineEnds counts the line ends of b, of the kind that it has more of.
func lineEnds(b []byte) int {
	return max(bytes.Count(b, []byte{'\n'}), bytes.Count(b, []byte{'\r'}))
}

// IndexLineEnd returns the index of the first \n or \r of s, or -1. It looks in
// steps that double, so that one kind of line end is not searched for far
// behind the other.
func IndexLineEnd[T string | []byte](s T) int {
	for from, size := 0, linePiece; from < len(s); from, size = from+size, 2*size {
		part := s[from:min(len(s), from+size)]
		i := indexByte(part, '\n')
		if i >= 0 {
			part = part[:i]
		}
		if j := indexByte(part, '\r'); j >= 0 {
			i = j
		}
		if i >= 0 {
			return from + i
		}
	}
	return -1
}

// LastLineEnd returns the index of the last \n or \r of b, or -1. It looks at whole
// pieces first: a long line has none in it.
func LastLineEnd(b []byte) int {
	for end := len(b); end > 0; {
		start := max(0, end-linePiece)
		piece := b[start:end]
		if bytes.IndexByte(piece, '\n') >= 0 || bytes.IndexByte(piece, '\r') >= 0 {
			for i := end - 1; ; i-- {
				if b[i] == '\n' || b[i] == '\r' {
					return i
				}
			}
		}
		end = start
	}
	return -1
}

// linePiece, in bytes, is about what lines are long.
const linePiece = 256

func indexByte[T string | []byte](s T, c byte) int {
	switch s := any(s).(type) {
	case string:
		return strings.IndexByte(s, c)
	case []byte:
		return bytes.IndexByte(s, c)
	}
	panic("cells: indexByte: neither string nor bytes")
}

// Cut returns where the first window of a long line ends, 1 to Max. It
// is given Max+1 bytes without a line end and looks at nothing else. Damage
// must not be cut in two: it has no ASCII in it but for losses (a NBSP that
// became a space, a "?"), and these stand behind the lead. So a cut is made, in
// order of choice,
//
//   - after a break amid ASCII: "one, |two";
//   - after any break, which leaves "Ã " its space;
//   - between a letter or digit and other ASCII, then after any ASCII byte;
//   - before an escape that only leads a sequence, or before any;
//   - after the last ASCII byte of the whole window;
//   - before a rune that only leads a sequence, where no ASCII is left;
//   - between two runes.
//
// None of the first three is in an escape or between two that stand side by side.
func Cut[T string | []byte](w T) int {
	brk, pair, single := 0, 0, 0
	for i := Max - 1; i >= Max-cutZone; i-- {
		if w[i] >= 0x80 {
			continue
		}
		if single == 0 && !inEscapes(w, i+1) {
			single = i + 1
		}
		if pair == 0 && isAlnum(w[i]) && w[i+1] < 0x80 && !inEscapes(w, i+1) {
			pair = i + 1
		}
		if !isBreak(w[i]) {
			continue
		}
		if w[i-1] < 0x80 && isAlnum(w[i+1]) {
			return i + 1
		}
		if brk == 0 && !inEscapes(w, i+1) {
			brk = i + 1
		}
	}
	for _, at := range [...]int{brk, pair, single, cutEscapes(w)} {
		if at > 0 {
			return at
		}
	}
	for i := Max - cutZone - 1; i >= 0; i-- {
		if w[i] < 0x80 {
			return i + 1
		}
	}
	return cutRun(w)
}

// longestEscape, in bytes, is how long the escapes are that a cut minds: \u1234 in JSON in JSON, &#x1F600; and those of four bytes
// in URLs.
const longestEscape = 14

// inEscapes tells whether a cut at w[at] would be in an escape, or between two.
func inEscapes[T string | []byte](w T, at int) bool {
	for i := at - 1; i >= max(0, at-longestEscape); i-- {
		n := escapeLen(w[i:])
		if n == 0 && len(w)-i < longestEscape && isSign(w[i]) { // it may go on behind the window
			return true
		}
		if i+n > at || n > 0 && i+n == at && isSign(w[at]) {
			return true
		}
	}
	return false
}

// cutEscapes cuts a window that ends in escapes side by side before one; 0 if it does not.
func cutEscapes[T string | []byte](w T) (at int) {
	for i := Max - longestEscape; i >= Max-cutZone; i-- {
		if !isSign(w[i]) || isSign(w[i-1]) {
			continue
		}
		r, n := escape.Rune(w[i:])
		if n > 0 && 0xC2 <= r && r <= 0xF4 {
			return i
		}
		if n > 0 && at == 0 {
			at = i
		}
	}
	return at
}

// escapeLen returns the length of the escape that w begins with, 0 if it begins with none.
func escapeLen[T string | []byte](w T) int {
	if !isSign(w[0]) {
		return 0
	}
	_, n := escape.Rune(w)
	return n
}

func isSign(c byte) bool { return c == '\\' || c == '&' || c == '%' }

// cutRun cuts a window without ASCII. U+00C2 … U+00F4 lead sequences of text
// that was read as windows-1252 and are never its trails.
func cutRun[T string | []byte](w T) int {
	for i := Max - 1; i >= Max-leadZone; i-- {
		if w[i] == 0xC3 && 0x82 <= w[i+1] && w[i+1] <= 0xB4 {
			return i
		}
	}
	for i := Max; i > Max-4; i-- {
		if w[i]&0xC0 != 0x80 {
			if i+sequenceLen(w[i]) > Max {
				return i
			}
			break
		}
	}
	return Max
}

// sequenceLen returns the length of the UTF-8 sequence that b leads, 1 if none.
func sequenceLen(b byte) int {
	switch {
	case b >= 0xF0:
		return 4
	case b >= 0xE0:
		return 3
	case b >= 0xC0:
		return 2
	}
	return 1
}

// isBreak tells whether a line may be cut behind c: white space, and signs that
// close something. Not "\", "&", "%" or "=", which begin escapes.
func isBreak(c byte) bool {
	switch c {
	case ' ', '\t', ',', ';', '|', ')', ']', '}', '>':
		return true
	}
	return false
}

func isAlnum(c byte) bool {
	return '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
}
