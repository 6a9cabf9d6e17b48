package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/unbake/unbake/internal/container"
)

// maxSchema, in bytes, is how much is read of files with definitions.
const maxSchema = 64 << 20

// readSchemas returns the content of the files that --schema names.
func readSchemas(names []string) (string, error) {
	var all strings.Builder
	for _, name := range names {
		text, err := readSchema(name)
		if err != nil {
			return "", err
		}
		all.WriteString(text)
		all.WriteString("\n;\n") // a statement that is cut must not go on in the next file
	}
	return all.String(), nil
}

// readSchema returns the content of a file with definitions, which may be
// compressed.
func readSchema(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", &fileError{name, "", err}
	}
	defer f.Close()
	box, err := container.NewReader(f)
	if err != nil {
		return "", &fileError{name, "", err}
	}
	defer box.Close()
	text, err := io.ReadAll(io.LimitReader(box, maxSchema+1))
	if err != nil {
		return "", &fileError{name, "read error", err}
	}
	if len(text) > maxSchema {
		return "", withHint("dump the definitions alone: mysqldump --no-data, pg_dump --schema-only", "--schema: %s is larger than %d bytes", name, maxSchema)
	}
	return string(text), nil
}

// dataName matches the names of files that hold rows alone and have the table's
// definition in a file beside them: t.txt and t.sql of mysqldump --tab, and
// db.t.sql or db.t.00001.sql and db.t-schema.sql of mydumper.
var dataName = regexp.MustCompile(`^(.+?)(\.[0-9]{5,})*\.(sql|txt)(\.gz|\.zst)?$`)

// schemaBeside returns the definitions that a dump in several files has beside
// the file of rows called name; empty if there are none.
func schemaBeside(name string) (string, error) {
	dir, base := filepath.Split(name)
	m := dataName.FindStringSubmatch(base)
	if m == nil || strings.HasSuffix(m[1], "-schema") {
		return "", nil
	}
	end := ".sql"
	if m[3] == "sql" {
		end = "-schema.sql"
	}
	for _, packed := range []string{"", ".gz", ".zst"} {
		text, err := readSchema(dir + m[1] + end + packed)
		if !errors.Is(err, fs.ErrNotExist) {
			return text, err
		}
	}
	return "", nil
}
