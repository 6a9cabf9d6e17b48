package engine

// A pairSet is a set of pairs of legacy pages, by number.
type pairSet [4]uint64

func (p *pairSet) has(n int) bool { return p[n>>6&3]>>(n&63)&1 != 0 }

// any tells whether the set has a number from one to before another.
func (p *pairSet) any(from, to int) bool {
	for n := from; n < to; n++ {
		if p.has(n) {
			return true
		}
	}
	return false
}

func (p *pairSet) empty() bool { return *p == pairSet{} }

// pairsOf is the set of the pairs with these paths; others are left out.
func pairsOf(paths []string) (set pairSet) {
	if len(paths) == 0 {
		return set
	}
	for n, path := range LegacyPaths() {
		for _, p := range paths {
			if p == path {
				set[n>>6] |= 1 << (n & 63)
			}
		}
	}
	return set
}
