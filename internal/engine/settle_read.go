package engine

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// The steps of the fast tier. They see a text once each, and branch by the run, not by the rune.

// newText returns memory for one reading more.
func (s *settler) newText() []byte {
	if len(s.texts) == cap(s.texts) {
		s.texts = append(s.texts, nil)
	} else {
		s.texts = s.texts[:len(s.texts)+1]
	}
	return s.texts[len(s.texts)-1][:0]
}

// read goes through a text, notes its runs and the numbers of their runes, and
// returns the codecs, of those allowed, that read all of them as whole sequences.
func (s *settler) read(l *settleLevel, text []byte, allowed uint64) uint64 {
	l.runs = l.runs[:0]
	l.nums = slices.Grow(l.nums[:0], len(text)/2)[:len(text)/2] // a rune that has a number takes two bytes at the least
	k, alive := 0, allowed
	for i := 0; ; {
		if i = skipASCII(text, i); i == len(text) {
			l.nums = l.nums[:k]
			return alive
		}
		end, n, whole := s.table.readRun(text, i, l.nums[k:])
		if alive &= whole; alive == 0 {
			return 0
		}
		k += n
		l.runs = append(l.runs, settleRun{int32(i), int32(end), int32(k)})
		i = end
	}
}

// readRun notes the numbers of the runes of the run that begins at text[i] in nums, and returns its
// end, how many they are, and the codecs that read it as whole sequences, all or part of it if there are none.
func (t *settleTable) readRun(text []byte, i int, nums []uint16) (end, k int, whole uint64) {
	whole = ^uint64(0)
	var need1, need2, need3 uint64 // codecs that wait for so many trails
	for i < len(text) && text[i] >= utf8.RuneSelf {
		var n uint16
		if len(text)-i > 1 && text[i]&0xE0 == 0xC0 && text[i+1]&0xC0 == 0x80 {
			n = t.two[uint(text[i]&0x1F)<<6|uint(text[i+1]&0x3F)]
			i += 2
		} else {
			n = t.wide(text[i:])
			i += 3
		}
		if n == 0 {
			return i, k, 0
		}
		x := &t.roles[n]
		whole &= ^(need1 | need2 | need3 ^ x.trail) & x.any
		need1, need2, need3 = need2&x.trail|x.lead2, need3&x.trail|x.lead3, x.lead4
		nums[k] = n
		k++
	}
	return i, k, whole &^ (need1 | need2 | need3)
}

// decode appends to dst, which is empty, the bytes that a text was in codec c, and returns the
// codecs in which it was the same, and the signs of all runes.
func (s *settler) decode(l *settleLevel, dst, text []byte, c codec.ID) (out []byte, agree uint64, signs uint8) {
	p := s.table.page(c)
	out = slices.Grow(dst, len(text))[:len(text)]
	agree = ^uint64(0)
	done, k, n := int32(0), int32(0), 0
	for _, run := range l.runs {
		n += copy(out[n:], text[done:run.start])
		list := l.nums[k:run.nums]
		to := out[n : n+len(list)]
		for i, num := range list {
			x := &p[num]
			to[i] = x.b
			agree &= x.agree
			signs |= x.signs
		}
		n += len(list)
		done, k = run.end, run.nums
	}
	n += copy(out[n:], text[done:])
	return out[:n], agree, signs
}

// impossible is the weight of what no text is.
const impossible = -1

// A tally is what the runes beyond ASCII of a reading come to.
type tally struct {
	seen   [utf8.UTFMax + 1]uint64 // by length: which there are, by their last six bits
	rarest uint8
	lower  bool // one of them is a lower-case letter of Latin
	odd    bool // some are not what text consists of, though text may hold them, or do not stand as in text
	barred bool // no text holds one of them

	once, more uint32 // classes of scripts other than Latin that have a letter, and more than one
}

// letter adds a letter of a script other than Latin.
func (x *tally) letter(k class) {
	x.more |= x.once & (1 << k)
	x.once |= 1 << k
}

// lone tells whether a letter is the only one of its script: what reads so may be a sign and another, `2×£5`.
func (x *tally) lone() bool { return x.once&^x.more != 0 }

