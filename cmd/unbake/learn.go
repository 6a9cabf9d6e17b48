package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/unbake/unbake/fix"
)

// applyName is the command that takes a plan before its paths.
const applyName = "apply"

// maxLearnt bounds the texts of learn, in bytes: a pair of pages says all.
const maxLearnt = 16 << 20

// learn prints the plan that leads from one text back to another.
func (c *command) learn(cc *cli.Context) error {
	if cc.NArg() != 2 {
		return withHint("unbake learn bad.txt good.txt, or unbake learn 'cafÃ©' 'café'", "learn needs two files or texts: what is damaged, and what it was")
	}
	var texts [2]string
	for i, arg := range cc.Args().Slice() {
		var err error
		if texts[i], err = c.learnt(arg); err != nil {
			return err
		}
	}
	if texts[0] == texts[1] {
		return withHint("give the damaged one first, then what it was", "learn: the texts are the same")
	}
	plan, err := fix.FindPlan(texts[0], texts[1])
	if errors.Is(err, fix.ErrNoPlan) {
		return withHint("give the damaged one first; a shorter piece may say more: a word or a line", "learn: no damage that is known leads from the second text to the first")
	}
	if err != nil {
		return err
	}
	if left := plan.Differences - plan.Explained; left > 0 && !cc.Bool("quiet") {
		c.say("%d of %s explained", plan.Explained, count(int64(plan.Differences), "different word"))
	}
	out := outputWriter{c.stdout, stdoutName}
	if cc.Bool("json") {
		return writeJSON(out, plan)
	}
	_, err = io.WriteString(out, plan.String())
	return err
}

// learnt returns the text that an argument names, or is.
func (c *command) learnt(arg string) (string, error) {
	if arg != stdinPath {
		if info, err := os.Stat(arg); err != nil || info.IsDir() {
			return arg, nil
		}
	}
	in, err := c.open(target{path: arg})
	if err != nil {
		return "", err
	}
	defer in.close()
	b, err := io.ReadAll(io.LimitReader(in, maxLearnt+1))
	if err == nil && len(b) > maxLearnt {
		err = withHint("head -c 1000000 FILE is enough", "%s: longer than %d bytes", in.name, maxLearnt)
	}
	return strings.TrimSuffix(string(b), "\n"), err
}

// readPlan reads a plan from a file; a path of damage is a plan by itself.
func readPlan(name string) (fix.Plan, error) {
	data, err := os.ReadFile(name)
	if err != nil && strings.Contains(name, ">") {
		data, err = []byte(name), nil
	}
	if errors.Is(err, fs.ErrNotExist) {
		return fix.Plan{}, withHint("unbake learn BAD GOOD > FILE makes a file; utf-8>windows-1252 is a path", "plan: %s is neither a file nor a path of damage", name)
	}
	if err != nil {
		return fix.Plan{}, &fileError{name, "plan", err}
	}
	plan, err := fix.ParsePlan(data)
	var unknown *fix.UnknownEncodingError
	if errors.As(err, &unknown) {
		return plan, unknownCodec(name+strings.TrimPrefix(unknown.Place, "plan"), unknown.Name)
	}
	if err != nil {
		why := strings.TrimLeft(strings.TrimPrefix(err.Error(), "fix: plan"), ",: ")
		return plan, withHint("unbake learn BAD GOOD prints one", "%s: %s", name, why)
	}
	return plan, nil
}
