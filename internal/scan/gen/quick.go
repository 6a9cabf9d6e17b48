package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// Places behind the constants, see quickTables in the package: two tables of signs, the modes by the first
// byte of a run, and five vectors for each mode. The number of a mode is where its vectors are.
const (
	signTables = numTables + 31
	modeList   = signTables + 2
	modeTables = modeList + 8 - modeLatin

	modeLatin = 5 * 1
	modeThree = 5 * 6 // those of runes of three bytes are from here on
	modeWide  = 5 * 7
	noMode    = 128

	maxSkip = 31 // twice as many blocks and one, a power of two less one
	maxOdd  = 3  // so many runs of a block may be of another kind
)

// A quick look is one at a block in which all is of one kind, as in most: letters of Latin with
// accents, each by itself; words of one script; or runes that no codec has. It takes a third of the time that all marks
// take. Runs with anything else in them are to be looked at; but where there are many, or anything else at all among
// runes of three bytes, it leaves the block to all marks. What it carries over is what they would, or says
// too much as they may.
type quick struct {
	g    *generator
	a, b VecVirtual

	ends   GPVirtual // masks: bytes behind some that are not ASCII
	starts Mem       // where runs begin
	more   GPVirtual // bytes with bit 6, which letters of ASCII and leads have
	second GPVirtual // second bytes of what is of the kind
	left   GPVirtual // bytes beyond ASCII that are not accounted for
	bad    GPVirtual // 1 if the first byte does not go with the last one before it; or not 0 if the block is to be left

	odd   Op // masks: bytes of runs to be looked at
	found Op // bytes behind such runs; nil for none

	mode      Mem
	class     [2]VecVirtual
	high, low [2]VecVirtual // halves of the bytes
}

// slow is where blocks are left to all marks, next where the next one is taken.
const (
	slow = "slow"
	next = "next"
)

// look looks at a block.
func (q *quick) look() {
	q.enter()
	q.lookUp()
	q.account()
	CMPQ(q.mode, Imm(modeLatin))
	JE(LabelRef("quickLatin"))
	CMPQ(q.mode, Imm(modeThree))
	JGE(LabelRef("quickThree"))
	q.words()
	Label("quickLatin")
	q.latin()
	Label("quickThree")
	q.three()
}

// enter sees to it that the block is worth a quick look, and that what goes on from the block
// before may.
func (q *quick) enter() {
	g := q.g
	DECQ(g.carried(offSkip))
	JNS(LabelRef(slow))
	mode := g.carry(offMode)
	TESTQ(mode, mode)
	JZ(LabelRef(slow)) // none was chosen
	CMPQ(mode, U32(noMode))
	JE(LabelRef(slow))
	MOVQ(mode, q.mode)
	CMPQ(g.carried(offOpen), Imm(0))
	JE(LabelRef("entered"))
	CMPQ(mode, g.carried(offWas))
	JE(LabelRef("entered"))
	q.goOn()
	Label("entered")
}

// choose chooses the mode for the next blocks by the first run that begins in this one, which was none for the
// last mode. The more were none, the more are left alone.
func (q *quick) choose() {
	g := q.g
	c := GP64()
	CMPQ(g.carried(offSkip), Imm(0))
	JGE(LabelRef("modeKept"))
	MOVQ(g.carried(offFails), c)
	LEAQ(Mem{Base: c, Index: c, Scale: 1, Disp: 1}, c)
	ANDQ(Imm(maxSkip), c)
	MOVQ(c, g.carried(offFails))
	SHRQ(Imm(1), c) // after one that fails the next may do
	MOVQ(c, g.carried(offSkip))
	BSFQ(q.starts, c)
	JZ(LabelRef("modeKept"))
	MOVBQZX(Mem{Base: g.text, Index: c, Scale: 1}, c)
	MOVBQZX(Mem{Base: g.tables, Index: c, Scale: 1, Disp: 32 * modeList}, c)
	TESTQ(c, c)
	JZ(LabelRef("modeKept"))
	MOVQ(c, g.carried(offMode))
	Label("modeKept")
	MOVQ(U32(0), g.carried(offWas))
}

