package engine

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// Bounds of a sample. Damage shows itself soon: what a longer look would find is
// not worth the time, which dense damage has to pay twice.
const (
	// learnBytes is how much text that looks damaged is judged, in bytes.
	learnBytes = 128 << 10
	// learnCells is how many different cells are counted.
	learnCells = 16 << 10
)

// A Learner makes a [Profile] from the cells of a sample. What it makes depends on
// the cells, their order and the options of its engine, not on how many workers it has. It is not for
// several goroutines.
type Learner struct {
	engine   *Engine
	waiting  []sampleCell // that were not looked at yet
	judged   int          // bytes
	seen     hashSet
	intact   int
	kinds    []kind // of damage that is certain
	number   map[kind]int
	cells    [][]int        // for each damaged cell the numbers of its kinds
	likely   map[kind]bool  // kinds that are not certain anywhere
	suspects map[string]int // cells by path
	runes    []runeCount    // by worker: of what is right or was made so
	raw      *rawSample
	looks    legacyLooks
	quotes   quotes
	patch    patch
	trial    []string // cells to try pairs of legacy pages on
	tried    int      // their length

	stop func() bool // see Until
}

// Until has the learner look at no more cells once stop says so. What it has learnt then is of no use.
func (l *Learner) Until(stop func() bool) { l.stop = stop }

// A kind of damage is what stands there, what it was, and the path.
type kind struct{ before, after, path string }

// Learner returns a learner that judges cells by the options of e, without a
// profile, with so many workers, one at the least.
func (e *Engine) Learner(workers int) *Learner {
	opt := e.opt
	opt.Profile, opt.Likely = nil, false
	return &Learner{engine: New(opt), runes: make([]runeCount, max(workers, 1)), number: map[kind]int{}, likely: map[kind]bool{},
		suspects: map[string]int{}, raw: &rawSample{}, quotes: quotes{intact: map[uint64]place{}}}
}

// full tells whether the sample is as large as it may be: more changes nothing.
func (l *Learner) full() bool { return l.judged >= learnBytes || l.seen.n >= learnCells }

// AddRaw adds a cell that is not UTF-8 to what tells the pages of such cells.
func (l *Learner) AddRaw(cell []byte) { l.raw.add(string(cell)) }

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// certain returns the findings that are.
func certain(found []Finding) []Finding {
	return slices.DeleteFunc(slices.Clone(found), func(f Finding) bool { return f.Verdict != Certain })
}

// kind returns the number of a kind.
func (l *Learner) kind(k kind) int {
	n, ok := l.number[k]
	if !ok {
		n = len(l.kinds)
		l.number[k] = n
		l.kinds = append(l.kinds, k)
	}
	return n
}

// Profile returns what the sample says.
func (l *Learner) Profile() *Profile {
	l.judge()
	p := &Profile{byPath: map[string]Witness{}, intact: l.intact, raw: l.raw}
	p.learnRunes(l.runes)
	update := func(path string, f func(*Witness)) {
		w := p.byPath[path]
		f(&w)
		p.byPath[path] = w
	}
	paths := l.attribute()
	for _, path := range paths {
		update(path, func(w *Witness) { w.Kinds++ })
	}
	for _, kinds := range l.cells {
		in := map[string]bool{}
		for _, n := range kinds {
			in[paths[n]] = true
		}
		for path := range in {
			update(path, func(w *Witness) { w.Cells++ })
		}
	}
	for path, n := range l.suspects {
		update(path, func(w *Witness) { w.Suspects = n })
	}
	l.tryPairs(p)
	// Where more is spoken of than damaged, the one is no reason to repair the other.
	p.about = l.quotes.about(l.engine.opt.Values, len(l.cells))
	p.patch, p.patchDamages = l.patch.marks()
	p.works = len(p.atWork()) > 0 && l.quotes.meant <= len(l.cells) && !p.about && !p.isPatch()
	p.spoken = l.quotes.speaks(p.about)
	p.setRebates()
	return p
}

// attribute returns the path of each kind. Near pages read most sequences alike,
// and a single line takes the commonest of them: `Ã©` is windows-1252 to it also
// where `Ãš` is the è of ISO-8859-15. Here the fewest pages are looked for that
// explain all kinds: the one that reads most of them first, then the one that
// reads most of the rest.
func (l *Learner) attribute() []string {
	paths := make([]string, len(l.kinds))
	pages := make([]uint64, len(l.kinds)) // those that read a kind alike
	for n, k := range l.kinds {
		paths[n] = k.path
		pages[n] = l.alike(k)
	}
	var likely []uint64
	for k := range l.likely {
		if set := l.alike(k); set != 0 && !l.certain(k) {
			likely = append(likely, set)
		}
	}
	for {
		best, ok := mostAlike(pages, likely)
		if !ok {
			l.attributePairs(paths)
			return paths
		}
		for n, set := range pages {
			if set&best.set != 0 {
				paths[n], pages[n] = origins[0]+">"+best.name, 0
			}
		}
		likely = slices.DeleteFunc(likely, func(set uint64) bool { return set&best.set != 0 })
	}
}

