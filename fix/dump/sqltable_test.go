package dump

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestKnown: only what defines the columns of a table makes it known, in their order.
func TestKnown(t *testing.T) {
	tests := []struct {
		name    string
		format  Format
		in      string
		unknown []string
	}{
		{"keys disabled", MySQL, "/*!40000 ALTER TABLE `p` DISABLE KEYS */;\nINSERT INTO `p` VALUES (1,'{{é}}'),(1,'⟦é⟧\\Z');\n/*!40000 ALTER TABLE `p` ENABLE KEYS */;\n", []string{"p"}},
		{"triggers disabled", Postgres, "ALTER TABLE public.p DISABLE TRIGGER ALL;\nCOPY public.p (a, b) FROM stdin;\n1\t{{é}}\n\\.\n", []string{"public.p"}},
		{"a column altered", MySQL, "ALTER TABLE p MODIFY b blob, ADD c text;\nALTER TABLE p MODIFY a blob;\nINSERT INTO p VALUES ('{{é}}','{{é}}');\nINSERT INTO p (x, b, c) VALUES ('{{é}}','⟦é⟧','{{é}}');\n", []string{"p"}},
		{"as another one", MySQL, "CREATE TABLE p (a text, b blob);\nCREATE TABLE q LIKE p;\nINSERT INTO q VALUES ('{{é}}','⟦é⟧');\nCREATE TABLE r LIKE x;\nINSERT INTO r VALUES ('{{é}}');\n", []string{"r"}},
		{"as another one and more", Postgres, "CREATE TABLE p (a bytea, b text);\nCREATE TABLE q (LIKE p INCLUDING ALL, c text);\nINSERT INTO q VALUES ('⟦é⟧','{{é}}','{{é}}');\n", nil},
		{"of a query", SQLite, "CREATE TABLE p AS SELECT 1;\nINSERT INTO p VALUES ('{{é}}');\n", []string{"p"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in, want := marked(tt.in)
			got, stats, err := copyString(t, in, unbakeWhole, As(tt.format))
			if err != nil {
				t.Error(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("Copy(%q) (-want +got):\n%s", in, diff)
			}
			if diff := cmp.Diff(tt.unknown, stats.NoSchema); diff != "" {
				t.Errorf("without a definition (-want +got):\n%s", diff)
			}
		})
	}
}
