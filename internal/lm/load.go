package lm

import (
	"errors"
	"math"
	"slices"
)

var (
	errShort = errors.New("lm: model ends early")
	errSize  = errors.New("lm: model has an impossible size")
	errRunes = errors.New("lm: model has runes out of order, or of no class")
)

// A reader takes a model file apart; err stays once set.
type reader struct {
	s   string
	err error
}

func (r *reader) fail(err error) {
	if r.err == nil {
		r.err = err
	}
}

func (r *reader) uvarint() int {
	var x uint64
	for shift := 0; shift < 64; shift += 7 {
		b := r.byte()
		x |= uint64(b&0x7F) << shift
		if b < 0x80 {
			break
		}
	}
	if x > 1<<30 {
		r.fail(errSize)
		return 0
	}
	return int(x)
}

func (r *reader) byte() byte {
	s := r.take(1)
	if r.err != nil {
		return 0
	}
	return s[0]
}

func (r *reader) take(n int) string {
	if n > len(r.s) {
		r.fail(errShort)
		return ""
	}
	s := r.s[:n]
	r.s = r.s[n:]
	return s
}

// Load reads a model file. The n-gram table is used where it stands in file,
// not copied.
func Load(file string) (*Model, error) {
	r := &reader{s: file}
	if r.take(len(magic)) != magic {
		return nil, errors.New("lm: not a model file of this version")
	}
	m := &Model{}
	for i := range m.costs {
		m.costs[i] = float32(i) * Step
		m.bows[i] = float32(i-bowShift) * Step
	}
	for n := r.uvarint(); n > 0 && r.err == nil; n-- {
		name := r.take(r.uvarint())
		m.classes.Names = append(m.classes.Names, name)
		m.script = append(m.script, scriptNumber(name))
		m.barred = append(m.barred, name == "private" || name == "unassigned")
		m.spelled = append(m.spelled, spelledClass(name))
	}
	nClasses := len(m.classes.Names)
	if nClasses > maxClasses {
		return nil, errSize
	}
	m.readRanges(r)
	m.readVocab(r)
	if r.err != nil {
		return nil, r.err
	}
	for range nClasses {
		m.oov = append(m.oov, m.costs[r.byte()])
	}
	for range nClasses {
		m.spread = append(m.spread, m.costs[r.byte()])
	}
	for range (nClasses + 1) * (nClasses + 1) {
		m.classBi = append(m.classBi, m.costs[r.byte()])
	}
	for i := range m.caseCost {
		for j := range m.caseCost[i] {
			lo := uint16(r.byte())
			m.caseCost[i][j] = float32(lo|uint16(r.byte())<<8) / 1000
		}
	}
	m.buckets = uint64(r.uvarint())
	m.table = r.take(int(m.buckets) * bucketSize)
	m.words.read(r)
	if r.err == nil && !m.searchEnds() {
		r.err = errors.New("lm: table of n-grams has no room")
	}
	if r.err != nil {
		return nil, r.err
	}
	m.readClasses()
	return m, nil
}

// readRanges reads the classes of runes. The ranges begin at rune 0 and ascend.
func (m *Model) readRanges(r *reader) {
	first := 0
	n := r.uvarint()
	for i := 0; i < n && r.err == nil; i++ {
		step := r.uvarint()
		class := r.byte()
		first += step
		if (step == 0) != (i == 0) || first > maxRune+1 || int(class) >= len(m.classes.Names) {
			r.fail(errRunes)
			return
		}
		m.classes.ranges = append(m.classes.ranges, classRange{rune(first), class})
	}
	if n == 0 {
		r.fail(errRunes)
	}
}

// searchEnds tells whether a bucket has a free slot, by which find knows that
// it need not look further.
func (m *Model) searchEnds() bool {
	for b := bucketSize; b <= len(m.table); b += bucketSize {
		if line := m.table[b-bucketSize : b]; line[bucketSlots*2-2]|line[bucketSlots*2-1] == 0 {
			return true
		}
	}
	return false
}

// readVocab reads the runes that have symbols of their own, in ascending order.
func (m *Model) readVocab(r *reader) {
	m.nVocab = r.uvarint()
	if m.nVocab > math.MaxUint16-firstSym-maxClasses {
		r.fail(errSize)
		return
	}
	m.base = make([]float32, firstSym, firstSym+m.nVocab)
	v := 0
	for i := 0; i < m.nVocab && r.err == nil; i++ {
		v += r.uvarint()
		if v > maxRune {
			r.fail(errRunes)
			return
		}
		m.vocab = append(m.vocab, rune(v))
		m.base = append(m.base, m.costs[r.byte()])
	}
}

// readClasses makes the classes of the symbols of the vocabulary. Runes and ranges ascend.
func (m *Model) readClasses() {
	m.symClass = make([]uint8, firstSym, firstSym+m.nVocab)
	ranges, n := m.classes.ranges, 0
	for _, v := range m.vocab {
		for n+1 < len(ranges) && ranges[n+1].first <= v {
			n++
		}
		m.symClass = append(m.symClass, ranges[n].class)
	}
}

// fillPage makes a page when the first of its runes is met: all of them take longer than a short text.
func (m *Model) fillPage(n rune) *[128]Sym {
	p := new([128]Sym)
	for j := range p {
		r := n<<7 | rune(j)
		if i, ok := slices.BinarySearch(m.vocab, Fold(r)); ok {
			p[j] = Sym(firstSym+i) | Sym(m.symClass[firstSym+i])<<16 | 1<<28 | caseBits(r)
		} else {
			p[j] = m.rare(r)
		}
	}
	m.pages[n].Store(p)
	return p
}
