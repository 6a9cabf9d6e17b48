package engine_test

import (
	"testing"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/internal/engine"
)

// benchTexts are what [engine.Engine.Cell] is measured on: lines that the gate lets through.
var benchTexts = []struct {
	name  string
	path  string // "" for clean text
	langs []string
}{
	{"clean french", "", []string{"fr", "de", "es", "pt"}},
	{"clean russian", "", []string{"ru", "uk", "bg", "sr"}},
	{"clean thai", "", []string{"th"}},
	{"clean greek", "", []string{"el"}},
	{"clean vietnamese", "", []string{"vi"}},
	{"clean chinese", "", []string{"zh-Hans", "zh-Hant", "ja", "ko"}},
	{"baked french", "utf-8>windows-1252", []string{"fr", "de", "es", "pt"}},
	{"baked russian", "utf-8>windows-1252", []string{"ru", "uk", "bg"}},
	{"baked russian 1251", "utf-8>windows-1251", []string{"ru", "uk", "bg"}},
	{"baked thai", "utf-8>windows-1252", []string{"th"}},
	{"baked chinese", "utf-8>windows-1252", []string{"zh-Hans", "ja"}},
	{"baked 437", "utf-8>ibm437", []string{"fr", "de", "es"}},
	{"twice", "utf-8>windows-1252>windows-1252", []string{"fr", "de", "es", "pt"}},
	{"dropped", "utf-8>windows-1252+dropped-byte", []string{"fr", "de", "en"}},
	{"spaces", "utf-8>windows-1252+nbsp-to-space", []string{"fr", "de", "es", "pt"}},
}

func BenchmarkCell(b *testing.B) {
	e := engine.New(engine.Options{})
	for _, bt := range benchTexts {
		b.Run(bt.name, func(b *testing.B) {
			var texts []string
			size := 0
			for _, s := range corpus.Samples() {
				for _, l := range bt.langs {
					if s.Lang != l {
						continue
					}
					text := s.Text
					if bt.path != "" {
						baked, err := corpus.Bake(text, corpus.MustPath(bt.path))
						if err != nil {
							continue
						}
						text = baked
					}
					if !engine.Suspicious(text) && bt.path == "" {
						text += " Ã©" // what opens the gate
					}
					texts = append(texts, text)
					size += len(text)
				}
			}
			if size == 0 {
				b.Skip("no text passes the gate")
			}
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for _, t := range texts {
					e.Cell(t)
				}
			}
		})
	}
}
