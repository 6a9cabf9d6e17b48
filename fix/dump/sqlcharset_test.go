package dump

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestSQLCharset(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"latin1 table",
			"/*!40101 SET NAMES utf8mb4 */;\nCREATE TABLE `t` (`a` text, b varchar(20000), c varchar(9) COLLATE latin1_bin, d char(3) CHARACTER SET ascii, e text CHARACTER SET utf8mb3, f blob) ENGINE=InnoDB DEFAULT CHARSET=latin1 COLLATE=latin1_swedish_ci;\nINSERT INTO `t` VALUES ('{{я}}','{{ы}}','{{😀}}','','{{😀}}','x');\n",
			"/*!40101 SET NAMES utf8mb4 */;\nCREATE TABLE `t` (`a` mediumtext, b mediumtext, c varchar(9) COLLATE utf8mb4_bin, d char(3) CHARACTER SET ascii, e text CHARACTER SET utf8mb4, f blob) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_swedish_ci;\nINSERT INTO `t` VALUES ('я','ы','😀','','😀','x');\n"},
		{"latin1 connection", // what is UTF-8 in it, the server would read as damaged
			"SET NAMES latin1 COLLATE latin1_swedish_ci;\nCREATE TABLE t (a text, b blob) CHARSET=utf8mb4;\nINSERT INTO t VALUES ('é\\'','\xE9'),('\xE9\x80\\'','é'),('a:1:{i:0;s:4:\"é\";}','');\n",
			"SET NAMES utf8mb4 COLLATE utf8mb4_swedish_ci;\nCREATE TABLE t (a text, b blob) CHARSET=utf8mb4;\nINSERT INTO t VALUES ('é\\'','\xE9'),('é€\\'','é'),('a:1:{i:0;s:2:\"é\";}','');\n"},
		{"database", "CREATE DATABASE `d` /*!40100 DEFAULT CHARACTER SET latin1 */;\nUSE `d`;\nCREATE TABLE t (a text);\nINSERT INTO t VALUES ('{{я}}');\n",
			"CREATE DATABASE `d` /*!40100 DEFAULT CHARACTER SET utf8mb4 */;\nUSE `d`;\nCREATE TABLE t (a text);\nINSERT INTO t VALUES ('я');\n"},
		{"what is only looked at", "SET NAMES latin1;\nINSERT INTO t SELECT '\xE9', '\xC3\xA9';\n", "SET NAMES utf8mb4;\nINSERT INTO t SELECT 'é', 'Ã©';\n"},
		{"client of definitions", "SET NAMES utf8;\nSET character_set_client = utf8;\nCREATE TABLE t (a enum('{{😀}}'));\nSET character_set_client = @x;\nINSERT INTO t VALUES ('{{😀}}');\n",
			"SET NAMES utf8mb4;\nSET character_set_client = utf8mb4;\nCREATE TABLE t (a enum('😀'));\nSET character_set_client = @x;\nINSERT INTO t VALUES ('😀');\n"},
		{"commands of the client", "charset latin1\nINSERT INTO t VALUES ('\xE9');\n\\C  'latin1' ;\nINSERT INTO t VALUES ('\xE9');\n", "charset utf8mb4\nINSERT INTO t VALUES ('é');\n\\C  'utf8mb4' ;\nINSERT INTO t VALUES ('é');\n"},
		{"connection apart", "SET @@session.character_set_connection = latin1;\nINSERT INTO t VALUES ('{{я}}');\n", "SET @@session.character_set_connection = utf8mb4;\nINSERT INTO t VALUES ('я');\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, stats, err := copyString(t, baked(tt.in), unbakeWhole, As(MySQL), SQLCharset("utf8mb4"))
			if err != nil || len(stats.Traps) > 0 {
				t.Errorf("error %v, traps %+v", err, stats.Traps)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			again, _, _ := copyString(t, got, unbakeWhole, As(MySQL), SQLCharset("utf8mb4"))
			if diff := cmp.Diff(got, again); diff != "" {
				t.Errorf("second pass (-want +got):\n%s", diff)
			}
		})
	}
	in := "\\encoding LATIN1\nINSERT INTO t VALUES ('\xE9');\n"
	want := "\\encoding UTF8\nINSERT INTO t VALUES ('é');\n"
	if got, _, _ := copyString(t, in, unbakeWhole, As(Postgres), SQLCharset("utf8mb4")); got != want {
		t.Errorf("Copy(%q) = %q, want %q", in, got, want)
	}
	in = "SET client_encoding = 'LATIN1';\nCOPY t FROM stdin;\n\xE9\x85\\n\n\\.\n"
	want = "SET client_encoding = 'UTF8';\nCOPY t FROM stdin;\né\u0085\\n\n\\.\n"
	if got, _, _ := copyString(t, in, unbakeWhole, As(Postgres), SQLCharset("utf8mb4")); got != want {
		t.Errorf("Copy(%q) = %q, want %q", in, got, want)
	}
}

