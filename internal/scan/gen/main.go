// Gen writes the assembly of package scan: marks_amd64.s and its declaration.
package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// Offsets in marks, eight bytes each; see marks.go.
const (
	offHigh = 8 * iota
	offLatin
	offOther
	offPair
	offPlain
	offRemnant
	offBlank
	offCapital
	offThai
	offConsonant
	offLoud
	offWithin
	offSeldom
	sizeMarks
)

func main() {
	ConstraintExpr("!purego")
	TEXT("markAVX2", NOSPLIT, "func(text *byte, blocks int, t *[35][32]byte, before *[32]byte, out *[13]uint64) (bad uint32)")
	Pragma("noescape")
	Doc("markAVX2 fills out for blocks of 64 bytes of text, behind the 32 bytes before.",
		"Of blocks of ASCII it fills high alone. It returns whether bytes are not UTF-8.")
	g := generator{
		text:   Load(Param("text"), GP64()),
		blocks: Load(Param("blocks"), GP64()),
		tables: Load(Param("t"), GP64()),
		before: Load(Param("before"), GP64()),
		out:    Load(Param("out"), GP64()),
	}
	g.loop()
	first("signAVX2", false)
	first("plainAVX2", true)
	survey()
	seek()
	pair()
	Generate()
}

// first is a search for the bytes of a table; with beyond, for those beyond ASCII, too.
func first(name string, beyond bool) {
	TEXT(name, NOSPLIT, "func(text *byte, blocks int, t *[16]byte) (at int)")
	Pragma("noescape")
	what := ""
	if beyond {
		what = " or is not ASCII"
	}
	Doc(fmt.Sprintf("%s returns the index of the first block of 64 bytes that holds a byte that is the one of", name),
		fmt.Sprintf("the table for its low half%s; blocks if none does.", what))
	text := Load(Param("text"), GP64())
	blocks := Load(Param("blocks"), GP64())
	tables := Load(Param("t"), GP64())
	table := YMM()
	VBROADCASTI128(Mem{Base: tables}, table)
	at, last := GP64(), GP64()
	XORQ(at, at)
	LEAQ(Mem{Base: blocks, Disp: -2}, last)
	// find jumps if something is among so many times 32 bytes.
	find := func(n int, label string) {
		found := YMM()
		for i := range n {
			v, eq := YMM(), YMM()
			VMOVDQU(Mem{Base: text, Disp: 32 * i}, v)
			VPSHUFB(v, table, eq) // 0 beyond ASCII
			if i == 0 {
				VPCMPEQB(v, eq, found)
			} else {
				VPCMPEQB(v, eq, eq)
				VPOR(eq, found, found)
			}
			if beyond {
				VPOR(v, found, found)
			}
		}
		some := GP32()
		VPMOVMSKB(found, some)
		TESTL(some, some)
		JNZ(LabelRef(label))
	}
	Label("four")
	CMPQ(at, last)
	JG(LabelRef("two"))
	find(4, "two")
	ADDQ(Imm(128), text)
	ADDQ(Imm(2), at)
	JMP(LabelRef("four"))
	Label("two")
	CMPQ(at, blocks)
	JGE(LabelRef("found"))
	find(2, "found")
	ADDQ(Imm(64), text)
	INCQ(at)
	JMP(LabelRef("two"))
	Label("found")
	VZEROUPPER()
	Store(at, ReturnIndex(0))
	RET()
}

