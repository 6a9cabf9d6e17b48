package dump

import "math/bits"

// A hashTable has a number for each of many hashes, in 16 bytes each.
type hashTable struct {
	slots []hashSlot // a power of two of them, or none
	n     int
}

type hashSlot struct {
	hash  uint64 // 0 for none
	value int64
}

// find returns the slot of a hash, or where it belongs.
func (t *hashTable) find(hash uint64) *hashSlot {
	mask := uint64(len(t.slots) - 1)
	for i := hash >> (64 - bits.Len64(mask)); ; i = (i + 1) & mask {
		if s := &t.slots[i&mask]; s.hash == hash || s.hash == 0 {
			return s
		}
	}
}

func (t *hashTable) get(hash uint64) (value int64, ok bool) {
	if t.n == 0 {
		return 0, false
	}
	s := t.find(max(hash, 1))
	return s.value, s.hash != 0
}

// put adds a hash that is not there.
func (t *hashTable) put(hash uint64, value int64) {
	if 2*(t.n+1) > len(t.slots) {
		old := t.slots
		t.slots = make([]hashSlot, max(1<<10, 2*len(old)))
		for _, s := range old {
			if s.hash != 0 {
				*t.find(s.hash) = s
			}
		}
	}
	*t.find(max(hash, 1)) = hashSlot{max(hash, 1), value}
	t.n++
}
