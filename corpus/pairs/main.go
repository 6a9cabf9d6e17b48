// Command pairs writes the table by which package scan knows runes that stand side by side
// in no text: what each costs behind each other by the language model, for the runes beyond ASCII
// that single-byte pages have. It depends on the embedded model alone.
//
//	go run ./corpus/pairs -out internal/scan/pairs.bin -han internal/scan/han.bin
package main

import (
	"encoding/binary"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"unicode"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

func main() { os.Exit(run(os.Args[1:], os.Stderr)) }

func run(args []string, stderr io.Writer) int {
	flags := flag.NewFlagSet("pairs", flag.ContinueOnError)
	flags.SetOutput(stderr)
	out := flags.String("out", "", "`file` to write")
	han := flags.String("han", "", "`file` to write with what the runes of double-byte pages cost by themselves")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if *out == "" {
		fmt.Fprintln(stderr, "pairs: -out is needed")
		return 2
	}
	err := os.WriteFile(*out, table(lm.Default()), 0o644)
	if err == nil && *han != "" {
		err = os.WriteFile(*han, wide(lm.Default()), 0o644)
	}
	if err != nil {
		fmt.Fprintln(stderr, "pairs:", err)
		return 2
	}
	return 0
}

// usual, in nats, is what a rune may cost behind another without being odd there. What it costs
// beyond is stored in four bits.
const usual = 7

// What letters and signs that have a class of their own cost at most by themselves, in nats; rarer ones share
// one with those of their kind, since the model knows little of each.
const (
	commonLetter = 9.5
	commonSign   = 8
)

// table returns the classes of the runes, and how odd each class is behind each other:
//
//	runes   uint16  little-endian
//	runes × rune uint16, class uint8
//	classes uint8
//	classes × classes × 4 bits, nats beyond what is usual, by the class before, the lower half of a byte first
func table(m *lm.Model) []byte {
	runes := runesOf()
	ofKind := map[string]int{}
	var members [][]rune
	class := make([]int, len(runes))
	for i, r := range runes {
		kind := kindOf(m, r)
		k, ok := ofKind[kind]
		if !ok {
			k = len(members)
			ofKind[kind] = k
			members = append(members, nil)
		}
		members[k] = append(members[k], r)
		class[i] = k
	}
	if len(members) > math.MaxUint8 {
		panic(fmt.Sprintf("pairs: %d classes", len(members)))
	}
	b := binary.LittleEndian.AppendUint16(nil, uint16(len(runes)))
	for i, r := range runes {
		b = append(binary.LittleEndian.AppendUint16(b, uint16(r)), uint8(class[i]))
	}
	b = append(b, uint8(len(members)))
	half, full := uint8(0), false
	for _, before := range members {
		for _, after := range members {
			odd := uint8(min(max(mean(m, before, after)-usual, 0), 15))
			if full = !full; full {
				half = odd
			} else {
				b = append(b, half|odd<<4)
			}
		}
	}
	if full {
		b = append(b, half)
	}
	return b
}

// runesOf returns the runes beyond ASCII that single-byte pages have, in order, but for those of Thai, which
// package scan looks at by other means.
func runesOf() (runes []rune) {
	for _, c := range codec.All() {
		if !c.SingleByte() {
			continue
		}
		for b := 0x80; b <= 0xFF; b++ {
			if r := c.DecodeByte(byte(b)); r >= 0xA0 && r < 0xFFFD && (r < 0xE00 || r >= 0xE80) && !slices.Contains(runes, r) {
				runes = append(runes, r)
			}
		}
	}
	slices.Sort(runes)
	return runes
}

// kindOf names the class of a rune: a common letter, whatever its case, and a common sign have one of their own.
func kindOf(m *lm.Model, r rune) string {
	most := float32(commonSign)
	lower := unicode.ToLower(r)
	if unicode.IsLetter(r) {
		most = commonLetter
	}
	if s := m.Sym(lower); s.Known() && m.Alone(s) < most {
		return string(lower)
	}
	return m.Class(m.Sym(r))
}

// mean is what the runes of one class cost behind those of another, by how common they are.
func mean(m *lm.Model, before, after []rune) float64 {
	var sum, weight float64
	for _, a := range before {
		for _, b := range after {
			w := math.Exp(-float64(m.Alone(m.Sym(a)) + m.Alone(m.Sym(b))))
			sum += w * cost(m, a, b)
			weight += w
		}
	}
	return sum / weight
}

// cost is what a rune costs behind one other, the model knowing nothing of what stands before.
func cost(m *lm.Model, a, b rune) float64 {
	private := m.Sym(0xE123)
	_, c := m.Next(lm.Edge.Push(private).Push(private).Push(m.Sym(a)), m.Sym(b))
	return float64(c)
}

// Of these runes, to before the last and from the compatible ones on, wide has what each costs by itself, four bits each, the lower half of a byte first,
// in nats beyond the least; and unknown for those that the model does not know.
const (
	firstWide       = 0x2E80
	lastWide        = 0xD800
	firstCompatible = 0xF900
	leastNats       = 3
	unknown         = 15
)

// The letters of half-width katakana are known to no model: where one stands, all are such. The marks among them are as rare as they come.
const (
	firstNarrow  = 0xFF66
	lastNarrow   = 0xFF9F
	narrowLetter = 9
)

// wide returns what the runes of double-byte pages cost by themselves.
func wide(m *lm.Model) (b []byte) {
	for n, r := 0, rune(firstWide); r <= 0xFFFF; n, r = n+1, r+1 {
		if r == lastWide {
			r = firstCompatible
		}
		cost := uint8(unknown)
		if firstNarrow <= r && r <= lastNarrow {
			cost = narrowLetter - leastNats
		} else if s := m.Sym(r); s.Known() {
			cost = uint8(min(max(math.Round(float64(m.Alone(s)))-leastNats, 0), unknown-1))
		}
		if n%2 == 0 {
			b = append(b, cost)
		} else {
			b[n/2] |= cost << 4
		}
	}
	return b
}
