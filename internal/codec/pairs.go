package codec

import (
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/transform"
)

// A pairTable has the codes of a double-byte codec both ways, read out of
// x/text's decoder, so that codes take one look-up and every code that
// decodes can be encoded again: WHATWG's encoders leave many out.
//
// The key and the code of a pair are its bytes; EUC-JP's three bytes 8F, x, y
// are keyed and coded as the pair of x and y without its high bit, which no
// other pair uses.
type pairTable struct {
	runes  [0x8000]rune    // by pairKey; 0 where none stands, -1-i for combined[i]
	codes  [0x10000]uint16 // by rune; 0 where it has none, a single byte as it is
	astral map[rune]uint16 // codes of runes beyond U+FFFF; Big5 alone has some
}

// pairKey returns the place of a pair, whose lead is not ASCII, in runes.
func pairKey(lead, trail byte) int { return int(lead&0x7f)<<8 | int(trail) }

// code returns the code of r, 0 if it has none.
func (t *pairTable) code(r rune) uint16 {
	if r <= 0xffff {
		return t.codes[r]
	}
	return t.astral[r]
}

// combined are the letters with a mark that Big5 has pairs for,
// and combinedCodes those pairs.
var (
	combined      = [...]string{"\u00ca\u0304", "\u00ca\u030c", "\u00ea\u0304", "\u00ea\u030c"}
	combinedCodes = [...][2]byte{{0x88, 0x62}, {0x88, 0x64}, {0x88, 0xa3}, {0x88, 0xa5}}
)

// combinedPair returns Big5's pair for the letter with a mark that text begins
// with, and its length there, 0 if it begins with none.
func combinedPair(text string) (pair [2]byte, n int) {
	for i, s := range combined {
		if strings.HasPrefix(text, s) {
			return combinedCodes[i], len(s)
		}
	}
	return pair, 0
}

// lazyPairs makes the table of a codec when it is first used, in a millisecond
// or two, and holds x/text's coders of it, which have no state.
type lazyPairs struct {
	once    sync.Once
	table   *pairTable
	decoder transform.Transformer
	encoder transform.Transformer
}

func (l *lazyPairs) load(d *doubleByte) *pairTable {
	l.once.Do(func() {
		l.decoder = d.encoding.NewDecoder().Transformer
		l.encoder = d.encoding.NewEncoder().Transformer
		l.table = &pairTable{astral: make(map[rune]uint16)}
		l.fill(d)
	})
	return l.table
}

// fill reads out all single bytes and pairs of d.
func (l *lazyPairs) fill(d *doubleByte) {
	src, dst := make([]byte, 2), make([]byte, 16) // for all: a pair each would be a hundred thousand
	for b := 0x80; b <= 0xff; b++ {
		lead := byte(b)
		if !d.isLead(lead) {
			if r := d.single(lead); r != 0 {
				l.table.codes[r] = uint16(lead)
			}
			continue
		}
		for b := 0x40; b <= 0xff; b++ {
			trail := byte(b)
			src[0], src[1] = lead, trail
			r, ok := l.decodeTo(dst, src)
			if user := d.user(lead, trail); user != 0 {
				r, ok = user, true
			}
			if ok && r != utf8.RuneError {
				l.set(lead, trail, r)
			}
		}
	}
	switch d.kind {
	case jis0212:
		l.fillJIS0212()
	case combining:
		for i, pair := range combinedCodes {
			l.table.runes[pairKey(pair[0], pair[1])] = rune(-1 - i)
		}
	}
}

// fillJIS0212 reads out EUC-JP's codes of three bytes. Runes that have a pair
// keep it.
func (l *lazyPairs) fillJIS0212() {
	src, dst := make([]byte, 3), make([]byte, 16)
	for x := byte(0xa1); x <= 0xfe; x++ {
		for y := byte(0xa1); y <= 0xfe; y++ {
			src[0], src[1], src[2] = 0x8f, x, y
			r, ok := l.decodeTo(dst, src)
			if !ok || r == utf8.RuneError {
				continue
			}
			l.table.runes[pairKey(x, y&0x7f)] = r
			if l.table.codes[r] == 0 {
				l.table.codes[r] = uint16(x)<<8 | uint16(y&0x7f)
			}
		}
	}
}

// set enters a pair that stands for r.
func (l *lazyPairs) set(lead, trail byte, r rune) {
	t := l.table
	t.runes[pairKey(lead, trail)] = r
	code := uint16(lead)<<8 | uint16(trail)
	if before := t.code(r); before != 0 {
		code = l.prefer(r, before, code)
	}
	if r <= 0xffff {
		t.codes[r] = code
	} else {
		t.astral[r] = code
	}
}

// prefer chooses between two codes of one rune. Text that came to be by
// reading UTF-8 had a code whose bytes occur in UTF-8: of the two places of
// Shift_JIS's IBM kanji that is ED/EE, not the FA..FC that encoders write.
// Otherwise it is what x/text's encoder, as WHATWG's, writes.
func (l *lazyPairs) prefer(r rune, a, b uint16) uint16 {
	switch inA, inB := inUTF8(a), inUTF8(b); {
	case inA && !inB:
		return a
	case inB && !inA:
		return b
	}
	if l.encodes(r, b) {
		return b
	}
	return a
}

// inUTF8 tells whether both bytes of a code occur in UTF-8.
func inUTF8(code uint16) bool {
	for _, b := range [...]byte{byte(code >> 8), byte(code)} {
		if b == 0xc0 || b == 0xc1 || b > 0xf4 {
			return false
		}
	}
	return true
}

// encodes tells whether x/text writes r as code.
func (l *lazyPairs) encodes(r rune, code uint16) bool {
	var src, dst [8]byte
	n := utf8.EncodeRune(src[:], r)
	n, _, err := l.encoder.Transform(dst[:], src[:n], true)
	return err == nil && n == 2 && dst[0] == byte(code>>8) && dst[1] == byte(code)
}

// decodeOne returns the one rune that src is; ok is false if it is not one
// rune. GB18030 has a code for U+FFFD; elsewhere U+FFFD tells of bad bytes.
func (l *lazyPairs) decodeOne(src []byte) (r rune, ok bool) {
	return l.decodeTo(make([]byte, 16), src)
}

// decodeTo is decodeOne with memory for it.
func (l *lazyPairs) decodeTo(dst, src []byte) (r rune, ok bool) {
	n, _, err := l.decoder.Transform(dst, src, true)
	r, size := utf8.DecodeRune(dst[:n])
	return r, err == nil && size == n
}

// appendFour appends GB18030's four bytes of r.
func (l *lazyPairs) appendFour(dst []byte, r rune) (out []byte, ok bool) {
	var src, code [8]byte
	n := utf8.EncodeRune(src[:], r)
	n, _, err := l.encoder.Transform(code[:], src[:n], true)
	if err != nil || n != 4 {
		return dst, false
	}
	return append(dst, code[:n]...), true
}
