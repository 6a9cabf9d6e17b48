package engine_test

import "testing"

// A capital within a word of small letters has lost its trail, whatever else the cell holds.
func TestLossWithinWord(t *testing.T) {
	comesBack(t, map[string]string{
		"sreÄko":                        "srečko",
		"lingalÄ?ina: ~43":              "lingalčina: ~43",
		"KÄ?rli, labi, ka tu atbrauci.": "Kārli, labi, ka tu atbrauci.",
		"VerÄnderung der HörÄkustik":    "VerÄnderung der HörÄkustik",
		"nÉisteacht, eÄr, iÖS":          "nÉisteacht, eÄr, iÖS",
		"aus Å?ber, ÄA?a":               "aus Å?ber, ÄA?a",
	})
}

// One byte is left of three of き: a sentence tells which it was, two letters do not.
func TestTwoBytesLost(t *testing.T) {
	comesBack(t, map[string]string{
		"ã‚³ãƒ³ãƒ“ãƒ‹ã«è¡Œãé€”ä¸\u00adã§é›¨ãŒé™ã£ã¦ããŸ": "コンビニに行く途中で雨が降ってきた",
		"ãŸã": "ãŸã",
	})
}

// Where no byte was dropped before, the last sequence was cut with the text.
func TestCutOff(t *testing.T) {
	comesBack(t, map[string]string{
		"ÐºÐ¾Ñ€Ð¾Ð»ÐµÐ² Ð¸ Ð¿Ñ€Ð¸Ð´Ð²Ð¾Ñ€Ð½Ñ‹Ð¹ Ð½Ð": "королев и придворный нÐ",
		"Pit â€œHammerâ€": "Pit “Hammer”",
	})
}

// A no-break space whose second byte became a space shows where `Â` cannot stand.
func TestBlankBehindFigure(t *testing.T) {
	comesBack(t, map[string]string{
		"45Â Euro":                 "45\u00a0Euro",
		"<td>Â </td>":              "<td>\u00a0</td>",
		"First one.Â  Next oneÂ .": "First one.\u00a0 Next one\u00a0.",
		"MISUTÂ AJIKKO, an Â here": "MISUTÂ AJIKKO, an Â here",
		"Why Â before £":           "Why Â before £",
	})
}

// A trail that became a space is that page's no-break space, which in KOI8-R is another byte than in
// windows-1252, and in the pages of DOS none.
func TestTrailsOfPages(t *testing.T) {
	comesBack(t, map[string]string{
		"п  п╡п╣я┤п╣я─я┐ п п╟я┌я▐ я│п╨п╟п╤п╣я┌": "К вечеру Катя скажет",
		"ðÜð©ð ÐÇ": "ðÜð©ð ÐÇ",
	})
}

// Beside a lead that nothing reads, more of the word is damaged.
func TestLeadStays(t *testing.T) {
	const in = "Ðàð¥Ðçð¦ ÐÇð¦ð¦"
	if got := repaired(in); got != in {
		t.Errorf("Cell(%q) gives %q, want it left", in, got)
	}
}

// Two rare pages, one after the other, read anything of few signs.
func TestFarFetched(t *testing.T) {
	comesBack(t, map[string]string{
		"Ä\u0090ÃŠ": "ĐÊ",
		// Half of a word is of no page of its own.
		"ÕÅ»Õø×µöÂÞ¦çµ¦É":   "ÕÅ»Õø×µöÂÞ¦çµ¦É",
		"docsify µ£¬µ©¦µƒô": "docsify µ£¬µ©¦µƒô",
		"ÃƒÂ©tÃƒÂ©":         "été",
	})
}

// What two near pages read otherwise, in a letter alone, is a suspect.
func TestNearPage(t *testing.T) {
	comesBack(t, map[string]string{
		"Automatiska fÃļrslag":                  "Automatiska fÃļrslag",
		"Š”Š°Š½ŠŗŠ¾Š²":                          "Š”Š°Š½ŠŗŠ¾Š²",
		"ÅŸelezniÄ\u008dnÃ\u00ad pÅ\u0099ejezd": "železniční přejezd",
	})
}

// Of a page that is read wrongly less often a reading must be further ahead of the next one.
func TestLostMarginOther(t *testing.T) {
	comesBack(t, map[string]string{
		"ΡΡ‚ΠΈΡ€Π°Π»ΡΠ½Π°Ρ Π΄ΠΎΡΠΊΠ°": "ΡΡ‚ΠΈΡ€Π°Π»ΡΠ½Π°Ρ Π΄ΠΎΡΠΊΠ°",
	})
}

// A capital within a word of small letters is a guess.
func TestOddCase(t *testing.T) {
	comesBack(t, map[string]string{
		"DroÅinÄtÄjs":        "DroÅinÄtÄjs",
		"HongkonÅkih":        "HongkonÅkih",
		"Å\u00a0koda sreÄko": "Škoda srečko",
	})
}
