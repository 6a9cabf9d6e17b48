package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// A half is 32 bytes of a block, and what the tables say of them.
type half struct {
	g     *generator
	disp  int
	three bool // there may be runes of three bytes and more

	scripts bool // there may be leads from CE to DF, of Greek and what is behind it

	letters, others VecVirtual
	third           VecVirtual // high bit: the third byte or fourth of a sequence
	capital         VecVirtual // high bit: a capital in front of a run
	coded           VecVirtual // cleared: the second byte of a rune that no codec has
	dagger          VecVirtual // or a control
}

// place is where the bytes stand that are so many places before those of the half.
func (h *half) place(before int) Mem { return Mem{Base: h.g.text, Disp: h.disp - before} }

func (h *half) load(before int) VecVirtual {
	v := YMM()
	VMOVDQU(h.place(before), v)
	return v
}

// most returns the greatest bytes of a block and those right before it.
func (g *generator) most() VecVirtual {
	v := YMM()
	VMOVDQU(Mem{Base: g.text}, v)
	VPMAXUB(Mem{Base: g.text, Disp: 32}, v, v)
	VPMAXUB(Mem{Base: g.text, Disp: -3}, v, v)
	return v
}

// block makes the masks of a block. What cannot be in it is left out, which name tells apart.
func (g *generator) block(name string, three, scripts bool) {
	a, b := &half{g: g, three: three, scripts: scripts}, &half{g: g, three: three, scripts: scripts, disp: 32}
	for _, h := range []*half{a, b} {
		h.lookUp(fmt.Sprintf("%s%d", name, h.disp))
	}
	VPTEST(g.err, g.err)
	JNZ(LabelRef("bad"))
	if three {
		g.uncoded(a, b, name+"Narrow")
		g.thai(a, b, name+"NoThai")
	} else {
		g.none("plain", "wide", "thai", "consonant")
	}
	g.rare(a, b, name+"Common")
	mask(g.pair, a.pairs(), b.pairs())
	switch {
	case scripts:
		a.capitals()
		b.capitals()
		MOVQ(mask(GP64(), a.capital, b.capital), g.slots["capital"])
		MOVQ(mask(GP64(), a.letters, b.letters), g.slots["seldom"])
		mask(g.other, a.other(), b.other())
	case three:
		g.none("capital", "seldom")
		mask(g.other, a.all(), b.all())
	default: // every run has no letters but those
		g.none("capital", "seldom")
		MOVQ(g.carried(offOpen), g.other)
		ANDQ(g.high, g.other)
		ORQ(g.slots["starts"], g.other)
	}
}

// none clears masks.
func (g *generator) none(names ...string) {
	for _, s := range names {
		MOVQ(U32(0), g.slots[s])
	}
}

// lookUp looks up what two bytes are.
func (h *half) lookUp(label string) {
	g := h.g
	p1, v := h.load(1), h.load(0)
	vHigh, vLow, high, low := YMM(), YMM(), YMM(), YMM()
	VPSRLW(Imm(4), v, vHigh)
	VPAND(g.low, vHigh, vHigh)
	VPAND(g.low, v, vLow)
	VPSRLW(Imm(4), p1, high)
	VPAND(g.low, high, high)
	VPAND(g.low, p1, low)

	// UTF-8: the tables know what is wrong with two bytes, and where a third
	// or fourth byte must stand.
	wrong := g.look(0, high, low, vHigh, nil)
	if h.three {
		h.third = h.load(2)
		VPSUBUSB(g.constant(0xE0-0x80), h.third, h.third)
		t := h.load(3)
		VPSUBUSB(g.constant(0xF0-0x80), t, t)
		VPOR(t, h.third, h.third)
		VPAND(g.constant(0x80), h.third, t)
		VPXOR(t, wrong, wrong)
	}
	VPOR(wrong, g.err, g.err)

	if !h.three && !h.scripts {
		h.others = g.look(15, high, low, vHigh, vLow)
		h.controls(p1, v)
	}
	CMPQ(g.slots["near"], Imm(0))
	JZ(LabelRef(label))
	if h.three || h.scripts {
		h.behindASCII(p1, g.look(11, high, low, vHigh, vLow))
	} else {
		h.latinBehindASCII(p1)
	}
	Label(label)
	if h.scripts {
		h.letters = g.look(3, high, low, vHigh, vLow)
	}
	if h.three || h.scripts {
		h.others = g.look(7, high, low, vHigh, vLow)
	}
}

