package engine

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// The log-odds from which a pair is certain, and from which it is likely. Where whole words of
// another script than Latin come out less will do: no clean text of 1.3 million lines, as
// found, in other case, glued and in single words, had more than 0.7 of those, nor more than 2.5
// of the others; but clean words of Cyrillic become others easily, see needs.
const (
	legacyCertain = 2.5
	legacyForeign = 1
	legacyLikely  = 0
	// legacySign is what one sign of a double-byte page, or in place of a control, needs: `GANGVEI¡£` had 3.1.
	legacySign = 4
	// foreignWide is the log of how many letters whole words must have at least.
	foreignWide = 1.3
	// criedShare is of how many of the runes beyond ASCII the one before is the same, where those are no words.
	criedShare = 0.6
	// fewPrinted is the log of how many runes beyond ASCII are few where a mark of print stands at the edge of a word.
	fewPrinted = 1.61
)

// What letters need that become others of the same script, by how many there are, as logs: any word looks much like some other
// one of them. Of 1.6 million words from dictionaries, in capitals, seven of four letters had more than 3.5 and none 5, `ГЮМЕ` as зане
// 4.7. Of 540,000 words of Cyrillic in all cases, damaged ones apart, those of five letters had up to 3.4, `УЙДЕМ` as сидел, of six
// and seven up to 2.9, and longer ones in capitals not 2.
const (
	sameFew, legacySameFew   = 1.4, 5
	sameSome, legacySameSome = 1.7, 4
	sameMany, legacySame     = 2, 3.2
	legacySameMany           = 2.6
)

// legacyOtherFew is what up to six letters of an alphabet other than Latin need to become those of another one, or characters:
// `КЗОТ` is no 是我, and `МЗУЗУ` no ΜΗΣΗΣ.
const otherFew, legacyOtherFew = 1.8, 4

// verdict tells how sure a proposal is.
func (p *legacyProposal) verdict(odds float32) Verdict {
	f := &p.features
	runes, at, single := p.changes()
	few := f[gWide] <= fewPrinted && odds < legacySign
	switch {
	case f[gDouble]+f[gControls] > 0 && f[gDistinct] == 0 && f[gWhole] == 0 && odds < legacySign:
		return Likely
	case f[gDouble]+f[gReadDouble] == 2 && f[gWhole] == 0: // signs alone: `＃＃＃` is no ◆◆◆
		return Likely
	case f[gReadDouble] > 0 && f[gUTF8] > 0: // characters that are UTF-8 are not of a legacy page, too
		return Likely
	case spacesOnly(p.text, runes, at):
		return Likely
	case f[gBoxes] == 0 && cried(p.before):
		return Likely
	case f[gKnown] == 0 && (hyphenated(p.before) && !strewn(runes, at) || signOnly(runes, at) || signWithin(p.text, runes, at) || leadOnly(runes, at) || few && edged(runes)):
		return Likely
	}
	if f[gKnown] == 0 && odds < p.needs() {
		return Likely
	}
	if f[gDouble]+f[gReadDouble] == 2 && p.overwhelms() {
		return Certain
	}
	words := f[gForeign] > 0 && f[gWhole] > 0.95 && f[gWide] > foreignWide && !(f[gSame] > 0 && f[gFlips] == 0)
	foreign := words && (!single || changedShare(runes, at) > 0.5)
	if foreign && odds >= legacyForeign || odds >= legacyCertain && !framed(p.before) {
		return Certain
	}
	return Likely
}

// What a reading in one double-byte page of what stands in another is beyond doubt from: nats by which it is cheaper, in all, for each
// rune, and than the next one, all / 10, and what its own runes cost at the most. Of 15,000 clean lines as found none had as much, and of
// 16,000 damaged ones two in three, and a few that came out wrong, of which most had a rune for which the page has two codes.
const (
	plainGain    = 4
	plainPerRune = 0.4
	plainLead    = 0.5
	plainStrange = 0.9
)

// overwhelms tells whether a reading is as much as that, and nothing of the cell beyond ASCII stays.
func (p *legacyProposal) overwhelms() bool {
	f := &p.features
	return f[gGain] >= plainGain && f[gPerRune] >= plainPerRune && f[gLead] >= plainLead && f[gStrange] <= plainStrange && f[gLeft] == 0
}

// needs returns what letters of an alphabet need where they are few, or become others of the same one.
func (p *legacyProposal) needs() float32 {
	f := &p.features
	switch {
	case f[gSigns]+f[gControls]+f[gMixed] > 0:
	case f[gSame] > 0 && f[gForeign] > 0:
		switch {
		case f[gWide] < sameFew:
			return legacySameFew
		case f[gFlips] == 0 && f[gWide] < sameSome:
			return legacySameSome
		case f[gFlips] == 0 && f[gWide] < sameMany || f[gCapitals] == 1 && f[gWide] < sameMany:
			return legacySame
		case f[gCapitals] == 1:
			return legacySameMany
		}
	case f[gForeign] > 0 && f[gWide] < foreignWide && (p.pair.read == codec.IBM437 || p.pair.read == codec.IBM850): // whose bytes of Hebrew are Ä and Ö
		return legacyOtherFew
	case f[gWide] < otherFew && (f[gFlips] == 0 || f[gDouble] > 0) && !strings.ContainsFunc(p.before, func(r rune) bool { return r >= utf8.RuneSelf && unicode.Is(unicode.Latin, r) }):
		return legacyOtherFew
	}
	return 0
}

