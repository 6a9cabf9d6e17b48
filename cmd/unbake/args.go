package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// An invocation is a command line sorted out: flags may stand before or after
// the command and the paths, short ones may be joined (-lw, -j4), "--" ends
// them and "-" is a path.
type invocation struct {
	command string // repairName where none was typed
	flags   []string
	args    []string
	help    bool
	version bool
}

// argv returns the command line in the one form that the flag parser takes.
func (v invocation) argv(program string) []string {
	argv := append([]string{program, v.command}, v.flags...)
	return append(append(argv, "--"), v.args...)
}

// A typedFlag is a flag as found on the command line, its name resolved.
type typedFlag struct {
	typed string // as typed, for messages
	name  string // the long name
	value string
	given bool // a value was given
}

// parseArgs sorts out args, the command line without the program's name. Its
// errors name the argument at fault and have a hint.
func parseArgs(app *cli.App, args []string) (invocation, error) {
	p := argParser{table: flagTable(app)}
	if err := p.parse(args); err != nil {
		return invocation{}, err
	}
	inv := invocation{command: repairName, args: p.args}
	if p.commandAt == 0 && len(p.args) > 0 {
		switch name := p.args[0]; {
		case name == "help":
			inv.help, inv.args = true, p.args[1:]
			if len(inv.args) > 0 {
				inv.command = inv.args[0]
			}
		case name != repairName && app.Command(name) != nil:
			inv.command, inv.args = name, p.args[1:]
		}
	}
	if inv.command == applyName && !inv.help && !p.wantsHelp() {
		if len(inv.args) == 0 {
			return inv, withHint("unbake learn BAD GOOD > plan.txt; unbake apply plan.txt PATH...", "apply needs a plan")
		}
		inv.flags, inv.args = append(inv.flags, "--plan="+inv.args[0]), inv.args[1:]
	}
	cmd := app.Command(inv.command)
	if cmd == nil {
		return inv, withHint(commandsHint(app, inv.command), "help: there is no command %q", inv.command)
	}
	return inv, inv.take(cmd, p.flags)
}

func (p *argParser) wantsHelp() bool {
	return slices.ContainsFunc(p.flags, func(f typedFlag) bool { return f.name == "help" || f.name == "version" })
}

// take checks the flags against those of cmd.
func (v *invocation) take(cmd *cli.Command, flags []typedFlag) error {
	for _, f := range flags {
		switch {
		case f.name == "help":
			v.help = true
		case f.name == "version":
			v.version = true
		case f.name == "" || !hasFlag(cmd, f.name):
			return unknownFlag(cmd, f.typed)
		case f.given:
			v.flags = append(v.flags, "--"+f.name+"="+f.value)
		default:
			v.flags = append(v.flags, "--"+f.name)
		}
	}
	return nil
}

func hasFlag(cmd *cli.Command, name string) bool {
	for _, f := range cmd.Flags {
		if f.Names()[0] == name {
			return true
		}
	}
	return false
}

func unknownFlag(cmd *cli.Command, typed string) error {
	who, help := "unbake", "unbake --help"
	if cmd.Name != repairName {
		who, help = "unbake "+cmd.Name, "unbake "+cmd.Name+" --help"
	}
	hint := help + " lists the flags; a file whose name starts with a dash goes after --"
	if typed == "-V" {
		hint = "did you mean --version?"
	} else if near := nearest(typed, flagNames(cmd.Flags)); len(near) > 0 {
		hint = "did you mean " + orList(near) + "? " + help + " lists the flags"
	}
	return withHint(hint, "%s has no flag %s", who, typed)
}

func commandsHint(app *cli.App, typed string) string {
	var names []string
	for _, c := range app.Commands {
		if !c.Hidden {
			names = append(names, c.Name)
		}
	}
	if near := nearest(typed, names); len(near) > 0 {
		return "did you mean " + orList(near) + "?"
	}
	return "the commands are " + strings.Join(names, ", ")
}

// A flagKind says whether a flag takes a value.
type flagKind int

