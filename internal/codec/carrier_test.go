package codec

import (
	"testing"
	"unicode/utf8"
)

// Each pair of bytes of UTF-8 that a double-byte codec decodes to a rune is that rune's code.
func TestCodeOf(t *testing.T) {
	for _, id := range DoubleByte {
		for a := 0x80; a <= 0xf4; a++ {
			for b := 0x40; b <= 0xf4; b++ {
				pair := []byte{byte(a), byte(b)}
				text, lossless := id.Codec().AppendDecode(nil, pair)
				if !lossless || utf8.RuneCount(text) != 1 {
					continue
				}
				r, _ := utf8.DecodeRune(text)
				c := CodeOf(id, r)
				again, _ := id.Codec().AppendDecode(nil, c.Bytes[:c.N])
				if string(again) != string(text) {
					t.Errorf("%s: CodeOf(%q) = % x, which is %q", id.Codec().Name(), r, c.Bytes[:c.N], again)
				}
			}
		}
	}
	for _, x := range []struct {
		id   ID
		r    rune
		want string
	}{
		{GBK, '茅', "\xc3\xa9"}, {GBK, 'é', "\xa8\xa6"}, {GBK, 'ñ', ""}, {GB18030, 'ñ', "\x81\x30\x8a\x39"}, {GBK, 'a', ""},
		{ShiftJIS, 'ﾃ', "\xc3"}, {ShiftJIS, '〜', "\x81\x60"}, {ShiftJIS, '～', "\x81\x60"}, {EUCJP, '丂', "\x8f\xb0\xa1"},
		{EUCKR, '챕', "\xc3\xa9"}, {Big5, '簣', "\xc2\xb1"}, {Windows1252, 'é', ""},
	} {
		if c := CodeOf(x.id, x.r); string(c.Bytes[:c.N]) != x.want {
			t.Errorf("CodeOf(%s, %q) = % x, want % x", x.id.Codec().Name(), x.r, c.Bytes[:c.N], x.want)
		}
	}
}

func TestFails(t *testing.T) {
	for _, x := range []struct {
		id           ID
		b, next      byte
		any, smaller bool
	}{
		{GBK, 0x94, ' ', true, true}, {GBK, 0x94, 's', false, false}, {GBK, 0xaa, 0xe4, false, true}, {GBK, 0x80, 'a', true, true}, {ShiftJIS, 0x80, 'a', true, true},
		{ShiftJIS, 0xa0, 'a', true, true}, {ShiftJIS, 0xc3, 0xa9, false, false}, {ShiftJIS, 0x99, 0x20, true, true},
		{EUCKR, 0xe2, 0x80, true, true}, {EUCKR, 0x99, 's', false, true}, {EUCKR, 0xc3, 0xa9, false, false},
		{Big5, 0xe2, 0x80, true, true}, {Big5, 0x99, 's', false, true}, {EUCJP, 0x80, 0x99, true, true},
	} {
		if got := Fails(x.id, x.b, x.next, false); got != x.any {
			t.Errorf("Fails(%s, %x, %x, false) = %t, want %t", x.id.Codec().Name(), x.b, x.next, got, x.any)
		}
		if got := Fails(x.id, x.b, x.next, true); got != x.smaller {
			t.Errorf("Fails(%s, %x, %x, true) = %t, want %t", x.id.Codec().Name(), x.b, x.next, got, x.smaller)
		}
	}
}

func TestUTF8Starts(t *testing.T) {
	set := UTF8Starts()
	for r, want := range map[rune]bool{'茅': true, '鈥': true, '챕': true, 'ﾃ': true, '中': false, 'の': false, 'a': false, '。': false} {
		if got := set[r>>6]&(1<<(r&63)) != 0; got != want {
			t.Errorf("UTF8Starts has %q: %t, want %t", r, got, want)
		}
	}
}
