package integration

import (
	"os/exec"
	"path/filepath"
	"testing"
)

// TestPipes has the command stand where the README has it, between a client that
// dumps and one that loads.
func TestPipes(t *testing.T) {
	dir := t.TempDir()
	unbake := filepath.Join(dir, "unbake")
	build := exec.Command("go", "build", "-o", unbake, "./cmd/unbake")
	build.Dir = ".."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	list := rows(600)
	meant := truth(list)
	pipe := func(t *testing.T, script string) {
		t.Helper()
		env := []string{"unbake=" + unbake, "socket=" + mysqlSocket, "PGHOST=" + pgHost, "PGUSER=postgres", "dir=" + dir}
		if out, err := client(nil, env, "bash", "-o", "pipefail", "-c", script); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	t.Run("mysql", func(t *testing.T) {
		need(t, noMySQL)
		needCommand(t, "php")
		mysqlDamage(t, "piped", "utf8mb4", "latin1", latin1Path, list)
		was := mysqlRead(t, "piped")
		mysqlCreate(t, "back", asNow)
		pipe(t, `mariadb-dump --no-defaults -S "$socket" -uroot piped | "$unbake" |
			mariadb --no-defaults -S "$socket" -uroot --binary-mode --default-character-set=utf8mb4 back`)
		judge(t, "mysql: dump | unbake | load", meant, was, mysqlRead(t, "back")).check(t, exact)
		mysqlCreate(t, "back", asNow)
		pipe(t, `mariadb-dump --no-defaults -S "$socket" -uroot piped | gzip >"$dir/in.gz"
			zcat "$dir/in.gz" | "$unbake" | gzip >"$dir/out.gz"
			zcat "$dir/out.gz" | mariadb --no-defaults -S "$socket" -uroot --binary-mode --default-character-set=utf8mb4 back`)
		judge(t, "mysql: zcat | unbake | gzip", meant, was, mysqlRead(t, "back")).check(t, exact)
	})
	t.Run("postgres", func(t *testing.T) {
		need(t, noPostgres)
		needCommand(t, "php")
		pgDamage(t, "piped", "LATIN1", pgPath, list)
		was := pgRead(t, "piped")
		pgCreate(t, "back")
		pipe(t, `pg_dump piped | "$unbake" | psql -X -q -v ON_ERROR_STOP=1 back`)
		judge(t, "postgres: pg_dump | unbake | psql", meant, was, pgRead(t, "back")).check(t, exact)
	})
	t.Run("postgres, tidied", func(t *testing.T) {
		need(t, noPostgres)
		pgCreate(t, "tidy")
		psql(t, "tidy", "UTF8", []byte(tidyTable))
		pgCreate(t, "back")
		pipe(t, `pg_dump tidy | "$unbake" --tidy quotes,entities,ligatures,width,newlines,nfc | psql -X -q -v ON_ERROR_STOP=1 back`)
		got := string(psql(t, "back", "UTF8", []byte("SELECT (c).street, cardinality(d), d[1], a[1], a[2], v FROM t")))
		if want := "“x”, y\t3\tＡ，‘\t\"it's\", so\tA,1\tit's \"x\"\n"; got != want {
			t.Errorf("the table holds %q, want %q", got, want)
		}
	})
	t.Run("sqlite", func(t *testing.T) {
		needCommand(t, "sqlite3")
		needCommand(t, "php")
		damaged, back := filepath.Join(dir, "damaged.db"), filepath.Join(dir, "back.db")
		was := sqliteDamage(t, damaged, list)
		pipe(t, `sqlite3 "$dir/damaged.db" .dump | "$unbake" | sqlite3 -bail "$dir/back.db"`)
		judge(t, "sqlite: dump | unbake | sqlite3", meant, was, sqliteRead(t, back)).check(t, exact)
	})
}

// tidyTable has a row with marks of quotation and the like where straight ones mean something.
const tidyTable = `CREATE TYPE addr AS (street text, city text);
CREATE DOMAIN tags AS text[];
CREATE TABLE t (c addr, d tags, a text[], x xml, s tsvector, p jsonpath, j jsonb, v text);
INSERT INTO t VALUES (ROW('“x”, y', '”'), ARRAY['Ａ，‘', '“', 'it’s'], ARRAY['“it’s”, so', 'Ａ，１'], '<a t="“q”">“</a>',
	'''“x” y'':1 don’t:2', '$."a“b"', '{"k": "say “hi”"}', 'it’s “x”');`