// survey is first, with beyond, which also stops at pairs of bytes, and counts lines.
func survey() {
	TEXT("surveyAVX2", NOSPLIT, "func(text *byte, blocks int, t *[16]byte, even, odd uint16) (at, lines int)")
	Pragma("noescape")
	Doc("surveyAVX2 returns the index of the first block of 128 bytes that holds a byte that is the one of",
		"the table for its low half, or is not ASCII, or a pair of bytes at an even place that is even or odd;",
		"blocks if none does. Lines is how many line feeds stand before it.")
	text := Load(Param("text"), GP64())
	blocks := Load(Param("blocks"), GP64())
	tables := Load(Param("t"), GP64())
	table, feed, zero, sums := YMM(), YMM(), YMM(), YMM()
	VBROADCASTI128(Mem{Base: tables}, table)
	VPXOR(zero, zero, zero)
	VPXOR(sums, sums, sums)
	n := GP32()
	MOVL(U32('\n'), n)
	spread(n, feed, VPBROADCASTB)
	var pairs [2]VecVirtual
	for i, name := range []string{"even", "odd"} {
		w := GP32()
		pairs[i] = YMM()
		spread(Load(Param(name), w), pairs[i], VPBROADCASTW)
	}
	at := GP64()
	XORQ(at, at)
	Label("survey")
	CMPQ(at, blocks)
	JGE(LabelRef("surveyed"))
	found, feeds := YMM(), YMM()
	for i := range 4 {
		v, eq := YMM(), YMM()
		VMOVDQU(Mem{Base: text, Disp: 32 * i}, v)
		VPSHUFB(v, table, eq) // 0 beyond ASCII
		VPCMPEQB(v, eq, eq)
		VPOR(v, eq, eq)
		if i == 0 {
			VMOVDQA(eq, found)
			VPCMPEQB(v, feed, feeds)
		} else {
			VPOR(eq, found, found)
			VPCMPEQB(v, feed, eq)
			VPADDB(eq, feeds, feeds)
		}
		for _, pair := range pairs {
			VPCMPEQW(v, pair, eq)
			VPOR(eq, found, found)
		}
	}
	some := GP32()
	VPMOVMSKB(found, some)
	TESTL(some, some)
	JNZ(LabelRef("surveyed"))
	VPSUBB(feeds, zero, feeds)
	VPSADBW(feeds, zero, feeds)
	VPADDQ(feeds, sums, sums)
	ADDQ(Imm(128), text)
	INCQ(at)
	JMP(LabelRef("survey"))
	Label("surveyed")
	Store(at, ReturnIndex(0))
	half := XMM()
	VEXTRACTI128(Imm(1), sums, half)
	VPADDQ(half, sums.AsX(), half)
	total, rest := GP64(), GP64()
	VPEXTRQ(Imm(1), half, rest)
	VMOVQ(half, total)
	ADDQ(rest, total)
	VZEROUPPER()
	Store(total, ReturnIndex(1))
	RET()
}

// broadcast loads parameters of one byte, each into all the bytes of a register.
func broadcast(names ...string) []VecVirtual {
	var list []VecVirtual
	for _, name := range names {
		b, all := GP32(), YMM()
		spread(Load(Param(name), b), all, VPBROADCASTB)
		list = append(list, all)
	}
	return list
}

// spread loads the low bytes of a register into all of a vector.
func spread(r Register, all VecVirtual, broadcast func(...Op)) {
	x := XMM()
	VMOVD(r, x)
	broadcast(x, all)
}

// pair is a search for one byte with another behind it.
func pair() {
	TEXT("pairAVX2", NOSPLIT, "func(text *byte, blocks int, x, y byte) (at int)")
	Pragma("noescape")
	Doc("pairAVX2 returns the index of the first block of 64 bytes that holds an x with a y behind it; blocks",
		"if none does. It looks at the byte behind the last block, too.")
	text := Load(Param("text"), GP64())
	blocks := Load(Param("blocks"), GP64())
	want := broadcast("x", "y")
	at := GP64()
	XORQ(at, at)
	Label("pair")
	CMPQ(at, blocks)
	JGE(LabelRef("paired"))
	var halves [2]VecVirtual
	for half := range halves {
		x, y := YMM(), YMM()
		VPCMPEQB(Mem{Base: text, Disp: 32 * half}, want[0], x)
		VPCMPEQB(Mem{Base: text, Disp: 32*half + 1}, want[1], y)
		VPAND(x, y, x)
		halves[half] = x
	}
	VPOR(halves[0], halves[1], halves[0])
	VPTEST(halves[0], halves[0])
	JNZ(LabelRef("paired"))
	ADDQ(Imm(64), text)
	INCQ(at)
	JMP(LabelRef("pair"))
	Label("paired")
	VZEROUPPER()
	Store(at, ReturnIndex(0))
	RET()
}

