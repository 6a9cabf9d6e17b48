package engine

import "testing"

// Controls are signs of windows-1252 where they stand alone, and not where they are trails of UTF-8 whose case was changed behind it.
func TestTrailing(t *testing.T) {
	tests := []struct {
		name, in string
		trailing bool
	}{
		{"Chinese in titles, by ISO-8859-5", "ХЈхє\u0096ХДчЏфи\u00adЩ\u0088Ц\u008bЉц\u0082Ј", true},
		{"Cyrillic in titles, by ISO-8859-5", "А\u0094Аеаианб\u0082Аеб\u0080Алаеайб\u0081Аианаг Акааабб\u008bАзб\u008bАлагааан", true},
		{"Kurdish in titles, by ISO-8859-5", "Й\u0087Л\u0095Кеијк\u0098Иїибиџл\u0095 Й\u0087Л\u0095Кей\u0086Л\u0095Ијк\u0098Л\u008eИбл\u0095", true},
		{"French", "l\u0092été, passé\u0085 où ça\u0085", false},
		{"one word", "où\u0085", false},
		{"Russian", "Он сказал\u0085 и ушёл", false},
		{"a word of Russian that is a sequence", "то\u0085", false},
		{"quotes", "\u0093Мы\u0094 пошли \u0096 да", false},
		{"Ukrainian", "п\u0092ять", false},
		{"alone", "\u0085", false},
	}
	for _, tt := range tests {
		s := &search{opt: &Options{Allowed: ^uint64(0)}}
		s.load(tt.in)
		if got := s.trailing() != nil; got != tt.trailing {
			t.Errorf("%s: trailing(%q) is %t", tt.name, tt.in, got)
		}
		if tt.trailing {
			if got := cured(tt.in); got != tt.in {
				t.Errorf("%s: %q is %q", tt.name, tt.in, got)
			}
		}
	}
}

// A control is what a page has there, if that may stand there.
func TestFits(t *testing.T) {
	for _, tt := range []struct {
		r, before, behind rune
		want              bool
	}{
		{'’', 'n', 't', true},
		{'‘', 'o', 'z', true}, // O‘zbek
		{'“', 0, 'A', true},
		{'”', '?', ' ', true},
		{'”', '.', 0, true},
		{'…', 's', ' ', true},
		{'—', 'a', 'b', true},
		{'é', 'f', ' ', true},
		{'Š', ' ', 'k', true},
		{'™', 'X', ' ', true},
		{'€', ' ', '5', true},
		{'™', 't', 'p', false},      // dost?™pnych
		{'ƒ', '?', ' ', false},      // privat?ƒ
		{'ä', '?', 'n', false},      // ?änderung
		{'ž', 'ـ', 'ـ', false},      // of Arabic
		{'“', 'ـ', 'ـ', false},      //
		{'„', '?', '?', false},      //
		{'‰', 0, 't', false},        // ‰toile
		{'\u0081', 'a', ' ', false}, // windows-1252 has nothing there
	} {
		if got := fits(tt.r, tt.before, tt.behind); got != tt.want {
			t.Errorf("%q between %q and %q: fits is %t", tt.r, tt.before, tt.behind, got)
		}
	}
	for in, want := range map[string]string{
		"Nie ma dost?\u0099pnych opcji":  "Nie ma dost?\u0099pnych opcji",
		"Ora estic?\u0083 (Victoria)":    "Ora estic?\u0083 (Victoria)",
		"Did he?\u0094 \u0093Yes!\u0094": "Did he?” “Yes!”",
		"l\u0092heure, \u009cuvre":       "l’heure, œuvre",
	} {
		if got := cured(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}
