package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// Places behind the constants, see skimTables in the package: two tables of signs, the modes by the first
// byte of a run, and five vectors for each mode. The number of a mode is where its vectors are.
const (
	signTables = numTables + numConstants
	modeList   = signTables + 2
	modeTables = modeList + 8 - modeLatin

	modeLatin = 5 * 1
	modeThree = 5 * 6 // those of runes of three bytes are from here on
	modeWide  = 5 * 7
	modeThai  = 5 * 8
	noMode    = 128

	firstWide = 0xE3 // the least first byte of runes that no single-byte codec has

	maxOdd      = 3  // so many runs of a window may be of another kind
	maxOddBytes = 24 // among runes of three bytes, so many bytes of them
)

// Bits of letters in words: of those that are seldom beside each other, and the first of capitals. See the package.
const (
	seldomBit    = 4
	firstCapital = 5
)

// A skimmer writes skimAVX2, which looks at windows of 64 bytes in which all is of one kind, as in most text: letters of
// Latin with accents, each by itself; words of one script; or runes that no codec has. It takes a third of the time that
// all marks take, and carries nothing over: a window begins with the last byte of ASCII in the one before, or in
// runes of three bytes between two of these. Runs with anything else in them are to be looked at; where these are many, it stops.
type skimmer struct {
	text      Register
	tables    [4]VecVirtual // of the mode
	low, zero VecVirtual
	a, b      VecVirtual
	class     [2]VecVirtual // what the tables say of the bytes

	last1  GPVirtual // the place of the last byte of ASCII, or the end of the window
	high   GPVirtual // masks before that: bytes beyond ASCII
	second GPVirtual // second bytes of what is of the mode
	left   GPVirtual // bytes beyond ASCII that are not accounted for
	odd    GPVirtual // bytes of runs to be looked at
	found  GPVirtual // bytes behind such runs

	// Places in memory: of masks; where a mode was last chosen, and which; for how many windows there is room; the next entry of out.
	slots                     map[string]Mem
	chosen, mode, limit, next Mem
}

func skim() {
	TEXT("skimAVX2", NOSPLIT, "func(text *byte, n int, t *[114][32]byte, w *[23]uint64, out *[4]uint64, limit int) (at, some, failed int)")
	Pragma("noescape")
	Doc("skimAVX2 goes through text, of which a byte more stands before it, by windows of 64 bytes, limit of them at most. It",
		"returns how far it came, and how many windows there are with something to look at: out has of each where it begins, what",
		"is not ASCII, the bits behind the runs that must be looked at, and the second bytes of those that begin with runes of",
		"double-byte codecs. Failed is not 0 if the next window is not of one kind.")
	s := &skimmer{slots: map[string]Mem{}}
	s.text = Load(Param("text"), GP64())
	names := []string{"last", "chosen", "limit", "mode", "vector", "next", "whole", "more", "all", "sign", "touchy", "opens", "opens2", "closes", "closes2",
		"joins", "letters", "capital", "closers", "seconds", "first", "open", "behind", "bad", "threes", "signs"}
	local := AllocLocal(8 * len(names))
	for i, name := range names {
		s.slots[name] = local.Offset(8 * i)
	}
	s.chosen, s.limit, s.mode, s.next = s.slots["chosen"], s.slots["limit"], s.slots["mode"], s.slots["next"]
	t := Load(Param("n"), GP64())
	ADDQ(s.text, t)
	SUBQ(Imm(64), t)
	s.keep("last", t)
	t = Load(Param("limit"), GP64())
	MOVQ(t, s.limit)
	t = Load(Param("out"), GP64())
	MOVQ(t, s.next)
	s.low, s.zero = YMM(), YMM()
	for i := range s.tables {
		s.tables[i] = YMM()
		VPXOR(s.tables[i], s.tables[i], s.tables[i])
	}
	VPXOR(s.zero, s.zero, s.zero)
	VMOVDQU(s.constant(0x0F), s.low)
	s.a, s.b = YMM(), YMM()

	s.choose()
	s.latin()
	s.words()
	s.three()
	s.thai()

	Label("skimPlain") // no more than ASCII in this window
	ADDQ(Imm(64), s.text)
	CMPQ(s.text, s.slots["last"])
	JA(LabelRef("skimBack"))
	s.load()
	any, some := YMM(), GP32()
	VPOR(s.a, s.b, any)
	VPMOVMSKB(any, some)
	TESTL(some, some)
	JZ(LabelRef("skimPlain"))
	Label("skimBack")
	DECQ(s.text)
	JMP(LabelRef("skimChoose"))

	Label("skimFail")
	CMPQ(s.text, s.chosen)
	JNE(LabelRef("skimChoose"))
	Label("skimFailed")
	MOVQ(U32(1), s.limit)
	JMP(LabelRef("skimEnd"))
	Label("skimDone")
	MOVQ(U32(0), s.limit)
	Label("skimEnd")
	VZEROUPPER()
	failed := GP64()
	MOVQ(s.limit, failed)
	Store(failed, ReturnIndex(2))
	n := GP64()
	MOVQ(s.next, n)
	SUBQ(Load(Param("out"), GP64()), n)
	SHRQ(Imm(5), n)
	Store(n, ReturnIndex(1))
	SUBQ(Load(Param("text"), GP64()), s.text)
	Store(s.text, ReturnIndex(0))
	RET()
}

// constant returns a vector of one byte.
func (s *skimmer) constant(b byte) Mem {
	at := GP64()
	Load(Param("t"), at)
	g := generator{tables: at}
	return g.constant(b)
}

// slot loads a mask that was kept.
func (s *skimmer) slot(name string) GPVirtual {
	m := GP64()
	MOVQ(s.slots[name], m)
	return m
}