func TestTraps(t *testing.T) {
	in := baked("SET NAMES utf8;\nCREATE TABLE l (a text, b text CHARACTER SET utf8mb4) CHARSET=latin1;\nINSERT INTO l VALUES ('{{я}}','{{😀}}'),('{{ы}}','{{ы}}'),('{{é}}','');\nSET NAMES latin1;\nINSERT INTO l VALUES ('é','');\n")
	_, stats, err := copyString(t, in, unbakeWhole, As(MySQL))
	if err != nil {
		t.Fatal(err)
	}
	want := []*Trap{
		{Table: "l", Column: "a", Charset: "latin1", Cells: 2, Sample: Sample{Line: 3, Before: bake("я"), After: "я"}},
		{Table: "l", Column: "b", Charset: "utf8", Connection: true, Cells: 1, Sample: Sample{Line: 3, Before: bake("😀"), After: "😀"}},
		{Table: "l", Column: "a", Charset: "latin1", Connection: true, Cells: 1, Sample: Sample{Line: 5, Before: "Ã©", After: "é"}},
	}
	if diff := cmp.Diff(want, stats.Traps); diff != "" {
		t.Errorf("traps (-want +got):\n%s", diff)
	}
	counts := []*ColumnStats{{Table: "l", Column: "a", Cells: 4, Repaired: 1, Trapped: 3}, {Table: "l", Column: "b", Cells: 4, Repaired: 1, Trapped: 1}}
	if diff := cmp.Diff(counts, stats.Columns, cmpopts.IgnoreFields(ColumnStats{}, "Samples")); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
}

