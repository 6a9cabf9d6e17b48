package integration

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/unbake/unbake/fix/dump"
)

// TestMySQLTables has tables that cannot hold what is meant: UTF-8 in tables of
// latin1, beside rows that were entered rightly.
func TestMySQLTables(t *testing.T) {
	need(t, noMySQL)
	needCommand(t, "php")
	list := rows(rowCount)
	meant := truth(list)
	for _, tt := range []struct {
		name, charset string
		args          []string
		opts          []dump.Option
		floor         floor
	}{
		// Without being asked for, only what the table can hold is repaired.
		{"latin1 tables, as they are", "latin1", nil, nil, floor{repaired: 43.9, php: 220}},
		{"latin1 tables, rewritten", "latin1", nil, []dump.Option{dump.SQLCharset("utf8mb4")}, exact},
		{"latin1 tables, dumped as latin1", "latin1", []string{"--default-character-set=latin1"}, nil, floor{php: 400}},
		{"latin1 tables and dump, rewritten", "latin1", []string{"--default-character-set=latin1", "--hex-blob"},
			[]dump.Option{dump.SQLCharset("utf8mb4")}, exact},
		{"utf8mb3 tables, as they are", "utf8mb3", nil, nil, exact},
		{"utf8mb3 tables, rewritten", "utf8mb3", nil, []dump.Option{dump.SQLCharset("utf8mb4")}, exact},
	} {
		t.Run(tt.name, func(t *testing.T) {
			mysqlDamage(t, "tables", tt.charset, "latin1", latin1Path, list)
			was := mysqlRead(t, "tables")
			out := repair(t, mysqlDump(t, append(tt.args, "tables")...), tt.opts...)
			judge(t, "mysql: "+tt.name, meant, was, mysqlLoad(t, "utf8mb4", out)).check(t, tt.floor)
		})
	}
}

// TestMySQLTwice restores a damaged database over a connection that lies, so
// that what was right is baked and what was baked is so twice.
func TestMySQLTwice(t *testing.T) {
	need(t, noMySQL)
	needCommand(t, "php")
	list := rows(rowCount)
	mysqlDamage(t, "once", "utf8mb4", "latin1", latin1Path, list)
	mysqlCreate(t, "twice", asNow)
	mysql(t, "twice", "latin1", mysqlDump(t, "--skip-set-charset", "--hex-blob", "once"))
	was := mysqlRead(t, "twice")
	got := mysqlLoad(t, "utf8mb4", repair(t, mysqlDump(t, "twice")))
	judge(t, "mysql: restored as latin1", truth(list), was, got).check(t, exact)
}

// TestMySQLCharsets damages text through the other character sets that
// servers had, in the languages that they had them for.
func TestMySQLCharsets(t *testing.T) {
	need(t, noMySQL)
	needCommand(t, "php")
	for _, tt := range []struct {
		charset, path string
		langs         []string
	}{
		{"cp1251", "utf-8>windows-1251", []string{"ru", "uk", "en"}},
		{"cp1250", "utf-8>windows-1250", []string{"cs", "hu", "pl", "ro", "sk", "de"}},
		{"latin2", "utf-8>iso-8859-2", []string{"cs", "hu", "pl", "ro", "sk"}},
		{"koi8r", "utf-8>koi8-r", []string{"ru"}},
		{"cp866", "utf-8>ibm866", []string{"ru", "uk"}},
		{"cp850", "utf-8>ibm850", []string{"de", "es", "fr", "it", "nl", "pt", "sv"}},
		{"cp852", "utf-8>ibm852", []string{"cs", "hu", "pl", "sk"}},
		{"macroman", "utf-8>macintosh", []string{"de", "en", "es", "fr", "it"}},
		{"latin5", "utf-8>iso-8859-9", []string{"tr", "de"}},
		{"greek", "utf-8>iso-8859-7", []string{"el"}},
		{"cp1257", "utf-8>windows-1257", []string{"pl", "fi"}},
	} {
		t.Run(tt.charset, func(t *testing.T) {
			list := rows(600, tt.langs...)
			for i := range list { // the server does all of the damage
				if list[i].way == byApp {
					list[i].way = lying
				}
			}
			mysqlDamage(t, "pages", "utf8mb4", tt.charset, tt.path, list)
			was := mysqlRead(t, "pages")
			got := mysqlLoad(t, "utf8mb4", repair(t, mysqlDump(t, "pages")))
			judge(t, "mysql: through "+tt.charset, truth(list), was, got).check(t, exact)
		})
	}
}

// TestMySQLDefinitions damages the definition of a table with its data. The
// members of an ENUM and the rows that name them must change together, or
// loading blanks the column.
func TestMySQLDefinitions(t *testing.T) {
	need(t, noMySQL)
	mysqlCreate(t, "kinds", asOnOldHosts)
	members := []string{"café", "größe", "naïve", "plain", "Łódź"}
	var b bytes.Buffer
	fmt.Fprintf(&b, "CREATE TABLE kinds (id INT PRIMARY KEY, kind ENUM('café','größe','naïve','plain','Łódź') NOT NULL DEFAULT 'café',"+
		" tags SET('thé','café','eau') COMMENT 'où ça', name VARCHAR(20) DEFAULT 'à côté', parent VARCHAR(20), KEY (name)) DEFAULT CHARSET=utf8mb4 COMMENT='Größen';\n")
	const n = 200
	for i := range n {
		fmt.Fprintf(&b, "INSERT INTO kinds VALUES (%d, '%s', 'thé,café', 'né %d', 'né %d');\n", i, members[i%len(members)], i, i/2)
	}
	mysql(t, "kinds", "latin1", b.Bytes())
	for _, args := range [][]string{nil, {"--complete-insert"}, {"--skip-extended-insert", "--hex-blob"}} {
		mysqlCreate(t, "back", asNow)
		mysql(t, "back", "utf8mb4", repair(t, mysqlDump(t, append(args, "kinds")...)))
		got := string(mysql(t, "back", "utf8mb4", []byte("INSERT INTO kinds (id) VALUES (1000); SELECT id, kind, tags, name, parent FROM kinds ORDER BY id;"+
			" SELECT a.id, COUNT(*) FROM kinds a JOIN kinds b ON a.name = b.parent GROUP BY a.id HAVING COUNT(*) <> 2;"+
			" SELECT COLUMN_COMMENT FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = 'back' AND COLUMN_NAME = 'tags'")))
		var want bytes.Buffer
		for i := range n {
			fmt.Fprintf(&want, "%d\t%s\tthé,café\tné %d\tné %d\n", i, members[i%len(members)], i, i/2)
		}
		want.WriteString("1000\tcafé\tNULL\tà côté\tNULL\noù ça\n")
		if diff := cmp.Diff(want.String(), got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", args, diff)
		}
	}
}
