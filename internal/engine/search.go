package engine

import (
	"math"
	"slices"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

// beam is how many ways are kept at a place, and beamNats how much dearer than
// the best they may be. With a beam of 12 the right one of the 14 readings of a
// lost byte fell out before the letters after it were seen.
const (
	beam     = 32
	beamNats = 14
)

// A search is the memory of one cell's round, reused for the next.
type search struct {
	model *lm.Model
	opt   *Options

	text        string
	undone      uint64   // codecs whose layers were undone before, of a value
	controls    bool     // C1 controls may be letters of a legacy page
	fold        fold     // what was done to the case of all letters
	ownFold     fold     // the same in earlier rounds, which made repairs by it
	foldPages   uint64   // those after which it may have been done
	unsureFolds uint64   // see foldsInDoubt
	foldSets    []uint64 // by item, see foldedMostly
	foldShown   bool     // some sequence shows it, see showsFold
	off         []int32  // byte offset of each rune, and the end
	syms        []lm.Sym // of each rune
	views       []view   // views[0] is the cell as it stands
	path        []codec.ID

	paths  []pathInfo // paths[0] is no path
	edges  []edge
	head   []int32 // by place: the first edge from there, -1 if none
	outs   []rune  // what edges give
	states []state
	at     []int32   // by place: the newest state there, -1 if none
	last   int32     // the state that ends the best way, -1 if none does
	least  []float32 // by place: the cost of the cheapest state there
	front  []int32
	order  []uint64 // of the states at a place: cost and number

	narrow bool    // the search goes along one path, see along
	words  bool    // bytes may be lost, so that whole words are looked at on the way
	chosen []int32 // edges of the best way, in order
	asRead []lm.Sym
	readAt []int32 // by chosen edge, in asRead

	cellWords wordCount // see allWords
	cutAt     int32     // place of a sequence that was cut off, see leaveCut; -1 if none was
	clusters  []cluster
	seen      []rune
	swap      []int32

	lossy   lossyMemo
	repeats []bool // see findRepeats
	memo    lm.Memo
	joins   joinTable

	own     []string // paths of which earlier rounds made repairs in the cell
	earlier []earlierRepair
	looked  bool // what earlier rounds did was looked at in this one
	alone   bool // it is not to be
	blind   bool // nor for this cluster, see lookFrom
	double  doubleReader
	outSyms []lm.Sym // of the edge that is followed
	onBest  []bool   // by state: the best way goes through it
	way     []int32  // edges of one that was given up

	shared sharedEvidence
	legacy legacyWork
	steps  int64              // looks at the model's costs, edges and states
	names  map[pathKey]string // of paths of earlier cells, too
}

// pathInfo is a path as the search sees it.
type pathInfo struct {
	key   pathKey
	name  string
	price float32 // of entering it
	base  float32 // the same without a profile
	outer codec.ID
	depth int
	kind  pathKind

	double bool // its outermost layer is a double-byte page
}

type pathKind uint8

const (
	kindBaked pathKind = iota
	kindC1             // one byte of a legacy page came through as a C1 control
)

// far tells whether the path is that of a C1 control which a page other than
// windows-1252 reads.
func (p *pathInfo) far() bool { return p.kind == kindC1 && p.base > c1Price }

// An edge is one way to read the runes from a place on.
type edge struct {
	from, to int32
	next     int32 // the next edge from the same place
	out      int32 // in outs
	n        int32
	path     uint8
	loss     Loss
	sure     bool    // nothing else can have been lost there
	price    float32 // of its losses
}

// lost are the losses of which the edge undoes but the likeliest.
func (e *edge) lost() Loss {
	if e.sure {
		return 0
	}
	return e.loss
}

// A state is a way that leads to a place.
type state struct {
	ctx   lm.Context
	cost  float32
	path  uint8 // entered last, 0 for none
	in    bool  // the last non-ASCII rune was decoded by it
	edge  int32 // that led here, -1 for a rune that stayed, -2 for a stretch of such
	prev  int32 // the state it came from
	place int32
	next  int32   // the next state at the same place
	word  lm.Word // that it is in, if words are looked at

	// The cheapest of the ways that ended here, having the same future: how much dearer it was, the edge that led
	// here, and the state it came from, 0 for none, else its number and one.
	gap       float32
	rivalEdge int32
	rival     int32
}

// addEdge appends an edge.
func (s *search) addEdge(e edge, out ...rune) {
	s.steps++
	s.words = s.words || e.lost() != 0
	e.out, e.n = int32(len(s.outs)), int32(len(out))
	e.next = s.head[e.from]
	s.outs = append(s.outs, out...)
	s.head[e.from] = int32(len(s.edges))
	s.edges = append(s.edges, e)
}

// output returns the runes that an edge gives.
func (s *search) output(e *edge) []rune { return s.outs[e.out : e.out+e.n] }

// reset prepares the lattice for a cell of n runes.
func (s *search) reset(n int) {
	s.paths = append(s.paths[:0], pathInfo{})
	s.edges, s.outs, s.states = s.edges[:0], s.outs[:0], s.states[:0]
	s.head = fill(s.head, n+1)
	s.at = fill(s.at, n+1)
	s.joins.forget()
	s.words = false
	s.least = slices.Grow(s.least[:0], n+1)[:n+1]
	for i := range s.least {
		s.least[i] = math.MaxFloat32
	}
	s.syms = s.syms[:0]
	for _, it := range s.views[0].items {
		s.syms = append(s.syms, s.sym(max(it.r, 0)))
	}
}

// sym is the model's symbol of a rune. A no-break space is a space to it: where it stands
// depends on the program, not on the language. By itself it would be rare, and "SELKÄ EDELLÄ"
// less likely with it than "SELKĠEDELLĠ".
func (s *search) sym(r rune) lm.Sym {
	if r == 0xA0 {
		r = ' '
	}
	return s.model.Sym(r)
}

// fill returns n times -1 in the memory of list.
func fill(list []int32, n int) []int32 {
	list = slices.Grow(list[:0], n)[:n]
	for i := range list {
		list[i] = -1
	}
	return list
}

// maxSteps is how many steps the search of a cell takes at most: some seconds. What takes more is nothing that
// programs make of text, and stays as it is. Of held-out lines, joined to cells of 8 KiB, the worst took seventeen million:
// Arabic that ISO-8859-6 read, with a question mark for each byte that it lacks.
const maxSteps = 32 << 20

// spent tells whether the cell has taken too many steps.
func (s *search) spent() bool { return s.steps > maxSteps }

// newSearch returns a search that has taken no steps.
func newSearch() *search {
	s := scratches.Get().(*search)
	s.steps = 0
	return s
}

// run finds the cheapest way and lists its edges in chosen: none where it takes too long.
func (s *search) run() {
	n := int32(len(s.syms))
	s.arrive(0, state{ctx: lm.Edge, edge: -1, prev: -1})
	reached := int32(0) // the furthest place that has a state
	for i := int32(0); i < n; i++ {
		if s.spent() {
			s.chosen = s.chosen[:0]
			return
		}
		s.prune(i)
		if len(s.front) == 0 {
			continue
		}
		if s.head[i] < 0 && reached <= i {
			if to := s.jump(i, n); to > i {
				reached = to
				i = to - 1
				continue
			}
		}
		if !s.narrow || !s.readWholeAt(i) {
			s.literal(i)
			reached = max(reached, i+1)
		}
		for e := s.head[i]; e >= 0; e = s.edges[e].next {
			s.follow(e)
			reached = max(reached, s.edges[e].to)
		}
	}
	s.trace(n)
}

// prune collects the states at a place in front, the cheapest first.
func (s *search) prune(i int32) {
	best := float32(math.MaxFloat32)
	for k := s.at[i]; k >= 0; k = s.states[k].next {
		best = min(best, s.states[k].cost)
	}
	s.order = s.order[:0]
	for k := s.at[i]; k >= 0; k = s.states[k].next {
		if cost := s.states[k].cost; cost <= best+beamNats {
			s.order = append(s.order, uint64(inOrder(cost))<<32|uint64(k))
		}
	}
	slices.Sort(s.order)
	s.front = s.front[:0]
	for _, x := range s.order[:min(len(s.order), beam)] {
		s.front = append(s.front, int32(x&math.MaxUint32))
	}
}

// inOrder returns a number for a cost, less for less.
func inOrder(cost float32) uint32 {
	const sign = 1 << 31
	bits := math.Float32bits(cost)
	if bits&sign != 0 {
		return ^bits
	}
	return bits | sign
}

// maxRebate, in nats, is more than is ever taken off for a rune: the sum of
// three back-off weights of the model, and what a word takes off that ends.
const maxRebate = 7 + maxWordRebate

// limit is what a way to a place may cost for prune to keep it, as far as is
// known. At the end all ways count.
func (s *search) limit(i int32) float32 {
	if int(i) == len(s.syms) || s.least[i] == math.MaxFloat32 {
		return math.MaxFloat32
	}
	return s.least[i] + beamNats
}

// arrive adds a state to a place unless a cheaper one with the same future is there.
func (s *search) arrive(i int32, st state) {
	s.least[i] = min(s.least[i], st.cost)
	s.steps++
	st.place = i
	if k := s.sameState(&st); k >= 0 {
		switch o := &s.states[k]; {
		case st.cost < o.cost:
			st.next = o.next
			st.gap, st.rivalEdge, st.rival = o.cost-st.cost, o.edge, o.prev+1
			*o = st
		case o.rival == 0 || st.cost-o.cost < o.gap:
			o.gap, o.rivalEdge, o.rival = st.cost-o.cost, st.edge, st.prev+1
		}
		return
	}
	st.next = s.at[i]
	s.at[i] = int32(len(s.states))
	s.states = append(s.states, st)
}

// literal takes the rune at place i as it stands.
func (s *search) literal(i int32) {
	sym := s.syms[i]
	ascii := s.views[0].items[i].r < utf8.RuneSelf
	var last, ctx lm.Context
	var cost float32
	for _, k := range s.front {
		st := s.states[k]
		if st.ctx != last {
			last = st.ctx
			ctx, cost = s.next(last, sym)
		}
		next := state{ctx: ctx, cost: st.cost + cost, path: st.path, in: st.in, edge: -1, prev: k}
		if st.in && !ascii {
			next.cost += leavePrice
			next.in = false
		}
		if s.words {
			next.word = st.word
			s.spell(&next, sym)
		}
		s.arrive(i+1, next)
	}
}

// follow takes an edge from all states in front.
func (s *search) follow(e int32) {
	ed := &s.edges[e]
	limit := s.limit(ed.to)
	syms := s.symsOf(e)
	for _, k := range s.front {
		st := &s.states[k]
		cost := st.cost + ed.price
		switch {
		case st.path != ed.path:
			cost += s.paths[ed.path].price
		case st.in:
			cost += stayPrice
		default:
			cost += backPrice
		}
		if cost > limit+maxRebate*float32(ed.n) {
			continue
		}
		ctx := st.ctx
		for _, sym := range syms {
			var c float32
			ctx, c = s.next(ctx, sym)
			cost += c
		}
		next := state{ctx: ctx, cost: cost, path: ed.path, in: true, edge: e, prev: k}
		if s.words {
			next.word = st.word
			for _, sym := range syms {
				s.spell(&next, sym)
			}
		}
		if next.cost > limit {
			continue
		}
		s.arrive(ed.to, next)
	}
}

// jump skips a stretch without edges where all states see the same context:
// what it costs is the same for all of them. It returns where the next edge is.
func (s *search) jump(i, n int32) int32 {
	for _, k := range s.front[1:] {
		if s.states[k].ctx != s.states[s.front[0]].ctx {
			return i
		}
	}
	to := i
	wide := false
	for to < n && s.head[to] < 0 {
		wide = wide || s.views[0].items[to].r >= utf8.RuneSelf
		to++
	}
	if to-i < 4 {
		return i
	}
	ctx := s.states[s.front[0]].ctx
	for _, sym := range s.syms[max(to-3, i):to] {
		ctx = ctx.Push(sym)
	}
	for _, k := range s.front {
		st := s.states[k]
		next := state{ctx: ctx, cost: st.cost, path: st.path, in: st.in, edge: -2, prev: k}
		if wide && st.in {
			next.cost += leavePrice
			next.in = false
		}
		if s.words {
			next.word = st.word
			s.spellAll(&next, s.syms[i:to])
		}
		s.arrive(to, next)
	}
	return to
}

// trace lists the edges of the cheapest way to the end.
func (s *search) trace(n int32) {
	s.chosen = s.chosen[:0]
	best, bestCost := int32(-1), float32(0)
	for k := s.at[n]; k >= 0; k = s.states[k].next {
		_, c := s.next(s.states[k].ctx, lm.EdgeSym)
		c += s.priceOfWord(s.states[k].word)
		if c += s.states[k].cost; best < 0 || c < bestCost || c == bestCost && s.states[k].path < s.states[best].path {
			best, bestCost = k, c
		}
	}
	s.last = best
	for k := best; k >= 0; k = s.states[k].prev {
		if s.states[k].edge >= 0 {
			s.chosen = append(s.chosen, s.states[k].edge)
		}
	}
	slices.Reverse(s.chosen)
}
