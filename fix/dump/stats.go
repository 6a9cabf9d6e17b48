package dump

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Stats says what a [Copy] did. Order is that of the input.
type Stats struct {
	Format  Format         `json:"format"`
	Columns []*ColumnStats `json:"columns"`
	// Traps are the columns that had cells to repair and a character set,
	// their own or the connection's, that cannot hold the repaired text.
	Traps []*Trap `json:"traps,omitempty"`
	// Collisions are values under a unique key that a repair made equal: loading
	// will fail. There are at most [MaxProblems] of them. Keys of several columns
	// that a dump defines after the data are not looked at, but with [Schema].
	// UniqueUnchecked is set if there were too many values to look at all under a key
	// of columns with repairs.
	Collisions      []Collision `json:"collisions,omitempty"`
	UniqueUnchecked bool        `json:"uniqueUnchecked,omitempty"`
	// Oversized are the keys and rows that [SQLCharset] made too long. There are at
	// most [MaxProblems] of them.
	Oversized []Oversize `json:"oversized,omitempty"`
	// LeftAt are the places of the values that [ColumnStats.Left] counts. There are at
	// most [MaxProblems] of them.
	LeftAt []Place `json:"leftAt,omitempty"`
	// NoSchema names the tables whose definition was not seen: in them,
	// binary values cannot be told from text for certain.
	NoSchema []string `json:"noSchema,omitempty"`
	// Problems are the places where the input does not follow its format.
	// There are at most [MaxProblems] of them.
	Problems []*SyntaxError `json:"problems,omitempty"`

	columns map[columnKey]*ColumnStats
	traps   map[trapKey]*Trap
	unique  *uniqueSeen
}

const (
	// MaxProblems is how many [SyntaxError] values are kept in [Stats], and how many of
	// Collisions, of Oversized and of LeftAt.
	MaxProblems = 100
	// MaxSamples is how many samples are kept of each column.
	MaxSamples = 3
	// maxSample, in bytes, is where samples are cut.
	maxSample = 200
)

// ColumnStats counts the cells of one column.
type ColumnStats struct {
	Table  string `json:"table"`
	Column string `json:"column"`
	// Cells counts the values, and Repaired those that were changed.
	Cells    int64 `json:"cells"`
	Repaired int64 `json:"repaired"`
	// Suspects and Lost count the cells in which the Func left such spans.
	Suspects int64 `json:"suspects"`
	Lost     int64 `json:"lost"`
	// Trapped counts cells left because the text would not survive loading;
	// TooLong those over [MaxLiteral]; Broken those whose repair cannot be
	// spelt, such as serialized values whose lengths are wrong either way.
	Trapped int64 `json:"trapped"`
	TooLong int64 `json:"tooLong"`
	Broken  int64 `json:"broken"`
	// Left counts damaged cells that are not repaired, since their statements compare
	// them to what is in a table or make something else of them (the WHERE of an UPDATE
	// or a DELETE, INSERT … SELECT, the arguments of a function that may want bytes), or
	// since the input ends inside them. Column is empty where they are of none, and Table,
	// too, where it is not known what they are of.
	Left int64 `json:"left"`
	// Keys counts the cells in which keys of JSON are damaged, and stay; in JSON itself it
	// counts such keys, by their paths.
	Keys int64 `json:"keys"`
	// Cut counts damaged cells as long as the column allows: the end of what
	// was meant may not have fitted.
	Cut int64 `json:"cut"`
	// NotText counts values in bytes that are not UTF-8, and Binary those that were
	// taken for bytes by what they begin with, or by the controls in them where no
	// definition says that they are text. With [Clean] those without damage go by uncounted.
	NotText int64    `json:"notText"`
	Binary  int64    `json:"binary"`
	Samples []Sample `json:"samples,omitempty"`
}