// TestTrapsSettings: what the client and the connection are set to, in each way there is, is
// heeded for what comes behind it, until it is set back.
func TestTrapsSettings(t *testing.T) {
	const fixed = true
	tests := []struct {
		format Format
		set    string
		traps  []Trap // by what is not rewritten
		back   string
	}{
		{MySQL, "SET character_set_client = latin1;", []Trap{{Charset: "latin1", Fixed: fixed}}, "SET character_set_client = @saved;"},
		{MySQL, "/*!50003 SET character_set_client = latin1 */ ;", []Trap{{Charset: "latin1", Fixed: fixed}}, "/*!50503 SET character_set_client = utf8mb4 */;"},
		{MySQL, "SET @@session.character_set_client := 'latin1';", []Trap{{Charset: "latin1", Fixed: fixed}}, "SET NAMES utf8mb4;"},
		{MySQL, "SET character_set_connection = latin1;", []Trap{{Charset: "latin1"}}, "SET character_set_connection = @saved;"},
		{MySQL, "SET SESSION collation_connection = latin1_swedish_ci;", []Trap{{Charset: "latin1", Fixed: fixed}}, "SET collation_connection = @saved;"},
		{MySQL, "SET character_set_client = utf8, character_set_connection = latin1;", []Trap{{Charset: "latin1"}}, "SET CHARACTER SET utf8mb4;"},
		{MySQL, "SET CHARACTER SET latin1;", []Trap{{Charset: "latin1"}}, "SET CHARSET utf8mb4;"},
		{MySQL, "SET NAMES \"latin1\";", []Trap{{Charset: "latin1"}}, "SET NAMES 'utf8mb4';"},
		{MySQL, "charset latin1", []Trap{{Charset: "latin1"}}, "charset utf8mb4;"},
		{MySQL, "\\C latin1", []Trap{{Charset: "latin1"}}, "\\C utf8mb4"},
		{MySQL, "CREATE DATABASE d CHARACTER SET latin1;\nUSE d;\nSET CHARACTER SET utf8mb4;", []Trap{{Charset: "latin1"}}, "SET NAMES utf8mb4;"},
		{MySQL, "SET GLOBAL character_set_client = latin1;", nil, ""},
		{MySQL, "SET @@global.character_set_client = latin1, @character_set_client = 'latin1';", nil, ""},
		{MySQL, "SET character_set_results = latin1;", nil, ""},
		{Postgres, "\\encoding LATIN1", []Trap{{Charset: "latin1"}}, "\\encoding UTF8"},
		{Postgres, "SET client_encoding TO 'WIN1252';", []Trap{{Charset: "windows-1252"}}, "\\encoding utf-8"},
		{Postgres, "SET NAMES 'LATIN1';", []Trap{{Charset: "latin1"}}, "SET NAMES 'UTF8';"},
		{Postgres, "SELECT pg_catalog.set_config('client_encoding', 'LATIN1', false);", []Trap{{Charset: "latin1"}}, "select Set_Config('client_encoding', 'UTF8', false);"},
		{Postgres, "SELECT pg_catalog.set_config('search_path', 'LATIN1', false), 'client_encoding';\nSELECT f('client_encoding', 'LATIN1');", nil, ""},
		{Postgres, "\\C latin1", nil, ""}, // the title of tables
	}
	for _, tt := range tests {
		in := tt.set + "\n" + baked("INSERT INTO t (a) VALUES ('{{я}}');\n") + tt.back + "\n" + baked("INSERT INTO t (a) VALUES ('{{ю}}');\n")
		got, stats, err := copyString(t, in, unbakeWhole, As(tt.format))
		want := strings.Replace(in, bake("ю"), "ю", 1)
		if len(tt.traps) == 0 {
			want = strings.Replace(want, bake("я"), "я", 1)
		}
		if got != want || err != nil {
			t.Errorf("Copy(%q) = %q, %v", in, got, err)
		}
		var traps []Trap
		for _, trap := range stats.Traps {
			traps = append(traps, Trap{Charset: trap.Charset, Fixed: trap.Fixed})
			if !trap.Connection {
				t.Errorf("Copy(%q): %+v is not of the connection", in, trap)
			}
		}
		if diff := cmp.Diff(tt.traps, traps); diff != "" {
			t.Errorf("Copy(%q) (-want +got):\n%s", in, diff)
		}
		_, stats, err = copyString(t, in, unbakeWhole, As(tt.format), SQLCharset("utf8mb4"))
		trapped := len(tt.traps) > 0 && tt.traps[0].Fixed
		if err != nil || trapped != (len(stats.Traps) > 0) {
			t.Errorf("Copy(%q) with utf8mb4: %v, %d traps", in, err, len(stats.Traps))
		}
	}
}

// TestTrapsConnection: what a server reads in a dump that says it is in latin1, and is
// UTF-8, is damaged and must stay; it is told of. What only happens to be UTF-8 is not.
func TestTrapsConnection(t *testing.T) {
	in := "SET NAMES latin1;\nCREATE TABLE t (a text) CHARSET=latin1;\nINSERT INTO t VALUES ('" + bake("я") + "'),('\xD3\xAE'),('é');\n"
	f := func(c *Cell) (string, bool) {
		if c.Text == "Ó®" {
			return c.Text, false
		}
		return unbakeWhole(c)
	}
	got, stats, err := copyString(t, in, f, As(MySQL))
	if err != nil || got != in {
		t.Errorf("Copy(%q) = %q, %v", in, got, err)
	}
	want := []*Trap{{Table: "t", Column: "a", Charset: "latin1", Connection: true, Cells: 2, Sample: Sample{Line: 3, Before: bake(bake("я")), After: bake("я")}}}
	if diff := cmp.Diff(want, stats.Traps); diff != "" {
		t.Errorf("traps (-want +got):\n%s", diff)
	}
	told := map[string]string{}
	watch := Watch(func(c *Cell, after string) { told[c.Text] = after })
	if _, _, err = copyString(t, in, f, As(MySQL), watch); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{bake(bake("я")): bake("я"), "Ó®": "Ó®", "Ã©": "é"}, told); diff != "" {
		t.Errorf("told of (-want +got):\n%s", diff)
	}
}

