package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"
)

const repairHelp = `Text without damage comes out as it went in, byte for byte. Damage is repaired
where one reading is certain; what is only likely is counted as a suspect and
left, unless --level likely is given. Directories are walked for text files,
.git and the like, backups (*` + defaultBackup + `) and binary files left out.

EXAMPLES
   unbake < dump.txt > repaired.txt       as a filter
   unbake -d notes.md                     show what would change
   unbake -w --backup docs/               repair a tree in place, keep *` + defaultBackup + `
   unbake -l .                            which files are damaged?
   unbake -o good.txt bad.txt             into another file
   unbake --from windows-1251 mail.txt    you know how it was misread
   mysqldump db | unbake | mysql new      a dump, value by value
   zcat db.sql.gz | unbake | gzip > new.sql.gz
   unbake --dry-run --table 'wp_*' db.sql.gz

DUMPS
   SQL of MySQL, MariaDB, PostgreSQL and SQLite, CSV, TSV, JSON and serialized PHP
   are found by their content, or named by --format, and repaired value by value:
   escapes are undone and put back, lengths of serialized strings are adjusted,
   binary columns, names and comments stay. gzip, zstd, xz and bzip2 are read; -w
   and -o write them again, bzip2 excepted, and stdout gets the plain content
   unless --recompress is given.

SETTINGS OF A PROJECT
   The nearest ` + configName + `, from the working directory upward to the root of the
   repository, may hold these keys; flags go before them:
      level = "likely"              as --level; so from, only, skip and exclude
      from = ["windows-1251"]
      exclude = ["testdata", "*.po", "docs/**/old"]
      learn = false                 as --no-learn
      ignore-comments = false       as --no-ignore
   Lines of plain text are left that have unbake:ignore in them, or unbake:ignore-next-line in
   the line before, or stand between unbake:ignore-start and unbake:ignore-end. In dumps,
   CSV and JSON there is --exclude-column.

EXIT CODES
   0  done, or clean
   1  damage found by check, -l, -d or --dry-run
   2  wrong usage or a failure; the other files are still done. UTF-16 without a byte
      order mark that was only to be looked at is one: it is not read unless
      --input-encoding names it. Other binary files count as clean, with a word.
   A closed pipe is no failure; a signal gives 128 and its number.`

const checkHelp = `Prints a line for each finding: FILE:LINE:COLUMN: CODE, the text and what it
should be. Lines and columns count from 1, columns in characters. In a dump the
table and the column follow; a place is that of the damaged text, or where it is
spelt with escapes, that of its value.

   UB001  damage with one certain reading
   UB002  a suspect with a likely reading; --level certain leaves these out
   UB003  damage in which bytes were lost; the text does not say which
   UB005  bytes that are not UTF-8

In JSON a FILE whose name is not UTF-8 is in fileBytes, too, in base64.

EXAMPLES
   unbake check docs/                     exit 1 if something is found
   unbake check --json . | jq .after      for programs
   git ls-files -z | xargs -0 unbake check -q`

const explainHelp = `Repairs nothing. Shows each piece of damage, how it came about, how sure that
reading is and what else it could be.

EXAMPLES
   unbake explain 'dâ€™Ã©tÃ©'
   unbake explain - < letter.txt
   unbake explain --json 'naÃ¯ve' | jq .result`

const learnHelp = `BAD and GOOD are the same text, damaged and right: two files, or two texts. Prints
a plan, a path of damage on each line, the most frequent first. apply repairs what
it says, in other files, with less evidence than it takes to find out.

EXAMPLES
   unbake learn export.csv export.fixed.csv > plan.txt
   unbake apply plan.txt -w --backup exports/
   unbake learn 'Ïðèâåò, ìèð' 'Привет, мир'
   unbake apply 'windows-1251>windows-1252' < mail.txt`

const applyHelp = `PLAN is what learn prints, in a file, or a path such as utf-8>windows-1252. What it
says is undone and nothing else; text that is not damaged so stays. A path is all
that happened to a text: what was damaged so twice stays, too, unless the plan has a
line utf-8>windows-1252>windows-1252 besides. All flags of unbake itself may follow.

EXAMPLES
   unbake apply plan.txt < in.txt > out.txt
   unbake apply plan.txt -d notes.md`

const bakeHelp = `Reads text, which must be UTF-8, and decodes it wrongly, once for each layer of
the path. The first name is what the bytes were, the others what they were
taken for: utf-8>windows-1252>windows-1252 is damaged twice.

EXAMPLES
   unbake bake --path 'utf-8>windows-1252' clean.txt
   echo 'Привет' | unbake bake --path 'windows-1251>windows-1252'`

const codecsHelp = `Lists each encoding with its other names. With a NAME, only those that it fits.

EXAMPLES
   unbake codecs
   unbake codecs cp1252`

// printHelp writes the help of the command called name to stdout.
func (c *command) printHelp(app *cli.App, name string) error {
	cmd := app.Command(name)
	if cmd == nil {
		return withHint(commandsHint(app, name), "help: there is no command %q", name)
	}
	var b strings.Builder
	title := "unbake " + cmd.Name
	if name == repairName {
		title = "unbake"
	}
	fmt.Fprintf(&b, "%s - %s\n\nUSAGE\n", title, cmd.Usage)
	t := tabwriter.NewWriter(&b, 0, 0, 3, ' ', 0)
	if name != repairName {
		fmt.Fprintf(t, "   %s\n", cmd.UsageText)
	} else {
		fmt.Fprintf(t, "   %s\trepair; without PATH, or with -, from stdin to stdout\n", cmd.UsageText)
		for _, sub := range app.Commands {
			if !sub.Hidden {
				fmt.Fprintf(t, "   %s\t%s\n", sub.UsageText, sub.Usage)
			}
		}
	}
	fmt.Fprint(t, "\nFLAGS\n")
	for _, f := range cmd.Flags {
		fmt.Fprintln(t, flagHelp(f))
	}
	fmt.Fprint(t, "   -h, --help\tprint this\n")
	if name == repairName {
		fmt.Fprint(t, "       --version\tprint the version\n")
	}
	t.Flush()
	if name == "bake" {
		fmt.Fprintf(&b, "\nLOSSES\n%s", lossList())
	}
	fmt.Fprintf(&b, "\n%s\n", cmd.Description)
	_, err := outputWriter{c.stdout, stdoutName}.Write([]byte(b.String()))
	return err
}

// flagHelp is a flag's line of help: short name, long name, value, meaning.
// The value's name stands in back quotes in the usage.
func flagHelp(f cli.Flag) string {
	usage := f.(cli.DocGenerationFlag).GetUsage()
	long, short := "--"+f.Names()[0], "    "
	if len(f.Names()) > 1 {
		short = "-" + f.Names()[1] + ", "
	}
	if kindOf(f) != switchFlag {
		value := strings.SplitN(usage+"``", "`", 3)[1]
		if kindOf(f) == optionalFlag {
			long += "[=" + value + "]"
		} else {
			long += " " + value
		}
		usage = strings.ReplaceAll(strings.ReplaceAll(usage, " (`"+value+"`)", ""), "`", "")
	}
	return "   " + short + long + "\t" + usage
}
