// Package dump walks files that hold text inside a format: SQL dumps, CSV,
// JSON, serialized PHP. It finds the values, hands each to a function that
// repairs it, and splices what the function returns into the bytes that stood
// there.
//
// Start with [Copy], and a Fixer made with fix.Values; [Detect] finds the format
// of a file from its first bytes, [Texts] its first values, to learn from, and
// the option [Clean] makes it fast.
//
// The promise: what is not repaired keeps its spelling to the byte, and with
// a function that changes nothing every format is copied byte for byte,
// malformed input included. Values that are not text (binary columns, hex and
// bit literals, bytes that are not UTF-8), names, comments and the bodies of
// routines and views are never handed out. Memory is bounded by the longest
// value handed out, see [MaxLiteral], never by a line or a statement.
//
// What can go wrong: input that does not follow its format is copied from
// there on, as far as the walker cannot be sure where it stands, and Copy
// returns a [*SyntaxError] once all is copied. A table whose character set
// cannot hold the repaired text would lose it when it is loaded: such values
// are left and counted in [Stats], or see [SQLCharset].
package dump

import (
	"context"
	"errors"
	"fmt"
	"io"
)

// A Cell is one value of a file, in the way it is handed to a [Func].
type Cell struct {
	Format Format
	// Table and Column say where the value stands, as spelt in the file but
	// without quotes; empty where the format has no such thing or does not
	// tell. In JSON, Column is a path such as "messages[].content".
	Table, Column string
	// Key is set for a key of JSON. It stays, whatever the Func returns; if that
	// differs, the key counts as damaged.
	Key bool
	// Definition is set for literals of a schema: members of an ENUM,
	// defaults, comments. They must follow the data.
	Definition bool
	// NoSchema is set where a binary value could not be told from text, since
	// no definition of the table was seen.
	NoSchema bool
	// Offset is where Raw begins in the input, in bytes. Line is its line,
	// from 1.
	Offset, Line int64
	// Raw is the value as it is spelt, escapes included, without the quotes
	// around it. It is good until the Func returns and must not be changed.
	Raw []byte
	// Text is the value with its escapes undone. It is valid UTF-8. For a part
	// of a value, such as a string in serialized PHP, it is that part.
	Text string

	// Suspects and Lost are for the Func to set: how many spans of Text look
	// damaged and were left, and in how many bytes are gone for good.
	Suspects, Lost int

	spot    *spot
	keys    bool // damaged ones are in it
	repairs bool // see [Repairs]
}

// trap returns the trap that text would fall in if it stood there: the character set
// of the column, or of the connection, does not have all of it. It is nil where text
// would survive loading.
func (c *Cell) trap(text string) *Trap {
	s := c.spot
	trap := &Trap{Table: c.Table, Column: c.Column, Cells: 1, Sample: sampleOf(c.Line, c.Text, text)}
	if lacks := s.names.lacks(text, s.recode); lacks != nil {
		trap.Charset, trap.Connection, trap.Fixed = lacks.name, true, lacks.fixed
	} else if !s.col.charset.holds(text) {
		trap.Charset, trap.Fixed = s.col.charset.name, s.col.charset.ascii()
	} else {
		return nil
	}
	return trap
}

// A Func repairs one cell. It returns the text that is to stand there, and
// whether that differs from c.Text. It must be a pure function of c.Text, or
// values that are equal in the file (foreign keys, members of an ENUM) no
// longer are in the copy. It is given each text once, unless [Repairs] says that it may be
// given more, and no empty one. A text of JSON or of serialized PHP is given string by string.
type Func func(c *Cell) (text string, changed bool)

// A SyntaxError says where the input does not follow its format.
type SyntaxError struct {
	Format Format `json:"format"`
	Line   int64  `json:"line"`   // from 1
	Offset int64  `json:"offset"` // in bytes, from 0
	// Statement is the one that the place is in, as far as its table's name.
	Statement string `json:"statement,omitempty"`
	Msg       string `json:"msg"`
}

// Error returns the place and what is wrong there.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%v: %v: %s", e.Format, Place{e.Line, e.Offset, e.Statement}, e.Msg)
}

// Copy copies r to w with its cells repaired by f, by the format found in the
// first bytes of r or given with [As]. It returns what was done, table by
// table.
//
// A nil option sets nothing; a nil Func is an error. What f panics with reaches the caller, also with [Workers].
//
// A [*SyntaxError] is returned after all input was copied; other errors are
// those of r, w and ctx, and of options, and end the copy where they happen. Ctx is looked at between cells; what takes long
// within one is for the Func to cut short.
func Copy(ctx context.Context, w io.Writer, r io.Reader, f Func, opts ...Option) (*Stats, error) {
	var c config
	for _, o := range append([]Option{MaxLiteral(DefaultMaxLiteral), Workers(1)}, opts...) {
		if o == nil {
			continue
		}
		if err := o(&c); err != nil {
			return &Stats{}, err
		}
	}
	if f == nil {
		return &Stats{}, errors.New("dump: Copy without a Func")
	}
	fl := newFlow(ctx, w, r, f, &c)
	err := fl.run()
	return fl.stats, err
}