// controls finds C1 controls.
func (h *half) controls(p1, v VecVirtual) {
	h.dagger = YMM()
	VMOVDQU(h.g.constant(0xA0), h.dagger)
	VPCMPGTB(v, h.dagger, h.dagger)
	t := YMM()
	VPCMPEQB(h.g.constant(0xC2), p1, t)
	VPAND(t, h.dagger, h.dagger)
}

// look returns what the tables from number i on say of two bytes by the halves
// of the first and of the second.
func (g *generator) look(i int, halves ...VecVirtual) VecVirtual {
	out := YMM()
	for k, h := range halves {
		if h == nil {
			continue
		}
		t := out
		if k > 0 {
			t = YMM()
		}
		VMOVDQU(Mem{Base: g.tables, Disp: 32 * (i + k)}, t)
		VPSHUFB(h, t, t)
		if k > 0 {
			VPAND(t, out, out)
		}
	}
	return out
}

// leads returns the bytes that lead a sequence, bytes beyond 7F and below E0 being all that may.
func (g *generator) leads(v VecVirtual) VecVirtual {
	t := YMM()
	VPCMPGTB(g.constant(0xBF), v, t)
	VPAND(v, t, t)
	return t
}

// secondOfTwo returns the second bytes of two.
func (h *half) secondOfTwo(p1 VecVirtual) VecVirtual {
	if !h.three {
		return h.g.leads(p1)
	}
	two := YMM()
	VPAND(h.g.constant(0xE0), p1, two)
	VPCMPEQB(h.g.constant(0xC0), two, two)
	return two
}

// behindASCII marks what is odd behind a letter of ASCII, and what is between two.
func (h *half) behindASCII(p1, loud VecVirtual) {
	g := h.g
	t := YMM()
	VPXOR(t, t, t)
	VPCMPEQB(t, loud, loud)
	two := h.secondOfTwo(p1)
	VPCMPGTB(g.constant(0xCC), p1, t) // Greek and what is behind it
	VPAND(two, t, t)
	VPANDN(two, loud, loud)
	VPOR(t, loud, loud)
	within := YMM()
	VPCMPEQB(g.constant(0xC2), p1, within)
	if h.three {
		p2, quote := h.load(2), YMM()
		VPCMPEQB(g.constant(0xE0), p2, t)
		VPOR(t, loud, loud)
		VMOVDQU(g.constant(0x9A), quote)
		VPCMPGTB(h.place(0), quote, quote)
		VPCMPEQB(g.constant(0x80), p1, t)
		VPAND(t, quote, quote) // dashes, and the quotes that are apostrophes
		VPCMPEQB(g.constant(0xE2), p2, t)
		VPANDN(t, quote, quote)
		VPOR(quote, within, within)
		VMOVDQU(g.constant(0x9A), quote)
		VPCMPEQB(h.place(0), quote, quote) // the low one
		VPAND(t, quote, quote)
		VPOR(quote, loud, loud)
		VPCMPGTB(g.constant(0x8F), p1, quote) // signs from U+2400 on, boxes among them
		VPAND(t, quote, quote)
		VPOR(quote, loud, loud)
		VPSUBUSB(g.constant(0xE3-0x80), p2, p2)
		VPOR(p2, within, within)
	}
	h.wait("loud", loud)
	h.wait("within", within)
}

