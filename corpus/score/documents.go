package main

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/fix"
)

// A manner is how much of a document is damaged.
type manner struct {
	name string
	part corpus.Part
	bake float64 // share of its lines, 0 for one of them
}

var manners = []manner{
	{"all lines", corpus.Whole, 1},
	{"half of the lines", corpus.Whole, 0.5},
	{"one line, quoted", corpus.Whole, 0},
	{"words in all lines", corpus.Words, 1},
}

// documentPaths are what documents are damaged by, the common ones more than once.
var documentPaths = []struct {
	name  string
	paths []string
}{
	{"windows-1252", []string{western}},
	{"other pages", []string{
		"utf-8>windows-1250", "utf-8>windows-1251", "utf-8>windows-1253", "utf-8>windows-1254", "utf-8>windows-1257",
		"utf-8>ibm437", "utf-8>ibm850", "utf-8>ibm852", "utf-8>ibm866", "utf-8>koi8-r", "utf-8>macintosh",
		"utf-8>iso-8859-2", "utf-8>iso-8859-9", "utf-8>iso-8859-15"}},
	{"layers", []string{western + ">windows-1252", "utf-8>ibm850>windows-1252"}},
	{"legacy pages", []string{"windows-1250>windows-1252", "iso-8859-2>windows-1252", "windows-1251>windows-1252", "koi8-r>windows-1251",
		"windows-1253>windows-1252", "windows-1254>windows-1252", "windows-1252>ibm437", "windows-1252>windows-1250"}},
	{"with losses", []string{western + "+dropped-byte", western + "+nbsp-to-space", western + "+replacement-character"}},
}

// documentLines bound the length of a document.
const leastLines, mostLines = 5, 50

// mostTries is how many documents are made for one that can be damaged by a path.
const mostTries = 40

// A document is a text of several lines, damaged, and each line as it was.
type document struct {
	lines, want []string
}

// behind are what stands behind words in text that looks damaged.
var behind = strings.Split("™|®|…|”|’|»|\u00a0|–|—|°|²|†", "|")

// harden makes clean text that looks damaged: in capitals or not, with marks behind
// the words that end in a letter beyond ASCII.
func harden(rng *rand.Rand, text string) string {
	if rng.IntN(2) == 0 {
		text = strings.ToUpper(text)
	}
	words := strings.Split(text, " ")
	for i, w := range words {
		if r, _ := utf8.DecodeLastRuneInString(w); r > 0x7F && unicode.IsLetter(r) {
			words[i] += behind[rng.IntN(len(behind))]
		}
	}
	return strings.Join(words, " ")
}

// makeDocument draws lines of one language, damages them, and puts two lines among
// them that only look damaged: a trap, and a line made hard.
func makeDocument(rng *rand.Rand, texts, traps []string, path corpus.Path, m manner) (d document, err error) {
	quoted := m.bake == 0
	n := leastLines + rng.IntN(mostLines-leastLines+1)
	at := rng.IntN(n)
	trap, hard := (at+1)%n, (at+2)%n
	for i := range n {
		line := texts[rng.IntN(len(texts))]
		damaged := rng.Float64() < m.bake || i == at
		switch {
		case i == trap:
			line, damaged = traps[rng.IntN(len(traps))], false
		case i == hard:
			line, damaged = harden(rng, line), false
		case quoted && damaged:
			line = "> " + line
		}
		d.want = append(d.want, line)
		if damaged {
			baked, err := corpus.Damage{Path: path, Part: m.part, Share: wordShare, Seed: rng.Uint64()}.Bake(line)
			if err != nil {
				return d, err
			}
			line = baked.Text
		}
		d.lines = append(d.lines, line)
	}
	return d, nil
}

// A documentCount sums up documents.
type documentCount struct {
	documents, exact     int
	again                int // documents that a second pass changes
	damaged, left, wrong int // lines
	clean, harmed        int // lines
	example              []string
}

func (c *documentCount) add(d document, got []string) {
	c.documents++
	exact := true
	for i, want := range d.want {
		exact = exact && got[i] == want
		if d.lines[i] == want {
			c.clean++
			if got[i] != want {
				c.harmed++
				c.note("harmed", d.lines[i], want, got[i])
			}
			continue
		}
		c.damaged++
		switch got[i] {
		case want:
		case d.lines[i]:
			c.left++
			c.note("left", d.lines[i], want, got[i])
		default:
			c.wrong++
			c.note("wrong", d.lines[i], want, got[i])
		}
	}
	if exact {
		c.exact++
	}
}

func (c *documentCount) note(what, in, want, got string) {
	c.example = append(c.example, fmt.Sprintf("%s: %q is %q, should be %q", what, in, got, want))
}

func (c *documentCount) row(name string) string {
	return fmt.Sprintf("| %s | %d | %s | %d | %d | %d | %d | %d | %d |\n", name, c.documents, percent(c.exact, c.documents),
		c.again, c.damaged, c.left, c.wrong, c.clean, c.harmed)
}

