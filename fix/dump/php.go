package dump

import (
	"strconv"
	"strings"
)

// PHP's serialize() writes the length of every string, in bytes, before it:
// s:6:"caf\u00c3\u00a9\u00c2";. In damaged text that number means one of two things. Where the
// program's text was damaged before it was serialized, the number counts the
// damaged bytes, and must be written anew. Where the connection to the
// database damaged all of the value, it counts the bytes that were meant: the
// value cannot be read as it is, and repair makes the number right again.
// Both happen in one table. Reading the value strictly by its numbers tells
// them apart.

// A phpState says what a text is to PHP.
type phpState int

const (
	phpNone   phpState = iota // holds no serialized value
	phpWhole                  // is, or holds, values that can be read
	phpBroken                 // holds a value that cannot be read, repaired or not
)

// repairPHP repairs text that is PHP-serialized, or has serialized values in
// it, by f, and keeps every length true. Where text holds no such value f alone
// can be used. A value that cannot be read even when repaired stays as it is,
// and so does all of text. Depth is that of values in values.
func repairPHP(text string, f textFunc, depth int) (string, phpState) {
	parts, state := phpParts(text)
	switch state {
	case phpNone:
		return text, phpNone
	case phpWhole:
		if out, ok := repairAll(text, parts, f, depth); ok {
			return out, phpWhole
		}
		return repairParts(text, parts, f, depth), phpWhole
	}
	repaired := betweenNULs(text, f)
	if repaired == text {
		return text, phpBroken
	}
	parts, state = phpParts(repaired)
	if !f.repairs {
		if state == phpWhole {
			return repaired, phpWhole
		}
		return text, phpBroken
	}
	if state != phpWhole {
		var ok bool
		if repaired, parts, ok = invertPHP(text); !ok {
			return text, phpBroken
		}
	}
	// What was damaged before and after serialize() is now as after the
	// first damage; and repair ends where a second one finds nothing.
	return repairParts(repaired, parts, f, depth), phpWhole
}

// repairAll repairs a text that starts with a value and does not end with it,
// where all of the text is one value once repaired: s:7:"é\";x";" damaged is
// itself a shorter value, and a rest.
func repairAll(text string, parts []phpPart, f textFunc, depth int) (string, bool) {
	if !f.repairs || parts[0].start != 0 || len(parts) > 1 || parts[0].end == len(text) {
		return "", false
	}
	repaired := betweenNULs(text, f)
	if repaired == text {
		return "", false
	}
	p := phpParser{text: repaired}
	if !p.value(0) || p.pos != len(repaired) {
		return "", false
	}
	return repairParts(repaired, []phpPart{{0, p.pos, p.strings}}, f, depth), true
}

// betweenNULs calls f on what stands between NULs, which are in the names of
// private properties: text with a NUL is binary to most repairs.
func betweenNULs(text string, f textFunc) string {
	if strings.IndexByte(text, 0) < 0 {
		return f.of(text)
	}
	parts := strings.Split(text, "\x00")
	for i, p := range parts {
		parts[i] = f.of(p)
	}
	return strings.Join(parts, "\x00")
}

// A phpPart is a serialized value in a text, [start,end) in bytes.
type phpPart struct {
	start, end int
	strings    []phpString
}

// phpParts finds the values that can be read in text, in one pass: after a
// value that can be read it goes on behind it, and at one that cannot it stops.
func phpParts(text string) ([]phpPart, phpState) {
	var parts []phpPart
	for i := 0; i < len(text); {
		n := strings.IndexByte(text[i:], ':')
		if n < 0 {
			break
		}
		at := i + n - 1
		i += n + 1
		if at < 0 || !phpStarts(text, at) {
			continue
		}
		p := phpParser{text: text, pos: at}
		if p.value(0) {
			parts = append(parts, phpPart{at, p.pos, p.strings})
			i = p.pos
			continue
		}
		// A lone string in prose is only taken for one where it is all
		// of the text.
		if text[at] != 's' || at == 0 && strings.HasSuffix(text, `";`) {
			return nil, phpBroken
		}
	}
	if parts == nil {
		return nil, phpNone
	}
	return parts, phpWhole
}