// TestBinary: values that show to be bytes are counted.
func TestBinary(t *testing.T) {
	in := baked("INSERT INTO t VALUES ('a\\Zb {{é}}'),('{{é}}\\0'),('{{é}}\\b'),('x\\0');\nCREATE TABLE u (a text);\nINSERT INTO u VALUES ('\\0\\0\\0\x02{{é}}'),('\\0{{é}}');\n")
	_, stats, err := copyString(t, in, unbakeWhole, As(MySQL))
	if err != nil {
		t.Fatal(err)
	}
	want := []*ColumnStats{{Table: "t", Column: "#1", Cells: 4, Binary: 3}, {Table: "u", Column: "a", Cells: 2, Binary: 1, Repaired: 1}}
	if diff := cmp.Diff(want, stats.Columns, cmpopts.IgnoreFields(ColumnStats{}, "Samples")); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
}

// TestLeft: damaged values that are not values of a column stay and are counted, once each
// where they change it by table; what is assigned is no second value under a key.
func TestLeft(t *testing.T) {
	in := baked("CREATE TABLE t (a varchar(9), UNIQUE KEY (a));\nINSERT INTO t VALUES ('{{é}}');\nUPDATE t SET a='é' WHERE a='{{é}}' AND a='plain' AND a='ü';\nINSERT INTO t SELECT '{{é}}';\nDELETE QUICK FROM `t` WHERE a=\"{{é}}\";\nUPDATE u SET a=1 WHERE b='x';\nUPDATE v SET a='{{é}}';\n")
	_, stats, err := copyString(t, in, unbakeWhole, As(MySQL))
	if err != nil || len(stats.Collisions) > 0 {
		t.Errorf("error %v, collisions %+v", err, stats.Collisions)
	}
	want := []*ColumnStats{{Table: "t", Column: "a", Cells: 2, Repaired: 1}, {Table: "t", Cells: 4, Left: 3}, {Table: "v", Column: "a", Cells: 1, Repaired: 1}}
	if diff := cmp.Diff(want, stats.Columns, cmpopts.IgnoreFields(ColumnStats{}, "Samples")); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"v"}, stats.NoSchema); diff != "" {
		t.Errorf("without a definition (-want +got):\n%s", diff)
	}
	places := []Place{{3, int64(strings.Index(in, "a='Ã©'") + 3), "UPDATE t"}, {4, int64(strings.Index(in, "SELECT 'Ã©'") + 8), "INSERT INTO t"}, {5, int64(strings.Index(in, `"Ã©"`) + 1), "DELETE t"}}
	if diff := cmp.Diff(places, stats.LeftAt); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
}

