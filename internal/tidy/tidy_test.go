package tidy

import (
	"bytes"
	"strings"
	"testing"
)

func TestString(t *testing.T) {
	tests := []struct{ names, in, want string }{
		{"quotes", "“it’s” ‘so’ „low‟, 5′ «x»", `"it's" 'so' "low", 5′ «x»`},
		{"entities", "caf&eacute;&nbsp;&#8217;&#x41; &lt;b&gt; &amp;eacute; &quot; & &nosuch; &", "café\u00a0’A &lt;b&gt; &amp;eacute; &quot; & &nosuch; &"},
		{"controls", "a\x00b\x07c\td\r\ne\x7f\ufeffx\u0085\u200d", "abc\td\r\nex\u0085\u200d"},
		{"ligatures", "ﬁnd eﬀort ﬄ ŉ ǆ œ æ", "find effort ffl 'n dž œ æ"},
		{"width", "ＡＢＣ１２３　ｶﾅ！中", "ABC123 カナ!中"},
		{"newlines", "a\r\nb\rc\u0085d\u2028e\u2029f\ng\r\r\n", "a\nb\nc\nd\ne\nf\ng\n\n"},
		{"nfc", "e\u0301te\u0301 é", "été é"},
		{"quotes,nfc", "‘e\u0301’", "'é'"},
		{"quotes,entities", "it&rsquo;s", "it's"},
		{"quotes,controls,ligatures,width,newlines,nfc", "caf\xe9 \xff’ plain", "caf\xe9 \xff' plain"},
	}
	for _, tt := range tests {
		tidier, err := New(strings.Split(tt.names, ",")...)
		if err != nil {
			t.Fatal(err)
		}
		got := tidier.String(tt.in)
		if got != tt.want {
			t.Errorf("%s: String(%q) = %q, want %q", tt.names, tt.in, got, tt.want)
		}
		if again := tidier.String(got); again != got {
			t.Errorf("%s: a second time %q is %q", tt.names, got, again)
		}
	}
	for _, name := range Names {
		if _, err := New(name); err != nil {
			t.Error(err)
		}
	}
	if _, err := New("quote"); err == nil {
		t.Error("no error for a name that is not known")
	}
}

// TestWriter: the same for every split, in lines short and long.
func TestWriter(t *testing.T) {
	tidier, err := New(Names...)
	if err != nil {
		t.Fatal(err)
	}
	short := "\ufeff“a”\r\ncaf&eacute; e\u0301\rﬁn\xe9\r\n"
	long := strings.Repeat("’e\u0301&eacute;", maxLine/4) + "\r\n"
	spaced := strings.Repeat("’e\u0301&eacute; x", maxLine/4)
	for _, in := range []string{short, long, spaced, short + long} {
		head := ""
		if strings.HasPrefix(in, bom) {
			head = bom
		}
		want := head + tidier.String(in[len(head):])
		for _, size := range []int{1, 7, 4096, len(in)} {
			if size == 1 && len(in) > 100 {
				continue
			}
			var out bytes.Buffer
			w := tidier.NewWriter(&out)
			for rest := []byte(in); len(rest) > 0; {
				n := min(size, len(rest))
				if _, err := w.Write(rest[:n]); err != nil {
					t.Fatal(err)
				}
				rest = rest[n:]
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			if out.String() != want || !w.Changed() {
				t.Errorf("%.40q in pieces of %d is not what it is as a whole", in, size)
			}
		}
	}
}
