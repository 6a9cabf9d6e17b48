package mix

import (
	"math/rand/v2"
	"testing"
)

func TestCase(t *testing.T) {
	v := &Varier{}
	for _, tt := range []struct{ lang, in, upper, lower, title string }{
		{"tr", "istanbul Isparta", "İSTANBUL ISPARTA", "istanbul ısparta", "İstanbul Isparta"},
		{"az", "iki ılıq", "İKİ ILIQ", "iki ılıq", "İki Ilıq"},
		{"el", "Άνοιξη και ήλιος", "ΑΝΟΙΞΗ ΚΑΙ ΗΛΙΟΣ", "άνοιξη και ήλιος", "Άνοιξη Και Ήλιος"},
		{"de", "große Straße", "GROSSE STRASSE", "große straße", "Große Straße"},
		{"nl", "ijsland", "IJSLAND", "ijsland", "IJsland"},
		{"ga", "go hÉirinn ar an tSionainn", "GO hÉIRINN AR AN tSIONAINN", "go héirinn ar an tsionainn", "Go hÉirinn Ar An tSionainn"},
		{"en", "it's NATO", "IT'S NATO", "it's nato", "It's NATO"},
		{"zh-cn", "你好", "你好", "你好", "你好"},
		{"x-none", "été", "ÉTÉ", "été", "Été"},
	} {
		if got := v.Upper(tt.lang, tt.in); got != tt.upper {
			t.Errorf("%s: Upper(%q) = %q, want %q", tt.lang, tt.in, got, tt.upper)
		}
		if got := v.lower(tt.lang, tt.in); got != tt.lower {
			t.Errorf("%s: lower(%q) = %q, want %q", tt.lang, tt.in, got, tt.lower)
		}
		if got := v.title(tt.lang, tt.in); got != tt.title {
			t.Errorf("%s: title(%q) = %q, want %q", tt.lang, tt.in, got, tt.title)
		}
	}
}

func TestCurl(t *testing.T) {
	german := Quotes{"„", "“", "‚", "‘"}
	french := Quotes{"«", "»", "«", "»"}
	for _, tt := range []struct {
		name, lang string
		q          Quotes
		in, want   string
	}{
		{"German", "de", german, `Er sagte "ja" - und ging...`, "Er sagte „ja“ – und ging…"},
		{"French", "fr", french, `l'eau "froide"`, "l’eau «\u00a0froide\u00a0»"},
		{"English by default", "en", Quotes{}, `"It's" - no`, "“It’s” — no"},
		{"two pairs", "de", german, `"a" "b"`, "„a“ „b“"},
		{"hyphen in a word, feet", "en", Quotes{}, `well-known 5'`, "well-known 5'"},
	} {
		if got := tt.q.curl(tt.lang, tt.in); got != tt.want {
			t.Errorf("%s: curl(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
	if got := german.around("de", "Ja."); got != "„Ja.“" {
		t.Errorf("around = %q", got)
	}
	if got := german.around("de", "»Ja.«"); got != "»Ja.«" {
		t.Errorf("around quoted a quoted line: %q", got)
	}
}

func TestSpaceMarks(t *testing.T) {
	// The first draw of this source gives the NBSP, not U+202F.
	rng := func() *rand.Rand { return rand.New(rand.NewPCG(2, 1)) }
	for _, tt := range []struct{ lang, in, want string }{
		{"fr", "Quoi ? Oui : « non » !", "Quoi\u00a0? Oui\u00a0: «\u00a0non\u00a0»\u00a0!"},
		{"fr", "12 % de 5 kg", "12\u00a0% de 5\u00a0kg"},
		{"cs", "v domě a s tebou", "v\u00a0domě a\u00a0s tebou"},
		{"en", "What? 12 kg", "What? 12\u00a0kg"},
	} {
		if got := spaceMarks(tt.lang, tt.in, rng()); got != tt.want {
			t.Errorf("spaceMarks(%s, %q) = %q, want %q", tt.lang, tt.in, got, tt.want)
		}
	}
}

func TestRespell(t *testing.T) {
	for _, tt := range []struct{ lang, in, want string }{
		{"sr", "Његош и Ђорђе", "Njegoš i Đorđe"},
		{"ro", "știință și țară", "ştiinţă şi ţară"},
		{"uz", "oʻzbek gʻoya", "o‘zbek g‘oya"},
	} {
		found, same := false, false
		for seed := range uint64(60) {
			switch respell(tt.lang, tt.in, rand.New(rand.NewPCG(seed, 0))) {
			case tt.want:
				found = true
			case tt.in:
				same = true
			}
		}
		if !found || !same {
			t.Errorf("%s: respell(%q): other spelling %v, own spelling %v", tt.lang, tt.in, found, same)
		}
	}
}

func TestNoPlaceholders(t *testing.T) {
	for in, want := range map[string]string{
		"Datei {0} nicht gefunden":              "Datei nicht gefunden",
		"%1$s: <b>Größe</b> %d":                 ": Größe",
		"Siehe https://example.org/x für {{a}}": "Siehe für",
		"{0} %s":                                "{0} %s", // nothing would be left
		"5 < 6":                                 "5 < 6",
	} {
		if got := noPlaceholders(in); got != want {
			t.Errorf("noPlaceholders(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestGlue(t *testing.T) {
	seen := map[string]bool{}
	for h := range uint64(200) {
		seen[Glue("Ja", "Да", h*0x9e3779b97f4a7c15)] = true
	}
	for _, want := range []string{"Ja / Да", "Ja (Да)", "Ja Да", `Ja: "Да"`} {
		if !seen[want] {
			t.Errorf("Glue never gave %q", want)
		}
	}
}
