package integration

import (
	"bytes"
	"context"
	"testing"

	"github.com/unbake/unbake/fix/dump"
)

// sizeCases are tables in smaller character sets with keys and rows near the limits of their
// engines, and whether they pass them with four bytes for a character.
var sizeCases = []struct {
	sql  string
	want bool
}{
	{"CREATE TABLE z (x varchar(250) NOT NULL PRIMARY KEY) ENGINE=MyISAM CHARSET=latin1;", false},
	{"CREATE TABLE z (x varchar(251) NOT NULL PRIMARY KEY) ENGINE=MyISAM CHARSET=latin1;", true},
	{"CREATE TABLE z (x varchar(300), y int, KEY k (x(249), y)) ENGINE=MyISAM CHARSET=latin1;", false},
	{"CREATE TABLE z (x varchar(300), y int, KEY k (x(250), y)) ENGINE=MyISAM CHARSET=latin1;", true},
	{"CREATE TABLE z (x varchar(575) NOT NULL PRIMARY KEY) ENGINE=Aria CHARSET=latin1;", false},
	{"CREATE TABLE z (x varchar(576) NOT NULL PRIMARY KEY) ENGINE=Aria CHARSET=latin1;", true},
	{"CREATE TABLE z (x varchar(191), y varchar(191), KEY k (x, y)) ENGINE=InnoDB ROW_FORMAT=COMPACT CHARSET=utf8mb3;", false},
	{"CREATE TABLE z (x varchar(191), y varchar(192), KEY k (x, y)) ENGINE=InnoDB ROW_FORMAT=COMPACT CHARSET=utf8mb3;", true},
	{"CREATE TABLE z (x varchar(500), y char(255), c bigint, KEY k (x, y)) ENGINE=InnoDB CHARSET=utf8mb3;", false},
	{"CREATE TABLE z (x varchar(500), y varchar(268), c bigint, d date, PRIMARY KEY (c, x, y)) ENGINE=InnoDB CHARSET=latin1;", true},
	{"CREATE TABLE z (x varchar(768) PRIMARY KEY) ENGINE=MEMORY CHARSET=latin1;", false},
	{"CREATE TABLE z (x varchar(769) PRIMARY KEY) ENGINE=MEMORY CHARSET=latin1;", true},
	{"CREATE TABLE z (x varchar(16000), y varchar(370), t text, u longtext) ENGINE=InnoDB CHARSET=latin1;", false},
	{"CREATE TABLE z (x varchar(16000), y varchar(383), t text, u longtext) ENGINE=InnoDB CHARSET=latin1;", true},
}

// TestMySQLSizes: that utf8mb4 makes a key or a row too long is told of, and the server says
// so, too. As they were, all tables load.
func TestMySQLSizes(t *testing.T) {
	need(t, noMySQL)
	mysqlCreate(t, "sizes", "utf8mb4")
	load := func(sql []byte) ([]byte, error) {
		sql = append([]byte("DROP TABLE IF EXISTS z;\n"), sql...)
		return client(sql, nil, "mariadb", "--no-defaults", "--socket="+mysqlSocket, "-uroot", "--default-character-set=utf8mb4", "sizes")
	}
	for _, tt := range sizeCases {
		if out, err := load([]byte(tt.sql)); err != nil {
			t.Fatalf("%s: %v\n%s", tt.sql, err, out)
		}
		var b bytes.Buffer
		leave := func(c *dump.Cell) (string, bool) { return c.Text, false }
		stats, err := dump.Copy(context.Background(), &b, bytes.NewReader([]byte(tt.sql)), leave, dump.As(dump.MySQL), dump.SQLCharset("utf8mb4"))
		if err != nil {
			t.Fatal(err)
		}
		out, err := load(b.Bytes())
		if len(stats.Oversized) > 0 != tt.want || (err != nil) != tt.want {
			t.Errorf("%s: oversized %v, loading says %v, %s; want some: %v", b.Bytes(), stats.Oversized, err, out, tt.want)
		}
	}
}
