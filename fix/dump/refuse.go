package dump

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"unicode/utf16"
)

// A RefusedError says that the input is of a kind that cannot be repaired as it
// is. Nothing was written.
type RefusedError struct {
	// What the input is, such as "an SQLite database".
	What string
	// Next is the command to run instead, with FILE for the input; empty
	// where we know of none.
	Next string
}

// Error returns what the input is, and the command to run.
func (e *RefusedError) Error() string {
	if e.Next == "" {
		return fmt.Sprintf("dump: this is %s, which cannot be repaired as it is", e.What)
	}
	return fmt.Sprintf("dump: this is %s, which cannot be repaired as it is; run: %s", e.What, e.Next)
}

// A signature is bytes that files of a kind have.
type signature struct {
	at    int
	magic string
	RefusedError
	text bool // text may start so, but has no NUL
}

// pgMagic is followed by three bytes of a version, the sizes of int and off_t,
// and the format: 1 for custom, 3 for tar, 5 for directory.
const pgMagic = "PGDMP"

// signatures are from the formats' own documents, most of them collected in
// https://www.garykessler.net/library/file_sigs.html; those of PostgreSQL are
// from pg_backup_archiver.c and pg_backup_tar.c. Order counts: the first that
// is there wins.
var signatures = []signature{
	{0, pgMagic, RefusedError{"a dump of pg_dump in custom format", "pg_restore -f - FILE | unbake | psql"}, true},
	{0, "toc.dat\x00", RefusedError{"a dump of pg_dump in tar format", "pg_restore -f - FILE | unbake | psql"}, false},
	{0, "SQLite format 3\x00", RefusedError{"an SQLite database", "sqlite3 FILE .dump | unbake | sqlite3 NEW"}, false},
	{0, "\x1f\x8b\x08", RefusedError{"compressed by gzip", "gzip -dc FILE | unbake | gzip"}, false},
	{0, "\x28\xb5\x2f\xfd", RefusedError{"compressed by zstd", "zstd -dc FILE | unbake | zstd"}, false},
	{0, "\xfd7zXZ\x00", RefusedError{"compressed by xz", "xz -dc FILE | unbake | xz"}, false},
	{0, "BZh91AY&SY", RefusedError{"compressed by bzip2", "bzip2 -dc FILE | unbake | bzip2"}, true},
	{0, "\x04\x22\x4d\x18", RefusedError{"compressed by lz4", "lz4 -dc FILE | unbake | lz4"}, false},
	{0, "LZIP\x01", RefusedError{"compressed by lzip", "lzip -dc FILE | unbake | lzip"}, true},
	{0, "\x1f\x9d", RefusedError{"compressed by compress", "gzip -dc FILE | unbake | gzip"}, false},
	{0, "\xff\x06\x00\x00sNaPpY", RefusedError{"compressed by snappy", "snzip -dc FILE | unbake | snzip"}, false},
	{0, "PK\x03\x04", RefusedError{"a zip archive", "unzip -p FILE | unbake"}, true},
	{0, "PK\x05\x06", RefusedError{"an empty zip archive", ""}, true},
	{0, "7z\xbc\xaf\x27\x1c", RefusedError{"a 7-Zip archive", "7z x -so FILE | unbake"}, false},
	{0, "Rar!\x1a\x07", RefusedError{"a RAR archive", "unrar p -inul FILE | unbake"}, false},
	{257, "ustar", RefusedError{"a tar archive", "tar -xOf FILE MEMBER | unbake"}, true},
	{0, "Salted__", RefusedError{"encrypted by openssl", "openssl enc -d … -in FILE | unbake"}, true},
	{0, "age-encryption.org/v1\n", RefusedError{"encrypted by age", "age -d FILE | unbake"}, false},
	{0, "-----BEGIN AGE ENCRYPTED FILE-----", RefusedError{"encrypted by age", "age -d FILE | unbake"}, false},
	{0, "-----BEGIN PGP MESSAGE-----", RefusedError{"encrypted by PGP", "gpg -d FILE | unbake"}, false},
	{0, "\x85\x01\x0c\x03", RefusedError{"encrypted by PGP", "gpg -d FILE | unbake"}, false},
	{0, "\x85\x02\x0c\x03", RefusedError{"encrypted by PGP", "gpg -d FILE | unbake"}, false},
	{0, "\x8c\x0d\x04", RefusedError{"encrypted by PGP", "gpg -d FILE | unbake"}, false},
	{0, "XBSTCK01", RefusedError{"a stream of xbstream", "xbstream -x < FILE, then mysqldump … | unbake | mysql"}, true},
	{0, "PAR1", RefusedError{"a Parquet file", ""}, true},
	{0, "ORC", RefusedError{"an ORC file", ""}, true},
	{0, "Obj\x01", RefusedError{"an Avro file", "avro-tools tojson FILE | unbake"}, true},
	{0, "\x6d\xe2\x99\x81", RefusedError{"an archive of mongodump", "mongorestore --archive=FILE, then mongoexport … | unbake | mongoimport …"}, false},
	{0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", RefusedError{"an Office file", ""}, false},
	{4, "Standard Jet DB\x00", RefusedError{"an Access database", "mdb-export FILE TABLE | unbake"}, false},
	{4, "Standard ACE DB\x00", RefusedError{"an Access database", "mdb-export FILE TABLE | unbake"}, false},
}

// Refuse returns a [*RefusedError] if a file that starts with prefix, of
// [DetectLen] bytes where there are as many, is of a kind that [Copy] refuses.
func Refuse(prefix []byte) error {
	for i := range signatures {
		s := &signatures[i]
		if len(prefix) >= s.at && bytes.HasPrefix(prefix[s.at:], []byte(s.magic)) {
			if s.text && !hasNUL(prefix) {
				continue
			}
			if s.magic == pgMagic && len(prefix) > 10 && prefix[10] == 5 {
				return &RefusedError{"the contents of a dump of pg_dump in directory format", "pg_restore -f - DIRECTORY | unbake | psql"}
			}
			e := s.RefusedError
			return &e
		}
	}
	if isWideDump(prefix) {
		return &RefusedError{"a dump in UTF-16", "iconv -f UTF-16 -t UTF-8 FILE | unbake"}
	}
	if isBSON(prefix) {
		return &RefusedError{"BSON", "bsondump FILE | unbake, or mongoexport … | unbake | mongoimport …"}
	}
	return nil
}

// isWideDump tells whether b starts with the head of a dump in UTF-16: what the shell of
// Windows makes of the output of mysqldump and pg_dump. As plain text it would lose what
// is binary, and lengths.
func isWideDump(b []byte) bool {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}):
		order = binary.LittleEndian
	case bytes.HasPrefix(b, []byte{0xFE, 0xFF}):
		order = binary.BigEndian
	default:
		return false
	}
	b = b[:min(len(b), 2*maxNoise)]
	var units []uint16
	for i := 2; i+1 < len(b); i += 2 {
		units = append(units, order.Uint16(b[i:]))
	}
	text := []byte(string(utf16.Decode(units)))
	rest := behindNoise(text)
	return bytes.HasPrefix(rest, []byte("PRAGMA foreign_keys")) || slices.ContainsFunc(dumpHeads[:wholeHeads], func(h string) bool {
		return bytes.Contains(rest, []byte(h))
	})
}

func hasNUL(b []byte) bool { return bytes.IndexByte(b, 0) >= 0 }

// isBSON tells whether b starts with a BSON document: its length, then an
// element's type and name (https://bsonspec.org/spec.html).
func isBSON(b []byte) bool {
	if len(b) < 5 {
		return false
	}
	size := int64(binary.LittleEndian.Uint32(b))
	if size < 5 || size > 16<<20+16<<10 { // MongoDB's limit, and some room
		return false
	}
	if size == 5 {
		return b[4] == 0
	}
	if size <= int64(len(b)) && b[size-1] != 0 {
		return false
	}
	if kind := b[4]; kind == 0 || kind > 0x13 {
		return false
	}
	// The name has an end, and nothing but text in it.
	end := bytes.IndexByte(b[5:], 0)
	return end > 0 && end < 1024 && !bytes.ContainsFunc(b[5:5+end], isControl)
}
