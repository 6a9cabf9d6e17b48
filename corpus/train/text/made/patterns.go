package made

import (
	"fmt"
	"strings"
)

// pattern is a line with figures: one, or several, alone or with words.
func (g gen) pattern() string {
	one := func() string { return g.figureOf() }
	switch g.IntN(12) {
	case 0, 1, 2:
		return one()
	case 3, 4:
		return g.word() + g.pick(": ", ": ", " ", " – ", " — ", " · ", "\u00a0: ", " = ", " | ", "：") + one()
	case 5:
		return one() + g.pick(" ", " – ", " · ", ", ", " / ", " | ") + g.word()
	case 6:
		return g.word() + " (" + one() + ")"
	case 7:
		return g.join(2+g.IntN(4), g.pick(", ", " · ", " | ", "; ", " / ", " • ", " – "), one)
	case 8:
		return g.join(2+g.IntN(3), g.pick(", ", " | ", "; ", " · "), func() string { return g.word() + " " + one() })
	case 9: // a sum
		return one() + g.pick(" × ", "×", " + ", " − ", " ÷ ", " x ", " = ", "=", "·", " ≠ ", " → ", "→", " ± ") + one()
	case 10:
		return g.pick("„", "“", "«", "\"", "‚", "(", "[", "»") + one() + g.pick("”", "“", "»", "\"", "‘", ")", "]", "«")
	}
	return g.word() + " " + one() + g.pick(".", "!", "…", "*", "²", "™", "®", "†", "¹", " ✓", "")
}

func (g gen) figureOf() string {
	l := g.Locales[g.IntN(len(g.Locales))]
	switch g.IntN(20) {
	case 0, 1, 2, 3, 4:
		return g.price(l)
	case 5, 6, 7, 8:
		return g.date(l)
	case 9, 10, 11:
		return g.unit(l)
	case 12, 13:
		return g.percent(l)
	case 14, 15:
		return g.misc(l)
	case 16:
		return g.phone()
	case 17:
		return g.version()
	case 18:
		return g.size()
	}
	return g.pick("", "", "-", "−", "±", "~") + g.figure(l, g.digits(8), g.pickInt(0, 0, 1, 2, 3))
}

func (g gen) phone() string {
	sep := g.pick(" ", " ", "\u00a0", "-", ".", "‑", "–")
	n := func(digits int) string { return fmt.Sprintf("%0*d", digits, g.digits(digits)) }
	s := g.pick("+", "+", "00", "(0)", "") + fmt.Sprint(1+g.IntN(998)) + sep
	if g.hit(30) {
		s += "(" + n(2+g.IntN(3)) + ")" + sep
	}
	for range 2 + g.IntN(3) {
		s += n(2+g.IntN(3)) + sep
	}
	return g.pick("", "", "Tel. ", "☎ ", "✆ ", "📞 ", "tel:", "Tél. : ", "Тел.: ") + strings.TrimSuffix(s, sep)
}

func (g gen) version() string {
	s := g.pick("v", "", "V", "ver. ", "≥ ", "≤", "^", "~") + g.join(2+g.IntN(2), ".", func() string { return fmt.Sprint(g.digits(2)) })
	return s + g.pick("", "", "", "-rc1", "-beta", "α", "β", "+", "™", "®")
}

// size is a size, a ratio, a place on Earth or a fraction.
func (g gen) size() string {
	n := func() string { return fmt.Sprint(1 + g.digits(3)) }
	switch g.IntN(6) {
	case 0:
		return n() + g.pick("×", " × ", "x", " x ", "\u00a0×\u00a0") + n() + g.pick("", "\u00a0cm", " mm", "\u00a0px", "m", "\"", "″")
	case 1:
		return n() + g.pick(":", "∶", "/", " / ", "∕", "⁄") + n()
	case 2:
		return fmt.Sprintf("%d°%s%d%s%s%s", g.IntN(180), g.pick("", " "), g.IntN(60), g.pick("′", "'", "’"), g.pick("", " ", fmt.Sprint(g.IntN(60))+"″"), g.of("N S E W O Ø"))
	case 3:
		return g.pick("", "", n(), n()+" ") + g.of("½ ¼ ¾ ⅓ ⅔ ⅛ ⅜ ⅝ ⅞ ⅕") + g.pick("", "", " l", "\u00a0kg", "″", " h")
	case 4:
		return g.pick("−", "-", "+", "", "±") + fmt.Sprint(g.IntN(45)) + g.pick("°", " °C", "°C", "\u00a0°C", "° C", "°F", "º", "ºC")
	}
	return n() + g.pick("²", "³", "⁰", "¹", "⁻¹", "₂", "ª", "º", "°", "er", "′", "″", "†", "*")
}
