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

// TestAltered: what changes the columns of a table is followed, or nothing is known any
// more of what stands where.
func TestAltered(t *testing.T) {
	const table = "CREATE TABLE t (a text, b blob, c text);\n"
	tests := []struct {
		format Format
		in     string // ⟦é⟧ stays in a column that is known to be of bytes; \\Z makes it bytes where it is not
		known  bool
	}{
		{MySQL, "ALTER TABLE t ADD COLUMN d blob FIRST, ADD e text AFTER `a`;\nINSERT INTO t VALUES ('⟦é⟧','{{é}}','{{é}}','⟦é⟧','{{é}}');\n", true},
		{MySQL, "ALTER TABLE t ADD d text, DROP COLUMN a, DROP KEY k, DROP PRIMARY KEY;\nINSERT INTO t VALUES ('⟦é⟧','{{é}}','{{é}}');\n", true},
		{MySQL, "ALTER TABLE t CHANGE a x blob AFTER b, MODIFY COLUMN c text FIRST;\nINSERT INTO t VALUES ('{{é}}','⟦é⟧','⟦é⟧');\nINSERT INTO t (b, x) VALUES ('⟦é⟧','⟦é⟧');\n", true},
		{MySQL, "ALTER TABLE t RENAME COLUMN b TO y, RENAME INDEX i TO j;\nINSERT INTO t (y, a) VALUES ('⟦é⟧','{{é}}');\n", true},
		{MySQL, "ALTER TABLE t ADD COLUMN IF NOT EXISTS b text, ADD PARTITION (PARTITION p VALUES IN (1)), ADD SYSTEM VERSIONING;\nINSERT INTO t VALUES ('{{é}}','⟦é⟧','{{é}}');\n", true},
		{MySQL, "ALTER TABLE t ADD COLUMN (d blob, e text);\nINSERT INTO t VALUES ('{{é}}','{{é}}','⟦é⟧\\Z','','');\n", false},
		{MySQL, "ALTER TABLE t ADD d text AFTER nowhere;\nINSERT INTO t VALUES ('{{é}}','{{é}}','⟦é⟧\\Z','');\nINSERT INTO t (b) VALUES ('⟦é⟧');\n", false},
		{MySQL, "ALTER TABLE t RENAME TO u;\nINSERT INTO u VALUES ('{{é}}','⟦é⟧','{{é}}');\n", true},
		{MySQL, "RENAME TABLE t TO tmp, tmp TO `d`.`u`;\nINSERT INTO d.u VALUES ('{{é}}','⟦é⟧','{{é}}');\n", true},
		{MySQL, "ALTER TABLE t RENAME u, MODIFY a blob;\nINSERT INTO u VALUES ('⟦é⟧','⟦é⟧','{{é}}');\n", true},
		{MySQL, "DROP TABLE IF EXISTS `x`, `t`;\nINSERT INTO t VALUES ('{{é}}','{{é}}','⟦é⟧\\Z');\n", false},
		{MySQL, "DROP TABLE t;\nCREATE TABLE t (a blob, b text);\nINSERT INTO t VALUES ('⟦é⟧','{{é}}');\n", true},
		{MySQL, "ALTER TABLE t ADD d blob FIRST;\nCREATE TABLE u LIKE t;\nINSERT INTO u VALUES ('⟦é⟧','{{é}}','⟦é⟧','{{é}}');\n", true},
		{MySQL, "ALTER TABLE t CONVERT TO CHARACTER SET latin1;\nINSERT INTO t VALUES ('⟦я⟧','⟦é⟧','{{é}}');\n", true},
		{MySQL, "ALTER TABLE t DEFAULT CHARACTER SET latin1;\nINSERT INTO t VALUES ('{{я}}','⟦é⟧','{{é}}');\n", true},
		{MySQL, "CREATE TABLE u (a text CHARSET utf8mb4, b text) CHARSET=latin1;\nALTER TABLE u ADD c text AFTER a, MODIFY a varchar(120), ADD d text CHARACTER SET utf8mb4;\nINSERT INTO u VALUES ('⟦я⟧','⟦я⟧','⟦я⟧','{{я}}');\nINSERT INTO u (c) VALUES ('{{é}}');\n", true},
		{MySQL, "CREATE TABLE u (a text CHARSET utf8mb4) COLLATE=latin1_bin;\nCREATE TABLE v LIKE u;\nALTER TABLE v CHANGE a b text;\nRENAME TABLE v TO w;\nALTER TABLE w ADD c text;\nINSERT INTO w VALUES ('⟦я⟧','⟦я⟧');\nINSERT INTO u VALUES ('{{я}}');\n", true},
		{MySQL, "CREATE TABLE u (a text) CHARSET=latin1;\nALTER TABLE u CONVERT TO CHARACTER SET utf8mb4;\nALTER TABLE u ADD b text;\nINSERT INTO u VALUES ('{{я}}','{{я}}');\nALTER TABLE u DEFAULT CHARSET=latin1, ADD c text;\nALTER TABLE u ADD d text;\nINSERT INTO u VALUES ('{{я}}','{{я}}','⟦я⟧','⟦я⟧');\n", true},
		{MySQL, "CREATE DATABASE d CHARSET latin1;\nUSE d;\nCREATE TABLE u (a text) CHARSET=utf8mb4;\nALTER TABLE u CONVERT TO CHARACTER SET DEFAULT, ADD b text;\nALTER TABLE u ADD c text;\nINSERT INTO u VALUES ('⟦я⟧','⟦я⟧','⟦я⟧');\n", true},
		{MySQL, "CREATE TABLE u (a text CHARSET utf8mb4) CHARSET=latin1;\nALTER TABLE u ADD COLUMN (b text);\nINSERT INTO u (a, b) VALUES ('{{я}}','⟦я⟧');\nINSERT INTO u VALUES ('⟦я⟧','⟦я⟧');\n", false},
		{MySQL, "CREATE TABLE u (b blob) AS SELECT 'x' AS a;\nINSERT INTO u VALUES ('{{é}}','⟦é⟧\\Z');\n", false},
		{MySQL, "CREATE TABLE u (a char(9) BYTE, b varchar(9) character set binary, c long varbinary, d text BYTE, e char(9) ASCII, f raw(9), g varchar(9) collate binary, h nvarchar(9));\nINSERT INTO u VALUES ('⟦é⟧','⟦é⟧','⟦é⟧','⟦é⟧','⟦я⟧','⟦é⟧','⟦é⟧','⟦😀⟧');\n", true},
		{Postgres, "ALTER TABLE public.t ALTER COLUMN a TYPE bytea USING a::bytea, ALTER b SET DATA TYPE text, ALTER c SET DEFAULT '{{é}}';\nINSERT INTO t VALUES ('⟦é⟧','{{é}}','{{é}}');\n", true},
		{Postgres, "ALTER TABLE t RENAME COLUMN a TO x;\nALTER TABLE t RENAME b TO a;\nALTER TABLE t ALTER COLUMN a TYPE bytea;\nINSERT INTO t (a, x) VALUES ('⟦é⟧','{{é}}');\n", true},
		{Postgres, "ALTER TABLE t RENAME CONSTRAINT a TO x;\nCREATE TABLE s.u (a bytea, b text);\nALTER TABLE s.u RENAME TO v;\nINSERT INTO s.v VALUES ('⟦é⟧','{{é}}');\n", true},
		{Postgres, "CREATE TABLE u (LIKE x, b bytea);\nINSERT INTO u VALUES ('{{é}}','⟦é⟧\u007f');\n", false},
		{SQLite, "ALTER TABLE t RENAME a TO x;\nALTER TABLE t ADD d BLOB;\nALTER TABLE t DROP COLUMN b;\nALTER TABLE t RENAME TO u;\nINSERT INTO u VALUES('{{é}}','{{é}}','⟦é⟧');\n", true},
	}
	for _, tt := range tests {
		in, want := marked(table + tt.in)
		got, stats, err := copyString(t, in, unbakeWhole, As(tt.format))
		if err != nil {
			t.Errorf("Copy(%q): %v", in, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("Copy(%q) (-want +got):\n%s", in, diff)
		}
		if known := len(stats.NoSchema) == 0; known != tt.known {
			t.Errorf("Copy(%q): table known: %v, want %v", in, known, tt.known)
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
