package fix

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/paths"
)

// A Plan says what damage to undo. [FindPlan] makes one, from a text before and
// after; [Follow] has a Fixer follow it. It can be stored as JSON, or as text: a path
// on each line.
type Plan struct {
	// Steps are the paths of the damage, the most frequent first.
	Steps []Step `json:"steps"`
	// Differences is how many words of the texts were different, up to [MaxDifferences], and Explained
	// in how many of them the steps are all there is to it.
	Differences int `json:"differences,omitempty"`
	Explained   int `json:"explained,omitempty"`
}

// A Step is one path of damage.
type Step struct {
	Path   string   `json:"path"`
	Losses []string `json:"losses,omitempty"` // that were met, to be read: Follow undoes others as well
	Words  int      `json:"words,omitempty"`  // that were damaged so
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

// ParsePlan reads a plan that was stored as JSON or as text, in UTF-8 or, as PowerShell writes it, in UTF-16 with a mark. Text is a
// path on each line; empty lines, and those that begin with #, say nothing. Names may be aliases, in any case, and the Plan has the
// canonical ones; losses behind a layer ("+dropped-byte") become those of the Step. It returns an error that names the line, the
// step or the byte at fault, an [*UnknownEncodingError] where an encoding is not known. What is not known in JSON is an error,
// too: a newer version may mean something by it.
func ParsePlan(data []byte) (Plan, error) {
	data = bytes.TrimSpace(unmarked(data))
	if bytes.HasPrefix(data, []byte("{")) {
		return parseJSON(data)
	}
	var p Plan
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		s, _, err := stepOf(line, fmt.Sprintf("plan, line %d", n))
		if err != nil {
			return Plan{}, err
		}
		p.Steps = append(p.Steps, s)
	}
	if err := p.check(); err != nil {
		return Plan{}, err
	}
	return p, nil
}

func parseJSON(data []byte) (p Plan, err error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err = d.Decode(&p); err == nil && d.More() {
		err = errors.New("more behind the plan")
	}
	if err != nil {
		return Plan{}, fmt.Errorf("fix: plan, byte %d: %w", jsonOffset(d, err, len(data)), err)
	}
	for i, x := range p.Steps {
		s, _, err := stepOf(x.Path, fmt.Sprintf("plan, step %d", i+1))
		if err != nil {
			return Plan{}, err
		}
		p.Steps[i].Path = s.Path
		p.Steps[i].Losses = append(s.Losses, x.Losses...)
	}
	if err = p.check(); err != nil {
		return Plan{}, err
	}
	return p, nil
}

// jsonOffset is where in the input, of so many bytes, the error is.
func jsonOffset(d *json.Decoder, err error, size int) int64 {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return syntax.Offset
	case errors.As(err, &kind):
		return kind.Offset
	case errors.Is(err, io.ErrUnexpectedEOF):
		return int64(size)
	}
	return d.InputOffset()
}

// check finds what cannot be in a plan.
func (p *Plan) check() error {
	if len(p.Steps) == 0 {
		return errors.New("fix: plan: it has no steps")
	}
	if p.Differences < 0 || p.Explained < 0 || p.Explained > p.Differences {
		return fmt.Errorf("fix: plan: %d differences, %d of them explained", p.Differences, p.Explained)
	}
	for i, s := range p.Steps {
		if s.Words < 0 {
			return fmt.Errorf("fix: plan, step %d: %d words", i+1, s.Words)
		}
		for _, l := range s.Losses {
			if !paths.IsLoss(l) {
				return fmt.Errorf("fix: plan, step %d: unknown loss %.80q", i+1, l)
			}
		}
	}
	return nil
}

// unmarked returns text in UTF-8 without a byte order mark.
func unmarked(data []byte) []byte {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		order = binary.LittleEndian
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		order = binary.BigEndian
	default:
		return bytes.TrimPrefix(data, []byte("\ufeff"))
	}
	var units []uint16
	for i := 2; i+1 < len(data); i += 2 {
		units = append(units, order.Uint16(data[i:]))
	}
	return []byte(string(utf16.Decode(units)))
}

// stepOf reads a path, and the codecs in it. Place is where it stands, for errors.
func stepOf(path, place string) (s Step, set uint64, err error) {
	p, err := paths.Parse(path)
	var unknown *paths.UnknownError
	if errors.As(err, &unknown) {
		return s, 0, &UnknownEncodingError{Place: place, Name: unknown.Name, Nearest: unknown.Nearest}
	}
	if err != nil {
		return s, 0, fmt.Errorf("fix: %s: path %.200q: %w", place, path, err)
	}
	for _, l := range p.Layers {
		if l.Encoding == paths.Raw {
			return s, 0, fmt.Errorf("fix: %s: path %.200q: bytes left as they are are for InputEncoding", place, path)
		}
		s.Losses = append(s.Losses, l.Losses...)
	}
	s.Path = p.String()
	for name := range strings.SplitSeq(s.Path, ">") {
		if c, ok := codec.Lookup(name); ok {
			set |= c.ID().Set()
		}
	}
	return s, set, nil
}

// Follow has the Fixer undo what the plan says and nothing else: its paths are
// known to be at work, so that little evidence suffices, and nothing more is learnt.
// Text that is not damaged so stays, and is not told of. A path is all that
// happened to a text, from first to last: utf-8>windows-1252 leaves what was
// damaged so twice, and utf-8>windows-1252>windows-1252 what was once; a plan
// may have both. Names may be aliases, and pages that read a text alike are
// one. What is lost on the way of a path is undone as ever, whatever losses a
// Step lists. Given twice, both plans count. With [Only] and [Skip] it is an error if they leave out an encoding of
// the plan.
func Follow(p Plan) Option {
	return func(c *config) error {
		if err := p.check(); err != nil {
			return err
		}
		for i, x := range p.Steps {
			s, set, err := stepOf(x.Path, fmt.Sprintf("Follow, step %d", i+1))
			if err != nil {
				return err
			}
			c.follow |= set
			c.plan = append(c.plan, s.Path)
		}
		return nil
	}
}