// goOn goes on only if nothing in the run that goes on from the block before must be looked at so
// far, and what comes may go with it.
func (q *quick) goOn() {
	g := q.g
	t := g.carry(offBlank)
	for _, off := range []int{offBeside, offThai, offWithin} {
		ORQ(g.carried(off), t)
	}
	JNZ(LabelRef(slow))
	byteAt := func(before int) GPVirtual {
		b := GP32()
		MOVBLZX(Mem{Base: g.text, Disp: -before}, b)
		return b
	}
	last, second := byteAt(1), byteAt(2)
	afterLead := func(whole string) { // enters where the run begins with the last byte; whole if the last rune is
		CMPL(last, U32(0xC0))
		JB(LabelRef(whole))
		CMPL(second, U32(0x80))
		JB(LabelRef("entered"))
	}
	CMPQ(q.mode, Imm(modeLatin))
	JE(LabelRef("goOnLatin"))
	CMPQ(q.mode, Imm(modeThree))
	JGE(LabelRef("goOnThree"))

	CMPQ(g.carried(offOther), Imm(0))
	JNE(LabelRef(slow))
	afterLead("goOnScript")
	MOVBLZX(Mem{Base: g.text, Disp: -3}, second)
	Label("goOnScript")
	own := GP32()
	MOVBLZX(q.vector(4).Offset(8), own)
	XORL(own, second)
	CMPL(second, Imm(4))
	JAE(LabelRef(slow)) // another script
	JMP(LabelRef("entered"))

	Label("goOnLatin")
	CMPQ(g.carried(offPair), Imm(0))
	JNE(LabelRef(slow))
	afterLead("goOnWhole")
	JMP(LabelRef(slow))

	Label("goOnThree")
	t = g.carry(offPair)
	ORQ(g.carried(offStart), t)
	JNZ(LabelRef(slow))
	CMPL(second, U32(0xE0))
	JB(LabelRef("goOnWhole"))
	TESTQ(U32(8), g.carried(offPlain)) // two bytes of such a rune
	JNZ(LabelRef("entered"))
	Label("goOnWhole")
	CMPL(second, U32(0xE0))
	JAE(LabelRef(slow))
	CMPL(byteAt(3), U32(0xF0))
	JAE(LabelRef(slow))
}

// vector is one of the mode's.
func (q *quick) vector(i int) Mem {
	at := GP64()
	MOVQ(q.mode, at)
	SHLQ(Imm(5), at)
	ADDQ(q.g.tables, at)
	return Mem{Base: at, Disp: 32 * (modeTables + i)}
}

// lookUp looks up what two bytes are to the mode.
func (q *quick) lookUp() {
	tables := q.vector(0)
	v := [2]VecVirtual{q.a, q.b}
	for i := range v {
		p1 := YMM()
		VMOVDQU(Mem{Base: q.g.text, Disp: 32*i - 1}, p1)
		q.halves(i, p1)
	}
	q.class = shuffle(tables, q.high)
	q.both(tables.Offset(32), q.low)
	for i := range v {
		q.halves(i, v[i])
	}
	q.both(tables.Offset(64), q.high)
	q.both(tables.Offset(96), q.low)
}

// halves takes bytes apart.
func (q *quick) halves(i int, v VecVirtual) {
	q.high[i], q.low[i] = YMM(), YMM()
	VPSRLW(Imm(4), v, q.high[i])
	VPAND(q.g.low, q.high[i], q.high[i])
	VPAND(q.g.low, v, q.low[i])
}

// both leaves of the class what a table says, too.
func (q *quick) both(table Mem, by [2]VecVirtual) {
	for i, v := range shuffle(table, by) {
		VPAND(v, q.class[i], q.class[i])
	}
}

