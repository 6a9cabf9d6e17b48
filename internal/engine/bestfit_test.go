package engine_test

import "testing"

func TestBestFit(t *testing.T) {
	comesBack(t, map[string]string{
		"am: aliases changed GÇö 1 loaded: l":        "am: aliases changed — 1 loaded: l",
		"GÇ£HelloGÇ¥, cGÇÖest d+¬j+á voil+á. OuiGÇª": "“Hello”, c’est déjà voilà. Oui…",
		"GÇô 5 -úC, 3-í and +úrger":                  "– 5 -úC, 3-í and +úrger", // the others may be many things
		"The caf+® isnÔÇÖt open ÔÇô d+®j+á vu":       "The café isn’t open – déjà vu",
		"D+®veloppement de lÔÇÖ+®cole":               "Développement de l’école",
		"C++ ÔÇô a+b, 5+£3 ÔÇö x-é":                  "C++ – a+b, 5+£3 — x-é",
		"Marque+® ÔÇô 2+½":                           "Marque+® – 2+½",
		"GÇö":                                        "—",
		"SAGÇÖ":                                      "SAGÇÖ",
		"Gö, GÇ and Gü, a+é, vis-à-vis, C+¬":         "Gö, GÇ and Gü, a+é, vis-à-vis, C+¬",
		"Γ GÇö": "Γ GÇö", // what has Γ was not written in windows-1252
		"sommet-élu, crème+à, G(é) = É, n°, SÉ": "sommet-élu, crème+à, G(é) = É, n°, SÉ",
	})
}
