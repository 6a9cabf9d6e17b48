package engine

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/scan"
)

// In damaged text the same few runs come again and again: `Ã©`, `â€™`. The fast tier keeps what its
// steps have to say of each, and how windows-1252 reads it, so that a text that this page made is
// read, decoded and weighed in one pass, by the run.

// A knownRun is a short run, and how it reads.
type knownRun struct {
	key   [2]uint64 // its bytes
	whole uint64    // codecs that read it as whole sequences
	nums  [knownLength / 2]uint16
	n     uint8 // runes, and bytes as windows-1252

	// As windows-1252, if that reads it whole:
	flags  uint8
	signs  uint8
	rarest uint8
	agree  uint64 // codecs that read the same
	deeper uint64 // and that read the reading as whole sequences
	seen   [3]uint64
	once   uint32
	more   uint32
	text   [knownLength / 2]byte
	clean  [4]uint64 // by what is around, see scan.Around: the gate lets the reading by
}

// knownLength, in bytes, is how long a known run may be; there is room for twice 1<<knownBits of
// them, which is 128 KiB, each in one of two places.
const (
	knownLength = 16
	knownBits   = 9
)

// Flags of a known run. Those of what stands before go in pairs: no letter of ASCII, and one.
const (
	knownOdd    = 1 << 0 // two bits
	knownScript = 1 << 2 // two bits: it ends in a letter that ASCII letters do not stand behind
	knownLower  = 1 << 4
	knownBarred = 1 << 5
	knownAccent = 1 << 6 // it is a letter with an accent, which the gate always lets by
	knownSmall  = 1 << 7 // it begins with a small letter that does not stand behind capitals
)

// A westReading is a text as windows-1252 reads it, if all its runs are known and that page reads them.
type westReading struct {
	whole  bool
	text   []byte
	agree  uint64
	deeper uint64
	signs  uint8
	clean  bool // the gate is known to let all runs by
	tally
}

// readFirst is read for a text as it stands, of which it makes the reading west.
func (s *settler) readFirst(l *settleLevel, text []byte, allowed uint64) uint64 {
	const slack = knownLength
	size := len(text)/2 + knownLength
	l.runs, l.nums = l.runs[:0], slices.Grow(l.nums[:0], size)[:size]
	w := &s.west
	out := slices.Grow(w.text[:0], len(text)+slack)[:len(text)+slack]
	*w = westReading{whole: true, agree: ^uint64(0), deeper: ^uint64(0), clean: true}
	k, n, alive := 0, 0, allowed
	for i := 0; ; {
		start := skipASCII(text, i)
		if gap := start - i; gap <= slack && i+slack <= len(text) {
			*(*[slack]byte)(out[n:]) = *(*[slack]byte)(text[i:]) // what is too much is written over
			n += gap
		} else {
			n += copy(out[n:], text[i:start])
		}
		if start == len(text) {
			l.nums, w.text = l.nums[:k], out[:n]
			return alive
		}
		x, end := s.knownRun(text, start)
		if x == nil {
			var whole uint64
			var runes int
			end, runes, whole = s.table.readRun(text, start, l.nums[k:])
			alive &= whole
			k += runes
			w.whole = false
		} else {
			alive &= x.whole
			*(*[knownLength / 2]uint16)(l.nums[k:]) = x.nums
			*(*[knownLength / 2]byte)(out[n:]) = x.text
			k += int(x.n)
			n += int(x.n)
			if x.flags&knownSmall != 0 && shouts(text, start) {
				w.odd = true
			}
			w.add(x, start > 0 && asciiLetter(text[start-1]), end < len(text) && asciiLetter(text[end]))
			if x.flags&knownAccent != 0 {
				w.clean = w.clean && !scan.Gap(text, end)
			} else if w.clean {
				around := scan.Around(text, start, end)
				w.clean = x.clean[around>>6]>>(around&63)&1 != 0
			}
		}
		if alive == 0 {
			w.text = out[:0]
			return 0
		}
		l.runs = append(l.runs, settleRun{int32(start), int32(end), int32(k)})
		i = end
	}
}

