package corpus

import (
	"fmt"
	"strings"

	"github.com/unbake/unbake/internal/paths"
)

// A Path says how text was damaged. The zero Path has no layer and cannot be
// baked with.
type Path struct {
	// Origin is the encoding that the text was written in before the first
	// layer: "utf-8", "cesu-8", or a legacy page that was then read as another.
	Origin string
	// Layers are the wrong readings, oldest first. Between two of them the
	// text is written as UTF-8.
	Layers []Layer
}

// MaxLayers is how many layers a path has at most: each about doubles the text.
const MaxLayers = paths.MaxLayers

// A Layer is one wrong reading, and what was lost of its result.
type Layer struct {
	// Encoding is what the bytes were read as. "raw" does not read them: the
	// bytes stay as they are among UTF-8. It can only be the last layer.
	Encoding string
	// Losses happened to the text that came out, in this order.
	Losses []Loss
}

// ParsePath reads a path such as
//
//	utf-8>windows-1252
//	utf-8>windows-1252+dropped-byte>windows-1252
//	windows-1251>windows-1252
//	cesu-8>iso-8859-1
//	windows-1252>raw
//
// Names of encodings may be aliases, in any case; the Path has the canonical
// ones. There may be [MaxLayers]. Errors name what is wrong and the nearest names that are known.
func ParsePath(s string) (Path, error) {
	read, err := paths.Parse(s)
	p := Path{Origin: read.Origin}
	for _, l := range read.Layers {
		layer := Layer{Encoding: l.Encoding}
		for _, name := range l.Losses {
			layer.Losses = append(layer.Losses, Loss(name))
		}
		p.Layers = append(p.Layers, layer)
	}
	if err == nil {
		_, err = p.resolve()
	}
	if err != nil {
		return Path{}, fmt.Errorf("corpus: path %.200q: %s", s, strings.TrimPrefix(err.Error(), "corpus: "))
	}
	return p, nil
}

// MustPath is [ParsePath] for paths written in source. It panics where
// ParsePath returns an error.
func MustPath(s string) Path {
	p, err := ParsePath(s)
	if err != nil {
		panic(err)
	}
	return p
}

// String returns the path as [ParsePath] reads it.
func (p Path) String() string {
	var b strings.Builder
	b.WriteString(p.Origin)
	for _, l := range p.Layers {
		b.WriteString(">" + l.Encoding)
		for _, loss := range l.Losses {
			b.WriteString("+" + string(loss))
		}
	}
	return b.String()
}

// With returns the path with losses added behind its last layer. p keeps its
// own. A path without layers stays as it is.
func (p Path) With(losses ...Loss) Path {
	if len(p.Layers) == 0 {
		return p
	}
	p.Layers = append([]Layer(nil), p.Layers...)
	last := &p.Layers[len(p.Layers)-1]
	last.Losses = append(append([]Loss(nil), last.Losses...), losses...)
	return p
}

// A step is a layer with its names looked up.
type step struct {
	written, read page
	losses        []lossRule
}

// resolve looks up all names of the path.
func (p Path) resolve() ([]step, error) {
	names := paths.Path{Origin: p.Origin}
	for _, l := range p.Layers {
		names.Layers = append(names.Layers, paths.Layer{Encoding: l.Encoding})
	}
	pages, err := names.Check()
	if err != nil {
		return nil, fmt.Errorf("corpus: path %.200q: %w", p, err)
	}
	steps := make([]step, len(p.Layers))
	for i, l := range p.Layers {
		steps[i] = step{written: page{pages[0]}, read: page{pages[i+1]}}
		if i > 0 { // between layers text is written as UTF-8
			steps[i].written = page{paths.Page{Name: paths.UTF8}}
		}
		for _, name := range l.Losses {
			rule, err := name.rule()
			if err != nil {
				return nil, err
			}
			steps[i].losses = append(steps[i].losses, rule)
		}
	}
	return steps, nil
}
