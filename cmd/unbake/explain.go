package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/fix"
)

// maxExplained bounds the text of explain, in bytes: what people read is
// short, and check is for files.
const maxExplained = 1 << 20

// A story is an explanation with what a printer needs to tell it.
type story struct {
	Input    string        `json:"input"`
	Result   string        `json:"result"`
	Repairs  []repairStory `json:"repairs"`
	Suspects []fix.Suspect `json:"suspects"`
}

// A repairStory is a repair and how the damage came about.
type repairStory struct {
	fix.Repair
	Layers []layer `json:"layers"`
}

// A layer is one wrong reading of a text.
type layer struct {
	Text    string `json:"text"`            // before the reading
	Written string `json:"written"`         // the encoding that it was written in
	Bytes   []byte `json:"-"`               // what was written
	Hex     string `json:"bytes"`           // the same, "c3 a9"
	ReadAs  string `json:"read_as"`         // the encoding that these were read as
	Result  string `json:"result"`          // what came out, before losses
	Lost    bool   `json:"lossy,omitempty"` // the text of the next layer is not Result
}

// explain shows what happened to a text.
func (c *command) explain(cc *cli.Context) error {
	set, err := c.readSettings(cc, fix.Certain)
	if err != nil {
		return err
	}
	c.noteWaiting(cc)
	text, err := c.explained(cc)
	if err != nil {
		return err
	}
	fixer := set.fixer
	if !set.noLearn {
		fixer = fixer.Learn(text)
	}
	st := tell(fixer.Explain(text))
	out := outputWriter{c.stdout, stdoutName}
	if set.json {
		return writeJSON(out, st)
	}
	c.noteFile(cc, st)
	_, err = io.WriteString(out, storyPrinter{set.ink}.text(st))
	return err
}

// explained returns the text that was typed, or that stdin holds. Arguments
// are joined as echo does.
func (c *command) explained(cc *cli.Context) (string, error) {
	args := cc.Args().Slice()
	if len(args) > 0 && !(len(args) == 1 && args[0] == stdinPath) {
		return strings.Join(args, " "), nil
	}
	in, err := c.open(target{path: stdinPath})
	if err != nil {
		return "", err
	}
	b, err := io.ReadAll(io.LimitReader(in, maxExplained+1))
	switch {
	case err != nil:
		return "", err
	case len(b) > maxExplained:
		return "", withHint("unbake check takes any length, and files", "explain: the text is longer than %d bytes", maxExplained)
	}
	return strings.TrimSuffix(string(b), "\n"), nil
}

// noteFile helps those who named a file where a text is taken.
func (c *command) noteFile(cc *cli.Context, st story) {
	if !utf8.ValidString(st.Input) {
		c.say("some bytes of the text are not UTF-8; unbake check says where")
	}
	if cc.NArg() != 1 || cc.Args().First() == stdinPath || strings.Contains(st.Input, "\n") {
		return
	}
	if info, err := os.Stat(st.Input); err == nil && info.Mode().IsRegular() {
		c.say("hint: explain takes a text; for the file of that name: unbake explain - < %s", st.Input)
	}
}

// tell works out how each repair's damage came about.
func tell(e fix.Explanation) story {
	st := story{Input: e.Input, Result: applied(e), Repairs: []repairStory{}, Suspects: []fix.Suspect{}}
	st.Suspects = append(st.Suspects, e.Suspects...)
	for _, r := range e.Repairs {
		st.Repairs = append(st.Repairs, repairStory{r, layers(r.Reading)})
	}
	return st
}

// applied returns what was explained with its repairs made.
func applied(e fix.Explanation) string {
	text, err := e.Apply(e.Input)
	if err != nil {
		panic("unbake: " + err.Error())
	}
	return text
}

// layers damages the text of a reading again, step by step. It returns none
// for a path that it cannot follow: the rest of the explanation stands.
func layers(r fix.Reading) []layer {
	path, err := corpus.ParsePath(r.Path)
	if err != nil {
		return nil
	}
	var out []layer
	text, written := r.After, path.Origin
	for _, l := range path.Layers {
		raw, err := bytesOf(text, written)
		if err != nil {
			return nil
		}
		result, err := corpus.Bake(text, corpus.Path{Origin: written, Layers: []corpus.Layer{{Encoding: l.Encoding}}})
		if err != nil {
			return nil
		}
		step := layer{Text: text, Written: written, Bytes: raw, Hex: fmt.Sprintf("% x", raw), ReadAs: l.Encoding, Result: result}
		if len(l.Losses) > 0 {
			result, err = corpus.Bake(text, corpus.Path{Origin: written, Layers: []corpus.Layer{l}})
			if err != nil {
				return nil
			}
			step.Lost = result != step.Result
		}
		out = append(out, step)
		text, written = result, "utf-8"
	}
	return out
}

// bytesOf returns text in an encoding: read as ISO-8859-1, in which every
// byte is the character of its number.
func bytesOf(text, encoding string) ([]byte, error) {
	s, err := corpus.Bake(text, corpus.Path{Origin: encoding, Layers: []corpus.Layer{{Encoding: "iso-8859-1"}}})
	if err != nil {
		return nil, err
	}
	var raw []byte
	for _, r := range s {
		raw = append(raw, byte(r))
	}
	return raw, nil
}
