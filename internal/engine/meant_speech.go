package engine

import (
	"slices"
	"strings"
	"unsafe"
)

// topics are words, folded, of which one stands in text about damage, in what languages speak of it
// in: names of encodings, and calls that replace text.
var topics = []string{"mojibake", "encod", "utf-8", "utf8", "unicode", "latin-1", "latin1", "iso-8859", "iso8859", "cp125", "windows-125",
	"codepage", "code page", "charset", "character set", "zeichensatz", "zeichencod", "codific", "jeu de caract", "кодиров", "кракозябр",
	"文字化け", "文字コード", "乱码", "亂碼", "编码", "編碼", "replace(", "replaceall(", "str_replace", "gsub("}

// speaksOf tells whether a text of a line or two speaks of encodings or replaces text. What is
// set to a value, or is one, does not: `<?xml encoding="utf-8"?>`.
func speaksOf(text string) bool {
	if len(text) > maxSpoken {
		return false
	}
	folded := strings.ToLower(text)
	return slices.ContainsFunc(topics, func(word string) bool {
		for at := 0; ; {
			k := strings.Index(folded[at:], word)
			if k < 0 {
				return false
			}
			at += k
			before, after := strings.TrimRight(folded[:at], nameRunes+`"'`), strings.TrimLeft(folded[at+len(word):], nameRunes)
			if !strings.HasSuffix(before, "=") && !strings.HasPrefix(after, "=") {
				return true
			}
			at += len(word)
		}
	})
}

// nameRunes are what names of encodings and attributes are made of.
const nameRunes = "abcdefghijklmnopqrstuvwxyz0123456789-_"

// maxSpoken, in bytes, is how long such a text is at most.
const maxSpoken = 1000

// speaksOfRuns tells whether a text speaks of one of its runs.
func speaksOfRuns(text []byte, runs []settleRun) bool {
	quoted := func(run settleRun) bool { return inToken(text, int(run.start), int(run.end)) }
	return slices.ContainsFunc(runs, quoted) && speaksOf(unsafe.String(unsafe.SliceData(text), len(text)))
}
