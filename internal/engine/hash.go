package engine

import "encoding/binary"

// hashOf returns a hash of s, which is the same in each run, and never 0.
func hashOf(s string) uint64 {
	text := bytesOf(s)
	h := uint64(len(s))
	mix := func(w uint64) {
		h = (h ^ w) * 0x9E3779B97F4A7C15 // Knuth, The Art of Computer Programming, 6.4
		h ^= h >> 29
	}
	for ; len(text) >= 8; text = text[8:] {
		mix(binary.LittleEndian.Uint64(text))
	}
	var last uint64
	for i, c := range text {
		last |= uint64(c) << (8 * i)
	}
	mix(last)
	mix(0)
	return max(h, 1)
}

// A hashSet is a set of hashes, 0 being none.
type hashSet struct {
	slots []uint64 // a power of two of them, half of which are free
	n     int
}

// add adds a hash and tells whether it is new.
func (s *hashSet) add(h uint64) bool {
	if 2*s.n >= len(s.slots) {
		old := s.slots
		s.slots = make([]uint64, max(2*len(old), 64))
		for _, h := range old {
			if h != 0 {
				s.slots[s.find(h)] = h
			}
		}
	}
	at := s.find(h)
	if s.slots[at] == h {
		return false
	}
	s.slots[at] = h
	s.n++
	return true
}

// find returns where a hash is, or the free slot where it may be.
func (s *hashSet) find(h uint64) int {
	last := len(s.slots) - 1
	for at := int(h>>32) & last; ; at = (at + 1) & last {
		if x := s.slots[at]; x == h || x == 0 {
			return at
		}
	}
}