func (s *skimmer) load() {
	VMOVDQU(Mem{Base: s.text}, s.a)
	VMOVDQU(Mem{Base: s.text, Disp: 32}, s.b)
}

// choose chooses the mode by the first run that begins in the window. Signs are of any.
func (s *skimmer) choose() {
	Label("skimChoose")
	MOVQ(s.text, s.chosen)
	CMPQ(s.text, s.slots["last"])
	JA(LabelRef("skimDone"))
	s.load()
	first := mask(GP64(), s.a, s.b)
	TESTQ(first, first)
	JZ(LabelRef("skimPlain"))
	BSFQ(first, first)
	second := GP64()
	MOVBQZX(Mem{Base: s.text, Index: first, Scale: 1, Disp: -1}, second)
	CMPQ(first, Imm(63))
	JE(LabelRef("skimLast"))
	MOVBQZX(Mem{Base: s.text, Index: first, Scale: 1, Disp: 1}, second)
	Label("skimLast")
	MOVBQZX(Mem{Base: s.text, Index: first, Scale: 1}, first)
	t := GP64()
	Load(Param("t"), t)
	SHRQ(Imm(1), second)
	CMPQ(first, U32(0xE1))
	MOVBQZX(Mem{Base: t, Index: first, Scale: 1, Disp: 32 * modeList}, first)
	JNE(LabelRef("skimNoLatin"))
	CMPQ(second, U32(0xBA/2)) // of Latin beyond that
	JE(LabelRef("skimNoThai"))
	MOVQ(U32(modeWide), first)
	Label("skimNoLatin")
	CMPQ(first, U32(modeThree))
	JNE(LabelRef("skimNoThai"))
	CMPQ(second, U32(0xB8/2))
	JNE(LabelRef("skimNoThai"))
	MOVQ(U32(modeThai), first)
	Label("skimNoThai")
	CMPQ(first, U32(noMode))
	JE(LabelRef("skimFailed"))
	w := Load(Param("w"), GP64())
	before := GP64()
	MOVQ(Mem{Base: w, Disp: offMode}, before)
	TESTQ(first, first)
	CMOVQEQ(before, first)
	CMPB(Mem{Base: s.text}, Imm(0))
	JGE(LabelRef("skimBetween"))
	CMPB(Mem{Base: s.text, Disp: -1}, Imm(0))
	JGE(LabelRef("skimBetween"))
	CMPQ(first, before)
	JNE(LabelRef("skimFailed")) // within a run of another mode
	JMP(LabelRef("skimChosen"))
	Label("skimBetween")
	MOVQ(U32(modeLatin), before)
	TESTQ(first, first)
	CMOVQEQ(before, first)
	XORQ(before, before)
	for _, off := range []int{offThai, offStray, offConsonant, offThais, offScore, offLength, offLeads, offThrees} {
		MOVQ(before, Mem{Base: w, Disp: off})
	}
	MOVQ(first, Mem{Base: w, Disp: offMode})
	Label("skimChosen")
	MOVQ(first, s.mode)
	at := copyOf(first)
	SHLQ(Imm(5), at)
	ADDQ(t, at)
	for i := range s.tables {
		VMOVDQU(Mem{Base: at, Disp: 32 * (modeTables + i)}, s.tables[i])
	}
	ADDQ(U32(32*(modeTables+4)), at)
	s.keep("vector", at)
	CMPQ(first, Imm(modeThai))
	JE(LabelRef("skimThai"))
	CMPQ(first, Imm(modeThree))
	JGE(LabelRef("skimThree"))
	CMPB(Mem{Base: s.text}, Imm(0))
	JL(LabelRef("skimFailed")) // within a run
	CMPQ(first, Imm(modeLatin))
	JNE(LabelRef("skimWords"))
}

// nextWindow loads the next window and returns what is not ASCII in it; it is done where there is none.
func (s *skimmer) nextWindow() GPVirtual {
	CMPQ(s.text, s.slots["last"])
	JA(LabelRef("skimDone"))
	DECQ(s.limit)
	JS(LabelRef("skimDone"))
	s.load()
	return mask(GP64(), s.a, s.b)
}

// window takes the next window, whose runs end before its last byte of ASCII.
func (s *skimmer) window() {
	high := s.nextWindow()
	TESTQ(high, high)
	JZ(LabelRef("skimPlain"))
	s.keep("whole", high)
	s.last1 = copyOf(high)
	NOTQ(s.last1)
	BSRQ(s.last1, s.last1)
	JZ(LabelRef("skimFail")) // of which there is none
	TESTQ(s.last1, s.last1)
	JZ(LabelRef("skimFail"))
	s.high = GP64()
	BZHIQ(s.last1, high, s.high)
}

// lookUp looks up what two bytes are to the mode, and accounts for the second bytes.
func (s *skimmer) lookUp() {
	v := [2]VecVirtual{s.a, s.b}
	for i := range v {
		p1 := YMM()
		VMOVDQU(Mem{Base: s.text, Disp: 32*i - 1}, p1)
		high, low := s.halves(p1)
		c := YMM()
		VPSHUFB(high, s.tables[0], c)
		VPSHUFB(low, s.tables[1], low)
		VPAND(low, c, c)
		high, low = s.halves(v[i])
		VPSHUFB(high, s.tables[2], high)
		VPAND(high, c, c)
		VPSHUFB(low, s.tables[3], low)
		VPAND(low, c, c)
		s.class[i] = c
	}
	s.second = s.nonzero(s.class)
}

// halves takes bytes apart.
func (s *skimmer) halves(v VecVirtual) (high, low VecVirtual) {
	high, low = YMM(), YMM()
	VPSRLW(Imm(4), v, high)
	VPAND(s.low, high, high)
	VPAND(s.low, v, low)
	return high, low
}

