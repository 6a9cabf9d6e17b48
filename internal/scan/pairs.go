package scan

import _ "embed"

//go:generate go run ../../corpus/pairs -out pairs.bin -han han.bin

// pairsTable is how odd runes are behind each other, by the language model: see corpus/pairs for the format.
//
//go:embed pairs.bin
var pairsTable string

// oddNats is by how many nats the runes of a run may be dearer behind each other, in all,
// than runes are as a rule. Of held-out lines beyond ASCII one in a thousand has a run with more that nothing
// else lets in, and of those damaged by whole words that nothing else shows eight in ten.
const oddNats = 8

// A pairTable knows which runes stand side by side in no text. Class 0 has the runes that no
// single-byte page has, next to which nothing is odd.
type pairTable struct {
	two     [twoBytes]uint8 // classes of runes
	three   []uint8         // as in table.three
	classes uint
	nats    string // four bits for each two classes
}

// loadPairs enters the table of pairs; pages and rows are there.
func (t *table) loadPairs(s string) {
	p := &t.pairs
	p.three = make([]uint8, len(t.three))
	n := int(s[0]) | int(s[1])<<8
	for s = s[2:]; n > 0; n-- {
		r, class := rune(s[0])|rune(s[1])<<8, s[2]+1
		if s = s[3:]; r < twoBytes {
			p.two[r] = class
		} else {
			p.three[int(t.pages[r>>6])<<6|int(r&0x3F)] = class
		}
	}
	p.classes, p.nats = uint(s[0]), s[1:]
}

// pairClass returns the class of a rune.
func (t *table) pairClass(r rune) uint {
	switch {
	case r < twoBytes:
		return uint(t.pairs.two[r])
	case r > 0xFFFF:
		return 0
	}
	return uint(t.pairs.three[uint(t.pages[r>>6])<<6|uint(r&0x3F)])
}

// odd returns by how many nats a rune of one class is dearer behind one of another than runes are as a rule.
func (p *pairTable) odd(before, class uint) uint {
	if before == 0 || class == 0 {
		return 0
	}
	k := (before-1)*p.classes + class - 1
	return uint(p.nats[k/2]) >> (k % 2 * 4) & 15
}
