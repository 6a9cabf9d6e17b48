package dump

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestOversize: keys and rows that utf8mb4 makes too long are named, and no others. Where
// the limits are, a server of MariaDB said.
func TestOversize(t *testing.T) {
	tests := []struct {
		in   string
		want []Oversize
	}{
		{"CREATE TABLE t (x varchar(250) NOT NULL PRIMARY KEY) ENGINE=MyISAM CHARSET=latin1;\n", nil},
		{"CREATE TABLE t (x varchar(251) NOT NULL PRIMARY KEY) ENGINE=MyISAM CHARSET=latin1;\n", []Oversize{{"t", "PRIMARY", 1004, 1000, "MyISAM"}}},
		{"CREATE TABLE t (x varchar(255) NOT NULL PRIMARY KEY) ENGINE=MyISAM CHARSET=utf8mb4;\n", nil},
		{"CREATE TABLE t (x varchar(255) CHARACTER SET ascii NOT NULL, UNIQUE (x), y text) ENGINE=MyISAM CHARSET=latin1;\n", nil},
		{"CREATE TABLE t (`x` varchar(255), y int, FULLTEXT KEY f (`x`), FULLTEXT (x), KEY `k` (`x`(250)), KEY l USING BTREE (`x`(250), `y`), INDEX (y)) ENGINE=MyISAM CHARSET=latin1;\n", []Oversize{{"t", "l", 1004, 1000, "MyISAM"}}},
		{"CREATE TABLE t (x varchar(191), y varchar(192), UNIQUE KEY (x, y)) ENGINE=InnoDB CHARSET=utf8 ROW_FORMAT=COMPACT;\n", []Oversize{{"t", "x", 768, 767, "InnoDB with ROW_FORMAT=COMPACT"}}},
		{"CREATE TABLE t (x varchar(191), y varchar(191), UNIQUE KEY (x, y)) ENGINE=InnoDB CHARSET=utf8 ROW_FORMAT=COMPACT;\n", nil},
		{"CREATE TABLE t (x varchar(768), KEY k (x)) CHARSET=latin1;\n", nil},
		{"CREATE TABLE t (x varchar(769), KEY k (x)) CHARSET=latin1;\n", []Oversize{{"t", "k", 3076, 3072, "InnoDB"}}},
		{"CREATE TABLE t (x varchar(400), y text) CHARSET=latin1;\nALTER TABLE t DROP KEY a, ADD PRIMARY KEY (x, y(500)), ADD KEY k (y(100));\ncreate index i on t (x, y(369));\n", []Oversize{{"t", "PRIMARY", 3600, 3072, "InnoDB"}, {"t", "i", 3076, 3072, "InnoDB"}}},
		{"CREATE TABLE t (x varchar(576) PRIMARY KEY) ENGINE=Aria CHARSET=latin1 PARTITION BY KEY (x);\n", []Oversize{{"t", "PRIMARY", 2304, 2300, "ARIA"}}},
		{"CREATE TABLE t (x varchar(16000), y varchar(370), z text) CHARSET=latin1;\n", nil},
		{"CREATE TABLE t (x varchar(16000), y varchar(383), z text) CHARSET=latin1;\nCREATE TABLE t (x varchar(16000), y varchar(383), z text) CHARSET=latin1;\n", []Oversize{{"t", "", 65546, 65535, "InnoDB"}}},
		{"CREATE TABLE t (x varchar(30000), y varchar(383)) CHARSET=latin1;\n", nil},
	}
	for _, tt := range tests {
		_, stats, err := copyString(t, tt.in, unbakeWhole, As(MySQL), SQLCharset("utf8mb4"))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, stats.Oversized); diff != "" {
			t.Errorf("Copy(%q) (-want +got):\n%s", tt.in, diff)
		}
		if _, stats, _ = copyString(t, tt.in, unbakeWhole, As(MySQL)); stats.Oversized != nil {
			t.Errorf("Copy(%q) without the option: %+v", tt.in, stats.Oversized)
		}
	}
}

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
