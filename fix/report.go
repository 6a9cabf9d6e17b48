package fix

import (
	"bytes"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/cells"
	"github.com/unbake/unbake/internal/scan"
)

// passPlain passes text in which one look finds nothing for anybody, neither damage nor a comment.
func (s *stream) passPlain(text []byte) bool {
	if len(text) == 0 || !s.ignorer.idle() {
		return false
	}
	lines, plain := scan.Plain(text, &ignoreScan)
	if plain {
		s.passLines(text, lines)
	}
	return plain
}

// passLines is pass for text of ASCII that has so many line feeds.
func (s *stream) passLines(text []byte, lines int) {
	s.changed, s.held, s.found = false, false, s.found[:0]
	if !s.count {
		return
	}
	s.openLine = text[len(text)-1] != '\n'
	if s.movedLines(&s.pos, text, lines) {
		s.pos.Column += len(lastLine(text))
	}
}

// pass counts text that goes by, the first bytes of which, a cell that was looked at,
// may be no UTF-8.
func (s *stream) pass(text []byte, cell int) {
	if !s.count || len(text) == 0 {
		return
	}
	s.openLine = text[len(text)-1] != '\n'
	if cell > 0 {
		s.advance(&s.pos, text[:cell])
	}
	s.advanceValid(&s.pos, text[cell:])
}

// advance moves at behind text. Columns, and offsets of decoded input, are
// only worked out for a sink.
func (s *stream) advance(at *Position, text []byte) {
	if s.advanceLines(at, text) {
		at.Column += s.form.columns(lastLine(text))
	}
}

// advanceValid is advance for text that is UTF-8, faster.
func (s *stream) advanceValid(at *Position, text []byte) {
	if s.advanceLines(at, text) {
		at.Column += scan.Runes(lastLine(text))
	}
}

// advanceLines moves all of at but the column within the last line, and tells whether
// that is wanted.
func (s *stream) advanceLines(at *Position, text []byte) bool {
	return s.movedLines(at, text, bytes.Count(text, []byte{'\n'}))
}

// movedLines is advanceLines for text with so many line feeds.
func (s *stream) movedLines(at *Position, text []byte, lines int) bool {
	if lines > 0 {
		at.Line += int64(lines)
		at.Column = 1
	}
	if s.sink == nil {
		return false
	}
	at.Offset += s.form.inputLen(text)
	return true
}

// lastLine returns what stands behind the last \n of text.
func lastLine(text []byte) []byte {
	for end := len(text); ; {
		i := cells.LastLineEnd(text[:end])
		if i < 0 || text[i] == '\n' {
			return text[i+1:]
		}
		end = i
	}
}

func (s *stream) stats(written int64) Stats {
	st := Stats{
		BytesIn:  s.taken,
		BytesOut: written,
		Lines:    s.pos.Line - 1,
		Repairs:  s.repairs,
		Suspects: s.suspects,
		NotUTF8:  s.notUTF8,
		Binary:   s.form.binary,
	}
	if s.openLine {
		st.Lines++
	}
	return st
}

// A finding is what is wrong with a cell.
type finding struct {
	Explanation        // of the cell, or of the text that it was decoded to
	encoding    string // that it was decoded from
	changed     bool
	nul         bool // it must not change
}

// judge finds out what is wrong with a cell.
func (s *stream) judge(cell []byte) finding {
	if bytes.IndexByte(cell, 0) >= 0 {
		return finding{nul: true}
	}
	f := finding{Explanation: Explanation{Input: string(cell)}}
	if s.form.auto && !utf8.Valid(cell) {
		if text, encoding, ok := s.f.engine.DecodeRaw(cell); ok {
			f.changed = text != f.Input
			f.Input, f.encoding = text, encoding
		}
	}
	f.Explanation = s.f.explainCell(f.Input)
	f.changed = f.changed || len(f.Repairs) > 0
	return f
}

