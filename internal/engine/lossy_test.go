package engine_test

import "testing"

// A capital within a word of small letters has lost its trail, whatever else the cell holds.
func TestLossWithinWord(t *testing.T) {
	for in, want := range map[string]string{
		"sreÄko":                        "srečko",
		"lingalÄ?ina: ~43":              "lingalčina: ~43",
		"KÄ?rli, labi, ka tu atbrauci.": "Kārli, labi, ka tu atbrauci.",
		"VerÄnderung der HörÄkustik":    "VerÄnderung der HörÄkustik",
		"nÉisteacht, eÄr, iÖS":          "nÉisteacht, eÄr, iÖS",
		"aus Å?ber, ÄA?a":               "aus Å?ber, ÄA?a",
	} {
		if got := repaired(in); got != want {
			t.Errorf("Cell(%q) gives %q, want %q", in, got, want)
		}
	}
}

// One byte is left of three of き: a sentence tells which it was, two letters do not.
func TestTwoBytesLost(t *testing.T) {
	for in, want := range map[string]string{
		"ã‚³ãƒ³ãƒ“ãƒ‹ã«è¡Œãé€”ä¸\u00adã§é›¨ãŒé™ã£ã¦ããŸ": "コンビニに行く途中で雨が降ってきた",
		"ãŸã": "ãŸã",
	} {
		if got := repaired(in); got != want {
			t.Errorf("Cell(%q) gives %q, want %q", in, got, want)
		}
	}
}
