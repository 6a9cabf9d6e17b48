package detect

import (
	"bytes"
	"math"
	"unicode/utf8"

	"github.com/saintfish/chardet"

	"github.com/unbake/unbake/internal/cells"
	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/engine"
)

// CharsetSample is how many bytes of lines that are not UTF-8 [Charset] reads.
// It stops after the line that fills the sample: by then pages that read the
// text differently are hundreds of nats apart.
const CharsetSample = 4 << 10

// maxNats is the mean cost, in nats, of a character of the best reading beyond
// which bytes are taken for no text at all. Words and sentences of the tests
// cost 1.9 to 5.4; random bytes 9 to 17, if they are more than a handful.
const maxNats = 7

// hintNats is what the full confidence of saintfish/chardet adds for a page, in
// nats. It is a hint: its confidence is no probability (it is 98 % sure of
// ISO-8859-1 where Big5 says "中文"), so it may settle ties and no more.
const hintNats = 0.5

// Charset says which encoding b is in, by WHATWG's name where there is one,
// and with what confidence, 0 to 1: the probability that decoding by that name
// gives the text that was meant, as far as the language model can tell.
// Pages that read b alike are told apart by how common they are.
//
//   - Valid UTF-8, and so ASCII, is "utf-8". Text that was damaged and written
//     as UTF-8 is that, too; see [Spans].
//   - A byte order mark of UTF-16 says "utf-16le" or "utf-16be".
//   - Otherwise the lines that are not UTF-8 are looked at, up to
//     [CharsetSample] bytes of them; where they are mixed with UTF-8, the name
//     is that of the page of the rest.
//   - It is "" and 0 where b is no text in a page that is known: where there is a
//     NUL in the first 8 KiB, a byte order mark of UTF-32, or nothing reads well.
//
// The name is good for fix.InputEncoding.
func Charset(b []byte) (name string, confidence float64) {
	switch {
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE, 0, 0}): // of UTF-32
		return "", 0
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}):
		return "utf-16le", 1
	case bytes.HasPrefix(b, []byte{0xFE, 0xFF}):
		return "utf-16be", 1
	case bytes.IndexByte(b[:min(len(b), cells.SniffLen)], 0) >= 0:
		return "", 0
	case utf8.Valid(b):
		return "utf-8", 1
	}
	return newHearing(sample(b)).verdict()
}

// sample returns the first lines of b that are not UTF-8. No page here has
// line ends in its multi-byte characters.
func sample(b []byte) (lines [][]byte) {
	size := 0
	for len(b) > 0 && size < CharsetSample {
		line := b
		if i := cells.IndexLineEnd(b); i >= 0 {
			line = b[:i]
		}
		b = b[min(len(line)+1, len(b)):]
		if utf8.Valid(line) {
			continue
		}
		line = head(line, CharsetSample)
		lines = append(lines, line)
		size += len(line)
	}
	return lines
}

// head cuts a line to n bytes or a little less, behind a byte that is no part of
// a multi-byte character in any page.
func head(line []byte, n int) []byte {
	if len(line) <= n {
		return line
	}
	for i := n; i > n/2; i-- {
		if line[i-1] < 0x30 {
			return line[:i]
		}
	}
	return line[:n]
}

// A claim is a page that reads all of the sample.
type claim struct {
	codec codec.ID
	text  []byte
	cost  float64 // in nats
}

// A hearing is all claims to a sample, the likeliest pages first.
type hearing []claim

func newHearing(lines [][]byte) (h hearing) {
	hints := hintsFor(bytes.Join(lines, []byte{'\n'}))
	for _, c := range engine.RawCodecs() {
		x := claim{codec: c, cost: -hints[c]}
		whole := true
		for _, line := range lines {
			text, cost, ok := engine.ReadRaw(line, c)
			if whole = ok; !whole {
				break
			}
			x.text = append(append(x.text, text...), '\n')
			x.cost += float64(cost)
		}
		if whole {
			h = append(h, x)
		}
	}
	return h
}

// verdict chooses the cheapest claim. Its confidence is its part, and that of
// all who read the same text, in the probability of all.
func (h hearing) verdict() (name string, confidence float64) {
	best := -1
	for i := range h {
		if best < 0 || h[i].cost < h[best].cost {
			best = i
		}
	}
	if best < 0 || h[best].cost > maxNats*float64(utf8.RuneCount(h[best].text)) {
		return "", 0
	}
	same, all := 0.0, 0.0
	for _, x := range h {
		p := math.Exp(h[best].cost - x.cost)
		all += p
		if bytes.Equal(x.text, h[best].text) {
			same += p
		}
	}
	return h[best].codec.Codec().Name(), same / all
}

// hintsFor asks chardet, which is never to be asked about valid UTF-8 or for
// its best guess alone: it calls `caf\xe9` UTF-8, and equals come in any order.
func hintsFor(b []byte) map[codec.ID]float64 {
	hints := map[codec.ID]float64{}
	results, err := chardet.NewTextDetector().DetectAll(b)
	if err != nil { // it has no guess
		return nil
	}
	for _, r := range results {
		if c, ok := codec.Lookup(r.Charset); ok {
			hints[c.ID()] = max(hints[c.ID()], hintNats*float64(r.Confidence)/100)
		}
	}
	return hints
}
