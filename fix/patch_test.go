package fix_test

import (
	"strings"
	"testing"
)

// patchTests are diffs: want is "" where all of it stays.
var patchTests = []struct{ name, in, want string }{
	{"one that repairs", "--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@ GrÃ¶ÃŸe\n-GrÃ¶ÃŸe fÃ¼r MÃ¼ller\n+Größe für Müller\n schÃ¶ne GrÃ¼ÃŸe\n \n", ""},
	{"with quotation marks made straight", "@@ -1,2 +1,2 @@\n-itâ€™s dÃ©jÃ\u00a0 vu\n+it's déjà vu\n cafÃ© au lait\n", ""},
	{"with a message in front", "From: JÃ¼rgen MÃ¼ller\n\n@@ -1 +1 @@\n-GrÃ¶ÃŸe fÃ¼r MÃ¼ller\n+Größe für Müller\n", "From: Jürgen Müller\n\n@@ -1 +1 @@\n-GrÃ¶ÃŸe fÃ¼r MÃ¼ller\n+Größe für Müller\n"},
	{"of a file with damage in its name", "diff --git a/GrÃ¶ÃŸe.txt b/GrÃ¶ÃŸe.txt\n--- a/GrÃ¶ÃŸe.txt\n+++ b/GrÃ¶ÃŸe.txt\n@@ -1 +1 @@\n-schÃ¶ne GrÃ¼ÃŸe\n+schöne Grüße\n", ""},
	{"that left something", "@@ -1,2 +1,2 @@\n-GrÃ¶ÃŸe fÃ¼r MÃ¼ller\n+Größe für Müller\n+schÃ¶ne GrÃ¼ÃŸe\n", "@@ -1,2 +1,2 @@\n-GrÃ¶ÃŸe fÃ¼r MÃ¼ller\n+Größe für Müller\n+schöne Grüße\n"},
	{"one that damages", "@@ -1,2 +1,2 @@\n-Größe für Müller\n+GrÃ¶ÃŸe fÃ¼r MÃ¼ller\n schÃ¶ne GrÃ¼ÃŸe\n", ""},
	{"without context", "1,2c1,2\n< GrÃ¶ÃŸe fÃ¼r MÃ¼ller\n< schÃ¶ne GrÃ¼ÃŸe\n---\n> Größe für Müller\n> schöne Grüße\n", ""},
	{"with marks of context", "*** a/GrÃ¶ÃŸe\n--- b/GrÃ¶ÃŸe\n***************\n*** 1,3 ****\n! GrÃ¶ÃŸe fÃ¼r MÃ¼ller\n  schÃ¶ne GrÃ¼ÃŸe\n- Ã¼ber alles schÃ¶n\n--- 1,2 ----\n! Größe für Müller\n  schÃ¶ne GrÃ¼ÃŸe\n", ""},
	{"with marks of context, damaged itself", "*** 1,2 ****\n! GrÃ¶ÃŸe fÃ¼r MÃ¼ller\n  schÃ¶ne GrÃ¼ÃŸe\n--- 1,2 ----\n! GrÃ¶ÃŸe fÃ¼r Maier\n  schÃ¶ne GrÃ¼ÃŸe\n", "*** 1,2 ****\n! Größe für Müller\n  schöne Grüße\n--- 1,2 ----\n! Größe für Maier\n  schöne Grüße\n"},
	{"in a mail that quotes it", "JÃ¼rgen MÃ¼ller wrote:\n> > @@ -1,3 +1,3 @@\n> > -GrÃ¶ÃŸe fÃ¼r MÃ¼ller\n> > +Größe für Müller\n> >  schÃ¶ne GrÃ¼ÃŸe\n> SchÃ¶n!\n", "Jürgen Müller wrote:\n> > @@ -1,3 +1,3 @@\n> > -GrÃ¶ÃŸe fÃ¼r MÃ¼ller\n> > +Größe für Müller\n> >  schÃ¶ne GrÃ¼ÃŸe\n> Schön!\n"},
	{"one that was damaged itself", "@@ -1,3 +1,3 @@\n-GrÃ¶ÃŸe fÃ¼r MÃ¼ller\n+GrÃ¶ÃŸe fÃ¼r Maier\n schÃ¶ne GrÃ¼ÃŸe\n", "@@ -1,3 +1,3 @@\n-Größe für Müller\n+Größe für Maier\n schöne Grüße\n"},
	{"no diff", "- GrÃ¶ÃŸe fÃ¼r MÃ¼ller\n+ Größe für Müller\n", "- Größe für Müller\n+ Größe für Müller\n"},
}

// TestPatches: a diff that repairs still applies to what it is for.
func TestPatches(t *testing.T) {
	f := mustNew(t)
	for _, tt := range patchTests {
		want := tt.want
		if want == "" {
			want = tt.in
		}
		for _, sample := range [][]string{{tt.in}, strings.SplitAfter(tt.in, "\n")} {
			if got := f.Learn(sample...).String(tt.in); got != want {
				t.Errorf("%s: %q, want %q", tt.name, got, want)
			}
		}
		crlf := strings.NewReplacer("\n", "\r\n")
		if got := f.Learn(crlf.Replace(tt.in)).String(crlf.Replace(tt.in)); got != crlf.Replace(want) {
			t.Errorf("%s, CRLF: %q, want %q", tt.name, got, crlf.Replace(want))
		}
	}
}
