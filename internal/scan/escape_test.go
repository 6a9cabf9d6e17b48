package scan

import "testing"

func TestEscaped(t *testing.T) {
	tests := []struct {
		in   string
		want int
	}{
		{`a \u00c3\u00a9`, 2},
		{`\\u00e2\\u20ac`, 0},
		{`\u00e9\n \u00e9\`, 16},
		{`\u0440\u0443\u0441`, 18},
		{"caf&eacute;&nbsp;d&Atilde;&copy;", 18},
		{"AT&amp;T &Uuml;ber", 18},
		{"x&Atilde;\u00a9", 1},
		{"/caf%C3%A9/%C3%83%C2%A9", 11},
		{"100% %C3%A9", 11},
		{"& % \\", 5},
		{"Ã\\u00a9", 0},
		{`\u0420\u045f\u0421\u0402\u0420\u0451`, 0},
		{`\u041f\u0440\u0438 \u0420\u045f\u0421\u0402\u0420\u0451`, 19},
		{"&#1055;&#1088; &eacute;t&#233; &#1056;&#1119;&#1057;&#1026;", 31},
		{`\u9286\u4e2d`, 12},
		{"ok \\ud83d\\ude00\n\\u00f0\\u0178\\u2122\\u201a", 16},
		{"", 0},
	}
	for _, tt := range tests {
		if got := escaped([]byte(tt.in), 0, len(tt.in)); got != tt.want {
			t.Errorf("escaped(%q) = %d, want %d", tt.in, got, tt.want)
		}
		if got := Clean(tt.in); got > tt.want {
			t.Errorf("Clean(%q) = %d, want %d at the most", tt.in, got, tt.want)
		}
	}
}
