package lm

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
)

// A Word is a word that is read rune by rune: a hash of its runes, in lower case and
// digits alike, how many they are, and what is among them. The zero Word is the place
// before a word. A word is what stands between two breaks (see [RoleBreak]): "l’été" is two.
type Word uint64

// The low bits of a Word; the others are the hash.
const (
	wordLength  = 1<<5 - 1 // runes, at most that many
	wordWide    = 1 << 5   // some are beyond ASCII
	wordStrange = 1 << 6   // some are not known, or of a script without spaces
	wordFlags   = 1<<7 - 1
)

// MaxWord is how many runes a word may have to be listed.
const MaxWord = 30

// strangeWord is any word that is not listed and will not be.
const strangeWord = wordWide | wordStrange | wordLength

// Len returns how many runes a word has that is listed or may become so.
func (w Word) Len() int { return int(w & wordLength) }

// Listed tells whether HasWord may answer for the word: it holds a rune beyond ASCII, but none
// that the model does not know or of a script that is written without spaces, and is not too long.
func (w Word) Listed() bool { return w&(wordWide|wordStrange) == wordWide }

// Spell returns the word with one rune more, or 0 if that is a break, which ends it.
func (m *Model) Spell(w Word, s Sym) Word {
	if s.Role() == RoleBreak {
		return 0
	}
	flags := w&(wordFlags&^wordLength) | m.spelled[s.Class()]
	if !s.Known() || flags&wordStrange != 0 || w&wordLength == MaxWord {
		return strangeWord
	}
	h := (w&^wordFlags ^ Word(s.ID())<<7) * 0x9E3779B97F4A7C15
	h ^= h >> 29
	return h&^wordFlags | flags | w&wordLength + 1
}

// HasWord tells whether a word is one of those that the texts of training have most. Of
// the others one in a thousand passes for such. Only words that are [Word.Listed] can be.
func (m *Model) HasWord(w Word) bool {
	if !w.Listed() || m.words.segments == 0 {
		return false
	}
	return m.words.has(uint64(w))
}

// unspaced are the scripts that are written without spaces: what stands between two
// breaks there is no word.
var unspaced = []string{"Han", "Thai", "Lao", "Khmer", "Myanmar", "Tibetan"}

// spelledClass is what runes of a class add to the flags of a word.
func spelledClass(name string) Word {
	switch name {
	case "ascii/letter", "digit":
		return 0
	}
	n := scriptNumber(name)
	for i, s := range majorScripts {
		if n != uint8(i+1) {
			continue
		}
		for _, u := range unspaced {
			if s == u {
				return wordWide | wordStrange
			}
		}
	}
	return wordWide
}

// A wordFilter is a binary fuse filter (Graf and Lemire, Binary Fuse Filters, 2022): a word
// is in the set if the slots of its three places add up, by exclusive or, to its fingerprint.
// It takes 1.13 to 1.2 slots of wordBits for each word, whatever its length.
type wordFilter struct {
	table    string // slots of wordBits, packed, and some bytes to read beyond
	segments uint64 // places of a word are in neighbouring ones
	length   uint64 // slots of a segment, a power of two
	seed     uint64
}

// wordBits is the size of a fingerprint. A lost byte has up to 14 readings, so that 8 bits
// would call a wrong one a word in one case of twenty.
const wordBits = 10

// places returns the slots of a key, and its fingerprint.
func (f *wordFilter) places(key uint64) (a, b, c uint64, print uint32) {
	h := mix(key + f.seed)
	a, _ = bits.Mul64(h, f.segments*f.length)
	b = a + f.length ^ h>>18&(f.length-1)
	c = a + 2*f.length ^ h&(f.length-1)
	return a, b, c, uint32(h^h>>32) & (1<<wordBits - 1)
}

func (f *wordFilter) has(key uint64) bool {
	a, b, c, print := f.places(key)
	return f.slot(a)^f.slot(b)^f.slot(c) == print
}

func (f *wordFilter) slot(i uint64) uint32 {
	at := i * wordBits
	s := f.table[at>>3:]
	_ = s[2]
	x := uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16
	return x >> (at & 7) & (1<<wordBits - 1)
}

// tableSize is how many bytes the slots take.
func (f *wordFilter) tableSize() uint64 { return ((f.segments+2)*f.length*wordBits+7)/8 + 2 }

// read takes the filter out of a model file. A file may have none.
func (f *wordFilter) read(r *reader) {
	f.segments = uint64(r.uvarint())
	if f.segments == 0 {
		return
	}
	shift := r.byte()
	f.seed = uint64(r.byte())
	if shift > 18 || f.segments > 1<<20 {
		r.fail(errSize)
		return
	}
	f.length = 1 << shift
	f.table = r.take(int(f.tableSize()))
}

// appendWords appends the filter of some different words to a model file.
func appendWords(out []byte, words []Word) ([]byte, error) {
	if len(words) == 0 {
		return append(out, 0), nil
	}
	n := float64(max(len(words), 2))
	shift := min(int(math.Log(n)/math.Log(3.33)+2.25), 18)
	f := wordFilter{length: 1 << shift}
	slots := n * max(1.125, 0.875+0.25*math.Log(1e6)/math.Log(n))
	f.segments = uint64(max(math.Ceil(slots/float64(f.length))-2, 1))
	for ; f.seed < 256; f.seed++ {
		table := f.fill(words)
		if table == nil {
			continue
		}
		out = binary.AppendUvarint(out, f.segments)
		out = append(out, byte(shift), byte(f.seed))
		return append(out, table...), nil
	}
	return nil, fmt.Errorf("lm: no seed lays out %d words", len(words))
}

// fill returns the slots that answer for the words, nil if with this seed some stand in each
// other's way: words are taken off one by one that have a place of their own, and laid
// down in the order turned round.
func (f *wordFilter) fill(words []Word) []byte {
	n := (f.segments + 2) * f.length
	count := make([]uint32, n)
	sum := make([]uint64, n) // of the numbers of the words at a place, by exclusive or
	for i, w := range words {
		a, b, c, _ := f.places(uint64(w))
		for _, p := range [3]uint64{a, b, c} {
			count[p]++
			sum[p] ^= uint64(i)
		}
	}
	var alone []uint64
	for p := range count {
		if count[p] == 1 {
			alone = append(alone, uint64(p))
		}
	}
	type laid struct {
		word  uint64
		place uint64
	}
	var order []laid
	for len(alone) > 0 {
		p := alone[len(alone)-1]
		alone = alone[:len(alone)-1]
		if count[p] != 1 {
			continue
		}
		i := sum[p]
		order = append(order, laid{i, p})
		a, b, c, _ := f.places(uint64(words[i]))
		for _, q := range [3]uint64{a, b, c} {
			count[q]--
			sum[q] ^= i
			if count[q] == 1 {
				alone = append(alone, q)
			}
		}
	}
	if len(order) < len(words) {
		return nil
	}
	slots := make([]uint32, n)
	for i := len(order) - 1; i >= 0; i-- {
		o := order[i]
		a, b, c, print := f.places(uint64(words[o.word]))
		slots[o.place] = print ^ slots[a] ^ slots[b] ^ slots[c] // its own is 0 yet
	}
	table := make([]byte, f.tableSize())
	for i, x := range slots {
		at := i * wordBits
		x <<= at & 7
		for k := at >> 3; x > 0; k, x = k+1, x>>8 {
			table[k] |= byte(x)
		}
	}
	return table
}
