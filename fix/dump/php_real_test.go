package dump

import (
	"encoding/base64"
	"os/exec"
	"strings"
	"testing"
)

// bakeSome is the inverse of mend for what testdata/serialize.php writes.
var bakeSome = strings.NewReplacer(
	"é", "Ã©", "ü", "Ã¼", "ñ", "Ã±", "’", "â€™", "“", "â€œ", "😀", "ðŸ˜€", "д", "Ð´", "а", "Ð°",
).Replace

// TestPHPReads has PHP itself write values and judge what we make of them: the
// ones damaged before they were serialized, whose lengths count the damage, and
// the ones damaged after, whose lengths count what was meant.
func TestPHPReads(t *testing.T) {
	if _, err := exec.LookPath("php"); err != nil {
		t.Skip("no php: values of PHP's own are not tried")
	}
	out, err := exec.Command("php", "testdata/serialize.php").Output()
	if err != nil {
		t.Fatal(err)
	}
	var toRead []string
	for line := range strings.Lines(string(out)) {
		truth64, before64, ok := strings.Cut(strings.TrimSpace(line), "\t")
		truth, err1 := base64.StdEncoding.DecodeString(truth64)
		before, err2 := base64.StdEncoding.DecodeString(before64)
		if !ok || err1 != nil || err2 != nil {
			t.Fatalf("php wrote %q", line)
		}
		for how, in := range map[string]string{"before": string(before), "after": bakeSome(string(truth)), "not": string(truth)} {
			got, state := repairPHP(in, textsBy(mend), 0)
			if got != string(truth) || state != phpWhole {
				t.Errorf("damaged %s: repairPHP(%q) =\n%q, %v, want\n%q", how, in, got, state, truth)
			}
			toRead = append(toRead, base64.StdEncoding.EncodeToString([]byte(got)))
		}
	}
	cmd := exec.Command("php", "testdata/serialize.php", "read")
	cmd.Stdin = strings.NewReader(strings.Join(toRead, "\n") + "\n")
	if out, err = cmd.Output(); err != nil {
		t.Fatal(err)
	}
	verdicts := strings.Fields(string(out))
	if len(verdicts) != len(toRead) || len(toRead) == 0 {
		t.Fatalf("php read %d of %d values", len(verdicts), len(toRead))
	}
	for i, v := range verdicts {
		if v != "same" {
			raw, _ := base64.StdEncoding.DecodeString(toRead[i])
			t.Errorf("php says %s to %q", v, raw)
		}
	}
}
