package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/fix"
)

// A fake answers from lists.
type fake struct {
	repairs  map[string]string
	suspects map[string][]fix.Suspect
}

func (f fake) String(s string) string { return applied(f.Explain(s)) }

func (f fake) Explain(s string) fix.Explanation {
	ex := fix.Explanation{Input: s, Suspects: f.suspects[s]}
	if after, ok := f.repairs[s]; ok {
		ex.Repairs = []fix.Repair{{Span: fix.Span{End: len(s)}, Before: s, Reading: fix.Reading{After: after}}}
	}
	return ex
}

func TestRight(t *testing.T) {
	tests := []struct {
		name     string
		c        testCase
		got      string
		expected bool
	}{
		{"equal", testCase{in: "Ã©", want: "é"}, "é", true},
		{"left", testCase{in: "Ã©", want: "é"}, "Ã©", false},
		{"kept", testCase{in: "É®", want: "É®"}, "É®", true},
		{"lost character kept lost", testCase{in: "SlovenÄ\ufffdina", want: "Sloven\ufffdina"}, "Sloven\ufffdina", true},
		{"lost character found", testCase{in: "SlovenÄ\ufffdina", want: "Sloven\ufffdina"}, "Slovenčina", true},
		{"two found", testCase{in: "x", want: "Ру\ufffd\ufffdкий"}, "Русский", true},
		{"one found of two", testCase{in: "x", want: "Ру\ufffd\ufffdкий"}, "Рус\ufffdкий", true},
		{"found and dropped", testCase{in: "x", want: "Ру\ufffd\ufffdкий"}, "Рускиј", false},
		{"character missing", testCase{in: "x", want: "a\ufffdb"}, "ab", false},
		{"damage left in its place", testCase{in: "â€œbbâ€?", want: "“bb\ufffd"}, "“bbâ€?", false},
		{"damage left in one character's place", testCase{in: "aÃb", want: "a\ufffdb"}, "aÃb", false},
		{"raw byte in its place", testCase{in: "x", want: "a\ufffdb"}, "a\xe9b", false},
		{"found through two layers", testCase{in: "x", want: "It\ufffd¢\ufffd\ufffds It\ufffd¢\ufffds"}, "It’s It’s", true},
		{"signs stay where they are alone", testCase{in: "x", want: "\ufffd(⌣)\ufffd"}, "☞", false},
		{"straight quotes asked", testCase{in: "\u0093x\u0094", want: `"x"`, tidied: true}, "“x”", true},
		{"straight quotes not asked", testCase{in: "\u0093x\u0094", want: `"x"`}, "“x”", false},
		{"quotes are not all", testCase{in: "x", want: `"é"`, tidied: true}, "“e”", false},
	}
	for _, tt := range tests {
		if got := right(tt.c, tt.got); got != tt.expected {
			t.Errorf("%s: right(%q) for want %q is %v", tt.name, tt.got, tt.c.want, got)
		}
	}
}

func suspect(start, end int, text string, candidates ...string) fix.Suspect {
	s := fix.Suspect{Span: fix.Span{Start: start, End: end}, Before: text[start:end]}
	for _, c := range candidates {
		s.Candidates = append(s.Candidates, fix.Reading{After: c})
	}
	return s
}

func TestJudge(t *testing.T) {
	const one, two = "K\u0094nig", "Thιβtre"
	e := fake{
		repairs: map[string]string{"Ã©": "é", "É®": "ɮ", one + "!": "Kanig!"},
		suspects: map[string][]fix.Suspect{
			one:       {suspect(1, 3, one, "a", "ö")},
			one + "!": {suspect(1, 3, one+"!", "ö")},
			two:       {suspect(2, 4, two, "x", "é"), suspect(4, 6, two, "â")},
		},
	}
	tests := []struct {
		name string
		c    testCase
		want outcome
	}{
		{"repaired", testCase{in: "Ã©", want: "é"}, outcomeRight},
		{"clean and kept", testCase{in: "5×£35", want: "5×£35"}, outcomeRight},
		{"clean and changed", testCase{in: "É®", want: "É®"}, outcomeWrong},
		{"damaged and left", testCase{in: "Ã¨", want: "è"}, outcomeLeft},
		{"second candidate", testCase{in: one, want: "König", contextual: true}, outcomeSuspect},
		{"two suspects", testCase{in: two, want: "Théâtre", contextual: true}, outcomeSuspect},
		{"one suspect is enough", testCase{in: two, want: "Théβtre", contextual: true}, outcomeSuspect},
		{"no such candidate", testCase{in: one, want: "Künig", contextual: true}, outcomeLeft},
		{"suspects do not count", testCase{in: one, want: "König"}, outcomeLeft},
		{"wrong repair beside a suspect", testCase{in: one + "!", want: "König!", contextual: true}, outcomeWrong},
	}
	for _, tt := range tests {
		if got := judge(tt.c, e.String(tt.c.in), e); got != tt.want {
			t.Errorf("%s: judge(%q) = %v, want %v", tt.name, tt.c.in, got, tt.want)
		}
	}
}

