package dump

import (
	"math"
	"strings"
	"testing"
)

// TestSlashes: signs that a value has behind backslashes, though they need none, have them once
// it is repaired, where the repair is long, too, and its run has no place that is as it was.
func TestSlashes(t *testing.T) {
	run := strings.Repeat("é", editWindow)
	tests := []struct {
		format   Format
		in, want string
	}{
		{MySQL, `'a \"` + bake(run) + `\",\"` + bake(run) + `\"'`, `'a \"` + run + `\",\"` + run + `\"'`},
		{MySQL, `'{\"a\":\"x\\n` + bake(run) + `\",\"` + bake(run) + `\"'`, `'{\"a\":\"x\\n` + run + `\",\"` + run + `\"'`},
		{MySQL, `'"a" ` + bake(run) + `\" ` + bake(run) + `"'`, `'"a" ` + run + `" ` + run + `"'`},
		{MySQL, `"a' ` + bake(run) + `\' ` + bake(run) + `\""`, `"a' ` + run + `' ` + run + `\""`},
		{Postgres, `E'\"` + bake(run) + `\"` + bake(run) + `\n'`, `E'\"` + run + `\"` + run + `\n'`},
	}
	for _, tt := range tests {
		const open = "INSERT INTO t VALUES ("
		got, _, err := copyString(t, open+tt.in+");\n", unbakeWhole, As(tt.format))
		if want := open + tt.want + ");\n"; got != want || err != nil {
			t.Errorf("Copy(%q) = %q, %v, want %q", open+tt.in, got, err, want)
		}
	}
}

// TestMaxLiteralMost: there is none.
func TestMaxLiteralMost(t *testing.T) {
	in, want := marked("INSERT INTO t VALUES ( 'a' , '{{é}}' );\n")
	if got, _, err := copyString(t, in, unbakeWhole, As(MySQL), MaxLiteral(math.MaxInt)); got != want || err != nil {
		t.Errorf("Copy(%q) = %q, %v", in, got, err)
	}
}

// TestNumbers: what was written in numbers is so once it is repaired, and nothing else
// is touched.
func TestNumbers(t *testing.T) {
	const open = "SET standard_conforming_strings = on;\nINSERT INTO t VALUES ("
	tests := []struct {
		name     string
		format   Format
		in, want string
	}{
		{"U&", Postgres, `U&'\0041 caf\00C3\00A9 \0042\\'`, `U&'\0041 caf\00E9 \0042\\'`},
		{"U& in six digits", Postgres, `U&'\+0000c3\+0000a9'`, `U&'\+0000e9'`},
		{"U& beyond four digits", Postgres, `U&'\00f0\0178\02dc\20ac'`, `U&'\+01f600'`},
		{"U& with runes that stand for themselves", Postgres, `U&'caf\00c3©'`, `U&'café'`},
		{"U& without escapes", Postgres, `U&'cafÃ©'`, `U&'café'`},
		{"U& with another escape", Postgres, `U&'cafÃ© !00c3\00a9' UESCAPE '!'`, `U&'cafÃ© !00c3\00a9' UESCAPE '!'`},
		{"E, numbers", Postgres, `E'\n\u00c3\u00a9\U000000c3\U000000a9'`, `E'\n\u00e9\u00e9'`},
		{"E, octal", Postgres, `E'\303\203\302\251\''`, `E'\303\251\''`},
		{"E, bytes", Postgres, `E'\xC3\x83\xC2\xA9'`, `E'\xC3\xA9'`},
		{"E, capital U", Postgres, `E'\U000000C3\U000000A9'`, `E'\U000000E9'`},
		{"unistr", SQLite, `unistr('\u000acaf\u00c3\u00a9')`, `unistr('\u000acaf\u00e9')`},
		{"unistr in four digits", SQLite, `unistr('caf\00c3\00a9')`, `unistr('caf\00e9')`},
	}
	for _, tt := range tests {
		open := open
		if tt.format == SQLite {
			_, open, _ = strings.Cut(open, "\n") // its dumps have no such line
		}
		got, _, err := copyString(t, open+tt.in+");\n", unbakeWhole, As(tt.format))
		if want := open + tt.want + ");\n"; got != want || err != nil {
			t.Errorf("%s: got %q, %v, want %q", tt.name, got, err, want)
		}
	}
	const pair = open + `U&'\D83D\DE00 \00c3\00a9'` + ");\n"
	if got, _, _ := copyString(t, pair, mendCell, As(Postgres)); got != open+`U&'\D83D\DE00 \00e9'`+");\n" {
		t.Errorf("beside a pair of surrogates: got %q", got)
	}
	const in = "COPY t FROM stdin;\n\\303\\203\\302\\251\\t\\xc3\n\\.\n"
	if got, _, _ := copyString(t, in, unbakeWhole, As(Postgres)); got != in {
		t.Errorf("half a rune in COPY: got %q", got)
	}
}
