package corpus

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Part is what [Damage] takes or leaves as a whole.
type Part int

const (
	// Whole damages all of the text.
	Whole Part = iota
	// Words damages some runs of characters without white space.
	Words
	// Lines damages some lines. Line ends are never damaged.
	Lines
)

// A Damage is a recipe: a path, and how much of a text goes that way. The
// zero Part damages all.
type Damage struct {
	Path Path
	// Part is what is damaged, or not, as a whole.
	Part Part
	// Share is the chance, 0 to 1, of each part to be damaged. Parts in ASCII
	// alone do not count; of the others one at least is damaged, but with a Share of 0 none.
	// Of a Whole text it means nothing.
	Share float64
	// Seed chooses the parts. The same seed always chooses the same.
	Seed uint64
}

// String returns a name for the recipe: the path, and behind "@" what is
// damaged of a mixed text, as in "utf-8>windows-1252@words=0.3,seed=1".
func (d Damage) String() string {
	switch d.Part {
	case Words:
		return fmt.Sprintf("%s@words=%g,seed=%d", d.Path, d.Share, d.Seed)
	case Lines:
		return fmt.Sprintf("%s@lines=%g,seed=%d", d.Path, d.Share, d.Seed)
	}
	return d.Path.String()
}

// Bake damages text and tells whether information was lost. It fails as the
// function [Bake] does.
func (d Damage) Bake(text string) (Baked, error) {
	if !(d.Share >= 0 && d.Share <= 1) {
		return Baked{}, fmt.Errorf("corpus: share %g: must be from 0 to 1", d.Share)
	}
	if d.Part == Whole {
		return d.Path.bake(text)
	}
	if d.Part != Words && d.Part != Lines {
		return Baked{}, fmt.Errorf("corpus: part %d: must be Whole, Words or Lines", d.Part)
	}
	parts := d.split(text)
	var out Baked
	var b strings.Builder
	chosen := d.choose(parts)
	for i, part := range parts {
		if !chosen[i] {
			b.WriteString(part)
			continue
		}
		baked, err := d.Path.bake(part)
		if err != nil {
			return Baked{}, err
		}
		b.WriteString(baked.Text)
		out.Lost = out.Lost || baked.Lost
	}
	out.Text = b.String()
	return out, nil
}

// split cuts text into parts and what stands between them, which is ASCII or
// white space and thus never chosen.
func (d Damage) split(text string) []string {
	between := unicode.IsSpace
	if d.Part == Lines {
		between = func(r rune) bool { return r == '\n' || r == '\r' }
	}
	var parts []string
	start, was := 0, false
	for i, r := range text {
		if is := between(r); is != was && i > start {
			parts = append(parts, text[start:i])
			start, was = i, is
		} else {
			was = is
		}
	}
	return append(parts, text[start:])
}

// choose draws the parts to be damaged. It reads the generator's integers
// itself, for only they are promised to stay the same in all releases of Go.
func (d Damage) choose(parts []string) []bool {
	source := rand.NewPCG(d.Seed, 0)
	chosen := make([]bool, len(parts))
	var eligible []int
	any := false
	for i, p := range parts {
		if ascii(p) || strings.TrimSpace(p) == "" {
			continue
		}
		eligible = append(eligible, i)
		if float64(source.Uint64()>>11)/(1<<53) < d.Share {
			chosen[i], any = true, true
		}
	}
	if !any && len(eligible) > 0 && d.Share > 0 {
		chosen[eligible[source.Uint64()%uint64(len(eligible))]] = true
	}
	return chosen
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
