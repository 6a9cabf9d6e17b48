// Package made writes lines by rule: what no source has enough of, and what
// looks most like damage to a model that has not seen it. Prices, dates and
// units; emoji, arrows, boxes, maths; comments in code, fields of a table; the
// spelling of chats.
//
// A [Maker] has what a language offers (figures, words, sentences); its methods
// give lines of one register each until they have as many runes as asked for.
package made

import (
	"math/rand/v2"
	"strings"
	"unicode/utf8"

	"github.com/unbake/unbake/corpus/train/text/cldr"
	"github.com/unbake/unbake/corpus/train/text/line"
)

// A Maker makes lines in one language. The same Maker gives the same lines.
type Maker struct {
	Lang      string
	Locales   []*cldr.Locale // at least one for Patterns
	Words     []string       // short texts: names, labels, things
	Sentences []string       // for Code and Chat
	Emoji     []string
	Emoticons []string
	Upper     func(string) string // to capitals by the language's rules
}

// A Line is a made line and the text that it was made from, or itself. Both go
// into the same split.
type Line struct{ Text, From string }

// maxShort is the length in runes up to which a text is a word or label.
const maxShort = 28

// Short tells whether text may stand among a Maker's Words.
func Short(text string) bool {
	return utf8.RuneCountInString(text) <= maxShort && !strings.ContainsAny(text, "{}<>%$\\")
}

// A gen draws from a Maker's stock.
type gen struct {
	*Maker
	*rand.Rand
}

func (m *Maker) gen(reg line.Register) gen {
	return gen{m, rand.New(rand.NewPCG(line.Hash("made", m.Lang, string(reg)), 1))}
}

// Patterns returns lines with figures, about runes long together.
func (m *Maker) Patterns(runes int) []Line {
	if len(m.Locales) == 0 {
		return nil
	}
	return m.lines(line.Patterns, runes, gen.pattern)
}

// Symbols returns lines with emoji, arrows, boxes and other signs.
func (m *Maker) Symbols(runes int) []Line { return m.lines(line.Symbols, runes, gen.symbols) }

func (m *Maker) lines(reg line.Register, runes int, one func(gen) string) []Line {
	var out []Line
	g := m.gen(reg)
	for n, tries := 0, 0; n < runes && tries < runes; tries++ {
		if s := line.Tidy(one(g)); s != "" {
			out = append(out, Line{s, s})
			n += utf8.RuneCountInString(s)
		}
	}
	return out
}

// Code returns lines of code, markup and data with the language's sentences in
// them. No sentence is used twice.
func (m *Maker) Code(runes int) []Line { return m.from(line.Code, runes, gen.code) }

// Chat returns the language's sentences as people type them in chats.
func (m *Maker) Chat(runes int) []Line { return m.from(line.Chat, runes, gen.chat) }

func (m *Maker) from(reg line.Register, runes int, one func(gen, string) string) []Line {
	var out []Line
	g := m.gen(reg)
	n := 0
	for _, i := range g.Perm(len(m.Sentences)) {
		if n >= runes {
			break
		}
		from := m.Sentences[i]
		if s := line.Tidy(one(g, from)); s != "" {
			out = append(out, Line{s, from})
			n += utf8.RuneCountInString(s)
		}
	}
	return out
}

// pick returns one of list, or "" if it is empty.
func (g gen) pick(list ...string) string {
	if len(list) == 0 {
		return ""
	}
	return list[g.IntN(len(list))]
}

// of picks among the fields of a string: short lists are written so.
func (g gen) of(fields string) string { return g.pick(strings.Fields(fields)...) }

func (g gen) hit(percent int) bool { return g.IntN(100) < percent }

// word is a short text of the language; a fifth are in capitals.
func (g gen) word() string {
	w := g.pick(g.Words...)
	if g.Upper != nil && g.hit(20) {
		return g.Upper(w)
	}
	return w
}

// join makes a list of n parts.
func (g gen) join(n int, sep string, part func() string) string {
	parts := make([]string, n)
	for i := range parts {
		parts[i] = part()
	}
	return strings.Join(parts, sep)
}
