package tidy

import (
	"bytes"
	"strings"
	"testing"
)

// same says that a text stays.
const same = "="

// places are texts in which a straight quotation mark or another sign of ASCII means something, and prose beside them.
var places = []struct{ names, in, want string }{
	// Prose.
	{"quotes", "“Hello,” he said. “It’s ‘so’.”\n— “Yes”; (“no”) [it’s]", "\"Hello,\" he said. \"It's 'so'.\"\n— \"Yes\"; (\"no\") [it's]"},
	{"quotes", "don't and don’t", "don't and don't"},
	{"quotes", "He said: “so”", "He said: \"so\""},
	{"quotes", "1. “One” – 5 < 6 and 7 > 6: it’s", "1. \"One\" – 5 < 6 and 7 > 6: it's"},

	// Markup: tags and comments stay, what is between them does not.
	{"quotes", `<p lang="en" title="the “big” one">It’s <b>“so”</b></p>`, `<p lang="en" title="the “big” one">It's <b>"so"</b></p>`},
	{"quotes", "<a\n title='it’s'\n alt=“x”>It’s</a>", "<a\n title='it’s'\n alt=“x”>It's</a>"},
	{"quotes", "<!-- wp:image {\"alt\":\"the “big” one\"} -->\nIt’s\n<!-- it’s\n\nit’s --> it’s", "<!-- wp:image {\"alt\":\"the “big” one\"} -->\nIt's\n<!-- it’s\n\nit’s --> it's"},
	{"quotes", "<![CDATA[<b t='it’s'>it’s</b>]]>", "<![CDATA[<b t='it’s'>it's</b>]]>"},
	{"quotes", "<?php echo 'it’s'\n\necho it’s ?> it’s", "<?php echo 'it’s'\n\necho it’s ?> it's"},
	{"quotes", `[caption text="a “b”"]`, same},
	{"quotes", "Use `it’s` and ``a ` “b”``: it’s", "Use `it’s` and ``a ` “b”``: it's"},
	{"quotes", "```sh\necho it’s\n\n“x”\n```\nit’s\n~~~\nit’s\n~~~", "```sh\necho it’s\n\n“x”\n```\nit's\n~~~\nit’s\n~~~"},

	// Data and programs.
	{"quotes,width", `{"k": "say “hi”", "＂": 1}`, same},
	{"quotes,width", `{Ｈ，Ｗ,it’s}`, same},
	{"quotes,width", "{\nＨ，Ｗ,\nit’s\n}", same},
	{"quotes", `(“x”,b)`, same},
	{"quotes", "(“x”,\nit’s)", same},
	{"quotes", `[“a”,“b”)`, same},
	{"quotes", `"a"=>"say “hi”"`, same},
	{"quotes", `'“x”':1 'don’t':2`, same},
	{"quotes", `$."a“b"`, same},
	{"quotes", `a: "say “hi”"`, same},
	{"quotes", "title: “x” and “y”\n- “x” and “y”\n  - key: ‘x’\n$ref: ‘x’.yaml\ntitle: it’s “so”", "title: “x” and “y”\n- “x” and “y”\n  - key: ‘x’\n$ref: ‘x’.yaml\ntitle: it's \"so\""},
	{"quotes", "? “k”\n: “v”\nd: &x “q”\nd: !!str &x “q”\n- !t “q”\n&x “q”", same},
	{"quotes", "x: [“a”, “b”]", same},
	{"quotes", "title = it’s", same},
	{"quotes", `\emph{it’s} and C:\it’s`, same},
	{"quotes", "It’s {name}", same},
	{"quotes", "a;“x”;b", same},
	{"quotes", "a\t“x”\tb", same},
	{"quotes", "“x”,b", same},
	{"quotes", "Wiki: ’’it’s’’", same},
	{"quotes", "\"\"\"Help\n\n““”x\n\"\"\"", same},
	{"quotes", "“‘So’”", "\"'So'\""},
	{"quotes", "#!/bin/sh\necho it’s\n", same},
	{"quotes", "msg='Hello\n\nIt’s fine\nbye'\nIt’s", "msg='Hello\n\nIt’s fine\nbye'\nIt's"},
	{"quotes", "VALUES (1, N'Hello\nIt’s fine\n\nbye');\nIt’s", "VALUES (1, N'Hello\nIt’s fine\n\nbye');\nIt's"},
	{"quotes", "He said \"this is\na long “one”\n\nIt’s", "He said \"this is\na long “one”\n\nIt's"},
	{"quotes", "The dogs' food\nIt’s", "The dogs' food\nIt's"},

	// The others put such signs, too.
	{"entities", `<p title="caf&eacute; &rsquo; &quot;">caf&eacute; &lbrace; &#124; &#91;x&#93; &NewLine; &#39;</p>`, `<p title="café ’ &quot;">café &lbrace; &#124; &#91;x&#93; &NewLine; &#39;</p>`},
	{"entities", "`&eacute;` is &eacute;", "`&eacute;` is é"},
	{"entities,quotes", `<p title="it&rsquo;s">it&rsquo;s</p>`, `<p title="it’s">it's</p>`},
	{"width", "＜b＞ ＆amp; ＼ １＋２、ＡＢＣ", "＜b＞ ＆amp; ＼ 1+2、ABC"},
	{"width", `<a title="１，２">１，２</a>`, `<a title="1，2">1,2</a>`},
	{"ligatures", `'ŉ ﬁ'`, `'ŉ fi'`},
	{"newlines", "\"a\u2028b\"\r\nc\u2028d\r", "\"a\u2028b\"\nc\nd\n"},
	{"nfc", "<b>\u0338 e\u0301 <i t=\"e\u0301\u037e\u1fef\">\u037e", "<b>\u0338 é <i t=\"e\u0301\u037e\u1fef\">;"},
}

