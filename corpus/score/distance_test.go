package main

import (
	"strings"
	"testing"
)

func TestEditDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"", "éé", 2}, {"cafÃ©", "café", 2}, {"café", "cafe", 1}, {"ab", "ba", 2}, {"kitten", "sitting", 3},
		{"\xe9", "é", 1}, // a byte that is not UTF-8 is one rune
	}
	for _, tt := range tests {
		for _, x := range [][2]string{{tt.a, tt.b}, {tt.b, tt.a}} {
			if got := editDistance([]rune(x[0]), []rune(x[1])); got != tt.want {
				t.Errorf("editDistance(%q, %q) = %d, want %d", x[0], x[1], got, tt.want)
			}
		}
	}
}

func TestApproach(t *testing.T) {
	a := answers{texts: []string{"été à", "été"}}
	for got, want := range map[string]int{"Ã©tÃ© Ã": 0, "été Ã": 4, "été": 5, "ètè Ã": 2, "Ã©tÃ© ???": -2} {
		if n := a.approach("Ã©tÃ© Ã", got); n != want {
			t.Errorf("%q came nearer by %d, want %d", got, n, want)
		}
	}
	if n := (answers{texts: []string{"Été"}, fold: true}).approach("ÃTÃ", "ÉTÉ"); n != 2 {
		t.Errorf("in another case: %d, want 2", n)
	}
}

func TestPrintWays(t *testing.T) {
	var c wayCount
	for _, x := range []trial{{outcome: trialRight}, {outcome: trialLeft}, {outcome: trialPart, approach: 2},
		{outcome: trialWrong, approach: 1}, {outcome: trialWrong}, {outcome: trialPart, approach: -1}} {
		c.add(x)
	}
	c.name = "g"
	var b strings.Builder
	printWays(&b, []wayCount{c, c})
	for _, row := range []string{"\n| g | 6 | 2 | 1 | 1 | 16.67 |\n", "\n| **all** | 12 | 4 | 2 | 2 | 16.67 |\n"} {
		if !strings.Contains(b.String(), row) {
			t.Errorf("table lacks %q:\n%s", row, b.String())
		}
	}
}
