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
		// Marks behind letters, as in print.
		"« thé\u00a0» et « café\u00a0»", "José\u00a0— María", "lunedì\u00a0– venerdì", "lunedì\u00a0€ 5", "caffè\u00a0± 2",
		"Bogotá\u00a0· Cali", "Noticias\u00a0» Panamá\u00a0» Colón", "Bogotá\u00a0«papá\u00a0»", "papá\u00a0\u00a0",
		"«papá»¹", "“på”¹", "José™… todo", "…мен", "(…дин)", "€ного", "№АРС", "ВМФ°", "«Õ»…", "«ÅÄÖ»",
		// Soft hyphens.
		"Bä\u00adckerei", "ir\u00admã\u00adzi\u00adnha", "SÃ\u00adO PAULO", "GÉ\u00adNÉ\u00adRAL", "Ä\u00adther", "PŘ\u00adEJDI",
		// Letters that are spoken of.
		"The letter Ã is used in Portuguese.", "a letra Ã do português", "Der Buchstabe Ã steht für einen nasalen Vokal.",
		"ÂÂÂ", "ÎÎÎ!", "ÀÀÀ ÀÀÀ", "ДЛИ\u00adНУ", "OPOSIÇ\u00adÃO",
		// Cut in the middle of a letter.
		"et la forÃ", "le cÃ", "LibertÃ", "farÃ", "GarÄ",
		"TISZTELT ÚJ FÉRJÉ\u00adNEK?", "MARCAR COMO LLEÍ\u00adDA", "SÍ\u00ad",
	} {
		if got := fix.String(in); got != in {
			t.Errorf("String(%q) = %q, want it as it is", in, got)
		}
	}
	for in, want := range map[string]string{
		"ðóðòðø.: 400 389 01 899":         "ТЕЛ.: 400 389 01 899",
		"đčđáđśđĺđĽđó":                    "ПРИВЕТ",
		"HÔééO":                           "H₂O",
		"РТПЧЕТЛБ УЧСЪЙ":                  "проверка связи",
		"Cuqu\\u00c3\\u00ado":             "Cuqu\\u00edo",
		"ÚÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ¿":               "┌───────────────┐",
		"TRÃ\u00adO":                      "TRíO",
		"VÃ\u00adDEO":                     "VíDEO",
		"prawidÅ'owego":                   "prawidłowego",
		"Huáº¿":                           "Huế",
		"LOáº\u00a0I":                     "LOẠI",
		"EÅ\u00adropa Unio":               "Eŭropa Unio",
		"submenĂş":                        "submenú",
		"I got your letter â€“ thanks":    "I got your letter – thanks",
		"Une lettre Ã\u00a0 ma mÃ¨re":     "Une lettre à ma mère",
		"kornaÅ\u00adzigis":               "kornaŭzigis",
		"SÃ£o Paulo e Garc\u00adÃ\u00ada": "São Paulo e Garc\u00adía",
		"« thé\u00a0» et « Ã©tÃ©\u00a0»":  "« thé\u00a0» et « été\u00a0»",
		"ThÃ\u00adch káº¿t quáº£":         "Thích kết quả",
	} {
		if got := fix.String(in); got != want {
			t.Errorf("String(%q) = %q, want %q", in, got, want)
		}
	}
}
