package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// write makes a directory of the files given, by their paths.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestLoadDir(t *testing.T) {
	dir := write(t, map[string]string{
		"ftfy/wild.json": `[
			{"label": "a", "original": "Ã©", "fixed": "é", "expect": "pass"},
			{"label": "b", "original": "â€œ", "fixed-encoding": "“", "fixed": "\"", "expect": "pass"},
			{"label": "c", "original": "\u0093x", "fixed": "\"x", "expect": "fail"}]`,
		"users.jsonl": `{"id": "A1", "input": "K\u0094nig", "expected": "König", "ref": "r"}` + "\n\n" +
			`{"id": "E2", "input": "as\udced \ud83d\ude22", "expected": "así", "ref": "s"}` + "\n",
		"page.txt":          "Ã©\n",
		"page.expected.txt": "é\n",
	})
	got, err := loadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := []testCase{
		{class: "wild", name: "a", in: "Ã©", want: "é"},
		{class: "wild", name: "b", in: "â€œ", want: "“"},
		{class: "wild", name: "c", in: "\u0093x", want: `"x`, tidied: true},
		{class: "users-A", name: "A1 r", in: "K\u0094nig", want: "König", contextual: true},
		{class: "users-E", name: "E2 s", in: "as\xed 😢", want: "así", contextual: true},
		{class: "page", name: "page.txt", in: "Ã©\n", want: "é\n"},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(testCase{})); diff != "" {
		t.Errorf("loadDir (-want +got):\n%s", diff)
	}
}

func TestLoadDirErrors(t *testing.T) {
	tests := []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"empty", nil, "no cases"},
		{"not JSON", map[string]string{"ftfy/x.json": "["}, "x.json: "},
		{"no answer", map[string]string{"ftfy/x.json": `[{"original": "a"}]`}, "case 1: no original or no answer"},
		{"bad line", map[string]string{"users.jsonl": "{}\n"}, "users.jsonl:1: "},
		{"no expectation", map[string]string{"page.txt": "a"}, "page.expected.txt"},
	}
	for _, tt := range tests {
		_, err := loadDir(write(t, tt.files))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want it to say %q", tt.name, err, tt.want)
		}
	}
}
