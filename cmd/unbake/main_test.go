package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/unbake/unbake/corpus"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"unbake": main})
}

func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       *update,
		Condition: func(cond string) (bool, error) {
			if cond != "devfull" {
				return false, fmt.Errorf("unknown condition %s", cond)
			}
			info, err := os.Stat("/dev/full")
			return err == nil && info.Mode()&os.ModeCharDevice != 0, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"bake":     bakeFile,
			"exits":    exits,
			"unescape": unescape,
			"old":      makeOld,
			"isold":    isOld,
			"hardlink": hardLink,
			"mode":     hasMode,
			"only":     onlyFiles,
		},
	})
}

// bakeFile is "bake CODEC|PATH clean baked": text, damaged.
func bakeFile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: bake CODEC|PATH clean baked")
	}
	name := args[0]
	if !strings.Contains(name, ">") {
		name = "utf-8>" + name
	}
	path, err := corpus.ParsePath(name)
	ts.Check(err)
	var out strings.Builder
	for line := range strings.Lines(ts.ReadFile(args[1])) {
		body, end := cutLineEnd(line)
		baked, err := corpus.Bake(body, path)
		ts.Check(err)
		out.WriteString(baked + end)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(out.String()), 0o666))
}

// exits is "exits CODE program args…": it ends with just that exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE program args...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// unescape is "unescape src dst": each line of src is the inside of a Go
// string, and dst what they are together, without line ends of their own.
func unescape(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: unescape src dst")
	}
	var out strings.Builder
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		s, err := strconv.Unquote(`"` + strings.TrimSuffix(line, "\n") + `"`)
		ts.Check(err)
		out.WriteString(s)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(out.String()), 0o666))
}

var longAgo = time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)

// makeOld is "old files…": they were last written long ago.
func makeOld(ts *testscript.TestScript, _ bool, args []string) {
	for _, f := range args {
		ts.Check(os.Chtimes(ts.MkAbs(f), longAgo, longAgo))
	}
}

// isOld is "[!] isold files…": nobody wrote to them since.
func isOld(ts *testscript.TestScript, neg bool, args []string) {
	for _, f := range args {
		info, err := os.Stat(ts.MkAbs(f))
		ts.Check(err)
		if old := info.ModTime().Equal(longAgo); old == neg {
			ts.Fatalf("%s: last written %v", f, info.ModTime())
		}
	}
}

// hardLink is "hardlink old new".
func hardLink(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.Link(ts.MkAbs(args[0]), ts.MkAbs(args[1])))
}

// hasMode is "mode PERM files…".
func hasMode(ts *testscript.TestScript, _ bool, args []string) {
	for _, f := range args[1:] {
		info, err := os.Stat(ts.MkAbs(f))
		ts.Check(err)
		if got := "0" + strconv.FormatUint(uint64(info.Mode().Perm()), 8); got != args[0] {
			ts.Fatalf("%s: mode %s, want %s", f, got, args[0])
		}
	}
}

// onlyFiles is "only dir names…": dir holds these and nothing else, such as
// a temporary file.
func onlyFiles(ts *testscript.TestScript, _ bool, args []string) {
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if got, want := strings.Join(names, " "), strings.Join(args[1:], " "); got != want {
		ts.Fatalf("%s holds %s, want %s", args[0], got, want)
	}
}
