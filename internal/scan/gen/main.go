// Gen writes the assembly of package scan: marks_amd64.s and its declaration.
package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

func main() {
	ConstraintExpr("!purego")
	mark()
	skim()
	first("signAVX2", false)
	first("plainAVX2", true)
	survey()
	runes()
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
	Store(total(sums), ReturnIndex(1))
	RET()
}

// runes counts the first bytes of runes.
func runes() {
	TEXT("runesAVX2", NOSPLIT, "func(text *byte, blocks int) (n int)")
	Pragma("noescape")
	Doc("runesAVX2 returns how many bytes of blocks of 128 bytes are not the second or later ones of a rune.")
	text := Load(Param("text"), GP64())
	blocks := Load(Param("blocks"), GP64())
	last, zero, sums := YMM(), YMM(), YMM()
	b := GP32()
	MOVL(U32(0xBF), b) // the greatest of those, as a signed number the least
	spread(b, last, VPBROADCASTB)
	VPXOR(zero, zero, zero)
	VPXOR(sums, sums, sums)
	Label("runes")
	TESTQ(blocks, blocks)
	JZ(LabelRef("counted"))
	counts := YMM()
	for i := range 4 {
		first := YMM()
		VMOVDQU(Mem{Base: text, Disp: 32 * i}, first)
		VPCMPGTB(last, first, first)
		if i == 0 {
			VPSUBB(first, zero, counts)
		} else {
			VPSUBB(first, counts, counts)
		}
	}
	VPSADBW(counts, zero, counts)
	VPADDQ(counts, sums, sums)
	ADDQ(Imm(128), text)
	DECQ(blocks)
	JMP(LabelRef("runes"))
	Label("counted")
	Store(total(sums), ReturnIndex(0))
	RET()
}

// total adds up the four numbers of a vector, and is done with vectors.
func total(sums VecVirtual) GPVirtual {
	half := XMM()
	VEXTRACTI128(Imm(1), sums, half)
	VPADDQ(half, sums.AsX(), half)
	n, rest := GP64(), GP64()
	VPEXTRQ(Imm(1), half, rest)
	VMOVQ(half, n)
	ADDQ(rest, n)
	VZEROUPPER()
	return n
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
