package engine

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// Marks of print that windows-1252 read begin with â, and that is a letter: filters drop it, `don€™t`, or it loses its accent, `Ita€™s`. What is left is no
// text where it stands in a word, or at the front of one; a quotation that ends in a price, `5 €“`, is.

// headlessOdds are the log-odds of a mark there.
const headlessOdds = 4

// headlessRebate is what such a mark costs less in the search, in nats: what entering the page costs, and more than what stands there may.
const headlessRebate = 20

// A headlessMark is one in a cell: where it stands, what it was, and whether an a before it may have been its lead.
type headlessMark struct {
	from, to int32 // without the a
	mark     rune
	afterA   bool
}

// headlessEdges let what lost its lead be the mark that it was, all of the cell having lost it alike. Of the only one behind an a, the model says whether that was
// the lead.
func (s *search) headlessEdges() {
	if s.opt.Allowed&codec.Windows1252.Set() == 0 {
		return
	}
	marks := s.headlessMarks()
	if len(marks) == 0 {
		return
	}
	withA := true
	for _, m := range marks {
		withA = withA && m.afterA
	}
	path := s.pathOf(keyOf(nil).with(codec.Windows1252))
	for _, m := range marks {
		e := edge{from: m.from, to: m.to, path: path, loss: LossLetters, sure: true, price: -headlessRebate}
		if withA {
			e.from--
			e.sure = len(marks) > 1
			if !e.sure {
				s.addEdge(e, 'a', m.mark)
			}
			e.loss = LossUnaccented
		}
		s.addEdge(e, m.mark)
	}
}

// headlessMarks are those of the cell.
func (s *search) headlessMarks() (list []headlessMark) {
	open := false // a quotation
	for i := int32(0); int(i) < len(s.syms); i++ {
		if s.runeAt(i) != '€' || s.runeAt(i-1) >= utf8.RuneSelf {
			continue
		}
		m := headlessMark{from: i, to: i + 2, afterA: s.runeAt(i-1) == 'a'}
		b, ok := codec.ByteOf(codec.Windows1252, s.runeAt(i+1))
		switch {
		case ok && b >= 0x80 && b < 0xC0 && !control(s.runeAt(i+1)):
			m.mark = 0x2000 | rune(b&0x3F)
		case open && closesHere(s.runeAt(i-1), s.runeAt(i+1)):
			m.mark, m.to = '”', i+1 // its last byte is undefined
		}
		if !s.standsHeadless(m, len(list) > 0) {
			continue
		}
		open = m.mark == '“' || open && m.mark != '”'
		list = append(list, m)
	}
	return list
}

// closesHere tells whether a mark between two runes closes a quotation.
func closesHere(before, behind rune) bool {
	return (unicode.IsLetter(before) || strings.ContainsRune(".,!?…", before)) && (behind == 0 || behind == ' ' || behind < utf8.RuneSelf && unicode.IsPunct(behind))
}

// standsHeadless tells whether a mark stands where text has it, and no price and no page of DOS has what is left: `ALTERA€™ES` was Ç and Õ. One that another
// goes before may end the cell.
func (s *search) standsHeadless(m headlessMark, another bool) bool {
	before, behind := s.runeAt(m.from-1), s.runeAt(m.to)
	front := m.from // of what may be the whole mark
	if m.afterA && !unicode.IsLetter(s.runeAt(m.from-2)) {
		front--
	}
	starts := s.runeAt(front-1) == 0 || strings.ContainsRune(" ([>\"", s.runeAt(front-1))
	letters := unicode.IsLetter(before) && unicode.IsLetter(behind) && !(unicode.IsUpper(before) && unicode.IsUpper(behind))
	if behind >= utf8.RuneSelf { // those letters would be gone, too
		return false
	}
	switch m.mark {
	case '’':
		return letters || behind == ' ' && (before == 's' || m.afterA && s.runeAt(m.from-2) == 's')
	case '‘', '“':
		return starts && unicode.IsLetter(behind)
	case '”':
		return m.to == m.from+1 || letters
	case '…':
		return unicode.IsLetter(before) && (behind == 0 || behind == ' ' || unicode.IsLetter(behind))
	case '•':
		return starts && (behind == ' ' || unicode.IsLetter(behind))
	case '–', '—':
		return letters || starts && unicode.IsLetter(behind) || front < m.from && starts && behind == ' ' ||
			another && unicode.IsLetter(before) && behind == 0
	case '‑':
		return letters
	}
	return false
}

// headless tells whether a cluster is marks that lost their leads, and nothing else.
func (s *search) headless(c *cluster) bool { return c.loss == LossLetters || c.loss == LossUnaccented }
