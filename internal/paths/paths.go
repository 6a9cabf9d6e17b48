// Package paths reads paths of damage, such as utf-8>windows-1252+dropped-byte>windows-1252: what
// a text was written in, and what it was then wrongly read as, with what was lost. Start with [Parse].
//
// It is what corpus, which damages along paths, and fix, which undoes them, have in common. What a loss is each of them
// says for itself.
package paths

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/unbake/unbake/internal/codec"
)

// Names that mean more than a codec of the same name.
const (
	UTF8  = "utf-8"
	CESU8 = "cesu-8"
	// Raw as a last layer does not read the bytes: they stay as they are among UTF-8.
	Raw = "raw"
	// Latin1 is a label of windows-1252 to the registries of the Web; not so to glibc, Java and
	// Python, and text that they damaged has C1 controls, so here it is a page of its own.
	Latin1 = "iso-8859-1"
)

// MaxLayers is how many layers a path has at most: each about doubles the text, and nobody has met more.
const MaxLayers = 6

// A Path is a path of damage. Names are as they were written until [Path.Check].
type Path struct {
	Origin string
	Layers []Layer
}

// A Layer is one wrong reading.
type Layer struct {
	Encoding string
	Losses   []string
}

// losses are the names that losses have: those of corpus, and what fix calls some of them.
var losses = strings.Fields(`dropped-byte question-mark replacement-character c1-dropped c1-question-mark
	c1-replacement-character nbsp-to-space nbsp-dropped shy-dropped spaces-collapsed trim quotes-straightened lower upper title half-repaired common-repaired whole-repaired nfd nfkd nfkc best-fit letters-dropped unaccented json-escape
	html-entities html-numbers percent hex-escape case-folded`)

// IsLoss tells whether name is that of a loss.
func IsLoss(name string) bool {
	return slices.Contains(losses, name) || strings.HasPrefix(name, "truncate=")
}

// An UnknownError is the error for a name that is no encoding.
type UnknownError struct {
	Name    string
	Nearest []string // names that are close to it, the closest first
}

// Error names the encoding, and what may have been meant.
func (e *UnknownError) Error() string {
	msg := fmt.Sprintf("unknown encoding %.80q", e.Name)
	if len(e.Nearest) > 0 {
		msg += "; nearest: " + strings.Join(e.Nearest, ", ")
	}
	return msg
}

// Parse reads a path. Names of encodings may be aliases, in any case, with blanks around them; the
// Path has the canonical ones. Losses are as they are written, without blanks.
func Parse(s string) (Path, error) {
	p, err := split(strings.TrimSpace(strings.TrimPrefix(s, "\ufeff")))
	if err != nil {
		return Path{}, err
	}
	pages, err := p.Check()
	if err != nil {
		return Path{}, err
	}
	p.Origin = pages[0].Name
	for i := range p.Layers {
		p.Layers[i].Encoding = pages[i+1].Name
	}
	return p, nil
}

// split takes a path apart.
func split(s string) (Path, error) {
	segments := strings.Split(s, ">")
	for i := range segments {
		segments[i] = strings.TrimSpace(segments[i])
	}
	p := Path{Origin: segments[0]}
	switch name, _, has := strings.Cut(p.Origin, "+"); {
	case s == "":
		return p, errors.New("empty; a path is like utf-8>windows-1252")
	case len(segments) == 1 && isBaseName(s):
		return p, errors.New("no layer: what it was taken for is missing, as in utf-8>windows-1252")
	case len(segments) == 1:
		if _, ok := Find(s); !ok {
			return p, unknown(s)
		}
		return p, fmt.Errorf("no layer; did you mean utf-8>%[1]s, or %[1]s>raw for bytes as they are?", s)
	case has:
		return p, fmt.Errorf("loss before the first layer; write it behind what %q was read as", name)
	}
	for _, seg := range segments[1:] {
		parts := strings.Split(seg, "+")
		l := Layer{Encoding: strings.TrimSpace(parts[0])}
		for _, loss := range parts[1:] {
			l.Losses = append(l.Losses, strings.TrimSpace(loss))
		}
		p.Layers = append(p.Layers, l)
	}
	return p, nil
}

// isBaseName tells whether a name is one that text is written in rather than taken for.
func isBaseName(name string) bool {
	pg, ok := Find(name)
	return ok && (pg.Name == UTF8 || pg.Name == CESU8 || pg.Name == Raw)
}

// A Page is an encoding that text is written in or read as.
type Page struct {
	Name  string
	Codec *codec.Codec // nil for utf-8, cesu-8, raw and iso-8859-1
}

// Find looks an encoding up by name.
func Find(name string) (Page, bool) {
	switch n := strings.ToLower(strings.TrimSpace(name)); n {
	case UTF8, CESU8, Raw, Latin1:
		return Page{Name: n}, true
	case "utf8":
		return Page{Name: UTF8}, true
	case "cesu8":
		return Page{Name: CESU8}, true
	default:
		c, ok := codec.Lookup(n)
		if !ok {
			return Page{}, false
		}
		return Page{Name: c.Name(), Codec: c}, true
	}
}

// Check looks up the names of a path. It returns the page of the origin and those of the layers.
func (p *Path) Check() ([]Page, error) {
	if len(p.Layers) == 0 {
		return nil, errors.New("no layer: what it was taken for is missing, as in utf-8>windows-1252")
	}
	if len(p.Layers) > MaxLayers {
		return nil, fmt.Errorf("%d layers; there may be %d", len(p.Layers), MaxLayers)
	}
	origin, ok := Find(p.Origin)
	if !ok {
		return nil, unknown(p.Origin)
	}
	if origin.Name == Raw {
		return nil, fmt.Errorf("text cannot be written in %q; it can only be left so", Raw)
	}
	pages := []Page{origin}
	for i, l := range p.Layers {
		read, ok := Find(l.Encoding)
		switch {
		case !ok:
			return nil, unknown(l.Encoding)
		case read.Name == UTF8 || read.Name == CESU8:
			return nil, fmt.Errorf("reading as %s is no damage here; layers are legacy encodings", read.Name)
		case read.Name == Raw && i < len(p.Layers)-1:
			return nil, fmt.Errorf("%q can only be the last layer", Raw)
		}
		pages = append(pages, read)
	}
	return pages, nil
}

func unknown(name string) error { return &UnknownError{name, codec.Nearest(name, 3)} }

// String returns the path without its losses.
func (p *Path) String() string {
	var b strings.Builder
	b.WriteString(p.Origin)
	for _, l := range p.Layers {
		b.WriteString(">" + l.Encoding)
	}
	return b.String()
}