// latinBehindASCII is behindASCII for runes of Latin alone.
func (h *half) latinBehindASCII(p1 VecVirtual) {
	g := h.g
	loud, t := YMM(), YMM()
	VPXOR(t, t, t)
	VPAND(g.constant(0xFE), h.others, loud)
	VPCMPEQB(t, loud, loud)
	VPANDN(g.leads(p1), loud, loud)
	VPCMPGTB(g.constant(0xCA), p1, t) // what stands between Latin and Greek
	VPAND(p1, t, t)
	VPOR(t, loud, loud)
	h.wait("loud", loud)
	VPCMPEQB(g.constant(0xC2), p1, t)
	h.wait("within", t)
}

// wait keeps the mask of a half in memory.
func (h *half) wait(name string, v VecVirtual) {
	m := GP64()
	VPMOVMSKB(v, m.As32())
	slot := h.g.slots[name]
	if h.disp == 0 {
		MOVL(m.As32(), slot)
		return
	}
	first := GP64()
	MOVL(slot, first.As32())
	SHLQ(Imm(32), m)
	ORQ(first, m)
	MOVQ(m, slot)
}

// uncoded marks runes that no codec has, and among them those of double-byte codecs that are first
// or second in a run.
func (g *generator) uncoded(a, b *half, label string) {
	for _, h := range []*half{a, b} {
		zero, t := YMM(), h.load(1)
		h.coded = YMM()
		VPXOR(zero, zero, zero)
		VPAND(g.constant(0xF8), h.others, h.coded)
		VPCMPEQB(zero, h.coded, h.coded)
		VPSUBUSB(g.constant(0xF0-0x80), t, t)
		VPANDN(h.coded, t, h.coded)
	}
	plain := mask(GP64(), a.coded, b.coded)
	NOTQ(plain)
	MOVQ(plain, g.slots["plain"])
	MOVQ(U32(0), g.slots["wide"])
	more := g.most()
	VPSUBUSB(g.constant(0xE2), more, more)
	VPTEST(more, more)
	JZ(LabelRef(label))
	starts := g.slot("starts")
	before := g.carry(offStarts)
	wide := copyOf(starts)
	SHLQ(Imm(4), wide)
	ORQ(before, wide)
	SHRQ(Imm(3), before)
	ORQ(shifted(starts, before, 1), wide)
	ANDQ(plain, wide)
	MOVQ(wide, g.slots["wide"])
	Label(label)
}

// thai marks what stands in the first page of Thai, and its first consonants, at their third
// bytes. All letters and marks of Thai are third bytes no more.
func (g *generator) thai(a, b *half, label string) {
	MOVQ(U32(0), g.slots["thai"])
	MOVQ(U32(0), g.slots["consonant"])
	any, t := YMM(), YMM()
	VMOVDQU(g.constant(0xE0), t)
	VPCMPEQB(a.place(0), t, any)
	for _, at := range []Mem{b.place(0), a.place(3)} {
		e0 := YMM()
		VPCMPEQB(at, t, e0)
		VPOR(e0, any, any)
	}
	some := GP32()
	VPMOVMSKB(any, some)
	TESTL(some, some)
	JZ(LabelRef(label))
	for _, h := range []*half{a, b} {
		v, p1 := h.load(0), h.load(1)
		lead, first, second := YMM(), YMM(), YMM()
		VMOVDQU(g.constant(0xE0), lead)
		VPCMPEQB(h.place(2), lead, lead)
		VPCMPEQB(g.constant(0xB8), p1, first)
		VPAND(lead, first, first)
		VPCMPGTB(g.constant(0x80), v, t) // U+0E00 is none
		VPAND(t, first, first)
		h.wait("thai", first)
		VMOVDQU(g.constant(0xA0), t)
		VPCMPGTB(v, t, t)
		VPAND(first, t, t)
		h.wait("consonant", t)
		VPCMPEQB(g.constant(0xB9), p1, second)
		VPAND(lead, second, second)
		VMOVDQU(g.constant(0x8F), t)
		VPCMPGTB(v, t, t)
		VPAND(t, second, second)
		VPOR(first, second, second)
		VPANDN(h.third, second, h.third)
	}
	Label(label)
}

