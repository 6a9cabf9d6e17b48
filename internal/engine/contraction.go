package engine

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// English contracts a few words with a few, by an apostrophe. Where ISO-8859-1 read it and its controls were dropped, â is what is left:
// `donât`. No language has a word that is one of these with â in it, so that the place says all.

// contractions are those words, in small letters, by what stands behind the apostrophe.
var contractions = map[string][]string{
	"t": strings.Fields("ain aren can couldn didn doesn don hadn hasn haven isn mightn mustn needn shan shouldn wasn weren won wouldn"),
	"m": {"i"},
	"s": strings.Fields("he here how it let she that there what when where who why"),
	"d": strings.Fields("he i it she that there they we who you"),

	"ll": strings.Fields("he i it she that there they we who you"),
	"re": strings.Fields("there they we what where who you"),
	"ve": strings.Fields("could i might must should they we who would you"),
}

// contractionOdds are the log-odds of an apostrophe there, contractionRebate is what it costs less in the search, in nats: what entering
// the page costs, and more.
const (
	contractionOdds   = 4
	contractionRebate = 6
)

// longestContracted is the length of the longest of those words, in bytes.
const longestContracted = len("shouldn")

// contraction tells whether item i is â in one of the contractions.
func contraction(items []item, i int) bool {
	if items[i].r != 'â' {
		return false
	}
	tail := wordOf(items[i+1:], false)
	stems, ok := contractions[tail]
	if !ok {
		return false
	}
	return slices.Contains(stems, strings.ToLower(wordOf(items[:i], true)))
}

// wordOf returns the letters of ASCII that items begin with, or end in if last; none if there are too many for a contraction, or
// other letters beside them.
func wordOf(items []item, last bool) string {
	at := func(k int) rune {
		if k >= len(items) {
			return ' '
		}
		if last {
			k = len(items) - 1 - k
		}
		return items[k].r
	}
	n := 0
	for isASCIILetter(at(n)) {
		if n++; n > longestContracted {
			return ""
		}
	}
	if r := at(n); r >= utf8.RuneSelf && unicode.IsLetter(r) {
		return ""
	}
	word := make([]byte, n)
	for k := range word {
		r := byte(at(k))
		if last {
			word[n-1-k] = r
		} else {
			word[k] = r
		}
	}
	return string(word)
}

// contractionEdges let â be the apostrophe of a contraction.
func (s *search) contractionEdges() {
	if s.opt.Allowed&codec.Windows1252.Set() == 0 {
		return
	}
	items := s.views[0].items
	for i := range items {
		if contraction(items, i) {
			path := s.pathOf(keyOf(nil).with(codec.Windows1252))
			s.addEdge(edge{from: int32(i), to: int32(i) + 1, path: path, loss: LossControls, sure: true, price: -contractionRebate}, '’')
		}
	}
}

// contracts tells whether a cluster is the apostrophe of a contraction.
func (s *search) contracts(c *cluster) bool {
	return len(c.edges) == 1 && c.loss == LossControls && c.lost == 0 && s.outs[s.edges[c.edges[0]].out] == '’'
}
