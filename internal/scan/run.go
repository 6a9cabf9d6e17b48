package scan

import (
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf8"
)

// run goes through the run that begins at b[i] and returns its end, and in
// which codecs it holds a lead and a trail and no stray letter; with
// [remnant] among them, a rune that may be what a loss leaves; with [invalid],
// bytes that are not UTF-8.
//
// Bytes that are not UTF-8 are runes that no codec has, as all of four bytes are.
func (t *table) run(b []byte, i int) (end int, found uint64) {
	var pairs, stray uint64
	wait1, wait2, wait3 := uint64(remnant), uint64(0), uint64(0) // for so many trails or more
	for i < len(b) {
		for i+1 < len(b) {
			w := uint(b[i]) | uint(b[i+1])<<8
			if w&0xC0E0 != 0x80C0 {
				break
			}
			x := &t.two[w&0x1F<<6|w>>8&0x3F]
			i += 2
			pairs |= wait1 & x.trail
			stray |= x.stray &^ wait1
			wait1, wait2, wait3 = wait2&x.trail|x.lead, wait3&x.trail|x.lead3, x.lead4
		}
		if i == len(b) || b[i] < 0x80 {
			break
		}
		if end := t.plainRunes(b, i); end > i {
			i = end
			wait1, wait2, wait3 = remnant, 0, 0
			continue
		}
		page, low := uint8(0), uint(0)
		switch {
		case len(b)-i >= 3 && b[i]&0xF0 == 0xE0 && b[i+1]&0xC0 == 0x80 && b[i+2]&0xC0 == 0x80:
			page, low = t.pages[uint(b[i]&0x0F)<<6|uint(b[i+1]&0x3F)], uint(b[i+2]&0x3F)
			i += 3
		default:
			_, n := utf8.DecodeRune(b[i:])
			if n == 1 {
				stray |= invalid
			}
			i += n
		}
		if page == 0 {
			wait1, wait2, wait3 = remnant, 0, 0
			continue
		}
		x := &t.three[uint(page)<<6|low]
		pairs |= wait1 & x.trail
		stray |= x.stray &^ wait1
		wait1, wait2, wait3 = wait2&x.trail|x.lead, wait3&x.trail|x.lead3, x.lead4
	}
	return i, pairs&^stray | stray&invalid
}

// plainRunes returns where the runes of three bytes end that stand at b[i] and that no codec
// has, as most of Chinese.
func (t *table) plainRunes(b []byte, i int) (end int) {
	for i+8 <= len(b) {
		w := binary.LittleEndian.Uint64(b[i:])
		if w&0xC0C0F0C0C0F0 != 0x8080E08080E0 || t.pages[w&0x0F<<6|w>>8&0x3F]|t.pages[w>>24&0x0F<<6|w>>32&0x3F] != 0 {
			break
		}
		i += 6
	}
	for i+4 <= len(b) {
		w := binary.LittleEndian.Uint32(b[i:])
		if w&0xC0C0F0 != 0x8080E0 || t.pages[w&0x0F<<6|w>>8&0x3F] != 0 {
			break
		}
		i += 3
	}
	return i
}

// suspicious tells whether what run found in b[start:end] is not to be
// explained otherwise.
func (t *table) suspicious(b []byte, start, end int, found uint64) bool {
	if found&remnant != 0 && t.remnants(b, start, end) {
		return true
	}
	found &^= remnant
	return found != 0 && !t.ownWriting(b, start, end) && (!t.readsNothing(b, start, end, found) || leadsWithin(b, start, end))
}

// remnants tells whether b[start:end] holds what a loss leaves.
func (t *table) remnants(b []byte, start, end int) bool {
	before := &nothing
	for i := start; i < end; {
		r, n := utf8.DecodeRune(b[i:end])
		i += n
		if r == utf8.RuneError && n == 1 { // no U+FFFD that stands in the text
			before = &nothing
			continue
		}
		x := t.rowOf(r)
		if x.trail&remnant != 0 && remains(r, before, b[:i], b[i:]) {
			return true
		}
		before = x
	}
	return false
}

// remains tells whether r, which ends read, behind the rune before and in front
// of rest, is what a loss leaves.
func remains(r rune, before *row, read, rest []byte) bool {
	next := byte('\n') // the end of the cell
	if len(rest) > 0 {
		next = rest[0]
	}
	switch r {
	case '†':
		return true
	case 0xFFFD:
		return before.lead&^remnant != 0
	case 'Â':
		return next == ' ' && len(read) > 2 && EndsText(read[len(read)-3])
	case 'Ã':
		return next == ' ' || next == '?' || next == '\n' || next == '\r' || beheaded(read[:len(read)-2], rest)
	case 'â':
		return next == '"' || next == '\'' || next == '?' || contracted(read[:len(read)-2], rest)
	}
	return control(r)
}

// endsInLoss tells whether the run b[start:end] ends in what is left of a letter or an apostrophe of which a control was
// dropped: `Ãbersicht`, `donât`. It is asked before what stands around the run is put into a key, which has less of it.
func endsInLoss(b []byte, start, end int) bool {
	if last := b[end-1]; last != 0x83 && last != 0xA2 { // as nearly everywhere
		return false
	}
	if end == len(b) || !latin(b[end]) || !EndsOpen(b[start:end]) {
		return false
	}
	if b[end-1] == 0x83 {
		return beheaded(b[:end-2], b[end:])
	}
	return contracted(b[:end-2], b[end:])
}

// EndsOpen tells whether a run ends in Ã or â: how it is to be looked at depends on more of what stands behind it than [Around] has.
func EndsOpen(run []byte) bool {
	n := len(run)
	return n > 1 && run[n-2] == 0xC3 && (run[n-1] == 0x83 || run[n-1] == 0xA2)
}

// beheaded tells whether Ã between before and rest begins a word in small letters.
func beheaded(before, rest []byte) bool {
	if !lower(rest, 0) || !lower(rest, 1) {
		return false
	}
	r, _ := utf8.DecodeLastRune(before)
	return !unicode.IsLetter(r)
}

// contracted tells whether â between before and rest stands where English contracts a word with the next one.
func contracted(before, rest []byte) bool {
	if len(before) == 0 || !latin(before[len(before)-1]) {
		return false
	}
	n := 0
	for n < len(rest) && latin(rest[n]) {
		if n++; n > 2 {
			return false
		}
	}
	if r, _ := utf8.DecodeRune(rest[n:]); unicode.IsLetter(r) {
		return false
	}
	return Contracts(before[len(before)-1], string(rest[:n]))
}

// Contracts tells whether English contracts a word that ends in a letter of ASCII with what is left of the next one, by an apostrophe.
func Contracts(last byte, tail string) bool {
	switch tail {
	case "t":
		return last == 'n'
	case "s":
		return true
	case "m":
		return last == 'I'
	case "d", "ll", "ve", "re":
		return strings.IndexByte("Iuyewtdo", last) >= 0
	}
	return false
}

// EndsText tells whether a no-break space may stand behind b and `Â` may not: a figure, a small letter
// or what ends a sentence or a tag.
func EndsText(b byte) bool {
	return 'a' <= b && b <= 'z' || '0' <= b && b <= '9' || strings.IndexByte(".,:;!?)%>", b) >= 0
}
