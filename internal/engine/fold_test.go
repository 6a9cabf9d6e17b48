package engine

import (
	"strings"
	"testing"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/internal/codec"
)

func TestFoldOf(t *testing.T) {
	tests := []struct {
		in   string
		want fold
	}{
		{"cafã© in der straãÿe", foldLower},
		{"CAFÃ© IN PARIS", foldUpper},
		{"CafÃ© Und Tee", foldNone},
		{"Cafã© Und Tee", foldTitle},
		{"It's A Boy’s Toy", foldTitle},
		{"Café und Tee", foldNone},
		{"é1", foldLower},
		{"12 × 5", foldNone},
		{"\xff\xfe", foldNone},
	}
	for _, tt := range tests {
		s := &search{opt: &Options{}}
		s.load(tt.in)
		if s.fold != tt.want {
			t.Errorf("fold of %q = %d, want %d", tt.in, s.fold, tt.want)
		}
	}
}

// Damage whose case was folded comes back; text that only looks so stays.
func TestFolded(t *testing.T) {
	tests := []struct{ in, want string }{
		{"l'ã©tã© derniã¨re nous ã©tions", "l'été dernière nous étions"},
		{"LES Ã©LÃ¨VES Ã©TAIENT LÃ  APRÃ¨S L'Ã©COLE", "LES éLèVES éTAIENT Là APRèS L'éCOLE"},
		{"Les Ã©Lã¨Ves Ã©Taient Prã©Sents", "Les éLèVes éTaient PréSents"},
		{"à la carte, «voilà», où ça? là», déjà»", "à la carte, «voilà», où ça? là», déjà»"},
		{"CAFÉ® ET NESTLɩ, MAÇÃ» É™", "CAFÉ® ET NESTLɩ, MAÇÃ» É™"},
		{"så är det på ön»", "så är det på ön»"},
		// What is whole as it stands may have been another letter.
		{"å»ºè\u00ad°åœ¨æ—©æ™šé¤\u0090å¾œç«‹å\u008d³æœ\u008dç”¨", "建議在早晚餐後立即服用"},
		{"è»šèˆ–", "è»šèˆ–"},
		{"ì„¤ëª…ê³¼ í•¨ê»˜ íš¹ì\u00a0• ì‚¬ìš©ìž\u0090ê°€ ì†œìœ\u00a0í•œ", "설명과 함께 특정 사용자가 소유한"},
	}
	for _, tt := range tests {
		got := cured(tt.in)
		if got != tt.want {
			t.Errorf("%q is %q, want %q", tt.in, got, tt.want)
		}
	}
}

// Damage by any page comes back whose case was folded, and nothing is left to do then. A line of which some letter is in doubt, of few, stays
// as it is, for those who ask for what is likely.
func TestFoldedPages(t *testing.T) {
	tests := []struct{ text, pages string }{
		{"Ми знову разом пішли до школи", "windows-1251 ibm866 koi8-u x-mac-cyrillic windows-1252"},
		{"Не знаю, когда приедет поезд", "windows-1251 ibm866 koi8-r iso-8859-1"},
		{"Η γάτα κοιμάται στο σπίτι", "windows-1253 windows-1252"},
		{"Nie wiem, gdzie są moje książki", "windows-1250 iso-8859-2 windows-1252"},
		{"Das Gebäude wurde für die Schüler geöffnet", "windows-1252 windows-1250"},
		{"Les élèves étaient présents à l'école", "ibm850 macintosh windows-1254"},
		{"Vienmēr jābūt uzmanīgam", "windows-1257"},
	}
	left := 0
	for _, tt := range tests {
		for _, page := range strings.Fields(tt.pages) {
			for _, loss := range []corpus.Loss{corpus.Lower, corpus.Upper, corpus.Title} {
				path := "utf-8>" + page + "+" + string(loss)
				b, err := corpus.Damage{Path: corpus.MustPath(path)}.Bake(tt.text)
				if err != nil {
					t.Fatal(err)
				}
				got := cured(b.Text)
				if got == b.Text && page != "windows-1252" {
					left++
					got = repaired(b.Text, madeOf(New(Options{Likely: true}).Cell(b.Text)))
				}
				if !strings.EqualFold(got, tt.text) {
					t.Errorf("%s: %q is %q, want %q", path, b.Text, got, tt.text)
				}
				if again := cured(got); again != got {
					t.Errorf("%s: %q is %q, and then %q", path, b.Text, got, again)
				}
			}
		}
	}
	if left > 4 {
		t.Errorf("%d lines are in doubt", left)
	}
}

// cured returns a text with its damage undone.
func cured(text string) string { return repaired(text, madeOf(New(Options{}).Cell(text))) }

// What is left of folded text, now that the cell has letters of both cases, is not read as if its case were what it was.
func TestFoldedLeft(t *testing.T) {
	for _, in := range []string{
		"который вдруг РІСЃРЇРЅРЈРЅРЁР» его спустя много времени", // not всЯнУнШл
		"einen abend verweilen k├ânnen", // können by ibm850, not kÃnnen by ibm437
	} {
		if got := cured(in); strings.Contains(got, "всЯ") || strings.Contains(got, "kÃ") {
			t.Errorf("%q is %q", in, got)
		}
	}
}

// Clean Cyrillic in one case has pairs of many letters in several pages: no page is supposed for it. What UTF-8 in such a page looks like
// has few first letters.
func TestFoldedMostly(t *testing.T) {
	for text, want := range map[string]bool{
		"если что-то непонятно, то спросите её об этом ещё раз": false,
		"ΚΑΛΗΜΕΡΑ ΣΑΣ ΠΟΣΟ ΚΑΝΕΙ ΕΝΑ ΕΙΣΙΤΗΡΙΟ":                 false,
		strings.ToLower("РџСЂРёРІРµС‚, РјРёСЂ"):                 true,
	} {
		s := &search{opt: &Options{Allowed: ^uint64(0)}, foldPages: foldedCodecs()}
		s.load(text)
		if got := s.foldPages&^codec.Windows1252.Set() != 0; got != want {
			t.Errorf("%q: pages are supposed: %t, want %t", text, got, want)
		}
	}
}
