package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// diffOf runs a differ on both texts, in pieces of at most n bytes.
func diffOf(t *testing.T, before, after string, n int) string {
	t.Helper()
	var out strings.Builder
	d := newDiffer(&out, "x", "", ink{})
	for len(before)+len(after) > 0 {
		k := min(n, len(before))
		if _, err := d.before().Write([]byte(before[:k])); err != nil {
			t.Fatal(err)
		}
		before = before[k:]
		k = min(n, len(after))
		if _, err := d.after().Write([]byte(after[:k])); err != nil {
			t.Fatal(err)
		}
		after = after[k:]
	}
	if err := d.close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// apply applies a diff strictly: hunks where they say, lines that are there,
// counts that add up, and three lines of context where the text has them.
func apply(t *testing.T, diff, before string) string {
	t.Helper()
	old := strings.SplitAfter(before, "\n")
	var out strings.Builder
	at, written := 0, 0 // lines
	lines := strings.SplitAfter(diff, "\n")
	for i := 2; i < len(lines) && lines[i] != ""; {
		from, nOld, to, nNew := 0, 1, 0, 1
		places := strings.Fields(lines[i])
		if n, _ := fmt.Sscanf(places[1], "-%d,%d", &from, &nOld); n == 0 {
			t.Fatalf("no place in %q", lines[i])
		}
		fmt.Sscanf(places[2], "+%d,%d", &to, &nNew)
		for ; at < from-1; at, written = at+1, written+1 {
			out.WriteString(old[at])
		}
		if written != to-1 && nNew > 0 {
			t.Fatalf("%q comes when %d lines are written", lines[i], written)
		}
		for i++; nOld+nNew > 0; i++ {
			text := lines[i][1:]
			if strings.HasPrefix(lines[i+1], `\`) {
				text = strings.TrimSuffix(text, "\n")
			}
			sign := lines[i][0]
			if sign != '+' {
				if at >= len(old) || old[at] != text {
					t.Fatalf("line %d of the diff is not line %d of the text", i+1, at+1)
				}
				at, nOld = at+1, nOld-1
			}
			if sign != '-' {
				out.WriteString(text)
				written, nNew = written+1, nNew-1
			}
			if strings.HasPrefix(lines[i+1], `\`) {
				i++
			}
		}
	}
	return out.String() + strings.Join(old[at:], "")
}

// A diff makes of the one text the other, however it comes in pieces.
func TestDifferApplies(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var before, after strings.Builder
		lines := rng.IntN(60)
		for i := range lines {
			end := "\n"
			if i == lines-1 && rng.IntN(2) == 0 {
				end = ""
			}
			a := fmt.Sprintf("line %d", i)
			b := a
			if rng.IntN(6) == 0 {
				b = "changed " + a
			}
			before.WriteString(a + end)
			after.WriteString(b + end)
		}
		want := diffOf(t, before.String(), after.String(), 1<<20)
		if got := apply(t, want, before.String()); got != after.String() {
			t.Fatalf("applied (-want +got):\n%s", cmp.Diff(after.String(), got))
		}
		for _, n := range []int{1, 7} {
			if diff := cmp.Diff(want, diffOf(t, before.String(), after.String(), n)); diff != "" {
				t.Fatalf("pieces of %d (-want +got):\n%s", n, diff)
			}
		}
	}
}

func TestDifferUnlikeLines(t *testing.T) {
	tests := []struct{ name, before, after, want string }{
		{"nothing", "", "", ""},
		{"same", "a\nb", "a\nb", ""},
		{"only an end", "a\n", "a", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n"},
		{"fewer lines", "a\nb\n", "a\n", "--- a/x\n+++ b/x\n@@ -1,2 +1 @@\n a\n-b\n"},
		{"no lines left", "a\n", "", "--- a/x\n+++ b/x\n@@ -1 +0,0 @@\n-a\n"},
		{"carriage returns", "a\r\nb\r\n", "A\r\nb\r\n", "--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n-a\r\n+A\r\n b\r\n"},
		{"not UTF-8", "\xff\n", "\xfe\n", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-\xff\n+\xfe\n"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, diffOf(t, tt.before, tt.after, 1)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestPrintable(t *testing.T) {
	tests := []struct{ in, want string }{
		{"naïve\t“x”\r", "naïve\t“x”\r"},
		{"\x1b[31m\a", `\x1b[31m\a`},
		{"a\u009db\u00a0", `a\u009db` + "\u00a0"},
		{"caf\xe9 \ufffd", `caf\xe9 ` + "\ufffd"},
		{"a\rb", `a\rb`},
	}
	for _, tt := range tests {
		if got := printable(tt.in); got != tt.want {
			t.Errorf("printable(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestDiffName(t *testing.T) {
	tests := []struct{ in, want string }{
		{"docs/a.md", "a/docs/a.md"},
		{"./a.md", "a/a.md"},
		{"/tmp/a.md", "a/tmp/a.md"},
		{"<stdin>", "a/stdin"},
		{"a b.md", "a/a b.md\t"},
		{"a\nb", `"a/a\nb"`},
	}
	for _, tt := range tests {
		if got := diffName("a/", tt.in); got != tt.want {
			t.Errorf("diffName(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
