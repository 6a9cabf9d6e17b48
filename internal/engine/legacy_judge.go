package engine

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
	"github.com/unbake/unbake/internal/scan"
)

// A legacyProposal is the best that a pair of legacy pages makes of a cell.
type legacyProposal struct {
	legacyClaim
	features [numLegacyFeatures]float32
	next     *legacyClaim // that reads differently, nil if none
	lead     float32      // nats to that
}

// legacyPropose finds the best pair for a cell; rest is the cell with the repairs
// of UTF-8 made, the cell itself if there are none.
func (s *search) legacyPropose(text, rest string) (p legacyProposal, ok bool) {
	known := !s.opt.knownPairs.empty() && !scan.Legacy(rest)
	claims := s.legacyClaims(text, known)
	if len(claims) == 0 {
		return p, false
	}
	p.legacyClaim = claims[0]
	p.lead = p.total
	for i := range claims {
		if claims[i].text != p.text {
			p.next = &claims[i]
			p.lead = p.total - p.next.total
			break
		}
	}
	leadUTF8 := p.total
	if rest != text {
		leadUTF8 = textCost([]byte(rest)) + wordsCost([]byte(rest)) - textCost([]byte(p.text)) - wordsCost([]byte(p.text)) - p.price
	}
	units := s.legacyUnits(text, p.pair.read, whole(text))
	s.legacyWay(units, p.pair, p.price)
	p.features = s.legacyEvidence(&p.legacyClaim, units, p.lead, leadUTF8, rest != text)
	return p, true
}

// weighLegacy returns the log-odds that a proposal is right.
func weighLegacy(f *[numLegacyFeatures]float32) float32 {
	sum := float32(legacyBias)
	for i := range legacyTrees {
		sum += legacyTrees[i].ask(f[:])
	}
	return legacyCalibration.scale*sum + legacyCalibration.shift
}

// withLegacy adds what pairs of legacy pages make of a cell to the findings of UTF-8
// in it: instead of repairs, where those leave a cell that costs more, and beside
// suspects. any tells whether there was something.
func (s *search) withLegacy(text string, made, suspects []Finding) (m, sus []Finding, any bool) {
	rest := splice(text, 0, len(text), made)
	if !scan.Legacy(rest) && s.opt.knownPairs.empty() {
		if found := s.legacyInstead(text, rest, made); found != nil {
			return found, nil, true
		}
		return made, suspects, false
	}
	found, left := parted(s.legacyFindings(text, rest))
	if likelyUTF8(found, suspects) {
		return made, suspects, false
	}
	switch {
	case len(found) > 0:
		return found, nil, true
	case len(made) == 0 && len(left) > 0 && (s.controls || oddBesideControls(rest)):
		return nil, beside(left, suspects), true
	}
	return made, suspects, false
}

// likelyUTF8 tells whether suspects of UTF-8 that are likely take in all that a pair of legacy pages reads. Where whole
// runs are sequences of UTF-8 that is the better guess: `ÔÖíÔÖíÔÖí` is ♡♡♡, by another page, rather than ноьноьноь.
func likelyUTF8(found, suspects []Finding) bool {
	for _, f := range found {
		if !slices.ContainsFunc(suspects, func(x Finding) bool {
			return x.Verdict == Likely && x.Start <= f.Start && f.End <= x.End && x.Readings[0].Confidence >= 0.5
		}) {
			return false
		}
	}
	return len(found) > 0
}

// strangeNats, in nats, is what a letter costs by itself that is strange where sequences of UTF-8 give it, and
// insteadNats by how much cheaper legacy text must be than what those give.
const (
	strangeNats = 14
	insteadNats = 10
)

// legacyInstead returns the findings of a pair of legacy pages instead of those of UTF-8, where these give what
// is strange: in the bytes of legacy text some are sequences by chance, `¥¤¥Á¥´` is イチゴ, not `¥۴紫`.
func (s *search) legacyInstead(text, rest string, made []Finding) []Finding {
	if !s.strange(made) || !scan.Legacy(text) {
		return nil
	}
	p, ok := s.legacyPropose(text, rest)
	if !ok || p.features[gLeadUTF8] < insteadNats/10.0 {
		return nil
	}
	found, _ := parted(s.legacyReport(&p, text, weighLegacy(&p.features)))
	return found
}

