package corpus_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/internal/codec"
)

// unread reads a path of codecs without losses backwards.
func unread(t *testing.T, baked string, p corpus.Path) string {
	t.Helper()
	for i := len(p.Layers) - 1; i >= 0; i-- {
		var out []byte
		if name := p.Layers[i].Encoding; name == "iso-8859-1" {
			for _, r := range baked {
				out = append(out, byte(r))
			}
		} else {
			c, ok := codec.Lookup(name)
			if !ok {
				t.Fatalf("no codec %q", name)
			}
			var taken int
			if out, taken = c.AppendEncode(nil, baked); taken != len(baked) {
				t.Fatalf("%s cannot encode %q from byte %d on", name, baked, taken)
			}
		}
		baked = string(out)
	}
	return baked
}

// singleByte are the encodings whose damage loses nothing.
func singleByte() []string {
	var names []string
	for _, n := range corpus.Encodings() {
		if c, ok := codec.Lookup(n); ok && (c.SingleByte() || n == "iso-8859-1") {
			names = append(names, n)
		}
	}
	return names
}

func TestRoundTripSamples(t *testing.T) {
	if len(singleByte()) < 40 {
		t.Fatalf("only %d single-byte encodings", len(singleByte()))
	}
	for _, name := range singleByte() {
		p := corpus.MustPath("utf-8>" + name + ">" + name)
		for _, s := range corpus.Samples() {
			baked, err := corpus.Damage{Path: p}.Bake(s.Text)
			if err != nil {
				t.Fatalf("%s: %v", p, err)
			}
			if baked.Lost {
				t.Errorf("%s of %q says that information was lost", p, s.Text)
			}
			if got := unread(t, baked.Text, p); got != s.Text {
				t.Errorf("%s of %q reads back as %q", p, s.Text, got)
			}
		}
	}
}

// Every encoding can be baked with, double-byte ones included, and gives
// valid text.
func TestEveryEncoding(t *testing.T) {
	for _, name := range corpus.Encodings() {
		got, err := corpus.Bake("Grüße, мир, 世界 😀", corpus.MustPath("utf-8>"+name))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if !utf8.ValidString(got) || !strings.Contains(got, "Gr") {
			t.Errorf("%s: baked is %q", name, got)
		}
	}
}

// FuzzRoundTrip bakes any text along lossless single-byte paths of one or two
// layers and reads it back by the codecs.
func FuzzRoundTrip(f *testing.F) {
	names := singleByte()
	for i, s := range corpus.Samples() {
		f.Add(s.Text, uint(i), uint(i/2))
	}
	f.Add("\xff\xfe\x00\x80", uint(0), uint(1))
	f.Fuzz(func(t *testing.T, text string, a, b uint) {
		first, second := names[a%uint(len(names))], names[b%uint(len(names))]
		for _, p := range []corpus.Path{
			corpus.MustPath("utf-8>" + first),
			corpus.MustPath("utf-8>" + first + ">" + second),
		} {
			baked, err := corpus.Damage{Path: p}.Bake(text)
			if err != nil || baked.Lost {
				t.Fatalf("%s of %q: lost %v, %v", p, text, baked.Lost, err)
			}
			if got := unread(t, baked.Text, p); got != text {
				t.Fatalf("%s of %q reads back as %q", p, text, got)
			}
		}
	})
}

// FuzzParsePath parses anything without a panic, and what it accepts is
// printed so that it means the same.
func FuzzParsePath(f *testing.F) {
	for _, s := range []string{"utf-8>windows-1252", "a>b+c=1", "sjis>437+truncate=0>raw", ">", "+", "utf-8>gbk+lower+trim"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := corpus.ParsePath(s)
		if err != nil {
			return
		}
		again, err := corpus.ParsePath(p.String())
		if err != nil || again.String() != p.String() {
			t.Fatalf("ParsePath(%q) is %q, which parses to %q, %v", s, p, again, err)
		}
	})
}
