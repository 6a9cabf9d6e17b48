package engine

import (
	"strings"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
	"github.com/unbake/unbake/internal/scan"
)

// The features of what a pair of legacy pages makes of a cell, each between 0 and
// about 1, or more for gains.
const (
	gGain        = iota // nats / 10, up to 160
	gLowGain            // the first 12 of them
	gPerRune            // nats per rune beyond ASCII that is read again / 10
	gLead               // nats of lead over the next pair that reads differently / 10, up to 60
	gLeadUTF8           // over what the cell is with all repairs of UTF-8 made / 10, up to 60
	gUnits              // log of the units that are read again
	gWide               // log of their runes beyond ASCII
	gDistinct           // log of the different ones among what they become
	gStrange            // nats per rune of the reading / 10
	gLiteral            // nats per rune as it stands / 10
	gLeft               // share of the cell's letters beyond ASCII that stay
	gLeftMarks          // share of its other signs that do
	gWhole              // share of letters beyond ASCII among those of the reading
	gForeign            // its letters are of another script than Latin
	gSame               // they are of the script that stands there
	gFlips              // share of units where a capital follows a lower-case letter, and not in the reading
	gNewFlips           // the same the other way round
	gMixed              // share of units with a sign between letters, or letters of two scripts
	gNewMixed           // the same in the reading
	gSigns              // share of signs among the runes beyond ASCII, as they stand
	gNewSigns           // the same in the reading
	gCapitals           // share of capitals among its letters
	gNewCapitals        // the same in the reading
	gPrice              // price of the pair / 10
	gKnown              // the document has shown that the pair is at work
	gDouble             // written in a double-byte page
	gReadDouble         // read as one
	gSeen               // share of runes of the reading that the model has seen
	gRare               // how rare the rarest of its runes is by itself, nats / 20
	gCommon             // by how much commoner they are than those that stand there, nats / 10
	gWeakest            // gain of the weakest unit / 10
	gFew                // few runes in the cell: 1 for one, less for more
	gSpaces             // share of runes that are NBSP as they stand and letters in the reading
	gControls           // C1 controls among what stands there
	gBoxes              // box drawing in the reading
	gWestern            // read as windows-1252
	gScripts            // scripts in the reading beyond the first
	gSpokenOf           // a unit alone between quotation marks or brackets
	gUTF8               // the cell has repairs of UTF-8
	gOdd                // the gate finds it odd, see package scan
	gExpected           // by how much commoner the runes of the reading are there than by themselves, nats per rune / 10
	gUnexpected         // the same of what stands there
	gWords              // log of the words of the reading that may be listed
	gWordsKnown         // share of them that the model knows
	gWordsStood         // share of those that stand there
	gWordGain           // nats by which whole words speak for the reading / 9
	numLegacyFeatures
)

var legacyFeatureNames = [numLegacyFeatures]string{
	"gain", "low gain", "per rune", "lead", "lead utf8", "units", "wide", "distinct", "strange", "literal", "left", "left marks",
	"whole", "foreign", "same", "flips", "new flips", "mixed", "new mixed", "signs", "new signs", "capitals", "new capitals",
	"price", "known", "double", "read double", "seen", "rare", "common", "weakest", "few", "spaces", "controls", "boxes",
	"western", "scripts", "spoken of", "utf8", "odd", "expected", "unexpected",
	"words", "words known", "words stood", "word gain",
}

// LegacyFeatureNames returns the names of the features of legacy pairs.
func LegacyFeatureNames() []string { return legacyFeatureNames[:] }

// A legacySide adds up what the runes of units are, as they stand or in a reading.
type legacySide struct {
	model                                          *lm.Model
	runes, wide, letters, wideLetters, signs       int
	cased, capitals, seen, boxes, controls, spaces int
	flips, mixed                                   int     // units
	alone, all, rarest                             float32 // alone is of those beyond ASCII
	scripts                                        uint64
	distinct                                       []rune
}

func (d *legacySide) add(unit string) {
	var before lm.Sym = lm.EdgeSym
	var script uint8
	flip, mix, sign := false, false, false // sign: a wide one stands behind a letter
	for _, r := range unit {
		x := d.model.Sym(r)
		d.runes++
		alone := d.model.Alone(x)
		d.all += alone
		letter := x.Role() != lm.RoleBreak
		if letter {
			d.letters++
			if sc := d.model.Script(x); sc != 0 {
				mix = mix || sign || script != 0 && sc != script
				script = sc
				d.scripts |= 1 << (sc & 63)
			}
			if x.Cased() {
				d.cased++
				if x.Upper() {
					d.capitals++
					flip = flip || before.Cased() && !before.Upper()
				}
			}
		}
		if r < 0x80 {
			sign = sign && letter
			before = x
			continue
		}
		d.wide++
		d.alone += alone
		d.rarest = max(d.rarest, alone)
		switch {
		case letter:
			d.wideLetters++
		case r == 0xA0:
			d.spaces++
			d.signs++
		default:
			d.signs++
			sign = before != lm.EdgeSym && before.Role() != lm.RoleBreak && before.Role() != lm.RoleOther && !joining(r)
		}
		if x.Known() {
			d.seen++
		}
		if control(r) {
			d.controls++
		}
		if 0x2500 <= r && r < 0x25A0 {
			d.boxes++
		}
		if len(d.distinct) < 24 && !contains(d.distinct, r) {
			d.distinct = append(d.distinct, r)
		}
		before = x
	}
	if flip {
		d.flips++
	}
	if mix {
		d.mixed++
	}
}

// joining tells whether a sign stands within words in clean text.
func joining(r rune) bool { return strings.ContainsRune("’·–—‐‑…'", r) }

