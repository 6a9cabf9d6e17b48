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
	shape uint8 // see shapeOf

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
	knownOdd    = 1 << 0                // two bits
	knownScript = 1 << knownScriptShift // two bits: it ends in a letter that ASCII letters do not stand behind
	knownLower  = 1 << 4
	knownBarred = 1 << 5
	knownAccent = 1 << 6 // it is a letter with an accent, which the gate always lets by
	knownSmall  = 1 << 7 // it begins with a small letter that does not stand behind capitals

	knownScriptShift = 2
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

// readFirst is read for a text as it stands, of which it makes the reading west. Each stretch of ASCII and each run of 16 bytes or
// less is taken at once, without a branch on how long it is.
func (s *settler) readFirst(l *settleLevel, text []byte, allowed uint64) uint64 {
	const slack = knownLength
	p := s.pad(text)
	size := len(text)/2 + slack
	runs, nums := l.runs[:0], slices.Grow(l.nums[:0], size)[:size]
	w := &s.west
	out := slices.Grow(w.text[:0], len(text)+slack)[:len(text)+slack]
	*w = westReading{whole: true, agree: ^uint64(0), deeper: ^uint64(0), clean: true}
	k, n, alive := 0, 0, allowed
	var all, odd, shapes uint8
	for i := 0; alive != 0; {
		from := p[i : i+slack : i+slack]
		to := out[n : n+slack : n+slack]
		*(*[slack]byte)(to) = *(*[slack]byte)(from) // what is too much is written over
		start := i + bits.TrailingZeros32(beyond(from)|1<<slack)
		if start == i+slack {
			start = skipASCII(text, min(start, len(text)))
			copy(out[n:], text[i:start])
		}
		if n += start - i; start >= len(text) {
			n -= start - len(text)
			break
		}
		x, end := s.knownRunIn(p, start)
		if x == nil {
			var whole uint64
			var runes int
			end, runes, whole = s.table.readRun(text, start, nums[k:])
			alive &= whole
			k += runes
			w.whole = false // and it is too long for a shape
		} else {
			alive &= x.whole
			*(*[knownLength / 2]uint16)(nums[k:]) = x.nums
			*(*[knownLength / 2]byte)(out[n:]) = x.text
			k += int(x.n)
			n += int(x.n)
			before := byte(0)
			if start > 0 {
				before = p[start-1]
			}
			shapes |= x.shape
			if x.shape&shapeSign != 0 && isCapital(before) {
				shapes |= shapeCapital
			}
			if x.flags&knownSmall != 0 && shouts(text, start) {
				odd = knownOdd
			}
			flags := x.flags >> letterBit[before]
			odd |= flags&knownOdd | flags>>knownScriptShift&letterBit[p[end]]
			all |= x.flags
			w.add(x)
			if x.flags&knownAccent != 0 {
				w.clean = w.clean && !scan.Gap(text, end)
			} else if w.clean {
				around := scan.Around(text, start, end)
				w.clean = x.clean[around>>6]>>(around&63)&1 != 0
			}
		}
		runs = append(runs, settleRun{int32(start), int32(end), int32(k)})
		i = end
	}
	if alive == 0 {
		n = 0
	}
	w.lower, w.barred, w.odd = all&knownLower != 0, all&knownBarred != 0, odd&knownOdd != 0
	l.runs, l.nums, w.text, s.shapes = runs, nums[:k], out[:n], shapes
	return alive
}

// pad returns a copy of a text with ASCII behind it, so that each of its bytes has knownLength more behind it.
func (s *settler) pad(text []byte) []byte {
	var end [2 * knownLength]byte
	s.padded = append(append(s.padded[:0], text...), end[:]...)
	return s.padded
}

// beyond returns which of 16 bytes are beyond ASCII, the first one in the lowest bit.
func beyond(b []byte) uint32 {
	const high, gather = 0x8080808080808080, 0x0002040810204081
	low := binary.LittleEndian.Uint64(b) & high * gather >> 56
	return uint32(low | binary.LittleEndian.Uint64(b[8:])&high*gather>>56<<8)
}

// letterBit is 1 for letters of ASCII.
var letterBit = func() (set [1 << 8]uint8) {
	for c := range set {
		if asciiLetter(byte(c)) {
			set[c] = 1
		}
	}
	return set
}()

// add adds a run but for its flags.
func (w *westReading) add(x *knownRun) {
	w.whole = w.whole && x.whole&codec.Windows1252.Set() != 0
	w.agree &= x.agree
	w.deeper &= x.deeper
	w.signs |= x.signs
	w.rarest = max(w.rarest, x.rarest)
	w.seen[2] |= x.seen[0]
	w.seen[3] |= x.seen[1]
	w.seen[4] |= x.seen[2]
	w.more |= x.more | w.once&x.once
	w.once |= x.once
}

// passed notes that the gate let the reading of a text by.
func (s *settler) passed(text []byte) {
	p := s.pad(text)
	for _, run := range s.levels[0].runs {
		if x, end := s.knownRunIn(p, int(run.start)); x != nil && !scan.EndsOpen(x.text[:x.n]) {
			around := scan.Around(text, int(run.start), end)
			x.clean[around>>6] |= 1 << (around & 63)
		}
	}
}

// knownRunIn returns what is known of the run that begins at text[i], and its end; nil if
// it is too long. At least knownLength bytes and one must stand there, the last one of them ASCII if the run ends the text.
func (s *settler) knownRunIn(text []byte, i int) (x *knownRun, end int) {
	b := text[i : i+knownLength+1]
	n := bits.TrailingZeros32(^beyond(b))
	if n == knownLength && b[knownLength] >= utf8.RuneSelf {
		return nil, 0
	}
	key := [2]uint64{binary.LittleEndian.Uint64(b) & (1<<(8*n) - 1), binary.LittleEndian.Uint64(b[8:]) & (1<<(8*max(n, 8)-64) - 1)}
	// Knuth, The Art of Computer Programming, 6.4; the other factor is that of SplitMix64.
	set := &s.known[(key[0]*0x9E3779B97F4A7C15^key[1]*0xBF58476D1CE4E5B9)>>(64-knownBits)]
	for k := range set {
		if x = &set[k]; x.key[0] == key[0] && x.key[1] == key[1] {
			return x, i + n
		}
	}
	set[1] = set[0]
	s.table.learnRun(&set[0], b[:n])
	set[0].key = key
	return &set[0], i + n
}

// learnRun fills in all but the key.
func (t *settleTable) learnRun(x *knownRun, run []byte) {
	*x = knownRun{shape: shapeOf(run)}
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
