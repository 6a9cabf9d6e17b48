package dump

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

func TestCollisions(t *testing.T) {
	in := baked("CREATE TABLE t (a varchar(3) NOT NULL, b text UNIQUE, c text, PRIMARY KEY (`a`), UNIQUE KEY `k` (c(9)), UNIQUE x (b,c));\n" +
		"INSERT INTO t VALUES\n('é','{{ü}}','é'),\n('{{é}}','ö','é'),\n('{{é}}x','ü','é'),('è','ö','é');\n")
	_, stats, err := copyString(t, in, unbakeWhole, As(MySQL))
	if err != nil {
		t.Fatal(err)
	}
	want := []Collision{
		{Table: "t", Column: "a", Text: "é", Lines: [2]int64{3, 4}, Before: [2]string{"é", "Ã©"}},
		{Table: "t", Column: "b", Text: "ü", Lines: [2]int64{3, 5}, Before: [2]string{"Ã¼", "ü"}},
		{Table: "t", Column: "b, c", Text: "ü, é", Lines: [2]int64{3, 5}, Before: [2]string{"Ã¼, é", "ü, é"}},
	}
	if diff := cmp.Diff(want, stats.Collisions); diff != "" {
		t.Errorf("collisions (-want +got):\n%s", diff)
	}
	if n := stats.Total().Cut; n != 1 {
		t.Errorf("%d cut, want 1", n)
	}
}

var keyTests = []struct {
	name   string
	format Format
	schema string
	in     string
	want   []string // columns, texts and lines
}{
	{name: "two columns", format: MySQL, in: "CREATE TABLE t (a int, b varchar(9), c text, PRIMARY KEY (a, b));\n" +
		"INSERT INTO t VALUES (1,'{{é}}','x'),\n(2,'é','x'),\n(1,'é','y'),(NULL,'{{é}}',''),(NULL,'é',''),\n(-1,'{{ü}}',NULL),(1,'ü',0x00),(1,concat('{{ö}}','x'),1),(1,'ö','x'),(UNHEX('01'),'{{ä}}',''),(UNHEX('02'),'ä','');\n",
		want: []string{"a, b: 1, é 2 4"}},
	{name: "columns in another order, and a blob", format: MySQL, in: "CREATE TABLE t (a int, b varchar(9), c varbinary(9), UNIQUE KEY k (c, b));\n" +
		"INSERT INTO t (b, a, c) VALUES ('{{é}}',1,'{{é}}');\nREPLACE INTO t (c, b) VALUES ('é','é'),(_binary '{{é}}','é');\n",
		want: []string{"c, b: " + bake("é") + ", é 2 3"}},
	{name: "no text, the first characters, an expression", format: MySQL, in: "CREATE TABLE t (a int, b varchar(9), c text, UNIQUE (a), UNIQUE (b(3), a), UNIQUE ((lower(b)), a));\n" +
		"INSERT INTO t VALUES (1,'{{é}}','{{é}}'),(1,'é','é');\n"},
	{name: "behind the data", format: Postgres, in: "CREATE TABLE public.t (a text, b text);\nCOPY public.t (a, b) FROM stdin;\n{{é}}\t{{é}}\né\té\n\\.\n" +
		"ALTER TABLE ONLY public.t\n    ADD CONSTRAINT k UNIQUE (a);\n", want: []string{"a: é 3 4"}},
	{name: "behind the data, as an index", format: SQLite, in: "PRAGMA foreign_keys=OFF;\nCREATE TABLE t(a INTEGER, b TEXT, c TEXT);\nINSERT INTO t VALUES(1,'{{é}}','{{é}}');\nINSERT INTO t VALUES(2,'é','é');\n" +
		"CREATE INDEX i ON t(b);\nCREATE UNIQUE INDEX j ON t (b) WHERE a > 1;\nCREATE UNIQUE INDEX IF NOT EXISTS k ON t(c);\n", want: []string{"c: é 3 4"}},
	{name: "behind the data, where the table has no other key", format: MySQL, in: "CREATE TABLE `t` (`a` int, `b` varchar(9), c varchar(9));\nINSERT INTO `t` VALUES\n(1,'é','{{é}}'),\n(2,'{{é}}','é');\n" +
		"ALTER TABLE `t`\n  ADD PRIMARY KEY (`a`),\n  ADD UNIQUE KEY `b` (`b`);\n", want: []string{"b: é 3 4"}},
	{name: "two columns in another file", format: Postgres, schema: "CREATE TABLE public.t (a text, b integer, c text);\nCREATE UNIQUE INDEX i ON public.t USING btree (c);\nALTER TABLE ONLY public.t ADD CONSTRAINT k UNIQUE (b, a);\n",
		in:   "COPY public.t (a, b, c) FROM stdin;\n{{é}}\t1\té\n{{é}}\t2\t{{é}}\né\t1\t\\N\né\t\\N\t\\N\n\\.\n",
		want: []string{"c: é 2 3", "b, a: 1, é 2 4"}},
}