// rare marks controls, daggers, and letters that wait for a blank.
func (g *generator) rare(a, b *half, label string) {
	MOVQ(U32(0), g.slots["blank"])
	MOVQ(U32(0), g.slots["remnant"])
	MOVQ(U32(0), g.slots["hat"])
	MOVQ(U32(0), g.slots["tilde"])
	any := YMM()
	VPOR(a.others, b.others, any)
	blank, both := 6, g.constant(0x03)
	if !a.three && !a.scripts {
		blank, both = 7, g.constant(0x01)
	}
	for _, h := range []*half{a, b} {
		if !h.three {
			if !h.scripts {
				VPOR(h.dagger, any, any)
			}
			continue
		}
		t := YMM()
		h.dagger = YMM()
		VMOVDQU(g.constant(0x80), t)
		VPCMPEQB(h.place(1), t, t)
		VMOVDQU(g.constant(0xA0), h.dagger)
		VPCMPEQB(h.place(0), h.dagger, h.dagger)
		VPAND(t, h.dagger, h.dagger)
		VPOR(h.dagger, any, any)
	}
	VPTEST(both, any)
	JZ(LabelRef(label))
	var remnants, blanks [2]VecVirtual
	for i, h := range []*half{a, b} {
		remnants[i], blanks[i] = h.dagger, YMM()
		if h.three || h.scripts {
			remnants[i] = YMM()
			VPSLLW(Imm(7), h.others, remnants[i])
		}
		if h.three {
			VPOR(h.dagger, remnants[i], remnants[i])
		}
		VPSLLW(Imm(uint64(blank)), h.others, blanks[i])
	}
	MOVQ(mask(GP64(), blanks[0], blanks[1]), g.slots["blank"])
	remnant := mask(GP64(), remnants[0], remnants[1])
	ANDQ(g.high, remnant)
	MOVQ(remnant, g.slots["remnant"])
	for _, x := range []struct {
		name   string
		second byte
	}{{"tilde", 0x83}, {"hat", 0xA2}} {
		var found [2]VecVirtual
		for i, h := range []*half{a, b} {
			lead := YMM()
			found[i] = YMM()
			VMOVDQU(g.constant(0xC3), lead)
			VPCMPEQB(h.place(1), lead, lead)
			VMOVDQU(g.constant(x.second), found[i])
			VPCMPEQB(h.place(0), found[i], found[i])
			VPAND(lead, found[i], found[i])
		}
		MOVQ(mask(GP64(), found[0], found[1]), g.slots[x.name])
	}
	hat := g.slot("hat")
	TESTQ(hat, hat)
	JZ(LabelRef(label))
	small := g.notSmall(a.load(0), b.load(0))
	NOTQ(small)
	ANDQ(inRow(small, 3), hat)
	MOVQ(hat, g.slots["hat"])
	Label(label)
}

// pairs returns the second bytes of runes that stand behind another.
func (h *half) pairs() VecVirtual {
	pair := h.g.leads(h.load(1))
	VPAND(h.place(2), pair, pair)
	if h.three {
		VPAND(h.coded, pair, pair)
	}
	return pair
}

// capitals looks for capitals in front of a run.
func (h *half) capitals() {
	h.capital = YMM()
	VPSLLW(Imm(5), h.others, h.capital)
	p2 := h.load(2)
	VPANDN(h.capital, p2, h.capital)
}

// all returns the ends of all runes but those of Thai.
func (h *half) all() VecVirtual {
	two := h.secondOfTwo(h.load(1))
	VPOR(h.third, two, two)
	return two
}

// other returns what is no letter in a row of letters of its script.
func (h *half) other() VecVirtual {
	zero, p1, row := YMM(), h.load(1), YMM()
	VPXOR(zero, zero, zero)
	VPXOR(h.place(3), p1, row)
	VPAND(h.g.constant(0xFC), row, row)
	VPCMPEQB(zero, row, row)
	VPANDN(h.place(2), row, row)
	VPCMPEQB(zero, h.letters, h.letters)
	VPOR(h.letters, row, row)
	VPANDN(row, h.capital, row)
	VPAND(h.secondOfTwo(p1), row, row)
	if h.three {
		VPOR(h.third, row, row)
	}
	return row
}
