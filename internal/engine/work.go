package engine

import "github.com/unbake/unbake/internal/lm"

// What would take more than linear time in a cell of many clusters, or in a
// cluster of many edges, is here: shared by all clusters, or done in a part.

// longCluster is the number of edges beyond which another reading of one of them
// is compared in its surroundings, not in the whole cluster. The difference is that of adding
// up in another order.
const longCluster = 32

// A clusterPart is a stretch of a long cluster.
type clusterPart struct {
	cluster cluster
	before  lm.Context
	after   []lm.Sym
	cost    float32
}

// around returns the edges about number j of cluster i from which the model can see it.
func (s *search) around(i, j int) (w clusterPart) {
	c := &s.clusters[i]
	first, last := max(j-1, 0), min(j+tail+2, len(c.edges))
	w.cluster = cluster{from: c.from, to: c.to, edges: c.edges[first:last]}
	start := max(first-tail-1, 0)
	if start == 0 {
		w.before = s.contextBefore(i)
	}
	if first > 0 {
		head := cluster{from: c.from, edges: c.edges[start:first]}
		if start > 0 {
			w.before, head.from = lm.Edge, s.edges[c.edges[start]].from
		}
		w.cluster.from = s.edges[c.edges[first]].from
		head.to = w.cluster.from
		syms, _ := s.reading(&head, -1, 0)
		for _, x := range syms {
			w.before = w.before.Push(x)
		}
	}
	if last == len(c.edges) {
		w.after = s.after(i)
	} else {
		w.cluster.to = s.edges[c.edges[last-1]].to
	}
	w.cost = s.costOf(&w, -1, 0)
	return w
}

// costOf is what the part costs with edge instead taken for edge was.
func (s *search) costOf(w *clusterPart, was, instead int32) float32 {
	syms, price := s.reading(&w.cluster, was, instead)
	return s.cost(w.before, syms, w.after) + price
}

// A sharedEvidence is what is the same for all clusters of a path, or of the cell,
// as long as none is given up.
type sharedEvidence struct {
	rivals        map[uint8]float32
	shares        [2]literalShares // and where earlier rounds are not looked at
	lonely, asked bool             // of double-byte pages
}

func (e *sharedEvidence) forget() {
	clear(e.rivals)
	e.shares, e.asked = [2]literalShares{}, false
}

// sharedRival is rival, asked once for each path.
func (s *search) sharedRival(path uint8) float32 {
	if r, ok := s.shared.rivals[path]; ok {
		return r
	}
	if s.shared.rivals == nil {
		s.shared.rivals = make(map[uint8]float32)
	}
	r := s.rival(path)
	s.shared.rivals[path] = r
	return r
}

// sharedShares is literalShares, asked once.
func (s *search) sharedShares() *literalShares {
	x := &s.shared.shares[0]
	if s.blind {
		x = &s.shared.shares[1]
	}
	if !x.known {
		*x = s.literalShares()
	}
	return x
}

// sharedLonely is lonelyDouble, asked once.
func (s *search) sharedLonely() bool {
	e := &s.shared
	if !e.asked {
		e.lonely, e.asked = s.lonelyDouble(), true
	}
	return e.lonely
}
