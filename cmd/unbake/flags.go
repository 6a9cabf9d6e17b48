package main

import (
	"slices"
	"strings"
)

// A subcommand is one of the commands, and what its help says.
type subcommand struct {
	name     string
	usage    string // what it does, in a few words
	synopsis string // how it is typed
	help     string // the rest
	hidden   bool   // its name is not typed
	flags    []option
	run      func(*invocation) error
}

type subcommands []*subcommand

// find returns the command of a name, nil if there is none.
func (all subcommands) find(name string) *subcommand {
	if i := slices.IndexFunc(all, func(c *subcommand) bool { return c.name == name }); i >= 0 {
		return all[i]
	}
	return nil
}

// An option is a flag that a command knows.
type option struct {
	name  string // long
	short string // one letter, or ""
	kind  flagKind
	usage string // what stands for the value is in back quotes
}

func (f option) names() []string {
	if f.short == "" {
		return []string{f.name}
	}
	return []string{f.name, f.short}
}

// A flagKind says whether a flag takes a value.
type flagKind int

const (
	switchFlag   flagKind = iota // --list
	valueFlag                    // --level likely, --level=likely
	listFlag                     // --only koi8-r,gbk --only big5
	optionalFlag                 // --backup, --backup=.bak
)

// wants tells whether a value must follow.
func (k flagKind) wants() bool { return k == valueFlag || k == listFlag }

// has tells whether a flag was typed.
func (v *invocation) has(name string) bool {
	return slices.ContainsFunc(v.flags, func(f typedFlag) bool { return f.name == name })
}

// value returns what was typed for a flag, the last time; "" if it was not.
func (v *invocation) value(name string) (last string) {
	for _, f := range v.flags {
		if f.name == name {
			last = f.value
		}
	}
	return last
}

// values returns all that was typed for a flag that may be typed several times, with commas between some.
func (v *invocation) values(name string) (all []string) {
	for _, f := range v.flags {
		if f.name == name {
			for s := range strings.SplitSeq(f.value, ",") {
				all = append(all, strings.TrimSpace(s))
			}
		}
	}
	return all
}

// on tells whether a switch was typed, and not as --list=false.
func (v *invocation) on(name string) bool { return v.has(name) && v.value(name) != "false" }
