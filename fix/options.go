package fix

import (
	"errors"
	"fmt"
	"strings"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/engine"
)

// An Option sets one thing in [New].
type Option func(*config) error

type config struct {
	level  Verdict
	values bool
	from   uint64 // codecs that the user says are at work, one bit each
	only   uint64 // codecs to consider, all if 0
	skip   uint64 // codecs never to consider
	follow uint64 // codecs of the plan
	input  string // encoding of input bytes: "", "auto" or a name

	lineBuffered bool // streams: see LineBuffered
	learn        int  // streams: see LearnFirst
	ignore       bool // streams: see IgnoreComments

	plan    []string // the paths to undo, which are known to be at work
	workers int      // streams: see Workers
}

// engine returns the settings that the engine needs.
func (c *config) engine() engine.Options {
	allowed := c.only
	if c.follow != 0 {
		allowed = c.follow
	}
	if allowed == 0 {
		allowed = ^uint64(0)
	}
	opt := engine.Options{Allowed: allowed &^ c.skip, From: c.from, Likely: c.level == Likely, Values: c.values}
	if c.only|c.follow == 0 {
		opt.Skipped = c.skip
	}
	opt.Plan = engine.NewPlan(c.plan)
	opt.Profile = opt.Plan.Profile()
	return opt
}

// check finds what no option by itself can: that they contradict each other, or leave nothing to look for, which the
// engine would take for no limit at all.
func (c *config) check() error {
	switch {
	case c.only != 0 && c.only&^c.skip == 0:
		return errors.New("fix: Only and Skip: no encoding is left to consider")
	case c.from&c.skip != 0:
		return fmt.Errorf("fix: From and Skip: both have %s", namesOf(c.from&c.skip))
	case c.only != 0 && c.follow&^c.only != 0:
		return fmt.Errorf("fix: Follow and Only: Only leaves out %s, which the plan has", namesOf(c.follow&^c.only))
	case c.follow&c.skip != 0:
		return fmt.Errorf("fix: Follow and Skip: Skip leaves out %s, which the plan has", namesOf(c.follow&c.skip))
	}
	return nil
}

// namesOf lists the codecs of a set.
func namesOf(set uint64) string {
	var names []string
	for _, c := range codec.All() {
		if set&c.ID().Set() != 0 {
			names = append(names, c.Name())
		}
	}
	return strings.Join(names, ", ")
}

// addCodecs puts the codecs that an option names into a set.
func addCodecs(option string, set *uint64, names []string) error {
	for _, name := range names {
		c, ok := codec.Lookup(name)
		if !ok {
			return unknownEncoding(option, name)
		}
		*set |= c.ID().Set()
	}
	return nil
}

// Level sets how sure a reading must be to be repaired: [Certain] (the
// default) or [Likely].
func Level(v Verdict) Option {
	return func(c *config) error {
		if v != Certain && v != Likely {
			return fmt.Errorf("fix: Level(%d): must be Certain or Likely", v)
		}
		c.level = v
		return nil
	}
}

// Values says that each text is a value: of a column of a database, a field of a
// table, a string in a program's data. Damage takes a value whole, not
// some words of it, so where one encoding reads all of it, that counts for the
// parts that are doubtful by themselves; and layers are undone one by one, each
// by what then shows it. Without it a text is taken for running text, which may
// have been put together from several. A text longer than [MaxCell] is looked at
// line by line; so is all that goes through a stream, of which each line is a value.
func Values() Option {
	return func(c *config) error { c.values = true; return nil }
}

// From says which encodings the text was wrongly read as, by WHATWG or IANA
// name: what the user knows raises the prior of these codecs. It decides
// nothing by itself. Given twice, the names of both count. A name that [Skip] has, too, is an error; one that
// [Only] leaves out says nothing.
func From(codecs ...string) Option {
	return func(c *config) error { return addCodecs("From", &c.from, codecs) }
}

// Only limits repairs to damage by these encodings. Given twice, the names of both count; without names it
// is no limit.
func Only(codecs ...string) Option {
	return func(c *config) error { return addCodecs("Only", &c.only, codecs) }
}

// Skip considers no damage by these encodings, and none by near ones that is
// as well theirs: most of what windows-1252 reads windows-1254 reads alike, and
// with the one skipped it stays. What near ones read otherwise is still
// considered, and all that a near one reads which [From] names; [Only] says
// exactly which to consider. Given twice, the names of both count.
func Skip(codecs ...string) Option {
	return func(c *config) error { return addCodecs("Skip", &c.skip, codecs) }
}

// InputEncoding says what bytes that are not UTF-8 are, to streams. The default "" keeps
// them as they are and reports them. "auto" finds the most likely encoding of
// them line by line and decodes it; a stream that learns (see [LearnFirst]) goes by
// its first lines, too, where a line leaves a choice. A name says that the whole input is in that
// encoding; it is decoded before repair.
func InputEncoding(name string) Option {
	return func(c *config) error { c.input = name; return checkInput(name) }
}