// seek is a search for one of three bytes, which also notes what is beyond ASCII
// before it.
func seek() {
	TEXT("seekAVX2", NOSPLIT, "func(text *byte, n int, x, y, z byte) (at int, high uint32)")
	Pragma("noescape")
	Doc("seekAVX2 returns the index of the first of n bytes, 32 or more, that is x, y or z; n if none",
		"is. High has a bit set if a byte before it is not ASCII.")
	text := Load(Param("text"), GP64())
	n := Load(Param("n"), GP64())
	want := broadcast("x", "y", "z")
	at, last, high := GP64(), GP64(), GP32()
	XORQ(at, at)
	XORL(high, high)
	LEAQ(Mem{Base: n, Disp: -32}, last) // the last block may overlap the one before
	Label("seek")
	v, eq, found := YMM(), YMM(), YMM()
	VMOVDQU(Mem{Base: text, Index: at, Scale: 1}, v)
	VPCMPEQB(want[0], v, found)
	for _, w := range want[1:] {
		VPCMPEQB(w, v, eq)
		VPOR(eq, found, found)
	}
	hits, highs := GP32(), GP32()
	VPMOVMSKB(v, highs)
	VPMOVMSKB(found, hits)
	TESTL(hits, hits)
	JNZ(LabelRef("hit"))
	ORL(highs, high)
	CMPQ(at, last)
	JE(LabelRef("none"))
	ADDQ(Imm(32), at)
	CMPQ(at, last)
	CMOVQGT(last, at)
	JMP(LabelRef("seek"))

	Label("none")
	VZEROUPPER()
	Store(n, ReturnIndex(0))
	Store(high, ReturnIndex(1))
	RET()

	Label("hit")
	VZEROUPPER()
	before, k := GP32(), GP32()
	LEAL(Mem{Base: hits, Disp: -1}, before)
	NOTL(hits)
	ANDL(hits, before) // the bits below the lowest
	NOTL(hits)
	ANDL(before, highs)
	ORL(highs, high)
	BSFL(hits, k)
	ADDQ(k.As64(), at)
	Store(at, ReturnIndex(0))
	Store(high, ReturnIndex(1))
	RET()
}

type generator struct {
	text, blocks, tables, before, out Register

	low, err VecVirtual

	near      GPVirtual // of a block: runs behind letters of ASCII; those of the block before count
	nearThen  GPVirtual // of the block before
	latinThen GPVirtual // 1 if that ends with a letter of ASCII
	e0        GPVirtual // whether the first byte of Thai is in the block or before it
}

// constant returns a vector of one byte.
func (g *generator) constant(b byte) Mem {
	return Mem{Base: g.tables, Disp: 32*numTables + 32*constants[b]}
}

const numTables = 15

// constants are the places of vectors of one byte behind the tables.
var constants = map[byte]int{
	0x0F: 0, 0x80: 1, 0xE0 - 0x80: 2, 0xF0 - 0x80: 3, 0xF8: 4, 0xBF: 5, 0xFC: 6, 0xE0: 7,
	0xC0: 8, 0xB8: 9, 0xB9: 10, 0x8F: 11, 0xA0: 12, 0x20: 13, 0x80 - 'a': 14, 0x80 + 26: 15,
	0xCC: 16, 0xC2: 17, 0xE2: 18, 0xE3 - 0x80: 19,
}

func (g *generator) loop() {
	g.err = YMM()
	g.low = YMM()
	VPXOR(g.err, g.err, g.err)
	VMOVDQU(g.constant(0x0F), g.low)
	last := YMM()
	VMOVDQU(Mem{Base: g.before}, last)
	g.near, g.nearThen, g.latinThen, g.e0 = GP64(), GP64(), GP64(), GP64()
	MOVQ(I32(1), g.latinThen) // what is not known is taken for so
	MOVQ(I32(1), g.nearThen)

	Label("loop")
	TESTQ(g.blocks, g.blocks)
	JZ(LabelRef("done"))
	a, b, any := YMM(), YMM(), YMM()
	VMOVDQU(Mem{Base: g.text}, a)
	VMOVDQU(Mem{Base: g.text, Disp: 32}, b)
	VPOR(a, b, any)
	VPOR(any, last, any) // a sequence that is cut off is in last
	VPTEST(g.constant(0x80), any)
	JNZ(LabelRef("marks"))
	MOVQ(U32(0), Mem{Base: g.out, Disp: offHigh})
	MOVQ(I32(1), g.latinThen)
	XORQ(g.nearThen, g.nearThen)
	JMP(LabelRef("next"))

	Label("marks")
	g.letters(a, b)
	g.leads(a, b, last)
	g.half(a, last, 0)
	g.half(b, a, 4)

	Label("next")
	VMOVDQA(b, last)
	ADDQ(Imm(64), g.text)
	ADDQ(Imm(sizeMarks), g.out)
	DECQ(g.blocks)
	JMP(LabelRef("loop"))

	Label("done")
	VMOVDQU(last, Mem{Base: g.before})
	bad := GP32()
	XORL(bad, bad)
	VPTEST(g.err, g.err)
	SETNE(bad.As8())
	VZEROUPPER()
	Store(bad, ReturnIndex(0))
	RET()
}

