package main

import (
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/unbake/unbake/internal/tidy"
)

// repairName is the name of the command that runs when none is typed. It is
// not itself typed: a path may be called so.
const repairName = "repair"

// subcommands describes the commands and their flags. Parsing the command line is
// parseArgs's work.
func (c *command) subcommands() subcommands {
	return subcommands{
		{name: repairName, hidden: true, usage: "repair text that was decoded with the wrong encoding",
			synopsis: "unbake [flags] [PATH...]",
			flags:    repairFlags(), run: c.repair, help: repairHelp},
		{name: "check", usage: "say what is wrong, with file:line:column; never writes",
			synopsis: "unbake check [flags] [PATH...]",
			flags:    checkFlags(), run: c.check, help: checkHelp},
		{name: "explain", usage: "say what happened to a text, layer by layer",
			synopsis: "unbake explain [flags] [TEXT|-]",
			flags:    explainFlags(), run: c.explain, help: explainHelp},
		{name: "learn", usage: "find what damage made BAD of GOOD, texts or files; print a plan",
			synopsis: "unbake learn [flags] BAD GOOD",
			flags:    learnFlags(), run: c.learn, help: learnHelp},
		{name: applyName, usage: "repair what a plan says and nothing else",
			synopsis: "unbake apply PLAN [flags] [PATH...]",
			flags:    repairFlags(), run: c.repair, help: applyHelp},
		{name: "bake", usage: "damage text on purpose, to test what reads it",
			synopsis: "unbake bake --path PATH [--loss LOSS,...] [FILE|-]",
			flags:    bakeFlags(), run: c.bake, help: bakeHelp},
		{name: "codecs", usage: "list the encodings that are known",
			synopsis: "unbake codecs [NAME...]", run: c.codecs, help: codecsHelp},
	}
}

func repairFlags() []option {
	return append([]option{
		{name: "write", short: "w", usage: "repair the files in place"},
		{name: "backup", kind: optionalFlag, usage: "with -w, keep the file as it was under its name and `SUFFIX` (" + defaultBackup + " if none is given)"},
		{name: "output", short: "o", kind: valueFlag, usage: "write to `FILE` instead of stdout"},
		{name: "list", short: "l", usage: "list the files that would change, or with -w do"},
		{name: "diff", short: "d", usage: "show the changes as a unified diff"},
		{name: "dry-run", usage: "write nothing, print what --stats would"},
		{name: "json", usage: "print the counts of --stats as JSON"},
		{name: "recompress", usage: "write to stdout compressed as the input is; -w and -o do so anyway"},
		{name: "tidy", kind: listFlag, usage: "besides repairing, tidy what is named (`WHAT`): " + strings.Join(tidy.Names, ", ")},
		{name: "sql-charset", kind: valueFlag, usage: "rewrite the character set of SQL dumps to `NAME`, which must be utf8mb4, so that all that is repaired loads"},
	}, sharedFlags()...)
}

func checkFlags() []option {
	return append([]option{
		{name: "json", usage: "print findings as JSON, one a line"},
	}, sharedFlags()...)
}

func explainFlags() []option {
	return append([]option{
		{name: "json", usage: "print the explanation as JSON"},
		colorFlag(),
	}, choiceFlags()...)
}

func learnFlags() []option {
	return []option{
		{name: "json", usage: "print the plan as JSON"},
		{name: "quiet", short: "q", usage: "print errors only to stderr"},
	}
}

func bakeFlags() []option {
	return []option{
		{name: "path", kind: valueFlag, usage: "the layers of damage, as in utf-8>windows-1252 (`PATH`)"},
		{name: "loss", kind: listFlag, usage: "what the damaged text loses besides; more after commas (`LOSS`)"},
	}
}

// sharedFlags are those of the commands that go through files.
func sharedFlags() []option {
	return append(append(choiceFlags(), dumpFlags()...), []option{
		{name: "exclude", kind: listFlag, usage: "leave out files and directories like `GLOB` in a walk"},
		{name: "no-ignore", usage: "heed no unbake:ignore comments"},
		{name: "input-encoding", kind: valueFlag, usage: "what bytes that are not UTF-8 are: auto, or the `NAME` of an encoding that the whole input is in"},
		{name: "line-buffered", usage: "hand on each line at once, as for tail -f"},
		{name: "jobs", short: "j", kind: valueFlag, usage: "work on `N` files at once (default: one for each processor), or on N parts of the only one"},
		{name: "stats", usage: "print counts to stderr at the end, of dumps by table and column"},
		{name: "report", kind: valueFlag, usage: "write the counts of --stats, and what there is to say of each file, to `FILE` as JSON"},
		{name: "progress", kind: valueFlag, usage: "show on stderr how far it is: auto, always or never (`WHEN`); auto does on a terminal, after a while"},
		{name: "quiet", short: "q", usage: "print errors only to stderr"},
		{name: "verbose", short: "v", usage: "say what was done with each file"},
		colorFlag(),
	}...)
}

// dumpFlags are about values in dumps.
func dumpFlags() []option {
	return []option{
		{name: "format", kind: valueFlag, usage: "what the input is: " + strings.Join(formatNames, ", ") + " (`FORMAT`)"},
		{name: "table", kind: listFlag, usage: "only values of tables like `GLOB`; with ! before it, all but those"},
		{name: "column", kind: listFlag, usage: "only values of columns like `GLOB`, as in post_* or users.name"},
		{name: "exclude-table", kind: listFlag, usage: "leave values of tables like `GLOB`"},
		{name: "exclude-column", kind: listFlag, usage: "leave values of columns like `GLOB`"},
		{name: "schema", kind: listFlag, usage: "take the definitions of tables from `FILE`, for dumps that have none: they tell which columns are binary"},
		{name: "entities", usage: "in values of dumps, repair damage that stands in HTML's entities, too: &acirc;&euro;&trade; becomes &#8217;"},
		{name: "max-literal", kind: valueFlag, usage: "leave values longer than `SIZE` (8M), which bounds the memory"},
	}
}

func choiceFlags() []option {
	return []option{
		{name: "level", kind: valueFlag, usage: "how sure a reading must be: certain or likely (`LEVEL`)"},
		{name: "from", kind: listFlag, usage: "the text was wrongly read as `CODEC`"},
		{name: "only", kind: listFlag, usage: "consider damage by `CODEC` and no other"},
		{name: "skip", kind: listFlag, usage: "consider no damage by `CODEC`, nor what near pages read as it does"},
		{name: "config", kind: valueFlag, usage: "read settings from `FILE` instead of the nearest " + configName},
		{name: "plan", kind: valueFlag, usage: "repair what the plan in `FILE` says, or such a path as utf-8>windows-1252, and nothing else"},
		{name: "no-config", usage: "read settings from no file"},
		{name: "no-learn", usage: "judge each line by itself, not by what the first megabyte shows to be at work"},
	}
}

func colorFlag() option {
	return option{name: "color", kind: valueFlag, usage: "colour the output: auto, always or never (`WHEN`); auto heeds NO_COLOR"}
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
