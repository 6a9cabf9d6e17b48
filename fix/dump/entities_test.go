package dump

import "testing"

func TestEntities(t *testing.T) {
	tests := []struct {
		name, in, want string
		format         Format
	}{
		{"names", "INSERT INTO t VALUES ('it&acirc;&euro;&trade;s &lt;b&gt; &eacute; &amp;c');", "INSERT INTO t VALUES ('it&#8217;s &lt;b&gt; &eacute; &amp;c');", MySQL},
		{"numbers", "a\n&#195;&#xA9;&#8217;\n", "a\n&#233;&#8217;\n", CSV},
		{"beside plain damage", "a\nÃ©, &Atilde;&copy; and &nosuch; & co\n", "a\né, &#233; and &nosuch; & co\n", CSV},
		{"in JSON", `{"a":"&Atilde;&copy;"}`, `{"a":"&#233;"}`, JSON},
		{"in PHP, whose lengths follow", `a:1:{i:0;s:14:"&Atilde;&copy;";}`, `a:1:{i:0;s:6:"&#233;";}`, PHP},
		{"without damage", "&eacute;&rsquo;&amp;\n", "&eacute;&rsquo;&amp;\n", Text},
	}
	for _, tt := range tests {
		got, _, err := copyString(t, tt.in, mendCell, As(tt.format), Entities(), Clean(func([]byte) int { return 0 }))
		if err != nil || got != tt.want {
			t.Errorf("%s: Copy(%q) = %q, %v, want %q", tt.name, tt.in, got, err, tt.want)
		}
		if got, _, _ := copyString(t, "a\n&Atilde;&copy;\n", mendCell, As(CSV)); got != "a\n&Atilde;&copy;\n" {
			t.Errorf("without the option: %q", got)
		}
	}
}
