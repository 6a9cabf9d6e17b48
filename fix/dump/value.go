package dump

import "strings"

// repairValue repairs the text of a cell by f, whatever the text has inside:
// serialized PHP and JSON are walked, all else is one text. It is the one way
// from a walker to f. Not ok means that there is a serialized value whose
// lengths are wrong, repaired or not, so that it must stay.
func repairValue(c *Cell, f Func) (text string, ok bool) {
	return repairText(c.Text, part(c, f), 0)
}

// repairSet repairs a value of MySQL's SET, members with commas between: each
// by itself, or it may become none of those in the definition.
func repairSet(c *Cell, f Func) string {
	repair := part(c, f)
	members := strings.Split(c.Text, ",")
	for i, m := range members {
		members[i] = repair.of(m)
	}
	return strings.Join(members, ",")
}

// part returns a function that repairs a part of the cell's text by f, and
// has what f says of it count for the cell. Of a key that is whether it is damaged.
// An empty part, as beside a NUL, is no text to f.
func part(c *Cell, f Func) textFunc {
	return textFunc{repairs: c.repairs, do: func(s string, as role) string {
		if s == "" {
			return s
		}
		p := *c
		p.Text, p.Key, p.Suspects, p.Lost = s, as == asKey, 0, 0
		text, changed := f(&p)
		if as == asKey {
			c.keys = c.keys || changed
			return s
		}
		if as != asContext || !c.keys { // else it may be of the keys
			c.Suspects += p.Suspects
			c.Lost += p.Lost
		}
		if !changed {
			return s
		}
		return text
	}}
}
