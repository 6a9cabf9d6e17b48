package engine

import "testing"

// What lost bytes in a cell that is damaged as a whole is read by how far the next reading is.
func TestAmidDamage(t *testing.T) {
	e := New(Options{})
	for _, x := range []struct{ text, want string }{
		{"Slojevi veliÄine slike", "Slojevi veličine slike"},
		{"Otvori dijalog za informacije o pokazivaÄ\ufffdu", "Otvori dijalog za informacije o pokazivaču"},
		{"DospelÃ\u00ad sÃº rozhodne aÅ¾ neuveriteÄ¾ne ÄudnÃ\u00ad.", "Dospelí sú rozhodne až neuveriteľne čudní."},
		{"Nie je niÄ uÅ¾itoÄnejÅ¡ie nad soÄ¾ a slnko.", "Nie je nič užitočnejšie nad soľ a slnko."},
		{"Ã©Ã¨Ã ", "éèà"}, // not of ISO-8859-5
		{"PrĂŠcise lâ\u0080\u0099importance du repoussage", "Précise l’importance du repoussage"}, // not of ISO-8859-16
		{"sisendfailid on mĆ¤Ć¤ramata", "sisendfailid on määramata"},
	} {
		if got := repaired(x.text, e.Cell(x.text)); got != x.want {
			t.Errorf("%q is read as %q, want %q", x.text, got, x.want)
		}
	}
	for _, text := range []string{"cuando se hallÃ3 desnuda", "zaÅTMÃ\u00adzenÃ\u00ad"} { // the byte is there, in another form
		for _, f := range madeOf(e.Cell(text)) {
			if f.Readings[0].Losses != 0 {
				t.Errorf("%q is read as %q", text, repaired(text, madeOf(e.Cell(text))))
			}
		}
	}
}
