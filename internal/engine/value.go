package engine

import (
	"math/bits"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

// A value of a database was damaged as a whole: the connection, or the program,
// read all of it through one codec, and what had been damaged before was damaged
// once more. So with Options.Values two things differ from running text:
//
//   - one layer is undone at a time, and the next must show itself in what is
//     then there. `Ã…â€”Ã˜` is Å—Ø, which stands in clean text; that it would
//     also read as ŗØ is no better a reason here than there. But that a
//     lone Ã© may be meant so is no longer to be thought of: the value was
//     damaged by that very codec;
//   - where one codec reads all of the value, to its end or to where it was
//     cut, that reading is one hypothesis, weighed as one. `Ć„iti lĆ¶ysi` is
//     Äiti löysi though Ć„ by itself is doubtful.
const (
	// wholeNats is how much cheaper the whole reading must be than the text by
	// the model, where nothing in it is certain by itself, and wholeEach
	// for each sequence. "NESTLÉ® and CAFÉ™, ROSÉ©" gains 6 as what windows-1252
	// makes of it, and "Malm├Â" 9 by IBM850.
	wholeNats = 18
	wholeEach = 2.5
	// rarer is by how much the prices of codecs spread more than in the search,
	// where the letters around a sequence may outweigh them: `┬½ O├╣ ├¬tes` is
	// « Où êtes by IBM850 and « Où Étes by IBM869, a page of Greek.
	rarer = 2
	// strangePrice, in nats, is paid for a control that the codec does not give.
	strangePrice = 3
	// wholeLeast is how many sequences there must be, where nothing is certain
	// by itself or where the end was cut: in Å—Ø the Ø could be the head of one.
	wholeLeast = 3
	// wholeLead is how far ahead it must be of the reading by the next codec, or of
	// one that was put together by several, in nats.
	wholeLead = 2
)

// value is what a round found, for a value.
func (s *search) value(text string, found []Finding) []Finding {
	play := s.views[0].play
	for i := range found {
		if f := &found[i]; f.Made {
			f.Readings = peel(f.Readings, text[f.Start:f.End])
		}
	}
	by, made := madeBy(found)
	whole, ok := s.readWhole(text, play, made)
	if !ok || !s.betterWhole(text, found, &whole, by, made) {
		return found
	}
	return whole.findings(text)
}

// madeBy returns the one codec whose damage the repairs undo, without loss and
// in one layer; nil if there are several. made tells whether there are repairs.
func madeBy(found []Finding) (by *codec.Codec, made bool) {
	for _, f := range found {
		if !f.Made {
			continue
		}
		layers := layersOf(f.Readings[0].Path)
		if len(layers) != 1 || f.Readings[0].Losses != 0 || made && by != layers[0] {
			return nil, true
		}
		by, made = layers[0], true
	}
	return by, made
}

// layersOf returns the codecs of a path that began with UTF-8, oldest first; nil if it
// did not, or has one that is not of single bytes.
func layersOf(path string) []*codec.Codec {
	names := strings.Split(path, ">")
	if names[0] != origins[0] {
		return nil
	}
	var out []*codec.Codec
	for _, n := range names[1:] {
		c := codecsByName()[n] // names of codecs: to WHATWG iso-8859-1 is windows-1252
		if c == nil || !c.SingleByte() {
			return nil
		}
		out = append(out, c)
	}
	return out
}

var codecsByName = sync.OnceValue(func() map[string]*codec.Codec {
	out := map[string]*codec.Codec{}
	for _, c := range codec.All() {
		out[c.Name()] = c
	}
	return out
})

// codecsOf returns the codecs whose layers were undone.
func codecsOf(made []Finding) (set uint64) {
	for _, f := range made {
		for _, c := range layersOf(f.Readings[0].Path) {
			set |= c.ID().Set()
		}
	}
	return set
}

// peel returns the reading of before that undoes the outermost layer alone.
// Other readings belong to all layers and go.
func peel(readings []Reading, before string) []Reading {
	r := readings[0]
	layers := layersOf(r.Path)
	if len(layers) < 2 || r.Losses != 0 {
		return readings
	}
	outer := layers[len(layers)-1]
	text, taken := outer.AppendEncode(nil, before)
	if taken < len(before) || !utf8.Valid(text) {
		return readings
	}
	r.After, r.Path = string(text), origins[0]+">"+outer.Name()
	return []Reading{r}
}

// A wholeReading is a value read through one codec.
type wholeReading struct {
	codec codec.ID
	text  string
	end   int // of what is read: behind it is the head of a sequence that was cut
	n     int // sequences
	cost  float32
	lead  float32 // of the next reading's cost
}

// readWhole returns the cheapest reading of all of text by one of the codecs. Where
// it is one layer of several, C1 controls may stand in what it gives.
func (s *search) readWhole(text string, codecs uint64, layered bool) (best wholeReading, ok bool) {
	best.lead = wholeLead
	for ; codecs != 0; codecs &= codecs - 1 {
		id := codec.ID(bits.TrailingZeros64(codecs))
		if !id.Codec().SingleByte() {
			continue
		}
		r, fits := s.through(text, id, layered)
		switch {
		case !fits || ok && r.text == best.text && r.cost >= best.cost:
		case !ok:
			best, ok = r, true
			best.lead = wholeLead
		case r.text == best.text:
			r.lead = best.lead
			best = r
		case r.cost < best.cost:
			r.lead = best.cost - r.cost
			best = r
		default:
			best.lead = min(best.lead, r.cost-best.cost)
		}
	}
	return best, ok
}

// through reads text through a codec; not ok if some of it cannot be.
func (s *search) through(text string, id codec.ID, layered bool) (r wholeReading, ok bool) {
	raw, taken := id.Codec().AppendEncode(nil, text)
	if taken < len(text) {
		return r, false
	}
	r.codec, r.end = id, len(text)
	cut := cutTail(raw)
	raw = raw[:len(raw)-cut]
	for range cut {
		_, n := utf8.DecodeLastRuneInString(text[:r.end])
		r.end -= n
	}
	if !utf8.Valid(raw) {
		return r, false
	}
	r.text = string(raw)
	ctx := lm.Edge
	for _, x := range r.text {
		if x >= utf8.RuneSelf {
			if s.barred(x) && !(layered && control(x)) || !layered && control(x) {
				return r, false
			}
			r.n++
		}
		var c float32
		ctx, c = s.model.Next(ctx, s.model.Sym(x))
		r.cost += c
	}
	_, c := s.model.Next(ctx, lm.EdgeSym)
	r.cost += c
	r.cost += wholePrice(text, id.Codec())
	return r, r.n > 0
}

// wholePrice is the price of reading all of text through a codec: the prior of
// the codec, and what of text it would not have written. A C1 control is read as
// its byte by pages that have something else there: 83 is ƒ in windows-1253 and a
// control in ISO-8859-7, and so tells the two apart.
func wholePrice(text string, c *codec.Codec) float32 {
	price := rarer * enterPrice(c.ID())
	for _, r := range text {
		if control(r) && c.DecodeByte(byte(r)) != r {
			price += strangePrice
		}
	}
	return price
}

// cutTail returns how many bytes at the end of raw are the head of a sequence.
func cutTail(raw []byte) int {
	for n := 1; n <= min(len(raw), utf8.UTFMax-1); n++ {
		if b := raw[len(raw)-n]; utf8.RuneStart(b) {
			if b >= utf8.RuneSelf && !utf8.FullRune(raw[len(raw)-n:]) {
				return n
			}
			return 0
		}
	}
	return 0
}

// betterWhole tells whether the whole reading is to be made instead of what was
// found.
func (s *search) betterWhole(text string, found []Finding, r *wholeReading, by *codec.Codec, made bool) bool {
	if r.n < wholeLeast && (!made || r.end < len(text)) {
		return false
	}
	var parts []Finding
	for _, f := range found {
		if f.Made && f.End <= r.end {
			parts = append(parts, f)
		}
	}
	gain := s.surprise(splice(text, 0, r.end, parts)) - r.cost
	if by != nil {
		gain += wholePrice(text[:r.end], by)
	}
	switch {
	case by == r.codec.Codec():
		return gain > 0
	case made:
		return gain >= wholeLead
	}
	return gain >= wholeNats && gain >= wholeEach*float32(r.n) && r.lead >= wholeLead
}

// surprise is the cost of a text by the model.
func (s *search) surprise(text string) (cost float32) {
	ctx := lm.Edge
	var c float32
	for _, r := range text {
		ctx, c = s.model.Next(ctx, s.model.Sym(r))
		cost += c
	}
	_, c = s.model.Next(ctx, lm.EdgeSym)
	return cost + c
}

// findings are the runs beyond ASCII of a value that is read whole.
func (r *wholeReading) findings(text string) (out []Finding) {
	rest := r.text
	for i := 0; i < r.end; {
		if text[i] < utf8.RuneSelf {
			i++
			rest = rest[1:]
			continue
		}
		from := i
		for i < r.end && text[i] >= utf8.RuneSelf {
			i++
		}
		n := 0
		for n < len(rest) && rest[n] >= utf8.RuneSelf {
			n++
		}
		out = append(out, Finding{Start: from, End: i, Verdict: Certain, Made: true, Readings: []Reading{{
			After: rest[:n], Path: origins[0] + ">" + r.codec.Codec().Name(), Confidence: wholeConfidence,
		}}})
		rest = rest[n:]
	}
	return out
}

// wholeConfidence is that of a reading of the whole value: 99 in 100.
const wholeConfidence = 0.99
