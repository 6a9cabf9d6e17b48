package scan

import (
	"bytes"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/unbake/unbake/corpus"
)

// benchSize, in bytes, is the size of what a stream looks at in one step.
const benchSize = 256 << 10

// benchTexts returns texts by kind: languages in blocks of 4 KiB, as pages have them.
func benchTexts() map[string][]byte {
	european := languages("fr", "de", "es", "it", "pl", "cs")
	return map[string][]byte{
		"ascii":        fill("INSERT INTO t VALUES (1, 'The quick brown fox', NULL);\n"),
		"european":     european,
		"multilingual": languages("en", "fr", "de", "pl", "vi", "ru", "el", "he", "ar", "hi", "th", "zh-Hans", "ja"),
		"ru":           languages("ru"),
		"el":           languages("el"),
		"ar":           languages("ar"),
		"th":           languages("th"),
		"zh":           languages("zh-Hans"),
		"fr":           languages("fr"),
		"damaged":      damaged(languages("en", "fr", "de", "ru"), 1),
	}
}

func fill(text string) []byte { return bytes.Repeat([]byte(text), benchSize/len(text)) }

// languages returns lines of the samples, an equal part for each language.
func languages(langs ...string) []byte {
	rnd := rand.New(rand.NewPCG(1, 2))
	lines := map[string][]string{}
	for _, s := range corpus.Samples() {
		if s.Trap == "" {
			lines[s.Lang] = append(lines[s.Lang], strings.Fields(s.Text)...)
		}
	}
	var out []byte
	for len(out) < benchSize {
		for _, l := range langs {
			if len(lines[l]) == 0 {
				panic("scan: no samples of " + l)
			}
			for end := len(out) + 4<<10; len(out) < end; {
				out = append(out, lines[l][rnd.IntN(len(lines[l]))]...)
				out = append(out, " \n"[b2i(rnd.IntN(12) == 0)])
			}
		}
	}
	return out
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// damaged bakes one line in every n.
func damaged(text []byte, n int) []byte {
	var out []string
	for i, line := range strings.Split(string(text), "\n") {
		if i%n == 0 {
			if baked, err := corpus.Bake(line, corpus.MustPath("utf-8>windows-1252")); err == nil {
				line = baked
			}
		}
		out = append(out, line)
	}
	return []byte(strings.Join(out, "\n"))
}

// BenchmarkClean has utf8.Valid and bytes.IndexByte beside it: quote ratios.
// Where a run is suspicious the scan goes on behind it, as a stream does behind its line.
func BenchmarkClean(b *testing.B) {
	texts := benchTexts()
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		text := texts[name]
		for _, f := range []struct {
			name string
			run  func()
		}{
			{"clean", func() { throughAll(text) }},
			{"valid", func() { utf8.Valid(text) }},
			{"indexbyte", func() { bytes.IndexByte(text, 0xFF) }},
		} {
			b.Run(name+"/"+f.name, func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					f.run()
				}
			})
		}
		n := throughAll(text)
		b.Logf("%s: %d suspicious runs in %d bytes", name, n, len(text))
	}
}

// through scans all of text and counts its suspicious runs.
func throughAll(text []byte) (n int) {
	for len(text) > 0 {
		i := Clean(text)
		if i == len(text) {
			break
		}
		n++
		for i < len(text) && text[i] >= 0x80 {
			i++
		}
		text = text[i:]
	}
	return n
}

// BenchmarkPlain is the one pass over ASCII.
func BenchmarkPlain(b *testing.B) {
	text := benchTexts()["ascii"]
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, ok := Plain(text, &testMark); !ok {
			b.Fatal("not plain")
		}
	}
}
