package dump

import (
	"fmt"
	"strings"
	"testing"
)

// textsBy has f repair texts.
func textsBy(f func(string) string) textFunc {
	return textFunc{repairs: true, do: func(s string, _ role) string { return f(s) }}
}

// mend repairs a few sequences wherever they stand, as a stand-in for fix.
var mend = strings.NewReplacer(
	"Ã©", "é", "Ã¼", "ü", "Ã±", "ñ", "â€™", "’", "â€œ", "“", "â€\u009d", "”", "ðŸ˜€", "😀",
	"Ð´", "д", "Ð°", "а", "Ãƒ", "Ã", "Â©", "©", "â€“", "–",
).Replace

// s writes a serialized string whose length is that of the text given second,
// or of the text itself.
func phps(text string, meant ...string) string {
	n := len(text)
	if len(meant) > 0 {
		n = len(meant[0])
	}
	return fmt.Sprintf(`s:%d:"%s";`, n, text)
}

var phpTests = []struct {
	name, in, want string
	state          phpState
}{
	{"no value", "cafÃ©", "cafÃ©", phpNone},
	{"prose with a colon", `see a:b, s:1 and O:x "cafÃ©"`, `see a:b, s:1 and O:x "cafÃ©"`, phpNone},
	{"a lone length in prose", `use s:9:"cafÃ©"; here`, `use s:9:"cafÃ©"; here`, phpNone},
	{"length of the damaged bytes", phps("cafÃ©"), phps("café"), phpWhole},
	{"length of the bytes that were meant", phps("cafÃ©", "café"), phps("café"), phpWhole},
	{"neither length", `s:99:"cafÃ©";`, `s:99:"cafÃ©";`, phpBroken},
	{"only some repaired, but the lengths tell", `a:1:{i:0;` + phps("cafÃ© Ã\u00a0", "café à") + `}`, `a:1:{i:0;` + phps("café à") + `}`, phpWhole},
	{"only some repaired, and something lost", `a:1:{i:0;` + phps("cafÃ© Ã?", "café à") + `}`, `a:1:{i:0;` + phps("cafÃ© Ã?", "café à") + `}`, phpBroken},
	{"nothing repaired", `a:1:{i:0;` + phps("Ã\u00a0", "à") + `}`, `a:1:{i:0;` + phps("Ã\u00a0", "à") + `}`, phpBroken},
	{
		"nested arrays, damaged bytes",
		`a:2:{` + phps("k") + `a:1:{i:0;` + phps("cafÃ©") + `}` + phps("l") + phps("Ã¼ber") + `}`,
		`a:2:{` + phps("k") + `a:1:{i:0;` + phps("café") + `}` + phps("l") + phps("über") + `}`, phpWhole,
	},
	{
		"nested arrays, meant bytes",
		`a:2:{` + phps("k") + `a:1:{i:0;` + phps("cafÃ©", "café") + `}` + phps("l") + phps("Ã¼ber", "über") + `}`,
		`a:2:{` + phps("k") + `a:1:{i:0;` + phps("café") + `}` + phps("l") + phps("über") + `}`, phpWhole,
	},
	{
		"both kinds of damage at once",
		`a:2:{i:0;` + phps("cafÃƒÂ©", "cafÃ©") + `i:1;` + phps("Ã¼", "ü") + `}`,
		`a:2:{i:0;` + phps("café") + `i:1;` + phps("ü") + `}`, phpWhole,
	},
	{"what looks like an end in a string", `a:1:{i:0;` + phps(`Ã©";}`) + `}`, `a:1:{i:0;` + phps(`é";}`) + `}`, phpWhole},
	{"every scalar", `a:6:{i:0;N;i:1;b:1;i:2;i:-7;i:3;d:-1.5E+25;i:4;d:NAN;i:5;` + phps("Ã©") + `}`, `a:6:{i:0;N;i:1;b:1;i:2;i:-7;i:3;d:-1.5E+25;i:4;d:NAN;i:5;` + phps("é") + `}`, phpWhole},
	{
		"object with private and protected names and references",
		"O:3:\"Foo\":3:{s:6:\"\x00Foo\x00a\";" + phps("Ã©") + "s:4:\"\x00*\x00b\";r:1;s:1:\"c\";R:2;}",
		"O:3:\"Foo\":3:{s:6:\"\x00Foo\x00a\";" + phps("é") + "s:4:\"\x00*\x00b\";r:1;s:1:\"c\";R:2;}", phpWhole,
	},
	{
		"the same, damaged with its lengths right",
		"O:3:\"Foo\":2:{s:6:\"\x00Foo\x00a\";" + phps("Ã©", "é") + "s:4:\"\x00*\x00b\";r:1;}",
		"O:3:\"Foo\":2:{s:6:\"\x00Foo\x00a\";" + phps("é") + "s:4:\"\x00*\x00b\";r:1;}", phpWhole,
	},
	{"names of classes and properties stay", `O:5:"CafÃ©"`, `O:5:"CafÃ©"`, phpBroken},
	{"declared properties stay", `O:3:"Foo":1:{` + phps("Ã©") + phps("Ã©") + `}`, `O:3:"Foo":1:{` + phps("Ã©") + phps("é") + `}`, phpWhole},
	{"those of a plain object do not", `O:8:"stdClass":1:{` + phps("Ã©") + phps("Ã©") + `}`, `O:8:"stdClass":1:{` + phps("é") + phps("é") + `}`, phpWhole},
	{"keys", `a:1:{` + phps("GrÃ¼n") + `b:0;}`, `a:1:{` + phps("Grün") + `b:0;}`, phpWhole},
	{"keys that would become one", `a:2:{` + phps("Ã©") + `i:1;` + phps("é") + phps("Ã¼") + `}`, `a:2:{` + phps("Ã©") + `i:1;` + phps("é") + phps("ü") + `}`, phpWhole},
	{"an enum case", `a:2:{i:0;E:9:"Suit:Pike";i:1;` + phps("Ã©") + `}`, `a:2:{i:0;E:9:"Suit:Pike";i:1;` + phps("é") + `}`, phpWhole},
	{
		"a class with its own writer",
		`C:11:"ArrayObject":39:{x:i:0;a:1:{i:0;` + phps("cafÃ©") + `};m:a:0:{}}`,
		`C:11:"ArrayObject":37:{x:i:0;a:1:{i:0;` + phps("café") + `};m:a:0:{}}`, phpWhole,
	},
	{"its own writer, own format", `C:1:"X":5:{Ã©#}`, `C:1:"X":5:{Ã©#}`, phpWhole},
	{"escaped string", `a:2:{i:0;S:2:"\c3\a9";i:1;` + phps("Ã©") + `}`, `a:2:{i:0;S:2:"\c3\a9";i:1;` + phps("é") + `}`, phpWhole},
	{"serialized in serialized", phps(`a:1:{i:0;` + phps("cafÃ©") + `}`), phps(`a:1:{i:0;` + phps("café") + `}`), phpWhole},
	{"JSON in serialized", phps(`{"a":"caf\u00c3\u00a9"}`), phps(`{"a":"caf\u00e9"}`), phpWhole},
	{
		"lines before and text behind",
		"http://x/Ã©.mp3\n12345\naudio/mpeg\na:1:{" + phps("t") + phps("cafÃ©") + "} Ã¼",
		"http://x/é.mp3\n12345\naudio/mpeg\na:1:{" + phps("t") + phps("café") + "} ü", phpWhole,
	},
	{"a prefix and lengths that were right", "x\na:1:{i:0;" + phps("cafÃ©", "café") + "}", "x\na:1:{i:0;" + phps("café") + "}", phpWhole},
	{"cut", `a:2:{i:0;` + phps("cafÃ©") + `i:1;s:4:"a`, `a:2:{i:0;` + phps("cafÃ©") + `i:1;s:4:"a`, phpBroken},
	{"cut behind the brace", "a:1:{", "a:1:{", phpBroken},
	{"a count too large", `a:3:{i:0;i:1;}`, `a:3:{i:0;i:1;}`, phpBroken},
	{"a huge number", `s:99999999999999999999:"Ã©";`, `s:99999999999999999999:"Ã©";`, phpBroken},
	{"session data", "user|a:1:{i:0;" + phps("cafÃ©") + "}cart|i:3;", "user|a:1:{i:0;" + phps("café") + "}cart|i:3;", phpWhole},
}

