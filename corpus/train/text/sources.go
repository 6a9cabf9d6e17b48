package main

import (
	_ "embed"
	"fmt"
	"io"
	"strings"

	"github.com/unbake/unbake/corpus/train/text/extract"
	"github.com/unbake/unbake/corpus/train/text/npm"
)

// sourcesHead opens SOURCES.md: what the text is, and the frozen prose.
//
//go:embed sources.head.md
var sourcesHead string

// writeSources writes SOURCES.md: the head, then what was taken from each
// source, how much that was, and the pins.
func writeSources(w io.Writer, sums []sum) error {
	pins, err := npm.Pins()
	if err != nil {
		return err
	}
	taken := map[string]sum{}
	for _, s := range sums {
		taken[s.source] = s
	}
	var b strings.Builder
	b.WriteString(sourcesHead)
	row := func(name, licence, register, takes string, limit int) {
		s, ok := taken[name]
		if !ok {
			return
		}
		most := "–"
		if limit > 0 {
			most = fmt.Sprintf("%d k", limit/1000)
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %d | %d | `%x` |\n", name, licence, register, takes, most, s.lines, s.runes, s.hash.Sum(nil))
	}
	b.WriteString("\n## What is taken\n\n| source | licence | register | what | most a language | lines | characters | SHA-256 |\n| --- | --- | --- | --- | ---: | ---: | ---: | --- |\n")
	for _, f := range frozen {
		row(f.name, f.licence, f.register, f.takes, 0)
	}
	licences := map[string]string{}
	for _, p := range pins {
		licences[p.Name] = fmt.Sprintf("%s, `%s`", p.Licence, p.Where)
	}
	for _, s := range extract.Sources() {
		row(s.Package, licences[s.Package], string(s.Register), s.Takes, s.Cap)
	}
	b.WriteString("\n## Pins of the packages\n\nname@version and the integrity (SHA-512) of the tarball, as in `text/npm/pins.tsv`.\n\n")
	for _, p := range pins {
		fmt.Fprintf(&b, "- `%s@%s` `%s` (%s)\n", p.Name, p.Version, p.Integrity, p.Licence)
	}
	_, err = io.WriteString(w, b.String())
	return err
}

// frozen are the sources of the frozen prose.
var frozen = []struct{ name, licence, register, takes string }{
	{"voice-web", "CC0-1.0", "prose", "sentences of `server/data`, without Wikipedia's and those under other licences"},
	{"opensource.guide", "CC-BY-4.0", "prose, titles", "essays of `_articles`"},
	{"eltec-slv", "text public domain, mark-up CC-BY-4.0", "prose", "novels of `level1`"},
	{"tldr", "CC-BY-4.0", "help", "pages; lines that are only a command's name are left out"},
	{"free-programming-books", "CC-BY-4.0", "titles", "titles and names of `books`, `courses`, `casts`, `more`, `docs`"},
	{"security-101", "CC0-1.0", "tech", "`translations` (by machine), without the disclaimer"},
}
