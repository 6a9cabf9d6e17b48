package fix_test

import (
	"strings"
	"testing"

	"github.com/unbake/unbake/fix"
)

// meant is text about damage: it stays. Each names who writes so.
var meant = []struct{ who, text string }{
	{"a manual in Markdown", "If you see `cafÃ©` where `café` should be, the page was read as windows-1252."},
	{"a manual, in quotes", `The word comes out as "naÃ¯ve" instead of "naïve".`},
	{"a manual, typographic quotes", "Aus „Größe“ wird dann „GrÃ¶ÃŸe“ auf dem Bildschirm."},
	{"a table in Markdown", "| BÃ¼ro | Büro |"},
	{"a table, more columns", "| 1 | cafÃ© au lait | café au lait | windows-1252 |"},
	{"a table with tabs", "crÃ¨me brÃ»lÃ©e\tcrème brûlée"},
	{"an array in PHP", "    'Ã©tÃ©' => 'été',"},
	{"an array in PHP, two a line", "'Ã¡' => 'á', 'Ã\u00ado' => 'ío', 'Ã±a' => 'ña',"},
	{"a replacement in JavaScript", `s = s.replace("maÃ±ana", "mañana").replace("seÃ±or", "señor")`},
	{"a replacement in SQL", "UPDATE t SET a = REPLACE(a, 'PÃ©rez', 'Pérez');"},
	{"sed", "s|dÃ©jÃ  vu|déjà vu|g"},
	{"a unit test in Python", `assert fix("SÃ£o Paulo") == "São Paulo"`},
	{"a unit test in Go", "{\"accents\", \"l'Ã©tÃ©\", \"l'été\"},"},
	{"a straight apostrophe", `We get "isnâ€™t" and want "isn't".`},
	{"a comment with arrows", "// cafÃ© -> café, and BÃ¼ro -> Büro"},
	{"a real arrow", "GrÃ¶ÃŸe → Größe"},
	{"the other way round", "Größe => GrÃ¶ÃŸe"},
	{"a paragraph on a forum", "Look for Ã©, Ã¨, Ã¼ and the like in the source of the page."},
	{"a command in a manual", "    grep -n 'Ã©' file.txt"},
	{"letters in quotes", `Replace "Ã©" and "Ã¨" before the import.`},
	{"amounts", "The page shows Â£100 instead of £100."},
	{"amounts, the sign behind", "On the label 1.250,50â‚¬ stood where it was 1.250,50€, and 20Â° for 20°."},
	{"a note that names its subject", "cmd prints mojibake like 'ÔÇö' for a dash"},
	{"a comment on a replacement", "s = s.Replace(\"鈥檚\", \" \")"},
	{"a replacement of one", `text = text.replace("cafÃ©", name)`},
	{"a table in Python", "    r'â€™': \"'\","},
	{"an alternative in grep", `grep -c "Ã¶\|Ã¤\|Ã¼" FILE`},
	{"an array of letters and signs", `variants = ["Ã©", "Ã¨", "â€™", "â€“"]`},
	{"a list of letters", "Ã¡ Ã© Ã\u00ad Ã³ Ãº Ã±"},
}

// notMeant is damage between marks, in lists and beside arrows: it comes back.
var notMeant = []struct{ who, text, want string }{
	{"a quoted word", `He said "cafÃ©" twice.`, `He said "café" twice.`},
	{"two quoted words", `"CafÃ©" and "BÃ¼ro" are open.`, `"Café" and "Büro" are open.`},
	{"clean beside damaged", "Le cafÃ© est fermé, le café aussi.", "Le café est fermé, le café aussi."},
	{"quoted beside another clean word", `"cafÃ©" is not "thé"`, `"café" is not "thé"`},
	{"code", `title := "L'Ã©tÃ© Ã  la plage"`, `title := "L'été à la plage"`},
	{"an array of other things", "'city' => 'MÃ¼nchen', 'country' => 'Österreich'", "'city' => 'München', 'country' => 'Österreich'"},
	{"a table", "| MÃ¼nchen | Köln | DÃ¼sseldorf |", "| München | Köln | Düsseldorf |"},
	{"an arrow", "ZÃ¼rich -> GenÃ¨ve", "Zürich -> Genève"},
	{"an assignment", "name=JosÃ© PÃ©rez", "name=José Pérez"},
	{"a list of words", "pÃ¢te, crÃªpe, thÃ©, cafÃ©", "pâte, crêpe, thé, café"},
	{"small words", "Ã©s a kÃ©t Ã¶rdÃ¶g", "és a két ördög"},
	{"a sign in quotes", "$separator = 'â€“';", "$separator = '–';"},
	{"a letter in quotes beside other damage", "'Ã©' est une lettre accentuÃ©e", "'é' est une lettre accentuée"},
	{"amounts that are not the same", "was Â£100, is £80", "was £100, is £80"},
	{"an amount and a part of it", "Â£100, or £1000", "£100, or £1000"},
	{"emoji in a row", "ðŸ˜€ ðŸ˜‚ ðŸŽ‰", "😀 😂 🎉"},
	{"a path of pages", "Home â–¸ News ▸ Today", "Home ▸ News ▸ Today"},
	{"a table that is drawn", "â”‚ Name │ Price â”‚", "│ Name │ Price │"},
	{"points between", "Mon–Fri Â· 9–17 · Tel. 123", "Mon–Fri · 9–17 · Tel. 123"},
	{"an attribute", `<?xml version="1.0" encoding="utf-8"?><city name="MÃ¼nchen"/>`, `<?xml version="1.0" encoding="utf-8"?><city name="München"/>`},
	{"an encoding and a sentence", "Use UTF-8 everywhere: \"la rÃ¨gle est simple\"", "Use UTF-8 everywhere: \"la règle est simple\""},
	{"quoted dialogue", "â€œItâ€™s mine,â€\u009d she said. “Yours?”", "“It’s mine,” she said. “Yours?”"},
}

