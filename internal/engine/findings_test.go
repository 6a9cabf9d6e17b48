package engine_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/unbake/unbake/internal/engine"
)

// A change for speed must not change a finding. The first run of the test with
// this flag writes the file, which later ones are compared with:
//
//	go test ./internal/engine -run TestFindings -findings /tmp/before
var (
	findings = flag.String("findings", "", "`file` to write the findings of all texts to, or to compare them with")
	cases    = flag.String("cases", "", "`directory` of more texts, a line each, for -findings")
)

func TestFindingsStay(t *testing.T) {
	if *findings == "" {
		t.Skip("-findings is not set")
	}
	texts := append(damaged(), noise(3000)...)
	texts = append(texts, linesBelow(t, *cases)...)
	var b strings.Builder
	for _, opt := range []engine.Options{{}, {Likely: true}} {
		e := engine.New(opt)
		for _, text := range texts {
			fmt.Fprintf(&b, "%q\n", text)
			for _, f := range e.Cell(text) {
				fmt.Fprintf(&b, "\t%d-%d %d %t", f.Start, f.End, f.Verdict, f.Made)
				for _, r := range f.Readings {
					fmt.Fprintf(&b, " %q %s %s %.4f", r.After, r.Path, r.Losses.Names(), r.Confidence)
				}
				b.WriteByte('\n')
			}
		}
	}
	before, err := os.ReadFile(*findings)
	if os.IsNotExist(err) {
		err = os.WriteFile(*findings, []byte(b.String()), 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
	if before != nil && string(before) != b.String() {
		want, got := strings.Split(string(before), "\n"), strings.Split(b.String(), "\n")
		for i := range min(len(want), len(got)) {
			if want[i] != got[i] {
				t.Errorf("line %d:\n-%s\n+%s", i+1, want[i], got[i])
				if i > 0 {
					t.Logf("of %s", got[i-1])
				}
				break
			}
		}
		os.WriteFile(*findings+".new", []byte(b.String()), 0o666)
		t.Fatalf("findings differ; the new ones are in %s.new%s", *findings, cmp.Diff(len(want), len(got)))
	}
}

// linesBelow returns the lines of the files below dir, and the strings of those in JSON.
func linesBelow(t *testing.T, dir string) (out []string) {
	if dir == "" {
		return nil
	}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, line := range strings.Split(string(b), "\n") {
			out = append(out, line)
			var values map[string]string
			if json.Unmarshal([]byte(line), &values) == nil {
				out = append(out, values["input"])
			}
			if _, v, ok := strings.Cut(line, ": "); ok && json.Unmarshal([]byte(strings.TrimSuffix(v, ",")), &v) == nil {
				out = append(out, v)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
