package main

import (
	"slices"
	"unicode/utf8"

	"github.com/unbake/unbake/corpus/train/text/cldr"
	"github.com/unbake/unbake/corpus/train/text/extract"
	"github.com/unbake/unbake/corpus/train/text/line"
	"github.com/unbake/unbake/corpus/train/text/made"
	"github.com/unbake/unbake/corpus/train/text/mix"
	"github.com/unbake/unbake/corpus/train/text/npm"
)

// An amount is how many runes of each register are made by rule in a language.
type amount struct{ patterns, symbols, code, chat int }

var (
	targetAmount = amount{80_000, 30_000, 40_000, 40_000}
	rareAmount   = amount{4_000, 1_000, 2_000, 0}
	undAmount    = amount{0, 1_200_000, 0, 0}
)

const (
	minWords     = 30   // below that a language's made lines would repeat themselves
	maxWords     = 6000 // words and sentences that made lines are drawn from
	glueThousand = 15   // of 1,000 lines, as many are glued to one in another language
)

// stock is what lines are made of by rule, beside the texts of the pool.
type stock struct {
	locales          map[string][]*cldr.Locale
	emoji, emoticons []string
}

func newStock(pkgs map[string][]byte) (*stock, error) {
	locales, err := cldr.Load(pkgs["cldr-misc-full"], pkgs["cldr-numbers-full"], pkgs["cldr-dates-full"], pkgs["cldr-units-full"], pkgs["cldr-rbnf"])
	if err != nil {
		return nil, err
	}
	st := &stock{locales: locales}
	if st.emoji, err = listOf(pkgs["cldr-annotations-full"], "annotations/en/annotations.json", extract.Signs); err != nil {
		return nil, err
	}
	st.emoticons, err = listOf(pkgs["emojibase-data"], "en/data.json", extract.Emoticons)
	return st, err
}

// listOf reads one file of a tarball and returns its list, sorted.
func listOf(tarball []byte, path string, read func([]byte) ([]string, error)) ([]string, error) {
	var out []string
	err := npm.Walk(tarball, func(p string) bool { return p == path }, func(_ string, data []byte) (err error) {
		out, err = read(data)
		return err
	})
	slices.Sort(out)
	return slices.Compact(out), err
}

func (st *stock) varier() *mix.Varier {
	v := &mix.Varier{Quotes: map[string]mix.Quotes{}}
	for lang, ls := range st.locales {
		l := ls[0]
		v.Quotes[lang] = mix.Quotes{Start: l.QuoteStart, End: l.QuoteEnd, AltStart: l.AltStart, AltEnd: l.AltEnd}
	}
	return v
}

// allRows gives the copies of the pool's lines, and the lines made by rule.
func allRows(pool *mix.Pool, st *stock, unseen map[string]bool) []mix.Row {
	v := st.varier()
	r := &rower{v: v, unseen: unseen, stock: st}
	var current []line.Line
	flush := func() {
		if len(current) > 0 {
			r.language(current)
		}
		current = current[:0]
	}
	pool.Lines(func(l line.Line) {
		if len(current) > 0 && current[0].Lang != l.Lang {
			flush()
		}
		current = append(current, l)
	})
	flush()
	return r.rows
}

type rower struct {
	v      *mix.Varier
	unseen map[string]bool
	stock  *stock
	rows   []mix.Row
	glue   []string // short lines of the languages before this one
}

// language adds the rows of one language, whose lines come in order.
func (r *rower) language(lines []line.Line) {
	m := r.maker(lines)
	for _, l := range lines {
		split := mix.Split(l.Lang, l.Text, r.unseen)
		h := line.Hash(mix.Seed, "glue", l.Lang, l.Text)
		short := utf8.RuneCountInString(l.Text) <= 60
		text := r.v.Vary(l)
		if short && len(r.glue) > 0 && h%1000 < glueThousand {
			text = mix.Glue(text, r.glue[h/1000%uint64(len(r.glue))], h)
		} else if short && split == mix.Train && h%1000 > 960 {
			r.glue = append(r.glue, l.Text)
		}
		r.add(split, l.Lang, l.Register, text)
	}
	r.made(m)
}

func (r *rower) add(split, lang string, reg line.Register, text string) {
	if text != "" {
		r.rows = append(r.rows, mix.Row{Split: split, Line: line.Line{Lang: lang, Register: reg, Text: text}})
	}
}

// maker collects what lines of a language can be made of.
func (r *rower) maker(lines []line.Line) *made.Maker {
	lang := lines[0].Lang
	m := &made.Maker{
		Lang: lang, Locales: r.stock.locales[lang], Emoji: r.stock.emoji, Emoticons: r.stock.emoticons,
		Upper: func(s string) string { return r.v.Upper(lang, s) },
	}
	words, sentences := map[line.Register]int{}, map[line.Register]int{}
	for _, l := range lines {
		if made.Short(l.Text) && words[l.Register] < maxWords/4 {
			words[l.Register]++
			m.Words = append(m.Words, l.Text)
		}
		if n := utf8.RuneCountInString(l.Text); n >= 8 && n <= 120 && sentences[l.Register] < maxWords/2 {
			switch l.Register {
			case line.Prose, line.Tech, line.Help:
				sentences[l.Register]++
				m.Sentences = append(m.Sentences, l.Text)
			}
		}
	}
	return m
}

// made adds the lines made by rule. They are varied like the others.
func (r *rower) made(m *made.Maker) {
	if len(m.Words) < minWords {
		return
	}
	n := rareAmount
	if _, target := line.Target(m.Lang); target {
		n = targetAmount
	} else if m.Lang == line.Und {
		n = undAmount
	}
	for reg, lines := range map[line.Register][]made.Line{
		line.Patterns: m.Patterns(n.patterns), line.Symbols: m.Symbols(n.symbols),
		line.Code: m.Code(n.code), line.Chat: m.Chat(n.chat),
	} {
		for _, l := range lines {
			text := r.v.Vary(line.Line{Lang: m.Lang, Register: reg, Text: l.Text})
			r.add(mix.Split(m.Lang, l.From, r.unseen), m.Lang, reg, text)
		}
	}
}
