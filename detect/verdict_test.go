package detect

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestVerdictText(t *testing.T) {
	in := []Finding{{Verdict: Certain}, {Verdict: Likely}, {Verdict: Lost}}
	b, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	want := `[{"start":0,"end":0,"before":"","verdict":"certain"},` +
		`{"start":0,"end":0,"before":"","verdict":"likely"},{"start":0,"end":0,"before":"","verdict":"lost"}]`
	if diff := cmp.Diff(want, string(b)); diff != "" {
		t.Errorf("JSON (-want +got):\n%s", diff)
	}
	var back []Finding
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(in, back); diff != "" {
		t.Errorf("read back (-want +got):\n%s", diff)
	}
}

func TestVerdictTextUnknown(t *testing.T) {
	if _, err := Verdict(7).MarshalText(); err == nil {
		t.Error("Verdict(7).MarshalText: no error")
	}
	v := Likely
	if err := v.UnmarshalText([]byte("sure")); err == nil || v != Likely {
		t.Errorf("UnmarshalText(%q): verdict %v, error %v; want likely as before, and an error", "sure", v, err)
	}
}