// strange tells whether findings give rare letters, or those of several scripts beside Latin.
func (s *search) strange(made []Finding) bool {
	var scripts scriptSet
	for i := range made {
		for _, r := range made[i].Readings[0].After {
			if x := s.model.Sym(r); r >= utf8.RuneSelf && x.Role() != lm.RoleBreak {
				if s.model.Alone(x) > strangeNats {
					return true
				}
				scripts |= s.scriptBit(r)
			}
		}
	}
	scripts &^= s.scriptBit('a')
	return scripts&(scripts-1) != 0
}

// oddBesideControls tells whether more than C1 controls speaks for a pair of legacy pages. Those have a reading of
// their own, which comes last.
func oddBesideControls(text string) bool {
	if !strings.ContainsFunc(text, control) {
		return true
	}
	return scan.Legacy(strings.Map(func(r rune) rune {
		if control(r) {
			return ' '
		}
		return r
	}, text))
}

// beside merges more findings into a list, those that overlap none of it.
func beside(list, more []Finding) (out []Finding) {
	for len(list)+len(more) > 0 {
		switch {
		case len(more) == 0 || len(list) > 0 && list[0].End <= more[0].Start:
			out, list = append(out, list[0]), list[1:]
		case len(list) == 0 || more[0].End <= list[0].Start:
			out, more = append(out, more[0]), more[1:]
		default:
			more = more[1:]
		}
	}
	return out
}

// legacyFindings judges the best pair for a cell and reports its spans, that below an
// outer layer of UTF-8 first.
func (s *search) legacyFindings(text, rest string) []Finding {
	for _, outer := range outerPages {
		if s.opt.Values { // layers of values are undone one by one
			break
		}
		inner := beneath(text, outer)
		if inner == "" || wideRunes(inner) < 2 || !scan.Legacy(inner) {
			continue // one sequence alone is little for two pages: `libertà¹…`
		}
		p, ok := s.legacyPropose(inner, rest)
		if odds := weighLegacy(&p.features); ok && !p.ofBrokenUTF8() && p.verdict(odds) == Certain {
			p.outer = outer.Codec()
			if found := s.legacyReport(&p, text, odds); found != nil {
				return found
			}
		}
	}
	p, ok := s.legacyPropose(text, rest)
	if !ok || p.inSequences(rest) || p.ofBrokenUTF8() {
		return nil
	}
	return s.legacyReport(&p, text, weighLegacy(&p.features))
}

// inSequences tells whether the bytes of what a page reads are sequences of UTF-8 for the
// greater part, two at the least, as in `Ð¼Ð¾Ñ`, which has lost a byte, and in `ÃÃ€ÃŽ`, which may be 脧脌脦 as well:
// letters of such a page hardly ever are. Where they are, as in `è¯ áª¨`, which is шпански, what they give as UTF-8 is far dearer.
func (p *legacyProposal) inSequences(rest string) bool {
	if !p.pair.read.Codec().SingleByte() {
		return false
	}
	whole, other, done := 0, 0, 0
	var read []byte // the cell, the sequences being read
	for _, sp := range p.spans {
		read = append(read, p.before[done:sp.from]...)
		done = sp.to
		b, _ := p.pair.read.Codec().AppendEncode(nil, p.before[sp.from:sp.to])
		for len(b) > 0 {
			r, n := utf8.DecodeRune(b)
			if n == 1 {
				r, n = p.pair.folded(b)
			}
			switch {
			case n > 1:
				whole++
			case r == utf8.RuneError:
				other++
				r = p.pair.read.Codec().DecodeByte(b[0])
			}
			read = utf8.AppendRune(read, r)
			b = b[n:]
		}
	}
	if whole < 2 || whole <= other {
		return false
	}
	read = append(read, p.before[done:]...)
	costOf := func(t []byte) float32 { return textCost(t) + wordsCost(t) }
	return min(costOf(read), costOf([]byte(rest))) < costOf([]byte(p.text))+insteadNats
}

