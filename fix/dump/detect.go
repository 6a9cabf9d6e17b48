package dump

import (
	"bytes"
	"strings"
)

// detectOther finds the format of what is no SQL.
func detectOther(prefix []byte) Format {
	prefix = bytes.TrimPrefix(prefix, []byte(utf8BOM))
	if hasNUL(prefix) && !isPHP(prefix) {
		return Text
	}
	if f, ok := detectJSON(prefix); ok {
		return f
	}
	if isPHP(prefix) {
		return PHP
	}
	if f, ok := detectFields(prefix); ok {
		return f
	}
	return Text
}

// sample reads ahead at the start of the input, and returns what a walker looks
// at before it walks.
func (f *flow) sample() []byte {
	n := min(DetectLen, f.chunk)
	for len(f.buf) < n && f.more() {
	}
	return f.buf[:min(len(f.buf), n)]
}

// detectJSON tells whether a file is JSON by reading all of the prefix as such.
// A line of a log may start with a bracket, too.
func detectJSON(prefix []byte) (Format, bool) {
	p := jsonParser{text: string(prefix)}
	texts, lines := 0, 0
	for p.space(); p.pos < len(p.text); p.space() {
		if c := p.text[p.pos]; c != '{' && c != '[' {
			return Text, false
		}
		start := p.pos
		p.tokens, p.open = p.tokens[:0], p.open[:0]
		ok := p.value()
		if !ok && (!p.cut() || len(p.tokens) == 0 && texts == 0 && len(prefix) < DetectLen) {
			return Text, false
		}
		if ok {
			texts++
			if !strings.Contains(p.text[start:p.pos], "\n") {
				lines++
			}
			continue
		}
		if texts == 0 {
			return JSON, true
		}
		break
	}
	if texts > 1 && lines == texts {
		return NDJSON, true
	}
	return JSON, texts > 0
}

// isPHP tells whether a file is one serialized value: as far as the prefix goes
// where that is full.
func isPHP(prefix []byte) bool {
	p := phpParser{text: strings.TrimRight(string(prefix), "\r\n")}
	if p.text == "" || !phpStarts(p.text, 0) {
		return false
	}
	return len(prefix) == DetectLen || p.value(0) && p.pos == len(p.text)
}
