package engine

import (
	"slices"
	"testing"
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
		s := new(search)
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
		got := tt.in
		for _, f := range slices.Backward(New(Options{}).Cell(tt.in)) {
			if f.Made {
				got = got[:f.Start] + f.Readings[0].After + got[f.End:]
			}
		}
		if got != tt.want {
			t.Errorf("%q is %q, want %q", tt.in, got, tt.want)
		}
	}
}