// nonzero is the mask of what is not 0.
func (s *skimmer) nonzero(v [2]VecVirtual) GPVirtual {
	for i := range v {
		t := YMM()
		VPCMPEQB(s.zero, v[i], t)
		v[i] = t
	}
	m := mask(GP64(), v[0], v[1])
	NOTQ(m)
	return m
}

// bit is the mask of a bit in both halves, so many below the highest.
func bit(below uint64, v [2]VecVirtual) GPVirtual {
	for i := range v {
		switch below {
		case 0:
		case 1:
			t := YMM()
			VPADDB(v[i], v[i], t)
			v[i] = t
		default:
			t := YMM()
			VPSLLW(Imm(below), v[i], t)
			v[i] = t
		}
	}
	return mask(GP64(), v[0], v[1])
}

// and leaves of a mask what is in all of others.
func and(m GPVirtual, with ...Op) GPVirtual {
	for _, x := range with {
		ANDQ(x, m)
	}
	return m
}

// without returns what of m is not in x.
func without(m, x Register) GPVirtual {
	n := GP64()
	ANDNQ(m, x, n)
	return n
}

// moved returns a mask moved by so many bits, up or down.
func moved(m Register, up int) GPVirtual {
	n := GP64()
	switch {
	case up == 1:
		LEAQ(Mem{Base: m, Index: m, Scale: 1}, n)
	case up > 0:
		MOVQ(m, n)
		SHLQ(Imm(uint64(up)), n)
	default:
		MOVQ(m, n)
		SHRQ(Imm(uint64(-up)), n)
	}
	return n
}

// take accounts for sequences that end with some bytes, so many bytes each.
func (s *skimmer) take(ends GPVirtual, n int) {
	t := copyOf(ends)
	for i := range n {
		if i > 0 {
			SHRQ(Imm(1), t)
		}
		XORQ(t, s.left)
	}
}

// mark marks runs to be looked at.
func (s *skimmer) mark(m Register) { ORQ(m, s.odd) }

// letters returns the letters of ASCII, and some signs among them.
func (s *skimmer) letters() GPVirtual {
	more := bit(1, [2]VecVirtual{s.a, s.b})
	s.keep("more", more)
	return without(more, s.slot("whole"))
}

// signs finds signs of E2 80 that have one of the bits, and of C2, and accounts for them. It keeps the last bytes of all of either, and
// for words those of signs that may stand right before a word, behind one, or within.
func (s *skimmer) signs(name string, bits byte, words bool) {
	g := generator{tables: Load(Param("t"), GP64())}
	v := [2]VecVirtual{s.a, s.b}
	is := func(b byte) GPVirtual {
		var t [2]VecVirtual
		for i := range t {
			t[i] = YMM()
			VPCMPEQB(g.constant(b), v[i], t[i])
		}
		return mask(GP64(), t[0], t[1])
	}
	zero := GP64()
	XORQ(zero, zero)
	names := []string{"all", "touchy"}
	two := []string{"sign"}
	if words {
		names = []string{"all", "joins", "opens", "closes"}
		two = []string{"sign", "opens2", "closes2"}
	}
	for _, x := range append(names, two...) {
		s.keep(x, zero)
	}

	third := is(0xE2)
	TESTQ(third, third)
	JZ(LabelRef(name + "NoThree"))
	ADDQ(third, third)
	ANDQ(is(0x80), third)
	ADDQ(third, third)
	ANDQ(s.high, third)
	var kinds [2]VecVirtual
	for i := range v {
		high, low := s.halves(v[i])
		kinds[i] = YMM()
		VMOVDQU(Mem{Base: g.tables, Disp: 32 * signTables}, kinds[i])
		VPSHUFB(high, kinds[i], kinds[i])
		VMOVDQU(Mem{Base: g.tables, Disp: 32 * (signTables + 1)}, high)
		VPSHUFB(low, high, high)
		VPAND(high, kinds[i], kinds[i])
	}
	of := func(bits byte) GPVirtual {
		var t [2]VecVirtual
		for i := range t {
			t[i] = YMM()
			VPAND(g.constant(bits), kinds[i], t[i])
		}
		return and(s.nonzero(t), third)
	}
	all := of(bits)
	if words {
		joins := of(signJoins | signMarks)
		ORQ(joins, all)
		s.keep("joins", joins)
		ANDQ(all, third)
		s.keep("opens", and(bit(4, kinds), third))
		s.keep("closes", and(bit(5, kinds), third))
	} else {
		s.keep("touchy", and(bit(1, kinds), all))
	}
	s.keep("all", all)
	s.take(all, 3)
	Label(name + "NoThree")

	second := is(0xC2)
	TESTQ(second, second)
	JZ(LabelRef(name + "NoTwo"))
	ADDQ(second, second)
	var t [2]VecVirtual
	for i := range t {
		t[i] = YMM()
		VMOVDQU(g.constant(0xA0), t[i])
		VPCMPGTB(v[i], t[i], t[i])
	}
	second = without(second, mask(GP64(), t[0], t[1])) // controls
	second = without(second, s.slot("more"))
	ANDQ(s.high, second)
	s.keep("sign", second)
	s.take(second, 2)
	if words {
		s.keep("opens2", and(is(0xAB), second))
		s.keep("closes2", and(is(0xBB), second))
	}
	Label(name + "NoTwo")
}

// Bits of the tables of signs: see the package.
const (
	signFree   = 0x80 // may stand between letters
	signTouchy = 0x40 // may not
	signDots   = 0x20
	signJoins  = 0x10 // joiners
	signOpens  = 0x08
	signCloses = 0x04
	signMarks  = 0x02 // the apostrophe

	signsOfText = signFree | signTouchy | signDots
)

// keep keeps a mask in memory.
func (s *skimmer) keep(name string, m Register) { MOVQ(m, s.slots[name]) }

