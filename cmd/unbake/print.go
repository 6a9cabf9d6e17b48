package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// A textPrinter prints a line for each finding, as compilers do.
type textPrinter struct {
	w   io.Writer
	ink ink
}

func (p textPrinter) finding(f finding) error {
	_, err := fmt.Fprintf(p.w, "%s:%d:%d: %s %s%s\n", p.ink.bold(printable(f.File)), f.Line, f.Column, p.ink.mark(f.Code), p.text(f), p.place(f))
	return err
}

// place says which value of a dump a finding is in.
func (p textPrinter) place(f finding) string {
	s := choose(f.Key, " in a key, which stays,", "")
	if f.Table+f.Field == "" {
		return strings.TrimSuffix(s, ",")
	}
	return s + " in " + p.ink.dim(printable(columnName(f.Table, f.Field)))
}

// text says what is wrong and what should stand there.
func (p textPrinter) text(f finding) string {
	before := p.ink.bad(quoted(f.Before))
	switch f.Code {
	case codeNotUTF8:
		s := count(f.Length, "byte") + choose(f.Length == 1, " is", " are") + " not "
		switch {
		case f.Undecodable:
			return s + f.Encoding
		case f.Encoding != "":
			return s + "UTF-8 (read as " + f.Encoding + ")"
		}
		return s + "UTF-8"
	case codeLost:
		return before + " has lost bytes" + p.others(f, " and could be ")
	case codeLikely:
		if f.Path == "" {
			return before + " looks damaged"
		}
		return before + " may be " + p.after(f) + " " + p.ink.dim("("+describeReading(f.reading())+", "+percent(f.Confidence)+")")
	}
	return before + " is " + p.after(f) + " " + p.ink.dim("("+describeReading(f.reading())+")")
}

func (p textPrinter) after(f finding) string { return p.ink.good(quoted(f.After)) }

// shownOthers is how many candidates a line names; JSON has them all.
const shownOthers = 3

func (p textPrinter) others(f finding, intro string) string {
	var names []string
	for _, o := range f.Others[:min(shownOthers, len(f.Others))] {
		names = append(names, p.ink.good(quoted(o.After)))
	}
	if len(names) == 0 {
		return ""
	}
	return intro + orList(names)
}

// A jsonPrinter prints each finding as a JSON object on a line of its own.
type jsonPrinter struct{ w io.Writer }

func (p jsonPrinter) finding(f finding) error { return writeJSON(p.w, f) }

// writeJSON writes v in one line; < > & stay readable.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
