package main

import (
	"bytes"
	"math"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/unbake/unbake/fix/dump"
)

// anySQL is a --format that leaves it to the content which server's SQL it is.
// It is no format of package dump, whose numbers are not negative.
const anySQL dump.Format = -1

// formatAliases are names of formats that people type besides those of package
// dump.
var formatAliases = map[string]dump.Format{
	"": dump.Auto, "sql": anySQL, "mariadb": dump.MySQL, "postgresql": dump.Postgres, "pg": dump.Postgres, "sqlite3": dump.SQLite,
	"xml": dump.MySQLXML, "jsonl": dump.NDJSON, "plain": dump.Text, "txt": dump.Text,
}

// formatNames are those that the help lists.
var formatNames = []string{"auto", "text", "sql", "mysql", "postgres", "sqlite", "mysql-xml", "csv", "tsv", "json", "jsonl", "php"}

// readFormat returns the format that --format names.
func readFormat(name string) (dump.Format, error) {
	low := strings.ToLower(name)
	if f, ok := formatAliases[low]; ok {
		return f, nil
	}
	if f, ok := dump.ParseFormat(low); ok {
		return f, nil
	}
	hint := "the formats are " + orList(formatNames)
	if near := nearest(low, formatNames); len(near) > 0 {
		hint = "did you mean " + orList(near) + "? " + hint
	}
	return dump.Auto, withHint(hint, "--format: there is no format %q", name)
}

// extensionFormats say what a file is taken for by the end of its name, where
// its content does not tell.
var extensionFormats = map[string]dump.Format{".sql": anySQL, ".csv": dump.CSV, ".tsv": dump.TSV}

// proseExtensions are those of files that are text, whatever they look like: a
// table of strings in a program is no CSV.
var proseExtensions = map[string]bool{
	".md": true, ".markdown": true, ".rst": true, ".adoc": true, ".tex": true, ".html": true, ".htm": true, ".css": true, ".srt": true, ".vtt": true,
	".go": true, ".py": true, ".js": true, ".ts": true, ".jsx": true, ".tsx": true, ".mjs": true, ".c": true, ".h": true, ".cc": true, ".cpp": true,
	".hpp": true, ".java": true, ".kt": true, ".cs": true, ".rb": true, ".pl": true, ".pm": true, ".php": true, ".rs": true, ".swift": true, ".lua": true,
	".r": true, ".sh": true, ".bash": true, ".ps1": true, ".bat": true, ".yml": true, ".yaml": true, ".toml": true, ".ini": true, ".po": true, ".diff": true, ".patch": true,
}

// formatOf finds the format of a file by its first bytes, with its name for
// what they leave open. Text is what is not surely something else.
func formatOf(name string, head []byte) dump.Format {
	if hasUTF16Mark(head) {
		return dump.Text
	}
	if nul := bytes.IndexByte(head, 0); nul >= 0 {
		// What begins as a dump is one, though something came to be in the middle.
		if f := dump.Detect(head[:nul]); isSQL(f) {
			return f
		}
		return dump.Text
	}
	ext := contentExtension(name)
	if proseExtensions[ext] {
		return dump.Text
	}
	found := dump.Detect(head)
	prior, ok := extensionFormats[ext]
	switch {
	case !ok || prior == found || len(head) == 0:
		return found
	case prior == anySQL:
		if isSQL(found) {
			return found
		}
		return sqlDialect(head)
	case found == dump.Text || found == dump.CSV || found == dump.TSV:
		return prior // one column, or semicolons in a .tsv
	}
	return found
}

// contentExtension is the end of a file's name, in lower case and without that
// of its compression.
func contentExtension(name string) string {
	name = strings.ToLower(name)
	switch ext := filepath.Ext(name); ext {
	case ".gz", ".zst", ".bz2", ".xz":
		name = strings.TrimSuffix(name, ext)
	}
	return filepath.Ext(name)
}

func isSQL(f dump.Format) bool {
	return f == dump.MySQL || f == dump.Postgres || f == dump.SQLite || f == dump.MySQLXML
}

// sqlDialect finds which server's SQL a text is that is known to be SQL: with a
// statement in front that all have, it is found to be of one.
func sqlDialect(head []byte) dump.Format {
	const known = "BEGIN;\n/* VALUES */\n"
	if f := dump.Detect(head); isSQL(f) {
		return f
	}
	return dump.Detect(append([]byte(known), head...))
}

// readSize reads a number of bytes such as 500000, 64K, 16M or 1G.
func readSize(flag, s string) (int, error) {
	number, unit := s, 1
	if n := len(s); n > 0 {
		switch s[n-1] {
		case 'k', 'K':
			unit = 1 << 10
		case 'm', 'M':
			unit = 1 << 20
		case 'g', 'G':
			unit = 1 << 30
		}
		if unit > 1 {
			number = s[:n-1]
		}
	}
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > math.MaxInt/unit {
		return 0, withHint("as in "+flag+" 64M", "%s: %q is no number of bytes", flag, s)
	}
	return n * unit, nil
}
