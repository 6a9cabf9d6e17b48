package scan

import (
	"bytes"
	"strings"
)

// surveyBlock, in bytes, is what survey looks at in one step.
const surveyBlock = 128

// A Mark is a word of ASCII that [Plain] looks for, by two pairs of its bytes: wherever it
// stands, one of them is at an even place.
type Mark struct {
	word      []byte
	even, odd uint16
}

// NewMark returns the mark of a word, which has pairs at an even place and at an odd one:
// the ones that are rarest in text are the best.
func NewMark(word, even, odd string) Mark {
	i, j := strings.Index(word, even), strings.Index(word, odd)
	if i < 0 || j < 0 || len(even) != 2 || len(odd) != 2 || (i^j)&1 == 0 {
		panic("scan: pairs are not at an even place and an odd one of " + word)
	}
	return Mark{[]byte(word), uint16(even[0]) | uint16(even[1])<<8, uint16(odd[0]) | uint16(odd[1])<<8}
}

// Plain tells whether all of text is ASCII, with no escape that [Suspicious] would look at and
// without the mark, as far as one fast pass can say; and how many line feeds it has if so.
func Plain(text []byte, m *Mark) (lines int, plain bool) {
	if !hasMarks {
		return 0, false
	}
	for at := 0; at < len(text); {
		n, feeds := survey(text[at:], m.even, m.odd)
		at += n
		lines += feeds
		rest := text[at:]
		end := min(len(rest), surveyBlock)
		block := rest[:end]
		near := text[max(0, at-len(m.word)):min(len(text), at+end+len(m.word))]
		if ascii(block, 0) < end || nextEscapeIn(rest, 0, end) < end || bytes.Contains(near, m.word) {
			return 0, false
		}
		at += end
		lines += bytes.Count(block, lineFeed)
	}
	return lines, true
}

var lineFeed = []byte{'\n'}
