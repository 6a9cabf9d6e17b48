package engine

import (
	"testing"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/lm"
)

// Codecs that read a run whole play whatever else stands in it that is no letter, and bytes that
// are lost keep none from it.
func TestScanPlays(t *testing.T) {
	for text, want := range map[string]bool{
		"Ã©":           true,
		"Ã©\xff":       true,
		"\xffÃ©\xffÃ¨": true,
		"Ñ–\ufffdªÑ„":  true,
		"Ñ–Ã?ªÑ„":      true,
		"Ñ–Ãª ªÑ„":     true,
		"Ñ–.ªÃ":        true,
		".ªÑ„":         false,
		"аª":           false,
	} {
		s := &search{model: lm.Default(), opt: &Options{Allowed: codec.Windows1252.Set()}}
		s.load(text)
		if got := s.scan(&s.views[0]) != 0; got != want {
			t.Errorf("%q: windows-1252 plays: %v, want %v", text, got, want)
		}
	}
}
