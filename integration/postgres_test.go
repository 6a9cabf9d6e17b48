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

// pg runs one of PostgreSQL's clients; encoding is what the client says of its
// bytes.
func pg(t *testing.T, in []byte, encoding, name string, args ...string) ([]byte, error) {
	t.Helper()
	env := []string{"PGHOST=" + pgHost, "PGUSER=postgres", "PGCLIENTENCODING=" + encoding}
	return client(in, env, name, args...)
}

func psql(t *testing.T, database, encoding string, sql []byte) []byte {
	t.Helper()
	out, err := pg(t, sql, encoding, "psql", "-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-d", database)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func pgCreate(t *testing.T, database string) {
	t.Helper()
	psql(t, "postgres", "UTF8", fmt.Appendf(nil,
		"DROP DATABASE IF EXISTS %s;\nCREATE DATABASE %[1]s TEMPLATE template0 ENCODING 'UTF8';\n", database))
}

const pgTable = `CREATE TABLE items (id integer PRIMARY KEY, title varchar(1000), body text, meta text, data bytea, mark bytea,
	words text[]);`

// pgInsert enters the rows that keep says, as they are sent.
func pgInsert(list []row, path string, keep func(row) bool) []byte {
	var b bytes.Buffer
	quote := func(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
	for _, r := range list {
		if !keep(r) {
			continue
		}
		r = r.sent(path)
		fmt.Fprintf(&b, "INSERT INTO items VALUES (%d, %s, %s, %s, '\\x%s', '\\x%s', ARRAY[%[2]s, %[3]s]);\n", r.id,
			quote(r.title), quote(r.body), quote(r.meta), hex.EncodeToString(r.data), hex.EncodeToString(r.mark))
	}
	return b.Bytes()
}

func pgDamage(t *testing.T, database, encoding, path string, list []row) {
	t.Helper()
	pgCreate(t, database)
	psql(t, database, "UTF8", []byte(pgTable))
	lies := func(r row) bool { return r.way == lying }
	psql(t, database, encoding, append(append([]byte("BEGIN;\n"), pgInsert(list, path, lies)...), "COMMIT;\n"...))
	truths := func(r row) bool { return r.way != lying }
	psql(t, database, "UTF8", append(append([]byte("BEGIN;\n"), pgInsert(list, path, truths)...), "COMMIT;\n"...))
}

// pgRead reads the table back. The array must hold what its columns hold: a row
// of which that is not true is read with an empty title.
func pgRead(t *testing.T, database string) table {
	t.Helper()
	out := psql(t, database, "UTF8", []byte(`SELECT id, encode(convert_to(CASE WHEN words IS NULL OR words = ARRAY[title, body]::text[] THEN title ELSE '' END, 'UTF8'), 'hex'),
		encode(convert_to(body, 'UTF8'), 'hex'), encode(convert_to(meta, 'UTF8'), 'hex'), encode(data, 'hex'), encode(mark, 'hex')
		FROM items ORDER BY id`))
	got, err := readTable(out)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func pgLoad(t *testing.T, encoding string, sql []byte) table {
	t.Helper()
	pgCreate(t, "back")
	psql(t, "back", encoding, sql)
	return pgRead(t, "back")
}

func pgDump(t *testing.T, args ...string) []byte {
	t.Helper()
	out, err := pg(t, nil, "", "pg_dump", args...)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// PostgreSQL's LATIN1 is ISO 8859-1 itself: bytes 80 to 9F are controls.
const pgPath = "utf-8>iso-8859-1"

// TestPostgresDumps has pg_dump write one damaged database in each of its ways.
func TestPostgresDumps(t *testing.T) {
	need(t, noPostgres)
	needCommand(t, "php")
	list := rows(rowCount)
	meant := truth(list)
	pgDamage(t, "lying", "LATIN1", pgPath, list)
	was := pgRead(t, "lying")
	for _, flavour := range []struct {
		name string
		args []string
		set  string // of the database, before it is dumped
	}{
		{name: "copy"},
		{name: "inserts", args: []string{"--inserts"}},
		{name: "column inserts", args: []string{"--column-inserts", "--quote-all-identifiers"}},
		{name: "rows per insert", args: []string{"--rows-per-insert=100"}},
		{name: "copy, bytea as escapes", set: "bytea_output = 'escape'"},
		{name: "inserts, bytea as escapes", args: []string{"--inserts"}, set: "bytea_output = 'escape'"},
		{name: "old strings", args: []string{"--inserts"}, set: "standard_conforming_strings = off"},
		{name: "clean, create, no owner", args: []string{"--clean", "--if-exists", "--no-owner", "--no-acl"}},
	} {
		t.Run(flavour.name, func(t *testing.T) {
			if flavour.set != "" {
				psql(t, "postgres", "UTF8", []byte("ALTER DATABASE lying SET "+flavour.set))
				defer psql(t, "postgres", "UTF8", []byte("ALTER DATABASE lying RESET ALL"))
			}
			got := pgLoad(t, "UTF8", repair(t, pgDump(t, append(flavour.args, "lying")...)))
			judge(t, "postgres: "+flavour.name, meant, was, got).check(t, exact)
		})
	}
	t.Run("custom, by pg_restore", func(t *testing.T) {
		custom := pgDump(t, "-Fc", "lying")
		if err := dump.Refuse(custom[:min(len(custom), dump.DetectLen)]); err == nil {
			t.Error("a dump in the custom format is not refused")
		}
		out, err := pg(t, custom, "", "pg_restore", "-f", "-")
		if err != nil {
			t.Fatal(err)
		}
		judge(t, "postgres: custom, by pg_restore", meant, was, pgLoad(t, "UTF8", repair(t, out))).check(t, exact)
	})
	t.Run("csv", func(t *testing.T) { pgCSV(t, meant, was) })
}

// pgCSV copies the table out as CSV and in again, without the array: nothing in
// the file says that its elements are values.
func pgCSV(t *testing.T, meant, was table) {
	out := psql(t, "lying", "UTF8", []byte(`COPY items (id, title, body, meta, data, mark) TO STDOUT WITH (FORMAT csv, HEADER)`))
	dir := t.TempDir()
	file := filepath.Join(dir, "items.csv")
	if err := os.WriteFile(file, repair(t, out), 0o644); err != nil {
		t.Fatal(err)
	}
	pgCreate(t, "back")
	psql(t, "back", "UTF8", fmt.Appendf(nil, "%s\n\\copy items (id, title, body, meta, data, mark) from '%s' with (format csv, header)\n", pgTable, file))
	judge(t, "postgres: csv", meant, was, pgRead(t, "back")).check(t, exact)
}
