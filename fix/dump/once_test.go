package dump

import (
	"slices"
	"strings"
	"testing"
)

// A Func may do more than repair: each text is handed out once, whatever stands in it, and the
// empty text and what a Func returned are not.
func TestEachTextOnce(t *testing.T) {
	const sql = "CREATE TABLE t (a text);\nINSERT INTO t VALUES ("
	tests := []struct {
		name   string
		format Format
		in     string
		want   string
		asked  []string
	}{
		{"a value", MySQL, sql + "'été');\n", sql + "'é!té!');\n", []string{"été"}},
		{"serialized", MySQL, sql + `'a:1:{i:0;s:5:"été";}');` + "\n", sql + `'a:1:{i:0;s:7:"é!té!";}');` + "\n", []string{"été"}},
		{"text around", MySQL, sql + `'à s:2:"é"; s:2:"é"; a:1:{i:0;s:2:"é";} ô');` + "\n",
			sql + `'à s:3:"é!"; s:3:"é!"; a:1:{i:0;s:3:"é!";} ô');` + "\n", []string{"à ", "é", " ", "é", " ", "é", " ô"}},
		{"JSON", MySQL, sql + `'{"a":"été","b":"éé"}');` + "\n", sql + `'{"a":"é!té!","b":"é!é!"}');` + "\n", []string{"a", "b", "éé", "été"}},
		{"JSON in JSON", JSON, `{"a":"{\"b\":\"été\"}"}`, `{"a":"{\"b\":\"é!té!\"}"}`, []string{"b", "été"}},
		{"PHP", PHP, `a:2:{s:2:"é";s:5:"été";i:0;s:0:"";}`, `a:2:{s:3:"é!";s:7:"é!té!";i:0;s:0:"";}`, []string{"été", "é"}},
		{"lengths that are wrong", MySQL, sql + `'a:1:{i:0;s:3:"été";}');` + "\n", sql + `'a:1:{i:0;s:3:"été";}');` + "\n", []string{`a:1:{i:0;s:3:"été";}`}},
		{"lengths that it makes right", MySQL, sql + `'a:1:{i:0;s:7:"été";}');` + "\n", sql + `'a:1:{i:0;s:7:"é!té!";}');` + "\n", []string{`a:1:{i:0;s:7:"été";}`}},
		{"NULs", MySQL, sql + `'\0é\0\0é\0');` + "\n", sql + `'\0é!\0\0é!\0');` + "\n", []string{"é", "é"}},
		{"a set", MySQL, "CREATE TABLE t (a set('é'));\nINSERT INTO t VALUES ('é,,é');\n",
			"CREATE TABLE t (a set('é!'));\nINSERT INTO t VALUES ('é!,,é!');\n", []string{"é", "é", "é"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var asked []string
			mark := func(c *Cell) (string, bool) {
				asked = append(asked, c.Text)
				s := strings.ReplaceAll(c.Text, "é", "é!")
				return s, s != c.Text
			}
			var out strings.Builder
			if _, err := Copy(t.Context(), &out, strings.NewReader(tt.in), mark, As(tt.format)); err != nil {
				t.Fatal(err)
			}
			if out.String() != tt.want {
				t.Errorf("Copy(%q) = %q, want %q", tt.in, out.String(), tt.want)
			}
			slices.Sort(asked)
			slices.Sort(tt.asked)
			if !slices.Equal(asked, tt.asked) {
				t.Errorf("Copy(%q) asked for %q, want %q", tt.in, asked, tt.asked)
			}
		})
	}
}
