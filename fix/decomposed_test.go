package fix_test

import (
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/fix"
)

// decomposed were damaged, and then the letters and marks of the damage taken apart, as macOS does to names of files.
var decomposed = []struct{ name, damaged, want string }{
	{"a word", "PrÃªt", "Prêt"},
	{"a name of a file", "RÃ©sumÃ© (copie).pdf", "Résumé (copie).pdf"},
	{"quotes", "itâ€™s â€œhereâ€\u009d", "it’s “here”"},
	{"Cyrillic", "ÐŸÑ€Ð¸Ð²ÐµÑ‚, Ð¼Ð¸Ñ€", "Привет, мир"},
	{"Cyrillic by windows-1251", "СЃСѓРјРјР° Рё С†РµРЅР° Ѓ", "сумма и цена Ѓ"},
	{"twice", "Ã\u0083Â©tÃ\u0083Â©", "été"},
	{"escaped", `A\u0303\u00a9te\u0301`, `\u00e9te\u0301`},
	{"that stays beside", "é A\u0303©te\u0301", "é A\u0303©te\u0301"}, // nobody took the first one apart
}

func TestDecomposed(t *testing.T) {
	for _, tt := range decomposed {
		in := tt.damaged
		if tt.name != "that stays beside" {
			in = norm.NFD.String(in)
		}
		got := fix.String(in)
		want := tt.want
		if tt.name == "Cyrillic by windows-1251" {
			want = "сумма и цена " + norm.NFD.String("Ѓ")
		}
		if got != want {
			t.Errorf("%s: String(%+q) = %+q, want %+q", tt.name, in, got, want)
		}
		if again := fix.String(got); again != got {
			t.Errorf("%s: the second time %+q becomes %+q", tt.name, got, again)
		}
	}
}

// Text whose letters and marks stand apart is no damage.
func TestDecomposedClean(t *testing.T) {
	for _, s := range corpus.Samples() {
		text := norm.NFD.String(s.Text)
		if s.Trap == "" && fix.String(text) != text {
			t.Errorf("String(%+q) = %+q, want it as it is", text, fix.String(text))
		}
	}
}
