package engine

import (
	"slices"
	"strings"

	"github.com/unbake/unbake/internal/lm"
)

// Bounds of the look that a sample is given for pairs of legacy pages whose letters pass
// the gate as any text does: `mùže`, `teþekkürler`. Each cell is read by all pairs, which
// takes a tenth of a millisecond.
const (
	looksMax  = 128
	lookBytes = 16 << 10
)

// legacyLooks counts what cells show that the gate lets by.
type legacyLooks struct {
	looked, bytes int
	paths         map[string]int
}

// take tells whether a cell is looked at.
func (k *legacyLooks) take(cell string) bool {
	if k.looked >= looksMax || k.bytes >= lookBytes {
		return false
	}
	k.looked++
	k.bytes += len(cell)
	return true
}

// show counts what a cell shows.
func (k *legacyLooks) show(path string) {
	if k.paths == nil {
		k.paths = make(map[string]int)
	}
	k.paths[path]++
}

// look returns the path of the pair of legacy pages that reads a cell, beyond ASCII, beyond doubt; empty if none does.
func (l *Learner) look(cell string) string {
	s := newSearch()
	defer scratches.Put(s)
	s.model, s.opt = lm.Default(), &l.engine.opt
	p, ok := s.legacyPropose(cell, cell)
	if !ok || p.verdict(weighLegacy(&p.features)) != Certain {
		return ""
	}
	return p.pair.name()
}

// shown returns the paths that cells show, those that most do first.
func (k *legacyLooks) shown() (paths []string) {
	for path := range k.paths {
		paths = append(paths, path)
	}
	slices.SortFunc(paths, func(a, b string) int {
		if d := k.paths[b] - k.paths[a]; d != 0 {
			return d
		}
		return strings.Compare(b, a)
	})
	return paths
}
