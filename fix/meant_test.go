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
	{"a question", "What does â€™ mean?"},
	{"a question on a letter", "why do I see Ã© in the exported names?"},
	{"a question that names the lead", "Why is there an Â before £? The invoice shows Â£100."},
	{"a search in SQL", "SELECT id FROM posts WHERE title LIKE '%Ã¼%' OR title LIKE '%â€“%';"},
	{"a search for letters together", "WHERE a LIKE '%Ã§Ã£%'"},
	{"a search in a shell", "rg 'â€™' src/"},
	{"alternatives", `ag "Ã¶|Ã¤" .`},
	{"a regular expression", "s = s.replace(/â€¦/g, '...')"},
	{"an array in JSON, escaped", `    "\u00c3\u00b6": "ö", "\u00c3\u00a4": "ä"`},
	{"the same in capitals, both escaped", `['\u00C3\u00B6', '\u00F6'],`},
	{"a mark that becomes ASCII", `"\u00e2\u20ac\u2122": "'",`},
	{"a dash that becomes ASCII", `{"â€¢": "-"}`},
	{"a sign spoken of", "bullets are right (• instead of â€¢)"},
	{"a sign aligned", "   â‰¤  instead of  ≤"},
	{"what comes back otherwise", "- ├¬ instead of ê"},
	{"a word in Spanish", "sale GarcÃ\u00ada en lugar de García"},
	{"a lead in quotes", `if "Ã" in s or "â€œ" in s:`},
	{"a name of the thing", "Mojibake: TschÃ¼ss und grÃ¼ÃŸ Gott"},
	{"a name in Russian", "вместо текста кракозябры: Ð¿Ñ€Ð¸Ð²ÐµÑ‚"},
	{"a call that repairs", `out = ftfy.fix_text("schÃ¶ne GrÃ¼ÃŸe aus KÃ¶ln")`},
	{"a link", "see https://example.org/caf%C3%83%C2%A9.html"},
	{"a link in Markdown", "[a photo](https://example.org/img_(2)/B%C3%83%C2%BCro.jpg)"},
	{"a path", `<img src="/img/B%C3%83%C2%BCro.jpg">`},
	{"a query", "GET search?city=K%C3%83%C2%B6ln&page=2"},
	{"a chart of windows-1251", "°±Ііґµ¶·ё№є»јЅѕї"},
	{"a chart of ibm437", "áíóúñÑªº¿⌐¬½¼¡«»"},
	{"a chart with numbers", "A0 á  A1 í  A2 ó  A3 ú  A4 ñ  A5 Ñ  A6 ª  A7 º"},
	{"a chart in a table", "| á | í | ó | ú | ñ | Ñ | ª | º | ¿ |"},
	{"a chart from below", "»«¡¼½¬⌐¿ºªÑñúóíá"},
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
	{"a question in Portuguese", "O que Ã© isso?", "O que é isso?"},
	{"a question in English", "Why is the cafÃ© closed?", "Why is the café closed?"},
	{"a question of price", "Why does it cost Â£100?", "Why does it cost £100?"},
	{"a question with a dash", "What is next â€“ and why?", "What is next – and why?"},
	{"a search for a word", "WHERE city LIKE '%MÃ¼nchen%'", "WHERE city LIKE '%München%'"},
	{"a longer search", `grep "falsches Zeichen fÃ¼r Umlaute" log.txt`, `grep "falsches Zeichen für Umlaute" log.txt`},
	{"a contrast", "fixed â‚¬3.99 displaying instead of â‚¬4.99", "fixed €3.99 displaying instead of €4.99"},
	{"two things", "thÃ© instead of café", "thé instead of café"},
	{"escapes in a text", `{"name": "M\u00c3\u00bcller", "city": "K\u00f6ln"}`, `{"name": "M\u00fcller", "city": "K\u00f6ln"}`},
	{"a word in percents", "B%C3%83%C2%BCro", "B%C3%BCro"},
	{"a form in percents", "name=J%C3%83%C2%BCrgen&city=Ulm", "name=J%C3%BCrgen&city=Ulm"},
	{"a link that is not encoded", "https://example.org/wiki/DÃ¼sseldorf", "https://example.org/wiki/Düsseldorf"},
	{"an alphabet damaged as UTF-8", "abc Ã¡Ã¢Ã£Ã¤Ã¥ xyz", "abc áâãäå xyz"},
	{"legacy text", "Ïðèâåò, êàê äåëà?", "Привет, как дела?"},
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

