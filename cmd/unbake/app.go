package main

import (
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/unbake/unbake/internal/tidy"
)

// repairName is the name of the command that runs when none is typed. It is
// not itself typed: a path may be called so.
const repairName = "repair"

// app describes the commands and their flags. Parsing the command line is
// parseArgs's work; what reaches the flag parser is in one form.
func (c *command) app() *cli.App {
	app := &cli.App{
		Name:            "unbake",
		Usage:           "repair text that was decoded with the wrong encoding",
		HideHelp:        true,
		HideHelpCommand: true,
		HideVersion:     true,
		Writer:          c.stdout,
		ErrWriter:       c.stderr,
		ExitErrHandler:  func(*cli.Context, error) {}, // errors come back to run
		Commands: []*cli.Command{
			{Name: repairName, Hidden: true, Usage: "repair text that was decoded with the wrong encoding",
				UsageText: "unbake [flags] [PATH...]",
				Flags:     repairFlags(), Action: c.repair, Description: repairHelp},
			{Name: "check", Usage: "say what is wrong, with file:line:column; never writes",
				UsageText: "unbake check [flags] [PATH...]",
				Flags:     checkFlags(), Action: c.check, Description: checkHelp},
			{Name: "explain", Usage: "say what happened to a text, layer by layer",
				UsageText: "unbake explain [flags] [TEXT|-]",
				Flags:     explainFlags(), Action: c.explain, Description: explainHelp},
			{Name: "learn", Usage: "find what damage made BAD of GOOD, texts or files; print a plan",
				UsageText: "unbake learn [flags] BAD GOOD",
				Flags:     learnFlags(), Action: c.learn, Description: learnHelp},
			{Name: applyName, Usage: "repair what a plan says and nothing else",
				UsageText: "unbake apply PLAN [flags] [PATH...]",
				Flags:     repairFlags(), Action: c.repair, Description: applyHelp},
			{Name: "bake", Usage: "damage text on purpose, to test what reads it",
				UsageText: "unbake bake --path PATH [--loss LOSS,...] [FILE|-]",
				Flags:     bakeFlags(), Action: c.bake, Description: bakeHelp},
			{Name: "codecs", Usage: "list the encodings that are known",
				UsageText: "unbake codecs [NAME...]", Action: c.codecs, Description: codecsHelp},
		},
	}
	for _, cmd := range app.Commands {
		cmd.HideHelp, cmd.HideHelpCommand = true, true
		cmd.OnUsageError = func(_ *cli.Context, err error, _ bool) error { return err }
	}
	return app
}