// letters marks what is not ASCII and the letters of ASCII, and tells which of the ones stand behind the others.
func (g *generator) letters(a, b VecVirtual) {
	high, latin, t := GP64(), GP64(), GP64()
	for half, v := range []VecVirtual{a, b} {
		m, n := high, latin
		if half > 0 {
			m, n = t, g.near
		}
		VPMOVMSKB(v, m.As32())
		letters := g.latin(v)
		VPMOVMSKB(letters, n.As32())
	}
	for _, m := range [][2]GPVirtual{{high, t}, {latin, g.near}} {
		SHLQ(Imm(32), m[1])
		ORQ(m[1], m[0])
	}
	MOVQ(high, Mem{Base: g.out, Disp: offHigh})
	MOVQ(latin, Mem{Base: g.out, Disp: offLatin})
	MOVQ(g.nearThen, g.near)
	LEAQ(Mem{Base: g.latinThen, Index: latin, Scale: 2}, g.nearThen)
	ANDQ(high, g.nearThen)
	ORQ(g.nearThen, g.near)
	MOVQ(latin, g.latinThen)
	SHRQ(Imm(63), g.latinThen)
}

// leads tells whether E0 is among the bytes. Without it the marks of Thai are empty.
func (g *generator) leads(a, b, last VecVirtual) {
	any, t := YMM(), YMM()
	VPCMPEQB(g.constant(0xE0), a, any)
	for _, v := range []VecVirtual{b, last} {
		VPCMPEQB(g.constant(0xE0), v, t)
		VPOR(t, any, any)
	}
	VPMOVMSKB(any, g.e0.As32())
	MOVQ(U32(0), Mem{Base: g.out, Disp: offThai})
	MOVQ(U32(0), Mem{Base: g.out, Disp: offConsonant})
}

