package dump

import (
	"bytes"
	"fmt"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// cleanWhole is the test that fits unbakeWhole: a value that it changes has a line
// that it would change.
func cleanWhole(text []byte) (n int) {
	for line := range bytes.Lines(text) {
		_, changed := unbakeWhole(&Cell{Text: string(line)})
		if changed || !utf8.Valid(line) {
			break
		}
		n += len(line)
	}
	return n
}

// sameWithClean fails unless the option Clean spares calls of the Func and
// changes nothing else.
func sameWithClean(t *testing.T, in string, format Format, opts ...Option) {
	t.Helper()
	do := func(opts ...Option) (string, int) {
		calls := 0
		f := func(c *Cell) (string, bool) {
			calls++
			return unbakeWhole(c)
		}
		out, stats, err := copyString(t, in, f, append(opts, As(format))...)
		traps := ""
		for _, trap := range stats.Traps {
			traps += fmt.Sprintf("%+v", *trap)
		}
		total := stats.Total()
		total.Binary = 0 // with Clean those alone that it does not go by
		return fmt.Sprintf("%s\n%+v %s %+v %v", out, total, traps, stats.Collisions, err), calls
	}
	want, most := do(opts...)
	got, calls := do(append(opts, Clean(cleanWhole))...)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%v with Clean (-want +got):\n%s", format, diff)
	}
	if calls > most {
		t.Errorf("%v: %d calls with Clean, %d without", format, calls, most)
	}
}

func TestCleanAgrees(t *testing.T) {
	for _, tt := range repairTests {
		in, _ := marked(tt.in)
		for format := Text; format < numFormats; format++ {
			sameWithClean(t, in, format, tt.opts...)
		}
	}
	clean := "INSERT INTO t VALUES ('Größe'),('naïve \\'é\\''),('plain');\n"
	_, _, err := copyString(t, clean, func(c *Cell) (string, bool) {
		t.Errorf("%q is handed out", c.Text)
		return c.Text, false
	}, As(MySQL), Clean(cleanWhole))
	if err != nil {
		t.Fatal(err)
	}
}

func FuzzClean(f *testing.F) {
	for i, tt := range repairTests {
		in, _ := marked(tt.in)
		f.Add(in, byte(i))
	}
	for i, tt := range phpTests {
		f.Add("INSERT INTO t VALUES ('"+tt.in+"')", byte(i))
	}
	f.Fuzz(func(t *testing.T, in string, format byte) {
		sameWithClean(t, in, Text+Format(format)%(numFormats-Text))
	})
}