func TestMeant(t *testing.T) {
	for _, tt := range meant {
		if got := fix.String(tt.text); got != tt.text {
			t.Errorf("%s: String(%q) = %q, want it as it is", tt.who, tt.text, got)
		}
	}
	for _, tt := range notMeant {
		if got := fix.String(tt.text); got != tt.want {
			t.Errorf("%s: String(%q) = %q, want %q", tt.who, tt.text, got, tt.want)
		}
	}
}

// What is meant is said to be likely.
func TestMeantIsSuspect(t *testing.T) {
	e := fix.Explain(meant[0].text)
	if len(e.Repairs) > 0 || len(e.Suspects) != 1 || e.Suspects[0].Verdict != fix.Likely {
		t.Errorf("Explain(%q) = %+v, want one suspect that is likely", meant[0].text, e)
	}
}

// unitTest has its pairs on two lines.
const unitTest = `func TestRepair(t *testing.T) {
	got := Repair("CrÃ¨me brÃ»lÃ©e")
	want := "Crème brûlée"
	check(t, got, want)
	got = Repair("DÃ¼sseldorf liegt am Rhein")
	want = "Düsseldorf liegt am Rhein"
	check(t, got, want)
	// LÃ¤uft wÃ¤hrend der NÃ¤chte
}
`

func TestMeantDocument(t *testing.T) {
	f := mustNew(t)
	got := f.Learn(unitTest).String(unitTest)
	want := unitTest[:len(unitTest)-len("	// LÃ¤uft wÃ¤hrend der NÃ¤chte\n}\n")] + "	// Läuft während der Nächte\n}\n"
	if got != want {
		t.Errorf("a unit test: %s", firstChange(want, got))
	}
	half := "\"CafÃ© zur Post\"\n\"Büro\"\n\"StraÃŸe nach MÃ¼nchen\"\n\"Größe\"\n\"Die HÃ¤user\"\n\"Die Häuser\"\n\"Der MÃ¼ller mÃ¤ht\"\n"
	want = "\"Café zur Post\"\n\"Büro\"\n\"Straße nach München\"\n\"Größe\"\n\"Die Häuser\"\n\"Die Häuser\"\n\"Der Müller mäht\"\n"
	if got := f.Learn(half).String(half); got != want {
		t.Errorf("strings damaged by half: %s", firstChange(want, got))
	}
}

// TestNotMeantAmongDamage: in a document that is damaged, what stands by itself is not spoken of.
func TestNotMeantAmongDamage(t *testing.T) {
	const line, want = "5 â‚¬\u00a0a jegy, 7 €\u00a0a könyv", "5 €\u00a0a jegy, 7 €\u00a0a könyv"
	if got := fix.String(line); got != line {
		t.Errorf("alone: String(%q) = %q", line, got)
	}
	text := "Ã\u008drÃ³gÃ©p Å‘szi szÃ¼nete\nElÅ‘szÃ¶r gÃ©pelt szÃ¶veg\nA mÃ¡sodik sor is hibÃ¡s volt\n" + line + "\n"
	got := mustNew(t).Learn(text).String(text)
	if !strings.HasSuffix(got, "\n"+want+"\n") {
		t.Errorf("in a document: %q", got)
	}
}
