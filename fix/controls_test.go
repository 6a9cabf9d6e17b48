package fix_test

import (
	"testing"

	"github.com/unbake/unbake/fix"
)

// TestControlsDropped: text that was taken for ISO-8859-1 and lost its controls.
func TestControlsDropped(t *testing.T) {
	for in, want := range map[string]string{
		"meddelande.\\n\\nÄmne: $subject\\nSparat: $date": "meddelande.\\n\\nÄmne: $subject\\nSparat: $date",
		"MontrÃÂ©al":                          "Montréal", // twice
		"CafÃÂ© de la SociÃÂ©tÃÂ©":            "Café de la Société",
		"GerÃÂ¤t fÃÂ¼r MÃÂ¶bel":               "Gerät für Möbel",
		"I donÃ¢ÂÂt know that itÃ¢ÂÂs a test": "I don’t know that it’s a test",
		"donÃ¢â¬â¢t say Ã¢â¬Åhello world":     "don’t say “hello world",
		"GerÃ¤t fÃ¼r StraÃe":                  "Gerät für Straße",
		"El NiÃ±o, mÃ¡s informaciÃ³n, Ãltimo": "El Niño, más información, Último",
		"PÅÃ\u00adliÅ¡ Å¾luÅ¥ouÄkÃ½ kÅ¯Å":     "Příliš žluťoučký kůÅ",
		"Ð¿ÑÐ¸Ð²ÐµÑ Ð¼Ð¸Ñ":                    "Ð¿ÑÐ¸Ð²ÐµÑ Ð¼Ð¸Ñ", // any of 32, in each word
		"æ¥æ¬èª":                              "æ¥æ¬èª",
		"ÃÂÃÂ·ÃÂ¼ÃÂ¿ÃÂºÃÂÃÂ±ÃÂÃÂ¯ÃÂ± ÃÂÃÂÃÂ½ ÃÂ¦ÃÂ¯ÃÂÃÂ¶ÃÂ¹": "ÃÂÃÂ·ÃÂ¼ÃÂ¿ÃÂºÃÂÃÂ±ÃÂÃÂ¯ÃÂ± ÃÂÃÂÃÂ½ ÃÂ¦ÃÂ¯ÃÂÃÂ¶ÃÂ¹",
		"% ÃÂ¾ÃÂ ÃÂÃÂµÃÂºÃÂÃÂÃÂ° ÃÂ½ÃÂ°":                     "% ÃÂ¾ÃÂ ÃÂÃÂµÃÂºÃÂÃÂÃÂ° ÃÂ½ÃÂ°",
	} {
		if got := fix.String(in); got != want {
			t.Errorf("String(%q) = %q, want %q", in, got, want)
		}
	}
}
