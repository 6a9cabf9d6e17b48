package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// A testCase is a text and what should become of it.
type testCase struct {
	class string
	name  string
	in    string
	want  string
	// tidied: want was written by a tool that straightens quotes as well, so
	// quotes are not compared.
	tidied bool
	// contextual: the text alone may not say enough, and the right answer among
	// the candidates of a suspect is worth counting.
	contextual bool
}

// loadDir reads all cases below dir, in a fixed order. A part that is not
// there is left out; a directory without any is an error.
func loadDir(dir string) ([]testCase, error) {
	var all []testCase
	files, err := filepath.Glob(filepath.Join(dir, "ftfy", "*.json"))
	if err != nil {
		return nil, err
	}
	type loader struct {
		path string
		load func(string) ([]testCase, error)
	}
	var loaders []loader
	for _, f := range files { // Glob sorts
		loaders = append(loaders, loader{f, loadFtfy})
	}
	loaders = append(loaders, loader{filepath.Join(dir, "users.jsonl"), loadUsers},
		loader{filepath.Join(dir, "page.txt"), loadPage})
	for _, l := range loaders {
		cases, err := l.load(l.path)
		if errors.Is(err, fs.ErrNotExist) && !fileExists(l.path) {
			continue
		}
		if err != nil {
			return nil, err
		}
		all = append(all, cases...)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s: no cases: want users.jsonl, ftfy/*.json or page.txt", dir)
	}
	return all, nil
}

func fileExists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// loadFtfy reads one file of ftfy's test cases; its name is the class.
//
// "fixed-encoding" is what concerns us; cases without it have none but the
// encoding's changes in "fixed". Known failures never ran in ftfy, so there
// "fixed" may have straight quotes that only the other fixes of ftfy make.
func loadFtfy(path string) ([]testCase, error) {
	var raw []struct {
		Label         string
		Original      *string
		Fixed         *string
		FixedEncoding *string `json:"fixed-encoding"`
		Expect        string
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	class := strings.TrimSuffix(filepath.Base(path), ".json")
	var cases []testCase
	for i, r := range raw {
		c := testCase{class: class, name: r.Label}
		switch {
		case r.Original == nil || (r.Fixed == nil && r.FixedEncoding == nil):
			return nil, fmt.Errorf("%s: case %d: no original or no answer", path, i+1)
		case r.FixedEncoding != nil:
			c.want = *r.FixedEncoding
		default:
			c.want = *r.Fixed
			c.tidied = r.Expect == "fail"
		}
		c.in = *r.Original
		cases = append(cases, c)
	}
	return cases, nil
}

// loadUsers reads users.jsonl. The first letter of the id is the class.
func loadUsers(path string) ([]testCase, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var cases []testCase
	for i, line := range bytes.Split(data, []byte("\n")) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var r struct {
			ID, Ref         string
			Input, Expected *string
		}
		if err := json.Unmarshal(hideSurrogates(line), &r); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, i+1, err)
		}
		if r.ID == "" || r.Input == nil || r.Expected == nil {
			return nil, fmt.Errorf("%s:%d: id, input and expected are needed", path, i+1)
		}
		cases = append(cases, testCase{
			class: "users-" + r.ID[:1], name: r.ID + " " + r.Ref,
			in: showSurrogates(*r.Input), want: showSurrogates(*r.Expected),
			contextual: r.ID[0] == 'A' || r.ID[0] == 'E',
		})
	}
	return cases, nil
}

// Python's surrogateescape writes a byte that is not UTF-8 as U+DC80 to U+DCFF.
// encoding/json would make U+FFFD of it, so on its way through it is a private
// character, and in the end it is the byte again.
var loneSurrogate = regexp.MustCompile(`(\\u[dD][89abAB][0-9a-fA-F]{2})?\\u[dD][cC]([89a-fA-F][0-9a-fA-F])`)

const privateBase = 0xF_0000

func hideSurrogates(line []byte) []byte {
	return loneSurrogate.ReplaceAllFunc(line, func(m []byte) []byte {
		if len(m) > len(`\udc80`) {
			return m // the second half of a pair
		}
		b, err := strconv.ParseUint(string(m[len(m)-2:]), 16, 8)
		if err != nil {
			return m
		}
		return []byte(string(rune(privateBase + b)))
	})
}

func showSurrogates(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r > privateBase && r <= privateBase+0xFF {
			b.WriteByte(byte(r - privateBase))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// loadPage reads page.txt and page.expected.txt as one case.
func loadPage(path string) ([]testCase, error) {
	in, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	want, err := os.ReadFile(strings.TrimSuffix(path, ".txt") + ".expected.txt")
	if err != nil {
		return nil, err
	}
	return []testCase{{class: "page", name: filepath.Base(path), in: string(in), want: string(want)}}, nil
}
