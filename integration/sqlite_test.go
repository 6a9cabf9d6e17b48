package integration

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

func sqlite(t *testing.T, file string, in []byte, args ...string) []byte {
	t.Helper()
	out, err := client(in, nil, "sqlite3", append([]string{"-bail", "-batch", file}, args...)...)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func sqliteRead(t *testing.T, file string) table {
	t.Helper()
	got, err := readTable(sqlite(t, file, []byte(".mode tabs\nSELECT id, hex(title), hex(body), hex(meta), hex(data), hex(mark) FROM items ORDER BY id;\n")))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

const sqliteTable = "CREATE TABLE items (id INTEGER PRIMARY KEY, title TEXT, body TEXT, meta TEXT, data BLOB, mark BLOB);\n"

// sqliteDamage fills a database and reads it back. SQLite takes bytes as they
// come, so damage is an application's.
func sqliteDamage(t *testing.T, file string, list []row) table {
	t.Helper()
	quote := func(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
	through := func(s string) string { return bake(latin1Path, s) }
	var b bytes.Buffer
	b.WriteString(sqliteTable + "BEGIN;\n")
	for _, r := range list {
		r = r.sent(latin1Path)
		if r.way == lying {
			r.title, r.body, r.meta = through(r.title), through(r.body), through(r.meta)
		}
		fmt.Fprintf(&b, "INSERT INTO items VALUES (%d, %s, %s, %s, X'%s', X'%s');\n", r.id, quote(r.title), quote(r.body), quote(r.meta),
			hex.EncodeToString(r.data), hex.EncodeToString(r.mark))
	}
	b.WriteString("COMMIT;\n")
	sqlite(t, file, b.Bytes())
	return sqliteRead(t, file)
}

// TestSQLiteDumps has sqlite3 write one damaged database in each of its ways.
func TestSQLiteDumps(t *testing.T) {
	needCommand(t, "sqlite3")
	needCommand(t, "php")
	list := rows(rowCount)
	meant := truth(list)
	file := filepath.Join(t.TempDir(), "damaged.db")
	was := sqliteDamage(t, file, list)
	for _, flavour := range []struct{ name, commands, before string }{
		{"dump", ".dump\n", ""},
		{"dump, keep newlines", ".dump --newlines\n", ""},
		{"mode insert", ".mode insert items\nSELECT * FROM items;\n.print COMMIT;\n", sqliteTable + "BEGIN;\n"},
		{"mode quote", "SELECT 'INSERT INTO items VALUES(' || id || ',' || quote(title) || ',' || quote(body) || ',' || quote(meta) || ',' || quote(data) || ',' || quote(mark) || ');' FROM items;\n.print COMMIT;\n", sqliteTable + "BEGIN;\n"},
	} {
		t.Run(flavour.name, func(t *testing.T) {
			out := append([]byte(flavour.before), sqlite(t, file, []byte(flavour.commands))...)
			back := filepath.Join(t.TempDir(), "back.db")
			sqlite(t, back, repair(t, out))
			judge(t, "sqlite: "+flavour.name, meant, was, sqliteRead(t, back)).check(t, exact)
		})
	}
}
