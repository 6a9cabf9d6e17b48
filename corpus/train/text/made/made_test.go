package made

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/unbake/unbake/corpus/train/text/cldr"
	"github.com/unbake/unbake/corpus/train/text/line"
)

var german = &cldr.Locale{
	Name: "de", Lang: "de", Decimal: ",", Group: ".", Minus: "-", Number: "#,##0.###", Percent: "#,##0\u00a0%", Currency: "#,##0.00\u00a0¤",
	Misc: []string{"≤{0}", "{0}–{1}"}, Compact: []string{"0 Mio."}, Signs: []string{"€"}, Currencies: []string{"Euro"},
	Dates: []string{"d. MMMM y", "dd.MM.yy"}, Times: []string{"HH:mm 'Uhr'"}, Days: []string{"Montag"},
	Months: strings.Fields("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
	Units:  []string{"{0} km", "{0} Fässer"}, Ordinals: []string{"{0}."}, Relative: []string{"vor {0} Tagen", "gestern"},
}

func maker() *Maker {
	return &Maker{
		Lang: "de", Locales: []*cldr.Locale{german}, Words: []string{"Größe", "Äpfel", "Straße"},
		Sentences: []string{"Das ist schön.", "Wer kommt?", "Er sagte \"ja\".", "Über uns", "Früh am Morgen"},
		Emoji:     []string{"🍎", "👍🏽"}, Emoticons: []string{":D"}, Upper: strings.ToUpper,
	}
}

func TestLines(t *testing.T) {
	for name, lines := range map[string][]Line{
		"patterns": maker().Patterns(5000), "symbols": maker().Symbols(5000), "code": maker().Code(5000), "chat": maker().Chat(5000),
	} {
		runes := 0
		for _, l := range lines {
			runes += utf8.RuneCountInString(l.Text)
			if l.Text == "" || l.Text != line.Tidy(l.Text) {
				t.Errorf("%s: %q is not tidy", name, l.Text)
			}
		}
		if runes < 5000 && len(lines) != len(maker().Sentences) {
			t.Errorf("%s: %d runes in %d lines, want 5000", name, runes, len(lines))
		}
	}
	if got := (&Maker{Words: []string{"a"}}).Patterns(100); got != nil {
		t.Errorf("patterns without a locale: %q", got)
	}
}

func TestLinesAreStable(t *testing.T) {
	if diff := cmp.Diff(maker().Symbols(3000), maker().Symbols(3000)); diff != "" {
		t.Errorf("two runs differ:\n%s", diff)
	}
	if cmp.Equal(maker().Code(100), (&Maker{Lang: "at", Words: maker().Words, Sentences: maker().Sentences}).Code(100)) {
		t.Error("another language draws the same lines")
	}
}

// Lines made of a sentence say which: they must go into its split.
func TestFrom(t *testing.T) {
	from := map[string]bool{}
	for _, l := range append(maker().Code(1000), maker().Chat(1000)...) {
		from[l.From] = true
	}
	for _, s := range maker().Sentences {
		if !from[s] {
			t.Errorf("no line is from %q", s)
		}
	}
	if len(from) != len(maker().Sentences) {
		t.Errorf("lines are from %v", from)
	}
}

func TestFill(t *testing.T) {
	for _, tt := range []struct{ pattern, figure, want string }{
		{"#,##0.00\u00a0¤", "1.234,50", "1.234,50\u00a0¤"},
		{"¤ #,##,##0.00", "5", "¤ 5"},
		{"0 Mio.", "12", "12 Mio."},
		{"Mil", "12", "12"},
	} {
		if got := fill(tt.pattern, tt.figure); got != tt.want {
			t.Errorf("fill(%q, %q) = %q, want %q", tt.pattern, tt.figure, got, tt.want)
		}
	}
}

func TestFormat(t *testing.T) {
	g := maker().gen("test")
	at := moment{1999, 2, 7, 15, 4, 5}
	for _, tt := range []struct{ pattern, want string }{
		{"d. MMMM y", "7. März 1999"},
		{"dd.MM.yy", "07.03.99"},
		{"EEEE, d.M.", "Montag, 7.3."},
		{"HH:mm 'Uhr' zzzz", "15:04 Uhr"},
		{"h.mm", "4.04"},
		{"'offen", "offen"},
	} {
		if got := g.format(german, tt.pattern, at); got != tt.want {
			t.Errorf("format(%q) = %q, want %q", tt.pattern, got, tt.want)
		}
	}
}

func TestFigure(t *testing.T) {
	g := maker().gen("test")
	if got := g.figure(german, 1234567, 0); got != "1.234.567" {
		t.Errorf("figure = %q", got)
	}
	if got := g.figure(german, 12, 2); !strings.HasPrefix(got, "12,") || len(got) != 5 {
		t.Errorf("figure with decimals = %q", got)
	}
	arabic, own := &cldr.Locale{Digits: "٠١٢٣٤٥٦٧٨٩", Decimal: "٫"}, 0
	for range 300 {
		if g.figure(arabic, 19, 0) == "١٩" {
			own++
		}
	}
	if own < 150 || own > 250 {
		t.Errorf("%d of 300 figures in the locale's digits, want about 200", own)
	}
}

func TestFancy(t *testing.T) {
	g := maker().gen("test")
	seen := map[string]bool{}
	for range 200 {
		seen[g.fancy("Ab1ü")] = true
	}
	for _, want := range []string{"Ａｂ１ü", "Ⓐⓑ1ü", "𝐀𝐛1ü", "🅰🅱1ü"} {
		if !seen[want] {
			t.Errorf("fancy never gave %q", want)
		}
	}
}
