package dump

import "strings"

// A jsonToken is a string in a JSON text: the bytes [start,end) between its
// quotes.
type jsonToken struct {
	start, end int
	key        bool
}

// repairJSON repairs the strings of text, which is a JSON object or array, by
// f, and keeps their spelling, see repairJSONString. It reports false where
// text is no JSON, and f alone can be used. Keys stay, as in files of JSON: programs
// know them. They are handed to f all the same. Depth is that of values in values.
func repairJSON(text string, f textFunc, depth int) (string, bool) {
	tokens, ok := jsonTokens(text)
	if !ok {
		return text, false
	}
	changed := false
	before, after := make([]string, len(tokens)), make([]string, len(tokens))
	for i, t := range tokens {
		repair := func(s string) string { return repairNested(s, f, depth+1) }
		if t.key {
			repair = func(s string) string { f.do(s, asKey); return s }
		}
		before[i] = text[t.start:t.end]
		after[i] = before[i]
		if out, ok := repairJSONString([]byte(before[i]), repair); ok {
			after[i], changed = string(out), true
		}
	}
	if len(tokens) > 1 && jsonInContext(text, tokens, f, before, after) {
		changed = true
	}
	if !changed {
		return text, true
	}
	var b strings.Builder
	done := 0
	for i, t := range tokens {
		b.WriteString(text[done:t.start])
		b.WriteString(after[i])
		done = t.end
	}
	b.WriteString(text[done:])
	return b.String(), true
}

// jsonTokens finds the strings of a text that is, white space aside, one JSON
// object or array by RFC 8259, or a string with escapes for what is not ASCII.
// A string without is as good as plain text, and prose in quotes looks like it.
func jsonTokens(text string) ([]jsonToken, bool) {
	start := len(text) - len(strings.TrimLeft(text, jsonSpace))
	if start == len(text) || strings.IndexByte(`{["`, text[start]) < 0 {
		return nil, false
	}
	p := jsonParser{text: text}
	if !p.value() {
		return nil, false
	}
	p.space()
	if p.pos < len(text) || text[start] == '"' && !strings.Contains(text, `\u`) {
		return nil, false
	}
	return p.tokens, true
}

const jsonSpace = " \t\r\n"

// A jsonParser reads JSON strictly, and without recursion: text may nest as
// deep as it likes.
type jsonParser struct {
	text   string
	pos    int
	open   []bool // the objects and arrays that are open: which of them are objects
	tokens []jsonToken
}

// value reads one value and all in it.
func (p *jsonParser) value() bool {
	for {
		// A value starts here.
		p.space()
		switch c := p.peek(); c {
		case '{':
			p.open = append(p.open, true)
			p.pos++
			if p.space(); p.peek() != '}' {
				if !p.key() {
					return false
				}
				continue
			}
		case '[':
			p.open = append(p.open, false)
			p.pos++
			if p.space(); p.peek() != ']' {
				continue
			}
		case '"':
			if !p.string(false) {
				return false
			}
		default:
			if !p.scalar() {
				return false
			}
		}
		// A value has ended, or its end comes next.
		more, ok := p.closeAll()
		if !ok || !more {
			return ok
		}
	}
}

// closeAll reads what may follow a value, up to where the next one starts, if
// there is more.
func (p *jsonParser) closeAll() (more, ok bool) {
	for len(p.open) > 0 {
		object := p.open[len(p.open)-1]
		p.space()
		c := p.peek()
		p.pos++
		switch {
		case c == ',' && !object:
			return true, true
		case c == ',':
			p.space()
			return true, p.key()
		case c == ']' && !object, c == '}' && object:
			p.open = p.open[:len(p.open)-1]
		default:
			return false, false
		}
	}
	return false, true
}

// key reads a key and its colon.
func (p *jsonParser) key() bool {
	if p.peek() != '"' || !p.string(true) {
		return false
	}
	p.space()
	p.pos++
	return p.pos <= len(p.text) && p.text[p.pos-1] == ':'
}

func (p *jsonParser) string(key bool) bool {
	start := p.pos + 1
	for i := start; i < len(p.text); i++ {
		switch c := p.text[i]; {
		case c == '"':
			p.tokens = append(p.tokens, jsonToken{start, i, key})
			p.pos = i + 1
			return true
		case c < ' ':
			return false
		case c == '\\':
			i++
			if i == len(p.text) {
				break
			}
			if strings.IndexByte(`"\/bfnrtu`, p.text[i]) < 0 {
				return false
			}
			if p.text[i] == 'u' && i+5 <= len(p.text) {
				if _, ok := hex4([]byte(p.text[i-1 : i+5])); !ok {
					return false
				}
			}
		}
	}
	p.pos = len(p.text)
	return false
}

// cut tells, where a value could not be read, whether that is for want of text.
func (p *jsonParser) cut() bool { return p.pos >= len(p.text) }

// scalar reads a number, true, false or null. Numbers are not checked further.
func (p *jsonParser) scalar() bool {
	start := p.pos
	for p.pos < len(p.text) && (isWordByte(p.text[p.pos]) || strings.IndexByte("+-.", p.text[p.pos]) >= 0) {
		p.pos++
	}
	switch word := p.text[start:p.pos]; {
	case word == "true", word == "false", word == "null":
		return true
	case word == "":
		return false
	default:
		return word[0] == '-' || '0' <= word[0] && word[0] <= '9'
	}
}

func (p *jsonParser) space() {
	for p.pos < len(p.text) && strings.IndexByte(jsonSpace, p.text[p.pos]) >= 0 {
		p.pos++
	}
}

// peek returns the byte at pos, 0 at the end.
func (p *jsonParser) peek() byte {
	if p.pos < len(p.text) {
		return p.text[p.pos]
	}
	return 0
}
