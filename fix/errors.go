package fix

import (
	"fmt"
	"strings"

	"github.com/unbake/unbake/internal/codec"
)

// An UnknownEncodingError is the error of [New] and [ParsePlan] for an encoding's name that
// nothing here knows.
type UnknownEncodingError struct {
	Place   string // the option, or where in a plan: "Only", "plan, line 2"
	Name    string
	Nearest []string // names that are close to it, the closest first
}

// Error names the place, the encoding, and what may have been meant.
func (e *UnknownEncodingError) Error() string {
	msg := fmt.Sprintf("fix: %s: encoding %.80q is not known", e.Place, e.Name)
	if len(e.Nearest) > 0 {
		msg += "; nearest are " + strings.Join(e.Nearest, ", ")
	}
	return msg
}

func unknownEncoding(place, name string) error {
	return &UnknownEncodingError{Place: place, Name: name, Nearest: codec.Nearest(name, 3)}
}
