package corpus_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/unbake/unbake/corpus"
)

func TestBake(t *testing.T) {
	tests := []struct {
		path, in, want string
	}{
		{"utf-8>windows-1252", "don’t", "donâ€™t"},
		{"utf-8>windows-1252", "é", "Ã©"},
		{"utf-8>windows-1252", "“", "â€œ"},
		{"utf-8>windows-1252", "”", "â€\u009d"},
		{"utf-8>windows-1252", "à", "Ã\u00a0"},
		{"utf-8>iso-8859-1", "’", "â\u0080\u0099"},
		{"utf-8>windows-1251", "Привет", "РџСЂРёРІРµС‚"},
		{"utf-8>ibm437", "é", "├⌐"},
		{"utf-8>ibm437", "—", "ΓÇö"},
		{"utf-8>ibm437+best-fit", "—", "GÇö"},
		{"utf-8>ibm437+best-fit", "é", "+¬"},
		{"utf-8>windows-1252+letters-dropped", "don’t, é", "don€™t, ©"},
		{"utf-8>windows-1252+unaccented", "don’t, é", "dona€™t, A©"},
		{"utf-8>koi8-r", "Если", "п∙я│п╩п╦"},
		{"utf-8>macintosh", "più", "pi√π"},
		{"utf-8>windows-1250", "í", "Ă\u00ad"},
		{"utf-8>windows-1252>windows-1252", "é", "ÃƒÂ©"},
		{"utf-8>windows-1252>windows-1252>windows-1252", "’", "ÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢"},
		{"utf-8>windows-1252>windows-1250", "é", "Ă\u0083Â©"},
		{"cesu-8>iso-8859-1", "😍", "í\u00a0½í¸\u008d"},
		{"utf-8>windows-1252", "😀", "ðŸ˜€"},
		{"windows-1251>windows-1252", "Привет", "Ïðèâåò"},
		{"gbk>windows-1252", "文件", "ÎÄ¼þ"},
		{"ibm437>macintosh", "é", "Ç"},
		{"windows-1252>raw", "café", "caf\xe9"},
		{"shift_jis>ibm437", "テ", "âe"},
		{"utf-8>gbk", "你好", "浣犲ソ"},

		{"utf-8>windows-1252+dropped-byte", "“live” data", "â€œliveâ€ data"},
		{"utf-8>windows-1252+question-mark", "“live”", "â€œliveâ€?"},
		{"utf-8>windows-1252+replacement-character", "“live”", "â€œliveâ€\ufffd"},
		{"utf-8>iso-8859-1+dropped-byte", "”", "â\u0080\u009d"},
		{"utf-8>iso-8859-1+c1-dropped", "”", "â"},
		{"utf-8>windows-1253+dropped-byte", "Ê", "Γ"},
		{"utf-8>windows-1253+replacement-character", "Ê", "Γ\ufffd"},
		{"utf-8>windows-1252+nbsp-to-space", "voilà le", "voilÃ  le"},
		{"utf-8>windows-1252+nbsp-dropped", "voilà le", "voilÃ le"},
		{"utf-8>windows-1252+nbsp-to-space+spaces-collapsed", "voilà le", "voilÃ le"},
		{"utf-8>windows-1252+spaces-collapsed", "voilà \t le", "voilÃ le"},
		{"utf-8>windows-1252+shy-dropped", "así", "asÃ"},
		{"utf-8>windows-1252+trim", " à", "Ã"},
		{"utf-8>windows-1252+quotes-straightened", "House™", "Houseâ\"¢"},
		{"utf-8>windows-1252+quotes-straightened", "É", "Ã‰"},
		{"utf-8>windows-1252+quotes-straightened", "Ö Ã…", "Ã- Ãƒâ€¦"},
		{"utf-8>windows-1252+lower", "É é", "ã‰ ã©"},
		{"utf-8>windows-1252+upper", "ß", "ÃŸ"},
		{"utf-8>windows-1252+title", "le café", "Le Cafã©"},
		{"utf-8>windows-1252+truncate=5", "café", "cafÃ"},
		{"utf-8>windows-1252+truncate=4", "café", "caf"},
		{"utf-8>windows-1252+truncate=0", "café", ""},
		{"utf-8>windows-1252+half-repaired", "their “live” data — the “nice”, we", "their “live†data — the “niceâ€, we"},
		{"utf-8>windows-1252+common-repaired", "“é” ł", "“éâ€\u009d Å‚"},
		{"utf-8>windows-1252+replacement-character+whole-repaired", "источник ÑÑ “x”", "иÑ�точник ÑÑ “xâ€�"},
		{"utf-8>windows-1252+dropped-byte>windows-1252", "”", "Ã¢â‚¬"},

		{"utf-8>windows-1252+json-escape", "é\t😀", `\u00c3\u00a9` + "\t" + `\u00f0\u0178\u02dc\u20ac`},
		{"utf-8>windows-1252+html-entities", "café’", "caf&Atilde;&copy;&acirc;&euro;&trade;"},
		{"utf-8>windows-1251+html-entities", "é", "&#1043;&copy;"},
		{"utf-8>windows-1252+percent", "é", "%C3%83%C2%A9"},
		{"utf-8>windows-1252+hex-escape", "é’", `\xc3\xa9\xe2\u20ac\u2122`},
	}
	for _, tt := range tests {
		got, err := corpus.Bake(tt.in, corpus.MustPath(tt.path))
		if err != nil {
			t.Errorf("Bake(%q, %s): %v", tt.in, tt.path, err)
			continue
		}
		if got != tt.want {
			t.Errorf("Bake(%q, %s) = %+q, want %+q", tt.in, tt.path, got, tt.want)
		}
	}
}

func TestJSONEscapeSurrogates(t *testing.T) {
	got, err := corpus.Bake("😀", corpus.MustPath("utf-8>raw+json-escape"))
	if want := `\ud83d\ude00`; err != nil || got != want {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
}

func TestBakeUnencodable(t *testing.T) {
	_, err := corpus.Bake("a Привет", corpus.MustPath("windows-1252>ibm437"))
	var un *corpus.UnencodableError
	if !errors.As(err, &un) {
		t.Fatalf("error is %v, want an UnencodableError", err)
	}
	want := &corpus.UnencodableError{Encoding: "windows-1252", Rune: 'П', Offset: 2}
	if diff := cmp.Diff(want, un); diff != "" {
		t.Errorf("error (-want +got):\n%s", diff)
	}
}

func TestLost(t *testing.T) {
	tests := []struct {
		path, in string
		want     bool
	}{
		{"utf-8>windows-1252", "“é”", false},
		{"utf-8>windows-1252+dropped-byte", "“é", false},
		{"utf-8>windows-1252+dropped-byte", "“é”", true},
		{"utf-8>windows-1252+json-escape", "é", false},
		{"utf-8>windows-1252+nbsp-to-space", "à", true},
		{"utf-8>windows-1252+lower", "plain", false},
		{"utf-8>gbk", "你好", false},
		{"utf-8>gbk", "—.", true},
		{"windows-1252>raw", "é", false},
		{"windows-1252>raw", "\u0092", true},
	}
	for _, tt := range tests {
		got, err := corpus.Damage{Path: corpus.MustPath(tt.path)}.Bake(tt.in)
		if err != nil {
			t.Errorf("%s: %v", tt.path, err)
		} else if got.Lost != tt.want {
			t.Errorf("Bake(%q, %s) = %q, Lost %v, want %v", tt.in, tt.path, got.Text, got.Lost, tt.want)
		}
	}
}
