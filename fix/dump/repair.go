package dump

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// repair fills b.out: b.data where nothing changes. It ends between two cells with the error of the context.
func (p *pipe) repair(b *batch, g *gate) error {
	if g != nil {
		g.pass(b)
	}
	if b.format == JSON || b.format == NDJSON {
		b.splitJSON()
	}
	b.out = b.data
	done, counted := 0, 0
	line := b.line
	lineOf := func(s *spot) int64 {
		line += int64(bytes.Count(b.data[counted:s.start], newline))
		counted = s.start
		return line
	}
	changed := false
	var scratch []byte
	for i := range b.spots {
		s := &b.spots[i]
		if s.clean || s.part {
			if p.asked(s, s.end-s.start) {
				p.keyed(&b.tally, s, lineOf(s), s.text(b.data), "")
			}
			continue
		}
		text := s.patch
		if s.col != nil {
			if err := p.ctx.Err(); err != nil {
				return err
			}
			r := repairer{f: p.f, spot: s, tally: &b.tally, scratch: scratch}
			r.cell = Cell{
				Format: b.format, Table: s.col.stats.Table, Column: s.col.stats.Column,
				Definition: s.definition, NoSchema: s.col.noSchema,
				Offset: b.base + int64(s.start), Line: lineOf(s), Raw: b.data[s.start:s.end:s.end], spot: s, repairs: p.repairs,
			}
			var ok bool
			text, ok = r.run()
			scratch = r.scratch
			if r.judged && !s.definition && p.asked(s, len(r.stands)) {
				before := ""
				if r.stands != r.cell.Text {
					before = cutSample(r.cell.Text)
				}
				p.keyed(&b.tally, s, line, []byte(r.stands), before)
			}
			if p.watch != nil && r.judged {
				p.watch(&r.cell, r.after)
			}
			if !ok {
				continue
			}
		}
		if p.watch != nil {
			continue
		}
		if !changed {
			changed = true
			b.own = b.own[:0]
		}
		b.own = append(b.own, b.data[done:s.start]...)
		b.own = append(b.own, text...)
		done = s.end
	}
	if changed {
		b.own = append(b.own, b.data[done:]...)
		b.out = b.own
	}
	return nil
}

// text returns what the spot stands for in data.
func (s *spot) text(data []byte) []byte {
	if raw := data[s.start:s.end]; !s.plain && !s.part {
		return s.spell.decode(nil, raw)
	} else {
		return raw
	}
}

// A repairer repairs one cell.
type repairer struct {
	f     Func
	spot  *spot
	cell  Cell
	tally *tally

	scratch []byte // for texts

	judged bool   // the Func saw it
	after  string // its text then
	stands string // its text in the output
}

