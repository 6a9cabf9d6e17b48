package engine

import (
	"slices"

	"github.com/unbake/unbake/internal/lm"
)

// Bounds of the look that a sample is given for pairs of legacy pages whose letters pass
// the gate as any text does: `mùže`, `teþekkürler`. Each cell is read by all pairs, which
// takes a tenth of a millisecond.
const (
	looksMax  = 128
	lookBytes = 16 << 10
	// A pair is at work where looksLeast cells show it beyond doubt, and one in looksShare of those
	// looked at. Of lines of Czech, Hungarian, Romanian, Croatian, Turkish, Lithuanian, Latvian and
	// Icelandic read as Western, or of French and Swedish as Central European, 44 to 87% do;
	// of clean lines in 22 languages, 17 of them unknown to the model, none, but 1% of Turkmen's.
	looksLeast = 3
	looksShare = 5
)

// legacyLooks counts what cells show that the gate lets by.
type legacyLooks struct {
	looked, bytes int
	paths         map[string]int
}

// look tells whether a pair of legacy pages reads a cell, beyond ASCII, beyond doubt.
func (l *Learner) look(cell string) bool {
	k := &l.looks
	if k.looked >= looksMax || k.bytes >= lookBytes {
		return false
	}
	k.looked++
	k.bytes += len(cell)
	s := scratches.Get().(*search)
	defer scratches.Put(s)
	s.model, s.opt = lm.Default(), &l.engine.opt
	p, ok := s.legacyPropose(cell, cell)
	if !ok || p.verdict(weighLegacy(&p.features)) != Certain {
		return false
	}
	if k.paths == nil {
		k.paths = make(map[string]int)
	}
	k.paths[p.pair.name()]++
	return true
}

// atWork returns the paths that enough cells show, in order.
func (k *legacyLooks) atWork() (paths []string) {
	for path, n := range k.paths {
		if n >= looksLeast && n*looksShare >= k.looked {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths
}
