package engine

import (
	_ "embed" // the table
	"encoding/binary"
	"slices"
	"sync"
	"unicode"
)

// companyTable is of how letters keep company: corpus/train writes it, see company.go there.
//
//go:embed company.bin
var companyTable []byte

// companyLetters bounds the letters of a cell that tell of its language: few languages have more.
const companyLetters = 16

// companyMost, in nats, is what company may make a letter cost less or more.
const companyMost = 4

// A companyOf knows each letter's script and place, from 1, and how often those of a script are together.
type companyOf struct {
	place [0x1F00]uint16 // script<<8 | place
	nats  [][]byte       // by script: of each letter with each before it, thirds of a nat as int8
}

var company = sync.OnceValue(func() *companyOf {
	c := &companyOf{}
	for b := companyTable; len(b) > 0; {
		n := int(b[0])
		b = b[1:]
		for i := range n {
			c.place[binary.LittleEndian.Uint16(b[2*i:])] = uint16(len(c.nats)<<8 | (i + 1))
		}
		b = b[2*n:]
		pairs := n * (n - 1) / 2
		c.nats, b = append(c.nats, b[:pairs]), b[pairs:]
	}
	return c
})

// of is the script and place of a letter, in either case; 0 if the table has it not.
func (c *companyOf) of(r rune) uint16 {
	if r < 0xC0 {
		return 0
	}
	if r = unicode.ToLower(r); int(r) >= len(c.place) {
		return 0
	}
	return c.place[r]
}

// together is by how many nats two letters of the table are in one text more often than by chance; 0 for the same one, and those of two scripts.
func (c *companyOf) together(a, b uint16) float32 {
	if a == b || a>>8 != b>>8 {
		return 0
	}
	i, j := int(max(a, b)&0xFF)-1, int(min(a, b)&0xFF)-1
	return float32(int8(c.nats[a>>8][i*(i-1)/2+j])) / 3
}

// companyPrice is what a letter that lost bytes costs more, in nats, for those that are sure in the cell: of the candidates č is at home beside í, ā is not.
func companyPrice(letters []uint16, r rune) float32 {
	c := company()
	x := c.of(r)
	if x == 0 || len(letters) == 0 {
		return 0
	}
	var sum float32
	for _, l := range letters {
		sum += c.together(x, l)
	}
	return -clip(sum/float32(len(letters)), companyMost)
}

// companyAt are the different letters that a path reads whole, as the table has them.
func (s *search) companyAt(path pathKey) []uint16 {
	l := &s.lossy
	v := s.viewOf(path)
	if v < 0 {
		return nil
	}
	for len(l.company) <= v {
		l.company = append(l.company, companyMemo{})
	}
	m := &l.company[v]
	if !m.known {
		m.known = true
		m.gather(s.views[v].items)
	}
	return m.letters[:m.n]
}

// A companyMemo is what companyAt found in a view.
type companyMemo struct {
	letters [companyLetters]uint16
	n       int
	known   bool
}

// gather keeps the letters of the items that the last layer of a view gave.
func (m *companyMemo) gather(items []item) {
	c := company()
	for i := range items {
		if m.n == len(m.letters) {
			return
		}
		if !items[i].decoded {
			continue
		}
		if x := c.of(items[i].r); x != 0 && !slices.Contains(m.letters[:m.n], x) {
			m.letters[m.n] = x
			m.n++
		}
	}
}
