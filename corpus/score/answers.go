package main

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/unbake/unbake/corpus"
)

// answers are the texts that count as right.
type answers struct {
	texts []string // the best first
	fold  bool     // case was folded, and nobody can know what it was
}

func (a answers) include(got string) bool {
	return slices.ContainsFunc(a.texts, func(want string) bool {
		return got == want || (a.fold && strings.EqualFold(got, want))
	})
}

// answersTo says what should come back of text, damaged along p to baked: the
// text, but
//
//   - escaped, where the damage was escaped: what reads it will undo that;
//   - in any case, where case was folded;
//   - as far as it goes, where it was cut, with or without what is left of a
//     cut character.
func answersTo(text string, p corpus.Path, baked string) (answers, error) {
	a := answers{texts: []string{text}}
	last := p.Layers[len(p.Layers)-1].Losses
	for i, loss := range last {
		switch loss {
		case corpus.JSONEscape, corpus.HTMLEntities, corpus.HTMLNumbers, corpus.Percent, corpus.HexEscape:
			escaped, err := corpus.Bake(text, corpus.MustPath("utf-8>raw").With(loss))
			if err != nil {
				return a, err
			}
			a.texts = []string{escaped}
			if loss == corpus.HTMLEntities { // a text may not show that there are names
				numbers, err := corpus.Bake(text, corpus.MustPath("utf-8>raw").With(corpus.HTMLNumbers))
				if err != nil {
					return a, err
				}
				a.texts = append(a.texts, numbers)
			}
		case corpus.Lower, corpus.Upper, corpus.Title:
			a.fold = true
		default:
			if strings.HasPrefix(string(loss), "truncate=") && i == len(last)-1 {
				return answersToCut(text, p, baked)
			}
		}
	}
	return a, nil
}

// answersToCut finds the longest start of text that baked, uncut, begins with.
func answersToCut(text string, p corpus.Path, baked string) (answers, error) {
	uncut := withoutLosses(p)
	last := p.Layers[len(p.Layers)-1].Losses
	uncut.Layers[len(uncut.Layers)-1].Losses = last[:len(last)-1]
	for end := len(text); end > 0; {
		whole, err := corpus.Bake(text[:end], uncut)
		if err != nil {
			return answers{}, err
		}
		if rest, ok := strings.CutPrefix(baked, whole); ok {
			return answers{texts: []string{text[:end] + rest, text[:end]}}, nil
		}
		_, n := utf8.DecodeLastRuneInString(text[:end])
		end -= n
	}
	return answers{texts: []string{baked, ""}}, nil
}

// withoutLosses returns the path of the wrong readings alone.
func withoutLosses(p corpus.Path) corpus.Path {
	out := corpus.Path{Origin: p.Origin}
	for _, l := range p.Layers {
		out.Layers = append(out.Layers, corpus.Layer{Encoding: l.Encoding})
	}
	return out
}

// plainPath returns the path that p is a special case of: without losses, and
// from UTF-8 where p is from CESU-8.
func plainPath(p corpus.Path) corpus.Path {
	p = withoutLosses(p)
	if p.Origin == "cesu-8" {
		p.Origin = "utf-8"
	}
	return p
}

func special(p corpus.Path) bool { return plainPath(p).String() != p.String() }
