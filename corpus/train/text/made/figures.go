package made

import (
	"strconv"
	"strings"

	"github.com/unbake/unbake/corpus/train/text/cldr"
)

// spaces are what stands between a figure and its unit, as standards want it
// and as people type it.
var spaces = []string{"\u00a0", "\u00a0", "\u202f", " ", " ", ""}

// respace draws one kind of space for all spaces of a filled pattern, in half
// of them: people do not type what CLDR recommends.
func (g gen) respace(s string) string {
	if g.hit(50) {
		return s
	}
	to := g.pick(spaces...)
	return strings.NewReplacer("\u00a0", to, "\u202f", to).Replace(s)
}

// digits returns a figure of 1 to n digits, small ones as often as large ones.
func (g gen) digits(n int) int {
	limit := 1
	for range 1 + g.IntN(n) {
		limit *= 10
	}
	return g.IntN(limit)
}

// figure writes n with the locale's separators and decimals after the point.
func (g gen) figure(l *cldr.Locale, n, decimals int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + l.Group + s[i:]
	}
	if decimals > 0 {
		frac := strconv.Itoa(g.IntN(10))
		for range decimals - 1 {
			frac += strconv.Itoa(g.pickInt(0, 5, 9, g.IntN(10)))
		}
		s += l.Decimal + frac
	}
	return g.native(l, s)
}

func (g gen) pickInt(list ...int) int { return list[g.IntN(len(list))] }

// native writes the digits of s in the locale's own, in two of three figures.
func (g gen) native(l *cldr.Locale, s string) string {
	if l.Digits == "" || g.hit(33) {
		return s
	}
	own := []rune(l.Digits)
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return own[r-'0']
		}
		return r
	}, s)
}

// fill puts a figure in place of the run of #, 0 and separators in a number
// pattern.
func fill(pattern, figure string) string {
	const places = "#0,."
	from := strings.IndexAny(pattern, "#0")
	to := strings.LastIndexAny(pattern, "#0") + 1
	if from < 0 || strings.Trim(pattern[from:to], places) != "" {
		return figure
	}
	return pattern[:from] + figure + pattern[to:]
}

// signs are currency signs beside the locale's own, and commonSigns those that
// most prices are written with: they are most of the damage, too.
const (
	signs       = "₽ ₹ ₺ ₴ ₩ ₪ ₫ ฿ ₱ ₦ ₸ ₾ ₼ ₿ ¢ ƒ kr Kč zł Ft lei лв Fr. CHF EUR USD GBP"
	commonSigns = "€ € € € £ £ $ $ ¥"
)

func (g gen) sign(l *cldr.Locale) string {
	switch n := g.IntN(10); {
	case n < 5:
		return g.of(commonSigns)
	case n < 8 && len(l.Signs) > 0:
		return g.pick(l.Signs...)
	}
	return g.of(signs)
}

func (g gen) price(l *cldr.Locale) string {
	decimals := g.pickInt(0, 0, 2, 2, 2)
	n := g.figure(l, g.digits(6), decimals)
	switch g.IntN(8) {
	case 0: // before
		return g.sign(l) + g.pick("", "", " ", "\u00a0") + n
	case 1: // after
		return n + g.pick(spaces...) + g.sign(l)
	case 2:
		return n + g.pick("\u00a0", " ") + g.pick(l.Currencies...)
	case 3:
		return n + g.pick(",-", ",–", ",—", ".-", "/-") + g.pick(spaces...) + g.sign(l)
	case 4:
		return g.pick("-", "−", "~", "≈", "<", ">", "±", "ab ", "+") + g.respace(strings.ReplaceAll(fill(l.Currency, n), "¤", g.sign(l)))
	}
	return g.respace(strings.ReplaceAll(fill(l.Currency, n), "¤", g.sign(l)))
}

func (g gen) percent(l *cldr.Locale) string {
	n := g.figure(l, g.digits(3), g.pickInt(0, 0, 1, 2))
	if g.hit(15) {
		return n + g.pick(spaces...) + g.of("‰ % % ° pp")
	}
	return g.pick("", "", "", "+", "-", "−", "±", "≥", "≤", "~", "≈") + g.respace(fill(l.Percent, n))
}

func (g gen) unit(l *cldr.Locale) string {
	n := g.figure(l, g.digits(5), g.pickInt(0, 0, 0, 1, 2))
	if len(l.Units) == 0 || g.hit(30) {
		return n + g.pick(spaces...) + g.of("km m² m³ cm² µm μg °C °F ° kg Ω kΩ µF W/m² km/h g/cm³ mol⁻¹ Å kWh dB ″ ′ Hz MB GiB px №")
	}
	return g.respace(strings.ReplaceAll(g.pick(l.Units...), "{0}", n))
}

// misc writes compact, relative, ordinal and open-ended figures.
func (g gen) misc(l *cldr.Locale) string {
	n := g.figure(l, g.digits(3), 0)
	switch kind := g.IntN(4); {
	case kind == 0 && len(l.Compact) > 0:
		return g.respace(fill(g.pick(l.Compact...), n))
	case kind == 1 && len(l.Relative) > 0:
		return strings.ReplaceAll(g.pick(l.Relative...), "{0}", n)
	case kind == 2 && len(l.Ordinals) > 0:
		return strings.ReplaceAll(g.pick(l.Ordinals...), "{0}", n)
	case len(l.Misc) > 0:
		s := strings.ReplaceAll(g.pick(l.Misc...), "{0}", n)
		return strings.ReplaceAll(s, "{1}", g.figure(l, g.digits(4), 0))
	}
	return g.of("№ Nº nº N° § §§ # Nr. No. ¶ p.") + g.pick("", " ", "\u00a0") + n
}
