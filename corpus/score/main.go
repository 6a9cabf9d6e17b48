// Command score measures the repairs of package fix, on cases from a directory
// or on damage that package corpus makes:
//
//	go run ./corpus/score [-v] [-floor FILE] DIR
//	go run ./corpus/score -simulated [-v]
//	go run ./corpus/score -lines FILE [-n N] [-only TEXT] [-v]
//	go run ./corpus/score -documents FILE [-n N] [-v]
//
// DIR holds users.jsonl, ftfy/*.json, and page.txt with page.expected.txt. Each
// class of cases gets a line: how many came out right, of how many, and how
// many were changed into something else. FILE says how many must be right.
//
// The FILE of -lines is what corpus/train/text writes: N lines that the language model has not seen
// are damaged along each path, all of them looked at as they are. Of the FILE of -documents, which is the same,
// N documents of 5 to 50 lines are made for each kind of damage.
//
// Exit status: 0 done; 1 a class fell below its floor; 2 bad input.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/unbake/unbake/fix"
)

//go:generate sh -c "go run . -simulated >../SCORES.md"

// An engine is what is scored; *fix.Fixer is one.
type engine interface {
	String(s string) string
	Explain(s string) fix.Explanation
}

const (
	exitOK = iota
	exitBelow
	exitBad
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("score", flag.ContinueOnError)
	flags.SetOutput(stderr)
	verbose := flags.Bool("v", false, "print the cases that are not right")
	floorFile := flags.String("floor", "", "`file` of least results; exit 1 below them")
	simulated := flags.Bool("simulated", false, "score damage made from the samples, as Markdown")
	lines := flags.String("lines", "", "`file` of training lines, of which those held out are scored")
	documents := flags.String("documents", "", "`file` of training lines, of which documents are made")
	n := flags.Int("n", 200, "lines for each path, documents for each kind of damage")
	only := flags.String("only", "", "with -lines: the groups and paths with this `text` in their names, and no clean lines")
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: score [-v] [-floor FILE] DIR\n       score -simulated [-v]\n       score -lines FILE [-n N] [-only TEXT] [-v]\n       score -documents FILE [-n N] [-v]")
		flags.PrintDefaults()
	}
	switch err := flags.Parse(args); {
	case err == flag.ErrHelp:
		return exitOK
	case err != nil:
		return exitBad
	}
	fail := func(err error) int {
		fmt.Fprintln(stderr, "score:", err)
		return exitBad
	}
	fixer, err := fix.New()
	if err != nil {
		return fail(err)
	}
	if *simulated {
		if flags.NArg() != 0 {
			return fail(fmt.Errorf("-simulated takes no directory"))
		}
		if err := simulate(stdout, fixer, damageGroups(), *verbose); err != nil {
			return fail(err)
		}
		return exitOK
	}
	if *documents != "" {
		texts, err := linesByLanguage(*documents)
		if err == nil {
			err = scoreDocuments(stdout, fixer, texts, *n, *verbose)
		}
		if err != nil {
			return fail(err)
		}
		return exitOK
	}
	if *lines != "" {
		if err := scoreHeld(stdout, fixer, *lines, *n, *only, *verbose); err != nil {
			return fail(err)
		}
		return exitOK
	}
	if flags.NArg() != 1 {
		flags.Usage()
		return exitBad
	}
	return scoreDir(flags.Arg(0), *floorFile, *verbose, fixer, stdout, fail)
}

// scoreDir scores the cases of dir, prints them and checks the floors.
func scoreDir(dir, floorFile string, verbose bool, e engine, stdout io.Writer, fail func(error) int) int {
	var floors []floor
	if floorFile != "" {
		var err error
		if floors, err = readFloors(floorFile); err != nil {
			return fail(err)
		}
	}
	cases, err := loadDir(dir)
	if err != nil {
		return fail(err)
	}
	results := scoreAll(cases, e)
	tallies := tally(results)
	if verbose {
		printFailures(stdout, results)
	}
	printTable(stdout, tallies)
	below, err := checkFloors(stdout, floors, tallies)
	if err != nil {
		return fail(fmt.Errorf("%s: %w", floorFile, err))
	}
	if below {
		return exitBelow
	}
	return exitOK
}
