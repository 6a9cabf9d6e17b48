package mix

// Glue joins two texts of different languages, as menus, bilingual labels and
// quotations do. The draw h decides how.
func Glue(a, b string, h uint64) string {
	seps := []string{" / ", " – ", " ", " | ", " - ", ": ", ", ", " · ", " — ", "/"}
	switch h >> 32 % 8 {
	case 0:
		return a + " (" + b + ")"
	case 1:
		return a + ": \"" + b + "\""
	case 2:
		return a + " “" + b + "”"
	}
	return a + seps[h>>40%uint64(len(seps))] + b
}
