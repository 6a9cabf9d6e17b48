package fix

import (
	"bytes"
	"sort"

	"github.com/unbake/unbake/internal/cells"
	"github.com/unbake/unbake/internal/scan"
)

// IgnoreComments has streams leave lines that the text excuses, whatever is wrong
// with them, as linters do:
//
//   - a line with "unbake:ignore", in a comment as a rule;
//   - the line after one with "unbake:ignore-next-line";
//   - all lines from one with "unbake:ignore-start" to one with "unbake:ignore-end", or
//     the end.
//
// These are whole words: "unbake:ignored" asks for nothing. Nothing is told of these
// lines, and nothing learnt from them. By default such comments are text like any other.
func IgnoreComments() Option {
	return func(c *config) error {
		c.ignore = true
		return nil
	}
}

const (
	ignoreMark  = "unbake:ignore"
	ignoreTail  = ":ignore" // what is looked for first: a search stops at every byte like its first
	ignoreNext  = "-next-line"
	ignoreStart = "-start"
	ignoreEnd   = "-end"
)

// ignoreScan is the mark as a fast look at text wants it: these pairs are the rarest in it.
var ignoreScan = scan.NewMark(ignoreMark, ":i", "nb")

// An ignorer follows the comments of a text from part to part.
type ignorer struct {
	heeds bool // the settings ask for it
	open  bool // between start and end
	next  bool // the line at hand follows one that asks for that
	line  bool // the line at hand has asked for itself, and goes on
	after bool // the line at hand asks for the next one
	cr    bool // the text so far ends in \r, which \n may follow

	spans []Span // of the part at hand, to be left
}

// mayIgnore tells whether text may hold a comment that asks for something.
func mayIgnore(text []byte) bool {
	for {
		i := scan.Pair(text, ignoreTail[0], ignoreTail[1])
		if i == len(text) {
			return false
		}
		if text = text[i:]; bytes.HasPrefix(text, []byte(ignoreTail)) {
			return true
		}
		text = text[1:]
	}
}

// idle tells whether text without the mark changes nothing: nothing that was seen reaches on.
func (g *ignorer) idle() bool {
	return !g.heeds || !g.open && !g.next && !g.line && !g.after && !g.cr
}

// scan goes through whole cells that follow what was scanned before, and notes what
// to leave.
func (g *ignorer) scan(text []byte) {
	g.spans = g.spans[:0]
	if len(text) == 0 || !g.heeds || g.idle() && !mayIgnore(text) {
		return
	}
	i := 0
	if g.cr && text[0] == '\n' {
		i = 1
	}
	g.cr = text[len(text)-1] == '\r'
	for i < len(text) {
		end := len(text)
		ends := false
		if k := cells.IndexLineEnd(text[i:]); k >= 0 {
			end, ends = i+k, true
		}
		if g.leaves(text[i:end]) {
			g.leave(i, end)
		}
		if !ends {
			return
		}
		if end+1 < len(text) && text[end] == '\r' && text[end+1] == '\n' {
			end++
		}
		g.next, g.line, g.after = g.after, false, false
		i = end + 1
	}
}

// leave adds a line to the spans; lines one after the other are one.
func (g *ignorer) leave(start, end int) {
	if n := len(g.spans); n > 0 && start-g.spans[n-1].End <= len("\r\n") {
		g.spans[n-1].End = end
		return
	}
	g.spans = append(g.spans, Span{Start: start, End: end})
}

// leaves tells whether a line, or a part of one, is to be left.
func (g *ignorer) leaves(line []byte) bool {
	open := g.open
	for i := 0; ; {
		k := bytes.Index(line[i:], []byte(ignoreMark))
		if k < 0 {
			return open || g.open || g.next || g.line
		}
		k += i
		i = k + len(ignoreMark)
		if k > 0 && isNameByte(line[k-1]) {
			continue
		}
		for i < len(line) && (isNameByte(line[i]) || line[i] == '-') {
			i++
		}
		// In <!--unbake:ignore--> the last of these belong to the comment.
		switch string(bytes.TrimRight(line[k+len(ignoreMark):i], "-")) {
		case "":
			g.line = true
		case ignoreNext:
			g.after = true
		case ignoreStart:
			g.open, open = true, true
		case ignoreEnd:
			g.open = false
		}
	}
}

// isNameByte tells whether a byte may stand in a name: next to a mark it makes another word of it.
func isNameByte(b byte) bool {
	return 'a' <= b|0x20 && b|0x20 <= 'z' || '0' <= b && b <= '9' || b == '_'
}

// at tells whether a cell that begins at a place of the part is to be left.
func (g *ignorer) at(i int) bool {
	k := sort.Search(len(g.spans), func(k int) bool { return g.spans[k].End > i })
	return k < len(g.spans) && g.spans[k].Start <= i
}