// TestNotRead: damage in statements that are not read, in what is no SQL, and in what the
// input ends in, is told of, and stays.
func TestNotRead(t *testing.T) {
	const row = "INSERT INTO t (a) VALUES ('x');\n"
	tests := []struct {
		format Format
		in     string
		want   []string // statements; "" for what is none
	}{
		{MySQL, "WITH x AS (SELECT 1) INSERT INTO t SELECT '{{é}}';\n" + row, []string{"WITH"}},
		{MySQL, "PREPARE s FROM \"SELECT '{{é}}'\";\nSELECT 1, \"{{é}}\", '{{é}}';\n" + row, []string{"PREPARE", "SELECT", "SELECT"}},
		{MySQL, "SET @a = '{{é}}', @b = \"{{é}}\";\nCREATE USER '{{é}}'@'x';\nCALL p('{{é}}');\n", []string{"SET", "SET", "CREATE", "CALL"}},
		{MySQL, "INSERT INTO t (a) VALUES (AES_ENCRYPT('{{é}}','x')),(BINARY '{{é}}'),(_binary '{{é}}');\nUPDATE t SET a=BINARY '{{é}}';\n", []string{"INSERT INTO t", "INSERT INTO t", "UPDATE t"}},
		{MySQL, "/*!50000 SET @a = '{{é}}' */;\n" + row, []string{"SET"}},
		{Postgres, "MERGE INTO t USING u ON a = b WHEN NOT MATCHED THEN INSERT VALUES ('{{é}}');\nDO $$BEGIN x('{{é}}'); END$$;\n", []string{"MERGE", "DO"}},
		{Postgres, "SECURITY LABEL ON TABLE t IS '{{é}}';\n(SELECT '{{é}}');\nCOPY t FROM '{{é}}';\n", []string{"SECURITY", "", "COPY t"}},
		{Postgres, "CREATE POLICY p ON t USING (a = '{{é}}');\nSET x.y = '{{é}}';\n" + row, []string{"CREATE", "SET"}},
		{SQLite, "INSERT INTO sqlite_schema VALUES('{{é}}');\nEXPLAIN SELECT '{{é}}';\n", []string{"INSERT INTO sqlite_schema", "EXPLAIN"}},
		{MySQL, "{{é}}\n" + row + "= {{é}}\n" + row, []string{"", ""}},
		{MySQL, "INSERT INTO t VALUES ('{{é}}'s'),\n{{é}}\n" + row, []string{"INSERT INTO t", "INSERT INTO t"}},
		{MySQL, "INSERT INTO t (a) VALUES ('x','{{é}}", []string{"INSERT INTO t"}},
		{MySQL, "INSERT INTO t (a) VALUES (_utf8mb4'{{é}}", []string{"INSERT INTO t"}},
		{MySQL, "INSERT INTO t (a) VALUES (_binary'{{é}}", nil},
		{MySQL, "CREATE TABLE t (a text DEFAULT '{{é}}", []string{"CREATE"}},
		{MySQL, "CREATE TABLE t (a blob);\nINSERT INTO t VALUES ('{{é}}", nil},
		{Postgres, "COPY t (a) FROM stdin;\nx\n{{é}}", []string{"COPY t"}},
		{Postgres, "COPY t (a) FROM stdin WITH (FORMAT binary);\n{{é}}\n\\.\n", []string{"COPY t"}},
		{MySQLXML, "<mysqldump><table_data name=\"t\"><row><field name=\"a\">{{é}}", []string{""}},
		{JSON, "{\"a\": \"x\", \"b\": \"{{é}}", []string{""}},
		{JSON, "{\"a\": \"{{é}}\n\"b\": 1}\n", []string{""}},
		{JSON, "{\"a\": [\n1 \"x\": \"y\",\n{{é}}\nx\n{{é}}", []string{"", ""}},
		{JSON, "{\"$oid\": \"{{é}}", nil},
	}
	for _, tt := range tests {
		in := baked(tt.in)
		f := func(c *Cell) (string, bool) { // part of a line, too
			out := strings.ReplaceAll(c.Text, bake("é"), "é")
			return out, out != c.Text
		}
		for _, cut := range []string{"", "\xC3"} { // which is half a character
			if cut != "" && !strings.HasSuffix(in, bake("é")) {
				continue
			}
			got, stats, _ := copyString(t, in+cut, f, As(tt.format))
			if got != in+cut {
				t.Errorf("Copy(%q) = %q", in+cut, got)
			}
			var places []string
			for _, p := range stats.LeftAt {
				places = append(places, p.Statement)
			}
			if diff := cmp.Diff(tt.want, places); diff != "" || stats.Total().Left != int64(len(tt.want)) {
				t.Errorf("Copy(%q) leaves %d (-want +got):\n%s", in+cut, stats.Total().Left, diff)
			}
		}
	}
}