// half marks the 32 bytes v that stand behind the 32 bytes before; disp is 4
// for the second half of a block.
func (g *generator) half(v, before VecVirtual, disp int) {
	p1, p2, p3 := YMM(), YMM(), YMM()
	VPERM2I128(Imm(0x21), v, before, p3)
	VPALIGNR(Imm(15), p3, v, p1)
	VPALIGNR(Imm(14), p3, v, p2)
	VPALIGNR(Imm(13), p3, v, p3)

	vHigh, vLow, high, low := YMM(), YMM(), YMM(), YMM()
	VPSRLW(Imm(4), v, vHigh)
	VPAND(g.low, vHigh, vHigh)
	VPAND(g.low, v, vLow)
	VPSRLW(Imm(4), p1, high)
	VPAND(g.low, high, high)
	VPAND(g.low, p1, low)

	// UTF-8: the tables know what is wrong with two bytes, and where a third
	// or fourth byte must stand.
	third := YMM() // high bit: the third byte or fourth of a sequence
	t := YMM()
	VPSUBUSB(g.constant(0xE0-0x80), p2, third)
	VPSUBUSB(g.constant(0xF0-0x80), p3, t)
	VPOR(t, third, third)
	wrong := g.look(0, high, low, vHigh, nil)
	VPAND(g.constant(0x80), third, t)
	VPXOR(t, wrong, wrong)
	VPOR(wrong, g.err, g.err)

	far := fmt.Sprintf("far%d", disp)
	TESTQ(g.near, g.near)
	JZ(LabelRef(far))
	g.within(v, p1, p2, g.look(11, high, low, vHigh, vLow), disp)
	Label(far)

	letters := g.look(3, high, low, vHigh, vLow)
	others := g.look(7, high, low, vHigh, vLow)

	// Runes that no codec has.
	zero, uncoded := YMM(), YMM()
	VPXOR(zero, zero, zero)
	VPAND(g.constant(0xF8), others, uncoded)
	VPCMPEQB(zero, uncoded, uncoded)
	VPSUBUSB(g.constant(0xF0-0x80), p1, t)
	VPANDN(uncoded, t, uncoded)
	g.mark(uncoded, offPlain+disp)

	// The second byte of a rune behind another.
	pair := YMM()
	VPCMPGTB(g.constant(0xBF), p1, pair)
	VPAND(p1, pair, pair)
	VPAND(p2, pair, pair)
	VPAND(uncoded, pair, pair)
	g.mark(pair, offPair+disp)

	// A capital in front of a run.
	capital := YMM()
	VPSLLW(Imm(5), others, capital)
	VPANDN(capital, p2, capital)
	g.mark(capital, offCapital+disp)

	g.mark(letters, offSeldom+disp)

	// Letters that are not in a row of their script.
	VPXOR(p1, p3, p3)
	VPAND(g.constant(0xFC), p3, p3)
	VPCMPEQB(zero, p3, p3)
	VPANDN(p2, p3, p3)
	VPCMPEQB(zero, letters, letters)
	VPOR(letters, p3, letters)
	VPANDN(letters, capital, letters)
	two := g.secondOfTwo(p1)
	VPAND(letters, two, two)

	other := fmt.Sprintf("other%d", disp)
	TESTL(g.e0.As32(), g.e0.As32())
	JZ(LabelRef(other))
	thai := g.thai(v, p1, p2, disp)
	VPANDN(third, thai, third)
	Label(other)
	VPOR(two, third, third)
	g.mark(third, offOther+disp)

	// Controls, daggers, and letters that wait for a blank.
	dagger := YMM()
	VPCMPEQB(g.constant(0x80), p1, t)
	VPCMPEQB(g.constant(0xA0), v, dagger)
	VPAND(t, dagger, dagger)
	VPSLLW(Imm(7), others, t)
	VPOR(t, dagger, dagger)
	g.mark(dagger, offRemnant+disp)
	VPSLLW(Imm(6), others, t)
	g.mark(t, offBlank+disp)
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

// secondOfTwo returns the second bytes of two, p1 being the bytes before.
func (g *generator) secondOfTwo(p1 VecVirtual) VecVirtual {
	two := YMM()
	VPAND(g.constant(0xE0), p1, two)
	VPCMPEQB(g.constant(0xC0), two, two)
	return two
}

// latin returns the letters of ASCII.
func (g *generator) latin(v VecVirtual) VecVirtual {
	t, limit := YMM(), YMM()
	VPOR(g.constant(0x20), v, t)
	VPADDB(g.constant(0x80-'a'), t, t)
	VMOVDQU(g.constant(0x80+26), limit)
	VPCMPGTB(t, limit, t)
	return t
}

// within marks what is odd behind a letter of ASCII, and what is between two.
func (g *generator) within(v, p1, p2, loud VecVirtual, disp int) {
	t, sign := YMM(), YMM()
	VPXOR(t, t, t)
	VPCMPEQB(t, loud, loud)
	two := g.secondOfTwo(p1)
	VPCMPGTB(g.constant(0xCC), p1, t) // Greek and what is behind it
	VPAND(two, t, t)
	VPANDN(two, loud, loud)
	VPOR(t, loud, loud)
	VPCMPEQB(g.constant(0xE0), p2, t)
	VPOR(t, loud, loud)
	g.mark(loud, offLoud+disp)

	VMOVDQU(g.constant(0x9A), t)
	VPCMPGTB(v, t, t)
	VPCMPEQB(g.constant(0x80), p1, sign)
	VPAND(sign, t, t) // dashes, and the quotes that are apostrophes
	VPCMPEQB(g.constant(0xE2), p2, sign)
	VPANDN(sign, t, sign)
	VPSUBUSB(g.constant(0xE3-0x80), p2, t)
	VPOR(t, sign, sign)
	VPCMPEQB(g.constant(0xC2), p1, t)
	VPOR(t, sign, sign)
	g.mark(sign, offWithin+disp)
}

// thai marks what stands in the first page of Thai, and its first consonants,
// at their third bytes, and returns those of all letters and marks.
func (g *generator) thai(v, p1, p2 VecVirtual, disp int) VecVirtual {
	lead, first, second, t := YMM(), YMM(), YMM(), YMM()
	VPCMPEQB(g.constant(0xE0), p2, lead)
	VPCMPEQB(g.constant(0xB8), p1, first)
	VPAND(lead, first, first)
	VPCMPGTB(g.constant(0x80), v, t) // U+0E00 is none
	VPAND(t, first, first)
	g.mark(first, offThai+disp)
	VMOVDQU(g.constant(0xA0), t)
	VPCMPGTB(v, t, t)
	VPAND(first, t, t)
	g.mark(t, offConsonant+disp)
	VPCMPEQB(g.constant(0xB9), p1, second)
	VPAND(lead, second, second)
	VMOVDQU(g.constant(0x8F), t)
	VPCMPGTB(v, t, t)
	VPAND(t, second, second)
	VPOR(first, second, second)
	return second
}

// mark stores the high bits of v.
func (g *generator) mark(v VecVirtual, off int) {
	m := GP32()
	VPMOVMSKB(v, m)
	MOVL(m, Mem{Base: g.out, Disp: off})
}