// phpStarts tells whether a value with strings in it may start at byte i of
// text: a:1:{, O:8:", C:11:", E:5:" or s:4:".
func phpStarts(text string, i int) bool {
	opener := byte('"')
	switch text[i] {
	case 'a':
		opener = '{'
	case 'O', 'C', 'E', 's':
	default:
		return false
	}
	if i > 0 && isWordByte(text[i-1]) {
		return false
	}
	p := phpParser{text: text, pos: i + 1}
	if !p.literal(":") || p.run(phpDigits) == 0 || !p.literal(":") || p.pos >= len(text) || text[p.pos] != opener {
		return false
	}
	// "a:2:{" alone is nothing yet: what comes first in it must be a key,
	// or its end.
	return opener == '"' || p.literal("{}") || p.literal("{i:") || p.literal("{s:") || p.literal("{S:") || p.pos+2 >= len(text)
}

func isWordByte(b byte) bool {
	return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9' || b == '_'
}

// repairParts repairs the strings of the values, and the text around them, and
// writes what lengths they then have.
func repairParts(text string, parts []phpPart, f textFunc, depth int) string {
	var b strings.Builder
	done := 0
	for _, part := range parts {
		b.WriteString(betweenNULs(text[done:part.start], f))
		b.WriteString(repairStrings(text[part.start:part.end], part, f, depth))
		done = part.end
	}
	b.WriteString(betweenNULs(text[done:], f))
	if b.Len() == len(text) && b.String() == text {
		return text
	}
	return b.String()
}

// repairStrings repairs the strings of one value.
func repairStrings(value string, part phpPart, f textFunc, depth int) string {
	n := len(part.strings)
	places, owners, before, after := make([]span, n), make([]int, n), make([]string, n), make([]string, n)
	for i, s := range part.strings {
		places[i] = span{s.start - part.start, s.end - part.start}
		before[i], owners[i] = value[places[i].start:places[i].end], notKey
		if s.kind == phpKey {
			owners[i] = s.array
		}
		after[i] = repairString(before[i], s.kind, f, depth)
	}
	if n > 1 {
		for i, text := range inContext(value, places, f) {
			if k := part.strings[i].kind; after[i] == before[i] && k != phpPayload && isLeaf(before[i]) {
				after[i] = text
			}
		}
	}
	keepKeysApart(owners, before, after)
	var b strings.Builder
	done := 0
	for i, s := range part.strings {
		if after[i] == before[i] {
			continue
		}
		b.WriteString(value[done : s.number-part.start])
		b.WriteString(strconv.Itoa(len(after[i])))
		b.WriteString(value[s.numberEnd-part.start : s.start-part.start])
		b.WriteString(after[i])
		done = s.end - part.start
	}
	b.WriteString(value[done:])
	return b.String()
}

// notKey is the owner of a string that is no key.
const notKey = -1

// keepKeysApart takes back the repair of an array's keys where two would become the
// same: what reads them would drop one. Each string has an owner, notKey if it is no key.
func keepKeysApart(owners []int, before, after []string) {
	changed := map[int]bool{}
	for i, o := range owners {
		if o != notKey && after[i] != before[i] {
			changed[o] = true
		}
	}
	if len(changed) == 0 {
		return
	}
	type key struct {
		owner int
		text  string
	}
	seen, clash := map[key]string{}, map[int]bool{}
	for i, o := range owners {
		if !changed[o] {
			continue
		}
		k := key{o, after[i]}
		if was, ok := seen[k]; ok && was != before[i] {
			clash[o] = true
		}
		seen[k] = before[i]
	}
	for i, o := range owners {
		if clash[o] {
			after[i] = before[i]
		}
	}
}

func repairString(text string, kind phpKind, f textFunc, depth int) string {
	switch kind {
	case phpText:
		return repairNested(text, f, depth+1)
	case phpKey:
		return betweenNULs(text, f)
	case phpPayload:
		// What a class writes by itself may be anything: only what can
		// be read as serialized is touched, in full view of its length.
		if out, state := repairPHP(text, f, depth+1); state == phpWhole && depth < maxNesting {
			return out
		}
	}
	return text
}
