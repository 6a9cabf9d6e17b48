package dump

import "fmt"

// A Format is a kind of file that a walker knows.
type Format int

const (
	// Auto stands for the format found by [Detect].
	Auto Format = iota
	// Text is plain text: a cell is a line.
	Text
	// MySQL is SQL as mysqldump, mariadb-dump, mydumper and phpMyAdmin write it.
	MySQL
	// Postgres is SQL as pg_dump and pg_dumpall write it in plain format.
	Postgres
	// SQLite is SQL as the .dump command of sqlite3 writes it.
	SQLite
	// MySQLXML is what mysqldump --xml writes.
	MySQLXML
	// CSV is fields between commas or semicolons.
	CSV
	// TSV is fields between tabs, of mysqldump --tab, SELECT INTO OUTFILE and COPY too.
	TSV
	// JSON is one JSON text.
	JSON
	// NDJSON is a JSON text a line, as mongoexport writes it.
	NDJSON
	// PHP is one serialized PHP value.
	PHP

	numFormats
)

var formatNames = [numFormats]string{"auto", "text", "mysql", "postgres", "sqlite", "mysql-xml", "csv", "tsv", "json", "ndjson", "php"}

// String returns the name of the format, such as "mysql".
func (f Format) String() string {
	if f < 0 || f >= numFormats {
		return "unknown"
	}
	return formatNames[f]
}

// MarshalText gives the name of the format. It is an error if f is none.
func (f Format) MarshalText() ([]byte, error) {
	if f < 0 || f >= numFormats {
		return nil, fmt.Errorf("dump: no format %d", int(f))
	}
	return []byte(f.String()), nil
}

// UnmarshalText reads what MarshalText writes, and all else that [ParseFormat] knows.
func (f *Format) UnmarshalText(text []byte) error {
	got, ok := ParseFormat(string(text))
	if !ok {
		return fmt.Errorf("dump: no format %q", text)
	}
	*f = got
	return nil
}

// ParseFormat returns the format of a name as [Format.String] has it, or "jsonl"; ok is false if there is none. There is no
// "sql", as the command has: which server's it is [Detect] finds out.
func ParseFormat(name string) (f Format, ok bool) {
	if name == "jsonl" {
		return NDJSON, true
	}
	for i, n := range formatNames {
		if n == name {
			return Format(i), true
		}
	}
	return Auto, false
}

// barsNUL tells whether no value of the format can have a NUL.
func (f Format) barsNUL() bool { return f == Postgres || f == MySQLXML }

// DetectLen is how many bytes [Detect] looks at, at most.
const DetectLen = 64 << 10

// Detect finds the format of a file by its first bytes. It returns [Text]
// where no other format shows itself.
func Detect(prefix []byte) Format {
	prefix = prefix[:min(len(prefix), DetectLen)]
	if f, ok := detectSQL(prefix); ok {
		return f
	}
	return detectOther(prefix)
}

// A walker goes through the whole input of a flow and marks the cells in it.
type walker func(*flow)

// walkers are the walkers by format; what has none is copied as it is.
var walkers = [numFormats]walker{
	MySQL:    walkSQL,
	Postgres: walkSQL,
	SQLite:   walkSQL,
	MySQLXML: walkMySQLXML,
	Text:     walkText,
	CSV:      walkCSV,
	TSV:      walkTSV,
	JSON:     walkJSON,
	NDJSON:   walkJSON,
	PHP:      walkPHP,
}
