package fix_test

import (
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/unbake/unbake/corpus"
	"github.com/unbake/unbake/fix"
)

// A word of Hebrew in bytes may be one of Russian, too: the lines about it tell, however
// the bytes come.
func TestRawLinesTellOfWords(t *testing.T) {
	want := "צוק\nשלום לכולם\nאתמול הלכנו לשוק\nוקנינו תפוחים ירוקים\nמה שלומך היום\nנץ\n"
	var in strings.Builder
	for _, line := range strings.SplitAfter(want, "\n") {
		baked, err := corpus.Bake(line, corpus.MustPath("windows-1255>raw"))
		if err != nil {
			t.Fatal(err)
		}
		in.WriteString(baked)
	}
	f := mustNew(t, fix.InputEncoding("auto"), fix.LearnFirst(1<<20))
	for name, r := range map[string]io.Reader{
		"whole": strings.NewReader(in.String()), "bytes": iotest.OneByteReader(strings.NewReader(in.String())),
	} {
		got, err := io.ReadAll(f.Reader(r))
		if err != nil || string(got) != want {
			t.Errorf("%s: %q, %v; want %q", name, got, err, want)
		}
	}
	alone, err := io.ReadAll(mustNew(t, fix.InputEncoding("auto")).Reader(strings.NewReader(in.String())))
	if err != nil || string(alone) == want {
		t.Errorf("without learning: %q, %v: the test shows nothing", alone, err)
	}
}

// Letters of one page that look like any text in another come back where the lines of a
// document show the pair of pages, and clean text of the same letters stays.
func TestLearnLegacyPair(t *testing.T) {
	czech := []string{"To může být lepší než předtím", "Děti si hrály u řeky až do večera", "Zítra bude pěkné počasí",
		"Dvě děti jedly čerstvé ovoce", "Přijďte k nám na návštěvu", "Byl to nejkrásnější den v roce", "pomoč přišla včas"}
	var damaged []string
	for _, line := range czech {
		baked, err := corpus.Bake(line, corpus.MustPath("windows-1250>windows-1252"))
		if err != nil {
			t.Fatal(err)
		}
		damaged = append(damaged, baked)
	}
	f := mustNew(t).Learn(damaged...)
	for i, line := range damaged {
		if got := f.String(line); got != czech[i] {
			t.Errorf("String(%q) = %q, want %q", line, got, czech[i])
		}
	}
	for _, clean := range append(czech, "Il était né à Besançon", "Größe ändern", "mañana, por la mañana") {
		if got := f.String(clean); got != clean {
			t.Errorf("String(%q) = %q", clean, got)
		}
		if g := f.Learn(czech...); g.String(clean) != clean {
			t.Errorf("learnt from clean text, %q became %q", clean, g.String(clean))
		}
	}
}
