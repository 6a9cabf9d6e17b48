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

// dataNames match the names of files that hold rows alone, and say how that of the
// file beside them ends that has the table's definition: t.txt and t.sql of mysqldump
// --tab, db.t.sql, db.t.00001.sql or .dat and db.t-schema.sql of mydumper, and
// db@t@0.tsv.zst or db@t@@1.tsv.zst and db@t.sql of MySQL Shell.
var dataNames = []struct {
	name *regexp.Regexp
	end  string
}{
	{regexp.MustCompile(`^(.+?)(\.[0-9]{5,})*\.txt(\.gz|\.zst)?$`), ".sql"},
	{regexp.MustCompile(`^(.+?)(\.[0-9]{5,})*\.(sql|dat)(\.gz|\.zst)?$`), "-schema.sql"},
	{regexp.MustCompile(`^([^@]+@[^@]+)(@@?[0-9]+)?\.tsv(\.gz|\.zst)?$`), ".sql"},
}

// schemaBeside returns the definitions that a dump in several files has beside
// the file of rows called name; empty if there are none.
func schemaBeside(name string) (string, error) {
	dir, base := filepath.Split(name)
	for _, d := range dataNames {
		m := d.name.FindStringSubmatch(base)
		if m == nil || strings.HasSuffix(m[1], "-schema") {
			continue
		}
		if text, err := readBeside(dir + m[1] + d.end); !errors.Is(err, fs.ErrNotExist) {
			return text, err
		}
	}
	return "", nil
}

// readBeside is readSchema for a file that may be compressed under another name.
func readBeside(name string) (string, error) {
	for _, packed := range []string{"", ".gz"} {
		text, err := readSchema(name + packed)
		if !errors.Is(err, fs.ErrNotExist) {
			return text, err
		}
	}
	return readSchema(name + ".zst")
}
