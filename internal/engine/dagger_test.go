package engine

import "testing"

func TestDagger(t *testing.T) {
	e := New(Options{})
	for _, tt := range []struct{ in, want string }{
		{"their “live†data", "their “live” data"},
		{"“kopurua†inertziazko kiribiltzea", "“kopurua” inertziazko kiribiltzea"},
		{"merki hafi “áhrif†á yfirstrikun", "merki hafi “áhrif” á yfirstrikun"},
		{"кнопку “миші†і перетягніть", "кнопку “миші” і перетягніть"},
		{"“Smith† died”", "“Smith† died”"},
		{"“Smith†Jones”", "“Smith†Jones”"},
		{"the “Foo†, bar", "the “Foo†, bar"},
	} {
		if got := repaired(tt.in, e.Cell(tt.in)); got != tt.want {
			t.Errorf("%q is read as %q, want %q", tt.in, got, tt.want)
		}
	}
}