// run returns what is to stand in place of the raw value; not ok means that
// it stays.
func (r *repairer) run() (raw []byte, ok bool) {
	c, s := &r.cell, r.spot
	plain := s.plain || s.spell.plain(c.Raw)
	if plain {
		c.Text = string(c.Raw)
	} else {
		c.Text = string(r.decode(c.Raw))
	}
	recoded, stays := false, false
	if !isASCII(c.Text) {
		stays = s.names.foreign() && !s.recode
		switch valid := utf8.ValidString(c.Text); {
		case s.names.foreign() && (s.recode || valid):
			// What the server would read, and that also where the bytes happen to
			// be UTF-8: AVÓ® in latin1 is "AV\u04ee" in it.
			text, ok := s.names.read(c.Text)
			switch {
			case ok:
				c.Text, recoded = text, true
			case stays:
				r.trapConnection(text, c.Text)
				return nil, false
			default:
				r.counts().NotText++
				return nil, false
			}
		case !valid:
			if !s.left {
				r.counts().NotText++
			}
			return nil, false
		}
	}
	if c.NoSchema && hasControls(c.Text) || binaryMagic(c.Text) {
		r.counts().Binary++
		return nil, false
	}
	if s.key {
		c.Key = true
		part(c, r.f).do(c.Text, asKey)
		if c.keys {
			r.counts().Keys++
		}
		r.judged, r.after, r.stands = true, c.Text, c.Text
		return nil, false
	}
	text, changed := r.value()
	if changed && s.left {
		r.counts().Left++
		if len(r.tally.left) < MaxProblems {
			r.tally.left = append(r.tally.left, Place{c.Line, c.Offset, s.col.statement})
		}
		changed = false
	}
	if !changed {
		text = c.Text
	}
	r.judged, r.after, r.stands = true, text, c.Text
	switch {
	case stays:
		if changed {
			r.trapConnection(c.Text, text)
		}
		return nil, false
	case !changed && !recoded:
		return nil, false
	}
	if trap := c.trap(text); trap != nil {
		r.trap(*trap)
		return nil, false
	}
	bare := plain && s.spell.bare(text)
	switch {
	case bare:
		raw = []byte(text)
	case recoded:
		raw = s.spell.append(nil, text)
	default:
		raw = respell(c.Raw, s.spell, plain, c.Text, text)
	}
	if !bare && string(r.decode(raw)) != text || !utf8.ValidString(text) || c.Format.barsNUL() && strings.IndexByte(text, 0) >= 0 {
		r.counts().Broken++
		r.after = c.Text
		return nil, false
	}
	if s.spell.wrap != nil {
		raw = s.spell.wrap(c.Raw, raw)
	}
	r.stands = text
	if changed {
		n := r.counts()
		n.Repaired++
		if len(n.Samples) < MaxSamples {
			n.Samples = append(n.Samples, sampleOf(c.Line, c.Text, text))
		}
	}
	return raw, true
}

// trap counts a cell that is left because of a character set.
func (r *repairer) trap(t Trap) {
	r.counts().Trapped++
	r.tally.traps = append(r.tally.traps, t)
}

// trapConnection is trap where it is the connection's.
func (r *repairer) trapConnection(before, after string) {
	c := &r.cell
	n := r.spot.names
	r.trap(Trap{Table: c.Table, Column: c.Column, Charset: n.name, Connection: true, Fixed: n.fixed, Cells: 1, Sample: sampleOf(c.Line, before, after)})
}

// decode returns the text that raw stands for, up to the next call.
func (r *repairer) decode(raw []byte) []byte {
	r.scratch = r.spot.spell.decode(r.scratch[:0], raw)
	return r.scratch
}

// value has the cell repaired and counts what the Func says of it.
func (r *repairer) value() (text string, changed bool) {
	c := &r.cell
	var ok bool
	switch {
	case r.spot.col.array:
		text, ok = repairArray(c, r.f)
	case r.spot.col.set && !r.spot.definition:
		text, ok = repairSet(c, r.f), true
	default:
		text, ok = repairValue(c, r.f)
	}
	if !ok {
		r.counts().Broken++
	}
	if c.Suspects > 0 {
		r.counts().Suspects++
	}
	if c.Lost > 0 {
		r.counts().Lost++
	}
	if c.keys {
		r.counts().Keys++
	}
	changed = ok && text != c.Text
	if n := r.spot.col.size; n > 0 && !r.spot.definition && (changed || c.Suspects+c.Lost > 0) && utf8.RuneCountInString(c.Text) >= n {
		r.counts().Cut++
	}
	return text, changed
}

func (r *repairer) counts() *ColumnStats { return r.tally.of(r.spot.col.stats) }

func isASCII[T string | []byte](s T) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// hasControls tells whether s has controls that text has no use for.
func hasControls(s string) bool {
	for i := range len(s) {
		if b := s[i]; b < ' ' && b != '\t' && b != '\n' && b != '\r' || b == 0x7F {
			return true
		}
	}
	return false
}

// binaryMagic tells whether s begins as igbinary does (versions 1 and 2), whose
// lengths a repair would make wrong.
func binaryMagic(s string) bool {
	return strings.HasPrefix(s, "\x00\x00\x00\x01") || strings.HasPrefix(s, "\x00\x00\x00\x02")
}
