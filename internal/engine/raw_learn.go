package engine

import (
	"math"
	"sync"
)

// Bounds of what is learnt about bytes that are not UTF-8. All pages read each cell of the
// sample, so it is small: pages that one line leaves open are told by a dozen.
const (
	rawLearnBytes = 16 << 10
	rawLearnCell  = 512 // bytes of a cell that are looked at
	// rawBefore is how many cells were counted in advance, spread over the pages, and
	// rawAlone how many of its cells do not count for a page: few pages are to explain
	// them all. Without that a line in plain letters, which near pages read alike, keeps
	// them all at work: of documents in one page 98.5% of the lines are right, not 99.3.
	rawBefore = 0.3
	rawAlone  = 1
	// mostRaw is how much dearer, in nats, a page is at most that the sample has
	// nothing in. One line in a page of its own comes out right by what it says.
	mostRaw = 10
	// rawRounds is how often the cells are shared out among the pages anew.
	rawRounds = 20
)

// A rawSample is the cells of a sample that are not UTF-8. What they say is worked out when
// it is first asked for: most documents that have a few such bytes keep them.
type rawSample struct {
	cells  [][]byte
	bytes  int
	once   sync.Once
	prices []float32
}

func (l *rawSample) add(cell string) {
	if l.bytes >= rawLearnBytes {
		return
	}
	n := min(len(cell), rawLearnCell)
	for n < len(cell) && n > 0 && cell[n-1] >= 0x30 { // no part of a character of two bytes
		n--
	}
	l.cells = append(l.cells, []byte(cell[:n]))
	l.bytes += n
}

// price returns what a page, by its place in rawCodecs, costs more than its rank says, in
// nats. Pages that read a cell alike share it.
func (l *rawSample) price(i int) float32 {
	if l == nil || len(l.cells) == 0 {
		return 0
	}
	l.once.Do(l.learn)
	return l.prices[i]
}

func (l *rawSample) learn() {
	var costs [][]float32 // by cell and page; negative where a page has no reading
	r := rawReaders.Get().(*rawReader)
	defer rawReaders.Put(r)
	for _, cell := range l.cells {
		r.begin(cell)
		list := make([]float32, len(rawCodecs))
		for i, c := range rawCodecs {
			list[i] = -1
			if _, cost, whole := r.read(c, math.MaxFloat32); whole {
				list[i] = max(cost, 0)
			}
		}
		costs = append(costs, list)
	}
	shares := make([]float64, len(rawCodecs))
	l.prices = make([]float32, len(rawCodecs))
	for i := range l.prices { // what the sample says takes the place of the rank
		l.prices[i] = rankPrice * float32(i)
	}
	for range rawRounds {
		clear(shares)
		for _, list := range costs {
			shareOut(shares, list, l.prices)
		}
		best := float32(math.MaxFloat32)
		for i, n := range shares {
			before := rawBefore / float64(len(rawCodecs))
			l.prices[i] = float32(-math.Log((max(n-rawAlone, 0) + before) / (float64(len(costs)) + rawBefore)))
			best = min(best, l.prices[i])
		}
		for i := range l.prices {
			l.prices[i] = min(l.prices[i]-best, mostRaw)
		}
	}
	for i, n := range shares { // which ReadRaw adds
		l.prices[i] -= rankPrice * float32(i) * float32(min(max(n-rawAlone, 0), 1))
	}
}

// shareOut adds to the shares of the pages the probability that a cell is in each.
func shareOut(shares []float64, costs, prices []float32) {
	least := float32(math.MaxFloat32)
	for i, c := range costs {
		if c >= 0 {
			least = min(least, c+prices[i])
		}
	}
	var sum float64
	p := make([]float64, len(costs))
	for i, c := range costs {
		if c >= 0 {
			p[i] = math.Exp(float64(least - c - prices[i]))
			sum += p[i]
		}
	}
	for i := range p {
		if sum > 0 {
			shares[i] += p[i] / sum
		}
	}
}
