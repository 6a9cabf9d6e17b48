package engine

import (
	"bytes"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/unbake/unbake/internal/escape"
	"github.com/unbake/unbake/internal/scan"
)

// A spelling is a cell whose escapes were read, and letters and marks put together, and how they stand there. All that is decided is decided on the text as
// it reads; what is found is then spelt as what it stands for was.
type spelling struct {
	raw, text string
	escapes   []escaped   // in order
	names     bool        // of HTML are among them
	all       escape.Form // the bits of theirs
}

// An escaped is a rune that a cell has as an escape, or as a letter and its marks.
type escaped struct {
	at, to   int // bytes of the text as it reads
	raw, end int // bytes of the cell
	form     escape.Form
	source   string // the escape
	apart    bool   // a letter and its marks
}

// spell reads the escapes of a cell.
func spell(cell string) (sp spelling) {
	sp.raw, sp.text = cell, cell
	if !scan.Signs(bytesOf(cell)) {
		return sp
	}
	var b strings.Builder
	done := 0
	for i := 0; i < len(cell); i++ {
		if strings.IndexByte(escape.Signs, cell[i]) < 0 {
			continue
		}
		r, n, form := escape.Read(cell[i:])
		if n == 0 || !joins(cell, i, i+n, r, form) {
			continue
		}
		b.WriteString(cell[done:i])
		at := b.Len()
		b.WriteRune(r)
		sp.escapes = append(sp.escapes, escaped{at: at, to: b.Len(), raw: i, end: i + n, form: form, source: cell[i : i+n]})
		sp.names = sp.names || form == escape.Name
		sp.all |= form
		done = i + n
		i = done - 1
	}
	if done > 0 {
		b.WriteString(cell[done:])
		sp.text = b.String()
	}
	return sp
}

// joins tells whether the escape cell[start:end] may belong to what stands beside it as it is: in `10Î&frac14;s` somebody put one
// beside a letter that he would have escaped as well.
func joins(cell string, start, end int, r rune, form escape.Form) bool {
	if start > 0 && cell[start-1] >= utf8.RuneSelf {
		if before, _ := utf8.DecodeLastRuneInString(cell[:start]); !form.Beside(r, before) {
			return false
		}
	}
	if end < len(cell) && cell[end] >= utf8.RuneSelf {
		if after, _ := utf8.DecodeRuneInString(cell[end:]); !form.Beside(r, after) {
			return false
		}
	}
	return true
}

// marked tells whether text may hold marks that stand behind their letters, as names of files on macOS do and what was
// brought into NFD.
func marked(text []byte) bool {
	return bytes.IndexByte(text, 0xCC) >= 0 || bytes.IndexByte(text, 0xCD) >= 0
}

// composed returns the cell with letters and their marks put together; not ok where there are none, or letters
// that hold marks show that nobody took them apart.
func (sp *spelling) composed() (out spelling, ok bool) {
	text := sp.text
	if !marked(bytesOf(text)) || norm.NFC.IsNormalString(text) || !norm.NFD.IsNormalString(text) {
		return out, false
	}
	out = spelling{raw: sp.raw, names: sp.names, all: sp.all}
	var b strings.Builder
	for i := 0; i < len(text); {
		n := norm.NFC.NextBoundaryInString(text[i:], true)
		whole := norm.NFC.String(text[i : i+n])
		in := sp.within(i, i+n)
		if whole == text[i:i+n] {
			for _, x := range in {
				x.at, x.to = x.at-i+b.Len(), x.to-i+b.Len()
				out.escapes = append(out.escapes, x)
			}
		} else {
			x := escaped{at: b.Len(), to: b.Len() + len(whole), raw: sp.place(i), end: sp.place(i + n), apart: true}
			if len(in) > 0 {
				x.form, x.source = in[0].form, in[0].source
			}
			out.escapes = append(out.escapes, x)
		}
		b.WriteString(whole)
		i += n
	}
	out.text = b.String()
	return out, true
}

