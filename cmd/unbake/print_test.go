package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/unbake/unbake/fix"
)

// golden compares got with a file in testdata, or rewrites it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

var (
	eAcute   = fix.Reading{After: "é", Path: "utf-8>windows-1252", Confidence: 0.99995}
	closing  = fix.Reading{After: "”", Path: "utf-8>windows-1252", Losses: []string{"dropped-byte"}, Confidence: 0.6}
	opening  = fix.Reading{After: "“", Path: "utf-8>windows-1252", Losses: []string{"dropped-byte"}, Confidence: 0.3}
	twice    = fix.Reading{After: "’", Path: "utf-8>windows-1252>windows-1252", Confidence: 0.9987}
	cyrillic = fix.Reading{After: "Привет", Path: "windows-1251>windows-1252", Confidence: 0.8}
)

// tellAll makes one finding of each kind.
func tellAll(s fix.Sink) {
	at := func(line int64, column int) fix.Position {
		return fix.Position{Offset: line*100 + int64(column), Line: line, Column: column}
	}
	s.Repair(at(1, 4), fix.Repair{Span: fix.Span{Start: 3, End: 7}, Before: "\u00c3\u00a9", Reading: eAcute, Next: &opening})
	s.Suspect(at(2, 1), fix.Suspect{Span: fix.Span{End: 6}, Before: "\u00cf\u00f0\u00e8\u00e2\u00e5\u00f2", Verdict: fix.Likely, Candidates: []fix.Reading{cyrillic}})
	s.Suspect(at(2, 9), fix.Suspect{Span: fix.Span{End: 6}, Before: "\u00e2\u20ac", Verdict: fix.Lost, Candidates: []fix.Reading{closing, opening}})
	s.Suspect(at(3, 9), fix.Suspect{Span: fix.Span{End: 3}, Before: "\ufffd", Verdict: fix.Lost})
	s.Suspect(at(3, 12), fix.Suspect{Span: fix.Span{End: 3}, Before: "\x1b\u009d", Verdict: fix.Likely})
	s.Note(at(4, 1), fix.Note{Kind: fix.NotUTF8, Length: 1})
	s.Note(at(4, 5), fix.Note{Kind: fix.Decoded, Length: 2, Encoding: "windows-1252"})
	s.Note(at(4, 7), fix.Note{Kind: fix.Undecodable, Length: 2, Encoding: "shift_jis"})
}

func TestPrinters(t *testing.T) {
	var out strings.Builder
	printers := map[string]printer{
		"findings.txt":       textPrinter{&out, ink{}},
		"findings-color.txt": textPrinter{&out, ink{true}},
		"findings.jsonl":     jsonPrinter{&out},
	}
	for name, p := range printers {
		out.Reset()
		tellAll(&findings{file: "docs/a.md", level: fix.Likely, print: p})
		golden(t, name, out.String())
	}
}

// --level certain leaves out what is only likely, not what is lost.
func TestFindingsLevel(t *testing.T) {
	var all, certain strings.Builder
	tellAll(&findings{file: "a", level: fix.Likely, print: textPrinter{&all, ink{}}})
	tellAll(&findings{file: "a", level: fix.Certain, print: textPrinter{&certain, ink{}}})
	var want strings.Builder
	for line := range strings.Lines(all.String()) {
		if !strings.Contains(line, codeLikely) {
			want.WriteString(line)
		}
	}
	if diff := cmp.Diff(want.String(), certain.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestStory(t *testing.T) {
	input := "caf\u00c3\u00a9 and \u00c3\u00a2\u00e2\u201a\u00ac\u00e2\u201e\u00a2 and \u00e2\u20ac"
	e := fix.Explanation{Input: input}
	span := func(s string) fix.Span {
		i := strings.Index(input, s)
		return fix.Span{Start: i, End: i + len(s)}
	}
	repair := func(before string, r fix.Reading) {
		e.Repairs = append(e.Repairs, fix.Repair{Span: span(before), Before: before, Reading: r})
	}
	repair("\u00c3\u00a9", eAcute)
	repair("\u00c3\u00a2\u00e2\u201a\u00ac\u00e2\u201e\u00a2", twice)
	e.Repairs[0].Next = &opening
	e.Suspects = []fix.Suspect{{Span: span("\u00e2\u20ac"), Before: "\u00e2\u20ac", Verdict: fix.Lost, Candidates: []fix.Reading{closing, opening}}}

	golden(t, "story.txt", storyPrinter{}.text(tell(e)))
	golden(t, "story-color.txt", storyPrinter{ink{true}}.text(tell(e)))
	var out strings.Builder
	if err := writeJSON(&out, tell(e)); err != nil {
		t.Fatal(err)
	}
	golden(t, "story.json", out.String())
}

func TestDescribePath(t *testing.T) {
	tests := []struct{ path, want string }{
		{"utf-8>windows-1252", "UTF-8 read as windows-1252"},
		{"utf-8>windows-1252>windows-1252", "UTF-8 read as windows-1252, twice"},
		{"utf-8>gbk>gbk>gbk", "UTF-8 read as gbk, 3 times"},
		{"utf-8>macintosh>windows-1252", "UTF-8 read as macintosh, then as windows-1252"},
		{"windows-1251>windows-1252", "windows-1251 read as windows-1252"},
		{"cesu-8>iso-8859-1", "CESU-8 read as iso-8859-1"},
		{"", ""},
	}
	for _, tt := range tests {
		if got := describePath(tt.path); got != tt.want {
			t.Errorf("describePath(%q) = %q, want %q", tt.path, got, tt.want)
		}
	}
}

func TestPercent(t *testing.T) {
	tests := []struct {
		in   float64
		want string
	}{{1, "100 %"}, {0.99999, "> 99.99 %"}, {0.9987, "99.87 %"}, {0.62, "62 %"}, {0.001, "< 1 %"}}
	for _, tt := range tests {
		if got := percent(tt.in); got != tt.want {
			t.Errorf("percent(%v) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
