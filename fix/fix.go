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
// [InputEncoding] asks for more. A cell, see [MaxCell], that takes more work
// than ordinary damage ever does, some seconds of it, stays as it is; [Fixer.Copy] heeds a context besides.
//
// A stream looks at its input line by line. What goes by all of it is for streams
// alone: marks of byte order, UTF-16, NULs that say that it is binary,
// [InputEncoding], [IgnoreComments], [LearnFirst] and [LineBuffered]. String, Bytes and
// what else is given a text at once do not heed these. Of UTF-8 without a NUL both give the
// same, but with [Values].
package fix

import (
	"unsafe"

	"github.com/unbake/unbake/internal/cells"
	"github.com/unbake/unbake/internal/engine"
)

// MaxCell is the length, in bytes, of the longest cell. A cell is what is
// looked at as one piece: a line without its line end. A longer line is cut
// into windows of at most MaxCell bytes, at places that depend on the bytes of
// the line alone, so that a stream gives the same result for every split of
// its input.
const MaxCell = cells.Max

// String returns s with its damage undone, by the default settings. Text
// without damage comes back as it is: s itself, without an allocation where
// nothing in it looks damaged (see [Fixer.Clean]), as in most text; text such as
// `«MAÇÃ».`, which does and is not, takes some. Damage below certainty stays as
// it is; [Explain] lists it among the suspects.
func String(s string) string { return standard.String(s) }

// Bytes is [String] for a slice of bytes. It returns b itself where nothing
// changes, and a new slice otherwise; b is never written to.
func Bytes(b []byte) []byte { return standard.Bytes(b) }

// Explain says what [String] changes in s, and what it suspects.
func Explain(s string) Explanation { return standard.Explain(s) }

var standard = withOurs()

// withOurs is New for options of ours.
func withOurs(opts ...Option) *Fixer {
	f, err := New(opts...)
	if err != nil {
		panic("fix: our own options: " + err.Error())
	}
	return f
}

// A Fixer repairs text by fixed settings. It never changes after [New] and is
// safe for use by many goroutines at once. The zero Fixer, and a nil one, have the
// default settings.
type Fixer struct {
	config config
	engine *engine.Engine
}

// ready returns f, or the Fixer of the default settings if New did not make f.
func (f *Fixer) ready() *Fixer {
	if f == nil || f.engine == nil {
		return standard
	}
	return f
}

// New returns a Fixer with the options given; a nil one sets nothing. It returns
// an error that names the option when a value is out of range or a codec is not
// known, and both options when they contradict each other. Of options that set one
// value ([Level], [InputEncoding], [LearnFirst], [Workers]) the last counts.
func New(opts ...Option) (*Fixer, error) {
	f := &Fixer{}
	for _, o := range opts {
		if o == nil {
			continue
		}
		if err := o(&f.config); err != nil {
			return nil, err
		}
	}
	if err := f.config.check(); err != nil {
		return nil, err
	}
	f.engine = engine.New(f.config.engine())
	return f, nil
}

// String returns s with its damage undone. Text without damage comes back as
// it is, without an allocation where [Fixer.Clean] goes by all of it.
func (f *Fixer) String(s string) string {
	f = f.ready()
	if engine.Clean(f.engine, s) == len(s) {
		return s
	}
	out, changed := f.repair(nil, unsafe.Slice(unsafe.StringData(s), len(s)))
	if !changed {
		return s
	}
	return unsafe.String(unsafe.SliceData(out), len(out))
}

// Bytes returns b with its damage undone: b itself where nothing changes, a
// new slice otherwise. It never writes to b. Bytes that are not UTF-8 stay as
// they are, as with all but streams; [Fixer.Reader] decodes.
func (f *Fixer) Bytes(b []byte) []byte {
	f = f.ready()
	if engine.Clean(f.engine, b) == len(b) {
		return b
	}
	if out, changed := f.repair(nil, b); changed {
		return out
	}
	return b
}

// Clean returns how many bytes at the front of text are UTF-8 and hold nothing that
// f would repair or suspect, as far as that shows at a glance. Text is one text as for
// [Fixer.String], or several with a line end behind each. It is much cheaper than to repair
// them and allocates nothing.
func (f *Fixer) Clean(text []byte) int { return engine.CleanText(f.ready().engine, text) }

// Append appends the repaired src to dst and returns the extended slice.
func (f *Fixer) Append(dst, src []byte) []byte {
	f = f.ready()
	if engine.Clean(f.engine, src) < len(src) {
		if out, changed := f.repair(dst, src); changed {
			return out
		}
	}
	return append(dst, src...)
}

// Explain says what [Fixer.String] changes in s, and what it suspects, in the
// order of the text. Bytes that are not UTF-8 stand as they are, whatever
// [InputEncoding] says, which is for streams.
func (f *Fixer) Explain(s string) Explanation {
	f = f.ready()
	out := Explanation{Input: s}
	eachCell(f, s, func(start, end int) {
		cell := s[start:end]
		if engine.Clean(f.engine, cell) == len(cell) {
			return
		}
		e := f.explainCell(cell)
		for _, r := range e.Repairs {
			r.Start += start
			r.End += start
			out.Repairs = append(out.Repairs, r)
		}
		for _, x := range e.Suspects {
			x.Start += start
			x.End += start
			out.Suspects = append(out.Suspects, x)
		}
	})
	return out
}

// eachCell calls do with the cells of a text: its lines, or all of it where it
// is a value.
func eachCell[T string | []byte](f *Fixer, text T, do func(start, end int)) {
	if f.config.values && len(text) <= MaxCell {
		do(0, len(text))
		return
	}
	cells.Each(text, do)
}

// explainCell judges one cell.
func (f *Fixer) explainCell(cell string) Explanation {
	out := Explanation{Input: cell}
	found := f.engine.Cell(cell)
	n := 0
	for i := range found {
		n += len(found[i].Readings)
	}
	all := make([]Reading, 0, n)
	for _, x := range found {
		span := Span{Start: x.Start, End: x.End}
		before := cell[x.Start:x.End]
		for _, r := range x.Readings {
			all = append(all, Reading{After: r.After, Path: r.Path, Losses: r.Losses.Names(), Confidence: r.Confidence})
		}
		readings := all[len(all)-len(x.Readings) : len(all) : len(all)]
		if !x.Made {
			out.Suspects = append(out.Suspects, Suspect{Span: span, Before: before, Verdict: Verdict(x.Verdict), Candidates: readings})
			continue
		}
		r := Repair{Span: span, Before: before, Reading: readings[0]}
		if len(readings) > 1 {
			r.Next = &readings[1]
		}
		if out.Repairs == nil {
			out.Repairs = make([]Repair, 0, len(found))
		}
		out.Repairs = append(out.Repairs, r)
	}
	return out
}
