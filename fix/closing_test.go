package fix_test

import (
	"strings"
	"testing"

	"github.com/unbake/unbake/fix"
)

// TestClosingQuotes: a straight quote that closes a literal is no letter's second byte, whatever the
// text was cut to.
func TestClosingQuotes(t *testing.T) {
	for _, in := range []string{
		"print('Ð¼Ð¾Ñ')",
		"(45, 'Ð˜Ð½Ð¶ÐµÐ', 'ÐŸÑ€Ð¾ÐµÐºÑ‚'),",
		`{"a": "voilÃ", "b": "dÃ©tÃ©"}`,
		`('ÐÐ²Ñ‚Ð¾Ð', N'Ð´Ð¾Ð¼')`,
		"'l''Ã©tÃ', 'x'",
	} {
		for _, f := range []*fix.Fixer{mustNew(t), mustNew(t, fix.Level(fix.Likely))} {
			got := f.String(in)
			if strings.Count(got, "'") != strings.Count(in, "'") || strings.Count(got, `"`) != strings.Count(in, `"`) {
				t.Errorf("String(%q) = %q: a quote is gone", in, got)
			}
		}
	}
	const in, want = "lâ€™homme nâ€™est lÃ\u00a0: â€œHe said so,â€\u009d and â€˜left.â€™", "l’homme n’est là: “He said so,” and ‘left.’"
	if got := fix.String(in); got != want {
		t.Errorf("String(%q) = %q, want %q", in, got, want)
	}
}

// TestPieces: of what was damaged several times and lost bytes, no piece is repaired for itself.
func TestPieces(t *testing.T) {
	const hopeless = "ÃƒÂ¢Ã¢â€šÂ¬Ã…Â Ã¢â‚¬â„¢"
	if got := fix.String(hopeless); got != hopeless {
		t.Errorf("String(%q) = %q, want it as it is", hopeless, got)
	}
	for in, want := range map[string]string{
		"wraps OfficeCOMError ÃƒÂ¢Ã¢â‚¬Â Ã¢â‚¬â„¢ ToolError": "wraps OfficeCOMError → ToolError", // the no-break space is one of ASCII
		"cafÃƒÂ© Ã¢â‚¬â€œ thÃƒÂ©":                            "café – thé",
	} {
		if got := fix.String(in); got != want {
			t.Errorf("String(%q) = %q, want %q", in, got, want)
		}
	}
}
