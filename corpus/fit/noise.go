package main

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// alphabets are what people draw, smile, calculate and shout with: signs and letters
// that by chance lead and trail one another in some page.
var alphabets = []string{
	"ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜàáâãäåçèéêëìíîïñòóôõöøùúûü",
	"¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿×÷ÔôÕõÖöØøÂâÃã",
	"─│┌┐└┘├┤┬┴┼═║╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬▀▄█▌▐░▒▓■",
	"√∞∫≈≠≤≥∂∑∏π∆Ω◊ƒµ±÷×°∩≡⌠⌡",
	"αβγδεζηθικλμνξοπρστυφχψωΓΔΘΛΞΠΣΦΨΩ",
	"АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯІЇЄҐЂЃЋЏЎЈ",
	"ĀāĂăĄąĆćĈĉČčĎďĐđĒēĖėĘęĚěĜĝĞğĢģĪīĮįİıĶķĹĺĻļĽľŁłŃńŅņŇňŌōŐőŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŹźŻżŽž",
	"“”‘’«»‹›„‚–—…•†‡€™©®",
}

// units are written behind figures and by themselves.
var units = []string{"Å", "Å²", "Å³", "µm", "µ", "°", "°C", "²", "³", "m²", "m³", "×", "£", "€", "¥", "¢", "Ω", "kΩ", "±", "·", "½", "¼", "‰",
	"Å—", "×…", "×£", "£—", "€…", "±°", "º", "ª", "§", "¶", "Ø", "ø", "Δ", "∞", "—∞", "π", "√2", "√π"}

// certain is what noise of random signs must not hold: it is what the commonest damage
// makes, and nobody means it. (A letter with a quotation mark behind it is made apart.)
var certain = regexp.MustCompile(`[ÂÃÎÏÐÑ×ØÙ][\x{80}-\x{BF}]|[â-ï][\p{P}\p{S}][\p{P}\p{S}]|[├┬][©▒ôÑíóú¬╗½]|\pL√[\p{P}\p{S}]`)

// noise returns text that is meant as it stands and looks like damage: a few
// signs of one alphabet, in a pattern, alone or in a line; a figure with its
// unit; a letter spoken of.
func noise(t string, h uint64) string {
	next := func(n int) int {
		h ^= h << 13
		h ^= h >> 7
		h ^= h << 17
		return int(h % uint64(n))
	}
	h |= 1
	var s string
	switch next(8) {
	case 7: // a letter drawn out, as people cry
		a := []rune(alphabets[[...]int{0, 0, 0, 4, 5, 6}[next(6)]])
		r := unicode.ToLower(a[next(len(a))])
		s = strings.Repeat(string(r), 2+next(5))
		if next(2) == 0 {
			s = string(unicode.ToUpper(r)) + s
		}
	case 0:
		s = fmt.Sprintf([...]string{"%d %s", "%d%s", "%d %s.", "%s%d", "(%d %s)", "%d%s,"}[next(3)], next(3000), units[next(len(units))])
	case 1, 2:
		a := []rune(alphabets[[...]int{0, 0, 6, 5}[next(4)]])
		s = string(a[next(len(a))]) + [...]string{"’s", "”", "…", "!", "?", "’", "»", "™", "®", "—", "’i", "”,"}[next(12)]
		s = [...]string{"", "“", "«", "", "", "l’"}[next(6)] + s
	default:
		a := []rune(alphabets[next(len(alphabets))])
		b := a
		if next(3) == 0 {
			b = []rune(alphabets[next(len(alphabets))])
		}
		signs := []rune{a[next(len(a))], b[next(len(b))], a[next(len(a))], 'a', 'o', '_', ' ', '.'}
		signs = signs[:2+next(len(signs)-2)]
		for range 2 + next(9) {
			s += string(signs[next(len(signs))])
		}
		if next(3) == 0 {
			s = strings.Repeat(s, 2+next(3))
		}
		if certain.MatchString(s) {
			return t
		}
	}
	if next(2) == 0 {
		return s
	}
	words := strings.Split(t, " ")
	i := next(len(words) + 1)
	words = append(words[:i:i], append([]string{s}, words[i:]...)...)
	return strings.Join(words, " ")
}
