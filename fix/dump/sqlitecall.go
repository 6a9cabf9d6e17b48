package dump

import (
	"bytes"
	"strings"
	"sync"
)

// The .dump command of sqlite3 keeps line ends out of literals. It writes
//
//	replace(replace('a\nb','\r',char(13)),'\n',char(10))
//
// with another placeholder where the text holds \n itself; since 3.50
// unistr('a\u000ab').

// A call says in which function a literal stands.
type call byte

const (
	callNone call = iota
	callReplace
	callUnistr
	callDone // behind the literal
)

// noteCall notes the function that a word begins.
func (w *sqlWalker) noteCall(k kind) {
	if !w.sqlite || w.call == callDone {
		return
	}
	if w.is(k, "REPLACE") {
		w.call = callReplace
	} else if w.is(k, "UNISTR") {
		w.call = callUnistr
	}
}

// markCall marks the literal at hand, which stands in a call.
func (w *sqlWalker) markCall(c *column) {
	call := w.call
	w.call = callDone
	switch call {
	case callDone:
		return // a placeholder
	case callUnistr:
		w.lit.style = inUnistr
	case callReplace:
		w.ahead(maxTail)
		tail := w.f.buf[w.f.pos:]
		holders := placeholders(tail[:min(len(tail), maxTail)])
		if len(holders) == 0 {
			c.stats.Cells++
			return
		}
		w.lit.style, w.holders = withPlaceholders, placeholderSpelling(holders)
	}
	w.mark(c)
}

const (
	// maxTail, in bytes, is how long the rest of two calls of replace may be:
	// ,'(\r4294967295)',char(13)),'(\n4294967295)',char(10)) has 54.
	maxTail = 80
)

// A placeholder is what stands for a line end.
type placeholder struct {
	text string
	char byte
}

// placeholders reads what follows the first literal of replace(…).
func placeholders(b []byte) (list []placeholder) {
	for {
		rest, ok := bytes.CutPrefix(b, []byte(",'"))
		i := bytes.IndexByte(rest, '\'')
		if !ok || i < 2 {
			return list
		}
		p := placeholder{text: string(rest[:i])}
		rest = rest[i+1:]
		if r, ok := bytes.CutPrefix(rest, []byte(",char(10))")); ok {
			p.char, b = '\n', r
		} else if r, ok := bytes.CutPrefix(rest, []byte(",char(13))")); ok {
			p.char, b = '\r', r
		} else {
			return list
		}
		list = append(list, p)
	}
}

// placeholderSpellings keeps what placeholderSpelling made: nearly all values
// of a dump have the same.
var placeholderSpellings sync.Map // string to *spelling

// placeholderSpelling is standardSpelling with line ends written so. Whether a
// repair made a placeholder by chance shows when it is read back.
func placeholderSpelling(list []placeholder) *spelling {
	key, special, must := "", "'", "'"
	for _, p := range list {
		key += p.text + string(p.char)
		special += p.text[:1]
		must += string(p.char)
	}
	if s, ok := placeholderSpellings.Load(key); ok {
		return s.(*spelling)
	}
	unit := func(dst, raw []byte) ([]byte, int) {
		if raw[0] == '\'' {
			return append(dst, '\''), doubledLen(raw)
		}
		for _, p := range list {
			if len(raw) >= len(p.text) && string(raw[:len(p.text)]) == p.text {
				return append(dst, p.char), len(p.text)
			}
		}
		return append(dst, raw[0]), 1
	}
	escape := func(dst []byte, b byte) []byte {
		for _, p := range list {
			if p.char == b {
				return append(dst, strings.ReplaceAll(p.text, "'", "''")...)
			}
		}
		return doubled(dst, b)
	}
	s := newSpelling(special, must, unit, escape)
	if len(key) < 16 { // the usual ones; a hostile dump could have any number
		placeholderSpellings.Store(key, s)
	}
	return s
}
