package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// step finds the bits behind the runs of a block that end there and must be looked at: runs
// with a pair in them and something other than letters in a row, or with either beside
// a letter of ASCII; and those that need a sign behind them. What is carried over to the next block
// may say too much.
func (g *generator) step() {
	found, carried := GP64(), g.carry(offOpen)
	ANDQ(g.high, carried) // 1 if a run goes on from the block before
	latin := g.slot("latin")

	MOVQ(latin, found)
	NOTQ(found)
	ANDQ(g.end, found)
	blank := g.slot("blank")
	ANDQ(shifted(blank, g.carry(offBlank), 1), found)
	before := g.slot("hat")
	ORQ(g.slots["tilde"], before)
	before = shifted(before, g.carry(offBlank), 1)
	ANDQ(latin, before)
	ANDQ(g.end, before)
	ORQ(before, found)
	g.keep(blank, 1, offBlank)
	ORQ(g.slots["gap"], found)

	g.unpair()
	g.stepWithin(found)
	remnant := g.slot("remnant")
	for _, x := range []struct {
		m   GPVirtual
		off int
	}{{g.pair, offPair}, {g.other, offOther}} {
		ANDQ(g.high, x.m)
		ORQ(remnant, x.m)
		goOn(x.m, carried, g.carried(x.off))
	}
	ORQ(g.slots["start"], g.other)
	capital := g.slot("capital")
	beside := shifted(capital, g.carry(offCapital), 3) // a capital and one letter is too short
	g.keep(capital, 3, offCapital)
	ORQ(latin, beside)
	ANDQ(g.end, beside)

	t := copyOf(g.pair)
	ORQ(g.carried(offPair), t)
	JNZ(LabelRef("pairs"))
	MOVQ(U32(0), g.carried(offPair))
	g.keep(g.high, 1, offOther)
	JMP(LabelRef("paired"))
	Label("pairs")
	t = copyOf(g.other)
	ORQ(g.carried(offOther), t)
	ORQ(beside, t)
	JNZ(LabelRef("others"))
	MOVQ(U32(0), g.carried(offOther))
	g.keep(g.high, 1, offPair)
	JMP(LabelRef("paired"))
	Label("others")
	flood(g.other, g.high)
	flood(g.pair, g.high)
	x := shifted(g.pair, g.carry(offPair), 1)
	y := shifted(g.other, g.carry(offOther), 1)
	ORQ(beside, y)
	ANDQ(y, x)
	ANDQ(g.end, x)
	ORQ(x, found)
	g.keep(g.pair, 1, offPair)
	g.keep(g.other, 1, offOther)
	Label("paired")

	g.stepSeldom(found, carried)
	g.stepThai(found, carried)
	g.keep(g.high, 1, offOpen)
	g.keep(g.high, 3, offHighs)
	start := g.slot("start")
	g.keep(start, 2, offStart)
	starts := g.slot("starts")
	g.keep(starts, 4, offStarts)
	plain := g.slot("plain")
	g.keep(plain, 4, offPlain)

	full := g.full("whole", "bad")
	MOVQ(full, g.carried(offFull))

	g.emit(found, g.slot("wide"))
}

// full returns for how many bytes the blocks up to this one are of one run, and goes to tooLong where that may be as long
// as a cell; to short where there is ASCII in this one.
func (g *generator) full(short, tooLong string) GPVirtual {
	full := GP64()
	XORQ(full, full)
	CMPQ(g.high, I8(-1))
	JNE(LabelRef(short))
	MOVQ(g.carried(offFull), full)
	ADDQ(Imm(64), full)
	CMPQ(full, U32(longRun))
	JGE(LabelRef(tooLong))
	Label(short)
	return full
}

// emit notes a block if there is something to look at.
func (g *generator) emit(found, wide GPVirtual) {
	next, at := g.slot("next"), Load(Param("blocks"), GP64())
	SUBQ(g.left, at)
	for i, m := range []Register{at, g.high, found, wide} {
		MOVQ(m, Mem{Base: next, Disp: 8 * i})
	}
	some := GP64() // 1 if there is something
	XORQ(some, some)
	ORQ(wide, found)
	SETNE(some.As8())
	SHLQ(Imm(5), some)
	ADDQ(some, g.slots["next"])
}