// account makes the masks of what is accounted for so far, and of what is not.
func (s *skimmer) account() {
	BZHIQ(s.last1, s.second, s.second)
	s.left = moved(s.second, -1)
	XORQ(s.high, s.left)
	XORQ(s.second, s.left)
}

// begin begins a kernel for letters that tables tell, and returns what stands behind bytes beyond ASCII, and the ends of runs
// among it.
func (s *skimmer) begin(name string) (behind, ends GPVirtual) {
	Label(name)
	s.window()
	s.lookUp()
	s.account()
	behind = moved(s.high, 1)
	return behind, without(behind, s.high)
}

// onwards goes on with the next window.
func (s *skimmer) onwards(name string) {
	ADDQ(s.last1, s.text)
	JMP(LabelRef(name))
}

// latin is for letters with accents. Small ones may stand anywhere if nothing beyond ASCII stands beside
// them, nor behind a capital, and so may dashes and apostrophes; capitals not behind letters, other signs not between.
func (s *skimmer) latin() {
	behind, ends := s.begin("skimLatin")
	s.odd = moved(s.second, -1)
	ANDQ(behind, s.odd) // behind another
	letters := s.letters()
	capital := bit(0, s.class)
	small := YMM()
	VMOVDQU(s.constant(0x7F), small)
	for i := range s.class {
		VPAND(small, s.class[i], s.class[i])
	}
	t := s.nonzero(s.class)
	capital = without(capital, t)
	BZHIQ(s.last1, capital, capital)
	ANDQ(moved(letters, 2), capital)
	gap := GP64()
	MOVQ(s.slots["whole"], gap)
	SHRQ(Imm(1), gap)
	BTSQ(Imm(63), gap)
	gap = and(gap, ends, letters)
	s.keep("letters", letters)
	t = copyOf(capital)
	ORQ(gap, t)
	ORQ(s.odd, t)
	ORQ(s.left, t)
	JNZ(LabelRef("skimLatinLook"))
	s.onwards("skimLatin")

	Label("skimLatinLook")
	s.keep("seconds", s.second)
	s.found = gap
	TESTQ(gap, gap)
	JZ(LabelRef("skimApart"))
	ANDQ(s.notSmall(), s.found)
	Label("skimApart")
	TESTQ(capital, capital)
	JZ(LabelRef("skimSmall"))
	upper := bit(2, [2]VecVirtual{s.a, s.b})
	upper = without(s.slot("letters"), upper)
	within := moved(upper, -1) // between capitals
	ANDQ(moved(upper, 2), within)
	s.mark(without(capital, within))
	Label("skimSmall")
	TESTQ(s.left, s.left)
	JZ(LabelRef("skimLatinOnly"))
	s.signs("skimLatin", signsOfText, false)
	behind = moved(s.high, 1)
	t = s.slot("all")
	SHRQ(Imm(2), t)
	ANDQ(behind, t)
	s.mark(t)
	t = s.slot("sign")
	SHRQ(Imm(1), t)
	ANDQ(behind, t)
	s.mark(t)
	letters = s.slot("letters")
	after := moved(letters, -1)
	t = and(moved(letters, 3), after, s.slots["touchy"])
	s.mark(t)
	t = and(moved(letters, 2), after, s.slots["sign"])
	s.mark(t)
	TESTQ(s.left, s.left)
	JZ(LabelRef("skimLatinOnly"))
	s.vietnamese()
	Label("skimLatinOnly")
	s.look("skimLatin")
}

// vietnamese accounts for letters from U+1E80 on, which no codec has, for ơ and ư, which neither lead nor trail in any, and for
// â before letters of ASCII. Of two runes that are alone in their run nothing is odd if one is of the first.
func (s *skimmer) vietnamese() {
	at := func(lead byte, second ...byte) GPVirtual { // second bytes
		var t [2]VecVirtual
		for i, v := range []VecVirtual{s.a, s.b} {
			x := YMM()
			t[i] = YMM()
			VPCMPEQB(s.constant(second[0]), v, t[i])
			for _, b := range second[1:] {
				VPCMPEQB(s.constant(b), v, x)
				VPOR(x, t[i], t[i])
			}
			x = YMM()
			VMOVDQU(s.constant(lead), x)
			VPCMPEQB(Mem{Base: s.text, Disp: 32*i - 1}, x, x)
			VPAND(x, t[i], t[i])
		}
		return and(mask(GP64(), t[0], t[1]), s.high)
	}
	three := at(0xE1, 0xBA, 0xBB)
	TESTQ(three, three)
	JZ(LabelRef("skimLatinOnly"))
	s.keep("signs", at(0xE1, 0xBA))
	t := s.slot("more")
	t = without(s.high, t)
	SHRQ(Imm(1), t)
	ANDQ(t, three) // behind which stands what may
	t = moved(three, 1)
	s.take(t, 3)
	SHRQ(Imm(1), three) // now leads
	s.keep("threes", three)

	// Of them Welsh has those before U+1EA0, and Ỳ, which codecs have.
	var less, grave [2]VecVirtual
	for i, v := range []VecVirtual{s.a, s.b} {
		less[i], grave[i] = YMM(), YMM()
		VMOVDQU(s.constant(0xA0), less[i])
		VPCMPGTB(v, less[i], less[i])
		VPAND(s.constant(0xFE), v, grave[i])
		VPCMPEQB(s.constant(0xB2), grave[i], grave[i])
	}
	welsh := mask(GP64(), less[0], less[1])
	SHRQ(Imm(1), welsh)
	t = s.slot("signs")
	ANDQ(t, welsh)
	other := mask(GP64(), grave[0], grave[1])
	SHRQ(Imm(1), other)
	other = without(other, t)
	ORQ(other, welsh)
	SHRQ(Imm(1), welsh)
	three = without(three, welsh)
	horns := at(0xC6, 0xA1, 0xB0)
	s.take(horns, 2)
	SHRQ(Imm(1), horns)
	hat := at(0xC3, 0xA2)
	s.take(hat, 2)
	small := s.notSmall()
	NOTQ(small)
	s.mark(and(copyOf(hat), inRow(small, 3))) // before few letters: it may be an apostrophe
	SHRQ(Imm(1), hat)
	behind := moved(s.high, 1)
	ANDQ(behind, hat)
	s.mark(hat)

	leads := s.slot("seconds")
	SHRQ(Imm(1), leads)
	ORQ(horns, leads)
	first := copyOf(leads)
	ORQ(three, first)
	first = without(first, behind)
	ORQ(s.slots["threes"], leads)
	good := moved(and(copyOf(first), three), 3)
	t = moved(first, 2)
	ANDQ(three, t)
	ORQ(t, good)
	ANDQ(horns, first)
	SHLQ(Imm(2), first)
	ANDQ(horns, first)
	ORQ(first, good)
	ANDQ(leads, good)
	t = without(behind, s.high) // ends
	x := moved(t, -3)
	ANDQ(three, x)
	SHRQ(Imm(2), t)
	t = without(t, three)
	ORQ(x, t)
	ANDQ(t, good)
	ANDQ(behind, leads)
	s.mark(leads)
	NOTQ(good)
	ANDQ(good, s.odd)
}

