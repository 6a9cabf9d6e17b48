package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// Offsets in walk, eight bytes each; see fast.go. What stands before full is of the block before.
const (
	offOpen = 8 * iota
	offPair
	offOther
	offThai
	offStray
	offStart
	offStarts
	offWithin
	offPlain
	offSeldom
	offBeside
	offBlank
	offCapital
	offThais
	offConsonant
	offHighs
	offFull
	offBad
	// What only windows carry: their mode; and of a run of Thai in which no rune stands where nothing waits for it, how many can be in
	// sequences, how many bytes it has, and which lead, and lead three.
	offMode
	offScore
	offLength
	offLeads
	offThrees
)

// longRun, in bytes, is half of cells.Max: so much of a run, in whole blocks, may be as long as a cell.
const longRun = 4 << 10

// A generator writes markAVX2, which goes through blocks of 64 bytes. Vectors become masks, a bit
// for each byte, and the rest is done with those.
type generator struct {
	text, left, tables, walk Register

	low, err VecVirtual
	slots    map[string]Mem

	high, end   GPVirtual // masks: bytes beyond ASCII, and those of ASCII right behind them
	pair, other GPVirtual // masks of the block, see step
}

// Masks that wait in memory for the step. near tells whether there are runs behind letters of ASCII, in the
// block or the one before, next is where to write what was found.
var slotNames = []string{"next", "near", "latin", "start", "starts", "capital", "blank", "gap", "seldom", "loud", "within", "remnant", "hat", "tilde", "plain", "wide", "thai", "consonant"}

func mark() {
	TEXT("markAVX2", NOSPLIT, "func(text *byte, blocks int, t *[114][32]byte, w *[23]uint64, out *[4]uint64) (at, some int)")
	Pragma("noescape")
	Doc("markAVX2 goes through blocks of 64 bytes of text, of which three bytes more stand before it, up to one",
		"that is not UTF-8. It returns the index of that, or blocks, and how many blocks there are with something to look at:",
		"out has of each its index, what is not ASCII, what was found, and what is wide.")
	g := &generator{
		text:   Load(Param("text"), GP64()),
		left:   Load(Param("blocks"), GP64()),
		tables: Load(Param("t"), GP64()),
		walk:   Load(Param("w"), GP64()),
		slots:  map[string]Mem{},
	}
	for _, m := range []*GPVirtual{&g.high, &g.pair, &g.other} {
		*m = GP64()
	}
	local := AllocLocal(8 * len(slotNames))
	for i, name := range slotNames {
		g.slots[name] = local.Offset(8 * i)
	}
	MOVQ(Load(Param("out"), GP64()), g.slots["next"])
	g.loop()
}

// constant returns a vector of one byte.
func (g *generator) constant(b byte) Mem {
	i, ok := constants[b]
	if !ok {
		panic(fmt.Sprintf("no constant %X", b))
	}
	return Mem{Base: g.tables, Disp: 32*numTables + 32*i}
}

const numTables = 19

// numConstants is how many there are.
const numConstants = 45

// constants are the places of vectors of one byte behind the tables.
var constants = map[byte]int{ // see newMarkTables
	0x0F: 0, 0x80: 1, 0xE0 - 0x80: 2, 0xF0 - 0x80: 3, 0xF8: 4, 0xBF: 5, 0xFC: 6, 0xE0: 7,
	0xC0: 8, 0xB8: 9, 0xB9: 10, 0x8F: 11, 0xA0: 12, 0x20: 13, 0x80 - 'a': 14, 0x80 + 26: 15,
	0xCC: 16, 0xC2: 17, 0xE2: 18, 0xE3 - 0x80: 19, 0xDF: 20, 0x03: 21, 0xCD: 22, 0x100 - 0xCE: 23, 0xDF - 0xCE: 24, 0xCA: 25, 0xFE: 26, 1: 27, 0x7F: 28, 0xE1: 29, 0xBA: 30, 0xAB: 31, 0xBB: 32,
	signJoins | signMarks: 33, signOpens: 34, signCloses: 35, 0x90: 36, 0xA1: 37, 0xB0: 38, 0xC3: 39, 0xA2: 40, 0xC6: 41, 0xB2: 42, 0xF0: 43, 0x83: 44,
}

