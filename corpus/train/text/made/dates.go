package made

import (
	"fmt"
	"strings"

	"github.com/unbake/unbake/corpus/train/text/cldr"
)

// A moment is a drawn date and time.
type moment struct{ year, month, day, hour, minute, second int }

func (g gen) moment() moment {
	return moment{1850 + g.IntN(190), g.IntN(12), 1 + g.IntN(28), g.IntN(24), g.IntN(60), g.IntN(60)}
}

// format fills a CLDR date pattern: runs of one letter are fields, what stands
// in '…' is text.
func (g gen) format(l *cldr.Locale, pattern string, t moment) string {
	var b strings.Builder
	for i := 0; i < len(pattern); {
		c := pattern[i]
		if c == '\'' {
			text, rest, _ := strings.Cut(pattern[i+1:], "'")
			b.WriteString(text)
			i = len(pattern) - len(rest)
			continue
		}
		n := 1
		for i+n < len(pattern) && pattern[i+n] == c {
			n++
		}
		if c|0x20 >= 'a' && c|0x20 <= 'z' {
			b.WriteString(g.field(l, c, n, t))
		} else {
			b.WriteString(pattern[i : i+n])
		}
		i += n
	}
	return strings.TrimSpace(g.native(l, b.String()))
}

// field is one field of a date pattern, n letters c long. Fields that are not
// known, as time zones, are left out.
func (g gen) field(l *cldr.Locale, c byte, n int, t moment) string {
	num := func(v int) string { return fmt.Sprintf("%0*d", min(n, 2), v) }
	switch c {
	case 'y':
		if n == 2 {
			return fmt.Sprintf("%02d", t.year%100)
		}
		return fmt.Sprint(t.year)
	case 'M', 'L':
		switch {
		case n == 3 && len(l.MonthsShort) == 12:
			return l.MonthsShort[t.month]
		case n > 3 && len(l.Months) == 12:
			return l.Months[t.month]
		}
		return num(t.month + 1)
	case 'd':
		return num(t.day)
	case 'E', 'c', 'e':
		return g.pick(l.Days...)
	case 'H', 'k':
		return num(t.hour)
	case 'h', 'K':
		return num(t.hour%12 + 1)
	case 'm':
		return num(t.minute)
	case 's':
		return num(t.second)
	case 'a', 'b', 'B':
		return g.pick(l.Periods...)
	}
	return ""
}

func (g gen) date(l *cldr.Locale) string {
	t := g.moment()
	date, hour := g.format(l, g.pick(l.Dates...), t), g.format(l, g.pick(l.Times...), t)
	switch g.IntN(10) {
	case 0, 1:
		return date + g.pick(", ", " ", " – ", " · ", " | ") + hour
	case 2:
		return hour
	case 3:
		return hour + g.pick("–", " – ", "-", "—") + g.format(l, g.pick(l.Times...), g.moment())
	case 4: // years of a life, a war, a copyright
		return g.pick("", "(", "© ", "†", "* ", "†\u00a0") + g.native(l, fmt.Sprint(t.year)+g.pick("–", "-", "—", " – ", "/")+fmt.Sprint(t.year+g.IntN(90)))
	case 5:
		return date + g.pick(" – ", "–", " - ") + g.format(l, g.pick(l.Dates...), g.moment())
	}
	return date
}