func TestTallyAndTable(t *testing.T) {
	e := fake{repairs: map[string]string{"Ã©": "é", "É®": "ɮ"}}
	cases := []testCase{
		{class: "b", in: "Ã©", want: "é"},
		{class: "b", in: "É®", want: "É®", name: "brand"},
		{class: "a", in: "x", want: "x"},
		{class: "b", in: "Ã¨", want: "è", name: "accent"},
	}
	results := scoreAll(cases, e)
	tallies := tally(results)
	want := []classTally{{class: "b", right: 1, total: 3, wrong: 1}, {class: "a", right: 1, total: 1}}
	if diff := cmp.Diff(want, tallies, cmp.AllowUnexported(classTally{})); diff != "" {
		t.Errorf("tally (-want +got):\n%s", diff)
	}
	var out bytes.Buffer
	printFailures(&out, results)
	printTable(&out, tallies)
	for _, part := range []string{"b: wrong: brand\n", `got  "ɮ"`, "b: left: accent\n", `want "è"`, "all      2      4"} {
		if !strings.Contains(out.String(), part) {
			t.Errorf("output lacks %q:\n%s", part, &out)
		}
	}
}

func TestFloors(t *testing.T) {
	dir := write(t, map[string]string{
		"good": "# what must be\n\na\t3\nb\t1\n", "gone": "c\t1\n",
		"bad": "a 3\n", "twice": "a\t1\na\t2\n", "minus": "a\t-1\n",
	})
	tallies := []classTally{{class: "a", right: 2, total: 9}, {class: "b", right: 2, total: 2}}
	floors, err := readFloors(filepath.Join(dir, "good"))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	below, err := checkFloors(&out, floors, tallies)
	if !below || err != nil {
		t.Errorf("checkFloors = %v, %v, want a class below", below, err)
	}
	want := "a: 2 right, below the floor of 3\nnote: b: 2 right, above the floor of 1; raise it\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("checkFloors (-want +got):\n%s", diff)
	}
	gone, _ := readFloors(filepath.Join(dir, "gone"))
	if _, err := checkFloors(&out, gone, tallies); err == nil {
		t.Error("a floor without cases is no error")
	}
	for _, name := range []string{"bad", "twice", "minus", "none"} {
		if _, err := readFloors(filepath.Join(dir, name)); err == nil {
			t.Errorf("file %s is no error", name)
		}
	}
	if _, err := readFloors("floors.txt"); err != nil {
		t.Error(err)
	}
}

func TestRunStatus(t *testing.T) {
	dir := write(t, map[string]string{
		"page.txt": "plain\n", "page.expected.txt": "plain\n",
		"met": "page\t1\n", "high": "page\t2\n", "bad": "page\n",
	})
	tests := []struct {
		args []string
		want int
	}{
		{[]string{dir}, exitOK},
		{[]string{"-v", "-floor", filepath.Join(dir, "met"), dir}, exitOK},
		{[]string{"-floor", filepath.Join(dir, "high"), dir}, exitBelow},
		{[]string{"-floor", filepath.Join(dir, "bad"), dir}, exitBad},
		{[]string{filepath.Join(dir, "none")}, exitBad},
		{nil, exitBad},
		{[]string{"-none"}, exitBad},
		{[]string{"-simulated", dir}, exitBad},
		{[]string{"-h"}, exitOK},
	}
	for _, tt := range tests {
		var out, errs bytes.Buffer
		if got := run(tt.args, &out, &errs); got != tt.want {
			t.Errorf("run(%q) = %d, want %d\n%s%s", tt.args, got, tt.want, &out, &errs)
		}
	}
}

