package fix

import (
	"fmt"
	"strings"

	"github.com/unbake/unbake/internal/codec"
)

// An UnknownEncodingError is the error of [New] for an encoding's name that
// nothing here knows.
type UnknownEncodingError struct {
	Name    string
	Nearest []string // names that are close to it, the closest first
}

func (e *UnknownEncodingError) Error() string {
	msg := fmt.Sprintf("fix: encoding %q is not known", e.Name)
	if len(e.Nearest) > 0 {
		msg += "; nearest are " + strings.Join(e.Nearest, ", ")
	}
	return msg
}

func unknownEncoding(name string) error {
	return &UnknownEncodingError{Name: name, Nearest: codec.Nearest(name, 3)}
}
