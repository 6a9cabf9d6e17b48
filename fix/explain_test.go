package fix_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/unbake/unbake/fix"
)

// applied returns what was explained with its repairs made.
func applied(t testing.TB, e fix.Explanation) string {
	t.Helper()
	out, err := e.Apply(e.Input)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// An explanation that was stored is applied to the text that it is of, and to no other.
func TestExplanationStored(t *testing.T) {
	const in, want = "The cafÃ© isnâ€™t open", "The café isn’t open"
	stored, err := json.Marshal(fix.Explain(in))
	if err != nil {
		t.Fatal(err)
	}
	var e fix.Explanation
	if err := json.Unmarshal(stored, &e); err != nil {
		t.Fatal(err)
	}
	if got, err := e.Apply(in); got != want || err != nil {
		t.Errorf("Apply(%q) = %q, %v, want %q", in, got, err, want)
	}
	for _, other := range []string{"", "The cafe isn't open", "A cafÃ© isnâ€™t open", want} {
		if got, err := e.Apply(other); got != other || !errors.Is(err, fix.ErrOtherText) {
			t.Errorf("Apply(%q) = %q, %v, want ErrOtherText", other, got, err)
		}
	}
	for _, spans := range [][]fix.Span{{{Start: -1, End: 2}}, {{Start: 3, End: 1}}, {{Start: 2, End: 4}, {Start: 0, End: 2}}, {{Start: 1 << 40, End: 1<<40 + 2}}} {
		var made fix.Explanation
		for _, s := range spans {
			made.Repairs = append(made.Repairs, fix.Repair{Span: s, Before: "ab"})
		}
		if _, err := made.Apply("ababab"); !errors.Is(err, fix.ErrOtherText) {
			t.Errorf("Apply with %v: %v, want ErrOtherText", spans, err)
		}
	}
}

func TestExplanationJSON(t *testing.T) {
	for _, e := range []any{fix.Explain("clean"), &fix.Explanation{}} {
		if got, err := json.Marshal(e); err != nil || string(got) != `{"repairs":[],"suspects":[]}` {
			t.Errorf("Marshal = %s, %v, want empty lists", got, err)
		}
	}
}
