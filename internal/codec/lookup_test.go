package codec

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLookup(t *testing.T) {
	tests := []struct{ name, want string }{
		// WHATWG
		{"iso-8859-1", "windows-1252"},
		{"latin1", "windows-1252"},
		{"US-ASCII", "windows-1252"},
		{"cp819", "windows-1252"},
		{"iso-8859-9", "windows-1254"},
		{"latin5", "windows-1254"},
		{"iso-8859-11", "windows-874"},
		{"tis-620", "windows-874"},
		{"dos-874", "windows-874"},
		{"iso-8859-8-i", "iso-8859-8"},
		{"x-mac-roman", "macintosh"},
		{"x-mac-ukrainian", "x-mac-cyrillic"},
		{"koi8-ru", "koi8-u"},
		{"gb2312", "gbk"},
		{"big5-hkscs", "big5"},
		{"windows-31j", "shift_jis"},
		{"ks_c_5601-1987", "euc-kr"},
		{"cp866", "ibm866"},
		// IANA
		{"437", "ibm437"},
		{"csPC8CodePage437", "ibm437"},
		{"PC-Multilingual-850+euro", "ibm00858"},
		{"csIBM861", "ibm861"},
		{"latin10", "iso-8859-16"},
		{"iso-celtic", "iso-8859-14"},
		// databases, iconv, Microsoft
		{"cp858", "ibm00858"},
		{"WIN1251", "windows-1251"},
		{"macroman", "macintosh"},
		{"MacCE", "x-mac-ce"},
		{"ibm720", "dos-720"},
		{"cp949", "euc-kr"},
		{"cp932", "shift_jis"},
		{"ujis", "euc-jp"},
		{"cp950", "big5"},
		// spelling
		{" \tWindows-1252\n", "windows-1252"},
		{"WINDOWS_1252", "windows-1252"},
		{"KOI8R", "koi8-r"},
		{"Shift JIS", "shift_jis"},
		{"utf-8", ""},
		{"", ""},
		{"-", ""},
	}
	for _, tt := range tests {
		got := ""
		if c, ok := Lookup(tt.name); ok {
			got = c.Name()
		}
		if got != tt.want {
			t.Errorf("Lookup(%q) = %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestLookupKnowsEveryLabelOnce(t *testing.T) {
	owner := make(map[string]string)
	for _, c := range All() {
		for _, label := range c.labels() {
			for _, key := range []string{label, squeeze(label)} {
				if before, ok := owner[key]; ok && before != c.Name() {
					t.Errorf("%q is %s and %s", key, before, c.Name())
				}
				owner[key] = c.Name()
			}
			if got, ok := Lookup(label); !ok || got != c {
				t.Errorf("Lookup(%q) does not find %s", label, c.Name())
			}
		}
	}
}

func TestNearest(t *testing.T) {
	tests := []struct {
		name string
		n    int
		want []string
	}{
		{"widnows-1252", 1, []string{"windows-1252"}},
		{"windows-1259", 3, []string{"windows-1252", "windows-1250", "windows-1251"}},
		{" KOI8-X ", 2, []string{"koi8-r", "koi8-u"}},
		{"shiftjs", 1, []string{"shift_jis"}},
		{"macromen", 1, []string{"macintosh"}},
		{"latin1", 0, nil},
		{"latin1", -1, nil},
		{"", 3, nil},
		{"/no/such/encoding/anywhere", 3, nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, Nearest(tt.name, tt.n)); diff != "" {
			t.Errorf("Nearest(%q, %d) (-want +got)\n%s", tt.name, tt.n, diff)
		}
	}
}
