package engine

import "testing"

// Capitals behind small letters are in no word: what stands so is damage, and what a page reads so is dearer.
func TestFlipped(t *testing.T) {
	for in, want := range map[string]string{
		"ZiniarĂŠ":       "Ziniaré", // by ISO-8859-2
		"du TempĂŠ":      "du Tempé",
		"Kord KandÄŤ":    "Kord KandÄŤ", // ī or another: both are rare
		"CRÈMEĂŠ":        "CRÈMEĂŠ",
		"McĂŠ":           "Mcé",
		"Vĩnh ĂN":        "Vĩnh ĂN",
		"NGUYỄN VĂN ĂNG": "NGUYỄN VĂN ĂNG",
	} {
		if got := cured(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}