// shuffle looks up both halves of a block in a table.
func shuffle(table Mem, by [2]VecVirtual) (out [2]VecVirtual) {
	t := YMM()
	VMOVDQU(table, t)
	for i := range by {
		out[i] = YMM()
		VPSHUFB(by[i], t, out[i])
	}
	return out
}

// bit is the mask of a bit in both halves, so many below the highest.
func bit(below uint64, v [2]VecVirtual) GPVirtual {
	for i := range v {
		if below > 0 {
			t := YMM()
			VPSLLW(Imm(below), v[i], t)
			v[i] = t
		}
	}
	return mask(GP64(), v[0], v[1])
}

// nonzero is the mask of what is not 0.
func nonzero(v [2]VecVirtual) GPVirtual {
	zero := YMM()
	VPXOR(zero, zero, zero)
	for i := range v {
		t := YMM()
		VPCMPEQB(zero, v[i], t)
		v[i] = t
	}
	m := mask(GP64(), v[0], v[1])
	NOTQ(m)
	return m
}

// account makes the masks that all kinds need. A lead that ends the block is accounted for: the next one
// says whether it may.
func (q *quick) account() {
	g := q.g
	q.second = nonzero(q.class)
	q.more = bit(1, [2]VecVirtual{q.a, q.b})
	q.left = q.lastLead()
	XORQ(g.high, q.left)
	XORQ(q.second, q.left)
	t := copyOf(q.second)
	SHRQ(Imm(1), t)
	XORQ(t, q.left)

	q.bad = GP64()
	XORQ(q.bad, q.bad)
	before := GP32()
	MOVBLZX(Mem{Base: g.text, Disp: -1}, before)
	CMPL(before, U32(0xC0)) // a lead, which the first byte goes with, and nothing else
	SETCC(q.bad.As8())
	q.first(q.second)
}

// lastLead has the last byte of the block if that is a lead.
func (q *quick) lastLead() GPVirtual {
	m := copyOf(q.g.high)
	ANDQ(q.more, m)
	SHRQ(Imm(63), m)
	SHLQ(Imm(63), m)
	return m
}

// first is bad where a byte that goes with a lead is first, and there is none, and the other way round.
func (q *quick) first(m GPVirtual) {
	t := copyOf(m)
	ANDQ(Imm(1), t)
	XORQ(t, q.bad)
}

// not makes the block bad where there is something.
func (q *quick) not(m GPVirtual, and ...Op) {
	for _, x := range and {
		ANDQ(x, m)
	}
	ORQ(m, q.bad)
}

// letters returns the letters of ASCII, and some signs among them.
func (q *quick) letters() GPVirtual {
	m := copyOf(q.g.high)
	NOTQ(m)
	ANDQ(q.more, m)
	return m
}

// behind moves letters on by so many bytes, with one that stands before the block.
func (q *quick) behind(letters GPVirtual, bytes int) GPVirtual {
	before := GP32()
	MOVBLZX(Mem{Base: q.g.text, Disp: -1}, before)
	SHRL(Imm(6), before)
	CMPL(before, Imm(1))
	m := GP64()
	MOVQ(U32(0), m)
	SETEQ(m.As8())
	if bytes > 1 {
		SHLQ(Imm(uint64(bytes-1)), m)
	}
	return shifted(letters, m, bytes)
}

// dashes returns the last bytes of dashes, apostrophes and quotes, U+2013 and on, and those among them that
// must not stand between letters.
func (q *quick) dashes() (all, touchy GPVirtual) {
	g := q.g
	v := [2]VecVirtual{q.a, q.b}
	two := v
	for i := range v {
		two[i] = YMM()
		t := YMM()
		VPCMPEQB(g.constant(0x80), v[i], two[i])
		VMOVDQU(g.constant(0xE2), t)
		VPCMPEQB(Mem{Base: g.text, Disp: 32*i - 1}, t, t)
		VPAND(t, two[i], two[i])
	}
	signs := shuffle(Mem{Base: g.tables, Disp: 32 * signTables}, q.high)
	for i, x := range shuffle(Mem{Base: g.tables, Disp: 32 * (signTables + 1)}, q.low) {
		VPAND(x, signs[i], signs[i])
	}
	all = nonzero(signs)
	t := bit(0, two)
	SHLQ(Imm(1), t)
	ANDQ(t, all)
	touchy = bit(0, signs)
	NOTQ(touchy)
	ANDQ(all, touchy)
	t = copyOf(all)
	XORQ(t, q.left)
	SHRQ(Imm(1), t)
	XORQ(t, q.left)
	SHRQ(Imm(1), t)
	XORQ(t, q.left)
	return all, touchy
}

