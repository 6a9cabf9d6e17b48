package cells

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func cellsOf(s string) []string {
	var cells []string
	Each(s, func(start, end int) { cells = append(cells, s[start:end]) })
	return cells
}

func TestEachCell(t *testing.T) {
	word := strings.Repeat("a", Max)
	tests := []struct {
		name, in string
		want     []string
	}{
		{"empty", "", nil},
		{"no line end", "one", []string{"one"}},
		{"lf", "one\ntwo\n", []string{"one", "two"}},
		{"crlf", "one\r\n\r\ntwo", []string{"one", "two"}},
		{"cr", "one\rtwo", []string{"one", "two"}},
		{"far line end", strings.Repeat("x", 300) + "\r" + "b\n", []string{strings.Repeat("x", 300), "b"}},
		{"byte order mark", BOM + "one\n" + BOM + "two", []string{"one", BOM + "two"}},
		{"binary", "one\ntwo\x00", nil},
		{"late nul", word + "\none\x00\ntwo", []string{word, "two"}},
		{"just a cell", word + "\nb", []string{word, "b"}},
		{"a byte more", word + "b\nb", []string{word, "b", "b"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, cellsOf(tt.in)); diff != "" {
				t.Errorf("cells (-want +got):\n%s", diff)
			}
		})
	}
}

// TestCut: where the first window of a long line ends. "|" is the cut; the
// window is filled up in front.
func TestCut(t *testing.T) {
	tests := []struct{ name, end string }{
		{"break amid ASCII", "“say one, |two-three Ã©"},
		{"no-break space that became a space", "Ã |bien"},
		{"break by itself", "né |Ã©"},
		{"between letters", "Ãabcde|f"},
		{"question marks for bytes", "â??|Ã©Ã©"},
		{"far back", "x|" + strings.Repeat("Ã©", Max/8)},
		{"before a lead", "Ã©â€™|Ã©"},
		{"between words of escapes", `\u0420\u045f|-\u0421\u0402\u0421`},
		{"before an escape that leads", "Ã©" + strings.Repeat(`\u00c3\u00a9`, 100) + `|\u00c3\u00a9\u00`},
		{"before any escape", "Ã©" + strings.Repeat(`&#1056;&#1119;`, 100) + `&#1056;|&#1119;&#1056;&#11`},
		{"between runes", "€€|€"},
		{"just after a rune", "€€|x"},
		{"not UTF-8", "\x80\x80\x80\x80\x80|\x80"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before, after, _ := strings.Cut(tt.end, "|")
			w := filler(Max+1-len(before+after)) + before + after
			want := len(w) - len(after)
			if got := Cut(w); got != want {
				t.Errorf("cut %q|%q, want %s", w[got-min(got, 20):got], w[got:], tt.end)
			}
			if got := Cut([]byte(w)); got != want {
				t.Errorf("Cut of bytes = %d, want %d", got, want)
			}
		})
	}
}

// filler returns n bytes without ASCII and without leads.
func filler(n int) string {
	pad := strings.Repeat("¢", n*2%3)
	return pad + strings.Repeat("€", (n-len(pad))/3)
}

// FuzzCells: cells cover all but line ends, are never too long, never cut a
// rune in two, and decided finds the same ones however much is there.
func FuzzCells(f *testing.F) {
	for _, in := range []string{"", "one\ntwo\r\n\r\nthree", BOM + "a", "caf\xe9\x80\n\xc3", "\x00\n", "\u0085\u2028Ã©\v\f"} {
		f.Add(in, uint16(7))
	}
	for _, part := range []string{"word ", "Ã©tÃ©", "Ð¿Ñ€Ð¸", "â€™€", "\x80", "\r", "a, "} {
		f.Add(strings.Repeat(part, 2*Max/len(part)), uint16(Max))
		f.Add(strings.Repeat(part, Max/len(part))+"\nend", uint16(Max+1))
	}
	f.Fuzz(func(t *testing.T, in string, cut uint16) {
		ends := map[int]bool{0: true}
		last := 0
		each(in, func(start, end int) {
			if gap := strings.Trim(in[last:start], "\r\n"); gap != "" {
				t.Errorf("%q is in no cell", gap)
			}
			if end-start > Max || end <= start {
				t.Errorf("cell of %d bytes", end-start)
			}
			if strings.ContainsAny(in[start:end], "\r\n") {
				t.Errorf("line end in cell %q", in[start:end])
			}
			if utf8.ValidString(in) && !utf8.ValidString(in[start:end]) {
				t.Errorf("cell cuts a rune at %d or %d", start, end)
			}
			ends[end] = true
			last = end
		})
		n := Decided([]byte(in[:min(int(cut), len(in))]), 0, Cut[[]byte])
		if !ends[n] && in[n-1] != '\n' && in[n-1] != '\r' {
			t.Errorf("decided by %d bytes: %d, where no cell ends", cut, n)
		}
	})
}
