package engine

// A unit of at most maxUnit runes that repeats for more than maxRepeat runes without a break is no
// text that lost bytes, but made to look so, or a rule: `â€â€â€…`. Such a stretch would have
// readings with losses at each place, one as likely as the other.
const (
	maxUnit   = 8
	maxRepeat = 64
)

// findRepeats notes the places of the cell, in repeats, that stand in such a stretch; none if there is no such stretch.
func (s *search) findRepeats() {
	items := s.views[0].items
	s.repeats = s.repeats[:0]
	if len(items) <= maxRepeat {
		return
	}
	var run [maxUnit + 1]int // by length of the unit: for how many runes it has repeated
	for i := range items {
		repeats := false
		for p := 1; p <= min(maxUnit, i); p++ {
			if run[p]++; items[i].r != items[i-p].r {
				run[p] = 0
			}
			repeats = repeats || run[p] > maxRepeat
		}
		if repeats && len(s.repeats) == 0 {
			s.repeats = append(s.repeats, make([]bool, len(items))...)
		}
		if repeats {
			s.repeats[i] = true
		}
	}
}

// repeated tells whether a place of the cell stands in a stretch of repeats.
func (s *search) repeated(i int32) bool { return len(s.repeats) > 0 && s.repeats[i] }
