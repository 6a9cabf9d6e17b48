// Fit finds the weights of the evidence: it damages held-out lines, and leaves
// others clean but hard, lets the engine propose what it would change, and fits
// a logistic regression on which proposals are right.
//
//	go run ./corpus/fit -lines FILE -out internal/engine/weights_gen.go
//	go run ./corpus/fit -legacy -lines FILE -out internal/engine/legacy_weights.go
//	go run ./corpus/fit -double -lines FILE -out internal/engine/double_weights.go
//
// The lines are those of corpus/train/text; only its splits "held" and
// "heldlang" are used, which the language model has not seen. The same lines
// and model give the same weights.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/unbake/unbake/internal/engine"
)

// evidenceSettings are those of the trees of single-byte pages.
var evidenceSettings = settings{depth: 6, rounds: 400, rows: 0.5, leafPull: 5, minLeaf: 3, balance: balance{clean: 8, hard: 2.4}}

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	fs := flag.NewFlagSet("fit", flag.ContinueOnError)
	fs.SetOutput(stderr)
	lines := fs.String("lines", "", "training lines, as corpus/train/text writes them")
	out := fs.String("out", "", "Go file to write")
	limit := fs.Int("limit", 400_000, "lines to use at most")
	show := fs.Int("show", 0, "clean proposals to show, the most trusted first")
	keep := fs.String("examples", "", "file to keep the examples in: made if it is not there, else read, to fit again")
	legacy := fs.Bool("legacy", false, "fit the weights of legacy pages read as others instead")
	double := fs.Bool("double", false, "fit the weights of double-byte pages instead")
	observe := fs.String("observe", "", "show the features of the proposals for this text, and stop")
	if err := fs.Parse(args); err != nil {
		return 2
	}
	if *observe != "" {
		printObservations(stdout, *observe)
		return 0
	}
	if *lines == "" && isSet(fs, "lines") { // go generate without UNBAKE_LINES
		fmt.Fprintf(stderr, "fit: no training lines: UNBAKE_LINES is not set; %s stays as it is\n", *out)
		return 0
	}
	if *lines == "" {
		fmt.Fprintln(stderr, "fit: -lines is needed; make the lines with: go run ./corpus/train/text")
		return 2
	}
	if *legacy || *double {
		fit := fitLegacy
		if *double {
			fit = fitDouble
		}
		if err := fit(stdout, *lines, *limit, *out, *show); err != nil {
			fmt.Fprintln(stderr, "fit:", err)
			return 2
		}
		return 0
	}
	data, err := examples(*lines, *limit, *keep)
	if err != nil {
		fmt.Fprintln(stderr, "fit:", err)
		return 2
	}
	fmt.Fprintln(stdout, data.counts())
	training, _ := data.split()
	w := boost(training, engine.FeatureNames(), rising, falling, evidenceSettings)
	cals := calibrate(data, w)
	report(stdout, data, w, cals, *show)
	if *out == "" {
		return 0
	}
	if err := os.WriteFile(*out, source(w, cals, data), 0o644); err != nil {
		fmt.Fprintln(stderr, "fit:", err)
		return 2
	}
	return 0
}

func printObservations(w io.Writer, text string) {
	for _, o := range engine.New(engine.Options{}).Observe(text) {
		fmt.Fprintf(w, "%q -> %q %s  %.2f margin %.1f\n", text[o.Start:o.End], o.After, o.Path, o.LogOdds, o.Margin)
		names := engine.FeatureNames()
		if o.Double {
			names = engine.DoubleNames()
		}
		for i, x := range o.Features {
			if x != 0 {
				fmt.Fprintf(w, "  %s=%.2f", names[i], x)
			}
		}
		fmt.Fprintln(w)
	}
}

// isSet tells whether a flag was given, be it empty.
func isSet(fs *flag.FlagSet, name string) (found bool) {
	fs.Visit(func(f *flag.Flag) { found = found || f.Name == name })
	return found
}
