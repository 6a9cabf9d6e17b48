package dump

// repairValue repairs the text of a cell by f, whatever the text has inside:
// serialized PHP and JSON are walked, all else is one text. It is the one way
// from a walker to f. Not ok means that there is a serialized value whose
// lengths are wrong, repaired or not, so that it must stay.
func repairValue(c *Cell, f Func) (text string, ok bool) {
	repair := part(c, f)
	switch out, state := repairPHP(c.Text, repair, 0); state {
	case phpWhole:
		return out, true
	case phpBroken:
		return c.Text, false
	}
	return repairNested(c.Text, repair, 0), true
}

// part returns a function that repairs a part of the cell's text by f, and
// has what f says of it count for the cell.
func part(c *Cell, f Func) func(string) string {
	return func(s string) string {
		p := *c
		p.Text, p.Suspects, p.Lost = s, 0, 0
		text, changed := f(&p)
		c.Suspects += p.Suspects
		c.Lost += p.Lost
		if !changed {
			return s
		}
		return text
	}
}