const (
	switchFlag   flagKind = iota // --list
	valueFlag                    // --level likely, --level=likely
	optionalFlag                 // --backup, --backup=.bak
)

type flagInfo struct {
	name string // long
	kind flagKind
}

// flagTable maps every name of every command's flags. A name means the same
// and takes a value or not alike in all commands, which a test checks: so
// flags can be read before it is known which command they are for.
func flagTable(app *cli.App) map[string]flagInfo {
	table := map[string]flagInfo{"help": {"help", switchFlag}, "h": {"help", switchFlag}, "version": {"version", switchFlag}}
	for _, c := range app.Commands {
		for _, f := range c.Flags {
			for _, n := range f.Names() {
				table[n] = flagInfo{f.Names()[0], kindOf(f)}
			}
		}
	}
	return table
}

func kindOf(f cli.Flag) flagKind {
	if _, ok := f.(*cli.BoolFlag); ok {
		return switchFlag
	}
	if f.Names()[0] == "backup" {
		return optionalFlag
	}
	return valueFlag
}

type argParser struct {
	table     map[string]flagInfo
	flags     []typedFlag
	args      []string
	commandAt int // 0 if the first of args may name a command, -1 if it stood after "--"
}

func (p *argParser) parse(args []string) error {
	for i := 0; i < len(args); i++ {
		a := args[i]
		switch {
		case a == "--":
			if len(p.args) == 0 {
				p.commandAt = -1
			}
			p.args = append(p.args, args[i+1:]...)
			return nil
		case a == "-" || !strings.HasPrefix(a, "-"):
			p.args = append(p.args, a)
		default:
			wants, err := p.flag(a)
			if err != nil {
				return err
			}
			if wants { // a value, which is the next argument
				if i++; i == len(args) {
					return withHint(fmt.Sprintf("as in %s=VALUE; unbake --help lists the flags", p.last().typed),
						"%s needs a value", p.last().typed)
				}
				p.last().value, p.last().given = args[i], true
			}
		}
	}
	return nil
}

func (p *argParser) last() *typedFlag { return &p.flags[len(p.flags)-1] }

// flag takes one argument that starts with a dash. wants says that its last
// flag needs a value that was not in the argument.
func (p *argParser) flag(a string) (wants bool, err error) {
	name, value, given := strings.Cut(strings.TrimLeft(a, "-"), "=")
	// Go programs take long flags with one dash, so people type them: -only is
	// --only, not -o with the value "nly".
	if _, long := p.table[name]; !strings.HasPrefix(a, "--") && (!long || len(name) == 1) {
		if ok, wants := p.shorts(a); ok {
			return wants, nil
		}
	}
	f := typedFlag{typed: a, value: value, given: given}
	if given {
		f.typed = a[:strings.IndexByte(a, '=')]
	}
	info, known := p.table[name]
	if known && (len(name) > 1 || !strings.HasPrefix(a, "--")) {
		f.name = info.name
	}
	if f.name != "" && given && info.kind == switchFlag && value != "true" && value != "false" {
		return false, withHint("write "+f.typed+" alone", "%s takes no value", f.typed)
	}
	if f.name != "" && !given && info.kind == optionalFlag {
		f.value, f.given = defaultBackup, true
	}
	p.flags = append(p.flags, f)
	return f.name != "" && !given && info.kind == valueFlag, nil
}

// shorts takes an argument of joined short flags. The first that takes a value
// takes the rest of the argument. ok is false, and nothing taken, where some
// letter is no flag.
func (p *argParser) shorts(a string) (ok, wants bool) {
	var found []typedFlag
	for i := 1; i < len(a); i++ {
		info, known := p.table[a[i:i+1]]
		if !known {
			return false, false
		}
		f := typedFlag{typed: "-" + a[i:i+1], name: info.name}
		if info.kind == valueFlag {
			f.value = strings.TrimPrefix(a[i+1:], "=")
			f.given = i+1 < len(a)
			p.flags = append(append(p.flags, found...), f)
			return true, !f.given
		}
		found = append(found, f)
	}
	p.flags = append(p.flags, found...)
	return len(found) > 0, false
}
