package codec

import (
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func mustLookup(t testing.TB, name string) *Codec {
	t.Helper()
	c, ok := Lookup(name)
	if !ok {
		t.Fatalf("Lookup(%q) found nothing", name)
	}
	return c
}

func TestAll(t *testing.T) {
	if n := len(All()); n > 64 || n != numCodecs {
		t.Fatalf("len(All()) = %d, want %d, at most 64", n, numCodecs)
	}
	double := false
	for i, c := range All() {
		if c.ID() != ID(i) || c.ID().Codec() != c {
			t.Errorf("%s: ID %d at place %d", c.Name(), c.ID(), i)
		}
		if c.SingleByte() && double {
			t.Errorf("%s: a single-byte codec after a double-byte one", c.Name())
		}
		double = !c.SingleByte()
		if (c.high == nil) == (c.double == nil) {
			t.Errorf("%s: wants a table or a double-byte decoder", c.Name())
		}
	}
}

func TestEveryByteRoundTrips(t *testing.T) {
	for _, c := range All() {
		if !c.SingleByte() {
			continue
		}
		seen := make(map[rune]byte)
		for i := range 256 {
			b := byte(i)
			r := c.DecodeByte(b)
			if other, ok := seen[r]; ok {
				t.Errorf("%s: %U stands for %02X and %02X", c.Name(), r, other, b)
			}
			seen[r] = b
			if got, ok := c.EncodeRune(r); !ok || got != b {
				t.Errorf("%s: EncodeRune(DecodeByte(%02X)) = %02X, %t", c.Name(), b, got, ok)
			}
			if b < 0x80 && r != rune(b) || b >= 0x80 && r < 0x80 || !utf8.ValidRune(r) {
				t.Errorf("%s: DecodeByte(%02X) = %U", c.Name(), b, r)
			}
		}
	}
}

func TestEveryByteRoundTripsAsText(t *testing.T) {
	var bytes []byte
	for i := range 256 {
		bytes = append(bytes, byte(i))
	}
	for _, c := range All() {
		if !c.SingleByte() {
			continue
		}
		text, lossless := c.AppendDecode([]byte("x"), bytes)
		got, taken := c.AppendEncode([]byte("y"), string(text[1:]))
		if !lossless || taken != len(text)-1 {
			t.Errorf("%s: lossless = %t, taken = %d of %d", c.Name(), lossless, taken, len(text)-1)
		}
		if diff := cmp.Diff(append([]byte("y"), bytes...), got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.Name(), diff)
		}
	}
}

// The damaged sides are what iconv and Python make of the UTF-8 bytes.
func TestSingleByteFamilies(t *testing.T) {
	tests := []struct {
		codec, text, damaged string
	}{
		{"windows-1252", "I’m “in” Í", "Iâ€™m â€œinâ€\u009d Ã\u008d"},
		{"windows-1250", "ő", "Ĺ‘"},
		{"windows-1251", "Привет", "РџСЂРёРІРµС‚"},
		{"windows-1251", "И", "Р\u0098"},
		{"windows-1253", "é Ϊ", "Γ© Ξ\uf82a"},
		{"windows-1254", "ş", "ÅŸ"},
		{"windows-1255", "é", "ֳ©"},
		{"windows-1256", "é", "أ©"},
		{"windows-1257", "é", "Ć©"},
		{"windows-1258", "Ҁ", "\u0309€"},
		{"windows-874", "é", "รฉ"},
		{"iso-8859-2", "ő", "Ĺ\u0091"},
		{"iso-8859-3", "ĉ", "Ä\u0089"},
		{"iso-8859-4", "ą", "Ä\u0085"},
		{"iso-8859-5", "П", "а\u009f"},
		{"iso-8859-6", "ل", "ع\u0084"},
		{"iso-8859-7", "έ", "Ξ\u00ad"},
		{"iso-8859-8", "ש", "\uf857©"},
		{"iso-8859-10", "á", "ÃĄ"},
		{"iso-8859-13", "ė", "Ä\u0097"},
		{"iso-8859-14", "ŵ", "Åṁ"},
		{"iso-8859-15", "Ž", "Åœ"},
		{"iso-8859-16", "ș", "È\u0099"},
		{"koi8-r", "Привет", "п÷я─п╦п╡п╣я┌"},
		{"koi8-u", "Київ", "п\u00a0п╦я≈п╡"},
		{"macintosh", "’é", "‚Äô√©"},
		{"x-mac-cyrillic", "П", "–Я"},
		{"x-mac-ce", "é", "√©"},
		{"x-mac-greek", "é", "Ο©"},
		{"x-mac-turkish", "ş", "≈ü"},
		{"x-mac-romanian", "ț", "»õ"},
		{"x-mac-icelandic", "ð", "√∞"},
		{"x-mac-croatian", "č", "ƒç"},
		{"ibm437", "’é", "ΓÇÖ├⌐"},
		{"dos-720", "é", "├ر"},
		{"ibm737", "é", "├σ"},
		{"ibm775", "ė", "─Ś"},
		{"ibm850", "é", "├®"},
		{"ibm852", "é", "├ę"},
		{"ibm855", "П", "лЪ"},
		{"ibm857", "ş", "┼ş"},
		{"ibm00858", "é €", "├® Ôé¼"},
		{"ibm860", "ã", "├ú"},
		{"ibm861", "þ", "├╛"},
		{"ibm862", "ש", "╫⌐"},
		{"ibm863", "ç", "├¯"},
		{"ibm864", "ل", "ﻋ▒"},
		{"ibm865", "å", "├Ñ"},
		{"ibm866", "Привет", "╨Я╤А╨╕╨▓╨╡╤В"},
		{"ibm869", "έ", "╬Ι"},
		{"ansel", "ü", "©ơ"},
		{"marc-8", "č", "♯\u200d"},
	}
	for _, tt := range tests {
		c := mustLookup(t, tt.codec)
		damaged, lossless := c.AppendDecode(nil, []byte(tt.text))
		if string(damaged) != tt.damaged || !lossless {
			t.Errorf("%s: AppendDecode(%q) = %q, %t, want %q, true", tt.codec, tt.text, damaged, lossless, tt.damaged)
		}
		undone, taken := c.AppendEncode(nil, tt.damaged)
		if string(undone) != tt.text || taken != len(tt.damaged) {
			t.Errorf("%s: AppendEncode(%q) = %q, %d, want %q, %d", tt.codec, tt.damaged, undone, taken, tt.text, len(tt.damaged))
		}
	}
}