// ofBrokenUTF8 tells whether the cell is what is left of UTF-8 that lost bytes, `Ð¿Ñ\u00adÐ¸Ð²ÐµÑ`: all of it is leads of one writing,
// as windows-1252 has them, leastLeads of them, and trails, a trail for each trailPerLead leads at the least, none has more than it wants, and
// leastBroken leads or more have less. Or a third of it is Ã, Â and â, leastLayered of them, and some lead has less, as where it is of two
// layers, `ÃÂ¾ÃÂÃÂµ`. Letters of no page are like it.
func (p *legacyProposal) ofBrokenUTF8() bool {
	const (
		leastLeads   = 3
		leastBroken  = 2
		leastLayered = 4
		trailPerLead = 5
	)
	leads, broken, trails, layers, want := 0, 0, 0, 0, 0
	shaped, writing := true, 0
	for _, r := range p.before {
		b, ok := codec.ByteOf(codec.Windows1252, r)
		lead := ok && isLead(b)
		if want > 0 && (lead || r < utf8.RuneSelf) {
			broken++
		}
		switch {
		case r < utf8.RuneSelf:
			want = 0
		case lead:
			leads++
			if r == 'Ã' || r == 'Â' || r == 'â' {
				layers++
			}
			if w := leadWriting(b); w != 0 {
				shaped = shaped && (writing == 0 || writing == w)
				writing = w
			}
			want = trailsOf(1 << (b & 63))
		default:
			trails++
			shaped = shaped && ok && b < 0xC0 && want > 0
			want = max(want-1, 0)
		}
	}
	if want > 0 {
		broken++
	}
	if broken > 0 && layers >= leastLayered && 3*layers >= leads+trails {
		return true
	}
	return shaped && leads >= leastLeads && broken >= leastBroken && trailPerLead*trails >= leads
}

// leadWriting numbers the writing whose letters begin with a byte in UTF-8; 0 for those of none.
func leadWriting(b byte) int {
	switch {
	case b == 0xC2 || b == 0xE2 || b >= 0xEE:
		return 0
	case b <= 0xC9:
		return 1 // Latin
	case b <= 0xCF:
		return 2 // Greek
	case b <= 0xD4:
		return 3 // Cyrillic
	case b <= 0xD7:
		return 4 // Hebrew
	case b <= 0xDF:
		return 5 // Arabic
	case b <= 0xE1:
		return 6 // of India and its neighbours
	case b <= 0xE9:
		return 7 // Chinese and Japanese
	}
	return 8 // Korean
}

// folded decodes a sequence at the front of b whose lead became a capital: `À¸” À¸¥` was `à¸”à¸¥`.
func (p legacyPair) folded(b []byte) (r rune, n int) {
	lead, ok := codec.ByteOf(p.read, unicode.ToLower(p.read.Codec().DecodeByte(b[0])))
	if !ok {
		return utf8.RuneError, 1
	}
	again := [utf8.UTFMax]byte{lead}
	return utf8.DecodeRune(again[:1+copy(again[1:], b[1:])])
}

// outerPages are the pages that text which was read as a wrong page is read as once more.
var outerPages = []codec.ID{codec.Windows1252, codec.Windows1250, codec.Windows1251, codec.Macintosh, codec.IBM437}

// wideRunes counts the runes of a text beyond ASCII.
func wideRunes(text string) (n int) {
	for _, r := range text {
		if r >= utf8.RuneSelf {
			n++
		}
	}
	return n
}

// beneath returns what a cell is below a layer of UTF-8 that was read as a page, empty if
// it is not all UTF-8.
func beneath(text string, page codec.ID) string {
	b, taken := page.Codec().AppendEncode(nil, text)
	if taken < len(text) || !utf8.Valid(b) || len(b) == len(text) {
		return ""
	}
	return string(b)
}
