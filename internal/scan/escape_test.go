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
		{"caf&eacute;&nbsp;d&Atilde;&copy;", 3}, // é before a NBSP may be a lead
		{"AT&amp;T &Uuml;ber", 18},
		{"x&Atilde;\u00a9", 1},
		{"/caf%C3%A9/%C3%83%C2%A9", 11},
		{"100% %C3%A9", 11},
		{"& % \\", 5},
		{"", 0},
	}
	for _, tt := range tests {
		if got := escaped([]byte(tt.in), 0); got != tt.want {
			t.Errorf("escaped(%q) = %d, want %d", tt.in, got, tt.want)
		}
		if got := Clean(tt.in); got > tt.want {
			t.Errorf("Clean(%q) = %d, want %d at the most", tt.in, got, tt.want)
		}
	}
}