// notSmall returns what is no small letter of ASCII.
func (s *skimmer) notSmall() GPVirtual {
	small, limit := [2]VecVirtual{YMM(), YMM()}, YMM()
	VMOVDQU(s.constant(0x80+26), limit)
	for i, v := range []VecVirtual{s.a, s.b} {
		VPADDB(s.constant(0x80-'a'), v, small[i])
		VPCMPGTB(small[i], limit, small[i])
	}
	m := mask(GP64(), small[0], small[1])
	NOTQ(m)
	return m
}

// exactLetters returns the letters of ASCII without signs.
func (s *skimmer) exactLetters() GPVirtual {
	letter, limit := [2]VecVirtual{YMM(), YMM()}, YMM()
	VMOVDQU(s.constant(0x80+26), limit)
	for i, v := range []VecVirtual{s.a, s.b} {
		VPOR(s.constant(0x20), v, letter[i])
		VPADDB(s.constant(0x80-'a'), letter[i], letter[i])
		VPCMPGTB(letter[i], limit, letter[i])
	}
	return mask(GP64(), letter[0], letter[1])
}

// look notes the runs with odd bytes in them, and with any that are not accounted for, as such to look at, as it
// does those that end before what was found. Where these are many, the window is of another kind.
func (s *skimmer) look(name string) {
	ORQ(s.left, s.odd)
	t := copyOf(s.odd)
	ORQ(s.found, t)
	JNZ(LabelRef(name + "Found"))
	s.onwards(name)
	Label(name + "Found")
	flood(s.odd, s.high)
	t = without(moved(s.odd, 1), s.high)
	ORQ(t, s.found)
	NEGQ(s.left)
	SBBQ(t, t) // not 0 if something is not accounted for
	many := GP64()
	POPCNTQ(s.found, many)
	ANDQ(t, many)
	CMPQ(many, Imm(maxOdd))
	JG(LabelRef("skimFail"))
	wide := GP64()
	XORQ(wide, wide)
	s.emit(s.found, wide)
	s.onwards(name)
}

// emit notes a window if there is something to look at.
func (s *skimmer) emit(found, wide GPVirtual) {
	next, at := s.slot("next"), Load(Param("text"), GP64())
	NEGQ(at)
	ADDQ(s.text, at)
	MOVQ(at, Mem{Base: next})
	at = s.slot("whole")
	MOVQ(at, Mem{Base: next, Disp: 8})
	MOVQ(found, Mem{Base: next, Disp: 16})
	MOVQ(wide, Mem{Base: next, Disp: 24})
	some := GP64() // 1 if there is something
	XORQ(some, some)
	ORQ(wide, found)
	SETNE(some.As8())
	SHLQ(Imm(5), some)
	ADDQ(some, s.slots["next"])
}

// words is for words in lower case, or with a capital and two letters or more, that no letter of ASCII stands
// beside, without letters that are seldom beside each other; with a sign right before them or behind, or joiners in them; and
// for signs by themselves.
func (s *skimmer) words() {
	behind, ends := s.begin("skimWords")
	starts := without(s.high, behind)
	letters := s.letters()
	s.keep("letters", letters)
	t := moved(starts, -1)
	ORQ(ends, t)
	ANDQ(letters, t)
	seldom := and(bit(7-seldomBit, s.class), s.second)
	for i := range s.class {
		VPADDUSB(s.constant(0x80-1<<firstCapital), s.class[i], s.class[i])
	}
	capital := and(bit(0, s.class), s.second)
	vector, closers := s.slot("vector"), GP64() // all where capitals are signs
	MOVQ(Mem{Base: vector}, closers)
	ANDQ(capital, closers)
	XORQ(closers, capital)
	ORQ(closers, t)
	ORQ(s.left, t)
	x := moved(seldom, 2)
	ANDQ(seldom, x)
	s.odd = x
	x = moved(capital, 3)
	ANDQ(ends, x)
	ORQ(x, t)
	x = without(moved(capital, -1), starts)
	ORQ(x, t)
	ORQ(s.odd, t)
	JNZ(LabelRef("skimWordsLook"))
	s.onwards("skimWords")

	Label("skimWordsLook")
	s.keep("capital", capital)
	s.keep("seconds", s.second)
	s.found = moved(capital, 3) // a capital and one letter is too short
	ANDQ(ends, s.found)
	t = moved(starts, -1)
	ORQ(ends, t)
	TESTQ(t, letters)
	JZ(LabelRef("skimWordsApart"))
	exact := s.exactLetters()
	t = moved(exact, 1)
	ANDQ(starts, t)
	s.mark(t)
	ANDQ(ends, exact)
	ORQ(exact, s.found)
	Label("skimWordsApart")
	s.keep("first", starts) // places of leads where a capital may be
	t = copyOf(closers)
	ORQ(s.left, t)
	JZ(LabelRef("skimWordsOnly"))
	s.keep("closers", closers)
	s.signs("skimWords", signsOfText, true)
	s.signsOfWords()
	Label("skimWordsOnly")
	t = s.slot("capital")
	SHRQ(Imm(1), t)
	first := s.slot("first")
	s.mark(without(t, first))
	s.look("skimWords")
}

