package fix_test

import (
	"strings"
	"testing"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/fix"
)

// escapedTexts are damaged below escapes, by pages whose damage is letters of other alphabets.
var escapedTexts = []struct{ name, text, want string }{
	{"JSON", `"\u0420\u045f\u0421\u0402\u0420\u0451\u0420\u0406\u0420\u00b5\u0421\u201a"`, `"\u041f\u0440\u0438\u0432\u0435\u0442"`},
	{"JSON in JSON, in capitals", `\\u0420\\u045F\\u0421\\u0402\\u0420\\u0451\\u0420\\u0406\\u0420\\u00B5\\u0421\\u201A`, `\\u041F\\u0440\\u0438\\u0432\\u0435\\u0442`},
	{"numbers", "&#1056;&#1119;&#1057;&#1026;&#1056;&#1105;&#1056;&#1030;&#1056;&#181;&#1057;&#8218;", "&#1055;&#1088;&#1080;&#1074;&#1077;&#1090;"},
	{"names and numbers", "&#1043;&copy;t&#1043;&copy; &#1056;&deg; &#1056;&#1110;&#1056;&#1109;&#1056;&#1169;", "&eacute;t&eacute; &#1072; &#1075;&#1086;&#1076;"},
	{"percents", "q=%D0%A0%D1%9F%D0%A1%D0%82%D0%A0%D1%91%D0%A0%D0%86%D0%A0%C2%B5%D0%A1%E2%80%9A", "q=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82"},
	{"surrogates", `"\u00f0\u0178\u02dc\u20ac ok"`, `"\ud83d\ude00 ok"`},
	{"a double-byte page", `it\u9225\u6a9a a caf\u8305`, `it\u2019s a caf\u00e9`},
	{"a legacy page", `\u00cf\u00f0\u00e8\u00e2\u00e5\u00f2`, `\u041f\u0440\u0438\u0432\u0435\u0442`},
	{"leads that are no escapes", "РџСЂРѕСЃС‚Рѕ РљР&deg;Рє &laquo;РґРµР»Р&deg;&raquo;", "Просто Как &laquo;дела&raquo;"},
	{"what does not print", "5Â&nbsp;Euro, GarcÃ\\u00ada", "5\u00a0Euro, García"},
	{"what ISO-8859-1 lacks", "itâ&#8364;&#8482;s", "it’s"},
	{"names of Greek letters", "don&Gamma;&Ccedil;&Ouml;t, d&#9500;&#8976;roulant", "don&rsquo;t, d&eacute;roulant"},
	{"names of HTML 5", "d&boxvr;&bnot;roulant, d&ecaron;roulant", "d&eacute;roulant, d&ecaron;roulant"},
	{"clean ones beside", `\u041f\u0440\u0438\u0432\u0435\u0442, \u0420\u0458\u0420\u0451\u0421\u0402`, `\u041f\u0440\u0438\u0432\u0435\u0442, \u043c\u0438\u0440`},
}

func TestEscapedPages(t *testing.T) {
	for _, tt := range escapedTexts {
		got := fix.String(tt.text)
		if got != tt.want {
			t.Errorf("%s: String(%q) = %q, want %q", tt.name, tt.text, got, tt.want)
		}
		if again := fix.String(got); again != got {
			t.Errorf("%s: the second time %q becomes %q", tt.name, got, again)
		}
	}
}

// What programs say by a number they say on purpose, and what is clean is so below escapes, too.
var cleanEscapes = []string{
	`case '\u0085', '\u00A0': return true`,
	`[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02c1\u0370-\u0374\u0376\u0377\u037a-\u037d]`,
	`'a\u0402b', 'a\u011Ab', 'a&AElig;b'`,
	`\u00f1andu, se\u00f1or\u00eda, \u00bfqu\u00e9?`,
	"it&#146;s 5&#128; caf&eacute; voil&Agrave; &laquo;&nbsp;l&agrave;&nbsp;&raquo;",
	`"/foo%E2%82%ACbar", "/foo\u20acbar"`,
	`new Cookie("foo", "b\u0088r")`,
	"10Î&frac14;s", `Ã\u00a9`, // an escape beside what would be one
}

func TestCleanEscapes(t *testing.T) {
	texts := cleanEscapes
	for _, s := range corpus.Samples() {
		for _, loss := range []corpus.Loss{corpus.JSONEscape, corpus.HTMLEntities, corpus.HTMLNumbers, corpus.Percent} {
			escaped, err := corpus.Bake(s.Text, corpus.MustPath("utf-8>raw").With(loss))
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, escaped)
		}
	}
	for _, text := range texts {
		if e := fix.Explain(text); len(e.Repairs) > 0 {
			t.Errorf("Explain(%q) = %+v, want no repairs", text, e)
		}
	}
}

// TestEscapedWindows: lines that are too long for a cell are not cut within what was one character.
func TestEscapedWindows(t *testing.T) {
	for n := range 24 {
		text := strings.Repeat("x", n) + strings.Repeat(`\u00e6\u2014\u00a5\u00e6\u0153\u00ac`, 600)
		want := strings.Repeat("x", n) + strings.Repeat(`\u65e5\u672c`, 600)
		if got := fix.String(text); got != want {
			t.Errorf("behind %d letters: %d bytes, want %d", n, len(got), len(want))
		}
	}
}