func TestAlternates(t *testing.T) {
	tests := []struct {
		codec string
		r     rune
		b     byte
		ok    bool
	}{
		{"windows-1252", '’', 0x92, true},
		{"windows-1252", 0x92, 0x92, true},
		{"windows-1252", 0x9d, 0x9d, true},
		{"windows-1251", 0x80, 0x80, true},
		{"windows-1253", 'ª', 0xaa, true},
		{"windows-1253", 0xf8f9, 0xaa, true},
		{"windows-1253", 0xf82a, 0xaa, true},
		{"windows-874", 0xf8c1, 0xdb, true},
		{"windows-1253", 'é', 0, false},
		{"koi8-u", '╝', 0xae, true},
		{"koi8-u", 'ў', 0xae, true},
		{"koi8-r", 'ў', 0, false},
		{"macintosh", '€', 0xdb, true},
		{"macintosh", '¤', 0xdb, true},
		{"macintosh", 0x92, 0, false},
		{"ibm437", 0x92, 0, false},
		{"koi8-r", 0x92, 0, false},
		{"iso-8859-2", 0x92, 0x92, true},
		{"gbk", 'a', 'a', true},
		{"gbk", '中', 0, false},
		{"windows-1252", utf8.RuneError, 0, false},
		{"windows-1252", 0x10ffff, 0, false},
		{"windows-1252", -1, 0, false},
	}
	for _, tt := range tests {
		b, ok := mustLookup(t, tt.codec).EncodeRune(tt.r)
		if b != tt.b || ok != tt.ok {
			t.Errorf("%s: EncodeRune(%U) = %02X, %t, want %02X, %t", tt.codec, tt.r, b, ok, tt.b, tt.ok)
		}
	}
}

func TestUndefined(t *testing.T) {
	tests := []struct {
		codec string
		want  []byte
	}{
		{"windows-1252", []byte{0x81, 0x8d, 0x8f, 0x90, 0x9d}},
		{"windows-1251", []byte{0x98}},
		{"windows-1256", nil},
		{"iso-8859-2", nil},
		{"iso-8859-7", []byte{0xae, 0xd2, 0xff}},
		{"ibm857", []byte{0xd5, 0xe7, 0xf2}},
		{"koi8-u", nil},
		{"gbk", nil},
	}
	for _, tt := range tests {
		c := mustLookup(t, tt.codec)
		var got []byte
		for i := range 256 {
			if c.Undefined(byte(i)) {
				got = append(got, byte(i))
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: undefined bytes (-want +got)\n%s", tt.codec, diff)
		}
	}
}

func TestAppendEncodeStops(t *testing.T) {
	tests := []struct {
		codec, text string
		want        string
		taken       int
	}{
		{"windows-1252", "aé中b", "a\xe9", 3},
		{"windows-1252", "é\ufffd", "\xe9", 2},
		{"windows-1252", "é\xff", "\xe9", 2},
		{"windows-1258", "aạ", "a", 1}, // precomposed; the page has base and mark
		{"windows-1258", "a\u0323", "a\xf2", 3},
		{"gbk", "a中\U0001f600b", "a\xd6\xd0", 4},
		{"gbk", "中\xff", "\xd6\xd0", 3},
		{"gb18030", "中\ufffd", "\xd6\xd0", 3},
		{"gb18030", "\U0001f600", "\x94\x39\xfc\x36", 4},
		{"shift_jis", "ﾃé", "\xc3", 3},
	}
	for _, tt := range tests {
		got, taken := mustLookup(t, tt.codec).AppendEncode(nil, tt.text)
		if string(got) != tt.want || taken != tt.taken {
			t.Errorf("%s: AppendEncode(%q) = %q, %d, want %q, %d", tt.codec, tt.text, got, taken, tt.want, tt.taken)
		}
	}
}