// attributePairs does the same for kinds of damage by pairs of legacy pages.
func (l *Learner) attributePairs(paths []string) {
	var pairs []string
	var left []int
	for n, k := range l.kinds {
		if !strings.HasPrefix(k.path, origins[0]) {
			left = append(left, n)
			if !slices.Contains(pairs, k.path) {
				pairs = append(pairs, k.path)
			}
		}
	}
	slices.Sort(pairs)
	for len(left) > 0 {
		var best []int // the kinds of the pair that reads most
		name := ""
		for _, pair := range pairs {
			var reads []int
			for _, n := range left {
				if l.kinds[n].path == pair || pairReads(pair, l.kinds[n]) {
					reads = append(reads, n)
				}
			}
			if len(reads) > len(best) {
				best, name = reads, pair
			}
		}
		for _, n := range best {
			paths[n] = name
		}
		left = slices.DeleteFunc(left, func(n int) bool { return paths[n] == name })
	}
}

// pairReads tells whether a pair of legacy pages makes what stands there of what it was.
func pairReads(pair string, k kind) bool {
	written, read, _ := strings.Cut(pair, ">")
	from, ok := codec.Lookup(written)
	to, known := codec.Lookup(read)
	if !ok || !known {
		return false
	}
	raw, taken := from.AppendEncode(nil, k.after)
	if taken < len(k.after) {
		return false
	}
	before, _ := to.AppendDecode(nil, raw)
	return string(before) == k.before
}

func (l *Learner) certain(k kind) bool {
	_, ok := l.number[k]
	return ok
}

// A learntPage is a page that may explain kinds of damage.
type learntPage struct {
	name  string
	set   uint64 // its bit
	price float32
}

// What is one codec in the search, windows-1252, is two pages here: where the bytes
// 80 to 9F came through as controls, as ISO-8859-1 has them, there are no signs of
// windows-1252, and the other way round. No document has both, but by a third page.
const (
	strictBit = 1 << 62
	latinBit  = 1 << 63
)

var learntPages = sync.OnceValue(func() (list []learntPage) {
	for _, c := range codec.All() {
		p := learntPage{c.Name(), c.ID().Set(), enterPrice(c.ID())}
		if c.ID() != codec.Windows1252 {
			list = append(list, p)
			continue
		}
		list = append(list, learntPage{p.name, strictBit, p.price}, learntPage{p.name, latinBit, p.price})
	}
	return list
})

// certainWeight is what a kind of damage that is certain says about the page, in
// kinds that are only likely; and pricePerKind the nats by which the price of
// entering a page must be less to be worth one of those.
const (
	certainWeight = 2
	pricePerKind  = 2
)

// mostAlike returns the page that reads most kinds, among those that read a certain
// one; of equals the commonest.
func mostAlike(certain, likely []uint64) (best learntPage, ok bool) {
	most := float32(0)
	for _, page := range learntPages() {
		sure := reading(certain, page.set)
		if sure == 0 {
			continue
		}
		n := certainWeight*float32(sure) + float32(reading(likely, page.set)) - page.price/pricePerKind
		if !ok || n > most {
			best, most, ok = page, n, true
		}
	}
	return best, ok
}

// reading counts the sets that hold a page.
func reading(sets []uint64, page uint64) (n int) {
	for _, set := range sets {
		if set&page != 0 {
			n++
		}
	}
	return n
}

// alike returns the single-byte pages that read a kind of damage alike; none for
// damage of several layers.
func (l *Learner) alike(k kind) (set uint64) {
	if !strings.HasPrefix(k.path, origins[0]) || strings.Count(k.path, ">") != 1 {
		return 0
	}
	if set = singleBytes(); utf8.RuneCountInString(k.before) != len(k.after) {
		return 0
	}
	i := 0
	for _, r := range k.before { // what is not UTF-8 comes as U+FFFD, which no page has
		if b := k.after[i]; r >= utf8.RuneSelf {
			set &= reads(r, b)
		} else if byte(r) != b {
			return 0
		}
		i++
	}
	set &= l.engine.opt.Allowed
	if set&codec.Windows1252.Set() != 0 {
		set = set&^codec.Windows1252.Set() | western(k.before)
	}
	return set
}

// singleBytes are the codecs of a byte for each rune.
var singleBytes = sync.OnceValue(func() (set uint64) {
	for _, c := range codec.All() {
		if c.SingleByte() {
			set |= c.ID().Set()
		}
	}
	return set
})

// reads returns the codecs in which r, beyond ASCII, is byte b.
func reads(r rune, b byte) (set uint64) {
	for id, x := range codec.BytesOf(r) {
		if x == b && b != 0 {
			set |= 1 << id
		}
	}
	return set
}

// western returns which of the two pages that windows-1252 is may have given a text.
func western(text string) (set uint64) {
	set = strictBit | latinBit
	for _, r := range text {
		b, _ := codec.ByteOf(codec.Windows1252, r)
		switch {
		case b < 0x80 || b >= 0xA0:
		case !control(r):
			set &^= latinBit
		case !codec.Windows1252.Codec().Undefined(b):
			set &^= strictBit
		}
	}
	return set
}
