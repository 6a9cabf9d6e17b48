package engine

import (
	"github.com/unbake/unbake/internal/lm"
	"github.com/unbake/unbake/internal/scan"
)

// An Observation is a cluster with its features, before it is judged: what the
// weights are fitted on.
type Observation struct {
	Start, End int // bytes of the cell
	After      string
	Path       string
	Features   []float32
	LogOdds    float32
	Margin     float32
	Double     bool // by a double-byte page: its features are those of [DoubleNames]
}

// FeatureNames returns the names of the features, in the order of
// [Observation.Features].
func FeatureNames() []string { return featureNames[:] }

// Observe returns the clusters of a cell's first round, for fitting.
func (e *Engine) Observe(text string) []Observation {
	s := newSearch()
	defer scratches.Put(s)
	s.model, s.opt = lm.Default(), &e.opt
	s.controls = false
	if !s.propose(text) {
		s.controls = true
		if !s.propose(text) {
			return nil
		}
	}
	var out []Observation
	for i := range s.clusters {
		s.clusters[i].made = true
	}
	s.shared.forget()
	for i := range s.clusters {
		c := &s.clusters[i]
		s.evidence(i)
		o := Observation{int(s.off[c.from]), int(s.off[c.to]), s.textOf(c, -1, 0), s.paths[c.path].name,
			append([]float32(nil), c.features[:]...), weigh(&c.features), c.margin, s.paths[c.path].double}
		if o.Double {
			f := s.doubleEvidence(i)
			o.Features, o.LogOdds = append(o.Features[:0], f[:]...), s.doubleOdds(i)
		}
		out = append(out, o)
	}
	return out
}

// A LegacyObservation is a proposal before it is judged, for fitting.
type LegacyObservation struct {
	After    string // the cell
	Path     string
	Features []float32
	LogOdds  float32
}

// ObserveLegacy returns the best proposal of a pair of legacy pages for a cell;
// ok is false if there is none, or nothing is left of the cell for it when the repairs
// of UTF-8 are made.
func (e *Engine) ObserveLegacy(text string) (o LegacyObservation, ok bool) {
	s := newSearch()
	defer scratches.Put(s)
	s.model, s.opt = lm.Default(), &e.opt
	s.controls = true
	made, _ := parted(s.round(text))
	rest := splice(text, 0, len(text), made)
	if len(made) > 0 && !scan.Legacy(rest) {
		return o, false
	}
	p, ok := s.legacyPropose(text, rest)
	if !ok {
		return o, false
	}
	return LegacyObservation{p.text, p.pair.name(), append([]float32(nil), p.features[:]...), weighLegacy(&p.features)}, true
}
