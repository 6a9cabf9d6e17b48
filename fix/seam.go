package fix

import (
	"bytes"
	"strings"
)

// Stand-ins until the engine arrives.

func suspicious(b []byte) bool { return bytes.Contains(b, []byte("Ã")) }

func (f *Fixer) explainCell(cell string) Explanation {
	e := Explanation{Input: cell}
	const bad, good = "Ã©", "é"
	for at := 0; ; {
		i := strings.Index(cell[at:], bad)
		if i < 0 {
			return e
		}
		start := at + i
		at = start + len(bad)
		e.Repairs = append(e.Repairs, Repair{
			Span:    Span{start, at},
			Before:  bad,
			Reading: Reading{After: good, Path: "utf-8>windows-1252", Confidence: 1},
		})
	}
}

func decodeRaw(cell []byte) (text string, encoding string, ok bool) {
	var b strings.Builder
	for len(cell) > 0 {
		r, n := rune(cell[0]), 1
		if v := bytes.ToValidUTF8(cell[:min(4, len(cell))], nil); len(v) > 0 && v[0] == cell[0] {
			r, n = []rune(string(v))[0], len(string([]rune(string(v))[0]))
		}
		b.WriteRune(r)
		cell = cell[n:]
	}
	return b.String(), "windows-1252", true
}
