package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/unbake/unbake/corpus/train/text/line"
	"github.com/unbake/unbake/corpus/train/text/mix"
	"github.com/unbake/unbake/corpus/train/text/npm"
)

// Who was taken from is named, in both files, down to the checksum.
func TestSourcesAreNamed(t *testing.T) {
	sources, err := os.ReadFile("../SOURCES.md")
	if err != nil {
		t.Fatal(err)
	}
	notices, err := os.ReadFile("../THIRD_PARTY.md")
	if err != nil {
		t.Fatal(err)
	}
	pins, err := npm.Pins()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pins {
		if !bytes.Contains(sources, []byte("`"+p.Name+"@"+p.Version+"` `"+p.Integrity+"`")) {
			t.Errorf("SOURCES.md does not have %s@%s", p.Name, p.Version)
		}
		if !bytes.Contains(notices, []byte("`"+p.Name+"`")) {
			t.Errorf("THIRD_PARTY.md does not name %s", p.Name)
		}
	}
	if !bytes.HasPrefix(sources, []byte(sourcesHead)) {
		t.Error("SOURCES.md does not begin with sources.head.md: make it again")
	}
}

func TestRunUsage(t *testing.T) {
	for _, args := range [][]string{{}, {"-no-such-flag"}, {"-out", "x"}, {"-cache", "x", "-out", "y", "more"}} {
		var stderr bytes.Buffer
		if code := run(args, &stderr); code != 2 || stderr.Len() == 0 {
			t.Errorf("run(%q) = %d, stderr %q", args, code, stderr.String())
		}
	}
}

func TestWriteFileKeepsTheOldOnError(t *testing.T) {
	name := filepath.Join(t.TempDir(), "out")
	if err := os.WriteFile(name, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	err := build(t.Context(), options{cache: t.TempDir(), out: name, prose: filepath.Join(t.TempDir(), "missing")})
	if err == nil {
		t.Fatal("build without its prose did not fail")
	}
	if got, _ := os.ReadFile(name); string(got) != "old" {
		t.Errorf("the old file is %q", got)
	}
}

// Copies and made lines follow the split of what they come from; unseen
// languages stay out of training altogether, as glue, too.
func TestAllRows(t *testing.T) {
	pool := mix.NewPool()
	for lang, word := range map[string]string{"is": "Halló", "sv": "Hallå", "de": "Grüße"} {
		for i := range 400 {
			text := word + " " + strings.Repeat(string(rune('a'+i%26)), 1+i/26)
			pool.Add(line.Line{Lang: lang, Register: line.Prose, Text: text})
		}
	}
	pool.EndSource(0)
	unseen := map[string]bool{"is": true}
	count := map[string]int{}
	for _, r := range allRows(pool, &stock{emoji: []string{"🍎"}}, unseen) {
		count[r.Split]++
		if (r.Split == mix.HeldLang) != (r.Lang == "is") {
			t.Errorf("%s in split %s", r.Lang, r.Split)
		}
		if r.Split == mix.Train && strings.Contains(strings.ToLower(r.Text), "halló") {
			t.Errorf("unseen text in training: %q", r.Text)
		}
	}
	if count[mix.Train] == 0 || count[mix.Held] == 0 || count[mix.HeldLang] == 0 {
		t.Errorf("splits: %v", count)
	}
}
