package codec

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

func TestDoubleByteFamilies(t *testing.T) {
	tests := []struct {
		codec, text, damaged string
	}{
		{"gbk", "你好", "浣犲ソ"},
		{"gbk", "中’s “好”的", "涓\ue15b€檚 鈥滃ソ鈥濈殑"},
		{"gbk", "é à", "茅 脿"},
		{"gb18030", "你好", "浣犲ソ"},
		{"big5", "é è", "矇 癡"},
		{"shift_jis", "あい é", "縺ゅ＞ ﾃｩ"},
		{"euc-kr", "가", "媛\ufffd"},
		{"x-big5-unicode", "é", "矇"},
	}
	for _, tt := range tests {
		c := mustLookup(t, tt.codec)
		damaged, lossless := c.AppendDecode(nil, []byte(tt.text))
		if string(damaged) != tt.damaged || lossless != !strings.Contains(tt.damaged, "\ufffd") {
			t.Errorf("%s: AppendDecode(%q) = %+q, %t, want %+q", tt.codec, tt.text, damaged, lossless, tt.damaged)
		}
		if !lossless {
			continue
		}
		undone, taken := c.AppendEncode(nil, tt.damaged)
		if string(undone) != tt.text || taken != len(tt.damaged) {
			t.Errorf("%s: AppendEncode(%q) = %q, %d, want %q", tt.codec, tt.damaged, undone, taken, tt.text)
		}
	}
}

// What is replaced, and what is kept, is WHATWG's decoders' in every row but
// those whose comment says otherwise.
func TestDoubleByteBadSequences(t *testing.T) {
	tests := []struct {
		codec, src, want string
	}{
		{"gbk", "\xff", "\ufffd"},
		{"gbk", "\x80", "€"},
		{"gbk", "\xd6", "\ufffd"},
		{"gbk", "\xd6<", "\ufffd<"},
		{"gbk", "\xfe\xff\xd6\xd0", "\ufffd中"},
		{"gb18030", "\x81\x30\x81\x30", "\u0080"},
		{"gb18030", "\x84\x31\xa4\x37", "\ufffd"}, // U+FFFD itself, which counts as lost
		{"gb18030", "\x81\x30a", "\ufffd0a"},
		{"gb18030", "\x81\x30\x81", "\ufffd0\ufffd"}, // WHATWG drops the digit at the end
		{"big5", "\x81@", "\ufffd@"},
		{"big5", "\x81\x9fa", "\ufffda"},
		{"big5", "\x88\x62", "\u00ca\u0304"},
		{"shift_jis", "\xa0\xfd\x80", "\ufffd\ufffd\u0080"},
		{"shift_jis", "\x81\xffa", "\ufffda"},
		{"shift_jis", "\xf0\x40\xf9\xfc", "\ue000\ue757"},
		{"euc-jp", "\x8e\xb1\x8f\xb0\xa1\xa4\xa2", "ｱ丂あ"},
		{"euc-jp", "\xa4a", "\ufffda"},
		{"euc-jp", "\xb0\x21", "\ufffd!"},
		{"euc-jp", "\x8f\xa1a", "\ufffda"},
		{"euc-jp", "\x8f\xa1\x80a", "\ufffda"},
		{"euc-jp", "\x8f\xa1", "\ufffd"},
		{"euc-jp", "\x8f\x41", "\ufffdA"},
		{"euc-kr", "\x80\xc9\xa1", "\ufffd\ufffd"},
		{"euc-kr", "\xb0\xa1\xb0A\xff", "가캚\ufffd"},
	}
	for _, tt := range tests {
		got, lossless := mustLookup(t, tt.codec).AppendDecode(nil, []byte(tt.src))
		if string(got) != tt.want || lossless != !strings.Contains(tt.want, "\ufffd") {
			t.Errorf("%s: AppendDecode(%q) = %+q, %t, want %+q", tt.codec, tt.src, got, lossless, tt.want)
		}
	}
}

var doubleTexts = []string{
	"plain ASCII, no more",
	"été, naïve, Århus – “à bien” … 5 €",
	"中文的文字，乱码了。",
	"正體中文：請求",
	"日本語のテキストが文字化けする",
	"안녕하세요, 세계",
	"Привет, мир",
}

// On real text x/text differs from WHATWG only in the user areas and in
// swallowing the ASCII byte after a lead with which it stands for nothing.
func TestDoubleByteAgreesWithXText(t *testing.T) {
	for _, c := range All() {
		if c.SingleByte() {
			continue
		}
		for _, text := range doubleTexts {
			got, lossless := c.AppendDecode(nil, []byte(text))
			want, err := c.double.encoding.NewDecoder().Bytes([]byte(text))
			if err != nil {
				t.Fatal(err)
			}
			if !lossless || strings.ContainsFunc(string(got), isPrivate) {
				continue
			}
			if !bytes.Equal(got, want) {
				t.Errorf("%s: AppendDecode(%q) = %q, x/text has %q", c.Name(), text, got, want)
			}
		}
	}
}

func isPrivate(r rune) bool { return 0xe000 <= r && r < 0xf900 }