func TestScope(t *testing.T) {
	in := baked("INSERT INTO db.posts (title, body) VALUES ('{{é}}','{{é}}');\nINSERT INTO users (name) VALUES ('{{é}}');\n")
	tests := []struct {
		opts []Option
		want int // cells left
	}{
		{nil, 0},
		{[]Option{Include("posts")}, 1},
		{[]Option{Include("POSTS.title")}, 2},
		{[]Option{Include("db.*")}, 1},
		{[]Option{Exclude("*.body")}, 1},
		{[]Option{Include("*"), Exclude("users", "posts.t*")}, 2},
	}
	for i, tt := range tests {
		got, _, _ := copyString(t, in, unbakeWhole, append(tt.opts, As(MySQL))...)
		if n := strings.Count(got, bake("é")); n != tt.want {
			t.Errorf("%d: %d cells left, want %d: %s", i, n, tt.want, got)
		}
	}
	if _, _, err := copyString(t, in, unbakeWhole, Include("[")); err == nil {
		t.Error("a bad pattern is taken")
	}
}

func TestSchema(t *testing.T) {
	in := baked("INSERT INTO t VALUES (\"{{é}}\",\"{{é}}\");\n")
	want := baked("INSERT INTO t VALUES (\"é\",\"{{é}}\");\n")
	got, stats, _ := copyString(t, in, unbakeWhole, As(MySQL), Schema("CREATE TABLE `t` (a text, b blob);"))
	if got != want || len(stats.NoSchema) > 0 {
		t.Errorf("Copy(%q) = %q, without schema %q; want %q", in, got, stats.NoSchema, want)
	}
}

func TestMaxLiteral(t *testing.T) {
	long := strings.Repeat("x", 100)
	in := baked("INSERT INTO t VALUES ('{{é}}" + long + "','{{é}}',0x" + strings.Repeat(long, 100) + ",'{{é}}');\nCOPY")
	for _, workers := range []int{1, 2} {
		got, stats, _ := copyString(t, in, unbakeWhole, As(MySQL), MaxLiteral(100), Workers(workers))
		if want := strings.ReplaceAll(in, "'"+bake("é")+"'", "'é'"); got != want {
			t.Errorf("Copy = %q, want %q", got, want)
		}
		if n := stats.Total().TooLong; n != 1 {
			t.Errorf("%d too long, want 1", n)
		}
	}
}

func TestWorkersAgreeSQL(t *testing.T) {
	row := baked(",('{{é}}','⟦','\\'x')")
	in := "INSERT INTO t VALUES ('','','')" + strings.Repeat(row, 60000) + ";\n"
	want, stats, _ := copyString(t, in, unbakeWhole, As(MySQL))
	for _, n := range []int{2, 5} {
		got, other, _ := copyString(t, in, unbakeWhole, As(MySQL), Workers(n))
		if got != want {
			t.Errorf("%d workers give other bytes", n)
		}
		if diff := cmp.Diff(stats, other, cmpopts.IgnoreUnexported(Stats{})); diff != "" {
			t.Errorf("%d workers (-want +got):\n%s", n, diff)
		}
	}
}

