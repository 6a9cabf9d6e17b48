package codec

// bestFits lists, look-alike first, the runes of the DOS pages that Windows
// writes as that look-alike when the page is windows-1252. Source of the pairs:
// the WCTABLE of bestfit1252.txt in Unicode's MAPPINGS/VENDORS/MICSFT/WindowsBestFit.
var bestFits = []string{
	"GΓ", "TΘ", "SΣ", "FΦ", "OΩ", "aα", "dδ", "eε", "pπ", "sσ", "tτ", "fφ", "nⁿ", "P₧", "v√", "8∞", "n∩",
	"=≡≤≥‗", "(⌠", ")⌡", "¬⌐", "·∙", "˜≈", "¯▀", "_▄▐",
	"-─┬┴═╤╥╦╧╨╩", "+┌┐└┘├┼╒╓╔╕╖╗╘╙╚╛╜╝╪╫╬", "¦│┤║╞╟╠╡╢╣█▌░▒▓■",
}

var bestFitOf = func() map[rune]rune {
	fits := make(map[rune]rune)
	for _, s := range bestFits {
		rs := []rune(s)
		for _, r := range rs[1:] {
			fits[r] = rs[0]
		}
	}
	return fits
}()

// BestFit returns what Windows writes for r in windows-1252: r itself where the page has it,
// a look-alike, or "?".
func BestFit(r rune) rune {
	if _, ok := ByteOf(Windows1252, r); ok {
		return r
	}
	if like, ok := bestFitOf[r]; ok {
		return like
	}
	return '?'
}
