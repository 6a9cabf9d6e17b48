package escape

import (
	"html"
	"regexp"
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	tests := []struct {
		in   string
		r    rune
		n    int
		form Form
	}{
		{`\u00c3\u00a9`, 'Ã', 6, JSON},
		{`\u00C3`, 'Ã', 6, JSON | capitals},
		{`\\u00c3`, 'Ã', 7, JSON},
		{`\\\u00c3`, 0, 0, None}, // an escaped backslash before the escape
		{`\ud83d\ude22!`, '😢', 12, JSON},
		{`\ud83d\u0041`, 0, 0, None},
		{`\ud83d`, 0, 0, None},
		{`\u0041`, 0, 0, None},
		{`\u00c`, 0, 0, None},
		{`\users`, 0, 0, None}, // of C:\users
		{`\u8\\\`, 0, 0, None},
		{`\ud83d\users`, 0, 0, None},
		{`\x`, 0, 0, None},
		{"&Atilde;&copy;", 'Ã', 8, Name},
		{"&Gamma;&Ccedil;", 'Γ', 7, Name},
		{"&thetasym;", 'ϑ', 10, Name},
		{"&boxvr;&bnot;", '├', 7, Name},
		{"&DoubleDot;", '¨', 11, Name},
		{"&thickapprox;", '≈', 13, Name},
		{"&nosuch;", 0, 0, None},
		{"&alpha beta;", 0, 0, None},
		{"&al#pha;", 0, 0, None},
		{"&amp;", 0, 0, None},
		{"&;", 0, 0, None},
		{"&", 0, 0, None},
		{"&#195;", 'Ã', 6, Number},
		{"&#65;", 0, 0, None},
		{"&#x20ac;", '€', 8, Hex},
		{"&#X20AC;", '€', 8, Hex | capitals},
		{"&#xd800;", 0, 0, None},
		{"%C3%83%C2%A9", 'Ã', 6, Percent | capitals},
		{"%e2%82%ac", '€', 9, Percent},
		{"%C3", 0, 0, None},
		{"%C3%", 0, 0, None},
		{"%", 0, 0, None},
		{"a", 0, 0, None},
	}
	for _, tt := range tests {
		r, n, form := Read(tt.in)
		if r != tt.r || n != tt.n || form != tt.form {
			t.Errorf("Read(%q) = %q, %d, %d, want %q, %d, %d", tt.in, r, n, form, tt.r, tt.n, tt.form)
		}
	}
}

// What is read is written again as it was, and another rune in its form.
func TestAppend(t *testing.T) {
	tests := []struct{ source, other string }{
		{`\u00c3`, `\u2019`},
		{`\\u00C3`, `\\u2019`},
		{"&Atilde;", "&rsquo;"},
		{"&#195;", "&#8217;"},
		{"&#xC3;", "&#x2019;"},
		{"&#XE9;", "&#X2019;"},
		{"%C3%83", "%E2%80%99"},
		{"%c3%83", "%e2%80%99"},
	}
	for _, tt := range tests {
		r, n, form := Read(tt.source)
		if got := string(form.Append(nil, r, tt.source[:n])); got != tt.source {
			t.Errorf("%q written again = %q", tt.source, got)
		}
		if got := string(form.Append(nil, '’', tt.source)); got != tt.other {
			t.Errorf("’ as %q = %q, want %q", tt.source, got, tt.other)
		}
		if got := string(form.Append(nil, ' ', tt.source)); got != " " {
			t.Errorf("a blank as %q = %q", tt.source, got)
		}
	}
	_, _, form := Read(`\u00f0`)
	if got := string(form.Append(nil, '😢', `\u00f0`)); got != `\ud83d\ude22` {
		t.Errorf(`😢 as \u00f0 = %q`, got)
	}
}

// escapes are all that Read may read.
var escapes = regexp.MustCompile(`^(\\+u[0-9A-Fa-f]{4}){1,2}$|^&(#[0-9]+|#[xX][0-9A-Fa-f]+|[0-9A-Za-z]+);$|^(%[0-9A-Fa-f]{2}){2,4}$`)

// Each name is one that package html knows, and no longer than what is read.
func TestNames(t *testing.T) {
	for name, r := range runes() {
		ref := "&" + name + ";"
		if got, n, _ := Read(ref); got != r || n != len(ref) || r < 0x80 || html.UnescapeString(ref) != string(r) {
			t.Errorf("Read(%q) = %q, %d, want %q, %d", ref, got, n, html.UnescapeString(ref), len(ref))
		}
	}
	if n := len(Names()); n != len(strings.Fields(html4Names)) {
		t.Errorf("%d runes have names of HTML 4", n)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{`\u00c3`, `\\ud83d\\ude22`, "&Atilde;", "&#195;", "&#xC3;", "%C3%83", "&", "%", `\`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if s == "" {
			return
		}
		r, n, form := Read(s)
		if r2, n2, form2 := Read([]byte(s)); r2 != r || n2 != n || form2 != form {
			t.Fatalf("Read(%q) differs for bytes", s)
		}
		if n == 0 {
			return
		}
		if !escapes.MatchString(s[:n]) {
			t.Errorf("Read(%q) = %q of %q, which is no escape", s, r, s[:n])
		}
		again, m, _ := Read(string(form.Append(nil, r, s[:n])))
		if again != r || m == 0 {
			t.Errorf("Read(%q) = %q, written and read again = %q", s, r, again)
		}
	})
}

func TestReadAllocates(t *testing.T) {
	text := []byte(`&eacute;`)
	if n := testing.AllocsPerRun(100, func() { Read(text) }); n > 0 {
		t.Errorf("Read allocates %v times", n)
	}
}

func TestText(t *testing.T) {
	if got, want := Text(`100 % \u00e9&eacute;%C3%A9 \n & é`), `100 % ééé \n & é`; got != want {
		t.Errorf("Text gives %q, want %q", got, want)
	}
}
