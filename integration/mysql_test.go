package integration

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/unbake/unbake/fix/dump"
)

// The server has latin1 for databases of which nothing is said; a dump that
// leaves out the character set of its tables needs one that is better.
const (
	asOnOldHosts = "latin1"
	asNow        = "utf8mb4"
)

// mysql sends SQL over a connection said to be in charset. "" for no database.
func mysql(t *testing.T, database, charset string, sql []byte) []byte {
	t.Helper()
	out, err := client(sql, nil, "mariadb", "--no-defaults", "--socket="+mysqlSocket, "-uroot", "--binary-mode",
		"--max-allowed-packet=256M", "--local-infile=1", "--default-character-set="+charset, "-N", "-B", database)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func mysqlCreate(t *testing.T, database, charset string) {
	t.Helper()
	mysql(t, "", "utf8mb4", fmt.Appendf(nil, "DROP DATABASE IF EXISTS `%s`; CREATE DATABASE `%[1]s` CHARACTER SET %s;", database, charset))
}

// mysqlTable is the table that all damage is done to. The generated column is
// what a dump has and a load must not take.
const mysqlTable = `CREATE TABLE items (id INT PRIMARY KEY, title VARCHAR(1000), body TEXT, meta LONGTEXT,
	data BLOB, mark VARBINARY(64), size INT AS (length(data)) STORED, KEY (title(100))) DEFAULT CHARSET=%s;`

// mysqlInsert enters the rows that keep says, as they are sent.
func mysqlInsert(list []row, path string, keep func(row) bool) []byte {
	var b bytes.Buffer
	for _, r := range list {
		if !keep(r) {
			continue
		}
		r = r.sent(path)
		fmt.Fprintf(&b, "INSERT INTO items (id, title, body, meta, data, mark) VALUES (%d, %s, %s, %s, X'%s', X'%s');\n", r.id,
			mysqlQuote(r.title), mysqlQuote(r.body), mysqlQuote(r.meta), hex.EncodeToString(r.data), hex.EncodeToString(r.mark))
	}
	return b.Bytes()
}

func mysqlQuote(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`, "\x00", `\0`).Replace(s) + "'"
}

// mysqlDamage fills a database: rows that lie over a connection in charset, the
// others over one that tells the truth.
func mysqlDamage(t *testing.T, database, tableCharset, charset, path string, list []row) {
	t.Helper()
	mysqlCreate(t, database, asOnOldHosts)
	mysql(t, database, "utf8mb4", fmt.Appendf([]byte("SET SESSION sql_mode='';"), mysqlTable, tableCharset))
	begin, end := []byte("SET SESSION sql_mode=''; BEGIN;\n"), []byte("COMMIT;\n")
	lies := mysqlInsert(list, path, func(r row) bool { return r.way == lying })
	mysql(t, database, charset, bytes.Join([][]byte{begin, lies, end}, nil))
	truths := mysqlInsert(list, path, func(r row) bool { return r.way != lying })
	mysql(t, database, "utf8mb4", bytes.Join([][]byte{begin, truths, end}, nil))
}

// mysqlRead reads the table back, whatever its character set.
func mysqlRead(t *testing.T, database string) table {
	t.Helper()
	out := mysql(t, database, "utf8mb4", []byte(`SELECT id, HEX(CONVERT(title USING utf8mb4)), HEX(CONVERT(body USING utf8mb4)),
		HEX(CONVERT(meta USING utf8mb4)), HEX(data), HEX(mark) FROM items ORDER BY id`))
	got, err := readTable(out)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func mysqlDump(t *testing.T, args ...string) []byte {
	t.Helper()
	args = append([]string{"--no-defaults", "--socket=" + mysqlSocket, "-uroot", "--max-allowed-packet=256M"}, args...)
	out, err := client(nil, nil, "mariadb-dump", args...)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// mysqlLoad loads a dump into a new database and reads the table.
func mysqlLoad(t *testing.T, charset string, sql []byte) table {
	t.Helper()
	mysqlCreate(t, "back", asNow)
	mysql(t, "back", charset, sql)
	return mysqlRead(t, "back")
}

const latin1Path = "utf-8>windows-1252"

// TestMySQLDumps has mariadb-dump write one damaged database in each of its
// ways.
func TestMySQLDumps(t *testing.T) {
	need(t, noMySQL)
	needCommand(t, "php")
	list := rows(rowCount)
	meant := truth(list)
	mysqlDamage(t, "lying", "utf8mb4", "latin1", latin1Path, list)
	was := mysqlRead(t, "lying")
	for _, flavour := range []struct {
		name string
		args []string
	}{
		{"default", nil},
		{"lines of 16 MB", []string{"--net-buffer-length=16M"}},
		{"a row a statement", []string{"--skip-extended-insert"}},
		{"complete insert", []string{"--complete-insert"}},
		{"replace", []string{"--replace"}},
		{"insert ignore, complete", []string{"--insert-ignore", "--complete-insert"}},
		{"hex blob", []string{"--hex-blob"}},
		{"hex blob, a row a statement", []string{"--hex-blob", "--skip-extended-insert"}},
		{"no comments, compact", []string{"--skip-comments", "--skip-opt", "--set-charset", "--quick"}},
		{"ansi", []string{"--compatible=ansi", "--default-character-set=utf8mb4"}},
		{"without names", []string{"--skip-set-charset", "--skip-quote-names"}},
		{"one transaction, routines", []string{"--single-transaction", "--routines", "--triggers", "--events"}},
	} {
		t.Run(flavour.name, func(t *testing.T) {
			out := mysqlDump(t, append(flavour.args, "lying")...)
			got := mysqlLoad(t, "utf8mb4", repair(t, out))
			judge(t, "mysql: "+flavour.name, meant, was, got).check(t, exact)
		})
	}
	t.Run("one line", func(t *testing.T) {
		// As mysqldump of MySQL writes it: mariadb-dump breaks the line after each row.
		out := bytes.ReplaceAll(mysqlDump(t, "--net-buffer-length=16M", "--hex-blob", "lying"), []byte("),\n("), []byte("),("))
		got := mysqlLoad(t, "utf8mb4", repair(t, out))
		judge(t, "mysql: one line", meant, was, got).check(t, exact)
	})
	t.Run("tab", func(t *testing.T) { mysqlTab(t, "tab", meant, was) })
	t.Run("tab, enclosed", func(t *testing.T) {
		mysqlTab(t, "tab, enclosed", meant, was, "--fields-terminated-by=,", "--fields-enclosed-by=\"")
	})
	t.Run("xml", func(t *testing.T) {
		// A load needs fields as bytes: control characters stand raw in the file.
		out := repair(t, mysqlDump(t, "--xml", "--hex-blob", "lying"))
		got, err := readXML(out)
		if err != nil {
			t.Fatal(err)
		}
		judge(t, "mysql: xml, read by us", meant, was, got).check(t, exact)
	})
}

// mysqlTab dumps into a .sql and a .txt and loads both, as mariadb-import does.
func mysqlTab(t *testing.T, name string, meant, was table, format ...string) {
	dir, err := os.MkdirTemp("", "unbake-tab")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	// The server writes there, perhaps as another user.
	if err := os.Chmod(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	mysqlDump(t, append(format, "--tab="+dir, "lying")...)
	schema, err1 := os.ReadFile(filepath.Join(dir, "items.sql"))
	data, err2 := os.ReadFile(filepath.Join(dir, "items.txt"))
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	as := dump.TSV
	if len(format) > 0 {
		as = dump.CSV
	}
	// Nothing in a .txt tells binary columns: a column of damaged UTF-8 is one
	// that no tool can know. The columns are named by position.
	fixed := repair(t, data, dump.As(as), dump.Exclude("5", "6", ".5", ".6"))
	if err := os.WriteFile(filepath.Join(dir, "items.txt"), fixed, 0o644); err != nil {
		t.Fatal(err)
	}
	mysqlCreate(t, "back", asNow)
	mysql(t, "back", "utf8mb4", repair(t, schema))
	args := append([]string{"--no-defaults", "--socket=" + mysqlSocket, "-uroot", "--local", "--default-character-set=utf8mb4"}, format...)
	if _, err := client(nil, nil, "mariadb-import", append(args, "back", filepath.Join(dir, "items.txt"))...); err != nil {
		t.Fatal(err)
	}
	judge(t, "mysql: "+name, meant, was, mysqlRead(t, "back")).check(t, exact)
}
