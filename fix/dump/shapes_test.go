package dump

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shapeOf reads a file of testdata/shapes: in for the input, in which ⟪…⟫ and ⟦…⟧
// are baked, and want for the output, in which ⟪…⟫ is not.
func shapeOf(t testing.TB, name string) (in, want string) {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	replace := func(s, open, end string, f func(string) string) string {
		var out strings.Builder
		for {
			before, rest, ok := strings.Cut(s, open)
			out.WriteString(before)
			if !ok {
				return out.String()
			}
			text, after, _ := strings.Cut(rest, end)
			out.WriteString(f(text))
			s = after
		}
	}
	s := replace(string(b), "⟦", "⟧", bake)
	return replace(s, "⟪", "⟫", bake), strings.NewReplacer("⟪", "", "⟫", "").Replace(s)
}

// TestShapes: dumps as tools write them that are not in Debian, imitated from their
// documentation and from reports of others who read them. The name of a file begins
// with the format that is to be found. Of a dump of SQL, others may follow in one file.
func TestShapes(t *testing.T) {
	files, err := filepath.Glob("testdata/shapes/*")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	check := func(name, in, want string, format Format) {
		t.Run(name, func(t *testing.T) {
			got, stats, err := copyString(t, in, unbakeWhole)
			if err != nil {
				t.Error(err)
			}
			if stats.Format != format {
				t.Errorf("taken for %v, want %v", stats.Format, format)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if got := smallBuffers(t, []byte(in), format); got != in {
				t.Errorf("small buffers: %s", cmp.Diff(in, got))
			}
		})
	}
	for _, one := range files {
		in, want := shapeOf(t, one)
		format := shapeFormat(t, one)
		check(filepath.Base(one), in, want, format)
		if filepath.Ext(one) != ".sql" {
			continue
		}
		for _, head := range []string{"mysql-8.sql", "postgres-17.sql", "sqlite-3.50.sql"} {
			in1, want1 := shapeOf(t, "testdata/shapes/"+head)
			if _, begins := firstDump([]byte(in)); begins == Auto && format != shapeFormat(t, head) {
				continue // nothing tells where it begins
			}
			check(head+"+"+filepath.Base(one), in1+in, want1+want, shapeFormat(t, head))
		}
	}
}

// shapeFormat is the format that the name of a file begins with.
func shapeFormat(t *testing.T, name string) Format {
	word, _, _ := strings.Cut(filepath.Base(name), "-")
	format, ok := ParseFormat(word)
	if !ok {
		t.Fatalf("%s: no format %q", name, word)
	}
	return format
}
