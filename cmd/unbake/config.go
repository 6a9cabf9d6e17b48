package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/urfave/cli/v2"
)

// configName is the file that holds what a project wants: the nearest one, from the
// working directory upward, to where the project ends.
const configName = ".unbake.toml"

// A config is what such a file says. Flags go before it.
type config struct {
	Level          string
	From           []string
	Only           []string
	Skip           []string
	Exclude        []string
	Learn          *bool
	IgnoreComments *bool `toml:"ignore-comments"`

	dir string // of the file; patterns of Exclude are relative to it
}

// readConfig finds and reads the file, or the one that --config names.
func readConfig(cc *cli.Context) (*config, error) {
	c := &config{}
	if cc.Bool("no-config") {
		if cc.IsSet("config") {
			return nil, withHint("choose one", "--config and --no-config cannot be used together")
		}
		return c, nil
	}
	name := cc.String("config")
	if name == "" {
		var err error
		if name, err = findConfig(); err != nil || name == "" {
			return c, err
		}
	}
	meta, err := toml.DecodeFile(name, c)
	var syntax toml.ParseError
	switch {
	case errors.As(err, &syntax):
		return nil, withHint("strings stand in quotes: level = \"likely\", skip = [\"ibm437\"]", "%s: line %d: %s", name, syntax.Position.Line, syntax.Message)
	case errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission):
		return nil, &fileError{name, "", err}
	case err != nil:
		return nil, withHint("the keys are "+orList(configKeys), "%s: %w", name, err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		key := unknown[0].String()
		hint := "the keys are " + orList(configKeys)
		if near := nearest(key, configKeys); len(near) > 0 {
			hint = "did you mean " + orList(near) + "? " + hint
		}
		return nil, withHint(hint, "%s: there is no key %q", name, key)
	}
	c.dir = filepath.Dir(name)
	return c, c.check(name)
}

var configKeys = []string{"level", "from", "only", "skip", "exclude", "learn", "ignore-comments"}

// check refuses what a flag would not take.
func (c *config) check(name string) error {
	if c.Level != "" {
		if _, err := readLevel(c.Level); err != nil {
			return withHint("certain or likely", "%s: %q is no level", name, c.Level)
		}
	}
	for _, p := range c.Exclude {
		if err := checkGlob(p); err != nil {
			return withHint("as in testdata, *.po or docs/**/old", "%s: exclude: %q is no pattern", name, p)
		}
	}
	return nil
}

// findConfig looks in the working directory and those above, to the root of a
// repository at the furthest. It returns "" if there is none.
func findConfig() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", nil // there is no project without a place
	}
	for {
		name := filepath.Join(dir, configName)
		if _, err := os.Stat(name); err == nil {
			return name, nil
		}
		parent := filepath.Dir(dir)
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil || parent == dir {
			return "", nil
		}
		dir = parent
	}
}

// flagOr returns the values of a flag, or where it was not given those of the file.
func flagOr(cc *cli.Context, flag string, file []string) []string {
	if cc.IsSet(flag) {
		return cc.StringSlice(flag)
	}
	return file
}

// off tells whether a switch of the file is turned off.
func off(b *bool) bool { return b != nil && !*b }

// An excluder leaves files out of a walk.
type excluder struct {
	globs []string // of --exclude, for names as they are typed
	file  []string // of the file
	dir   string   // that those are relative to
}

func newExcluder(cc *cli.Context, c *config) (excluder, error) {
	e := excluder{globs: cc.StringSlice("exclude"), file: c.Exclude, dir: c.dir}
	for _, p := range e.globs {
		if err := checkGlob(p); err != nil {
			return e, withHint("as in testdata, '*.po' or 'docs/**/old'", "--exclude: %q is no pattern", p)
		}
	}
	return e, nil
}

// has tells whether a file or directory found at a path is left out.
func (e *excluder) has(at string) bool {
	at = filepath.ToSlash(filepath.Clean(at))
	for _, g := range e.globs {
		if matchPath(g, at) {
			return true
		}
	}
	if len(e.file) == 0 {
		return false
	}
	if rel, err := filepath.Rel(realPath(e.dir), realPath(at)); err == nil {
		at = filepath.ToSlash(rel)
	}
	for _, g := range e.file {
		if matchPath(g, at) {
			return true
		}
	}
	return false
}

func checkGlob(glob string) error {
	if glob == "" {
		return fmt.Errorf("empty pattern")
	}
	_, err := path.Match(glob, "")
	return err
}

// matchPath tells whether a pattern fits a path, as in .gitignore: without a slash it is
// for the last name of it; ** is for any number of names. What is below a directory is
// left out with it.
func matchPath(glob, at string) bool {
	glob = strings.TrimSuffix(strings.TrimPrefix(glob, "./"), "/")
	if !strings.Contains(glob, "/") {
		ok, _ := path.Match(glob, path.Base(at))
		return ok
	}
	return matchNames(strings.Split(strings.TrimPrefix(glob, "/"), "/"), strings.Split(at, "/"))
}

func matchNames(glob, names []string) bool {
	for len(glob) > 0 {
		if glob[0] == "**" {
			for k := range len(names) + 1 {
				if matchNames(glob[1:], names[k:]) {
					return true
				}
			}
			return false
		}
		if len(names) == 0 {
			return false
		}
		if ok, _ := path.Match(glob[0], names[0]); !ok {
			return false
		}
		glob, names = glob[1:], names[1:]
	}
	return len(names) == 0
}
