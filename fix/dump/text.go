package dump

import "github.com/unbake/unbake/internal/scan"

// walkText marks lines, without their line ends. Input with a NUL near its
// start is binary, or in an encoding that is not ours to walk.
func walkText(f *flow) {
	c := f.column("", "")
	sample := f.sample()
	if hasNUL(sample) {
		return
	}
	skipBOM(f)
	for line(f, c) {
	}
}

// line passes one line and what ends it. It returns false at the end.
func line(f *flow, c *column) bool {
	f.tok = f.pos
	var high, long bool
	for {
		n, h := scan.Seek(f.buf[f.pos:], '\n', '\r', '\\')
		f.pos += n
		high = high || h
		if f.pos < len(f.buf) && f.buf[f.pos] == '\\' {
			f.pos++
			high = true // it may be JSON with escapes
			continue
		}
		if f.pos < len(f.buf) {
			break
		}
		if !f.moreOf(&long) {
			break
		}
	}
	switch {
	case long || f.pos-f.tok > f.cfg.maxLiteral:
		c.stats.Cells++
		c.stats.TooLong++
	case high || f.mayRefer(f.buf[f.tok:f.pos]):
		f.cell(f.tok, f.pos, c, plainSpelling)
	case f.pos > f.tok:
		c.stats.Cells++
	}
	if f.pos == len(f.buf) {
		return false
	}
	f.pos++
	return true
}

// plainSpelling is that of text which stands for itself.
var plainSpelling = newSpelling("", "", nil, nil)

// walkPHP marks all of the input as one value.
func walkPHP(f *flow) {
	for f.pos = len(f.buf); f.more(); f.pos = len(f.buf) {
		if f.pos-f.tok > f.cfg.maxLiteral {
			f.tok = f.pos
		}
	}
	c := f.column("", "")
	if size := f.base + int64(len(f.buf)); size > int64(f.cfg.maxLiteral) {
		c.stats.Cells++
		c.stats.TooLong++
		return
	}
	f.cell(0, len(f.buf), c, plainSpelling)
}
