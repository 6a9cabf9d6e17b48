package dump

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// repairJSONString repairs the string that raw, which stands between quotes,
// spells. What is not repaired keeps its spelling, and what is gets that of
// the damage: escapes where the damage was all in escapes, else plain UTF-8. An
// escape that means nothing, half a surrogate pair and bytes that are not UTF-8
// stay, and part the string: what stands on each side is a text.
func repairJSONString(raw []byte, repair func(string) string) (out []byte, changed bool) {
	var b strings.Builder
	out = raw
	done, start := 0, 0
	flush := func(end int) {
		if b.Len() == 0 {
			return
		}
		before := b.String()
		b.Reset()
		after := repair(before)
		if after == before {
			return
		}
		if !changed {
			out, changed = make([]byte, 0, len(raw)), true
		}
		out = append(out, raw[done:start]...)
		out = respellJSON(out, raw[start:end], before, after)
		done = end
	}
	for i := 0; i < len(raw); {
		r, n := jsonUnit(raw[i:])
		if r < 0 {
			flush(i)
			start = i + n
		} else {
			b.WriteRune(r)
		}
		i += n
	}
	flush(len(raw))
	if changed {
		out = append(out, raw[done:]...)
	}
	return out, changed
}

// notText is jsonUnit's rune for what is no part of a text.
const notText = -1

// jsonUnit reads what raw, the inside of a string, starts with: a rune, plain
// or as an escape, and how many bytes spell it.
func jsonUnit(raw []byte) (rune, int) {
	if raw[0] != '\\' {
		return plainUnit(raw)
	}
	if len(raw) < 2 {
		return notText, 1
	}
	if at := strings.IndexByte(`"\/bfnrt`, raw[1]); at >= 0 {
		return rune("\"\\/\b\f\n\r\t"[at]), 2
	}
	if raw[1] != 'u' {
		return notText, 1
	}
	r, ok := hex4(raw)
	switch {
	case !ok:
		return notText, 1
	case !utf16.IsSurrogate(r):
		return r, 6
	}
	if low, ok := hex4(raw[6:]); ok {
		if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
			return pair, 12
		}
	}
	return notText, 6
}

// plainUnit reads a rune that is spelt as it is.
func plainUnit(raw []byte) (rune, int) {
	r, n := utf8.DecodeRune(raw)
	if r == utf8.RuneError && n < 2 {
		return notText, n
	}
	return r, n
}

// hex4 reads \uXXXX at the start of raw.
func hex4(raw []byte) (rune, bool) {
	if len(raw) < 6 || raw[0] != '\\' || raw[1] != 'u' {
		return 0, false
	}
	var r rune
	for _, c := range raw[2:6] {
		switch {
		case '0' <= c && c <= '9':
			r = r<<4 | rune(c-'0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return r, true
}

// respellJSON appends after, as raw, which spells before, would spell it.
func respellJSON(dst, raw []byte, before, after string) []byte {
	whole := jsonStyleOf(raw)
	if len(raw) == len(before) && bytes.IndexByte(raw, '\\') < 0 && strings.IndexFunc(before, isControl) < 0 {
		return appendJSON(dst, after, whole)
	}
	at, text, done := 0, 0, 0
	// to walks to a place in before, and at is where that is in raw.
	to := func(place int) {
		for text < place {
			r, n := jsonUnit(raw[at:])
			text += utf8.RuneLen(r)
			at += n
		}
	}
	for _, e := range edits(before, after) {
		to(e.start)
		dst = append(dst, raw[done:at]...)
		start := at
		to(e.end)
		dst = appendJSON(dst, e.text, jsonStyleOf(raw[start:at]).or(whole))
		done = at
	}
	return append(dst, raw[done:]...)
}

func isControl(r rune) bool { return r < ' ' }

// A jsonStyle says how a run of a string spells what is not ASCII.
type jsonStyle struct {
	plain, escaped bool // it has such runes, spelt so
	upper, lower   bool // it has digits A to F in escapes, spelt so
}

// or is the style, or what is left open in it as in the whole.
func (s jsonStyle) or(whole jsonStyle) jsonStyle {
	if !s.plain && !s.escaped {
		s.plain, s.escaped = whole.plain, whole.escaped
	}
	if !s.upper && !s.lower {
		s.upper, s.lower = whole.upper, whole.lower
	}
	return s
}

func jsonStyleOf(raw []byte) jsonStyle {
	var s jsonStyle
	for i := 0; i < len(raw); {
		r, n := jsonUnit(raw[i:])
		switch {
		case r >= utf8.RuneSelf && raw[i] == '\\':
			s.escaped = true
			for _, c := range raw[i+2 : i+n] {
				s.upper = s.upper || 'A' <= c && c <= 'F'
				s.lower = s.lower || 'a' <= c && c <= 'f'
			}
		case r >= utf8.RuneSelf:
			s.plain = true
		}
		i += n
	}
	return s
}

// appendJSON appends text as the inside of a string. U+2028 and U+2029 are
// always escaped: JSON may hold them, but scripts that it is pasted into may
// not.
func appendJSON(dst []byte, text string, s jsonStyle) []byte {
	hex := "0123456789abcdef"
	if s.upper && !s.lower {
		hex = "0123456789ABCDEF"
	}
	escape := func(r uint16) {
		dst = append(dst, '\\', 'u', hex[r>>12], hex[r>>8&15], hex[r>>4&15], hex[r&15])
	}
	for _, r := range text {
		switch at := strings.IndexRune("\"\\\b\f\n\r\t", r); {
		case at >= 0:
			dst = append(dst, '\\', `"\bfnrt`[at])
		case r < ' ', r == '\u2028', r == '\u2029', r >= utf8.RuneSelf && r < 0x10000 && s.escaped && !s.plain:
			escape(uint16(r))
		case r >= 0x10000 && s.escaped && !s.plain:
			high, low := utf16.EncodeRune(r)
			escape(uint16(high))
			escape(uint16(low))
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}
