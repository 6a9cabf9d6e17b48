package main

import (
	"io"
	"strings"

	"github.com/unbake/unbake/fix"
)

// rawSuffix ends the paths of bytes that nobody has read yet.
const rawSuffix = ">raw"

// A rawEngine reads bytes that are not UTF-8, as a stream does when it is asked to.
type rawEngine struct{ *fix.Fixer }

func newRawEngine() (rawEngine, error) {
	f, err := fix.New(fix.InputEncoding("auto"))
	return rawEngine{f}, err
}

func (e rawEngine) String(s string) string {
	b, err := io.ReadAll(e.Reader(strings.NewReader(s)))
	if err != nil { // of a string
		panic(err)
	}
	return string(b)
}
