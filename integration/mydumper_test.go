package integration

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/unbake/unbake/fix/dump"
)

// TestMydumper has mydumper dump a damaged database, whose files of rows have
// strings in double quotes and no definitions, and myloader load it.
func TestMydumper(t *testing.T) {
	need(t, noMySQL)
	needCommand(t, "php")
	needCommand(t, "mydumper")
	list := rows(rowCount)
	mysqlDamage(t, "parted", "utf8mb4", "latin1", latin1Path, list)
	was := mysqlRead(t, "parted")
	for _, flavour := range []struct {
		name string
		args []string
	}{
		{"mydumper", nil},
		{"mydumper, by 500 rows", []string{"--rows=500"}},
	} {
		t.Run(flavour.name, func(t *testing.T) {
			dir, err := os.MkdirTemp("", "unbake-mydumper")
			if err != nil {
				t.Fatal(err)
			}
			defer os.RemoveAll(dir)
			args := append([]string{"-S", mysqlSocket, "-u", "root", "-B", "parted", "-o", dir}, flavour.args...)
			if _, err := client(nil, nil, "mydumper", args...); err != nil {
				t.Fatal(err)
			}
			schema, err := os.ReadFile(filepath.Join(dir, "parted.items-schema.sql"))
			if err != nil {
				t.Fatal(err)
			}
			files, err := filepath.Glob(filepath.Join(dir, "*.sql"))
			if err != nil || len(files) < 3 {
				t.Fatal(files, err)
			}
			for _, file := range files {
				var opts []dump.Option
				if !strings.HasSuffix(file, "-schema.sql") && !strings.HasSuffix(file, "-schema-create.sql") {
					opts = []dump.Option{dump.As(dump.MySQL), dump.Schema(string(schema))}
				}
				in, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, repair(t, in, opts...), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			mysqlCreate(t, "back", asNow)
			// By one thread: of several on one table the server may refuse one, which waited for another.
			if _, err := client(nil, nil, "myloader", "-S", mysqlSocket, "-u", "root", "-B", "back", "-d", dir, "-o", "-t", "1"); err != nil {
				t.Fatal(err)
			}
			judge(t, "mysql: "+flavour.name, truth(list), was, mysqlRead(t, "back")).check(t, exact)
		})
	}
}