// signsOfWords sees to it that signs stand by themselves, or one right before a word of two letters and more, or
// behind one, and joiners behind two letters. A capital is not one of these.
func (s *skimmer) signsOfWords() {
	word := s.slot("seconds") // the last bytes of letters
	closers := s.slot("closers")
	word = without(word, closers)
	s.keep("seconds", word)
	behind := moved(word, 1) // where leads stand behind words
	ANDQ(moved(word, 3), behind)
	t := s.slot("capital")
	SHLQ(Imm(3), t)
	behind = without(behind, t)

	// What stands right behind a rune must be a closing sign or a joiner behind a word.
	signs := s.slot("sign")
	ORQ(closers, signs)
	SHRQ(Imm(1), signs)
	all := s.slot("all")
	t = copyOf(all)
	SHRQ(Imm(2), t)
	ORQ(t, signs) // leads of all
	ANDQ(moved(s.high, 1), signs)
	good := s.slot("closes2")
	ORQ(closers, good)
	SHRQ(Imm(1), good)
	t = s.slot("closes")
	SHRQ(Imm(2), t)
	ORQ(t, good)
	joins := s.slot("joins")
	SHRQ(Imm(2), joins)
	ORQ(joins, good)
	ANDQ(behind, good)
	s.mark(without(signs, good))
	ANDQ(behind, joins)
	SHLQ(Imm(2), joins) // good ones
	t = s.slot("joins")
	s.mark(without(t, joins))

	// What a rune stands right behind must be a joiner, or an opening sign first in its run, before a word.
	opens := s.slot("opens2")
	SHRQ(Imm(1), opens)
	t = s.slot("opens")
	SHRQ(Imm(2), t)
	opens2 := without(opens, signs) // signs that do not stand behind a rune
	SHLQ(Imm(1), opens2)
	t = without(t, signs)
	SHLQ(Imm(2), t)
	ORQ(t, opens2)
	before := moved(word, -2)
	ANDQ(before, opens2)
	SHRQ(Imm(2), before)
	ANDQ(before, opens2)
	t = s.slot("capital")
	SHRQ(Imm(2), t)
	SHRQ(Imm(2), before) // three letters
	t = without(t, before)
	opens2 = without(opens2, t)
	t = moved(opens2, 1)
	ORQ(t, s.slots["first"])
	ORQ(joins, opens2)
	t = s.slot("sign")
	ORQ(closers, t)
	ORQ(all, t)
	ANDQ(moved(s.high, -1), t)
	s.mark(without(t, opens2))
}

// three is for runes of three bytes that no codec has, and dashes, quotes and signs among them. A window ends between two
// runes. What is odd is signs beside each other or behind letters, and runes by themselves between letters.
func (s *skimmer) three() {
	Label("skimThree")
	more := s.threeWindow()
	var t GPVirtual
	third := moved(s.second, 1)
	s.left = moved(s.second, -1)
	XORQ(s.second, s.left)
	XORQ(third, s.left)
	XORQ(s.high, s.left)
	trails := without(s.high, more)
	s.keep("bad", without(third, trails))

	letters, behind, open, starts := s.besideThree(more)
	ANDQ(starts, behind)
	s.odd = moved(letters, -1) // one rune alone
	ANDQ(moved(behind, 2), s.odd)
	s.keep("open", open)
	s.keep("first", starts)
	s.keep("seconds", s.second)
	TESTQ(s.left, s.left)
	JZ(LabelRef("skimThreeOnly"))
	s.keep("behind", behind)
	s.signs("skimThree", signsOfText|signJoins, false)
	signs := s.slot("all")
	SHRQ(Imm(2), signs)
	t = s.slot("sign")
	SHRQ(Imm(1), t)
	ORQ(t, signs) // leads
	ends := s.slot("all")
	ORQ(s.slots["sign"], ends)
	t = moved(ends, 1)
	ORQ(s.slots["behind"], t)
	x := GP64() // 1 where a rune may be right before the window that is no wide one
	MOVBQZX(Mem{Base: s.text, Disp: -3}, x)
	CMPQ(x, U32(firstWide))
	SBBQ(x, x)
	ANDQ(s.slots["open"], x)
	ANDQ(Imm(1), x)
	ORQ(x, t)
	ANDQ(signs, t)
	s.mark(t)
	t = s.slot("sign") // that ends a run before one more byte and another run
	x = s.slot("whole")
	t = without(t, moved(x, -1))
	SHRQ(Imm(2), x)
	BTSQ(Imm(62), x)
	ANDQ(x, t)
	s.mark(t)
	ORQ(s.left, s.odd)
	Label("skimThreeOnly")
	CMPQ(s.slots["bad"], Imm(0))
	JNE(LabelRef("skimFail"))

	s.full("skimShort")
	found := GP64()
	XORQ(found, found)
	TESTQ(s.odd, s.odd)
	JZ(LabelRef("skimEven"))
	flood(s.odd, s.high)
	s.whole()
	s.few(s.odd, maxOddBytes)
	t = without(moved(s.odd, 1), s.high)
	MOVQ(t, found)
	Label("skimEven")
	wide := GP64()
	XORQ(wide, wide)
	CMPQ(s.mode, Imm(modeWide))
	JNE(LabelRef("skimNarrow"))
	MOVQ(s.slots["first"], wide)
	SHLQ(Imm(1), wide)
	ANDQ(s.slots["seconds"], wide)
	Label("skimNarrow")
	s.emit(found, wide)
	ADDQ(s.last1, s.text)
	JMP(LabelRef("skimThree"))
}