// flood fills the runs of high with the bits of some from the first on.
func flood(some, high GPVirtual) {
	t := copyOf(some)
	ADDQ(high, t)
	XORQ(high, t)
	ORQ(t, some)
	ANDQ(high, some)
}

// goOn adds to a mask what was carried of it, if open says that a run goes on.
func goOn(m, open GPVirtual, carried Mem) {
	t := copyOf(open)
	ANDQ(carried, t)
	ORQ(t, m)
}

// unpair takes out what stands behind runes that no codec has.
func (g *generator) unpair() {
	plain := g.slot("plain")
	before := g.carry(offPlain)
	t := copyOf(plain)
	SHLQ(Imm(4), t)
	ORQ(before, t)
	SHRQ(Imm(1), before)
	ORQ(shifted(plain, before, 3), t)
	NOTQ(t)
	ANDQ(t, g.pair)
}

// stepWithin looks at runs behind letters of ASCII.
func (g *generator) stepWithin(found GPVirtual) {
	CMPQ(g.slots["near"], Imm(0))
	JZ(LabelRef("far"))
	start, before := g.slot("start"), g.carry(offStart)
	first := copyOf(start) // where the first rune may end
	SHLQ(Imm(2), first)
	ORQ(before, first)
	SHRQ(Imm(1), before)
	ORQ(shifted(start, before, 1), first)
	within := g.slot("within")
	ANDQ(first, within)
	behind := shifted(within, g.carry(offWithin), 1)
	g.keep(within, 1, offWithin)
	ANDQ(g.slots["loud"], first)
	ORQ(first, g.pair)
	ORQ(behind, g.pair)
	ANDQ(g.end, behind)
	ANDQ(g.slots["latin"], behind)
	ORQ(behind, found)
	Label("far")
}

// stepSeldom looks for letters that are seldom beside each other.
func (g *generator) stepSeldom(found, carried GPVirtual) {
	seldom := g.slot("seldom")
	two := shifted(seldom, g.carry(offSeldom), 2)
	ANDQ(seldom, two)
	g.keep(seldom, 2, offSeldom)
	t := copyOf(carried)
	ANDQ(g.carried(offBeside), t)
	ORQ(t, two)
	t = copyOf(two)
	ORQ(g.carried(offBeside), t)
	JZ(LabelRef("often"))
	flood(two, g.high)
	t = shifted(two, g.carry(offBeside), 1)
	ANDQ(g.end, t)
	ORQ(t, found)
	g.keep(two, 1, offBeside)
	Label("often")
}

// stepThai does the same for runs of Thai. In the pages of Thai the first consonants trail. A run
// in which one of them stands where nothing waits for it is no damage: first in the
// run, or behind another, before which there is no lead of two trails.
func (g *generator) stepThai(found, carried GPVirtual) {
	t := g.slot("thai")
	ORQ(g.carried(offThais), t)
	ORQ(g.carried(offThai), t)
	JNZ(LabelRef("thai"))
	MOVQ(U32(0), g.carried(offStray))
	JMP(LabelRef("thaiDone"))
	Label("thai")
	c := g.slot("consonant")
	stray := shifted(c, g.carry(offConsonant), 3) // behind another
	ANDQ(c, stray)
	g.keep(c, 3, offConsonant)
	pair := shifted(g.high, g.carry(offHighs), 3)
	ANDQ(c, pair) // in a run
	first := copyOf(pair)
	XORQ(c, first)
	t = copyOf(stray)
	NOTQ(t)
	ANDQ(t, pair)
	thais := g.slot("thai")
	t = copyOf(thais)
	SHLQ(Imm(6), t)
	ORQ(g.carried(offThais), t)
	g.keep(thais, 6, offThais)
	ANDQ(t, stray)
	ORQ(first, stray)
	for _, x := range []struct {
		m   GPVirtual
		off int
	}{{pair, offThai}, {stray, offStray}} {
		goOn(x.m, carried, g.carried(x.off))
		flood(x.m, g.high)
	}
	t = shifted(stray, g.carry(offStray), 1)
	NOTQ(t)
	ANDQ(g.end, t)
	ANDQ(shifted(pair, g.carry(offThai), 1), t)
	ORQ(t, found)
	g.keep(pair, 1, offThai)
	g.keep(stray, 1, offStray)
	Label("thaiDone")
}
