package engine

import (
	"bytes"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

// rawCodecs are the pages that bytes which are not UTF-8 may be in, the
// likeliest first: each costs a little more than the one before.
var rawCodecs = []codec.ID{
	codec.Windows1252, codec.Windows1250, codec.Windows1251, codec.ShiftJIS, codec.GBK, codec.EUCKR, codec.Big5,
	codec.EUCJP, codec.KOI8R, codec.IBM866, codec.IBM850, codec.IBM437, codec.Macintosh, codec.ISO8859x2, codec.Windows1253,
	codec.Windows1254, codec.Windows1255, codec.Windows1256, codec.Windows1257, codec.Windows1258, codec.MacCyrillic, codec.Windows874,
	codec.ISO8859x15, codec.ISO8859x5, codec.ISO8859x7, codec.KOI8U, codec.IBM852, codec.ISO8859x6, codec.ISO8859x8,
	codec.ISO8859x4, codec.ISO8859x13, codec.ISO8859x16, codec.MacCE, codec.IBM855, codec.IBM857, codec.IBM862, codec.Big5Unicode,
	codec.GB18030, codec.IBM737, codec.DOS720, codec.IBM775, codec.MacTurkish, codec.MacGreek, codec.IBM861, codec.IBM860, codec.MacRomanian,
	codec.MacIcelandic, codec.IBM869, codec.ISO8859x3, codec.ISO8859x10, codec.ISO8859x14,
}

// rankPrice is what each place further down in rawCodecs costs, in nats: with less a dot behind a word is a
// letter of another page, with more rare pages have no words of their own.
const rankPrice = 0.25

// RawCodecs returns the pages that bytes which are not UTF-8 may be in, the
// likeliest first. The slice must not be changed.
func RawCodecs() []codec.ID { return rawCodecs }

// DecodeRaw reads a cell that is not UTF-8 by the page whose reading the model
// finds cheapest (see [ReadRaw]), those that the sample of the document has lines in
// being cheaper than others. It tells which one; ok is false if none reads
// all bytes to runes that text may hold.
func (e *Engine) DecodeRaw(cell []byte) (text, encoding string, ok bool) {
	r := rawReaders.Get().(*rawReader)
	defer rawReaders.Put(r)
	r.begin(cell)
	first, best, least := r.first, 0, float32(math.MaxFloat32)
	var read []byte
	for k := range rawCodecs { // the page of the cell before is asked first: most others soon show to be dearer
		i := k
		switch {
		case k == 0:
			i = first
		case k <= first:
			i = k - 1
		}
		rank, learnt := rankPrice*float32(i), float32(0)
		if e.opt.Profile != nil {
			learnt = e.opt.Profile.raw.price(i)
		}
		out, cost, whole := r.read(rawCodecs[i], least-rank-learnt)
		if cost = cost + rank + learnt; whole && (!ok || cost < least || cost == least && i < best) {
			best, least, ok, read = i, cost, true, out
		}
	}
	if !ok {
		return "", "", false
	}
	r.first = best
	return string(read), rawCodecs[best].Codec().Name(), true
}

// ReadRaw reads a cell that is not UTF-8 by codec c: all of it, or only what
// is not UTF-8 while valid sequences stand, whichever the model finds cheaper.
// Legacy text may hold valid sequences by chance, GBK often. cost is that of the text and of the codec, in nats; whole is
// false if bytes have no meaning in c.
func ReadRaw(cell []byte, c codec.ID) (text []byte, cost float32, whole bool) {
	r := rawReaders.Get().(*rawReader)
	defer rawReaders.Put(r)
	r.begin(cell)
	text, cost, whole = r.read(c, math.MaxFloat32)
	return bytes.Clone(text), cost + rankPrice*float32(slices.Index(rawCodecs, c)), whole
}

// barredCost, in nats, is what a rune costs that no text holds: more than
// the model ever asks for one that it has not seen.
const barredCost = 20

// textCost is the model's cost of a text, and of its end.
func textCost(text []byte) (cost float32) {
	r := rawReaders.Get().(*rawReader)
	defer rawReaders.Put(r)
	m := lm.Default()
	ctx := lm.Edge
	for _, x := range stringOf(text) {
		var n float32
		ctx, n = r.step(m, ctx, x)
		cost += n
	}
	_, end := r.memo.Next(m, ctx, lm.EdgeSym)
	return cost + end
}

// step returns what rune x costs the model in a context, more if no text has it, and the context behind it.
func (r *rawReader) step(m *lm.Model, ctx lm.Context, x rune) (next lm.Context, cost float32) {
	s := m.Sym(x)
	next, cost = r.memo.Next(m, ctx, s)
	if m.Barred(s) || control(x) {
		cost += barredCost
	}
	return next, cost
}

// wordsCost is what the words of a text cost.
func wordsCost(text []byte) (cost float32) {
	m := lm.Default()
	word := lm.Word(0)
	for _, r := range string(text) {
		next := m.Spell(word, m.Sym(r))
		if next == 0 && word != 0 {
			cost += priceOfWord(m, word)
		}
		word = next
	}
	return cost + priceOfWord(m, word)
}

// readRaw appends the cell to dst, the bytes that are not UTF-8 as codec c has
// them. A double-byte codec may take ASCII bytes as trails.
func readRaw(dst, cell []byte, c *codec.Codec) (out []byte, whole bool) {
	whole = true
	for i := 0; i < len(cell); {
		r, n := utf8.DecodeRune(cell[i:])
		if r != utf8.RuneError || n > 1 {
			dst = append(dst, cell[i:i+n]...)
			i += n
			continue
		}
		n = rawRun(cell[i:], c.SingleByte())
		var lossless bool
		dst, lossless = c.AppendDecode(dst, cell[i:i+n])
		whole = whole && lossless
		i += n
	}
	return dst, whole
}

// rawRun returns the length of the run of bytes at the start of cell that one
// decoding takes: up to the next valid UTF-8 for single bytes; for double
// bytes up to the second ASCII byte in a row or a sequence of three bytes and more,
// which no such text makes by chance.
func rawRun(cell []byte, single bool) int {
	ascii := 0
	for i := 0; i < len(cell); {
		r, n := utf8.DecodeRune(cell[i:])
		valid := r != utf8.RuneError || n > 1
		switch {
		case !valid:
			ascii = 0
		case single:
			return i
		case r < utf8.RuneSelf:
			if ascii++; ascii == 2 {
				return i - 1
			}
		case n > 2:
			return i
		default:
			ascii = 0
		}
		i += n
	}
	return len(cell) - ascii
}
