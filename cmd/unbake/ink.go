package main

import (
	"io"
	"os"
	"strings"

	"golang.org/x/term"
)

// ink colours text for a terminal; its zero value leaves text as it is.
type ink struct {
	on bool
}

func (k ink) paint(code, s string) string {
	if !k.on || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (k ink) bold(s string) string { return k.paint("1", s) }
func (k ink) dim(s string) string  { return k.paint("2", s) }
func (k ink) bad(s string) string  { return k.paint("31", s) }
func (k ink) good(s string) string { return k.paint("32", s) }
func (k ink) mark(s string) string { return k.paint("36", s) }
func (k ink) warn(s string) string { return k.paint("33", s) }

// chooseInk decides on colours for what is written to w. "auto", or "", is
// colour on a terminal unless NO_COLOR is set (https://no-color.org) or the
// terminal is dumb; "always" and "never" overrule both.
func chooseInk(when string, w io.Writer) (ink, error) {
	when, err := readWhen("color", when)
	if when == "auto" {
		return ink{isTerminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}, nil
	}
	return ink{when == "always"}, err
}

// readWhen reads the value of a flag that says when.
func readWhen(flag, when string) (string, error) {
	switch when = strings.ToLower(when); when {
	case "":
		return "auto", nil
	case "auto", "always", "never":
		return when, nil
	}
	return "", withHint("--"+flag+" auto, always or never", "--%s: %q is not known", flag, when)
}

func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
