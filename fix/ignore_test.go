package fix_test

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/unbake/unbake/fix"
)

var ignoreTests = []struct{ name, in, want string }{
	{"a line", "Ã©tÃ© // unbake:ignore\nÃ©tÃ©", "Ã©tÃ© // unbake:ignore\nété"},
	{"the next line", "# unbake:ignore-next-line\nÃ©tÃ©\nÃ©tÃ©\n", "# unbake:ignore-next-line\nÃ©tÃ©\nété\n"},
	{"the next line, CRLF", "# unbake:ignore-next-line\r\nÃ©tÃ©\r\nÃ©tÃ©\r\n", "# unbake:ignore-next-line\r\nÃ©tÃ©\r\nété\r\n"},
	{"the next line is empty", "unbake:ignore-next-line\n\nÃ©tÃ©", "unbake:ignore-next-line\n\nété"},
	{"a block", "Ã©tÃ©\n<!-- unbake:ignore-start -->\nÃ©tÃ©\n\nÃ©tÃ©\n<!-- unbake:ignore-end -->\nÃ©tÃ©", "été\n<!-- unbake:ignore-start -->\nÃ©tÃ©\n\nÃ©tÃ©\n<!-- unbake:ignore-end -->\nété"},
	{"a block without end", "unbake:ignore-start\nÃ©tÃ©\nÃ©tÃ©", "unbake:ignore-start\nÃ©tÃ©\nÃ©tÃ©"},
	{"an end alone", "unbake:ignore-end Ã©tÃ©\nÃ©tÃ©", "unbake:ignore-end été\nété"},
	{"start and end in one line", "unbake:ignore-start Ã©tÃ© unbake:ignore-end\nÃ©tÃ©", "unbake:ignore-start Ã©tÃ© unbake:ignore-end\nété"},
	{"both", "Ã©tÃ© unbake:ignore unbake:ignore-next-line\nÃ©tÃ©\nÃ©tÃ©", "Ã©tÃ© unbake:ignore unbake:ignore-next-line\nÃ©tÃ©\nété"},
	{"a longer word", "Ã©tÃ© unbake:ignored, unbake:ignore_all\nunbake:ignore-startled unbake:ignore-next-lines\nÃ©tÃ©", "été unbake:ignored, unbake:ignore_all\nunbake:ignore-startled unbake:ignore-next-lines\nété"},
	{"the end of a longer word", "unbunbake:ignore Ã©tÃ©", "unbunbake:ignore été"},
	{"a comment around it", "<!--unbake:ignore-start-->\nÃ©tÃ©\n<!--unbake:ignore-end-->\nÃ©tÃ©\nÃ©tÃ© --unbake:ignore: why", "<!--unbake:ignore-start-->\nÃ©tÃ©\n<!--unbake:ignore-end-->\nété\nÃ©tÃ© --unbake:ignore: why"},
	{"no comment", "unbake ignore: Ã©tÃ©", "unbake ignore: été"},
}

func TestIgnoreComments(t *testing.T) {
	for setting, f := range map[string]*fix.Fixer{
		"plain":    mustNew(t, fix.IgnoreComments()),
		"learning": mustNew(t, fix.IgnoreComments(), fix.LearnFirst(fix.MaxSample)),
		"workers":  mustNew(t, fix.IgnoreComments(), fix.Workers(3)),
	} {
		for _, tt := range ignoreTests {
			for _, lead := range []string{"", strings.Repeat("clean, Größe\n", 40000)} {
				in, want := lead+tt.in, lead+tt.want
				for i := len(lead); i <= len(in); i++ {
					src := io.MultiReader(strings.NewReader(in[:i]), strings.NewReader(in[i:]))
					got, err := io.ReadAll(f.Reader(src))
					if err != nil || string(got) != want {
						t.Fatalf("%s, %s, cut at %d of %d: %q, want %q; error %v", setting, tt.name, i, len(in), got[min(len(lead), len(got)):], tt.want, err)
					}
					if lead != "" && i > len(lead) {
						break
					}
				}
				var out bytes.Buffer
				stats, err := f.Copy(context.Background(), &out, iotest.HalfReader(strings.NewReader(in)), nil)
				if repairs := strings.Count(tt.want, "été"); err != nil || out.String() != want || stats.Repairs != int64(repairs) {
					t.Errorf("%s, %s: Copy makes %d repairs, want %d; error %v", setting, tt.name, stats.Repairs, repairs, err)
				}
			}
		}
	}
	if in := ignoreTests[0].in; fix.String(in) != strings.ReplaceAll(in, "Ã©tÃ©", "été") {
		t.Error("without the option a comment excuses something")
	}
}