// threeWindow takes the next window, which ends between two runes and before its last byte, and looks it up. It returns the bytes with
// bit 6.
func (s *skimmer) threeWindow() (more GPVirtual) {
	high := s.nextWindow()
	s.keep("whole", high)
	s.lookUp()
	more = bit(1, [2]VecVirtual{s.a, s.b})
	s.keep("more", more)
	first := without(high, more)
	NOTQ(first)
	SHRQ(Imm(62), first) // what may stand before the last bytes but one
	s.last1 = copyOf(first)
	SHRQ(Imm(1), s.last1)
	ANDQ(first, s.last1)
	SUBQ(s.last1, first)
	MOVQ(first, s.last1)
	ADDQ(Imm(61), s.last1)
	s.high = GP64()
	BZHIQ(s.last1, high, s.high)
	BZHIQ(s.last1, s.second, s.second)
	return more
}

// besideThree returns the letters of ASCII, and where they stand before a byte; what stands behind bytes beyond ASCII, and where
// runs begin.
func (s *skimmer) besideThree(more GPVirtual) (letters, behind, open, starts GPVirtual) {
	letters = GP64()
	MOVQ(s.slots["whole"], letters)
	letters = without(more, letters)
	before := GP64()
	MOVBQZX(Mem{Base: s.text, Disp: -1}, before)
	SHRQ(Imm(6), before)
	CMPQ(before, Imm(1))
	MOVQ(U32(0), before)
	SETEQ(before.As8())
	behind = shifted(letters, before, 1)
	before = GP64()
	MOVBQZX(Mem{Base: s.text, Disp: -1}, before)
	SHRQ(Imm(7), before)
	ANDQ(s.high, before) // 1 if a run goes on
	open = shifted(s.high, before, 1)
	return letters, behind, open, without(s.high, open)
}

// full counts the bytes of windows that are of one run.
func (s *skimmer) full(short string) {
	full := GP64()
	XORQ(full, full)
	w := Load(Param("w"), GP64())
	CMPQ(s.slots["whole"], I8(-1))
	JNE(LabelRef(short))
	MOVQ(Mem{Base: w, Disp: offFull}, full)
	ADDQ(s.last1, full)
	CMPQ(full, U32(longRun))
	JGE(LabelRef("skimFail")) // it may be as long as a cell
	Label(short)
	MOVQ(full, Mem{Base: w, Disp: offFull})
}

// few fails where there is more than so much of something.
func (s *skimmer) few(m GPVirtual, limit uint64) {
	n := GP64()
	POPCNTQ(m, n)
	CMPQ(n, Imm(limit))
	JG(LabelRef("skimFail"))
}

// whole fails where an odd run goes on behind the window, which says more of it.
func (s *skimmer) whole() {
	t := moved(s.odd, 1)
	ANDQ(s.slots["whole"], t)
	BTQ(s.last1, t)
	JCS(LabelRef("skimFail"))
}