func TestDetectSQL(t *testing.T) {
	tests := []struct {
		in   string
		want Format
	}{
		{"-- MySQL dump 10.13\n", MySQL},
		{"/*M!999999\\- enable the sandbox mode */ \n-- MariaDB dump", MySQL},
		{"INSERT INTO `t` VALUES (1);", MySQL},
		{"\uFEFFinsert into t values ('it\\'s');", MySQL},
		{"--\n-- PostgreSQL database dump\n--\n", Postgres},
		{"\\restrict abc\n\nSET client_encoding = 'UTF8';", Postgres},
		{"PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n", SQLite},
		{"INSERT INTO t VALUES ('C:\\');", SQLite},
		{"<?xml version=\"1.0\"?>\n<mysqldump xmlns:xsi=\"x\">", MySQLXML},
		{"Create a table with ENGINE=InnoDB, then insert into it.", Text},
		{"Use `mysqldump`.", Text},
		{"SET UP\n", Text},
		{"/*! jQuery v3.7.1 | (c) OpenJS */\nvar VALUES = [1]; // insert into x values (1)\n", Text},
		{"# Notes\nUse `foo` and set ENGINE=InnoDB.\n", Text},
		{"Create table tops from old doors.\nAll VALUES (in euro) are estimates.\n", Text},
		{"Insert into the slot whatever VALUES you like.\n", Text},
		{"Copy from stdin; then FROM stdin;\n", Text},
		{"create table if not exists t (a int);\ninsert into t values (1);\n", SQLite},
		{"COPY public.t (a, b) FROM stdin;\n", Postgres},
		{"SET NAMES utf8;\n\nINSERT INTO t\n  (a, b)\nVALUES\n  (1, 2);\n", MySQL},
		{"-- a comment", Text},
		{"CREATE TABLE is nice.\nINSERT INTO t VALUES are cafés\nand text isn't\n", Text},
		{"INSERT INTO t VALUES are fine.\nINSERT INTO t VALUES (1);\n", Text},
		{"CREATE TABLE is nice.\nCREATE TABLE tops like this one; VALUES\n", Text},
		{"Create table tops as shown.\nCOPY it (VALUES)\n", Text},
		{"CREATE TABLE `t` LIKE `u`;\nINSERT INTO t VALUES\n\t(1);\n", MySQL},
		{"CREATE TABLE t AS SELECT 1;\nINSERT INTO t VALUES('x');\n", SQLite},
		{"CREATE TABLE [t] (a text);\nINSERT INTO [t] VALUES('x');\n", SQLite},
		{"CREATE TABLE public.q PARTITION OF public.p FOR VALUES IN (1);\nINSERT INTO public.q SELECT 1;\n", Postgres},
		{"REPLACE INTO t\nVALUES ROW(1);\n", MySQL},
		{"mysqldump: [Warning] Using a password on the command line can be insecure.\n-- MySQL dump 10.13\n", MySQL},
		{"USE [shop]\nGO\nINSERT INTO Customers (name) VALUES (N'x')\nGO\n", Text},
		{"INSERT INTO [dbo].[t] ([a]) VALUES (N'x')\r\nGO\r\n", Text},
		{"/*\n Navicat Premium Data Transfer\n Source Server Type    : SQL Server\n*/\n\nCREATE TABLE [t] ([a] int);\n", Text},
		{"-- Adminer 4.8.1 MS SQL 15.0 dump\n\nINSERT INTO [t] ([a]) VALUES (1);\n", Text},
		{"/****** Object:  Table [dbo].[t] ******/\nSET ANSI_NULLS ON\nCREATE TABLE [t]([a] [int] NOT NULL)\n", Text},
		{"delete from t\ngo\ninsert into t (a) values ('x')\n  Go 5 \n", Text},
		{"INSERT [t] ([a]) VALUES (1)\n", Text},
		{"INSERT INTO t VALUES ('\nGO\n[dbo].x'); -- GO\n/*\nGO\n*/\n", SQLite},
		{"INSERT INTO `t` VALUES ('it\\'s');\ngo\n", MySQL},
		{"INSERT INTO t VALUES (1);\nGO 5 on\nGOOD\n", SQLite},
		{"CREATE TABLE t (j json) DEFAULT CHARSET=utf8mb4;\nINSERT INTO t VALUES ('{\\\"a\\\": 1}');\n", MySQL},
		{"INSERT INTO t (a) VALUES (q'[it's]');\n", Text},
		{"INSERT INTO t (a) VALUES (1, NQ'{it's}');\n", Text},
		{"INSERT INTO t (a) VALUES ('q''[it', eq'[x', 1);\n-- q'[\n", SQLite},
		{"REM INSERTING into HR.T\nSET DEFINE OFF;\nInsert into HR.T (A) values ('x');\n", Text},
		{"SQL Server: write [dbo].[t], then\nGO\n", Text},
		{"Each dump begins with a line such as -- MySQL dump 10.13\n", Text},
	}
	for _, tt := range tests {
		if got := Detect([]byte(tt.in)); got != tt.want {
			t.Errorf("Detect(%q) = %v, want %v", tt.in, got, tt.want)
		}
	}
}
