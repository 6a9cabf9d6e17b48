package engine

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The log-odds from which a pair is certain, and from which it is likely. Where whole words of
// another script than Latin come out less will do: no clean text of 1.3 million lines, as
// found, in other case, glued and in single words, had more than 0.7 of those, nor more than 2.5
// of the others; but clean capitals of Cyrillic have up to 2.2 as small letters of another page, so
// letters of the same script need as much as the others.
const (
	legacyCertain = 2.5
	legacyForeign = 1
	legacyLikely  = 0
	// legacySign is what one sign of a double-byte page, or in place of a control, needs: `GANGVEI¡£` had 3.1.
	legacySign = 4
	// foreignWide is the log of how many letters whole words must have at least.
	foreignWide = 1.3
	// criedShare is of how many of the runes beyond ASCII the one before is the same, where those are no words.
	criedShare = 0.75
	// fewPrinted is the log of how many runes beyond ASCII are few where a mark of print stands at the edge of a word.
	fewPrinted = 1.61
)

// verdict tells how sure a proposal is.
func (p *legacyProposal) verdict(odds float32) Verdict {
	f := &p.features
	if f[gDouble]+f[gControls] > 0 && f[gDistinct] == 0 && f[gWhole] == 0 && odds < legacySign {
		return Likely
	}
	if f[gReadDouble] > 0 && f[gUTF8] > 0 { // characters that are UTF-8 are not of a legacy page, too
		return Likely
	}
	switch {
	case f[gBoxes] == 0 && cried(p.before):
		return Likely
	case f[gKnown] == 0 && (p.signOnly() || f[gWide] <= fewPrinted && edged(p.before) && odds < legacySign || p.leadOnly()):
		return Likely
	}
	foreign := f[gForeign] > 0 && f[gWhole] > 0.95 && f[gWide] > foreignWide && p.changed() > 0.5 && !(f[gSame] > 0 && f[gCapitals] == 1)
	switch {
	case foreign && odds >= legacyForeign, odds >= legacyCertain && !framed(p.before):
		return Certain
	}
	return Likely
}

// signOnly tells whether all that changes in a cell is one mark, where it stands at the edge of a word in print: `…мен` is no Емен.
func (p *legacyProposal) signOnly() bool {
	before, after := []rune(p.before), []rune(p.text)
	if len(before) != len(after) {
		return false
	}
	sign := rune(0)
	for i, r := range before {
		if after[i] == r {
			continue
		}
		if sign != 0 && sign != r || !atEdge(before, i) {
			return false
		}
		sign = r
	}
	return sign != 0
}

// leadOnly tells whether all that changes in a cell is a capital at the end of a word with which sequences of UTF-8 begin, most of
// all: `LibertÃ` may have lost a byte.
func (p *legacyProposal) leadOnly() bool {
	before, after := []rune(p.before), []rune(p.text)
	changed := -1
	for i := range before {
		if len(after) != len(before) || after[i] != before[i] && changed >= 0 {
			return false
		}
		if after[i] != before[i] {
			changed = i
		}
	}
	return changed >= 0 && strings.ContainsRune("ÂÃÄÅÐÑ", before[changed]) && (changed+1 == len(before) || !unicode.IsLetter(before[changed+1]))
}

// cried tells whether most runes of a text beyond ASCII repeat the one before, `ХРРРРРР`: that says little of what page they are.
func cried(text string) bool {
	all, again, before := 0, 0, rune(0)
	for _, r := range text {
		if r >= utf8.RuneSelf {
			all++
			if r == before {
				again++
			}
		}
		before = r
	}
	return all > 0 && share(again, all) >= criedShare
}

// changed is the share of the cell's runes beyond ASCII that the reading has others for; 1 where pages of two
// bytes are at work. A letter or two of a word, `букваА`, are no word of another script.
func (p *legacyProposal) changed() float32 {
	before, after := []rune(p.before), []rune(p.text)
	if len(before) != len(after) {
		return 1
	}
	all, changed := 0, 0
	for i, r := range before {
		if r >= utf8.RuneSelf {
			all++
			if after[i] != r {
				changed++
			}
		}
	}
	return share(changed, all)
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
	for _, bar := range bars {
		if seen[bar] > 1 {
			return true
		}
	}
	return false
}
