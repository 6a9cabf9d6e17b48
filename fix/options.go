package fix

import "fmt"

// An Option sets one thing in [New].
type Option func(*config) error

type config struct {
	level Verdict
	from  []string // codecs that the user says are at work
	only  []string // codecs to consider, all if empty
	skip  []string // codecs never to consider
	input string   // encoding of input bytes: "", "auto" or a name

	lineBuffered bool // streams: see LineBuffered
}

func defaults() config { return config{} }

// Level sets how sure a reading must be to be repaired: [Certain] (the
// default) or [Likely].
func Level(v Verdict) Option {
	return func(c *config) error {
		if v != Certain && v != Likely {
			return fmt.Errorf("fix: level %v: must be certain or likely", v)
		}
		c.level = v
		return nil
	}
}

// From says which encodings the text was wrongly read as, by WHATWG or IANA
// name: what the user knows raises the prior of these codecs. It decides
// nothing by itself.
func From(codecs ...string) Option {
	return func(c *config) error { c.from = append(c.from, codecs...); return nil }
}

// Only limits repairs to damage by these encodings.
func Only(codecs ...string) Option {
	return func(c *config) error { c.only = append(c.only, codecs...); return nil }
}

// Skip leaves damage by these encodings alone.
func Skip(codecs ...string) Option {
	return func(c *config) error { c.skip = append(c.skip, codecs...); return nil }
}

// InputEncoding says what bytes that are not UTF-8 are. The default "" keeps
// them as they are and reports them. "auto" finds the most likely encoding of
// them line by line and decodes it. A name says that the whole input is in that
// encoding; it is decoded before repair.
func InputEncoding(name string) Option {
	return func(c *config) error { c.input = name; return checkInput(name) }
}
