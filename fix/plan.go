package fix

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/unbake/unbake/internal/codec"
)

// A Plan says what damage to undo. [FindPlan] makes one, from a text before and
// after; [Follow] has a Fixer follow it. It can be stored as JSON, or as text: a path
// on each line.
type Plan struct {
	// Steps are the paths of the damage, the most frequent first.
	Steps []Step `json:"steps"`
	// Differences is how many words of the texts were different, and Explained
	// in how many of them the steps are all there is to it.
	Differences int `json:"differences,omitempty"`
	Explained   int `json:"explained,omitempty"`
}

// A Step is one path of damage.
type Step struct {
	Path   string   `json:"path"`
	Losses []string `json:"losses,omitempty"`
	Words  int      `json:"words,omitempty"` // that were damaged so
}

// String returns the paths of the plan, one a line.
func (p Plan) String() string {
	var b strings.Builder
	for _, s := range p.Steps {
		b.WriteString(s.Path)
		b.WriteByte('\n')
	}
	return b.String()
}

// ParsePlan reads a plan that was stored as JSON or as text. It returns an error
// that names the encoding or the line at fault.
func ParsePlan(data []byte) (Plan, error) {
	var p Plan
	data = bytes.TrimSpace(data)
	if bytes.HasPrefix(data, []byte("{")) {
		if err := json.Unmarshal(data, &p); err != nil {
			return p, fmt.Errorf("fix: plan: %w", err)
		}
	} else {
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
				p.Steps = append(p.Steps, Step{Path: line})
			}
		}
	}
	if len(p.Steps) == 0 {
		return p, errors.New("fix: plan: it has no steps")
	}
	for _, s := range p.Steps {
		if _, err := codecsOf(s.Path); err != nil {
			return p, err
		}
	}
	return p, nil
}

// codecsOf returns the codecs that a path names.
func codecsOf(path string) (set uint64, err error) {
	layers := strings.Split(path, ">")
	if len(layers) < 2 {
		return 0, fmt.Errorf("fix: plan: path %q: what it was taken for is missing, as in utf-8>windows-1252", path)
	}
	for i, name := range layers {
		if i == 0 && (name == "utf-8" || name == "cesu-8") {
			continue
		}
		c, ok := codec.Lookup(name)
		if !ok {
			return 0, unknownEncoding(name)
		}
		set |= c.ID().Set()
	}
	return set, nil
}

// Follow has the Fixer undo what the plan says and nothing else: its paths are
// known to be at work, so that little evidence suffices, and nothing more is learnt.
// Text that is not damaged so stays, and is not told of. A path is all that happened to a text, from first to last:
// utf-8>windows-1252 leaves what was damaged so twice, and utf-8>windows-1252>windows-1252 what was once; a
// plan may have both. Names may be aliases, and pages that read a text alike are one. What is lost on the way of a path
// is undone as ever, whatever losses a Step lists.
func Follow(p Plan) Option {
	return func(c *config) error {
		var only uint64
		for _, s := range p.Steps {
			set, err := codecsOf(s.Path)
			if err != nil {
				return err
			}
			only |= set
			c.plan = append(c.plan, s.Path)
		}
		if len(p.Steps) == 0 {
			return errors.New("fix: plan: it has no steps")
		}
		c.only |= only
		return nil
	}
}
