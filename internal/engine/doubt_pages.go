package engine

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// leadStays tells whether a cluster of a page other than windows-1252 touches a lead of that page, a letter or of a
// drawing, that nothing reads: more of the word is damaged, and what is left of it may be anything, `хочð¦це`.
func (s *search) leadStays(c *cluster) bool {
	p := &s.paths[c.path]
	if c.features[fOtherPage] == 0 || p.kind != kindBaked {
		return false
	}
	for _, near := range [2]int32{c.from - 1, c.to} {
		if r := s.runeAt(near); s.unread(near) && (s.letter(r) || 0x2500 <= r && r < 0x25A0) {
			if b, ok := codec.ByteOf(p.outer, r); ok && isLead(b) {
				return true
			}
		}
	}
	return false
}

// twoPages tells whether other runes of the word that a cluster is in are read by another page, and neither page would do for
// both: nobody reads half of a word by the one, and half by the other.
func (s *search) twoPages(c *cluster) bool {
	p := &s.paths[c.path]
	if p.kind != kindBaked || p.depth > 1 {
		return false
	}
	other := func(x *cluster) bool {
		q := &s.paths[x.path]
		return q.kind == kindBaked && q.depth == 1 && q.outer != p.outer && !s.alike(c, p.outer, q.outer) && !s.alike(x, q.outer, p.outer)
	}
	at := s.clusterAt(c.from)
	for k := at - 1; k >= 0 && s.oneWord(s.clusters[k].to, s.clusters[k+1].from); k-- {
		if other(&s.clusters[k]) {
			return true
		}
	}
	for k := at + 1; k < len(s.clusters) && s.oneWord(s.clusters[k-1].to, s.clusters[k].from); k++ {
		if other(&s.clusters[k]) {
			return true
		}
	}
	return false
}

// alike tells whether the page of a cluster and another one read it alike.
func (s *search) alike(c *cluster, page, other codec.ID) bool {
	return readAlike(s.text[s.off[c.from]:s.off[c.to]], other, page)
}

// oneWord tells whether no blank stands between two places that are near.
func (s *search) oneWord(from, to int32) bool {
	if to-from > maxGap {
		return false
	}
	for _, it := range s.views[0].items[from:to] {
		if it.r == ' ' || it.r == '\t' || it.r == 0xA0 {
			return false
		}
	}
	return true
}

// nearLead is how far ahead of the next page, in nats, one must be that reads all of the path's clusters, where the log-odds
// are less than nearOdds: of 15,600 held-out lines of 26 pages 40 had less of both, and 8 of them were wrong.
const (
	nearLead = 3
	nearOdds = 4
)

// nearPage tells whether another page than that of a cluster may as well be meant, here and elsewhere in the cell.
func (s *search) nearPage(c *cluster) bool {
	p := &s.paths[c.path]
	if p.kind != kindBaked || p.outer == codec.Windows1252 || c.lost != 0 || c.features[fRival] >= nearLead/12.0 || s.learnt(c) {
		return false
	}
	return !slices.ContainsFunc(s.clusters, func(x cluster) bool { return x.path == c.path && x.logodds >= nearOdds })
}

// farFetched tells whether a cluster is one or two runes and all that a path reads in the cell, through several pages that are
// seldom read wrongly and not the same: of all pairs of them some read anything, `Ä\u0090ÃŠ` is no А.
func (s *search) farFetched(c *cluster) bool {
	p := &s.paths[c.path]
	if p.depth < 2 || p.key.uniform() || len(c.edges) > 2 || c.features[fClusters] > 0 || s.learnt(c) {
		return false
	}
	for k := p.key; k != 0; k = k.outer() {
		if !rarePage(k.last()) {
			return false
		}
	}
	return true
}

// mixesScripts tells whether letters of one script, as a word has them, become letters of different ones that touch, and
// nothing else in the cell or the document is read by the path: clean capitals read so by a rare page, `КАМЕНІ` as ǡөՋ.
func (s *search) mixesScripts(c *cluster) bool {
	if c.features[fClusters] > 0 || s.learnt(c) || !s.oneScript(c) {
		return false
	}
	t, before := settleTables(), classSign
	for _, r := range s.textOf(c, -1, 0) {
		k := classSign
		if r >= utf8.RuneSelf {
			k = t.kindOf(r, utf8.RuneLen(r)).class
		}
		if k != before && k >= classJoined && before >= classJoined && min(k, before)+max(k, before) != classJoined+latinClass {
			return true
		}
		if k != classMark {
			before = k
		}
	}
	return false
}

// oneCharacter tells whether letters of one script other than Latin become one character of writing without blanks, the only damage by
// its path in the cell: `ТГц` is a unit, not 此.
func (s *search) oneCharacter(c *cluster) bool {
	return len(c.edges) == 1 && c.features[fClusters] == 0 && c.to-c.from == 3 && !s.learnt(c) && s.oneScript(c) &&
		!unicode.Is(unicode.Latin, s.runeAt(c.from)) && joined(s.output(&s.edges[c.edges[0]])[0])
}

// oneScript tells whether a cluster stands as letters of one script, as words do.
func (s *search) oneScript(c *cluster) bool {
	t, before := settleTables(), classSign
	for _, it := range s.views[0].items[c.from:c.to] {
		if it.r < utf8.RuneSelf { // less than 0 where it is a byte that is not UTF-8
			return false
		}
		k := t.kindOf(it.r, utf8.RuneLen(it.r)).class
		if k < classJoined || before != classSign && k != before {
			return false
		}
		before = k
	}
	return true
}

// deepInPieces tells whether runes of the same page that stay stand beside a cluster of several layers, or
// Â or Ã behind one blank: such damage leaves nothing else.
func (s *search) deepInPieces(c *cluster) bool {
	p := &s.paths[c.path]
	if p.depth < 2 {
		return false
	}
	for _, side := range [2][2]int32{{c.from - 1, c.from - 2}, {c.to, c.to + 1}} {
		near, far := side[0], side[1]
		if s.unread(near) && s.runeAt(near) != 0xA0 {
			if _, ok := codec.ByteOf(p.outer, s.runeAt(near)); ok {
				return true
			}
		}
		if r := s.runeAt(near); (r == ' ' || r == 0xA0) && s.unread(far) {
			if b, ok := codec.ByteOf(p.outer, s.runeAt(far)); ok && (b == 0xC2 || b == 0xC3) {
				return true
			}
		}
	}
	return false
}