func TestPlaces(t *testing.T) {
	for _, tt := range places {
		tidier, err := New(strings.Split(tt.names, ",")...)
		if err != nil {
			t.Fatal(err)
		}
		want := tt.want
		if want == same {
			want = tt.in
		}
		got, left := tidier.Tidy(tt.in)
		if got != want {
			t.Errorf("%s: Tidy(%q) = %q, want %q", tt.names, tt.in, got, want)
		}
		if again := tidier.String(got); again != got {
			t.Errorf("%s: a second time %q is %q", tt.names, got, again)
		}
		if got == tt.in && !left {
			t.Errorf("%s: Tidy(%q) does not tell that something was left", tt.names, tt.in)
		}
		// A stream of lines has no value to look at as a whole.
		if enclosed(tt.in) && strings.Contains(tt.in, "\n") {
			continue
		}
		var out bytes.Buffer
		w := tidier.NewWriter(&out)
		for i := range len(tt.in) {
			if _, err := w.Write([]byte(tt.in[i : i+1])); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil || out.String() != want || w.Left() != left {
			t.Errorf("%s: written, %q is %q, %t; want %q, %t; error %v", tt.names, tt.in, out.String(), w.Left(), want, left, err)
		}
	}
}

// FuzzTidy: a stream is as its whole.
func FuzzTidy(f *testing.F) {
	for _, tt := range places {
		f.Add(tt.in, 3)
	}
	tidier, err := New(Names...)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, in string, size int) {
		once, _ := tidier.Tidy(in)
		if size < 1 || enclosed(in) || strings.HasPrefix(in, bom) {
			return
		}
		var out bytes.Buffer
		w := tidier.NewWriter(&out)
		for rest := in; rest != ""; rest = rest[min(size, len(rest)):] {
			if _, err := w.Write([]byte(rest[:min(size, len(rest))])); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil || out.String() != once {
			t.Errorf("%q in pieces of %d is %q, want %q; error %v", in, size, out.String(), once, err)
		}
	})
}