// changes returns the runes of a cell and the places of those that the reading has others for. Not single: pages of two bytes are at
// work, so that nothing tells which rune became which.
func (p *legacyProposal) changes() (runes []rune, at []int, single bool) {
	runes = []rune(p.before)
	after := []rune(p.text)
	if len(runes) != len(after) {
		return runes, nil, false
	}
	for i, r := range runes {
		if after[i] != r {
			at = append(at, i)
		}
	}
	return runes, at, true
}

// hyphenated tells whether a soft hyphen stands between letters of a word of one alphabet, as words are parted there, and is no byte of a
// page. Words in Latin must have letters of ASCII: `À\u00adÃÅ` is 丫门.
func hyphenated(text string) bool {
	hyphen := string(softHyphen)
	i := strings.Index(text, hyphen)
	if i <= 0 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	behind, _ := utf8.DecodeRuneInString(text[i+len(hyphen):])
	if !unicode.IsLetter(before) || !unicode.IsLetter(behind) {
		return false
	}
	if !unicode.Is(unicode.Latin, before) {
		return true
	}
	start, end := strings.LastIndexByte(text[:i], ' ')+1, strings.IndexByte(text[i:], ' ')
	if end < 0 {
		end = len(text) - i
	}
	plain := 0
	for k := start; k < i+end; k++ {
		if asciiLetter(text[k]) {
			plain++
		}
	}
	return plain > 2
}

// strewn tells whether signs change that stand between letters, or are none of print, soft hyphens apart: `‚в®а­ЁЄ` is Вторник.
func strewn(runes []rune, at []int) bool {
	letter := func(k int) bool { return 0 <= k && k < len(runes) && unicode.IsLetter(runes[k]) }
	if at == nil { // of two bytes: all that there are
		for i, r := range runes {
			if r >= utf8.RuneSelf {
				at = append(at, i)
			}
		}
	}
	return slices.ContainsFunc(at, func(i int) bool {
		r := runes[i]
		return r != softHyphen && r != 0xA0 && !unicode.IsLetter(r) && (!inPrint(r) || letter(i-1) && letter(i+1))
	})
}

// signOnly tells whether all that changes is one mark, wherever it stands at the edge of a word as in print: `…мен` is no Емен.
func signOnly(runes []rune, at []int) bool {
	return len(at) > 0 && !slices.ContainsFunc(at, func(i int) bool { return runes[i] != runes[at[0]] || !atEdge(runes, i) })
}

// signWithin tells whether all that changes are letters that become signs between letters, other than those that words have
// there: `BAАTAR` is no BA°TAR, but `donÕt` is don’t.
func signWithin(text string, runes []rune, at []int) bool {
	after := []rune(text)
	return len(at) > 0 && len(after) == len(runes) && !slices.ContainsFunc(at, func(i int) bool {
		return !unicode.IsLetter(runes[i]) || unicode.In(after[i], unicode.L, unicode.M) || joining(after[i]) || atEdge(runes, i)
	})
}

// spacesOnly tells whether all that changes are no-break spaces that become signs: those that a line is indented by are no `══════`,
// whatever pair is at work.
func spacesOnly(text string, runes []rune, at []int) bool {
	after := []rune(text)
	return len(at) > 0 && !slices.ContainsFunc(at, func(i int) bool { return runes[i] != 0xA0 || unicode.IsLetter(after[i]) })
}

// leadOnly tells whether all that changes is a capital at the end of a word with which sequences of UTF-8 begin, most of
// all: `LibertÃ` may have lost a byte.
func leadOnly(runes []rune, at []int) bool {
	if len(at) != 1 || !strings.ContainsRune("ÂÃÄÅÐÑ", runes[at[0]]) {
		return false
	}
	next := at[0] + 1
	return next == len(runes) || !unicode.IsLetter(runes[next])
}

// changedShare is the share of the runes beyond ASCII that change. A letter or two of a word, `букваА`, are no word of another script.
func changedShare(runes []rune, at []int) float32 {
	changed := 0
	for _, i := range at {
		if runes[i] >= utf8.RuneSelf {
			changed++
		}
	}
	return share(changed, wideRunes(string(runes)))
}

// cried tells whether most runes of a text beyond ASCII repeat the one before, `ХРРРРРР`: that says little of what page they are.
func cried(text string) bool {
	again, before := 0, rune(0)
	for _, r := range text {
		if r >= utf8.RuneSelf && r == before {
			again++
		}
		before = r
	}
	return share(again, wideRunes(text)) >= criedShare
}

// bars are signs that stand between the cells of tables, and between the steps of a path.
const bars = "│║┃┆┇╎¦›‹"

// framed tells whether a bar stands twice before a capital or a digit, or at the edge:
// `│Name│Größe│`, not `pow│ok│a` nor `sors› eb`.
func framed(text string) bool {
	last := rune(-1)
	seen := map[rune]int{}
	for _, r := range text {
		switch {
		case last < 0 && r >= 0x2500:
			seen[r]++
		case strings.ContainsRune(bars, last) && (unicode.IsUpper(r) || unicode.IsDigit(r)):
			seen[last]++
		}
		last = r
	}
	if last >= 0x2500 {
		seen[last]++
	}
	return strings.ContainsFunc(bars, func(bar rune) bool { return seen[bar] > 1 })
}