func TestRepairPHP(t *testing.T) {
	for _, tt := range phpTests {
		t.Run(tt.name, func(t *testing.T) {
			got, state := repairPHP(tt.in, textsBy(mend), 0)
			if got != tt.want || state != tt.state {
				t.Errorf("repairPHP(%q) =\n%q, %v, want\n%q, %v", tt.in, got, state, tt.want, tt.state)
			}
			if again, _ := repairPHP(got, textsBy(mend), 0); again != got {
				t.Errorf("a second time: %q", again)
			}
			if same, _ := repairPHP(tt.in, textsBy(identity), 0); same != tt.in {
				t.Errorf("identity: %q", same)
			}
		})
	}
}

func identity(s string) string { return s }

// A text of many starts must not be read over and over.
func TestRepairPHPIsLinear(t *testing.T) {
	for _, unit := range []string{"a:1:{i:0;", `s:1:"`, "a:9:{s:", `O:1:"x":1:{i:0;`, `s:999999:"`, `a:1:{i:0;` + phps("Ã©")} {
		repairPHP(strings.Repeat(unit, 1<<20/len(unit)), textsBy(mend), 0)
	}
}

func FuzzPHP(f *testing.F) {
	for _, tt := range phpTests {
		f.Add(tt.in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		if got, _ := repairPHP(in, textsBy(identity), 0); got != in {
			t.Fatalf("identity: %q became %q", in, got)
		}
		got, state := repairPHP(in, textsBy(mend), 0)
		_, before := phpParts(in)
		if _, after := phpParts(got); state == phpWhole && after != phpWhole || before == phpWhole && after != phpWhole {
			t.Fatalf("%q became %q, which cannot be read", in, got)
		}
	})
}

// TestTwicePHP has values that were damaged before they were serialized and
// again after, by which the lengths count text that is damaged once. Undone
// together, both lengths are wrong.
func TestTwicePHP(t *testing.T) {
	both := func(s string) string {
		for range 2 {
			if out, ok := unbakeWhole(&Cell{Text: s}); ok {
				s = out
			}
		}
		return s
	}
	for _, word := range []string{"née", "Москва", "กาแฟ"} {
		once := bake(word)
		in := bake(fmt.Sprintf(`a:1:{i:0;s:%d:"%s";}`, len(once), once))
		want := fmt.Sprintf(`a:1:{i:0;s:%d:"%s";}`, len(word), word)
		if got, state := repairPHP(in, textsBy(both), 0); got != want || state != phpWhole {
			t.Errorf("repairPHP(%q) = %q, %v, want %q", in, got, state, want)
		}
	}
}
