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
