package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/unbake/unbake/fix/dump"
)

// columnName names a column for people.
func columnName(table, column string) string {
	switch {
	case table == "":
		return column
	case column == "":
		return table
	}
	return table + "." + column
}

// shownProblems is how many of a kind of warning are spelt out.
const shownProblems = 5

// remarkDump says on w what the user should know about a dump, each thing once.
func (s *session) remarkDump(w io.Writer, name string, d *dump.Stats) {
	if d == nil || s.quiet {
		return
	}
	say := sayer(w, name)
	s.remarkValues(say, d)
	sum := d.Total()
	if s.scope.set() && !s.scope.matched.Load() && sum.Cells > 0 {
		say("no value that looks damaged is in the tables and columns asked for")
	}
	s.remarkProblems(w, name, d)
	if s.verbose {
		say("taken for %v: %s, %d repaired", d.Format, count(sum.Cells, "value"), sum.Repaired)
	}
}

// sayer returns a function that says something of a file on w.
func sayer(w io.Writer, name string) func(format string, args ...any) {
	return func(format string, args ...any) {
		fmt.Fprintf(w, "unbake: %s: %s\n", printable(name), printable(fmt.Sprintf(format, args...)))
	}
}

// remarkChecked is remarkDump for a dump that was only looked at: what would
// happen if it were repaired.
func (s *session) remarkChecked(w io.Writer, name string, d *dump.Stats) {
	if d == nil || s.quiet {
		return
	}
	s.remarkValues(sayer(w, name), d)
	s.remarkProblems(w, name, d)
}

// remarkValues says what is known of the values of a dump, whether it was repaired
// or only looked at.
func (s *session) remarkValues(say func(string, ...any), d *dump.Stats) {
	sum := d.Total()
	if n := len(d.NoSchema); n > 0 {
		say("no definition in sight of %s: binary values in %s cannot be told from text for certain; name a file that has it with --schema, or dump with --hex-blob",
			someOf("table", d.NoSchema), choose(n == 1, "it", "them"))
	}
	s.remarkTraps(say, d.Traps)
	remarkOversized(say, d.Oversized)
	remarkCollisions(say, d)
	if sum.Cut > 0 {
		say("%s as long as the column allows, so the end of what was meant may be gone: %s", count(sum.Cut, "damaged value"), columnsWith(d, func(c *dump.ColumnStats) int64 { return c.Cut }))
	}
	remarkBroken(say, d)
	if sum.TooLong > 0 {
		say("%s longer than %d bytes, left as %s; --max-literal takes more", count(sum.TooLong, "value"), s.maxLiteral, choose(sum.TooLong == 1, "it is", "they are"))
	}
	if sum.NotText > 0 {
		say("%s not UTF-8, kept as %s%s", count(sum.NotText, "value"), choose(sum.NotText == 1, "it is", "they are"),
			choose(isSQL(d.Format), "", "; --input-encoding auto decodes "+choose(sum.NotText == 1, "it", "them")))
	}
	if sum.Left > 0 {
		say("%s left as %s, in conditions, expressions, queries and what cannot be read: %s", count(sum.Left, "damaged value"), choose(sum.Left == 1, "it is", "they are"),
			placesOf(d.LeftAt, sum.Left))
	}
	if sum.Keys > 0 {
		say("damaged keys of JSON, which stay, in %s: %s", count(sum.Keys, choose(d.Format == dump.JSON || d.Format == dump.NDJSON, "place", "value")),
			columnsWith(d, func(c *dump.ColumnStats) int64 { return c.Keys }))
	}
	if sum.Binary > 0 {
		say("%s taken for binary by what %s, left as %s: %s", count(sum.Binary, "value"), choose(sum.Binary == 1, "it has in it", "they have in them"),
			choose(sum.Binary == 1, "it is", "they are"), columnsWith(d, func(c *dump.ColumnStats) int64 { return c.Binary }))
	}
}

// remarkOversized names the keys and rows that utf8mb4 makes too long.
func remarkOversized(say func(string, ...any), list []dump.Oversize) {
	for i, o := range list {
		if i == shownProblems {
			say("%d more keys or rows that may be too long in utf8mb4", len(list)-i)
			break
		}
		what, help := "rows", "make a long column TEXT"
		if o.Key != "" {
			what, help = "key "+o.Key, "shorten it to a prefix of its columns"
			if o.Engine != "InnoDB" {
				help += ", or take ENGINE=InnoDB ROW_FORMAT=DYNAMIC"
			}
		}
		say("warning: %s of table %s can have %d bytes in utf8mb4, and %s takes %d: the table may not load; %s", what, o.Table, o.Bytes, o.Engine, o.Limit, help)
	}
}

// remarkCollisions says what would be equal under a unique key.
func remarkCollisions(say func(string, ...any), d *dump.Stats) {
	for i, c := range d.Collisions {
		if i == shownProblems {
			say("%s more", count(int64(len(d.Collisions)-i), "collision"))
			break
		}
		say("%s: %q (line %d) and %q (line %d) are both %q once repaired, under a unique key: loading will fail",
			columnName(c.Table, c.Column), c.Before[0], c.Lines[0], c.Before[1], c.Lines[1], c.Text)
	}
	if d.UniqueUnchecked {
		say("too many values under unique keys to see whether repairs made two of them equal")
	}
}

