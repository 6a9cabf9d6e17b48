package fix_test

import (
	"testing"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/fix"
)

var valueTests = []struct{ name, in, want string }{
	{"one doubtful sequence among many", "Ć„iti lĆ¶ysi jĆ¤Ć¤telĆ¶n pĆ¶ydĆ¤ltĆ¤", "Äiti löysi jäätelön pöydältä"},
	{"controls tell the page", "GraĹźyna Ĺ\u009alÄ\u0085zak", "Grażyna Ślązak"},
	{"two pages by themselves, one for all", "Ξ΅Ξ―ΞΊΞΏΟ\u0083ΞΉ Ξ\u009aΞ±Ο\u0086Ξ\u00adΟ\u0082", "είκοσι Καφές"},
	{"over the line end", "Az Ĺ\u0091szi esĹ\u0091 elĹ\u0091l\nErdĹ\u0091s PĂĄl: \"GyĹ\u0091r\"", "Az őszi eső elől\nErdős Pál: \"Győr\""},
	{"cut within a character", "ä»Šå¤©æ—©ä¸Šå¤–å©†ç…®äº†ç†±æ¹¯éºµï¼Œæˆ‘å", "今天早上外婆煮了熱湯麵，我å"},
	{"once, and hard to tell from twice", "Ã…â€”Ã˜", "Å—Ø"},
	{"once, through ISO 8859-1", "Ã\u0085â\u0080\u0094Ã\u0098", "Å—Ø"},
	{"once, marks of trade", "NESTLÃ‰Â® and CAFÃ‰â„¢", "NESTLÉ® and CAFÉ™"},
	{"twice", "ÃƒÂ©tÃƒÂ©", "été"},
	{"twice, and beneath as another page, too", "stÃ…â„¢edu PlzeÃ…Ë†", "středu Plzeň"},
	{"twice, one letter", "AvÃƒÂ³", "Avó"},
	{"half of it is right", "CrÃ¨me brÃ»lÃ©e\n— dessert, 5 €", "Crème brûlée\n— dessert, 5 €"},
	{"right", "Å—Ø", "Å—Ø"},
	{"right, and reads through", "NESTLÉ® and CAFÉ™ are marks, ROSÉ© is not", "NESTLÉ® and CAFÉ™ are marks, ROSÉ© is not"},
}

func TestValues(t *testing.T) {
	f, err := fix.New(fix.Values())
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range valueTests {
		got := f.String(tt.in)
		if got != tt.want {
			t.Errorf("%s: String(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
		if e := f.Explain(tt.in); applied(t, e) != got {
			t.Errorf("%s: Explain(%q) gives %q, String %q", tt.name, tt.in, applied(t, e), got)
		}
		if again := f.String(got); again != got {
			t.Errorf("%s: a second time %q is %q", tt.name, got, again)
		}
	}
}

// TestValuesSamples has whole values come back, and right ones stay.
func TestValuesSamples(t *testing.T) {
	f, err := fix.New(fix.Values())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range corpus.Samples() {
		if got := f.String(s.Text); got != s.Text {
			t.Errorf("%s: String(%q) = %q", s.Lang, s.Text, got)
		}
		if s.Trap != "" {
			continue
		}
		for _, path := range []string{"utf-8>windows-1252", "utf-8>iso-8859-1>iso-8859-1"} {
			baked, err := corpus.Bake(s.Text, corpus.MustPath(path))
			if err != nil || baked == s.Text {
				continue
			}
			if got := f.String(baked); got != s.Text {
				t.Errorf("%s, %s: String(%q) = %q, want %q", s.Lang, path, baked, got, s.Text)
			}
		}
	}
}