const documentHead = "documents | %% exact | changed again | lines damaged | left | wrong | lines clean | harmed |\n" +
	"| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"

const documentsIntro = "\n## Documents\n\n" +
	"Of 5 to 50 lines, one of them hard text without damage and one a trap. *Words*: some in each line. *Changed again*:\n" +
	"a second pass, which learns anew, changes something. *Harmed*: lines without damage that change.\n"

// scoreDocuments makes n documents for each kind and manner of damage, repairs them
// line by line and with what is learnt from each, and prints both. texts has lines by
// language.
func scoreDocuments(w io.Writer, f *fix.Fixer, texts map[string][]string, n int, verbose bool) error {
	out := bufio.NewWriter(w)
	var langs, traps []string
	for lang := range texts {
		langs = append(langs, lang)
	}
	slices.Sort(langs)
	for _, s := range corpus.Samples() {
		if s.Trap != "" && !strings.ContainsAny(s.Text, "\n\ufffd") {
			traps = append(traps, s.Text)
		}
	}
	modes := []string{"Each line by itself", "With a profile"}
	counts := map[string]*documentCount{}
	at := func(mode, row string) *documentCount {
		if counts[mode+row] == nil {
			counts[mode+row] = &documentCount{}
		}
		return counts[mode+row]
	}
	rng := rand.New(rand.NewPCG(1, 2))
	var rows []string
	for _, kind := range documentPaths {
		for _, m := range manners {
			row := kind.name + ", " + m.name
			rows = append(rows, row)
			for made, tries := 0, 0; made < n && tries < mostTries*n; tries++ {
				path := corpus.MustPath(kind.paths[rng.IntN(len(kind.paths))])
				lines := writable(texts[langs[rng.IntN(len(langs))]], path)
				if len(lines) < leastLines {
					continue
				}
				d, err := makeDocument(rng, lines, traps, path, m)
				if err != nil {
					return err
				}
				if slices.Equal(d.lines, d.want) {
					continue
				}
				made++
				text := strings.Join(d.lines, "\n")
				for i, learn := range []func(string) *fix.Fixer{func(string) *fix.Fixer { return f }, func(s string) *fix.Fixer { return f.Learn(s) }} {
					once := learn(text).String(text)
					again := learn(once).String(once) != once
					for _, c := range []*documentCount{at(modes[i], row), at(modes[i], "**all**")} {
						c.add(d, strings.Split(once, "\n"))
						if again {
							c.again++
							c.note("again", text, once, learn(once).String(once))
						}
					}
				}
			}
		}
	}
	fmt.Fprint(out, documentsIntro)
	for _, mode := range modes {
		fmt.Fprintf(out, "\n### %s\n\n| damage | "+documentHead, mode)
		for _, row := range append(rows, "**all**") {
			fmt.Fprint(out, at(mode, row).row(row))
		}
		if verbose {
			fmt.Fprintln(out, strings.Join(at(mode, "**all**").example, "\n"))
		}
	}
	return out.Flush()
}

// writable returns the lines that can be written in the page that a path starts with,
// if those are most of them: nobody wrote the others there.
func writable(lines []string, path corpus.Path) (out []string) {
	if path.Origin == "utf-8" {
		return lines
	}
	for _, l := range lines {
		if _, err := corpus.Bake(l, path); err == nil {
			out = append(out, l)
		}
	}
	if 2*len(out) < len(lines) {
		return nil
	}
	return out
}

// linesByLanguage are the held-out lines of the languages that have enough for a
// document, those only that hold more than ASCII.
func linesByLanguage(name string) (map[string][]string, error) {
	lines, err := heldLines(name)
	if err != nil {
		return nil, err
	}
	out := map[string][]string{}
	for _, l := range lines {
		if l.fresh() && l.Lang != "und" && l.Lang != "zxx" && isMarked(l.Text) {
			out[l.Lang] = append(out[l.Lang], l.Text)
		}
	}
	for lang, texts := range out {
		if len(texts) < mostLines {
			delete(out, lang)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: no language has %d lines held out of training and of fitting", name, mostLines)
	}
	return out, nil
}

// sampleDocuments is how many documents of each kind are made of the samples, which are few.
const sampleDocuments = 10

// samplesByScript are the samples in Latin letters, and the others: of one language there
// are too few for a document.
func samplesByScript(samples []corpus.Sample) map[string][]string {
	out := map[string][]string{}
	for _, s := range samples {
		script := "other"
		if strings.ContainsFunc(s.Text, func(r rune) bool { return unicode.Is(unicode.Latin, r) && unicode.IsLower(r) }) {
			script = "latin"
		}
		if isMarked(s.Text) && !strings.Contains(s.Text, "\n") {
			out[script] = append(out[script], s.Text)
		}
	}
	return out
}

// isMarked tells whether a text has something beyond ASCII.
func isMarked(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r > 0x7F })
}
