package detect

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/unbake/unbake/internal/codec"
)

// written returns text in an encoding.
func written(t testing.TB, encoding, text string) []byte {
	t.Helper()
	c, ok := codec.Lookup(encoding)
	if !ok {
		t.Fatalf("no codec %q", encoding)
	}
	b, n := c.AppendEncode(nil, text)
	if n != len(text) {
		t.Fatalf("%s cannot write %q", encoding, text[n:])
	}
	return b
}

// charsetTexts are sentences in the pages that they are likely to be found in.
var charsetTexts = []struct{ encoding, text string }{
	{"windows-1252", "Le marché rouvre à huit heures – pensez à l’été !"},
	{"windows-1252", "Der Bäcker öffnet früh und schließt spät."},
	{"windows-1250", "Jutro będzie słońce, więc pójdziemy nad rzekę."},
	{"iso-8859-2", "Děti si hrály u řeky až do večera."},
	{"windows-1251", "Вчера мы купили хлеб, молоко и два яблока."},
	{"koi8-r", "Вчера мы купили хлеб, молоко и два яблока."},
	{"koi8-u", "Її дім стоїть біля річки, а ґанок виходить на схід."},
	{"ibm866", "Вчера мы купили хлеб, молоко и два яблока."},
	{"iso-8859-5", "Вчера мы купили хлеб, молоко и два яблока."},
	{"x-mac-cyrillic", "Вчера мы купили хлеб, молоко и два яблока."},
	{"windows-1253", "Το πρωί ήπιαμε καφέ δίπλα στη θάλασσα."},
	{"windows-1254", "Yarın sabah erkenden köye gideceğiz, hava güneşli."},
	{"windows-1255", "אתמול הלכנו לשוק וקנינו תפוחים."},
	{"windows-1256", "ذهبنا أمس إلى السوق واشترينا التفاح."},
	{"windows-1257", "Rytoj važiuosime į kaimą, nes šviečia saulė."},
	{"windows-874", "เมื่อวานเราไปตลาดและซื้อผลไม้"},
	{"macintosh", "Le marché rouvre à huit heures : pensez à l’été."},
	{"ibm850", "Le marché rouvre à huit heures, même en été."},
	{"ibm852", "Děti si hrály u řeky až do večera."},
	{"shift_jis", "昨日は雨が降りました。"},
	{"shift_jis", "きのう市場で新鮮な魚を買いました。"},
	{"shift_jis", "会議は午後三時からです"},
	{"euc-jp", "昨日は雨が降りました。"},
	{"gbk", "昨天我们去市场买了新鲜的苹果。"},
	{"big5", "昨天我們去市場買了新鮮的蘋果。"},
	{"euc-kr", "어제 우리는 시장에서 사과를 샀습니다."},
}

func TestCharsetNamesPages(t *testing.T) {
	for _, tt := range charsetTexts {
		b := written(t, tt.encoding, tt.text)
		name, confidence := Charset(b)
		if name != tt.encoding || confidence < 0.5 || confidence > 1 {
			t.Errorf("Charset(%q in %s) = %s, %.3f", tt.text, tt.encoding, name, confidence)
		}
		again, same := Charset(b)
		if again != name || same != confidence {
			t.Errorf("second answer for %q in %s is %s, %g, not %s, %g", tt.text, tt.encoding, again, same, name, confidence)
		}
	}
}

// A word is little to go by. The pages of these are told all the same; the
// confidence may be low.
func TestCharsetOfWords(t *testing.T) {
	tests := []struct{ encoding, text string }{
		{"windows-1252", "café"}, {"windows-1252", "Größe"}, {"windows-1251", "Москва"}, {"koi8-r", "Москва"},
		{"gbk", "中文"}, {"big5", "中文"}, {"shift_jis", "東京"}, {"euc-jp", "東京"}, {"euc-kr", "한국어"},
	}
	for _, tt := range tests {
		if name, confidence := Charset(written(t, tt.encoding, tt.text)); name != tt.encoding {
			t.Errorf("Charset(%q in %s) = %s, %.3f", tt.text, tt.encoding, name, confidence)
		}
	}
}

func TestCharsetOfOtherBytes(t *testing.T) {
	noise := make([]byte, 2000)
	random := rand.NewChaCha8([32]byte{1})
	random.Read(noise)
	noise = bytes.ReplaceAll(noise, []byte{0}, []byte{1})
	crlf := strings.Repeat("plain\r\n", 4000)
	tests := []struct {
		name string
		in   []byte
		want string
	}{
		{"empty", nil, "utf-8"},
		{"ASCII", []byte("plain"), "utf-8"},
		{"UTF-8", []byte("café"), "utf-8"},
		{"UTF-8 with a byte order mark", []byte("\ufeffcafé"), "utf-8"},
		{"damaged UTF-8", []byte("cafÃ©"), "utf-8"},
		{"UTF-16", []byte("\xff\xfec\x00"), "utf-16le"},
		{"UTF-16, high byte first", []byte("\xfe\xff\x00c"), "utf-16be"},
		{"binary", []byte("\x7fELF\x02\x01\x00\xe9\xff"), ""},
		{"noise", noise, ""},
		{"noise behind text", append([]byte("text\n"), noise...), ""},
		{"a legacy line far on", append([]byte(crlf), "d\xe9j\xe0 vu\r\n"...), "windows-1252"},
		{"mixed with UTF-8", []byte("Ça va très bien, déjà en été\nd\xe9j\xe0 vu, très bien\n"), "windows-1252"},
		{"one very long line", bytes.Repeat([]byte("Le march\xe9 d'\xe9t\xe9 "), 5000), "windows-1252"},
		{"one very long line of double bytes", bytes.Repeat(written(t, "gbk", "昨天我们去市场买了新鲜的苹果, "), 3000), "gbk"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			name, confidence := Charset(tt.in)
			if name != tt.want || confidence < 0 || confidence > 1 || (name == "") != (confidence == 0) {
				t.Errorf("Charset = %q, %.3f; want %q", name, confidence, tt.want)
			}
		})
	}
}

// FuzzCharset: valid UTF-8 is never called anything else, answers are within
// range, and names are those of codecs.
func FuzzCharset(f *testing.F) {
	for _, tt := range charsetTexts {
		f.Add(written(f, tt.encoding, tt.text))
	}
	f.Add([]byte("caf\xe9\n\xff\xfe"))
	f.Fuzz(func(t *testing.T, b []byte) {
		name, confidence := Charset(b)
		if utf8.Valid(b) && bytes.IndexByte(b, 0) < 0 && name != "utf-8" {
			t.Errorf("valid UTF-8 is called %q", name)
		}
		if confidence < 0 || confidence > 1 || (name == "") != (confidence == 0) {
			t.Errorf("%q has confidence %g", name, confidence)
		}
		if name == "" || name == "utf-8" || strings.HasPrefix(name, "utf-16") {
			return
		}
		if _, ok := codec.Lookup(name); !ok {
			t.Errorf("%q is no codec", name)
		}
	})
}

// The byte order mark of UTF-32 begins as that of UTF-16 does.
func TestCharsetUTF32(t *testing.T) {
	for _, in := range []string{"\xff\xfe\x00\x00a\x00\x00\x00", "\x00\x00\xfe\xff\x00\x00\x00a"} {
		if name, confidence := Charset([]byte(in)); name != "" || confidence != 0 {
			t.Errorf("Charset(%q) = %q, %g, want none", in, name, confidence)
		}
	}
}