// tell counts what was found in a cell at the position, and hands it to the
// sink, in the order of the input.
func (s *stream) tell(cell []byte, f finding) {
	s.repairs += int64(len(f.Repairs))
	s.suspects += int64(len(f.Suspects))
	if !s.count {
		return
	}
	if f.nul {
		if s.sink != nil {
			s.sink.Note(s.pos, Note{Kind: Binary, Length: s.form.inputLen(cell)})
		}
		return
	}
	w := walk{s: s, at: s.pos, raw: cell, decoded: f.encoding != "", encoding: f.encoding}
	w.plain = !w.decoded && s.allText(cell)
	if w.plain && s.sink == nil {
		return
	}
	repairs, suspects := f.Repairs, f.Suspects
	for len(repairs)+len(suspects) > 0 {
		if len(suspects) == 0 || len(repairs) > 0 && repairs[0].Start < suspects[0].Start {
			w.to(f.Input, repairs[0].Start)
			if s.sink != nil {
				s.sink.Repair(w.at, repairs[0])
			}
			repairs = repairs[1:]
			continue
		}
		w.to(f.Input, suspects[0].Start)
		if s.sink != nil {
			s.sink.Suspect(w.at, suspects[0])
		}
		suspects = suspects[1:]
	}
	w.to(f.Input, len(f.Input))
}

// A walk goes through a cell and its text side by side, to know where in the
// input a place in the text is, and notes bytes that are not text on its way.
type walk struct {
	s        *stream
	at       Position
	raw      []byte // what is left of the cell
	text     int    // bytes of the text passed
	decoded  bool
	encoding string
	plain    bool // there is nothing to note
	inRun    bool // in a run that was noted
}

// to walks to byte end of text.
func (w *walk) to(text string, end int) {
	if n := end - w.text; w.plain {
		w.s.advance(&w.at, w.raw[:n])
		w.raw, w.text = w.raw[n:], end
		return
	}
	for w.text < end && len(w.raw) > 0 {
		n, bad := w.next()
		if bad && !w.inRun {
			w.note()
		}
		w.inRun = bad
		if w.decoded {
			// A byte that is not UTF-8 became one rune: true for
			// single-byte encodings, near enough for the others.
			_, size := utf8.DecodeRuneInString(text[w.text:])
			w.text += size
		} else {
			w.text += n
		}
		w.s.advance(&w.at, w.raw[:n])
		w.raw = w.raw[n:]
	}
}

// next returns the length of what stands first in raw: a rune, or a piece of
// what is not text.
func (w *walk) next() (n int, bad bool) {
	r, n := utf8.DecodeRune(w.raw)
	switch {
	case w.s.form.codec != nil:
		return n, r == utf8.RuneError
	case r != utf8.RuneError || n > 1:
		return n, false
	case w.s.form.wide():
		return min(len(w.raw), surrogateLen), true
	}
	return 1, true
}

// note tells of the run of bad bytes that starts here.
func (w *walk) note() {
	rest := *w
	var length int64
	for len(rest.raw) > 0 {
		n, bad := rest.next()
		if !bad {
			break
		}
		length += w.s.form.inputLen(rest.raw[:n])
		rest.raw = rest.raw[n:]
	}
	kind := NotUTF8
	switch {
	case w.s.form.named:
		kind = Undecodable
	case w.decoded:
		kind = Decoded
	}
	w.s.notUTF8 += length
	if w.s.sink != nil {
		w.s.sink.Note(w.at, Note{Kind: kind, Length: length, Encoding: w.encoding})
	}
}

// noteRest tells of n bytes at the very end that are no whole code unit.
func (s *stream) noteRest(n int64) {
	s.notUTF8 += n
	kind := NotUTF8
	if s.form.named {
		kind = Undecodable
	}
	if s.sink != nil {
		s.sink.Note(s.pos, Note{Kind: kind, Length: n})
	}
}
