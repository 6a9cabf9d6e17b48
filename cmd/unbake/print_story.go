package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/unbake/unbake/fix"
)

// A storyPrinter prints an explanation for people.
type storyPrinter struct{ ink ink }

// How much of a long text, or of its bytes, a line of the story shows.
const (
	shownRunes = 12
	shownBytes = 16
)

// text is the whole story: the text before and after, then each piece of
// damage in the order of the text.
func (p storyPrinter) text(st story) string {
	var b strings.Builder
	if len(st.Repairs)+len(st.Suspects) == 0 {
		return "No damage found: this text stays as it is.\n"
	}
	p.preview(&b, st)
	n, repairs, suspects := 0, st.Repairs, st.Suspects
	for len(repairs)+len(suspects) > 0 {
		n++
		if len(suspects) == 0 || len(repairs) > 0 && repairs[0].Start < suspects[0].Start {
			p.repair(&b, n, st.Input, repairs[0])
			repairs = repairs[1:]
		} else {
			p.suspect(&b, n, st.Input, suspects[0])
			suspects = suspects[1:]
		}
	}
	return strings.TrimPrefix(b.String(), "\n") // no preview, no gap after it
}

// preview shows a text of one line before and after.
func (p storyPrinter) preview(b *strings.Builder, st story) {
	var before, after strings.Builder
	done := 0
	for _, r := range st.Repairs {
		before.WriteString(printable(st.Input[done:r.Start]) + p.ink.bad(printable(r.Before)))
		after.WriteString(printable(st.Input[done:r.Start]) + p.ink.good(printable(r.After)))
		done = r.End
	}
	before.WriteString(printable(st.Input[done:]))
	after.WriteString(printable(st.Input[done:]))
	if strings.Contains(st.Input, "\n") {
		return // the result of a page is for the filter to print
	}
	fmt.Fprintf(b, "%s  %s\n", p.ink.dim("text    "), before.String())
	if len(st.Repairs) > 0 {
		fmt.Fprintf(b, "%s  %s\n", p.ink.dim("repaired"), after.String())
	}
}

// place says where a span starts, as editors count.
func place(text string, at fix.Span) string {
	before := text[:at.Start]
	line := strings.Count(before, "\n") + 1
	column := utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1
	if !strings.Contains(text, "\n") {
		return fmt.Sprintf("column %d", column)
	}
	return fmt.Sprintf("line %d, column %d", line, column)
}

func (p storyPrinter) repair(b *strings.Builder, n int, text string, r repairStory) {
	fmt.Fprintf(b, "\n%d. %s is %s %s\n", n, p.ink.bad(quoted(short(r.Before))), p.ink.good(quoted(short(r.After))),
		p.ink.dim("("+place(text, r.Span)+")"))
	fmt.Fprintf(b, "   %s, %s sure\n", describeReading(r.Reading), percent(r.Confidence))
	p.layers(b, r)
	if r.Next != nil {
		fmt.Fprintf(b, "   or %s  %s\n", p.ink.good(quoted(short(r.Next.After))), p.ink.dim(percent(r.Next.Confidence)+", "+describeReading(*r.Next)))
	}
}

// layers prints how the damage came about, oldest first.
func (p storyPrinter) layers(b *strings.Builder, r repairStory) {
	if len(r.Layers) == 0 {
		return
	}
	plain := func(s string) string { return s }
	rows := []row{{"meant", spaced(r.After), codePoints(r.After), p.ink.good}}
	for _, l := range r.Layers {
		rows = append(rows,
			row{"written as " + encodingName(l.Written), hexBytes(l.Bytes), "", p.ink.mark},
			row{"read as " + l.ReadAs, spaced(l.Result), codePoints(l.Result), plain})
	}
	if last := r.Layers[len(r.Layers)-1]; last.Result != r.Before {
		rows = append(rows, row{"and then", spaced(r.Before), codePoints(r.Before), p.ink.bad})
	} else {
		rows[len(rows)-1].paint = p.ink.bad
	}
	p.table(b, rows)
}

// A row is one line of a story: what happened, what it shows, and the code
// points of that.
type row struct {
	what, shows, detail string
	paint               func(string) string
}

// table prints rows, their columns aligned.
func (p storyPrinter) table(b *strings.Builder, rows []row) {
	what, shows := 0, 0
	for _, w := range rows {
		what = max(what, utf8.RuneCountInString(w.what))
		if w.detail != "" {
			shows = max(shows, utf8.RuneCountInString(w.shows))
		}
	}
	for _, w := range rows {
		fmt.Fprintf(b, "      %-*s  %s", what, w.what, w.paint(w.shows))
		if w.detail != "" {
			gap := shows - utf8.RuneCountInString(w.shows)
			fmt.Fprintf(b, "%*s  %s", gap, "", p.ink.dim(w.detail))
		}
		b.WriteByte('\n')
	}
}

func (p storyPrinter) suspect(b *strings.Builder, n int, text string, s fix.Suspect) {
	what := "looks damaged; left as it is"
	if s.Verdict == fix.Lost {
		what = "has lost bytes; left as it is"
	}
	fmt.Fprintf(b, "\n%d. %s %s %s\n", n, p.ink.warn(quoted(short(s.Before))), what, p.ink.dim("("+place(text, s.Span)+")"))
	for i, c := range s.Candidates {
		fmt.Fprintf(b, "   %s %s  %s\n", choose(i == 0, "could be", "      or"), p.ink.good(quoted(short(c.After))),
			p.ink.dim(percent(c.Confidence)+", "+describeReading(c)))
	}
	if s.Verdict == fix.Likely {
		fmt.Fprintf(b, "   %s\n", p.ink.dim("--level likely repairs it"))
	}
}

// short cuts what is too long for a line.
func short(s string) string {
	const limit = 60
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	return string([]rune(s)[:limit]) + "…"
}

// spaced sets the characters apart. Those that do not show are escaped, but
// for the space, which is shown as U+2423.
func spaced(s string) string {
	var words []string
	for _, r := range s {
		if len(words) == shownRunes {
			words = append(words, "…")
			break
		}
		if r == ' ' {
			r = '␣'
		}
		q := quoted(string(r))
		words = append(words, strings.ReplaceAll(q[1:len(q)-1], `\"`, `"`))
	}
	return strings.Join(words, " ")
}

// codePoints names the characters of a short text.
func codePoints(s string) string {
	if utf8.RuneCountInString(s) > 4 {
		return ""
	}
	var words []string
	for _, r := range s {
		words = append(words, fmt.Sprintf("%U", r))
	}
	return strings.Join(words, " ")
}

func hexBytes(raw []byte) string {
	if len(raw) <= shownBytes {
		return fmt.Sprintf("% X", raw)
	}
	return fmt.Sprintf("% X … (%d bytes)", raw[:shownBytes], len(raw))
}