// carried is what the block before left.
func (g *generator) carried(off int) Mem { return Mem{Base: g.walk, Disp: off} }

// forget clears what is carried of a run.
func (g *generator) forget() {
	zero := YMM()
	VPXOR(zero, zero, zero)
	for off := 0; off < offFull; off += 32 {
		VMOVDQU(zero, g.carried(off))
	}
	MOVQ(U32(0), g.carried(offFull))
}

func (g *generator) loop() {
	g.err, g.low = YMM(), YMM()
	VPXOR(g.err, g.err, g.err)
	VMOVDQU(g.constant(0x0F), g.low)

	Label("loop")
	TESTQ(g.left, g.left)
	JZ(LabelRef("done"))
	a, b := YMM(), YMM()
	some := g.load(a, b)
	ORL(g.carried(offOpen), some)
	JNZ(LabelRef("marks"))
	g.forget()
	Label("ascii")
	ADDQ(Imm(64), g.text)
	DECQ(g.left)
	JZ(LabelRef("done"))
	some = g.load(a, b)
	TESTL(some, some)
	JZ(LabelRef("ascii"))

	Label("marks")
	mask(g.high, a, b)
	g.end = shifted(g.high, g.carry(offOpen), 1)
	starts := copyOf(g.end)
	NOTQ(starts)
	ANDQ(g.high, starts)
	MOVQ(starts, g.slots["starts"])
	t := copyOf(g.high)
	NOTQ(t)
	ANDQ(t, g.end)
	g.runs(a, b)
	more, most := YMM(), g.most()
	VPSUBUSB(g.constant(0xDF), most, more)
	VPTEST(more, more)
	JZ(LabelRef("two"))
	g.scripts(a, b)
	JZ(LabelRef("noScripts"))
	g.block("three", true, true)
	JMP(LabelRef("step"))
	Label("noScripts")
	g.block("plainThree", true, false)
	JMP(LabelRef("step"))
	Label("two")
	VPSUBUSB(g.constant(0xCD), most, more)
	VPTEST(more, more)
	JZ(LabelRef("latin"))
	g.block("two", false, true)
	JMP(LabelRef("step"))
	Label("latin")
	g.block("plainTwo", false, false)
	Label("step")
	g.step()

	ADDQ(Imm(64), g.text)
	DECQ(g.left)
	JMP(LabelRef("loop"))

	Label("bad")
	MOVQ(U32(1), g.carried(offBad))
	Label("done")
	VZEROUPPER()
	n := g.slot("next")
	SUBQ(Load(Param("out"), GP64()), n)
	SHRQ(Imm(5), n)
	Store(n, ReturnIndex(1))
	at := Load(Param("blocks"), GP64())
	SUBQ(g.left, at)
	Store(at, ReturnIndex(0))
	RET()
}

// scripts tells, by the flag of zero, whether bytes from CE to DF are in a block or right before it.
func (g *generator) scripts(a, b VecVirtual) {
	before := YMM()
	VMOVDQU(Mem{Base: g.text, Disp: -3}, before)
	var any VecVirtual
	for _, v := range []VecVirtual{a, b, before} {
		t, least := YMM(), YMM()
		VPADDB(g.constant(0x100-0xCE), v, t)
		VPMINUB(g.constant(0xDF-0xCE), t, least)
		VPCMPEQB(t, least, t)
		if any == nil {
			any = t
		} else {
			VPOR(t, any, any)
		}
	}
	some := GP32()
	VPMOVMSKB(any, some)
	TESTL(some, some)
}

// load loads a block and tells whether a byte of it is not ASCII.
func (g *generator) load(a, b VecVirtual) (some GPVirtual) {
	any, some := YMM(), GP32()
	VMOVDQU(Mem{Base: g.text}, a)
	VMOVDQU(Mem{Base: g.text, Disp: 32}, b)
	VPOR(a, b, any)
	VPMOVMSKB(any, some)
	return some
}