func TestDoubleByteEveryCodeRoundTrips(t *testing.T) {
	for _, c := range All() {
		if c.SingleByte() {
			continue
		}
		pairs := 0
		for lead := 0x80; lead <= 0xff; lead++ {
			for trail := 0x21; trail <= 0xff; trail++ {
				text, lossless := c.AppendDecode(nil, []byte{byte(lead), byte(trail)})
				if !lossless {
					continue
				}
				pairs++
				code, taken := c.AppendEncode(nil, string(text))
				again, _ := c.AppendDecode(nil, code)
				if taken != len(text) || !bytes.Equal(again, text) {
					t.Errorf("%s: %02x %02x is %q, which is %x, which is %q", c.Name(), lead, trail, text, code, again)
				}
			}
		}
		if pairs < 6000 {
			t.Errorf("%s: %d pairs, want more", c.Name(), pairs)
		}
	}
}

// Hangul's lead byte ED is a lead of Shift_JIS, too, for kanji that encoders
// write with FA to FC: undoing has to take the bytes that UTF-8 has.
func TestEncodePrefersBytesOfUTF8(t *testing.T) {
	for _, text := range []string{"핡", "환영"} {
		for _, c := range All() {
			damaged, lossless := c.AppendDecode(nil, []byte(text))
			if !lossless {
				continue
			}
			if undone, _ := c.AppendEncode(nil, string(damaged)); string(undone) != text {
				t.Errorf("%s: AppendEncode(%q) = %q, want %q", c.Name(), damaged, undone, text)
			}
		}
	}
}

func FuzzDoubleByte(f *testing.F) {
	for id := GBK; id <= EUCKR; id++ {
		for _, text := range doubleTexts {
			f.Add(uint8(id), []byte(text))
			code, _ := id.Codec().AppendEncode(nil, text)
			f.Add(uint8(id), code)
		}
	}
	f.Add(uint8(GB18030), []byte("\x84\x31\xa4\x37\x81\x30\x81"))
	f.Fuzz(func(t *testing.T, id uint8, src []byte) {
		if id < uint8(GBK) || id > uint8(EUCKR) {
			return
		}
		c := ID(id).Codec()
		text, lossless := c.AppendDecode(nil, src)
		if !utf8.Valid(text) {
			t.Fatalf("%s: AppendDecode(%q) = %q is not UTF-8", c.Name(), src, text)
		}
		code, taken := c.AppendEncode(nil, string(text))
		if lossless && taken != len(text) {
			t.Fatalf("%s: AppendEncode(%q) stops at %d", c.Name(), text, taken)
		}
		again, _ := c.AppendDecode(nil, code)
		if !bytes.Equal(again, text[:taken]) {
			t.Errorf("%s: %q is %q, which is %q, which is %q", c.Name(), src, text, code, again)
		}
	})
}

func BenchmarkDoubleByte(b *testing.B) {
	src, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(strings.Repeat("中文的文字，乱码了。", 100)))
	if err != nil {
		b.Fatal(err)
	}
	c := GBK.Codec()
	text, _ := c.AppendDecode(nil, src)
	b.Run("decode", func(b *testing.B) {
		b.SetBytes(int64(len(src)))
		var dst []byte
		for b.Loop() {
			dst, _ = c.AppendDecode(dst[:0], src)
		}
	})
	b.Run("encode", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		var dst []byte
		s := string(text)
		for b.Loop() {
			dst, _ = c.AppendEncode(dst[:0], s)
		}
	})
	b.Run("table", func(b *testing.B) {
		for b.Loop() {
			var l lazyPairs
			l.load(c.double)
		}
	})
}

// What Python has from C6A1 to C7FC, and where its signs differ; all else is as in Big5.
func TestBig5Unicode(t *testing.T) {
	c := mustLookup(t, "x-big5-unicode")
	for _, tt := range []struct{ bytes, text, big5 string }{
		{"\xc6\xd2", "の", "攴"}, {"\xc6\xf9", "ア", "こ"}, {"\xc6\xfe", "ェ", "じ"}, {"\xc7\x40", "エ", "す"},
		{"\xc7\x7e", "ユ", "イ"}, {"\xc7\xa1", "ョ", "ゥ"}, {"\xc7\xfc", "⑽", "И"}, {"\xa1\x45", "•", "‧"}, {"\xa4\xa4\xa4\xe5", "中文", "中文"},
	} {
		got, whole := c.AppendDecode(nil, []byte(tt.bytes))
		if string(got) != tt.text || !whole {
			t.Errorf("AppendDecode(%+q) = %q, %t, want %q", tt.bytes, got, whole, tt.text)
		}
		if back, _ := c.AppendEncode(nil, tt.text); string(back) != tt.bytes {
			t.Errorf("AppendEncode(%q) = %+q, want %+q", tt.text, back, tt.bytes)
		}
		if got, _ := Big5.Codec().AppendDecode(nil, []byte(tt.bytes)); string(got) != tt.big5 {
			t.Errorf("%+q is %q in big5, want %q", tt.bytes, got, tt.big5)
		}
	}
}
