package fix_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/fix"
)

// planTexts are texts and paths whose plans must say the path and bring the text back.
var planTexts = []struct{ path, text string }{
	{"utf-8>windows-1252", "Le café a été préparé"},
	{"utf-8>windows-1252", "é"},
	{"utf-8>windows-1251", "Привет, мир"},
	{"utf-8>ibm437", "Größe und Maß"},
	{"utf-8>koi8-r", "Größe und Maß"},
	{"utf-8>gbk", "Größe"},
	{"utf-8>windows-1252>windows-1252", "déjà vu"},
	{"utf-8>macintosh>windows-1252", "déjà vu"},
	{"windows-1251>windows-1252", "Привет, мир"},
	{"windows-1250>windows-1252", "pomoč więcej může"},
	{"gbk>windows-1252", "文件名称"},
}

func TestFindPlan(t *testing.T) {
	for _, tt := range planTexts {
		bad, err := corpus.Bake(tt.text, corpus.MustPath(tt.path))
		if err != nil {
			t.Fatal(err)
		}
		plan, err := fix.FindPlan(bad, tt.text)
		if err != nil || len(plan.Steps) == 0 || plan.Explained != plan.Differences {
			t.Errorf("FindPlan(%q, %q) = %+v, %v", bad, tt.text, plan, err)
			continue
		}
		// A page that reads the word alike is as good.
		if again, err := corpus.Bake(tt.text, corpus.MustPath(plan.Steps[0].Path)); len(plan.Steps) == 1 && (err != nil || again != bad) {
			t.Errorf("the path %s makes %q of %q, want %q", plan.Steps[0].Path, again, tt.text, bad)
		}
	}
	for _, tt := range [][2]string{{"cafe", "café"}, {"Größe", "Grosse"}, {"same", "same"}} {
		if plan, err := fix.FindPlan(tt[0], tt[1]); !errors.Is(err, fix.ErrNoPlan) {
			t.Errorf("FindPlan(%q, %q) = %+v, %v, want ErrNoPlan", tt[0], tt[1], plan, err)
		}
	}
}

func TestPlanPart(t *testing.T) {
	plan, err := fix.FindPlan("Le cafÃ© est ferme\nÏðèâåò\nl'Ã©tÃ©", "Le café est fermé\nПривет\nl'été")
	want := fix.Plan{Differences: 4, Explained: 3, Steps: []fix.Step{
		{Path: "utf-8>windows-1252", Words: 3}, {Path: "windows-1251>windows-1252", Words: 1}}}
	want.Steps[0].Words = plan.Steps[0].Words // repairs, of which a word may have two
	if diff := cmp.Diff(want, plan); diff != "" || err != nil {
		t.Errorf("FindPlan: error %v, (-want +got):\n%s", err, diff)
	}
}

func TestFollow(t *testing.T) {
	plan, err := fix.FindPlan("cafÃ©", "café")
	if err != nil {
		t.Fatal(err)
	}
	for _, stored := range [][]byte{mustJSON(t, plan), []byte(plan.String()), []byte("# as typed\n utf-8>windows-1252 \n")} {
		p, err := fix.ParsePlan(stored)
		if err != nil {
			t.Fatalf("ParsePlan(%q): %v", stored, err)
		}
		f := mustNew(t, fix.Follow(p))
		for in, want := range map[string]string{
			"Ã©":                "é",
			"Bremer – DrÃ¥ber":  "Bremer – Dråber",
			"РџСЂРёРІРµС‚":      "РџСЂРёРІРµС‚", // no such damage is in the plan
			"cafÃ© e «MAÇÃ».":   "café e «MAÇÃ».",
			"5×£35 and NESTLÉ®": "5×£35 and NESTLÉ®",
		} {
			if got := f.String(in); got != want {
				t.Errorf("following %q: String(%q) = %q, want %q", stored, in, got, want)
			}
			if got := f.Learn(strings.Repeat(in+"\n", 3)).String(in); got != want {
				t.Errorf("a Fixer with a plan has learnt: String(%q) = %q, want %q", in, got, want)
			}
		}
	}
	for _, bad := range []string{"", "# nothing", "{}", "{", "utf-8", "utf-8>nowhere", "nowhere>utf-8"} {
		if p, err := fix.ParsePlan([]byte(bad)); err == nil {
			t.Errorf("ParsePlan(%q) = %+v, want an error", bad, p)
		}
	}
}

