package mix

import (
	"math/rand/v2"
	"strings"
	"unicode"
)

// Some languages are written in two ways, and the sources know mostly one.
var (
	// serbianLatin is the national standard's table.
	serbianLatin = strings.NewReplacer(
		"а", "a", "б", "b", "в", "v", "г", "g", "д", "d", "ђ", "đ", "е", "e", "ж", "ž", "з", "z", "и", "i",
		"ј", "j", "к", "k", "л", "l", "љ", "lj", "м", "m", "н", "n", "њ", "nj", "о", "o", "п", "p", "р", "r",
		"с", "s", "т", "t", "ћ", "ć", "у", "u", "ф", "f", "х", "h", "ц", "c", "ч", "č", "џ", "dž", "ш", "š",
		"А", "A", "Б", "B", "В", "V", "Г", "G", "Д", "D", "Ђ", "Đ", "Е", "E", "Ж", "Ž", "З", "Z", "И", "I",
		"Ј", "J", "К", "K", "Л", "L", "Љ", "Lj", "М", "M", "Н", "N", "Њ", "Nj", "О", "O", "П", "P", "Р", "R",
		"С", "S", "Т", "T", "Ћ", "Ć", "У", "U", "Ф", "F", "Х", "H", "Ц", "C", "Ч", "Č", "Џ", "Dž", "Ш", "Š")
	// romanianCedilla undoes the comma below: the older standard and most of
	// what Windows fonts could show.
	romanianCedilla = strings.NewReplacer("ș", "ş", "ț", "ţ", "Ș", "Ş", "Ț", "Ţ")
)

// uzbekMarks are the ways to write the turned comma of oʻ and gʻ.
var uzbekMarks = []string{"ʻ", "‘", "'", "’"}

// respell writes a line in the other spelling of its language, in a share of
// the lines: Serbian in Latin letters, Romanian with cedillas, Uzbek with
// other apostrophes.
func respell(lang, s string, rng *rand.Rand) string {
	switch lang {
	case "sr":
		if strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) && rng.IntN(100) < 35 {
			return serbianLatin.Replace(s)
		}
	case "ro":
		if rng.IntN(100) < 20 {
			return romanianCedilla.Replace(s)
		}
	case "uz":
		to := uzbekMarks[rng.IntN(len(uzbekMarks))]
		for _, letter := range []string{"o", "g", "O", "G"} {
			for _, from := range uzbekMarks {
				s = strings.ReplaceAll(s, letter+from, letter+to)
			}
		}
	}
	return s
}
