package mix

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/unbake/unbake/corpus/train/text/line"
)

func collect(p *Pool) (out []line.Line) {
	p.Lines(func(l line.Line) { out = append(out, l) })
	return out
}

func TestPoolDrops(t *testing.T) {
	p := NewPool()
	for _, l := range []line.Line{
		{Lang: "de", Register: line.Help, Text: "Datei"},
		{Lang: "de", Register: line.Titles, Text: "Datei"}, // again, elsewhere
		{Lang: "de", Register: line.Help, Text: "Zoom"},    // left in English
		{Lang: "en", Register: line.Help, Text: "Zoom"},
		{Lang: line.Und, Register: line.Names, Text: "Zoom"}, // a brand
	} {
		p.Add(l)
	}
	p.EndSource(0)
	want := []line.Line{
		{Lang: "de", Register: line.Help, Text: "Datei"},
		{Lang: "en", Register: line.Help, Text: "Zoom"},
		{Lang: line.Und, Register: line.Names, Text: "Zoom"},
	}
	if diff := cmp.Diff(want, collect(p)); diff != "" {
		t.Errorf("Lines (-want +got):\n%s", diff)
	}
}

func TestCaps(t *testing.T) {
	fillPool := func(lang string, from, to, maxRunes int) *Pool {
		p := NewPool()
		for i := from; i != to; i += (to - from) / max(1, abs(to-from)) {
			p.Add(line.Line{Lang: lang, Register: line.Emoji, Text: fmt.Sprintf("Satz Nummer %07d", i)}) // 19 runes
		}
		p.EndSource(maxRunes)
		return p
	}
	if n := len(collect(fillPool("de", 0, 5000, 0))); n != 60_000/19 {
		t.Errorf("a target language keeps %d lines", n)
	}
	if n := len(collect(fillPool("fo", 0, 5000, 0))); n != 15_000/19 {
		t.Errorf("a rare language keeps %d lines", n)
	}
	if n := len(collect(fillPool("de", 0, 5000, 1900))); n != 100 {
		t.Errorf("a source with a cap keeps %d lines", n)
	}
	// What is kept does not depend on the order of the input.
	if diff := cmp.Diff(collect(fillPool("de", 0, 5000, 1900)), collect(fillPool("de", 4999, -1, 1900))); diff != "" {
		t.Errorf("order of input matters:\n%s", diff)
	}
}

func abs(n int) int { return max(n, -n) }

func TestSplit(t *testing.T) {
	unseen := map[string]bool{"is": true}
	if got := Split("is", "Halló", unseen); got != HeldLang {
		t.Errorf("Split(is) = %s", got)
	}
	held := 0
	for i := range 10_000 {
		if Split("de", fmt.Sprint("Satz ", i), unseen) == Held {
			held++
		}
	}
	if held < 400 || held > 600 {
		t.Errorf("%d of 10,000 lines held out, want about 500", held)
	}
}

func TestWrite(t *testing.T) {
	rows := func() []Row {
		return []Row{
			{Train, line.Line{Lang: "de", Register: line.Prose, Text: "Grün"}},
			{Held, line.Line{Lang: "fr", Register: line.Prose, Text: "Été"}},
			{Train, line.Line{Lang: "de", Register: line.Prose, Text: "Grün"}},
			{HeldLang, line.Line{Lang: "is", Register: line.Names, Text: "Þór"}},
		}
	}
	unseen := map[string]bool{"is": true}
	var a, b bytes.Buffer
	if _, err := Write(&a, rows(), unseen); err != nil {
		t.Fatal(err)
	}
	back := rows()
	back[0], back[3] = back[3], back[0]
	if _, err := Write(&b, back, unseen); err != nil {
		t.Fatal(err)
	}
	if a.String() != b.String() {
		t.Errorf("order of rows matters:\n%s\n%s", a.String(), b.String())
	}
	lines := strings.Split(strings.TrimSpace(a.String()), "\n")
	if len(lines) != 3 {
		t.Errorf("want 3 lines, got %q", lines)
	}
	for _, l := range lines {
		if f := strings.Split(l, "\t"); len(f) != 5 || f[0] != Train && f[0] != Held && f[0] != HeldLang {
			t.Errorf("bad line %q", l)
		}
	}
	if _, err := Write(&b, []Row{{Train, line.Line{Lang: "de", Text: "a\tb"}}}, nil); err == nil {
		t.Error("Write accepted a tab")
	}
}

func TestWeigh(t *testing.T) {
	runes := map[Cell]int{}
	for _, lang := range []string{"en", "de", "hr", "fo", "is"} {
		for reg := range classes {
			runes[Cell{lang, reg}] = 40_000
		}
	}
	runes[Cell{"hr", line.Prose}] = 10_000
	unseen := map[string]bool{"is": true}
	w := Weigh(runes, unseen)
	total, byClass := 0.0, map[class]float64{}
	seen := 0
	for c, n := range runes {
		if unseen[c.Lang] {
			continue
		}
		byClass[c.class()] += w[c] * float64(n)
		total += w[c] * float64(n)
		seen += n
	}
	if math.Abs(total-float64(seen)) > 1 {
		t.Errorf("weighted runes are %.0f, want %d", total, seen)
	}
	for k, share := range shares {
		if got := byClass[k] / total; math.Abs(got-share) > 0.001 {
			t.Errorf("share of %s is %.3f, want %.3f", k, got, share)
		}
	}
	// English counts three times Croatian, a quarter of the text half as much.
	en, hr := w[Cell{"en", line.Prose}]*40_000, w[Cell{"hr", line.Prose}]*10_000
	if math.Abs(en/hr-6) > 0.01 {
		t.Errorf("en : hr = %.2f, want 6", en/hr)
	}
}

func TestVaryIsStable(t *testing.T) {
	l := line.Line{Lang: "fr", Register: line.Prose, Text: "Qu'est-ce donc que l'été ? -"}
	seen := map[string]int{}
	for i := range 2000 {
		l := l
		l.Text += fmt.Sprint(" ", i)
		a := (&Varier{}).Vary(l)
		if b := (&Varier{}).Vary(l); a != b {
			t.Fatalf("Vary gave %q, then %q", a, b)
		}
		if !utf8.ValidString(a) || a != line.Tidy(a) {
			t.Fatalf("Vary = %q", a)
		}
		for name, has := range map[string]bool{"upper": strings.Contains(a, "QU"), "lower": strings.HasPrefix(a, "qu"), "curly": strings.Contains(a, "’"), "nbsp": strings.ContainsAny(a, "\u00a0\u202f")} {
			if has {
				seen[name]++
			}
		}
	}
	for name, want := range map[string][2]int{"upper": {120, 250}, "lower": {90, 200}, "curly": {380, 620}, "nbsp": {600, 1200}} {
		if n := seen[name]; n < want[0] || n > want[1] {
			t.Errorf("%s: %d of 2000 lines, want %d to %d", name, n, want[0], want[1])
		}
	}
}
