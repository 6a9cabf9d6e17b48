package fix_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/fix"
)

func mustPlan(t testing.TB, text string) fix.Plan {
	t.Helper()
	p, err := fix.ParsePlan([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Errors of New name the option, and options that contradict each other are errors.
func TestOptionErrors(t *testing.T) {
	western := fix.Follow(mustPlan(t, "utf-8>windows-1252"))
	for _, tt := range []struct {
		opts []fix.Option
		want string
	}{
		{[]fix.Option{fix.From("x")}, `fix: From: encoding "x" is not known`},
		{[]fix.Option{fix.Only("")}, `fix: Only: encoding "" is not known`},
		{[]fix.Option{fix.Skip("x")}, `fix: Skip: `},
		{[]fix.Option{fix.InputEncoding("x")}, `fix: InputEncoding: `},
		{[]fix.Option{fix.Follow(fix.Plan{Steps: []fix.Step{{Path: "utf-8>cp1252"}, {Path: "utf-8>x"}}})}, `fix: Follow, step 2: encoding "x" is not known`},
		{[]fix.Option{fix.Follow(fix.Plan{})}, "no steps"},
		{[]fix.Option{fix.Level(99)}, "fix: Level(99)"},
		{[]fix.Option{fix.Level(fix.Lost)}, "fix: Level(2)"},
		{[]fix.Option{fix.Only("ibm437"), western}, "fix: Follow and Only: Only leaves out windows-1252"},
		{[]fix.Option{western, fix.Skip("windows-1252")}, "fix: Follow and Skip: Skip leaves out windows-1252"},
		{[]fix.Option{fix.From("windows-1252"), fix.Skip("cp1252")}, "fix: From and Skip: both have windows-1252"},
	} {
		if _, err := fix.New(tt.opts...); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("New: %v, want %q", err, tt.want)
		}
	}
	_, err := fix.New(fix.Only(strings.Repeat("x", 5000)))
	if len(err.Error()) > 300 {
		t.Errorf("an error of %d bytes", len(err.Error()))
	}
	f := mustNew(t, fix.Only("windows-1252", "ibm437"), western)
	if got := f.String("cafÃ© isnâ€™t, caf├® noir"); got != "café isn’t, caf├® noir" {
		t.Errorf("String = %q", got)
	}
}

// Plans are read however they were written: names in any case, with blanks, a mark or in UTF-16.
func TestParsePlanForms(t *testing.T) {
	wide := func(s string) string {
		var b strings.Builder
		for _, u := range utf16.Encode([]rune("\ufeff" + s)) {
			b.WriteByte(byte(u))
			b.WriteByte(byte(u >> 8))
		}
		return b.String()
	}
	want := fix.Plan{Steps: []fix.Step{{Path: "utf-8>windows-1252"}}}
	for _, in := range []string{
		"utf-8>windows-1252", "UTF-8>Windows-1252", "utf8>cp1252\r\n", "utf-8 > windows-1252", "\ufeffutf-8>windows-1252\r\n",
		wide("utf-8>windows-1252\r\n"), wide(`{"steps":[{"path":"utf8>cp1252"}]}`), `{"steps":[{"path":"UTF-8 > cp1252"}]}`, "# a plan\n\nutf-8>cp1252\n",
	} {
		got, err := fix.ParsePlan([]byte(in))
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("ParsePlan(%q): %v (-want +got):\n%s", in, err, diff)
		}
	}
	path := corpus.MustPath("utf-8>windows-1252+dropped-byte>windows-1252").String()
	want = fix.Plan{Steps: []fix.Step{{Path: "utf-8>windows-1252>windows-1252", Losses: []string{"dropped-byte"}}}}
	if diff := cmp.Diff(want, mustPlan(t, path)); diff != "" {
		t.Errorf("ParsePlan(%q) (-want +got):\n%s", path, diff)
	}
	for _, l := range corpus.Losses() {
		mustPlan(t, "utf-8>windows-1252+"+string(l))
	}
}

// What is wrong with a plan is said with its place, and nothing of it is returned.
func TestParsePlanErrors(t *testing.T) {
	for in, want := range map[string]string{
		"utf-8>windows-1252\n\nutf-8>nonsense":                            `fix: plan, line 3: encoding "nonsense" is not known`,
		"utf-8>windows-1252\nutf-8":                                       `fix: plan, line 2: path "utf-8": `,
		"windows-1251>raw":                                                "fix: plan, line 1: ",
		"utf-8>windows-1252+nonsense":                                     `step 1: unknown loss "nonsense"`,
		`{"steps":[{"path":"utf-8>windows-1252"},{"path":"utf-8>x"}]}`:    "fix: plan, step 2: ",
		`{"steps":[{"path":"utf-8>windows-1252","losses":["nonsense"]}]}`: `unknown loss "nonsense"`,
		`{"steps":[{"path":"utf-8>windows-1252","words":-3}]}`:            "step 1: -3 words",
		`{"steps":[{"path":"utf-8>windows-1252"}],"differences":-1}`:      "-1 differences",
		`{"steps":[{"path":"utf-8>windows-1252"}],"newer":1}`:             `unknown field "newer"`,
		`{"steps":[{"path":"utf-8>windows-1252"}`:                         "fix: plan, byte 39: ",
		`{"steps":[{"path":7}]}`:                                          "fix: plan, byte 19: ",
		`{"steps":[}`:                                                     "fix: plan, byte 11: ",
		`{"steps":[{"path":"utf-8>windows-1252"}]} x`:                     "fix: plan, byte 42: ",
	} {
		p, err := fix.ParsePlan([]byte(in))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("ParsePlan(%q): %v, want %q", in, err, want)
		}
		if !cmp.Equal(p, fix.Plan{}) {
			t.Errorf("ParsePlan(%q) = %+v beside an error", in, p)
		}
	}
	var unknown *fix.UnknownEncodingError
	if _, err := fix.ParsePlan([]byte("a>b")); !errors.As(err, &unknown) || unknown.Place != "plan, line 1" {
		t.Errorf("ParsePlan: %v", err)
	}
	found, err := fix.FindPlan("“cafÃ©â€", "“café”")
	stored, _ := json.Marshal(found)
	if again, err2 := fix.ParsePlan(stored); err != nil || err2 != nil || !cmp.Equal(again, found) {
		t.Errorf("%s is read back as %+v, %v, %v", stored, again, err, err2)
	}
}

// No plan is found where no text is, and a search ends however much is different.
func TestFindPlanBounds(t *testing.T) {
	for _, tt := range [][2]string{{"\xff", "\xfe"}, {"a \xff", "a \xfe"}} {
		if p, err := fix.FindPlan(tt[0], tt[1]); !errors.Is(err, fix.ErrNoPlan) {
			t.Errorf("FindPlan(%q, %q) = %+v, %v, want ErrNoPlan", tt[0], tt[1], p, err)
		}
	}
	bad, good := strings.Repeat("Ã© ", 5000), strings.Repeat("é ", 5000)
	if p, err := fix.FindPlan(bad, good); err != nil || p.Differences != fix.MaxDifferences || p.Explained != p.Differences {
		t.Errorf("FindPlan of 5000 words = %+v, %v", p, err)
	}
	if p, err := fix.FindPlan(strings.Repeat("Ã©Ñ€Ð¸", 10_000), strings.Repeat("q", 30_000)); !errors.Is(err, fix.ErrNoPlan) {
		t.Errorf("FindPlan of a long word = %+v, %v", p, err)
	}
}
