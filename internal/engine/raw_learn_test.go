package engine_test

import (
	"testing"

	"github.com/unbake/unbake/internal/codec"
	"github.com/unbake/unbake/internal/engine"
)

// Words that a line alone is not enough for come out right by the lines around them, and
// a line in another page still does.
func TestDecodeRawLearnt(t *testing.T) {
	encode := func(encoding, text string) string {
		c, _ := codec.Lookup(encoding)
		b, n := c.AppendEncode(nil, text)
		if n < len(text) {
			t.Fatalf("%s has no %q", encoding, text[n:])
		}
		return string(b)
	}
	hebrew := []string{"שלום לכולם", "אתמול הלכנו לשוק", "וקנינו תפוחים ירוקים", "מה שלומך היום", "הספר על השולחן"}
	plain := engine.New(engine.Options{})
	l := plain.Learner(1)
	for _, line := range hebrew {
		l.AddRaw([]byte(encode("windows-1255", line)))
	}
	learnt := engine.New(engine.Options{Profile: l.Profile()})
	for _, test := range []struct{ encoding, text string }{
		{"windows-1255", "נץ"}, {"windows-1255", "צוק"}, {"windows-1255", "אראלה"},
		{"windows-1251", "Вчера мы купили хлеб, молоко и два яблока."},
		{"gbk", "昨天我们去市场买了新鲜的苹果。"},
	} {
		if got, page, _ := learnt.DecodeRaw([]byte(encode(test.encoding, test.text))); got != test.text {
			t.Errorf("%q in %s became %q, by %s", test.text, test.encoding, got, page)
		}
	}
	if got, _, _ := plain.DecodeRaw([]byte(encode("windows-1255", "צוק"))); got == "צוק" {
		t.Error("the word is told without the lines: it shows nothing")
	}
}
