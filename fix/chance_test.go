package fix_test

import (
	"testing"

	"github.com/unbake/unbake/fix"
)

// TestWordsByChance: words whose bytes in some page are UTF-8, or small letters of another page, are words.
func TestWordsByChance(t *testing.T) {
	for _, in := range []string{
		"В КИТАЕ,", "КИТАБ АЛЬ-АЙН", "ЧИТАЧІ НЕ", "ПОМПЕЙ ХИТНУВ", "ΤΑΧΎΤΗΤΑ: ΚΑΝΟΝΙΚΉ", "ΌΠΟΙΟΣ",
		"БЁЛЮМ", "ТЮЛДЮЛЕ.", "РЕГХИ", "ХНОЙ", "| ЮРРЕ",
		"ХРРРРРРРРРРРРРРРРРРРРРРРРРРРР…", "====ÿÿÿÿ====",
		"Prošu stańće", "カミラロイ族/Euahlayi族(オーストラリア)", "發送遘Parsoid來轉成Html其Wiki文本",
		"TISZTELT ÚJ FÉRJÉ\u00adNEK?", "MARCAR COMO LLEÍ\u00adDA", "SÍ\u00ad",
	} {
		if got := fix.String(in); got != in {
			t.Errorf("String(%q) = %q, want it as it is", in, got)
		}
	}
	for in, want := range map[string]string{
		"ðóðòðø.: 400 389 01 899": "ТЕЛ.: 400 389 01 899",
		"đčđáđśđĺđĽđó":            "ПРИВЕТ",
		"HÔééO":                   "H₂O",
		"РТПЧЕТЛБ УЧСЪЙ":          "проверка связи",
		"Cuqu\\u00c3\\u00ado":     "Cuqu\\u00edo",
		"ÚÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ¿":       "┌───────────────┐",
		"TRÃ\u00adO":              "TRíO",
	} {
		if got := fix.String(in); got != want {
			t.Errorf("String(%q) = %q, want %q", in, got, want)
		}
	}
}
