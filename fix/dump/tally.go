package dump

// A tally is what happened to the cells of one batch. Batches are repaired out
// of order; their tallies are added up in order.
type tally struct {
	order  []*ColumnStats // as in Stats
	counts map[*ColumnStats]*ColumnStats
	traps  []Trap
	left   []Place
	keys   []keyValue
}

// of returns the counts of a column in this batch.
func (t *tally) of(total *ColumnStats) *ColumnStats {
	c := t.counts[total]
	if c == nil {
		if t.counts == nil {
			t.counts = map[*ColumnStats]*ColumnStats{}
		}
		c = &ColumnStats{Table: total.Table, Column: total.Column}
		t.counts[total] = c
		t.order = append(t.order, total)
	}
	return c
}

// addTo adds the tally to the stats and empties it.
func (t *tally) addTo(s *Stats) {
	for _, total := range t.order {
		total.add(t.counts[total])
	}
	for _, trap := range t.traps {
		s.trap(trap)
	}
	s.LeftAt = append(s.LeftAt, t.left[:min(len(t.left), MaxProblems-len(s.LeftAt))]...)
	if len(t.keys) > 0 {
		s.unique.add(s, t.keys)
	}
	clear(t.keys) // they hold on to texts
	*t = tally{keys: t.keys[:0]}
}
