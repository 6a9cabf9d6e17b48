package lm

import (
	"encoding/binary"
	"fmt"
	"math"
)

// magic begins a model file; the last digit is the version of the format.
const magic = "unbake-lm-3\n"

// maxClasses bounds the classes: their numbers are bytes.
const maxClasses = 255

// Parts are what training hands over to be stored, costs in nats.
type Parts struct {
	Classes  *Classes
	Vocab    []rune      // folded, ascending
	Base     []float64   // by index in Vocab
	OOV      []float64   // by class, of all runes that were not seen
	Spread   []float64   // by class, of one of those
	ClassBi  [][]float64 // by class before and class; the edge of the text is the last of both
	CaseCost [64][2]float64
	NGrams   []NGram
	Words    []Word // different ones, each Listed
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
	for _, c := range p.Spread {
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
	return appendWords(append(out, table...), p.Words)
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