// signs returns the second bytes of signs of C2, from the no-break space on.
func (q *quick) signs() (all GPVirtual) {
	g := q.g
	v := [2]VecVirtual{q.a, q.b}
	for i := range v {
		two, control := YMM(), YMM()
		VMOVDQU(g.constant(0xA0), control)
		VPCMPGTB(v[i], control, control)
		VMOVDQU(g.constant(0xC2), two)
		VPCMPEQB(Mem{Base: g.text, Disp: 32*i - 1}, two, two)
		VPANDN(two, control, two)
		v[i] = two
	}
	all = bit(0, v)
	t := copyOf(q.more)
	NOTQ(t)
	ANDQ(t, all)
	ANDQ(g.high, all)
	t = copyOf(all)
	XORQ(t, q.left)
	SHRQ(Imm(1), t)
	XORQ(t, q.left)
	return all
}

// vietnamese returns the last bytes of letters from U+1E80 on, which no codec has.
func (q *quick) vietnamese() GPVirtual {
	g := q.g
	v := [2]VecVirtual{q.a, q.b}
	for i := range v {
		two, lead := YMM(), YMM()
		VPAND(g.constant(0xFE), v[i], two)
		VPCMPEQB(g.constant(0xBA), two, two)
		VMOVDQU(g.constant(0xE1), lead)
		VPCMPEQB(Mem{Base: g.text, Disp: 32*i - 1}, lead, lead)
		VPAND(lead, two, two)
		v[i] = two
	}
	all := bit(0, v)
	t := copyOf(q.more)
	NOTQ(t)
	ANDQ(g.high, t)
	SHRQ(Imm(1), t)
	ANDQ(t, all) // behind which stands what may
	SHLQ(Imm(1), all)
	t = copyOf(all)
	for range 2 {
		XORQ(t, q.left)
		SHRQ(Imm(1), t)
	}
	XORQ(t, q.left)
	return all
}

// moved returns a mask moved by so many bits, up or down.
func moved(m GPVirtual, up int) GPVirtual {
	n := copyOf(m)
	if up < 0 {
		SHRQ(Imm(uint64(-up)), n)
	} else {
		SHLQ(Imm(uint64(up)), n)
	}
	return n
}

