package engine_test

import (
	"math/rand/v2"
	"strings"

	"github.com/unbake/unbake/corpus"
)

// paths are the damages that tests and benchmarks of the engine bake samples by.
var paths = []string{
	"utf-8>windows-1252", "utf-8>iso-8859-1", "cesu-8>windows-1252",
	"utf-8>windows-1252+dropped-byte", "utf-8>windows-1252+question-mark", "utf-8>windows-1252+replacement-character",
	"utf-8>windows-1252+c1-dropped", "utf-8>windows-1252+nbsp-to-space", "utf-8>windows-1252+nbsp-dropped",
	"utf-8>windows-1252+shy-dropped", "utf-8>windows-1252+spaces-collapsed", "utf-8>windows-1252+trim",
	"utf-8>windows-1252+truncate=40", "utf-8>windows-1252+quotes-straightened", "utf-8>windows-1252+lower",
	"utf-8>windows-1252+upper", "utf-8>windows-1252+title", "utf-8>windows-1252+half-repaired",
	"utf-8>windows-1252+common-repaired", "utf-8>windows-1252+replacement-character+whole-repaired", "utf-8>windows-1252+dropped-byte+whole-repaired",
	"utf-8>windows-1250", "utf-8>windows-1251", "utf-8>windows-1253", "utf-8>windows-1254", "utf-8>windows-1257",
	"utf-8>windows-874", "utf-8>iso-8859-2", "utf-8>iso-8859-15", "utf-8>macintosh", "utf-8>ibm437", "utf-8>ibm850", "utf-8>ibm852",
	"utf-8>ibm866", "utf-8>koi8-r", "utf-8>x-mac-cyrillic",
	"utf-8>windows-1253+dropped-byte", "utf-8>windows-1251+dropped-byte", "utf-8>windows-1250+replacement-character",
	"utf-8>windows-1252>windows-1252", "utf-8>windows-1252>windows-1252>windows-1252",
	"utf-8>windows-1252+dropped-byte>windows-1252+dropped-byte", "utf-8>iso-8859-1>windows-1252",
	"utf-8>windows-1251>windows-1251", "utf-8>macintosh>windows-1252", "utf-8>ibm437>ibm437",
	"windows-1251>windows-1252", "windows-1252>macintosh", "macintosh>windows-1252",
}

// words are the damages of a part of a text.
var words = []string{"utf-8>windows-1252", "utf-8>windows-1251", "utf-8>macintosh", "utf-8>windows-1252+dropped-byte",
	"utf-8>windows-1252>windows-1252"}

// damaged returns the samples clean, and baked in all ways above.
func damaged() []string {
	var out []string
	for i, s := range corpus.Samples() {
		out = append(out, s.Text)
		for _, p := range paths {
			if baked, err := corpus.Bake(s.Text, corpus.MustPath(p)); err == nil {
				out = append(out, baked)
			}
		}
		for k, p := range words {
			d := corpus.Damage{Path: corpus.MustPath(p), Part: corpus.Words, Share: 0.3, Seed: uint64(i*7 + k)}
			if baked, err := d.Bake(s.Text); err == nil {
				out = append(out, baked.Text)
			}
		}
	}
	return out
}

// noise returns n texts of up to 60 runes that no person wrote, of runes that have a part
// in damage.
func noise(n int) []string {
	rnd := rand.New(rand.NewPCG(3, 5))
	alphabet := []rune("ÃÂâ€™œ\u009d\u0081\u00a0\u00ad?Ð°Ñ€ï¿½ï»¿ð  'e\"a.X†“”áº¿Ã©Ãƒ\ufffdãГЂ╨â•Î±à¸ È")
	var out []string
	for range n {
		var b strings.Builder
		for range 1 + rnd.IntN(60) {
			switch rnd.IntN(12) {
			case 0:
				b.WriteRune(rune(0x80 + rnd.IntN(0x2000)))
			case 1:
				b.WriteByte(byte(rnd.IntN(256)))
			default:
				b.WriteRune(alphabet[rnd.IntN(len(alphabet))])
			}
		}
		out = append(out, b.String())
	}
	return out
}
