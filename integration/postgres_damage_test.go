package integration

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/fix/dump"
)

// TestPostgresTwice restores a damaged database as LATIN1, so that what was
// right is damaged and what was damaged is so twice.
func TestPostgresTwice(t *testing.T) {
	need(t, noPostgres)
	needCommand(t, "php")
	list := rows(rowCount)
	pgDamage(t, "once", "LATIN1", pgPath, list)
	out := bytes.Replace(pgDump(t, "once"), []byte("client_encoding = 'UTF8'"), []byte("client_encoding = 'LATIN1'"), 1)
	pgCreate(t, "twice")
	psql(t, "twice", "UTF8", out)
	was := pgRead(t, "twice")
	judge(t, "postgres: restored as LATIN1", truth(list), was, pgLoad(t, "UTF8", repair(t, pgDump(t, "twice")))).
		check(t, exact)
}

// TestPostgresEncodings damages text through encodings that refuse bytes they
// do not define: such rows are entered rightly, as they can be.
func TestPostgresEncodings(t *testing.T) {
	need(t, noPostgres)
	needCommand(t, "php")
	for _, tt := range []struct {
		encoding, path string
		langs          []string
	}{
		{"WIN1252", latin1Path, nil},
		{"WIN1251", "utf-8>windows-1251", []string{"ru", "uk", "en"}},
		{"WIN1250", "utf-8>windows-1250", []string{"cs", "hu", "pl", "ro", "sk", "de"}},
		{"LATIN2", "utf-8>iso-8859-2", []string{"cs", "hu", "pl", "ro", "sk"}},
		{"LATIN9", "utf-8>iso-8859-15", []string{"de", "es", "fr", "it", "pt"}},
		{"KOI8R", "utf-8>koi8-r", []string{"ru"}},
		{"WIN866", "utf-8>ibm866", []string{"ru", "uk"}},
	} {
		t.Run(tt.encoding, func(t *testing.T) {
			list := rows(600, tt.langs...)
			for i, r := range list {
				if baked, err := corpus.Bake(r.title+r.body+r.meta, corpus.MustPath(tt.path)); err != nil ||
					!strings.HasPrefix(tt.path, "utf-8>iso") && strings.ContainsFunc(baked, isC1) {
					list[i].way = rightly
				} else if r.way == byApp {
					list[i].way = lying
				}
			}
			pgDamage(t, "pages", tt.encoding, tt.path, list)
			was := pgRead(t, "pages")
			judge(t, "postgres: through "+tt.encoding, truth(list), was, pgLoad(t, "UTF8", repair(t, pgDump(t, "pages")))).
				check(t, exact)
		})
	}
}

func isC1(r rune) bool { return r >= 0x80 && r < 0xA0 }

// TestPostgresAsLatin1 dumps damaged rows as LATIN1: the bytes are what was
// meant and the header is not.
func TestPostgresAsLatin1(t *testing.T) {
	need(t, noPostgres)
	needCommand(t, "php")
	list := rows(rowCount)
	var held []row // what LATIN1 cannot hold, pg_dump refuses
	for _, r := range list {
		if r.way != rightly || !strings.ContainsFunc(r.title+r.body+r.meta, func(c rune) bool { return c > 0xFF }) {
			held = append(held, r)
		}
	}
	pgDamage(t, "lying", "LATIN1", pgPath, held)
	was := pgRead(t, "lying")
	for _, tt := range []struct {
		name  string
		opts  []dump.Option
		floor floor
	}{
		{"as LATIN1, as it is", nil, floor{php: 400}}, // left, since what is repaired would not load

		{"as LATIN1, rewritten", []dump.Option{dump.SQLCharset("utf8mb4")}, exact},
	} {
		t.Run(tt.name, func(t *testing.T) {
			out := repair(t, pgDump(t, "-E", "LATIN1", "lying"), tt.opts...)
			judge(t, "postgres: "+tt.name, truth(held), was, pgLoad(t, "UTF8", out)).check(t, tt.floor)
		})
	}
}

// TestPostgresTypes damages members of an enum, comments, defaults, arrays and
// both kinds of JSON, with large objects beside them.
func TestPostgresTypes(t *testing.T) {
	need(t, noPostgres)
	pgCreate(t, "types")
	const n = 100
	words := []string{"café", "größe", "Łódź", "naïve"}
	var b, want bytes.Buffer
	b.WriteString("CREATE TYPE kind AS ENUM ('café', 'größe', 'Łódź', 'naïve', 'plain');\n" +
		"CREATE TABLE items (id integer PRIMARY KEY, k kind DEFAULT 'café', a text[], j json, jb jsonb, name text DEFAULT 'à côté');\n" +
		"COMMENT ON COLUMN items.name IS 'où ça';\nCREATE VIEW names AS SELECT name FROM items;\n")
	for i := range n {
		word := words[i%len(words)]
		quoted, err := json.Marshal(map[string]string{"né": word + ` "à"`})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "INSERT INTO items VALUES (%d, '%s', ARRAY['%[2]s','a \"ü\" \\','x'], '%s', '%[3]s');\n", i, word, quoted)
		fmt.Fprintf(&want, "%d\t%s\t%[2]s\ta \"ü\" \\\t%[2]s \"à\"\t%[2]s \"à\"\tà côté\n", i, word)
	}
	want.WriteString("1000\tcafé\t\t\t\t\tà côté\noù ça\n" + "c383c2a9\n")
	psql(t, "types", "LATIN1", b.Bytes())
	psql(t, "types", "UTF8", []byte(`SELECT lo_from_bytea(4711, '\xc383c2a9');`))
	for _, args := range [][]string{nil, {"--inserts"}, {"--column-inserts", "--rows-per-insert=7"}} {
		pgCreate(t, "back")
		psql(t, "back", "UTF8", repair(t, pgDump(t, append(args, "types")...)))
		// Keys of JSON stay as they are.
		got := psql(t, "back", "UTF8", []byte(`SET search_path = public; INSERT INTO items (id) VALUES (1000);
			SELECT id, k, a[1], a[2], (SELECT value FROM json_each_text(j)), (SELECT value FROM jsonb_each_text(jb)), name FROM items ORDER BY id;
			SELECT col_description('items'::regclass, 6); SELECT encode(lo_get(4711), 'hex');`))
		if diff := cmp.Diff(want.String(), string(got)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", args, diff)
		}
	}
}
