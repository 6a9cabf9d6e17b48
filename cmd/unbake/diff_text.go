package main

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// span is a hunk's place. One line needs no count; none counts from the line
// before.
func span(first, n int) string {
	switch n {
	case 0:
		return fmt.Sprintf("%d,0", first-1)
	case 1:
		return strconv.Itoa(first)
	}
	return fmt.Sprintf("%d,%d", first, n)
}

// diffName is a file's name in a diff's header. As Git has it, a tab marks the
// end of a name with spaces, and one with control characters is quoted.
func diffName(prefix, name string) string {
	name = prefix + strings.TrimPrefix(strings.TrimPrefix(strings.Trim(name, "<>"), "./"), "/")
	switch {
	case strings.ContainsFunc(name, unicode.IsControl) || !utf8.ValidString(name):
		return strconv.Quote(name)
	case strings.Contains(name, " "):
		return name + "\t"
	}
	return name
}

// diffLine is a line of a diff. For a terminal, what could upset it is escaped.
func diffLine(sign byte, line []byte, terminal bool) string {
	text, ended := strings.CutSuffix(string(line), "\n")
	if terminal {
		text = printable(text)
	}
	if !ended {
		return string(sign) + text + "\n\\ No newline at end of file\n"
	}
	return string(sign) + text + "\n"
}

// printable escapes control characters, tabs and a final CR aside, and bytes
// that are not UTF-8.
func printable(s string) string {
	body, cr := strings.CutSuffix(s, "\r")
	if strings.IndexFunc(body, unfit) < 0 {
		return s
	}
	var b strings.Builder
	for i, r := range body {
		switch {
		case !unfit(r):
			b.WriteRune(r)
		case r == utf8.RuneError && !strings.HasPrefix(body[i:], "\uFFFD"):
			fmt.Fprintf(&b, `\x%02x`, body[i])
		case r == utf8.RuneError:
			b.WriteRune(r)
		default:
			q := strconv.QuoteRune(r)
			b.WriteString(q[1 : len(q)-1])
		}
	}
	if cr {
		b.WriteByte('\r')
	}
	return b.String()
}

func unfit(r rune) bool { return unicode.IsControl(r) && r != '\t' || r == utf8.RuneError }
