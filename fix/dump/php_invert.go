package dump

import (
	"unicode"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// maxWholeLayers is how often a value can have been damaged as a whole.
const maxWholeLayers = 3

// invertPHP undoes the damage of a serialized value whose lengths count the
// text that was meant, by these lengths: the connection read all of it through
// one codec, so all of it must go back through that codec, and then every
// length is right. Repair span by span may leave a doubtful one, and with it
// every length behind it wrong. It is for values in which repair found damage;
// ok is false where no codec, or where several give values that can be read.
//
// Damage: s:3:"Г\u00a0s"; is s:3:"às"; by windows-1251. Left: s:4:"à s"; which can be
// read as it stands, and so never comes here.
func invertPHP(text string) (out string, parts []phpPart, ok bool) {
	marked := true
	for _, c := range codec.All() {
		if !c.SingleByte() {
			continue
		}
		got, gotParts := unlayer(text, c)
		if gotParts == nil || got == out {
			continue
		}
		switch m := hasMarks(got); {
		case out == "" || marked && !m:
			out, parts, marked, ok = got, gotParts, m, true
		case m == marked:
			ok = false
		}
	}
	return out, parts, ok
}

// unlayer undoes layers of a codec until the value can be read; parts is nil if
// it never can.
func unlayer(text string, c *codec.Codec) (out string, parts []phpPart) {
	for range maxWholeLayers {
		raw, taken := c.AppendEncode(nil, text)
		if taken < len(text) || !utf8.Valid(raw) {
			return "", nil
		}
		if string(raw) == text { // nothing is left to undo
			return "", nil
		}
		text = string(raw)
		if parts, state := phpParts(text); state == phpWhole && (plausible(text) || plausible(undo(text, c))) {
			return text, parts
		}
	}
	return "", nil
}

// undo is text with a layer of c undone, or text itself. A value that was damaged
// before it was serialized has the damage left, with its controls: "Ð\u009cÐ¾".
func undo(text string, c *codec.Codec) string {
	if raw, taken := c.AppendEncode(nil, text); taken == len(text) && utf8.Valid(raw) {
		return string(raw)
	}
	return text
}

// plausible tells whether a text has only what people write.
func plausible(text string) bool {
	for _, r := range text {
		if r >= 0x80 && r < 0xA0 || r >= utf8.RuneSelf && !unicode.IsGraphic(r) && !unicode.Is(unicode.Cf, r) {
			return false
		}
	}
	return true
}

// hasMarks tells whether combining marks stand in text. Pages of the Mac read
// many a letter of others as one, so they count against a reading.
func hasMarks(text string) bool {
	for _, r := range text {
		if unicode.Is(unicode.Mn, r) {
			return true
		}
	}
	return false
}