// TestMeantInDocuments: what shows in one line that it is meant is meant in the others, too.
func TestMeantInDocuments(t *testing.T) {
	for _, tt := range []struct{ name, text string }{
		{"a catalogue of messages", "msgid \"MÃ¼ller\"\nmsgstr \"Müller\"\n"},
		{"a replacement with its condition", "UPDATE t\n SET a = REPLACE(a, 'Ã¼', 'ü')\n WHERE a LIKE '%Ã¼%' AND b = 'Ã¼';\n"},
		{"a table of replacements in ASCII", "t = {\n  \"â€”\": \"-\",\n  \"â€œ\": '\"',\n  \"â€™\": \"'\",\n  \"â†’\": \"->\",\n  \"âœ“\": \"yes\",\n  \"ðŸš€\": \"\",\n}\n"},
		{"a test that names its subject", "// Repairs mojibake in names.\nin := \"ZoÃ« und RenÃ©\"\nrun(in)\nin = \"der BÃ¤r\"\n"},
		{"a table whose twins are lines apart", "[{\n  bad: 'Ã¤Ã¶',\n  hex: '\\u00c3\\u00a4\\u00c3\\u00b6',\n  re: /\\u00c3\\u00a4\\u00c3\\u00b6/g,\n}, {\n  good: 'äö',\n  hex: '\\u00e4\\u00f6',\n}, {\n" +
			"  bad: 'Ã¼ÃŸ',\n  hex: '\\u00c3\\u00bc\\u00c3\\u0178',\n  re: /\\u00c3\\u00bc\\u00c3\\u0178/g,\n}, {\n  good: 'üß',\n  hex: '\\u00fc\\u00df',\n}]\n"},
	} {
		if got := mustNew(t).Learn(tt.text).String(tt.text); got != tt.text {
			t.Errorf("%s: %s", tt.name, firstChange(tt.text, got))
		}
	}
}

// TestMeantAmongDamage: a document that is damaged stays no better for what looks like talk of damage.
func TestMeantAmongDamage(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a program", "// LÃ¶scht alle EintrÃ¤ge\n// und fÃ¤ngt von vorne an\n// (spÃ¤ter auch rÃ¼ckwÃ¤rts)\ns = s.replace(\"Ã¤\", \"ae\")\n// nÃ¤chster Schritt: prÃ¼fen\nif s.contains(\"Ã¼\") { log(\"mojibake gefunden: schÃ¶n\") }\n",
			"// Löscht alle Einträge\n// und fängt von vorne an\n// (später auch rückwärts)\ns = s.replace(\"ä\", \"ae\")\n// nächster Schritt: prüfen\nif s.contains(\"ü\") { log(\"mojibake gefunden: schön\") }\n"},
		{"strings that come again", "a: \"GrÃ¶ÃŸe wÃ¤hlen\"\nb: \"Größe wählen\"\nc: \"Größe wählen\"\nd: \"Farbe\"\n", "a: \"Größe wählen\"\nb: \"Größe wählen\"\nc: \"Größe wählen\"\nd: \"Farbe\"\n"},
	} {
		if got := mustNew(t).Learn(tt.text).String(tt.text); got != tt.want {
			t.Errorf("%s: %s", tt.name, firstChange(tt.want, got))
		}
	}
}

// TestMeantValues: a table of what goes in and what must come out is about damage; a table that is damaged in part,
// with the same names again and again, is not.
func TestMeantValues(t *testing.T) {
	f := mustNew(t, fix.Values())
	pairs := []string{"accents", "CrÃ¨me brÃ»lÃ©e", "Crème brûlée", "umlauts", "schÃ¶ne GrÃ¼ÃŸe", "schöne Grüße", "Polish", "Å¼Ã³Å‚w", "żółw", "none", "plain"}
	about := f.Learn(pairs...)
	for _, s := range pairs {
		if got := about.String(s); got != s {
			t.Errorf("pairs: String(%q) = %q, want it as it is", s, got)
		}
	}
	names := []string{"1", "MÃ¼nchen", "2", "München", "3", "KÃ¶ln", "4", "München", "5", "DÃ¼sseldorf", "6", "Köln", "7", "MÃ¶nchengladbach"}
	if got := f.Learn(names...).String("MÃ¼nchen"); got != "München" {
		t.Errorf("names: String = %q", got)
	}
}
