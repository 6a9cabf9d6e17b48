package corpus

import (
	"fmt"
	"strings"

	"github.com/unbake/unbake/internal/codec"
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
// ones. Errors name what is wrong and the nearest names that are known.
func ParsePath(s string) (Path, error) {
	fail := func(format string, args ...any) (Path, error) {
		return Path{}, fmt.Errorf("corpus: path %q: %s", s, fmt.Sprintf(format, args...))
	}
	segments := strings.Split(s, ">")
	origin := strings.TrimSpace(segments[0])
	if strings.TrimSpace(s) == "" {
		return fail("empty; a path is like utf-8>windows-1252")
	}
	if len(segments) == 1 {
		return fail("no layer; did you mean utf-8>%[1]s, or %[1]s>raw for bytes as they are?", origin)
	}
	if name, _, has := strings.Cut(origin, "+"); has {
		return fail("loss before the first layer; write it behind what %q was read as", name)
	}
	p := Path{Origin: origin}
	for _, seg := range segments[1:] {
		parts := strings.Split(seg, "+")
		l := Layer{Encoding: strings.TrimSpace(parts[0])}
		for _, name := range parts[1:] {
			l.Losses = append(l.Losses, Loss(strings.TrimSpace(name)))
		}
		p.Layers = append(p.Layers, l)
	}
	steps, err := p.resolve()
	if err != nil {
		return fail("%s", strings.TrimPrefix(err.Error(), "corpus: "))
	}
	for i, st := range steps {
		p.Layers[i].Encoding = st.read.name
	}
	p.Origin = steps[0].written.name
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
	if len(p.Layers) == 0 {
		return nil, fmt.Errorf("corpus: path has no layer")
	}
	written, err := lookup(p.Origin)
	if err != nil {
		return nil, err
	}
	if written.name == rawName {
		return nil, fmt.Errorf("corpus: text cannot be written in %q; it can only be left so", rawName)
	}
	var steps []step
	for i, l := range p.Layers {
		read, err := lookup(l.Encoding)
		if err != nil {
			return nil, err
		}
		if read.name == utf8Name || read.name == cesu8Name {
			return nil, fmt.Errorf("corpus: reading as %s is no damage here; layers are legacy encodings", read.name)
		}
		if read.name == rawName && i < len(p.Layers)-1 {
			return nil, fmt.Errorf("corpus: %q can only be the last layer", rawName)
		}
		st := step{written: written, read: read}
		for _, name := range l.Losses {
			rule, err := name.rule()
			if err != nil {
				return nil, err
			}
			st.losses = append(st.losses, rule)
		}
		steps = append(steps, st)
		written = page{name: utf8Name}
	}
	return steps, nil
}

func lookup(name string) (page, error) {
	pg, ok := findPage(name)
	if ok {
		return pg, nil
	}
	if near := codec.Nearest(name, 3); len(near) > 0 {
		return page{}, fmt.Errorf("corpus: unknown encoding %q; nearest: %s", name, strings.Join(near, ", "))
	}
	return page{}, fmt.Errorf("corpus: unknown encoding %q", name)
}
