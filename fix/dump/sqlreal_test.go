package dump

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var updateDumps = flag.Bool("update-dumps", false, "rewrite testdata/sql/want")

// TestRealDumps repairs dumps that mariadb-dump, mydumper, pg_dump and sqlite3
// wrote of databases damaged by the servers themselves. What is in
// testdata/sql/want was loaded again and compared, row by row, with the same
// rows entered rightly.
func TestRealDumps(t *testing.T) {
	files, err := filepath.Glob("testdata/sql/*.*")
	if err != nil || len(files) < 8 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			in := string(b)
			var opts []Option
			if strings.Contains(file, "latin1") {
				opts = append(opts, SQLCharset("utf8mb4"))
			}
			got, stats, err := copyString(t, in, unbakeWhole, opts...)
			if err != nil {
				t.Fatal(err)
			}
			if sum := stats.Total(); sum.Repaired == 0 || sum.Broken+sum.Trapped > 0 {
				t.Errorf("%v: %+v", stats.Format, sum)
			}
			want := filepath.Join("testdata/sql/want", filepath.Base(file))
			if *updateDumps {
				if err := os.WriteFile(want, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			b, err = os.ReadFile(want)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(b), got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			again, _, _ := copyString(t, got, unbakeWhole, opts...)
			if diff := cmp.Diff(got, again); diff != "" {
				t.Errorf("second pass (-want +got):\n%s", diff)
			}
			if same, _, _ := copyString(t, in, leave); same != in {
				t.Error("not copied byte for byte")
			}
		})
	}
}