// TestKeys: what collides does, and nothing else, however the input is cut.
func TestKeys(t *testing.T) {
	for _, tt := range keyTests {
		t.Run(tt.name, func(t *testing.T) {
			in, _ := marked(tt.in)
			list := func(s *Stats) (got []string) {
				for _, c := range s.Collisions {
					got = append(got, fmt.Sprintf("%s: %s %d %d", c.Column, c.Text, c.Lines[0], c.Lines[1]))
				}
				return got
			}
			for _, workers := range []int{1, 3} {
				_, stats, _ := copyString(t, in, unbakeWhole, As(tt.format), Schema(tt.schema), Workers(workers))
				if diff := cmp.Diff(tt.want, list(stats)); diff != "" {
					t.Errorf("collisions (-want +got):\n%s", diff)
				}
			}
			clean := func(text []byte) int { return len(text) } // of what Func need not see
			if _, stats, _ := copyString(t, strings.ReplaceAll(in, bake("é"), "è"), unbakeWhole, As(tt.format), Schema(tt.schema), Clean(clean)); len(stats.Collisions) > 0 {
				t.Errorf("nothing repaired, but %v", stats.Collisions)
			}
			c := config{format: tt.format, maxLiteral: 1 << 10, workers: 1, schema: tt.schema}
			fl := newFlow(context.Background(), &bytes.Buffer{}, iotest.OneByteReader(strings.NewReader(in)), unbakeWhole, &c)
			fl.chunk = 4
			fl.run()
			if diff := cmp.Diff(tt.want, list(fl.stats)); diff != "" {
				t.Errorf("small buffers (-want +got):\n%s", diff)
			}
		})
	}
}

// TestManyKeys: of too many values, those that are remembered are the same ones
// whatever the workers, and it is said.
func TestManyKeys(t *testing.T) {
	var b strings.Builder
	b.WriteString("CREATE TABLE public.t (a text, b text);\nCOPY public.t (a, b) FROM stdin;\n")
	for i := range maxUnique + 5000 {
		fmt.Fprintf(&b, "ö%d\tö%d\n", i, i%100000)
		if i%1000 == 0 {
			fmt.Fprintf(&b, "%s%d\t%d\n", bake("ö"), i, i)
		}
	}
	b.WriteString("\\.\nALTER TABLE ONLY public.t ADD UNIQUE (a);\n")
	in := b.String()
	// Where nothing was repaired, nothing need be said.
	if _, stats, err := copyString(t, strings.ReplaceAll(in, bake("ö"), "é"), unbakeDigits, As(Postgres)); err != nil || stats.UniqueUnchecked {
		t.Error("without repairs:", err, stats.UniqueUnchecked)
	}
	var first []Collision
	for _, workers := range []int{1, 4} {
		_, stats, err := copyString(t, in, unbakeDigits, As(Postgres), Workers(workers), Clean(func(text []byte) int {
			if i := strings.Index(string(text), bake("ö")); i >= 0 {
				return i
			}
			return len(text)
		}))
		if err != nil || !stats.UniqueUnchecked {
			t.Fatal(err, stats.UniqueUnchecked)
		}
		if len(stats.Collisions) != maxLate {
			t.Errorf("%d collisions, want %d", len(stats.Collisions), maxLate)
		}
		if first == nil {
			first = stats.Collisions
		} else if diff := cmp.Diff(first, stats.Collisions); diff != "" {
			t.Errorf("4 workers (-1 +4):\n%s", diff)
		}
	}
}

func unbakeDigits(c *Cell) (string, bool) {
	text := strings.ReplaceAll(c.Text, bake("ö"), "ö")
	return text, text != c.Text
}
