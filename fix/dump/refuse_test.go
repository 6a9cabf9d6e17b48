package dump

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
)

func TestRefuse(t *testing.T) {
	tar := func(name string) string {
		b := make([]byte, 1024)
		copy(b, name)
		copy(b[257:], "ustar")
		return string(b)
	}
	tests := []struct{ name, in, want string }{
		{"custom", "PGDMP\x01\x0e\x00\x04\x08\x01", "pg_restore -f - FILE | unbake | psql"},
		{"directory", "PGDMP\x01\x0e\x00\x04\x08\x05", "pg_restore -f - DIRECTORY | unbake | psql"},
		{"tar of pg_dump", tar("toc.dat"), "pg_restore -f - FILE | unbake | psql"},
		{"other tar", tar("a.sql"), "tar -xOf FILE MEMBER | unbake"},
		{"SQLite", "SQLite format 3\x00\x10\x00", "sqlite3 FILE .dump | unbake | sqlite3 NEW"},
		{"BSON", "\x16\x00\x00\x00\x02a\x00\x0a\x00\x00\x00caf\xc3\x83\xc2\xa9xx\x00\x00", "bsondump FILE"},
		{"empty BSON", "\x05\x00\x00\x00\x00", "bsondump FILE"},
		{"mongodump archive", "\x6d\xe2\x99\x81", "mongorestore --archive=FILE"},
		{"gzip", "\x1f\x8b\x08\x00", "gzip -dc FILE | unbake | gzip"},
		{"openssl", "Salted__\x00\x01", "openssl enc -d"},
		{"UTF-16", "\xff\xfe-\x00-\x00 \x00M\x00y\x00S\x00Q\x00L\x00 \x00d\x00u\x00m\x00p\x00 \x001\x00", "iconv -f UTF-16 -t UTF-8 FILE | unbake"},
		{"UTF-16, big end first", "\xfe\xff\x00-\x00-\x00\n\x00-\x00-\x00 \x00P\x00o\x00s\x00t\x00g\x00r\x00e\x00S\x00Q\x00L\x00 \x00d\x00a\x00t\x00a\x00b\x00a\x00s\x00e", "iconv -f UTF-16"},
		{"other text in UTF-16", "\xff\xfe-\x00-\x00 \x00M\x00y\x00", ""},
		{"text", "PGDMP is what it starts with", ""},
		{"more text", "ORCA and PAR1S and Salted__", ""},
		{"zip in words", "PK is a name", ""},
		{"control bytes", "\x16\x00\x00\x00Ã©", ""},
		{"nothing", "", ""},
	}
	for _, tt := range tests {
		err := Refuse([]byte(tt.in))
		var refused *RefusedError
		if tt.want == "" {
			if err != nil {
				t.Errorf("%s: Refuse = %v, want nil", tt.name, err)
			}
			continue
		}
		if !errors.As(err, &refused) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: Refuse = %v, want %q in it", tt.name, err, tt.want)
		}
		for _, workers := range []int{1, 2} {
			var out bytes.Buffer
			if _, err := Copy(context.Background(), &out, strings.NewReader(tt.in), sameCell, Workers(workers)); !errors.As(err, &refused) || out.Len() > 0 {
				t.Errorf("%s: Copy wrote %d bytes, error %v", tt.name, out.Len(), err)
			}
		}
	}
}
