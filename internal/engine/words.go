package engine

import "github.com/unbake/unbake/internal/lm"

// A wordPrice is what the end of a word adds to the cost of a way, in nats.
type wordPrice struct{ known, unknown float32 }

// wordPrices are by the length of a word, the last for longer ones: the logarithm of
// how often a word that was meant is listed, and not, against one that differs from it in one letter
// of those with which it begins alike in UTF-8, and that the model takes for as likely within two
// nats. Counted over the words of 72,000 held-out lines, of which 53 % of five letters
// are listed so, and 7 % of the others; of one or two letters most are, right or not.
var wordPrices = [...]wordPrice{
	1: {-0.05, 1.0}, 2: {-0.15, 0.8}, 3: {-0.55, 0.8}, 4: {-1.2, 0.7}, 5: {-2.0, 0.65}, 6: {-2.45, 0.6}, 7: {-2.6, 0.45}, 8: {-2.75, 0.4},
}

// wordWeight is how much more a word says than was counted, since the model is often too sure: of 400
// held-out lines for each path of windows-1252 with losses, 2,359 came out right with 1, 2,367 with 1.4, 2,376
// with 2 and 2,374 with 3, 62, 62, 62 and 63 wrong; on other pages 535, 553, 570, 578 and 92, 92, 95, 104. With
// 1.75 and more a sample of double reading comes out otherwise by its own profile (TestLearnOneLine).
const wordWeight = 1.5

// maxWordRebate is the most that a word takes off.
const maxWordRebate = 5

// priceOfWord is what a word adds at its end: nothing if it cannot be listed.
func (s *search) priceOfWord(w lm.Word) float32 { return priceOfWord(s.model, w) }

func priceOfWord(m *lm.Model, w lm.Word) float32 {
	if !w.Listed() {
		return 0
	}
	p := &wordPrices[min(w.Len(), len(wordPrices)-1)]
	if m.HasWord(w) {
		return p.known * wordWeight
	}
	return p.unknown * wordWeight
}

// spell takes a symbol to the word of a state, and charges it for a word that ends there.
func (s *search) spell(st *state, sym lm.Sym) {
	w := s.model.Spell(st.word, sym)
	if w == 0 && st.word != 0 {
		st.cost += s.priceOfWord(st.word)
	}
	st.word = w
}

// spellAll is spell for the symbols of a stretch that is the same for all states: words
// that begin and end in it tell none of them from the others.
func (s *search) spellAll(st *state, syms []lm.Sym) {
	for i, sym := range syms {
		if s.spell(st, sym); st.word != 0 {
			continue
		}
		last := len(syms)
		for last > i+1 && syms[last-1].Role() != lm.RoleBreak {
			last--
		}
		for _, sym := range syms[last:] {
			st.word = s.model.Spell(st.word, sym)
		}
		return
	}
}

// readCell notes the cell as the best way reads it, in asRead, and where each chosen edge stands in it.
func (s *search) readCell() {
	s.asRead, s.readAt = s.asRead[:0], s.readAt[:0]
	at := int32(0)
	for _, e := range s.chosen {
		ed := &s.edges[e]
		s.asRead = append(s.asRead, s.syms[at:ed.from]...)
		s.readAt = append(s.readAt, int32(len(s.asRead)))
		for _, r := range s.output(ed) {
			s.asRead = append(s.asRead, s.sym(r))
		}
		at = ed.to
	}
	s.asRead = append(s.asRead, s.syms[at:]...)
	s.cellWords.asked = false
}

// allWords counts the words of the cell as the best way reads it.
func (s *search) allWords() *wordCount {
	n := &s.cellWords
	if !n.asked {
		*n = wordCount{asked: true}
		n.count(s, s.asRead)
	}
	return n
}

// wordsAround widens a stretch to the words that it is part of, as far as words go that may be listed.
func wordsAround(syms []lm.Sym, from, to int32) (int32, int32) {
	first, last := max(from-lm.MaxWord-1, 0), min(to+lm.MaxWord+1, int32(len(syms)))
	for from > first && syms[from-1].Role() != lm.RoleBreak {
		from--
	}
	for to < last && syms[to].Role() != lm.RoleBreak {
		to++
	}
	return from, to
}

// priceOfWords is what the words cost that the symbols of some lists are, one after the other.
func (s *search) priceOfWords(lists ...[]lm.Sym) (sum float32) {
	w := lm.Word(0)
	for _, list := range lists {
		for _, x := range list {
			next := s.model.Spell(w, x)
			if next == 0 && w != 0 {
				sum += s.priceOfWord(w)
			}
			w = next
		}
	}
	return sum + s.priceOfWord(w)
}

// wordMargin is what the words around chosen edge k would cost more with other runes
// for those that it gives.
func (s *search) wordMargin(k int, other []lm.Sym) float32 {
	from := s.readAt[k]
	to := from + s.edges[s.chosen[k]].n
	first, last := wordsAround(s.asRead, from, to)
	before, after := s.asRead[first:from], s.asRead[to:last]
	return s.priceOfWords(before, other, after) - s.priceOfWords(before, s.asRead[from:to], after)
}

// A wordCount is what the words of a stretch say.
type wordCount struct {
	listed, known int     // words that may be listed, and that are
	price         float32 // of them
	asked         bool
}

func (n *wordCount) add(s *search, w lm.Word) {
	if !w.Listed() {
		return
	}
	n.listed++
	p := s.priceOfWord(w)
	n.price += p
	if p < 0 {
		n.known++
	}
}

// join adds what other words say.
func (n *wordCount) join(m wordCount) {
	n.listed += m.listed
	n.known += m.known
	n.price += m.price
}

// count counts the words of a list.
func (n *wordCount) count(s *search, list []lm.Sym) {
	w := lm.Word(0)
	for _, x := range list {
		next := s.model.Spell(w, x)
		if next == 0 {
			n.add(s, w)
		}
		w = next
	}
	n.add(s, w)
}

// wordFeatures are those of the words that a cluster changes.
func (s *search) wordFeatures(c *cluster) {
	f := &c.features
	var read, stood wordCount
	readEnd, stoodEnd := int32(0), int32(0) // of the last word that was counted
	for i, e := range c.edges {
		ed := &s.edges[e]
		at := s.readAt[c.first+i]
		if from, to := wordsAround(s.asRead, at, at+ed.n); from >= readEnd {
			read.count(s, s.asRead[from:to])
			readEnd = to
		} else if to > readEnd {
			read.count(s, s.asRead[readEnd:to])
			readEnd = to
		}
		if from, to := wordsAround(s.syms, ed.from, ed.to); from >= stoodEnd {
			stood.count(s, s.syms[from:to])
			stoodEnd = to
		} else if to > stoodEnd {
			stood.count(s, s.syms[stoodEnd:to])
			stoodEnd = to
		}
	}
	f[fWords] = logOf(min(read.listed, 10))
	f[fWordGain] = clip(stood.price-read.price, 12) / 6
	// Whether the model knows the language: what it has no words of, it may read right all the same.
	all := s.allWords()
	f[fOtherWords] = (float32(all.known-read.known) + 0.5) / (float32(all.listed-read.listed) + 1)
	if read.listed > 0 {
		f[fWordsKnown] = float32(read.known) / float32(read.listed)
	}
	if stood.listed > 0 {
		f[fWordsStood] = float32(stood.known) / float32(stood.listed)
	}
}
