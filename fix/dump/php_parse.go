package dump

import "strings"

// A phpKind says what a string of a serialized value is for.
type phpKind int

const (
	phpText    phpKind = iota // a value
	phpKey                    // a key of an array, or of a plain object
	phpPayload                // what a class with its own serialize() wrote
)

// A phpString is a string in a serialized value. Places are in bytes of the
// text that was parsed.
type phpString struct {
	kind              phpKind
	number, numberEnd int // the phpDigits of its length
	start, end        int // what is between the quotes or braces
	array             int // for a key: where the array starts
}

// maxPHPDepth is how deep arrays and objects may nest. PHP's own limit is its
// unserialize_max_depth of 4,096.
const maxPHPDepth = 4096

// A phpParser reads a serialized value strictly by its lengths and counts, as
// unserialize() does, and notes the strings in it that are text. Names of
// classes, of declared properties and of enum cases are none: they belong to a
// program.
type phpParser struct {
	text    string
	pos     int
	strings []phpString
}

// value reads one value. Where it reports false, pos is no longer of use.
func (p *phpParser) value(depth int) bool {
	if p.pos >= len(p.text) || depth > maxPHPDepth {
		return false
	}
	kind := p.text[p.pos]
	p.pos++
	switch kind {
	case 'N':
		return p.literal(";")
	case 'b':
		return p.literal(":0;") || p.literal(":1;")
	case 'i':
		return p.literal(":") && p.run("+-") <= 1 && p.run(phpDigits) > 0 && p.literal(";")
	case 'r', 'R':
		_, ok := p.number()
		return ok && p.literal(";")
	case 'd':
		return p.literal(":") && p.run("+-.eEINFA"+phpDigits) > 0 && p.literal(";")
	case 's':
		return p.quoted(phpText, 0, true) && p.literal(";")
	case 'S':
		return p.escaped()
	case 'a':
		at := p.pos - 1
		n, ok := p.number()
		return ok && p.literal(":{") && p.pairs(n, at, true, depth) && p.literal("}")
	case 'O':
		at := p.pos - 1
		class, ok := p.name()
		if !ok {
			return false
		}
		n, ok := p.number()
		return ok && p.literal(":{") && p.pairs(n, at, class == "stdClass", depth) && p.literal("}")
	case 'C':
		_, ok := p.name()
		return ok && p.payload()
	case 'E':
		_, ok := p.name()
		return ok && p.literal(";")
	}
	return false
}

const phpDigits = "0123456789"

// pairs reads the n keys and values between braces.
func (p *phpParser) pairs(n, array int, keysAreText bool, depth int) bool {
	for range n {
		if p.pos >= len(p.text) {
			return false
		}
		switch p.text[p.pos] {
		case 's':
			p.pos++
			if !p.quoted(phpKey, array, keysAreText) || !p.literal(";") {
				return false
			}
		case 'i', 'S':
			if !p.value(depth + 1) {
				return false
			}
		default:
			return false
		}
		if !p.value(depth + 1) {
			return false
		}
	}
	return true
}

// number reads ":" and the phpDigits of a length or count that the rest of the
// text has room for.
func (p *phpParser) number() (int, bool) {
	if !p.literal(":") {
		return 0, false
	}
	start, n := p.pos, 0
	for p.pos < len(p.text) && '0' <= p.text[p.pos] && p.text[p.pos] <= '9' {
		if n = n*10 + int(p.text[p.pos]-'0'); n > len(p.text) {
			return 0, false
		}
		p.pos++
	}
	return n, p.pos > start
}

// quoted reads :N:"…" and notes the string if it is text.
func (p *phpParser) quoted(kind phpKind, array int, isText bool) bool {
	s := phpString{kind: kind, array: array, number: p.pos + 1}
	n, ok := p.number()
	if !ok {
		return false
	}
	s.numberEnd = p.pos
	if !p.literal(`:"`) || n > len(p.text)-p.pos {
		return false
	}
	s.start, s.end = p.pos, p.pos+n
	p.pos += n
	if isText {
		p.strings = append(p.strings, s)
	}
	return p.literal(`"`)
}

// name reads :N:"…" and returns what is quoted.
func (p *phpParser) name() (string, bool) {
	n, ok := p.number()
	if !ok || !p.literal(`:"`) || n > len(p.text)-p.pos {
		return "", false
	}
	name := p.text[p.pos : p.pos+n]
	p.pos += n
	return name, p.literal(`"`)
}

// payload reads :N:{…}, which has no rules inside.
func (p *phpParser) payload() bool {
	s := phpString{kind: phpPayload, number: p.pos + 1}
	n, ok := p.number()
	if !ok {
		return false
	}
	s.numberEnd = p.pos
	if !p.literal(":{") || n > len(p.text)-p.pos {
		return false
	}
	s.start, s.end = p.pos, p.pos+n
	p.pos += n
	p.strings = append(p.strings, s)
	return p.literal("}")
}

// escaped reads the :N:"…"; of an S, in which \c3 is one byte. PHP reads these
// and never writes them; they are left as they are.
func (p *phpParser) escaped() bool {
	n, ok := p.number()
	if !ok || !p.literal(`:"`) {
		return false
	}
	for range n {
		step := 1
		if p.pos < len(p.text) && p.text[p.pos] == '\\' {
			step = 3
		}
		if p.pos += step; p.pos > len(p.text) {
			return false
		}
	}
	return p.literal(`";`)
}

// literal reads s, if it stands there.
func (p *phpParser) literal(s string) bool {
	if !strings.HasPrefix(p.text[p.pos:], s) {
		return false
	}
	p.pos += len(s)
	return true
}

// run reads bytes of a set and returns how many.
func (p *phpParser) run(set string) int {
	start := p.pos
	for p.pos < len(p.text) && strings.IndexByte(set, p.text[p.pos]) >= 0 {
		p.pos++
	}
	return p.pos - start
}
