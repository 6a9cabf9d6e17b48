package engine

import (
	"testing"

	"github.com/unbake/unbake/corpus"
)

// Pages near windows-1252 are told from it: by the controls that they left in their layer, whichever that is, and where one reads far
// better what both read whole.
func TestNearWestern(t *testing.T) {
	tests := []struct{ path, text string }{
		{"utf-8>iso-8859-15>windows-1252", "文字高亮水平填充"},
		{"utf-8>iso-8859-15>windows-1252", "Sélectionnez un fichier…"},
		{"utf-8>iso-8859-15>windows-1252", "여기에서는 선언만 있고 할당은 없다."},
		{"utf-8>iso-8859-15>iso-8859-15", "誰も聴いていません"},
		{"utf-8>iso-8859-15", "non è riuscito a leggere i dati di accesso salvati"},
		{"utf-8>iso-8859-15", "un détail sur la pièce"},
		{"utf-8>windows-1252>windows-1252", "Sélectionnez un fichier…"},
		{"utf-8>windows-1252", "la ville de Niš est belle"},
	}
	for _, tt := range tests {
		b, err := corpus.Damage{Path: corpus.MustPath(tt.path)}.Bake(tt.text)
		if err != nil {
			t.Fatal(err)
		}
		if got := cured(b.Text); got != tt.text {
			t.Errorf("%s: %q is %q, want %q", tt.path, b.Text, got, tt.text)
		}
	}
	for _, clean := range []string{"NESTLÉ® ET MAÇÔ", "5×£35 und 2×€5", "ÃŠ"} {
		if got := cured(clean); got != clean {
			t.Errorf("%q is %q", clean, got)
		}
	}
}

// Capitals that end in Â and a letter, as those of the languages of the Sámi, are no sign of a page near windows-1252, which has a control there.
func TestNearWesternCapitals(t *testing.T) {
	for _, text := range []string{"SIISKÂŽ", "SNIMLDÕÕǤǤÂŽ", "JÅÅRǤLÕÕZZ LIE VALMMÂŽ.", "LÁÁ EROMÂŠVÁTÁMUŠAH TEGO KOSKÂMEERHÂ"} {
		if found := madeOf(New(Options{}).Cell(text)); len(found) > 0 {
			t.Errorf("%q is read as %q", text, repaired(text, found))
		}
	}
}
