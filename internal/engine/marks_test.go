package engine_test

import (
	"testing"

	"github.com/unbake/unbake/internal/engine"
)

// A number and a unit stay as they are even in a document full of the letter that a page has for the unit and the sign behind it.
func TestUnitInFamiliarText(t *testing.T) {
	l := engine.New(engine.Options{}).Learner(1)
	for i := range 100 {
		lines := []string{"ŗūgt, ēŗmu ŗātu kuŗi", "KuÅ—i vÄ“Å—i, juÅ—as ÅŗÄ«ga", "stÅ—adÄt pie juÅ—as", "gaÅ—Ä dziesma kuÅ—u dzied"}
		l.Add(lines[i%len(lines)])
	}
	e := engine.New(engine.Options{Profile: l.Profile()})
	if got, want := repairedBy(e, "kuÅ—u juÅ—as"), "kuŗu juŗas"; got != want {
		t.Fatalf("Cell gives %q, want %q: the sample shows nothing", got, want)
	}
	if in := "resolution 1.8 Å—just enough"; repairedBy(e, in) != in {
		t.Errorf("Cell(%q) gives %q", in, repairedBy(e, in))
	}
}

// What closes a quotation, names a letter or measures stays as it is, even where the
// document says that damage by windows-1252 is at work.
func TestMarksInUse(t *testing.T) {
	l := engine.New(engine.Options{}).Learner(1)
	for i := range 100 {
		lines := []string{"SÃ£o Paulo Ã© grande", "coraÃ§Ã£o e razÃ£o", "nÃ£o hÃ¡ mÃºsica", "A avÃ³ e o avÃ´", "irmÃ£os vÃªm amanhÃ£",
			"AIXÃ’ FA GRÃ€CIA", "donâ€™t", "citÃ© fÃªte", "GrÃ¼n Ã¶ffnen", "EspaÃ±a aÃ±o"}
		l.Add(lines[i%len(lines)])
	}
	if shift := l.Profile().Shift("utf-8>windows-1252", 0); shift < 2 {
		t.Fatalf("the sample shifts the odds by %.1f nats: it shows nothing", shift)
	}
	e := engine.New(engine.Options{Profile: l.Profile()})
	for _, in := range []string{
		"A palavra “IRMÃ” ficou na parede.",
		"Half of the letters had turned into Ã’s and Â’s, she wrote.",
		"resolution 1.8 Å—just enough",
		"NESTLÉ® and the rest",
	} {
		for _, f := range e.Cell(in) {
			if f.Made {
				t.Errorf("%q: %q became %q", in, in[f.Start:f.End], f.Readings[0].After)
			}
		}
	}
	for in, want := range map[string]string{
		"â„• ≡ x":                 "ℕ ≡ x",
		"PLAKÂ· mense wat vashou": "PLAK· mense wat vashou",
	} {
		if got := repairedBy(e, in); got != want {
			t.Errorf("Cell(%q) gives %q, want %q", in, got, want)
		}
	}
}

// A control is left where ISO-8859-2 is read, and is € where windows-1250 is: the first reads this. ISO-8859-15 is told likewise.
func TestControlsTellPages(t *testing.T) {
	comesBack(t, map[string]string{
		"окретни ĐşŃ\u0080Đ¸Đś у пуној висини":  "окретни криж у пуној висини",
		"ÅŸelezniÄ\u008dnÃ\u00ad pÅ\u0099ejezd": "železniční přejezd",
	})
}