// TestFollowOnly: what the plan does not say stays, be it by the same pages, in another order, or by more or fewer layers.
func TestFollowOnly(t *testing.T) {
	for _, tt := range []struct{ plan, in, want string }{
		{"windows-1251>windows-1252", "cafÃ© isnâ€™t РџСЂРёРІРµС‚", ""},
		{"windows-1251>windows-1252", "cafÃ© Ïðèâåò", "cafÃ© Привет"},
		{"koi8-r>windows-1251", "cafÃ© РџСЂРёРІРµС‚", ""},
		{"utf-8>windows-1251", "cafÃ© РџСЂРёРІРµС‚", "cafÃ© Привет"},
		{"utf-8>windows-1252", "Ïðèâåò, ìèð. L'Ã©tÃ©", "Ïðèâåò, ìèð. L'été"},
		{"utf-8>windows-1252", "\u0093quoted\u0094 isnâ€™t", "\u0093quoted\u0094 isn’t"},
		{"utf-8>windows-1252", "ÃƒÂ©tÃƒÂ©", ""},
		{"utf-8>windows-1252", "ÃƒÂ©tÃƒÂ© Ã©tÃ©", "ÃƒÂ©tÃƒÂ© été"},
		{"utf-8>windows-1252>windows-1252", "Ã©tÃ©", ""},
		{"utf-8>windows-1252>windows-1252", "ÃƒÂ©tÃƒÂ© Ã©tÃ©", "été Ã©tÃ©"},
		{"utf-8>windows-1252\nutf-8>windows-1252>windows-1252", "ÃƒÂ©tÃƒÂ© Ã©tÃ©", "été été"},
		{"utf-8>macintosh>windows-1252", "dÃ©jÃ vu", ""},
		{"utf-8>cp1252", "Ã©", "é"},
		{"utf-8>latin1", "Itâ€™s “dâ\u0080\u0099Ã©tÃ©”", "It’s “d’été”"},
		{"windows-1252>latin1", "\u0093quoted\u0094 isnâ€™t", "“quoted” isnâ€™t"},
		{"utf-8>windows-1252", "ðŸŽ‰ Ã©tÃ© í\u00a0¼í¾‰", "🎉 été 🎉"}, // CESU-8 is UTF-8 but for emoji
	} {
		plan, err := fix.ParsePlan([]byte(tt.plan))
		if err != nil {
			t.Fatal(err)
		}
		want := tt.want
		if want == "" {
			want = tt.in
		}
		for name, f := range map[string]*fix.Fixer{"text": mustNew(t, fix.Follow(plan)), "value": mustNew(t, fix.Follow(plan), fix.Values())} {
			if got := f.String(tt.in); got != want {
				t.Errorf("following %q, %s: String(%q) = %q, want %q", tt.plan, name, tt.in, got, want)
			}
			if got := f.String(want); got != want {
				t.Errorf("following %q, %s: String(%q), which was repaired, = %q", tt.plan, name, want, got)
			}
			if e := f.Explain(tt.in); applied(t, e) != want {
				t.Errorf("following %q, %s: Explain(%q).Apply() = %q, want %q", tt.plan, name, tt.in, applied(t, e), want)
			}
		}
	}
}

// TestFollowReplays: a plan brings back what it was found in, whatever the path.
func TestFollowReplays(t *testing.T) {
	for _, tt := range planTexts {
		bad, err := corpus.Bake(tt.text, corpus.MustPath(tt.path))
		if err != nil {
			t.Fatal(err)
		}
		found, err := fix.FindPlan(bad, tt.text)
		if err != nil {
			t.Fatal(err)
		}
		typed, err := fix.ParsePlan([]byte(tt.path))
		if err != nil {
			t.Fatal(err)
		}
		for _, plan := range []fix.Plan{found, typed} {
			if got := mustNew(t, fix.Follow(plan)).String(bad); got != tt.text {
				t.Errorf("following %q: String(%q) = %q, want %q", plan, bad, got, tt.text)
			}
		}
	}
}

func mustJSON(t *testing.T, v any) []byte {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestExplanationPlan(t *testing.T) {
	got := fix.Explain("Le cafÃ© est fermÃ©, РџСЂРёРІРµС‚").Plan().String()
	if want := "utf-8>windows-1252\nutf-8>windows-1251\n"; got != want {
		t.Errorf("Plan() = %q, want %q", got, want)
	}
}