// remarkBroken says which values must stay because of what stands in them.
func remarkBroken(say func(string, ...any), d *dump.Stats) {
	if n := d.Total().Broken; n > 0 {
		say("%s left as %s, since the repair cannot be spelt there or lengths in it are wrong: %s", count(n, "value"), choose(n == 1, "it is", "they are"),
			columnsWith(d, func(c *dump.ColumnStats) int64 { return c.Broken }))
	}
}

// remarkProblems says where a dump does not follow its format.
func (s *session) remarkProblems(w io.Writer, name string, d *dump.Stats) {
	if d == nil || s.quiet {
		return
	}
	for i, p := range d.Problems {
		if i == shownProblems {
			fmt.Fprintf(w, "unbake: %s: %s more\n", printable(name), count(int64(len(d.Problems)-i), "problem"))
			break
		}
		fmt.Fprintf(w, "unbake: %s: warning: %s; copied as it is from there on, as far as it cannot be read\n", printable(name), printable(p.Error()))
	}
}

// remarkTraps names the tables whose character set cannot hold the repairs.
func (s *session) remarkTraps(say func(string, ...any), traps []*dump.Trap) {
	type group struct {
		table, charset string
		connection     bool
		fixed          bool
	}
	var order []group
	cells, columns := map[group]int64{}, map[group][]string{}
	for _, t := range traps {
		g := group{t.Table, t.Charset, t.Connection, t.Fixed || s.charset != ""}
		if cells[g] == 0 {
			order = append(order, g)
		}
		cells[g] += t.Cells
		columns[g] = append(columns[g], t.Column)
	}
	for _, g := range order {
		what := fmt.Sprintf("table %s is in %s", g.table, g.charset)
		if g.connection {
			what = fmt.Sprintf("the dump of table %s says that it is in %s", g.table, g.charset)
		}
		help := "--sql-charset utf8mb4 rewrites the character set"
		if g.fixed {
			help = "change that in the dump, since --sql-charset leaves it as it is"
		}
		say("%s, which cannot hold the repaired text: %s must stay (%s); %s", what, count(cells[g], "value"), strings.Join(columns[g], ", "), help)
	}
}

// someOf names the first of many.
func someOf(noun string, names []string) string {
	return choose(len(names) == 1, noun, noun+"s") + " " + firstOf(names)
}

func firstOf(names []string) string {
	shown := names[:min(len(names), shownProblems)]
	s := strings.Join(shown, ", ")
	if more := len(names) - len(shown); more > 0 {
		s += fmt.Sprintf(" and %d more", more)
	}
	return s
}

// placesOf names the first of n places.
func placesOf(places []dump.Place, n int64) string {
	shown := places[:min(len(places), shownProblems)]
	names := make([]string, len(shown))
	for i, p := range shown {
		names[i] = p.String()
	}
	s := strings.Join(names, "; ")
	if more := n - int64(len(shown)); more > 0 {
		s += fmt.Sprintf("; and %d more", more)
	}
	return s
}

// columnsWith names the columns of which n is not 0.
func columnsWith(d *dump.Stats, n func(*dump.ColumnStats) int64) string {
	var names []string
	for _, c := range d.Columns {
		if n(c) > 0 {
			names = append(names, columnName(c.Table, c.Column))
		}
	}
	return firstOf(names)
}

// A dumpReport is what was done with a dump. In JSON its statistics stand
// beside the file's name.
type dumpReport struct {
	File      string `json:"file"`
	FileBytes []byte `json:"fileBytes,omitempty"` // see finding
	*dump.Stats
}

// sortedDumps returns the dumps by name: workers end in any order.
func (t *totals) sortedDumps() []dumpReport {
	slices.SortStableFunc(t.dumps, func(a, b dumpReport) int { return strings.Compare(a.File, b.File) })
	return t.dumps
}

// print writes the counts by column, and samples of what was repaired.
func (d dumpReport) print(w io.Writer) {
	fmt.Fprintf(w, "\n%s (%v)\n", printable(d.File), d.Format)
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(tab, "cells\trepaired\tsuspects\tlost\tleft\tcut\t column\n")
	for _, c := range d.Columns {
		if c.Cells+c.Keys == 0 && (d.Format == dump.JSON || d.Format == dump.NDJSON) {
			continue // a key without a text
		}
		fmt.Fprintf(tab, "%d\t%d\t%d\t%d\t%d\t%d\t %s\n", c.Cells, c.Repaired, c.Suspects, c.Lost, c.Trapped+c.Left+c.Broken+c.TooLong+c.NotText+c.Binary, c.Cut,
			printable(columnName(c.Table, c.Column)))
	}
	tab.Flush()
	for _, c := range d.Changed() {
		for _, x := range c.Samples {
			fmt.Fprintf(w, "  %s, line %d: %s is now %s\n", printable(columnName(c.Table, c.Column)), x.Line, quoted(x.Before), quoted(x.After))
		}
	}
}
