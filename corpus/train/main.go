// Train counts character n-grams and words in the lines that corpus/train/text makes,
// keeps as many as there is room for, and writes the language model that internal/lm embeds:
//
//	go run ./corpus/train -lines FILE -out internal/lm/model.bin
//	go run ./corpus/train -lines FILE -company internal/engine/company.bin
//
// The second writes which letters stand in one text, and no model. The same lines give the same bytes.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/unbake/unbake/internal/lm"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

func run(args []string, stdout, stderr io.Writer) int {
	fs := flag.NewFlagSet("train", flag.ContinueOnError)
	fs.SetOutput(stderr)
	lines := fs.String("lines", "", "training lines, as corpus/train/text writes them")
	out := fs.String("out", "", "model file to write")
	vocab := fs.Int("vocab", 12000, "runes that the model tells apart")
	grams := fs.Int("ngrams", 540_000, "n-grams that are kept")
	words := fs.Int("words", 375_000, "words beyond ASCII that are kept")
	company := fs.String("company", "", "file to write with which letters stand in one text, and no model")
	unseen := fs.Bool("unseen", false, "leave out the languages of split heldlang: for fitting the evidence on languages that the model has not seen")
	if err := fs.Parse(args); err != nil {
		return 2
	}
	if *lines == "" && isSet(fs, "lines") { // go generate without UNBAKE_LINES
		fmt.Fprintf(stderr, "train: no training lines: UNBAKE_LINES is not set; %s stays as it is\n", *out+*company)
		return 0
	}
	if *lines == "" || *out == "" && *company == "" {
		fmt.Fprintln(stderr, "train: -lines and -out, or -company, are needed; make the lines with: go run ./corpus/train/text")
		return 2
	}
	if *company != "" {
		if err := writeCompany(*lines, *company); err != nil {
			fmt.Fprintln(stderr, "train:", err)
			return 2
		}
		return 0
	}
	if err := train(*lines, *out, *vocab, *grams, *words, splitsOf(*unseen), stdout); err != nil {
		fmt.Fprintln(stderr, "train:", err)
		return 2
	}
	return 0
}

// splitsOf returns the splits of the lines that the model is trained on.
func splitsOf(unseen bool) []string {
	if unseen {
		return []string{"train"}
	}
	return []string{"train", "heldlang"}
}

func train(lines, out string, vocab, grams, words int, splits []string, log io.Writer) error {
	runes := newRuneCounts()
	err := eachLine(lines, splits, func(l line) { runes.add(l) })
	if err != nil {
		return err
	}
	b := newBuilder(runes, vocab)
	fmt.Fprintf(log, "%.1f M runes by weight, %d different, %d kept, %d classes\n",
		runes.total/1e6, len(runes.count), len(b.vocab), len(b.classes.Names))
	if err := eachLine(lines, splits, func(l line) { b.add(l) }); err != nil {
		return err
	}
	parts := b.parts(grams, log)
	if parts.Words, err = wordsOf(parts, lines, splits, words, log); err != nil {
		return err
	}
	file, err := parts.Encode()
	if err != nil {
		return err
	}
	if err := os.WriteFile(out, file, 0o644); err != nil {
		return err
	}
	m, err := lm.Load(string(file))
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "%s: %d bytes, %d n-grams\n", out, len(file), len(parts.NGrams))
	for _, split := range []string{"held", "heldlang"} {
		p := newPerplexity(m)
		if err := eachLine(lines, []string{split}, func(l line) { p.add(l) }); err != nil {
			return err
		}
		p.print(log, split)
	}
	return nil
}

// wordsOf counts words by the symbols of the model that the parts make.
func wordsOf(parts *lm.Parts, lines string, splits []string, n int, log io.Writer) ([]lm.Word, error) {
	file, err := parts.Encode()
	if err != nil {
		return nil, err
	}
	m, err := lm.Load(string(file))
	if err != nil {
		return nil, err
	}
	c := newWordCounts(m)
	if err := eachLine(lines, splits, func(l line) { c.add(l) }); err != nil {
		return nil, err
	}
	out := c.top(n)
	fmt.Fprintf(log, "%d different words beyond ASCII, %d kept\n", len(c.count), len(out))
	return out, nil
}

// isSet tells whether a flag was given, be it empty.
func isSet(fs *flag.FlagSet, name string) (found bool) {
	fs.Visit(func(f *flag.Flag) { found = found || f.Name == name })
	return found
}
