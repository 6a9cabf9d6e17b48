package engine

import (
	"slices"
	"strings"

	"github.com/unbake/unbake/internal/codec"
)

// A Plan is the paths of the damage that is to be undone, and none other. A path is all that happened to a text: what
// was damaged twice is not damaged once.
type Plan struct {
	paths []planPath
	names map[string]bool // that findings have for them
}

// A planPath is the codecs of a path, oldest first: what the text was written in, nil for UTF-8, and what it was read as.
type planPath struct {
	name   string
	codecs []*codec.Codec
}

// NewPlan returns the plan with these paths, whose names may be aliases; nil if there are none. Paths with names
// that are not known are left out.
func NewPlan(paths []string) *Plan {
	if len(paths) == 0 {
		return nil
	}
	p := &Plan{names: map[string]bool{}}
	for _, path := range paths {
		x, ok := planPathOf(path)
		if !ok {
			continue
		}
		p.paths = append(p.paths, x)
		p.names[x.name] = true
		// The engine calls it ISO-8859-1 where one legacy page was read as another, and shows by controls.
		western := codec.Windows1252.Codec()
		if last := len(x.codecs) - 1; x.codecs[0] != nil && x.codecs[last] == western {
			p.names[strings.TrimSuffix(x.name, western.Name())+"iso-8859-1"] = true
		}
	}
	return p
}

func planPathOf(path string) (p planPath, ok bool) {
	layers := strings.Split(plainOrigin(path), ">")
	for i, name := range layers {
		if i == 0 && name == origins[0] {
			p.codecs = append(p.codecs, nil)
			continue
		}
		c, ok := codec.Lookup(name)
		if !ok {
			return p, false
		}
		layers[i] = c.Name()
		p.codecs = append(p.codecs, c)
	}
	p.name = strings.Join(layers, ">")
	return p, len(layers) > 1
}

// plenty is how many cells a path counts that is known to be at work: as many as
// say all that a sample can say.
const plenty = 1000

// Profile returns the profile of documents in which the paths of a plan are at work beyond
// doubt, and no other damage; nil for no plan.
func (p *Plan) Profile() *Profile {
	if p == nil {
		return nil
	}
	q := &Profile{byPath: map[string]Witness{}}
	for name := range p.names {
		q.byPath[name] = Witness{Cells: plenty, Kinds: plenty}
	}
	for _, path := range p.paths {
		if path.codecs[0] != nil {
			q.pairs = append(q.pairs, path.name)
		}
	}
	q.works = len(q.byPath) > 0
	q.setRebates()
	return q
}

// has tells whether the plan has a path of that name; no plan has all.
func (p *Plan) has(name string) bool { return p == nil || p.names[plainOrigin(name)] }

// planned leaves out what the plan, if there is one, does not say: findings along other paths, and other readings of
// what is only suspected.
func (e *Engine) planned(text string, found []Finding) []Finding {
	p := e.opt.Plan
	if p == nil {
		return found
	}
	out := found[:0]
	for _, f := range found {
		before := text[f.Start:f.End]
		if f.Made {
			if p.says(before, &f.Readings[0]) {
				out = append(out, f)
			}
			continue
		}
		f.Readings = slices.DeleteFunc(slices.Clone(f.Readings), func(r Reading) bool { return !p.says(before, &r) })
		if len(f.Readings) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// says tells whether a reading is along a path of the plan. Near pages read most alike, so that it may have the name
// of another one; it gets that of the plan's.
func (p *Plan) says(before string, r *Reading) bool {
	if p.has(r.Path) {
		return true
	}
	for _, x := range p.paths {
		if text, ok := x.undo(before); ok && text == r.After {
			r.Path = x.name
			return true
		}
	}
	return false
}

// undo reads text, which lost nothing, backwards along a path.
func (x *planPath) undo(text string) (string, bool) {
	for i := len(x.codecs) - 1; i > 0; i-- {
		raw, taken := x.codecs[i].AppendEncode(nil, text)
		if taken < len(text) {
			return "", false
		}
		text = string(raw)
	}
	if x.codecs[0] == nil {
		return text, true
	}
	raw, whole := x.codecs[0].AppendDecode(nil, []byte(text))
	return string(raw), whole
}
