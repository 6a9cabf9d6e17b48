package fix_test

import (
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/fix"
)

// A word of Hebrew in bytes may be one of Russian, too: the lines about it tell, however
// the bytes come.
func TestRawLinesTellOfWords(t *testing.T) {
	want := "צוק\nשלום לכולם\nאתמול הלכנו לשוק\nוקנינו תפוחים ירוקים\nמה שלומך היום\nנץ\n"
	var in strings.Builder
	for _, line := range strings.SplitAfter(want, "\n") {
		baked, err := corpus.Bake(line, corpus.MustPath("windows-1255>raw"))
		if err != nil {
			t.Fatal(err)
		}
		in.WriteString(baked)
	}
	f := mustNew(t, fix.InputEncoding("auto"), fix.LearnFirst(1<<20))
	for name, r := range map[string]io.Reader{
		"whole": strings.NewReader(in.String()), "bytes": iotest.OneByteReader(strings.NewReader(in.String())),
	} {
		got, err := io.ReadAll(f.Reader(r))
		if err != nil || string(got) != want {
			t.Errorf("%s: %q, %v; want %q", name, got, err, want)
		}
	}
	alone, err := io.ReadAll(mustNew(t, fix.InputEncoding("auto")).Reader(strings.NewReader(in.String())))
	if err != nil || string(alone) == want {
		t.Errorf("without learning: %q, %v: the test shows nothing", alone, err)
	}
}