// mask puts the high bits of two vectors into m.
func mask(m GPVirtual, a, b VecVirtual) GPVirtual {
	n := GP64()
	VPMOVMSKB(a, m.As32())
	VPMOVMSKB(b, n.As32())
	SHLQ(Imm(32), n)
	ORQ(n, m)
	return m
}

// copyOf returns another register with the same.
func copyOf(m GPVirtual) GPVirtual {
	n := GP64()
	MOVQ(m, n)
	return n
}

// shifted returns the mask moved on by 1 to 3 bits, with what was carried below.
func shifted(m, carry Register, bits int) GPVirtual {
	n := GP64()
	LEAQ(Mem{Base: carry, Index: m, Scale: 1 << bits}, n)
	return n
}

// carry loads what was carried.
func (g *generator) carry(off int) GPVirtual {
	m := GP64()
	MOVQ(g.carried(off), m)
	return m
}

// keep carries the upper bits of a mask on, so many of them.
func (g *generator) keep(m GPVirtual, bits int, off int) {
	n := copyOf(m)
	SHRQ(Imm(uint64(64-bits)), n)
	MOVQ(n, g.carried(off))
}

// slot loads a mask that waits.
func (g *generator) slot(name string) GPVirtual {
	m := GP64()
	MOVQ(g.slots[name], m)
	return m
}

// runs finds which of the runs of a block begin behind a letter of ASCII.
func (g *generator) runs(a, b VecVirtual) {
	latin := mask(GP64(), g.latin(a), g.latin(b))
	MOVQ(latin, g.slots["latin"])
	before := GP32()
	MOVBLZX(Mem{Base: g.text, Disp: -1}, before)
	ORL(Imm(0x20), before)
	SUBL(Imm('a'), before)
	CMPL(before, Imm(26))
	SBBL(before, before) // -1 if it is a letter
	NEGL(before)
	start := shifted(latin, before.As64(), 1)
	ANDQ(g.slots["starts"], start)
	MOVQ(start, g.slots["start"])
	ORQ(g.carried(offStart), start)
	ORQ(g.carried(offWithin), start)
	MOVQ(start, g.slots["near"])
	gap := g.gaps(g.end)
	ANDQ(latin, gap)
	JZ(LabelRef("noGaps"))
	ANDQ(g.notSmall(a, b), gap)
	Label("noGaps")
	MOVQ(gap, g.slots["gap"])
}

// gaps returns the bytes behind runs that others begin behind, and the last one of the block, behind which one may; the
// flag of zero tells whether there are any.
func (g *generator) gaps(ends Register) GPVirtual {
	gap := g.slot("starts")
	SHRQ(Imm(1), gap)
	BTSQ(Imm(63), gap)
	ANDQ(ends, gap)
	return gap
}

// notSmall returns what is no small letter of ASCII.
func (g *generator) notSmall(a, b VecVirtual) GPVirtual {
	small, limit := [2]VecVirtual{YMM(), YMM()}, YMM()
	VMOVDQU(g.constant(0x80+26), limit)
	for i, v := range []VecVirtual{a, b} {
		VPADDB(g.constant(0x80-'a'), v, small[i])
		VPCMPGTB(small[i], limit, small[i])
	}
	m := mask(GP64(), small[0], small[1])
	NOTQ(m)
	return m
}

// inRow returns what has not so many bits of m in a row behind it.
func inRow(m GPVirtual, n int) GPVirtual {
	all := copyOf(m)
	SHRQ(Imm(1), all)
	for i := 2; i <= n; i++ {
		t := copyOf(m)
		SHRQ(Imm(uint64(i)), t)
		ANDQ(t, all)
	}
	NOTQ(all)
	return all
}

// latin returns the letters of ASCII, and the signs behind them, which is too much.
func (g *generator) latin(v VecVirtual) VecVirtual {
	t, limit := YMM(), YMM()
	VPOR(g.constant(0x20), v, t)
	VPADDB(g.constant(0x80-'a'), t, t)
	VMOVDQU(g.constant(0x80+0x20), limit)
	VPCMPGTB(t, limit, t)
	return t
}
