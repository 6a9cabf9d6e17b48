package integration

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/unbake/unbake/fix"
	"github.com/unbake/unbake/fix/dump"
)

// A keyed is a row of a table with a unique key. What a connection that lies sent
// is damaged.
type keyed struct {
	n     int
	text  string
	lying bool
}

// keyCases are rows of a table with a key of n and text, or of text alone, and
// whether they collide once they are repaired.
var keyCases = []struct {
	name string
	key  string
	rows []keyed
	want bool
}{
	{"two columns, the same", "n, t", []keyed{{1, "Café d’été", true}, {1, "Café d’été", false}}, true},
	{"two columns, another number", "n, t", []keyed{{1, "Café d’été", true}, {2, "Café d’été", false}}, false},
	{"two columns, another text", "n, t", []keyed{{1, "Café d’été", true}, {1, "Thé glacé d’été", false}}, false},
	{"one column, the same", "t", []keyed{{1, "Café d’été", false}, {2, "Café d’été", true}}, true},
	{"one column, another text", "t", []keyed{{1, "Café d’été", false}, {2, "Cafés d’été", true}}, false},
}

// collisions repairs a dump, and says what collides in it.
func collisions(t *testing.T, in []byte, opts ...dump.Option) (out []byte, found []dump.Collision) {
	t.Helper()
	fixer, err := fix.New(fix.Values())
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	stats, err := dump.Copy(context.Background(), &b, bytes.NewReader(in), func(c *dump.Cell) (string, bool) {
		text := fixer.String(c.Text)
		return text, text != c.Text
	}, append(opts, dump.Repairs(), dump.Clean(fixer.Clean))...)
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), stats.Collisions
}

// judgeKeys fails unless a load fails where something collides, and only there.
func judgeKeys(t *testing.T, want bool, found []dump.Collision, load error) {
	t.Helper()
	if len(found) > 0 != want || (load != nil) != want {
		t.Errorf("collisions %v, loading says %v; want some: %v", found, load, want)
	}
}

// TestKeys: repairs that make values equal under a unique key are told of, and the
// server says so, too.
func TestKeys(t *testing.T) {
	insert := func(rows []keyed, lying bool) []byte {
		var b strings.Builder
		for _, r := range rows {
			if r.lying == lying {
				fmt.Fprintf(&b, "INSERT INTO k (n, t) VALUES (%d, '%s');\n", r.n, r.text)
			}
		}
		return []byte(b.String())
	}
	for _, tt := range keyCases {
		t.Run("mysql, "+tt.name, func(t *testing.T) {
			need(t, noMySQL)
			mysqlCreate(t, "keys", asNow)
			mysql(t, "keys", "utf8mb4", fmt.Appendf(nil, "CREATE TABLE k (n INT, t VARCHAR(100), UNIQUE KEY u (%s)) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;", tt.key))
			mysql(t, "keys", "latin1", insert(tt.rows, true))
			mysql(t, "keys", "utf8mb4", insert(tt.rows, false))
			out, found := collisions(t, mysqlDump(t, "keys"))
			mysqlCreate(t, "back", asNow)
			_, err := client(out, nil, "mariadb", "--no-defaults", "--socket="+mysqlSocket, "-uroot", "--default-character-set=utf8mb4", "back")
			judgeKeys(t, tt.want, found, err)
		})
		t.Run("postgres, "+tt.name, func(t *testing.T) {
			need(t, noPostgres)
			pgCreate(t, "keys")
			psql(t, "keys", "UTF8", fmt.Appendf(nil, "CREATE TABLE k (n integer, t text, UNIQUE (%s));", tt.key))
			psql(t, "keys", "WIN1252", insert(tt.rows, true))
			psql(t, "keys", "UTF8", insert(tt.rows, false))
			var opts []dump.Option
			if strings.Contains(tt.key, ",") { // keys of several columns must be known before the rows
				opts = []dump.Option{dump.Schema(string(pgDump(t, "-s", "keys")))}
			}
			out, found := collisions(t, pgDump(t, "keys"), opts...)
			pgCreate(t, "back")
			_, err := pg(t, out, "UTF8", "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", "back")
			judgeKeys(t, tt.want, found, err)
		})
		t.Run("sqlite, "+tt.name, func(t *testing.T) {
			needCommand(t, "sqlite3")
			dir := t.TempDir()
			file := filepath.Join(dir, "keys.db")
			sqlite(t, file, fmt.Appendf(nil, "CREATE TABLE k (n INTEGER, t TEXT, UNIQUE (%s));", tt.key))
			for _, r := range tt.rows {
				if r.lying {
					r.text = bake(latin1Path, r.text)
				}
				sqlite(t, file, insert([]keyed{{r.n, r.text, false}}, false))
			}
			out, found := collisions(t, sqlite(t, file, nil, ".dump"))
			_, err := client(out, nil, "sqlite3", "-bail", "-batch", filepath.Join(dir, "back.db"))
			judgeKeys(t, tt.want, found, err)
		})
	}
}
