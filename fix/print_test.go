package fix_test

import (
	"testing"

	"github.com/unbake/unbake/fix"
)

// TestLettersBeforeMarks: what stands at the end of a sentence or of a name in print is no letter of other
// writing, even where the mark that it answers stands on an earlier line.
func TestLettersBeforeMarks(t *testing.T) {
	for _, in := range []string{
		"so she went to the café…”", "y entonces se fue a casa con José…”", "sabe quem é…”", "with André…’",
		"is only a cliché’”", "André”— and so on", "cliché”…", "así…”", "così…”", "è…”", "på…’", "få…«", "kâ…”",
		"NÉ·E", "AÇ—KAPA", "LULEÅ–KIRUNA", "CAFÉ•BAR", "GÅ›", "MÃ—SỐ", "FÃ—CLUBE", "NESTLÉ®",
		"НЕСТІЙКА ПОВЕРХНЯ, НЕВЕЛИКІ КАМЕНІ/ГІЛКИ",
	} {
		if got := fix.String(in); got != in {
			t.Errorf("String(%q) = %q, want it as it is", in, got)
		}
	}
	for in, want := range map[string]string{
		"OÃ¹ est-il ?": "Où est-il ?",
		"POKÃ©MON":     "POKéMON",
		"SÄ… tu":       "Są tu",
		// What is right stays beside what is damaged, also without a blank between.
		"2×£5â€”free":                              "2×£5—free",
		"30×£5/30Ã—Â£5":                            "30×£5/30×£5",
		"NESCAFÉ™â€™s":                             "NESCAFÉ™’s",
		"NESTLÉ®|cafÃ©|1":                          "NESTLÉ®|café|1",
		"brand=NESTLÉ®&name=cafÃ©":                 "brand=NESTLÉ®&name=café",
		"<td>NESTLÉ®</td><td>crÃ¨me brÃ»lÃ©e</td>": "<td>NESTLÉ®</td><td>crème brûlée</td>",
		"ZÅ‚":         "Zł",
		"SÃ³ isso":    "Só isso",
		"GÃ–TEBORG":   "GÖTEBORG",
		"CÃ“DIGO":     "CÓDIGO",
		"MÅ›ciwoj":    "Mściwoj",
		"é…”äººã®å¿ƒ": "酔人の心",
		"éŠ€è¡Œã\u0081§é…”ã\u0081†": "銀行で酔う",
	} {
		if got := fix.String(in); got != want {
			t.Errorf("String(%q) = %q, want %q", in, got, want)
		}
	}
}
