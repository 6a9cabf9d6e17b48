package engine

import "testing"

func TestTrimmed(t *testing.T) {
	e := New(Options{})
	for _, tt := range []struct{ in, want string }{
		{"Il nome della cittÃ", "Il nome della città"},
		{"LibertÃ", "LibertÃ"}, // of liberté
		{"Se specificata, utilizzerÃ", "Se specificata, utilizzerà"},
		{"non sarÃ", "non sarÃ"},                  // of sarò
		{"La conexiÃ³n estÃ", "La conexión estÃ"}, // of está
		{"la forÃ", "la forÃ"},                    // of forêt
		{"Zona del Canal de PanamÃ", "Zona del Canal de PanamÃ"},
	} {
		if got := repaired(tt.in, e.Cell(tt.in)); got != tt.want {
			t.Errorf("%q is read as %q, want %q", tt.in, got, tt.want)
		}
	}
}

// A pair of legacy pages that would read a letter which was left takes nothing back of what was repaired.
func TestRepairBesideLegacySuspect(t *testing.T) {
	e := New(Options{})
	for in, want := range map[string]string{
		"La conexiÃ³n estÃ": "La conexión estÃ",
		"Ã„Ã–Ãœ":            "ÄÖÜ", // which is משת in a page of DOS
		"Ã‡Ã¡Ã³Ã²":          "Çáóò",
	} {
		if got := repaired(in, e.Cell(in)); got != want {
			t.Errorf("%q is read as %q, want %q", in, got, want)
		}
	}
}