// latin is for letters with accents. Small ones may stand anywhere if nothing beyond ASCII stands beside
// them, nor behind a capital, and so may dashes and apostrophes; capitals not behind letters, other signs not between.
func (q *quick) latin() {
	g := q.g
	odd := moved(q.second, -1)
	ORQ(q.lastLead(), odd)
	ANDQ(q.ends, odd) // behind another
	q.odd, q.found = odd, nil
	capital := bit(0, q.class)
	TESTQ(capital, capital)
	JZ(LabelRef("latinSmall"))
	small := YMM()
	VMOVDQU(g.constant(0x7F), small)
	for i := range q.class {
		VPAND(small, q.class[i], q.class[i])
	}
	t := nonzero(q.class)
	NOTQ(t)
	ANDQ(t, capital)
	t = q.behind(q.letters(), 2)
	ORQ(Imm(1), t) // its lead stands in the block before
	ANDQ(t, capital)
	JZ(LabelRef("latinSmall"))
	upper := bit(2, [2]VecVirtual{q.a, q.b})
	NOTQ(upper)
	ANDQ(q.letters(), upper)
	within := moved(upper, -1) // between capitals
	ANDQ(moved(upper, 2), within)
	NOTQ(within)
	q.mark(capital, within)
	Label("latinSmall")
	gap := g.gaps(q.ends)
	JZ(LabelRef("latinApart"))
	q.not(gap, q.letters(), g.notSmall(q.a, q.b)) // of ASCII, so that the run before is found
	Label("latinApart")
	TESTQ(q.left, q.left)
	JZ(LabelRef("latinOnly"))
	dash, touchy := q.dashes()
	q.mark(moved(dash, -2), q.ends)
	sign := q.signs()
	q.mark(moved(sign, -1), q.ends)
	letters := q.letters()
	after := moved(letters, -1)
	BTSQ(Imm(63), after)
	q.mark(touchy, after, q.behind(letters, 3))
	q.mark(sign, after, q.behind(letters, 2))
	TESTQ(q.left, q.left)
	JZ(LabelRef("latinOnly"))
	q.mark(moved(q.vietnamese(), -2), q.ends)
	Label("latinOnly")
	q.oddRuns(offPair, "latin")
	g.keep(g.high, 1, offOpen)
	g.keep(g.high, 1, offOther)
	g.keep(g.high, 3, offHighs)
	starts := g.slot("starts")
	g.keep(starts, 2, offStart)
	g.keep(starts, 4, offStarts)
	JMP(LabelRef(next))
}

// mark marks what is odd.
func (q *quick) mark(m GPVirtual, and ...Op) {
	for _, x := range and {
		ANDQ(x, m)
	}
	ORQ(m, q.odd)
}

// oddRuns notes the runs with odd bytes in them, and with any that are not accounted for, as such to look at, as it
// does those that end before what was found. Where these are many, the block is of another kind. Whether a run is odd that
// goes on behind the block is carried.
func (q *quick) oddRuns(carried int, label string) {
	g := q.g
	CMPQ(g.high, I8(-1))
	JE(LabelRef(slow))                   // it may be as long as a cell
	odd, found := copyOf(g.high), GP64() // that has a lead before it which nothing goes with, or its end
	ANDQ(q.bad, odd)
	MOVQ(q.bad, found)
	XORQ(odd, found)
	ORQ(q.left, odd)
	ORQ(q.odd, odd)
	if q.found != nil {
		ORQ(q.found, found)
	}
	before := GP64() // 0 where the block before was of another kind
	XORQ(before, before)
	mode := g.slot("mode")
	CMPQ(mode, g.carried(offWas))
	JNE(LabelRef(label + "Anew"))
	MOVQ(g.carried(carried), before)
	Label(label + "Anew")
	t := copyOf(g.high)
	ANDQ(before, t) // 1 if an odd run goes on
	ORQ(t, odd)
	g.flood(odd)
	t = copyOf(g.high)
	NOTQ(t)
	ANDQ(shifted(odd, before, 1), t)
	ORQ(t, found)
	NEGQ(q.left)
	SBBQ(t, t) // not 0 if something is not accounted for
	many := GP64()
	POPCNTQ(found, many)
	ANDQ(t, many)
	CMPQ(many, Imm(maxOdd))
	JG(LabelRef(slow))
	q.ok()
	q.clear(label + "Clear")
	g.keep(odd, 1, carried)
	wide := GP64()
	XORQ(wide, wide)
	g.emit(found, wide)
}

// ok notes that a quick look did.
func (q *quick) ok() { SHRQ(Imm(1), q.g.carried(offFails)) }