// rareLatin, in nats, is how rare a letter of Latin is that is not for the fast tier: `NESTLÉ®` would end in one of
// phonetics. Those of living alphabets cost 15 at most.
const rareLatin = 17

// weigh fills in how much the different runes beyond ASCII of a reading weigh as evidence, a
// sequence of three bytes more than one of two. It is 0 if some are odd: small letters of Latin among
// capitals of ASCII are what folded case leaves.
func (s *settler) weigh(f *settled) {
	var sum tally
	text := f.text
	marks := f.path.outermost() == codec.Windows1252
	for i := 0; ; {
		if i = skipASCII(text, i); i == len(text) {
			break
		}
		before := classSign
		if i > 0 && asciiLetter(text[i-1]) {
			before = latinClass
		}
		if shouts(text, i) && small(text[i:]) {
			sum.odd = true
		}
		i, before = s.table.addRun(text, i, before, marks, &sum)
		if sum.barred {
			break
		}
		if i < len(text) && before > latinClass && asciiLetter(text[i]) {
			sum.odd = true
		}
	}
	f.weighAs(&sum)
}

// addRun adds the run that begins at text[i] behind a rune of class before to a tally, and
// returns its end and the class of what stands there. With marks, those of no script are letters.
func (t *settleTable) addRun(text []byte, i int, before class, marks bool, sum *tally) (end int, last class) {
	size := 0 // of the rune before
	for i < len(text) && text[i] >= utf8.RuneSelf {
		r, n := rune(text[i]&0x1F)<<6, 2
		if len(text)-i > 1 && text[i] >= 0xC2 && text[i] < 0xE0 && text[i+1]&0xC0 == 0x80 {
			r |= rune(text[i+1] & 0x3F)
		} else {
			r, n = utf8.DecodeRune(text[i:])
		}
		i += n
		sum.seen[n] |= 1 << (r & 63)
		x := t.kindOf(r, n)
		sum.rarest = max(sum.rarest, x.rare)
		k := x.class
		sum.lower = sum.lower || x.lower && k == latinClass
		switch {
		case k == classBarred:
			sum.barred = true
		case k == latinClass && x.rare >= rareLatin*rareUnit, k == classOdd, k == classMark && (!marks || before <= classMark),
			k >= classJoined && before >= classJoined && k != before && (min(k, before) > classJoined || max(k, before) > latinClass && max(n, size) > 2):
			sum.odd = true
		}
		if k > latinClass {
			sum.letter(k)
		}
		if k != classMark {
			before, size = k, n
		}
	}
	return i, before
}

// weighAs fills in what a tally of the text comes to.
func (f *settled) weighAs(x *tally) {
	if x.barred {
		f.weight = impossible
		return
	}
	f.lower = x.lower
	f.rarest = float32(x.rarest) / rareUnit
	f.weight = bits.OnesCount64(x.seen[2]) + 2*bits.OnesCount64(x.seen[3]) + 3*bits.OnesCount64(x.seen[4])
	odd := x.odd || x.lone()
	switch {
	case f.lower && !hasCase(f.text, false) && hasCase(f.text, true):
		f.weight = 0
	case odd && (f.weight < overwhelming || f.path.last() != codec.Windows1252 || !f.path.uniform()):
		f.weight, f.odd = 0, f.weight
	case odd:
		f.weight = enoughOther
	}
}

// overwhelming is a weight of evidence, more than chance ever makes, beside which odd runes do not count. As other
// pages, whose letters have case all over, they may be what folding that left.
const overwhelming = 12

// shouts tells whether two capitals of ASCII stand before text[i].
func shouts(text []byte, i int) bool {
	return i > 1 && isCapital(text[i-1]) && isCapital(text[i-2])
}

// small tells whether text begins with a small letter that does not stand in words of capitals; those of Latin-1 do, `POKéMON`.
func small(text []byte) bool {
	r, _ := utf8.DecodeRune(text)
	return r >= 0x100 && unicode.IsLower(r)
}