func share(n, of int) float32 { return float32(n) / float32(max(of, 1)) }

// legacyEvidence fills in the features of the best claim; next is by how many nats
// the next one that reads differently is behind, rest what the cell costs with
// the repairs of UTF-8 less what it costs as it stands.
func (s *search) legacyEvidence(c *legacyClaim, units []legacyUnit, lead, leadUTF8 float32, repaired bool) (f [numLegacyFeatures]float32) {
	old, now := legacySide{model: s.model}, legacySide{model: s.model}
	var literal, cost float32
	var read, stood wordCount
	weakest := float32(60)
	changed := 0
	spoken := false
	for i := range units {
		if s.legacy.choice[i] == 0 {
			continue
		}
		u := &units[i]
		changed++
		k, _ := s.legacyCost(u, c.pair.from)
		literal += u.literal
		cost += k
		n := s.legacyWords(u, c.pair.from)
		read.join(n)
		stood.join(u.words)
		weakest = min(weakest, u.literal+u.words.price-k-n.price)
		before := c.before[u.from:u.to]
		old.add(before)
		after, _ := c.pair.from.Codec().AppendDecode(nil, u.bytes)
		now.add(string(after))
		spoken = spoken || between(before)
	}
	f[gGain] = clip(c.total+c.price, 160) / 10
	f[gLowGain] = clip(c.total+c.price, 12) / 12
	f[gPerRune] = clip((literal-cost)/float32(max(old.wide, 1)), 20) / 10
	f[gLead] = clip(lead, 60) / 10
	f[gLeadUTF8] = clip(leadUTF8, 60) / 10
	f[gUnits] = logOf(min(changed, 12) - 1)
	f[gWide] = logOf(min(old.wide, 40) - 1)
	f[gDistinct] = logOf(len(now.distinct) - 1)
	f[gStrange] = min(cost/float32(max(now.runes, 1)), 16) / 10
	f[gLiteral] = min(literal/float32(max(old.runes, 1)), 16) / 10
	f[gWhole] = share(now.wideLetters, now.letters)
	latin := uint64(1) << (s.model.Script(s.model.Sym('a')) & 63)
	if now.scripts&^latin != 0 {
		f[gForeign] = 1
	}
	if now.scripts&^latin == old.scripts&^latin {
		f[gSame] = 1
	}
	for set := now.scripts &^ latin; set != 0; set &= set - 1 {
		f[gScripts]++
	}
	f[gScripts] = max(f[gScripts]-1, 0)
	f[gFlips] = share(max(old.flips-now.flips, 0), changed)
	f[gNewFlips] = share(max(now.flips-old.flips, 0), changed)
	f[gMixed] = share(old.mixed, changed)
	f[gNewMixed] = share(now.mixed, changed)
	f[gSigns] = share(old.signs, old.wide)
	f[gNewSigns] = share(now.signs, now.wide)
	f[gCapitals] = share(old.capitals, old.cased)
	f[gNewCapitals] = share(now.capitals, now.cased)
	f[gPrice] = c.price / 10
	if c.price == legacyKnown {
		f[gKnown] = 1
		f[gPrice] = legacyEnter / 10.
	}
	if !c.pair.from.Codec().SingleByte() {
		f[gDouble] = 1
	}
	if !c.pair.read.Codec().SingleByte() {
		f[gReadDouble] = 1
	}
	f[gSeen] = share(now.seen, now.wide)
	f[gRare] = now.rarest / 20
	f[gCommon] = (old.alone/float32(max(old.wide, 1)) - now.alone/float32(max(now.wide, 1))) / 10
	f[gWeakest] = clip(weakest, 60) / 10
	f[gSpaces] = share(max(old.spaces-now.spaces, 0), old.wide)
	f[gControls] = min(float32(old.controls), 1)
	f[gBoxes] = share(now.boxes, now.wide)
	if c.pair.read == codec.Windows1252 {
		f[gWestern] = 1
	}
	if spoken {
		f[gSpokenOf] = 1
	}
	if repaired {
		f[gUTF8] = 1
	}
	if scan.Legacy(c.before) {
		f[gOdd] = 1
	}
	f[gExpected] = min(max((now.all-cost)/float32(max(now.runes, 1)), -10), 10) / 10
	f[gUnexpected] = min(max((old.all-literal)/float32(max(old.runes, 1)), -10), 10) / 10
	f[gWords] = logOf(min(read.listed, 10))
	f[gWordsKnown] = share(read.known, read.listed)
	f[gWordsStood] = share(stood.known, stood.listed)
	f[gWordGain] = clip(stood.price-read.price, 18) / 9
	s.legacyLeft(c, &old, &f)
	return f
}

// legacyLeft fills in what of the cell stays as it is.
func (s *search) legacyLeft(c *legacyClaim, old *legacySide, f *[numLegacyFeatures]float32) {
	var letters, signs, runes int
	for _, r := range c.before {
		runes++
		if r < 0x80 {
			continue
		}
		if s.model.Sym(r).Role() != lm.RoleBreak {
			letters++
		} else {
			signs++
		}
	}
	f[gLeft] = share(letters-old.wideLetters, letters)
	f[gLeftMarks] = share(signs-old.signs, signs)
	f[gFew] = 1 / float32(max(runes, 1))
}

// between tells whether a unit is something between quotation marks or brackets:
// then the text may be about it.
func between(unit string) bool {
	open := strings.IndexAny(unit, "\"'`“‘«([„")
	last := strings.LastIndexAny(unit, "\"'`”’»)]“")
	return open == 0 && last > 0
}
