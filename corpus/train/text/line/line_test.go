package line

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTidy(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"spaces", "  a \t b  ", "a b"},
		{"NBSP stays", "12\u00a0€ ", "12\u00a0€"},
		{"soft hyphen, joiners stay", "co\u00adop \u200f", "co\u00adop \u200f"},
		{"byte order mark", "\ufeffa", "a"},
		{"replacement character", "a\ufffdb", ""},
		{"control", "a\u0092b", ""},
		{"private use", "\ue000", ""},
		{"not UTF-8", "a\xff", ""},
	} {
		if got := Tidy(tt.in); got != tt.want {
			t.Errorf("%s: Tidy(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

func TestSplit(t *testing.T) {
	got := Split("Größe\n 12,50 \r\nzwei\u2028drei\n\n")
	if diff := cmp.Diff([]string{"Größe", "zwei", "drei"}, got); diff != "" {
		t.Errorf("Split (-want +got):\n%s", diff)
	}
}

func TestLang(t *testing.T) {
	for in, want := range map[string]string{
		"fr": "fr", "fra": "fr", "pt_BR": "pt", "pt-PT": "pt", "sr-Latn": "sr", "sr_RS_latin": "sr", "no": "nb", "nb_NO": "nb", "nn": "nn",
		"zh": "zh-cn", "zh-Hans-SG": "zh-cn", "zh_TW": "zh-tw", "zh-Hant-HK": "zh-tw", "zhTw": "zh-tw", "zh-cn": "zh-cn", "zh-Latn": "",
		"fil": "tl", "french": "fr", "haitian-creole": "ht", "be@tarask": "be", "bnIn": "bn", "iw": "he", "und": Und,
		"en-XA": "", "ar-XB": "", "en_BORK": "", "base": "", "quc": "quc", "ku_ckb": "ckb", "fa-AF": "fa",
	} {
		if got := Lang(in); got != want {
			t.Errorf("Lang(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestTargets(t *testing.T) {
	if len(targets) != 62 {
		t.Errorf("%d target languages", len(targets))
	}
	for lang := range targets {
		if Lang(lang) != lang {
			t.Errorf("target %q is not what Lang calls it: %q", lang, Lang(lang))
		}
		if Tag(lang).String() == "und" {
			t.Errorf("Tag(%q) is undetermined", lang)
		}
	}
}

// The order of the file hangs on these values: changing them changes every
// byte of it, and needs another training.
func TestHash(t *testing.T) {
	if Hash("a", "b") == Hash("ab") {
		t.Error("Hash does not keep parts apart")
	}
	if got := Hash("x"); got != 0x3b6fb6f71fe3abc5 {
		t.Errorf("Hash(x) = %#x", got)
	}
}