// hasCase tells whether a text has an ASCII letter that is lower case, or a capital.
func hasCase(text []byte, upper bool) bool {
	first := byte('a')
	if upper {
		first = 'A'
	}
	for _, c := range text {
		if first <= c && c < first+26 {
			return true
		}
	}
	return false
}

// folded tells whether signs and text leave it open that case was folded after a codec read it: it has letters of
// one case alone, or begins all words with capitals, and trails that have another.
func folded(text []byte, signs uint8) bool {
	switch {
	case signs&signUpperTrail != 0 && signs&signLower == 0 && !hasCase(text, false),
		signs&signLowerTrail != 0 && signs&signUpper == 0 && !hasCase(text, true):
		return true
	}
	return signs&(signUpperTrail|signLowerTrail) != 0 && foldOf(text) == foldTitle
}

// flipsCase tells whether a capital beyond ASCII stands in a text right behind a small letter: `kÃnnen`, by ibm437, was können
// by ibm850 and folded to small letters then.
func (t *settleTable) flipsCase(text []byte) bool {
	for i := skipASCII(text, 0); i < len(text); i = skipASCII(text, i) {
		small := i > 0 && asciiLower(text[i-1])
		for i < len(text) && text[i] >= utf8.RuneSelf {
			r, n := rune(text[i]&0x1F)<<6, 2
			if len(text)-i > 1 && text[i] >= 0xC2 && text[i] < 0xE0 {
				r |= rune(text[i+1] & 0x3F)
			} else {
				r, n = utf8.DecodeRune(text[i:])
			}
			lower := t.kindOf(r, n).lower
			if small && !lower && unicode.IsUpper(r) {
				return true
			}
			small = lower
			i += n
		}
	}
	return false
}

// glued tells whether a run of a text begins with a capital and follows a lower-case letter of ASCII: `cafÃ©`; or, with
// front, begins a word that goes on with one: `Ã©t`. Chance hardly makes either.
func glued(text []byte, front bool) bool {
	for i := 0; ; {
		if i = skipASCII(text, i); i == len(text) {
			return false
		}
		start := i
		i = skipHigh(text, i)
		behind := start > 0 && asciiLower(text[start-1])
		if behind || front && (start == 0 || !asciiLetter(text[start-1])) && i < len(text) && asciiLower(text[i]) {
			if r, _ := utf8.DecodeRune(text[start:]); unicode.IsUpper(r) {
				return true
			}
		}
	}
}

// inWord tells whether a run of a text follows a lower-case letter of ASCII, or stands between two letters.
func inWord(text []byte) bool {
	for i := 0; ; {
		start := skipASCII(text, i)
		if start == len(text) {
			return false
		}
		i = skipHigh(text, start)
		if start > 0 && (asciiLower(text[start-1]) || asciiLetter(text[start-1]) && i < len(text) && asciiLetter(text[i])) {
			return true
		}
	}
}

func asciiLower(c byte) bool { return 'a' <= c && c <= 'z' }

// drawn tells whether all runs of a text are for drawing boxes: `├┤a┼┐a` is
// a pattern.
func drawn(text []byte, runs []settleRun) bool {
	for _, run := range runs {
		for i := run.start; i < run.end; {
			r, n := utf8.DecodeRune(text[i:run.end])
			if r < 0x2500 || r >= 0x25A0 {
				return false
			}
			i += int32(n)
		}
	}
	return true
}

func asciiLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// skipASCII returns the index of the first byte of b, from i on, that is not ASCII.
func skipASCII(b []byte, i int) int {
	for ; len(b)-i >= 8; i += 8 {
		if w := binary.LittleEndian.Uint64(b[i:]) & 0x8080808080808080; w != 0 {
			return i + bits.TrailingZeros64(w)>>3
		}
	}
	for i < len(b) && b[i] < utf8.RuneSelf {
		i++
	}
	return i
}

// skipHigh returns the index of the first byte of b, from i on, that is ASCII.
func skipHigh(b []byte, i int) int {
	for i < len(b) && b[i] >= utf8.RuneSelf {
		i++
	}
	return i
}