func TestAnswersTo(t *testing.T) {
	tests := []struct {
		path, text string
		right      []string
		wrong      []string
	}{
		{"utf-8>windows-1252", "É", []string{"É"}, []string{"é", "Ã‰"}},
		{"utf-8>windows-1252+json-escape", "aé", []string{`a\u00e9`}, []string{"aé"}},
		{"utf-8>windows-1252+lower", "CAFÉ", []string{"café", "CAFÉ"}, []string{"cafe"}},
		{"utf-8>windows-1252+truncate=5", "café!", []string{"caf", "cafÃ"}, []string{"café!", "café", "ca"}},
		{"utf-8>windows-1252+dropped-byte+truncate=8", "”é!", []string{"”", "”Ã"}, []string{"”é"}},
	}
	for _, tt := range tests {
		p := corpus.MustPath(tt.path)
		baked, err := corpus.Bake(tt.text, p)
		if err != nil {
			t.Fatal(err)
		}
		a, err := answersTo(tt.text, p, baked)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range tt.right {
			if !a.include(s) {
				t.Errorf("%s of %q (%q): %q is not right, %q is", tt.path, tt.text, baked, s, a.texts)
			}
		}
		for _, s := range tt.wrong {
			if a.include(s) {
				t.Errorf("%s of %q (%q): %q is right", tt.path, tt.text, baked, s)
			}
		}
	}
}

func TestTry(t *testing.T) {
	const in = "“liveâ€ and Ã©"
	want := answers{texts: []string{"“live” and é"}}
	part := func(start int, before, after string) fix.Explanation {
		return fix.Explanation{Input: in, Repairs: []fix.Repair{{
			Span: fix.Span{Start: start, End: start + len(before)}, Before: before, Reading: fix.Reading{After: after}}}}
	}
	at := strings.Index(in, "Ã©")
	tests := []struct {
		name string
		e    engine
		want trialOutcome
	}{
		{"right", fake{repairs: map[string]string{in: want.texts[0]}}, trialRight},
		{"left", fake{}, trialLeft},
		{"part", explained(part(at, "Ã©", "é")), trialPart},
		{"between layers", explained(part(0, "“liveâ€", "“livé”")), trialPart},
		{"wrong", explained(part(at, "Ã©", "è")), trialWrong},
	}
	for _, tt := range tests {
		if got := try("p", want, corpus.Baked{Text: in}, []string{"“livé” and Ã©"}, tt.e); got.outcome != tt.want {
			t.Errorf("%s: %+v", tt.name, got)
		}
	}
}

// explained is an engine with one explanation for everything.
type explained fix.Explanation

func (e explained) String(string) string { return applied(fix.Explanation(e)) }

func applied(e fix.Explanation) string {
	s, err := e.Apply(e.Input)
	if err != nil {
		panic(err)
	}
	return s
}
func (e explained) Explain(string) fix.Explanation { return fix.Explanation(e) }

// The table is the same in every run, and an engine that changes clean text
// is found out.
func TestSimulate(t *testing.T) {
	groups := []damageGroup{
		{name: "g", paths: []string{"utf-8>windows-1252", "windows-1251>windows-1252", "utf-8>windows-1252+trim"}},
		{name: "m", paths: []string{"utf-8>ibm437"}, part: corpus.Words},
	}
	trap := ""
	for _, s := range corpus.Samples() {
		if s.Trap != "" {
			trap = s.Text
		}
	}
	e := fake{repairs: map[string]string{trap: "harmed"}}
	var first, second bytes.Buffer
	if err := simulate(&first, e, groups, true); err != nil {
		t.Fatal(err)
	}
	if err := simulate(&second, e, groups, true); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first.String(), second.String()); diff != "" {
		t.Errorf("a second run differs:\n%s", diff)
	}
	for _, part := range []string{"## g\n", "| `utf-8>windows-1252` |", "| ru |", "became `\"harmed\"`", "\n1 of ", "\n0 of "} {
		if !strings.Contains(first.String(), part) {
			t.Errorf("table lacks %q", part)
		}
	}
	if strings.Contains(first.String(), "+trim` |") {
		t.Error("a path that loses nothing has a row")
	}
	if err := simulate(&second, e, []damageGroup{{paths: []string{"none"}}}, false); err == nil {
		t.Error("a path that does not parse is no error")
	}
}

// All paths that are simulated do something.
func TestDamageGroups(t *testing.T) {
	seen := map[string]bool{}
	for _, g := range damageGroups() {
		for _, path := range g.paths {
			p, err := corpus.ParsePath(path)
			if err != nil {
				t.Error(err)
				continue
			}
			key := g.name + p.String()
			if p.String() != path || seen[key] {
				t.Errorf("%s: path %q is %q, or there twice", g.name, path, p)
			}
			seen[key] = true
		}
	}
}