func repairFlags() []cli.Flag {
	return append([]cli.Flag{
		&cli.BoolFlag{Name: "write", Aliases: []string{"w"}, Usage: "repair the files in place"},
		&cli.StringFlag{Name: "backup", Usage: "with -w, keep the file as it was under its name and `SUFFIX` (" + defaultBackup + " if none is given)"},
		&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE` instead of stdout"},
		&cli.BoolFlag{Name: "list", Aliases: []string{"l"}, Usage: "list the files that would change, or with -w do"},
		&cli.BoolFlag{Name: "diff", Aliases: []string{"d"}, Usage: "show the changes as a unified diff"},
		&cli.BoolFlag{Name: "dry-run", Usage: "write nothing, print what --stats would"},
		&cli.BoolFlag{Name: "json", Usage: "print the counts of --stats as JSON"},
		&cli.BoolFlag{Name: "recompress", Usage: "write to stdout compressed as the input is; -w and -o do so anyway"},
		&cli.StringSliceFlag{Name: "tidy", Usage: "besides repairing, tidy what is named (`WHAT`): " + strings.Join(tidy.Names, ", ")},
		&cli.StringFlag{Name: "sql-charset", Usage: "rewrite the character set of SQL dumps to `NAME`, which must be utf8mb4, so that all that is repaired loads"},
	}, sharedFlags()...)
}

func checkFlags() []cli.Flag {
	return append([]cli.Flag{
		&cli.BoolFlag{Name: "json", Usage: "print findings as JSON, one a line"},
	}, sharedFlags()...)
}

func explainFlags() []cli.Flag {
	return append([]cli.Flag{
		&cli.BoolFlag{Name: "json", Usage: "print the explanation as JSON"},
		colorFlag(),
	}, choiceFlags()...)
}

func learnFlags() []cli.Flag {
	return []cli.Flag{
		&cli.BoolFlag{Name: "json", Usage: "print the plan as JSON"},
		&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "print errors only to stderr"},
	}
}

func bakeFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "path", Usage: "the layers of damage, as in utf-8>windows-1252 (`PATH`)"},
		&cli.StringSliceFlag{Name: "loss", Usage: "what the damaged text loses besides; more after commas (`LOSS`)"},
	}
}

// sharedFlags are those of the commands that go through files.
func sharedFlags() []cli.Flag {
	return append(append(choiceFlags(), dumpFlags()...),
		&cli.StringSliceFlag{Name: "exclude", Usage: "leave out files and directories like `GLOB` in a walk"},
		&cli.BoolFlag{Name: "no-ignore", Usage: "heed no unbake:ignore comments"},
		&cli.StringFlag{Name: "input-encoding", Usage: "what bytes that are not UTF-8 are: auto, or the `NAME` of an encoding that the whole input is in"},
		&cli.BoolFlag{Name: "line-buffered", Usage: "hand on each line at once, as for tail -f"},
		&cli.StringFlag{Name: "jobs", Aliases: []string{"j"}, Usage: "work on `N` files at once (default: one for each processor), or on N parts of the only one"},
		&cli.BoolFlag{Name: "stats", Usage: "print counts to stderr at the end, of dumps by table and column"},
		&cli.StringFlag{Name: "report", Usage: "write the counts of --stats, and what there is to say of each file, to `FILE` as JSON"},
		&cli.StringFlag{Name: "progress", Usage: "show on stderr how far it is: auto, always or never (`WHEN`); auto does on a terminal, after a while"},
		&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "print errors only to stderr"},
		&cli.BoolFlag{Name: "verbose", Aliases: []string{"v"}, Usage: "say what was done with each file"},
		colorFlag(),
	)
}

// dumpFlags are about values in dumps.
func dumpFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "format", Usage: "what the input is: " + strings.Join(formatNames, ", ") + " (`FORMAT`)"},
		&cli.StringSliceFlag{Name: "table", Usage: "only values of tables like `GLOB`; with ! before it, all but those"},
		&cli.StringSliceFlag{Name: "column", Usage: "only values of columns like `GLOB`, as in post_* or users.name"},
		&cli.StringSliceFlag{Name: "exclude-table", Usage: "leave values of tables like `GLOB`"},
		&cli.StringSliceFlag{Name: "exclude-column", Usage: "leave values of columns like `GLOB`"},
		&cli.StringSliceFlag{Name: "schema", Usage: "take the definitions of tables from `FILE`, for dumps that have none: they tell which columns are binary"},
		&cli.BoolFlag{Name: "entities", Usage: "in values of dumps, repair damage that stands in HTML's entities, too: &acirc;&euro;&trade; becomes &#8217;"},
		&cli.StringFlag{Name: "max-literal", Usage: "leave values longer than `SIZE` (8M, at least 64), which bounds the memory"},
	}
}

func choiceFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "level", Usage: "how sure a reading must be: certain or likely (`LEVEL`)"},
		&cli.StringSliceFlag{Name: "from", Usage: "the text was wrongly read as `CODEC`"},
		&cli.StringSliceFlag{Name: "only", Usage: "consider damage by `CODEC` and no other"},
		&cli.StringSliceFlag{Name: "skip", Usage: "consider no damage by `CODEC`, nor what near pages read as it does"},
		&cli.StringFlag{Name: "config", Usage: "read settings from `FILE` instead of the nearest " + configName},
		&cli.StringFlag{Name: "plan", Usage: "repair what the plan in `FILE` says, or such a path as utf-8>windows-1252, and nothing else"},
		&cli.BoolFlag{Name: "no-config", Usage: "read settings from no file"},
		&cli.BoolFlag{Name: "no-learn", Usage: "judge each line by itself, not by what the first megabyte shows to be at work"},
	}
}

func colorFlag() cli.Flag {
	return &cli.StringFlag{Name: "color", Usage: "colour the output: auto, always or never (`WHEN`); auto heeds NO_COLOR"}
}

// version is set at release by -ldflags "-X main.version=1.2.3".
var version = ""

// versionLine says which build this is: the release, or else the module
// version or commit that the Go tool recorded.
func versionLine() string {
	v := version
	if info, ok := debug.ReadBuildInfo(); ok && v == "" {
		v = strings.TrimPrefix(info.Main.Version, "v")
		if v == "" || v == "(devel)" {
			v = "devel"
			for _, s := range info.Settings {
				if s.Key == "vcs.revision" {
					v += "-" + s.Value[:min(12, len(s.Value))]
				}
			}
		}
	}
	if v == "" {
		v = "devel"
	}
	return "unbake " + v + " (" + runtime.Version() + ", " + runtime.GOOS + "/" + runtime.GOARCH + ")"
}
