package detect

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestSpans(t *testing.T) {
	const latin1 = "utf-8>windows-1252"
	tests := []struct {
		name, in string
		want     []Finding
	}{
		{"empty", "", nil},
		{"clean", "“Naïve” café – Ångström, 5×£35", nil},
		{"one", "the cafÃ© is open", []Finding{
			{Span{7, 11}, "Ã©", Certain, []Reading{{After: "é", Path: latin1}}},
		}},
		{"two lines", "isnâ€™t\r\ndÃ©jÃ\u00a0 vu", []Finding{
			{Span{3, 11}, "â€™", Certain, []Reading{{After: "’", Path: latin1}}},
			{Span{15, 24}, "Ã©jÃ\u00a0", Certain, []Reading{{After: "éjà", Path: latin1}}},
		}},
		{"another page", "здесь РџСЂРёРІРµС‚ стоит", []Finding{
			{Span{11, 36}, "РџСЂРёРІРµС‚", Certain, []Reading{{After: "Привет", Path: "utf-8>windows-1251"}}},
		}},
		{"two layers", "the cafÃƒÂ© is", []Finding{
			{Span{7, 15}, "ÃƒÂ©", Certain, []Reading{{After: "é", Path: latin1 + ">windows-1252"}}},
		}},
		{"binary", "\x00cafÃ©", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Spans(tt.in)
			// Confidence and second readings are the fit's, not ours.
			for i := range got {
				if c := got[i].Readings[0].Confidence; c <= 0 || c > 1 {
					t.Errorf("confidence %g of %q", c, got[i].Before)
				}
				got[i].Readings = got[i].Readings[:1]
			}
			if diff := cmp.Diff(tt.want, got, cmpopts.IgnoreFields(Reading{}, "Confidence")); diff != "" {
				t.Errorf("Spans (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(Spans(tt.in), Spans([]byte(tt.in))); diff != "" {
				t.Errorf("bytes give something else (-string +bytes):\n%s", diff)
			}
		})
	}
}

func TestSuspicious(t *testing.T) {
	tests := []struct {
		in   string
		want bool
	}{
		{"", false},
		{"plain", false},
		{"Crème brûlée, Ångström", false},
		{"“Quotes” – and dashes… 5 € for 3 × 2", false},
		{"Привет, мир", false},
		{"日本語、中文、한국어", false},
		{"你好", false},
		{"cafÃ©", true},
		{"РџСЂРёРІРµС‚", true},
		{"Её", true}, // clean, but it takes more than a gate to see
	}
	for _, tt := range tests {
		if got := Suspicious(tt.in); got != tt.want {
			t.Errorf("Suspicious(%q) = %v, want %v", tt.in, got, tt.want)
		}
		if got := Suspicious([]byte(tt.in)); got != tt.want {
			t.Errorf("Suspicious([]byte(%q)) = %v, want %v", tt.in, got, tt.want)
		}
		if !tt.want && len(Spans(tt.in)) > 0 {
			t.Errorf("Spans(%q) finds what Suspicious does not", tt.in)
		}
	}
}

func TestSuspiciousAllocatesNothing(t *testing.T) {
	for _, text := range []string{"plain text", "Crème brûlée – “Ångström”", "Привет, мир", "cafÃ© Ð¿Ñ€Ð¸"} {
		b := []byte(text)
		if n := testing.AllocsPerRun(100, func() { Suspicious(text); Suspicious(b) }); n != 0 {
			t.Errorf("Suspicious(%q) allocates %v times", text, n)
		}
	}
}