// within returns the escapes of what stands between two places of the text.
func (sp *spelling) within(start, end int) []escaped {
	from := sort.Search(len(sp.escapes), func(i int) bool { return sp.escapes[i].at >= start })
	to := from
	for to < len(sp.escapes) && sp.escapes[to].at < end {
		to++
	}
	return sp.escapes[from:to]
}

// place returns where in the cell a place of the text is.
func (sp *spelling) place(at int) int {
	i := sort.Search(len(sp.escapes), func(i int) bool { return sp.escapes[i].at >= at })
	if i == 0 {
		return at
	}
	last := &sp.escapes[i-1]
	return last.end + at - last.to
}

// findings returns what was found in the text in places of the cell, spelt as the cell is.
func (sp *spelling) findings(found []Finding) []Finding {
	if len(sp.escapes) == 0 {
		return found
	}
	found = slices.DeleteFunc(found, func(f Finding) bool { return sp.splits(f.Start) || sp.splits(f.End) })
	for i := range found {
		f := &found[i]
		if in := sp.within(f.Start, f.End); len(in) > 0 {
			var losses Loss
			if slices.ContainsFunc(in, func(x escaped) bool { return x.apart }) {
				losses = LossDecomposed
			}
			forms := sp.forms(in, f.Start, f.End)
			f.Readings = slices.Clone(f.Readings)
			for k := range f.Readings {
				f.Readings[k].After = write(f.Readings[k].After, forms)
				f.Readings[k].Losses |= losses
			}
		}
		f.Start, f.End = sp.place(f.Start), sp.place(f.End)
	}
	return found
}

// splits tells whether a place is within what one escape, or one letter with its marks, stands for.
func (sp *spelling) splits(at int) bool {
	i := sort.Search(len(sp.escapes), func(i int) bool { return sp.escapes[i].at >= at })
	return i > 0 && at < sp.escapes[i-1].to
}

// unnumbered leaves out what legacy pages are said to have made of escapes by themselves, which are what their
// numbers say, see scan.
func (sp *spelling) unnumbered(found []Finding) []Finding {
	if len(sp.escapes) == 0 {
		return found
	}
	return slices.DeleteFunc(found, func(f Finding) bool {
		return ofLegacy(f.Readings[0].Path) && sp.alone(f.Start, f.End)
	})
}

// alone tells whether all runes beyond ASCII of a span are escapes, none beside another.
func (sp *spelling) alone(start, end int) bool {
	in := sp.within(start, end)
	for i := range in {
		if i > 0 && in[i-1].to == in[i].at || in[i].form == escape.None {
			return false
		}
	}
	return wideRunes(sp.text[start:end]) == len(in)
}

// A form is how a rune beyond ASCII of a span stands there.
type form struct {
	escape.Form
	source string
}

// forms returns those of a span. What writes names writes numbers only for what has none.
func (sp *spelling) forms(in []escaped, start, end int) (forms []form) {
	names := sp.names
	for i := start; i < end; {
		r, n := utf8.DecodeRuneInString(sp.text[i:])
		f := form{}
		if len(in) > 0 && in[0].at == i {
			f.source = in[0].source
			f.Form = in[0].form.As(sp.all, f.source)
			_, named := escape.Names()[r]
			names = names && !(named && f.Form == escape.Number)
			in = in[1:]
		}
		if r >= utf8.RuneSelf {
			forms = append(forms, f)
		}
		i += n
	}
	for i := range forms {
		if names && forms[i].Form == escape.Number {
			forms[i].Form = escape.Name
		}
	}
	return forms
}

// write spells what a span becomes: a rune beyond ASCII as the one at the same place among those of the span, which is the
// first of those that it was made of, or near.
func write(after string, forms []form) string {
	wide := wideRunes(after)
	var b []byte
	k := 0
	for _, r := range after {
		f := form{}
		if r >= utf8.RuneSelf {
			f = forms[k*len(forms)/wide]
			k++
		}
		b = f.Append(b, r, f.source)
	}
	return string(b)
}