// thai is for letters and marks of Thai, no letters of ASCII beside them, and for signs by themselves. In the pages of Thai the first
// consonants trail. A run in which one of them stands where nothing waits for it is no damage: first in the
// run, or behind another, before which there is no lead of two trails; nor is one in which none stands behind another rune. The
// rest is carried as marks do, see step.
func (s *skimmer) thai() {
	Label("skimThai")
	more := s.threeWindow()
	trails := without(s.high, more)
	page := s.class
	first := and(bit(7, page), s.second) // second bytes of the first page
	SHLQ(Imm(1), first)
	less := func(limit byte) GPVirtual { // bytes from 80 up to it
		var t [2]VecVirtual
		for i, v := range []VecVirtual{s.a, s.b} {
			t[i] = YMM()
			VMOVDQU(s.constant(limit), t[i])
			VPCMPGTB(v, t[i], t[i])
		}
		return mask(GP64(), t[0], t[1])
	}
	third := moved(s.second, 1)
	broken := without(third, s.high)
	TESTQ(broken, broken)
	JNZ(LabelRef("skimFail"))
	second2 := without(third, first)
	ANDQ(less(0x90), second2) // third bytes of the other page
	var none [2]VecVirtual
	for i, v := range []VecVirtual{s.a, s.b} {
		none[i] = YMM()
		VPCMPEQB(s.constant(0x80), v, none[i])
	}
	thais := and(without(first, mask(GP64(), none[0], none[1])), trails)
	consonant := and(less(0xA0), thais)
	s.left = moved(s.second, -1)
	XORQ(s.second, s.left)
	XORQ(s.high, s.left)
	XORQ(thais, s.left)
	XORQ(second2, s.left)
	s.keep("seconds", thais)
	s.keep("opens", consonant)
	s.keep("threes", second2)
	lead := without(thais, less(0xA2))
	ORQ(second2, lead)
	s.keep("closes", lead)

	letters, behind, open, starts := s.besideThree(more)
	ANDQ(starts, behind)
	s.odd = behind
	s.keep("open", open)
	t := GP64()
	MOVQ(s.slots["whole"], t)
	ends := without(open, t)
	s.keep("first", ends)
	s.found = and(letters, ends)
	TESTQ(s.left, s.left)
	JZ(LabelRef("skimThaiOnly"))
	s.signs("skimThai", signsOfText, false)
	signs := s.slot("all")
	SHRQ(Imm(2), signs)
	t = s.slot("sign")
	SHRQ(Imm(1), t)
	ORQ(t, signs) // leads
	ANDQ(s.slots["open"], signs)
	s.mark(signs)
	t = s.slot("all")
	ORQ(s.slots["sign"], t)
	x := s.slot("whole")
	SHRQ(Imm(1), x)
	ANDQ(x, t) // before another rune
	s.mark(t)
	ORQ(s.left, s.odd)
	s.few(s.left, maxOddBytes)
	Label("skimThaiOnly")
	flood(s.odd, s.high)
	s.whole()
	t = moved(s.odd, 1)
	ANDQ(s.slots["first"], t)
	ORQ(t, s.found)
	s.full("skimThaiShort")

	w := Load(Param("w"), GP64())
	carried := func(off int) Mem { return Mem{Base: w, Disp: off} }
	carry := func(off int) GPVirtual {
		m := GP64()
		MOVQ(carried(off), m)
		return m
	}
	c := s.slot("opens")
	stray := shifted(c, carry(offConsonant), 3) // behind another
	ANDQ(c, stray)
	goesOn := s.slot("open")
	ANDQ(Imm(1), goesOn) // 1 if a run goes on
	highs := copyOf(goesOn)
	SHLQ(Imm(2), highs)
	pair := shifted(s.high, highs, 3)
	ANDQ(c, pair) // in a run
	x = copyOf(pair)
	XORQ(c, x) // first in one
	pair = without(pair, stray)
	t = s.slot("seconds")
	SHLQ(Imm(6), t)
	ORQ(carried(offThais), t)
	ANDQ(t, stray)
	ORQ(x, stray)
	for _, x := range []struct {
		m   GPVirtual
		off int
	}{{pair, offThai}, {stray, offStray}} {
		goOn(x.m, goesOn, carried(x.off))
		flood(x.m, s.high)
	}
	run := shifted(stray, carry(offStray), 1)
	NOTQ(run)
	ANDQ(s.slots["first"], run)
	ANDQ(shifted(pair, carry(offThai), 1), run)
	up := copyOf(s.last1)
	NEGQ(up)
	keep := func(m Register, bits uint64, off int) {
		t := GP64()
		SHLXQ(up, m, t)
		SHRQ(Imm(64-bits), t)
		MOVQ(t, carried(off))
	}
	keep(pair, 1, offThai)
	keep(stray, 1, offStray)
	keep(s.slot("seconds"), 6, offThais)

	// How many runes can be in sequences, in pairs: see thaiQuick in the package.
	c = s.slot("opens")
	lead = s.slot("closes")
	pairs := shifted(lead, carry(offLeads), 3)
	ANDQ(c, pairs)
	keep(lead, 3, offLeads)
	threes := s.slot("threes")
	t = copyOf(threes)
	SHLQ(Imm(6), t)
	ORQ(carried(offThrees), t)
	keep(threes, 6, offThrees)
	threes = shifted(c, carry(offConsonant), 3)
	ANDQ(c, threes)
	ANDQ(t, threes)
	keep(c, 3, offConsonant)
	within := GP64() // the runs' last bytes of ASCII
	MOVQ(s.slots["whole"], within)
	NOTQ(within)
	count := func(above Register) GPVirtual { // from the last byte of ASCII on
		n, m := GP64(), GP64()
		SHRXQ(above, pairs, n)
		POPCNTQ(n, n)
		SHRXQ(above, threes, m)
		POPCNTQ(m, m)
		ADDQ(m, n)
		return n
	}
	Label("skimThaiRun")
	TESTQ(run, run)
	JZ(LabelRef("skimThaiRuns"))
	end, start, score := GP64(), GP64(), GP64()
	MOVQ(run, end) // or avo has it live from the first instruction on
	BSFQ(end, end)
	BZHIQ(end, within, start)
	BSRQ(start, start)
	JNZ(LabelRef("skimThaiHere"))
	MOVQ(carried(offLength), start) // it goes on from before the window
	MOVQ(carried(offScore), score)
	NEGQ(start)
	JMP(LabelRef("skimThaiThere"))
	Label("skimThaiHere")
	INCQ(start)
	XORQ(score, score)
	Label("skimThaiThere")
	n, m := GP64(), GP64()
	BZHIQ(end, pairs, n)
	POPCNTQ(n, n)
	ADDQ(n, score)
	BZHIQ(end, threes, m)
	POPCNTQ(m, m)
	ADDQ(m, score)
	SHLQ(Imm(3), score)
	ADDQ(start, score)
	CMPQ(score, end)
	JL(LabelRef("skimThaiFree"))
	BTSQ(end, s.found)
	Label("skimThaiFree")
	LEAQ(Mem{Base: run, Disp: -1}, n)
	ANDQ(n, run)
	JMP(LabelRef("skimThaiRun"))
	Label("skimThaiRuns")
	BZHIQ(s.last1, within, within)
	length := GP64()
	MOVQ(within, length)
	BSRQ(length, length)
	JNZ(LabelRef("skimThaiNew"))
	XORQ(length, length)
	n = count(length)
	ADDQ(n, carried(offScore))
	ADDQ(s.last1, carried(offLength))
	JMP(LabelRef("skimThaiKept"))
	Label("skimThaiNew")
	n = count(length)
	MOVQ(n, carried(offScore))
	NOTQ(length)
	ADDQ(s.last1, length)
	MOVQ(length, carried(offLength))
	Label("skimThaiKept")
	wide := GP64()
	XORQ(wide, wide)
	s.emit(s.found, wide)
	ADDQ(s.last1, s.text)
	JMP(LabelRef("skimThai"))
}
