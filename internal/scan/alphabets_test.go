package scan

import "testing"

func TestStrange(t *testing.T) {
	for _, tt := range []struct{ in, strange string }{
		{"Přihlásit se, úspěch, č. 5: žluťoučký kůň", ""},
		{"Eğer bu bilgisayarda başka çözümü ÇÖZÜMÜ İŞ", ""},
		{"Það er ekki hægt, ÞÓTT ÖLL", ""},
		{"naïve façade, Œuvre, DÉJÀ", ""},
		{"Привет 文件 café", ""},
		{"Eðer çözümü", "ç"},
		{"pøihlásit, použít", "á"},
		{"Galvenâ, iepriekðçjo", "ð"},
		{"Vőta nüüd, väljale", "ä"},
		{"anińada, téntao", "é"},
	} {
		var x Letters
		want := len(tt.in)
		got := x.Strange([]byte(tt.in))
		if tt.strange == "" {
			if got != want {
				t.Errorf("%q is strange at %q", tt.in, tt.in[got:])
			}
		} else if got == want || tt.in[got:got+len(tt.strange)] != tt.strange {
			t.Errorf("%q is strange at %q, want %q", tt.in, tt.in[got:], tt.strange)
		}
	}
}
