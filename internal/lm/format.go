package lm

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// magic begins a model file; the last digit is the version of the format.
const magic = "unbake-lm-1\n"

var errShort = errors.New("lm: model ends early")

// Parts are what training hands over to be stored, costs in nats.
type Parts struct {
	Classes  *Classes
	Vocab    []rune      // folded, ascending
	Base     []float64   // by index in Vocab
	OOV      []float64   // by class
	ClassBi  [][]float64 // by class before and class; the edge of the text is the last of both
	CaseCost [64][2]float64
	NGrams   []NGram
}

// An NGram is a key of up to four symbols, the newest in the low 16 bits, with
// the cost of that newest symbol, and the back-off weight of the whole as a context.
type NGram struct {
	Key  uint64
	Cost float64
	Bow  float64
}

// quantise stores a cost in one byte.
func quantise(c float64) uint8 {
	return uint8(min(max(math.Round(c/Step), 0), 255))
}

func quantiseBow(c float64) uint8 {
	return uint8(min(max(math.Round(c/Step)+bowShift, 0), 255))
}

// fill is how full the hash table of n-grams is made. Fuller tables spill
// over more cache lines.
const fill = 0.86

// Encode returns the model file.
func (p *Parts) Encode() ([]byte, error) {
	out := []byte(magic)
	out = binary.AppendUvarint(out, uint64(len(p.Classes.Names)))
	for _, n := range p.Classes.Names {
		out = binary.AppendUvarint(out, uint64(len(n)))
		out = append(out, n...)
	}
	out = binary.AppendUvarint(out, uint64(len(p.Classes.ranges)))
	last := rune(0)
	for _, r := range p.Classes.ranges {
		out = binary.AppendUvarint(out, uint64(r.first-last))
		out = append(out, r.class)
		last = r.first
	}
	out = binary.AppendUvarint(out, uint64(len(p.Vocab)))
	last = 0
	for i, r := range p.Vocab {
		out = binary.AppendUvarint(out, uint64(r-last))
		out = append(out, quantise(p.Base[i]))
		last = r
	}
	for _, c := range p.OOV {
		out = append(out, quantise(c))
	}
	for _, row := range p.ClassBi {
		for _, c := range row {
			out = append(out, quantise(c))
		}
	}
	for _, pair := range p.CaseCost {
		for _, c := range pair {
			out = binary.LittleEndian.AppendUint16(out, uint16(min(c*1000, 65535)))
		}
	}
	table, err := buildTable(p.NGrams)
	if err != nil {
		return nil, err
	}
	out = binary.AppendUvarint(out, uint64(len(table)/bucketSize))
	return append(out, table...), nil
}

// buildTable lays the n-grams out in buckets. Keys that share bucket and
// fingerprint would answer for one another; the later is left out, and n-grams
// come in order of worth.
func buildTable(grams []NGram) ([]byte, error) {
	buckets := uint64(float64(len(grams))/fill/bucketSlots) + 1
	table := make([]byte, buckets*bucketSize)
	for _, g := range grams {
		b, print := slotOf(g.Key, buckets)
		placed := false
		for tries := uint64(0); !placed && tries < buckets; tries++ {
			line := table[b*bucketSize : (b+1)*bucketSize]
			for i := 0; i < bucketSlots; i++ {
				have := binary.LittleEndian.Uint16(line[i*2:])
				if have == print {
					placed = true
					break
				}
				if have == 0 {
					binary.LittleEndian.PutUint16(line[i*2:], print)
					line[bucketSlots*2+i*2] = quantise(g.Cost)
					line[bucketSlots*2+i*2+1] = quantiseBow(g.Bow)
					placed = true
					break
				}
			}
			b = (b + 1) % buckets
		}
		if !placed {
			return nil, fmt.Errorf("lm: table of %d buckets is full", buckets)
		}
	}
	return table, nil
}

// A reader takes a model file apart; err stays once set.
type reader struct {
	s   string
	err error
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
		r.err = errors.New("lm: model has an impossible size")
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
		r.err = errShort
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
	}
	first := rune(0)
	for n := r.uvarint(); n > 0 && r.err == nil; n-- {
		first += rune(r.uvarint())
		m.classes.ranges = append(m.classes.ranges, classRange{first, r.byte()})
	}
	vocab := m.readVocab(r)
	nClasses := len(m.classes.Names)
	for range nClasses {
		m.oov = append(m.oov, m.costs[r.byte()])
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
	if r.err == nil && len(m.classes.ranges) == 0 {
		r.err = errShort
	}
	if r.err != nil {
		return nil, r.err
	}
	m.fillPages(vocab)
	return m, nil
}

func (m *Model) readVocab(r *reader) []rune {
	m.nVocab = r.uvarint()
	vocab := make([]rune, 0, m.nVocab)
	m.base = make([]float32, firstSym, firstSym+m.nVocab)
	v := rune(0)
	for i := 0; i < m.nVocab && r.err == nil; i++ {
		v += rune(r.uvarint())
		vocab = append(vocab, v)
		m.base = append(m.base, m.costs[r.byte()])
	}
	return vocab
}

// fillPages makes the pages of runes that have a known rune, or a form of
// one, in them.
func (m *Model) fillPages(vocab []rune) {
	m.symClass = make([]uint8, firstSym, firstSym+len(vocab))
	known := make(map[rune]Sym, len(vocab))
	for i, v := range vocab {
		c := m.classes.Of(v)
		m.symClass = append(m.symClass, c)
		known[v] = Sym(firstSym+i) | Sym(c)<<16 | 1<<28
		m.page(v)
		for _, other := range relatives(v) {
			m.page(other)
		}
	}
	for i, p := range m.pages {
		if p == nil {
			continue
		}
		for j := range p {
			r := rune(i<<7 | j)
			if s, ok := known[Fold(r)]; ok {
				p[j] = s | caseBits(r)
			} else {
				p[j] = m.rare(r)
			}
		}
	}
}

func (m *Model) page(r rune) {
	if uint32(r) <= maxRune && m.pages[r>>7] == nil {
		m.pages[r>>7] = new([128]Sym)
	}
}
