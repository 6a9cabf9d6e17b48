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
		for _, frame := range []string{"A palavra W ficou na parede.", "Escreveram W no quadro.", "O que quer dizer W?"} {
			l.Add(strings.Replace(frame, "W", word, 1))
		}
	}
	if shift := l.Profile().Shift("utf-8>windows-1252", 0); shift < 3 {
		t.Fatalf("the sample shifts the odds by %.1f nats: it shows nothing", shift)
	}
	e := engine.New(engine.Options{Profile: l.Profile(), Values: true})
	for _, in := range []string{
		"A palavra “IRMÃ” ficou na parede.",
		"Half of the letters had turned into Ã’s and Â’s, she wrote.",
		"resolution 1.8 Å—just enough",
	} {
		for _, f := range e.Cell(in) {
			if f.Made {
				t.Errorf("%q: %q became %q", in, in[f.Start:f.End], f.Readings[0].After)
			}
		}
	}
}
