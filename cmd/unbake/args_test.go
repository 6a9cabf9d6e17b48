package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseArgs(t *testing.T) {
	tests := []struct {
		typed string
		want  string // in the one form
	}{
		{"", "repair --"},
		{"a b", "repair -- a b"},
		{"-", "repair -- -"},
		{"a -w", "repair --write -- a"},
		{"-lw a", "repair --list --write -- a"},
		{"-wl a", "repair --write --list -- a"},
		{"-j4 a", "repair --jobs=4 -- a"},
		{"-j=4 a", "repair --jobs=4 -- a"},
		{"-lj 4 a", "repair --list --jobs=4 -- a"},
		{"-oout a", "repair --output=out -- a"},
		{"-o out a", "repair --output=out -- a"},
		{"-o - a", "repair --output=- -- a"},
		{"--output=out a", "repair --output=out -- a"},
		{"-level likely a", "repair --level=likely -- a"},
		{"-only koi8-r a", "repair --only=koi8-r -- a"},
		{"-w --backup a", "repair --write --backup=.orig -- a"},
		{"-w --backup=.bak a", "repair --write --backup=.bak -- a"},
		{"check a -q", "check --quiet -- a"},
		{"-q check a", "check --quiet -- a"},
		{"--level likely check a", "check --level=likely -- a"},
		{"a check", "repair -- a check"},
		{"-- check", "repair -- check"},
		{"check -- -q --", "check -- -q --"},
		{"-- -w", "repair -- -w"},
		{"repair", "repair -- repair"},
		{"bake --path utf-8>gbk --loss trim,lower -", "bake --path=utf-8>gbk --loss=trim,lower -- -"},
	}
	app := newCommand(nil, nil, nil).app()
	for _, tt := range tests {
		inv, err := parseArgs(app, strings.Fields(tt.typed))
		if err != nil {
			t.Errorf("parseArgs(%s): %v", tt.typed, err)
			continue
		}
		got := strings.Join(inv.argv("unbake")[1:], " ")
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("parseArgs(%s) (-want +got):\n%s", tt.typed, diff)
		}
	}
}

// A flag takes a value or not whatever the command: see flagTable.
func TestFlagsAlike(t *testing.T) {
	app := newCommand(nil, nil, nil).app()
	table := flagTable(app)
	for _, c := range app.Commands {
		for _, f := range c.Flags {
			for _, n := range f.Names() {
				if got, want := table[n], (flagInfo{f.Names()[0], kindOf(f)}); got != want {
					t.Errorf("%s: flag %s is %v there and %v elsewhere", c.Name, n, want, got)
				}
			}
		}
	}
}

func TestNearest(t *testing.T) {
	list := []string{"--level", "--list", "-l", "--only"}
	tests := []struct {
		word string
		want []string
	}{
		{"--levle", []string{"--level"}},
		{"--onyl", []string{"--only"}},
		{"--lst", []string{"--list"}},
		{"-x", nil},
		{"--nothing", nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, nearest(tt.word, list)); diff != "" {
			t.Errorf("nearest(%q) (-want +got):\n%s", tt.word, diff)
		}
	}
}
