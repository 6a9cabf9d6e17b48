package main

import (
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/unbake/unbake/fix"
	"github.com/unbake/unbake/fix/dump"
	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/tidy"
)

// defaultBackup is the suffix of backups where --backup is given none.
const defaultBackup = ".orig"

// maxJobs bounds -j: each job holds a file and buffers.
const maxJobs = 256

// settings are the flags of a command, checked.
type settings struct {
	fixer  *fix.Fixer
	values *fix.Fixer // for the values of dumps
	level  fix.Verdict

	write  bool   // in place
	list   bool   // names of files that change
	diff   bool   // unified diff
	output string // file instead of stdout; "" for none
	backup string // suffix; "" for none
	report string // file for counts as JSON; "" for none
	json   bool
	input  string // encoding of the input, in lower case; "" for UTF-8

	lineBuffered bool
	dry          bool // write nothing
	recompress   bool
	format       dump.Format // dump.Auto to find out
	scope        *scope
	maxLiteral   int    // bytes
	charset      string // "" to leave it
	schema       string // definitions; "" for those beside the file
	noLearn      bool
	file         *config
	exclude      excluder
	entities     bool // read them in values
	alone        bool // the parts of the one input are the jobs

	jobs    int
	stats   bool
	quiet   bool
	verbose bool
	ink     ink

	tidier   *tidy.Tidier // nil for none
	progress string       // "always", "never", or "auto" for where it is seen
}

// readSettings checks the flags of a command. normal is the level where none
// was given. Errors name the flag and come with a hint.
func (c *command) readSettings(cc *cli.Context, normal fix.Verdict) (*settings, error) {
	s := &settings{
		level: normal,
		write: cc.Bool("write"), list: cc.Bool("list"), diff: cc.Bool("diff"),
		output: cc.String("output"), backup: cc.String("backup"), report: cc.String("report"), json: cc.Bool("json"),
		input: strings.ToLower(cc.String("input-encoding")), lineBuffered: cc.Bool("line-buffered"),
		stats: cc.Bool("stats"), quiet: cc.Bool("quiet"), verbose: cc.Bool("verbose"),
	}
	toStdout := s.output == "-" // as many tools have it
	if toStdout {
		s.output = ""
	}
	var err error
	if s.file, err = readConfig(cc); err != nil {
		return nil, err
	}
	if s.exclude, err = newExcluder(cc, s.file); err != nil {
		return nil, err
	}
	if s.ink, err = chooseInk(cc.String("color"), c.stdout); err != nil {
		return nil, err
	}
	if s.progress, err = readWhen("progress", cc.String("progress")); err != nil {
		return nil, err
	}
	if names := cc.StringSlice("tidy"); len(names) > 0 {
		if s.tidier, err = tidy.New(names...); err != nil {
			return nil, withHint("--tidy takes "+orList(tidy.Names)+", or several with commas between", "--%w", err)
		}
	}
	if s.jobs, err = readJobs(cc.String("jobs")); err != nil {
		return nil, err
	}
	level := s.file.Level
	if cc.IsSet("level") {
		level = cc.String("level")
	}
	if level != "" {
		if s.level, err = readLevel(level); err != nil {
			return nil, err
		}
	}
	if err := s.readDump(cc); err != nil {
		return nil, err
	}
	if err := s.checkModes(cc, toStdout); err != nil {
		return nil, err
	}
	s.alone = alone(paths(cc)) && !s.diff // a diff reads and writes at once
	return s, s.newFixer(cc, readsStdin(cc) && isTerminal(c.stdin))
}

