package main

import (
	"path"
	"strings"
	"sync/atomic"
)

// A scope limits repairs to some tables and columns of a dump. Patterns are in
// the syntax of [path.Match], in lower case. It is not package dump's own: that
// would also leave cells alone that a change of the dump's character set must
// rewrite.
type scope struct {
	tables, columns     []string // to repair; all if empty
	noTables, noColumns []string // to leave
	matched             atomic.Bool
}

// readScope takes the values of --table, --column and their opposites. A
// pattern behind "!" is one to leave.
func readScope(tables, columns, noTables, noColumns []string) (*scope, error) {
	s := &scope{}
	for _, list := range []struct {
		flag     string
		patterns []string
		in, out  *[]string
	}{
		{"--table", tables, &s.tables, &s.noTables}, {"--column", columns, &s.columns, &s.noColumns},
		{"--exclude-table", noTables, &s.noTables, &s.noTables}, {"--exclude-column", noColumns, &s.noColumns, &s.noColumns},
	} {
		for _, p := range list.patterns {
			to := list.in
			bare, not := strings.CutPrefix(p, "!")
			if not {
				to = list.out
			}
			bare = strings.ToLower(bare)
			if _, err := path.Match(bare, ""); err != nil || bare == "" {
				return nil, withHint("as in wp_* or !wp_users; * stands for any letters, ? for one, [ab] for one of some", "%s: %q is no pattern", list.flag, p)
			}
			*to = append(*to, bare)
		}
	}
	return s, nil
}

// set tells whether the scope limits anything.
func (s *scope) set() bool { return len(s.tables)+len(s.columns)+len(s.noTables)+len(s.noColumns) > 0 }

// has tells whether the cells of a column are to be repaired. The schema or
// database before a table's name may be left out in a pattern, and the table
// before a column's.
func (s *scope) has(table, column string) bool {
	if !s.set() {
		return true
	}
	table, column = strings.ToLower(table), strings.ToLower(column)
	short := table[strings.LastIndexByte(table, '.')+1:]
	tables := []string{table, short}
	ok := (len(s.tables) == 0 || matchAny(s.tables, tables)) && !matchAny(s.noTables, tables) &&
		(len(s.columns) == 0 || matchColumn(s.columns, table, short, column)) && !matchColumn(s.noColumns, table, short, column)
	if ok {
		s.matched.Store(true)
	}
	return ok
}

// matchColumn is matchAny for a column. Only a pattern with a dot in it is
// about the table, too: post_* is not for all columns of post_meta.
func matchColumn(patterns []string, table, short, column string) bool {
	for _, p := range patterns {
		names := []string{column, short + "." + column, table + "." + column}
		if !strings.Contains(p, ".") {
			names = names[:1]
		}
		if matchAny([]string{p}, names) {
			return true
		}
	}
	return false
}

func matchAny(patterns, names []string) bool {
	for _, p := range patterns {
		for _, n := range names {
			if ok, _ := path.Match(p, n); ok {
				return true
			}
		}
	}
	return false
}
