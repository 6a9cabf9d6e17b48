package paths

import (
	"errors"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for in, want := range map[string]string{
		"utf-8>windows-1252":                     "utf-8>windows-1252",
		"UTF-8>Windows-1252":                     "utf-8>windows-1252",
		" utf8 > cp1252 ":                        "utf-8>windows-1252",
		"\ufeffutf-8>windows-1252":               "utf-8>windows-1252",
		"CESU-8>latin1":                          "cesu-8>windows-1252",
		"cesu8>iso-8859-1":                       "cesu-8>iso-8859-1",
		"utf-8>windows-1252 + lower>WINDOWS1252": "utf-8>windows-1252>windows-1252",
		"windows-1251>raw":                       "windows-1251>raw",
		strings.Repeat("utf-8>", 1) + strings.Repeat("ibm437>", MaxLayers-1) + "ibm437": "utf-8" + strings.Repeat(">ibm437", MaxLayers),
	} {
		p, err := Parse(in)
		if err != nil || p.String() != want {
			t.Errorf("Parse(%q) = %s, %v, want %s", in, p.String(), err, want)
		}
	}
	for in, want := range map[string]string{
		"":              "empty",
		"utf-8":         "what it was taken for is missing, as in utf-8>windows-1252",
		"windows-1252":  "did you mean utf-8>windows-1252, or windows-1252>raw",
		"x":             `unknown encoding "x"`,
		"utf-8>x":       `unknown encoding "x"`,
		"utf-8>":        `unknown encoding ""`,
		"utf-8>utf-8":   "no damage",
		"raw>ibm437":    "cannot be written",
		"utf-8+a>cp437": "loss before",
		"utf-8" + strings.Repeat(">ibm437", MaxLayers+1): "7 layers; there may be 6",
	} {
		if p, err := Parse(in); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Parse(%q) = %v, %v, want an error with %q", in, p, err, want)
		}
	}
	var unknown *UnknownError
	if _, err := Parse("utf-8>windows-1262"); !errors.As(err, &unknown) || unknown.Name != "windows-1262" || len(unknown.Nearest) == 0 {
		t.Errorf("Parse: %v, want an UnknownError with names that are near", err)
	}
	if _, err := Parse("utf-8>" + strings.Repeat("x", 5000)); len(err.Error()) > 300 {
		t.Errorf("an error of %d bytes", len(err.Error()))
	}
}
