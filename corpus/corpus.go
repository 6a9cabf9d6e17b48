// Package corpus damages text on purpose, the way that software does by
// mistake: it writes text in one encoding, reads it in another, and loses
// something of what came out. Importers test with it, the command's bake
// uses it, and the engine is measured on it.
//
// Start with [Bake] and a path from [ParsePath] or [MustPath]:
//
//	corpus.Bake("café", corpus.MustPath("utf-8>windows-1252")) // "cafÃ©"
//
// A [Path] names its layers, oldest first, and after each layer what was lost
// there: "utf-8>windows-1252+dropped-byte>windows-1252". [Damage] bakes only
// some words or lines of a text and tells whether information was lost.
// [Samples] has texts in many languages to try it on, and texts that look
// damaged and are not.
//
// What can go wrong: a path names an encoding or a loss that is not known, or
// a text cannot be written in the encoding that the path starts with (see
// [UnencodableError]). Everything here is deterministic: the same text, path and
// seed give the same result on every machine.
package corpus

// Bake returns text damaged along path. It fails if the path names an unknown
// encoding or loss, or if its origin cannot encode text; text damaged by halves
// is never returned.
func Bake(text string, path Path) (string, error) {
	b, err := Damage{Path: path}.Bake(text)
	return b.Text, err
}

// Baked is text after damage.
type Baked struct {
	// Text is the damaged text. It is UTF-8 unless the path ends in "raw".
	Text string
	// Lost tells that Text no longer holds all that was in the original:
	// a loss changed it, or a double-byte codec met bytes that it could not
	// read. Where it is false, reading the path backwards gives the original.
	Lost bool
}

// bake runs text through all layers of the path.
func (p Path) bake(text string) (Baked, error) {
	steps, err := p.resolve()
	if err != nil {
		return Baked{}, err
	}
	out := Baked{Text: text}
	for _, s := range steps {
		raw, err := s.written.encode(out.Text)
		if err != nil {
			return Baked{}, err
		}
		// A codec may encode two runes to one byte, as windows-1252 does with
		// U+2019 and the control U+0092.
		if s.written.Codec != nil {
			back, exact := s.written.decode(raw)
			out.Lost = out.Lost || !exact || back != out.Text
		}
		decoded, exact := s.read.decode(raw)
		out.Text = decoded
		out.Lost = out.Lost || !exact
		for _, l := range s.losses {
			after := l.apply(out.Text, s.read)
			out.Lost = out.Lost || (l.loses && after != out.Text)
			out.Text = after
		}
	}
	return out, nil
}