// A Sample is a repaired cell. Long texts are cut.
type Sample struct {
	Line   int64  `json:"line"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// A Place is where a value stands.
type Place struct {
	Line   int64 `json:"line"`   // from 1
	Offset int64 `json:"offset"` // in bytes, from 0
	// Statement is the one that it is in, as far as its table's name; empty in what is
	// no SQL.
	Statement string `json:"statement,omitempty"`
}

// String returns the place for people: "line 3, byte 76, in UPDATE t".
func (p Place) String() string {
	in := ""
	if p.Statement != "" {
		in = ", in " + p.Statement
	}
	return fmt.Sprintf("line %d, byte %d%s", p.Line, p.Offset, in)
}

// A Trap is a column whose character set cannot hold what was repaired.
type Trap struct {
	Table   string `json:"table"`
	Column  string `json:"column"`
	Charset string `json:"charset"`
	// Connection is set where it is the connection's character set, as in
	// SET NAMES, and not the column's own.
	Connection bool `json:"connection"`
	// Fixed is set where [SQLCharset] does not rewrite it: that of columns in ASCII, and what
	// MySQL's character_set_client and collation_connection are set to apart from the rest.
	Fixed  bool   `json:"fixed,omitempty"`
	Cells  int64  `json:"cells"`
	Sample Sample `json:"sample"`
}

type columnKey struct{ table, column string }
type trapKey struct {
	columnKey
	charset    string
	connection bool
}

// column returns the counts of a column, new ones if there are none.
func (s *Stats) column(table, column string) *ColumnStats {
	key := columnKey{table, column}
	c := s.columns[key]
	if c == nil {
		if s.columns == nil {
			s.columns = map[columnKey]*ColumnStats{}
		}
		c = &ColumnStats{Table: table, Column: column}
		s.columns[key] = c
		s.Columns = append(s.Columns, c)
	}
	return c
}

// add adds to c what was repaired later. Not Cells and TooLong: walkers count
// those, while others repair.
func (c *ColumnStats) add(o *ColumnStats) {
	c.Repaired += o.Repaired
	c.Suspects += o.Suspects
	c.Lost += o.Lost
	c.Trapped += o.Trapped
	c.Broken += o.Broken
	c.Left += o.Left
	c.Keys += o.Keys
	c.Cut += o.Cut
	c.NotText += o.NotText
	c.Binary += o.Binary
	n := min(len(o.Samples), MaxSamples-len(c.Samples))
	c.Samples = append(c.Samples, o.Samples[:n]...)
}

// trap counts a cell that was left because of a character set.
func (s *Stats) trap(o Trap) {
	key := trapKey{columnKey{o.Table, o.Column}, o.Charset, o.Connection}
	t := s.traps[key]
	if t == nil {
		if s.traps == nil {
			s.traps = map[trapKey]*Trap{}
		}
		t = &o
		s.traps[key] = t
		s.Traps = append(s.Traps, t)
	} else {
		t.Cells += o.Cells
	}
}

// Total returns the sum over all columns, without samples.
func (s *Stats) Total() ColumnStats {
	var sum ColumnStats
	for _, c := range s.Columns {
		o := *c
		o.Samples = nil
		sum.add(&o)
		sum.Cells += c.Cells
		sum.TooLong += c.TooLong
	}
	return sum
}

// Changed returns the columns in which there is damage: with cells that were
// repaired, trapped, broken, left, suspects or lost; those with the most repairs first.
func (s *Stats) Changed() []*ColumnStats {
	var out []*ColumnStats
	for _, c := range s.Columns {
		if c.Repaired+c.Trapped+c.Suspects+c.Lost+c.Broken+c.Left > 0 {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b *ColumnStats) int {
		return cmp.Or(cmp.Compare(b.Repaired, a.Repaired), strings.Compare(a.Table, b.Table), strings.Compare(a.Column, b.Column))
	})
	return out
}

// sampleOf makes a sample of two texts.
func sampleOf(line int64, before, after string) Sample {
	return Sample{line, cutSample(before), cutSample(after)}
}

// cutSample copies a text, so that it does not keep a buffer alive.
func cutSample(s string) string {
	if len(s) > maxSample {
		n := maxSample
		for n > 0 && s[n]&0xC0 == 0x80 {
			n--
		}
		return s[:n] + "…"
	}
	return strings.Clone(s)
}
