package dump

import (
	"strings"
)

// arraySpelling is that of an element of a PostgreSQL array between double
// quotes.
var arraySpelling = newSpelling(`\`, `\"`, arrayUnit, func(dst []byte, b byte) []byte { return append(dst, '\\', b) })

func arrayUnit(dst, raw []byte) ([]byte, int) {
	if len(raw) == 1 {
		return append(dst, '\\'), 1
	}
	return append(dst, raw[1]), 2
}

// repairArray repairs the elements of an array in its text form, {a,"b c"},
// each for itself. Text that is no array is repaired as one.
func repairArray(c *Cell, f Func) (text string, ok bool) {
	elements, isArray := arrayElements(c.Text)
	if !isArray {
		return repairValue(c, f)
	}
	var b strings.Builder
	done := 0
	for _, e := range elements {
		raw := c.Text[e.start:e.end]
		part := *c
		part.Text, part.Suspects, part.Lost = raw, 0, 0
		plain := !e.quoted || arraySpelling.plain([]byte(raw))
		if !plain {
			part.Text = string(arraySpelling.decode(nil, []byte(raw)))
		}
		after, ok := repairValue(&part, f)
		c.Suspects += part.Suspects
		c.Lost += part.Lost
		c.keys = c.keys || part.keys
		if !ok || after == part.Text {
			continue
		}
		b.WriteString(c.Text[done:e.start])
		switch {
		case e.quoted:
			b.Write(respell([]byte(raw), arraySpelling, plain, part.Text, after))
		case needsQuotes(after):
			b.WriteByte('"')
			b.Write(arraySpelling.append(nil, after))
			b.WriteByte('"')
		default:
			b.WriteString(after)
		}
		done = e.end
	}
	if done == 0 {
		return c.Text, true
	}
	b.WriteString(c.Text[done:])
	return b.String(), true
}

// An element is a value of an array, without its quotes.
type element struct {
	span
	quoted bool
}

// arrayElements returns the elements of an array, of all its dimensions.
func arrayElements(s string) (list []element, ok bool) {
	i := 0
	if strings.HasPrefix(s, "[") { // [2:3]={…}
		i = strings.IndexByte(s, '=') + 1
	}
	if i >= len(s) || s[i] != '{' {
		return nil, false
	}
	depth := 0
	for i < len(s) {
		switch c := s[i]; c {
		case '{':
			depth++
			i++
		case '}':
			if depth--; depth == 0 {
				return list, i == len(s)-1
			}
			i++
		case ',', ' ', ';': // box has semicolons
			i++
		case '"':
			start := i + 1
			for i = start; i < len(s) && s[i] != '"'; i++ {
				if s[i] == '\\' {
					i++
				}
			}
			if i >= len(s) {
				return nil, false
			}
			list = append(list, element{span{start, i}, true})
			i++
		default:
			start := i
			for i < len(s) && strings.IndexByte(`,{}"\`, s[i]) < 0 {
				i++
			}
			if i < len(s) && (s[i] == '"' || s[i] == '\\' || s[i] == '{') {
				return nil, false
			}
			list = append(list, element{span{start, i}, false})
		}
	}
	return nil, false
}

// needsQuotes tells whether an element cannot stand without quotes.
func needsQuotes(s string) bool {
	return s == "" || strings.EqualFold(s, "null") || strings.ContainsAny(s, "{},\"\\ \t\n\r\v\f")
}
