package engine_test

import (
	"testing"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/engine"
)

// Signs tell the page where letters do not: by where they stand.
func TestDecodeRawPlaces(t *testing.T) {
	e := engine.New(engine.Options{})
	for _, test := range []struct{ encoding, text string }{
		{"windows-1252", "Rechts\u00adboven"},
		{"windows-1253", "Zoeken in bestands\u00adextensies"},
		{"ibm437", "¡Hola!"},
		{"ibm850", "Premeñ, está así"},
		{"x-mac-cyrillic", "• Harpidetza botoiak hiru puntuko menura eraman"},
		{"macintosh", "• [YouTube] Aantal reacties als opgelost"},
		{"windows-1252", "¥ 500, £5, ¥1,000"},
		{"iso-8859-7", "Telah buang dek lalai bagi ‘%s’"},
		{"windows-1253", "Varying ‚%s‘ muss zuerst in der ‚%s‘-Funktion zugewiesen werden."},
		{"x-mac-cyrillic", "Se requiere Blender 3.0 o superior para importar archivos ‘.blend’."},
		{"windows-1252", "C’è, caffè. L’É, FENÊTRE"},
		{"x-big5-unicode", "バックグラウンドで再生中"},
		{"big5", "檔案已經儲存完畢"},
	} {
		c, _ := codec.Lookup(test.encoding)
		b, n := c.AppendEncode(nil, test.text)
		if n < len(test.text) {
			t.Fatalf("%s has no %q", test.encoding, test.text[n:])
		}
		if got, page, ok := e.DecodeRaw(b); got != test.text {
			t.Errorf("%q in %s became %q, by %s, %t", test.text, test.encoding, got, page, ok)
		}
	}
}

// Pages of which few texts are come behind the others, but what only they read as words is theirs.
func TestDecodeRawRarePages(t *testing.T) {
	e := engine.New(engine.Options{})
	for _, test := range []struct{ encoding, text string }{
		{"ibm737", "Πατήστε εδώ για να ανοίξετε το αρχείο"},
		{"ibm869", "Πατήστε εδώ για να ανοίξετε το αρχείο"},
		{"x-mac-greek", "Πατήστε εδώ για να ανοίξετε το αρχείο"},
		{"dos-720", "تعذر العثور على الملف المطلوب"},
		{"ibm775", "Nepavyko išsaugoti keičiamų failų, bandykite vėliau"},
		{"ibm860", "Não foi possível gravar as informações"},
		{"ibm861", "Ekki tókst að opna skrána, reyndu aftur síðar þegar tími gefst"},
		{"x-mac-turkish", "Dosya kaydedilemedi, lütfen değişiklikleri gözden geçirip yeniden deneyin"},
		{"x-mac-romanian", "Fișierul nu a putut fi salvat, încercați mai târziu după repornirea aplicației"},
		{"x-mac-icelandic", "Ekki tókst að opna skrána, reyndu aftur síðar þegar tími gefst"},
		{"iso-8859-3", "Ne eblis konservi la ŝanĝitajn dosierojn, ĉar la disko plenas"},
		{"iso-8859-10", "Ekki tókst að opna skrána, reyndu aftur síðar"},
		{"gb18030", "昨天我们去市场买了新鲜的苹果 €"},
		{"ibm866", "Вчера мы купили хлеб, молоко и два яблока"},
	} {
		c, _ := codec.Lookup(test.encoding)
		b, n := c.AppendEncode(nil, test.text)
		if n < len(test.text) {
			t.Fatalf("%s has no %q", test.encoding, test.text[n:])
		}
		if got, page, ok := e.DecodeRaw(b); got != test.text {
			t.Errorf("%q in %s became %q, by %s, %t", test.text, test.encoding, got, page, ok)
		}
	}
}
