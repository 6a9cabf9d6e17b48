package dump

import (
	"fmt"
	"math"
	"path"
	"strings"
)

const (
	// DefaultMaxLiteral, in bytes, is how long a value may be to be looked at.
	DefaultMaxLiteral = 8 << 20
	// minLiteral, in bytes, is the least that MaxLiteral takes: names and
	// heads of statements need it, too.
	minLiteral = 64
)

// An Option sets one thing of [Copy].
type Option func(*config) error

type config struct {
	format     Format
	maxLiteral int
	workers    int
	charset    string
	schema     string
	scope      scope
	clean      func(text []byte) int // nil for none
	entities   bool
	ascii      bool                        // hand it out, too
	repairs    bool                        // see Repairs
	watch      func(c *Cell, after string) // nil to repair
}

// As says what the format is, instead of having it found. The default is
// [Auto].
func As(format Format) Option {
	return func(c *config) error {
		if format < 0 || format >= numFormats {
			return fmt.Errorf("dump: no format %d", int(format))
		}
		c.format = format
		return nil
	}
}

// MaxLiteral bounds the length, in bytes, of the values that are looked at.
// Longer ones are copied as they are and counted in [Stats]. Definitions of
// tables are under the same bound. The least is 64; there is no most. The default is
// [DefaultMaxLiteral]; memory is a few times the longest value that was met.
func MaxLiteral(n int) Option {
	return func(c *config) error {
		if n < minLiteral {
			return fmt.Errorf("dump: MaxLiteral of %d bytes: must be %d or more", n, minLiteral)
		}
		c.maxLiteral = min(n, math.MaxInt/2) // what is added to it must not overflow
		return nil
	}
}

// MaxWorkers bounds [Workers]: each holds a batch of the input and what becomes of it.
const MaxWorkers = 256

// Workers says how many goroutines repair cells, from 1 to [MaxWorkers]; with more than 1 the Func
// must be safe for that. The order of the output, and all of [Stats], do not
// depend on it. The default is 1: all is done in the calling goroutine.
func Workers(n int) Option {
	return func(c *config) error {
		if n < 1 || n > MaxWorkers {
			return fmt.Errorf("dump: Workers(%d): must be from 1 to %d", n, MaxWorkers)
		}
		c.workers = n
		return nil
	}
}

// Clean gives a cheap test, such as the method Clean of a Fixer, that spares most
// cells the Func and all that it costs to hand them out. It is given the texts of
// many cells, each with a line end behind it, and returns how many bytes at the
// front of them are UTF-8 in which the Func would change, suspect and miss nothing.
// It must not keep or change text, and with more than one of [Workers] be safe for
// many goroutines. The default is to hand out every cell that is not ASCII.
func Clean(clean func(text []byte) int) Option {
	return func(c *config) error {
		c.clean = clean
		return nil
	}
}

// ASCII hands out cells of ASCII, too, for a Func that does more than repair. The default is to pass
// them. With [Clean], too, it hands out but those in which that test finds something.
func ASCII() Option {
	return func(c *config) error {
		c.ascii = true
		return nil
	}
}

// Repairs says that the Func repairs damage and does no more, as the methods of a Fixer do: what it
// returned it leaves as it is, and a longer text tells it more. Then strings of JSON and of serialized PHP are judged in
// sight of one another, and serialized values as a whole where their lengths say so: besides the
// parts of a value the Func is given all of it, and what became of it, until nothing
// changes. The default is to hand out each text once, and nothing that a Func returned.
func Repairs() Option {
	return func(c *config) error {
		c.repairs = true
		return nil
	}
}

// Watch has a Func that only looks: the input is copied as it is, and told, with
// each cell that was handed out, what would have become of it. After is the text
// that would stand there, that of the cell itself where the repair would be left:
// a value of PHP whose lengths are wrong either way. Values that a character set
// traps are told of as if they were repaired; [Stats] counts them. With more than
// one of [Workers] watch is called by many goroutines.
func Watch(told func(c *Cell, after string)) Option {
	return func(c *config) error {
		c.watch = told
		return nil
	}
}

// SQLCharset has the character set of tables and of the connection rewritten
// where it cannot hold all text, so that what is repaired loads. The only set
// to rewrite to is "utf8mb4" (in PostgreSQL, UTF8). The default is to leave
// such cells, and the definitions, as they are. Keys and rows that get too long
// for their engine are not shortened: [Stats] names them.
func SQLCharset(name string) Option {
	return func(c *config) error {
		if !strings.EqualFold(name, "utf8mb4") {
			return fmt.Errorf("dump: SQLCharset %q: only utf8mb4 holds all text", name)
		}
		c.charset = "utf8mb4"
		return nil
	}
}

// Schema gives the definitions of the tables, as SQL, for dumps that have none:
// the *-schema.sql files of mydumper, a dump without data. Without it binary
// columns that are written as text cannot be told from text. For a file of
// fields, such as the .txt of mysqldump --tab, it must define one table: that
// whose rows they are, in the order of its columns. What in it is no definition is passed over; that it has none of
// a table [Stats] tells, in NoSchema.
func Schema(sql string) Option {
	return func(c *config) error {
		c.schema = sql
		return nil
	}
}

// Include limits repairs to cells whose "table" or "table.column" matches one
// of the patterns, in the syntax of [path.Match], upper and lower case being
// one. A table's schema or database may be left out. Where there are no
// tables, columns are matched as ".column".
func Include(patterns ...string) Option { return scopeOption(patterns, false) }

// Exclude leaves cells as they are that match one of the patterns, see
// [Include]. It wins over Include.
func Exclude(patterns ...string) Option { return scopeOption(patterns, true) }

func scopeOption(patterns []string, out bool) Option {
	return func(c *config) error {
		for _, p := range patterns {
			if _, err := path.Match(p, ""); err != nil {
				return fmt.Errorf("dump: pattern %q: %w", p, err)
			}
			p = strings.ToLower(p)
			if out {
				c.scope.exclude = append(c.scope.exclude, p)
			} else {
				c.scope.include = append(c.scope.include, p)
			}
		}
		return nil
	}
}

// A scope says which cells are to be repaired.
type scope struct{ include, exclude []string }

// has tells whether cells of a column are in the scope.
func (s *scope) has(table, column string) bool {
	if len(s.include)+len(s.exclude) == 0 {
		return true
	}
	table, column = strings.ToLower(table), strings.ToLower(column)
	short := table[strings.LastIndexByte(table, '.')+1:]
	names := []string{table, short, table + "." + column, short + "." + column}
	return (len(s.include) == 0 || anyMatch(s.include, names)) && !anyMatch(s.exclude, names)
}

func anyMatch(patterns, names []string) bool {
	for _, p := range patterns {
		for _, n := range names {
			if ok, _ := path.Match(p, n); ok {
				return true
			}
		}
	}
	return false
}
