package engine_test

import (
	"strings"
	"testing"

	"github.com/unbake/unbake/internal/engine"
)

// What closes a quotation, names a letter or measures stays as it is, even where the
// document says that damage by windows-1252 is at work.
func TestMarksInUse(t *testing.T) {
	l := engine.New(engine.Options{}).Learner()
	for _, word := range strings.Fields("SÃ£o coraÃ§Ã£o razÃ£o mÃºsica avÃ³ irmÃ£os vÃªm amanhÃ£ nÃ£o prÃªmio comentÃ¡rios serÃ£o endereÃ§o funcionÃ¡rios") {
		l.Add("A palavra " + word + " ficou na parede.")
	}
	e := engine.New(engine.Options{Profile: l.Profile(), Values: true})
	for in, want := range map[string]string{
		"A palavra “IRMÃ” ficou na parede.":                           "",
		"Half of the letters had turned into Ã’s and Â’s, she wrote.": "",
		"resolution 1.8 Å—just enough":                                "",
		"Ã‚":                                                          "Â", // by the document alone
	} {
		got := in
		for _, f := range e.Cell(in) {
			if f.Made {
				got = in[:f.Start] + f.Readings[0].After + in[f.End:]
			}
		}
		if want == "" {
			want = in
		}
		if got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}
