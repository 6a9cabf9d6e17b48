package dump

import (
	"unicode/utf8"

	"github.com/unbake/unbake/internal/scan"
)

// What a walker cannot read, and values that the input ends in, are looked at and
// stay: damage in them is counted and told of.

// leftOf returns a column like c for what stays of it in the statement at hand.
func (f *flow) leftOf(c *column) *column {
	left := *c
	left.keys, left.rows, left.statement = nil, false, f.statement()
	return &left
}

// leaveCut marks what there is of a value that has no end, up to where the walk is, as one
// that is only looked at.
func (f *flow) leaveCut(s spot) {
	if s.end = len(cutRune(f.buf[:f.pos])); s.end > s.start {
		s.col, s.left = f.leftOf(s.col), true
		f.mark(s)
	}
}

// cutRune returns b without a character at its end that is cut.
func cutRune(b []byte) []byte {
	for i := 1; i < utf8.UTFMax && i <= len(b); i++ {
		if last := b[len(b)-i:]; utf8.RuneStart(last[0]) {
			if !utf8.FullRune(last) {
				return b[:len(b)-i]
			}
			break
		}
	}
	return b
}

// leaveLine passes the rest of the line, in a character set, as text that is only looked at. It
// returns false at the end of the input.
func (f *flow) leaveLine(names connection) bool {
	f.tok = f.pos
	high, long := false, false
	for {
		n, h := scan.Seek(f.buf[f.pos:], '\n', '\n', '\n')
		f.pos += n
		high = high || h
		if f.pos < len(f.buf) {
			break
		}
		if !f.moreOf(&long) {
			break
		}
	}
	long = long || f.pos-f.tok > f.cfg.maxLiteral
	if end := len(cutRune(f.buf[f.tok:f.pos])); high && !long && end > 0 {
		f.mark(spot{start: f.tok, end: f.tok + end, col: f.leftOf(f.column("", "")), spell: plainSpelling, names: names.charset, recode: names.recode, left: true, plain: true})
	}
	if f.pos == len(f.buf) {
		return false
	}
	f.pos++
	return true
}

// leaveLines passes the rest of the input so.
func (f *flow) leaveLines() {
	for f.leaveLine(connection{}) {
	}
}