// checkModes refuses flags that contradict each other.
func (s *settings) checkModes(cc *cli.Context, toStdout bool) error {
	switch {
	case cc.IsSet("output") && s.output == "" && !toStdout:
		return withHint("as in -o repaired.txt", "-o needs the name of a file")
	case cc.IsSet("output") && s.write:
		return withHint("-w replaces each file, -o FILE leaves them and writes another", "-w and -o cannot be used together")
	case cc.IsSet("report") && (s.report == "" || s.report == stdinPath):
		return withHint("as in --report counts.json; --stats and --dry-run print counts", "--report needs the name of a file")
	case s.report != "" && s.report == s.output:
		return withHint("name another file behind --report", "-o and --report cannot be the same file")
	case s.output != "" && (s.list || s.diff):
		return withHint("use > FILE to store what -l and -d print", "-o takes repaired text, which -l and -d do not print")
	case s.list && s.diff:
		return withHint("-d names the files, too", "-l and -d cannot be used together")
	case s.write && readsStdin(cc):
		return withHint("name the files, or leave out -w to repair stdin to stdout", "-w needs files: standard input cannot be written back")
	case cc.IsSet("backup") && !s.write:
		return withHint("add -w to repair in place", "--backup is for -w")
	case cc.IsSet("backup") && (s.backup == "" || strings.ContainsAny(s.backup, `/\`)):
		return withHint("as in --backup=.bak, or --backup alone for "+defaultBackup, "--backup: %q is no suffix for a file name", s.backup)
	case s.json && cc.Command.Name == repairName && !s.stats && !s.dry:
		return withHint("--stats --json, or --dry-run --json", "--json prints counts, which only --stats and --dry-run do")
	case s.dry && (s.list || s.diff):
		return withHint("-l and -d write nothing either; leave out --dry-run", "--dry-run and %s cannot be used together", choose(s.list, "-l", "-d"))
	case s.tidier != nil && s.lineBuffered:
		return withHint("leave out one of them", "--tidy and --line-buffered cannot be used together")
	case s.quiet && s.verbose:
		return withHint("choose one", "-q and -v cannot be used together")
	}
	return nil
}

// newFixer makes the fixer that the flags ask for. Who types text wants to see each
// line at once: nothing is learnt from a terminal.
func (s *settings) newFixer(cc *cli.Context, fromTerminal bool) error {
	opts := []fix.Option{fix.Level(s.level)}
	if cc.Command.Name == "check" {
		// Always at this level, so that what is certain and what is likely
		// can be told apart: repairs are the one, suspects the other.
		opts = []fix.Option{fix.Level(fix.Certain)}
	}
	for _, choice := range []struct {
		flag   string
		file   []string
		option func(...string) fix.Option
	}{{"from", s.file.From, fix.From}, {"only", s.file.Only, fix.Only}, {"skip", s.file.Skip, fix.Skip}} {
		names, err := readCodecs(choice.flag, flagOr(cc, choice.flag, choice.file))
		if err != nil {
			return err
		}
		if len(names) > 0 {
			opts = append(opts, choice.option(names...))
		}
	}
	if name := cc.String("plan"); name != "" {
		plan, err := readPlan(name)
		if err != nil {
			return err
		}
		opts = append(opts, fix.Follow(plan))
	}
	if cc.IsSet("input-encoding") {
		opts = append(opts, fix.InputEncoding(s.input))
	}
	if cc.Bool("line-buffered") {
		opts = append(opts, fix.LineBuffered())
	}
	if s.alone {
		opts = append(opts, fix.Workers(s.jobs))
	}
	s.noLearn = cc.Bool("no-learn") || off(s.file.Learn)
	values, err := fix.New(append(opts[:len(opts):len(opts)], fix.Values())...)
	if err == nil {
		s.values = values
	}
	if !cc.Bool("no-ignore") && !off(s.file.IgnoreComments) {
		opts = append(opts, fix.IgnoreComments())
	}
	if !s.noLearn && !fromTerminal {
		opts = append(opts, fix.LearnFirst(fix.MaxSample))
	}
	f, err := fix.New(opts...)
	if err != nil && cc.IsSet("input-encoding") {
		if _, known := codec.Lookup(cc.String("input-encoding")); !known {
			return unknownCodec("--input-encoding", cc.String("input-encoding"))
		}
	}
	s.fixer = f
	return err
}

func readLevel(name string) (fix.Verdict, error) {
	for _, v := range []fix.Verdict{fix.Certain, fix.Likely} {
		if strings.EqualFold(name, v.String()) {
			return v, nil
		}
	}
	return 0, withHint("--level certain, the default, or --level likely", "--level: %q is no level", name)
}

func readJobs(n string) (int, error) {
	if n == "" {
		return runtime.GOMAXPROCS(0), nil
	}
	jobs, err := strconv.Atoi(n)
	if err != nil || jobs < 1 || jobs > maxJobs {
		return 0, withHint(fmt.Sprintf("a number from 1 to %d", maxJobs), "-j: %q is not a number of files", n)
	}
	return jobs, nil
}

// readCodecs returns the canonical names of codecs. Names may stand in one
// value, with commas, and in several.
func readCodecs(flag string, names []string) ([]string, error) {
	var found []string
	for _, name := range names {
		name = strings.TrimSpace(name)
		c, ok := codec.Lookup(name)
		if !ok {
			return nil, unknownCodec("--"+flag, name)
		}
		found = append(found, c.Name())
	}
	return found, nil
}

// unknownCodec is the error for a name that is no encoding. Place is the flag or the file it stands in, "" for none.
func unknownCodec(place, name string) error {
	hint := "unbake codecs lists what is known"
	if near := codec.Nearest(name, 3); len(near) > 0 {
		hint = "did you mean " + orList(near) + "? " + hint
	}
	if place != "" {
		place += ": "
	}
	return withHint(hint, "%sthere is no encoding %q", place, name)
}

func readsStdin(cc *cli.Context) bool { return slices.Contains(paths(cc), stdinPath) }

// paths returns the paths to work on: stdin where none is given.
func paths(cc *cli.Context) []string {
	if p := cc.Args().Slice(); len(p) > 0 {
		return p
	}
	return []string{stdinPath}
}