// add adds a run, with or without letters of ASCII beside it.
func (w *westReading) add(x *knownRun, behind, before bool) {
	if x.whole&codec.Windows1252.Set() == 0 {
		w.whole = false
		return
	}
	w.agree &= x.agree
	w.deeper &= x.deeper
	w.signs |= x.signs
	w.rarest = max(w.rarest, x.rarest)
	for i, seen := range x.seen {
		w.seen[2+i] |= seen
	}
	w.more |= x.more | w.once&x.once
	w.once |= x.once
	flags := x.flags
	w.lower = w.lower || flags&knownLower != 0
	w.barred = w.barred || flags&knownBarred != 0
	if behind {
		flags >>= 1
	}
	w.odd = w.odd || flags&knownOdd != 0 || before && flags&knownScript != 0
}

// passed notes that the gate let the reading of a text by.
func (s *settler) passed(text []byte) {
	for _, run := range s.levels[0].runs {
		if x, end := s.knownRun(text, int(run.start)); x != nil {
			around := scan.Around(text, int(run.start), end)
			x.clean[around>>6] |= 1 << (around & 63)
		}
	}
}

// knownRun returns what is known of the run that begins at text[i], and its end; nil if
// it is too long.
func (s *settler) knownRun(text []byte, i int) (x *knownRun, end int) {
	key, n := keyOfRun(text[i:])
	if n > knownLength {
		return nil, 0
	}
	// Knuth, The Art of Computer Programming, 6.4; the other factor is that of SplitMix64.
	set := &s.known[(key[0]*0x9E3779B97F4A7C15^key[1]*0xBF58476D1CE4E5B9)>>(64-knownBits)]
	switch key {
	case set[0].key:
		return &set[0], i + n
	case set[1].key:
		return &set[1], i + n
	}
	set[1] = set[0]
	s.table.learnRun(&set[0], text[i:i+n])
	set[0].key = key
	return &set[0], i + n
}

// keyOfRun returns the bytes of the run at the front of text, and how many there are, more than
// knownLength if there is no room for them.
func keyOfRun(text []byte) (key [2]uint64, n int) {
	if len(text) < knownLength {
		for n < len(text) && text[n] >= utf8.RuneSelf {
			key[n/8] |= uint64(text[n]) << (n % 8 * 8)
			n++
		}
		return key, n
	}
	const high = 0x8080808080808080
	key[0] = binary.LittleEndian.Uint64(text)
	if ascii := ^key[0] & high; ascii != 0 {
		n = bits.TrailingZeros64(ascii) / 8
		key[0] &= 1<<(8*n) - 1
		return key, n
	}
	key[1] = binary.LittleEndian.Uint64(text[8:])
	if ascii := ^key[1] & high; ascii != 0 {
		n = bits.TrailingZeros64(ascii) / 8
		key[1] &= 1<<(8*n) - 1
		return key, 8 + n
	}
	if len(text) > knownLength && text[knownLength] >= utf8.RuneSelf {
		return key, knownLength + 1
	}
	return key, knownLength
}

// learnRun fills in all but the key.
func (t *settleTable) learnRun(x *knownRun, run []byte) {
	*x = knownRun{}
	end, n, whole := t.readRun(run, 0, x.nums[:])
	if end > len(run) || whole&codec.Windows1252.Set() == 0 {
		x.n, x.whole = uint8(n), whole
		return
	}
	x.n, x.whole, x.agree = uint8(n), whole, ^uint64(0)
	page := t.page(codec.Windows1252)
	for i, num := range x.nums[:n] {
		p := &page[num]
		x.text[i] = p.b
		x.agree &= p.agree
		x.signs |= p.signs
	}
	if scan.Accent(x.text[:n]) {
		x.flags = knownAccent
	}
	var nums [knownLength / 2]uint16
	_, _, x.deeper = t.readRun(x.text[:n], 0, nums[:])
	for k, before := range []class{classSign, latinClass} {
		var sum tally
		_, last := t.addRun(x.text[:n], 0, before, true, &sum)
		if sum.odd {
			x.flags |= knownOdd << k
		}
		if last > latinClass {
			x.flags |= knownScript << k
		}
		if sum.lower {
			x.flags |= knownLower
		}
		if sum.barred {
			x.flags |= knownBarred
		}
		if small(x.text[:n]) {
			x.flags |= knownSmall
		}
		x.rarest, x.once, x.more = sum.rarest, sum.once, sum.more
		x.seen = [3]uint64(sum.seen[2:])
	}
}
