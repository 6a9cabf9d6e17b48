package main

import (
	"testing"

	"github.com/unbake/unbake/fix/dump"
)

func TestFormatOf(t *testing.T) {
	const rows = "a,b,c\n1,2,3\n4,5,6\n"
	tests := []struct {
		name, head string
		want       dump.Format
	}{
		{stdinName, rows, dump.CSV},
		{"table.go", rows, dump.Text},
		{"notes.MD", "INSERT INTO t VALUES (1);\n", dump.Text},
		{"a.csv", "name\nx\n", dump.CSV},
		{"a.csv.gz", "name\nx\n", dump.CSV},
		{"a.tsv", rows, dump.TSV},
		{"a.csv", "INSERT INTO t VALUES (1);\n", dump.SQLite},
		{"a.sql", "-- nothing but a comment\n", dump.SQLite},
		{"a.sql", "-- it\nVACUUM FULL; -- pg_catalog\n", dump.Postgres},
		{"a.sql", "", dump.Text},
		{"a.sql", "\xff\xfeI\x00", dump.Text},
		{stdinName, "INSERT INTO t VALUES (1);\x00", dump.SQLite},
		{stdinName, "VALUES, as we said; begin\n", dump.Text},
	}
	for _, tt := range tests {
		if got := formatOf(tt.name, []byte(tt.head)); got != tt.want {
			t.Errorf("formatOf(%q, %q) = %v, want %v", tt.name, tt.head, got, tt.want)
		}
	}
}

func TestReadSize(t *testing.T) {
	for s, want := range map[string]int{"500": 500, "64k": 64 << 10, "16M": 16 << 20, "1G": 1 << 30, "": 0, "M": 0, "-1": 0, "0": 0, "1T": 0, "9999999999999999G": 0} {
		if got, err := readSize("--max-literal", s); got != want || (err != nil) != (want == 0) {
			t.Errorf("readSize(%q) = %d, %v, want %d", s, got, err, want)
		}
	}
}

func TestScopeHas(t *testing.T) {
	tests := []struct {
		tables, columns []string
		table, column   string
		want            bool
	}{
		{nil, nil, "t", "c", true},
		{[]string{"WP_*"}, nil, "db.wp_posts", "c", true},
		{[]string{"db.wp_*"}, nil, "db.wp_posts", "c", true},
		{[]string{"wp_*", "!wp_users"}, nil, "wp_users", "c", false},
		{[]string{"!log"}, nil, "t", "c", true},
		{nil, []string{"post_*"}, "public.post_meta", "id", false},
		{nil, []string{"post_*"}, "t", "post_title", true},
		{nil, []string{"t.c"}, "db.t", "c", true},
		{nil, []string{"t.c"}, "u", "c", false},
		{nil, []string{"!c"}, "t", "c", false},
		{nil, []string{"name"}, "", "name", true},
		{[]string{"t"}, []string{"c"}, "u", "c", false},
	}
	for _, tt := range tests {
		s, err := readScope(tt.tables, tt.columns, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.has(tt.table, tt.column); got != tt.want {
			t.Errorf("%q, %q: has(%q, %q) = %v", tt.tables, tt.columns, tt.table, tt.column, got)
		}
	}
}