// words is for words in lower case, or with a capital and two letters or more, that no letter of ASCII stands
// beside, without letters that are seldom beside each other; and for signs by themselves.
func (q *quick) words() {
	g := q.g
	odd := GP64()
	XORQ(odd, odd)
	q.odd, q.found = odd, g.slots["found"]
	TESTQ(q.left, q.left)
	JZ(LabelRef("wordsOnly"))
	dash, _ := q.dashes()
	q.mark(moved(dash, -2), q.ends)
	sign := q.signs()
	q.mark(moved(sign, -1), q.ends)
	ORQ(sign, dash)
	q.mark(moved(dash, 1), g.high)
	SHRQ(Imm(63), dash) // what stands behind it is not seen
	SHLQ(Imm(63), dash)
	q.mark(dash)
	Label("wordsOnly")
	letters := q.letters()
	q.mark(q.behind(letters, 1), q.starts)
	ANDQ(q.ends, letters)
	MOVQ(letters, q.found)

	capital, seldom := bit(0, q.class), bit(1, q.class)
	two := GP64() // 0 where these are capitals, too
	MOVQ(q.vector(4), two)
	t := copyOf(two)
	NOTQ(t)
	ANDQ(seldom, t)
	ORQ(t, capital)
	ANDQ(two, seldom)
	MOVQ(seldom, g.slots["seldom"])
	q.mark(shifted(seldom, g.carry(offSeldom), 2), seldom)
	MOVQ(capital, g.slots["capital"])
	t = copyOf(capital)
	ANDQ(Imm(1), t)
	q.mark(t)
	t = GP64()
	MOVQ(q.starts, t)
	NOTQ(t)
	q.mark(moved(capital, -1), t)
	t = copyOf(g.high)
	NOTQ(t)
	ANDQ(q.ends, t)
	ANDQ(shifted(capital, g.carry(offCapital), 3), t)
	ORQ(t, q.found)
	q.oddRuns(offOther, "words")
	g.keep(g.high, 1, offOpen)
	g.keep(g.high, 1, offPair)
	g.keep(g.high, 3, offHighs)
	g.keep(g.slot("starts"), 4, offStarts)
	g.keep(g.slot("capital"), 3, offCapital)
	g.keep(g.slot("seldom"), 2, offSeldom)
	JMP(LabelRef(next))
}

// three is for runes of three bytes that no codec has, behind no letter of ASCII, and dashes and quotes among them.
func (q *quick) three() {
	g := q.g
	third := g.carry(offPlain)
	SHRQ(Imm(3), third)
	third = shifted(q.second, third, 1)
	XORQ(third, q.left)
	t := copyOf(q.more)
	NOTQ(t)
	ANDQ(g.high, t)
	NOTQ(t)
	q.not(third, t)
	q.not(q.behind(q.letters(), 1), q.starts)
	TESTQ(q.left, q.left)
	JZ(LabelRef("threeOnly"))
	dash, _ := q.dashes()
	t = moved(dash, -2)
	q.not(moved(dash, 1), t)
	q.not(t, g.carried(offOpen))
	Label("threeOnly")
	ORQ(q.left, q.bad)
	JNZ(LabelRef(slow))
	q.ok()

	full := g.full("threeShort", slow)
	wide := GP64()
	XORQ(wide, wide)
	CMPQ(q.mode, Imm(modeWide))
	JNE(LabelRef("threeDone"))
	before := g.carry(offStarts)
	starts := g.slot("starts")
	wide = moved(starts, 4)
	ORQ(before, wide)
	SHRQ(Imm(3), before)
	ORQ(shifted(starts, before, 1), wide)
	ANDQ(q.second, wide)
	found := GP64()
	XORQ(found, found)
	g.emit(found, wide)
	Label("threeDone")
	q.clear("threeClear")
	MOVQ(full, g.carried(offFull))
	g.keep(g.high, 1, offOpen)
	g.keep(g.high, 1, offOther)
	g.keep(g.high, 3, offHighs)
	g.keep(g.slot("starts"), 4, offStarts)
	g.keep(q.second, 4, offPlain)
	JMP(LabelRef(next))
}

// clear clears what the block before left, if that was of another kind, and notes the kind.
func (q *quick) clear(label string) {
	g := q.g
	mode := g.slot("mode")
	CMPQ(mode, g.carried(offWas))
	JE(LabelRef(label))
	g.forget()
	MOVQ(mode, g.carried(offWas))
	Label(label)
}
