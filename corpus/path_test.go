package corpus_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/unbake/unbake/corpus"
)

func TestParsePath(t *testing.T) {
	tests := []struct {
		in   string
		want corpus.Path
		text string // what String gives; in if ""
	}{
		{
			in:   "utf-8>windows-1252",
			want: corpus.Path{Origin: "utf-8", Layers: []corpus.Layer{{Encoding: "windows-1252"}}},
		},
		{
			in: "utf-8>windows-1252+dropped-byte+truncate=40>windows-1250",
			want: corpus.Path{Origin: "utf-8", Layers: []corpus.Layer{
				{Encoding: "windows-1252", Losses: []corpus.Loss{corpus.DroppedByte, corpus.Truncate(40)}},
				{Encoding: "windows-1250"},
			}},
		},
		{
			in:   " UTF8 > cp1252 + lower",
			want: corpus.Path{Origin: "utf-8", Layers: []corpus.Layer{{Encoding: "windows-1252", Losses: []corpus.Loss{corpus.Lower}}}},
			text: "utf-8>windows-1252+lower",
		},
		{
			in:   "SJIS>cp437",
			want: corpus.Path{Origin: "shift_jis", Layers: []corpus.Layer{{Encoding: "ibm437"}}},
			text: "shift_jis>ibm437",
		},
		{
			in:   "utf-8>iso-8859-1",
			want: corpus.Path{Origin: "utf-8", Layers: []corpus.Layer{{Encoding: "iso-8859-1"}}},
		},
	}
	for _, tt := range tests {
		got, err := corpus.ParsePath(tt.in)
		if err != nil {
			t.Errorf("ParsePath(%q): %v", tt.in, err)
			continue
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("ParsePath(%q) (-want +got):\n%s", tt.in, diff)
		}
		text := tt.text
		if text == "" {
			text = tt.in
		}
		if got.String() != text {
			t.Errorf("ParsePath(%q).String() = %q, want %q", tt.in, got, text)
		}
	}
}

func TestParsePathErrors(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", "empty; a path is like utf-8>windows-1252"},
		{"windows-1252", "did you mean utf-8>windows-1252, or windows-1252>raw"},
		{"utf-8>windows-1262", `unknown encoding "windows-1262"; nearest: windows-125`},
		{"utf-9>windows-1252", `unknown encoding "utf-9"`},
		{"utf-8>", `unknown encoding ""`},
		{"utf-8>windows-1252+dropped", `unknown loss "dropped"; known: dropped-byte, `},
		{"utf-8>windows-1252+truncate=x", "truncate=40"},
		{"utf-8+lower>windows-1252", "loss before the first layer"},
		{"utf-8>utf-8", "reading as utf-8 is no damage"},
		{"raw>windows-1252", `cannot be written in "raw"`},
		{"windows-1252>raw>windows-1252", "can only be the last layer"},
	}
	for _, tt := range tests {
		_, err := corpus.ParsePath(tt.in)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("ParsePath(%q): error %v, want it to say %q", tt.in, err, tt.want)
		}
	}
}

// A path made by hand goes through the same checks when it is used.
func TestBakeChecksPath(t *testing.T) {
	for _, p := range []corpus.Path{
		{},
		{Origin: "utf-8"},
		{Origin: "utf-8", Layers: []corpus.Layer{{Encoding: "none"}}},
		{Origin: "utf-8", Layers: []corpus.Layer{{Encoding: "ibm437", Losses: []corpus.Loss{"none"}}}},
	} {
		if got, err := corpus.Bake("é", p); err == nil {
			t.Errorf("Bake with path %q = %q, want an error", p, got)
		}
	}
}

func TestPathWith(t *testing.T) {
	p := corpus.MustPath("utf-8>windows-1252+lower")
	a, b := p.With(corpus.Trim), p.With(corpus.NBSPDropped, corpus.Truncate(9))
	got := []string{p.String(), a.String(), b.String(), corpus.Path{}.With(corpus.Trim).String()}
	want := []string{"utf-8>windows-1252+lower", "utf-8>windows-1252+lower+trim",
		"utf-8>windows-1252+lower+nbsp-dropped+truncate=9", ""}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("With (-want +got):\n%s", diff)
	}
}

func TestLosses(t *testing.T) {
	for _, l := range append(corpus.Losses(), corpus.Truncate(3)) {
		if got, err := corpus.ParseLoss(string(l)); err != nil || got != l {
			t.Errorf("ParseLoss(%q) = %q, %v", l, got, err)
		}
		if l.Describe() == "" {
			t.Errorf("%q has no description", l)
		}
	}
	if _, err := corpus.ParseLoss("truncate=-1"); err == nil {
		t.Error("a negative limit is no error")
	}
}
